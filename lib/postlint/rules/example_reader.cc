#include "postlint/rules/example_reader.h"

#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "postlint/rules/context.h"

namespace postlint {
namespace {

template <typename Enum>
Enum one_of(const TomlReader& reader, const char* key, std::span<const std::string_view> names,
            Enum fallback) {
  const auto chosen = reader.choice(key, names);
  return chosen ? static_cast<Enum>(*chosen + 1) : fallback;
}

void strip_marks(std::string_view marked, Example& example) {
  constexpr std::string_view kOpen = "«";
  constexpr std::string_view kClose = "»";
  std::uint32_t open_at = 0;
  while (!marked.empty()) {
    const auto here = static_cast<std::uint32_t>(example.text.size());
    if (marked.starts_with(kOpen)) {
      open_at = here;
      marked.remove_prefix(kOpen.size());
    } else if (marked.starts_with(kClose)) {
      example.spans.push_back({open_at, here});
      marked.remove_prefix(kClose.size());
    } else {
      example.text += marked.front();
      marked.remove_prefix(1);
    }
  }
}

Example read_example(const toml::node& node, TomlFile& file) {
  Example example;
  example.place = place_of(node, file);
  if (const auto* text = node.as_string()) {
    strip_marks(text->get(), example);
  } else if (const auto* table = node.as_table()) {
    const TomlReader reader(*table, file);
    strip_marks(reader.text("text"), example);
    example.context.role = one_of(reader, "role", role_names(), Role::unknown);
    example.context.account = one_of(reader, "account", account_names(), Account::unknown);
    example.context.channel = one_of(reader, "channel", channel_names(), Channel::unknown);
    example.context.audience = one_of(reader, "audience", audience_names(), Audience::unknown);
    example.context.protocol = reader.text("protocol");
  }
  return example;
}

void read_list(TomlReader& reader, const char* key, bool takes_marks, const RuleSpec& spec,
               TomlFile& file, std::vector<Example>& out) {
  const toml::node* node = reader.node(key);
  const auto* list = node != nullptr ? node->as_array() : nullptr;
  if (list == nullptr || list->empty())
    return reader.fail(key, {"pattern.no-examples", {{"id", spec.rule.id}}});
  for (const toml::node& item : *list) {
    Example example = read_example(item, file);
    if (example.spans.empty() == takes_marks) {
      file.fail(item.source(),
                {takes_marks ? "pattern.example-without-marks" : "pattern.example-with-marks",
                 {{"example", example.text}}});
    }
    out.push_back(std::move(example));
  }
}

}  // namespace

void read_examples(TomlReader& reader, TomlFile& file, RuleSpec& spec) {
  const toml::node* node = reader.node("examples");
  const auto* table = node != nullptr ? node->as_table() : nullptr;
  if (table == nullptr)
    return reader.fail("examples", {"pattern.no-examples", {{"id", spec.rule.id}}});
  TomlReader examples(*table, file);
  read_list(examples, "flag", !spec.rule.whole_draft, spec, file, spec.flag);
  read_list(examples, "pass", false, spec, file, spec.pass);
}

}  // namespace postlint
