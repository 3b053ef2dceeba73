#include "postlint/text/folding.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <iterator>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "postlint/text/character_class.h"
#include "postlint/text/lookalikes.h"
#include "postlint/text/utf8.h"

namespace postlint {
namespace {

bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

char small_ascii(char c) {
  if (c == '`') return '\'';
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Latin letters that are no letter with a mark (Unicode does not decompose them), and the marks
// that are written in more than one way; in the order of their code points.
struct SpecialFold {
  char32_t letter;
  const char* fold;
};
constexpr SpecialFold kSpecialFolds[] = {
    {'`', "'"},    {0xB4, "'"},   {0xC6, "ae"},  {0xD0, "d"},   {0xD8, "o"},    {0xDE, "th"},
    {0xDF, "ss"},  {0xE6, "ae"},  {0xF0, "d"},   {0xF8, "o"},   {0xFE, "th"},   {0x110, "d"},
    {0x111, "d"},  {0x126, "h"},  {0x127, "h"},  {0x130, "i"},  {0x131, "i"},   {0x138, "k"},
    {0x141, "l"},  {0x142, "l"},  {0x149, "n"},  {0x14A, "n"},  {0x14B, "n"},   {0x152, "oe"},
    {0x153, "oe"}, {0x166, "t"},  {0x167, "t"},  {0x180, "b"},  {0x197, "i"},   {0x1B5, "z"},
    {0x1B6, "z"},  {0x268, "i"},  {0x2B9, "'"},  {0x2BC, "'"},  {0x1E9E, "ss"}, {0x2010, "-"},
    {0x2011, "-"}, {0x2012, "-"}, {0x2013, "-"}, {0x2014, "-"}, {0x2015, "-"},  {0x2018, "'"},
    {0x2019, "'"}, {0x201B, "'"}, {0x2032, "'"}, {0x2212, "-"}};

constexpr bool comes_before(const SpecialFold& a, const SpecialFold& b) {
  return a.letter < b.letter;
}
static_assert(std::is_sorted(std::begin(kSpecialFolds), std::end(kSpecialFolds), comes_before));

// Null for all others.
const char* special_fold(char32_t c) {
  const auto* found = std::lower_bound(std::begin(kSpecialFolds), std::end(kSpecialFolds),
                                       SpecialFold{c, nullptr}, comes_before);
  return found != std::end(kSpecialFolds) && found->letter == c ? found->fold : nullptr;
}

icu::UnicodeString decomposed(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Normalizer2::getNFKDInstance(status)->normalize(text, status);
}

icu::UnicodeString composed(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Normalizer2::getNFCInstance(status)->normalize(text, status);
}

template <typename Visit>
void for_each(const icu::UnicodeString& text, Visit visit) {
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    visit(static_cast<char32_t>(text.char32At(i)));
  }
}

// Special letters and signs replaced; they must not be decomposed before.
icu::UnicodeString replaced(const icu::UnicodeString& text) {
  icu::UnicodeString out;
  for_each(text, [&](char32_t c) {
    const char* special = special_fold(c);
    special != nullptr ? out.append(icu::UnicodeString(special))
                       : out.append(static_cast<UChar32>(c));
  });
  return out;
}

icu::UnicodeString without_marks(const icu::UnicodeString& text) {
  icu::UnicodeString out;
  for_each(text, [&](char32_t c) {
    const auto mark = static_cast<UChar32>(c);
    if (u_charType(mark) != U_NON_SPACING_MARK) out.append(mark);
  });
  return out;
}

icu::UnicodeString fold_once(const icu::UnicodeString& text) {
  return composed(without_marks(decomposed(replaced(text).foldCase())));
}

// Until nothing changes: a letter may decompose into one that is yet to be folded.
icu::UnicodeString fold_by_icu(char32_t c) {
  icu::UnicodeString text(static_cast<UChar32>(c));
  for (icu::UnicodeString next = fold_once(text); next != text; next = fold_once(text)) text = next;
  return text;
}

bool is_letter_or_mark(char32_t c) {
  const bool is_emoji = c >= 0x1F300 && c <= 0x1FAFF;  // spares two questions for each
  return !is_emoji && (is_letter(c) || is_mark(c));
}

// Most letters without case: spares the long way.
bool is_own_fold(char32_t c) {
  const auto letter = static_cast<UChar32>(c);
  return u_foldCase(letter, U_FOLD_CASE_DEFAULT) == letter &&
         u_charType(letter) != U_NON_SPACING_MARK && special_fold(c) == nullptr &&
         u_getIntPropertyValue(letter, UCHAR_NFKD_QUICK_CHECK) == UNORM_YES;
}

// A folded character, in UTF-8.
struct Fold {
  std::array<char, 7> bytes{};
  std::uint8_t size = 0;

  std::string_view view() const { return {bytes.data(), size}; }
};

// Signs stay as they are, whatever they look like; a letter or mark is folded.
bool changes(char32_t c) { return is_letter_or_mark(c) || special_fold(c) != nullptr; }

// The folds of Latin, Greek and Cyrillic letters and of the ASCII signs, made once.
class FoldTable {
 public:
  static constexpr char32_t kEnd = 0x530;

  static const FoldTable& instance() {
    static const FoldTable table;
    return table;
  }

  std::string_view of(char32_t c) const { return folds_[c].view(); }

 private:
  FoldTable() {
    for (char32_t c = 0; c < kEnd; ++c) {
      std::string folded;
      (changes(c) ? fold_by_icu(c) : icu::UnicodeString(static_cast<UChar32>(c)))
          .toUTF8String(folded);
      assert(folded.size() <= folds_[c].bytes.size());
      folded.copy(folds_[c].bytes.data(), folded.size());
      folds_[c].size = static_cast<std::uint8_t>(folded.size());
    }
  }

  std::array<Fold, kEnd> folds_;
};

bool is_latin(char32_t c) { return c < 0x250 || is_latin_script(c); }

// A folded word with letters of another script that all look like Latin ones: as small letters, or
// as capitals where the word has true Latin letters too.
bool is_latin_in_disguise(std::string_view word) {
  bool has_latin = false;
  bool has_foreign = false;
  bool only_as_small = true;
  for (std::uint32_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    at += c.size;
    if (is_mark(c.value)) continue;
    if (is_latin(c.value)) {
      has_latin = true;
      continue;
    }
    if (latin_lookalike(c.value) == '\0') return false;
    has_foreign = true;
    only_as_small = only_as_small && looks_latin_as_small(c.value);
  }
  return has_foreign && (has_latin || only_as_small);
}

class Folder {
 public:
  Folder(std::string_view text, std::string& out, OffsetMap* map)
      : text_(text), size_(static_cast<std::uint32_t>(text.size())), out_(out), map_(map) {}

  void run() {
    for (copy_ascii(); at_ < size_; copy_ascii()) {
      const Span word{at_, word_end(at_)};
      if (word.empty()) {
        put(code_point_at(text_, at_), false);
      } else {
        fold_word(word);
      }
    }
  }

 private:
  // Up to the next character that is not ASCII, or the word that it stands in.
  void copy_ascii() {
    std::uint32_t end = at_;
    while (end < size_ && !is_high(text_[end])) ++end;
    while (end < size_ && end > at_ && is_letter(code_point_at(text_, end - 1).value)) --end;
    for (; at_ < end; ++at_) out_ += small_ascii(text_[at_]);
  }

  // After the letters and marks that begin at `at`.
  std::uint32_t word_end(std::uint32_t at) const {
    while (at < size_) {
      const CodePoint c = code_point_at(text_, at);
      if (!is_letter_or_mark(c.value)) break;
      at += c.size;
    }
    return at;
  }

  void fold_word(Span word) {
    const bool as_latin = reads_as_latin(word.of(text_));
    while (at_ < word.end) put(code_point_at(text_, at_), as_latin);
  }

  // Asked of the folded word, so that folding twice asks the same.
  bool reads_as_latin(std::string_view word) {
    constexpr unsigned char kLeadBeyondLatin = 0xC9;
    const bool may_be_foreign = std::any_of(word.begin(), word.end(), [](char c) {
      return static_cast<unsigned char>(c) >= kLeadBeyondLatin;
    });
    if (!may_be_foreign) return false;
    folded_.clear();
    for (std::uint32_t at = 0; at < word.size();) {
      const CodePoint c = code_point_at(word, at);
      append_fold(c.value, word.substr(at, c.size), folded_);
      at += c.size;
    }
    return is_latin_in_disguise(folded_);
  }

  void append_fold(char32_t c, std::string_view bytes, std::string& out) const {
    if (c < FoldTable::kEnd) {
      out += table_.of(c);
    } else if (changes(c) && !is_own_fold(c)) {
      fold_by_icu(c).toUTF8String(out);
    } else {
      out += bytes;
    }
  }

  void put(CodePoint c, bool as_latin) {
    const auto begin = static_cast<std::uint32_t>(out_.size());
    const Span source{at_, at_ + c.size};
    append_fold(c.value, source.of(text_), out_);
    if (as_latin) make_latin(begin);
    const Span derived{begin, static_cast<std::uint32_t>(out_.size())};
    if (map_ != nullptr && derived.of(out_) != source.of(text_)) map_->add_unit(derived, source);
    at_ = source.end;
  }

  // The letters from `begin` on, by what they look like.
  void make_latin(std::uint32_t begin) {
    folded_.assign(out_, begin);
    out_.resize(begin);
    for (std::uint32_t at = 0; at < folded_.size();) {
      const CodePoint c = code_point_at(folded_, at);
      const char letter = is_latin(c.value) ? '\0' : latin_lookalike(c.value);
      letter != '\0' ? out_ += letter : out_.append(folded_, at, c.size);
      at += c.size;
    }
  }

  std::string_view text_;
  std::uint32_t size_;
  std::string& out_;
  OffsetMap* map_;
  const FoldTable& table_ = FoldTable::instance();
  std::string folded_;
  std::uint32_t at_ = 0;
};

}  // namespace

void fold(std::string_view text, FoldedText& out) {
  out.text.clear();
  out.to_source.clear();
  Folder(text, out.text, &out.to_source).run();
}

std::string fold(std::string_view text) {
  std::string out;
  append_folded(text, out);
  return out;
}

void append_folded(std::string_view word, std::string& out) { Folder(word, out, nullptr).run(); }

}  // namespace postlint
