#include "postlint/eval/proof.h"

#include <algorithm>
#include <array>
#include <utility>

#include "postlint/base/mapped_file.h"
#include "postlint/detect/detector.h"
#include "postlint/eval/posts.h"
#include "postlint/load/data_files.h"
#include "postlint/policy/policy.h"
#include "postlint/text/document.h"

namespace postlint {
namespace {

LineUse use_of(ContextEffect effect) {
  switch (effect) {
    case ContextEffect::raise:
      return LineUse::raise;
    case ContextEffect::lower:
      return LineUse::lower;
    case ContextEffect::veto:
      return LineUse::veto;
    case ContextEffect::needs:
      return LineUse::needs;
  }
  return LineUse::raise;
}

// The lines of one group of phrases: its programs, in their order.
struct GroupLines {
  GroupId group = kNoGroup;
  std::size_t first_line = 0;
};

struct PatternLines {
  GroupLines match, except;
  std::vector<GroupLines> context;
};

struct RuleLines {
  std::uint32_t rule = 0;  // in RuleBook::rules
  std::vector<GroupLines> context;
  std::vector<PatternLines> patterns;
};

// Pairs the phrases of the files with the programs that they were compiled to: both are in the
// same order.
class LineTable {
 public:
  LineTable(const std::vector<RuleSpec>& specs, const RuleBook& book,
            std::vector<ProvedLine>& lines)
      : book_(book), lines_(lines) {
    for (const RuleSpec& spec : specs) add_rule(spec);
  }

  const std::vector<RuleLines>& rules() const { return rules_; }

 private:
  void add_rule(const RuleSpec& spec) {
    const auto found =
        std::find_if(book_.rules.begin(), book_.rules.end(),
                     [&](const CompiledRule& it) { return it.rule.id == spec.rule.id; });
    if (found == book_.rules.end()) return;
    spec_ = &spec;
    RuleLines& rule = rules_.emplace_back();
    rule.rule = static_cast<std::uint32_t>(found - book_.rules.begin());
    rule.context = add_contexts(spec.context, found->context);
    for (std::size_t i = 0; i < spec.patterns.size(); ++i) {
      rule.patterns.push_back(add_pattern(spec.patterns[i], found->patterns[i]));
    }
  }

  PatternLines add_pattern(const PatternSpec& spec, const CompiledPattern& compiled) {
    PatternLines pattern;
    if (spec.kind == PatternKind::phrase)
      pattern.match = add_group(spec.match, compiled.group, LineUse::match);
    if (spec.kind == PatternKind::words)
      pattern.match = add_group(spec.dictionaries, compiled.group, LineUse::match);
    pattern.except = add_group(spec.except, compiled.except, LineUse::except);
    pattern.context = add_contexts(spec.context, compiled.context);
    return pattern;
  }

  // Compiled contexts are sorted by what they do.
  std::vector<GroupLines> add_contexts(std::vector<ContextSpec> specs,
                                       const std::vector<CompiledContext>& compiled) {
    std::stable_sort(specs.begin(), specs.end(), [](const ContextSpec& a, const ContextSpec& b) {
      return a.effect < b.effect;
    });
    std::vector<GroupLines> groups;
    for (std::size_t i = 0; i < specs.size(); ++i) {
      groups.push_back(add_group(specs[i].phrases, compiled[i].group, use_of(specs[i].effect)));
    }
    return groups;
  }

  GroupLines add_group(const std::vector<SourceText>& phrases, GroupId group, LineUse use) {
    const GroupLines result{group, lines_.size()};
    for (const SourceText& phrase : phrases) {
      ProvedLine& line = lines_.emplace_back();
      line.rule = spec_->rule.id;
      line.is_signal = spec_->is_signal;
      line.use = use;
      line.source = phrase;
    }
    return result;
  }

  const RuleBook& book_;
  std::vector<ProvedLine>& lines_;
  const RuleSpec* spec_ = nullptr;
  std::vector<RuleLines> rules_;
};

// Runs texts and counts.
class Prover {
 public:
  Prover(const Archived& archived, const LineTable& table, std::vector<ProvedLine>& lines)
      : book_(archived.book),
        policy_(archived.protocols),
        table_(table),
        lines_(lines),
        seen_(lines.size()),
        right_(lines.size()),
        detector_(book_) {}

  void run_example(const Example& example) {
    GoldRecord post;
    post.text = example.text;
    post.context = example.context;
    run(post);
    for (const std::size_t line : touched_) ++lines_[line].examples;
  }

  void run_post(const GoldRecord& post) {
    run(post);
    for (const std::size_t line : touched_) {
      ++lines_[line].posts;
      lines_[line].right += right_[line];
    }
  }

 private:
  void run(const GoldRecord& post) {
    for (const std::size_t line : touched_) seen_[line] = right_[line] = false;
    touched_.clear();
    post_ = &post;
    document_.assign(post.text, tokenizer_);
    detector_.detect(document_, policy_.completed(post.context), {.learned = false});
    for (const RuleLines& rule : table_.rules()) count_rule(rule);
  }

  void count_rule(const RuleLines& rule) {
    rule_ = &book_.rules[rule.rule];
    bool any = false;
    for (std::size_t i = 0; i < rule.patterns.size(); ++i) {
      const bool matches = count_pattern(rule.patterns[i], rule_->patterns[i]);
      any = any || matches;
    }
    if (!any) return;
    for (const GroupLines& context : rule.context) count_all(context);
  }

  // Whether it matches. What finds names, expressions or a missing statement is taken to match.
  bool count_pattern(const PatternLines& lines, const CompiledPattern& pattern) {
    bool matches = lines.match.group == kNoGroup && pattern.kind != PatternKind::learned;
    if (lines.match.group != kNoGroup) {
      for (const PhraseMatch& match : detector_.finder().matches(lines.match.group)) {
        matches = true;
        count(lines.match, match);
        count_exceptions(lines.except, match);
      }
    } else if (lines.except.group != kNoGroup) {
      count_all(lines.except);
    }
    if (matches) {
      for (const GroupLines& context : lines.context) count_all(context);
    }
    return matches;
  }

  void count_exceptions(const GroupLines& lines, const PhraseMatch& match) {
    if (lines.group == kNoGroup) return;
    for (const PhraseMatch& exception : detector_.finder().matches(lines.group)) {
      const bool touches =
          exception.range.begin < match.range.end && match.range.begin < exception.range.end;
      if (touches) count(lines, exception);
    }
  }

  void count_all(const GroupLines& lines) {
    if (lines.group == kNoGroup) return;
    for (const PhraseMatch& match : detector_.finder().matches(lines.group)) count(lines, match);
  }

  void count(const GroupLines& lines, const PhraseMatch& match) {
    const std::size_t line = lines.first_line + book_.phrases.number_in_group(match.program);
    if (!seen_[line]) touched_.push_back(line);
    seen_[line] = true;
    right_[line] = right_[line] || is_marked(match);
  }

  bool is_marked(const PhraseMatch& match) const {
    const std::string& id = rule_->rule.id;
    if (rule_->rule.whole_draft)
      return std::find(post_->document.begin(), post_->document.end(), id) != post_->document.end();
    const Span span = document_.to_source(document_.span_of(match.reported));
    return std::any_of(post_->spans.begin(), post_->spans.end(), [&](const GoldSpan& mark) {
      return mark.rule == id && mark.span.overlaps(span);
    });
  }

  const RuleBook& book_;
  Policy policy_;
  const LineTable& table_;
  std::vector<ProvedLine>& lines_;
  std::vector<std::uint8_t> seen_, right_;  // by line: in this text
  std::vector<std::size_t> touched_;
  Tokenizer tokenizer_;
  Document document_;
  Detector detector_;
  const GoldRecord* post_ = nullptr;
  const CompiledRule* rule_ = nullptr;
};

std::vector<GoldRecord> read_marked(std::span<const std::string> paths, const RuleBook& book,
                                    Errors& errors) {
  std::vector<std::string> rules;
  for (const CompiledRule& rule : book.rules) {
    if (!rule.is_signal) rules.push_back(rule.rule.id);
  }
  std::vector<GoldRecord> posts;
  for (const std::string& path : paths) {
    const auto file = MappedFile::open(path);
    auto read = file ? read_marked_posts(file->bytes(), path, rules)
                     : Result<std::vector<GoldRecord>>(tl::unexpected<Errors>(file.error()));
    if (read) {
      std::move(read->begin(), read->end(), std::back_inserter(posts));
    } else {
      errors.insert(errors.end(), read.error().begin(), read.error().end());
    }
  }
  return posts;
}

}  // namespace

std::string_view name_of(LineUse use) {
  constexpr std::array<std::string_view, 6> kNames = {"match", "except", "raise",
                                                      "lower", "veto",   "needs"};
  return kNames[static_cast<std::size_t>(use)];
}

Proof prove_rules(const LoadOptions& options, std::span<const std::string> post_files) {
  Proof proof;
  DataFiles files(options);
  const auto archived = files.load();
  const std::vector<RuleSpec> specs = files.sources();
  proof.errors = std::move(files.errors());
  if (!archived || !proof.errors.empty()) return proof;
  const auto posts = read_marked(post_files, archived->book, proof.errors);
  if (!proof.errors.empty()) return proof;
  const LineTable table(specs, archived->book, proof.lines);
  Prover prover(*archived, table, proof.lines);
  for (const RuleSpec& spec : specs) {
    for (const Example& example : spec.flag) prover.run_example(example);
    for (const Example& example : spec.pass) prover.run_example(example);
  }
  for (const GoldRecord& post : posts) prover.run_post(post);
  proof.posts = posts.size();
  return proof;
}

}  // namespace postlint
