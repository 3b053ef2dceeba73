#include "postlint/policy/channels.h"

namespace postlint {
namespace {

// What is known already stays.
template <typename T>
void fill(T& known, T fact) {
  if (known == T{}) known = fact;
}

}  // namespace

void add_facts(const std::vector<ChannelFacts>& channels, Context& context) {
  for (const ChannelFacts& facts : channels) {
    if (facts.channel != context.channel) continue;
    fill(context.nature, facts.nature);
    fill(context.audience, facts.audience);
    fill(context.characters, facts.characters);
    fill(context.brief, facts.brief);
  }
}

void add_audience(const std::vector<NatureFacts>& natures, Context& context) {
  for (const NatureFacts& facts : natures) {
    if (facts.nature == context.nature && facts.when.holds_in(context))
      fill(context.audience, facts.audience);
  }
}

}  // namespace postlint
