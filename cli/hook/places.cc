// Where each hook belongs: found anew each time, in the folder, the home and the $PATH of the user.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <sstream>

#include <sys/wait.h>
#include <unistd.h>

#include "hook/files.h"
#include "hook/script.h"
#include "hook/settings.h"

namespace postlint::cli {
namespace {

namespace fs = std::filesystem;

using Found = Result<std::unique_ptr<Hook>>;

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

Result<std::string> home() {
  const std::string home = variable("HOME");
  if (!home.starts_with('/')) return failure({"", 0, 0, {"hook.no-home", {}}});
  return home;
}

std::string settings_folder(const std::string& home) {
  const std::string folder = variable("XDG_CONFIG_HOME");
  return folder.starts_with('/') ? folder : home + "/.config";
}

// core.hooksPath and linked worktrees are git's to know.
Found git_hook(const char* file, std::string_view template_name) {
  const auto answer = output_of({"git", "rev-parse", "--git-path", std::string("hooks/") + file});
  if (!answer) return failure({"", 0, 0, {"hook.no-program", {{"program", "git"}}}});
  if (answer->status != 0) return failure({"", 0, 0, {"hook.no-repository", {}}});
  return make_script_hook(answer->text, template_name, {});
}

// The first program of that name along $PATH that is not in `folder`; empty: there is none.
std::string find_program(const std::string& name, const fs::path& folder) {
  std::istringstream path(variable("PATH"));
  std::string place;
  while (std::getline(path, place, ':')) {
    std::error_code problem;
    if (fs::equivalent(place, folder, problem)) continue;
    const std::string file = place + "/" + name;
    if (place.starts_with('/') && ::access(file.c_str(), X_OK) == 0) return file;
  }
  return {};
}

// Stands before the real one on $PATH. A program of the user's own in the same place is the real
// one, then.
Found mail_program(const std::string& name) {
  const Result<std::string> user = home();
  if (!user) return tl::unexpected<Errors>(user.error());
  const std::string path = *user + "/.local/bin/" + name;
  std::error_code problem;
  const bool own = fs::exists(kept_path(path), problem);
  std::string real = own ? kept_path(path) : find_program(name, *user + "/.local/bin");
  auto hook = make_script_hook(path, "sendmail", {});
  if (!own && !hook->is_installed() && fs::exists(path, problem)) real = kept_path(path);
  if (real.empty()) return failure({"", 0, 0, {"hook.no-program", {{"program", name}}}});
  return make_script_hook(path, "sendmail", {{"@NAME@", name}, {"@REAL@", shell_quoted(real)}});
}

Found mail_settings(std::span<const std::string> files, Found (*make)(std::string)) {
  for (const std::string& file : files) {
    std::error_code problem;
    if (fs::exists(file, problem)) return make(file);
  }
  return failure({files.front(), 0, 0, {"hook.no-settings", {}}});
}

Found neomutt() {
  const Result<std::string> user = home();
  if (!user) return tl::unexpected<Errors>(user.error());
  std::vector<std::string> files;
  for (const std::string& folder :
       {settings_folder(*user) + "/neomutt/", settings_folder(*user) + "/mutt/",
        *user + "/.neomutt/", *user + "/.mutt/", *user + "/."}) {
    files.push_back(folder + "neomuttrc");
    files.push_back(folder + "muttrc");
  }
  return mail_settings(files, make_neomutt_hook);
}

Found aerc() {
  const Result<std::string> user = home();
  if (!user) return tl::unexpected<Errors>(user.error());
  const std::string files[] = {settings_folder(*user) + "/aerc/accounts.conf"};
  return mail_settings(files, make_aerc_hook);
}

constexpr std::string_view kNames[] = {"git-commit-msg", "git-send-email", "neomutt",
                                       "aerc",           "msmtp",          "sendmail"};
constexpr Found (*kFinders[])() = {[] { return git_hook("commit-msg", "git-commit-msg"); },
                                   [] { return git_hook("sendemail-validate", "git-send-email"); },
                                   neomutt,
                                   aerc,
                                   [] { return mail_program("msmtp"); },
                                   [] { return mail_program("sendmail"); }};

}  // namespace

std::span<const std::string_view> hook_names() { return kNames; }

Found find_hook(std::string_view name) {
  const auto place = std::find(std::begin(kNames), std::end(kNames), name);
  return kFinders[std::distance(std::begin(kNames), place)]();
}

}  // namespace postlint::cli
