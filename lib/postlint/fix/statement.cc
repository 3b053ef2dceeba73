#include "postlint/fix/statement.h"

#include <algorithm>
#include <set>
#include <span>
#include <utility>

#include "postlint/policy/protocol.h"
#include "postlint/suppress/comparable.h"
#include "postlint/text/characters.h"

namespace postlint {
namespace {

constexpr std::string_view kOrganisation = "{organisation}";
constexpr std::size_t kMostStatements = 10;  // of a pack: all their combinations are tried

// After the last byte that is no blank.
std::uint32_t end_of_words(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t\r\n");
  return last == std::string_view::npos ? 0 : static_cast<std::uint32_t>(last + 1);
}

// A draft of one line gets a second one; a longer one a paragraph. Line ends as in the draft.
std::string separator_for(std::string_view text) {
  const std::string line_end = text.find("\r\n") != std::string_view::npos ? "\r\n" : "\n";
  const bool one_line = text.substr(0, end_of_words(text)).find('\n') == std::string_view::npos;
  return one_line ? line_end : line_end + line_end;
}

class StatementWriter {
 public:
  StatementWriter(const Draft& draft, const Linter& linter, Linter::Scratch& scratch,
                  const StatementOptions& options)
      : draft_(draft), linter_(linter), scratch_(scratch), options_(options) {
    const Protocol* own = linter.find_protocol(draft.context.protocol);
    const Protocol* general = linter.find_protocol("general");
    pack_ = own != nullptr && !own->statements.empty() ? own : general;
    limit_ = linter.completed(draft.context).characters;
  }

  AddedStatement write() {
    AddedStatement added;
    const std::set<std::string> missing = missing_in(draft_.text);
    if (missing.empty()) return added;
    bool room_is_wanting = false;
    for (const std::string& sentence : sentences_for(missing)) {
      Edit edit = edit_of(sentence);
      const std::string text = with_edits(draft_.text, std::span(&edit, 1));
      if (!missing_in(text).empty()) continue;
      if (limit_ == 0 || utf16_size(text) <= limit_) {
        added.edit = std::move(edit);
        return added;
      }
      room_is_wanting = true;
    }
    added.missing.assign(missing.begin(), missing.end());
    if (room_is_wanting) added.limit = limit_;
    return added;
  }

 private:
  // The rules that miss a statement and that a statement of the pack satisfies.
  std::set<std::string> missing_in(std::string_view text) {
    Draft draft = draft_;
    draft.text = text;
    std::set<std::string> missing;
    for (const Finding& finding : linter_.check(draft, scratch_, options_.check).findings) {
      if (!finding.span && can_state(finding.rule->id)) missing.insert(finding.rule->id);
    }
    return missing;
  }

  bool can_state(const std::string& rule) const {
    if (!options_.rules.empty() && !names_rule(options_.rules, rule)) return false;
    return std::any_of(pack_->statements.begin(), pack_->statements.end(),
                       [&](const Statement& it) { return names_rule(it.rules, rule); });
  }

  // All combinations of statements that satisfy at least these rules, the shortest first. One that
  // satisfies more can be needed: a disclaimer may be what makes a further notice due.
  std::vector<std::string> sentences_for(const std::set<std::string>& missing) const {
    const std::size_t count = std::min(pack_->statements.size(), kMostStatements);
    std::vector<std::string> sentences;
    for (std::size_t chosen = 1; chosen < std::size_t{1} << count; ++chosen) {
      std::vector<std::string> rules;
      std::string sentence;
      for (std::size_t i = 0; i < count; ++i) {
        if ((chosen >> i & 1) == 0) continue;
        const Statement& it = pack_->statements[i];
        rules.insert(rules.end(), it.rules.begin(), it.rules.end());
        sentence += (sentence.empty() ? "" : " ") + filled(it.text.in(options_.language));
      }
      const bool covers = std::all_of(missing.begin(), missing.end(), [&](const std::string& rule) {
        return names_rule(rules, rule);
      });
      if (covers) sentences.push_back(std::move(sentence));
    }
    std::stable_sort(sentences.begin(), sentences.end(),
                     [](const auto& a, const auto& b) { return utf16_size(a) < utf16_size(b); });
    return sentences;
  }

  std::string filled(std::string sentence) const {
    const std::size_t at = sentence.find(kOrganisation);
    if (at != std::string::npos) sentence.replace(at, kOrganisation.size(), organisation());
    return sentence;
  }

  // The school that the draft names, if it is one; else the organisation.
  std::string organisation() const {
    const std::string text = " " + comparable(draft_.text) + " ";
    std::vector<std::string> named;
    for (const std::string& school : pack_->organisation.schools) {
      if (text.find(" " + comparable(school) + " ") != std::string::npos) named.push_back(school);
    }
    if (named.size() == 1) return named.front();
    const std::vector<std::string>& names = pack_->organisation.names;
    return names.empty() ? std::string() : names.front();
  }

  Edit edit_of(const std::string& sentence) const {
    const std::uint32_t end = end_of_words(draft_.text);
    return {{end, end}, separator_for(draft_.text) + sentence};
  }

  const Draft& draft_;
  const Linter& linter_;
  Linter::Scratch& scratch_;
  const StatementOptions& options_;
  const Protocol* pack_ = nullptr;
  std::uint32_t limit_ = 0;  // 0: none known
};

}  // namespace

AddedStatement add_statement(const Draft& draft, const Linter& linter, Linter::Scratch& scratch,
                             const StatementOptions& options) {
  return StatementWriter(draft, linter, scratch, options).write();
}

}  // namespace postlint
