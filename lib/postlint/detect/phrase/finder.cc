#include "postlint/detect/phrase/finder.h"

#include <algorithm>

namespace postlint {

void PhraseFinder::start(const PhraseBook& book, const AnchorIndex& anchors,
                         const Annotations& annotations) {
  book_ = &book;
  anchors_ = &anchors;
  annotations_ = &annotations;
  found_.resize(book.groups.size());
  for (const GroupId group : hit_groups_) found_[group].hit_count = 0;
  for (const GroupId group : searched_) {
    Found& found = found_[group];
    found.is_done = false;
    found.longest = 0;
    found.matches.clear();
  }
  hit_groups_.clear();
  searched_.clear();
  anchors.find(book, annotations, anchor_scratch_, hits_);
  for (std::uint32_t i = 0; i < hits_.size(); ++i) {
    const GroupId group = book.programs[hits_[i].program].group;
    Found& found = found_[group];
    if (found.hit_count++ > 0) continue;
    found.first_hit = i;
    hit_groups_.push_back(group);
  }
}

std::span<const PhraseMatch> PhraseFinder::matches(GroupId group) {
  Found& found = found_[group];
  if (!found.is_done && may_match(group, found)) search(group, found);
  return found.matches;
}

bool PhraseFinder::may_match(GroupId group, const Found& found) const {
  const auto anchors = anchors_->entity_anchors(group);
  return found.hit_count > 0 ||
         std::any_of(anchors.begin(), anchors.end(), [this](const EntityAnchor& anchor) {
           return !annotations_->entity(anchor.entity).empty();
         });
}

void PhraseFinder::search(GroupId group, Found& found) {
  found.is_done = true;
  searched_.push_back(group);
  const auto& entities = book_->group_entities[group];
  const bool in_sentence = std::none_of(entities.begin(), entities.end(), [this](EntityId entity) {
    return annotations_->crosses_sentences(entity);
  });
  for (std::uint32_t i = 0; i < found.hit_count; ++i) {
    const AnchorHit& hit = hits_[found.first_hit + i];
    try_at(hit.program, hit.token, in_sentence, found);
  }
  for (const EntityAnchor& anchor : anchors_->entity_anchors(group)) {
    const Program& program = book_->programs[anchor.program];
    if (!anchor_scratch_.document.may_hold(*book_, program)) continue;
    for (const TokenRange& range : annotations_->entity(anchor.entity))
      try_at(anchor.program, range.begin, in_sentence, found);
  }
  std::sort(found.matches.begin(), found.matches.end());
  found.matches.erase(std::unique(found.matches.begin(), found.matches.end()), found.matches.end());
}

// `in_sentence`: only "//" leads out of the token's sentence.
void PhraseFinder::try_at(std::uint32_t number, std::uint32_t token, bool in_sentence,
                          Found& found) {
  const Program& program = book_->programs[number];
  const bool stays = in_sentence && !program.crosses_sentences;
  const std::uint32_t first =
      stays ? annotations_->sentence(annotations_->token(token).sentence).begin : 0;
  const auto match = matcher_.match(*book_, program, *annotations_, token, first);
  if (!match) return;
  found.longest = std::max(found.longest, match->range.size());
  found.matches.push_back(*match);
}

// Matches that begin at or behind `token`.
std::span<const PhraseMatch> PhraseFinder::matches_from(GroupId group, std::uint32_t token) {
  const auto all = matches(group);
  const auto first = std::lower_bound(
      all.begin(), all.end(), token,
      [](const PhraseMatch& match, std::uint32_t begin) { return match.range.begin < begin; });
  return all.subspan(static_cast<std::size_t>(first - all.begin()));
}

// Matches that may reach to `token` or farther: none is longer than the longest.
std::span<const PhraseMatch> PhraseFinder::matches_reaching(GroupId group, std::uint32_t token) {
  matches(group);
  const std::uint32_t longest = found_[group].longest;
  return matches_from(group, token > longest ? token - longest : 0);
}

const PhraseMatch* PhraseFinder::first_within(GroupId group, TokenRange range) {
  for (const PhraseMatch& match : matches_from(group, range.begin)) {
    if (match.range.begin >= range.end) break;
    if (match.range.end <= range.end) return &match;
  }
  return nullptr;
}

const PhraseMatch* PhraseFinder::touching(GroupId group, TokenRange range) {
  for (const PhraseMatch& match : matches_reaching(group, range.begin)) {
    if (match.range.begin >= range.end) break;
    if (match.range.end > range.begin) return &match;
  }
  return nullptr;
}

const PhraseMatch* PhraseFinder::holding(GroupId group, TokenRange range) {
  for (const PhraseMatch& match : matches_reaching(group, range.end)) {
    if (match.range.begin > range.begin) break;
    if (match.range.end >= range.end) return &match;
  }
  return nullptr;
}

}  // namespace postlint
