#include "postlint/detect/detector.h"

#include <algorithm>
#include <tuple>

#include "postlint/detect/arbitration.h"
#include "postlint/detect/evidence.h"
#include "postlint/text/characters.h"

namespace postlint {
namespace {

// After a longer match that is part of something else, the search goes on at its end: starting
// again at its second character would make the work quadratic.
constexpr std::uint32_t kLongMatch = 128;

}  // namespace

const std::vector<Candidate>& Detector::detect(Document& document, const Context& context,
                                               const DetectOptions& options) {
  document_ = &document;
  explain_ = options.explain;
  candidates_.clear();
  annotations_.annotate(document, book_.lexicon, book_.words, book_.rules.size() + 1);
  finder_.start(book_.phrases, book_.anchors, annotations_);
  book_.regexes.find_occurring(document.text(), occurring_);
  select_patterns(context);
  find_reasons();
  run_steps();
  std::erase_if(candidates_,
                [this](const Candidate& it) { return book_.rules[it.rule].is_signal; });
  if (options.learned) meaning_.judge(finder_, context, explain_, candidates_);
  arbitrate(book_, document, options.thresholds, explain_, candidates_);
  std::stable_sort(candidates_.begin(), candidates_.end(),
                   [](const Candidate& a, const Candidate& b) {
                     return std::tuple(a.whole_draft, a.span, a.rule) <
                            std::tuple(b.whole_draft, b.span, b.rule);
                   });
  return candidates_;
}

// Messages of one chat share their context, and with it the patterns that count.
void Detector::select_patterns(const Context& context) {
  if (selected_for_ == context) return;
  selected_for_ = context;
  selected_ = book_.steps.holding_in(context, book_.rules);
}

// A pattern without hits, expressions that may occur or things found is not run at all.
void Detector::find_reasons() {
  const PatternIndex& steps = book_.steps;
  reasons_ = steps.always();
  for (const GroupId group : finder_.groups_with_hits()) reasons_.add(steps.of_group(group));
  for (const int regex : occurring_)
    reasons_.add(steps.of_regex(static_cast<std::uint32_t>(regex)));
  if (!annotations_.entity(kQuotation).empty()) reasons_.add(steps.of_entity(kQuotation));
}

// What a rule finds may be a reason for steps to come.
void Detector::run_steps() {
  std::size_t first = 0;  // candidate of the rule
  for (std::uint32_t next = reasons_.next(0, selected_); next != StepSet::kNone;) {
    const auto [rule, pattern] = book_.steps.step(next);
    const std::uint32_t behind = next + 1;
    run_pattern(rule, pattern);
    next = reasons_.next(behind, selected_);
    if (next != StepSet::kNone && book_.steps.step(next).rule == rule) continue;
    if (candidates_.size() > first) publish(rule, first);
    next = reasons_.next(behind, selected_);
    first = candidates_.size();
  }
}

void Detector::run_pattern(std::uint32_t rule, std::uint32_t pattern) {
  switch (book_.rules[rule].patterns[pattern].kind) {
    case PatternKind::regex:
      run_regexes(rule, pattern);
      break;
    case PatternKind::words:
    case PatternKind::phrase:
      run_phrases(rule, pattern);
      break;
    case PatternKind::absence:
      run_absence(rule, pattern);
      break;
    case PatternKind::names:
      run_names(rule, pattern);
      break;
    case PatternKind::length:
      run_length(rule, pattern);
      break;
    case PatternKind::learned:  // of all rules at once, when the others have run (meaning.h)
      break;
  }
}

void Detector::run_regexes(std::uint32_t rule, std::uint32_t pattern) {
  const CompiledPattern& compiled = book_.rules[rule].patterns[pattern];
  const std::string_view text = document_->text();
  for (std::size_t number = 0; number < compiled.regexes.size(); ++number) {
    const std::uint32_t regex = compiled.regexes[number];
    if (!std::binary_search(occurring_.begin(), occurring_.end(), static_cast<int>(regex)))
      continue;
    std::uint32_t from = 0;
    std::uint32_t end = 0;
    while (const auto span = book_.regexes.find(regex, text, from, end)) {
      const bool fits = !span->empty() && is_set_off(*span, compiled.edges);
      if (fits) {
        Candidate found = found_by(rule, pattern, book_.regexes.expression(regex), number);
        found.span = *span;
        found.tokens = document_->tokens_in(*span);
        judge(std::move(found));
      }
      const bool go_behind = fits || end == from || span->size() > kLongMatch;
      from = next_code_point(text, go_behind ? std::max(end, from + 1) - 1 : span->begin);
    }
  }
}

bool Detector::is_set_off(Span span, MatchEdges edges) const {
  if (edges == MatchEdges::none) return true;
  const std::string_view text = document_->text();
  if (is_word_character_before(text, span.begin) || is_word_character_at(text, span.end))
    return false;
  if (edges == MatchEdges::word) return true;
  constexpr std::string_view kJoiners = "@_/-";
  const auto is_joiner = [&](char c) { return kJoiners.find(c) != std::string_view::npos; };
  if (span.begin > 0) {
    const char before = text[span.begin - 1];
    if (is_joiner(before) || (before == '.' && is_word_character_before(text, span.begin - 1)))
      return false;
  }
  if (span.end < text.size()) {
    const char behind = text[span.end];
    if (is_joiner(behind) || (behind == '.' && is_word_character_at(text, span.end + 1)))
      return false;
  }
  return true;
}

void Detector::run_phrases(std::uint32_t rule, std::uint32_t pattern) {
  const CompiledPattern& compiled = book_.rules[rule].patterns[pattern];
  for (const PhraseMatch& match : finder_.matches(compiled.group)) {
    Candidate found = found_by_phrase(rule, pattern, match);
    if (!is_excepted(found, match.range)) judge(std::move(found));
  }
}

void Detector::run_absence(std::uint32_t rule, std::uint32_t pattern) {
  const CompiledPattern& compiled = book_.rules[rule].patterns[pattern];
  const auto is_there = [this](GroupId group) { return !finder_.matches(group).empty(); };
  const auto& triggers = compiled.triggers;
  const auto& statements = compiled.satisfied_by;
  if (!std::all_of(triggers.begin(), triggers.end(), is_there)) return;
  if (std::all_of(statements.begin(), statements.end(), is_there)) return;
  const std::uint32_t program = finder_.matches(triggers.front()).front().program;
  Candidate found = found_by(rule, pattern, book_.phrases.sources[program], 0);
  found.whole_draft = true;
  judge(std::move(found));
}

void Detector::run_names(std::uint32_t rule, std::uint32_t pattern) {
  const CompiledPattern& compiled = book_.rules[rule].patterns[pattern];
  for (const WeighedName& name : names_.detect(compiled.names, finder_)) {
    Candidate found = found_by(rule, pattern);
    found.span = name.name.span;
    found.tokens = name.name.tokens;
    if (is_excepted(found, found.tokens)) continue;
    found.confidence = name.confidence();
    if (explain_) names_.explain(name, book_.sources, found.steps);
    weigh_and_keep(std::move(found));
  }
}

// A channel without that limit takes anything.
void Detector::run_length(std::uint32_t rule, std::uint32_t pattern) {
  const bool is_whole = book_.rules[rule].patterns[pattern].over == LengthLimit::characters;
  const std::uint32_t limit = is_whole ? selected_for_->characters : selected_for_->brief;
  if (limit == 0 || utf16_size(document_->text()) <= limit) return;
  Candidate found = found_by(rule, pattern);
  found.whole_draft = true;
  judge(std::move(found));
}

// What a pattern found by `text`, its text number `number`; still without a place.
Candidate Detector::found_by(std::uint32_t rule, std::uint32_t pattern, std::string_view text,
                             std::size_t number) const {
  const CompiledPattern& compiled = book_.rules[rule].patterns[pattern];
  Candidate found{rule, pattern};
  found.confidence = compiled.confidence;
  if (explain_) {
    const bool is_name = compiled.kind == PatternKind::names;
    found.steps.push_back({is_name ? "evidence.names" : "evidence.pattern", std::string(text),
                           found.confidence, book_.sources.place_of(compiled.source, number),
                           compiled.about});
  }
  return found;
}

Candidate Detector::found_by_phrase(std::uint32_t rule, std::uint32_t pattern,
                                    const PhraseMatch& match) const {
  const PhraseBook& phrases = book_.phrases;
  Candidate found = found_by(rule, pattern, phrases.sources[match.program],
                             phrases.number_in_group(match.program));
  found.span = document_->span_of(match.reported);
  found.tokens = match.reported;
  return found;
}

// A match that touches an exception is none. It is kept only to explain.
bool Detector::is_excepted(const Candidate& candidate, TokenRange tokens) {
  const CompiledPattern& pattern = book_.rules[candidate.rule].patterns[candidate.pattern];
  if (pattern.except == kNoGroup) return false;
  const PhraseMatch* exception = finder_.touching(pattern.except, tokens);
  if (exception == nullptr) return false;
  if (explain_) {
    Candidate& kept = candidates_.emplace_back(candidate);
    kept.refused = true;
    kept.confidence = 0;
    kept.steps.push_back(step_of_exception(pattern, *exception, finder_, book_.sources));
  }
  return true;
}

void Detector::judge(Candidate candidate) {
  const CompiledPattern& pattern = book_.rules[candidate.rule].patterns[candidate.pattern];
  if (validate(pattern, candidate)) {
    weigh_and_keep(std::move(candidate));
  } else if (explain_) {
    candidate.refused = true;
    candidates_.push_back(std::move(candidate));
  }
}

void Detector::weigh_and_keep(Candidate candidate) {
  const CompiledRule& rule = book_.rules[candidate.rule];
  const SourceTable* sources = explain_ ? &book_.sources : nullptr;
  weigh(rule.patterns[candidate.pattern].context, finder_, sources, candidate);
  weigh(rule.context, finder_, sources, candidate);
  candidate.whole_draft = candidate.whole_draft || rule.rule.whole_draft;
  candidates_.push_back(std::move(candidate));
}

bool Detector::validate(const CompiledPattern& pattern, Candidate& candidate) const {
  if (pattern.validator == nullptr) return true;
  const auto valid = pattern.validator(document_->text(), candidate.span);
  if (!valid) {
    candidate.confidence = 0;
  } else if (*valid != candidate.span) {
    candidate.span = *valid;
    candidate.tokens = document_->tokens_in(*valid);
  }
  if (valid && pattern.validated > 0) candidate.confidence = pattern.validated;
  if (explain_) {
    candidate.steps.push_back({valid ? "evidence.validator" : "evidence.validator-failed",
                               pattern.validator_name, candidate.confidence});
  }
  return valid.has_value();
}

// What a rule found is there for the phrases of later rules.
void Detector::publish(std::uint32_t rule, std::size_t first_candidate) {
  std::vector<TokenRange> ranges;
  for (std::size_t i = first_candidate; i < candidates_.size(); ++i) {
    const Candidate& candidate = candidates_[i];
    const bool is_sure =
        candidate.confidence > 0 && candidate.confidence >= book_.rules[rule].threshold;
    if (is_sure && !candidate.tokens.empty()) ranges.push_back(candidate.tokens);
  }
  std::sort(ranges.begin(), ranges.end());
  ranges.erase(std::unique(ranges.begin(), ranges.end()), ranges.end());
  const EntityId entity = entity_of_rule(rule);
  if (!ranges.empty()) reasons_.add(book_.steps.of_entity(entity));
  annotations_.set_entity(entity, std::move(ranges));
}

}  // namespace postlint
