#include "postlint/report/json.h"

#include <optional>

#include "postlint/report/json_objects.h"
#include "postlint/text/line_index.h"

namespace postlint {
namespace {

void add_lines_and_columns(const Place& where, Json& place) {
  place["start"] = where.begin;
  place["end"] = where.end;
  place["line"] = where.line;
  place["column"] = where.column;
  place["end_line"] = where.end_line;
  place["end_column"] = where.end_column;
  place["start_utf16"] = where.utf16_begin;
  place["end_utf16"] = where.utf16_end;
}

// Writes one text; its lines are found only if they are needed.
class TextWriter {
 public:
  TextWriter(const CheckedText& text, const ReportStyle& style) : text_(text), style_(style) {
    if (text.places_in_text && !(text.findings.empty() && text.suppressed.empty()))
      lines_.emplace(text.text);
  }

  Json object() const {
    Json object;
    object["schema"] = 1;
    object["id"] = text_or_null(text_.id);
    object["source"] = std::string(text_.source);
    if (is_message()) {
      object["author"] = text_or_null(text_.author);
      object["timestamp"] = text_or_null(text_.timestamp);
      object["kind"] = std::string(text_.kind);
    }
    object["verdict"] = name_of(text_.verdict);
    if (text_.repaired > 0) object["repaired"] = text_.repaired;
    object["findings"] = objects_of(text_.findings);
    if (style_.show_suppressed) object["suppressed"] = objects_of(text_.suppressed);
    return object;
  }

 private:
  bool is_message() const { return !text_.kind.empty(); }

  Json objects_of(const std::vector<PlacedFinding>& findings) const {
    Json objects = Json::array();
    for (const PlacedFinding& finding : findings) {
      const std::string_view words = finding.in_author ? text_.author_words : text_.text;
      objects.push_back(finding_object(*finding.finding, words, place_of(finding), style_));
    }
    return objects;
  }

  Json place_of(const PlacedFinding& finding) const {
    const std::optional<Span>& span = finding.finding->span;
    if (!span) return {{"start", nullptr}, {"end", nullptr}};
    Json place;
    const bool in_text = lines_ && !finding.in_author;
    add_lines_and_columns(in_text ? place_in(*lines_, *span) : finding.place, place);
    if (!is_message()) return place;
    place["text_start"] = finding.in_author ? Json(nullptr) : Json(span->begin);
    place["text_end"] = finding.in_author ? Json(nullptr) : Json(span->end);
    place["source_start"] = finding.place.begin;
    place["source_end"] = finding.place.end;
    if (finding.in_author) place["in"] = "author";
    return place;
  }

  const CheckedText& text_;
  const ReportStyle& style_;
  std::optional<LineIndex> lines_;
};

}  // namespace

void append_json(const CheckedText& text, const ReportStyle& style, std::string& out) {
  append_json_line(TextWriter(text, style).object(), out);
}

}  // namespace postlint
