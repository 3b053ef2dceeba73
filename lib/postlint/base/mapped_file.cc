#include "postlint/base/mapped_file.h"

#include <cerrno>
#include <csignal>
#include <cstdint>
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

// A page of zeros where one of the file should be. mmap is a bare system call; another reason for
// the signal ends the process as it would have.
void put_zeros(int, siginfo_t* what, void*) {
  const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
  const std::uintptr_t place = reinterpret_cast<std::uintptr_t>(what->si_addr) / page * page;
  constexpr int kFlags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED;
  if (what->si_code != BUS_ADRERR ||
      ::mmap(reinterpret_cast<void*>(place), page, PROT_READ, kFlags, -1, 0) == MAP_FAILED)
    std::signal(SIGBUS, SIG_DFL);
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
  file.descriptor_ = descriptor;
  if (problem != 0) return failure(unreadable(path, problem));
  return file;
}

bool MappedFile::has_shrunk() const {
  struct stat status {};
  return descriptor_ >= 0 && ::fstat(descriptor_, &status) == 0 &&
         static_cast<std::size_t>(status.st_size) < size_;
}

void MappedFile::survive_shrinking() {
  struct sigaction action {};
  action.sa_sigaction = put_zeros;
  action.sa_flags = SA_SIGINFO;
  ::sigaction(SIGBUS, &action, nullptr);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)),
      size_(std::exchange(other.size_, 0)),
      descriptor_(std::exchange(other.descriptor_, -1)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace postlint
