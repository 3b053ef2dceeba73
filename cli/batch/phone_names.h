// Authors whom a chat program shows by their number, for they are in nobody's phone book.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace postlint::cli {

// What there is to know of a name that is a number, or holds one.
struct PhoneName {
  bool is_new = false;  // not seen before in this source
  std::uint32_t nth =
      0;  // of the numbers that look the same when masked, from 1; 0: it is no number
};

// How reports show the author: a number masked but for its last two digits, with "(2)" after it if
// it is the second one to look so. Other names stay as they are.
std::string masked_author(std::string_view author, const PhoneName& phone);

// Takes authors in the order of the input, of all sources of a run: a number is the same author in
// each. What does not fit in any more is always new, and the first. Not thread-safe.
class PhoneNames {
 public:
  void start_source() { ++source_; }
  PhoneName look_up(std::string_view author);

 private:
  struct Known {
    std::uint32_t nth = 0;
    std::size_t source = 0;  // where it was seen last
  };
  std::map<std::string, Known, std::less<>> known_;
  std::map<std::string, std::uint32_t> alike_;  // how many there are of a masked one
  std::size_t source_ = 0;
};

}  // namespace postlint::cli
