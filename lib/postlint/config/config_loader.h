// Finds the files of settings that count for a draft, and reads each once.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "postlint/config/config.h"
#include "postlint/config/config_file.h"
#include "postlint/config/environment.h"

namespace postlint {

// Which files count.
struct ConfigRequest {
  ConfigPlaces places;  // `named` is read instead of the files of folders
  bool folders = true;  // false: a folder brings no settings of its own (`guard`)
  bool files = true;    // false: no file at all counts (--no-config)
  Layer environment;    // config/environment.h
  Layer options;        // of the command line
};

struct LoadedConfig {
  std::shared_ptr<const Config> config;  // never null; of what could be read
  Errors errors;                         // of its files
};

// Not thread-safe.
//
// For a folder count, from the lowest: the system's file, the user's, then "postlint.toml" of each
// folder on the way from the root of the file system to this one, except those above a file with
// `root = true`.
class ConfigLoader {
 public:
  explicit ConfigLoader(ConfigRequest request) : request_(std::move(request)) {}

  // For drafts in `folder`: any path; "" is the working directory. Found once; valid as long as the
  // loader lives.
  const LoadedConfig& for_folder(const std::string& folder);

 private:
  LoadedConfig load(const std::string& folder);
  std::vector<const ConfigFile*> files_of(const std::string& folder);
  const ConfigFile& read(const std::string& path);
  const ConfigFile& read_named();

  ConfigRequest request_;
  std::map<std::string, ConfigFile> files_;      // by path
  std::map<std::string, LoadedConfig> configs_;  // by folder
};

// "brief.txt" -> "/home/noor/school", with symbolic links followed: the folder whose settings count
// for a file. That of a missing folder is as it is written.
std::string folder_of(const std::string& file);

}  // namespace postlint
