#include "postlint/fix/identity.h"

#include <gtest/gtest.h>

namespace postlint {
namespace {

std::string identity(Identity kind, std::string_view words) {
  Rule rule;
  rule.identity = kind;
  return identity_of(rule, words, People());
}

TEST(Identity, OfWordsIsTheirLettersAndDigits) {
  EXPECT_EQ(identity(Identity::words, "NL91 ABNA 0417.1643-00"), "nl91abna0417164300");
  EXPECT_EQ(identity(Identity::words, "Sanne@Voorbeeld.nl"),
            identity(Identity::words, "sanne@voorbeeld.NL"));
  EXPECT_EQ(identity(Identity::words, "Caf\u00e9"), "cafe");
  EXPECT_EQ(identity(Identity::none, "iets"), "");
}

TEST(Identity, OfAPhoneNumberKnowsTheCountry) {
  const std::string number = identity(Identity::phone, "0612345678");
  for (const char* same :
       {"06-12345678", "06 1234 5678", "+31 6 12345678", "0031612345678", "+31 (0)6 12 34 56 78"}) {
    EXPECT_EQ(identity(Identity::phone, same), number) << same;
  }
  EXPECT_NE(identity(Identity::phone, "0687654321"), number);
  EXPECT_EQ(identity(Identity::phone, "nul zes twaalf"),
            identity(Identity::phone, "Nul Zes twaalf"));
}

struct PeopleCase {
  std::vector<const char*> names;  // all that the draft holds
  const char* asked;
  const char* person;
};

TEST(People, AreKnownByAPartOfTheirName) {
  const PeopleCase cases[] = {
      {{"Sanne"}, "Sanne", "sanne"},
      {{"Sanne", "Sanne de Vries"}, "Sanne", "sanne de vries"},
      {{"Sanne", "Sanne de Vries"}, "Sanne de Vries", "sanne de vries"},
      {{"SANNE", "Sanné de Vries"}, "SANNE", "sanne de vries"},
      {{"De Vries", "Sanne de Vries"}, "De Vries", "sanne de vries"},
      {{"Vries", "Sanne de Vries"}, "Vries", "sanne de vries"},
      {{"S. de Vries", "Sanne de Vries"}, "S. de Vries", "sanne de vries"},
      {{"Emma's"}, "Emma's", "emma"},
      {{"Thijs\u2019", "Thijs Bakker"}, "Thijs\u2019", "thijs bakker"},
      {{"Jan", "Jan de Boer", "Jan de Boer Smit"}, "Jan", "jan de boer smit"},
      // Two who could be meant, and nobody is.
      {{"Sanne", "Sanne de Vries", "Sanne Bakker"}, "Sanne", "sanne"},
      {{"De Vries", "Sanne de Vries", "Tom de Vries"}, "De Vries", "de vries"},
      {{"S. de Vries", "Sanne de Vries", "Sem de Vries"}, "S. de Vries", "s de vries"},
      {{"Jan", "Jan Bos", "Piet Jan"}, "Jan", "jan"},
      // Parts of words are no parts of names.
      {{"Han", "Hans Bakker"}, "Han", "han"},
      {{"Anne", "Anne-Fleur Kok"}, "Anne", "anne"},
      {{"Ivan Łukasz", "Łukasz"}, "Łukasz", "ivan lukasz"},
      {{"...", "Sanne"}, "...", ""},
  };
  for (const PeopleCase& it : cases) {
    People people;
    for (const char* name : it.names) people.add(name);
    EXPECT_EQ(people.person_of(it.asked), it.person) << it.asked;
  }
}

}  // namespace
}  // namespace postlint
