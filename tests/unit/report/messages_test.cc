#include "postlint/report/messages.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include <gtest/gtest.h>
#include <unicode/messagepattern.h>

namespace postlint {
namespace {

constexpr Language kLanguages[] = {Language::nl, Language::en};

enum class ArgumentKind { text, number };

// The names that a pattern asks for, and whether it counts with them.
std::map<std::string, ArgumentKind> arguments_of(const std::string& pattern) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessagePattern parsed(icu::UnicodeString::fromUTF8(pattern), nullptr, status);
  EXPECT_TRUE(U_SUCCESS(status)) << pattern;
  std::map<std::string, ArgumentKind> arguments;
  for (int32_t i = 0; i + 1 < parsed.countParts(); ++i) {
    if (parsed.getPartType(i) != UMSGPAT_PART_TYPE_ARG_START) continue;
    std::string name;
    parsed.getSubstring(parsed.getPart(i + 1)).toUTF8String(name);
    const bool counts = parsed.getPart(i).getArgType() == UMSGPAT_ARG_TYPE_PLURAL;
    if (counts || arguments.count(name) == 0) {
      arguments[name] = counts ? ArgumentKind::number : ArgumentKind::text;
    }
  }
  return arguments;
}

Message with_sample_arguments(const std::string& key, Language language) {
  Message message{key, {}};
  for (const auto& [name, kind] : arguments_of(message_pattern(key, language))) {
    message.args.emplace_back(
        name, kind == ArgumentKind::number ? MessageValue(std::int64_t{2}) : MessageValue("xyz"));
  }
  return message;
}

TEST(Catalog, LanguagesHaveTheSameKeys) {
  EXPECT_EQ(message_keys(Language::nl), message_keys(Language::en));
  EXPECT_GT(message_keys(Language::nl).size(), 50U);
}

TEST(Catalog, LanguagesTakeTheSameArguments) {
  for (const std::string& key : message_keys(Language::nl)) {
    EXPECT_EQ(arguments_of(message_pattern(key, Language::nl)),
              arguments_of(message_pattern(key, Language::en)))
        << key;
  }
}

TEST(Catalog, EveryMessageRendersWithItsArguments) {
  for (const Language language : kLanguages) {
    for (const std::string& key : message_keys(language)) {
      const Message message = with_sample_arguments(key, language);
      const std::string text = format_message(message, language);
      EXPECT_FALSE(text.empty()) << key;
      for (const auto& [name, value] : message.args) {
        EXPECT_EQ(text.find("{" + name), std::string::npos) << key << ": " << text;
      }
    }
  }
}

// The first parts of all keys: "file", "toml", "phrase", ...
std::set<std::string> families() {
  std::set<std::string> result;
  for (const std::string& key : message_keys(Language::nl))
    result.insert(key.substr(0, key.find('.')));
  return result;
}

// "file.missing" looks like one; "school.nl" does not, as no key begins so; "rules.dat" is a file.
bool looks_like_a_key(const std::string& literal) {
  static const std::set<std::string> known = families();
  constexpr const char* kKeyCharacters = "abcdefghijklmnopqrstuvwxyz0123456789-.";
  const std::size_t dot = literal.find('.');
  const bool is_file = literal.ends_with(".dat") || literal.ends_with(".txt") ||
                       literal.ends_with(".toml") || literal.ends_with(".h");
  return dot != std::string::npos && !is_file && known.count(literal.substr(0, dot)) == 1 &&
         literal.back() != '.' && literal.find_first_not_of(kKeyCharacters) == std::string::npos;
}

// Every key that a source file names in a line of code. Taking what stands between any two quotes
// is enough.
void add_keys_in(const std::filesystem::path& path, std::set<std::string>& keys) {
  std::ifstream file(path);
  std::string line;
  while (std::getline(file, line)) {
    std::istringstream pieces(line.substr(0, line.find("// ")));
    std::string piece;
    while (std::getline(pieces, piece, '"')) {
      if (looks_like_a_key(piece)) keys.insert(piece);
    }
  }
}

std::set<std::string> keys_in_sources() {
  std::set<std::string> keys;
  for (const char* folder : {"/lib/postlint", "/cli"}) {
    const std::string root = std::string(POSTLINT_SOURCE_DIR) + folder;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
      if (entry.path().extension() == ".cc") add_keys_in(entry.path(), keys);
    }
  }
  return keys;
}

TEST(Catalog, HoldsEveryKeyThatTheSourcesUse) {
  const std::set<std::string> used = keys_in_sources();
  EXPECT_GT(used.size(), 50U);
  for (const std::string& key : used) EXPECT_NE(message_pattern(key, Language::nl), "") << key;
}

TEST(FormatMessage, CountsInBothLanguages) {
  struct Case {
    std::int64_t count;
    const char* dutch;
    const char* english;
  };
  constexpr Case kCases[] = {
      {0, "0 waarschuwingen", "0 warnings"},
      {1, "1 waarschuwing", "1 warning"},
      {2, "2 waarschuwingen", "2 warnings"},
      {1000, "1.000 waarschuwingen", "1,000 warnings"},
  };
  for (const Case& c : kCases) {
    const Message message{"report.count.warning", {{"count", c.count}}};
    EXPECT_EQ(format_message(message, Language::nl), c.dutch);
    EXPECT_EQ(format_message(message, Language::en), c.english);
  }
}

TEST(FormatMessage, EmptyHintIsLeftOut) {
  const auto unknown = [](std::string hint) {
    return Message{"cli.unknown-rule", {{"rule", "bsm"}, {"hint", std::move(hint)}}};
  };
  EXPECT_EQ(format_message(unknown(""), Language::nl),
            "Er is geen regel 'bsm'. 'postlint rules list' noemt ze alle.");
  EXPECT_EQ(format_message(unknown("personal-data/bsn"), Language::nl),
            "Er is geen regel 'bsm'. Bedoel je 'personal-data/bsn'? 'postlint rules list' noemt ze "
            "alle.");
}

TEST(FormatMessage, ArgumentsAreTextNotPatterns) {
  const Message message{"file.unreadable", {{"reason", "{reason} '{0}' é \xFF"}}};
  EXPECT_EQ(format_message(message, Language::en),
            "This file cannot be read: {reason} '{0}' é \uFFFD.");
}

TEST(FormatError, WritesThePlaceAsCompilersDo) {
  const Message message{"file.directory", {}};
  const std::string text = "This is a folder. Name the files in it.";
  EXPECT_EQ(format_error({"", 0, 0, message}, Language::en), text);
  EXPECT_EQ(format_error({"a.toml", 0, 0, message}, Language::en), "a.toml: " + text);
  EXPECT_EQ(format_error({"a.toml", 3, 0, message}, Language::en), "a.toml:3: " + text);
  EXPECT_EQ(format_error({"a.toml", 3, 7, message}, Language::en), "a.toml:3:7: " + text);
}

}  // namespace
}  // namespace postlint
