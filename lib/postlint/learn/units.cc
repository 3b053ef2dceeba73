#include "postlint/learn/units.h"

#include <algorithm>

#include "postlint/detect/meaning.h"

namespace postlint {
namespace {

constexpr std::uint32_t kRun = 4;  // posts of a file that share a fold

}  // namespace

UnitReader::UnitReader(const RuleBook& book, const Policy& policy,
                       std::span<const LearnedHead> sentence_heads,
                       std::span<const LearnedHead> draft_heads)
    : book_(book),
      policy_(policy),
      sentence_heads_(sentence_heads),
      draft_heads_(draft_heads),
      detector_(book) {}

void UnitReader::read(const GoldRecord& post, bool known_to_rules) {
  document_.assign(post.text, tokenizer_);
  context_ = policy_.completed(post.context);
  const std::vector<Candidate>& found = detector_.detect(document_, context_, {.learned = false});
  features_.start(book_.features, detector_.annotations());
  Unit unit;
  unit.fold = posts_in_[post.file]++ / kRun % kFolds;
  unit.known_to_rules = known_to_rules;
  read_sentences(post, unit, found);
  read_draft(post, unit, found);
}

void UnitReader::read_sentences(const GoldRecord& post, Unit start,
                                const std::vector<Candidate>& found) {
  const Annotations& annotations = detector_.annotations();
  for (std::uint32_t i = 0; i < annotations.sentence_count(); ++i) {
    if (features_.words_in(i) == 0) continue;
    Unit unit = start;
    features_.read_sentence(i, read_);
    features_.read_subject(read_);
    take_keys(unit);
    for (const LearnedHead& head : sentence_heads_) {
      unit.answers.push_back(is_marked(post, head.rule, i));
      unit.counts.push_back(counts(head));
      unit.evidence.push_back(evidence_of(book_, annotations, found, head.rule, i));
    }
    sentences_.push_back(std::move(unit));
  }
}

void UnitReader::read_draft(const GoldRecord& post, Unit unit,
                            const std::vector<Candidate>& found) {
  if (features_.words() == 0) return;
  features_.read_draft(read_);
  take_keys(unit);
  for (const LearnedHead& head : draft_heads_) {
    const std::string& rule = book_.rules[head.rule].rule.id;
    unit.answers.push_back(std::find(post.document.begin(), post.document.end(), rule) !=
                           post.document.end());
    unit.counts.push_back(counts(head) && !is_satisfied(head));
    unit.evidence.push_back(evidence_of_draft(book_, found, head.rule));
  }
  drafts_.push_back(std::move(unit));
}

void UnitReader::take_keys(Unit& unit) {
  for (const Feature& feature : read_) unit.keys.push_back(feature.key);
  std::sort(unit.keys.begin(), unit.keys.end());
  unit.keys.erase(std::unique(unit.keys.begin(), unit.keys.end()), unit.keys.end());
  read_.clear();
}

bool UnitReader::is_marked(const GoldRecord& post, std::uint32_t rule,
                           std::uint32_t sentence) const {
  const Annotations& annotations = detector_.annotations();
  const TokenRange tokens = annotations.sentence(sentence);
  const Span span = document_.to_source(document_.span_of(tokens));
  return std::any_of(post.spans.begin(), post.spans.end(), [&](const GoldSpan& mark) {
    return mark.rule == book_.rules[rule].rule.id && mark.span.overlaps(span);
  });
}

bool UnitReader::counts(const LearnedHead& head) const {
  return learned_pattern(book_.rules[head.rule], context_).has_value();
}

bool UnitReader::is_satisfied(const LearnedHead& head) {
  const CompiledRule& rule = book_.rules[head.rule];
  const auto pattern = learned_pattern(rule, context_);
  if (!pattern) return false;
  const auto& statements = rule.patterns[*pattern].satisfied_by;
  return !statements.empty() &&
         std::all_of(statements.begin(), statements.end(),
                     [this](GroupId group) { return !detector_.finder().matches(group).empty(); });
}

}  // namespace postlint
