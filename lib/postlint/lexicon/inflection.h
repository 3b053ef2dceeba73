// The forms of a Dutch word, by its spelling alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace postlint {

enum class WordClass : std::uint8_t { noun, adjective, verb };

std::optional<WordClass> word_class_from(std::string_view name);  // "noun", "adjective", "verb"

// All forms of a folded word, itself first, each once:
//   noun       plural in -en, -s, 's; diminutive in -je, -tje, -pje, -etje and its plural; genitive
//   adjective  -e, -er, -ere, -st, -ste, with vowels and consonants doubled as Dutch spells them
//   verb       from an infinitive in -en or -n: stem, -t, -en, past in -te(n)/-de(n), participle
//              with ge-, present participle; strong verbs have their past in a list of their own
// Generous where the spelling does not tell ("pad": "paden", "padden"): a form that is no word does
// no harm in a list of what to look for. Of a term of several words the last one is inflected.
std::vector<std::string> inflected_forms(std::string_view term, WordClass word_class);

}  // namespace postlint
