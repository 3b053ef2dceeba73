#include "config/options.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <tuple>
#include <utility>

#include <unistd.h>

namespace postlint::cli {

void ConfigOptions::declare(CommandLine& line) {
  line.add_list("--patterns", patterns_, "help.patterns");
  line.add_list("--words", words_, "help.words");
  line.add_list("--protocol-file", protocols_, "help.protocol-file");
  line.add_list("--consent", consents_, "help.consent");
  line.add_list("--allow-file", allow_files_, "help.allow-file");
  line.add_text("--config", file_, "help.config-file");
  line.add_flag("--no-config", none_, "help.no-config");
}

namespace {

std::vector<std::string> names_of_variables() {
  std::vector<std::string> names;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    const std::string_view text = *variable;
    names.emplace_back(text.substr(0, text.find('=')));
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

std::optional<ConfigRequest> ConfigOptions::request(std::vector<Entry> further,
                                                    const CommandLine& line) const {
  const Variables variables = [](const char* name) { return std::getenv(name); };
  for (const Message& message : unknown_variables(names_of_variables()))
    complain(message, line.language());
  Errors errors;
  ConfigRequest request;
  request.places = config_places(variables);
  request.environment = environment_layer(variables, errors);
  if (!file_.empty()) request.places.named = file_;
  request.files = !none_;
  request.options.entries = std::move(further);
  if (!line.lang_option().empty()) {
    request.options.entries.push_back(
        {"", "lang", line.lang_option(), {Origin::Kind::option, "--lang", 0, 0}});
  }
  for (const auto& [option, key, files] : {std::tuple{"--patterns", "patterns", &patterns_},
                                           {"--words", "dictionaries", &words_},
                                           {"--protocol-file", "protocols", &protocols_},
                                           {"--consent", "consent", &consents_},
                                           {"--allow-file", "allow-file", &allow_files_}}) {
    for (const std::string& file : *files)
      request.options.entries.push_back({"", key, file, {Origin::Kind::option, option, 0, 0}});
  }
  complain(errors, line.language());
  return errors.empty() ? std::optional(std::move(request)) : std::nullopt;
}

}  // namespace postlint::cli
