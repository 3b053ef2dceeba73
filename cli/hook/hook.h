// The places where postlint can stand before another program.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/base/result.h"

namespace postlint::cli {

// What a hook passes on to `postlint guard`, as words of a command line.
struct HookOptions {
  std::string program;               // this postlint, as an absolute path
  std::vector<std::string> options;  // "--role", "employee"
};

// One hook in the one place where it belongs for this user, folder and environment. What was there
// before is kept and still runs; remove() puts it back as it was.
class Hook {
 public:
  virtual ~Hook() = default;

  // The file that it is in, or would be.
  virtual const std::string& place() const = 0;
  virtual bool is_installed() const = 0;
  // Installs it, or installs it anew with other options. Errors: hook.*.
  virtual Result<void> install(const HookOptions& options) = 0;
  // Precondition: it is installed. Errors: hook.*.
  virtual Result<void> remove() = 0;
};

// "git-commit-msg", "git-send-email", "neomutt", "aerc", "msmtp", "sendmail".
std::span<const std::string_view> hook_names();

// Precondition: `name` is one of hook_names(). Errors, where there is no place for it:
// hook.no-program, hook.no-repository, hook.no-home, hook.no-settings.
Result<std::unique_ptr<Hook>> find_hook(std::string_view name);

}  // namespace postlint::cli
