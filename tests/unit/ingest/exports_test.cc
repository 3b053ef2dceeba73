// Reads every small export in tests/golden/ingest and holds it against its table; and reads them
// cut off and mixed: what stands before the cut is read all the same, and no place is outside the
// file.

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

#include "golden/sections.h"
#include "postlint/ingest/reader.h"

namespace postlint {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFolder = POSTLINT_SOURCE_DIR "/tests/golden/ingest";
constexpr const char* kTables = "tables";  // in each format's folder, a section for each export

std::vector<std::string> export_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(kFolder)) {
    const fs::path& path = entry.path();
    const bool ours = path.filename() == kTables || path.filename() == "README.md";
    if (entry.is_regular_file() && !ours) names.push_back(fs::relative(path, kFolder).string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string format_of(const std::string& name) { return name.substr(0, name.find('/')); }
std::string within_format(const std::string& name) { return name.substr(name.find('/') + 1); }

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

// What a reader makes of a source: a line for each record and each problem, in their order.
struct Reading {
  std::vector<std::string> records;
  std::vector<std::uint64_t> begins;  // of the records, in the source
  std::string table;
};

std::string line_of(const Record& record, std::string_view bytes) {
  const auto size = static_cast<std::uint32_t>(record.text.size());
  const SourceRange place = record.to_source({0, size});
  const std::string id = record.id.empty() ? "" : fmt::format("#{} ", record.id);
  return fmt::format("{} | {} | {} | {}-{} | {}{}\n", name_of(record.kind), to_string(record.time),
                     shown(record.author), place.begin, place.end, id, shown(record.text)) +
         place_of_number(record, bytes);
}

// Batches follow each other up to the end of the source: nothing is passed over in silence.
Reading read(const Source& source, const Format& format) {
  Reading reading;
  reading.table = fmt::format("format: {}\n", format.name);
  std::uint64_t end = 0;
  const std::unique_ptr<Reader> reader = format.open(source);
  for (RecordBatch batch; reader->read(batch); batch = RecordBatch()) {
    EXPECT_LE(end, batch.covers.begin);
    EXPECT_LT(batch.covers.begin, batch.covers.end);
    end = batch.covers.end;
    for (const Record& record : batch.records) {
      check_places(record, source.bytes);
      reading.records.push_back(line_of(record, source.bytes));
      reading.begins.push_back(record.to_source({0, 0}).begin);
      reading.table += reading.records.back();
    }
    for (const Error& problem : batch.problems) {
      reading.table += fmt::format("problem at line {}: {}\n", problem.line, problem.message.key);
    }
  }
  EXPECT_EQ(end, source.bytes.size());
  return reading;
}

// Whatever comes after a place in an export, the records before it are read as ever: all but the
// one that the place stands in or just after, which may go on.
void expect_same_up_to(std::size_t place, const Reading& reading, const Reading& whole) {
  for (std::size_t i = 0; i + 1 < whole.records.size() && whole.begins[i + 1] < place; ++i) {
    ASSERT_LT(i, reading.records.size()) << "lost: " << whole.records[i];
    ASSERT_EQ(reading.records[i], whole.records[i]);
  }
}

// The section of an export in its format's tables.
std::string table_of(const std::string& name) {
  const auto sections =
      test::read_sections(contents(fs::path(kFolder) / format_of(name) / kTables));
  const test::Section* section = test::find_section(sections, within_format(name));
  return section == nullptr ? "" : section->text;
}

void write_table(const std::string& name, const std::string& table) {
  const fs::path path = fs::path(kFolder) / format_of(name) / kTables;
  auto sections = test::read_sections(contents(path));
  const std::string title = within_format(name);
  std::erase_if(sections, [&](const test::Section& section) { return section.title == title; });
  const auto next =
      std::find_if(sections.begin(), sections.end(),
                   [&](const test::Section& section) { return section.title > title; });
  sections.insert(next, {title, table});
  std::ofstream(path, std::ios::binary) << test::write_sections(sections);
}

class ExportFile : public testing::TestWithParam<std::string> {};

TEST_P(ExportFile, IsReadAsItsTableSays) {
  const fs::path path = fs::path(kFolder) / GetParam();
  const std::string bytes = contents(path);
  const Source source{GetParam(), bytes};
  const Format* format = detect_format(source);
  ASSERT_NE(format, nullptr);
  const std::string table = read(source, *format).table;
  if (std::getenv("POSTLINT_UPDATE_GOLDEN") != nullptr) write_table(GetParam(), table);
  EXPECT_EQ(table, table_of(GetParam()));
}

// The folder is named as --input-format names the format.
TEST_P(ExportFile, IsRecognised) {
  const std::string bytes = contents(fs::path(kFolder) / GetParam());
  const Format* format = detect_format({GetParam(), bytes});
  ASSERT_NE(format, nullptr);
  EXPECT_EQ(format->name, format_of(GetParam()));
}

TEST_P(ExportFile, MayBeCutOffAnywhere) {
  const std::string bytes = contents(fs::path(kFolder) / GetParam());
  const Format* format = detect_format({GetParam(), bytes});
  ASSERT_NE(format, nullptr);
  const Reading whole = read({GetParam(), bytes}, *format);
  const std::size_t step = std::max<std::size_t>(bytes.size() / 400, 1);
  for (std::size_t size = 0; size < bytes.size(); size += step) {
    SCOPED_TRACE(size);
    // Copies without a byte behind the last one, so that the sanitizers notice who reads it.
    const std::vector<char> head(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
    const std::vector<char> tail(bytes.begin() + static_cast<std::ptrdiff_t>(size), bytes.end());
    read({GetParam(), {tail.data(), tail.size()}}, *format);
    expect_same_up_to(size, read({GetParam(), {head.data(), head.size()}}, *format), whole);
  }
}

TEST_P(ExportFile, MayBeReadAsAnyOtherFormat) {
  const std::string bytes = contents(fs::path(kFolder) / GetParam());
  for (const Format* format : formats()) {
    SCOPED_TRACE(format->name);
    read({GetParam(), bytes}, *format);
  }
}

// Two chats of WhatsApp may write day and month in different orders; all else stays as it was.
TEST_P(ExportFile, MayBeMixedWithOthers) {
  const std::string first = contents(fs::path(kFolder) / GetParam());
  const Format* format = find_format(format_of(GetParam()));
  ASSERT_NE(format, nullptr);
  const Reading whole = read({GetParam(), first}, *format);
  for (const std::string& other : export_names()) {
    SCOPED_TRACE(other);
    const std::string mixed = first + contents(fs::path(kFolder) / other);
    const Reading reading = read({GetParam(), mixed}, *format);
    if (format_of(other) != "whatsapp") expect_same_up_to(first.size(), reading, whole);
    const Format* second = find_format(format_of(other));
    ASSERT_NE(second, nullptr) << other;
    read({other, mixed}, *second);
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
    EXPECT_EQ(read({"empty", ""}, *format).table, fmt::format("format: {}\n", format->name));
  }
}

TEST(Exports, NoTableStandsWithoutItsExport) {
  for (const Format* format : formats()) {
    const fs::path folder = fs::path(kFolder) / format->name;
    for (const test::Section& section : test::read_sections(contents(folder / kTables)))
      EXPECT_TRUE(fs::exists(folder / section.title)) << folder / section.title;
  }
}

// "slack/mixed" for slack/mixed.json and slack/mixed/users.json.
TEST(Exports, EveryFormatHasAWholeOneATruncatedOneAndAMixedOne) {
  std::set<std::string> kinds;
  for (const std::string& name : export_names()) {
    const std::string format = format_of(name);
    const std::string kind = within_format(name);
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
