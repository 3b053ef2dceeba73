#include "postlint/ingest/source_list.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <utility>

#include <sys/mman.h>
#include <unistd.h>

#include "postlint/base/mapped_file.h"
#include "postlint/ingest/file_names.h"
#include "postlint/ingest/zip.h"

namespace postlint {
namespace {

namespace fs = std::filesystem;

constexpr int kDeepest = 64;
constexpr std::size_t kMostEntries = 1'000'000;
constexpr std::uint64_t kFitsInMemory = std::uint64_t{16} << 20;

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
    char head[4] = {};
    std::ifstream file(path, std::ios::binary);
    if (!file) return skip(path, "file.forbidden");
    file.read(head, sizeof head);
    if (is_zip({head, static_cast<std::size_t>(file.gcount())})) return list_zip(path, list_);
    std::error_code problem;
    const std::uintmax_t size = fs::file_size(path, problem);
    list_.entries.push_back({path, path, std::nullopt, problem ? 0 : size, nullptr});
  }

  void skip(const std::string& path, const char* reason) {
    Message message{reason, {}};
    if (message.key == "file.missing") message.args = {{"hint", ""}};
    list_.skipped.push_back({path, 0, 0, std::move(message)});
  }

  SourceList& list_;
};

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using TemporaryFile = std::unique_ptr<std::FILE, CloseFile>;

Result<std::string> inflate_to_memory(const SourceEntry& entry) {
  std::string bytes;
  const Result<void> done =
      inflate(entry.path, *entry.member, entry.name, [&](std::string_view piece) {
        bytes += piece;
        return true;
      });
  if (!done) return tl::unexpected<Errors>(done.error());
  return bytes;
}

// The file has no name and is gone when it is closed; the mapping holds it until then.
Result<MappedFile> inflate_to_file(const SourceEntry& entry) {
  const TemporaryFile file(std::tmpfile());
  if (file == nullptr) return failure({entry.name, 0, 0, {"archive.no-room", {}}});
  const Result<void> done =
      inflate(entry.path, *entry.member, entry.name, [&](std::string_view piece) {
        return std::fwrite(piece.data(), 1, piece.size(), file.get()) == piece.size();
      });
  if (!done) return tl::unexpected<Errors>(done.error());
  if (std::fflush(file.get()) != 0) return failure({entry.name, 0, 0, {"archive.no-room", {}}});
  return MappedFile::open("/proc/self/fd/" + std::to_string(::fileno(file.get())));
}

}  // namespace

struct OpenSource::Holder {
  std::string name;
  std::string bytes;
  MappedFile file;
  bool mapped = false;
};

OpenSource::OpenSource(std::unique_ptr<Holder> holder) : holder_(std::move(holder)) {}
OpenSource::OpenSource(std::string name, std::string bytes)
    : holder_(std::make_unique<Holder>(Holder{std::move(name), std::move(bytes), {}, false})) {}
OpenSource::OpenSource(OpenSource&&) noexcept = default;
OpenSource& OpenSource::operator=(OpenSource&&) noexcept = default;
OpenSource::~OpenSource() = default;

SourceList list_sources(const std::vector<std::string>& paths) {
  SourceList list;
  Walker walker(list);
  for (const std::string& path : paths) walker.walk_named(path);
  return list;
}

Result<OpenSource> OpenSource::open(const SourceEntry& entry) {
  if (entry.bytes != nullptr) return OpenSource(entry.name, *entry.bytes);
  if (entry.member && entry.size <= kFitsInMemory) {
    Result<std::string> bytes = inflate_to_memory(entry);
    if (!bytes) return tl::unexpected<Errors>(std::move(bytes.error()));
    return OpenSource(entry.name, std::move(*bytes));
  }
  Result<MappedFile> file = entry.member ? inflate_to_file(entry) : MappedFile::open(entry.path);
  if (!file) return tl::unexpected<Errors>(std::move(file.error()));
  return OpenSource(std::make_unique<Holder>(Holder{entry.name, "", std::move(*file), true}));
}

Source OpenSource::source() const {
  return {holder_->name,
          holder_->mapped ? holder_->file.bytes() : std::string_view(holder_->bytes)};
}

void OpenSource::release(SourceRange range) const {
  if (!holder_->mapped) return;
  const auto page = static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
  const std::uint64_t begin = (range.begin + page - 1) / page * page;
  const std::uint64_t end = range.end / page * page;
  if (begin >= end) return;
  // The kernel wants a pointer to change; it changes nothing, for the pages come from the file.
  char* start = const_cast<char*>(holder_->file.bytes().data()) + begin;
  ::madvise(start, end - begin, MADV_DONTNEED);
}

}  // namespace postlint
