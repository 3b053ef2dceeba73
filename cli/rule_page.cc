#include "rule_page.h"

#include <algorithm>
#include <span>

#include <fmt/format.h>

#include "postlint/policy/protocol.h"
#include "postlint/report/messages.h"
#include "postlint/report/wrap.h"

namespace postlint::cli {
namespace {

// What is known about a rule: labels from the catalog, and texts; empty ones are left out.
struct Entry {
  const char* label;
  std::string text;
};

// Of a hundred. `right`: of `all`.
std::int64_t percent(std::size_t right, std::size_t all) {
  return all == 0 ? 0 : static_cast<std::int64_t>((right * 100 + all / 2) / all);
}

std::string learned_of(const Rule& rule, Language language) {
  if (!rule.learned) return "";
  const LearnedFigures& it = *rule.learned;
  const auto* key = rule.whole_draft ? "rules.learned.drafts" : "rules.learned.sentences";
  return format_message(Message{key,
                                {{"marked", static_cast<std::int64_t>(it.marked)},
                                 {"precision", percent(it.right, it.reported)},
                                 {"recall", percent(it.right, it.marked)}}},
                        language);
}

std::vector<Entry> entries_of(const Rule& rule, Language language) {
  const auto* scope = rule.whole_draft ? "rules.scope.draft" : "rules.scope.words";
  std::vector<Entry> entries = {{"rules.severity", std::string(name_of(rule.severity))},
                                {"rules.scope", format_message(scope, language)},
                                {"rules.message", rule.message.in(language)},
                                {"rules.why", rule.why.in(language)},
                                {"rules.advice", rule.advice.in(language)},
                                {"rules.reference", rule.reference},
                                {"rules.mask", rule.mask},
                                {"rules.learned", learned_of(rule, language)}};
  std::erase_if(entries, [](const Entry& entry) { return entry.text.empty(); });
  return entries;
}

class TerminalPage {
 public:
  TerminalPage(Language language, std::size_t width) : language_(language), width_(width) {}

  std::string of(const RuleFacts& facts) {
    const Rule& rule = *facts.rule;
    out_ = fmt::format("{}: {}\n\n", rule.id, rule.title.in(language_));
    for (const Entry& entry : entries_of(rule, language_)) add(entry.label, entry.text);
    add_list("rules.clauses", facts.clauses);
    add_list("rules.flag", first_few(facts.examples.flag));
    add_list("rules.pass", first_few(facts.examples.pass));
    add("rules.file", rule.file);
    return out_;
  }

 private:
  static std::span<const std::string> first_few(const std::vector<std::string>& examples) {
    return {examples.data(), std::min<std::size_t>(examples.size(), 3)};
  }

  void add(const char* key, const std::string& text) {
    const std::string label = format_message(key, language_);
    const std::string gap(label.size() < kLabelColumns ? kLabelColumns - label.size() : 1, ' ');
    add_lines(label + gap, text);
  }

  // A label on the first line, one text a line after it.
  void add_list(const char* key, std::span<const std::string> texts) {
    for (const std::string& text : texts) {
      if (&text == &texts.front()) {
        add(key, text);
      } else {
        add_lines(std::string(kLabelColumns, ' '), text);
      }
    }
  }

  void add_lines(std::string_view start, const std::string& text) {
    const std::size_t columns = std::max(width_, kLabelColumns + kNarrowest) - kLabelColumns;
    const std::vector<std::string> lines = wrap(text, columns, columns);
    if (lines.empty()) return;
    out_ += fmt::format("{}{}\n", start, lines.front());
    for (std::size_t i = 1; i < lines.size(); ++i) {
      out_ += fmt::format("{:{}}{}\n", "", kLabelColumns, lines[i]);
    }
  }

  static constexpr std::size_t kLabelColumns = 13;
  static constexpr std::size_t kNarrowest = 24;
  Language language_;
  std::size_t width_;
  std::string out_;
};

// Markdown reads these as marks of its own.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\`*_[]<>#|").find(c) != std::string_view::npos) out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

void append_markdown_list(const char* key, const std::vector<std::string>& texts, Language language,
                          std::string& out) {
  if (texts.empty()) return;
  out += fmt::format("\n### {}\n\n", format_message(key, language));
  for (const std::string& text : texts) out += fmt::format("- {}\n", escaped(text));
}

}  // namespace

std::vector<std::string> clauses_of(const Linter& linter, const Rule& rule, Language language) {
  std::vector<std::string> clauses;
  for (const std::string& id : linter.protocols()) {
    for (const Clause& clause : linter.find_protocol(id)->clauses) {
      if (clause.check == ClauseCheck::outside || !names_rule(clause.rules, rule.id)) continue;
      clauses.push_back(fmt::format("{} {}: {}", id, clause.number, clause.text.in(language)));
    }
  }
  return clauses;
}

std::string rule_page(const RuleFacts& facts, Language language, std::size_t width) {
  return TerminalPage(language, width).of(facts);
}

std::string rule_page_in_markdown(const RuleFacts& facts, Language language) {
  const Rule& rule = *facts.rule;
  std::string out = fmt::format("## {}\n\n`{}`\n\n", escaped(rule.title.in(language)), rule.id);
  for (const Entry& entry : entries_of(rule, language)) {
    out +=
        fmt::format("- **{}**: {}\n", format_message(entry.label, language), escaped(entry.text));
  }
  append_markdown_list("rules.clauses", facts.clauses, language, out);
  append_markdown_list("rules.flag", facts.examples.flag, language, out);
  append_markdown_list("rules.pass", facts.examples.pass, language, out);
  return out;
}

}  // namespace postlint::cli
