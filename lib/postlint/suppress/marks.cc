#include "postlint/suppress/marks.h"

#include <algorithm>
#include <utility>

#include "postlint/base/nearest.h"
#include "postlint/policy/protocol.h"
#include "postlint/suppress/suppressions.h"
#include "postlint/text/line_index.h"

namespace postlint {
namespace {

constexpr std::string_view kOpen = "<!--", kClose = "-->", kWord = "postlint-allow";
constexpr std::string_view kBlank = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

// From the start of the line that holds byte `at` to its end, without the line end.
Span line_around(std::string_view text, std::size_t at) {
  const std::size_t begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;  // npos + 1 is 0
  const std::size_t end = std::min(text.find('\n', at), text.size());
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// The lines after `span` up to a blank one, and the span itself.
Span with_paragraph(std::string_view text, Span span) {
  while (span.end < text.size()) {
    const Span next = line_around(text, span.end + 1);
    if (trimmed(next.of(text)).empty()) break;
    span.end = next.end;
  }
  return span;
}

// What a mark lifts: all of its first to last line, or more if nothing else stands in them.
Span covered(std::string_view text, Span comment) {
  const Span lines{line_around(text, comment.begin).begin, line_around(text, comment.end).end};
  const bool alone = trimmed(lines.of(text)) == comment.of(text);
  return alone ? with_paragraph(text, lines) : lines;
}

std::vector<std::string> rules_in(std::string_view list) {
  std::vector<std::string> rules;
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    const std::string_view rule = trimmed(list.substr(0, comma));
    if (!rule.empty()) rules.emplace_back(rule);
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return rules;
}

class MarkFinder {
 public:
  MarkFinder(std::string_view text, const std::string& file, std::span<const Rule> known,
             std::span<const std::string> locked, Errors& errors)
      : text_(text), file_(file), lines_(text), locked_(locked), errors_(errors) {
    for (const Rule& rule : known) {
      names_.push_back(rule.id);
      names_.push_back(rule.family + "/*");
    }
  }

  std::vector<Mark> find() {
    std::vector<Mark> marks;
    for (std::size_t begin = 0; (begin = text_.find(kOpen, begin)) != std::string_view::npos;) {
      const std::size_t close = text_.find(kClose, begin + kOpen.size());
      if (close == std::string_view::npos) break;
      const Span comment{static_cast<std::uint32_t>(begin),
                         static_cast<std::uint32_t>(close + kClose.size())};
      if (auto mark = read(comment)) marks.push_back(std::move(*mark));
      begin = comment.end;
    }
    return marks;
  }

 private:
  std::optional<Mark> read(Span comment) {
    std::string_view words = comment.of(text_);
    words = trimmed(words.substr(kOpen.size(), words.size() - kOpen.size() - kClose.size()));
    if (!words.starts_with(kWord)) return std::nullopt;
    words.remove_prefix(kWord.size());
    const std::size_t colon = std::min(words.find(':'), words.size());
    Mark mark{rules_in(words.substr(0, colon)),
              std::string(trimmed(words.substr(std::min(colon + 1, words.size())))),
              covered(text_, comment), lines_.position(comment.begin).line};
    return is_right(mark) ? std::optional(std::move(mark)) : std::nullopt;
  }

  bool is_right(const Mark& mark) {
    const std::size_t before = errors_.size();
    if (mark.rules.empty() || mark.reason.empty()) fail(mark, {"mark.incomplete", {}});
    for (const std::string& rule : mark.rules) {
      if (std::find(names_.begin(), names_.end(), rule) == names_.end()) {
        fail(mark, {"cli.unknown-rule", {{"rule", rule}, {"hint", nearest_name(rule, names_)}}});
      } else if (names_rule({locked_.begin(), locked_.end()}, rule)) {
        fail(mark, {"allow.locked-rule", {{"rule", rule}}});
      }
    }
    return errors_.size() == before;
  }

  void fail(const Mark& mark, Message message) {
    errors_.push_back({file_, mark.line, 0, std::move(message)});
  }

  std::string_view text_;
  const std::string& file_;
  LineIndex lines_;
  std::span<const std::string> locked_;
  Errors& errors_;
  std::vector<std::string> names_;
};

}  // namespace

bool may_hold_marks(std::string_view file) {
  constexpr std::string_view kEndings[] = {".md", ".markdown", ".html", ".htm", ".xhtml"};
  return std::any_of(std::begin(kEndings), std::end(kEndings),
                     [&](std::string_view ending) { return file.ends_with(ending); });
}

std::vector<Mark> find_marks(std::string_view text, const std::string& file,
                             std::span<const Rule> known, std::span<const std::string> locked,
                             Errors& errors) {
  if (text.find(kWord) == std::string_view::npos) return {};
  return MarkFinder(text, file, known, locked, errors).find();
}

void lift_marked(std::span<const Mark> marks, const std::string& file,
                 std::span<const std::string> locked, Report& report) {
  if (marks.empty()) return;
  const std::vector<std::string> locks(locked.begin(), locked.end());
  lift(report, [&](const Finding& finding) -> std::optional<Suppression> {
    if (!finding.span || names_rule(locks, finding.rule->id)) return std::nullopt;
    const auto mark = std::find_if(marks.begin(), marks.end(), [&](const Mark& it) {
      return it.covers.contains(*finding.span) && names_rule(it.rules, finding.rule->id);
    });
    if (mark == marks.end()) return std::nullopt;
    return Suppression{SuppressionKind::mark, static_cast<std::size_t>(mark - marks.begin()) + 1,
                       to_string(SourcePlace{file, mark->line, 0}), mark->reason};
  });
}

}  // namespace postlint
