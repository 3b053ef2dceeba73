#include "draft_language.h"

#include <algorithm>

#include "postlint/report/messages.h"
#include "postlint/suppress/comparable.h"

namespace postlint::cli {
namespace {

std::size_t common_words(const std::vector<std::string>& words, Language language) {
  const auto common =
      comparable_words(format_message("fix.common-words", language), InnerMarks::none);
  return static_cast<std::size_t>(
      std::count_if(words.begin(), words.end(), [&](const std::string& word) {
        return std::find(common.begin(), common.end(), word) != common.end();
      }));
}

}  // namespace

Language language_of(std::string_view draft, Language otherwise) {
  const auto words = comparable_words(draft, InnerMarks::none);
  const std::size_t dutch = common_words(words, Language::nl);
  const std::size_t english = common_words(words, Language::en);
  if (dutch == english) return otherwise;
  return dutch > english ? Language::nl : Language::en;
}

}  // namespace postlint::cli
