// The subcommands, one file each. A new one is a file, a line here and a line in main.cc.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/base/language.h"

namespace postlint::cli {

using Arguments = std::vector<std::string>;

// The same for every subcommand.
enum ExitStatus : int {
  kClean = 0,     // all done, nothing to say
  kFindings = 1,  // all done, there is something to say
  kTrouble = 2,   // could not do the whole job, whatever else was found
};

// Each takes the arguments after its name, and the language to speak until --lang is read.
int run_check(const Arguments& arguments, Language language);
int run_config(const Arguments& arguments, Language language);
int run_rules(const Arguments& arguments, Language language);
int run_eval(const Arguments& arguments, Language language);
int run_protocols(const Arguments& arguments, Language language);
int run_guard(const Arguments& arguments, Language language);
int run_fix(const Arguments& arguments, Language language);
int run_hook(const Arguments& arguments, Language language);
int run_scan(const Arguments& arguments, Language language);
int run_baseline(const Arguments& arguments, Language language);
int run_help(const Arguments& arguments, Language language);

// All of them, as they are typed.
std::span<const std::string_view> command_names();
// `name` is one of them.
int run_command(std::string_view name, const Arguments& arguments, Language language);

}  // namespace postlint::cli
