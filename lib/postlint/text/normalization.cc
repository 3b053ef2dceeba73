#include "postlint/text/normalization.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <cassert>
#include <cstdint>

namespace postlint {
namespace {

constexpr UChar32 kZeroWidthJoiner = 0x200D;
constexpr UChar32 kEllipsis = 0x2026;
// A character with more marks than this is no text; cutting it keeps the work linear.
constexpr int kLongestCluster = 64;

const icu::Normalizer2& nfkc() {
  static const icu::Normalizer2* const instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFKCInstance(status);
  }();
  return *instance;
}

bool is_in(UChar32 c, UChar32 first, UChar32 last) { return c >= first && c <= last; }

bool is_format(UChar32 c) { return u_charType(c) == U_FORMAT_CHAR; }

bool is_tag(UChar32 c) { return is_in(c, 0xE0020, 0xE007F); }  // the tail of a flag like Scotland's

bool is_pictograph(UChar32 c) { return u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC) != 0; }

// "´" and its like would become a space with a mark; the ellipsis would become three stops.
bool keeps_its_shape(UChar32 c) {
  if (c == kEllipsis) return true;
  icu::UnicodeString decomposed;
  return u_charType(c) != U_SPACE_SEPARATOR && nfkc().getDecomposition(c, decomposed) &&
         decomposed.char32At(0) == ' ';
}

// Stands for itself whatever comes before or behind it, but for marks.
bool is_plain(UChar32 c) {
  if (c < 0x80) return true;
  if (is_in(c, 0xC0, 0x131) || is_in(c, 0x134, 0x13E) || is_in(c, 0x141, 0x148) || is_in(c, 0x14A, 0x17E)) return true;
  if (is_in(c, 0x2012, 0x2016) || is_in(c, 0x2018, 0x2023) || c == kEllipsis || c == 0x20AC) return true;
  if (is_in(c, 0x1F300, 0x1FAFF) || is_in(c, 0x2600, 0x27BF)) return true;
  if (is_format(c) || u_getCombiningClass(c) != 0) return false;
  return u_getIntPropertyValue(c, UCHAR_NFKC_QUICK_CHECK) == UNORM_YES || keeps_its_shape(c);
}

class Normalization {
 public:
  Normalization(std::string_view source, NormalizedText& out)
      : source_(source), bytes_(reinterpret_cast<const std::uint8_t*>(source.data())), out_(out) {}

  void run() {
    const auto size = static_cast<std::uint32_t>(source_.size());
    std::uint32_t copied = 0;
    std::uint32_t at = 0;
    while (at < size) {
      if (bytes_[at] < 0x80 && (at + 1 == size || bytes_[at + 1] < 0x80)) {
        previous_ = bytes_[at++];
        continue;
      }
      const std::uint32_t end = cluster_end(at);
      if (end_of_plain(at) != end) {
        copy(copied, at);
        rewrite({at, end});
        copied = end;
      }
      at = end;
    }
    copy(copied, size);
  }

 private:
  // One code point, and what composes with it or is dropped behind it.
  std::uint32_t cluster_end(std::uint32_t at) {
    std::uint32_t end = at;
    next(end);
    for (int i = 0; i < kLongestCluster && end < source_.size() && bytes_[end] >= 0x80; ++i) {
      std::uint32_t behind = end;
      const UChar32 c = next(behind);
      if (c < 0 || is_plain(c) || (nfkc().hasBoundaryBefore(c) && !is_format(c))) break;
      end = behind;
    }
    return end;
  }

  // Behind the code point at `at`, if it is plain; else `at`.
  std::uint32_t end_of_plain(std::uint32_t at) {
    std::uint32_t end = at;
    const UChar32 c = next(end);
    if (c < 0 || !is_plain(c)) return at;
    previous_ = c;
    return end;
  }

  UChar32 next(std::uint32_t& at) const {
    auto index = static_cast<std::int64_t>(at);
    UChar32 c = 0;
    U8_NEXT(bytes_, index, static_cast<std::int64_t>(source_.size()), c);
    at = static_cast<std::uint32_t>(index);
    return c;
  }

  void copy(std::uint32_t begin, std::uint32_t end) { out_.text.append(source_.substr(begin, end - begin)); }

  void rewrite(Span cluster) {
    const auto begin = static_cast<std::uint32_t>(out_.text.size());
    icu::UnicodeString kept;
    for (std::uint32_t at = cluster.begin; at < cluster.end;) {
      const UChar32 c = next(at);
      if (c < 0) {
        ++out_.repaired;
        kept.append(static_cast<UChar32>(0xFFFD));
      } else if (!is_format(c) || joins_emoji(c, at)) {
        kept.append(c);
      }
      previous_ = c;
    }
    append_normalized(kept);
    out_.to_source.add_unit({begin, static_cast<std::uint32_t>(out_.text.size())}, cluster);
  }

  bool joins_emoji(UChar32 c, std::uint32_t behind) const {
    if (is_tag(c)) return is_pictograph(previous_) || is_tag(previous_);
    if (c != kZeroWidthJoiner || behind >= source_.size()) return false;
    const bool after_emoji = is_pictograph(previous_) || previous_ == 0xFE0F || is_in(previous_, 0x1F3FB, 0x1F3FF);
    return after_emoji && is_pictograph(next(behind));
  }

  void append_normalized(const icu::UnicodeString& text) {
    if (text.char32At(0) >= 0 && keeps_its_shape(text.char32At(0))) {
      text.toUTF8String(out_.text);
      return;
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString normalized = nfkc().normalize(text, status);
    assert(U_SUCCESS(status));
    normalized.toUTF8String(out_.text);
  }

  std::string_view source_;
  const std::uint8_t* bytes_;
  NormalizedText& out_;
  UChar32 previous_ = 0;  // the code point before, to know what a joiner joins
};

// Written so that the compiler looks at many bytes at once.
bool is_ascii(std::string_view text) {
  unsigned char all = 0;
  for (const char c : text) all = static_cast<unsigned char>(all | static_cast<unsigned char>(c));
  return all < 0x80;
}

}  // namespace

void normalize(std::string_view source, NormalizedText& out) {
  out.text.clear();
  out.to_source.clear();
  out.repaired = 0;
  if (is_ascii(source)) {
    out.text.assign(source);
  } else {
    Normalization(source, out).run();
  }
}

}  // namespace postlint
