#include "fix_run.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include "draft_input.h"
#include "draft_language.h"
#include "fix_records.h"
#include "in_place.h"
#include "postlint/base/nearest.h"
#include "postlint/fix/fixer.h"
#include "postlint/fix/statement.h"
#include "postlint/fix/unified_diff.h"
#include "postlint/ingest/door.h"
#include "postlint/report/brief.h"
#include "postlint/report/printable.h"
#include "postlint/rules/masks.h"
#include "streams.h"

namespace postlint::cli {
namespace {

// What is wrong with a rule named by the user; nothing if it can be fixed.
std::optional<Message> problem_with_rule(const Linter& linter, const std::string& name,
                                         bool with_statements) {
  std::vector<std::string> known;
  for (const Rule& rule : linter.rules()) {
    known.push_back(rule.id);
    known.push_back(rule.family + "/*");
  }
  if (std::find(known.begin(), known.end(), name) == known.end())
    return Message{"cli.unknown-rule", {{"rule", name}, {"hint", nearest_name(name, known)}}};
  const Rule* rule = linter.find_rule(name);
  const bool may_be_stated = rule != nullptr && rule->whole_draft && with_statements;
  if (rule != nullptr && rule->mask.empty() && !may_be_stated)
    return Message{"fix.no-mask", {{"rule", name}}};
  return std::nullopt;
}

bool rules_can_be_fixed(const Linter& linter, const FixCommand& command, Language language) {
  bool good = true;
  for (const std::string& name : command.rules) {
    const auto problem = problem_with_rule(linter, name, command.add_statement);
    if (problem) complain(*problem, language);
    good = good && !problem;
  }
  return good;
}

// A draft, where it came from, and what it is checked with.
struct Source {
  Setup setup;
  Settings settings;
  const Suppressions* suppressions = nullptr;
  Input input;
  std::optional<FileInPlace> file;             // with --in-place
  TextEncoding encoding = TextEncoding::utf8;  // of the file
  std::optional<Entered> records =
      {};  // what holds other texts than its own; none: it is one draft
};

// Fixes all drafts of one call.
class FixRun {
 public:
  FixRun(const FixCommand& command, const CommandLine& line, Setups& setups,
         std::optional<Pseudonyms> pseudonyms)
      : command_(command),
        style_{.language = line.language()},
        for_terminal_(line.output_path().empty() && ::isatty(STDOUT_FILENO) == 1),
        setups_(setups),
        pseudonyms_(std::move(pseudonyms)) {}

  void run() {
    for (const std::string& path : command_.files) read(path);
    if (!rules_are_known()) return;
    for (const Source& source : sources_) {
      if (pseudonyms_) pseudonyms_->reserve(source.input.text, Masks(source.setup.linter->rules()));
    }
    for (Source& source : sources_) fix_one(source);
  }

  std::string take_output() { return std::move(output_); }

  int status() const {
    if (trouble_) return kTrouble;
    return fails_ ? kFindings : kClean;
  }

 private:
  void read(const std::string& path) {
    const std::optional<Setup> setup = setups_.for_file(path);
    trouble_ = trouble_ || !setup;
    if (!setup) return;
    const Suppressions* lifting = setups_.may_stand(*setup, path);
    trouble_ = trouble_ || lifting == nullptr;
    if (lifting == nullptr) return;
    Source source{*setup, setup->settings(path), lifting, {path, ""}, {}};
    const Result<void> read = command_.in_place ? read_file(source) : read_stream(source);
    if (!read) return fail(read.error());
    if (pass_door(source)) sources_.push_back(std::move(source));
  }

  // What it is, and its text in UTF-8. False after a complaint: what was not read is not written.
  bool pass_door(Source& source) {
    const std::string raw = source.input.text;
    Result<Entered> entered = enter(OpenSource(source.input.name, raw));
    if (!entered) {
      fail(entered.error());
      return false;
    }
    source.encoding = entered->source.encoding();
    source.input.text = entered->source.source().bytes;
    if (from_utf8(source.input.text, source.encoding) != raw) {
      fail({{source.input.name, 0, 0, {"fix.encoding", {}}}});
      return false;
    }
    complain(entered->notes, style_.language);
    if (!is_whole_text(*entered->format)) source.records.emplace(std::move(*entered));
    return true;
  }

  static Result<void> read_file(Source& source) {
    Result<FileInPlace> file = FileInPlace::open(source.input.name);
    if (!file) return tl::unexpected<Errors>(file.error());
    source.input.text = file->text();
    source.file.emplace(std::move(*file));
    return {};
  }

  Result<void> read_stream(Source& source) {
    const std::string path = source.input.name;
    if (path == "-" && stdin_was_read_)
      return failure({"<stdin>", 0, 0, {"input.stdin-twice", {}}});
    stdin_was_read_ = stdin_was_read_ || path == "-";
    if (path == "-" && ::isatty(STDIN_FILENO) == 1)
      complain(Message{"input.waiting", {}}, style_.language);
    Result<Input> input = read_input(path);
    if (!input) return tl::unexpected<Errors>(input.error());
    source.input = std::move(*input);
    return {};
  }

  // Judged by the rules of the first draft: another folder may have more of its own.
  bool rules_are_known() {
    if (sources_.empty()) return false;
    const Linter& linter = *sources_.front().setup.linter;
    const bool known = rules_can_be_fixed(linter, command_, style_.language);
    trouble_ = trouble_ || !known;
    return known;
  }

  void fix_one(Source& source) {
    FixOptions options{command_.rules, pseudonyms_ ? &*pseudonyms_ : nullptr, {}};
    options.check = {
        .settings = &source.settings.rules, .suppressions = source.suppressions, .today = today()};
    if (source.records) return fix_each(source, options);
    Fixed fixed = fix(draft_of(source, source.input.text), *source.setup.linter,
                      *source.setup.scratch, options);
    // Their author meant something to stand: better no fix than one that takes it away.
    if (!fixed.report.wrong_marks.empty()) return fail(fixed.report.wrong_marks);
    if (!fixed.complete) return fail({{source.input.name, 0, 0, {"fix.endless", {}}}});
    if (command_.add_statement) add_statement(source, options.check, fixed);
    give(source, fixed);
    tell_what_is_left(source, fixed);
  }

  void fix_each(Source& source, const FixOptions& options) {
    Result<FixedRecords> fixed =
        fix_records(std::move(*source.records), *source.setup.linter, *source.setup.scratch,
                    source.settings.context, options);
    if (!fixed) return fail(fixed.error());
    give(source, fixed->whole);
    for (const Fixed& left : fixed->left) tell_what_is_left(source, left);
  }

  // In the encoding that it had.
  void give(Source& source, const Fixed& fixed) {
    const std::optional<std::string> bytes = from_utf8(fixed.text, source.encoding);
    if (!bytes) return fail({{source.input.name, 0, 0, {"fix.encoding", {}}}});
    if (source.file) {
      write_back(*source.file, fixed, *bytes);
    } else if (command_.diff) {
      output_ += diff_of(source.input, fixed);
    } else {
      output_ += *bytes;
    }
  }

  static Draft draft_of(const Source& source, std::string_view text) {
    return {text, source.settings.context, source.input.name, true};
  }

  void add_statement(const Source& source, const CheckOptions& check, Fixed& fixed) {
    const Linter& linter = *source.setup.linter;
    Linter::Scratch& scratch = *source.setup.scratch;
    const Language language = language_of(fixed.text, style_.language);
    AddedStatement added = postlint::add_statement(draft_of(source, fixed.text), linter, scratch,
                                                   {language, command_.rules, check});
    if (!added.missing.empty()) tell_what_was_not_added(source, added);
    if (!added.edit) return;
    const std::size_t behind = fixed.text.size() - added.edit->span.begin;  // blanks, never changed
    fixed.text = with_edits(fixed.text, {&*added.edit, 1});
    const auto end = static_cast<std::uint32_t>(source.input.text.size() - behind);
    added.edit->span = {end, end};
    fixed.edits.push_back(std::move(*added.edit));
    fixed.report = linter.check(draft_of(source, fixed.text), scratch, check);
  }

  // Asked for and not done: the status is 1, however little the rules weigh.
  void tell_what_was_not_added(const Source& source, const AddedStatement& added) {
    fails_ = true;
    const Channel channel = source.settings.context.channel;
    const Message message =
        added.limit > 0 ? Message{"fix.no-room",
                                  {{"channel", std::string(name_of(channel))},
                                   {"limit", static_cast<std::int64_t>(added.limit)}}}
                        : Message{"fix.no-statement",
                                  {{"rules", fmt::format("{}", fmt::join(added.missing, ", "))}}};
    complain(Error{source.input.name, 0, 0, message}, style_.language);
  }

  void write_back(FileInPlace& file, const Fixed& fixed, std::string_view bytes) {
    if (fixed.edits.empty()) return;
    const Result<void> replaced = file.replace(bytes);
    if (!replaced) fail(replaced.error());
  }

  std::string diff_of(const Input& input, const Fixed& fixed) const {
    const std::string diff = unified_diff(printable(input.name), input.text, fixed.edits);
    return for_terminal_ ? printable_lines(diff) : diff;
  }

  // A stranger's text must not steer the terminal; in a file the bytes count.
  static std::string printable_lines(std::string_view text) {
    std::string lines;
    for (; !text.empty(); text.remove_prefix(text.find('\n') + 1)) {
      std::string_view line = text.substr(0, text.find('\n'));
      if (line.ends_with('\r')) line.remove_suffix(1);
      lines += printable(line) + "\n";
    }
    return lines;
  }

  // In places of the fixed text.
  void tell_what_is_left(const Source& source, const Fixed& fixed) {
    const FailOn fail_on = source.settings.fail_on;
    if (!fails(fail_on, fixed.report.findings)) return;
    fails_ = true;
    std::string findings;
    append_brief_report(checked_draft(source.input.name, fixed.text, fixed.report),
                        least_that_fails(fail_on), style_, findings);
    complain(Error{source.input.name, 0, 0, {"fix.left", {}}}, style_.language);
    std::fputs(findings.c_str(), stderr);
  }

  void fail(const Errors& errors) {
    complain(errors, style_.language);
    trouble_ = true;
  }

  const FixCommand& command_;
  ReportStyle style_;
  bool for_terminal_;
  Setups& setups_;
  std::optional<Pseudonyms> pseudonyms_;
  std::vector<Source> sources_;
  std::string output_;
  bool fails_ = false;
  bool stdin_was_read_ = false;
  bool trouble_ = false;
};

}  // namespace

FixOutcome fix_all(const FixCommand& command, const CommandLine& line, Setups& setups,
                   std::optional<Pseudonyms> pseudonyms) {
  FixRun run(command, line, setups, std::move(pseudonyms));
  run.run();
  return {run.take_output(), run.status()};
}

}  // namespace postlint::cli
