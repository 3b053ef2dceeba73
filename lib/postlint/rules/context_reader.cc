#include "postlint/rules/context_reader.h"

#include <utility>

#include "postlint/rules/pattern_shape.h"

namespace postlint {
namespace {

constexpr std::pair<const char*, ContextEffect> kEffects[] = {
    {"raise", ContextEffect::raise},
    {"lower", ContextEffect::lower},
    {"veto", ContextEffect::veto},
    {"needs", ContextEffect::needs},
};

// What context and cues have alike.
ContextSpec read_words(const TomlReader& reader) {
  ContextSpec spec;
  spec.place = reader.place();
  spec.phrases = reader.texts("words");
  spec.side = static_cast<ContextSide>(reader.choice("side", kContextSides).value_or(0));
  return spec;
}

// A number of words, or the name of a stretch of text.
void read_window(const TomlReader& reader, ContextSpec& spec) {
  const toml::node* window = reader.node("window");
  if (window != nullptr && window->is_string()) {
    const auto scope = reader.choice("window", kContextScopes);
    spec.scope = static_cast<ContextScope>(scope.value_or(0) + 1);
  } else {
    spec.window = static_cast<std::uint32_t>(reader.integer("window", 5));
  }
}

ContextSpec read_one(const toml::table& table, ContextEffect effect, TomlFile& file) {
  const TomlReader reader(table, file);
  ContextSpec spec = read_words(reader);
  spec.effect = effect;
  read_window(reader, spec);
  const bool moves = effect == ContextEffect::raise || effect == ContextEffect::lower;
  if (moves) spec.to = reader.number("to", 0);
  return spec;
}

}  // namespace

void read_context(const TomlReader& reader, TomlFile& file, std::vector<ContextSpec>& out) {
  for (const auto& [key, effect] : kEffects) {
    for (const toml::table* table : reader.tables(key))
      out.push_back(read_one(*table, effect, file));
  }
}

ContextSpec read_cue(const toml::table& table, TomlFile& file) {
  const TomlReader reader(table, file);
  ContextSpec spec = read_words(reader);
  spec.window = static_cast<std::uint32_t>(reader.integer("window", 0));
  spec.to = reader.number("weight", 0);
  return spec;
}

}  // namespace postlint
