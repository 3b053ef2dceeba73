#include "config/show.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "postlint/config/keys.h"
#include "postlint/report/messages.h"
#include "postlint/report/printable.h"
#include "postlint/text/display_width.h"

namespace postlint::cli {
namespace {

std::string shown(const Origin& origin) {
  const std::string name = printable(origin.name);
  return origin.line == 0 ? name : fmt::format("{}:{}", name, origin.line);
}

// What a file says of itself, and no draft gets to see.
bool is_about_file(std::string_view key) { return key == "root" || key == "extends"; }

class SettingsTable {
 public:
  explicit SettingsTable(Language language) : language_(language) {}

  void add_draft(const std::vector<Entry>& entries) {
    for (const KeyShape& key : config_shape().keys) {
      if (key.table == nullptr && !is_about_file(key.name)) add_key(entries, key.name);
    }
    add_entries(entries, "", [](const Entry& entry) { return entry.key == "allow-file"; });
    add_entries(entries, "", [](const Entry& entry) { return !entry.rule.empty(); });
  }

  void add_layer(const Layer& layer) {
    add_entries(layer.entries, "", [](const Entry& entry) { return is_about_file(entry.key); });
    for (const OwnEntry& own : layer.suppressions.own)
      add(fmt::format("organisation {}", key_of(own.kind)), own.text, to_string(own.place));
    for (const AllowEntry& allow : layer.suppressions.allowed) add_allow(allow);
    for (const Override& it : layer.overrides) add_override(it);
  }

  std::string text() const {
    std::size_t keys = 0, values = 0;
    for (const Line& line : lines_) {
      keys = std::max(keys, display_width(line.key));
      values = std::max(values, display_width(line.value));
    }
    std::string out;
    for (const Line& line : lines_) {
      out += line.key + std::string(keys - display_width(line.key) + 2, ' ') + line.value +
             std::string(values - display_width(line.value) + 2, ' ') + line.origin + "\n";
    }
    return out;
  }

 private:
  struct Line {
    std::string key, value, origin;
  };

  void add(const std::string& key, std::string_view value, const std::string& origin) {
    lines_.push_back({printable(key), printable(value), printable(origin)});
  }

  template <typename Test>
  void add_entries(const std::vector<Entry>& entries, const std::string& before, Test is_wanted) {
    for (const Entry& entry : entries) {
      if (entry.key.empty() || !is_wanted(entry)) continue;
      const std::string rule = entry.rule.empty() ? "" : entry.rule + " ";
      add(before + rule + entry.key, entry.value, shown(entry.origin));
    }
  }

  // What nobody set as well.
  void add_key(const std::vector<Entry>& entries, std::string_view key) {
    const std::size_t before = lines_.size();
    add_entries(entries, "",
                [&](const Entry& entry) { return entry.rule.empty() && entry.key == key; });
    if (lines_.size() > before) return;
    const std::string_view value =
        key == "lang" ? language_names()[static_cast<std::size_t>(language_)] : default_of(key);
    add(std::string(key), value.empty() ? "-" : value, format_message("config.default", language_));
  }

  void add_allow(const AllowEntry& allow) {
    const std::string name = fmt::format("allow {} ", ++allowed_);
    const std::string place = to_string(allow.place);
    for (const std::string& rule : allow.rules) add(name + "rule", rule, place);
    for (const std::string& words : allow.words) add(name + "words", words, place);
    for (const std::string& file : allow.files) add(name + "files", file, place);
    for (const Channel channel : allow.channels) add(name + "channels", name_of(channel), place);
    add(name + "reason", allow.reason, place);
    if (!allow.until) return;
    add(name + "until",
        fmt::format("{:04}-{:02}-{:02}", static_cast<int>(allow.until->year()),
                    static_cast<unsigned>(allow.until->month()),
                    static_cast<unsigned>(allow.until->day())),
        place);
  }

  void add_override(const Override& it) {
    const std::string name = fmt::format("overrides {} ", ++overrides_);
    for (const std::string& path : it.paths) add(name + "paths", path, shown(it.origin));
    for (const Channel channel : it.channels)
      add(name + "channels", name_of(channel), shown(it.origin));
    add_entries(it.entries, name, [](const Entry&) { return true; });
  }

  Language language_;
  std::vector<Line> lines_;
  int allowed_ = 0, overrides_ = 0;
};

}  // namespace

std::string shown_settings(const Config& config, const std::vector<Entry>& entries,
                           Language language) {
  SettingsTable table(language);
  table.add_draft(entries);
  for (const Layer& layer : config.layers()) table.add_layer(layer);
  return table.text();
}

}  // namespace postlint::cli
