#include "postlint/detect/regex_needs.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace postlint {
namespace {

constexpr std::uint32_t kGap = TextTraits::kLongestGap;
constexpr std::uint32_t kTooLong = kGap + 1;
constexpr std::size_t kMostSets = 4;
constexpr std::size_t kMostLiterals = 64;
constexpr std::size_t kShortestLiteral = 2;

bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }
bool is_code(unsigned char c) { return is_digit(c) || (c >= 'A' && c <= 'Z') || c == '<'; }
unsigned char to_small(unsigned char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<unsigned char>(c + 32) : c;
}

// What every match of a part of an expression is and holds.
struct Part {
  std::size_t size = 0;       // bytes, at least
  std::uint32_t longest = 0;  // bytes, at most; kTooLong stands for more as well
  // Its code characters are one cluster; without any it is a gap.
  bool is_cluster = true;
  std::uint32_t codes = 0;       // of the cluster, at least
  std::uint32_t digits = 0;      // among them
  std::uint32_t before = 0;      // bytes before its first code character, at most
  std::uint32_t behind = 0;      // bytes behind its last
  std::uint32_t best_codes = 0;  // of the largest cluster anywhere in it
  std::uint32_t best_digits = 0;
  std::vector<ByteSet> sets;          // a byte of each
  std::vector<std::string> literals;  // one of these; none: whatever
  std::optional<std::string> exact;   // all that it matches, in small letters
};

std::uint32_t limited(std::uint64_t length) {
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(length, kTooLong));
}

void note_cluster(Part& part, std::uint32_t codes, std::uint32_t digits) {
  if (std::pair(digits, codes) <= std::pair(part.best_digits, part.best_codes)) return;
  part.best_codes = codes;
  part.best_digits = digits;
}

// How often one of the bytes is met, roughly.
unsigned commonness(const ByteSet& bytes) {
  unsigned sum = bytes[0xC3] ? 8 : 0;
  for (unsigned c = 0; c < 128; ++c) {
    if (!bytes[c]) continue;
    const bool is_common = (c >= 'a' && c <= 'z') || c == ' ' || c == '\n';
    const bool is_mark = c == '.' || c == ',' || c == '!' || c == '?';
    sum += is_common ? 20 : is_mark ? 12 : 1;
  }
  return sum;
}

bool is_rarer(const ByteSet& a, const ByteSet& b) { return commonness(a) < commonness(b); }

void add_set(Part& part, const ByteSet& set) {
  constexpr unsigned kTooCommon = 200;
  if (commonness(set) > kTooCommon) return;
  part.sets.push_back(set);
  std::sort(part.sets.begin(), part.sets.end(), is_rarer);
  if (part.sets.size() > kMostSets) part.sets.pop_back();
}

std::size_t shortest(const std::vector<std::string>& literals) {
  std::size_t size = literals.empty() ? 0 : literals.front().size();
  for (const std::string& literal : literals) size = std::min(size, literal.size());
  return size;
}

// Of two lists of literals the one that says more stays.
void offer_literals(Part& part, const std::vector<std::string>& literals) {
  if (shortest(literals) < kShortestLiteral || literals.size() > kMostLiterals) return;
  const bool says_more = shortest(literals) != shortest(part.literals)
                             ? shortest(literals) > shortest(part.literals)
                             : literals.size() < part.literals.size();
  if (says_more) part.literals = literals;
}

Part one_of(const ByteSet& bytes, bool may_be_wide) {
  Part part;
  part.size = 1;
  part.longest = may_be_wide ? kTooLong : 1;
  bool is_code_only = !may_be_wide && bytes.any();
  bool is_digit_only = is_code_only;
  for (unsigned c = 0; c < 256; ++c) {
    if (!bytes[c]) continue;
    is_code_only = is_code_only && is_code(static_cast<unsigned char>(c));
    is_digit_only = is_digit_only && is_digit(static_cast<unsigned char>(c));
  }
  part.codes = is_code_only ? 1 : 0;
  part.digits = is_digit_only ? 1 : 0;
  note_cluster(part, part.codes, part.digits);
  add_set(part, bytes);
  return part;
}

Part nothing() {
  Part part;
  part.exact = "";
  return part;
}

// Puts parts in a row together.
class Row {
 public:
  void add(const Part& part) {
    whole_.size += part.size;
    whole_.longest = limited(std::uint64_t{whole_.longest} + part.longest);
    for (const ByteSet& set : part.sets) add_set(whole_, set);
    offer_literals(whole_, part.literals);
    add_literal(part);
    note_cluster(whole_, part.best_codes, part.best_digits);
    if (!part.is_cluster) {
      end_cluster();
    } else if (part.codes == 0) {
      add_gap(part.longest);
    } else {
      add_cluster(part);
    }
  }

  Part take() {
    offer_literals(whole_, {literal_});
    if (is_exact_) whole_.exact = literal_;
    note_cluster(whole_, whole_.codes, whole_.digits);
    return std::move(whole_);
  }

 private:
  void add_literal(const Part& part) {
    if (part.exact) {
      literal_ += *part.exact;
    } else {
      offer_literals(whole_, {literal_});
      literal_.clear();
      is_exact_ = false;
    }
  }

  void add_gap(std::uint32_t longest) {
    std::uint32_t& gap = whole_.codes == 0 ? whole_.before : whole_.behind;
    gap = limited(std::uint64_t{gap} + longest);
  }

  // `whole_` holds the numbers of the cluster that the row ends with.
  void add_cluster(const Part& part) {
    if (whole_.codes > 0 && whole_.behind + part.before > kGap) end_cluster();
    if (whole_.codes == 0) add_gap(part.before);
    whole_.codes += part.codes;
    whole_.digits += part.digits;
    whole_.behind = part.behind;
  }

  void end_cluster() {
    note_cluster(whole_, whole_.codes, whole_.digits);
    whole_.is_cluster = false;
    whole_.codes = 0;
    whole_.digits = 0;
    whole_.behind = 0;
  }

  Part whole_;
  std::string literal_;  // put together from exact parts in a row
  bool is_exact_ = true;
};

bool is_gap(const Part& part) {
  return part.longest <= kGap || (part.is_cluster && part.codes == 0);
}

Part either(const Part& a, const Part& b) {
  Part part;
  part.size = std::min(a.size, b.size);
  part.longest = std::max(a.longest, b.longest);
  if (a.is_cluster && b.is_cluster && a.codes > 0 && b.codes > 0) {
    part.codes = std::min(a.codes, b.codes);
    part.digits = std::min(a.digits, b.digits);
    part.before = std::max(a.before, b.before);
    part.behind = std::max(a.behind, b.behind);
  } else {
    part.is_cluster = is_gap(a) && is_gap(b);
  }
  part.best_codes = std::min(a.best_codes, b.best_codes);
  part.best_digits = std::min(a.best_digits, b.best_digits);
  if (!a.sets.empty() && !b.sets.empty()) add_set(part, a.sets.front() | b.sets.front());
  if (!a.literals.empty() && !b.literals.empty()) {
    std::vector<std::string> both = a.literals;
    both.insert(both.end(), b.literals.begin(), b.literals.end());
    offer_literals(part, both);
  }
  return part;
}

constexpr std::uint32_t kNoLimit = 0xFFFF'FFFF;

Part repeated(Part part, std::uint32_t least, std::uint32_t most) {
  if (least == 1 && most == 1) return part;
  const std::uint32_t longest = limited(std::uint64_t{part.longest} * most);
  if (least == 0) {
    Part gap;
    gap.longest = longest;
    return gap;
  }
  part.size *= least;
  part.longest = longest;
  part.exact.reset();
  if (part.codes > 0 && part.before + part.behind > kGap) part.is_cluster = false;
  if (part.is_cluster && part.codes > 0) {
    part.codes *= least;
    part.digits *= least;
    note_cluster(part, part.codes, part.digits);
  }
  return part;
}

// Reads an expression in RE2's syntax.
class ExpressionReader {
 public:
  explicit ExpressionReader(std::string_view expression) : rest_(expression) {}

  // Nothing if there is something in it that is not known here.
  std::optional<Part> read() {
    Part part = read_alternatives();
    if (failed_ || !rest_.empty()) return std::nullopt;
    return part;
  }

 private:
  Part read_alternatives() {
    const bool ignores_case = ignores_case_;
    Part part = read_row();
    while (take("|")) part = either(part, read_row());
    ignores_case_ = ignores_case;  // flags last to the end of their group
    return part;
  }

  Part read_row() {
    Row row;
    while (!failed_ && !rest_.empty() && rest_.front() != '|' && rest_.front() != ')')
      row.add(read_repeated());
    return row.take();
  }

  Part read_repeated() {
    Part part = read_one();
    while (!failed_) {
      if (take("*")) {
        part = repeated(std::move(part), 0, kNoLimit);
      } else if (take("+")) {
        part = repeated(std::move(part), 1, kNoLimit);
      } else if (take("?")) {
        part = repeated(std::move(part), 0, 1);
      } else if (const auto counts = read_counts()) {
        part = repeated(std::move(part), counts->first, counts->second);
      } else {
        break;
      }
      take("?");  // lazy: the same texts
    }
    return part;
  }

  // "{2}", "{2,}", "{2,5}"; anything else behind a brace is text.
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
    for (; length < rest_.size() && length < 6 && is_digit(byte(length)); ++length)
      number = number * 10 + (byte(length) - '0');
    rest_.remove_prefix(length);
    return length == 0 ? std::nullopt : std::optional(number);
  }

  Part read_one() {
    const unsigned char first = byte(0);
    if (first == '(') return read_group();
    if (first == '[') return read_class();
    if (first == '\\') return read_escape();
    rest_.remove_prefix(1);
    if (first == '^' || first == '$') return nothing();
    if (first == '.') return one_of(ByteSet().set(), true);
    return literal(first);
  }

  Part literal(unsigned char c) {
    if (c >= 128 && ignores_case_) return wide_letter();
    ByteSet bytes;
    add(bytes, c);
    Part part = one_of(bytes, false);
    part.exact = std::string(1, static_cast<char>(to_small(c)));
    return part;
  }

  // A letter beyond ASCII, whose capital has other bytes.
  Part wide_letter() {
    while (!rest_.empty() && (byte(0) & 0xC0) == 0x80) rest_.remove_prefix(1);
    return one_of(ByteSet().set(), true);
  }

  Part read_group() {
    rest_.remove_prefix(1);
    const bool ignores_case = ignores_case_;
    if (take("?")) {
      if (take("P<") || take("<")) {
        rest_.remove_prefix(std::min(rest_.find('>'), rest_.size()));
        failed_ = failed_ || !take(">");
      } else if (!read_flags()) {
        return nothing();  // "(?i)": up to the end of the group around it
      }
    }
    Part part = read_alternatives();
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
  Part read_escape() {
    for (const std::string_view edge : {"\\b", "\\B", "\\A", "\\z"}) {
      if (take(edge)) return nothing();
    }
    ByteSet bytes;
    bool wide = false;
    if (read_class_escape(bytes, wide)) return one_of(bytes, wide);
    const auto c = read_escaped_character();
    if (c) return literal(*c);
    failed_ = true;
    return nothing();
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
    const bool is_letter = (to_small(c) >= 'a' && to_small(c) <= 'z');
    constexpr std::string_view kLetters = "nrtf";
    constexpr std::string_view kMeant = "\n\r\t\f";
    const std::size_t known = kLetters.find(static_cast<char>(c));
    if ((is_letter && known == std::string_view::npos) || is_digit(c) || c >= 128)
      return std::nullopt;
    rest_.remove_prefix(2);
    return is_letter ? static_cast<unsigned char>(kMeant[known]) : c;
  }

  Part read_class() {
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
    return one_of(bytes, wide || is_negated);
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
    while (c >= 128 && !rest_.empty() && (byte(0) & 0xC0) == 0x80) rest_.remove_prefix(1);
    return c;
  }

  void add_range(ByteSet& bytes, unsigned char first, unsigned char last) const {
    for (unsigned c = first; c <= last; ++c) add(bytes, static_cast<unsigned char>(c));
  }

  void add(ByteSet& bytes, unsigned char c) const {
    bytes.set(c);
    if (!ignores_case_) return;
    const unsigned char small = to_small(c);
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

RegexNeeds needs_of(std::string_view expression) {
  auto part = ExpressionReader(expression).read();
  if (!part) return {};
  return {part->size, part->best_codes, part->best_digits, std::move(part->sets),
          std::move(part->literals)};
}

bool RegexNeeds::are_met_by(const TextTraits& text) const {
  if (text.has_odd_letters()) return true;
  if (digits > text.digits() || codes > text.codes() || size > text.size()) return false;
  const bool has_sets = std::all_of(sets.begin(), sets.end(),
                                    [&](const ByteSet& set) { return text.has_one_of(set); });
  return has_sets && (literals.empty() || std::any_of(literals.begin(), literals.end(),
                                                      [&](const std::string& literal) {
                                                        return text.may_hold(literal);
                                                      }));
}

TextTraits::TextTraits(std::string_view text) : size_(text.size()) {
  std::uint32_t codes = 0;
  std::uint32_t digits = 0;
  std::uint32_t gap = 0;
  unsigned char last = 0;
  for (const char it : text) {
    const auto c = static_cast<unsigned char>(it);
    present_.set(c);
    pairs_.set(pair(last, to_small(c)));
    last = to_small(c);
    if (!is_code(c)) {
      ++gap;
      continue;
    }
    if (gap > kLongestGap) codes = digits = 0;
    gap = 0;
    codes_ = std::max(codes_, ++codes);
    if (is_digit(c)) digits_ = std::max(digits_, ++digits);
  }
}

// The long s and the Kelvin sign, which count as letters of ASCII where case is ignored.
bool TextTraits::has_odd_letters() const {
  return (present_[0xC5] && present_[0xBF]) || (present_[0xE2] && present_[0x84] && present_[0xAA]);
}

bool TextTraits::may_hold(std::string_view literal) const {
  for (std::size_t i = 1; i < literal.size(); ++i) {
    if (!pairs_[pair(static_cast<unsigned char>(literal[i - 1]),
                     static_cast<unsigned char>(literal[i]))])
      return false;
  }
  return true;
}

std::size_t TextTraits::pair(unsigned char first, unsigned char second) {
  return (first * 67U + second) % kPairs;
}

}  // namespace postlint
