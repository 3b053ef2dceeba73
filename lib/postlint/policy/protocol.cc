#include "postlint/policy/protocol.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "postlint/base/nearest.h"
#include "postlint/policy/protocol_shape.h"
#include "postlint/rules/applicability_reader.h"
#include "postlint/text/characters.h"
#include "postlint/toml/check.h"
#include "postlint/toml/reader.h"

namespace postlint {
namespace {

// Findings cite it in front of a clause's number, and people type it as an option.
bool is_protocol_id(std::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

// What has no letter and no digit is no name.
bool has_word(std::string_view name) {
  for (std::uint32_t at = 0; at < name.size(); at = next_code_point(name, at)) {
    if (is_word_character_at(name, at)) return true;
  }
  return false;
}

class ProtocolReader {
 public:
  ProtocolReader(const PatternFile& file, std::span<const std::string> rules)
      : file_{file.name, {}}, rules_(rules) {
    const toml::table root = parse_toml(file.text, file_);
    if (!file_.errors.empty()) return;
    check_shape(root, protocol_file_shape(), file_);
    TomlReader reader(root, file_);
    protocol_.file = file.name;
    protocol_.id = reader.text("id");
    id_ = {protocol_.id, reader.place("id")};
    if (root["id"].is_string() && !is_protocol_id(protocol_.id))
      reader.fail("id", {"protocol.bad-id", {{"id", protocol_.id}}});
    like_ = {reader.text("like"), reader.place("like")};
    protocol_.title = reader.localized("title");
    protocol_.applies_to = reader.localized("applies_to");
    protocol_.locked = rule_names(reader, "locked");
    for (const toml::table* table : reader.tables("organisation")) read_organisation(*table);
    for (const toml::table* table : reader.tables("clause")) read_clause(*table);
    for (const toml::table* table : reader.tables("ask"))
      protocol_.ask.push_back(read_direction(*table));
    for (const toml::table* table : reader.tables("note"))
      protocol_.notes.push_back(read_direction(*table));
    for (const toml::table* table : reader.tables("severity")) read_severity(*table);
    for (const toml::table* table : reader.tables("statement")) read_statement(*table);
    for (const toml::table* table : reader.tables("channel")) read_channel(*table);
    for (const toml::table* table : reader.tables("nature")) read_nature(*table);
  }

  // Adds the pack to `packs`, and what is wrong with it to `errors`.
  void finish(ProtocolPacks& packs, Errors& errors) {
    std::move(file_.errors.begin(), file_.errors.end(), std::back_inserter(errors));
    packs.ids.push_back(std::move(id_));
    packs.likes.push_back(std::move(like_));
    packs.protocols.push_back(std::move(protocol_));
  }

 private:
  void read_organisation(const toml::table& table) {
    TomlReader reader(table, file_);
    Organisation& it = protocol_.organisation;
    for (const auto& [key, list] : {std::pair{"names", &it.names},
                                    {"schools", &it.schools},
                                    {"places", &it.places},
                                    {"domains", &it.domains},
                                    {"accounts", &it.accounts},
                                    {"mailboxes", &it.mailboxes},
                                    {"portals", &it.portals}}) {
      *list = names_of(reader, key);
    }
  }

  std::vector<std::string> names_of(TomlReader& reader, std::string_view key) {
    for (const SourceText& name : reader.texts(key)) {
      if (!has_word(name.text))
        file_.fail(name.place, {"protocol.no-name", {{"key", std::string(key)}}});
    }
    return texts_of(reader, key);
  }

  void read_clause(const toml::table& table) {
    TomlReader reader(table, file_);
    Clause clause;
    clause.number = reader.text("number");
    clause.part = reader.text("part");
    clause.text = reader.localized("text");
    clause.check = static_cast<ClauseCheck>(reader.choice("check", kClauseChecks).value_or(0));
    clause.reason = reader.localized("reason");
    if (clause.check == ClauseCheck::outside && reader.node("reason") == nullptr)
      reader.fail("", {"protocol.no-reason", {}});
    clause.rules = rule_names(reader, "rules");
    clause.when = read_when(reader, file_);
    protocol_.clauses.push_back(std::move(clause));
  }

  Direction read_direction(const toml::table& table) {
    TomlReader reader(table, file_);
    Direction direction;
    direction.rules = rule_names(reader, "rules");
    direction.when = read_when(reader, file_);
    direction.text = reader.localized("text");
    return direction;
  }

  void read_severity(const toml::table& table) {
    TomlReader reader(table, file_);
    SeverityChange change;
    change.rules = rule_names(reader, "rules");
    change.when = read_when(reader, file_);
    change.beside = rule_names(reader, "beside");
    const auto chosen = reader.choice("set", kSeverityChanges);
    change.off = chosen && *chosen + 1 == kSeverityChanges.size();
    if (chosen && !change.off) change.severity = static_cast<Severity>(*chosen + 1);
    change.step = static_cast<int>(reader.integer("step", 0));
    protocol_.severities.push_back(std::move(change));
  }

  void read_statement(const toml::table& table) {
    TomlReader reader(table, file_);
    Statement statement;
    statement.rules = rule_names(reader, "rules");
    if (reader.node("rules") != nullptr && statement.rules.empty())
      reader.fail("rules", {"protocol.no-rules", {}});
    statement.text = reader.localized("text");
    protocol_.statements.push_back(std::move(statement));
  }

  void read_channel(const toml::table& table) {
    TomlReader reader(table, file_);
    ChannelFacts facts;
    facts.channel = one_of<Channel>(reader, "name", channel_names());
    facts.nature = one_of<Nature>(reader, "nature", nature_names());
    facts.audience = one_of<Audience>(reader, "audience", audience_names());
    facts.characters = length(reader, "characters");
    facts.brief = length(reader, "brief");
    protocol_.channels.push_back(facts);
  }

  void read_nature(const toml::table& table) {
    TomlReader reader(table, file_);
    NatureFacts facts;
    facts.nature = one_of<Nature>(reader, "name", nature_names());
    facts.audience = one_of<Audience>(reader, "audience", audience_names());
    facts.when = read_when(reader, file_);
    protocol_.natures.push_back(std::move(facts));
  }

  // Names leave out the enum's first value, "unknown".
  template <typename Enum>
  static Enum one_of(TomlReader& reader, const char* key, std::span<const std::string_view> names) {
    const auto chosen = reader.choice(key, names);
    return chosen ? static_cast<Enum>(*chosen + 1) : Enum::unknown;
  }

  // 0 if nothing is said.
  static std::uint32_t length(TomlReader& reader, const char* key) {
    return static_cast<std::uint32_t>(reader.integer(key, 0));
  }

  std::vector<std::string> rule_names(TomlReader& reader, std::string_view key) {
    for (const SourceText& name : reader.texts(key)) {
      if (auto problem = unknown_rule(name.text, rules_)) file_.fail(name.place, *problem);
    }
    return texts_of(reader, key);
  }

  static std::vector<std::string> texts_of(TomlReader& reader, std::string_view key) {
    std::vector<std::string> texts;
    for (SourceText& text : reader.texts(key)) texts.push_back(std::move(text.text));
    return texts;
  }

  TomlFile file_;
  std::span<const std::string> rules_;
  Protocol protocol_;
  SourceText id_, like_;
};

Error at(const SourceText& text, Message message) {
  return {text.place.file, text.place.line, text.place.column, std::move(message)};
}

Error unknown_like(const SourceText& like, const std::vector<std::string>& known) {
  return at(like, {"toml.unknown-value",
                   {{"key", std::string("like")},
                    {"value", like.text},
                    {"hint", nearest_name(like.text, known)},
                    {"choices", fmt::format("{}", fmt::join(known, ", "))}}});
}

}  // namespace

std::string_view name_of(ClauseCheck check) {
  return kClauseChecks[static_cast<std::size_t>(check)];
}

bool names_rule(const std::vector<std::string>& names, std::string_view rule) {
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
    if (!name.ends_with("/*")) return name == rule;
    return rule.starts_with(name.substr(0, name.size() - 1));
  });
}

std::optional<Message> unknown_rule(const std::string& name, std::span<const std::string> rules) {
  const auto is_meant = [&](const std::string& id) { return names_rule({name}, id); };
  if (std::any_of(rules.begin(), rules.end(), is_meant)) return std::nullopt;
  std::vector<std::string> known(rules.begin(), rules.end());
  for (const std::string& id : rules) known.push_back(id.substr(0, id.find('/')) + "/*");
  return Message{"config.unknown-rule", {{"rule", name}, {"hint", nearest_name(name, known)}}};
}

Result<ProtocolPacks> load_protocols(const std::vector<PatternFile>& files,
                                     std::span<const std::string> rules) {
  ProtocolPacks packs;
  Errors errors;
  for (const PatternFile& file : files) ProtocolReader(file, rules).finish(packs, errors);
  if (!errors.empty()) return tl::unexpected<Errors>(std::move(errors));
  return packs;
}

Errors check_protocols(const ProtocolPacks& packs, const std::vector<Protocol>& others) {
  Errors errors;
  std::vector<std::string> built_in;
  for (const Protocol& other : others) built_in.push_back(other.id);
  std::vector<std::string> known = built_in;
  const auto is_in = [](const std::vector<std::string>& ids, const SourceText& id) {
    return std::find(ids.begin(), ids.end(), id.text) != ids.end();
  };
  for (const SourceText& id : packs.ids) {
    if (is_in(known, id)) errors.push_back(at(id, {"protocol.known-id", {{"id", id.text}}}));
    known.push_back(id.text);
  }
  for (const SourceText& like : packs.likes) {
    if (!like.text.empty() && !is_in(built_in, like))
      errors.push_back(unknown_like(like, built_in));
  }
  return errors;
}

}  // namespace postlint
