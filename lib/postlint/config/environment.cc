#include "postlint/config/environment.h"

#include <algorithm>
#include <filesystem>
#include <string_view>

#include <fmt/format.h>

#include "postlint/base/nearest.h"
#include "postlint/config/keys.h"

namespace postlint {
namespace {

constexpr const char* kFile = "postlint/postlint.toml";
constexpr std::string_view kPrefix = "POSTLINT_";
// Those that set no key of a file: where files are, the key of pseudonyms, and what guard does.
constexpr const char* kOtherVariables[] = {"POSTLINT_CONFIG", "POSTLINT_SYSTEM_CONFIG",
                                           "POSTLINT_DATA", "POSTLINT_KEY_FILE",
                                           "POSTLINT_CONFIRM"};

std::string value_of(const Variables& variables, const char* name) {
  const char* value = variables(name);
  return value == nullptr ? std::string() : std::string(value);
}

std::string absolute_or_nothing(const std::string& path) {
  return path.starts_with('/') ? path : std::string();
}

bool check_choice(const KeyShape& key, const std::string& variable, const std::string& value,
                  Errors& errors) {
  const auto& names = key.choices;
  if (names.empty() || std::find(names.begin(), names.end(), value) != names.end()) return true;
  errors.push_back({"",
                    0,
                    0,
                    {"toml.unknown-value",
                     {{"key", variable},
                      {"value", value},
                      {"hint", nearest_name(value, names)},
                      {"choices", fmt::format("{}", fmt::join(names, ", "))}}}});
  return false;
}

// A list in a variable has ":" between its items, as PATH has.
void add_entries(const KeyShape& key, const std::string& variable, std::string_view value,
                 Layer& layer) {
  const bool is_list = (key.kinds & kList) != 0;
  while (!value.empty()) {
    const std::size_t end = is_list ? std::min(value.find(':'), value.size()) : value.size();
    const Origin origin{Origin::Kind::environment, variable, 0, 0};
    if (end > 0)
      layer.entries.push_back(
          {"", std::string(key.name), std::string(value.substr(0, end)), origin});
    value.remove_prefix(std::min(end + 1, value.size()));
  }
}

}  // namespace

ConfigPlaces config_places(const Variables& variables) {
  ConfigPlaces places;
  const std::string system = value_of(variables, "POSTLINT_SYSTEM_CONFIG");
  places.system = system.empty() ? std::string("/etc/") + kFile : absolute_or_nothing(system);
  const std::string configured = absolute_or_nothing(value_of(variables, "XDG_CONFIG_HOME"));
  const std::string home = absolute_or_nothing(value_of(variables, "HOME"));
  if (!configured.empty()) {
    places.user = configured + "/" + kFile;
  } else if (!home.empty()) {
    places.user = home + "/.config/" + kFile;
  }
  places.named = value_of(variables, "POSTLINT_CONFIG");
  return places;
}

Layer environment_layer(const Variables& variables, Errors& errors) {
  Layer layer;
  for (const std::string_view name : environment_keys()) {
    const KeyShape& key = *config_shape().find(name);
    const std::string variable = variable_of(name);
    const std::string value = value_of(variables, variable.c_str());
    if (!value.empty() && check_choice(key, variable, value, errors))
      add_entries(key, variable, value, layer);
  }
  return layer;
}

std::vector<Message> unknown_variables(std::span<const std::string> names) {
  std::vector<std::string> known(std::begin(kOtherVariables), std::end(kOtherVariables));
  for (const std::string_view key : environment_keys()) known.push_back(variable_of(key));
  std::vector<Message> messages;
  for (const std::string& name : names) {
    if (!name.starts_with(kPrefix)) continue;
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    messages.push_back(
        {"config.unknown-variable", {{"variable", name}, {"hint", nearest_name(name, known)}}});
  }
  return messages;
}

}  // namespace postlint
