#include "postlint/ingest/json_tree.h"

#include <algorithm>
#include <charconv>

#include "postlint/ingest/json_scanner.h"
#include "postlint/ingest/utf8_writer.h"

namespace postlint {
namespace {

constexpr int kDeepest = 64;

std::optional<std::uint32_t> hex4(std::string_view text) {
  std::uint32_t value = 0;
  if (text.size() < 4) return std::nullopt;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + 4, value, 16);
  if (problem != std::errc() || end != text.data() + 4) return std::nullopt;
  return value;
}

bool is_high_surrogate(std::uint32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low_surrogate(std::uint32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

struct Escape {
  std::string made;
  std::size_t size = 2;  // bytes of the escape
};

// "\u00e9", "\ud83d\ude42"; a surrogate alone becomes U+FFFD when it is written.
Escape unicode_escape(std::string_view text, bool bytes_escaped) {
  Escape escape;
  const auto unit = hex4(text.substr(2));
  if (!unit) return {"\\u", 2};
  escape.size = 6;
  if (bytes_escaped && *unit < 0x100) return {std::string(1, static_cast<char>(*unit)), 6};
  std::uint32_t code_point = *unit;
  if (is_high_surrogate(*unit) && text.substr(6, 2) == "\\u") {
    const auto low = hex4(text.substr(8));
    if (low && is_low_surrogate(*low)) {
      code_point = 0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00);
      escape.size = 12;
    }
  }
  append_utf8(code_point, escape.made);
  return escape;
}

// `text` begins with a backslash.
Escape read_escape(std::string_view text, bool bytes_escaped) {
  const char c = text.size() > 1 ? text[1] : '\\';
  switch (c) {
    case 'n':
      return {"\n"};
    case 't':
      return {"\t"};
    case 'r':
      return {"\r"};
    case 'b':
      return {"\b"};
    case 'f':
      return {"\f"};
    case 'u':
      return unicode_escape(text, bytes_escaped);
    default:
      return {std::string(1, c), text.size() > 1 ? std::size_t{2} : std::size_t{1}};
  }
}

}  // namespace

// Makes nodes of a value, depth first.
class JsonTree::Builder {
 public:
  Builder(JsonTree& tree, std::string_view text) : tree_(tree), text_(text), scanner_(text) {}

  // True if the text is one value and nothing else.
  bool build() { return value(0) != kNone && scanner_.peek() == '\0'; }

 private:
  std::uint32_t value(int depth) {
    if (depth > kDeepest) return kNone;
    const auto node = static_cast<std::uint32_t>(tree_.nodes_.size());
    tree_.nodes_.emplace_back();
    const char first = scanner_.peek();
    const std::size_t begin = scanner_.position();
    bool good = false;
    if (first == '{') {
      good = object(node, depth);
    } else if (first == '[') {
      good = array(node, depth);
    } else if (first == '"') {
      return string(node);
    } else {
      good = !scanner_.take_literal().empty();
    }
    at(node).begin = static_cast<std::uint32_t>(begin);
    at(node).end = static_cast<std::uint32_t>(scanner_.position());
    return good ? node : kNone;
  }

  Node& at(std::uint32_t node) { return tree_.nodes_[node]; }

  std::uint32_t place(std::string_view part) const {
    return static_cast<std::uint32_t>(part.data() - text_.data());
  }

  std::uint32_t string(std::uint32_t node) {
    const auto contents = scanner_.take_string();
    if (!contents) return kNone;
    at(node).type = '"';
    at(node).begin = place(*contents);
    at(node).end = at(node).begin + static_cast<std::uint32_t>(contents->size());
    return node;
  }

  void link(std::uint32_t parent, std::uint32_t& last, std::uint32_t child) {
    (last == kNone ? at(parent).first : at(last).next) = child;
    last = child;
  }

  bool object(std::uint32_t node, int depth) {
    at(node).type = '{';
    scanner_.take('{');
    std::uint32_t last = kNone;
    while (const auto key = scanner_.next_key()) {
      const std::uint32_t member = value(depth + 1);
      if (member == kNone) return false;
      at(member).key_begin = place(*key);
      at(member).key_end = at(member).key_begin + static_cast<std::uint32_t>(key->size());
      link(node, last, member);
    }
    return scanner_.closed();
  }

  bool array(std::uint32_t node, int depth) {
    at(node).type = '[';
    scanner_.take('[');
    std::uint32_t last = kNone;
    while (scanner_.next_item()) {
      const std::uint32_t item = value(depth + 1);
      if (item == kNone) return false;
      link(node, last, item);
    }
    return scanner_.closed();
  }

  JsonTree& tree_;
  std::string_view text_;
  JsonScanner scanner_;
};

bool JsonTree::parse(std::string_view text, std::uint64_t source) {
  nodes_.clear();
  text_ = text;
  source_ = source;
  if (text.size() > MappedText::kLargest) return false;
  const bool good = Builder(*this, text).build();
  if (!good) nodes_.clear();
  return good;
}

char JsonValue::type() const { return tree_ == nullptr ? '\0' : tree_->nodes_[node_].type; }

JsonValue JsonValue::first() const {
  if (!is_object() && !is_array()) return {};
  const std::uint32_t child = tree_->nodes_[node_].first;
  return child == JsonTree::kNone ? JsonValue() : JsonValue(tree_, child);
}

JsonValue JsonValue::next() const {
  if (tree_ == nullptr) return {};
  const std::uint32_t sibling = tree_->nodes_[node_].next;
  return sibling == JsonTree::kNone ? JsonValue() : JsonValue(tree_, sibling);
}

JsonValue JsonValue::operator[](std::string_view wanted) const {
  if (!is_object()) return {};
  for (JsonValue member = first(); member; member = member.next()) {
    if (member.key() == wanted) return member;
  }
  return {};
}

std::string_view JsonValue::key() const {
  if (tree_ == nullptr) return {};
  const auto& node = tree_->nodes_[node_];
  return tree_->text_.substr(node.key_begin, node.key_end - node.key_begin);
}

std::string_view JsonValue::raw() const {
  if (tree_ == nullptr) return {};
  const auto& node = tree_->nodes_[node_];
  return tree_->text_.substr(node.begin, node.end - node.begin);
}

SourceRange JsonValue::range() const {
  if (tree_ == nullptr) return {};
  const auto& node = tree_->nodes_[node_];
  return {tree_->source_ + node.begin, tree_->source_ + node.end};
}

void JsonValue::append_to(MappedText& out) const {
  if (!is_string()) return;
  std::string_view rest = raw();
  std::uint64_t offset = range().begin;
  if (!out.accepts(range())) {
    out.add(text());
    return;
  }
  while (!rest.empty()) {
    const std::size_t plain = std::min(rest.find('\\'), rest.size());
    if (plain > 0) out.copy(rest.substr(0, plain), offset);
    rest.remove_prefix(plain);
    offset += plain;
    if (rest.empty()) break;
    const Escape escape = read_escape(rest, tree_->bytes_escaped_);
    out.replace(escape.made, {offset, offset + escape.size});
    rest.remove_prefix(escape.size);
    offset += escape.size;
  }
}

std::string JsonValue::text() const {
  if (type() == 'l') return raw() == "null" ? std::string() : std::string(raw());
  if (!is_string()) return {};
  MappedText unescaped;
  append_to(unescaped);
  return std::move(unescaped.text());
}

std::optional<std::int64_t> JsonValue::integer() const {
  if (type() != 'l' && !is_string()) return std::nullopt;
  const std::string_view digits = raw();
  std::int64_t value = 0;
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (problem != std::errc() || end == digits.data()) return std::nullopt;
  return value;
}

}  // namespace postlint
