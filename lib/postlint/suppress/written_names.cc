#include "postlint/suppress/written_names.h"

#include <algorithm>

#include "postlint/suppress/comparable.h"

namespace postlint {
namespace {

// The word that stands right before a byte of the text, with its stop if it has one.
struct WordBefore {
  std::string word;
  bool stop = false;
};

WordBefore word_before(std::string_view text, std::size_t at) {
  constexpr std::size_t kBytes = 60;
  std::string_view before = text.substr(at > kBytes ? at - kBytes : 0, std::min(at, kBytes));
  while (before.ends_with(' ')) before.remove_suffix(1);
  if (before.empty() || before.ends_with('\n')) return {};
  const bool stop = before.ends_with('.');
  const bool other_mark = std::string_view(",;:!?\"()").find(before.back()) != before.npos;
  auto words = comparable_words(before, InnerMarks::hyphens);
  if (words.empty() || other_mark) return {};
  return {std::move(words.back()), stop};
}

bool is_titled(Span span, const SuppressionContext& draft) {
  const WordBefore before = word_before(draft.text, span.begin);
  return !before.word.empty() &&
         draft.knows(WordRole::staff_title, before.stop ? before.word + "." : before.word);
}

std::size_t paragraph_begin(std::string_view text, std::size_t at) {
  const std::size_t blank = text.substr(0, at).rfind("\n\n");
  return blank == std::string_view::npos ? 0 : blank;
}

// True if a name that follows `span` is what the picture shows: directly ("foto van Daan"), or a
// few words on where the span ends with the picture itself ("op de foto zie je Daan").
bool shows(Span span, const WrittenName& name, const SuppressionContext& draft) {
  constexpr std::size_t kWordsBetween = 4;
  if (name.span.begin < span.end) return false;
  const std::string_view between = draft.text.substr(span.end, name.span.begin - span.end);
  if (between.find_first_not_of(' ') == std::string_view::npos) return true;
  const auto words = comparable_words(span.of(draft.text), InnerMarks::hyphens);
  return !words.empty() && draft.knows(WordRole::picture, words.back()) &&
         between.find_first_of(".!?\n") == std::string_view::npos &&
         comparable_words(between, InnerMarks::hyphens).size() <= kWordsBetween;
}

}  // namespace

bool is_name(const Finding& finding) {
  return finding.span && finding.rule->identifies == Identifies::person;
}

std::vector<WrittenName> written_names(const std::vector<Finding>& findings,
                                       const SuppressionContext& draft) {
  std::vector<WrittenName> names;
  for (const Finding& finding : findings) {
    if (!is_name(finding)) continue;
    const Span span = *finding.span;
    names.push_back(
        {comparable_words(span.of(draft.text), InnerMarks::hyphens), span, is_titled(span, draft)});
  }
  std::erase_if(names, [](const WrittenName& name) { return name.words.empty(); });
  return names;
}

std::vector<WrittenName> names_shown(Span span, const std::vector<WrittenName>& names,
                                     const SuppressionContext& draft) {
  const std::size_t begin = paragraph_begin(draft.text, span.begin);
  const std::size_t end = draft.text.find("\n\n", span.end);
  std::vector<WrittenName> shown;
  bool named = false;
  for (const WrittenName& name : names) {
    if (name.span.begin < begin || name.span.begin >= end) continue;
    named = named || shows(span, name, draft);
    shown.push_back(name);
  }
  if (!named) shown.clear();
  return shown;
}

}  // namespace postlint
