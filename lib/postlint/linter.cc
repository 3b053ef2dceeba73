#include "postlint/linter.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <utility>

#include "postlint/base/mapped_file.h"
#include "postlint/detect/detector.h"
#include "postlint/detect/rule_book.h"
#include "postlint/policy/policy.h"
#include "postlint/rules/pattern_loader.h"
#include "postlint/text/document.h"

namespace postlint {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargestText = std::size_t{1} << 30;

// The .toml files of a folder, by name; protocol packs lie in a folder of their own.
std::vector<std::string> pattern_paths(const fs::path& folder, bool recursive) {
  std::vector<std::string> paths;
  std::error_code ignored;  // a missing folder has no files: what is missing is noticed where it is read
  for (fs::recursive_directory_iterator it(folder, ignored), end; it != end; it.increment(ignored)) {
    if (it->is_directory() && (!recursive || it->path().filename() == "protocols")) it.disable_recursion_pending();
    if (it->is_regular_file() && it->path().extension() == ".toml") paths.push_back(it->path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

// Reads everything a linter is made of, and gathers what is wrong with any of it.
class LinterLoader {
 public:
  explicit LinterLoader(const LoadOptions& options)
      : options_(options),
        folder_(options.data_directory.empty() ? default_data_directory() : options.data_directory) {}

  std::optional<Lexicon> lexicon() {
    auto opened = Lexicon::open((folder_ / "lexicon.dat").string());
    if (!opened) fail(opened.error());
    for (const std::string& path : options_.word_lists) {
      const auto list = read_word_list(path);
      const auto added = list && opened ? opened->add(*list) : Result<DictionaryId>(0);
      if (!list) fail(list.error());
      if (!added) fail(added.error());
    }
    if (!opened) return std::nullopt;
    return std::move(*opened);
  }

  std::vector<RuleSpec> rules() {
    std::vector<std::string> paths;
    if (!options_.without_built_in_rules) paths = pattern_paths(folder_ / "patterns", true);
    paths.insert(paths.end(), options_.pattern_files.begin(), options_.pattern_files.end());
    auto specs = load_pattern_files(read(paths));
    if (specs) return std::move(*specs);
    fail(specs.error());
    return {};
  }

  std::vector<Protocol> protocols() {
    auto packs = load_protocols(read(pattern_paths(folder_ / "patterns" / "protocols", false)));
    if (packs) return std::move(*packs);
    fail(packs.error());
    return {};
  }

  void fail(const Errors& errors) { errors_.insert(errors_.end(), errors.begin(), errors.end()); }
  std::vector<Error>& errors() { return errors_; }

 private:
  std::vector<PatternFile> read(const std::vector<std::string>& paths) {
    std::vector<PatternFile> files;
    for (const std::string& path : paths) {
      const auto file = MappedFile::open(path);
      if (!file) {
        fail(file.error());
      } else {
        files.push_back({path, std::string(file->bytes())});
      }
    }
    return files;
  }

  const LoadOptions& options_;
  fs::path folder_;
  std::vector<Error> errors_;
};

}  // namespace

struct Linter::Impl {
  RuleBook book;
  Policy policy;
  std::vector<Rule> rules;          // without signals, by id
  std::vector<const Rule*> by_number;  // by position in the book; null for a signal
};

struct Linter::Scratch::Impl {
  explicit Impl(const RuleBook& book) : detector(book) {}

  Tokenizer tokenizer;
  Document document;
  Detector detector;
};

Linter::Scratch::Scratch(const Linter& linter) : impl_(std::make_unique<Impl>(linter.impl_->book)) {}
Linter::Scratch::~Scratch() = default;
Linter::Scratch::Scratch(Scratch&&) noexcept = default;
Linter::Scratch& Linter::Scratch::operator=(Scratch&&) noexcept = default;

Linter::Linter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Linter::~Linter() = default;

Linter::LoadResult Linter::load(const LoadOptions& options) {
  LinterLoader loader(options);
  auto lexicon = loader.lexicon();
  const auto specs = loader.rules();
  auto protocols = loader.protocols();
  if (!lexicon || !loader.errors().empty()) return {nullptr, std::move(loader.errors())};
  auto book = compile_rules(specs, std::move(*lexicon));
  if (!book) return {nullptr, std::move(book.error())};

  auto impl = std::make_unique<Impl>(Impl{std::move(*book), Policy(std::move(protocols)), {}, {}});
  for (const CompiledRule& rule : impl->book.rules) {
    if (!rule.is_signal) impl->rules.push_back(rule.rule);
  }
  std::sort(impl->rules.begin(), impl->rules.end(), [](const Rule& a, const Rule& b) { return a.id < b.id; });
  std::unique_ptr<const Linter> linter(new Linter(std::move(impl)));
  for (const CompiledRule& rule : linter->impl_->book.rules) {
    linter->impl_->by_number.push_back(linter->find_rule(rule.rule.id));
  }
  return {std::move(linter), {}};
}

std::span<const Rule> Linter::rules() const { return impl_->rules; }

const Rule* Linter::find_rule(std::string_view id) const {
  const auto found = std::lower_bound(impl_->rules.begin(), impl_->rules.end(), id,
                                      [](const Rule& rule, std::string_view wanted) { return rule.id < wanted; });
  return found != impl_->rules.end() && found->id == id ? &*found : nullptr;
}

std::vector<std::string> Linter::protocols() const {
  std::vector<std::string> ids;
  for (const Protocol& protocol : impl_->policy.protocols()) ids.push_back(protocol.id);
  std::sort(ids.begin(), ids.end());
  return ids;
}

Report Linter::check(const Draft& draft) const {
  Scratch scratch(*this);
  return check(draft, scratch);
}

Report Linter::check(const Draft& draft, Scratch& scratch, const CheckOptions& options) const {
  assert(draft.text.size() <= kLargestText);
  Scratch::Impl& work = *scratch.impl_;
  work.document.assign(draft.text, work.tokenizer);
  Report report;
  report.repaired = work.document.repaired();
  for (const Candidate& candidate : work.detector.detect(work.document, draft.context, options.explain)) {
    const Rule* rule = impl_->by_number[candidate.rule];
    std::optional<Span> span;
    if (!candidate.whole_draft) span = work.document.to_source(candidate.span);
    if (options.explain) report.explanations.push_back({rule, span, candidate.steps, candidate.reported});
    if (!candidate.reported) continue;
    const CompiledPattern& pattern = impl_->book.rules[candidate.rule].patterns[candidate.pattern];
    Finding finding;
    finding.rule = rule;
    finding.severity = pattern.severity.value_or(rule->severity);
    finding.confidence = candidate.confidence;
    finding.span = span;
    finding.message = pattern.message.nl.empty() ? rule->message : pattern.message;
    finding.advice = pattern.advice.nl.empty() ? rule->advice : pattern.advice;
    if (span && !rule->mask.empty()) finding.fix = Fix{"mask", rule->mask};
    impl_->policy.apply(draft.context, finding);
    report.findings.push_back(std::move(finding));
  }
  report.verdict = Policy::verdict_of(report.findings);
  return report;
}

std::string default_data_directory() {
  if (const char* configured = std::getenv("POSTLINT_DATA"); configured != nullptr && *configured != '\0') {
    return configured;
  }
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) {
    const fs::path folder = program.parent_path();
    for (const fs::path& candidate : {folder / "share/postlint", folder.parent_path() / "share/postlint"}) {
      if (fs::exists(candidate / "lexicon.dat", error)) return candidate.lexically_normal().string();
    }
  }
  return POSTLINT_INSTALLED_DATA_DIR;
}

}  // namespace postlint
