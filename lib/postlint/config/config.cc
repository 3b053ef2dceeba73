#include "postlint/config/config.h"

#include <algorithm>
#include <charconv>
#include <locale>
#include <sstream>

#include "postlint/base/path_pattern.h"
#include "postlint/config/keys.h"
#include "postlint/text/folding.h"

namespace postlint {
namespace {

// Lists add up; of other values the last one counts.
bool is_list(const Entry& entry) {
  const TableShape& shape = entry.rule.empty() ? config_shape() : rule_settings_shape();
  const KeyShape* key = shape.find(entry.key);
  return key == nullptr || (key->kinds & kList) != 0;  // --allow-file is no key of a file
}

bool is_lock(const Entry& entry) { return entry.rule.empty() && entry.key == "locked"; }

bool fits(const Override& it, const Layer& layer, std::string_view path, Channel channel) {
  const bool path_fits =
      it.paths.empty() ||
      (!path.empty() && std::any_of(it.paths.begin(), it.paths.end(), [&](const auto& pattern) {
        return path_matches(pattern, layer.folder, path);
      }));
  const bool channel_fits = it.channels.empty() || std::find(it.channels.begin(), it.channels.end(),
                                                             channel) != it.channels.end();
  return path_fits && channel_fits;
}

void read_length(std::string_view value, std::uint32_t& length) {
  std::from_chars(value.data(), value.data() + value.size(), length);
}

// With a point, whatever the user's locale. Not every library has std::from_chars for fractions.
double fraction_from(const std::string& value) {
  std::istringstream digits(value);
  digits.imbue(std::locale::classic());
  double fraction = 0;
  digits >> fraction;
  return fraction;
}

// What an entry says, put into the settings that it is about.
void apply_to_draft(const Entry& entry, Settings& settings) {
  Context& context = settings.context;
  const std::string& value = entry.value;
  if (entry.key == "role") context.role = role_from(value).value_or(context.role);
  if (entry.key == "account") context.account = account_from(value).value_or(context.account);
  if (entry.key == "channel") context.channel = channel_from(value).value_or(context.channel);
  if (entry.key == "audience") context.audience = audience_from(value).value_or(context.audience);
  if (entry.key == "nature") context.nature = nature_from(value).value_or(context.nature);
  if (entry.key == "characters") read_length(value, context.characters);
  if (entry.key == "brief") read_length(value, context.brief);
  if (entry.key == "protocol") context.protocol = value;
  if (entry.key == "fail-on") settings.fail_on = fail_on_from(value).value_or(settings.fail_on);
  if (entry.key == "lang") settings.language = language_from(value);
}

void apply_to_rule(const Entry& entry, bool locked, RuleSetting& rule) {
  if (entry.key == "severity") {
    rule.off = entry.value == kOff;
    rule.severity = severity_from(entry.value);
    rule.only_raises = locked;
  } else if (entry.key == "min-confidence") {
    rule.min_confidence = fraction_from(entry.value);
  } else if (entry.key == "ignore") {
    rule.ignore.push_back(fold(entry.value));
  }
}

// Gathers what counts for one draft, from the lowest layer.
class Merger {
 public:
  Merger(const std::vector<Layer>& layers, std::string_view path, Channel channel)
      : layers_(layers), path_(path), channel_(channel) {}

  std::vector<Entry> merge() {
    for (const Layer& layer : layers_) {
      add(layer.entries);
      for (const Override& it : layer.overrides) {
        if (fits(it, layer, path_, channel_)) add(it.entries);
      }
      for (const Entry& entry : layer.entries) {
        if (is_lock(entry)) add(entry);
      }
    }
    return std::move(merged_);
  }

 private:
  // Families first: what names one rule says more. Locks hold for those above: they come last.
  void add(const std::vector<Entry>& entries) {
    for (const bool family : {true, false}) {
      for (const Entry& entry : entries) {
        if (entry.rule.ends_with("/*") == family && !is_lock(entry) && !entry.key.empty())
          add(entry);
      }
    }
  }

  void add(const Entry& entry) {
    std::erase_if(merged_, [&](const Entry& lower) { return replaces(entry, lower); });
    merged_.push_back(entry);
  }

  static bool replaces(const Entry& entry, const Entry& lower) {
    const bool same = lower.key == entry.key &&
                      (lower.rule == entry.rule || names_rule({entry.rule}, lower.rule));
    return same && (!is_list(entry) || (lower.value == entry.value && lower.rule == entry.rule));
  }

  const std::vector<Layer>& layers_;
  std::string_view path_;
  Channel channel_;
  std::vector<Entry> merged_;
};

Settings settings_from(const std::vector<Entry>& entries, const KnownNames& names) {
  Settings settings;
  std::vector<RuleSetting> rules(names.rules.size());
  std::vector<std::string> locks;
  bool any_rule = false;
  for (const Entry& entry : entries) {
    if (is_lock(entry)) locks.push_back(entry.value);
    if (entry.rule.empty()) apply_to_draft(entry, settings);
    for (std::size_t i = 0; i < rules.size() && !entry.rule.empty(); ++i) {
      if (!names_rule({entry.rule}, names.rules[i].id)) continue;
      apply_to_rule(entry, names_rule(locks, names.rules[i].id), rules[i]);
      any_rule = true;
    }
  }
  if (any_rule) settings.rules = RuleSettings(std::move(rules));
  return settings;
}

}  // namespace

std::vector<Entry> Config::entries(std::string_view path, Channel channel, Channel likely) const {
  // Overrides by channel choose none: without them it is the same.
  for (const Entry& entry : Merger(layers_, path, Channel::unknown).merge()) {
    if (entry.key == "channel" && channel == Channel::unknown)
      channel = channel_from(entry.value).value_or(channel);
  }
  return Merger(layers_, path, channel == Channel::unknown ? likely : channel).merge();
}

std::vector<std::string> Config::values(std::string_view key) const {
  std::vector<std::string> values;
  for (Entry& entry : entries({})) {
    if (entry.rule.empty() && entry.key == key) values.push_back(std::move(entry.value));
  }
  return values;
}

Settings Config::settings(std::string_view path, const KnownNames& names, Channel channel,
                          Channel likely) const {
  Settings settings = settings_from(entries(path, channel, likely), names);
  Channel& chosen = settings.context.channel;
  if (channel != Channel::unknown) chosen = channel;
  if (chosen == Channel::unknown) chosen = likely;
  return settings;
}

}  // namespace postlint
