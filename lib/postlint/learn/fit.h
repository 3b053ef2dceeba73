// Fits a rule book's learned patterns to annotated posts (detect/learned/model.h): L2-regularised
// logistic regression by liblinear (R.-E. Fan et al., LIBLINEAR: A Library for Large Linear
// Classification, JMLR 9, 2008). The same posts and rules give the same model.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "postlint/detect/rule_book.h"
#include "postlint/eval/gold.h"
#include "postlint/policy/policy.h"

namespace postlint {

// Posts of one kind of origin.
struct PostSet {
  std::vector<GoldRecord> posts;
  // Whoever wrote the rules' phrases had read these: they teach words, but say nothing about how
  // well the phrases do.
  bool known_to_rules = false;
};

// How one rule fares on posts held out from fitting, in turn. A sentence, or a draft, is one thing.
struct HeldOutFigures {
  std::string rule;
  std::size_t marked = 0;
  std::size_t reported = 0;
  std::size_t right = 0;
  std::size_t own_reported = 0;  // by the rule's phrases alone
  std::size_t own_right = 0;
};

struct FitReport {
  std::vector<HeldOutFigures> rules;
  std::size_t posts = 0, sentences = 0, features = 0;
};

// Replaces the model of `book`, which is finished. Rules with fewer than 20 marks in posts learn
// nothing: their phrases stand as they are. `policy` completes the posts' contexts.
FitReport fit(RuleBook& book, const Policy& policy, std::span<const PostSet> sets);

}  // namespace postlint
