#include "postlint/detect/regex/part.h"

#include <algorithm>
#include <utility>

namespace postlint {
namespace {

constexpr std::uint32_t kGap = TextTraits::kLongestGap;
constexpr std::uint32_t kTooLong = kGap + 1;
constexpr std::size_t kMostSets = 4;
constexpr std::size_t kMostLiterals = 64;
constexpr std::size_t kShortestLiteral = 2;

std::uint32_t limited(std::uint64_t length) {
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(length, kTooLong));
}

void note_cluster(RegexPart& part, std::uint32_t codes, std::uint32_t digits) {
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

void add_set(RegexPart& part, const ByteSet& set) {
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
void offer_literals(RegexPart& part, const std::vector<std::string>& literals) {
  if (shortest(literals) < kShortestLiteral || literals.size() > kMostLiterals) return;
  const bool says_more = shortest(literals) != shortest(part.literals)
                             ? shortest(literals) > shortest(part.literals)
                             : literals.size() < part.literals.size();
  if (says_more) part.literals = literals;
}

bool is_gap(const RegexPart& part) {
  return part.longest <= kGap || (part.is_cluster && part.codes == 0);
}

}  // namespace

RegexPart match_one_of(const ByteSet& bytes, bool is_wide) {
  RegexPart part;
  part.size = 1;
  part.longest = is_wide ? kTooLong : 1;
  bool is_code_only = !is_wide && bytes.any();
  bool is_digit_only = is_code_only;
  for (unsigned c = 0; c < 256; ++c) {
    if (!bytes[c]) continue;
    is_code_only = is_code_only && is_code_character(static_cast<unsigned char>(c));
    is_digit_only = is_digit_only && is_ascii_digit(static_cast<unsigned char>(c));
  }
  part.codes = is_code_only ? 1 : 0;
  part.digits = is_digit_only ? 1 : 0;
  note_cluster(part, part.codes, part.digits);
  add_set(part, bytes);
  return part;
}

RegexPart match_nothing() {
  RegexPart part;
  part.exact = "";
  return part;
}

void RegexRow::add(const RegexPart& part) {
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

RegexPart RegexRow::take() {
  offer_literals(whole_, {literal_});
  if (is_exact_) whole_.exact = literal_;
  note_cluster(whole_, whole_.codes, whole_.digits);
  return std::move(whole_);
}

void RegexRow::add_literal(const RegexPart& part) {
  if (part.exact) {
    literal_ += *part.exact;
  } else {
    offer_literals(whole_, {literal_});
    literal_.clear();
    is_exact_ = false;
  }
}

void RegexRow::add_gap(std::uint32_t longest) {
  std::uint32_t& gap = whole_.codes == 0 ? whole_.before : whole_.behind;
  gap = limited(std::uint64_t{gap} + longest);
}

// `whole_` holds the numbers of the cluster that the row ends with.
void RegexRow::add_cluster(const RegexPart& part) {
  if (whole_.codes > 0 && whole_.behind + part.before > kGap) end_cluster();
  if (whole_.codes == 0) add_gap(part.before);
  whole_.codes += part.codes;
  whole_.digits += part.digits;
  whole_.behind = part.behind;
}

void RegexRow::end_cluster() {
  note_cluster(whole_, whole_.codes, whole_.digits);
  whole_.is_cluster = false;
  whole_.codes = 0;
  whole_.digits = 0;
  whole_.behind = 0;
}

RegexPart match_either(const RegexPart& a, const RegexPart& b) {
  RegexPart part;
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

RegexPart match_repeated(RegexPart part, std::uint32_t least, std::uint32_t most) {
  if (least == 1 && most == 1) return part;
  const std::uint32_t longest = limited(std::uint64_t{part.longest} * most);
  if (least == 0) {
    RegexPart gap;
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

}  // namespace postlint
