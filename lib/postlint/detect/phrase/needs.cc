#include "postlint/detect/phrase/needs.h"

#include <algorithm>

#include "postlint/detect/phrase/neighbours.h"

namespace postlint {
namespace {

constexpr std::size_t kMostNeeds = 2;
constexpr std::size_t kMostNeededWords = 80;
constexpr double kTooCommon = 400;

// Parts of words take longer to look for, and those of common things would nearly always be there.
bool can_be_needed(const AnchorChoice& part) {
  return part.cost < kTooCommon && part.anchors.size() <= kMostNeededWords &&
         std::all_of(part.anchors.begin(), part.anchors.end(), [](const Anchor& anchor) {
           return anchor.kind == Anchor::Kind::word || anchor.kind == Anchor::Kind::dictionary ||
                  anchor.kind == Anchor::Kind::token_class;
         });
}

// One of the part's words, which go into the book, or one of its dictionaries and classes.
PhraseNeed need_of(const AnchorChoice& part, PhraseBook& book,
                   std::map<TokenMask, std::uint32_t>& masks) {
  TokenMask mask;
  PhraseNeed need;
  std::vector<WordId> words;
  for (const Anchor& anchor : part.anchors) {
    switch (anchor.kind) {
      case Anchor::Kind::word:
        words.push_back(anchor.value);
        break;
      case Anchor::Kind::dictionary:
        mask.add_dictionary(static_cast<DictionaryId>(anchor.value));
        break;
      default:
        mask.add(static_cast<TokenClass>(anchor.value));
    }
  }
  need.words = append_slice(book.words, words);
  need.mask = number_of_mask(book, masks, mask);
  return need;
}

}  // namespace

void add_needs(std::vector<AnchorChoice> parts, PhraseBook& book,
               std::map<TokenMask, std::uint32_t>& masks) {
  std::erase_if(parts, [](const AnchorChoice& part) { return !can_be_needed(part); });
  std::stable_sort(parts.begin(), parts.end(),
                   [](const AnchorChoice& a, const AnchorChoice& b) { return a.cost < b.cost; });
  if (parts.size() > kMostNeeds) parts.resize(kMostNeeds);
  std::vector<PhraseNeed> needs;
  for (const AnchorChoice& part : parts) needs.push_back(need_of(part, book, masks));
  book.programs.back().needs = append_slice(book.needs, needs);
}

}  // namespace postlint
