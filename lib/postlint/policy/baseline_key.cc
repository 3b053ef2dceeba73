#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include <fcntl.h>
#include <nettle/hmac.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "postlint/policy/baseline.h"
#include "postlint/policy/hex_digits.h"
#include "postlint/text/folding.h"

namespace postlint {
namespace {

constexpr std::string_view kFirstWord = "postlint-key-1 ";

Message unwritable(int problem) {
  return {"output.unwritable", {{"reason", std::string(std::strerror(problem))}}};
}

// One HMAC over some fields. Each field's length goes before it, so that no two rows of fields give
// the same bytes.
class Mac {
 public:
  explicit Mac(const std::array<std::uint8_t, 32>& key) {
    ::hmac_sha256_set_key(&state_, key.size(), key.data());
  }

  Mac& add(std::string_view field) {
    std::uint8_t size[8];
    for (std::size_t i = 0; i < sizeof size; ++i)
      size[i] = static_cast<std::uint8_t>(std::uint64_t{field.size()} >> (8 * i));
    ::hmac_sha256_update(&state_, sizeof size, size);
    ::hmac_sha256_update(&state_, field.size(),
                         reinterpret_cast<const std::uint8_t*>(field.data()));
    return *this;
  }

  FindingTag digest() {
    FindingTag tag;
    ::hmac_sha256_digest(&state_, tag.size(), tag.data());
    return tag;
  }

 private:
  hmac_sha256_ctx state_{};
};

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
  Mac mac(bytes_);
  mac.add("finding").add(finding.rule).add(fold(finding.words)).add(finding.message);
  // An id is enough: a name in the phone book may be changed before the next export.
  const bool has_id = !finding.message.empty();
  mac.add(has_id ? "" : finding.author).add(has_id ? "" : finding.time);
  return mac.digest();
}

std::string BaselineKey::id() const {
  const FindingTag whole = Mac(bytes_).add("key").digest();
  return hex_digits(whole).substr(0, 16);
}

}  // namespace postlint
