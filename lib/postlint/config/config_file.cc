#include "postlint/config/config_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "postlint/config/keys.h"
#include "postlint/suppress/suppression_reader.h"
#include "postlint/toml/check.h"

namespace postlint {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargestFile = 1U << 20U;
constexpr std::size_t kDeepestExtends = 8;

// One file's table, checked before, as a layer.
class LayerReader {
 public:
  LayerReader(const toml::table& root, const std::string& path, TomlFile& file)
      : file_(file), folder_(fs::path(path).parent_path()) {
    layer_.file = file.name;
    layer_.folder = folder_.string();
    layer_.root = root["root"].value_or(false);
    read_entries(root, config_shape(), "", layer_.entries);
    if (const auto* list = root["overrides"].as_array()) {
      for (const toml::node& item : *list) {
        if (const auto* table = item.as_table()) read_override(*table);
      }
    } else if (const auto* table = root["overrides"].as_table()) {
      read_override(*table);
    }
    read_suppressions(root);
  }

  Layer take() { return std::move(layer_); }

 private:
  // The values of `table` in the order of its shape, those of rules last.
  void read_entries(const toml::table& table, const TableShape& shape, const std::string& rule,
                    std::vector<Entry>& out) {
    for (const KeyShape& key : shape.keys) {
      if (key.table == nullptr) read_values(table, key.name, rule, out);
    }
    const auto* rules = rule.empty() ? table["rules"].as_table() : nullptr;
    if (rules == nullptr) return;
    for (const auto& [name, values] : *rules) {
      if (const auto* values_table = values.as_table())
        read_rule(*values_table, name, *shape.find("rules")->table->named, out);
    }
  }

  // A rule without any values is still one that has to exist.
  void read_rule(const toml::table& table, const toml::key& name, const TableShape& shape,
                 std::vector<Entry>& out) {
    const std::string rule(name.str());
    out.push_back({rule, "", "", origin(name.source())});
    read_entries(table, shape, rule, out);
  }

  void read_values(const toml::table& table, std::string_view key, const std::string& rule,
                   std::vector<Entry>& out) {
    const toml::node* value = table.get(key);
    if (value == nullptr) return;
    const auto* list = value->as_array();
    if (list == nullptr) return read_value(*value, key, rule, out);
    for (const toml::node& item : *list) read_value(item, key, rule, out);
  }

  void read_value(const toml::node& value, std::string_view key, const std::string& rule,
                  std::vector<Entry>& out) {
    std::string text;
    if (const auto* string = value.as_string()) text = string->get();
    if (const auto* choice = value.as_boolean()) text = choice->get() ? "true" : "false";
    if (value.is_number()) text = fmt::format("{}", value.value_or(0.0));
    if (names_file(key)) {
      const std::string named = std::exchange(text, beside_file(text));
      if (::access(text.c_str(), R_OK) != 0)
        return file_.fail(value.source(), {"config.missing-file", {{"file", named}}});
    }
    out.push_back({rule, std::string(key), std::move(text), origin(value.source())});
  }

  static bool names_file(std::string_view key) {
    return key == "patterns" || key == "dictionaries" || key == "protocols" || key == "consent";
  }

  std::string beside_file(const std::string& path) const {
    return shown_path((folder_ / path).lexically_normal().string());
  }

  void read_override(const toml::table& table) {
    Override result;
    result.origin = origin(table.source());
    for (const std::string& path : texts(table["paths"])) result.paths.push_back(path);
    for (const std::string& channel : texts(table["channels"])) {
      if (const auto known = channel_from(channel)) result.channels.push_back(*known);
    }
    read_entries(table, *config_shape().find("overrides")->table, "", result.entries);
    std::erase_if(result.entries, [](const Entry& entry) {
      return entry.key == "paths" || entry.key == "channels";
    });
    if (!table.contains("paths") && !table.contains("channels"))
      file_.fail(table.source(), {"config.override-any", {}});
    if (table.contains("channels") && table.contains("channel"))
      file_.fail(table.get("channel")->source(), {"config.override-channel", {}});
    layer_.overrides.push_back(std::move(result));
  }

  void read_suppressions(const toml::table& root) {
    read_each(root, "organisation", read_organisation, file_, layer_.suppressions);
    read_each(root, "allow", read_allow, file_, layer_.suppressions);
  }

  static std::vector<std::string> texts(toml::node_view<const toml::node> value) {
    std::vector<std::string> result;
    if (const auto* text = value.as_string()) result.push_back(text->get());
    if (const auto* list = value.as_array()) {
      for (const toml::node& item : *list) {
        if (const auto* text = item.as_string()) result.push_back(text->get());
      }
    }
    return result;
  }

  Origin origin(const toml::source_region& where) const {
    return {Origin::Kind::file, file_.name, where.begin.line, where.begin.column};
  }

  TomlFile& file_;
  fs::path folder_;
  Layer layer_;
};

// A regular file's text; nothing, with a message unless it is simply not there. Never waits: what
// is no regular file is not read.
std::optional<std::string> text_of(const std::string& path, std::optional<Message>& problem) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) {
    if (errno != ENOENT && errno != ENOTDIR)
      problem = Message{"config.unreadable", {{"reason", std::string(std::strerror(errno))}}};
    return std::nullopt;
  }
  struct stat status {};
  std::string text;
  if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
    problem = Message{"config.not-a-file", {}};
  } else if (static_cast<std::size_t>(status.st_size) > kLargestFile) {
    problem = Message{"config.too-large", {}};
  } else {
    text.resize(static_cast<std::size_t>(status.st_size));
    const ::ssize_t size = ::read(descriptor, text.data(), text.size());
    if (size < 0)
      problem = Message{"config.unreadable", {{"reason", std::string(std::strerror(errno))}}};
    text.resize(static_cast<std::size_t>(std::max<::ssize_t>(size, 0)));
  }
  ::close(descriptor);
  return problem ? std::nullopt : std::optional<std::string>(std::move(text));
}

// A file and those that it extends, beneath it.
class FileReader {
 public:
  ConfigFile read(const std::string& path) {
    std::optional<Message> problem;
    const auto text = text_of(path, problem);
    if (problem) result_.errors.push_back({shown_path(path), 0, 0, *problem});
    if (text) read_text(path, *text);
    return std::move(result_);
  }

 private:
  void read_text(const std::string& path, const std::string& text) {
    open_.push_back(path);
    TomlFile file{shown_path(path), {}};
    const toml::table root = parse_toml(text, file);
    if (file.errors.empty()) {
      check_shape(root, config_shape(), file);
      LayerReader reader(root, path, file);
      if (const auto* extends = root["extends"].as_string()) read_base(*extends, path, file);
      result_.layers.push_back(reader.take());
    }
    result_.errors.insert(result_.errors.end(), file.errors.begin(), file.errors.end());
    open_.pop_back();
  }

  void read_base(const toml::value<std::string>& extends, const std::string& path, TomlFile& file) {
    std::error_code error;
    const fs::path base = fs::canonical(fs::path(path).parent_path() / extends.get(), error);
    if (std::find(open_.begin(), open_.end(), base) != open_.end())
      return file.fail(extends.source(), {"config.extends-circle", {{"file", extends.get()}}});
    if (open_.size() > kDeepestExtends) {
      return file.fail(extends.source(),
                       {"config.extends-deep", {{"limit", std::int64_t{kDeepestExtends}}}});
    }
    std::optional<Message> problem;
    if (const auto text = error ? std::nullopt : text_of(base, problem))
      return read_text(base, *text);
    const std::string reason = error ? error.message() : std::string();
    file.fail(extends.source(),
              problem.value_or(Message{"config.extends-missing",
                                       {{"file", extends.get()}, {"reason", reason}}}));
  }

  std::vector<std::string> open_;
  ConfigFile result_;
};

}  // namespace

ConfigFile read_config_file(const std::string& path) { return FileReader().read(path); }

std::string shown_path(const std::string& path) {
  std::error_code error;
  const fs::path here = fs::current_path(error);
  if (error) return path;
  const std::string relative = fs::path(path).lexically_relative(here).string();
  return !relative.empty() && relative.size() < path.size() ? relative : path;
}

}  // namespace postlint
