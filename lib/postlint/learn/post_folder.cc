#include "postlint/learn/post_folder.h"

#include <algorithm>
#include <string>

#include "postlint/base/mapped_file.h"
#include "postlint/eval/posts.h"

namespace postlint {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code missing;  // then there are none
  for (const auto& entry : fs::directory_iterator(folder, missing)) {
    if (entry.path().extension() == ".jsonl") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

PostSet read_set(const fs::path& folder, bool known, const std::vector<std::string>& rules,
                 Errors& errors) {
  PostSet set;
  set.known_to_rules = known;
  for (const fs::path& path : files_in(folder)) {
    const auto file = MappedFile::open(path.string());
    if (!file) {
      errors.insert(errors.end(), file.error().begin(), file.error().end());
      continue;
    }
    auto posts = read_marked_posts(file->bytes(), path.string(), rules);
    if (posts) {
      std::move(posts->begin(), posts->end(), std::back_inserter(set.posts));
    } else {
      errors.insert(errors.end(), posts.error().begin(), posts.error().end());
    }
  }
  return set;
}

}  // namespace

std::vector<PostSet> read_posts(const fs::path& folder, const RuleBook& book, Errors& errors) {
  std::vector<std::string> rules;
  for (const CompiledRule& rule : book.rules) {
    if (!rule.is_signal) rules.push_back(rule.rule.id);
  }
  return {read_set(folder / "known", true, rules, errors),
          read_set(folder / "new", false, rules, errors)};
}

}  // namespace postlint
