#include "postlint/ingest/source_list.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <utility>

#include "postlint/ingest/file_names.h"
#include "postlint/ingest/zip.h"

namespace postlint {
namespace {

namespace fs = std::filesystem;

constexpr int kDeepest = 64;
constexpr std::size_t kMostEntries = 1'000'000;

// Goes through what the user named.
class Walker {
 public:
  explicit Walker(SourceList& list) : list_(list) {}

  void walk_named(const std::string& path) {
    std::error_code problem;
    const fs::file_status status = fs::status(path, problem);  // a link that is named is followed
    if (!fs::exists(status)) {
      skip(path, status.type() == fs::file_type::not_found ? "file.missing" : "file.forbidden");
    } else {
      walk(path, status, 0);
    }
  }

 private:
  void walk(const std::string& path, const fs::file_status& status, int depth) {
    if (list_.entries.size() >= kMostEntries) return skip(path, "folder.too-many");
    switch (status.type()) {
      case fs::file_type::directory:
        return walk_folder(path, depth);
      case fs::file_type::regular:
        return add_file(path, depth == 0);
      case fs::file_type::symlink:
        return skip(path, "folder.link");
      default:
        return skip(path, "folder.no-file");
    }
  }

  void walk_folder(const std::string& path, int depth) {
    if (depth > kDeepest) return skip(path, "folder.too-deep");
    std::error_code problem;
    fs::directory_iterator folder(path, problem);
    if (problem) return skip(path, "file.forbidden");
    std::vector<fs::directory_entry> children;
    for (const fs::directory_iterator end; folder != end; folder.increment(problem)) {
      children.push_back(*folder);
      if (problem || children.size() > kMostEntries) break;
    }
    std::sort(children.begin(), children.end());
    for (const fs::directory_entry& child : children) {
      walk(child.path().string(), child.symlink_status(problem), depth + 1);
    }
  }

  void add_file(const std::string& path, bool named) {
    if (!named && is_litter(path)) return;
    if (!named && is_media_name(path)) {
      ++list_.media;
      return;
    }
    std::string head(Sample::kSize, '\0');
    std::ifstream file(path, std::ios::binary);
    if (!file) return skip(path, "file.forbidden");
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(file.gcount()));
    if (is_zip(head) && !is_document(path, head)) return list_zip(path, list_);
    std::error_code problem;
    const std::uintmax_t size = fs::file_size(path, problem);
    list_.entries.push_back({path, path, std::nullopt, problem ? 0 : size, nullptr});
  }

  // Office files are zips too: some format knows them as they are.
  static bool is_document(const std::string& path, std::string_view head) {
    const Format* format = detect_format({path, head});
    return format != nullptr && format->takes == Takes::bytes;
  }

  void skip(const std::string& path, const char* reason) {
    Message message{reason, {}};
    if (message.key == "file.missing") message.args = {{"hint", ""}};
    list_.skipped.push_back({path, 0, 0, std::move(message)});
  }

  SourceList& list_;
};

}  // namespace

SourceList list_sources(const std::vector<std::string>& paths) {
  SourceList list;
  Walker walker(list);
  for (const std::string& path : paths) walker.walk_named(path);
  return list;
}

}  // namespace postlint
