#include "postlint/report/message_report.h"

#include <optional>

#include <fmt/format.h>

#include "postlint/report/json_objects.h"
#include "postlint/report/masking.h"
#include "postlint/report/printable.h"
#include "postlint/report/suppressed.h"
#include "postlint/text/line_index.h"

namespace postlint {
namespace {

MessagePlace place_in_text(Span span, const LineIndex& lines) {
  const Position begin = lines.position(span.begin);
  const Position end = lines.position(span.end);
  return {span.begin, span.end,   begin.line,  begin.column,
          end.line,   end.column, begin.utf16, end.utf16};
}

void add_lines_and_columns(const MessagePlace& where, Json& place) {
  place["start"] = where.begin;
  place["end"] = where.end;
  place["line"] = where.line;
  place["column"] = where.column;
  place["end_line"] = where.end_line;
  place["end_column"] = where.end_column;
  place["start_utf16"] = where.utf16_begin;
  place["end_utf16"] = where.utf16_end;
}

// Writes one message; the lines of its text are found only if they are needed.
class MessageWriter {
 public:
  MessageWriter(const CheckedMessage& message, const ReportStyle& style)
      : message_(message), style_(style) {
    if (message.places_in_text && !(message.findings.empty() && message.suppressed.empty()))
      lines_.emplace(message.text);
  }

  Json object() const {
    Json object;
    object["schema"] = 1;
    object["id"] = text_or_null(message_.id);
    object["source"] = std::string(message_.source);
    object["author"] = text_or_null(message_.author);
    object["timestamp"] = text_or_null(message_.timestamp);
    object["kind"] = std::string(message_.kind);
    object["verdict"] = name_of(message_.verdict);
    if (message_.repaired > 0) object["repaired"] = message_.repaired;
    object["findings"] = objects_of(message_.findings);
    if (style_.show_suppressed) object["suppressed"] = objects_of(message_.suppressed);
    return object;
  }

 private:
  Json objects_of(const std::vector<MessageFinding>& findings) const {
    Json objects = Json::array();
    for (const MessageFinding& finding : findings) {
      const std::string_view text = finding.in_author ? message_.author_words : message_.text;
      objects.push_back(finding_object(*finding.finding, text, place_of(finding), style_));
    }
    return objects;
  }

  Json place_of(const MessageFinding& finding) const {
    const std::optional<Span>& span = finding.finding->span;
    if (!span) return {{"start", nullptr}, {"end", nullptr}};
    Json place;
    const bool in_text = lines_ && !finding.in_author;
    add_lines_and_columns(in_text ? place_in_text(*span, *lines_) : finding.place, place);
    place["text_start"] = finding.in_author ? Json(nullptr) : Json(span->begin);
    place["text_end"] = finding.in_author ? Json(nullptr) : Json(span->end);
    place["source_start"] = finding.place.begin;
    place["source_end"] = finding.place.end;
    if (finding.in_author) place["in"] = "author";
    return place;
  }

  const CheckedMessage& message_;
  const ReportStyle& style_;
  std::optional<LineIndex> lines_;
};

std::string_view color_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "1;31";
    case Severity::warning:
      return "1;33";
    case Severity::advice:
      return "1;36";
  }
  return "1";
}

std::string shown_rule(const Finding& finding, bool color) {
  const std::string_view kind =
      finding.suppression ? std::string_view("suppressed") : name_of(finding.severity);
  const std::string words = fmt::format("{}[{}]", kind, finding.rule->id);
  return color ? fmt::format("\x1B[{}m{}\x1B[0m", color_of(finding.severity), words) : words;
}

// "~ A., 2025-03-14 08:02": to the minute is enough to find it.
std::string who_and_when(const CheckedMessage& message) {
  constexpr std::size_t kDate = 10, kClock = 5;
  std::string out = printable(message.author);
  if (message.timestamp.empty()) return out;
  if (!out.empty()) out += ", ";
  out += message.timestamp.substr(0, kDate);
  return out + " " + std::string(message.timestamp.substr(kDate + 1, kClock));
}

// Without the line end.
std::string line_of(const MessageFinding& finding, const CheckedMessage& message,
                    const ReportStyle& style) {
  std::string out = printable(message.source);
  if (finding.finding->span) out += fmt::format(":{}:{}", finding.place.line, finding.place.column);
  out += fmt::format(": {}", shown_rule(*finding.finding, style.color));
  const std::string words = excerpt_of(finding, message, style);
  if (!words.empty()) out += fmt::format(" \"{}\"", printable(words));
  const std::string who = who_and_when(message);
  return who.empty() ? out : out + fmt::format(" ({})", who);
}

}  // namespace

void append_message_json(const CheckedMessage& message, const ReportStyle& style,
                         std::string& out) {
  append_json_line(MessageWriter(message, style).object(), out);
}

std::string excerpt_of(const MessageFinding& finding, const CheckedMessage& message,
                       const ReportStyle& style) {
  if (!finding.finding->span) return "";
  const std::string_view words =
      finding.finding->span->of(finding.in_author ? message.author_words : message.text);
  return style.show_values ? std::string(words) : mask_excerpt(words);
}

void append_message_lines(const CheckedMessage& message, const ReportStyle& style,
                          std::string& out) {
  for (const MessageFinding& finding : message.findings)
    out += line_of(finding, message, style) + "\n";
  if (!style.show_suppressed) return;
  for (const MessageFinding& finding : message.suppressed) {
    const Suppression& lifted = *finding.finding->suppression;
    out += line_of(finding, message, style) + " " +
           printable(suppression_sentence(lifted, style.language)) + "\n";
  }
}

}  // namespace postlint
