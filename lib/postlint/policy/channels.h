// What channels are like, as [[channel]] and [[nature]] tables of protocol packs tell it
// (patterns/protocols/README.md): public or a group chat, whom a draft there is for when nobody
// said, and how long it may be.
#pragma once

#include <cstdint>
#include <vector>

#include "postlint/rules/context.h"
#include "postlint/rules/pattern.h"

namespace postlint {

// Unknown and 0: nothing is said.
struct ChannelFacts {
  Channel channel = Channel::unknown;
  Nature nature = Nature::unknown;
  Audience audience = Audience::unknown;  // rather than that of its nature
  std::uint32_t characters = 0;           // UTF-16 units that it takes
  std::uint32_t brief = 0;                // that a short message there has at most
};

// Whom a draft is for on channels of a nature, by the first that fits.
struct NatureFacts {
  Nature nature = Nature::unknown;
  Applicability when;
  Audience audience = Audience::unknown;
};

// Fills in what `context` leaves open of its channel: nature, lengths, and an audience that is the
// channel's own.
void add_facts(const std::vector<ChannelFacts>& channels, Context& context);

// Fills in an audience that is open, by the context's nature.
void add_audience(const std::vector<NatureFacts>& natures, Context& context);

}  // namespace postlint
