#include "postlint/rules/pattern_loader.h"

#include <algorithm>
#include <map>

#include "postlint/rules/applicability_reader.h"
#include "postlint/rules/context_reader.h"
#include "postlint/rules/definitions.h"
#include "postlint/rules/example_reader.h"
#include "postlint/rules/frame.h"
#include "postlint/rules/masks.h"
#include "postlint/rules/pattern_shape.h"
#include "postlint/toml/check.h"

namespace postlint {
namespace {

// Reads one file into rule specifications.
class PatternFileReader {
 public:
  PatternFileReader(const PatternFile& file, Definitions& definitions) : file_{file.name, {}} {
    const toml::table root = parse_toml(file.text, file_);
    if (!file_.errors.empty()) return;
    check_shape(root, pattern_file_shape(), file_);
    TomlReader reader(root, file_);
    for (const toml::table* table : reader.tables("define")) read_definition(*table, definitions);
    for (const toml::table* table : reader.tables("rule")) read_rule(*table);
    for (const toml::table* table : reader.tables("signal")) read_signal(*table);
  }

  std::vector<RuleSpec>& specs() { return specs_; }
  Errors& errors() { return file_.errors; }

 private:
  void read_definition(const toml::table& table, Definitions& definitions) {
    TomlReader reader(table, file_);
    const std::string id = reader.text("id");
    if (id.empty()) return;
    if (!Definitions::is_name(id)) reader.fail("id", {"pattern.bad-definition", {{"id", id}}});
    const SourceText* other = definitions.add(id, {reader.text("is"), reader.place("is")});
    if (other == nullptr) return;
    reader.fail("id", {"pattern.duplicate-id",
                       {{"id", id},
                        {"file", other->place.file},
                        {"line", static_cast<std::int64_t>(other->place.line)}}});
  }

  void read_rule(const toml::table& table) {
    TomlReader reader(table, file_);
    RuleSpec spec;
    spec.place = reader.place();
    Rule& rule = spec.rule;
    rule.id = reader.text("id");
    rule.family = rule.id.substr(0, rule.id.find('/'));
    rule.file = file_.name;
    if (!rule.id.empty() && !is_rule_id(rule.id))
      reader.fail("id", {"pattern.bad-id", {{"id", rule.id}}});
    rule.severity = severity(reader).value_or(Severity::warning);
    rule.title = reader.localized("title");
    rule.message = reader.localized("message");
    rule.advice = reader.localized("advice");
    rule.why = reader.localized("why");
    rule.reference = reader.text("reference");
    read_mask(reader, rule);
    if (const auto chosen = reader.choice("identifies", kIdentifies))
      rule.identifies = static_cast<Identifies>(*chosen + 1);
    rule.whole_draft = reader.choice("reports", kReports).value_or(0) == 1;
    rule.own_words = reader.choice("counts", kCounts).value_or(0) == 1;
    read_common(reader, spec);
    read_examples(reader, file_, spec);
    specs_.push_back(std::move(spec));
  }

  static void read_mask(TomlReader& reader, Rule& rule) {
    rule.mask = reader.text("mask");
    if (!rule.mask.empty() && !is_mask(rule.mask))
      reader.fail("mask", {"pattern.bad-mask", {{"mask", rule.mask}}});
    if (const auto chosen = reader.choice("pseudonym", kIdentities))
      rule.identity = static_cast<Identity>(*chosen + 1);
  }

  void read_signal(const toml::table& table) {
    TomlReader reader(table, file_);
    RuleSpec spec;
    spec.is_signal = true;
    spec.place = reader.place();
    spec.rule.id = reader.text("id");
    spec.rule.file = file_.name;
    if (spec.rule.id.find('/') != std::string::npos) {
      reader.fail("id", {"pattern.bad-signal-id", {{"id", spec.rule.id}}});
    }
    read_common(reader, spec);
    specs_.push_back(std::move(spec));
  }

  static bool is_rule_id(std::string_view id) {
    const std::size_t slash = id.find('/');
    const bool shaped = slash != std::string_view::npos && slash > 0 && slash + 1 < id.size() &&
                        id.find('/', slash + 1) == std::string_view::npos;
    return shaped && std::all_of(id.begin(), id.end(), [](char c) {
             return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '/';
           });
  }

  void read_common(TomlReader& reader, RuleSpec& spec) {
    spec.threshold = reader.number("threshold", 0.5);
    spec.competes = reader.text("competes");
    spec.joins = static_cast<std::uint32_t>(reader.integer("joins", 0));
    read_context(reader, file_, spec.context);
    const auto patterns = reader.tables("pattern");
    if (patterns.empty()) reader.fail("", {"pattern.no-pattern", {{"id", spec.rule.id}}});
    for (const toml::table* pattern : patterns) spec.patterns.push_back(read_pattern(*pattern));
  }

  PatternSpec read_pattern(const toml::table& table) {
    TomlReader reader(table, file_);
    PatternSpec pattern;
    pattern.place = reader.place();
    pattern.about = reader.text("about");
    const std::size_t kind = reader.choice("kind", kPatternKinds).value_or(0);
    const bool is_frame = kind == kFrameKind;
    pattern.kind = is_frame ? PatternKind::phrase : static_cast<PatternKind>(kind);
    pattern.confidence = reader.number("confidence", 0.8);
    pattern.severity = severity(reader);
    pattern.message = reader.localized("message");
    pattern.advice = reader.localized("advice");
    read_context(reader, file_, pattern.context);
    pattern.when = read_when(reader, file_);
    switch (pattern.kind) {
      case PatternKind::regex:
        read_regex(reader, pattern);
        break;
      case PatternKind::words:
        read_words(reader, pattern);
        break;
      case PatternKind::phrase:
        is_frame ? read_frame(reader, pattern) : read_phrase(reader, pattern);
        break;
      case PatternKind::absence:
        read_absence(reader, pattern);
        break;
      case PatternKind::names:
        read_names(reader, pattern);
        break;
      case PatternKind::length:
        read_length(reader, pattern);
        break;
      case PatternKind::learned:
        read_learned(reader, pattern);
        break;
    }
    return pattern;
  }

  static void read_regex(TomlReader& reader, PatternSpec& pattern) {
    pattern.match = reader.texts("match");
    pattern.edges = static_cast<MatchEdges>(reader.choice("edges", kMatchEdges).value_or(0));
    read_validator(reader, pattern);
  }

  static void read_words(TomlReader& reader, PatternSpec& pattern) {
    pattern.dictionaries = reader.texts("dictionaries");
    pattern.except = reader.texts("except");
  }

  static void read_phrase(TomlReader& reader, PatternSpec& pattern) {
    pattern.match = reader.texts("match");
    pattern.except = reader.texts("except");
    read_validator(reader, pattern);
  }

  static void read_frame(TomlReader& reader, PatternSpec& pattern) {
    FrameSpec frame;
    frame.place = reader.place();
    frame.subject = reader.text("subject");
    frame.verb = reader.text("verb");
    frame.auxiliary = reader.text("auxiliary");
    frame.infinitive = reader.text("infinitive");
    frame.object = reader.text("object");
    frame.between = static_cast<std::uint32_t>(reader.integer("between", 3));
    frame.negation = static_cast<Negation>(reader.choice("negation", kNegations).value_or(0));
    const bool has_verb = !frame.verb.empty();
    const bool has_infinitive = !frame.infinitive.empty();
    if (has_infinitive != !frame.auxiliary.empty() || (!has_verb && !has_infinitive))
      reader.fail("", {"pattern.frame-without-verb", {}});
    pattern.match = phrases_of(frame);
    pattern.except = reader.texts("except");
  }

  static void read_absence(TomlReader& reader, PatternSpec& pattern) {
    pattern.triggers = reader.texts("triggers");
    pattern.satisfied_by = reader.texts("satisfied_by");
  }

  static void read_length(TomlReader& reader, PatternSpec& pattern) {
    if (const auto chosen = reader.choice("over", kLengthLimits))
      pattern.over = static_cast<LengthLimit>(*chosen);
  }

  static void read_learned(TomlReader& reader, PatternSpec& pattern) {
    pattern.unit = static_cast<LearnedUnit>(reader.choice("unit", kLearnedUnits).value_or(0));
    pattern.precise = reader.number("precise", 0);
    pattern.satisfied_by = reader.texts("satisfied_by");
  }

  void read_names(TomlReader& reader, PatternSpec& pattern) {
    pattern.except = reader.texts("except");
    NameSpec& spec = pattern.names;
    if (const toml::table* lists = first_table(reader, "lists")) read_name_lists(*lists, spec);
    if (const toml::table* weights = first_table(reader, "weights")) read_weights(*weights, spec);
    for (const toml::table* cue : reader.tables("cue")) spec.cues.push_back(read_cue(*cue, file_));
  }

  const toml::table* first_table(TomlReader& reader, const char* key) {
    const auto tables = reader.tables(key);
    return tables.empty() ? nullptr : tables.front();
  }

  void read_name_lists(const toml::table& table, NameSpec& spec) {
    TomlReader reader(table, file_);
    for (std::size_t i = 0; i < kNameListKeys.size(); ++i)
      spec.lists[i] = reader.texts(kNameListKeys[i]);
    spec.diminutives = reader.texts("diminutives");
  }

  void read_weights(const toml::table& table, NameSpec& spec) {
    TomlReader reader(table, file_);
    for (std::size_t i = 0; i < kNameTraitKeys.size(); ++i) {
      spec.weights[i] = reader.number(kNameTraitKeys[i], 0);
    }
  }

  static void read_validator(TomlReader& reader, PatternSpec& pattern) {
    pattern.validator = reader.text("validator");
    pattern.validated = reader.number("validated", 0);
  }

  static std::optional<Severity> severity(TomlReader& reader) {
    const auto chosen = reader.choice("severity", kSeverities);
    if (!chosen) return std::nullopt;
    return static_cast<Severity>(*chosen + 1);
  }

  TomlFile file_;
  std::vector<RuleSpec> specs_;
};

void check_unique(const std::vector<RuleSpec>& specs, Errors& errors) {
  std::map<std::string_view, const RuleSpec*> seen;
  for (const RuleSpec& spec : specs) {
    const auto [first, is_new] = seen.try_emplace(spec.short_name(), &spec);
    if (is_new || spec.rule.id.empty()) continue;
    const SourcePlace& other = first->second->place;
    errors.push_back({spec.place.file,
                      spec.place.line,
                      spec.place.column,
                      {"pattern.duplicate-id",
                       {{"id", spec.rule.id},
                        {"file", other.file},
                        {"line", static_cast<std::int64_t>(other.line)}}}});
  }
}

}  // namespace

Result<std::vector<RuleSpec>> load_pattern_files(const std::vector<PatternFile>& files) {
  std::vector<RuleSpec> specs;
  Errors errors;
  Definitions definitions;
  for (const PatternFile& file : files) {
    PatternFileReader reader(file, definitions);
    std::move(reader.specs().begin(), reader.specs().end(), std::back_inserter(specs));
    std::move(reader.errors().begin(), reader.errors().end(), std::back_inserter(errors));
  }
  definitions.expand(specs, errors);
  check_unique(specs, errors);
  if (!errors.empty()) return tl::unexpected<Errors>(std::move(errors));
  return specs;
}

}  // namespace postlint
