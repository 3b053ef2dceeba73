#include "postlint/eval/examples.h"

#include <utility>

#include "postlint/load/data_files.h"

namespace postlint {
namespace {

// "«123», «456»": words as an example would mark them.
std::string marked(const std::vector<Span>& spans, std::string_view text) {
  std::string result;
  for (const Span span : spans) {
    result += result.empty() ? "«" : ", «";
    result += std::string(span.of(text)) + "»";
  }
  return result;
}

// How a finding about the draft as a whole is shown.
constexpr const char* kDraft = "«»";

void append_name(std::string_view name, std::string& names) {
  if (name.empty() || name == "unknown" || name == "general") return;
  names += (names.empty() ? "" : ", ") + std::string(name);
}

std::string shown(const Example& example) {
  std::string text = example.text;
  for (auto span = example.spans.rbegin(); span != example.spans.rend(); ++span) {
    text.insert(span->end, "»").insert(span->begin, "«");
  }
  std::string names;
  append_name(name_of(example.context.role), names);
  append_name(name_of(example.context.account), names);
  append_name(name_of(example.context.channel), names);
  append_name(name_of(example.context.audience), names);
  append_name(example.context.protocol, names);
  return names.empty() ? text : text + " (" + names + ")";
}

class ExampleRunner {
 public:
  explicit ExampleRunner(const Linter& linter) : linter_(linter), scratch_(linter) {}

  void run(const RuleSpec& spec) {
    if (spec.is_signal) return;
    ++result_.rules;
    for (const Example& example : spec.flag) run(spec, example, true);
    for (const Example& example : spec.pass) run(spec, example, false);
  }

  ExampleRun take() { return std::move(result_); }

 private:
  void run(const RuleSpec& spec, const Example& example, bool should_flag) {
    ++result_.examples;
    std::vector<Span> found;
    bool draft_found = false;
    const Report report =
        linter_.check({example.text, example.context}, scratch_, {.patterns_alone = true});
    for (const Finding& finding : report.findings) {
      if (finding.rule->id != spec.rule.id) continue;
      if (finding.span) found.push_back(*finding.span);
      draft_found = draft_found || !finding.span;
    }
    const bool right = spec.rule.whole_draft ? draft_found == should_flag : found == example.spans;
    if (right) return;
    if (spec.rule.whole_draft) {
      fail(spec, example, should_flag ? kDraft : "", draft_found ? kDraft : "");
    } else {
      fail(spec, example, marked(example.spans, example.text), marked(found, example.text));
    }
  }

  void fail(const RuleSpec& spec, const Example& example, const std::string& expected,
            const std::string& found) {
    Message message{"example.failed",
                    {{"rule", spec.rule.id},
                     {"example", example.text},
                     {"expected", expected},
                     {"found", found}}};
    result_.failures.push_back(
        {example.place.file, example.place.line, example.place.column, std::move(message)});
  }

  const Linter& linter_;
  Linter::Scratch scratch_;
  ExampleRun result_;
};

}  // namespace

ExampleRun run_examples(const LoadOptions& options) {
  auto loaded = Linter::load(options);
  if (!loaded.linter) return {0, 0, std::move(loaded.errors)};
  DataFiles files(options);
  ExampleRunner runner(*loaded.linter);
  for (const RuleSpec& spec : files.sources()) runner.run(spec);
  return runner.take();
}

Result<std::map<std::string, RuleExamples>> examples_to_show(const LoadOptions& options) {
  DataFiles files(options);
  std::map<std::string, RuleExamples> examples;
  for (const RuleSpec& spec : files.sources()) {
    if (spec.is_signal) continue;
    RuleExamples& own = examples[spec.rule.id];
    for (const Example& example : spec.flag) own.flag.push_back(shown(example));
    for (const Example& example : spec.pass) own.pass.push_back(shown(example));
  }
  if (!files.errors().empty()) return tl::unexpected<Errors>(std::move(files.errors()));
  return examples;
}

}  // namespace postlint
