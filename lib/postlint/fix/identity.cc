#include "postlint/fix/identity.h"

#include "postlint/suppress/comparable.h"
#include "postlint/text/phone_numbers.h"
#include "postlint/text/utf8.h"

namespace postlint {

// Without the marks of a genitive: "emma's", "thijs'". Of "daans" only the detector can tell
// whether it is Daan's, and leaves the s out of the name.
People::Words People::words_of(std::string_view name) {
  Words words = comparable_words(name, InnerMarks::hyphens);
  if (!words.empty() && words.back().ends_with("'s")) words.back().resize(words.back().size() - 2);
  return words;
}

std::string People::joined(const Words& words, std::size_t begin, std::size_t end) {
  std::string name;
  for (std::size_t i = begin; i < end; ++i) name += (i > begin ? " " : "") + words[i];
  return name;
}

// "sanne de vries" -> "s de vries"
std::string People::with_initial(Words words) {
  words.front().resize(code_point_at(words.front(), 0).size);
  return joined(words, 0, words.size());
}

void People::add(std::string_view name) {
  const Words words = words_of(name);
  const std::string whole = joined(words, 0, words.size());
  for (std::size_t i = 1; i < words.size(); ++i) {
    wholes_[joined(words, 0, i)].insert(whole);
    wholes_[joined(words, i, words.size())].insert(whole);
  }
  if (words.size() < 2) return;
  const std::string initial = with_initial(words);
  if (initial != whole) wholes_[initial].insert(whole);
}

std::string People::person_of(std::string_view name) const {
  const Words words = words_of(name);
  const std::string told = joined(words, 0, words.size());
  const auto found = wholes_.find(told);
  if (found == wholes_.end()) return told;
  std::string only;  // of names that hold each other the longest counts
  for (const std::string& whole : found->second) {
    if (wholes_.contains(whole)) continue;
    if (!only.empty()) return told;
    only = whole;
  }
  return only.empty() ? told : only;
}

std::string identity_of(const Rule& rule, std::string_view words, const People& people) {
  switch (rule.identity) {
    case Identity::none:
      break;
    case Identity::words:
      return comparable_code(words);
    case Identity::phone:
      return phone_key(words).value_or(comparable_code(words));
    case Identity::person:
      return people.person_of(words);
  }
  return {};
}

}  // namespace postlint
