#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "postlint/base/keyed_digest.h"
#include "postlint/suppress/baseline.h"
#include "postlint/suppress/hex_digits.h"
#include "postlint/text/folding.h"

namespace postlint {
namespace {

constexpr std::string_view kFirstWord = "postlint-key-1 ";

Message unwritable(int problem) {
  return {"output.unwritable", {{"reason", std::string(std::strerror(problem))}}};
}

FindingTag tag_from(const KeyedDigest& digest) {
  FindingTag tag;
  std::copy_n(digest.begin(), tag.size(), tag.begin());
  return tag;
}

std::string_view text_of(const std::array<std::uint8_t, 32>& key) {
  return {reinterpret_cast<const char*>(key.data()), key.size()};
}

}  // namespace

Result<BaselineKey> BaselineKey::read(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return failure({path, 0, 0, {"baseline.no-key", {}}});
  constexpr mode_t kOthers = S_IRWXG | S_IRWXO;
  if ((status.st_mode & kOthers) != 0) {
    return failure({path, 0, 0, {"baseline.key-is-open", {{"path", path}}}});
  }
  std::ifstream file(path, std::ios::binary);
  std::string line;
  std::getline(file, line);
  BaselineKey key;
  if (!line.starts_with(kFirstWord) ||
      !from_hex_digits(std::string_view(line).substr(kFirstWord.size()), key.bytes_)) {
    return failure({path, 1, 0, {"baseline.bad-key", {}}});
  }
  return key;
}

Result<BaselineKey> BaselineKey::create(const std::string& path) {
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  std::error_code problem;
  if (!folder.empty()) std::filesystem::create_directories(folder, problem);
  if (problem) return failure({path, 0, 0, unwritable(problem.value())});
  BaselineKey key;
  if (::getrandom(key.bytes_.data(), key.bytes_.size(), 0) !=
      static_cast<ssize_t>(key.bytes_.size())) {
    return failure({path, 0, 0, unwritable(errno)});
  }
  constexpr mode_t kOwnerAlone = S_IRUSR | S_IWUSR;
  const int file =
      ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, kOwnerAlone);
  if (file < 0) return failure({path, 0, 0, unwritable(errno)});
  const std::string line = std::string(kFirstWord) + hex_digits(key.bytes_) + "\n";
  const bool written = ::write(file, line.data(), line.size()) == static_cast<ssize_t>(line.size());
  const int reason = errno;
  if (::close(file) != 0 || !written) return failure({path, 0, 0, unwritable(reason)});
  return key;
}

FindingTag BaselineKey::tag_of(const FindingIdentity& finding) const {
  // An id is enough: a name in the phone book may be changed before the next export.
  const bool has_id = !finding.message.empty();
  return tag_from(
      keyed_digest(text_of(bytes_), {"finding", finding.rule, fold(finding.words), finding.message,
                                     has_id ? "" : finding.author, has_id ? "" : finding.time}));
}

std::string BaselineKey::id() const {
  return hex_digits(tag_from(keyed_digest(text_of(bytes_), {"key"}))).substr(0, 16);
}

}  // namespace postlint
