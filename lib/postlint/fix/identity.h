// Which mentions mean the same thing: the forms in which they are compared.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/rules/rule.h"

namespace postlint {

// The people of one draft: a first name or a surname alone is the person whose whole name the draft
// holds, as long as there is one such person and no other. Not thread-safe.
class People {
 public:
  // Tells that the draft has this name; all of them are told before the first question.
  void add(std::string_view name);

  // The form of the whole name that `name`, one of those told, belongs to:
  //   "Sanne", "Sanne's", "De Vries", "S. de Vries" -> "sanne de vries"
  // Itself, folded, where there is no such name or more than one ("Sanne" beside "Sanne Bakker").
  std::string person_of(std::string_view name) const;

 private:
  using Words = std::vector<std::string>;

  static Words words_of(std::string_view name);
  static std::string joined(const Words& words, std::size_t begin, std::size_t end);
  static std::string with_initial(Words words);

  std::map<std::string, std::set<std::string>> wholes_;  // part of a name -> names that hold it
};

// The form of what a rule found. The same for two findings if they mean the same; empty if the rule
// does not tell (Identity::none).
std::string identity_of(const Rule& rule, std::string_view words, const People& people);

}  // namespace postlint
