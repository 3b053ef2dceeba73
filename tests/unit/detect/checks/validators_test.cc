#include "postlint/detect/checks/validators.h"

#include <string>

#include <gtest/gtest.h>

#include "unit/detect/checks/judged.h"

namespace postlint::test {
namespace {

TEST_P(Validators, Judge) {
  const Validator check = find_validator(GetParam().validator);
  ASSERT_NE(check, nullptr);
  const std::string text = GetParam().text;
  const Span all{0, static_cast<std::uint32_t>(text.size())};
  const auto valid = check(text, all);
  EXPECT_EQ(valid.has_value(), GetParam().holds);
}

TEST(ValidatorTable, IsSortedByName) {
  for (std::size_t i = 1; i < validators().size(); ++i) {
    EXPECT_LT(validators()[i - 1].name, validators()[i].name);
  }
}

}  // namespace
}  // namespace postlint::test
