// Drafts in, reports out; every failure is noticed.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "postlint/base/result.h"
#include "postlint/linter.h"

namespace postlint::cli {

struct Input {
  std::string name;  // as reports show it: "brief.txt", "<stdin>"
  std::string text;  // all bytes
};

// Reads a file whole; "-" is standard input. Pipes and devices will do. No more is read than it
// takes to see that there are more than `limit` bytes.
// Errors: file.missing (hint empty), file.directory, file.forbidden, file.unreadable,
// file.too-large.
Result<Input> read_input(const std::string& path, std::uint64_t limit = kLargestDraft);

// That reports would go over one of the files that are to be read (output.is-input); nothing if all
// is well. Standard input and output never are.
std::optional<Error> overwrites_input(const std::string& output,
                                      std::span<const std::string> inputs);

// The rest of what a descriptor gives. Returns 0, or errno: EFBIG where it is more than `limit`.
int read_all(int descriptor, std::uint64_t limit, std::string& text);
// What to say of an errno that reading gave.
Message unreadable(int problem, std::uint64_t limit = kLargestDraft);

// Where reports go. Not copyable; closes what it opened.
class Output {
 public:
  // Standard output for an empty path; else the file, made or emptied.
  static Result<Output> open(const std::string& path);

  Output(Output&& other) noexcept;
  Output& operator=(Output&& other) = delete;
  ~Output();

  int descriptor() const { return descriptor_; }

  // Writes all of it. After a failure further writes do nothing.
  void write(std::string_view text);
  // True after a failure, a reader that closed its pipe among them.
  bool failed() const { return problem_ != 0; }

  // Call at the end: what went wrong, if anything did (output.unwritable). A reader that closed its
  // pipe has seen enough, and that is no error.
  Result<void> finish();

 private:
  Output(int descriptor, std::string path);

  int descriptor_;
  std::string path_;
  int problem_ = 0;  // errno of the first failure
};

}  // namespace postlint::cli
