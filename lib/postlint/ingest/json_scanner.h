// Finds its way through JSON of any size without keeping any of it.
//
// Exports are checked where they stand: a finding points at the bytes of the file. So these readers
// need the place of every string, which DOM parsers throw away, and must live with what exports
// really hold: invalid UTF-8 inside strings, lone surrogates, files cut off in the middle.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "postlint/base/span.h"

namespace postlint {

class JsonScanner {
 public:
  explicit JsonScanner(std::string_view text, std::size_t position = 0)
      : text_(text), position_(position) {}

  std::size_t position() const { return position_; }

  // The next character that is no white space; '\0' at the end.
  char peek();
  // Takes the next character if it is `wanted`.
  bool take(char wanted);
  // Takes a string; its contents, still escaped, without the quotes. Nothing if it is no string or
  // has no end.
  std::optional<std::string_view> take_string();
  // Takes a number, true, false or null; empty if it is none.
  std::string_view take_literal();
  // Takes a whole value, whatever it is; its text. Nothing if it has no end. Brackets are counted
  // and not matched by kind.
  std::optional<std::string_view> take_value();

  // Inside an object, after its '{' or a value: takes the next key with its colon. Nothing at the
  // end of the object, which is taken, and where the JSON is broken.
  std::optional<std::string_view> next_key();
  // Inside an array, after its '[' or a value: true if another item follows. At the end of the
  // array, that is taken.
  bool next_item();
  // After next_key() or next_item() found nothing: true if the object or array ended as it should.
  bool closed() const { return closed_; }

 private:
  bool skip_string();

  std::string_view text_;
  std::size_t position_;
  bool closed_ = false;
};

}  // namespace postlint
