#include <algorithm>
#include <cstdio>
#include <functional>
#include <utility>

#include <sys/mman.h>
#include <unistd.h>

#include "postlint/base/mapped_file.h"
#include "postlint/ingest/source_list.h"
#include "postlint/ingest/text_encoding.h"
#include "postlint/ingest/zip.h"

namespace postlint {
namespace {

constexpr std::uint64_t kFitsInMemory = std::uint64_t{16} << 20;

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using TemporaryFile = std::unique_ptr<std::FILE, CloseFile>;

using Write = std::function<bool(std::string_view piece)>;
// Makes the bytes of a source piece by piece.
using Make = std::function<Result<void>(const Write& write)>;

Result<std::string> make_in_memory(const Make& make) {
  std::string bytes;
  const Result<void> done = make([&](std::string_view piece) {
    bytes += piece;
    return true;
  });
  if (!done) return tl::unexpected<Errors>(done.error());
  return bytes;
}

// The file has no name and is gone when it is closed; the mapping holds it until then.
Result<MappedFile> make_in_file(const std::string& name, const Make& make) {
  const TemporaryFile file(std::tmpfile());
  if (file == nullptr) return failure({name, 0, 0, {"archive.no-room", {}}});
  const Result<void> done = make([&](std::string_view piece) {
    return std::fwrite(piece.data(), 1, piece.size(), file.get()) == piece.size();
  });
  if (!done) return tl::unexpected<Errors>(done.error());
  if (std::fflush(file.get()) != 0) return failure({name, 0, 0, {"archive.no-room", {}}});
  return MappedFile::open("/proc/self/fd/" + std::to_string(::fileno(file.get())));
}

}  // namespace

struct OpenSource::Holder {
  std::string name;
  std::string bytes;
  MappedFile file;
  bool mapped = false;
  TextEncoding encoding = TextEncoding::utf8;  // before it was decoded

  // What `make` makes of about `size` bytes.
  static Result<std::unique_ptr<Holder>> make(const std::string& name, std::uint64_t size,
                                              const Make& make);
  static Result<std::unique_ptr<Holder>> open(const SourceEntry& entry, OpenArchive& archive);
  static Result<std::unique_ptr<Holder>> decoded(const Holder& raw, TextEncoding encoding);

  std::string_view all() const { return mapped ? file.bytes() : std::string_view(bytes); }
};

OpenSource::OpenSource(std::unique_ptr<Holder> holder) : holder_(std::move(holder)) {}
OpenSource::OpenSource(std::string name, std::string bytes)
    : holder_(std::make_unique<Holder>(Holder{std::move(name), std::move(bytes), {}})) {}
OpenSource::OpenSource(OpenSource&&) noexcept = default;
OpenSource& OpenSource::operator=(OpenSource&&) noexcept = default;
OpenSource::~OpenSource() = default;

Result<std::unique_ptr<OpenSource::Holder>> OpenSource::Holder::make(const std::string& name,
                                                                     std::uint64_t size,
                                                                     const Make& make) {
  auto holder = std::make_unique<Holder>();
  holder->name = name;
  holder->mapped = size > kFitsInMemory;
  if (holder->mapped) {
    Result<MappedFile> file = make_in_file(name, make);
    if (!file) return tl::unexpected<Errors>(std::move(file.error()));
    holder->file = std::move(*file);
  } else {
    Result<std::string> bytes = make_in_memory(make);
    if (!bytes) return tl::unexpected<Errors>(std::move(bytes.error()));
    holder->bytes = std::move(*bytes);
  }
  return holder;
}

Result<std::unique_ptr<OpenSource::Holder>> OpenSource::Holder::open(const SourceEntry& entry,
                                                                     OpenArchive& archive) {
  if (entry.member) {
    return make(entry.name, entry.size, [&](const Write& write) {
      return archive.inflate(entry.path, *entry.member, entry.name, write);
    });
  }
  auto holder = std::make_unique<Holder>();
  holder->name = entry.name;
  holder->mapped = entry.bytes == nullptr;
  if (!holder->mapped) {
    holder->bytes = *entry.bytes;
    return holder;
  }
  Result<MappedFile> file = MappedFile::open(entry.path);
  if (!file) return tl::unexpected<Errors>(std::move(file.error()));
  holder->file = std::move(*file);
  return holder;
}

Result<std::unique_ptr<OpenSource::Holder>> OpenSource::Holder::decoded(const Holder& raw,
                                                                        TextEncoding encoding) {
  auto holder = make(raw.name, raw.all().size(), [&](const Write& write) -> Result<void> {
    if (to_utf8(raw.all(), encoding, write)) return {};
    return failure({raw.name, 0, 0, {"archive.no-room", {}}});
  });
  if (holder) (*holder)->encoding = encoding;
  return holder;
}

Result<OpenSource> OpenSource::open(const SourceEntry& entry) {
  OpenArchive archive;
  return open(entry, archive);
}

Result<OpenSource> OpenSource::open(const SourceEntry& entry, OpenArchive& archive) {
  auto holder = Holder::open(entry, archive);
  if (!holder) return tl::unexpected<Errors>(std::move(holder.error()));
  return OpenSource(std::move(*holder));
}

Result<OpenSource> OpenSource::decoded(TextEncoding encoding) const {
  auto holder = Holder::decoded(*holder_, encoding);
  if (!holder) return tl::unexpected<Errors>(std::move(holder.error()));
  return OpenSource(std::move(*holder));
}

bool OpenSource::has_shrunk() const { return holder_->mapped && holder_->file.has_shrunk(); }

TextEncoding OpenSource::encoding() const { return holder_->encoding; }

Source OpenSource::source() const { return {holder_->name, holder_->all()}; }

std::uint64_t OpenSource::place_in_file(std::uint64_t offset, std::uint64_t utf16) const {
  return place_in(holder_->encoding, offset, utf16);
}

void OpenSource::release(SourceRange range) const {
  if (!holder_->mapped) return;
  const auto page = static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
  // From some way before it: a page is shared with the range before, and the kernel maps pages
  // around those that are touched.
  constexpr std::uint64_t kAround = std::uint64_t{256} << 10;
  const std::uint64_t begin = (range.begin - std::min(range.begin, kAround)) / page * page;
  const std::uint64_t end = range.end / page * page;
  if (begin >= end) return;
  // The kernel wants a pointer to change; it changes nothing, for the pages come from the file.
  char* start = const_cast<char*>(holder_->file.bytes().data()) + begin;
  ::madvise(start, end - begin, MADV_DONTNEED);
}

}  // namespace postlint
