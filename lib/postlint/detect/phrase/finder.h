// All matches of groups of phrases in one document, each group when it is first asked for.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "postlint/detect/phrase/anchor_index.h"
#include "postlint/detect/phrase/book.h"
#include "postlint/detect/phrase/matcher.h"
#include "postlint/detect/words/annotations.h"

namespace postlint {

// Scratch of one thread.
class PhraseFinder {
 public:
  // Starts on a document: one pass over its tokens gathers where phrases may match. All
  // must outlive this use; `anchors` is the index of `book`.
  void start(const PhraseBook& book, const AnchorIndex& anchors, const Annotations& annotations);

  const PhraseBook& book() const { return *book_; }
  const Annotations& annotations() const { return *annotations_; }

  // Groups of which a phrase may match, those aside that wait for an entity.
  std::span<const GroupId> groups_with_hits() const { return hit_groups_; }

  // The matches of a group, by position, each once. Entities that its phrases name must have been
  // set in the annotations before the first call for it. Valid until the next start().
  std::span<const PhraseMatch> matches(GroupId group);

  // The first match that lies in `range`, touching it is not enough; nullptr: none.
  const PhraseMatch* first_within(GroupId group, TokenRange range);
  // A match that shares a token with `range`, or that holds it; nullptr: none.
  const PhraseMatch* touching(GroupId group, TokenRange range);
  const PhraseMatch* holding(GroupId group, TokenRange range);

 private:
  struct Found {
    bool is_done = false;
    std::uint32_t first_hit = 0;
    std::uint32_t hit_count = 0;
    std::uint32_t longest = 0;  // tokens of the longest match
    std::vector<PhraseMatch> matches;
  };

  std::span<const PhraseMatch> matches_from(GroupId group, std::uint32_t token);
  std::span<const PhraseMatch> matches_reaching(GroupId group, std::uint32_t token);
  bool may_match(GroupId group, const Found& found) const;
  void search(GroupId group, Found& found);
  void try_at(std::uint32_t program, std::uint32_t token, bool in_sentence, Found& found);

  const PhraseBook* book_ = nullptr;
  const AnchorIndex* anchors_ = nullptr;
  const Annotations* annotations_ = nullptr;
  PhraseMatcher matcher_;
  AnchorScratch anchor_scratch_;
  std::vector<AnchorHit> hits_;
  std::vector<Found> found_;
  std::vector<GroupId> hit_groups_;
  std::vector<GroupId> searched_;
};

}  // namespace postlint
