// Runs the program as its users do. Each file cli/<case>.case holds, in sections (sections.h),
//
//   === cmd              lines for the shell; they run with no input
//   === file NAME        a file that they read; NAME may stand in a folder
//   === files of OTHER   the files of another case, in ../OTHER
//   === stdout, stderr, status   what must come of it; where one is missing, it is empty
//
// The lines run in a new folder with these files and nothing else. They see $POSTLINT (the
// program), $SCRATCH (an empty folder to write in), $POSTLINT_DATA (the small pattern set in data/;
// unset it for the real one), $SOURCES (the root of the sources), COLUMNS=80 and LC_ALL=C.UTF-8,
// and nothing else of the environment. What a text cannot show (bytes that are no UTF-8) the lines
// write themselves. All folders are kept if the case fails.
//
// POSTLINT_UPDATE_GOLDEN=1 golden_tests   writes what came of it; look at it before committing.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sections.h"

namespace postlint::test {
namespace {

namespace fs = std::filesystem;

using Case = std::vector<Section>;

constexpr std::string_view kFile = "file ";
constexpr std::string_view kFilesOf = "files of ";

fs::path path_of(const std::string& name) {
  return fs::path(POSTLINT_SOURCE_DIR "/tests/golden/cli") / (name + ".case");
}

std::vector<std::string> case_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(path_of("").parent_path()))
    names.push_back(entry.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

std::string contents(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

bool is_expected(const Section& section) {
  return section.title == "stdout" || section.title == "stderr" || section.title == "status";
}

Case read_case(const std::string& name) {
  Case sections = read_sections(contents(path_of(name)));
  for (const Section& section : sections) {
    const bool is_known = is_expected(section) || section.title == "cmd" ||
                          section.title.starts_with(kFile) || section.title.starts_with(kFilesOf);
    if (!is_known) throw std::runtime_error(name + ": what is '" + section.title + "'?");
  }
  if (find_section(sections, "cmd") == nullptr) throw std::runtime_error(name + " has no 'cmd'");
  return sections;
}

std::string text_of(const Case& sections, std::string_view title) {
  const Section* section = find_section(sections, title);
  return section == nullptr ? "" : section->text;
}

std::string quoted(const std::string& text) {
  std::ostringstream out;
  out << std::quoted(text, '\'');
  return out.str();
}

// Writes the files of a case into a folder, and those it borrows into folders beside it.
void unpack(const Case& sections, const fs::path& folder) {
  fs::create_directories(folder);
  for (const Section& section : sections) {
    const std::string_view title = section.title;
    if (title.starts_with(kFile)) write(folder / title.substr(kFile.size()), section.text);
    if (title.starts_with(kFilesOf)) {
      const std::string other(title.substr(kFilesOf.size()));
      unpack(read_case(other), folder.parent_path() / other);
    }
  }
}

struct Outcome {
  std::string out;
  std::string err;
  std::string status;
};

// All that a run writes stands below `place`, which is made anew.
Outcome run(const std::string& name, const Case& sections, const fs::path& place) {
  fs::remove_all(place);
  const fs::path folder = place / "cases" / name, script = place / "cmd";
  const fs::path out = place / "stdout", err = place / "stderr";
  const fs::path scratch = place / "scratch", temporary = place / "tmp";
  fs::create_directories(scratch);
  fs::create_directories(temporary);
  write(script, text_of(sections, "cmd"));
  write(place / "cases/postlint.toml",
        "# So that no settings around this folder reach these tests.\nroot = true\n");
  unpack(sections, folder);
  std::ostringstream line;
  line << "cd " << quoted(folder)
       << " && env -i PATH=\"$PATH\" TERM=xterm COLUMNS=80 LC_ALL=C.UTF-8 POSTLINT="
       << quoted(POSTLINT_PROGRAM) << " POSTLINT_DATA=" << quoted(POSTLINT_GOLDEN_DATA)
       << " SOURCES=" << quoted(POSTLINT_SOURCE_DIR) << " SCRATCH=" << quoted(scratch)
       << " TMPDIR=" << quoted(temporary) << " sh " << quoted(script) << " </dev/null >"
       << quoted(out) << " 2>" << quoted(err);
  const int status = std::system(line.str().c_str());
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return {contents(out), contents(err), std::to_string(code) + "\n"};
}

// Expected output that is empty has no section.
void update(const std::string& name, Case sections, const Outcome& outcome) {
  std::erase_if(sections, is_expected);
  if (!outcome.out.empty()) sections.push_back({"stdout", outcome.out});
  if (!outcome.err.empty()) sections.push_back({"stderr", outcome.err});
  sections.push_back({"status", outcome.status});
  write(path_of(name), write_sections(sections));
}

class CommandLine : public testing::TestWithParam<std::string> {};

TEST_P(CommandLine, DoesWhatItDid) {
  const bool is_update = std::getenv("POSTLINT_UPDATE_GOLDEN") != nullptr;
  const fs::path place = fs::path(testing::TempDir()) /
                         ("postlint-golden-" + GetParam() + "-" + std::to_string(::getpid()));
  const Case before = read_case(GetParam());
  const Outcome outcome = run(GetParam(), before, place);
  if (is_update) update(GetParam(), before, outcome);
  const Case expected = is_update ? read_case(GetParam()) : before;
  EXPECT_EQ(outcome.out, text_of(expected, "stdout"));
  EXPECT_EQ(outcome.err, text_of(expected, "stderr"));
  EXPECT_EQ(outcome.status, text_of(expected, "status"));
  if (!HasFailure()) fs::remove_all(place);
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Golden, CommandLine, testing::ValuesIn(case_names()), test_name);

bool is_refused(std::string_view text) {
  try {
    read_sections(text);
  } catch (const std::runtime_error&) {
    return true;
  }
  return false;
}

TEST(Sections, AreReadBackAsTheyWereWritten) {
  const std::string text = "=== a\n=== b, no newline at the end\nx\n=x\n=== c\n\n";
  const std::vector<Section> sections = read_sections(text);
  ASSERT_EQ(sections.size(), 3U);
  EXPECT_EQ(text_of(sections, "a"), "");
  EXPECT_EQ(text_of(sections, "b"), "x\n=x");
  EXPECT_EQ(text_of(sections, "c"), "\n");
  EXPECT_EQ(write_sections(sections), text);
}

TEST(Sections, AreRefusedWhereTheyAreNotClear) {
  for (const char* text :
       {"x\n=== a\n", "=== a\n=== a\n", "=== \n", "=== a, no newline at the end"})
    EXPECT_TRUE(is_refused(text)) << text;
  EXPECT_THROW(write_sections({{"a", "x\n=== b\n"}}), std::runtime_error);
  EXPECT_THROW(write_sections({{"a\nb", ""}}), std::runtime_error);
}

}  // namespace
}  // namespace postlint::test
