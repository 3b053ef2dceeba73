// Names of people, by evidence: what the words of a possible name are, how they are written, what
// stands beside them, and what the rest of the draft knows.
#pragma once

#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "postlint/detect/names/parser.h"
#include "postlint/detect/phrase/finder.h"
#include "postlint/rules/finding.h"

namespace postlint {

struct WeighedName {
  PossibleName name;
  double log_odds = 0;
  double confidence() const;  // log_odds as a share: 1 / (1 + e^-x)
};

// Weighs all possible names of a document, twice: what is sure after the first time counts as known
// the second time, and what is joined to it is likelier. Linear in the tokens. Scratch of one
// thread.
class NameDetector {
 public:
  // By position; valid until the next call.
  std::span<const WeighedName> detect(const NameModel& model, PhraseFinder& finder);

  // For --explain: what was observed about a name, with its weight.
  void explain(const WeighedName& name, const SourceTable& sources,
               std::vector<EvidenceStep>& steps);

 private:
  double weigh_traits(const NameTraits& traits) const;
  double weigh_cues(TokenRange tokens);
  bool is_there(const NameCue& cue, TokenRange tokens);
  bool is_beside(const NameCue& cue, TokenRange tokens);
  bool is_phrase_beside(const NameCue& cue, TokenRange tokens);
  bool is_phrase_near(const NameCue& cue, TokenRange tokens);
  std::uint32_t word_before(TokenRange tokens) const;
  bool is_full_stop(std::uint32_t token) const;
  std::uint32_t word_behind(TokenRange tokens) const;
  bool is_in(const NameCue& cue, std::uint32_t token) const;
  void remember_sure_names();
  void recognise(WeighedName& name) const;
  void join(std::size_t index);
  bool are_joined(TokenRange first, TokenRange second) const;
  void note(WeighedName& name, NameTrait trait) const;
  std::string_view stem(const WeighedName& name, std::uint32_t token) const;

  const NameModel* model_ = nullptr;
  PhraseFinder* finder_ = nullptr;
  const Annotations* all_ = nullptr;
  NameParser parser_;
  std::vector<PossibleName> possible_;
  std::vector<WeighedName> names_;
  std::vector<std::string_view> known_;  // folded words of sure names, sorted
};

}  // namespace postlint
