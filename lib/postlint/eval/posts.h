// Annotated posts to learn from: what a careful reader would point out, marked in the text.
//
//   {"id":"…","text":"⟦person-name|Sanne⟧ is ⟦health|ziek⟧","role":"parent","document":["…"]}
//
// One JSON object a line. A mark names a rule without its family, or several:
// "rule-a+rule-b|words".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "postlint/base/result.h"
#include "postlint/eval/gold.h"

namespace postlint {

// Reads a file of such posts. `rules`: ids of all rules there are. `file` names it in errors, all
// at once, with their line: what read_gold() refuses, a mark that does not close or that names no
// rule.
Result<std::vector<GoldRecord>> read_marked_posts(std::string_view jsonl, const std::string& file,
                                                  const std::vector<std::string>& rules);

// Reads either kind of annotated posts: these where `file` ends in ".marked.jsonl", else gold.
Result<std::vector<GoldRecord>> read_annotated_posts(std::string_view jsonl,
                                                     const std::string& file,
                                                     const std::vector<std::string>& rules);

}  // namespace postlint
