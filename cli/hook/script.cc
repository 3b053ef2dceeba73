#include "hook/script.h"

#include <cerrno>
#include <filesystem>

#include <unistd.h>

#include "hook/files.h"

namespace postlint::cli {
namespace {

namespace fs = std::filesystem;

bool exists(const std::string& path) {
  std::error_code problem;
  return fs::exists(fs::symlink_status(path, problem));
}

Result<void> rename_file(const std::string& from, const std::string& to) {
  if (::rename(from.c_str(), to.c_str()) == 0) return {};
  return failure(unwritable(from, errno));
}

class ScriptHook : public Hook {
 public:
  ScriptHook(std::string path, std::string_view template_name, HookValues values)
      : path_(std::move(path)),
        kept_(kept_path(path_)),
        template_(hook_template(template_name)),
        values_(std::move(values)) {}

  const std::string& place() const override { return path_; }

  bool is_installed() const override {
    const std::optional<std::string> text = read_file(path_);
    return text && text->starts_with("#!/bin/sh\n# postlint hook ");
  }

  Result<void> install(const HookOptions& options) override {
    const bool keeps = exists(path_) && !is_installed();
    if (keeps && exists(kept_)) return failure({kept_, 0, 0, {"hook.kept-exists", {}}});
    if (keeps) {
      if (Result<void> moved = rename_file(path_, kept_); !moved) return moved;
    }
    constexpr mode_t kRunnable = 0755;
    Result<void> written = replace_file(path_, text(options), kRunnable);
    if (!written && keeps) (void)rename_file(kept_, path_);
    return written;
  }

  Result<void> remove() override {
    if (exists(kept_)) return rename_file(kept_, path_);
    if (::unlink(path_.c_str()) == 0) return {};
    return failure(unwritable(path_, errno));
  }

 private:
  std::string text(const HookOptions& options) const {
    std::string words;
    for (const std::string& word : options.options) words += shell_quoted(word) + " ";
    HookValues values = values_;
    values.emplace_back("@POSTLINT@", shell_quoted(options.program));
    values.emplace_back("@OPTIONS@", words);
    return fill_in(template_, values);
  }

  std::string path_, kept_;
  std::string_view template_;
  HookValues values_;
};

}  // namespace

std::string kept_path(const std::string& path) { return path + ".before-postlint"; }

std::unique_ptr<Hook> make_script_hook(std::string path, std::string_view template_name,
                                       HookValues values) {
  return std::make_unique<ScriptHook>(std::move(path), template_name, std::move(values));
}

}  // namespace postlint::cli
