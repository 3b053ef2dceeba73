// What packs know about their organisations, as signals that patterns can name.
#pragma once

#include <vector>

#include "postlint/detect/rule_book.h"
#include "postlint/policy/protocol.h"
#include "postlint/rules/pattern.h"

namespace postlint {

// Four signals, each with patterns that hold under the pack they come from alone:
//   <organisation-name>   the organisation, its schools, accounts, hashtags and domains
//   <organisation-place>  where it is
//   <school-portal>       where it tells parents things
//   <school-mailbox>      its shared addresses
// They are there even if no pack has anything to say to one of them.
std::vector<RuleSpec> signals_of(const std::vector<Protocol>& protocols);

// Makes patterns that hold under one pack hold under those that are like it: what a school's own
// pack asks of whom is what the pack that it names asks; of one that names none, what "general"
// does. The signals above stay with their own packs.
void follow_packs(const ProtocolPacks& packs, RuleBook& book);

}  // namespace postlint
