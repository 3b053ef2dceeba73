#include "in_place.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/random.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "streams.h"

namespace postlint::cli {
namespace {

// Hidden, and like no other: names that exist are never opened.
std::string temporary_name() {
  std::uint64_t noise = 0;
  if (::getrandom(&noise, sizeof noise, 0) != sizeof noise) return {};
  return fmt::format(".postlint-{:016x}.tmp", noise);
}

// Returns 0, or errno.
int write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(descriptor, text.data(), text.size());
    if (count < 0 && errno != EINTR) return errno;
    if (count > 0) text.remove_prefix(static_cast<std::size_t>(count));
  }
  return 0;
}

// Attributes that users and their programs gave the file; those of the system go along where that
// is allowed. Returns 0, or errno.
int copy_attributes(int from, int to) {
  std::string names(1 << 16, '\0');
  const ssize_t size = ::flistxattr(from, names.data(), names.size());
  if (size < 0) return errno == ENOTSUP ? 0 : errno;
  for (const char* name = names.data(); name < names.data() + size; name += std::strlen(name) + 1) {
    std::string value(1 << 16, '\0');
    const ssize_t length = ::fgetxattr(from, name, value.data(), value.size());
    const bool copied = length >= 0 && ::fsetxattr(to, name, value.data(),
                                                   static_cast<std::size_t>(length), 0) == 0;
    if (!copied && std::string_view(name).starts_with("user.")) return errno;
  }
  return 0;
}

}  // namespace

FileInPlace::FileInPlace(FileInPlace&& other) noexcept
    : path_(std::move(other.path_)),
      folder_(std::exchange(other.folder_, -1)),
      status_(other.status_),
      text_(std::move(other.text_)) {}

FileInPlace::~FileInPlace() {
  if (folder_ >= 0) ::close(folder_);
}

std::string FileInPlace::name() const { return std::filesystem::path(path_).filename(); }

tl::unexpected<Errors> FileInPlace::fail(Message message) const {
  return failure({path_, 0, 0, std::move(message)});
}

tl::unexpected<Errors> FileInPlace::unwritable(int problem) const {
  return fail({"fix.unwritable", {{"reason", std::string(std::strerror(problem))}}});
}

Result<FileInPlace> FileInPlace::open(const std::string& path) {
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  const int descriptor =
      ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  FileInPlace file(path, descriptor);
  if (descriptor < 0) return file.fail(unreadable(errno));
  const Result<void> read = file.read();
  if (!read) return tl::unexpected<Errors>(read.error());
  return file;
}

Result<void> FileInPlace::read() {
  // Not to wait for the other end of a pipe, which is refused below.
  constexpr int kFlags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
  const int descriptor = ::openat(folder_, name().c_str(), kFlags);
  if (descriptor < 0) return fail(errno == ELOOP ? Message{"fix.link", {}} : unreadable(errno));
  int problem = ::fstat(descriptor, &status_) == 0 ? 0 : errno;
  const bool is_file = problem == 0 && S_ISREG(status_.st_mode);
  if (is_file) problem = read_all(descriptor, kLargestDraft, text_);
  ::close(descriptor);
  if (problem != 0) return fail(unreadable(problem));
  if (S_ISDIR(status_.st_mode)) return fail(unreadable(EISDIR));
  if (!is_file) return fail({"fix.no-regular-file", {}});
  if (status_.st_nlink > 1) return fail({"fix.hard-links", {}});
  return {};
}

bool FileInPlace::is_unchanged() const {
  struct stat now {};
  return ::fstatat(folder_, name().c_str(), &now, AT_SYMLINK_NOFOLLOW) == 0 &&
         now.st_dev == status_.st_dev && now.st_ino == status_.st_ino &&
         now.st_size == status_.st_size && now.st_mtim.tv_sec == status_.st_mtim.tv_sec &&
         now.st_mtim.tv_nsec == status_.st_mtim.tv_nsec;
}

// Makes the new file and brings it to the disk. Returns 0, or errno.
int FileInPlace::fill(const std::string& temporary, std::string_view text) const {
  constexpr mode_t kOwnerAlone = 0600;  // until it is whole
  const int descriptor =
      ::openat(folder_, temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
               kOwnerAlone);
  if (descriptor < 0) return errno;
  int problem = write_all(descriptor, text);
  if (problem == 0 && ::fchown(descriptor, status_.st_uid, status_.st_gid) != 0) problem = errno;
  if (problem == 0 && ::fchmod(descriptor, status_.st_mode & 07777) != 0) problem = errno;
  if (problem == 0) {
    const int before = ::openat(folder_, name().c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    problem = before < 0 ? errno : copy_attributes(before, descriptor);
    if (before >= 0) ::close(before);
  }
  if (problem == 0 && ::fsync(descriptor) != 0) problem = errno;
  if (::close(descriptor) != 0 && problem == 0) problem = errno;
  return problem;
}

Result<void> FileInPlace::replace(std::string_view text) {
  const std::string temporary = temporary_name();
  if (temporary.empty()) return unwritable(errno);
  int problem = fill(temporary, text);
  const bool unchanged = is_unchanged();
  if (problem == 0 && unchanged &&
      ::renameat(folder_, temporary.c_str(), folder_, name().c_str()) != 0) {
    problem = errno;
  }
  if (problem == 0 && unchanged) {
    ::fsync(folder_);  // the text is safe either way; some file systems cannot do this
    return {};
  }
  if (problem != EEXIST) ::unlinkat(folder_, temporary.c_str(), 0);
  if (problem != 0) return unwritable(problem);
  return fail({"fix.changed-meanwhile", {}});
}

}  // namespace postlint::cli
