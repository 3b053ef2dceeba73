// The house rules that a machine can see: includes point one way, libraries stay where they belong,
// dictionaries are in order, the top level holds what it should.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "postlint/lexicon/word_list.h"
#include "postlint/text/folding.h"

namespace postlint {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = POSTLINT_SOURCE_DIR;

std::string contents(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> files_below(const fs::path& folder,
                                  std::initializer_list<const char*> endings) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const auto ending = entry.path().extension().string();
    if (std::find(endings.begin(), endings.end(), ending) != endings.end())
      files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<std::string> includes_of(const fs::path& path) {
  static const std::regex kInclude("#include\\s+[<\"]([^>\"]+)[>\"]");
  const std::string text = contents(path);
  std::vector<std::string> includes;
  for (std::sregex_iterator it(text.begin(), text.end(), kInclude), end; it != end; ++it)
    includes.push_back((*it)[1]);
  return includes;
}

// What each room may include, besides itself: only rooms that stand before it, so that no arrow
// runs back. "." is the library's root: the linter and its C interface.
struct Room {
  const char* name;
  std::vector<std::string> may_include;
};
const std::vector<Room>& rooms() {
  static const std::vector<Room> kRooms = {
      {"base", {}},
      {"vocabulary", {}},  // headers made of TOML: words of other programs
      {"text", {"base"}},
      {"toml", {"base"}},
      {"lexicon", {"base", "text"}},
      {"rules", {"base", "text", "toml", "lexicon"}},
      {"detect/words", {"base", "text", "lexicon"}},
      {"detect/regex", {"base"}},
      {"detect/checks", {"base", "text"}},
      {"detect/phrase", {"base", "lexicon", "rules", "detect/words"}},
      {"detect/learned", {"base", "text", "lexicon", "detect/words"}},
      {"detect/names", {"base", "text", "lexicon", "rules", "detect/words", "detect/phrase"}},
      {"detect",
       {"base", "text", "lexicon", "rules", "detect/words", "detect/regex", "detect/checks",
        "detect/phrase", "detect/names", "detect/learned"}},
      {"policy", {"base", "text", "toml", "rules"}},
      {"suppress", {"base", "vocabulary", "text", "toml", "lexicon", "rules", "policy"}},
      {"config", {"base", "text", "toml", "rules", "policy", "suppress"}},
      {"load", {"base", "text", "lexicon", "rules", "detect", "policy"}},
      {"report", {"base", "text", "toml", "rules"}},
      {".", {"base", "text", "rules", "detect", "policy", "suppress", "config", "load", "report"}},
      {"fix", {"base", "text", "rules", "policy", "suppress", "."}},
      {"eval", {"base", "text", "rules", "detect", "policy", "load", "."}},
      {"learn",
       {"base", "text", "lexicon", "rules", "detect/words", "detect/learned", "detect", "policy",
        "load", "eval"}},
      {"ingest", {"base", "vocabulary", "text"}},
  };
  return kRooms;
}

std::string room_of(const fs::path& relative) {
  const std::string folder = relative.parent_path().generic_string();
  return folder.empty() ? "." : folder;
}

TEST(Includes, PointOneWay) {
  const fs::path lib = kRoot / "lib/postlint";
  for (const fs::path& file : files_below(lib, {".h", ".cc"})) {
    const std::string name = room_of(fs::relative(file, lib));
    const auto room = std::find_if(rooms().begin(), rooms().end(),
                                   [&](const Room& it) { return it.name == name; });
    ASSERT_NE(room, rooms().end()) << file << ": a room that this test does not know";
    for (const std::string& include : includes_of(file)) {
      if (!include.starts_with("postlint/")) continue;
      const std::string target = room_of(include.substr(9));
      const bool fine =
          target == name || testing::Matches(testing::Contains(target))(room->may_include);
      EXPECT_TRUE(fine) << file << " includes " << include;
    }
  }
}

// The list above has no circle: each room includes only those before it.
TEST(Includes, RoomsStandInOrder) {
  std::vector<std::string> before;
  for (const Room& room : rooms()) {
    for (const std::string& other : room.may_include)
      EXPECT_THAT(before, testing::Contains(other)) << room.name;
    before.emplace_back(room.name);
  }
}

TEST(Includes, LibrariesStayWhereTheyBelong) {
  for (const fs::path& file : files_below(kRoot / "lib", {".h", ".cc"})) {
    const std::string name = fs::relative(file, kRoot / "lib/postlint").generic_string();
    for (const std::string& include : includes_of(file)) {
      if (include.starts_with("unicode/")) {
        EXPECT_TRUE((name.starts_with("text/") || name == "report/messages.cc") &&
                    name.ends_with(".cc"))
            << name << " includes " << include;
      }
      if (include.starts_with("re2/")) {
        EXPECT_EQ(name, "detect/regex/book.cc");
      }
      if (include == "libstemmer.h") {
        EXPECT_EQ(name, "detect/learned/features.cc");
      }
      if (include == "linear.h") {
        EXPECT_EQ(name, "learn/logistic.cc");
      }
      if (include.starts_with("nettle/")) {
        EXPECT_THAT(name, testing::AnyOf("base/keyed_digest.cc", "base/sha256.cc"));
      }
      if (include.starts_with("toml++/")) {
        EXPECT_TRUE(name == "toml/reader.h" || name == "report/messages.cc") << name;
      }
    }
  }
}

// The rooms of postlint::postlint: all others are postlint::core (lib/CMakeLists.txt).
bool is_reader(const fs::path& relative) {
  const std::string room = room_of(relative);
  return room == "ingest" || room == "eval" || room == "learn";
}

// Who only checks drafts needs none of the libraries that read archives, mail, HTML and JSON Lines.
TEST(Includes, CoreKnowsNoReader) {
  const std::vector<std::string> readers = {"gio", "glib", "gmime", "gumbo", "simdjson", "zip"};
  const fs::path lib = kRoot / "lib/postlint";
  std::size_t found_in_readers = 0;
  for (const fs::path& file : files_below(lib, {".h", ".cc"})) {
    const bool is_core = !is_reader(fs::relative(file, lib));
    for (const std::string& include : includes_of(file)) {
      const std::string library = include.substr(0, include.find_first_of("/.-"));
      const bool is_of_reader = testing::Matches(testing::Contains(library))(readers);
      const bool is_room_of_readers =
          include.starts_with("postlint/") && is_reader(include.substr(9));
      EXPECT_FALSE(is_core && (is_of_reader || is_room_of_readers))
          << file << " includes " << include;
      if (!is_core && is_of_reader) ++found_in_readers;
    }
  }
  EXPECT_GE(found_in_readers, 4U);
}

// Headers that users of the library see hold nothing but the standard library.
TEST(Includes, PublicHeadersNeedNoOtherLibrary) {
  std::vector<fs::path> open{kRoot / "lib/postlint/linter.h",
                             kRoot / "lib/postlint/ingest/reader.h"};
  std::vector<fs::path> seen;
  while (!open.empty()) {
    const fs::path header = open.back();
    open.pop_back();
    if (std::find(seen.begin(), seen.end(), header) != seen.end()) continue;
    seen.push_back(header);
    for (const std::string& include : includes_of(header)) {
      if (include.starts_with("postlint/")) {
        open.push_back(kRoot / "lib" / include);
      } else {
        EXPECT_EQ(include.find_first_of("/."), std::string::npos)
            << header << " includes " << include;
      }
    }
  }
  EXPECT_GE(seen.size(), 5U);
}

TEST(Dictionaries, StateWhereTheyComeFromAndAreInOrder) {
  const auto files = files_below(kRoot / "dictionaries", {".txt"});
  EXPECT_FALSE(files.empty());
  for (const fs::path& file : files) {
    const auto list = read_word_list(file.string());
    ASSERT_TRUE(list.has_value()) << file;
    std::istringstream lines(contents(file));
    std::string line;
    std::string previous;
    while (std::getline(lines, line)) {
      if (line.empty() || line.front() == '#') continue;
      EXPECT_EQ(fold(line), line) << file << ": not folded";
      EXPECT_LT(previous, line) << file << ": not sorted, or twice there";
      previous = line;
    }
  }
}

// By the path; only lists that can be read.
std::map<fs::path, WordList> all_lists() {
  std::map<fs::path, WordList> lists;
  for (const fs::path& file : files_below(kRoot / "dictionaries", {".txt"})) {
    auto list = read_word_list(file.string());
    if (list) lists.emplace(file, std::move(*list));
  }
  return lists;
}

// Where words come from: one wording a source, with ";" between several.
TEST(Dictionaries, NameTheirSourcesAlike) {
  const std::vector<std::string> known = {
      "postlint's own list", "OpenTaal (Debian wdutch, hunspell-nl)", "npm @faker-js/faker",
      "tzdata zone.tab", "checked against ISO 3166-1"};
  for (const auto& [file, list] : all_lists()) {
    std::istringstream sources(list.source);
    std::string source;
    while (std::getline(sources >> std::ws, source, ';'))
      EXPECT_THAT(known, testing::Contains(source)) << file;
  }
}

// Each stands in a folder that says what it is about, under a name of its own.
TEST(Dictionaries, StandInFoldersUnderNamesOfTheirOwn) {
  std::map<std::string, fs::path> by_name;
  for (const auto& [file, list] : all_lists()) {
    EXPECT_EQ(file.parent_path().parent_path(), kRoot / "dictionaries") << file;
    const auto [other, is_new] = by_name.emplace(list.name, file);
    EXPECT_TRUE(is_new) << file << " and " << other->second;
  }
}

TEST(Dictionaries, RepeatNothingOfAListThatTheyInclude) {
  const auto lists = all_lists();
  for (const auto& [file, list] : lists) {
    for (const SourceText& included : list.includes) {
      const auto other = std::find_if(lists.begin(), lists.end(), [&](const auto& it) {
        return it.second.name == included.text;
      });
      ASSERT_NE(other, lists.end()) << file << ": " << included.text;
      std::vector<std::string> repeated;
      std::set_intersection(list.terms.begin(), list.terms.end(), other->second.terms.begin(),
                            other->second.terms.end(), std::back_inserter(repeated));
      EXPECT_THAT(repeated, testing::IsEmpty()) << file;
    }
  }
}

std::string all_text_in(const fs::path& folder, std::initializer_list<const char*> endings) {
  std::string text;
  for (const fs::path& file : files_below(folder, endings)) text += contents(file);
  return text;
}

// A list is there for a pattern that names it, for a role, or to be part of another list.
TEST(Dictionaries, AreUsed) {
  const auto lists = all_lists();
  std::string uses = all_text_in(kRoot / "patterns", {".toml"});
  for (const auto& [file, list] : lists) {
    for (const SourceText& other : list.includes) uses += "[" + other.text + "]";
  }
  for (const auto& [file, list] : lists) {
    const bool is_named = uses.find("[" + list.name + "]") != std::string::npos ||
                          uses.find('"' + list.name + '"') != std::string::npos;
    EXPECT_TRUE(is_named || !list.roles.empty()) << file;
  }
}

// Code asks the lexicon for roles: a list may be renamed, cut in two, or moved.
TEST(Dictionaries, AreNamedInNoCode) {
  const std::string code =
      all_text_in(kRoot / "lib", {".h", ".cc"}) + all_text_in(kRoot / "cli", {".h", ".cc"});
  // Also keys of TOML files.
  const std::vector<std::string> also_keys = {"places", "surnames"};
  for (const auto& [file, list] : all_lists()) {
    const bool means_else = word_role_from(list.name).has_value() ||
                            testing::Matches(testing::Contains(list.name))(also_keys);
    EXPECT_TRUE(means_else || code.find('"' + list.name + '"') == std::string::npos) << file;
  }
}

// What a rule finds it says itself ("identifies"): code names none. Comments may.
TEST(Rules, AreNamedInNoCode) {
  static const std::regex kId("\"(personal-data|confidential|conduct|organisation)/");
  for (const char* folder : {"lib", "cli"}) {
    for (const fs::path& file : files_below(kRoot / folder, {".h", ".cc"})) {
      std::istringstream lines(contents(file));
      std::string line;
      while (std::getline(lines, line)) {
        const std::string code = line.substr(0, std::min(line.find("//"), line.find("/*")));
        EXPECT_FALSE(std::regex_search(code, kId)) << file << ": " << line;
      }
    }
  }
}

TEST(TopLevel, HoldsNothingElse) {
  const std::vector<std::string> allowed = {
      "CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md",
      "CHANGELOG.md",   "CONTRIBUTING.md",   "lib",     "cli",
      "patterns",       "dictionaries",      "tests"};
  for (const auto& entry : fs::directory_iterator(kRoot)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(".") || name.starts_with("build")) continue;
    EXPECT_THAT(allowed, testing::Contains(name));
  }
}

}  // namespace
}  // namespace postlint
