#include "hook/settings.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <functional>

#include <fmt/format.h>
#include <sys/stat.h>

#include "hook/files.h"
#include "hook/templates.h"
#include "postlint/ingest/characters.h"
#include "postlint/ingest/lines.h"

namespace postlint::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMark = "# postlint hook ";

// A space, a quote, a "$" and the like mean something else to each program.
bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-_./=:,+@").find(c) != std::string_view::npos;
}

bool is_plain_word(std::string_view word) {
  return std::all_of(word.begin(), word.end(), is_plain);
}

std::vector<std::string> words_of(const HookOptions& options) {
  std::vector<std::string> words = {options.program};
  words.insert(words.end(), options.options.begin(), options.options.end());
  return words;
}

// A line of settings is one line, whatever is quoted in it.
Result<void> check_words(const HookOptions& options) {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7F; };
  for (const std::string& word : words_of(options)) {
    if (std::any_of(word.begin(), word.end(), is_control))
      return failure({"", 0, 0, {"hook.odd-word", {{"word", word}}}});
  }
  return {};
}

// Settings with and without the hook, which differ in nothing else. `add` gets the text of a file
// without it.
struct Edits {
  std::function<Result<std::string>(const std::string&, const HookOptions&)> add;
  std::function<std::string(const std::string&)> remove;
};

class SettingsHook : public Hook {
 public:
  SettingsHook(std::string path, Edits edits) : path_(std::move(path)), edits_(std::move(edits)) {}

  const std::string& place() const override { return path_; }

  bool is_installed() const override {
    const std::optional<std::string> text = read_file(path_);
    return text && edits_.remove(*text) != *text;
  }

  Result<void> install(const HookOptions& options) override {
    if (Result<void> plain = check_words(options); !plain) return plain;
    if (is_installed()) {  // the program is asked for its settings without it
      if (Result<void> removed = remove(); !removed) return removed;
    }
    const Result<std::string> text = edits_.add(read_file(path_).value_or(""), options);
    if (!text) return tl::unexpected<Errors>(text.error());
    return write(*text);
  }

  Result<void> remove() override { return write(edits_.remove(read_file(path_).value_or(""))); }

 private:
  // Settings may be a link into a folder that is kept elsewhere: the link stays.
  Result<void> write(std::string_view text) const {
    constexpr mode_t kPermissions = 07777;
    struct stat status {};
    if (::stat(path_.c_str(), &status) != 0) return failure(unwritable(path_, errno));
    std::error_code problem;
    const fs::path real = fs::canonical(path_, problem);
    return replace_file(problem ? path_ : real.string(), text, status.st_mode & kPermissions);
  }

  std::string path_;
  Edits edits_;
};

HookValues values_of(const HookOptions& options, std::string_view real,
                     std::string (*quoted)(std::string_view)) {
  std::string words;
  for (const std::string& word : options.options) words += quoted(word) + " ";
  return {
      {"@POSTLINT@", quoted(options.program)}, {"@OPTIONS@", words}, {"@REAL@", std::string(real)}};
}

// neomutt cuts $sendmail at spaces and knows no quotes there (send/sendmail.c). What has to be
// quoted is a variable of the environment, then, for a shell to read: "eval" puts the words
// together that $IFS keeps without a space until the shell runs.
std::string neomutt_block(const HookOptions& options, const std::string& real) {
  const std::vector<std::string> words = words_of(options);
  const bool plain = std::all_of(words.begin(), words.end(), is_plain_word);
  HookValues values =
      values_of(options, real,
                plain ? [](std::string_view word) { return std::string(word); } : shell_quoted);
  if (plain) return fill_in(hook_template("neomutt"), values);
  const std::string guard =
      fill_in("@POSTLINT@ guard --input-format eml --name neomutt @OPTIONS@", values);
  values.emplace_back("@GUARD@", shell_quoted(guard));
  return fill_in(hook_template("neomutt-quoted"), values);
}

// aerc reads a URL (net/url), whose path it takes apart as a shell would (google/shlex). Its
// settings have comments and quotes of their own: what is not plain is escaped for all three.
std::string aerc_quoted(std::string_view word) {
  std::string out;
  for (const char c : word) {
    if (is_plain(c)) {
      out += c;
    } else {
      out += fmt::format("%5C%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

// "set sendmail = "/usr/sbin/sendmail -oem -oi"" -> "/usr/sbin/sendmail -oem -oi"
Result<std::string> neomutt_value(const std::string& name) {
  const std::optional<ProgramOutput> answer = output_of({"neomutt", "-Q", name});
  if (!answer) return failure({"", 0, 0, {"hook.no-program", {{"program", "neomutt"}}}});
  const std::size_t begin = answer->text.find('"');
  const std::size_t end = answer->text.rfind('"');
  return begin == end ? std::string() : answer->text.substr(begin + 1, end - begin - 1);
}

std::string without_block(const std::string& text) {
  const std::size_t begin = text.find(fmt::format("{}neomutt: begin", kMark));
  const std::size_t last = text.find(fmt::format("{}neomutt: end", kMark));
  if (begin == std::string::npos || last == std::string::npos || last < begin) return text;
  const std::size_t end = std::min(text.find('\n', last), text.size() - 1) + 1;
  const bool added_line_end =
      text.substr(begin, text.find('\n', begin) - begin).ends_with("(line end added)");
  return text.substr(0, begin - (added_line_end ? 1 : 0)) + text.substr(end);
}

Result<std::string> with_block(const std::string& text, const std::string& real,
                               const HookOptions& options) {
  std::string block = neomutt_block(options, real);
  if (text.empty() || text.ends_with('\n')) return text + block;
  return text + '\n' + block.insert(block.find('\n'), " (line end added)");
}

// The value of "outgoing = /usr/sbin/sendmail", if it is a program.
std::string_view outgoing_program(std::string_view line) {
  constexpr std::string_view kKey = "outgoing";
  const std::size_t equals = line.find('=');
  if (equals == std::string_view::npos || trim(line.substr(0, equals)) != kKey) return {};
  const std::string_view value = trim(line.substr(equals + 1));
  return value.starts_with('/') ? value : std::string_view();
}

std::string with_line_end(std::string_view text, const Lines& lines) {
  return std::string(text.substr(lines.begin(), lines.end() - lines.begin()));
}

Result<std::string> with_outgoing(const std::string& text, const HookOptions& options) {
  std::string out;
  bool any = false;
  Lines lines(text);
  while (lines.next()) {
    const std::string_view real = outgoing_program(lines.line());
    if (real.empty()) {
      out += with_line_end(text, lines);
      continue;
    }
    HookValues values = values_of(options, real, aerc_quoted);
    values.emplace_back("@BEFORE@", std::string(lines.line()));
    std::string made = fill_in(hook_template("aerc"), values);
    if (lines.end() == text.size() && !text.ends_with('\n')) made.pop_back();
    out += made;
    any = true;
  }
  if (!any) return failure({"", 0, 0, {"hook.no-outgoing", {}}});
  return out;
}

std::string without_outgoing(const std::string& text) {
  const std::string mark = fmt::format("{}aerc, in place of: ", kMark);
  std::string out;
  Lines lines(text);
  while (lines.next()) {
    if (!lines.line().starts_with(mark)) {
      out += with_line_end(text, lines);
      continue;
    }
    out += lines.line().substr(mark.size());
    if (lines.next() && with_line_end(text, lines).ends_with('\n')) out += '\n';
  }
  return out;
}

}  // namespace

Result<std::unique_ptr<Hook>> make_neomutt_hook(std::string path) {
  const auto add = [](const std::string& text, const HookOptions& options) -> Result<std::string> {
    Result<std::string> server = neomutt_value("smtp_url");
    if (!server) return server;
    if (!server->empty()) return failure({"", 0, 0, {"hook.sends-itself", {}}});
    const Result<std::string> real = neomutt_value("sendmail");
    return real ? with_block(text, *real, options) : real;
  };
  return std::make_unique<SettingsHook>(std::move(path), Edits{add, without_block});
}

Result<std::unique_ptr<Hook>> make_aerc_hook(std::string path) {
  return std::make_unique<SettingsHook>(std::move(path), Edits{with_outgoing, without_outgoing});
}

}  // namespace postlint::cli
