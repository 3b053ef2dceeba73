#include "postlint/ingest/zip.h"

#include <algorithm>
#include <filesystem>
#include <memory>

#include <zip.h>

#include "postlint/ingest/file_names.h"

namespace postlint {
namespace {

constexpr std::uint64_t kMostMembers = 100'000;
constexpr std::uint64_t kLargestMember = std::uint64_t{4} << 30;
// Chats shrink to a third or a tenth; only something made to burst shrinks a thousandfold.
constexpr std::uint64_t kHighestRatio = 250;
constexpr std::uint64_t kMostInAll = std::uint64_t{16} << 30;  // of one archive, inflated
constexpr std::uint64_t kRatioMatters = std::uint64_t{1} << 20;

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

struct Close {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

Archive open_archive(const std::string& path) {
  int problem = 0;
  return Archive(zip_open(path.c_str(), ZIP_RDONLY, &problem));
}

// Why a member is not read; empty if it is.
std::string reason_to_skip(const zip_stat_t& member) {
  const std::string_view name = member.name;
  if (leads_outside(name)) return "archive.bad-name";
  if (is_archive_name(name)) return "archive.nested";
  if (member.encryption_method != ZIP_EM_NONE) return "archive.encrypted";
  const bool bursts = member.size > kRatioMatters &&
                      member.size / std::max<std::uint64_t>(member.comp_size, 1) > kHighestRatio;
  if (bursts || member.size > kLargestMember) return "archive.too-large";
  return "";
}

void list_member(const std::string& path, const zip_stat_t& member, SourceList& list) {
  const std::string_view name = member.name;
  const std::string shown = path + "/" + std::string(name);
  if (name.ends_with('/') || is_litter(name)) return;
  if (is_media_name(name)) {
    ++list.media;
    return;
  }
  const std::string reason = reason_to_skip(member);
  if (!reason.empty()) {
    list.skipped.push_back({shown, 0, 0, {reason, {}}});
  } else {
    list.entries.push_back({shown, path, member.index, member.size, nullptr});
  }
}

std::vector<zip_stat_t> members_of(zip_t* archive, std::uint64_t count) {
  constexpr zip_uint64_t kNeeded = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
  std::vector<zip_stat_t> members;
  for (std::uint64_t i = 0; i < count; ++i) {
    zip_stat_t member;
    const bool known = zip_stat_index(archive, i, 0, &member) == 0;
    if (known && (member.valid & kNeeded) == kNeeded) members.push_back(member);
  }
  return members;
}

// What is packed cannot be more than the archive, unless files of it are the same stretch of it.
std::string reason_to_skip_all(const std::string& path, const std::vector<zip_stat_t>& members) {
  std::error_code problem;
  const std::uintmax_t size = std::filesystem::file_size(path, problem);
  std::uint64_t packed = 0, inflated = 0;
  for (const zip_stat_t& member : members) {
    packed += std::min(member.comp_size, kLargestMember);
    inflated += std::min(member.size, kLargestMember);
  }
  if (!problem && packed > size) return "archive.overlapping";
  return inflated > kMostInAll ? "archive.too-large" : "";
}

}  // namespace

struct OpenArchive::Holder {
  std::string path;
  Archive archive;
};

OpenArchive::OpenArchive() : holder_(std::make_unique<Holder>()) {}
OpenArchive::OpenArchive(OpenArchive&&) noexcept = default;
OpenArchive& OpenArchive::operator=(OpenArchive&&) noexcept = default;
OpenArchive::~OpenArchive() = default;

bool is_zip(std::string_view head) {
  return head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06");
}

void list_zip(const std::string& path, SourceList& list) {
  const Archive archive = open_archive(path);
  if (archive == nullptr) {
    list.skipped.push_back({path, 0, 0, {"archive.damaged", {}}});
    return;
  }
  const auto count =
      static_cast<std::uint64_t>(std::max<zip_int64_t>(zip_get_num_entries(archive.get(), 0), 0));
  if (count > kMostMembers) {
    list.skipped.push_back({path, 0, 0, {"archive.too-many", {}}});
    return;
  }
  const std::vector<zip_stat_t> members = members_of(archive.get(), count);
  const std::string reason = reason_to_skip_all(path, members);
  if (!reason.empty()) {
    list.skipped.push_back({path, 0, 0, {reason, {}}});
    return;
  }
  const auto first = static_cast<std::ptrdiff_t>(list.entries.size());
  for (const zip_stat_t& member : members) list_member(path, member, list);
  std::sort(list.entries.begin() + first, list.entries.end(),
            [](const SourceEntry& a, const SourceEntry& b) { return a.name < b.name; });
}

Result<void> OpenArchive::inflate(const std::string& path, std::uint64_t member,
                                  const std::string& name,
                                  const std::function<bool(std::string_view)>& write) {
  const Error damaged{name, 0, 0, {"archive.damaged", {}}};
  if (holder_->archive == nullptr || holder_->path != path) *holder_ = {path, open_archive(path)};
  if (holder_->archive == nullptr) return failure(damaged);
  const std::unique_ptr<zip_file_t, Close> file(zip_fopen_index(holder_->archive.get(), member, 0));
  if (file == nullptr) return failure(damaged);
  std::uint64_t total = 0;
  char buffer[1 << 16];
  for (;;) {
    const zip_int64_t count = zip_fread(file.get(), buffer, sizeof buffer);
    if (count == 0) return {};
    if (count < 0) return failure(damaged);
    total += static_cast<std::uint64_t>(count);
    if (total > kLargestMember) return failure({name, 0, 0, {"archive.too-large", {}}});
    if (!write({buffer, static_cast<std::size_t>(count)})) {
      return failure({name, 0, 0, {"archive.no-room", {}}});
    }
  }
}

}  // namespace postlint
