// What postlint's own code uses word lists for. A list says of itself which of these it fills
// ("# role: NAME" in its header), and the code asks the lexicon for a role, never for a list's
// name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace postlint {

enum class WordRole : std::uint8_t {
  ordinary_word,  // a word of the language that is no name
  common_word,    // too common to look for a phrase at it
  abbreviation,   // a stop after it ends no sentence
  first_name,     // with surname: a name that may end in -s by itself
  surname,
  staff_title,        // before the name of somebody who works at a school
  picture,            // what shows people
  group,              // a group of people: written with a capital, so are slips in it
  misspelt,           // read where a letter is wrong
  masked,             // read where signs hide letters; all of `misspelt` are as well
  joint,              // a small word that is typed onto another
  weighty,            // carries abuse, hate or a threat, also where it was typed onto a joint
  abusive_prefix,     // first part that makes a person an insult
  curse_prefix,       // one of them that goes before any word
  abusive_head,       // a person: with an abusive prefix an insult
  cursed_group,       // a group of people: with a curse before it a slur
  innocent_compound,  // only seems to have such a prefix
  reads_as_insult,    // the one word that an abusive compound is read as
  reads_as_slur,
  reads_as_curse,
  meaning,  // what it holds means the same to a learned score
  person,   // a pronoun: of whom a sentence speaks
};
inline constexpr std::size_t kWordRoles = 22;

// "common-word", in the order of WordRole.
std::span<const std::string_view> word_role_names();
std::string_view name_of(WordRole role);
std::optional<WordRole> word_role_from(std::string_view name);

// True for what only one list can fill: it holds one word.
constexpr bool is_of_one_list(WordRole role) {
  return role >= WordRole::reads_as_insult && role <= WordRole::reads_as_curse;
}

}  // namespace postlint
