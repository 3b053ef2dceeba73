// Config::check(): what takes the rules and protocols to tell.
#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "postlint/base/nearest.h"
#include "postlint/config/config.h"
#include "postlint/config/keys.h"

namespace postlint {
namespace {

// A rule or family that may not be lowered by those above.
struct Lock {
  std::string rules;
  std::string by;  // "postlint.toml:3", or the protocol's id
};

class ConfigChecker {
 public:
  ConfigChecker(const KnownNames& names, const std::string& protocol) : names_(names) {
    for (const Rule& rule : names.rules) rule_ids_.push_back(rule.id);
    for (const Protocol* pack : names.protocols) {
      protocol_ids_.push_back(pack->id);
      if (pack->id != protocol) continue;
      for (const std::string& rules : pack->locked) locks_.push_back({rules, pack->id});
    }
    severities_.resize(names.rules.size());
    for (std::size_t i = 0; i < severities_.size(); ++i) severities_[i] = names.rules[i].severity;
  }

  Errors check(const std::vector<Layer>& layers) {
    for (const Layer& layer : layers) {
      for (const Entry& entry : layer.entries) check(entry);
      for (const Override& it : layer.overrides) {
        for (const Entry& entry : it.entries) check(entry);
      }
      add_locks(layer);
    }
    return std::move(errors_);
  }

 private:
  void check(const Entry& entry) {
    if (entry.rule.empty() && entry.key == "protocol") check_protocol(entry);
    if (entry.rule.empty() && entry.key == "locked") check_rule(entry, entry.value);
    if (entry.rule.empty()) return;
    if (entry.key.empty()) return check_rule(entry, entry.rule);
    check_words(entry);
    check_locks(entry);
  }

  void check_protocol(const Entry& entry) {
    const auto& known = protocol_ids_;
    if (std::find(known.begin(), known.end(), entry.value) != known.end()) return;
    const bool is_option = entry.origin.kind == Origin::Kind::option;
    const bool is_file = entry.origin.kind == Origin::Kind::file;
    fail(entry, {is_option ? "cli.unknown-value" : "toml.unknown-value",
                 {{is_option ? "option" : "key", is_file ? entry.key : entry.origin.name},
                  {"value", entry.value},
                  {"hint", nearest_name(entry.value, known)},
                  {"choices", fmt::format("{}", fmt::join(known, ", "))}}});
  }

  void check_rule(const Entry& entry, const std::string& name) {
    if (auto problem = unknown_rule(name, rule_ids_)) fail(entry, *problem);
  }

  void check_words(const Entry& entry) {
    if (entry.key != "words") return;
    const auto rule = std::find(rule_ids_.begin(), rule_ids_.end(), entry.rule);
    const bool takes_words =
        rule != rule_ids_.end() &&
        !names_.rules[static_cast<std::size_t>(rule - rule_ids_.begin())].whole_draft;
    if (!takes_words) fail(entry, {"config.no-words", {{"rule", entry.rule}}});
  }

  // One error an entry, however many rules of a family are locked.
  void check_locks(const Entry& entry) {
    for (std::size_t i = 0; i < rule_ids_.size(); ++i) {
      if (!names_rule({entry.rule}, rule_ids_[i])) continue;
      const Lock* lock = lock_of(rule_ids_[i]);
      if (lock != nullptr && lowers(entry, i)) {
        return fail(entry, {"config.locked", {{"rule", rule_ids_[i]}, {"by", lock->by}}});
      }
      if (entry.key == "severity") severities_[i] = severity_from(entry.value);
    }
  }

  bool lowers(const Entry& entry, std::size_t rule) const {
    if (entry.key == "ignore") return true;
    if (entry.key == "min-confidence") return true;
    return entry.key == "severity" && severity_from(entry.value) < severities_[rule];
  }

  const Lock* lock_of(const std::string& rule) const {
    const auto lock = std::find_if(locks_.begin(), locks_.end(),
                                   [&](const Lock& it) { return names_rule({it.rules}, rule); });
    return lock != locks_.end() ? &*lock : nullptr;
  }

  void add_locks(const Layer& layer) {
    for (const Entry& entry : layer.entries) {
      if (!entry.rule.empty() || entry.key != "locked") continue;
      locks_.push_back({entry.value, fmt::format("{}:{}", entry.origin.name, entry.origin.line)});
    }
  }

  void fail(const Entry& entry, Message message) {
    errors_.push_back(entry.origin.error(std::move(message)));
  }

  const KnownNames& names_;
  std::vector<std::string> rule_ids_, protocol_ids_;
  std::vector<Lock> locks_;
  std::vector<std::optional<Severity>> severities_;  // by rule, as far as merged; none: off
  Errors errors_;
};

}  // namespace

Errors Config::check(const KnownNames& names) const {
  const std::vector<std::string> protocol = values("protocol");
  return ConfigChecker(names, protocol.empty() ? "general" : protocol.front()).check(layers_);
}

}  // namespace postlint
