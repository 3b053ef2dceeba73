#include "postlint/suppress/may_stand.h"

#include <filesystem>
#include <iterator>
#include <utility>

#include "postlint/suppress/suppression_files.h"
#include "postlint/suppress/suppressions.h"

namespace postlint {
namespace {

bool is_there(const std::string& path) {
  std::error_code ignored;  // what cannot be looked at is not there
  return std::filesystem::is_regular_file(path, ignored);
}

}  // namespace

std::string side_file_of(const std::string& draft) { return draft + ".postlint.toml"; }

SuppressionEntries own_may_stand(const SuppressionEntries& settings, const std::string& file,
                                 std::span<const std::string> locked, std::span<const Rule> known,
                                 Errors& errors) {
  SuppressionEntries own;
  own.marks = true;
  own.locked = {locked.begin(), locked.end()};
  if (is_there(side_file_of(file))) read_allow_file(side_file_of(file), own, errors);
  for (AllowEntry& entry : own.allowed) entry.locked = own.locked;
  Errors wrong = Suppressions(own).check_rules(known);
  std::move(wrong.begin(), wrong.end(), std::back_inserter(errors));
  SuppressionEntries all = settings;
  all.append(own);
  return all;
}

}  // namespace postlint
