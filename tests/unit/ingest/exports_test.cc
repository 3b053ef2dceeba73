// Reads every small export in tests/golden/ingest and holds it against the table beside it; and
// reads them cut off and mixed, which may give anything but a crash or a place outside the file.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "postlint/ingest/reader.h"

namespace postlint {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFolder = POSTLINT_SOURCE_DIR "/tests/golden/ingest";

std::vector<std::string> export_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(kFolder)) {
    const fs::path& path = entry.path();
    const bool ours = path.extension() == ".expected" || path.filename() == "README.md";
    if (entry.is_regular_file() && !ours) names.push_back(fs::relative(path, kFolder).string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string contents(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// On one line, and printable.
std::string shown(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (c >= '\0' && c < ' ') {
      out += fmt::format("\\x{:02x}", c);
    } else {
      out += c;
    }
  }
  return out;
}

void check_places(const Record& record, std::string_view bytes) {
  const auto size = static_cast<std::uint32_t>(record.text.size());
  const SourceRange whole = record.to_source({0, size});
  ASSERT_LE(whole.begin, whole.end);
  ASSERT_LE(whole.end, bytes.size());
  ASSERT_LE(record.range.end, bytes.size());
  ASSERT_LE(record.author_range.end, bytes.size());
  if (record.map == nullptr && !record.text.empty()) {
    ASSERT_EQ(bytes.substr(whole.begin, whole.size()), record.text);
  }
}

// Where in the source a telephone number of the text stands, and what is there.
std::string place_of_number(const Record& record, std::string_view bytes) {
  constexpr std::string_view kNumber = "06-12345678";
  const std::size_t at = record.text.find(kNumber);
  if (at == std::string_view::npos) return "";
  const auto begin = static_cast<std::uint32_t>(at);
  const SourceRange place = record.to_source({begin, begin + std::uint32_t{kNumber.size()}});
  return fmt::format("  (number at {}-{}: {})\n", place.begin, place.end,
                     shown(bytes.substr(place.begin, place.size())));
}

// All that a reader makes of a source, as the tables have it.
std::string read_table(const Source& source, const Format& format) {
  std::string table = fmt::format("format: {}\n", format.name);
  const std::unique_ptr<Reader> reader = format.open(source);
  for (RecordBatch batch; reader->read(batch); batch = RecordBatch()) {
    for (const Record& record : batch.records) {
      check_places(record, source.bytes);
      const SourceRange place =
          record.to_source({0, static_cast<std::uint32_t>(record.text.size())});
      table +=
          fmt::format("{} | {} | {} | {}-{} | {}{}\n", name_of(record.kind), to_string(record.time),
                      shown(record.author), place.begin, place.end,
                      record.id.empty() ? "" : fmt::format("#{} ", record.id), shown(record.text));
      table += place_of_number(record, source.bytes);
    }
    for (const Error& problem : batch.problems) {
      table += fmt::format("problem at line {}: {}\n", problem.line, problem.message.key);
    }
  }
  return table;
}

class ExportFile : public testing::TestWithParam<std::string> {};

TEST_P(ExportFile, IsReadAsItsTableSays) {
  const fs::path path = fs::path(kFolder) / GetParam();
  const std::string bytes = contents(path);
  const Source source{GetParam(), bytes};
  const Format* format = detect_format(source);
  ASSERT_NE(format, nullptr);
  const std::string table = read_table(source, *format);
  const fs::path expected = path.string() + ".expected";
  if (std::getenv("POSTLINT_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(expected, std::ios::binary) << table;
  }
  EXPECT_EQ(table, contents(expected));
}

// The folder is named as --input-format names the format.
TEST_P(ExportFile, IsRecognised) {
  const std::string bytes = contents(fs::path(kFolder) / GetParam());
  const Format* format = detect_format({GetParam(), bytes});
  ASSERT_NE(format, nullptr);
  EXPECT_EQ(format->name, GetParam().substr(0, GetParam().find('/')));
}

TEST_P(ExportFile, MayBeCutOffAnywhere) {
  const std::string bytes = contents(fs::path(kFolder) / GetParam());
  const Format* format = detect_format({GetParam(), bytes});
  ASSERT_NE(format, nullptr);
  const std::size_t step = std::max<std::size_t>(bytes.size() / 400, 1);
  for (std::size_t size = 0; size < bytes.size(); size += step) {
    // Copies without a byte behind the last one, so that the sanitizers notice who reads it.
    const std::string_view whole = bytes;
    for (const std::string_view part : {whole.substr(0, size), whole.substr(size)}) {
      const std::vector<char> copy(part.begin(), part.end());
      EXPECT_FALSE(read_table({GetParam(), {copy.data(), copy.size()}}, *format).empty());
    }
  }
}

TEST_P(ExportFile, MayBeReadAsAnyOtherFormat) {
  const std::string bytes = contents(fs::path(kFolder) / GetParam());
  for (const Format* format : formats()) {
    EXPECT_FALSE(read_table({GetParam(), bytes}, *format).empty());
  }
}

TEST_P(ExportFile, MayBeMixedWithOthers) {
  const std::string first = contents(fs::path(kFolder) / GetParam());
  for (const std::string& other : export_names()) {
    const std::string mixed = first + contents(fs::path(kFolder) / other);
    for (const std::string& name : {GetParam(), other}) {
      const Format* format = find_format(name.substr(0, name.find('/')));
      ASSERT_NE(format, nullptr) << name;
      EXPECT_FALSE(read_table({name, mixed}, *format).empty());
    }
  }
}

std::string test_name(const testing::TestParamInfo<std::string>& export_file) {
  std::string name = export_file.param;
  std::replace_if(
      name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Exports, ExportFile, testing::ValuesIn(export_names()), test_name);

TEST(Exports, AnEmptyFileHoldsNothing) {
  for (const Format* format : formats()) {
    EXPECT_EQ(read_table({"empty", ""}, *format), fmt::format("format: {}\n", format->name));
  }
}

// "slack/mixed" for slack/mixed.json and slack/mixed/users.json.
TEST(Exports, EveryFormatHasAWholeOneATruncatedOneAndAMixedOne) {
  std::set<std::string> kinds;
  for (const std::string& name : export_names()) {
    const std::string format = name.substr(0, name.find('/'));
    const std::string kind = name.substr(format.size() + 1);
    const bool is_whole = !kind.starts_with("truncated") && !kind.starts_with("mixed");
    kinds.insert(format + "/" + (is_whole ? "whole" : kind.substr(0, kind.find_first_of("./"))));
  }
  for (const Format* format : formats()) {
    for (const char* kind : {"/whole", "/truncated", "/mixed"})
      EXPECT_TRUE(kinds.contains(std::string(format->name) + kind)) << format->name << kind;
  }
}

}  // namespace
}  // namespace postlint
