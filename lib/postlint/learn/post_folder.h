// The posts that come with postlint.
#pragma once

#include <filesystem>
#include <vector>

#include "postlint/base/error.h"
#include "postlint/detect/rule_book.h"
#include "postlint/learn/fit.h"

namespace postlint {

// The posts of a folder: FOLDER/known/*.jsonl were read by those who wrote rules,
// FOLDER/new/*.jsonl were not (PostSet). What is wrong with any of them is appended to `errors`.
std::vector<PostSet> read_posts(const std::filesystem::path& folder, const RuleBook& book,
                                std::vector<Error>& errors);

}  // namespace postlint
