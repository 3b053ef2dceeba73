// How wide text is on a terminal.
#pragma once

#include <cstddef>
#include <string_view>

namespace postlint {

// Columns that `text` (one line, any UTF-8) takes on a terminal with a fixed-width font: East Asian
// wide and full-width characters and emoji sequences count two (UAX #11), combining marks and
// format characters none, control characters and invalid bytes one (they are shown as one mark). A
// tab counts one: reports print it as a space.
std::size_t display_width(std::string_view text);

}  // namespace postlint
