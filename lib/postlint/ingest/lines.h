// The lines of a text, one after the other.
#pragma once

#include <cstddef>
#include <string_view>

namespace postlint {

// Lines end at LF alone, as exports write them; a CR before it belongs to the line end. The last
// line may lack its end. The text must outlive this.
class Lines {
 public:
  explicit Lines(std::string_view text, std::size_t begin = 0) : text_(text), next_(begin) {}

  // Goes to the next line; false if there is none.
  bool next() {
    if (next_ >= text_.size()) return false;
    begin_ = next_;
    const std::size_t end = text_.find('\n', begin_);
    next_ = end == std::string_view::npos ? text_.size() : end + 1;
    return true;
  }

  // Valid after next() was true.
  std::size_t begin() const { return begin_; }  // of this line
  std::size_t end() const { return next_; }     // of this line with its line end
  std::string_view line() const {               // without its line end
    std::string_view line = text_.substr(begin_, next_ - begin_);
    if (line.ends_with('\n')) line.remove_suffix(1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  }

 private:
  std::string_view text_;
  std::size_t begin_ = 0;
  std::size_t next_ = 0;
};

}  // namespace postlint
