// Telephone numbers, as the world writes them (ITU-T E.164).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace postlint {

// "06 - 12 34 56 78", "0031 6 12345678" and "+31 (0)6-12345678" are all "+31612345678": what has
// neither "+" nor "00" in front is Dutch. Numbers that are dialled in the Netherlands alone keep
// their digits: "0900-1234" is "09001234", "112" is "112". Nothing if there is no digit.
//
// Says nothing about whether such a number is given out.
std::optional<std::string> phone_key(std::string_view written);

// True for numbers that may be somebody's own: Dutch ones by the number plan (not 0800, 0900, 112),
// those of other countries by their calling code and the lengths that their numbers have.
bool is_phone_number(std::string_view written);

}  // namespace postlint
