// Parts of phrases with a name: [[define]] in pattern files (patterns/README.md).
//
//   [[define]]
//   id = "me"
//   is = "(ik|wij|we)"
//
// Then "{me} sla je" reads "((ik|wij|we)) sla je". One word or list stands without brackets, so
// that
// "!{negation}" is a word that is none. A definition may use others, in no circle.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/base/result.h"
#include "postlint/base/source_place.h"
#include "postlint/rules/pattern.h"

namespace postlint {

// Bytes that a phrase may grow to: definitions that multiply end here.
inline constexpr std::size_t kLongestPhrase = 16'384;

class Definitions {
 public:
  // Whether `id` is small letters, digits and hyphens, and begins with a letter.
  static bool is_name(std::string_view id);

  // The definition that has the name already; nullptr: it was added.
  const SourceText* add(const std::string& id, SourceText is);

  // Puts what names stand for in their places; what was written stays in SourceText::written. What
  // is wrong is appended to `errors`, with the place of `phrase`: a name that nothing defines, a
  // circle, a phrase grown too long.
  void expand(SourceText& phrase, Errors& errors) const;
  // In all phrases of the rules.
  void expand(std::vector<RuleSpec>& specs, Errors& errors) const;

 private:
  std::map<std::string, SourceText, std::less<>> parts_;
};

}  // namespace postlint
