#include "postlint/suppress/baseline.h"

#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <numeric>

#include "postlint/suppress/hex_digits.h"

namespace postlint {
namespace {

// The file: a line on itself, then a line for each tag with how often it occurs and its rule.
constexpr std::string_view kFirstWords = "postlint-baseline-1 key=";

// What stands before the first space; `line` begins after that afterwards.
std::string_view take_word(std::string_view& line) {
  const std::size_t end = std::min(line.find(' '), line.size());
  const std::string_view word = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return word;
}

bool read_count(std::string_view word, std::size_t& count) {
  const auto [end, problem] = std::from_chars(word.data(), word.data() + word.size(), count);
  return problem == std::errc() && end == word.data() + word.size() && count > 0;
}

// Nothing of the new file stays behind.
Result<void> unwritable(const std::string& path, const std::string& next) {
  const std::string reason = std::strerror(errno);
  std::remove(next.c_str());
  return failure({path, 0, 0, {"output.unwritable", {{"reason", reason}}}});
}

}  // namespace

Result<Baseline> Baseline::read(const std::string& path, const BaselineKey& key) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return failure({path, 0, 0, {"file.missing", {{"hint", ""}}}});
  Baseline baseline(key);
  std::string line;
  if (!std::getline(file, line) || !line.starts_with(kFirstWords)) {
    return failure({path, 1, 0, {"baseline.bad-line", {}}});
  }
  if (line.substr(kFirstWords.size()) != baseline.key_id_) {
    return failure({path, 1, 0, {"baseline.other-key", {}}});
  }
  for (std::uint32_t number = 2; std::getline(file, line); ++number) {
    std::string_view rest = line;
    FindingTag tag;
    std::size_t count = 0;
    const bool good = from_hex_digits(take_word(rest), tag) && read_count(take_word(rest), count);
    if (!good || rest.empty()) return failure({path, number, 0, {"baseline.bad-line", {}}});
    baseline.known_[tag] = {std::string(rest), count};
  }
  return baseline;
}

// What is no file (a device, a pipe) is left alone: the new file would take its place.
Result<void> Baseline::write(const std::string& path) const {
  std::error_code none;
  const auto status = std::filesystem::status(path, none);
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status))
    return failure({path, 0, 0, {"baseline.no-file", {}}});
  const std::string next = path + ".new";
  {
    std::ofstream file(next, std::ios::binary | std::ios::trunc);
    file << kFirstWords << key_id_ << '\n';
    for (const auto& [tag, known] : known_)
      file << hex_digits(tag) << ' ' << known.count << ' ' << known.rule << '\n';
    file.flush();
    if (!file) return unwritable(path, next);
  }
  if (std::rename(next.c_str(), path.c_str()) != 0) return unwritable(path, next);
  return {};
}

void Baseline::add(const FindingTag& tag, std::string_view rule) {
  Known& known = known_[tag];
  known.rule = rule;
  ++known.count;
}

bool Baseline::take(const FindingTag& tag) {
  const auto found = known_.find(tag);
  if (found == known_.end()) return false;
  if (--found->second.count == 0) known_.erase(found);
  return true;
}

void Baseline::subtract(const Baseline& other) {
  for (const auto& [tag, known] : other.known_) {
    for (std::size_t i = 0; i < known.count; ++i) take(tag);
  }
}

std::size_t Baseline::size() const {
  return std::accumulate(
      known_.begin(), known_.end(), std::size_t{0},
      [](std::size_t sum, const auto& entry) { return sum + entry.second.count; });
}

std::map<std::string, std::size_t> Baseline::count_by_rule() const {
  std::map<std::string, std::size_t> counts;
  for (const auto& [tag, known] : known_) counts[known.rule] += known.count;
  return counts;
}

}  // namespace postlint
