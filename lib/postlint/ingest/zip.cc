#include "postlint/ingest/zip.h"

#include <algorithm>
#include <memory>

#include <zip.h>

#include "postlint/ingest/file_names.h"

namespace postlint {
namespace {

constexpr std::uint64_t kMostMembers = 100'000;
constexpr std::uint64_t kLargestMember = std::uint64_t{4} << 30;
// Chats shrink to a third or a tenth; only something made to burst shrinks a thousandfold.
constexpr std::uint64_t kHighestRatio = 250;
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

}  // namespace

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
  const auto first = static_cast<std::ptrdiff_t>(list.entries.size());
  for (std::uint64_t i = 0; i < count; ++i) {
    zip_stat_t member;
    constexpr zip_uint64_t kNeeded = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
    const bool known =
        zip_stat_index(archive.get(), i, 0, &member) == 0 && (member.valid & kNeeded) == kNeeded;
    if (known) list_member(path, member, list);
  }
  std::sort(list.entries.begin() + first, list.entries.end(),
            [](const SourceEntry& a, const SourceEntry& b) { return a.name < b.name; });
}

Result<void> inflate(const std::string& path, std::uint64_t member, const std::string& name,
                     const std::function<bool(std::string_view)>& write) {
  const Error damaged{name, 0, 0, {"archive.damaged", {}}};
  const Archive archive = open_archive(path);
  if (archive == nullptr) return failure(damaged);
  const std::unique_ptr<zip_file_t, Close> file(zip_fopen_index(archive.get(), member, 0));
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
