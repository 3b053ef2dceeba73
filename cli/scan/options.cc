#include "scan/options.h"

#include <algorithm>
#include <charconv>
#include <thread>

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

}  // namespace

ScanOptions::ScanOptions() : jobs_(std::max(std::thread::hardware_concurrency(), 1U)) {}

void ScanOptions::declare(CommandLine& line) {
  line.add_list("PATH", paths_, "help.scan.paths");
  line.add_text("--input-format", input_format_name_, "help.scan.input-format");
  line.set_choices("--input-format", input_format_names());
  line.add_flag("--allow-skipped", allow_skipped_, "help.scan.allow-skipped");
  line.add_text("-j,--jobs", jobs_name_, "help.scan.jobs");
  limits_.declare_for_files(line);
  draft_.declare(line);
}

std::optional<ConfigRequest> ScanOptions::read(const CommandLine& line,
                                               const std::string& command) {
  static constexpr std::string_view kJobs[] = {"1", "2", "4"};
  const std::vector<std::string_view> inputs = input_format_names();
  const Language language = line.language();
  bool good = read_choice("--input-format", input_format_name_, inputs, input_format_from, language,
                          input_format_);
  good = read_choice("--jobs", jobs_name_, kJobs, jobs_from, language, jobs_) && good;
  good = limits_.read(language) && good;
  auto request = draft_.read(line);
  if (paths_.empty()) {
    complain(Message{"cli.missing-argument", {{"argument", "PATH"}, {"command", command}}},
             language);
    return std::nullopt;
  }
  return good ? std::move(request) : std::nullopt;
}

bool ScanOptions::reads_records_from_stdin() const {
  return paths_.size() == 1 && paths_.front() == "-" && input_format_ != nullptr &&
         input_format_->name == "jsonl";
}

}  // namespace postlint::cli
