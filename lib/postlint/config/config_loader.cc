#include "postlint/config/config_loader.h"

#include <algorithm>
#include <filesystem>

namespace postlint {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFileName = "postlint.toml";

std::string real_folder(const fs::path& folder) {
  std::error_code error;
  const fs::path named = folder.empty() ? fs::path(".") : folder;
  const fs::path real = fs::canonical(named, error);
  if (!error) return real.string();
  const fs::path absolute = fs::absolute(named, error);
  return error ? std::string() : absolute.lexically_normal().string();
}

}  // namespace

const LoadedConfig& ConfigLoader::for_folder(const std::string& folder) {
  const std::string real = request_.folders ? real_folder(folder) : std::string();
  const auto known = configs_.find(real);
  return known != configs_.end() ? known->second : configs_.emplace(real, load(real)).first->second;
}

LoadedConfig ConfigLoader::load(const std::string& folder) {
  std::vector<const ConfigFile*> files;
  if (request_.files) {
    for (const std::string& path : {request_.places.system, request_.places.user}) {
      if (!path.empty()) files.push_back(&read(path));
    }
  }
  if (request_.files && !request_.places.named.empty()) {
    files.push_back(&read_named());
  } else if (request_.files && request_.folders) {
    for (const ConfigFile* file : files_of(folder)) files.push_back(file);
  }
  LoadedConfig loaded;
  std::vector<Layer> layers;
  for (const ConfigFile* file : files) {
    layers.insert(layers.end(), file->layers.begin(), file->layers.end());
    loaded.errors.insert(loaded.errors.end(), file->errors.begin(), file->errors.end());
  }
  layers.push_back(request_.environment);
  layers.push_back(request_.options);
  loaded.config = std::make_shared<const Config>(std::move(layers));
  return loaded;
}

const ConfigFile& ConfigLoader::read_named() {
  const std::string& named = request_.places.named;
  std::error_code error;
  const fs::path path = fs::absolute(named, error).lexically_normal();
  ConfigFile& file = files_[path.string()];
  if (file.layers.empty() && file.errors.empty()) file = read_config_file(path.string());
  if (file.layers.empty() && file.errors.empty())
    file.errors.push_back({named, 0, 0, {"config.missing", {}}});
  return file;
}

// From the outermost folder in.
std::vector<const ConfigFile*> ConfigLoader::files_of(const std::string& folder) {
  std::vector<const ConfigFile*> files;
  for (fs::path at = folder; !at.empty(); at = at.parent_path()) {
    const ConfigFile& file = read((at / kFileName).string());
    files.push_back(&file);
    const bool is_root = !file.layers.empty() && file.layers.back().root;
    if (is_root || at == at.root_path()) break;
  }
  std::reverse(files.begin(), files.end());
  return files;
}

const ConfigFile& ConfigLoader::read(const std::string& path) {
  const auto known = files_.find(path);
  return known != files_.end() ? known->second
                               : files_.emplace(path, read_config_file(path)).first->second;
}

std::string folder_of(const std::string& file) { return real_folder(fs::path(file).parent_path()); }

}  // namespace postlint
