#include "draft_options.h"

#include <algorithm>

namespace postlint::cli {
namespace {

std::optional<FailOn> fail_on_from(std::string_view name) {
  if (name == "never") return FailOn::never;
  const std::optional<Severity> severity = severity_from(name);
  if (!severity) return std::nullopt;
  return static_cast<FailOn>(*severity);
}

}  // namespace

void DraftOptions::declare(CommandLine& line) {
  line.add_text("--fail-on", fail_on_name_, "help.fail-on");
  line.add_text("--role", role_, "help.role");
  line.add_text("--account", account_, "help.account");
  line.add_text("--channel", channel_, "help.channel");
  line.add_text("--audience", audience_, "help.audience");
  line.add_text("--protocol", context_.protocol, "help.protocol");
}

bool DraftOptions::read(Language language) {
  static constexpr std::string_view kFailOn[] = {"error", "warning", "advice", "never"};
  bool good = true;
  const auto read_one = [&](auto option, const auto& value, auto names, auto from, auto& result) {
    good = read_choice(option, value, names, from, language, result) && good;
  };
  read_one("--fail-on", fail_on_name_, std::span<const std::string_view>(kFailOn), fail_on_from,
           fail_on_);
  read_one("--role", role_, role_names(), role_from, context_.role);
  read_one("--account", account_, account_names(), account_from, context_.account);
  read_one("--channel", channel_, channel_names(), channel_from, context_.channel);
  read_one("--audience", audience_, audience_names(), audience_from, context_.audience);
  return good;
}

bool DraftOptions::protocol_is_known(const Linter& linter, Language language) const {
  const std::string& protocol = context_.protocol;
  if (protocol.empty()) return true;
  const std::vector<std::string> known = linter.protocols();
  if (std::find(known.begin(), known.end(), protocol) != known.end()) return true;
  const std::vector<std::string_view> names(known.begin(), known.end());
  complain(unknown_value("--protocol", protocol, names), language);
  return false;
}

bool DraftOptions::fails(const Tally& tally) const {
  switch (fail_on_) {
    case FailOn::never:
      return false;
    case FailOn::error:
      return tally.errors > 0;
    case FailOn::warning:
      return tally.errors + tally.warnings > 0;
    case FailOn::advice:
      return tally.findings() > 0;
  }
  return true;
}

Severity DraftOptions::least_that_fails() const {
  return fail_on_ == FailOn::never ? Severity::error : static_cast<Severity>(fail_on_);
}

}  // namespace postlint::cli
