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

struct FitReport {
  std::vector<HeldOutFigures> rules;
  std::size_t posts = 0, sentences = 0, features = 0;
};

struct Fitted {
  std::string model;  // the bytes of a model file (load/model_file.h)
  FitReport report;
};

// `book` is finished; what it learned before counts for nothing. Rules with fewer than 20 marks in
// posts learn nothing: their phrases stand as they are. `policy` completes the posts' contexts.
Fitted fit(const RuleBook& book, const Policy& policy, std::span<const PostSet> sets);

}  // namespace postlint
