#include "postlint/detect/names/detector.h"

#include <algorithm>
#include <cmath>

namespace postlint {
namespace {

// Log-odds from which a name is sure enough to be known in the rest of the draft.
constexpr double kSure = 1.0;
// A cue directly before a name is looked for in so many tokens.
constexpr std::uint32_t kLongestCue = 12;
constexpr std::uint32_t kNoToken = 0xFFFF'FFFF;

double share_of(double log_odds) { return 1 / (1 + std::exp(-log_odds)); }

}  // namespace

double WeighedName::confidence() const { return share_of(log_odds); }

std::span<const WeighedName> NameDetector::detect(const NameModel& model, PhraseFinder& finder) {
  model_ = &model;
  finder_ = &finder;
  all_ = &finder.annotations();
  parser_.parse(model, *all_, possible_);
  names_.clear();
  for (const PossibleName& name : possible_) {
    names_.push_back({name, weigh_traits(name.traits) + weigh_cues(name.tokens)});
  }
  remember_sure_names();
  for (WeighedName& name : names_) recognise(name);
  for (std::size_t i = 1; i < names_.size(); ++i) join(i);
  for (std::size_t i = names_.size(); i-- > 1;) join(i);
  return names_;
}

double NameDetector::weigh_traits(const NameTraits& traits) const {
  double sum = 0;
  for (std::size_t i = 0; i < traits.size(); ++i) {
    if (traits[i]) sum += model_->weights[i];
  }
  return sum;
}

double NameDetector::weigh_cues(TokenRange tokens) {
  double sum = 0;
  for (const NameCue& cue : model_->cues) {
    if (is_there(cue, tokens)) sum += cue.weight;
  }
  return sum;
}

bool NameDetector::is_there(const NameCue& cue, TokenRange tokens) {
  if (!cue.dictionaries.empty() && is_beside(cue, tokens)) return true;
  if (cue.group == kNoGroup) return false;
  return cue.window == 0 ? is_phrase_beside(cue, tokens) : is_phrase_near(cue, tokens);
}

// The token directly before a name, in its sentence; quotation marks, emoji and the full stop of an
// abbreviation do not count.
std::uint32_t NameDetector::word_before(TokenRange tokens) const {
  std::uint32_t token = tokens.begin;
  while (token > 0 && !all_->starts_sentence(token)) {
    --token;
    if (!all_->is_transparent(token) && !is_full_stop(token)) return token;
  }
  return kNoToken;
}

bool NameDetector::is_full_stop(std::uint32_t token) const {
  return !all_->token(token).space_before && all_->document().text_of(all_->token(token)) == ".";
}

std::uint32_t NameDetector::word_behind(TokenRange tokens) const {
  for (std::uint32_t token = tokens.end; token < all_->size() && !all_->starts_sentence(token);
       ++token) {
    if (!all_->is_transparent(token)) return token;
  }
  return kNoToken;
}

// "@mevrouw" is the word behind the sign.
bool NameDetector::is_in(const NameCue& cue, std::uint32_t token) const {
  if (token == kNoToken) return false;
  WordId word = all_->readings(token).front().word;
  if (all_->token(token).kind == TokenKind::handle) {
    word = all_->lexicon().find(all_->document().folded(all_->token(token)).substr(1));
  }
  return std::any_of(cue.dictionaries.begin(), cue.dictionaries.end(),
                     [&](DictionaryId dictionary) { return all_->lexicon().in(word, dictionary); });
}

bool NameDetector::is_beside(const NameCue& cue, TokenRange tokens) {
  return (cue.side != ContextSide::after && is_in(cue, word_before(tokens))) ||
         (cue.side != ContextSide::before && is_in(cue, word_behind(tokens)));
}

bool NameDetector::is_phrase_beside(const NameCue& cue, TokenRange tokens) {
  const auto found = finder_->matches(cue.group);
  const auto first_from = [&](std::uint32_t token) {
    return std::lower_bound(
        found.begin(), found.end(), token,
        [](const PhraseMatch& match, std::uint32_t it) { return match.range.begin < it; });
  };
  const std::uint32_t behind = cue.side != ContextSide::before ? word_behind(tokens) : kNoToken;
  if (behind != kNoToken) {
    const auto match = first_from(behind);
    if (match != found.end() && match->range.begin == behind) return true;
  }
  const std::uint32_t before = cue.side != ContextSide::after ? word_before(tokens) : kNoToken;
  if (before == kNoToken) return false;
  auto match = first_from(before > kLongestCue ? before - kLongestCue : 0);
  while (match != found.end() && match->range.begin <= before && match->range.end != before + 1)
    ++match;
  return match != found.end() && match->range.begin <= before;
}

// Within a number of tokens, whatever the sentence.
bool NameDetector::is_phrase_near(const NameCue& cue, TokenRange tokens) {
  const std::uint32_t from = tokens.begin > cue.window ? tokens.begin - cue.window : 0;
  const std::uint32_t to = std::min(all_->size(), tokens.end + cue.window);
  return (cue.side != ContextSide::after &&
          finder_->first_within(cue.group, {from, tokens.begin}) != nullptr) ||
         (cue.side != ContextSide::before &&
          finder_->first_within(cue.group, {tokens.end, to}) != nullptr);
}

// A token's folded word without the ending that was cut off.
std::string_view NameDetector::stem(const WeighedName& name, std::uint32_t token) const {
  std::string_view word = all_->document().folded(all_->token(token));
  if (token + 1 == name.name.tokens.end)
    word.remove_suffix(std::min<std::size_t>(name.name.cut, word.size()));
  return word;
}

void NameDetector::remember_sure_names() {
  known_.clear();
  for (const WeighedName& name : names_) {
    if (name.log_odds < kSure) continue;
    for (std::uint32_t i = name.name.tokens.begin; i < name.name.tokens.end; ++i) {
      const std::string_view word = stem(name, i);
      const bool is_particle = model_->marks_of(all_->lexicon(), word).has(NameList::particles);
      if (word.size() > 1 && !is_particle) known_.push_back(word);
    }
  }
  std::sort(known_.begin(), known_.end());
}

void NameDetector::recognise(WeighedName& name) const {
  if (name.log_odds >= kSure) return;
  const bool is_known =
      std::binary_search(known_.begin(), known_.end(), stem(name, name.name.tokens.begin));
  if (is_known) note(name, NameTrait::known);
}

void NameDetector::note(WeighedName& name, NameTrait trait) const {
  name.name.traits.set(static_cast<std::size_t>(trait));
  name.log_odds += model_->weight(trait);
}

// A name and the one before it, in an enumeration: the surer one helps the other.
void NameDetector::join(std::size_t index) {
  WeighedName& first = names_[index - 1];
  WeighedName& second = names_[index];
  if ((first.log_odds >= kSure) == (second.log_odds >= kSure)) return;
  WeighedName& weaker = first.log_odds < kSure ? first : second;
  const auto has = [&](NameTrait trait) {
    return weaker.name.traits[static_cast<std::size_t>(trait)];
  };
  if (has(NameTrait::joined) || has(NameTrait::lower_ambiguous)) return;
  if (are_joined(first.name.tokens, second.name.tokens)) note(weaker, NameTrait::joined);
}

// Only a comma, or one of the joining words, stands between.
bool NameDetector::are_joined(TokenRange first, TokenRange second) const {
  if (second.begin - first.end > 2 || second.begin == first.end) return false;
  for (std::uint32_t i = first.end; i < second.begin; ++i) {
    const std::string_view text = all_->document().text_of(all_->token(i));
    const Reading reading = all_->readings(i).front();
    const bool joins = reading.word != kNoWord && model_->marks(reading.set).has(NameList::joins);
    if (text != "," && text != "&" && text != "+" && !joins) return false;
  }
  return all_->token(first.begin).sentence == all_->token(second.begin).sentence;
}

void NameDetector::explain(const WeighedName& name, const SourceTable& sources,
                           std::vector<EvidenceStep>& steps) {
  double sum = 0;
  for (std::size_t i = 0; i < name.name.traits.size(); ++i) {
    if (!name.name.traits[i] || model_->weights[i] == 0) continue;
    sum += model_->weights[i];
    steps.push_back({"evidence.name-trait", std::string(kNameTraitKeys[i]), share_of(sum)});
  }
  for (const NameCue& cue : model_->cues) {
    if (!is_there(cue, name.name.tokens)) continue;
    sum += cue.weight;
    steps.push_back(
        {"evidence.name-cue", cue.described, share_of(sum), sources.place_of(cue.source)});
  }
}

}  // namespace postlint
