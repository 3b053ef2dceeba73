#include "postlint/detect/rule_compiler.h"

#include <algorithm>
#include <functional>
#include <map>

#include "postlint/base/nearest.h"
#include "postlint/detect/phrase/compiler.h"

namespace postlint {
namespace {

class RuleCompiler {
 public:
  RuleCompiler(const std::vector<RuleSpec>& specs, RuleBook book)
      : specs_(specs), book_(std::move(book)), known_(book_.rules.size()) {
    names_.push_back("quotation");
    for (const CompiledRule& rule : book_.rules) names_.emplace_back(rule.rule.short_name());
    for (const RuleSpec& spec : specs) add_name(spec);
  }

  Result<RuleBook> compile(const std::vector<RuleSpec>& additions) {
    PhraseCompiler phrases(
        book_.phrases, book_.lexicon, [this](std::string_view name) { return entity(name); },
        [this](std::string_view name) { return nearest_entity(name); });
    phrases_ = &phrases;
    for (const RuleSpec& spec : specs_) book_.rules.push_back(compile_rule(spec));
    for (const RuleSpec& addition : additions) add_patterns(addition);
    if (errors_.empty()) sort_by_reference();
    if (!errors_.empty()) return tl::unexpected<Errors>(std::move(errors_));
    return std::move(book_);
  }

 private:
  void add_name(const RuleSpec& spec) {
    const auto known = names_.begin() + 1 + static_cast<std::ptrdiff_t>(known_);
    if (std::find(names_.begin(), known, spec.short_name()) != known) {
      fail(spec.place, {"pattern.built-in-id", {{"id", spec.rule.id}}});
    }
    names_.emplace_back(spec.short_name());
  }

  // Whoever names rules that are not there is told so elsewhere (config/).
  void add_patterns(const RuleSpec& addition) {
    const auto rule =
        std::find_if(book_.rules.begin(), book_.rules.end(),
                     [&](const CompiledRule& it) { return it.rule.id == addition.rule.id; });
    if (rule == book_.rules.end()) return;
    places_[static_cast<std::size_t>(rule - book_.rules.begin())] = addition.place;
    for (const PatternSpec& pattern : addition.patterns)
      rule->patterns.push_back(compile_pattern(pattern));
  }

  // "bsn" and "personal-data/bsn" mean the same.
  std::optional<EntityId> entity(std::string_view name) const {
    const auto found = std::find(names_.begin(), names_.end(), name.substr(name.find('/') + 1));
    if (found == names_.end()) return std::nullopt;
    return static_cast<EntityId>(found - names_.begin());
  }

  std::string nearest_entity(std::string_view name) const {
    std::vector<std::string> all = names_;
    for (const std::string_view token_class : token_class_names()) all.emplace_back(token_class);
    return nearest_name(name, std::span<const std::string>(all));
  }

  CompiledRule compile_rule(const RuleSpec& spec) {
    CompiledRule rule;
    rule.rule = spec.rule;
    rule.is_signal = spec.is_signal;
    rule.threshold = spec.threshold;
    rule.competes = competition(spec.competes);
    rule.joins = spec.joins;
    rule.context = compile_contexts(spec.context);
    for (const PatternSpec& pattern : spec.patterns)
      rule.patterns.push_back(compile_pattern(pattern));
    return rule;
  }

  std::uint32_t competition(const std::string& name) {
    if (name.empty()) return 0;
    auto& all = book_.competitions;
    const auto found = std::find(all.begin(), all.end(), name);
    const auto number = static_cast<std::uint32_t>(found - all.begin() + 1);
    if (found == all.end()) all.push_back(name);
    return number;
  }

  CompiledPattern compile_pattern(const PatternSpec& spec) {
    CompiledPattern pattern;
    pattern.kind = spec.kind;
    pattern.confidence = spec.confidence;
    pattern.validated = spec.validated;
    pattern.validator_name = spec.validator;
    check_validator(spec);
    pattern.edges = spec.edges;
    pattern.context = compile_contexts(spec.context);
    pattern.when = spec.when;
    pattern.severity = spec.severity;
    pattern.message = spec.message;
    pattern.advice = spec.advice;
    pattern.about = spec.about;
    pattern.source = book_.sources.add(spec.place, texts_of(spec));
    pattern.except_source = book_.sources.add(spec.place, spec.except);
    if (spec.kind == PatternKind::regex) pattern.regexes = compile_regexes(spec.match);
    if (spec.kind == PatternKind::phrase) pattern.group = compile_group(spec.match);
    if (spec.kind == PatternKind::words)
      pattern.group = compile_group(as_phrases(spec.dictionaries));
    if (spec.kind == PatternKind::names) pattern.names = compile_names(spec.names);
    pattern.except = compile_group(spec.except);
    pattern.triggers = compile_each(spec.triggers);
    pattern.satisfied_by = compile_each(spec.satisfied_by);
    pattern.over = spec.over;
    pattern.unit = spec.unit;
    pattern.precise = spec.precise;
    return pattern;
  }

  // What is looked for, in the order in which it is compiled.
  static const std::vector<SourceText>& texts_of(const PatternSpec& spec) {
    if (spec.kind == PatternKind::words) return spec.dictionaries;
    return spec.kind == PatternKind::absence ? spec.triggers : spec.match;
  }

  void check_validator(const PatternSpec& spec) {
    if (spec.validator.empty() || find_validator(spec.validator) != nullptr) return;
    std::vector<std::string_view> known;
    for (const NamedValidator& validator : validators()) known.push_back(validator.name);
    fail(spec.place,
         {"pattern.unknown-validator",
          {{"name", spec.validator},
           {"hint", nearest_name(spec.validator, std::span<const std::string_view>(known))}}});
  }

  std::vector<std::uint32_t> compile_regexes(const std::vector<SourceText>& sources) {
    std::vector<std::uint32_t> numbers;
    for (const SourceText& source : sources) {
      if (const auto problem = RegexBook::check(source.text)) {
        fail(source.place, *problem);
      } else {
        numbers.push_back(book_.regexes.add(source.text));
      }
    }
    return numbers;
  }

  // A dictionary is the phrase that names it.
  static std::vector<SourceText> as_phrases(std::vector<SourceText> dictionaries) {
    for (SourceText& dictionary : dictionaries) dictionary.text = "[" + dictionary.text + "]";
    return dictionaries;
  }

  // The same phrases stand in many contexts: they are compiled, and later looked for, once.
  GroupId compile_group(const std::vector<SourceText>& phrases) {
    if (phrases.empty()) return kNoGroup;
    std::string key;
    for (const SourceText& phrase : phrases) key += phrase.text + "\n";
    const auto known = groups_.find(key);
    if (known != groups_.end()) return known->second;
    return groups_[key] = phrases_->compile_group(phrases, errors_);
  }

  std::vector<GroupId> compile_each(const std::vector<SourceText>& phrases) {
    std::vector<GroupId> groups;
    for (const SourceText& phrase : phrases) groups.push_back(compile_group({phrase}));
    return groups;
  }

  std::vector<CompiledContext> compile_contexts(const std::vector<ContextSpec>& specs) {
    std::vector<CompiledContext> contexts;
    for (const ContextSpec& spec : specs) {
      contexts.push_back({spec.effect, spec.scope, spec.side, spec.window, spec.to,
                          compile_group(spec.phrases),
                          book_.sources.add(spec.place, spec.phrases)});
    }
    std::stable_sort(
        contexts.begin(), contexts.end(),
        [](const CompiledContext& a, const CompiledContext& b) { return a.effect < b.effect; });
    return contexts;
  }

  NameModel compile_names(const NameSpec& spec) {
    NameModel model;
    for (std::size_t i = 0; i < spec.lists.size(); ++i) {
      for (const SourceText& name : spec.lists[i]) {
        if (const auto id = dictionary(name)) model.lists[i].push_back(*id);
      }
    }
    for (const SourceText& ending : spec.diminutives) model.diminutives.push_back(ending.text);
    model.weights = spec.weights;
    for (const ContextSpec& cue : spec.cues) model.cues.push_back(compile_cue(cue));
    return model;
  }

  std::optional<DictionaryId> dictionary(const SourceText& name) {
    const auto id = book_.lexicon.dictionary(name.text);
    if (id) return id;
    const std::string hint = nearest_name(name.text, book_.lexicon.dictionary_names());
    fail(name.place, {"phrase.unknown-dictionary", {{"what", name.text}, {"hint", hint}}});
    return std::nullopt;
  }

  // A phrase that is nothing but a dictionary is looked up beside the name, which costs less than
  // looking for it everywhere.
  NameCue compile_cue(const ContextSpec& spec) {
    NameCue cue;
    cue.side = spec.side;
    cue.window = spec.window;
    cue.weight = spec.to;
    cue.source = book_.sources.add(spec.place, {});
    std::vector<SourceText> phrases;
    for (const SourceText& phrase : spec.phrases) {
      const std::string& text = phrase.text;
      if (cue.described.empty()) cue.described = phrase.as_written();
      const bool is_dictionary =
          spec.window == 0 && text.starts_with('[') && text.find(']') == text.size() - 1;
      const auto id =
          is_dictionary ? book_.lexicon.dictionary(text.substr(1, text.size() - 2)) : std::nullopt;
      if (id) cue.dictionaries.push_back(*id);
      if (!id) phrases.push_back(phrase);
    }
    cue.group = compile_group(phrases);
    return cue;
  }

  // Depth first; a rule met again while its own references are being followed closes a circle.
  void sort_by_reference() {
    enum class Mark : std::uint8_t { none, open, done };
    std::vector<Mark> marks(book_.rules.size(), Mark::none);
    book_.order.clear();
    std::vector<std::size_t> path;
    const std::function<void(std::size_t)> visit = [&](std::size_t rule) {
      if (marks[rule] == Mark::done || !errors_.empty()) return;
      path.push_back(rule);
      if (marks[rule] == Mark::open) return fail_circle(path);
      marks[rule] = Mark::open;
      for (const EntityId entity : references_of(book_.rules[rule])) {
        if (entity != kQuotation) visit(rule_of_entity(entity));
      }
      marks[rule] = Mark::done;
      path.pop_back();
      book_.order.push_back(static_cast<std::uint32_t>(rule));
    };
    for (std::size_t rule = 0; rule < book_.rules.size(); ++rule) visit(rule);
  }

  std::vector<EntityId> references_of(const CompiledRule& rule) const {
    std::vector<EntityId> all;
    const auto add = [&](GroupId group) {
      if (group == kNoGroup) return;
      const auto& entities = book_.phrases.group_entities[group];
      all.insert(all.end(), entities.begin(), entities.end());
    };
    const auto add_contexts = [&](const std::vector<CompiledContext>& contexts) {
      for (const CompiledContext& context : contexts) add(context.group);
    };
    add_contexts(rule.context);
    for (const CompiledPattern& pattern : rule.patterns) {
      add(pattern.group);
      add(pattern.except);
      for (const NameCue& cue : pattern.names.cues) add(cue.group);
      add_contexts(pattern.context);
      for (const GroupId group : pattern.triggers) add(group);
      for (const GroupId group : pattern.satisfied_by) add(group);
    }
    return all;
  }

  void fail_circle(const std::vector<std::size_t>& path) {
    std::string circle;
    const auto first = std::find(path.begin(), path.end(), path.back());
    for (auto rule = first; rule != path.end(); ++rule) {
      circle += (circle.empty() ? "" : " -> ") + book_.rules[*rule].rule.id;
    }
    // Rules of the book refer to each other alone, and in no circle: one of these is new.
    const auto is_new = [&](std::size_t rule) { return rule >= known_ || places_.contains(rule); };
    const std::size_t rule = *std::find_if(first, path.end(), is_new);
    fail(rule >= known_ ? specs_[rule - known_].place : places_[rule],
         {"pattern.circular", {{"circle", circle}}});
  }

  void fail(const SourcePlace& place, Message message) {
    errors_.push_back({place.file, place.line, place.column, std::move(message)});
  }

  const std::vector<RuleSpec>& specs_;
  RuleBook book_;
  std::size_t known_;  // rules that the book had already
  PhraseCompiler* phrases_ = nullptr;
  std::vector<std::string> names_;  // by entity
  std::map<std::string, GroupId> groups_;
  std::map<std::size_t, SourcePlace> places_;  // of additions, by rule
  Errors errors_;
};

}  // namespace

Result<RuleBook> compile_rules(const std::vector<RuleSpec>& specs, RuleBook book,
                               const std::vector<RuleSpec>& additions) {
  return RuleCompiler(specs, std::move(book)).compile(additions);
}

}  // namespace postlint
