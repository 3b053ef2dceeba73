#include "config/init.h"

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <map>

#include <fmt/format.h>
#include <unistd.h>

#include "postlint/base/nearest.h"
#include "postlint/config/keys.h"
#include "postlint/report/messages.h"
#include "setup.h"

namespace postlint::cli {
namespace {

constexpr const char* kDefaultFile = "postlint.toml";
constexpr std::string_view kQuestions[] = {"role", "protocol", "account", "channel", "audience"};

// Asks, and writes down what was answered. No value here needs escaping in TOML but a file's name,
// which is checked before.
class FirstConfig {
 public:
  FirstConfig(Language language, std::vector<std::string> protocols, const Layer& options)
      : language_(language), protocols_(std::move(protocols)) {
    for (const Entry& entry : options.entries) {
      std::string& value = values_[entry.key];
      value += (value.empty() ? "\"" : ", \"") + entry.value + "\"";
    }
  }

  // False if the answers ended before the questions did.
  bool ask_for_the_rest() {
    std::fputs((format_message("config.init.greeting", language_) + "\n").c_str(), stderr);
    return std::all_of(std::begin(kQuestions), std::end(kQuestions),
                       [&](std::string_view key) { return values_.contains(key) || ask(key); });
  }

  std::string text() const {
    std::string out = "# " + format_message("config.init.heading", language_) + "\n";
    for (const std::string_view key :
         {"role", "protocol", "account", "channel", "audience", "lang", "fail-on"}) {
      const KeyShape& shape = *config_shape().find(key);
      out += "\n# " + format_message(about_key(config_shape(), shape), language_) + "\n";
      const auto value = values_.find(key);
      if (value != values_.end()) out += fmt::format("{} = {}\n", key, value->second);
      if (value == values_.end()) out += fmt::format("# {} = \"{}\"\n", key, example_of(key));
    }
    for (const std::string_view key : {"patterns", "dictionaries", "protocols"}) {
      const auto files = values_.find(key);
      if (files != values_.end()) out += fmt::format("\n{} = [{}]\n", key, files->second);
    }
    return out;
  }

 private:
  std::vector<std::string_view> choices(std::string_view key) const {
    if (key == "protocol") return {protocols_.begin(), protocols_.end()};
    const auto names = config_shape().find(key)->choices;
    return {names.begin(), names.end()};
  }

  std::string_view example_of(std::string_view key) const {
    return default_of(key).empty() ? choices(key).front() : default_of(key);
  }

  // Until there is an answer that can be used; none at all leaves it open.
  bool ask(std::string_view key) {
    const std::vector<std::string_view> names = choices(key);
    const std::string about =
        format_message(about_key(config_shape(), *config_shape().find(key)), language_);
    const std::string question =
        fmt::format("\n{}\n  {}\n{} > ", about, fmt::join(names, ", "), key);
    for (std::string answer;;) {
      std::fputs(question.c_str(), stderr);
      if (!std::getline(std::cin, answer)) return false;
      if (answer.empty()) return true;
      if (std::find(names.begin(), names.end(), answer) != names.end()) {
        values_[std::string(key)] = "\"" + answer + "\"";
        return true;
      }
      complain(unknown(key, answer, names), language_);
    }
  }

  static Message unknown(std::string_view key, const std::string& answer,
                         const std::vector<std::string_view>& names) {
    return {"toml.unknown-value",
            {{"key", std::string(key)},
             {"value", answer},
             {"hint", nearest_name(answer, names)},
             {"choices", fmt::format("{}", fmt::join(names, ", "))}}};
  }

  Language language_;
  std::vector<std::string> protocols_;
  std::map<std::string, std::string, std::less<>> values_;
};

}  // namespace

int write_first_config(const std::string& file, bool force, ConfigRequest request,
                       const CommandLine& line) {
  const Language language = line.language();
  const std::string path = file.empty() ? kDefaultFile : file;
  if (!force && ::access(path.c_str(), F_OK) == 0) {
    complain(Error{path, 0, 0, {"config.init.exists", {}}}, language);
    return kTrouble;
  }
  request.files = false;  // what is there now has no say in what will be
  const Layer options = request.options;
  Setups setups(std::move(request), language);
  const auto setup = setups.for_folder("");
  if (!setup) return kTrouble;
  FirstConfig config(language, setup->linter->protocols(), options);
  if (::isatty(STDIN_FILENO) == 1 && !config.ask_for_the_rest()) {
    complain(Message{"config.init.stopped", {}}, language);
    return kTrouble;
  }
  const int status = write_to(path, language, [&](Output& output) {
    output.write(config.text());
    return kClean;
  });
  if (status != kClean) return status;
  return write_to("", language, [&](Output& output) {
    output.write(format_message(Message{"config.init.done", {{"file", path}}}, language) + "\n");
    return kClean;
  });
}

}  // namespace postlint::cli
