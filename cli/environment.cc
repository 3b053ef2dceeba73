#include "environment.h"

#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <string_view>

#include <sys/ioctl.h>
#include <unistd.h>

#include "postlint/config/settings.h"

namespace postlint::cli {
namespace {

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

// The last --lang before "--"; empty if there is none.
std::string_view lang_option(std::span<const std::string> arguments) {
  constexpr std::string_view kOption = "--lang";
  std::string_view value;
  for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    const std::string_view argument = arguments[i];
    if (argument == kOption && i + 1 < arguments.size()) value = arguments[i + 1];
    if (argument.starts_with("--lang=")) value = argument.substr(kOption.size() + 1);
  }
  return value;
}

std::string_view locale_name() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (!variable(name).empty()) return variable(name);
  }
  return {};
}

}  // namespace

Language language_to_speak(std::span<const std::string> arguments) {
  for (const std::string_view asked : {lang_option(arguments), variable("POSTLINT_LANG")}) {
    if (const auto language = language_from(asked)) return *language;
  }
  return language_from(locale_name().substr(0, 2)).value_or(Language::nl);
}

bool use_color(ColorChoice choice, int descriptor) {
  if (choice != ColorChoice::automatic) return choice == ColorChoice::always;
  return ::isatty(descriptor) == 1 && variable("NO_COLOR").empty() && variable("TERM") != "dumb";
}

std::chrono::year_month_day today() {
  const std::string_view given = variable("SOURCE_DATE_EPOCH");
  std::int64_t seconds = 0;
  const auto [end, problem] = std::from_chars(given.data(), given.data() + given.size(), seconds);
  std::time_t now = std::time(nullptr);
  const bool is_given =
      !given.empty() && problem == std::errc() && end == given.data() + given.size();
  if (is_given) now = static_cast<std::time_t>(seconds);
  std::tm day{};
  is_given ? ::gmtime_r(&now, &day) : ::localtime_r(&now, &day);
  return std::chrono::year(day.tm_year + 1900) / (day.tm_mon + 1) / day.tm_mday;
}

std::size_t terminal_width(int descriptor) {
  constexpr std::size_t kUsual = 80;
  winsize size{};
  if (::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const std::string_view columns = variable("COLUMNS");
  std::size_t width = 0;
  std::from_chars(columns.data(), columns.data() + columns.size(), width);
  return width > 0 ? width : kUsual;
}

}  // namespace postlint::cli
