// Teaches the rules that come with postlint from the posts that come with it.
#pragma once

#include <filesystem>
#include <vector>

#include "postlint/base/error.h"
#include "postlint/detect/rule_book.h"
#include "postlint/learn/fit.h"
#include "postlint/policy/policy.h"

namespace postlint {

// The posts of a folder: FOLDER/known/*.jsonl were read by those who wrote rules,
// FOLDER/new/*.jsonl were not (PostSet). What is wrong with any of them is appended to `errors`. A
// folder that is not there has no posts.
std::vector<PostSet> read_posts(const std::filesystem::path& folder, const RuleBook& book,
                                std::vector<Error>& errors);

// Which lists and findings features are made of.
FeatureSpec feature_spec(const RuleBook& book);

}  // namespace postlint
