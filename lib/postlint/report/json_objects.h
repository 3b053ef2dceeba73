// Parts of JSON reports that more than one of them has.
#pragma once

#include <string_view>

#include <nlohmann/json.hpp>

#include "postlint/report/report.h"

namespace postlint {

using Json = nlohmann::ordered_json;  // fields in the order of the contract

Json text_or_null(std::string_view text);

// One finding in `text`. `place` holds the fields that say where it is; they stand after the
// confidence.
Json finding_object(const Finding& finding, std::string_view text, const Json& place,
                    const ReportStyle& style);

// Appends an object as one line, with its line end; invalid UTF-8 becomes U+FFFD.
void append_json_line(const Json& object, std::string& out);

}  // namespace postlint
