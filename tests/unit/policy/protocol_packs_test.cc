// The packs that come with postlint: no clause is missing, and all that they name is there.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "postlint/eval/posts.h"
#include "postlint/linter.h"
#include "postlint/load/protocol_signals.h"
#include "postlint/policy/policy.h"
#include "unit/support.h"

namespace postlint {
namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

std::string contents(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

const Linter& linter() {
  static const auto loaded = Linter::load({.data_directory = POSTLINT_DATA_DIR});
  return *loaded.linter;
}

Names rule_ids() {
  Names ids;
  for (const Rule& rule : linter().rules()) ids.push_back(rule.id);
  return ids;
}

const std::vector<Protocol>& packs() {
  static const std::vector<Protocol> loaded = [] {
    std::vector<PatternFile> files;
    for (const auto& entry : fs::directory_iterator(POSTLINT_SOURCE_DIR "/patterns/protocols")) {
      if (entry.path().extension() == ".toml")
        files.push_back({entry.path().string(), contents(entry.path())});
    }
    auto protocols = load_protocols(files, rule_ids());
    if (!protocols) ADD_FAILURE() << test::joined(protocols.error());
    return protocols ? protocols->protocols : std::vector<Protocol>{};
  }();
  return loaded;
}

const Protocol& pack(const std::string& id) {
  return *std::find_if(packs().begin(), packs().end(),
                       [&](const Protocol& it) { return it.id == id; });
}

// What each protocol has, in the order of its text; a clause with parts stands once for each.
const std::map<std::string, Names> kClauses = {
    {"ubbo-emmius",
     {"3.2",  "4-1",   "4-2",   "4-3",   "4-4",   "4-5",   "4-6",  "4-7",  "4-8",  "4-9",  "4-10",
      "4-11", "4-12a", "4-12b", "4-12c", "4-12d", "4-12e", "4-13", "5.1a", "5.1b", "5.1c", "5.1d",
      "5.2a", "5.2b",  "5.2c",  "5.2c",  "6a",    "6b",    "6c",   "6d",   "6e",   "7"}},
    {"aeres-mbo",
     {"1.2", "1.3-1", "1.3-2", "1.3-3", "1.3-4", "1.3-5", "1.4-1", "1.4-2", "1.4-3", "1.4-4",
      "1.4-5", "1.5-1", "1.5-2"}},
    {"twijs", {"A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "B1", "B2", "B3", "B4",
               "B5", "C1", "C2", "C3", "C4", "S1", "S2", "S3", "S4", "S5", "S6", "S7"}},
    {"sint-bavo",
     {"kinderen-1",
      "kinderen-2",
      "kinderen-3",
      "kinderen-4",
      "kinderen-5",
      "kinderen-6",
      "kinderen-7",
      "pesten",
      "team-kinderen-1",
      "team-kinderen-5",
      "team-1",
      "team-2",
      "team-3",
      "team-4",
      "team-5",
      "team-6",
      "team-7",
      "team-8",
      "team-9",
      "team-10",
      "advies-ouders-4",
      "advies-kinderen-1",
      "advies-kinderen-4",
      "advies-kinderen-6",
      "advies-kinderen-9",
      "media-wel-1",
      "media-wel-2",
      "media-wel-3",
      "media-wel-4",
      "media-wel-5",
      "media-wel-6",
      "media-wel-7",
      "media-wel-8",
      "media-niet-5",
      "media-niet-6",
      "media-niet-7",
      "consequenties"}},
    {"matthijsje",
     {"extern-1", "extern-2", "extern-3", "extern-4", "extern-5", "extern-6", "extern-7",
      "extern-8", "intern-1", "intern-2", "intern-3", "intern-4", "achtergrond-3", "achtergrond-4",
      "achtergrond-5", "achtergrond-6", "achtergrond-7"}},
};

TEST(ProtocolPacks, HaveEveryClause) {
  for (const auto& [id, numbers] : kClauses) {
    Names found;
    for (const Clause& clause : pack(id).clauses) found.push_back(clause.number);
    EXPECT_EQ(found, numbers) << id;
  }
  EXPECT_EQ(packs().size(), kClauses.size() + 1) << "and the general one";
}

TEST(ProtocolPacks, SayEverythingInBothLanguages) {
  for (const Protocol& protocol : packs()) {
    EXPECT_NE(protocol.title.nl, protocol.title.en) << protocol.id;
    for (const Clause& clause : protocol.clauses) {
      EXPECT_NE(clause.text.nl, clause.text.en) << protocol.id << " " << clause.number;
      if (clause.check == ClauseCheck::outside) {
        EXPECT_NE(clause.reason.nl, clause.reason.en) << clause.number;
      }
    }
  }
}

TEST(ProtocolPacks, AlwaysKnowWhomToAsk) {
  for (const Protocol& protocol : packs()) {
    ASSERT_FALSE(protocol.ask.empty()) << protocol.id;
    EXPECT_TRUE(protocol.ask.back().rules.empty()) << protocol.id;
    EXPECT_EQ(protocol.ask.back().when, Applicability{}) << protocol.id;
  }
}

TEST(ProtocolPacks, AreToldWhereTheyNameRulesThatAreNotThere) {
  const std::string text = R"(id = "eik"
title = "De Eik"
locked = ["conduct/insults"]

[[clause]]
number = "1"
text = "Scheld niet."
rules = ["conduct/insult", "condukt/*", "personal-data/*"]

[[note]]
rules = ["vreemd"]
text = "Pas op."

[[severity]]
rules = ["conduct/*"]
beside = ["conduct/thraet"])";
  const auto loaded = load_protocols({{"eik.toml", text}}, rule_ids());
  ASSERT_FALSE(loaded.has_value());
  EXPECT_EQ(test::joined(loaded.error()),
            "eik.toml:3:11: There is no rule 'conduct/insults'. Did you mean 'conduct/insult'? "
            "'postlint rules list' names them all.\n"
            "eik.toml:8:28: There is no rule 'condukt/*'. Did you mean 'conduct/*'? "
            "'postlint rules list' names them all.\n"
            "eik.toml:11:10: There is no rule 'vreemd'. 'postlint rules list' names them all.\n"
            "eik.toml:16:11: There is no rule 'conduct/thraet'. Did you mean 'conduct/threat'? "
            "'postlint rules list' names them all.\n");
}

TEST(ProtocolSignals, HoldTheNamesOfAPackUnderThatPackAlone) {
  Protocol school;
  school.id = "eik";
  school.organisation = {{"De Eik (Assen)"}, {}, {}, {"eik.example"}, {"obs_eik"}, {}, {}};
  const auto signals = signals_of({school});
  ASSERT_EQ(signals.size(), 4U);
  const RuleSpec& names = signals.front();
  EXPECT_TRUE(names.is_signal);
  ASSERT_EQ(names.patterns.size(), 3U) << "names, accounts, domains";
  EXPECT_EQ(names.patterns[0].match.front().text, "De Eik \\(Assen\\)")
      << "no name is a pattern by accident";
  EXPECT_EQ(names.patterns[1].match.front().text, "(?i)[@#](?:obs\\_eik)\\b");
  for (const PatternSpec& pattern : names.patterns) EXPECT_EQ(pattern.when.protocols, Names{"eik"});
}

TEST(ProtocolSignals, OnePackAsksWhatTheOneItNamesAsks) {
  RuleBook book;
  for (const char* id : {"missing-disclaimer", "organisation-name"}) {
    CompiledRule& rule = book.rules.emplace_back();
    rule.rule.id = id;
    rule.patterns.resize(3);
    rule.patterns[0].when.protocols = {"twijs", "sint-bavo"};
    rule.patterns[1].when.protocols = {"general"};
  }
  ProtocolPacks packs;
  packs.ids = {{"eik", {}}, {"beuk", {}}};
  packs.likes = {{"twijs", {}}, {"", {}}};
  follow_packs(packs, book);
  const auto under = [&](std::size_t rule, std::size_t pattern) {
    return book.rules[rule].patterns[pattern].when.protocols;
  };
  EXPECT_EQ(under(0, 0), (Names{"twijs", "sint-bavo", "eik"}));
  EXPECT_EQ(under(0, 1), (Names{"general", "beuk"})) << "who follows none follows the general pack";
  EXPECT_EQ(under(0, 2), Names{}) << "what holds everywhere needs no names";
  EXPECT_EQ(under(1, 0), (Names{"twijs", "sint-bavo"})) << "names stay with their organisations";
}

std::string short_name(const std::string& rule) { return rule.substr(rule.find('/') + 1); }

// Each file tells one story: a draft by different people, through different channels, and what of
// the family "organisation" must come of it. `postlint eval` reads the same files.
TEST(ProtocolStories, GoAsTold) {
  std::size_t stories = 0;
  Linter::Scratch scratch(linter());
  for (const auto& entry : fs::directory_iterator(POSTLINT_SOURCE_DIR "/tests/golden/protocols")) {
    const std::string text = contents(entry.path());
    const auto records = read_gold(text, entry.path().string());
    ASSERT_TRUE(records.has_value()) << test::joined(records.error());
    for (const GoldRecord& record : *records) {
      Names found;
      for (const Finding& finding :
           linter().check({record.text, record.context}, scratch).findings) {
        if (finding.rule->family == "organisation") found.push_back(short_name(finding.rule->id));
      }
      Names told;
      for (const std::string& rule : record.document) told.push_back(short_name(rule));
      EXPECT_THAT(found, testing::UnorderedElementsAreArray(told))
          << record.id << ": " << record.text;
    }
    ++stories;
  }
  EXPECT_EQ(stories, kClauses.size());
}

TEST(ProtocolStories, LeaveOrdinaryPostsAlone) {
  const std::string path = POSTLINT_SOURCE_DIR "/patterns/posts/known/protocols-clean.marked.jsonl";
  const std::string text = contents(path);
  const auto records = read_marked_posts(text, path, rule_ids());
  ASSERT_TRUE(records.has_value()) << test::joined(records.error());
  Linter::Scratch scratch(linter());
  for (const GoldRecord& record : *records) {
    for (const Finding& finding : linter().check({record.text, record.context}, scratch).findings) {
      const std::string& family = finding.rule->family;
      EXPECT_TRUE(family != "organisation" && family != "confidential")
          << record.id << ": " << finding.rule->id << ": " << record.text;
    }
  }
}

TEST(Applicability, MatchesWhatIsUnknownOnlyWhereItIsNamed) {
  Applicability any;
  Applicability known{{Role::employee}, {}, {}, {}, {}, {}};
  Applicability both{{Role::employee, Role::unknown}, {}, {}, {}, {}, {}};
  Applicability general{{}, {}, {}, {}, {"general"}, {}};
  Context stranger;
  Context at_twijs;
  at_twijs.protocol = "twijs";
  EXPECT_TRUE(any.holds_in(stranger));
  EXPECT_FALSE(known.holds_in(stranger));
  EXPECT_TRUE(both.holds_in(stranger));
  EXPECT_TRUE(general.holds_in(stranger)) << "a draft without a protocol comes to the general pack";
  EXPECT_FALSE(general.holds_in(at_twijs));
}

}  // namespace
}  // namespace postlint
