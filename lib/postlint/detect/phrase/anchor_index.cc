#include "postlint/detect/phrase/anchor_index.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <utility>

namespace postlint {
namespace {

std::size_t two_bytes(char first, char second) {
  return static_cast<std::size_t>(static_cast<unsigned char>(first)) << 8 |
         static_cast<unsigned char>(second);
}

}  // namespace

void HeldHits::begin(std::size_t programs) {
  held_.clear();
  fits_in_.resize(programs);
  if (++stretch_ == 0) {  // marks of four thousand million stretches ago could be taken for ours
    std::fill(fits_in_.begin(), fits_in_.end(), 0);
    stretch_ = 1;
  }
}

void HeldHits::release(std::vector<AnchorHit>& hits) const {
  std::copy_if(held_.begin(), held_.end(), std::back_inserter(hits),
               [this](const AnchorHit& hit) { return fits_in_[hit.program] == stretch_; });
}

// Looks for the anchors of one document.
class AnchorIndex::Search {
 public:
  Search(const AnchorIndex& index, const PhraseBook& book, const Annotations& annotations,
         AnchorScratch& scratch, std::vector<AnchorHit>& hits)
      : index_(index), book_(book), annotations_(annotations), scratch_(scratch), hits_(hits) {}

  void run() {
    hits_.clear();
    terms_ = annotations_.terms();
    scratch_.in_document.begin(index_.is_local_.size());
    note_presence(scratch_.document, {0, annotations_.size()});
    for (std::uint32_t i = 0; i < annotations_.sentence_count(); ++i)
      search(annotations_.sentence(i));
    scratch_.in_document.release(hits_);
    std::sort(hits_.begin(), hits_.end());
    hits_.erase(std::unique(hits_.begin(), hits_.end()), hits_.end());
  }

 private:
  void search(TokenRange sentence) {
    scratch_.in_sentence.begin(index_.is_local_.size());
    note_presence(scratch_.sentence, sentence);
    for (std::uint32_t token = sentence.begin; token < sentence.end; ++token) {
      find_words(token);
      find_terms(token);
      find_classes(token);
      if (annotations_.token(token).folded.size() >= 2) find_affixes(token);
    }
    scratch_.in_sentence.release(hits_);
  }

  void note_presence(Presence& presence, TokenRange stretch) const {
    presence.clear();
    for (std::uint32_t token = stretch.begin; token < stretch.end; ++token)
      presence.add(annotations_, token);
  }

  void find_words(std::uint32_t token) {
    for (const Reading& reading : annotations_.readings(token)) {
      if (reading.word == kNoWord) continue;
      add_all(index_.set_entries_[reading.set], token, token);
      if (annotations_.lexicon().set(reading.set)[kPhraseWord])
        add_all(index_.entries_of(reading.word), token, token);
    }
  }

  void find_terms(std::uint32_t token) {
    for (; !terms_.empty() && terms_.front().range.begin == token; terms_ = terms_.subspan(1)) {
      const TermMatch& term = terms_.front();
      add_all(index_.dictionary_entries_[term.dictionary], token, term.range.end - 1);
    }
  }

  void find_classes(std::uint32_t token) {
    if (!annotations_.mask(token).meets(index_.anchor_classes_)) return;
    for (std::size_t i = 0; i < kTokenClasses; ++i) {
      const auto& entries = index_.class_entries_[i];
      if (entries.empty() || !annotations_.is_in_class(token, static_cast<TokenClass>(i))) continue;
      add_all(entries, token, token);
    }
  }

  void find_affixes(std::uint32_t token) {
    const std::string_view word = annotations_.document().folded(annotations_.token(token));
    if (index_.prefix_starts_[two_bytes(word[0], word[1])]) {
      for (const Affix& prefix : index_.prefixes_) {
        if (word.starts_with(prefix.text)) add(prefix.entry, token, token);
      }
    }
    if (index_.suffix_ends_[two_bytes(word[word.size() - 2], word[word.size() - 1])]) {
      for (const Affix& suffix : index_.suffixes_) {
        if (word.ends_with(suffix.text)) add(suffix.entry, token, token);
      }
    }
  }

  void add_all(std::span<const Entry> entries, std::uint32_t first, std::uint32_t last) {
    for (const Entry& entry : entries) add(entry, first, last);
  }

  // An anchor from token `first` to token `last`.
  void add(const Entry& entry, std::uint32_t first, std::uint32_t last) {
    const AnchorHit hit{entry.program, first};
    const bool is_local = index_.is_local_[entry.program];
    HeldHits& held = is_local ? scratch_.in_sentence : scratch_.in_document;
    const bool fits = annotations_.mask_before(first).meets(book_.masks[entry.before]) &&
                      annotations_.mask_behind(last).meets(book_.masks[entry.behind]);
    if (!fits) return held.hold(hit);
    // Asked last, of few: a program that lacks something never fits, so that held hits go too.
    const Presence& stretch = is_local ? scratch_.sentence : scratch_.document;
    if (!stretch.may_hold(book_, book_.programs[entry.program])) return;
    held.fit(entry.program);
    hits_.push_back(hit);
  }

  const AnchorIndex& index_;
  const PhraseBook& book_;
  const Annotations& annotations_;
  AnchorScratch& scratch_;
  std::vector<AnchorHit>& hits_;
  std::span<const TermMatch> terms_;  // those from the token on
};

AnchorIndex::AnchorIndex(const PhraseBook& book, const Lexicon& lexicon)
    : dictionary_entries_(lexicon.dictionary_names().size()),
      entity_anchors_(book.groups.size()),
      prefix_starts_(1 << 16),
      suffix_ends_(1 << 16) {
  for (std::uint32_t i = 0; i < book.programs.size(); ++i) {
    const Program& program = book.programs[i];
    is_local_.push_back(!program.crosses_sentences && !program.has_entities);
    for (const Anchor& anchor : program.anchors.of(book.anchors)) add(anchor, i, book);
  }
  index_words(book);
  index_sets(lexicon);
}

// Most sets of dictionaries hold none that a phrase is anchored on.
void AnchorIndex::index_sets(const Lexicon& lexicon) {
  DictionarySet anchored;
  for (std::size_t i = 0; i < dictionary_entries_.size(); ++i)
    anchored[i] = !dictionary_entries_[i].empty();
  set_entries_.resize(lexicon.set_count());
  for (std::size_t number = 0; number < lexicon.set_count(); ++number) {
    const DictionarySet set = lexicon.set(static_cast<DictionarySetId>(number)) & anchored;
    for (std::size_t i = set._Find_first(); i < set.size(); i = set._Find_next(i)) {
      const auto& entries = dictionary_entries_[i];
      set_entries_[number].insert(set_entries_[number].end(), entries.begin(), entries.end());
    }
  }
}

void AnchorIndex::add(const Anchor& anchor, std::uint32_t program, const PhraseBook& book) {
  const Entry entry{program, anchor.before, anchor.behind};
  switch (anchor.kind) {
    case Anchor::Kind::word:
      break;  // index_words
    case Anchor::Kind::dictionary:
      dictionary_entries_[anchor.value].push_back(entry);
      break;
    case Anchor::Kind::token_class:
      class_entries_[anchor.value].push_back(entry);
      anchor_classes_.add(static_cast<TokenClass>(anchor.value));
      break;
    case Anchor::Kind::prefix: {
      const std::string_view text = book.text_of(anchor.affix());
      prefix_starts_[two_bytes(text[0], text[1])] = true;
      prefixes_.push_back({std::string(text), entry});
      break;
    }
    case Anchor::Kind::suffix: {
      const std::string_view text = book.text_of(anchor.affix());
      suffix_ends_[two_bytes(text[text.size() - 2], text[text.size() - 1])] = true;
      suffixes_.push_back({std::string(text), entry});
      break;
    }
    case Anchor::Kind::entity:
      entity_anchors_[book.programs[program].group].push_back({program, anchor.value});
      break;
  }
}

// Those of a word lie together, by program: counted first, then put where they belong.
void AnchorIndex::index_words(const PhraseBook& book) {
  const auto for_each_word = [&book](const auto& visit) {
    for (std::uint32_t i = 0; i < book.programs.size(); ++i) {
      for (const Anchor& anchor : book.programs[i].anchors.of(book.anchors)) {
        if (anchor.kind == Anchor::Kind::word) visit(i, anchor);
      }
    }
  };
  word_slots_.resize(std::bit_ceil(2 * book.anchors.size() + 1));
  for_each_word([this](std::uint32_t, const Anchor& anchor) {
    WordSlot& slot = word_slots_[slot_of(anchor.value)];
    slot.word = anchor.value;
    ++slot.count;
  });
  std::uint32_t behind = 0;
  for (WordSlot& slot : word_slots_) slot.first = std::exchange(behind, behind + slot.count);
  word_entries_.resize(behind);
  for (WordSlot& slot : word_slots_) slot.count = 0;
  for_each_word([this](std::uint32_t program, const Anchor& anchor) {
    WordSlot& slot = word_slots_[slot_of(anchor.value)];
    word_entries_[slot.first + slot.count++] = {program, anchor.before, anchor.behind};
  });
}

// The slot of a word, or the free one where it belongs.
std::size_t AnchorIndex::slot_of(WordId word) const {
  std::size_t slot = first_slot(word);
  while (word_slots_[slot].word != word && word_slots_[slot].word != kNoWord)
    slot = (slot + 1) & (word_slots_.size() - 1);
  return slot;
}

std::span<const AnchorIndex::Entry> AnchorIndex::entries_of(WordId word) const {
  const WordSlot& slot = word_slots_[slot_of(word)];  // a free one has none
  return std::span(word_entries_).subspan(slot.first, slot.count);
}

void AnchorIndex::find(const PhraseBook& book, const Annotations& annotations,
                       AnchorScratch& scratch, std::vector<AnchorHit>& hits) const {
  Search(*this, book, annotations, scratch, hits).run();
}

}  // namespace postlint
