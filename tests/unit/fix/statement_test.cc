#include "postlint/fix/statement.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "postlint/policy/protocol.h"

namespace postlint {
namespace {

const Linter& linter() {
  static const auto loaded = Linter::load({.data_directory = POSTLINT_DATA_DIR});
  return *loaded.linter;
}

Context employee_of(const std::string& protocol, Channel channel = Channel::unknown) {
  return {Role::employee, Account::personal, channel, Audience::open, protocol};
}

std::vector<std::string> rules_in(const std::string& text, const Context& context) {
  std::vector<std::string> rules;
  for (const Finding& finding : linter().check({text, context}).findings)
    rules.push_back(finding.rule->id);
  return rules;
}

// A view on the pack's organisation, in a discussion: whatever can be missing is missing.
std::string bare_view(const Protocol& pack) {
  const std::string name =
      pack.organisation.names.empty() ? "onze school" : pack.organisation.names.front();
  return "Ik lees hier veel kritiek op " + name + ". Ik vind dat het overdreven is.";
}

AddedStatement stated(const std::string& text, const Context& context,
                      Language language = Language::nl) {
  Linter::Scratch scratch(linter());
  return add_statement({text, context}, linter(), scratch, {language, {}, {}});
}

std::string with_statement(const std::string& text, const Context& context,
                           Language language = Language::nl) {
  const AddedStatement added = stated(text, context, language);
  return added.edit ? with_edits(text, std::span(&*added.edit, 1)) : "nothing added";
}

TEST(Statements, SatisfyTheRulesOfTheirOwnPackInBothLanguages) {
  std::size_t statements = 0;
  for (const std::string& id : linter().protocols()) {
    const Protocol& pack = *linter().find_protocol(id);
    ASSERT_FALSE(pack.statements.empty()) << id;
    for (const Statement& statement : pack.statements) {
      const std::string bare = bare_view(pack);
      for (const std::string& rule : statement.rules)
        EXPECT_THAT(rules_in(bare, employee_of(id)), testing::Contains(rule)) << id;
      ++statements;
    }
    for (const Language language : {Language::nl, Language::en}) {
      const std::string text = with_statement(bare_view(pack), employee_of(id), language);
      for (const Statement& statement : pack.statements) {
        for (const std::string& rule : statement.rules)
          EXPECT_THAT(rules_in(text, employee_of(id)), testing::Not(testing::Contains(rule)))
              << text;
      }
      EXPECT_FALSE(stated(text, employee_of(id), language).edit) << "nothing is added twice";
    }
  }
  EXPECT_GE(statements, 8U);
}

TEST(Statements, SayNoMoreThanIsMissing) {
  EXPECT_EQ(with_statement("Ik vind dat Aeres te veel toetst.\n", employee_of("aeres-mbo")),
            "Ik vind dat Aeres te veel toetst.\nOp persoonlijke titel.\n");
  EXPECT_EQ(with_statement("Ik vind dat TWijs te veel toetst.", employee_of("twijs")),
            "Ik vind dat TWijs te veel toetst.\n"
            "Dit is mijn eigen mening, los van officiële standpunten van TWijs.");
  EXPECT_FALSE(stated("Morgen is er een ouderavond.", employee_of("twijs")).edit);
}

TEST(Statements, NameTheSchoolThatTheDraftNames) {
  EXPECT_THAT(with_statement("Al die ophef over De Zandloper, ik vind het overdreven.",
                             employee_of("twijs")),
              testing::HasSubstr("Ik werk bij De Zandloper."));
}

TEST(Statements, KeepTheLineEndsOfTheDraft) {
  EXPECT_EQ(with_statement("Hallo!\r\nIk vind dat Aeres te veel toetst.\r\n\r\n",
                           employee_of("aeres-mbo")),
            "Hallo!\r\nIk vind dat Aeres te veel toetst.\r\n\r\nOp persoonlijke titel.\r\n\r\n");
}

TEST(Statements, FitTheChannelOrStayAway) {
  const std::string view = "Ik vind dat Aeres te veel toetst. ";
  const std::string filler = std::string(280 - view.size() - 23, 'a');
  EXPECT_TRUE(stated(view + filler, employee_of("aeres-mbo", Channel::x)).edit);
  const AddedStatement added = stated(view + filler + "a", employee_of("aeres-mbo", Channel::x));
  EXPECT_FALSE(added.edit);
  EXPECT_EQ(added.limit, 280U);
  EXPECT_THAT(added.missing, testing::ElementsAre("organisation/missing-disclaimer"));
}

}  // namespace
}  // namespace postlint
