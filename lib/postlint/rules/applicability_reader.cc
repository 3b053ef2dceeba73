#include "postlint/rules/applicability_reader.h"

namespace postlint {
namespace {

constexpr std::string_view kUnknown = "unknown";

// Names leave out the enum's first value, "unknown"; a list may name it all the same.
template <typename Enum>
void read_choices(TomlReader& reader, const char* key, std::span<const std::string_view> names,
                  std::vector<Enum>& out) {
  for (const SourceText& value : reader.texts(key)) {
    if (value.text == kUnknown) {
      out.push_back(Enum::unknown);
    } else if (const auto chosen = reader.choice_of(value, key, names)) {
      out.push_back(static_cast<Enum>(*chosen + 1));
    }
  }
}

}  // namespace

Applicability read_when(TomlReader& outer, TomlFile& file) {
  Applicability result;
  const toml::node* node = outer.node("when");
  if (node == nullptr) return result;
  const auto* table = node->as_table();
  if (table == nullptr) {
    file.fail(node->source(), {"toml.wrong-type",
                               {{"key", std::string("when")}, {"expected", std::string("table")}}});
    return result;
  }
  TomlReader reader(*table, file);
  read_choices(reader, "role", role_names(), result.roles);
  read_choices(reader, "account", account_names(), result.accounts);
  read_choices(reader, "channel", channel_names(), result.channels);
  read_choices(reader, "nature", nature_names(), result.natures);
  read_choices(reader, "audience", audience_names(), result.audiences);
  for (SourceText& protocol : reader.texts("protocol"))
    result.protocols.push_back(std::move(protocol.text));
  reader.finish();
  return result;
}

}  // namespace postlint
