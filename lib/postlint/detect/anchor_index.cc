#include "postlint/detect/anchor_index.h"

#include <algorithm>

namespace postlint {
namespace {

std::size_t two_bytes(char first, char second) {
  return static_cast<std::size_t>(static_cast<unsigned char>(first)) << 8 |
         static_cast<unsigned char>(second);
}

}  // namespace

AnchorIndex::AnchorIndex(const PhraseBook& book, const Lexicon& lexicon)
    : dictionary_programs_(lexicon.dictionary_names().size()),
      prefix_starts_(1 << 16),
      suffix_ends_(1 << 16) {
  for (std::uint32_t i = 0; i < book.programs.size(); ++i) {
    const Program& program = book.programs[i];
    program_groups_.push_back(program.group);
    for (std::uint32_t j = 0; j < program.anchor_count; ++j)
      add(book.anchors[program.anchors + j], i, book);
  }
  set_programs_.resize(lexicon.set_count());
  for (std::size_t set = 0; set < lexicon.set_count(); ++set) {
    for (std::size_t dictionary = 0; dictionary < dictionary_programs_.size(); ++dictionary) {
      if (!lexicon.set(static_cast<DictionarySetId>(set))[dictionary]) continue;
      const auto& programs = dictionary_programs_[dictionary];
      set_programs_[set].insert(set_programs_[set].end(), programs.begin(), programs.end());
    }
  }
}

void AnchorIndex::add(const Anchor& anchor, std::uint32_t program, const PhraseBook& book) {
  switch (anchor.kind) {
    case Anchor::Kind::word:
      if (is_anchor_word_.size() <= anchor.value) is_anchor_word_.resize(anchor.value + 1);
      is_anchor_word_[anchor.value] = true;
      word_programs_[anchor.value].push_back(program);
      break;
    case Anchor::Kind::dictionary:
      dictionary_programs_[anchor.value].push_back(program);
      break;
    case Anchor::Kind::token_class:
      class_programs_[anchor.value].push_back(program);
      break;
    case Anchor::Kind::prefix: {
      const std::string_view text = book.text_of(anchor.value, anchor.length);
      prefix_starts_[two_bytes(text[0], text[1])] = true;
      prefixes_.push_back({std::string(text), program});
      break;
    }
    case Anchor::Kind::suffix: {
      const std::string_view text = book.text_of(anchor.value, anchor.length);
      suffix_ends_[two_bytes(text[text.size() - 2], text[text.size() - 1])] = true;
      suffixes_.push_back({std::string(text), program});
      break;
    }
    case Anchor::Kind::entity:
      break;
  }
}

void AnchorIndex::hit(const std::vector<std::uint32_t>& programs, std::uint32_t token,
                      std::vector<AnchorHit>& hits) const {
  for (const std::uint32_t program : programs)
    hits.push_back({program_groups_[program], program, token});
}

void AnchorIndex::find(const Annotations& annotations, std::vector<AnchorHit>& hits) const {
  hits.clear();
  for (std::uint32_t token = 0; token < annotations.size(); ++token) {
    find_words(annotations, token, hits);
    if (annotations.token(token).folded.size() >= 2) find_affixes(annotations, token, hits);
    for (std::size_t i = 0; i < class_programs_.size(); ++i) {
      if (class_programs_[i].empty() || !annotations.is_in_class(token, static_cast<TokenClass>(i)))
        continue;
      hit(class_programs_[i], token, hits);
    }
  }
  for (const TermMatch& term : annotations.terms()) {
    hit(dictionary_programs_[term.dictionary], term.range.begin, hits);
  }
  std::sort(hits.begin(), hits.end());
  hits.erase(std::unique(hits.begin(), hits.end()), hits.end());
}

void AnchorIndex::find_words(const Annotations& annotations, std::uint32_t token,
                             std::vector<AnchorHit>& hits) const {
  for (const Reading& reading : annotations.readings(token)) {
    if (reading.word == kNoWord) continue;
    hit(set_programs_[reading.set], token, hits);
    if (reading.word < is_anchor_word_.size() && is_anchor_word_[reading.word]) {
      hit(word_programs_.at(reading.word), token, hits);
    }
  }
}

void AnchorIndex::find_affixes(const Annotations& annotations, std::uint32_t token,
                               std::vector<AnchorHit>& hits) const {
  const std::string_view word = annotations.document().folded(annotations.token(token));
  if (prefix_starts_[two_bytes(word[0], word[1])]) {
    for (const Affix& prefix : prefixes_) {
      if (word.starts_with(prefix.text))
        hits.push_back({program_groups_[prefix.program], prefix.program, token});
    }
  }
  if (suffix_ends_[two_bytes(word[word.size() - 2], word[word.size() - 1])]) {
    for (const Affix& suffix : suffixes_) {
      if (word.ends_with(suffix.text))
        hits.push_back({program_groups_[suffix.program], suffix.program, token});
    }
  }
}

}  // namespace postlint
