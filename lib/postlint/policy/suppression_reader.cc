#include "postlint/policy/suppression_reader.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace postlint {
namespace {

struct OwnKey {
  std::string_view key;
  OwnKind kind;
};
constexpr OwnKey kOwnKeys[] = {
    {"names", OwnKind::name},        {"phones", OwnKind::phone},   {"mailboxes", OwnKind::mailbox},
    {"accounts", OwnKind::account},  {"domains", OwnKind::domain}, {"ibans", OwnKind::iban},
    {"addresses", OwnKind::address}, {"staff", OwnKind::staff},
};

// A name, a number: what has no letter and no digit names nothing.
bool says_something(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

// What must be there and say something; its absence is an error.
std::string required_text(TomlReader& reader, std::string_view key) {
  std::string text = reader.text(key, true);
  if (reader.node(key) != nullptr && reader.node(key)->is_string() && !says_something(text))
    reader.fail(key, {"allow.empty", {{"key", std::string(key)}}});
  return text;
}

std::vector<std::string> texts(TomlReader& reader, std::string_view key, TomlFile& file) {
  std::vector<std::string> result;
  for (SourceText& text : reader.texts(key)) {
    if (says_something(text.text)) {
      result.push_back(std::move(text.text));
    } else {
      file.errors.push_back({text.place.file,
                             text.place.line,
                             text.place.column,
                             {"allow.empty", {{"key", std::string(key)}}}});
    }
  }
  return result;
}

std::vector<Channel> channels(TomlReader& reader) {
  std::vector<Channel> result;
  for (const SourceText& name : reader.texts("channels")) {
    if (const auto chosen = reader.choice_of(name, "channels", channel_names()))
      result.push_back(static_cast<Channel>(*chosen + 1));  // the first, "unknown", has no name
  }
  return result;
}

}  // namespace

void read_organisation(const toml::table& table, TomlFile& file, SuppressionEntries& entries) {
  TomlReader reader(table, file);
  for (const OwnKey& own : kOwnKeys) {
    for (SourceText& text : reader.texts(own.key)) {
      if (says_something(text.text)) {
        entries.own.push_back({own.kind, std::move(text.text), std::move(text.place)});
      } else {
        file.errors.push_back({text.place.file,
                               text.place.line,
                               text.place.column,
                               {"allow.empty", {{"key", std::string(own.key)}}}});
      }
    }
  }
  reader.finish();
}

void read_allow(const toml::table& table, TomlFile& file, SuppressionEntries& entries) {
  TomlReader reader(table, file);
  AllowEntry entry;
  entry.place = reader.place();
  entry.rules = texts(reader, "rule", file);
  if (reader.node("rule") == nullptr)
    reader.fail("", {"toml.missing-key", {{"key", std::string("rule")}}});
  entry.words = texts(reader, "words", file);
  entry.files = texts(reader, "files", file);
  entry.channels = channels(reader);
  entry.reason = required_text(reader, "reason");
  entry.until = reader.date("until");
  reader.finish();
  entries.allowed.push_back(std::move(entry));
}

void read_consent(const toml::table& table, TomlFile& file, SuppressionEntries& entries) {
  static constexpr std::string_view kPurposes[] = {"name", "photo"};
  TomlReader reader(table, file);
  ConsentEntry entry;
  entry.place = reader.place();
  entry.person = required_text(reader, "name");
  if (reader.node("for") == nullptr)
    reader.fail("", {"toml.missing-key", {{"key", std::string("for")}}});
  for (const SourceText& purpose : reader.texts("for")) {
    const auto chosen = reader.choice_of(purpose, "for", kPurposes);
    if (chosen) (*chosen == 0 ? entry.to_name : entry.to_photo) = true;
  }
  entry.channels = channels(reader);
  entry.until = reader.date("until");
  entry.given_by = reader.text("given_by");
  reader.finish();
  entries.consents.push_back(std::move(entry));
}

}  // namespace postlint
