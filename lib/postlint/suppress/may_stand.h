// What may stand in a draft: the one answer that check, fix, scan and guard act on.
//
//                              a file of one's own   from elsewhere
//   settings, consent register          yes                yes
//   side file                           yes                no
//   marks in Markdown and HTML          yes                no
//
// What comes from elsewhere, an export or a mail on its way, brings no excuses of its own. So check
// and fix ask own_may_stand(), scan and guard take what settings say.
#pragma once

#include <span>
#include <string>

#include "postlint/base/error.h"
#include "postlint/rules/rule.h"
#include "postlint/suppress/suppression_entries.h"

namespace postlint {

// A draft's side file lies beside it: "brief.txt.postlint.toml". It holds [[allow]] entries, so
// that no mark need stand in a text that is going to be published.
std::string side_file_of(const std::string& draft);

// What may stand in the draft in `file`, a path, its author's own; `settings` say the rest.
// `locked`: rules that settings or the draft's protocol lock, which neither side
// file nor mark lifts. What is wrong with the side file goes to `errors`; what is wrong with marks
// is known when the text is (Report::wrong_marks).
SuppressionEntries own_may_stand(const SuppressionEntries& settings, const std::string& file,
                                 std::span<const std::string> locked, std::span<const Rule> known,
                                 Errors& errors);

}  // namespace postlint
