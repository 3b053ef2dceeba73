// postlint fix: a draft in, the same draft out without what had better not be in it.

#include <algorithm>
#include <cstdlib>
#include <optional>

#include <sys/stat.h>

#include "command_line.h"
#include "commands.h"
#include "fix_run.h"
#include "setup.h"
#include "streams.h"

namespace postlint::cli {
namespace {

constexpr const char* kName = "postlint fix";

void declare(CommandLine& line, FixCommand& command) {
  line.add_list("FILE", command.files, "help.fix.files");
  line.add_list("--rules", command.rules, "help.fix.rules");
  line.add_flag("--pseudonyms", command.pseudonyms, "help.fix.pseudonyms");
  line.add_text("--key-file", command.key_file, "help.fix.key-file");
  line.add_flag("--add-statement", command.add_statement, "help.fix.add-statement");
  line.add_flag("--diff", command.diff, "help.fix.diff");
  line.add_flag("-i,--in-place", command.in_place, "help.fix.in-place");
  command.draft.declare(line);
  line.set_footer("help.fix.footer");
}

// What makes no sense together; nothing if all is well.
std::optional<Error> problem_with(const FixCommand& command, const CommandLine& line) {
  const bool to_output = !line.output_path().empty();
  const bool is_standard_input =
      std::find(command.files.begin(), command.files.end(), "-") != command.files.end();
  if ((command.diff && command.in_place) || (command.in_place && to_output))
    return Error{"", 0, 0, {"fix.one-way", {}}};
  if (command.in_place && is_standard_input) return Error{"-", 0, 0, {"fix.no-file", {}}};
  if (command.files.size() > 1 && !command.diff && !command.in_place)
    return Error{"", 0, 0, {"fix.one-file", {}}};
  return std::nullopt;
}

// "a,b" twice -> "a", "b", "a", "b"
std::vector<std::string> separated(const std::vector<std::string>& lists) {
  std::vector<std::string> names;
  for (const std::string& list : lists) {
    for (std::size_t begin = 0; begin <= list.size();) {
      const std::size_t end = std::min(list.find(',', begin), list.size());
      if (end > begin) names.push_back(list.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  return names;
}

// The path of the key, from the option or the environment; empty: numbers instead of codes.
std::string key_path(const FixCommand& command) {
  const char* variable = std::getenv("POSTLINT_KEY_FILE");
  return command.key_file.empty() && variable != nullptr ? variable : command.key_file;
}

// The key is all bytes of the file but a line end after them, which editors add and take away.
Result<PseudonymKey> read_key(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0 && (status.st_mode & S_IROTH) != 0)
    return failure({path, 0, 0, {"fix.open-key", {}}});
  Result<Input> input = read_input(path);
  if (!input) return tl::unexpected<Errors>(input.error());
  while (input->text.ends_with('\n') || input->text.ends_with('\r')) input->text.pop_back();
  return PseudonymKey::from(std::move(input->text), path);
}

// The labels of a run; nothing but masks if none are asked for. Errors: those of the key.
Result<std::optional<Pseudonyms>> read_pseudonyms(const FixCommand& command) {
  if (!command.pseudonyms && command.key_file.empty()) return std::optional<Pseudonyms>();
  const std::string path = key_path(command);
  if (path.empty()) return Pseudonyms();
  Result<PseudonymKey> key = read_key(path);
  if (!key) return tl::unexpected<Errors>(key.error());
  return Pseudonyms(std::move(*key));
}

int fix_drafts(const FixCommand& command, const CommandLine& line, Setups& setups) {
  Result<std::optional<Pseudonyms>> pseudonyms = read_pseudonyms(command);
  if (!pseudonyms) {
    complain(pseudonyms.error(), line.language());
    return kTrouble;
  }
  const FixOutcome outcome = fix_all(command, line, setups, std::move(*pseudonyms));
  // Opened only now: the output may be the file that was read.
  return write_to(line.output_path(), line.language(), [&](Output& output) {
    output.write(outcome.output);
    return outcome.status;
  });
}

}  // namespace

int run_fix(const Arguments& arguments, Language language) {
  CommandLine line(kName, "help.fix", language);
  FixCommand command;
  declare(line, command);
  if (const auto status = line.parse(arguments)) return *status;
  auto request = command.draft.read(line);
  if (!request) return kTrouble;
  if (command.files.empty()) command.files.push_back("-");
  command.rules = separated(command.rules);
  if (const auto problem = problem_with(command, line)) {
    complain(*problem, line.language());
    return kTrouble;
  }
  Setups setups(std::move(*request), line.language());
  return fix_drafts(command, line, setups);
}

}  // namespace postlint::cli
