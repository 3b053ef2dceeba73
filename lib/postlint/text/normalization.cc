#include "postlint/text/normalization.h"

#include <bitset>
#include <cassert>
#include <cstdint>
#include <cstring>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "postlint/text/character_class.h"
#include "postlint/text/utf8.h"

namespace postlint {
namespace {

// As many marks on one letter as the Stream-Safe Text Format allows (UAX #15, 13); more are no
// writing. With the bound on what is composed at once this keeps the work linear.
constexpr int kMostMarks = 30;
constexpr int kLongestCluster = 64;

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kZeroWidthJoiner = 0x200D;
constexpr char32_t kTextSelector = 0xFE0E;
constexpr char32_t kEmojiSelector = 0xFE0F;
constexpr char32_t kKeycap = 0x20E3;

UChar32 code(char32_t c) { return static_cast<UChar32>(c); }

bool is_in(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

// The tail of a flag like Scotland's.
bool is_tag(char32_t c) { return is_in(c, 0xE0020, 0xE007F); }

bool is_skin_tone(char32_t c) { return is_in(c, 0x1F3FB, 0x1F3FF); }

// Format characters and others that show nothing; the signs that Arabic numbers stand on show.
bool is_invisible(char32_t c) {
  const bool is_format = u_charType(code(c)) == U_FORMAT_CHAR;
  return (is_format || u_hasBinaryProperty(code(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0) &&
         u_hasBinaryProperty(code(c), UCHAR_PREPENDED_CONCATENATION_MARK) == 0;
}

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFCInstance(status);
}

const icu::Normalizer2& nfkc() {
  UErrorCode status = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFKCInstance(status);
}

// What NFKC would harm: emoji ("ℹ"), the ellipsis and "™", which would run into other words,
// fractions ("2½" is not "21/2"), and spacing accents ("´"), which would become a space and a mark.
// Circled letters are no emoji here, "Ⓜ" neither.
bool keeps_its_shape(char32_t c) {
  constexpr char32_t kCircledM = 0x24C2;
  if (c == 0x2026 || c == 0x2120 || c == 0x2122) return true;
  if (c > 0xFF && c != kCircledM && is_pictograph(c)) return true;
  icu::UnicodeString parts;
  if (!nfkc().getDecomposition(code(c), parts)) return false;
  constexpr char16_t kFractionSlash = 0x2044;
  return (parts.charAt(0) == u' ' && parts.length() > 1) || parts.indexOf(kFractionSlash) >= 0;
}

// Stays as it is, whatever stands before it; only a mark after it can change it.
bool is_stable(char32_t c) {
  if (is_invisible(c) || u_getCombiningClass(code(c)) != 0) return false;
  if (u_getIntPropertyValue(code(c), UCHAR_NFKC_QUICK_CHECK) == UNORM_YES) return true;
  return u_getIntPropertyValue(code(c), UCHAR_NFC_QUICK_CHECK) == UNORM_YES && keeps_its_shape(c);
}

// is_stable() of the characters in most texts, asked once.
class StableCharacters {
 public:
  static const StableCharacters& instance() {
    static const StableCharacters table;
    return table;
  }

  bool has(char32_t c) const {
    if (c < kLatinEnd) return latin_[c];
    if (is_in(c, kSymbolsBegin, kSymbolsEnd - 1)) return symbols_[c - kSymbolsBegin];
    return is_in(c, 0x1F300, 0x1FAFF) || is_stable(c);
  }

 private:
  StableCharacters() {
    for (char32_t c = 0; c < kLatinEnd; ++c) latin_[c] = is_stable(c);
    for (char32_t c = kSymbolsBegin; c < kSymbolsEnd; ++c) {
      symbols_[c - kSymbolsBegin] = is_stable(c);
    }
  }

  static constexpr char32_t kLatinEnd = 0x250;
  static constexpr char32_t kSymbolsBegin = 0x2000;
  static constexpr char32_t kSymbolsEnd = 0x2C00;
  std::bitset<kLatinEnd> latin_;
  std::bitset<kSymbolsEnd - kSymbolsBegin> symbols_;
};

class Normalization {
 public:
  Normalization(std::string_view source, NormalizedText& out)
      : source_(source), size_(static_cast<std::uint32_t>(source.size())), out_(out) {}

  void run() {
    for (skip_stable(); at_ < size_; skip_stable()) {
      const std::uint32_t begin = cluster_begin();
      copy_to(begin);
      rewrite(begin);
    }
    copy_to(size_);
  }

 private:
  struct Read {
    char32_t c;
    bool is_valid;
    std::uint32_t end;
  };

  // The maximal subpart of an invalid sequence reads as one U+FFFD.
  Read read(std::uint32_t at) const {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(source_.data());
    auto end = static_cast<std::int64_t>(at);
    UChar32 c = 0;
    U8_NEXT(bytes, end, static_cast<std::int64_t>(size_), c);
    return {c < 0 ? kReplacement : static_cast<char32_t>(c), c >= 0,
            static_cast<std::uint32_t>(end)};
  }

  // Moves at_ to the next character that may change.
  void skip_stable() {
    while (at_ < size_) {
      skip_ascii();
      if (at_ == size_) return;
      const Read here = read(at_);
      if (!here.is_valid || (!stable_.has(here.c) && !is_part_of_emoji(here))) return;
      at_ = here.end;
    }
  }

  void skip_ascii() {
    constexpr std::uint64_t kHighBits = 0x8080808080808080;
    std::uint64_t block = 0;
    while (size_ - at_ >= sizeof block) {
      std::memcpy(&block, source_.data() + at_, sizeof block);
      if ((block & kHighBits) != 0) break;
      at_ += sizeof block;
    }
    while (at_ < size_ && static_cast<unsigned char>(source_[at_]) < 0x80) ++at_;
  }

  // Where the character stands that what is at at_ may combine with.
  std::uint32_t cluster_begin() const {
    if (at_ == copied_) return at_;
    const CodePoint base = code_point_before(source_, at_);
    return is_invisible(base.value) ? at_ : at_ - base.size;
  }

  // A joiner, selector or tag that means something where it stands.
  bool is_part_of_emoji(const Read& here) const {
    const char32_t before = kept_before();
    switch (here.c) {
      case kZeroWidthJoiner: {
        const bool joins =
            is_pictograph(before) || before == kEmojiSelector || is_skin_tone(before);
        return joins && here.end < size_ && is_pictograph(read(here.end).c);
      }
      case kEmojiSelector:
        if (before < 0x80 && here.end < size_) return read(here.end).c == kKeycap;
        return is_pictograph(before);
      case kTextSelector:
        return is_pictograph(before);
      default:
        return is_tag(here.c) && (is_pictograph(before) || is_tag(before));
    }
  }

  // The last character of what the output will be before at_.
  char32_t kept_before() const {
    if (at_ > copied_) return code_point_before(source_, at_).value;
    if (out_.text.empty()) return 0;
    return code_point_before(out_.text, static_cast<std::uint32_t>(out_.text.size())).value;
  }

  void copy_to(std::uint32_t end) {
    out_.text.append(source_.substr(copied_, end - copied_));
    copied_ = end;
  }

  // Composes the character at `begin` with what combines with it, and drops what shows nothing.
  void rewrite(std::uint32_t begin) {
    kept_.remove();
    std::uint32_t kept_end = begin;
    int marks = 0;
    int length = 0;
    for (at_ = begin; at_ < size_;) {
      const Read here = read(at_);
      const bool is_dropped = here.is_valid && is_invisible(here.c);
      const bool is_first = at_ == begin;
      if (!is_first && !is_dropped && (length == 0 || begins_cluster(here, length))) break;
      marks += u_getCombiningClass(code(here.c)) != 0 ? 1 : 0;
      at_ = here.end;
      if (is_dropped || marks > kMostMarks) continue;
      kept_.append(code(here.c));
      kept_end = at_;
      ++length;
      if (!here.is_valid) ++out_.repaired;
    }
    put({begin, kept_end});
    drop({kept_end, at_});
  }

  bool begins_cluster(const Read& here, int length) const {
    if (!here.is_valid || length >= kLongestCluster || stable_.has(here.c)) return true;
    return nfkc().hasBoundaryBefore(code(here.c));
  }

  // What was kept of `source`, normalised. Where that changes nothing it counts as copied.
  void put(Span source) {
    if (kept_.isEmpty()) return;
    const bool keeps = keeps_its_shape(static_cast<char32_t>(kept_.char32At(0)));
    UErrorCode status = U_ZERO_ERROR;
    const auto begin = static_cast<std::uint32_t>(out_.text.size());
    (keeps ? nfc() : nfkc()).normalize(kept_, status).toUTF8String(out_.text);
    assert(U_SUCCESS(status));
    copied_ = source.end;
    if (std::string_view(out_.text).substr(begin) == source.of(source_)) return;
    out_.to_source.add_unit({begin, static_cast<std::uint32_t>(out_.text.size())}, source);
  }

  void drop(Span source) {
    copied_ = source.end;
    const auto here = static_cast<std::uint32_t>(out_.text.size());
    if (!source.empty()) out_.to_source.add_unit({here, here}, source);
  }

  std::string_view source_;
  std::uint32_t size_;
  NormalizedText& out_;
  const StableCharacters& stable_ = StableCharacters::instance();
  icu::UnicodeString kept_;
  std::uint32_t at_ = 0;
  std::uint32_t copied_ = 0;  // up to here the source is in the output
};

}  // namespace

void normalize(std::string_view source, NormalizedText& out) {
  out.text.clear();
  out.to_source.clear();
  out.repaired = 0;
  out.text.reserve(source.size());
  Normalization(source, out).run();
}

}  // namespace postlint
