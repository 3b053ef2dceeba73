#include "postlint/report/checked_text.h"

#include <optional>

#include "postlint/report/masking.h"
#include "postlint/report/report.h"
#include "postlint/text/line_index.h"

namespace postlint {
namespace {

// The lines are found when they are first asked for: most texts have nothing to show.
class Places {
 public:
  explicit Places(std::string_view text) : text_(text) {}

  Place of(const std::optional<Span>& span) {
    if (!span) return {};
    if (!lines_) lines_.emplace(text_);
    return place_in(*lines_, *span);
  }

 private:
  std::string_view text_;
  std::optional<LineIndex> lines_;
};

std::vector<PlacedFinding> placed(const std::vector<Finding>& findings, Places& places) {
  std::vector<PlacedFinding> out;
  for (const Finding& finding : findings) out.push_back({&finding, places.of(finding.span)});
  return out;
}

}  // namespace

Place place_in(const LineIndex& lines, Span span) {
  const Position begin = lines.position(span.begin);
  const Position end = lines.position(span.end);
  return {span.begin, span.end,   begin.line,  begin.column,
          end.line,   end.column, begin.utf16, end.utf16};
}

CheckedText checked_draft(std::string_view source, std::string_view text, const Report& report,
                          std::string_view id) {
  CheckedText draft;
  draft.id = id;
  draft.source = source;
  draft.text = text;
  draft.verdict = report.verdict;
  draft.repaired = report.repaired;
  Places places(text);
  draft.findings = placed(report.findings, places);
  draft.suppressed = placed(report.suppressed, places);
  for (const Explanation& explanation : report.explanations)
    draft.explanations.push_back({&explanation, places.of(explanation.span)});
  return draft;
}

std::string excerpt_of(const PlacedFinding& finding, const CheckedText& text,
                       const ReportStyle& style) {
  if (!finding.finding->span) return "";
  const std::string_view words =
      finding.finding->span->of(finding.in_author ? text.author_words : text.text);
  return style.show_values ? std::string(words) : mask_excerpt(words);
}

}  // namespace postlint
