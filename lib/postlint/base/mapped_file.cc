#include "postlint/base/mapped_file.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace postlint {
namespace {

Error unreadable(const std::string& path, int error_number) {
  return {path, 0, 0, {"file.unreadable", {{"reason", std::string(std::strerror(error_number))}}}};
}

}  // namespace

Result<MappedFile> MappedFile::open(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return failure(unreadable(path, errno));
  struct stat status {};
  int problem = ::fstat(descriptor, &status) == 0 ? 0 : errno;
  if (problem == 0 && S_ISDIR(status.st_mode)) problem = EISDIR;
  MappedFile file;
  if (problem == 0 && status.st_size > 0) {
    const auto size = static_cast<std::size_t>(status.st_size);
    void* data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (data == MAP_FAILED) {
      problem = errno;
    } else {
      file.data_ = static_cast<const char*>(data);
      file.size_ = size;
    }
  }
  ::close(descriptor);
  if (problem != 0) return failure(unreadable(path, problem));
  return file;
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

}  // namespace postlint
