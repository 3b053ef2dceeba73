#include "postlint/suppress/suppressions.h"

#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "postlint/report/messages.h"
#include "postlint/suppress/suppression_reader.h"

namespace postlint {
namespace {

constexpr Date kToday = std::chrono::year(2026) / 11 / 21;
const std::vector<std::string> kLocked = {"personal-data/postcode"};

// Letters that stand for rules in the tables below: "Bel «t:06-12345678»."
const std::map<char, Rule>& rules() {
  static const auto* const kRules = [] {
    auto* rules = new std::map<char, Rule>;
    const auto add = [&](char letter, const std::string& id,
                         Identifies what = Identifies::nothing) {
      Rule& rule = (*rules)[letter];
      rule.identifies = what;
      rule.id = id;
      rule.family = id.substr(0, id.find('/'));
    };
    add('t', "personal-data/phone-number", Identifies::phone);
    add('e', "personal-data/email-address", Identifies::email);
    add('h', "personal-data/social-handle", Identifies::account);
    add('a', "personal-data/postal-address", Identifies::address);
    add('c', "personal-data/postcode", Identifies::postcode);
    add('b', "personal-data/iban", Identifies::iban);
    add('n', "personal-data/person-name", Identifies::person);
    add('f', "personal-data/photo-of-person", Identifies::picture);
    add('i', "conduct/insult");
    add('o', "own/number", Identifies::phone);  // a school's own rule
    return rules;
  }();
  return *kRules;
}

SuppressionEntries entries_from(const std::string& toml) {
  TomlFile file{"postlint.toml", {}};
  SuppressionEntries entries;
  const toml::table root = parse_toml(toml, file);
  read_each(root, "organisation", read_organisation, file, entries);
  read_each(root, "allow", read_allow, file, entries);
  read_each(root, "consent", read_consent, file, entries);
  for (const Error& error : file.errors) ADD_FAILURE() << format_error(error, Language::en);
  return entries;
}

// A text with findings in it, each "«letter:words»".
struct Marked {
  std::string text;
  Report report;

  explicit Marked(std::string_view source) {
    constexpr std::string_view kOpen = "«", kClose = "»";
    while (!source.empty()) {
      const std::size_t open = std::min(source.find(kOpen), source.size());
      text += source.substr(0, open);
      source.remove_prefix(open);
      if (source.empty()) return;
      const std::size_t close = source.find(kClose);
      Finding& finding = report.findings.emplace_back();
      finding.rule = &rules().at(source[2]);
      const auto begin = static_cast<std::uint32_t>(text.size());
      text += source.substr(4, close - 4);
      finding.span = Span{begin, static_cast<std::uint32_t>(text.size())};
      source.remove_prefix(close + kClose.size());
    }
  }
};

bool knows(WordRole role, std::string_view word) {
  static const std::map<WordRole, std::vector<std::string_view>> kWords = {
      {WordRole::staff_title, {"juf", "meester", "mevrouw", "mw."}},
      {WordRole::picture, {"foto", "filmpje"}},
      {WordRole::first_name, {"jans", "sanne", "daan"}},
  };
  const auto found = kWords.find(role);
  return found != kWords.end() &&
         std::find(found->second.begin(), found->second.end(), word) != found->second.end();
}

// The words that stay findings, after those that were lifted: "06-12345678 | +Sanne".
std::string judged(const Suppressions& suppressions, std::string_view source,
                   Channel channel = Channel::unknown, std::string_view file = "") {
  Marked draft(source);
  suppressions.apply({draft.text, file, channel, kToday, kLocked, knows}, draft.report);
  std::string out;
  for (const Finding& finding : draft.report.findings)
    out += (out.empty() ? "" : " | ") + std::string(finding.span->of(draft.text));
  for (const Finding& finding : draft.report.suppressed)
    out += (out.empty() ? "+" : " | +") + std::string(finding.span->of(draft.text));
  for (const Suppression& expired : draft.report.expired) out += " | !" + expired.where;
  return out;
}

struct Case {
  const char* draft;
  const char* expected;
};

TEST(Suppressions, WhatIsTheOrganisationsOwn) {
  const Suppressions own(entries_from(R"(
[organisation]
names     = ["Anne Frankschool", "De Regenboog"]
phones    = ["088 - 020 70 20", "+31 (0)6 12345678", "0900-1234"]
mailboxes = ["Info@School.example", "*@werkplaats.example"]
accounts  = ["@AnneFrankschool", "https://www.instagram.com/regenboog/"]
domains   = ["school.example"]
addresses = ["Dorpsweg 12a, 1234 AB Voorbeelddorp"]
ibans     = ["NL91 ABNA 0417 1643 00"]
)"));
  const Case cases[] = {
      {"Bel «t:088-0207020» of «t:0031 88 020 70 20».", "+088-0207020 | +0031 88 020 70 20"},
      {"app «t:06-12345678»", "+06-12345678"},
      {"app «o:06-12345678»", "+06-12345678"},
      {"bel «t:0900 1234»", "+0900 1234"},
      {"app «t:06-12345679»", "06-12345679"},
      {"mail «e:INFO@school.example»", "+INFO@school.example"},
      {"mail «e:jan@school.example»", "jan@school.example"},
      {"mail «e:wie.dan.ook@werkplaats.example»", "+wie.dan.ook@werkplaats.example"},
      {"mail «e:x@nietwerkplaats.example»", "x@nietwerkplaats.example"},
      {"volg «h:@annefrankSCHOOL»", "+@annefrankSCHOOL"},
      {"zie «h:instagram.com/regenboog»", "+instagram.com/regenboog"},
      {"zie «h:instagram.com/regenboog2»", "instagram.com/regenboog2"},
      {"app «h:https://wa.me/31612345678»", "+https://wa.me/31612345678"},
      {"zie «h:https://www.school.example/u/jan»", "+https://www.school.example/u/jan"},
      {"zie «h:preschool.example/jan»", "preschool.example/jan"},
      {"op «a:Dorpsweg 12a»", "+Dorpsweg 12a"},
      {"op «a:dorpsweg 12A, Voorbeelddorp»", "+dorpsweg 12A, Voorbeelddorp"},
      {"op «a:Dorpsweg 12a, 1234AB Voorbeelddorp»", "+Dorpsweg 12a, 1234AB Voorbeelddorp"},
      {"op «a:Dorpsweg 12»", "Dorpsweg 12"},
      {"op «a:Dorpsweg 12a, 9999 ZZ Elders»", "Dorpsweg 12a, 9999 ZZ Elders"},
      {"in «c:1234 ab»", "+1234 ab"},
      {"in «c:1234 AC»", "1234 AC"},
      {"naar «b:nl91abna0417164300»", "+nl91abna0417164300"},
      {"naar «b:NL91ABNA0417164301»", "NL91ABNA0417164301"},
      {"bij de «n:Anne»  Frankschool", "+Anne"},
      {"«n:Anne» Frank was een meisje", "Anne"},
      {"sukkel op «i:088-0207020»", "088-0207020"},
  };
  for (const Case& it : cases) EXPECT_EQ(judged(own, it.draft), it.expected) << it.draft;
}

TEST(Suppressions, StaffWhoseNamesArePublic) {
  const Suppressions staff(entries_from(R"(
[organisation]
staff = ["Sanne de Vries", "meester Daan", "Karin Bakker-Smit"]
[[consent]]
name = "Karin Bos"
for  = []
)"));
  const Case cases[] = {
      {"«n:Sanne de Vries» is jarig", "+Sanne de Vries"},
      {"«n:SANNE DE VRIES» is jarig", "+SANNE DE VRIES"},
      {"«n:S. de Vries» is jarig", "+S. de Vries"},
      {"«n:Sanne de V.» is jarig", "+Sanne de V."},
      {"juf «n:Sanne» is jarig", "+Sanne"},
      {"mevrouw «n:De Vries» is jarig", "+De Vries"},
      {"mw. «n:De Vries» is jarig", "+De Vries"},
      {"«n:Sanne» is jarig", "Sanne"},
      {"met de juf. «n:Sanne» is jarig", "Sanne"},
      {"juf, «n:Sanne» is jarig", "Sanne"},
      {"«n:Sanne de Vries» zei. Later ging «n:Sanne» weg.", "+Sanne de Vries | +Sanne"},
      {"«n:Sanne de Vries» en «n:Sanne Jansen»: «n:Sanne»",
       "Sanne Jansen | Sanne | +Sanne de Vries"},
      {"«n:Anna de Vries» is jarig", "Anna de Vries"},
      {"meester «n:Daan» leest voor", "+Daan"},
      {"«n:Daan» leest voor", "Daan"},
      {"meester «n:Daan Jansen» leest voor", "Daan Jansen"},
      {"«n:Karin Bakker-Smit» leest", "+Karin Bakker-Smit"},
      {"juf «n:Karin» leest", "+Karin"},
      {"«n:Karin Bakker-Smit» leest. «n:Karin» lacht.", "Karin | +Karin Bakker-Smit"},
  };
  for (const Case& it : cases) EXPECT_EQ(judged(staff, it.draft), it.expected) << it.draft;
}

constexpr const char* kRegister = R"(
[[consent]]
name     = "Daan Bakker"
for      = ["name", "photo"]
[[consent]]
name     = "Noor El Idrissi"
for      = ["name"]
channels = ["parro", "website"]
[[consent]]
name     = "Emma Visser"
for      = ["name", "photo"]
[[consent]]
name     = "Emma Mulder"
for      = []
[[consent]]
name     = "Zoë Jansen"
for      = ["name", "photo"]
until    = 2026-11-20
[[consent]]
name     = "Tom Prins"
for      = ["name", "photo"]
until    = 2026-11-21
given_by = "ouder"
)";

TEST(Suppressions, WhoAgreedToBeNamed) {
  const Suppressions consents(entries_from(kRegister));
  const Case cases[] = {
      {"«n:Daan Bakker» wint", "+Daan Bakker"},
      {"«n:Daan» wint", "+Daan"},
      {"«n:daan b.» wint", "+daan b."},
      {"«n:Daan Smit» wint", "Daan Smit"},
      {"«n:Daan Smit» wint van «n:Daan»", "Daan Smit | Daan"},
      {"«n:Daans» tekening", "+Daans"},
      {"«n:Jans» tekening", "Jans"},
      {"mevrouw «n:Bakker» belt", "Bakker"},
      {"«n:Emma Visser» wint", "+Emma Visser"},
      {"«n:Emma Mulder» wint", "Emma Mulder"},
      {"«n:Emma» wint", "Emma"},
      {"«n:Noor» wint", "Noor"},
      {"«n:Zoe Jansen» wint van «n:Zoë»", "Zoe Jansen | Zoë | !postlint.toml:15"},
      {"«n:Tom» wint", "+Tom"},
      {"«n:Bakker» zei «i:Daan Bakker»", "Bakker | Daan Bakker"},
  };
  for (const Case& it : cases) EXPECT_EQ(judged(consents, it.draft), it.expected) << it.draft;
  EXPECT_EQ(judged(consents, "«n:Noor El Idrissi» wint", Channel::parro), "+Noor El Idrissi");
  EXPECT_EQ(judged(consents, "«n:Noor El Idrissi» wint", Channel::facebook), "Noor El Idrissi");
  EXPECT_EQ(judged(consents, "«n:Daan» wint", Channel::facebook), "+Daan");
}

TEST(Suppressions, PicturesOfWhoAgreed) {
  const Suppressions consents(entries_from(kRegister));
  const Case cases[] = {
      {"«f:foto van» «n:Daan»", "+foto van | +Daan"},
      {"op de «f:foto» zie je «n:Daan Bakker» en «n:Tom»", "+foto | +Daan Bakker | +Tom"},
      {"op de «f:foto» zie je «n:Daan» en «n:Noor»", "foto | Noor | +Daan"},
      {"«f:foto van groep 5», met «n:Daan»", "foto van groep 5 | +Daan"},
      {"«f:foto van haar». «n:Daan» lacht", "foto van haar | +Daan"},
      {"«f:foto van de klas»", "foto van de klas"},
      {"«f:foto van» «n:Daan»\n\n«n:Kees» niet", "Kees | +foto van | +Daan"},
      {"«f:foto van» «n:Zoë»", "foto van | Zoë | !postlint.toml:15"},
  };
  for (const Case& it : cases) EXPECT_EQ(judged(consents, it.draft), it.expected) << it.draft;
}

TEST(Suppressions, WhatEntriesAllow) {
  const Suppressions allowed(entries_from(R"(
[[allow]]
rule   = "conduct/insult"
words  = ["Sukkel", "prutsers*", "*boef"]
reason = "toneelstuk"
[[allow]]
rule     = ["personal-data/phone-number", "personal-data/email-address"]
words    = ["0512-34 56 78", "*@museum.example"]
channels = ["parro"]
reason   = "museum"
[[allow]]
rule   = "personal-data/*"
files  = ["archief/**"]
reason = "archief"
until  = 2026-12-31
[[allow]]
rule   = "personal-data/iban"
reason = "actie"
until  = 2026-01-31
)"));
  const Case cases[] = {
      {"wat een «i:SÚKKEL»", "+SÚKKEL"},
      {"wat een «i:sukkels»", "sukkels"},
      {"stel «i:prutsers van niks»", "+prutsers van niks"},
      {"die «i:stomme boef»", "+stomme boef"},
      {"bel «t:0512-345678»", "0512-345678"},
      {"naar «b:NL91ABNA0417164300» en «b:BE1»", "NL91ABNA0417164300 | BE1 | !postlint.toml:16"},
  };
  for (const Case& it : cases) EXPECT_EQ(judged(allowed, it.draft), it.expected) << it.draft;
  EXPECT_EQ(judged(allowed, "bel «t:0512-345678»", Channel::parro), "+0512-345678");
  EXPECT_EQ(judged(allowed, "mail «e:pr@museum.example»", Channel::parro), "+pr@museum.example");
  EXPECT_EQ(judged(allowed, "«n:Sanne»", Channel::unknown, "archief/2019/a.txt"), "+Sanne");
  EXPECT_EQ(judged(allowed, "«n:Sanne»", Channel::unknown, "brief.txt"), "Sanne");
  EXPECT_EQ(judged(allowed, "«c:1234 AB»", Channel::unknown, "archief/a.txt"), "1234 AB");
}

TEST(Suppressions, SayWhoLiftedIt) {
  const Suppressions suppressions(
      entries_from("[[allow]]\nrule = \"conduct/*\"\nreason = \"een\"\n"
                   "[[allow]]\nrule = \"conduct/insult\"\nreason = \"twee\"\n"
                   "[organisation]\nphones = [\"0900-1234\"]\n"));
  Marked draft("«i:sukkel» «t:0900-1234»");
  draft.report.findings[0].severity = Severity::error;
  draft.report.verdict = Verdict::block;
  suppressions.apply({draft.text, "", Channel::unknown, kToday, {}, knows}, draft.report);
  EXPECT_EQ(draft.report.verdict, Verdict::allow);
  ASSERT_EQ(draft.report.suppressed.size(), 2U);
  EXPECT_EQ(draft.report.suppressed[0].suppression,
            (Suppression{SuppressionKind::allow, 1, "postlint.toml:1", "een"}));
  EXPECT_EQ(draft.report.suppressed[1].suppression,
            (Suppression{SuppressionKind::organisation, 1, "postlint.toml:8", ""}));
}

TEST(Suppressions, WithoutADayNothingHasEnded) {
  const Suppressions suppressions(
      entries_from("[[allow]]\nrule = \"conduct/insult\"\nreason = \"x\"\nuntil = 2001-01-01\n"));
  Marked draft("«i:sukkel»");
  suppressions.apply({draft.text, "", Channel::unknown, {}, {}, knows}, draft.report);
  EXPECT_EQ(draft.report.suppressed.size(), 1U);
}

TEST(Suppressions, NameRulesThatThereAre) {
  SuppressionEntries entries = entries_from(
      "[[allow]]\nrule = [\"conduct/insult\", \"conduct/insullt\", \"conduct/*\",\n"
      "  \"condct/*\", \"personal-data/iban\"]\nreason = \"x\"\n");
  entries.allowed[0].locked = {"personal-data/iban", "conduct/rumour"};
  const Suppressions suppressions(std::move(entries));
  std::vector<Rule> known;
  for (const auto& [letter, rule] : rules()) known.push_back(rule);
  std::vector<std::string> messages;
  for (const Error& error : suppressions.check_rules(known))
    messages.push_back(format_error(error, Language::en));
  EXPECT_THAT(messages, testing::ElementsAre(testing::HasSubstr("conduct/insult'?"),
                                             testing::HasSubstr("conduct/*'?"),
                                             testing::HasSubstr("is locked")));
}

}  // namespace
}  // namespace postlint
