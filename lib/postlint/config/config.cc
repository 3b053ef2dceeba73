#include "postlint/config/config.h"

#include <algorithm>
#include <charconv>

#include "postlint/base/path_pattern.h"
#include "postlint/config/keys.h"
#include "postlint/text/folding.h"

namespace postlint {
namespace {

bool is_list(const Entry& entry) {
  const KeyShape* key = entry.rule.empty() ? config_shape().find(entry.key) : nullptr;
  return key != nullptr && (key->kinds & kList) != 0;
}

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

// What an entry says, put into the settings that it is about.
void apply_to_draft(const Entry& entry, Settings& settings) {
  Context& context = settings.context;
  const std::string& value = entry.value;
  if (entry.key == "role") context.role = role_from(value).value_or(context.role);
  if (entry.key == "account") context.account = account_from(value).value_or(context.account);
  if (entry.key == "channel") context.channel = channel_from(value).value_or(context.channel);
  if (entry.key == "audience") context.audience = audience_from(value).value_or(context.audience);
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
    double confidence = 0;
    std::from_chars(entry.value.data(), entry.value.data() + entry.value.size(), confidence);
    rule.min_confidence = confidence;
  } else if (entry.key == "ignore") {
    rule.ignore.push_back(fold(entry.value));
  }
}

// Rules that nobody above may lower, for those that come later.
std::vector<std::string> locks_of(const Layer& layer) {
  std::vector<std::string> locks;
  for (const Entry& entry : layer.entries) {
    if (entry.rule.empty() && entry.key == "locked") locks.push_back(entry.value);
  }
  return locks;
}

// Merges the layers for one draft.
class Merger {
 public:
  Merger(const std::vector<Layer>& layers, const KnownNames& names)
      : layers_(layers), names_(names), rules_(names.rules.size()) {}

  Settings merge(std::string_view path, Channel channel, Channel likely) {
    channel_ = channel;
    if (channel == Channel::unknown) channel_ = configured_channel(path);
    if (channel_ == Channel::unknown) channel_ = likely;
    for (const Layer& layer : layers_) {
      for_entries(layer, path, [&](const std::vector<Entry>& entries) { apply(entries); });
      for (std::string& lock : locks_of(layer)) locks_.push_back(std::move(lock));
    }
    settings_.context.channel = channel_;
    if (any_rule_) settings_.rules = RuleSettings(std::move(rules_));
    return std::move(settings_);
  }

 private:
  template <typename Use>
  void for_entries(const Layer& layer, std::string_view path, Use use) {
    use(layer.entries);
    for (const Override& it : layer.overrides) {
      if (fits(it, layer, path, channel_)) use(it.entries);
    }
  }

  // Overrides by channel set no channel: they need it.
  Channel configured_channel(std::string_view path) {
    Settings found;
    for (const Layer& layer : layers_) {
      for_entries(layer, path, [&](const std::vector<Entry>& entries) {
        for (const Entry& entry : entries) {
          if (entry.rule.empty() && entry.key == "channel") apply_to_draft(entry, found);
        }
      });
    }
    return found.context.channel;
  }

  // Families first: what names one rule says more.
  void apply(const std::vector<Entry>& entries) {
    for (const bool families : {true, false}) {
      for (const Entry& entry : entries) {
        if (!entry.rule.empty() && entry.rule.ends_with("/*") == families) apply_to_rules(entry);
      }
    }
    for (const Entry& entry : entries) {
      if (entry.rule.empty()) apply_to_draft(entry, settings_);
    }
  }

  void apply_to_rules(const Entry& entry) {
    for (std::size_t i = 0; i < names_.rules.size(); ++i) {
      if (!names_rule({entry.rule}, names_.rules[i].id)) continue;
      apply_to_rule(entry, names_rule(locks_, names_.rules[i].id), rules_[i]);
      any_rule_ = true;
    }
  }

  const std::vector<Layer>& layers_;
  const KnownNames& names_;
  Channel channel_ = Channel::unknown;
  std::vector<std::string> locks_;
  std::vector<RuleSetting> rules_;
  bool any_rule_ = false;
  Settings settings_;
};

}  // namespace

std::vector<Entry> Config::entries(std::string_view key) const {
  std::vector<Entry> found;
  for (const Layer& layer : layers_) {
    for (const Entry& entry : layer.entries) {
      if (!entry.rule.empty() || entry.key != key) continue;
      const auto same = std::find_if(found.begin(), found.end(), [&](const Entry& other) {
        return !is_list(entry) || other.value == entry.value;
      });
      if (same == found.end()) {
        found.push_back(entry);
      } else if (!is_list(entry)) {
        *same = entry;
      }
    }
  }
  return found;
}

std::vector<std::string> Config::values(std::string_view key) const {
  std::vector<std::string> values;
  for (Entry& entry : entries(key)) values.push_back(std::move(entry.value));
  return values;
}

Settings Config::settings(std::string_view path, const KnownNames& names, Channel channel,
                          Channel likely) const {
  return Merger(layers_, names).merge(path, channel, likely);
}

}  // namespace postlint
