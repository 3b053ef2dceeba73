#include "postlint/rules/applicability_reader.h"

namespace postlint {
namespace {

constexpr std::string_view kUnknown = "unknown";

// Names leave out the enum's first value, "unknown"; a list may name it all the same.
template <typename Enum>
void read_choices(const TomlReader& reader, const char* key,
                  std::span<const std::string_view> names, std::vector<Enum>& out) {
  for (const SourceText& value : reader.texts(key)) {
    if (value.text == kUnknown) {
      out.push_back(Enum::unknown);
    } else if (const auto chosen = reader.choice_of(value, names)) {
      out.push_back(static_cast<Enum>(*chosen + 1));
    }
  }
}

}  // namespace

Applicability read_when(TomlReader& outer, TomlFile& file) {
  Applicability result;
  const auto tables = outer.tables("when");
  if (tables.empty()) return result;
  const TomlReader reader(*tables.front(), file);
  read_choices(reader, "role", role_names(), result.roles);
  read_choices(reader, "account", account_names(), result.accounts);
  read_choices(reader, "channel", channel_names(), result.channels);
  read_choices(reader, "nature", nature_names(), result.natures);
  read_choices(reader, "audience", audience_names(), result.audiences);
  for (SourceText& protocol : reader.texts("protocol"))
    result.protocols.push_back(std::move(protocol.text));
  return result;
}

}  // namespace postlint
