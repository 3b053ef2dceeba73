// Options of every subcommand that checks drafts: who posts where, and what counts as trouble.
#pragma once

#include <string>

#include "command_line.h"
#include "postlint/report/text.h"
#include "postlint/rules/context.h"

namespace postlint::cli {

// The severity from which on findings make the status 1.
enum class FailOn { advice = 1, warning = 2, error = 3, never = 4 };

// --role, --account, --channel, --audience, --protocol, --fail-on.
class DraftOptions {
 public:
  void declare(CommandLine& line);

  // After parsing; reads all of them, so that every mistake is told at once. False after a
  // complaint.
  bool read(Language language);
  // The protocol's name can be checked once the linter is loaded. False after a complaint.
  bool protocol_is_known(const Linter& linter, Language language) const;

  const Context& context() const { return context_; }
  // True if these findings make the status 1.
  bool fails(const Tally& tally) const;
  // Findings of at least this severity do; with --fail-on never, nothing does.
  Severity least_that_fails() const;

 private:
  std::string fail_on_name_, role_, account_, channel_, audience_;
  Context context_;
  FailOn fail_on_ = FailOn::warning;
};

}  // namespace postlint::cli
