#include "postlint/suppress/allow_list.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "postlint/base/nearest.h"
#include "postlint/base/path_pattern.h"
#include "postlint/policy/protocol.h"
#include "postlint/suppress/comparable.h"

namespace postlint {
namespace {

namespace fs = std::filesystem;

fs::path absolute(std::string_view path) {
  std::error_code ignored;  // of a working directory that is gone: names stay as they are
  return fs::absolute(path, ignored).lexically_normal();
}

bool is_in_files(const AllowEntry& entry, std::string_view file) {
  if (entry.files.empty()) return true;
  if (file.empty()) return false;
  const std::string path = absolute(file).string();
  const std::string folder = absolute(entry.place.file).parent_path().string();
  return std::any_of(entry.files.begin(), entry.files.end(), [&](const std::string& pattern) {
    return path_matches(pattern, folder, path);
  });
}

// Rules and, as "family/*", their families.
std::vector<std::string> nameable(std::span<const Rule> rules) {
  std::vector<std::string> names;
  for (const Rule& rule : rules) {
    names.push_back(rule.id);
    names.push_back(rule.family + "/*");
  }
  return names;
}

}  // namespace

AllowList::Word::Word(const std::string& written)
    : text(comparable(written)),
      open_begin(written.starts_with('*')),
      open_end(written.ends_with('*')) {}

bool AllowList::Word::accepts(std::string_view words) const {
  if (open_begin && open_end) return words.find(text) != std::string_view::npos;
  if (open_begin) return words.ends_with(text);
  return open_end ? words.starts_with(text) : words == text;
}

AllowList::AllowList(const std::vector<AllowEntry>& entries) : entries_(entries) {
  for (const AllowEntry& entry : entries)
    words_.emplace_back(entry.words.begin(), entry.words.end());
}

std::vector<std::size_t> AllowList::about(const Finding& finding,
                                          const SuppressionContext& draft) const {
  std::vector<std::size_t> found;
  const std::string_view rule = finding.rule->id;
  if (names_rule({draft.locked.begin(), draft.locked.end()}, rule)) return found;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const AllowEntry& entry = entries_[i];
    const bool on_channel =
        entry.channels.empty() || std::find(entry.channels.begin(), entry.channels.end(),
                                            draft.channel) != entry.channels.end();
    if (on_channel && names_rule(entry.rules, rule) && !names_rule(entry.locked, rule) &&
        says_words(i, finding, draft.text) && is_in_files(entry, draft.file))
      found.push_back(i);
  }
  return found;
}

bool AllowList::says_words(std::size_t position, const Finding& finding,
                           std::string_view text) const {
  const std::vector<Word>& words = words_[position];
  if (words.empty()) return true;
  if (!finding.span) return false;
  const std::string written = comparable(finding.span->of(text));
  return std::any_of(words.begin(), words.end(),
                     [&](const Word& word) { return word.accepts(written); });
}

Errors AllowList::check_rules(std::span<const Rule> known) const {
  const std::vector<std::string> names = nameable(known);
  Errors errors;
  for (const AllowEntry& entry : entries_) {
    for (const std::string& rule : entry.rules) {
      const bool exists = std::find(names.begin(), names.end(), rule) != names.end();
      if (exists && !names_rule(entry.locked, rule)) continue;
      Message message{"allow.locked-rule", {{"rule", rule}}};
      if (!exists)
        message = {"cli.unknown-rule", {{"rule", rule}, {"hint", nearest_name(rule, names)}}};
      errors.push_back({entry.place.file, entry.place.line, entry.place.column, message});
    }
  }
  return errors;
}

}  // namespace postlint
