// What rules learned, as a file: "model.dat", or one of the user's own (`postlint train`). It holds
// weights of hashed features and figures, no text of posts.
//
//   "PLMODEL1" | sizes of the three parts that follow, and 0: 4 bytes each
//   heads in JSON, with blanks up to a multiple of 4
//   weights of sentence heads, weights of draft heads (detect/learned/weight_table.h)
//
// Heads name their rules by id and features come from names of word lists, so that a model outlives
// a change of either: what is no longer there is left out.
#pragma once

#include <string>
#include <string_view>

#include "postlint/base/result.h"
#include "postlint/detect/rule_book.h"

namespace postlint {

// The parts of a model that are not views yet.
struct ModelParts {
  std::vector<LearnedHead> sentence_heads, draft_heads;  // with the rules' ids in their figures
  std::string sentence_weights, draft_weights;
  std::size_t posts = 0;
};

std::string write_model(const ModelParts& parts);

// `bytes` must begin at a multiple of 4 and outlive the model, which is a view of them. `file`
// names them in errors: no model, of another version, cut short. Rules that `book` does not have
// are left out.
Result<LearnedModel> read_model(std::string_view bytes, const RuleBook& book,
                                const std::string& file);

}  // namespace postlint
