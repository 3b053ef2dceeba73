// A hook that is a program of its own: a git hook, or one that programs find before the real one.
#pragma once

#include "hook/hook.h"
#include "hook/templates.h"

namespace postlint::cli {

// The script stands at `path`; what stood there before stands beside it, as
// "commit-msg.before-postlint". `values` fill in its template, besides those of HookOptions.
std::unique_ptr<Hook> make_script_hook(std::string path, std::string_view template_name,
                                       HookValues values);

// Where the former file of a path is kept.
std::string kept_path(const std::string& path);

}  // namespace postlint::cli
