// What stands around a candidate changes how sure it is.
#include "postlint/detect/evidence.h"

#include <gtest/gtest.h>

#include "unit/support.h"

namespace postlint {
namespace {

struct Case {
  const char* name;
  const char* context;  // lines of the pattern
  const char* text;
  bool is_reported;
};

class Evidence : public testing::TestWithParam<Case> {};

TEST_P(Evidence, DecidesWhetherItIsReported) {
  const Case& it = GetParam();
  const RuleBook book = test::rules_from(
      test::rule_with("kind = \"phrase\"\nmatch = \"koe\"\n" + std::string(it.context)));
  EXPECT_EQ(!test::reported(book, it.text).empty(), it.is_reported);
}

constexpr const char* kRaise =
    "confidence = 0.3\nraise = { words = [\"dom\"], window = 2, to = 0.9 }";
constexpr const char* kRaiseBefore =
    "confidence = 0.3\nraise = { words = [\"dom\"], window = 2, to = 0.9, side = \"before\" }";
constexpr const char* kLower = "lower = { words = [\"niet\"], window = \"sentence\", to = 0.1 }";
constexpr const char* kVeto = "veto = { words = [\"wei bij\"], window = 3 }";
constexpr const char* kNeeds = "needs = { words = [\"[first-names]\"], window = \"nearby\" }";
constexpr const char* kInside =
    "lower = { words = [\"<quotation>\"], window = \"inside\", to = 0.1 }";
constexpr const char* kDraft = "veto = { words = [\"boer\"], window = \"draft\" }";

INSTANTIATE_TEST_SUITE_P(
    All, Evidence,
    testing::Values(Case{"raise_missing", kRaise, "een koe daar", false},
                    Case{"raise_before", kRaise, "dom, zo'n koe", true},
                    Case{"raise_after", kRaise, "een koe is dom", true},
                    Case{"raise_just_in_window", kRaise, "dom een koe", true},
                    Case{"raise_out_of_window", kRaise, "dom zo een koe", false},
                    Case{"raise_on_one_side", kRaiseBefore, "een koe is dom", false},
                    Case{"whole_words_only", kRaise, "een domme koe", false},
                    Case{"lower_in_sentence", kLower, "Dat is een koe van ons of niet.", false},
                    Case{"lower_in_other_sentence", kLower, "Dat is een koe. Of niet.", true},
                    Case{"veto_of_two_words", kVeto, "de wei bij de koe", false},
                    Case{"veto_absent", kVeto, "de wei, de koe", true},
                    Case{"needs_missing", kNeeds, "Een koe.", false},
                    Case{"needs_in_next_sentence", kNeeds, "Een koe. Van Sanne.", true},
                    Case{"needs_too_far", kNeeds, "Een koe. Ja. Van Sanne.", false},
                    Case{"inside_quotation", kInside, "hij riep \"domme koe\" tegen haar", false},
                    Case{"outside_quotation", kInside, "hij riep \"ja\" tegen de koe", true},
                    Case{"draft_wide", kDraft, "Een koe.\n\nHeel veel later: de boer.", false}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace postlint
