#include "draft_options.h"

#include <algorithm>

#include "postlint/config/keys.h"

namespace postlint::cli {

void DraftOptions::declare(CommandLine& line) {
  line.add_text("--fail-on", fail_on_, "help.fail-on");
  line.add_text("--role", role_, "help.role");
  line.add_text("--account", account_, "help.account");
  line.add_text("--channel", channel_, "help.channel");
  line.add_text("--audience", audience_, "help.audience");
  line.add_text("--protocol", protocol_, "help.protocol");
  for (const char* key : {"fail-on", "role", "account", "channel", "audience"}) {
    line.set_choices(std::string("--") + key, config_shape().find(key)->choices);
  }
  config_.declare(line);
}

std::optional<ConfigRequest> DraftOptions::read(const CommandLine& line) const {
  const Language language = line.language();
  std::vector<Entry> entries;
  bool good = true;
  const auto read_one = [&](const char* key, const std::string& value) {
    if (value.empty()) return;
    const std::string option = std::string("--") + key;
    const auto choices = config_shape().find(key)->choices;
    if (!choices.empty() && std::find(choices.begin(), choices.end(), value) == choices.end()) {
      complain(unknown_value(option, value, choices), language);
      good = false;
    }
    entries.push_back({"", key, value, {Origin::Kind::option, option, 0, 0}});
  };
  read_one("fail-on", fail_on_);
  read_one("role", role_);
  read_one("account", account_);
  read_one("channel", channel_);
  read_one("audience", audience_);
  read_one("protocol", protocol_);
  auto request = config_.request(std::move(entries), line);
  return good ? std::move(request) : std::nullopt;
}

}  // namespace postlint::cli
