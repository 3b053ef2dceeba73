#include "setup.h"

#include <algorithm>
#include <filesystem>
#include <tuple>

#include "command_line.h"

namespace postlint::cli {
namespace {

KnownNames names_of(const Linter& linter) {
  KnownNames names{linter.rules(), {}};
  for (const std::string& id : linter.protocols())
    names.protocols.push_back(linter.find_protocol(id));
  return names;
}

// Where a draft lies, as patterns for paths see it.
std::string place_of(const std::string& file) {
  if (file == "-" || file.empty()) return {};
  return folder_of(file) + "/" + std::filesystem::path(file).filename().string();
}

}  // namespace

Settings Setup::settings(const std::string& file, Channel channel, Channel likely) const {
  return config->settings(place_of(file), *names, channel, likely);
}

std::vector<std::string> Setup::locked_rules(const std::string& file) const {
  std::vector<std::string> locked = config->values("locked");
  const std::string protocol = settings(file).context.protocol;
  const Protocol* pack = linter->find_protocol(protocol.empty() ? "general" : protocol);
  if (pack != nullptr) locked.insert(locked.end(), pack->locked.begin(), pack->locked.end());
  return locked;
}

std::vector<Entry> Setup::entries(const std::string& file) const {
  return config->entries(place_of(file));
}

Setups::Setups(ConfigRequest request, Language language)
    : loader_(std::move(request)), language_(language) {}

std::optional<Setup> Setups::for_file(const std::string& file) {
  return for_folder(file == "-" ? std::string()
                                : std::filesystem::path(file).parent_path().string());
}

std::optional<Setup> Setups::for_folder(const std::string& folder) {
  const LoadedConfig& found = loader_.for_folder(folder);
  Loaded& loaded = load(*found.config);
  Errors errors = found.errors;
  const Lifting* lifting = nullptr;
  if (loaded.linter != nullptr) {
    for (Error& error : found.config->check(loaded.names)) errors.push_back(std::move(error));
    lifting = &lifting_of(*found.config, loaded.names);
    errors.insert(errors.end(), lifting->errors.begin(), lifting->errors.end());
  }
  std::stable_sort(errors.begin(), errors.end(), [](const Error& a, const Error& b) {
    return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
  });
  complain_once(errors);
  if (!errors.empty() || loaded.linter == nullptr) return std::nullopt;
  return Setup{loaded.linter.get(), loaded.scratch.get(), found.config.get(), &loaded.names,
               &lifting->suppressions};
}

const Setups::Lifting& Setups::lifting_of(const Config& config, const KnownNames& names) {
  const auto known = lifting_.find(&config);
  if (known != lifting_.end()) return known->second;
  Errors errors;
  Suppressions suppressions(config.suppressions(names, errors));
  return lifting_.emplace(&config, Lifting{std::move(suppressions), std::move(errors)})
      .first->second;
}

const Suppressions* Setups::may_stand(const Setup& setup, const std::string& file) {
  if (file == "-") return setup.suppressions;
  Errors errors;
  SuppressionEntries entries = own_may_stand(setup.suppressions->entries(), file,
                                             setup.locked_rules(file), setup.names->rules, errors);
  complain_once(errors);
  return errors.empty() ? &of_files_.emplace_back(std::move(entries)) : nullptr;
}

Setups::Loaded& Setups::load(const Config& config) {
  LoadOptions options = load_options(config);
  for (Loaded& loaded : loaded_) {
    if (loaded.options == options) return loaded;
  }
  Linter::LoadResult result = Linter::load(options);
  complain_once(result.errors);
  Loaded& loaded = loaded_.emplace_back();
  loaded.options = std::move(options);
  loaded.linter = std::move(result.linter);
  if (loaded.linter == nullptr) return loaded;
  loaded.scratch = std::make_unique<Linter::Scratch>(*loaded.linter);
  loaded.names = names_of(*loaded.linter);
  return loaded;
}

void Setups::complain_once(const Errors& errors) {
  for (const Error& error : errors) {
    if (std::find(told_.begin(), told_.end(), error) != told_.end()) continue;
    told_.push_back(error);
    complain(error, language_);
  }
}

LoadOptions load_options(const Config& config) {
  LoadOptions options;
  options.pattern_files = config.values("patterns");
  options.word_lists = config.values("dictionaries");
  options.protocol_files = config.values("protocols");
  for (const Layer& layer : config.layers()) {
    for (const Entry& entry : layer.entries) {
      if (entry.rule.empty() || entry.key != "words") continue;
      options.extra_words.push_back(
          {entry.rule, entry.value, entry.origin.name, entry.origin.line, entry.origin.column});
    }
  }
  return options;
}

std::optional<LoadOptions> load_options_here(const ConfigOptions& config, const CommandLine& line) {
  auto request = config.request({}, line);
  if (!request) return std::nullopt;
  ConfigLoader loader(std::move(*request));
  const LoadedConfig& found = loader.for_folder("");
  complain(found.errors, line.language());
  if (!found.errors.empty()) return std::nullopt;
  return load_options(*found.config);
}

bool fails(FailOn fail_on, const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
    return static_cast<int>(finding.severity) >= static_cast<int>(fail_on);
  });
}

Severity least_that_fails(FailOn fail_on) {
  return fail_on == FailOn::never ? Severity::error : static_cast<Severity>(fail_on);
}

}  // namespace postlint::cli
