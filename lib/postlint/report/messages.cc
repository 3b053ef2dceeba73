#include "postlint/report/messages.h"

#include <cassert>
#include <map>
#include <mutex>

#include <fmt/format.h>
#include <toml++/toml.h>
#include <unicode/msgfmt.h>
#include <unicode/unistr.h>

#include "postlint/base/language_names.h"
#include "postlint/report/message_catalog.h"

namespace postlint {
namespace {

using Catalog = std::map<std::string, std::string, std::less<>>;

std::string_view code_of(Language language) {
  return kLanguageNames[static_cast<std::size_t>(language)];
}

Catalog parse_catalog(Language language) {
  Catalog catalog;
  for (const EmbeddedCatalog& embedded : embedded_catalogs()) {
    if (embedded.language != code_of(language)) continue;
    for (const auto& [key, pattern] : toml::parse(std::string_view(embedded.text))) {
      catalog.emplace(key.str(), pattern.value_or(std::string()));
    }
  }
  return catalog;
}

// Parsed at the first message in that language: most runs need one language, or none.
const Catalog& catalog_of(Language language) {
  static std::mutex mutex;
  static std::map<Language, Catalog> catalogs;
  const std::lock_guard lock(mutex);
  const auto [catalog, is_new] = catalogs.try_emplace(language);
  if (is_new) catalog->second = parse_catalog(language);
  return catalog->second;
}

icu::Formattable to_formattable(const MessageValue& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) return {*number};
  const auto& text = std::get<std::string>(value);
  return {icu::UnicodeString::fromUTF8(text.empty() ? "none" : text)};
}

// A formatter is made anew each time: ICU's own caches in it are not made for sharing.
std::string format_pattern(const std::string& pattern, const Message& message, Language language) {
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const auto& [name, value] : message.args) {
    names.push_back(icu::UnicodeString::fromUTF8(name));
    values.push_back(to_formattable(value));
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale(std::string(code_of(language)).c_str());
  const icu::MessageFormat format(icu::UnicodeString::fromUTF8(pattern), locale, status);
  icu::UnicodeString formatted;
  format.format(names.data(), values.data(), static_cast<int32_t>(names.size()), formatted, status);
  // Wrong patterns are bugs; data that are missing are not.
  const bool is_missing = status == U_MISSING_RESOURCE_ERROR || status == U_FILE_ACCESS_ERROR;
  if (is_missing) return pattern;
  assert(U_SUCCESS(status));
  std::string result;
  return formatted.toUTF8String(result);
}

}  // namespace

std::string format_message(const Message& message, Language language) {
  const Catalog& catalog = catalog_of(language);
  const auto entry = catalog.find(message.key);
  assert(entry != catalog.end());
  if (entry == catalog.end()) return message.key;
  return format_pattern(entry->second, message, language);
}

std::string format_message(std::string_view key, Language language) {
  return format_message(Message{std::string(key), {}}, language);
}

std::string format_error(const Error& error, Language language) {
  std::string place = error.file;
  if (error.line > 0) place += fmt::format(":{}", error.line);
  if (error.line > 0 && error.column > 0) place += fmt::format(":{}", error.column);
  if (!place.empty()) place += ": ";
  return place + format_message(error.message, language);
}

std::vector<std::string> message_keys(Language language) {
  std::vector<std::string> keys;
  for (const auto& [key, pattern] : catalog_of(language)) keys.push_back(key);
  return keys;
}

std::string message_pattern(std::string_view key, Language language) {
  const Catalog& catalog = catalog_of(language);
  const auto entry = catalog.find(key);
  return entry == catalog.end() ? std::string() : entry->second;
}

}  // namespace postlint
