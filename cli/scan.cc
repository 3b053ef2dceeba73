// postlint scan: exported chats, mails and tables in, what is the matter in them out.

#include <chrono>

#include <fmt/format.h>
#include <unistd.h>

#include "command_line.h"
#include "commands.h"
#include "postlint/report/messages.h"
#include "report_formats.h"
#include "scan/baseline.h"
#include "scan/job.h"

namespace postlint::cli {
namespace {

struct ScanCommand {
  std::string format_name;
  const ReportFormat* format = report_formats().data();
  bool list = false, stats = false, summary_only = false;
  ScanOptions options;
  BaselineOptions baseline;
  ReportStyle style;
};

void declare(CommandLine& line, ScanCommand& command) {
  line.add_text("-f,--format", command.format_name, "help.format");
  line.add_flag("--list", command.list, "help.scan.list");
  line.add_flag("--summary", command.summary_only, "help.scan.summary");
  line.add_flag("--stats", command.stats, "help.scan.stats");
  line.set_choices("--format", report_format_names());
  command.options.declare(line);
  command.baseline.declare(line);
  line.add_flag("--show-values", command.style.show_values, "help.scan.show-values");
  line.add_flag("--show-suppressed", command.style.show_suppressed, "help.show-suppressed");
  line.set_footer("help.scan.footer");
}

std::optional<ConfigRequest> read_choices(const CommandLine& line, ScanCommand& command) {
  const bool good = read_choice("--format", command.format_name, report_format_names(),
                                report_format_from, line.language(), command.format);
  auto request = command.options.read(line, "postlint scan");
  return good ? std::move(request) : std::nullopt;
}

// One scan, from its sources to its status.
class Scan {
 public:
  Scan(const ScanCommand& command, ScanJob& job, Output& output)
      : command_(command), job_(job), output_(output) {}

  // False after a complaint.
  bool read_baseline() {
    if (!command_.baseline.given()) return true;
    const auto key = command_.baseline.key_path().and_then(BaselineKey::read);
    if (!key) return complain_about(key.error());
    auto baseline = Baseline::read(command_.baseline.path(), *key);
    if (!baseline) return complain_about(baseline.error());
    key_ = *key;
    known_.emplace(*key, std::move(*baseline), command_.baseline.path());
    return true;
  }

  int run(const Setup& setup) {
    const auto start = std::chrono::steady_clock::now();
    const BatchChecker checker(setup, {.suppressions = setup.suppressions, .today = today()});
    const BatchWriter writer(shown_form(), command_.style, key_ ? &*key_ : nullptr);
    const ScanStages stages{*setup.linter, checker, [&](CheckedBatch& batch) { sift(batch); },
                            writer};
    const bool progress = ::isatty(STDERR_FILENO) == 1 && ::isatty(output_.descriptor()) != 1;
    ScanOutput messages(shown_form(), output_, command_.style, progress ? job_.bytes_in_all() : 0);
    messages.begin(*setup.linter);
    messages.totals().summary.add_unread(job_.skipped());
    job_.run(stages, messages);
    tell_of_baseline(messages.totals());
    messages.end();
    tell_of_media();
    tell_suppressions(setup, messages.totals().log);
    if (command_.stats) tell_stats(messages.totals(), start);
    if (job_.is_incomplete(messages.totals())) return kTrouble;
    return messages.totals().fails ? kFindings : kClean;
  }

 private:
  bool complain_about(const Errors& errors) const {
    complain(errors, command_.style.language);
    return false;
  }

  void sift(CheckedBatch& batch) {
    if (known_) known_->sift(batch);
  }

  const ReportForm& shown_form() const {
    return command_.summary_only && is_text() ? summary_form() : command_.format->scan;
  }

  bool is_text() const { return command_.format == report_formats().data(); }

  // Formats that have no place for it leave it to be told here.
  void tell_of_baseline(ScanTotals& totals) const {
    if (!known_) return;
    BaselineCounts counts{known_->met(), {}};
    // Of a scan that ended early nobody knows what it would have met.
    if (!totals.interrupted && !totals.trouble) counts.gone = known_->left().count_by_rule();
    totals.summary.set_baseline(counts);
    if (shown_form().tells_of_baseline) return;
    for (const Message& message : baseline_messages(counts))
      complain(message, command_.style.language);
  }

  void tell_of_media() const {
    if (!is_text() || job_.media() == 0) return;
    const Message media{"scan.media", {{"count", static_cast<std::int64_t>(job_.media())}}};
    output_.write(format_message(media, command_.style.language) + "\n");
  }

  void tell_suppressions(const Setup& setup, const SuppressionLog& log) const {
    log.tell_expired(command_.style.language);
    if (command_.style.show_suppressed)
      log.tell_unused(setup.suppressions->entries(), "", command_.style.language);
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

  const ScanCommand& command_;
  ScanJob& job_;
  Output& output_;
  std::optional<BaselineKey> key_;
  std::optional<KnownFindings> known_;
};

int list(const ScanCommand& command, ScanJob& job, Output& output) {
  const bool all = job.list(output);
  return job.is_incomplete({}) || (!all && !command.options.allow_skipped()) ? kTrouble : kClean;
}

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
  if (const auto problem = overwrites_input(line.output_path(), command.options.paths())) {
    complain(*problem, language);
    return kTrouble;
  }
  return write_to(line.output_path(), language, [&](Output& output) {
    command.style.color = use_color(line.color(), output.descriptor());
    command.style.width = terminal_width(output.descriptor());
    ScanJob job(command.options, language);
    Scan run(command, job, output);
    if (!run.read_baseline() || !job.find_sources()) return static_cast<int>(kTrouble);
    return command.list ? list(command, job, output) : run.run(*setup);
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
  return request ? scan(command, std::move(*request), line) : static_cast<int>(kTrouble);
}

}  // namespace postlint::cli
