// From a document to judged candidates: every pattern of every rule, in one pass each over the text
// and the tokens.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/detect/candidate.h"
#include "postlint/detect/meaning.h"
#include "postlint/detect/names/detector.h"
#include "postlint/detect/phrase/finder.h"
#include "postlint/detect/rule_book.h"
#include "postlint/detect/words/annotations.h"
#include "postlint/rules/context.h"
#include "postlint/text/document.h"

namespace postlint {

struct DetectOptions {
  bool explain = false;
  bool learned = true;                      // else the rules' own patterns alone
  std::span<const double> thresholds = {};  // by rule, instead of the rules' own; empty: those
};

// Scratch of one thread. The rule book must outlive it.
class Detector {
 public:
  explicit Detector(const RuleBook& book) : book_(book), meaning_(book) {}

  // Words of the document that were typed as one are cut apart (detect/words/joined_words.h).
  // All candidates of rules (signals are left out), those to report marked, by position. Valid
  // until the next call.
  const std::vector<Candidate>& detect(Document& document, const Context& context,
                                       const DetectOptions& options = {});

  // What is known about the document last detected in: its words, and where phrases match.
  const Annotations& annotations() const { return annotations_; }
  PhraseFinder& finder() { return finder_; }

 private:
  void select_patterns(const Context& context);
  void find_reasons();
  void run_steps();
  void run_pattern(std::uint32_t rule, std::uint32_t pattern);
  void run_regexes(std::uint32_t rule, std::uint32_t pattern);
  void run_phrases(std::uint32_t rule, std::uint32_t pattern);
  void run_absence(std::uint32_t rule, std::uint32_t pattern);
  void run_names(std::uint32_t rule, std::uint32_t pattern);
  void run_length(std::uint32_t rule, std::uint32_t pattern);
  bool is_set_off(Span span, MatchEdges edges) const;
  Candidate found_by(std::uint32_t rule, std::uint32_t pattern, std::string_view text = {},
                     std::size_t number = 0) const;
  Candidate found_by_phrase(std::uint32_t rule, std::uint32_t pattern,
                            const PhraseMatch& match) const;
  bool is_excepted(const Candidate& candidate, TokenRange tokens);
  void judge(Candidate candidate);
  void weigh_and_keep(Candidate candidate);
  bool validate(const CompiledPattern& pattern, Candidate& candidate) const;
  void publish(std::uint32_t rule, std::size_t first_candidate);

  const RuleBook& book_;
  const Document* document_ = nullptr;
  bool explain_ = false;
  Annotations annotations_;
  PhraseFinder finder_;
  NameDetector names_;
  MeaningJudge meaning_;
  std::optional<Context> selected_for_;
  StepSet selected_;            // patterns that count in that context
  StepSet reasons_;             // patterns that there is a reason to run
  std::vector<int> occurring_;  // expressions that may occur in the text
  std::vector<Candidate> candidates_;
};

}  // namespace postlint
