// The form in which entries and findings are compared. Private to the library.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace postlint {

// Which marks inside a word belong to it.
enum class InnerMarks { hyphens, none };

// The folded words of any text, without the marks between them: "Anne-Fleur d'Ancona-Smit" is
// {"anne-fleur", "d'ancona-smit"}, or with InnerMarks::none {"anne", "fleur", "d", ...}.
std::vector<std::string> comparable_words(std::string_view text, InnerMarks inner);

// The same as one string with single spaces; digits that separators divide are joined:
// "088 - 020 70 20" is "0880207020".
std::string comparable(std::string_view text);

// Letters and digits alone, folded: "NL91 ABNA 0417 ..." is "nl91abna0417...".
std::string comparable_code(std::string_view text);

}  // namespace postlint
