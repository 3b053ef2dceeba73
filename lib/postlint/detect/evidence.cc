#include "postlint/detect/evidence.h"

#include <algorithm>

namespace postlint {
namespace {

bool counts_as_word(const Annotations& annotations, std::uint32_t token) {
  return !annotations.is_mark(token);
}

// The token where `words` words before `token` begin.
std::uint32_t words_before(const Annotations& annotations, std::uint32_t token,
                           std::uint32_t words) {
  while (token > 0 && words > 0) {
    --token;
    if (counts_as_word(annotations, token)) --words;
  }
  return token;
}

std::uint32_t words_behind(const Annotations& annotations, std::uint32_t token,
                           std::uint32_t words) {
  while (token < annotations.size() && words > 0) {
    if (counts_as_word(annotations, token)) --words;
    ++token;
  }
  return token;
}

// The tokens among which context is looked for, the candidate's own among them.
TokenRange scope_of(const CompiledContext& context, const Annotations& annotations,
                    TokenRange tokens) {
  if (context.scope == ContextScope::draft || tokens.empty()) return {0, annotations.size()};
  if (context.scope == ContextScope::window) {
    return {words_before(annotations, tokens.begin, context.window),
            words_behind(annotations, tokens.end, context.window)};
  }
  std::uint32_t first = annotations.token(tokens.begin).sentence;
  std::uint32_t last = annotations.token(tokens.end - 1).sentence;
  if (context.scope == ContextScope::nearby) {
    if (first > 0) --first;
    if (last + 1 < annotations.sentence_count()) ++last;
  }
  return {annotations.sentence(first).begin, annotations.sentence(last).end};
}

// What supports the context, if anything does. Around a window's candidate; anywhere in a sentence.
const PhraseMatch* find_support(const CompiledContext& context, PhraseFinder& finder,
                                TokenRange tokens) {
  if (context.scope == ContextScope::inside) return finder.holding(context.group, tokens);
  const TokenRange scope = scope_of(context, finder.annotations(), tokens);
  const bool around = context.scope == ContextScope::window || context.side != ContextSide::both;
  if (!around || tokens.empty()) return finder.first_within(context.group, scope);
  const PhraseMatch* found = nullptr;
  if (context.side != ContextSide::after) {
    found = finder.first_within(context.group, {scope.begin, tokens.begin});
  }
  if (found == nullptr && context.side != ContextSide::before) {
    found = finder.first_within(context.group, {tokens.end, scope.end});
  }
  return found;
}

const char* key_of(ContextEffect effect) {
  switch (effect) {
    case ContextEffect::raise:
      return "evidence.raise";
    case ContextEffect::lower:
      return "evidence.lower";
    case ContextEffect::veto:
      return "evidence.veto";
    case ContextEffect::needs:
      return "evidence.needs";
  }
  return "";
}

// The confidence that follows; the same if the context changes nothing.
double confidence_after(const CompiledContext& context, bool is_there, double confidence) {
  switch (context.effect) {
    case ContextEffect::raise:
      return is_there ? std::max(confidence, context.to) : confidence;
    case ContextEffect::lower:
      return is_there ? std::min(confidence, context.to) : confidence;
    case ContextEffect::veto:
      return is_there ? 0 : confidence;
    case ContextEffect::needs:
      return is_there ? confidence : 0;
  }
  return confidence;
}

// What a phrase did, which stands where `source` has its line; with the words it matched.
EvidenceStep step_of(const char* key, const PhraseMatch& match, const PhraseFinder& finder,
                     const SourceTable& sources, const SourceLines& source) {
  const PhraseBook& phrases = finder.book();
  const Document& document = finder.annotations().document();
  EvidenceStep step{key, phrases.sources[match.program]};
  step.where = sources.place_of(source, phrases.number_in_group(match.program));
  step.words = document.span_of(match.range).of(document.text());
  return step;
}

// Of a context that is missing, its first phrase.
EvidenceStep step_of(const CompiledContext& context, const PhraseMatch* support,
                     const PhraseFinder& finder, const SourceTable& sources) {
  const char* key = key_of(context.effect);
  if (support != nullptr) return step_of(key, *support, finder, sources, context.source);
  const PhraseBook& phrases = finder.book();
  EvidenceStep step{key, phrases.sources[phrases.groups[context.group].programs.offset]};
  step.where = sources.place_of(context.source);
  return step;
}

}  // namespace

void weigh(std::span<const CompiledContext> contexts, PhraseFinder& finder,
           const SourceTable* sources, Candidate& candidate) {
  for (const CompiledContext& context : contexts) {
    const PhraseMatch* support = find_support(context, finder, candidate.tokens);
    const double after = confidence_after(context, support != nullptr, candidate.confidence);
    const bool changed = after != candidate.confidence;
    candidate.confidence = after;
    if (sources == nullptr || !changed) continue;
    candidate.steps.push_back(step_of(context, support, finder, *sources));
    candidate.steps.back().confidence = after;
  }
}

EvidenceStep step_of_exception(const CompiledPattern& pattern, const PhraseMatch& exception,
                               const PhraseFinder& finder, const SourceTable& sources) {
  return step_of("evidence.except", exception, finder, sources, pattern.except_source);
}

}  // namespace postlint
