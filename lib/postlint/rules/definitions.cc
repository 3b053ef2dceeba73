#include "postlint/rules/definitions.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "postlint/base/nearest.h"

namespace postlint {
namespace {

bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }

// Writes out one phrase; the first error ends it.
class Expansion {
 public:
  using Parts = std::map<std::string, SourceText, std::less<>>;

  Expansion(const Parts& parts, const SourceText& phrase) : parts_(parts), phrase_(phrase) {}

  std::optional<Message> run(std::string& out) {
    write(phrase_.text, out);
    return std::move(problem_);
  }

 private:
  void write(std::string_view text, std::string& out) {
    while (!text.empty() && !problem_) {
      const std::size_t open = text.find('{');
      out += text.substr(0, open);
      if (out.size() > kLongestPhrase) return fail("pattern.definition-too-long", phrase_.text);
      if (open == std::string_view::npos) return;
      text.remove_prefix(open);
      const std::size_t close = text.find('}');
      const std::string_view name =
          close == std::string_view::npos ? std::string_view() : text.substr(1, close - 1);
      if (!Definitions::is_name(name)) {  // {0,3}: how often something stands there
        out += '{';
        text.remove_prefix(1);
        continue;
      }
      write_part(name, out);
      text.remove_prefix(close + 1);
    }
  }

  void write_part(std::string_view name, std::string& out) {
    const auto part = parts_.find(name);
    if (part == parts_.end()) return fail_unknown(name);
    if (std::find(open_.begin(), open_.end(), name) != open_.end())
      return fail("pattern.definition-circle", name);
    open_.push_back(name);
    const bool is_one_test = part->second.text.find_first_of(" |()") == std::string::npos;
    if (!is_one_test) out += '(';
    write(part->second.text, out);
    if (!is_one_test) out += ')';
    open_.pop_back();
  }

  void fail_unknown(std::string_view name) {
    std::vector<std::string> known;
    for (const auto& [id, is] : parts_) known.push_back(id);
    const std::string hint = nearest_name(name, std::span<const std::string>(known));
    problem_ = Message{"pattern.undefined", {{"name", std::string(name)}, {"hint", hint}}};
  }

  void fail(const char* key, std::string_view name) {
    if (!problem_) problem_ = Message{key, {{"name", std::string(name)}}};
  }

  const Parts& parts_;
  const SourceText& phrase_;
  std::vector<std::string_view> open_;  // being written out
  std::optional<Message> problem_;
};

}  // namespace

bool Definitions::is_name(std::string_view id) {
  return !id.empty() && is_small_letter(id.front()) &&
         std::all_of(id.begin(), id.end(), [](char c) {
           return is_small_letter(c) || (c >= '0' && c <= '9') || c == '-';
         });
}

const SourceText* Definitions::add(const std::string& id, SourceText is) {
  const auto [part, is_new] = parts_.try_emplace(id, std::move(is));
  return is_new ? nullptr : &part->second;
}

void Definitions::expand(SourceText& phrase, Errors& errors) const {
  if (phrase.text.find('{') == std::string::npos) return;
  std::string text;
  if (auto problem = Expansion(parts_, phrase).run(text)) {
    const SourcePlace& at = phrase.place;
    errors.push_back({at.file, at.line, at.column, std::move(*problem)});
  } else if (text != phrase.text) {
    if (phrase.written.empty()) phrase.written = std::move(phrase.text);
    phrase.text = std::move(text);
  }
}

void Definitions::expand(std::vector<RuleSpec>& specs, Errors& errors) const {
  const auto expand_all = [&](std::vector<SourceText>& phrases) {
    for (SourceText& phrase : phrases) expand(phrase, errors);
  };
  const auto expand_contexts = [&](std::vector<ContextSpec>& contexts) {
    for (ContextSpec& context : contexts) expand_all(context.phrases);
  };
  for (RuleSpec& spec : specs) {
    expand_contexts(spec.context);
    for (PatternSpec& pattern : spec.patterns) {
      if (pattern.kind == PatternKind::phrase) expand_all(pattern.match);
      expand_all(pattern.except);
      expand_all(pattern.triggers);
      expand_all(pattern.satisfied_by);
      expand_contexts(pattern.context);
      expand_contexts(pattern.names.cues);
    }
  }
}

}  // namespace postlint
