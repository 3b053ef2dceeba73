// postlint scan: exported chats, mails and tables in, what is the matter in them out.

#include <algorithm>
#include <charconv>
#include <chrono>
#include <iterator>
#include <thread>

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "command_line.h"
#include "commands.h"
#include "draft_options.h"
#include "postlint/report/messages.h"
#include "postlint/report/printable.h"
#include "scan_formats.h"
#include "scan_run.h"

namespace postlint::cli {
namespace {

std::vector<std::string_view> input_format_names() {
  std::vector<std::string_view> names;
  for (const Format* format : formats()) names.push_back(format->name);
  std::sort(names.begin(), names.end());
  return names;
}

std::optional<const Format*> input_format_from(std::string_view name) {
  const Format* format = find_format(name);
  return format == nullptr ? std::nullopt : std::optional(format);
}

std::optional<unsigned> jobs_from(std::string_view name) {
  constexpr unsigned kMost = 256;
  unsigned jobs = 0;
  const auto [end, problem] = std::from_chars(name.data(), name.data() + name.size(), jobs);
  const bool good = problem == std::errc() && end == name.data() + name.size();
  return good && jobs >= 1 && jobs <= kMost ? std::optional(jobs) : std::nullopt;
}

struct ScanCommand {
  std::string format_name, input_format_name, jobs_name;
  const ScanFormat* format = scan_formats().data();
  const Format* input_format = nullptr;
  unsigned jobs = std::max(std::thread::hardware_concurrency(), 1U);
  bool list = false, stats = false, allow_skipped = false, summary_only = false;
  DraftOptions draft;
  ReportStyle style;
  std::vector<std::string> paths;
};

void declare(CommandLine& line, ScanCommand& command) {
  line.add_list("PATH", command.paths, "help.scan.paths");
  line.add_text("-f,--format", command.format_name, "help.scan.format");
  line.add_text("--input-format", command.input_format_name, "help.scan.input-format");
  line.add_flag("--list", command.list, "help.scan.list");
  line.add_flag("--summary", command.summary_only, "help.scan.summary");
  line.add_flag("--stats", command.stats, "help.scan.stats");
  line.add_flag("--allow-skipped", command.allow_skipped, "help.scan.allow-skipped");
  line.add_text("-j,--jobs", command.jobs_name, "help.scan.jobs");
  line.set_choices("--format", scan_format_names());
  line.set_choices("--input-format", input_format_names());
  command.draft.declare(line);
  line.add_flag("--show-values", command.style.show_values, "help.show-values");
  line.set_footer("help.scan.footer");
}

std::optional<ConfigRequest> read_choices(const CommandLine& line, ScanCommand& command) {
  const Language language = line.language();
  static constexpr std::string_view kJobs[] = {"1", "2", "4"};
  const std::vector<std::string_view> inputs = input_format_names();
  bool good = read_choice("--format", command.format_name, scan_format_names(), scan_format_from,
                          language, command.format);
  good = read_choice("--input-format", command.input_format_name, inputs, input_format_from,
                     language, command.input_format) &&
         good;
  good = read_choice("--jobs", command.jobs_name, kJobs, jobs_from, language, command.jobs) && good;
  auto request = command.draft.read(line);
  return good ? std::move(request) : std::nullopt;
}

bool reads_lines_from_stdin(const ScanCommand& command) {
  return command.paths.size() == 1 && command.paths.front() == "-" &&
         command.input_format != nullptr && command.input_format->name == "jsonl";
}

// One scan, from its paths to its status.
class Scan {
 public:
  Scan(const ScanCommand& command, bool progress) : command_(command), progress_(progress) {}

  // False if nothing can be done at all.
  bool find_sources() {
    std::vector<std::string> paths = command_.paths;
    const auto standard = std::remove(paths.begin(), paths.end(), "-");
    reads_stdin_ = standard != paths.end();
    paths.erase(standard, paths.end());
    sources_ = list_sources(paths);
    complain(sources_.skipped, command_.style.language);
    trouble_ = !sources_.skipped.empty() && !command_.allow_skipped;
    return reads_stdin_ ? read_stdin() : true;
  }

  int list(Output& output) const {
    bool unknown = false;
    for (const SourceEntry& entry : sources_.entries) unknown = !list_one(entry, output) || unknown;
    return trouble_ || (unknown && !command_.allow_skipped) ? kTrouble : kClean;
  }

  int run(const Setup& setup, Output& output) {
    const auto start = std::chrono::steady_clock::now();
    const Linter& linter = *setup.linter;
    const BatchChecker checker(setup);
    const BatchWriter writer(shown_format(), command_.style);
    const ScanStages stages{linter, checker, writer};
    ScanOutput messages(shown_format(), output, command_.style, bytes_for_progress());
    if (reads_lines_from_stdin(command_)) {
      LineInput input(command_.input_format);
      check_batches([&] { return input.next(); }, stages, 1, messages);
    } else {
      ScanInput input(std::move(sources_.entries), command_.input_format);
      check_batches([&] { return input.next(); }, stages, command_.jobs, messages);
    }
    finish(messages.totals(), output);
    if (command_.stats) tell_stats(messages.totals(), start);
    return status_of(messages.totals());
  }

 private:
  // Standard input becomes a file like any other: formats are recognised by its first bytes.
  bool read_stdin() {
    if (reads_lines_from_stdin(command_)) return true;
    Result<Input> input = read_input("-");
    if (!input) {
      complain(input.error(), command_.style.language);
      return false;
    }
    SourceEntry entry;
    entry.name = kStandardInput;
    entry.size = input->text.size();
    entry.bytes = std::make_shared<const std::string>(std::move(input->text));
    const auto place = std::find(command_.paths.begin(), command_.paths.end(), "-");
    const bool first = place == command_.paths.begin();
    sources_.entries.insert(first ? sources_.entries.begin() : sources_.entries.end(), entry);
    return true;
  }

  bool list_one(const SourceEntry& entry, Output& output) const {
    const Result<OpenSource> opened = OpenSource::open(entry);
    if (!opened) {
      complain(opened.error(), command_.style.language);
      return false;
    }
    const Format* format =
        command_.input_format != nullptr ? command_.input_format : detect_format(opened->source());
    if (format == nullptr) {
      complain(Error{entry.name, 0, 0, {"scan.unknown-format", {}}}, command_.style.language);
      return false;
    }
    output.write(fmt::format("{}\t{}\n", format->name, printable(entry.name)));
    return true;
  }

  const ScanFormat& shown_format() const {
    return command_.summary_only && is_text() ? summary_format() : *command_.format;
  }

  bool is_text() const { return command_.format == scan_formats().data(); }

  std::uint64_t bytes_for_progress() const {
    std::uint64_t bytes = 0;
    if (!progress_) return 0;
    for (const SourceEntry& entry : sources_.entries) bytes += entry.size;
    return bytes;
  }

  void finish(const ScanTotals& totals, Output& output) const {
    const Language language = command_.style.language;
    if (totals.interrupted) complain(Message{"scan.interrupted", {}}, language);
    if (!is_text() || sources_.media == 0) return;
    const Message media{"scan.media", {{"count", static_cast<std::int64_t>(sources_.media)}}};
    output.write(format_message(media, language) + "\n");
  }

  void tell_stats(const ScanTotals& totals, std::chrono::steady_clock::time_point start) const {
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const double megabytes = static_cast<double>(totals.bytes) / 1e6;
    const Message message{
        "scan.stats",
        {{"messages", static_cast<std::int64_t>(totals.summary.tally().drafts)},
         {"findings", static_cast<std::int64_t>(totals.summary.tally().findings())},
         {"megabytes", fmt::format("{:.1f}", megabytes)},
         {"seconds", fmt::format("{:.2f}", seconds)},
         {"speed", fmt::format("{:.1f}", seconds > 0 ? megabytes / seconds : 0)}}};
    complain(message, command_.style.language);
  }

  int status_of(const ScanTotals& totals) const {
    if (trouble_ || totals.interrupted) return kTrouble;
    if (totals.trouble && !command_.allow_skipped) return kTrouble;
    return totals.fails ? kFindings : kClean;
  }

  const ScanCommand& command_;
  bool progress_;
  SourceList sources_;
  bool reads_stdin_ = false;
  bool trouble_ = false;
};

// Whatever is scanned brings no settings of its own: it came from elsewhere. Those of the working
// directory count.
int scan(ScanCommand& command, ConfigRequest request, const CommandLine& line) {
  Setups setups(std::move(request), line.language());
  const auto setup = command.list ? std::optional(Setup{}) : setups.for_folder("");
  if (!setup) return kTrouble;
  if (!command.list) {
    command.style.language = setup->settings("-").language.value_or(line.language());
  }
  const Language language = command.style.language;
  return write_to(line.output_path(), language, [&](Output& output) {
    command.style.color = use_color(line.color(), output.descriptor());
    command.style.width = terminal_width(output.descriptor());
    const bool progress = ::isatty(STDERR_FILENO) == 1 && ::isatty(output.descriptor()) != 1;
    Scan run(command, progress);
    if (!run.find_sources()) return static_cast<int>(kTrouble);
    return command.list ? run.list(output) : run.run(*setup, output);
  });
}

}  // namespace

int run_scan(const Arguments& arguments, Language language) {
  CommandLine line("postlint scan", "help.scan", language);
  ScanCommand command;
  declare(line, command);
  if (const auto status = line.parse(arguments)) return *status;
  command.style.language = line.language();
  auto request = read_choices(line, command);
  if (!request) return kTrouble;
  if (command.paths.empty()) {
    complain(Message{"cli.missing-argument", {{"argument", "PATH"}, {"command", "postlint scan"}}},
             line.language());
    return kTrouble;
  }
  return scan(command, std::move(*request), line);
}

}  // namespace postlint::cli
