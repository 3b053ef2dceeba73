#include "postlint/text/token_maker.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "postlint/text/ascii_block.h"
#include "postlint/text/character_class.h"
#include "postlint/text/folding.h"
#include "postlint/text/utf8.h"

namespace postlint {
namespace {

// Longer words with signs in them are rather two words and a shout between them.
constexpr std::uint32_t kMostLettersInDisguise = 12;
constexpr std::uint32_t kMostStarsInDisguise = 4;
constexpr std::uint32_t kFewestSpacedLetters = 3;
constexpr char32_t kKeycap = 0x20E3;
constexpr char32_t kEmojiSelector = 0xFE0F;

// What a byte says about the word that it is part of, or stands after.
enum ByteFlag : std::uint8_t {
  kUpper = 1,
  kLower = 2,
  kDigit = 4,
  kHigh = 8,        // not ASCII
  kOther = 16,      // not ASCII letters and digits, nor "'", which needs no care inside a word
  kSign = 32,       // may stand for a letter or an apostrophe inside a word
  kSeparator = 64,  // may set letters apart
  kMark = 128,      // punctuation whatever stands beside it, unless an address begins with it
};

constexpr std::uint8_t byte_flags(char c) {
  if (c >= 'A' && c <= 'Z') return kUpper;
  if (c >= 'a' && c <= 'z') return kLower;
  if (c >= '0' && c <= '9') return kDigit;
  if (c == '\'') return 0;
  std::uint8_t flags = kOther;
  if (static_cast<unsigned char>(c) >= 0x80) flags |= kHigh;
  if (std::string_view("*@$!`\xC2").find(c) != std::string_view::npos) flags |= kSign;
  if (std::string_view(" .-_*").find(c) != std::string_view::npos) flags |= kSeparator;
  if (std::string_view("!\"%&(),-./:;?[]{}").find(c) != std::string_view::npos) flags |= kMark;
  return flags;
}

constexpr auto kByteFlags = [] {
  std::array<std::uint8_t, 256> flags{};
  for (std::size_t c = 0; c < flags.size(); ++c) flags[c] = byte_flags(static_cast<char>(c));
  return flags;
}();

std::uint8_t flags_of(char c) { return kByteFlags[static_cast<unsigned char>(c)]; }
bool has(std::uint8_t flags, int wanted) { return (flags & wanted) != 0; }
bool is_digit(char c) { return flags_of(c) == kDigit; }
bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

Casing ascii_casing(std::uint8_t first, std::uint8_t rest, std::string_view word) {
  const bool upper = ((first | rest) & kUpper) != 0;
  const bool lower = ((first | rest) & kLower) != 0;
  if (!upper) return lower ? Casing::lower : Casing::none;
  if (!lower) return Casing::upper;
  if (first == kUpper && (rest & kUpper) == 0) return Casing::capitalised;
  const bool dutch_ij =
      word.starts_with("IJ") &&
      std::none_of(word.begin() + 2, word.end(), [](char c) { return flags_of(c) == kUpper; });
  return dutch_ij ? Casing::capitalised : Casing::mixed;
}

// Only the letters count: "'s" is lower, "A'dam" capitalised.
Casing casing_of(std::string_view word) {
  std::uint8_t first = 0;
  std::uint8_t rest = 0;
  for (std::uint32_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    const std::uint8_t flag = is_upper(c.value) ? kUpper : is_lower(c.value) ? kLower : 0;
    (first == 0 ? first : rest) |= flag;
    at += c.size;
  }
  return ascii_casing(first, rest, word);
}

class TokenMaker {
 public:
  TokenMaker(const TokenSources& sources, std::vector<Token>& tokens, std::string& folded)
      : text_(sources.text),
        size_(static_cast<std::uint32_t>(sources.text.size())),
        segments_(sources.segments),
        links_(sources.links),
        is_abbreviation_(sources.is_abbreviation),
        tokens_(tokens),
        folded_(folded) {}

  void run() {
    while (next_ < segments_.size()) {
      const Segment& segment = segments_[next_];
      begin_ = std::max(segment.begin, done_);
      if (segment.starts_sentence && begin_ == segment.begin) start_sentence();
      if (take_link() || take_plain_word(segment) || take_plain_mark(segment)) continue;
      end_ = std::min(segment.end, next_link_begin());
      take_other();
    }
  }

 private:
  // ---- looking around ----

  char at(std::uint32_t offset) const { return offset < size_ ? text_[offset] : '\0'; }

  CodePoint code_point(std::uint32_t offset) const {
    return offset < size_ ? code_point_at(text_, offset) : CodePoint{};
  }

  bool is_word_at(std::uint32_t offset) const {
    return is_word_character(code_point(offset).value);
  }

  bool is_word_before(std::uint32_t offset) const {
    return offset > 0 && is_word_character(code_point_before(text_, offset).value);
  }

  // After the one letter, with its marks, at `offset`; `offset` if there is none.
  std::uint32_t letter_end(std::uint32_t offset) const {
    const CodePoint letter = code_point(offset);
    if (!is_letter(letter.value)) return offset;
    offset += letter.size;
    while (is_mark(code_point(offset).value)) offset += code_point(offset).size;
    return offset;
  }

  std::uint32_t word_end(std::uint32_t offset) const {
    while (is_word_at(offset)) offset += code_point(offset).size;
    return offset;
  }

  std::uint32_t next_link_begin() {
    while (next_link_ < links_.size() && links_[next_link_].span.begin < begin_) ++next_link_;
    return next_link_ < links_.size() ? links_[next_link_].span.begin : size_;
  }

  // ---- sentences ----

  // A full stop after an initial or an abbreviation ended nothing, unless the line ended as well.
  void start_sentence() {
    if (tokens_.empty()) return;
    const std::uint32_t last_end = tokens_.back().span.end;
    const std::string_view between = text_.substr(last_end, begin_ - last_end);
    const bool same_line = between.find_first_of("\n\r") == std::string_view::npos;
    if (!same_line || !ends_with_abbreviation()) ++sentence_;
  }

  bool ends_with_abbreviation() const {
    if (tokens_.size() < 2) return false;
    const Token& stop = tokens_.back();
    const Token& word = tokens_[tokens_.size() - 2];
    if (stop.span.of(text_) != "." || word.span.end != stop.span.begin) return false;
    if (word.kind != TokenKind::word) return false;
    const bool is_initial =
        word.casing == Casing::upper && letter_end(word.span.begin) == word.span.end;
    return is_initial || is_dotted(word) || is_listed(word);
  }

  // "o.a", "t.n.v": the words with a stop inside that are left.
  bool is_dotted(const Token& word) const {
    return word.span.of(text_).find('.') != std::string_view::npos;
  }

  bool is_listed(const Token& word) const {
    return is_abbreviation_ && is_abbreviation_(word.folded.of(folded_));
  }

  // ---- putting tokens down ----

  Token& push(std::uint32_t end, TokenKind kind) {
    Token& token = tokens_.emplace_back();
    token.span = {begin_, end};
    token.folded = token.span;
    token.sentence = sentence_;
    token.kind = kind;
    token.space_before = tokens_.size() == 1 || begin_ != done_;
    done_ = begin_ = end;
    return token;
  }

  // Goes on with the first segment that ends after the last token.
  void skip_segments() {
    while (next_ < segments_.size() && segments_[next_].end <= done_) ++next_;
  }

  void fold_into(Token& token, std::string_view word) {
    token.folded.begin = static_cast<std::uint32_t>(folded_.size());
    append_folded(word, folded_);
    token.folded.end = static_cast<std::uint32_t>(folded_.size());
  }

  // The folded buffer holds what is ASCII already.
  Token& push_folded(std::uint32_t end, TokenKind kind) {
    Token& token = push(end, kind);
    const std::string_view text = token.span.of(text_);
    const bool is_folded = std::none_of(text.begin(), text.end(),
                                        [](char c) { return has(flags_of(c), kHigh) || c == '`'; });
    if (!is_folded) fold_into(token, text);
    if (kind == TokenKind::word) token.casing = casing_of(text);
    return token;
  }

  bool add(std::uint32_t end, TokenKind kind) {
    push_folded(end, kind);
    skip_segments();
    return true;
  }

  // ---- the usual: a word of ASCII letters ----

  bool take_plain_word(const Segment& segment) {
    if (begin_ != segment.begin || segment.end > next_link_begin()) return false;
    const std::uint8_t first = flags_of(text_[begin_]);
    if (!has(first, kUpper | kLower)) return false;
    const std::uint8_t rest = flags_between(begin_ + 1, segment.end);
    const std::uint8_t behind = flags_of(at(segment.end));
    if (has(rest, kOther) || has(behind, kSign)) return false;
    if (segment.end - begin_ == 1 && has(behind, kSeparator)) return false;
    push(segment.end, TokenKind::word);
    Token& token = tokens_.back();
    token.casing = ascii_casing(first, rest, token.span.of(text_));
    ++next_;
    return true;
  }

  std::uint8_t flags_between(std::uint32_t begin, std::uint32_t end) const {
    std::uint8_t flags = 0;
    for (; begin < end && size_ - begin >= AsciiBlock::kSize; begin += AsciiBlock::kSize) {
      const AsciiBlock block(text_, begin);
      const std::uint64_t wanted = AsciiBlock::first(end - begin);
      const std::uint64_t letters = block.letters() & wanted;
      const std::uint64_t upper = block.upper() & wanted;
      const std::uint64_t known = letters | block.digits() | block.equal('\'');
      flags |=
          static_cast<std::uint8_t>((upper != 0 ? kUpper : 0) | (letters != upper ? kLower : 0) |
                                    ((wanted & ~known) != 0 ? kOther : 0));
    }
    for (; begin < end; ++begin) flags |= flags_of(text_[begin]);
    return flags;
  }

  bool take_plain_mark(const Segment& segment) {
    if (!has(flags_of(text_[begin_]), kMark) || segment.end - begin_ != 1) return false;
    push(segment.end, TokenKind::punctuation);
    ++next_;
    return true;
  }

  bool take_link() {
    if (next_link_begin() != begin_ || next_link_ == links_.size()) return false;
    const Link& link = links_[next_link_++];
    return add(link.span.end, link.kind);
  }

  // ---- all else ----

  void take_other() {
    const CodePoint first = code_point(begin_);
    if (take_keycap() || take_clitic()) return;
    if (is_digit(text_[begin_]) && take_number()) return;
    if (first.value == '@' && take_handle()) return;
    if (first.value == '#' && take_hashtag()) return;
    if (is_letter(first.value) && take_spaced_letters()) return;
    if (first.value != '_' && is_word_character(first.value)) return take_word();
    take_mark(first);
  }

  // "1" and a keycap after it.
  bool take_keycap() {
    if (!is_one_of(text_[begin_], "0123456789#*")) return false;
    std::uint32_t behind = begin_ + 1;
    if (code_point(behind).value == kEmojiSelector) behind += code_point(behind).size;
    if (code_point(behind).value != kKeycap) return false;
    return add(behind + code_point(behind).size, TokenKind::emoji);
  }

  // "'t", "'s": an apostrophe and one letter, no letter before or after, and no closing quote.
  bool take_clitic() {
    const std::uint32_t letter = apostrophe_end(begin_);
    if (letter == begin_ || is_word_before(begin_)) return false;
    if (!is_one_of(at(letter), "tsnmkrTSNMKR") || is_word_at(letter + 1)) return false;
    return apostrophe_end(letter + 1) == letter + 1 && add(letter + 1, TokenKind::word);
  }

  std::uint32_t apostrophe_end(std::uint32_t offset) const {
    switch (const CodePoint c = code_point(offset); c.value) {
      case '\'':
      case '`':
      case 0xB4:
      case 0x2018:
      case 0x2019:
        return offset + c.size;
      default:
        return offset;
    }
  }

  // Digits with single separators between them: "06-12345678", "09:30", "3,50". One group of digits
  // with a letter after it is a word ("3B"); the letter after several is a word of its own
  // ("10.30u").
  bool take_number() {
    std::uint32_t end = digits_end(begin_);
    bool has_separator = false;
    while (is_one_of(at(end), ".,:/-") && is_digit(at(end + 1))) {
      end = digits_end(end + 1);
      has_separator = true;
    }
    return (has_separator || !is_word_at(end)) && add(end, TokenKind::number);
  }

  std::uint32_t digits_end(std::uint32_t offset) const {
    while (is_digit(at(offset))) ++offset;
    return offset;
  }

  // "@sanne", "@jan.de_vries"
  bool take_handle() {
    if (is_word_before(begin_)) return false;
    std::uint32_t end = word_end(begin_ + 1);
    while (end > begin_ + 1 && at(end) == '.' && is_word_at(end + 1)) end = word_end(end + 1);
    return end > begin_ + 1 && add(end, TokenKind::handle);
  }

  // Holds a letter: "#1" is a number after a sign.
  bool take_hashtag() {
    if (is_word_before(begin_)) return false;
    const std::uint32_t end = word_end(begin_ + 1);
    for (std::uint32_t i = begin_ + 1; i < end; i += code_point(i).size) {
      if (is_letter(code_point(i).value)) return add(end, TokenKind::hashtag);
    }
    return false;
  }

  // "k u t", "k.u.t", "k-u-t": three letters or more, each with the same separator after it. With
  // stops two are enough ("J.P", "o.a"); the last stop is a token of its own.
  bool take_spaced_letters() {
    std::uint32_t end = letter_end(begin_);
    const char separator = at(end);
    if (!has(flags_of(separator), kSeparator) || is_word_before(begin_)) return false;
    if (begin_ > 0 && separator != ' ' && text_[begin_ - 1] == separator) return false;
    std::uint32_t count = 1;
    while (at(end) == separator) {
      const std::uint32_t behind = letter_end(end + 1);
      if (behind == end + 1 || !ends_letter(behind, separator)) break;
      end = behind;
      ++count;
    }
    const bool is_pair = separator == '.' && count == 2;
    const bool runs_on = at(end) == separator && is_one_of(separator, "-_*") && is_word_at(end + 1);
    if ((count < kFewestSpacedLetters && !is_pair) || runs_on) return false;
    push_spaced_letters(end, separator, !is_pair);
    return true;
  }

  // No word goes on at `offset`, nor do letters that are set apart in another way: "k u t a.b".
  bool ends_letter(std::uint32_t offset, char separator) const {
    if (at(offset) == separator) return true;
    const bool goes_on = is_one_of(at(offset), ".-_*'") && is_word_at(offset + 1);
    return !goes_on && !is_word_at(offset);
  }

  void push_spaced_letters(std::uint32_t end, char separator, bool spaced) {
    Token& token = push(end, TokenKind::word);
    const std::string_view text = token.span.of(text_);
    token.casing = casing_of(text);
    token.spaced_letters = spaced;
    letters_.clear();
    std::copy_if(text.begin(), text.end(), std::back_inserter(letters_),
                 [&](char c) { return c != separator; });
    fold_into(token, letters_);
    skip_segments();
  }

  void take_word() {
    end_ = disguise_end(begin_, end_);
    // Underscores after a word are marks of emphasis, as they are before it.
    while (end_ > begin_ + 1 && text_[end_ - 1] == '_') --end_;
    const std::size_t stop = text_.substr(0, end_).find('.', begin_);
    const bool is_cut = stop != std::string_view::npos && is_letter_stop(stop);
    if (is_cut) end_ = static_cast<std::uint32_t>(stop);
    add(end_, is_number(begin_, end_) ? TokenKind::number : TokenKind::word);
    if (is_cut) push_inner_stop();
  }

  // "morgen.Dan" is cut, "v2.0" is not.
  bool is_letter_stop(std::size_t stop) const {
    return !is_digit(at(static_cast<std::uint32_t>(stop) + 1));
  }

  // The stop of "morgen.Dan" ends a sentence where a capital follows.
  void push_inner_stop() {
    add(begin_ + 1, TokenKind::punctuation);
    if (is_upper(code_point(begin_).value) && !ends_with_abbreviation()) ++sentence_;
  }

  // In scripts whose digits are not ASCII.
  bool is_number(std::uint32_t from, std::uint32_t end) const {
    for (; from < end; from += code_point(from).size) {
      if (is_letter(code_point(from).value) || text_[from] == '_') return false;
    }
    return true;
  }

  // "k*t", "f@k", "sh!t", "kl**tzak": signs for letters, between letters. "foto`s" has a sign for
  // an apostrophe.
  std::uint32_t disguise_end(std::uint32_t from, std::uint32_t end) {
    const std::uint32_t bound = next_link_begin();
    while (end < bound && is_letter(code_point_before(text_, end).value)) {
      const std::uint32_t behind = inner_signs_end(end);
      if (behind == end || letter_end(behind) == behind) break;
      const std::uint32_t word_behind = word_end(behind);
      if (word_behind > bound || !is_short(from, word_behind)) break;
      end = word_behind;
    }
    return end;
  }

  std::uint32_t inner_signs_end(std::uint32_t offset) const {
    if (at(offset) == '*') {
      std::uint32_t end = offset;
      while (at(end) == '*' && end - offset < kMostStarsInDisguise) ++end;
      return end;
    }
    if (is_one_of(at(offset), "@$!")) return offset + 1;
    const std::uint32_t end = apostrophe_end(offset);
    return code_point(offset).value == '`' || code_point(offset).value == 0xB4 ? end : offset;
  }

  bool is_short(std::uint32_t from, std::uint32_t end) const {
    std::uint32_t letters = 0;
    for (; from < end && letters <= kMostLettersInDisguise; from += code_point(from).size) {
      letters += is_letter(code_point(from).value) ? 1 : 0;
    }
    return letters <= kMostLettersInDisguise;
  }

  // One mark with what is attached to it, or an emoji sequence; "_" alone.
  void take_mark(CodePoint first) {
    const bool starts_segment = begin_ == segments_[next_].begin;
    const std::uint32_t end = starts_segment && first.value != '_' ? end_ : begin_ + first.size;
    add(end, kind_of_mark(first.value));
  }

  static TokenKind kind_of_mark(char32_t c) {
    constexpr char32_t kFirstFlagLetter = 0x1F1E6;
    constexpr char32_t kLastFlagLetter = 0x1F1FF;
    constexpr char32_t kFirstPictographOfItsOwn = 0x231A;  // "©", "™" and arrows are signs
    const bool is_flag = c >= kFirstFlagLetter && c <= kLastFlagLetter;
    if (is_flag || (c >= kFirstPictographOfItsOwn && is_pictograph(c))) return TokenKind::emoji;
    return is_punctuation(c) ? TokenKind::punctuation : TokenKind::symbol;
  }

  std::string_view text_;
  std::uint32_t size_;
  const std::vector<Segment>& segments_;
  const std::vector<Link>& links_;
  const std::function<bool(std::string_view)>& is_abbreviation_;
  std::vector<Token>& tokens_;
  std::string& folded_;
  std::string letters_;
  std::size_t next_ = 0;  // segment
  std::size_t next_link_ = 0;
  std::uint32_t begin_ = 0;  // of the next token
  std::uint32_t end_ = 0;    // of its segment, or the link in it
  std::uint32_t done_ = 0;   // after the last token
  std::uint32_t sentence_ = 0;
};

// Written so that the compiler does many bytes at once.
void make_ascii_small(std::string_view text, std::string& out) {
  out.resize(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const bool is_capital = static_cast<unsigned char>(c - 'A') < 26;
    out[i] = static_cast<char>(c | (is_capital ? 0x20 : 0));
  }
}

}  // namespace

void make_tokens(const TokenSources& sources, std::vector<Token>& tokens, std::string& folded) {
  tokens.clear();
  make_ascii_small(sources.text, folded);
  TokenMaker(sources, tokens, folded).run();
}

}  // namespace postlint
