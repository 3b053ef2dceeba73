// Findings of an archive that are known already: a scan is silent about them, and tells what is new
// and what is gone.
//
// A baseline holds no words. Each finding is a tag, HMAC-SHA-256 under a random key, cut to 128
// bits. What that is worth:
//
//   - Who has the baseline alone learns how many findings there are and of which rules, and nothing
//     of what was said, by whom or when. A plain hash would not do: nine digits are tried in
//     seconds.
//   - Who has the key too can try out guesses ("did Sanne write this BSN at 7:42?"). So the key
//     stands in a file of its own that only its owner may read (0600); it does not belong beside
//     the baseline, nor in version control or a backup that others read.
//   - Who can change the baseline can make a finding look known, if he has the key to make its tag.
//     Without the key he can only remove tags; then findings are reported again.
//   - Without its key a baseline is of no use to anybody. Lost keys are not replaced: make another
//     baseline.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "postlint/base/result.h"

namespace postlint {

// What a finding is known by. Nothing in it moves when messages are put in before it, when lines
// are wrapped or when other words of the same message are masked; so there are no offsets, and no
// words beside it.
struct FindingIdentity {
  std::string_view rule;     // its id
  std::string_view words;    // as they stand there; compared folded. Empty: the message as a whole
  std::string_view message;  // the message's own id, where the export has one; else empty, and
  std::string_view author;   // who wrote it
  std::string_view time;     // and when tell which message it is; all empty: a text by itself
};

using FindingTag = std::array<std::uint8_t, 16>;

// The secret that tags are made with. Immutable, safe to share between threads.
class BaselineKey {
 public:
  // Errors: baseline.no-key, baseline.key-is-open (others may read it), baseline.bad-key,
  // file.unreadable.
  static Result<BaselineKey> read(const std::string& path);
  // Makes a new one, with the folders it lies in. There must be no such file.
  // Errors: output.unwritable.
  static Result<BaselineKey> create(const std::string& path);

  FindingTag tag_of(const FindingIdentity& finding) const;
  // Tells keys apart without telling anything about them: 16 hexadecimal digits.
  std::string id() const;

 private:
  BaselineKey() = default;
  std::array<std::uint8_t, 32> bytes_{};
};

// Known findings, and how often each occurs. Not thread-safe.
class Baseline {
 public:
  // Empty, for findings tagged with `key`.
  explicit Baseline(const BaselineKey& key) : key_id_(key.id()) {}
  // Errors: file.missing, file.unreadable, baseline.bad-line, baseline.other-key (it was made with
  // another one).
  static Result<Baseline> read(const std::string& path, const BaselineKey& key);
  // Writes the file anew; whoever reads it meanwhile gets the old one whole.
  // Errors: output.unwritable.
  Result<void> write(const std::string& path) const;

  // Adds a finding.
  void add(const FindingTag& tag, std::string_view rule);
  // Takes a finding out that a scan met; false if it was not known, or met as often already. What
  // is left in the end is gone from the archive.
  bool take(const FindingTag& tag);
  // Takes out as much of each as the other one holds.
  void subtract(const Baseline& other);

  std::size_t size() const;
  std::map<std::string, std::size_t> count_by_rule() const;

 private:
  struct Known {
    std::string rule;
    std::size_t count = 0;
  };
  std::string key_id_;
  std::map<FindingTag, Known> known_;
};

}  // namespace postlint
