#include "postlint/detect/regex/reader.h"

#include <algorithm>
#include <string>
#include <utility>

#include "postlint/base/ascii.h"

namespace postlint {
namespace {

// Reads an expression in RE2's syntax.
class ExpressionReader {
 public:
  explicit ExpressionReader(std::string_view expression) : rest_(expression) {}

  // Nothing if there is something in it that is not known here.
  std::optional<RegexPart> read() {
    RegexPart part = read_alternatives();
    if (failed_ || !rest_.empty()) return std::nullopt;
    return part;
  }

 private:
  RegexPart read_alternatives() {
    const bool ignores_case = ignores_case_;
    RegexPart part = read_row();
    while (take("|")) part = match_either(part, read_row());
    ignores_case_ = ignores_case;  // flags last to the end of their group
    return part;
  }

  RegexPart read_row() {
    RegexRow row;
    while (!failed_ && !rest_.empty() && rest_.front() != '|' && rest_.front() != ')')
      row.add(read_repeated());
    return row.take();
  }

  RegexPart read_repeated() {
    RegexPart part = read_one();
    while (!failed_) {
      if (take("*")) {
        part = match_repeated(std::move(part), 0, kNoLimit);
      } else if (take("+")) {
        part = match_repeated(std::move(part), 1, kNoLimit);
      } else if (take("?")) {
        part = match_repeated(std::move(part), 0, 1);
      } else if (const auto counts = read_counts()) {
        part = match_repeated(std::move(part), counts->first, counts->second);
      } else {
        break;
      }
      take("?");  // lazy: the same texts
    }
    return part;
  }

  // "{2}", "{2,}", "{2,5}"; anything else after a brace is text.
  std::optional<std::pair<std::uint32_t, std::uint32_t>> read_counts() {
    const std::string_view before = rest_;
    if (take("{")) {
      if (const auto least = read_number()) {
        if (take("}")) return std::pair(*least, *least);
        if (take(",}")) return std::pair(*least, kNoLimit);
        const auto most = take(",") ? read_number() : std::nullopt;
        if (most && take("}")) return std::pair(*least, *most);
      }
    }
    rest_ = before;
    return std::nullopt;
  }

  std::optional<std::uint32_t> read_number() {
    std::uint32_t number = 0;
    std::size_t length = 0;
    for (; length < rest_.size() && length < 6 && is_ascii_digit(byte(length)); ++length)
      number = number * 10 + (byte(length) - '0');
    rest_.remove_prefix(length);
    return length == 0 ? std::nullopt : std::optional(number);
  }

  RegexPart read_one() {
    const unsigned char first = byte(0);
    if (first == '(') return read_group();
    if (first == '[') return read_class();
    if (first == '\\') return read_escape();
    rest_.remove_prefix(1);
    if (first == '^' || first == '$') return match_nothing();
    if (first == '.') return match_one_of(ByteSet().set(), true);
    return literal(first);
  }

  RegexPart literal(unsigned char c) {
    if (c >= 128 && ignores_case_) return wide_letter();
    ByteSet bytes;
    add(bytes, c);
    RegexPart part = match_one_of(bytes, false);
    part.exact = std::string(1, static_cast<char>(to_ascii_lower(c)));
    return part;
  }

  // A letter beyond ASCII, whose capital has other bytes.
  RegexPart wide_letter() {
    while (!rest_.empty() && is_continuation_byte(byte(0))) rest_.remove_prefix(1);
    return match_one_of(ByteSet().set(), true);
  }

  RegexPart read_group() {
    rest_.remove_prefix(1);
    const bool ignores_case = ignores_case_;
    if (take("?")) {
      if (take("P<") || take("<")) {
        rest_.remove_prefix(std::min(rest_.find('>'), rest_.size()));
        failed_ = failed_ || !take(">");
      } else if (!read_flags()) {
        return match_nothing();  // "(?i)": up to the end of the group around it
      }
    }
    RegexPart part = read_alternatives();
    failed_ = failed_ || !take(")");
    ignores_case_ = ignores_case;
    return part;
  }

  // Whether a group follows: "(?i:" and "(?:", not "(?i)".
  bool read_flags() {
    bool sets = true;
    for (; !rest_.empty(); rest_.remove_prefix(1)) {
      const char flag = rest_.front();
      if (take(":")) return true;
      if (take(")")) return false;
      if (flag == 'i') ignores_case_ = sets;
      if (flag == '-') sets = false;
      if (std::string_view("imsU-").find(flag) == std::string_view::npos) break;
    }
    failed_ = true;
    return false;
  }

  // A backslash and what belongs to it, outside a class.
  RegexPart read_escape() {
    for (const std::string_view edge : {"\\b", "\\B", "\\A", "\\z"}) {
      if (take(edge)) return match_nothing();
    }
    ByteSet bytes;
    bool wide = false;
    if (read_class_escape(bytes, wide)) return match_one_of(bytes, wide);
    const auto c = read_escaped_character();
    if (c) return literal(*c);
    failed_ = true;
    return match_nothing();
  }

  bool read_class_escape(ByteSet& bytes, bool& wide) {
    struct Named {
      std::string_view name;
      std::string_view ranges;  // pairs of first and last
      bool is_negated;
      bool is_wide;
    };
    static constexpr Named kNamed[] = {
        {"\\d", "09", false, false},         {"\\D", "09", true, true},
        {"\\w", "09AZaz__", false, false},   {"\\W", "09AZaz__", true, true},
        {"\\s", "  \t\n\f\r", false, false}, {"\\S", "  \t\n\f\r", true, true},
        {"\\p{L}", "AZaz", false, true},     {"\\p{Lu}", "AZ", false, true},
        {"\\p{Ll}", "az", false, true},
    };
    for (const Named& it : kNamed) {
      if (!take(it.name)) continue;
      ByteSet named;
      for (std::size_t i = 0; i + 1 < it.ranges.size(); i += 2)
        add_range(named, static_cast<unsigned char>(it.ranges[i]),
                  static_cast<unsigned char>(it.ranges[i + 1]));
      bytes |= it.is_negated ? ~named : named;
      if (it.is_wide) add_wide(bytes);
      wide = wide || it.is_wide;
      return true;
    }
    return false;
  }

  // "\." and the like, "\n"; ASCII alone.
  std::optional<unsigned char> read_escaped_character() {
    if (rest_.size() < 2) return std::nullopt;
    const unsigned char c = byte(1);
    const bool is_letter = (to_ascii_lower(c) >= 'a' && to_ascii_lower(c) <= 'z');
    constexpr std::string_view kLetters = "nrtf";
    constexpr std::string_view kMeant = "\n\r\t\f";
    const std::size_t known = kLetters.find(static_cast<char>(c));
    if ((is_letter && known == std::string_view::npos) || is_ascii_digit(c) || c >= 128)
      return std::nullopt;
    rest_.remove_prefix(2);
    return is_letter ? static_cast<unsigned char>(kMeant[known]) : c;
  }

  RegexPart read_class() {
    rest_.remove_prefix(1);
    const bool is_negated = take("^");
    ByteSet bytes;
    bool wide = false;
    for (bool is_first = true; !failed_ && (is_first || !take("]")); is_first = false)
      read_class_item(bytes, wide);
    if (is_negated) {
      bytes = ~bytes;
      add_wide(bytes);
    }
    return match_one_of(bytes, wide || is_negated);
  }

  void read_class_item(ByteSet& bytes, bool& wide) {
    if (rest_.starts_with("[:")) failed_ = true;
    if (read_class_escape(bytes, wide)) return;
    const auto first = read_class_character();
    const bool is_range = rest_.size() > 1 && rest_[0] == '-' && rest_[1] != ']';
    if (is_range) rest_.remove_prefix(1);
    const auto last = is_range ? read_class_character() : first;
    if (!first || !last) return;
    add_range(bytes, *first, std::min<unsigned char>(*last, 127));
    if (*last >= 128) {
      add_wide(bytes);
      wide = true;
    }
  }

  // One character of a class; of one beyond ASCII the first byte, and the rest is skipped.
  std::optional<unsigned char> read_class_character() {
    failed_ = failed_ || rest_.empty();
    if (failed_) return std::nullopt;
    if (rest_.starts_with("\\x{")) {
      rest_.remove_prefix(std::min(rest_.find('}'), rest_.size() - 1) + 1);
      return static_cast<unsigned char>(255);
    }
    if (rest_.front() == '\\') {
      const auto escaped = read_escaped_character();
      failed_ = !escaped;
      return escaped;
    }
    const unsigned char c = byte(0);
    rest_.remove_prefix(1);
    while (c >= 128 && !rest_.empty() && is_continuation_byte(byte(0))) rest_.remove_prefix(1);
    return c;
  }

  void add_range(ByteSet& bytes, unsigned char first, unsigned char last) const {
    for (unsigned c = first; c <= last; ++c) add(bytes, static_cast<unsigned char>(c));
  }

  void add(ByteSet& bytes, unsigned char c) const {
    bytes.set(c);
    if (!ignores_case_) return;
    const unsigned char small = to_ascii_lower(c);
    bytes.set(small);
    if (small >= 'a' && small <= 'z') bytes.set(small - 32U);
  }

  static void add_wide(ByteSet& bytes) {
    for (unsigned c = 128; c < 256; ++c) bytes.set(c);
  }

  bool take(std::string_view what) {
    if (!rest_.starts_with(what)) return false;
    rest_.remove_prefix(what.size());
    return true;
  }

  unsigned char byte(std::size_t at) const { return static_cast<unsigned char>(rest_[at]); }

  std::string_view rest_;
  bool ignores_case_ = false;
  bool failed_ = false;
};

}  // namespace

std::optional<RegexPart> read_regex(std::string_view expression) {
  return ExpressionReader(expression).read();
}

}  // namespace postlint
