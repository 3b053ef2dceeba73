// How names of people are recognised (kind = "names"), as a pattern file states it: which lists
// tell what a word may be, and how much each observation weighs. detect/names/detector.h gives it
// meaning.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace postlint {

struct ContextSpec;
struct SourceText;

// What the lists of words are for.
enum class NameList : std::uint8_t {
  first_names,
  surnames,
  particles,       // "van", "der": between first name and surname, or before a surname
  weak_particles,  // those that are more often something else: "in", "op", "en"
  ordinary,        // words of the language: a name among them needs its neighbours' help
  proper,          // words that are written with a capital and need not be names of people
  ambiguous,       // names that are as often something else
  rare,            // words that hardly ever are a name: only a strong cue makes them one
  places,
  publics,     // surnames that alone mean a public person
  titles,      // what people are called by, or are: "juf", "buurman", "leerling"
  honorifics,  // those that a surname follows, even in small letters: "mevrouw"
  joins,       // "en": what it joins to a sure name is likely a name as well
};
inline constexpr std::array<std::string_view, 13> kNameListKeys = {
    "first_names", "surnames", "particles", "weak_particles", "ordinary",   "proper", "ambiguous",
    "rare",        "places",   "publics",   "titles",         "honorifics", "joins"};

// What is observed about a possible name. Each has a weight; the sum of those observed, and of the
// cues around it, is the log-odds that it is the name of a person.
enum class NameTrait : std::uint8_t {
  base,                // of any possible name
  first_name,          // it begins with a first name
  surname,             // it is, or begins with, a surname; no first name
  unknown,             // it begins with a capitalised word that no list knows
  proper,              // the same, but known as a proper noun
  surname_behind,      // a surname follows the first name
  unknown_behind,      // another capitalised word follows the first name
  first_behind,        // another first name follows the first name
  particle,            // it has a particle in it, or before it
  initials,            // it begins with initials, or a first name and an initial
  ordinary,            // its only name is an ordinary word as well
  unknown_at_start,    // its first word is in no list of names, and a sentence begins there
  ambiguous,           // its only name is as often something else
  ambiguous_at_start,  // the same, where a sentence begins: its capital says nothing
  rare,
  place,            // its only name is a place as well
  public_person,    // its only name is that of a public person
  lower,            // it is written in small letters
  lower_ordinary,   // the same, and it is an ordinary word
  lower_ambiguous,  // the same, and it is as often something else
  lower_draft,      // it is, and so is the whole draft
  caps,             // it is written in capitals among other words in capitals
  ending,           // a possessive or diminutive ending was cut off
  quoted,           // it stands in a short quotation: a title, a sort, a brand
  before_capital,   // a capitalised ordinary word follows: the name of a firm, a building
  known,            // the draft has the same name where it is sure
  joined,           // it is joined to a sure name: "Sanne en Roos"
  signature,        // it stands alone on one of the last lines, after a comma
};
inline constexpr std::array<std::string_view, 28> kNameTraitKeys = {
    "base",           "first_name",
    "surname",        "unknown",
    "proper",         "surname_behind",
    "unknown_behind", "first_behind",
    "particle",       "initials",
    "ordinary",       "unknown_at_start",
    "ambiguous",      "ambiguous_at_start",
    "rare",           "place",
    "public_person",  "lower",
    "lower_ordinary", "lower_ambiguous",
    "lower_draft",    "caps",
    "ending",         "quoted",
    "before_capital", "known",
    "joined",         "signature"};

struct NameSpec {
  std::array<std::vector<SourceText>, kNameListKeys.size()> lists;
  std::vector<SourceText> diminutives;  // endings: "tje", "je"
  std::array<double, kNameTraitKeys.size()> weights{};
  std::vector<ContextSpec> cues;  // `to` is the weight; a window of 0 means: directly beside it
};

}  // namespace postlint
