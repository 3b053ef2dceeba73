// Runs the program as its users do. Each folder cli/<case>/ holds
//
//   cmd      a line for the shell; it runs in that folder, with no input
//   stdout, stderr, status   what must come of it; a missing file is an empty one
//
// and whatever files the line names. The line sees $POSTLINT (the program), $SCRATCH (an empty
// folder to write in), $POSTLINT_DATA (the small pattern set in data/; unset it for the real one),
// COLUMNS=80 and LC_ALL=C.UTF-8, and nothing else of the environment. $SCRATCH, and a folder beside
// it for temporary files, are kept if the case fails.
//
// POSTLINT_UPDATE_GOLDEN=1 golden_tests   writes what came of it; look at it before committing.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;

std::vector<std::string> case_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(POSTLINT_GOLDEN_DIR "/cli")) {
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string contents(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write(const fs::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

// Expected output that is empty has no file.
void write_expected(const fs::path& path, const std::string& text) {
  if (text.empty()) {
    fs::remove(path);
  } else {
    write(path, text);
  }
}

std::string quoted(const std::string& text) {
  std::ostringstream out;
  out << std::quoted(text, '\'');
  return out.str();
}

struct Outcome {
  std::string out;
  std::string err;
  int status = 0;
};

// All that a run writes stands below `place`, which is made anew.
Outcome run(const fs::path& folder, const fs::path& place) {
  fs::remove_all(place);
  const fs::path out = place / "stdout", err = place / "stderr";
  const fs::path scratch = place / "scratch", temporary = place / "tmp";
  fs::create_directories(scratch);
  fs::create_directories(temporary);
  std::ostringstream line;
  line << "cd " << quoted(folder)
       << " && env -i PATH=\"$PATH\" TERM=xterm COLUMNS=80 LC_ALL=C.UTF-8 POSTLINT="
       << quoted(POSTLINT_PROGRAM) << " POSTLINT_DATA=" << quoted(POSTLINT_GOLDEN_DATA)
       << " SCRATCH=" << quoted(scratch) << " TMPDIR=" << quoted(temporary)
       << " sh ./cmd </dev/null >" << quoted(out) << " 2>" << quoted(err);
  const int status = std::system(line.str().c_str());
  return {contents(out), contents(err), WIFEXITED(status) ? WEXITSTATUS(status) : -1};
}

class CommandLine : public testing::TestWithParam<std::string> {};

TEST_P(CommandLine, DoesWhatItDid) {
  const fs::path folder = fs::path(POSTLINT_GOLDEN_DIR "/cli") / GetParam();
  const fs::path place = fs::path(testing::TempDir()) /
                         ("postlint-golden-" + GetParam() + "-" + std::to_string(::getpid()));
  const Outcome outcome = run(folder, place);
  if (std::getenv("POSTLINT_UPDATE_GOLDEN") != nullptr) {
    write_expected(folder / "stdout", outcome.out);
    write_expected(folder / "stderr", outcome.err);
    write(folder / "status", std::to_string(outcome.status) + "\n");
  }
  EXPECT_EQ(outcome.out, contents(folder / "stdout"));
  EXPECT_EQ(outcome.err, contents(folder / "stderr"));
  EXPECT_EQ(std::to_string(outcome.status) + "\n", contents(folder / "status"));
  if (!HasFailure()) fs::remove_all(place);
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Golden, CommandLine, testing::ValuesIn(case_names()), test_name);

}  // namespace
