#include "postlint/detect/phrase_finder.h"

#include <algorithm>

namespace postlint {

void PhraseFinder::start(const RuleBook& book, const Annotations& annotations) {
  book_ = &book;
  annotations_ = &annotations;
  found_.resize(book.phrases.groups.size());
  for (const GroupId group : touched_) {
    Found& found = found_[group];
    found.is_done = false;
    found.hit_count = 0;
    found.longest = 0;
    found.matches.clear();
  }
  touched_.clear();
  book.anchors.find(annotations, hits_);
  for (std::uint32_t i = 0; i < hits_.size(); ++i) {
    Found& found = found_[hits_[i].group];
    if (found.hit_count++ == 0) {
      found.first_hit = i;
      touched_.push_back(hits_[i].group);
    }
  }
}

std::span<const PhraseMatch> PhraseFinder::matches(GroupId group) {
  Found& found = found_[group];
  const bool may_match = found.hit_count > 0 || !book_->phrases.group_entities[group].empty();
  if (!found.is_done && may_match) search(group, found);
  return found.matches;
}

void PhraseFinder::search(GroupId group, Found& found) {
  found.is_done = true;
  touched_.push_back(group);
  for (std::uint32_t i = 0; i < found.hit_count; ++i) {
    const AnchorHit& hit = hits_[found.first_hit + i];
    try_at(hit.program, hit.token, found);
  }
  if (!book_->phrases.group_entities[group].empty()) {
    const PhraseGroup& programs = book_->phrases.groups[group];
    for (std::uint32_t i = 0; i < programs.program_count; ++i) {
      const Program& program = book_->phrases.programs[programs.first_program + i];
      for (std::uint32_t j = 0; j < program.anchor_count; ++j) {
        const Anchor& anchor = book_->phrases.anchors[program.anchors + j];
        if (anchor.kind != Anchor::Kind::entity) continue;
        for (const TokenRange& range : annotations_->entity(anchor.value)) {
          try_at(programs.first_program + i, range.begin, found);
        }
      }
    }
  }
  std::sort(found.matches.begin(), found.matches.end());
  found.matches.erase(std::unique(found.matches.begin(), found.matches.end()), found.matches.end());
}

void PhraseFinder::try_at(std::uint32_t program, std::uint32_t token, Found& found) {
  const auto match =
      matcher_.match(book_->phrases, book_->phrases.programs[program], *annotations_, token);
  if (!match) return;
  found.longest = std::max(found.longest, match->range.size());
  found.matches.push_back(*match);
}

const PhraseMatch* PhraseFinder::first_within(GroupId group, TokenRange range) {
  const auto all = matches(group);
  auto it = std::lower_bound(
      all.begin(), all.end(), range.begin,
      [](const PhraseMatch& match, std::uint32_t begin) { return match.range.begin < begin; });
  for (; it != all.end() && it->range.begin < range.end; ++it) {
    if (it->range.end <= range.end) return &*it;
  }
  return nullptr;
}

const PhraseMatch* PhraseFinder::touching(GroupId group, TokenRange range) {
  const auto all = matches(group);
  const std::uint32_t longest = found_[group].longest;
  const std::uint32_t from = range.begin > longest ? range.begin - longest : 0;
  auto it = std::lower_bound(
      all.begin(), all.end(), from,
      [](const PhraseMatch& match, std::uint32_t begin) { return match.range.begin < begin; });
  for (; it != all.end() && it->range.begin < range.end; ++it) {
    if (it->range.end > range.begin) return &*it;
  }
  return nullptr;
}

const PhraseMatch* PhraseFinder::holding(GroupId group, TokenRange range) {
  const auto all = matches(group);
  const std::uint32_t longest = found_[group].longest;
  const std::uint32_t from = range.end > longest ? range.end - longest : 0;
  auto it = std::lower_bound(
      all.begin(), all.end(), from,
      [](const PhraseMatch& match, std::uint32_t begin) { return match.range.begin < begin; });
  for (; it != all.end() && it->range.begin <= range.begin; ++it) {
    if (it->range.end >= range.end) return &*it;
  }
  return nullptr;
}

}  // namespace postlint
