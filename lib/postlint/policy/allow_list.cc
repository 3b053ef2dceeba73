#include "postlint/policy/allow_list.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "postlint/base/glob.h"
#include "postlint/base/nearest.h"
#include "postlint/policy/comparable.h"
#include "postlint/policy/protocol.h"

namespace postlint {
namespace {

namespace fs = std::filesystem;

// A file as seen from the folder of the settings that speak of it.
std::string relative_path(std::string_view file, const std::string& settings) {
  std::error_code ignored;  // of a working directory that is gone: names stay as they are
  const fs::path path = fs::absolute(file, ignored).lexically_normal();
  const fs::path folder = fs::absolute(settings, ignored).lexically_normal().parent_path();
  return path.lexically_relative(folder).generic_string();
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

AllowList::AllowList(const std::vector<AllowEntry>& entries, std::vector<std::string> locked)
    : entries_(entries), locked_(std::move(locked)) {
  for (const AllowEntry& entry : entries)
    words_.emplace_back(entry.words.begin(), entry.words.end());
}

std::vector<std::size_t> AllowList::about(const Finding& finding,
                                          const SuppressionContext& draft) const {
  std::vector<std::size_t> found;
  if (is_locked(finding.rule->id)) return found;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const AllowEntry& entry = entries_[i];
    const bool on_channel =
        entry.channels.empty() || std::find(entry.channels.begin(), entry.channels.end(),
                                            draft.channel) != entry.channels.end();
    if (on_channel && names_rule(entry.rules, finding.rule->id) &&
        says_words(i, finding, draft.text) && is_in_files(entry, draft.file))
      found.push_back(i);
  }
  return found;
}

bool AllowList::is_locked(const std::string& rule) const {
  return std::find(locked_.begin(), locked_.end(), rule) != locked_.end();
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

bool AllowList::is_in_files(const AllowEntry& entry, std::string_view file) const {
  if (entry.files.empty()) return true;
  if (file.empty()) return false;
  const std::string path = relative_path(file, entry.place.file);
  return std::any_of(entry.files.begin(), entry.files.end(),
                     [&](const std::string& glob) { return matches_glob(glob, path); });
}

Errors AllowList::check_rules(std::span<const Rule> known) const {
  const std::vector<std::string> names = nameable(known);
  Errors errors;
  for (const AllowEntry& entry : entries_) {
    for (const std::string& rule : entry.rules) {
      const bool exists = std::find(names.begin(), names.end(), rule) != names.end();
      if (exists && !is_locked(rule)) continue;
      Message message{"allow.locked-rule", {{"rule", rule}}};
      if (!exists)
        message = {"cli.unknown-rule", {{"rule", rule}, {"hint", nearest_name(rule, names)}}};
      errors.push_back({entry.place.file, entry.place.line, entry.place.column, message});
    }
  }
  return errors;
}

}  // namespace postlint
