#include "postlint/ingest/file_names.h"

#include <algorithm>
#include <array>

#include "postlint/ingest/characters.h"

namespace postlint {
namespace {

constexpr std::string_view kMedia[] = {
    ".jpg", ".jpeg", ".png", ".gif",  ".webp", ".heic", ".bmp",  ".tif", ".tiff", ".svg",
    ".ico", ".mp4",  ".mov", ".avi",  ".3gp",  ".mkv",  ".webm", ".m4v", ".mp3",  ".m4a",
    ".aac", ".ogg",  ".oga", ".opus", ".amr",  ".wav",  ".flac", ".was", ".tgs",  ".thumb"};

constexpr std::string_view kArchives[] = {".zip", ".7z",  ".rar", ".tar", ".gz", ".tgz",
                                          ".bz2", ".tbz", ".xz",  ".txz", ".zst"};

template <typename Extensions>
bool has_one_of(const Extensions& extensions, std::string_view name) {
  return std::any_of(std::begin(extensions), std::end(extensions), [&](std::string_view extension) {
    return ends_with_any_case(name, extension);
  });
}

}  // namespace

bool is_media_name(std::string_view name) { return has_one_of(kMedia, name); }

bool is_archive_name(std::string_view name) { return has_one_of(kArchives, name); }

bool is_litter(std::string_view name) {
  const std::string_view file = name.substr(name.rfind('/') + 1);
  return name.find("__MACOSX/") != std::string_view::npos || file.starts_with("._") ||
         file == ".DS_Store" || file == "Thumbs.db" || file == "desktop.ini";
}

bool leads_outside(std::string_view path) {
  if (path.starts_with('/') || path.starts_with('\\') || path.substr(1, 1) == ":") return true;
  std::string_view rest = path;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of("/\\"), rest.size());
    if (rest.substr(0, end) == "..") return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

}  // namespace postlint
