#include "postlint/suppress/suppression_reader.h"

#include <algorithm>
#include <utility>

namespace postlint {
namespace {

constexpr std::string_view kPurposes[] = {"name", "photo"};

struct OwnKey {
  std::string_view name;
  OwnKind kind;
};
constexpr OwnKey kOwnKeys[] = {
    {"names", OwnKind::name},       {"phones", OwnKind::phone},   {"mailboxes", OwnKind::mailbox},
    {"accounts", OwnKind::account}, {"domains", OwnKind::domain}, {"addresses", OwnKind::address},
    {"ibans", OwnKind::iban},       {"staff", OwnKind::staff},
};

// A name, a number: what has no letter and no digit is neither.
bool says_something(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

// Reads one table whose shape is known to be right.
class TableEntry {
 public:
  TableEntry(const toml::table& table, TomlFile& file) : table_(table), file_(file) {}

  SourcePlace place() const { return place_of(table_); }

  // A text, or a list of them, each with its place.
  std::vector<SourceText> texts(std::string_view key) const {
    std::vector<SourceText> result;
    const toml::node* value = table_.get(key);
    if (value == nullptr) return result;
    if (const auto* list = value->as_array()) {
      for (const toml::node& item : *list) add(item, key, result);
    } else {
      add(*value, key, result);
    }
    return result;
  }

  std::vector<std::string> plain_texts(std::string_view key) const {
    std::vector<std::string> result;
    for (SourceText& text : texts(key)) result.push_back(std::move(text.text));
    return result;
  }

  std::string text(std::string_view key) const {
    const std::vector<std::string> found = plain_texts(key);
    return found.empty() ? std::string() : found.front();
  }

  std::vector<Channel> channels() const {
    std::vector<Channel> result;
    for (const std::string& name : plain_texts("channels")) {
      if (const auto channel = channel_from(name)) result.push_back(*channel);
    }
    return result;
  }

  std::optional<Date> date(std::string_view key) const {
    const toml::node* value = table_.get(key);
    const auto* date = value != nullptr ? value->as_date() : nullptr;
    if (date == nullptr) return std::nullopt;
    return std::chrono::year((*date)->year) / (*date)->month / (*date)->day;
  }

 private:
  SourcePlace place_of(const toml::node& node) const {
    return {file_.name, node.source().begin.line, node.source().begin.column};
  }

  void add(const toml::node& node, std::string_view key, std::vector<SourceText>& result) const {
    const auto* text = node.as_string();
    if (text == nullptr) return;
    if (!says_something(text->get()))
      return file_.fail(node.source(), {"allow.empty", {{"key", std::string(key)}}});
    result.push_back({text->get(), place_of(node)});
  }

  const toml::table& table_;
  TomlFile& file_;
};

KeyShape channels_key() {
  return {.name = "channels", .kinds = kText | kList, .choices = channel_names()};
}

}  // namespace

const TableShape& organisation_shape() {
  static const TableShape kShape = [] {
    TableShape shape = {.name = "organisation", .keys = {}};
    for (const OwnKey& key : kOwnKeys)
      shape.keys.push_back({.name = key.name, .kinds = kText | kList});
    return shape;
  }();
  return kShape;
}

std::string_view key_of(OwnKind kind) {
  const auto key = std::find_if(std::begin(kOwnKeys), std::end(kOwnKeys),
                                [&](const OwnKey& it) { return it.kind == kind; });
  return key->name;
}

const TableShape& allow_shape() {
  static const TableShape kShape = {
      .name = "allow",
      .keys = {{.name = "rule", .kinds = kText | kList, .required = true},
               {.name = "words", .kinds = kText | kList},
               {.name = "files", .kinds = kText | kList},
               channels_key(),
               {.name = "reason", .required = true},
               {.name = "until", .kinds = kDate}}};
  return kShape;
}

const TableShape& consent_shape() {
  static const TableShape kShape = {
      .name = "consent",
      .keys = {{.name = "name", .required = true},
               {.name = "for", .kinds = kText | kList, .required = true, .choices = kPurposes},
               channels_key(),
               {.name = "until", .kinds = kDate},
               {.name = "given_by"}}};
  return kShape;
}

void read_organisation(const toml::table& table, TomlFile& file, SuppressionEntries& entries) {
  const TableEntry reader(table, file);
  for (const OwnKey& own : kOwnKeys) {
    for (SourceText& text : reader.texts(own.name))
      entries.own.push_back({own.kind, std::move(text.text), std::move(text.place)});
  }
}

void read_allow(const toml::table& table, TomlFile& file, SuppressionEntries& entries) {
  const TableEntry reader(table, file);
  AllowEntry entry;
  entry.place = reader.place();
  entry.rules = reader.plain_texts("rule");
  const auto* rules = table["rule"].as_array();
  if (rules != nullptr && rules->empty())
    file.fail(rules->source(), {"allow.empty", {{"key", std::string("rule")}}});
  entry.words = reader.plain_texts("words");
  entry.files = reader.plain_texts("files");
  entry.channels = reader.channels();
  entry.reason = reader.text("reason");
  entry.until = reader.date("until");
  entries.allowed.push_back(std::move(entry));
}

void read_consent(const toml::table& table, TomlFile& file, SuppressionEntries& entries) {
  const TableEntry reader(table, file);
  ConsentEntry entry;
  entry.place = reader.place();
  entry.person = reader.text("name");
  for (const std::string& purpose : reader.plain_texts("for"))
    (purpose == kPurposes[0] ? entry.to_name : entry.to_photo) = true;
  entry.channels = reader.channels();
  entry.until = reader.date("until");
  entry.given_by = reader.text("given_by");
  if (!entry.person.empty()) entries.consents.push_back(std::move(entry));
}

void read_each(const toml::table& root, std::string_view key, EntryReader* read, TomlFile& file,
               SuppressionEntries& entries) {
  const toml::node* value = root.get(key);
  if (value == nullptr) return;
  if (const auto* table = value->as_table()) return read(*table, file, entries);
  const auto* list = value->as_array();
  if (list == nullptr) return;
  for (const toml::node& item : *list) {
    if (const auto* table = item.as_table()) read(*table, file, entries);
  }
}

}  // namespace postlint
