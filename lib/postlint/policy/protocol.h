// Protocol packs: what an organisation asks of whom, clause by clause, and where to ask. Written in
// TOML (patterns/protocols/README.md).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/base/result.h"
#include "postlint/policy/channels.h"
#include "postlint/rules/context.h"
#include "postlint/rules/pattern.h"
#include "postlint/rules/pattern_loader.h"

namespace postlint {

// How a clause is checked.
enum class ClauseCheck : std::uint8_t {
  text,     // the post's own words can show a breach
  context,  // it takes the words and who posts where
  advice,   // the words can only raise the question
  outside,  // no text can show it
};
std::string_view name_of(ClauseCheck check);

// How an organisation is called and where it is found. Names are as people write them, without the
// article; accounts without "@"; domains without "www.".
struct Organisation {
  std::vector<std::string> names;    // the organisation's own, abbreviations too
  std::vector<std::string> schools;  // of its schools and locations
  std::vector<std::string> places;   // where they are
  std::vector<std::string> domains;
  std::vector<std::string> accounts;   // official ones on social media, and hashtags
  std::vector<std::string> mailboxes;  // shared addresses
  std::vector<std::string> portals;    // where parents are told things
};

struct Clause {
  std::string number;  // as the protocol numbers it: "5.2c"
  std::string part;    // where one clause asks several things: "1"
  Localized text;      // a short paraphrase
  ClauseCheck check = ClauseCheck::text;
  Localized reason;                // outside: why no text can show it
  std::vector<std::string> rules;  // "personal-data/bsn", "conduct/*"
  Applicability when;
};

// Whom to ask, or what to note, in which contexts; the first that fits counts.
struct Direction {
  std::vector<std::string> rules;  // empty: any
  Applicability when;
  Localized text;
};

struct SeverityChange {
  std::vector<std::string> rules;
  Applicability when;
  std::vector<std::string> beside;   // only beside a finding of one of these; empty: always
  std::optional<Severity> severity;  // to this one
  int step = 0;                      // or so many steps up or down
  bool off = false;                  // or to nothing: the protocol allows it
};

// A sentence that satisfies rules which miss one. "{organisation}" in it stands for the school that
// the draft names, else for the organisation.
struct Statement {
  std::vector<std::string> rules;  // "organisation/missing-disclaimer"; all of them at once
  Localized text;
};

struct Protocol {
  std::string id;
  Localized title;
  Localized applies_to;  // to whom, and since when
  Organisation organisation;
  std::vector<Clause> clauses;
  std::vector<Direction> ask;
  std::vector<Direction> notes;
  std::vector<SeverityChange> severities;
  std::vector<Statement> statements;
  std::vector<ChannelFacts> channels;  // what the pack says of them; the general one, of all
  std::vector<NatureFacts> natures;
  std::vector<std::string> locked;  // rules that no configuration may lower
  std::string file;
};

// True if `rule` ("conduct/insult") is among `names`, which may end in "/*".
bool names_rule(const std::vector<std::string>& names, std::string_view rule);

// That none of `rules`, the ids of all there are, has this name, or is in this family
// (config.unknown-rule, with the nearest); nothing if one is.
std::optional<Message> unknown_rule(const std::string& name, std::span<const std::string> rules);

// Packs as they stand in their files, with what takes the other packs to judge.
struct ProtocolPacks {
  std::vector<Protocol> protocols;
  std::vector<SourceText> ids;    // of each, and where it stands
  std::vector<SourceText> likes;  // the pack that each follows (protocol_signals.h); empty: none
};

// Reads protocol packs, one a file; all errors of all files at once: what toml/reader.h
// finds, protocol.bad-id, protocol.no-name, and config.unknown-rule. `rules` are the ids of all
// rules there are: a pack that names another, or a family without any, is told so where it does.
Result<ProtocolPacks> load_protocols(const std::vector<PatternFile>& files,
                                     std::span<const std::string> rules);

// What is wrong with packs beside each other and beside these: protocol.known-id,
// toml.unknown-value (like what is not among the others).
Errors check_protocols(const ProtocolPacks& packs, const std::vector<Protocol>& others);

}  // namespace postlint
