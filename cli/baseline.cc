// postlint baseline: remembers what is known of an archive, and forgets what is gone from it.

#include "scan/baseline.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>
#include <unistd.h>

#include "command_line.h"
#include "commands.h"
#include "postlint/base/nearest.h"
#include "postlint/report/messages.h"
#include "report_formats.h"
#include "scan/job.h"

namespace postlint::cli {
namespace {

constexpr const char* kName = "postlint baseline";
constexpr std::string_view kActions[] = {"create", "prune"};

struct BaselineCommand {
  std::string action;
  bool force = false;
  ScanOptions options;
  BaselineOptions baseline;
};

std::optional<Message> problem_with(const BaselineCommand& command) {
  const auto missing = [](const char* argument) {
    return Message{"cli.missing-argument", {{"argument", argument}, {"command", kName}}};
  };
  if (command.action.empty()) return missing("ACTION");
  if (std::find(std::begin(kActions), std::end(kActions), command.action) == std::end(kActions)) {
    return Message{"cli.unknown-command",
                   {{"value", command.action},
                    {"hint", nearest_name(command.action, kActions)},
                    {"choices", fmt::format("{}", fmt::join(kActions, ", "))}}};
  }
  if (!command.baseline.given()) return missing("--baseline");
  return std::nullopt;
}

// One run of the subcommand.
class BaselineRun {
 public:
  BaselineRun(const BaselineCommand& command, const Setup& setup, Language language)
      : command_(command), setup_(setup), language_(language) {}

  int create(Output& output) {
    if (!command_.force && std::filesystem::exists(path()))
      return fail({path(), 0, 0, {"baseline.exists", {}}});
    const auto key = read_or_create_key();
    if (!key) return fail(key.error());
    const auto found = scan(*key);
    if (!found) return kTrouble;
    const auto written = found->write(path());
    if (!written) return fail(written.error());
    return tell(output, {"baseline.created", {{"count", size_of(*found)}, {"path", path()}}});
  }

  int prune(Output& output) {
    const auto key = command_.baseline.key_path().and_then(BaselineKey::read);
    if (!key) return fail(key.error());
    auto known = Baseline::read(path(), *key);
    if (!known) return fail(known.error());
    const auto found = scan(*key);
    if (!found) return kTrouble;
    Baseline gone = *known;
    gone.subtract(*found);
    known->subtract(gone);
    const auto written = known->write(path());
    if (!written) return fail(written.error());
    return tell(output, {"baseline.pruned", {{"count", size_of(gone)}, {"left", size_of(*known)}}});
  }

 private:
  const std::string& path() const { return command_.baseline.path(); }
  static std::int64_t size_of(const Baseline& baseline) {
    return static_cast<std::int64_t>(baseline.size());
  }

  int fail(const Errors& errors) const {
    complain(errors, language_);
    return kTrouble;
  }
  int fail(Error error) const { return fail(Errors{std::move(error)}); }

  int tell(Output& output, const Message& message) const {
    output.write(format_message(message, language_) + "\n");
    return kClean;
  }

  Result<BaselineKey> read_or_create_key() const {
    const Result<std::string> path = command_.baseline.key_path();
    if (!path) return tl::unexpected<Errors>(path.error());
    if (std::filesystem::exists(*path)) return BaselineKey::read(*path);
    auto key = BaselineKey::create(*path);
    if (key) complain(Message{"baseline.new-key", {{"path", *path}}}, language_);
    return key;
  }

  // All findings of the archive. Nothing after a complaint: of an archive that was read in part
  // nobody knows what is gone from it.
  std::optional<Baseline> scan(const BaselineKey& key) const {
    ScanJob job(command_.options, language_);
    if (!job.find_sources()) return std::nullopt;
    Baseline found(key);
    const auto sift = [&](CheckedBatch& batch) { remember(batch, key, found); };
    const ReportStyle style;
    const BatchChecker checker(setup_, {.suppressions = setup_.suppressions, .today = today()});
    const BatchWriter writer(no_form(), style, nullptr);
    auto nowhere = Output::open("/dev/null");
    if (!nowhere) return std::nullopt;
    ScanOutput messages(no_form(), *nowhere, style,
                        ::isatty(STDERR_FILENO) == 1 ? job.bytes_in_all() : 0);
    job.run({*setup_.linter, checker, sift, writer}, messages);
    messages.end();
    if (!job.is_incomplete(messages.totals())) return found;
    complain(Message{"baseline.incomplete", {}}, language_);
    return std::nullopt;
  }

  const BaselineCommand& command_;
  const Setup& setup_;
  Language language_;
};

}  // namespace

int run_baseline(const Arguments& arguments, Language language) {
  CommandLine line(kName, "help.baseline", language);
  BaselineCommand command;
  line.add_text("ACTION", command.action, "help.baseline.action");
  line.set_choices("ACTION", kActions);
  command.options.declare(line);
  command.baseline.declare(line);
  line.add_flag("--force", command.force, "help.baseline.force");
  line.set_footer("help.baseline.footer");
  if (const auto status = line.parse(arguments)) return *status;
  if (const auto problem = problem_with(command)) {
    complain(*problem, line.language());
    return kTrouble;
  }
  auto request = command.options.read(line, kName);
  if (!request) return kTrouble;
  Setups setups(std::move(*request), line.language());
  const auto setup = setups.for_folder("");
  if (!setup) return kTrouble;
  const Language spoken = setup->settings("-").language.value_or(line.language());
  return write_to(line.output_path(), spoken, [&](Output& output) {
    BaselineRun run(command, *setup, spoken);
    return command.action == "create" ? run.create(output) : run.prune(output);
  });
}

}  // namespace postlint::cli
