#include "postlint/data_files.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "postlint/base/mapped_file.h"
#include "postlint/rules/pattern_loader.h"

namespace postlint {
namespace {

namespace fs = std::filesystem;

// The .toml files below a folder, by name; the protocol packs, which are no rules, left out.
std::vector<std::string> pattern_paths(const fs::path& folder) {
  std::vector<std::string> paths;
  std::error_code ignored;  // a missing folder has no files; what is missing is noticed where it is read
  for (fs::recursive_directory_iterator it(folder, ignored), end; it != end; it.increment(ignored)) {
    if (it->is_directory() && it->path().filename() == "protocols") it.disable_recursion_pending();
    if (it->is_regular_file() && it->path().extension() == ".toml") paths.push_back(it->path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

DataFiles::DataFiles(const LoadOptions& options)
    : options_(options),
      folder_(options.data_directory.empty() ? default_data_directory() : options.data_directory) {}

std::optional<Lexicon> DataFiles::lexicon() {
  auto opened = Lexicon::open((folder_ / "lexicon.dat").string());
  if (!opened) {
    fail(opened.error());
    opened = Lexicon();  // so that the user's own lists are checked as well
  }
  for (const std::string& path : options_.word_lists) {
    const auto list = read_word_list(path);
    if (!list) {
      fail(list.error());
    } else if (const auto added = opened->add(*list); !added) {
      fail(added.error());
    }
  }
  if (!errors_.empty()) return std::nullopt;
  return std::move(*opened);
}

std::vector<RuleSpec> DataFiles::rules() {
  std::vector<std::string> paths;
  if (!options_.without_built_in_rules) paths = pattern_paths(folder_ / "patterns");
  paths.insert(paths.end(), options_.pattern_files.begin(), options_.pattern_files.end());
  auto specs = load_pattern_files(read(paths));
  if (specs) return std::move(*specs);
  fail(specs.error());
  return {};
}

std::vector<Protocol> DataFiles::protocols() {
  auto packs = load_protocols(read(pattern_paths(folder_ / "patterns" / "protocols")));
  if (packs) return std::move(*packs);
  fail(packs.error());
  return {};
}

std::vector<PatternFile> DataFiles::read(const std::vector<std::string>& paths) {
  std::vector<PatternFile> files;
  for (const std::string& path : paths) {
    const auto file = MappedFile::open(path);
    if (!file) {
      fail(file.error());
    } else {
      files.push_back({path, std::string(file->bytes())});
    }
  }
  return files;
}

std::string default_data_directory() {
  const char* configured = std::getenv("POSTLINT_DATA");
  if (configured != nullptr && *configured != '\0') return configured;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) {
    const fs::path folder = program.parent_path();
    for (const fs::path& candidate : {folder / "share/postlint", folder.parent_path() / "share/postlint"}) {
      if (fs::exists(candidate / "lexicon.dat", error)) return candidate.string();
    }
  }
  return POSTLINT_INSTALLED_DATA_DIR;
}

}  // namespace postlint
