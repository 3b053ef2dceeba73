#include "postlint/learn/teacher.h"

#include <algorithm>
#include <string>

#include "postlint/base/mapped_file.h"
#include "postlint/learn/posts.h"
#include "postlint/lexicon/roles.h"

namespace postlint {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  if (!fs::exists(folder)) return files;
  for (const auto& entry : fs::directory_iterator(folder)) {
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

FeatureSpec feature_spec(const RuleBook& book) {
  FeatureSpec spec;
  const Lexicon& lexicon = book.lexicon;
  const DictionarySet meaning = lexicon.filling(WordRole::meaning);
  const DictionarySet persons = lexicon.filling(WordRole::person);
  const DictionarySet proper = lexicon.filling({WordRole::first_name, WordRole::surname});
  for (std::size_t id = 0; id < lexicon.dictionary_names().size(); ++id) {
    const auto dictionary = static_cast<DictionaryId>(id);
    if (meaning[id]) spec.classes.push_back(dictionary);
    if (persons[id]) spec.persons.push_back(dictionary);
    if (proper[id]) spec.proper.push_back(dictionary);
  }
  for (std::size_t rule = 0; rule < book.rules.size(); ++rule) {
    if (book.rules[rule].rule.identity == Identity::person)
      spec.masked.push_back(entity_of_rule(rule));
  }
  return spec;
}

}  // namespace postlint
