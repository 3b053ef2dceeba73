#include "postlint/report/text.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "postlint/report/marked_line.h"
#include "postlint/report/messages.h"
#include "postlint/report/printable.h"
#include "postlint/report/suppressed.h"
#include "postlint/report/wrap.h"
#include "postlint/text/display_width.h"
#include "postlint/text/line_index.h"

namespace postlint {
namespace {

constexpr std::string_view kBold = "1";
constexpr std::string_view kFrame = "1;34";
constexpr std::string_view kExplain = "1;35";
constexpr std::string_view kSuppressed = "1;32";

std::string_view color_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "1;31";
    case Severity::warning:
      return "1;33";
    case Severity::advice:
      return "1;36";
  }
  return kBold;
}

std::string shown_confidence(double confidence) { return fmt::format("{:.2f}", confidence); }

// Writes the blocks of one draft.
class BlockWriter {
 public:
  BlockWriter(const CheckedText& text, const ReportStyle& style, std::string& out)
      : text_(text), style_(style), out_(out) {
    advice_ = format_message("report.advice", style.language);
    clause_ = format_message("report.clause", style.language);
    ask_ = format_message("report.ask", style.language);
    note_ = format_message("report.note", style.language);
  }

  void write(const PlacedFinding& item) {
    const Finding& finding = *item.finding;
    const Language language = style_.language;
    write_heading(name_of(finding.severity), color_of(finding.severity), *finding.rule,
                  finding.message.in(language));
    write_place(item, color_of(finding.severity));
    write_note(advice_, finding.advice.in(language));
    for (const CitedClause& clause : finding.clauses)
      write_note(clause_, clause.number + ": " + clause.text.in(language));
    write_note(note_, finding.note.in(language));
    write_note(ask_, finding.ask.in(language));
    write_steps(finding.steps);
    out_ += '\n';
  }

  void write(const PlacedExplanation& item) {
    const Explanation& explanation = *item.explanation;
    write_heading("explain", kExplain, *explanation.rule,
                  format_message("explain.dropped", style_.language));
    write_place(explanation.span, item.place, kExplain);
    write_steps(explanation.steps);
    out_ += '\n';
  }

  void write_suppressed(const PlacedFinding& item) {
    const Finding& finding = *item.finding;
    write_heading("suppressed", kSuppressed, *finding.rule,
                  suppression_sentence(*finding.suppression, style_.language));
    write_place(item, kSuppressed);
    write_steps(finding.steps);
    out_ += '\n';
  }

  void write_repaired(std::size_t count) {
    const Message message{"report.repaired", {{"count", static_cast<std::int64_t>(count)}}};
    out_ += paint(note_, kBold) + ":";
    append_wrapped(format_message(message, style_.language), display_width(note_) + 2, 2);
    out_ += fmt::format(" {} {}\n\n", paint("-->", kFrame), printable(text_.source));
  }

 private:
  std::string paint(std::string_view text, std::string_view color) const {
    if (!style_.color) return std::string(text);
    return fmt::format("\x1B[{}m{}\x1B[0m", color, text);
  }

  // Appends a space and prose that begins at column `used`; its next lines begin at `indent`.
  void append_wrapped(std::string_view prose, std::size_t used, std::size_t indent) {
    const auto left = [this](std::size_t taken) {
      return style_.width > taken ? style_.width - taken : 1;
    };
    const std::vector<std::string> lines = wrap(prose, left(used), left(indent));
    if (!lines.front().empty()) out_ += ' ';
    out_ += lines.front() + "\n";
    for (std::size_t i = 1; i < lines.size(); ++i) {
      out_ += std::string(indent, ' ') + lines[i] + "\n";
    }
  }

  void write_heading(std::string_view kind, std::string_view color, const Rule& rule,
                     std::string_view sentence) {
    out_ += paint(fmt::format("{}[{}]", kind, rule.id), color) + ":";
    const std::size_t used = kind.size() + rule.id.size() + 4;
    append_wrapped(printable(sentence), used, 2);
  }

  // An author's name stands in no line of the text.
  void write_place(const PlacedFinding& item, std::string_view color) {
    if (!item.in_author) return write_place(item.finding->span, item.place, color);
    gutter_ = 1;
    write_arrow(fmt::format(":{}:{}", item.place.line, item.place.column));
  }

  void write_place(const std::optional<Span>& span, const Place& place, std::string_view color) {
    gutter_ = 1;
    if (!span) return write_arrow("");
    if (!lines_) lines_.emplace(text_.text);
    const std::string number = std::to_string(place.line);
    gutter_ = number.size();
    write_arrow(fmt::format(":{}:{}", place.line, place.column));
    write_words(number, lines_->position(span->begin).line, *span, color);
  }

  void write_arrow(std::string_view place) {
    out_ += fmt::format("{:{}}{} {}{}\n", "", gutter_, paint("-->", kFrame),
                        printable(text_.source), place);
  }

  void write_words(std::string_view number, std::uint32_t line, Span span, std::string_view color) {
    constexpr std::size_t kNarrowest = 20;
    const std::size_t frame = gutter_ + 3;
    const std::size_t columns = std::max(style_.width, frame + kNarrowest) - frame;
    const std::uint32_t start = lines_->line_start(line);
    const MarkedLine marked =
        mark_line(lines_->line(line), {span.begin - start, span.end - start}, columns);
    const std::string carets(marked.carets, '^');
    const std::string bar = std::string(gutter_ + 1, ' ') + paint("|", kFrame);
    out_ += bar + "\n";
    out_ += fmt::format("{} {} {}\n", paint(number, kFrame), paint("|", kFrame), marked.text);
    out_ += fmt::format("{} {:{}}{}\n", bar, "", marked.indent,
                        paint(carets + (marked.continues ? "..." : ""), color));
  }

  void write_note(std::string_view label, std::string_view text) {
    if (text.empty()) return;
    begin_note();
    out_ += fmt::format(" {}:", paint(label, kBold));
    append_wrapped(printable(text), gutter_ + 5 + display_width(label), gutter_ + 5);
  }

  void write_steps(const std::vector<EvidenceStep>& steps) {
    if (!style_.explain) return;
    for (const EvidenceStep& step : steps) {
      const Message message{step.what,
                            {{"detail", step.detail},
                             {"where", step.where},
                             {"about", step.about},
                             {"words", step.words},
                             {"confidence", shown_confidence(step.confidence)}}};
      begin_note();
      append_wrapped(printable(format_message(message, style_.language)), gutter_ + 3, gutter_ + 5);
    }
  }

  void begin_note() { out_ += std::string(gutter_ + 1, ' ') + paint("=", kFrame); }

  const CheckedText& text_;
  const ReportStyle& style_;
  std::string& out_;
  std::optional<LineIndex> lines_;  // of the text, once they are needed
  std::size_t gutter_ = 1;          // columns that the line number of the block takes
  std::string advice_, clause_, ask_, note_;
};

std::string counted(const char* key, std::size_t count, Language language) {
  return format_message(Message{key, {{"count", static_cast<std::int64_t>(count)}}}, language);
}

// "1 fout, 2 waarschuwingen"; what there is none of is left out.
std::string counts_of(const Tally& tally, Language language) {
  std::vector<std::string> parts;
  if (tally.errors > 0) parts.push_back(counted("report.count.error", tally.errors, language));
  if (tally.warnings > 0)
    parts.push_back(counted("report.count.warning", tally.warnings, language));
  if (tally.advice > 0) parts.push_back(counted("report.count.advice", tally.advice, language));
  return fmt::format("{}", fmt::join(parts, ", "));
}

// Nothing if nothing was found: then there is nothing more to say that is true of any text.
const char* verdict_key(const Tally& tally) {
  if (tally.errors > 0) return "report.verdict.block";
  if (tally.warnings > 0) return "report.verdict.confirm";
  return tally.advice > 0 ? "report.verdict.allow" : nullptr;
}

Message counted_findings(const Tally& tally, Language language) {
  const auto drafts = static_cast<std::int64_t>(tally.drafts);
  if (tally.findings() > 0) {
    return {"report.findings",
            {{"findings", static_cast<std::int64_t>(tally.findings())},
             {"drafts", drafts},
             {"counts", counts_of(tally, language)}}};
  }
  return {tally.unread > 0 ? "report.none-in-part" : "report.none", {{"drafts", drafts}}};
}

}  // namespace

void Tally::add(const Report& report) {
  ++drafts;
  for (const Finding& finding : report.findings) {
    if (finding.severity == Severity::error) ++errors;
    if (finding.severity == Severity::warning) ++warnings;
    if (finding.severity == Severity::advice) ++advice;
  }
}

void append_text_report(const CheckedText& text, const ReportStyle& style, std::string& out) {
  if (text.findings.empty() && text.suppressed.empty() && text.explanations.empty() &&
      text.repaired == 0)
    return;
  BlockWriter writer(text, style, out);
  for (const PlacedFinding& item : text.findings) writer.write(item);
  if (style.show_suppressed || style.explain) {
    for (const PlacedFinding& item : text.suppressed) writer.write_suppressed(item);
  }
  if (style.explain) {
    for (const PlacedExplanation& item : text.explanations) writer.write(item);
  }
  if (text.repaired > 0) writer.write_repaired(text.repaired);
}

std::string summary_line(const Tally& tally, Language language) {
  const auto drafts = static_cast<std::int64_t>(tally.drafts);
  std::string line = format_message(counted_findings(tally, language), language);
  const char* verdict = verdict_key(tally);
  if (verdict != nullptr)
    line += " " + format_message(Message{verdict, {{"drafts", drafts}}}, language);
  if (tally.unread > 0) line += " " + counted("report.unread", tally.unread, language);
  return line;
}

void append_text_summary(const Tally& tally, const ReportStyle& style, std::string& out) {
  const std::string prose = summary_line(tally, style.language);
  for (const std::string& line : wrap(prose, style.width, style.width)) out += line + "\n";
}

}  // namespace postlint
