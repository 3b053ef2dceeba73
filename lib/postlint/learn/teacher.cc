#include "postlint/learn/teacher.h"

#include <algorithm>
#include <array>
#include <string>

#include "postlint/base/mapped_file.h"
#include "postlint/learn/posts.h"

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
  static constexpr std::array<std::string_view, 30> kNoClasses = {"abbreviations",
                                                                  "compound-heads",
                                                                  "compound-innocent",
                                                                  "compound-prefixes",
                                                                  "conduct-vocabulary",
                                                                  "curse-prefixes",
                                                                  "dutch",
                                                                  "dutch-proper",
                                                                  "first-names",
                                                                  "function-words",
                                                                  "joinable-words",
                                                                  "name-also-words",
                                                                  "name-ambiguous",
                                                                  "name-articles",
                                                                  "name-joins",
                                                                  "name-not-after",
                                                                  "name-not-before",
                                                                  "name-particles",
                                                                  "name-rarely",
                                                                  "name-verbs",
                                                                  "name-weak-particles",
                                                                  "places",
                                                                  "public-figures",
                                                                  "public-surnames",
                                                                  "street-names",
                                                                  "surnames",
                                                                  "works",
                                                                  "name-company",
                                                                  "name-firms",
                                                                  "name-slang"};
  static constexpr std::array<std::string_view, 4> kProper = {"dutch-proper", "first-names",
                                                              "places", "surnames"};
  FeatureSpec spec;
  const auto names = book.lexicon.dictionary_names();
  for (std::size_t id = 2; id < names.size(); ++id) {
    if (std::find(kProper.begin(), kProper.end(), names[id]) != kProper.end())
      spec.proper.push_back(static_cast<DictionaryId>(id));
    if (std::find(kNoClasses.begin(), kNoClasses.end(), names[id]) != kNoClasses.end()) continue;
    spec.classes.push_back(static_cast<DictionaryId>(id));
    if (names[id].starts_with("pronoun-")) spec.persons.push_back(static_cast<DictionaryId>(id));
  }
  for (std::size_t rule = 0; rule < book.rules.size(); ++rule) {
    if (book.rules[rule].rule.identity == Identity::person)
      spec.masked.push_back(entity_of_rule(rule));
  }
  return spec;
}

}  // namespace postlint
