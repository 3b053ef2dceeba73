#include "postlint/text/tokenizer.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <utility>

#include "postlint/text/folding.h"
#include "postlint/text/segmenter.h"

namespace postlint {
namespace {

// Beyond these a row of signs or letters is something else than a disguised word.
constexpr std::uint32_t kLongestDisguised = 20;
constexpr std::uint32_t kLongestAddress = 254;  // RFC 5321; also keeps looking ahead linear
constexpr std::uint32_t kMostSignsInWord = 3;
constexpr std::size_t kFewestSpacedLetters = 3;

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'; }
bool is_wordlike(char c) { return is_ascii_letter(c) || is_digit(c) || is_high(c); }

bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

// Code point at `at`; moves behind it.
UChar32 take(std::string_view text, std::uint32_t& at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto index = static_cast<std::int64_t>(at);
  UChar32 c = 0;
  U8_NEXT(bytes, index, static_cast<std::int64_t>(text.size()), c);
  at = static_cast<std::uint32_t>(index);
  return c;
}

bool is_emoji(UChar32 c) {
  return c >= 0x203C && (u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC) != 0 ||
                         u_hasBinaryProperty(c, UCHAR_REGIONAL_INDICATOR) != 0);
}

bool is_punctuation(UChar32 c) {
  constexpr std::uint32_t kPunctuation = U_GC_P_MASK;
  return (U_MASK(u_charType(c)) & kPunctuation) != 0;
}

// How the letters of a word are written.
Casing casing_of(std::string_view word) {
  int upper = 0;
  int lower = 0;
  int upper_behind_first = 0;
  bool first_is_upper = false;
  for (std::uint32_t at = 0; at < word.size();) {
    const bool ascii = !is_high(word[at]);
    const UChar32 c = ascii ? static_cast<UChar32>(word[at++]) : take(word, at);
    const bool is_upper = ascii ? c >= 'A' && c <= 'Z' : u_isUUppercase(c) != 0;
    const bool is_lower = ascii ? c >= 'a' && c <= 'z' : u_isULowercase(c) != 0;
    if (upper + lower == 0) first_is_upper = is_upper;
    if (is_upper && upper + lower > 0) ++upper_behind_first;
    upper += is_upper ? 1 : 0;
    lower += is_lower ? 1 : 0;
  }
  if (upper + lower == 0) return Casing::none;
  if (lower == 0) return Casing::upper;
  if (upper == 0) return Casing::lower;
  const bool dutch_ij = word.starts_with("IJ") && upper_behind_first == 1;
  return first_is_upper && (upper_behind_first == 0 || dutch_ij) ? Casing::capitalised : Casing::mixed;
}

// The last label of a host name without a path, as people write them in posts.
bool is_common_domain(std::string_view label) {
  static constexpr std::array<std::string_view, 20> kDomains = {
      "nl", "be", "com", "org", "net", "eu", "de", "fr", "uk", "info", "edu", "gov", "io", "app", "tv", "me", "frl",
      "amsterdam", "school", "example"};
  return std::find(kDomains.begin(), kDomains.end(), label) != kDomains.end();
}

bool starts_with_folded(std::string_view text, std::string_view prefix) {
  if (text.size() < prefix.size()) return false;
  return std::equal(prefix.begin(), prefix.end(), text.begin(), [](char a, char b) {
    return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
  });
}

// Makes tokens of segments: one pass, looking ahead only inside a run without white space.
class TokenMaker {
 public:
  TokenMaker(std::string_view text, const std::vector<Segment>& segments, const Tokenizer::AbbreviationTest& is_abbreviation,
             std::vector<Token>& tokens, std::string& folded)
      : text_(text), segments_(segments), is_abbreviation_(is_abbreviation), tokens_(tokens), folded_(folded) {}

  void run() {
    while (next_ < segments_.size()) {
      begin_token();
      if (take_special() || take_spaced_letters()) continue;
      if (segments_[next_].is_word) {
        take_word();
      } else {
        take_mark();
      }
    }
  }

 private:
  // Of the next token: a segment may have been taken in part.
  std::uint32_t begin() const { return std::max(segments_[next_].begin, done_); }
  char at(std::uint32_t offset) const { return offset < text_.size() ? text_[offset] : '\0'; }

  void begin_token() {
    const Segment& segment = segments_[next_];
    space_before_ = begin() == 0 || is_space(text_[begin() - 1]) || (next_ > 0 && segments_[next_ - 1].end != begin());
    if (segment.starts_sentence && !tokens_.empty() && !continues_sentence()) ++sentence_;
    if (space_before_) run_end_ = end_of_run(begin());
  }

  // A stop behind an initial or an abbreviation ended nothing, unless a line ended as well.
  bool continues_sentence() const {
    const std::size_t count = tokens_.size();
    if (count < 2) return false;
    const Token& stop = tokens_[count - 1];
    const Token& word = tokens_[count - 2];
    if (text_[stop.span.begin] != '.' || stop.span.size() != 1 || word.span.end != stop.span.begin) return false;
    const std::string_view between = text_.substr(stop.span.end, begin() - stop.span.end);
    if (between.find_first_of("\n\r") != std::string_view::npos) return false;
    const bool initial = word.casing == Casing::upper && (word.folded.size() == 1 || is_dotted(word));
    return initial || (word.spaced_letters && is_dotted(word)) || (is_abbreviation_ && is_abbreviation_(word.folded.of(folded_)));
  }

  bool is_dotted(const Token& word) const { return word.span.of(text_).find('.') != std::string_view::npos; }

  std::uint32_t end_of_run(std::uint32_t from) const {
    while (from < text_.size() && !is_space(text_[from])) ++from;
    return from;
  }

  // ---- things with a shape of their own ----

  bool take_special() {
    const std::uint32_t from = begin();
    const char c = at(from);
    if (const std::uint32_t end = url_end(from); end > from) return add(end, TokenKind::url);
    if (is_wordlike(c)) {
      if (const std::uint32_t end = email_end(from); end > from) return add(end, TokenKind::email);
    }
    if (is_digit(c)) {
      if (const std::uint32_t end = number_end(from); end > from) return add(end, TokenKind::number);
    }
    const bool set_off = from == 0 || !is_wordlike(at(from - 1));
    if (c == '@' && set_off) {
      if (const std::uint32_t end = name_end(from + 1); end > from + 1) return add(end, TokenKind::handle);
    }
    if (c == '#' && set_off) {
      if (const std::uint32_t end = name_end(from + 1); end > from + 1) return add(end, TokenKind::hashtag);
    }
    if (const std::uint32_t end = clitic_end(from); end > from) return add(end, TokenKind::word);
    return false;
  }

  // Behind the last character of what may belong to an address: closing marks at its end do not.
  std::uint32_t trimmed_end(std::uint32_t from, std::uint32_t end) const {
    constexpr std::string_view kClosing = ".,!?;:)]}'\"*>";
    while (end > from) {
      if (is_one_of(text_[end - 1], kClosing)) {
        --end;
      } else if (text_.substr(0, end).ends_with("”") || text_.substr(0, end).ends_with("’") ||
                 text_.substr(0, end).ends_with("…")) {
        end -= 3;
      } else {
        break;
      }
    }
    return std::max(from, end);
  }

  std::uint32_t address_end(std::uint32_t from) const {
    const std::size_t stop = text_.substr(from, run_end_ - from).find_first_of("<>\"|");
    return trimmed_end(from, stop == std::string_view::npos ? run_end_ : from + static_cast<std::uint32_t>(stop));
  }

  std::uint32_t url_end(std::uint32_t from) const {
    const std::string_view run = text_.substr(from, run_end_ > from ? run_end_ - from : 0);
    if (from > 0 && is_wordlike(at(from - 1))) return from;
    for (const std::string_view start : {"https://", "http://", "ftp://", "www.", "\\\\"}) {
      if (starts_with_folded(run, start) && run.size() > start.size() && is_wordlike(run[start.size()])) {
        return address_end(from);
      }
    }
    return bare_url_end(from, run);
  }

  // "instagram.com/x", "school.nl": labels of letters, digits and hyphens, the last one a known one;
  // with a path behind it any last label of two letters or more.
  std::uint32_t bare_url_end(std::uint32_t from, std::string_view run) const {
    run = run.substr(0, kLongestAddress);
    const auto host_end = std::find_if_not(run.begin(), run.end(), [](char c) {
      return is_ascii_letter(c) || is_digit(c) || c == '.' || c == '-';
    });
    const auto host_size = static_cast<std::size_t>(host_end - run.begin());
    const std::string_view host = run.substr(0, host_size);
    const std::size_t dot = host.find_last_not_of('.') == std::string_view::npos
                                ? std::string_view::npos
                                : host.substr(0, host.find_last_not_of('.') + 1).rfind('.');
    if (dot == std::string_view::npos || dot < 2) return from;
    const bool has_path = host_size < run.size() && run[host_size] == '/' && host.back() != '.';
    const bool is_address = host_size < run.size() && run[host_size] == '@';
    const std::string_view last = host.substr(dot + 1, host.find_last_not_of('.') - dot);
    const bool all_letters = std::all_of(last.begin(), last.end(), is_ascii_letter);
    if (is_address || !all_letters || last.size() < 2) return from;
    if (has_path) return address_end(from);
    return is_common_domain(last) ? trimmed_end(from, from + static_cast<std::uint32_t>(host_size)) : from;
  }

  std::uint32_t email_end(std::uint32_t from) const {
    if (run_end_ <= from || (from > 0 && is_wordlike(at(from - 1)))) return from;
    const std::string_view run = text_.substr(from, std::min(run_end_ - from, kLongestAddress));
    std::size_t sign = 0;
    while (sign < run.size() && (is_wordlike(run[sign]) || is_one_of(run[sign], "._%+-'"))) ++sign;
    if (sign == 0 || sign >= run.size() || run[sign] != '@') return from;
    std::size_t end = sign + 1;
    while (end < run.size() && (is_wordlike(run[end]) || run[end] == '.' || run[end] == '-')) ++end;
    while (end > sign + 1 && (run[end - 1] == '.' || run[end - 1] == '-')) --end;
    const std::string_view domain = run.substr(sign + 1, end - sign - 1);
    const std::size_t dot = domain.rfind('.');
    const bool has_domain = dot != std::string_view::npos && dot > 0 && domain.size() - dot > 2;
    return has_domain ? trimmed_end(from, from + static_cast<std::uint32_t>(end)) : from;
  }

  // Digits with single separators between them; no letter beside them.
  std::uint32_t number_end(std::uint32_t from) const {
    if (from > 0 && is_wordlike(at(from - 1)) && !space_before_) return from;
    std::uint32_t end = from;
    while (is_digit(at(end)) || (is_one_of(at(end), ".,:/-") && end > from && is_digit(at(end + 1)))) ++end;
    return is_wordlike(at(end)) || at(end) == '_' ? from : end;
  }

  std::uint32_t name_end(std::uint32_t from) const {
    std::uint32_t end = from;
    while (end < text_.size() && (is_wordlike(text_[end]) || text_[end] == '_' || text_[end] == '.')) {
      std::uint32_t behind = end;
      const UChar32 c = take(text_, behind);
      if (c >= 0x80 && u_isalnum(c) == 0 && u_charType(c) != U_NON_SPACING_MARK) break;
      end = behind;
    }
    while (end > from && text_[end - 1] == '.') --end;
    return end;
  }

  // "'t", "'s morgens", "'k": an apostrophe, one letter, and no letter before or behind.
  std::uint32_t clitic_end(std::uint32_t from) const {
    const std::uint32_t behind = apostrophe_end(from);
    if (behind == from || (from > 0 && is_wordlike(at(from - 1)) && !space_before_)) return from;
    if (!is_one_of(at(behind), "tsnmkrTSNMKR") || is_wordlike(at(behind + 1)) || at(behind + 1) == '\'') return from;
    return behind + 1;
  }

  std::uint32_t apostrophe_end(std::uint32_t from) const {
    if (at(from) == '\'' || at(from) == '`') return from + 1;
    const std::string_view rest = text_.substr(from, 3);
    return rest == "’" || rest == "‘" ? from + 3 : from;
  }

  // ---- letters set apart ----

  // "k u t", "k.u.t", "k-u-t": three letters or more, each with the same separator behind it.
  bool take_spaced_letters() {
    const std::uint32_t from = begin();
    if (from > 0 && !space_before_ && is_wordlike(at(from - 1))) return false;
    std::uint32_t end = letter_end(from);
    if (end == from || end >= text_.size() || !is_one_of(text_[end], " .-_*")) return false;
    const char separator = text_[end];
    std::string letters(text_.substr(from, end - from));
    std::size_t count = 1;
    for (std::uint32_t next = end + 1; at(end) == separator; next = end + 1) {
      const std::uint32_t behind = letter_end(next);
      if (behind == next || is_wordlike(at(behind))) break;
      letters += text_.substr(next, behind - next);
      end = behind;
      ++count;
    }
    const bool dotted_pair = separator == '.' && count == 2;
    if (is_wordlike(at(end)) || (count < kFewestSpacedLetters && !dotted_pair)) return false;
    Token& token = push(end, TokenKind::word);
    token.spaced_letters = count >= kFewestSpacedLetters;
    folded_.resize(token.folded.begin);
    append_folded(letters, folded_);
    token.folded.end = static_cast<std::uint32_t>(folded_.size());
    skip_to(end);
    return true;
  }

  // Behind the one letter at `from`; `from` if none stands there.
  std::uint32_t letter_end(std::uint32_t from) const {
    if (from >= text_.size()) return from;
    if (is_ascii_letter(text_[from])) return from + 1;
    if (!is_high(text_[from])) return from;
    std::uint32_t behind = from;
    return u_isalpha(take(text_, behind)) != 0 ? behind : from;
  }

  // ---- words and marks ----

  void take_word() {
    const Segment& segment = segments_[next_];
    std::uint32_t from = begin();
    // Underscores around a word are emphasis; ICU takes them, and "@", with it.
    for (; from < segment.end && is_one_of(text_[from], "_@"); ++from) {
      push_span({from, from + 1}, TokenKind::punctuation);
    }
    if (from == segment.end) return skip_to(segment.end);
    const std::uint32_t disguised = disguised_end(from, segment.end);
    std::uint32_t end = disguised > segment.end ? disguised : segment.end;
    std::uint32_t bare_end = end;
    while (bare_end > from && is_one_of(text_[bare_end - 1], "_@")) --bare_end;
    if (disguised > segment.end) {
      push_span({from, bare_end}, TokenKind::word);
    } else {
      push_cut_at_stops(from, bare_end);
    }
    for (std::uint32_t mark = bare_end; mark < end; ++mark) push_span({mark, mark + 1}, TokenKind::punctuation);
    skip_to(end);
  }

  // "k*t", "kl**tzak", "f@k", "sh!t": signs in the place of letters, letters on both sides.
  std::uint32_t disguised_end(std::uint32_t from, std::uint32_t end) const {
    std::uint32_t best = end;
    while (end < text_.size() && is_one_of(text_[end], "*@$!")) {
      std::uint32_t behind = end;
      while (is_one_of(at(behind), "*@$!")) ++behind;
      const bool signs = behind - end <= kMostSignsInWord && is_wordlike(at(behind)) && !is_digit(at(from));
      std::uint32_t word_end = behind;
      while (letter_end(word_end) > word_end || is_digit(at(word_end))) {
        word_end = is_digit(at(word_end)) ? word_end + 1 : letter_end(word_end);
      }
      if (!signs || word_end == behind || word_end - from > kLongestDisguised) break;
      // A shout between two longer words is no letter: "ja!nee".
      if (text_[end] == '!' && word_end - from > kLongestDisguised / 2) break;
      best = end = word_end;
    }
    return best;
  }

  // "morgen.Dan": words that lost the space behind a stop. Numbers like "3.5" and words with one
  // letter before or behind the stop stay whole.
  void push_cut_at_stops(std::uint32_t from, std::uint32_t end) {
    while (true) {
      const std::size_t stop = text_.substr(0, end).find('.', from);
      if (stop == std::string_view::npos) break;
      const auto dot = static_cast<std::uint32_t>(stop);
      push_span({from, dot}, word_or_number(from, dot));
      push_span({dot, dot + 1}, TokenKind::punctuation);
      const bool new_sentence = dot - from > 1 && u_isUUppercase(code_point_at(dot + 1)) != 0;
      if (new_sentence) ++sentence_;
      space_before_ = false;
      from = dot + 1;
    }
    push_span({from, end}, word_or_number(from, end));
  }

  UChar32 code_point_at(std::uint32_t offset) const { return offset < text_.size() ? take(text_, offset) : 0; }

  TokenKind word_or_number(std::uint32_t from, std::uint32_t end) const {
    const std::string_view word = text_.substr(from, end - from);
    const bool digits = std::all_of(word.begin(), word.end(), [](char c) { return is_digit(c) || c == '.' || c == ','; });
    return digits ? TokenKind::number : TokenKind::word;
  }

  void take_mark() {
    const std::uint32_t end = segments_[next_].end;
    push_span({begin(), end}, mark_kind(begin(), end));
    skip_to(end);
  }

  TokenKind mark_kind(std::uint32_t from, std::uint32_t end) const {
    std::uint32_t behind = from;
    const UChar32 c = take(text_, behind);
    if (is_emoji(c)) return TokenKind::emoji;
    const std::string_view rest = text_.substr(behind, end - behind);
    const bool keycap = rest.find("\xE2\x83\xA3") != std::string_view::npos;
    if (keycap) return TokenKind::emoji;
    return is_punctuation(c) ? TokenKind::punctuation : TokenKind::symbol;
  }

  // ---- putting them down ----

  bool add(std::uint32_t end, TokenKind kind) {
    push(end, kind);
    skip_to(end);
    return true;
  }

  Token& push(std::uint32_t end, TokenKind kind) { return push_span({begin(), end}, kind); }

  Token& push_span(Span span, TokenKind kind) {
    Token token;
    token.span = span;
    token.kind = kind;
    token.sentence = sentence_;
    token.space_before = space_before_;
    token.folded.begin = static_cast<std::uint32_t>(folded_.size());
    append_folded(span.of(text_), folded_);
    token.folded.end = static_cast<std::uint32_t>(folded_.size());
    if (kind == TokenKind::word) token.casing = casing_of(span.of(text_));
    tokens_.push_back(token);
    space_before_ = false;
    return tokens_.back();
  }

  // Goes on with the first segment that ends behind `end`.
  void skip_to(std::uint32_t end) {
    done_ = end;
    while (next_ < segments_.size() && segments_[next_].end <= end) ++next_;
  }

  std::string_view text_;
  const std::vector<Segment>& segments_;
  const Tokenizer::AbbreviationTest& is_abbreviation_;
  std::vector<Token>& tokens_;
  std::string& folded_;
  std::size_t next_ = 0;         // segment
  std::uint32_t done_ = 0;       // behind the last token
  std::uint32_t run_end_ = 0;    // of the run without white space
  std::uint32_t sentence_ = 0;
  bool space_before_ = false;
};

}  // namespace

struct Tokenizer::Impl {
  void make_tokens(std::string_view text, std::vector<Token>& tokens, std::string& folded) const {
    tokens.clear();
    folded.clear();
    TokenMaker(text, segments, is_abbreviation, tokens, folded).run();
  }

  AbbreviationTest is_abbreviation;
  Segmenter segmenter;
  std::vector<Segment> segments;
};

Tokenizer::Tokenizer(AbbreviationTest is_abbreviation) : impl_(std::make_unique<Impl>()) {
  impl_->is_abbreviation = std::move(is_abbreviation);
}
Tokenizer::~Tokenizer() = default;
Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&&) noexcept = default;

void Tokenizer::tokenize(std::string_view text, std::vector<Token>& tokens, std::string& folded) {
  impl_->segmenter.segment(text, impl_->segments);
  impl_->make_tokens(text, tokens, folded);
}

void Tokenizer::tokenize_with_icu(std::string_view text, std::vector<Token>& tokens, std::string& folded) {
  impl_->segmenter.segment_with_icu(text, impl_->segments);
  impl_->make_tokens(text, tokens, folded);
}

}  // namespace postlint
