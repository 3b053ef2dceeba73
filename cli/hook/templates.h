// What hooks write down; the files of cli/hooks, built in.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace postlint::cli {

// Precondition: there is a file of that name in cli/hooks.
std::string_view hook_template(std::string_view name);

// Puts values in the place of "@POSTLINT@", "@REAL@", ...
using HookValues = std::vector<std::pair<std::string_view, std::string>>;
std::string fill_in(std::string_view text, const HookValues& values);

}  // namespace postlint::cli
