#include "postlint/policy/protocol.h"

#include <algorithm>
#include <array>
#include <utility>

#include "postlint/base/nearest.h"
#include "postlint/rules/applicability_reader.h"
#include "postlint/rules/toml_reader.h"

namespace postlint {
namespace {

constexpr std::array<std::string_view, 4> kChecks = {"text", "context", "advice", "outside"};
constexpr std::array<std::string_view, 4> kChanges = {"advice", "warning", "error", "off"};

class ProtocolReader {
 public:
  ProtocolReader(const PatternFile& file, std::span<const std::string> rules)
      : file_{file.name, {}}, rules_(rules) {
    const toml::table root = parse_toml(file.text, file_);
    if (!file_.errors.empty()) return;
    TomlReader reader(root, file_);
    protocol_.file = file.name;
    protocol_.id = reader.text("id", true);
    protocol_.title = reader.localized("title", true);
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
    for (const toml::table* table : reader.tables("channel")) read_limit(*table);
    reader.finish();
  }

  Protocol& protocol() { return protocol_; }
  Errors& errors() { return file_.errors; }

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
      *list = texts_of(reader, key);
    }
    reader.finish();
  }

  void read_clause(const toml::table& table) {
    TomlReader reader(table, file_);
    Clause clause;
    clause.number = reader.text("number", true);
    clause.part = reader.text("part");
    clause.text = reader.localized("text", true);
    clause.check = static_cast<ClauseCheck>(reader.choice("check", kChecks).value_or(0));
    clause.reason = reader.localized("reason", clause.check == ClauseCheck::outside);
    clause.rules = rule_names(reader, "rules");
    clause.when = read_when(reader, file_);
    reader.finish();
    protocol_.clauses.push_back(std::move(clause));
  }

  Direction read_direction(const toml::table& table) {
    TomlReader reader(table, file_);
    Direction direction;
    direction.rules = rule_names(reader, "rules");
    direction.when = read_when(reader, file_);
    direction.text = reader.localized("text", true);
    reader.finish();
    return direction;
  }

  void read_severity(const toml::table& table) {
    TomlReader reader(table, file_);
    SeverityChange change;
    change.rules = rule_names(reader, "rules");
    change.when = read_when(reader, file_);
    change.beside = rule_names(reader, "beside");
    const auto chosen = reader.choice("set", kChanges);
    change.off = chosen && *chosen + 1 == kChanges.size();
    if (chosen && !change.off) change.severity = static_cast<Severity>(*chosen + 1);
    change.step = static_cast<int>(reader.integer("step", 0, -2, 2));
    reader.finish();
    protocol_.severities.push_back(std::move(change));
  }

  void read_statement(const toml::table& table) {
    TomlReader reader(table, file_);
    Statement statement;
    statement.rules = rule_names(reader, "rules");
    if (statement.rules.empty())
      reader.fail("", {"toml.missing-key", {{"key", std::string("rules")}}});
    statement.text = reader.localized("text", true);
    reader.finish();
    protocol_.statements.push_back(std::move(statement));
  }

  void read_limit(const toml::table& table) {
    constexpr std::int64_t kMost = 1'000'000;
    TomlReader reader(table, file_);
    ChannelLimit limit;
    const auto chosen = reader.choice("name", channel_names());
    if (table.get("name") == nullptr)
      reader.fail("", {"toml.missing-key", {{"key", std::string("name")}}});
    if (chosen) limit.channel = static_cast<Channel>(*chosen + 1);
    limit.characters = static_cast<std::uint32_t>(reader.integer("characters", kMost, 1, kMost));
    reader.finish();
    protocol_.limits.push_back(limit);
  }

  // Names of rules or of families, "conduct/*", that are there.
  std::vector<std::string> rule_names(TomlReader& reader, std::string_view key) {
    for (const SourceText& name : reader.texts(key)) {
      const auto is_meant = [&](const std::string& id) { return names_rule({name.text}, id); };
      if (!std::any_of(rules_.begin(), rules_.end(), is_meant)) fail_unknown_rule(name);
    }
    return texts_of(reader, key);
  }

  void fail_unknown_rule(const SourceText& name) {
    std::vector<std::string> known(rules_.begin(), rules_.end());
    for (const std::string& id : rules_) known.push_back(id.substr(0, id.find('/')) + "/*");
    file_.fail(name.place, {"config.unknown-rule",
                            {{"rule", name.text}, {"hint", nearest_name(name.text, known)}}});
  }

  static std::vector<std::string> texts_of(TomlReader& reader, std::string_view key) {
    std::vector<std::string> texts;
    for (SourceText& text : reader.texts(key)) texts.push_back(std::move(text.text));
    return texts;
  }

  TomlFile file_;
  std::span<const std::string> rules_;
  Protocol protocol_;
};

}  // namespace

std::string_view name_of(ClauseCheck check) { return kChecks[static_cast<std::size_t>(check)]; }

bool names_rule(const std::vector<std::string>& names, std::string_view rule) {
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
    if (!name.ends_with("/*")) return name == rule;
    return rule.starts_with(name.substr(0, name.size() - 1));
  });
}

Result<std::vector<Protocol>> load_protocols(const std::vector<PatternFile>& files,
                                             std::span<const std::string> rules) {
  std::vector<Protocol> protocols;
  Errors errors;
  for (const PatternFile& file : files) {
    ProtocolReader reader(file, rules);
    protocols.push_back(std::move(reader.protocol()));
    std::move(reader.errors().begin(), reader.errors().end(), std::back_inserter(errors));
  }
  if (!errors.empty()) return tl::unexpected<Errors>(std::move(errors));
  return protocols;
}

}  // namespace postlint
