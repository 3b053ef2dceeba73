// Where the learned score and a rule's own phrases decide together: the score takes away what
// phrases found in words that mean something else, and adds what no phrase foresaw.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "postlint/detect/candidate.h"
#include "postlint/detect/learned/scorer.h"
#include "postlint/detect/phrase/finder.h"
#include "postlint/detect/rule_book.h"
#include "postlint/rules/context.h"

namespace postlint {

// What a document's candidates say of one head, sentence by sentence, or of the draft.
LearnedEvidence evidence_of(const RuleBook& book, const Annotations& annotations,
                            std::span<const Candidate> candidates, std::uint32_t rule,
                            std::uint32_t sentence);
LearnedEvidence evidence_of_draft(const RuleBook& book, std::span<const Candidate> candidates,
                                  std::uint32_t rule);
// The first learned pattern of a rule that counts in a context; none: the rule has no say there.
std::optional<std::uint32_t> learned_pattern(const CompiledRule& rule, const Context& context);

// Scratch of one thread. The rule book must outlive it.
class MeaningJudge {
 public:
  explicit MeaningJudge(const RuleBook& book) : book_(book) {}

  // Judges the candidates of the rules that learned, before arbitration. A pattern that is an error
  // by itself, or that states what a protocol asks, stands whatever the score says.
  void judge(PhraseFinder& finder, const Context& context, bool explain,
             std::vector<Candidate>& candidates);

 private:
  // Where head and pattern belong together.
  struct Say {
    std::size_t number;  // of the head
    const LearnedHead* head;
    std::uint32_t pattern;
  };

  static void find_say(const std::vector<LearnedHead>& heads, const RuleBook& book,
                       const Context& context, std::vector<Say>& out);
  void judge_sentence(std::uint32_t sentence, const Say& say, float score);
  void judge_draft(const Say& say, float score);
  void ask_for_needs(const Say& say, Candidate& candidate);
  void take_away(const Say& say, float probability, std::uint32_t sentence, bool draft);
  void bring_in(const Say& say, float probability, Candidate* matched, Candidate added);
  bool belongs(const Candidate& candidate, const LearnedHead& head, std::uint32_t sentence,
               bool draft) const;
  double confidence(const LearnedHead& head, float probability) const;
  TokenRange words_that_weigh(std::uint32_t sentence, std::size_t head);
  void note(const Say& say, const char* key, float probability, Candidate& candidate) const;

  const RuleBook& book_;
  Scorer scorer_;
  PhraseFinder* finder_ = nullptr;
  const Annotations* annotations_ = nullptr;
  bool explain_ = false;
  std::vector<Say> sentence_say_, draft_say_;
  std::vector<float> scores_;
  std::vector<Candidate>* candidates_ = nullptr;
};

}  // namespace postlint
