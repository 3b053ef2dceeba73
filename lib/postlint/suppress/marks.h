// Marks in the comments of a text that has comments, Markdown and HTML:
//
//   <!-- postlint-allow personal-data/person-name: Sanne is de auteur -->
//   Het boek van Sanne is uit.
//
// A mark lifts findings of its rules (one, or several with commas; "personal-data/*") in the line
// it stands in; one that stands alone, those in the lines after it up to a blank one. It must say
// why. Marks count in files of one's own alone (suppress/may_stand.h): never in what comes from
// elsewhere, where they would let a message bring its own excuses. For other texts there are side
// files.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/base/error.h"
#include "postlint/rules/finding.h"

namespace postlint {

struct Mark {
  std::vector<std::string> rules;
  std::string reason;
  Span covers;  // bytes of the text
  std::uint32_t line = 0;
};

// True for names of files whose format has comments: .md, .markdown, .html, .htm, .xhtml.
bool may_hold_marks(std::string_view file);

// The marks in `text`. What is wrong with them goes to `errors`, under the name `file`: a mark that
// does not say why, or names no rule of `known` or one of `locked`; such a mark is left out.
std::vector<Mark> find_marks(std::string_view text, const std::string& file,
                             std::span<const Rule> known, std::span<const std::string> locked,
                             Errors& errors);

// Moves what marks lift to report.suppressed, and sets the verdict anew.
void lift_marked(std::span<const Mark> marks, const std::string& file,
                 std::span<const std::string> locked, Report& report);

}  // namespace postlint
