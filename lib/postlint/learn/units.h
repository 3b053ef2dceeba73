// Posts cut into what is judged: sentences, or drafts as a whole, each with its features, with what
// the rules' own patterns made of it, and with the answer that its reader gave.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "postlint/detect/detector.h"
#include "postlint/detect/learned/model.h"
#include "postlint/detect/rule_book.h"
#include "postlint/eval/gold.h"
#include "postlint/policy/policy.h"
#include "postlint/text/document.h"

namespace postlint {

inline constexpr std::uint32_t kFolds = 4;

struct Unit {
  std::vector<std::uint32_t> keys;        // of features, each once, ascending
  std::vector<std::uint8_t> answers;      // by head: marked
  std::vector<std::uint8_t> counts;       // by head: its pattern counts in the post's context
  std::vector<LearnedEvidence> evidence;  // by head; scores are filled in later
  std::uint32_t fold = 0;
  bool known_to_rules = false;
};

// Reads posts. One that spans several files keeps the folds of each file apart: runs of four posts,
// for writers go through a file by topic, and a fold that leaves a topic out misleads.
class UnitReader {
 public:
  // `heads`: of rules about sentences, and about drafts. All must outlive the reader; the book's
  // model is left alone, but for its features.
  UnitReader(const RuleBook& book, const Policy& policy,
             std::span<const LearnedHead> sentence_heads, std::span<const LearnedHead> draft_heads);

  void read(const GoldRecord& post, bool known_to_rules);

  std::vector<Unit>& sentences() { return sentences_; }
  std::vector<Unit>& drafts() { return drafts_; }

 private:
  void read_sentences(const GoldRecord& post, Unit start, const std::vector<Candidate>& found);
  void read_draft(const GoldRecord& post, Unit unit, const std::vector<Candidate>& found);
  void take_keys(Unit& unit);
  bool is_marked(const GoldRecord& post, std::uint32_t rule, std::uint32_t sentence) const;
  bool counts(const LearnedHead& head) const;
  bool is_satisfied(const LearnedHead& head);

  const RuleBook& book_;
  const Policy& policy_;
  std::span<const LearnedHead> sentence_heads_, draft_heads_;
  Tokenizer tokenizer_;
  Document document_;
  Detector detector_;
  FeatureReader features_;
  std::vector<Feature> read_;
  Context context_;
  std::map<std::string, std::uint32_t> posts_in_;  // by file
  std::vector<Unit> sentences_, drafts_;
};

}  // namespace postlint
