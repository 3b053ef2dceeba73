#include "postlint/ingest/json_scanner.h"

namespace postlint {

char JsonScanner::peek() {
  while (position_ < text_.size()) {
    const char c = text_[position_];
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t') return c;
    ++position_;
  }
  return '\0';
}

bool JsonScanner::take(char wanted) {
  if (peek() != wanted || position_ >= text_.size()) return false;
  ++position_;
  return true;
}

// At the opening quote; goes behind the closing one.
bool JsonScanner::skip_string() {
  std::size_t i = position_ + 1;
  for (;;) {
    i = text_.find_first_of("\"\\", i);
    if (i == std::string_view::npos) return false;
    if (text_[i] == '"') break;
    i += 2;
  }
  position_ = i + 1;
  return true;
}

std::optional<std::string_view> JsonScanner::take_string() {
  if (peek() != '"') return std::nullopt;
  const std::size_t begin = position_;
  if (!skip_string()) return std::nullopt;
  return text_.substr(begin + 1, position_ - begin - 2);
}

std::string_view JsonScanner::take_literal() {
  peek();
  const std::size_t begin = position_;
  const std::size_t end = text_.find_first_of(",]} \n\r\t:\"[{", begin);
  position_ = end == std::string_view::npos ? text_.size() : end;
  return text_.substr(begin, position_ - begin);
}

std::optional<std::string_view> JsonScanner::take_value() {
  const char first = peek();
  const std::size_t begin = position_;
  if (first != '"' && first != '{' && first != '[') {
    const std::string_view literal = take_literal();
    return literal.empty() ? std::nullopt : std::optional(literal);
  }
  std::size_t depth = 0;
  do {
    position_ = text_.find_first_of("\"{}[]", position_);
    if (position_ == std::string_view::npos) break;
    const char c = text_[position_];
    if (c == '"') {
      if (!skip_string()) break;
      continue;
    }
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    ++position_;
  } while (depth > 0);
  if (depth > 0 || position_ == std::string_view::npos || position_ == begin) {
    position_ = text_.size();
    return std::nullopt;
  }
  return text_.substr(begin, position_ - begin);
}

std::optional<std::string_view> JsonScanner::next_key() {
  take(',');
  closed_ = take('}');
  if (closed_) return std::nullopt;
  const auto key = take_string();
  if (!key || !take(':')) return std::nullopt;
  return key;
}

bool JsonScanner::next_item() {
  take(',');
  closed_ = take(']');
  return !closed_ && position_ < text_.size();
}

}  // namespace postlint
