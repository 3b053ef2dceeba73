// postlint config: what is set, where that was done, and whether it is right.

#include <fmt/format.h>

#include "command_line.h"
#include "commands.h"
#include "config/init.h"
#include "config/show.h"
#include "draft_options.h"
#include "postlint/config/keys.h"
#include "postlint/policy/protocol_shape.h"
#include "postlint/report/json_schema.h"
#include "postlint/report/messages.h"
#include "postlint/report/printable.h"
#include "postlint/rules/pattern_shape.h"
#include "setup.h"

namespace postlint::cli {
namespace {

constexpr const char* kName = "postlint config";
constexpr std::string_view kActions[] = {"show", "check", "init", "schema"};

struct ConfigCommand {
  std::string action = "show";
  std::string file;
  bool force = false;
  DraftOptions draft;
};

int show(const ConfigCommand& command, Setups& setups, const CommandLine& line) {
  const std::string file = command.file.empty() ? "-" : command.file;
  const auto setup = setups.for_file(file);
  if (!setup) return kTrouble;
  const Language language = setup->settings(file).language.value_or(line.language());
  return write_to(line.output_path(), line.language(), [&](Output& output) {
    output.write(shown_settings(*setup->config, setup->entries(file), language));
    return kClean;
  });
}

// Names the files that were read: who looks for a setting sees where it may be.
int check(const ConfigCommand& command, ConfigRequest request, const CommandLine& line) {
  if (!command.file.empty()) request.places.named = command.file;
  Setups setups(std::move(request), line.language());
  const auto setup = setups.for_folder("");
  if (!setup) return kTrouble;
  const Language language = setup->settings("-").language.value_or(line.language());
  std::vector<std::string> files;
  for (const Layer& layer : setup->config->layers()) {
    if (!layer.file.empty()) files.push_back(printable(layer.file));
  }
  const Message message{"config.right",
                        {{"count", static_cast<std::int64_t>(files.size())},
                         {"files", fmt::format("{}", fmt::join(files, ", "))}}};
  return write_to(line.output_path(), line.language(), [&](Output& output) {
    output.write(format_message(message, language) + "\n");
    return kClean;
  });
}

int schema(const ConfigCommand& command, const CommandLine& line) {
  static constexpr std::string_view kFiles[] = {"config", "patterns", "protocols"};
  if (!command.file.empty()) {
    if (const auto problem = unknown_action(kFiles, command.file)) {
      complain(*problem, line.language());
      return kTrouble;
    }
  }
  const TableShape& shape = command.file == "patterns"    ? pattern_file_shape()
                            : command.file == "protocols" ? protocol_file_shape()
                                                          : config_shape();
  return write_to(line.output_path(), line.language(), [&](Output& output) {
    output.write(json_schema(shape, line.language()));
    return kClean;
  });
}

}  // namespace

int run_config(const Arguments& arguments, Language language) {
  CommandLine line(kName, "help.config", language);
  ConfigCommand command;
  line.add_text("ACTION", command.action, "help.config.action");
  line.add_text("FILE", command.file, "help.config.file");
  line.add_flag("--force", command.force, "help.config.force");
  command.draft.declare(line);
  line.set_choices("ACTION", kActions);
  line.set_footer("help.config.footer");
  if (const auto status = line.parse(arguments)) return *status;
  if (const auto problem = unknown_action(kActions, command.action)) {
    complain(*problem, line.language());
    return kTrouble;
  }
  auto request = command.draft.read(line);
  if (!request) return kTrouble;
  if (command.action == "schema") return schema(command, line);
  if (command.action == "init")
    return write_first_config(command.file, command.force, std::move(*request), line);
  if (command.action == "check") return check(command, std::move(*request), line);
  Setups setups(std::move(*request), line.language());
  return show(command, setups, line);
}

}  // namespace postlint::cli
