#include "postlint/detect/meaning.h"

#include <algorithm>

#include <fmt/format.h>

#include "postlint/detect/evidence.h"

namespace postlint {
namespace {

// Of a sentence in which the score alone finds something: fewer are a name or a slip.
constexpr std::uint32_t kFewestWords = 3;

std::uint32_t sentence_of(const Annotations& annotations, const Candidate& candidate) {
  return annotations.token(candidate.tokens.begin).sentence;
}

bool is_reported(const RuleBook& book, const Candidate& candidate) {
  return candidate.confidence > 0 && candidate.confidence >= book.rules[candidate.rule].threshold;
}

// An expression that is an error whatever surrounds it; a condition that a protocol sets.
bool stands_by_itself(const CompiledPattern& pattern) {
  return pattern.severity == Severity::error || pattern.kind == PatternKind::absence ||
         pattern.kind == PatternKind::length;
}

bool is_about_words(const Candidate& candidate) {
  return !candidate.whole_draft && !candidate.tokens.empty();
}

}  // namespace

LearnedEvidence evidence_of(const RuleBook& book, const Annotations& annotations,
                            std::span<const Candidate> candidates, std::uint32_t rule,
                            std::uint32_t sentence) {
  LearnedEvidence evidence;
  for (const Candidate& candidate : candidates) {
    if (candidate.rule != rule || candidate.refused || !is_about_words(candidate)) continue;
    const bool is_here = sentence_of(annotations, candidate) == sentence;
    const bool reported = is_reported(book, candidate);
    evidence.matched |= is_here;
    evidence.reported |= is_here && reported;
    evidence.nearby |= !is_here && reported;
  }
  return evidence;
}

LearnedEvidence evidence_of_draft(const RuleBook& book, std::span<const Candidate> candidates,
                                  std::uint32_t rule) {
  LearnedEvidence evidence;
  for (const Candidate& candidate : candidates) {
    if (candidate.rule != rule || candidate.refused) continue;
    evidence.matched = true;
    evidence.reported |= is_reported(book, candidate);
  }
  return evidence;
}

std::optional<std::uint32_t> learned_pattern(const CompiledRule& rule, const Context& context) {
  for (std::uint32_t i = 0; i < rule.patterns.size(); ++i) {
    if (rule.patterns[i].kind == PatternKind::learned && rule.patterns[i].when.holds_in(context))
      return i;
  }
  return std::nullopt;
}

void MeaningJudge::find_say(const std::vector<LearnedHead>& heads, const RuleBook& book,
                            const Context& context, std::vector<Say>& out) {
  out.clear();
  for (std::size_t i = 0; i < heads.size(); ++i) {
    if (heads[i].rule == LearnedHead::kNoRule) continue;
    if (const auto pattern = learned_pattern(book.rules[heads[i].rule], context))
      out.push_back({i, &heads[i], *pattern});
  }
}

void MeaningJudge::judge(PhraseFinder& finder, const Context& context, bool explain,
                         std::vector<Candidate>& candidates) {
  const LearnedModel& model = book_.learned;
  if (model.empty()) return;
  finder_ = &finder;
  annotations_ = &finder.annotations();
  explain_ = explain;
  candidates_ = &candidates;
  scorer_.start(model, book_.features, *annotations_);
  find_say(model.sentence.heads, book_, context, sentence_say_);
  find_say(model.draft.heads, book_, context, draft_say_);
  for (std::uint32_t i = 0; i < annotations_->sentence_count(); ++i) {
    if (sentence_say_.empty() || scorer_.reader().words_in(i) == 0) continue;
    const auto scores = scorer_.sentence(i);
    scores_.assign(scores.begin(), scores.end());
    for (const Say& say : sentence_say_) judge_sentence(i, say, scores_[say.number]);
  }
  if (draft_say_.empty() || scorer_.reader().words() == 0) return;
  const auto scores = scorer_.draft();
  for (const Say& say : draft_say_) judge_draft(say, scores[say.number]);
}

void MeaningJudge::judge_sentence(std::uint32_t sentence, const Say& say, float score) {
  const LearnedHead& head = *say.head;
  LearnedEvidence evidence = evidence_of(book_, *annotations_, *candidates_, head.rule, sentence);
  evidence.score = score;
  const float probability = head.probability(evidence);
  if (probability < head.cut) return take_away(say, probability, sentence, false);
  if (evidence.reported) return;
  Candidate* best = nullptr;
  for (Candidate& candidate : *candidates_) {
    if (!belongs(candidate, head, sentence, false)) continue;
    if (best == nullptr || candidate.span.size() > best->span.size()) best = &candidate;
  }
  Candidate added;
  if (best == nullptr) {
    if (scorer_.reader().words_in(sentence) < kFewestWords) return;
    added.tokens = words_that_weigh(sentence, say.number);
    if (added.tokens.empty()) return;
    added.span = annotations_->document().span_of(added.tokens);
  }
  bring_in(say, probability, best, std::move(added));
}

void MeaningJudge::judge_draft(const Say& say, float score) {
  const LearnedHead& head = *say.head;
  LearnedEvidence evidence = evidence_of_draft(book_, *candidates_, head.rule);
  evidence.score = score;
  const float probability = head.probability(evidence);
  if (probability < head.cut) return take_away(say, probability, 0, true);
  if (evidence.reported) return;
  const auto& statements = book_.rules[head.rule].patterns[say.pattern].satisfied_by;
  const auto is_there = [&](GroupId group) { return !finder_->matches(group).empty(); };
  if (!statements.empty() && std::all_of(statements.begin(), statements.end(), is_there)) return;
  Candidate added;
  added.whole_draft = true;
  bring_in(say, probability, nullptr, std::move(added));
}

bool MeaningJudge::belongs(const Candidate& candidate, const LearnedHead& head,
                           std::uint32_t sentence, bool draft) const {
  if (candidate.rule != head.rule || candidate.refused) return false;
  if (draft) return true;
  return is_about_words(candidate) && sentence_of(*annotations_, candidate) == sentence;
}

void MeaningJudge::take_away(const Say& say, float probability, std::uint32_t sentence,
                             bool draft) {
  const LearnedHead& head = *say.head;
  for (Candidate& candidate : *candidates_) {
    if (!belongs(candidate, head, sentence, draft) || candidate.confidence <= 0) continue;
    if (stands_by_itself(book_.rules[head.rule].patterns[candidate.pattern])) continue;
    candidate.confidence = 0;
    note(say, "evidence.learned-veto", probability, candidate);
  }
}

// What a phrase matched is raised; where none did, `added` is a finding of its own.
void MeaningJudge::bring_in(const Say& say, float probability, Candidate* matched,
                            Candidate added) {
  if (matched == nullptr) {
    added.rule = say.head->rule;
    added.pattern = say.pattern;
    candidates_->push_back(std::move(added));
    matched = &candidates_->back();
  }
  matched->confidence = confidence(*say.head, probability);
  note(say, "evidence.learned", probability, *matched);
  ask_for_needs(say, *matched);
}

// What is found by the score needs what the rule needs, an identifiable person say, and what its
// pattern asks for besides.
void MeaningJudge::ask_for_needs(const Say& say, Candidate& candidate) {
  const CompiledRule& rule = book_.rules[say.head->rule];
  const auto needs =
      std::find_if(rule.context.begin(), rule.context.end(),
                   [](const CompiledContext& it) { return it.effect == ContextEffect::needs; });
  const SourceTable* sources = explain_ ? &book_.sources : nullptr;
  weigh({needs, rule.context.end()}, *finder_, sources, candidate);
  weigh(rule.patterns[say.pattern].context, *finder_, sources, candidate);
}

// Above the rule's threshold, and the surer the further the probability is above its cut.
double MeaningJudge::confidence(const LearnedHead& head, float probability) const {
  const double threshold = book_.rules[head.rule].threshold;
  const double above = (probability - head.cut) / std::max(1e-6, 1.0 - head.cut);
  return threshold + (1 - threshold) * std::clamp(above, 0.0, 1.0);
}

// The run of words that weighs most; words that count against it end it.
TokenRange MeaningJudge::words_that_weigh(std::uint32_t sentence, std::size_t head) {
  TokenRange best;
  float best_sum = 0;
  float sum = 0;
  std::uint32_t first = 0;
  for (const Contribution& it : scorer_.contributions(sentence, head)) {
    if (sum <= 0) first = it.token;
    sum = std::max(sum, 0.0F) + it.weight;
    if (sum <= best_sum) continue;
    best_sum = sum;
    best = {first, it.token + 1};
  }
  return best;
}

void MeaningJudge::note(const Say& say, const char* key, float probability,
                        Candidate& candidate) const {
  if (!explain_) return;
  const CompiledPattern& pattern = book_.rules[say.head->rule].patterns[say.pattern];
  candidate.steps.push_back({key, fmt::format("{:.2f}", probability), candidate.confidence,
                             book_.sources.place_of(pattern.source)});
}

}  // namespace postlint
