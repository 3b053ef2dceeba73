// A text, and whether a check holds it for what it looks like: the tables of the tests of checks.
// All numbers in them are made up, or are the test numbers of those who give such numbers out.
#pragma once

#include <ostream>

#include <gtest/gtest.h>

namespace postlint::test {

struct Check {
  const char* validator;  // by its name in the table of validators.cc
  const char* text;
  bool holds;
};

inline std::ostream& operator<<(std::ostream& out, const Check& check) {
  return out << check.validator << " " << check.text;
}

// Judges each (validators_test.cc).
class Validators : public testing::TestWithParam<Check> {};

}  // namespace postlint::test
