// [[allow]] entries: which of them speak of a finding. Private to policy/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "postlint/suppress/suppressions.h"

namespace postlint {

// Immutable, safe to share between threads. The entries must outlive it.
class AllowList {
 public:
  explicit AllowList(const std::vector<AllowEntry>& entries);

  // The positions of all entries that speak of a finding, those that have ended too.
  std::vector<std::size_t> about(const Finding& finding, const SuppressionContext& draft) const;

  Errors check_rules(std::span<const Rule> known) const;

 private:
  // A word of an entry; "*" at either end of it stands for anything.
  struct Word {
    std::string text;  // comparable
    bool open_begin = false, open_end = false;

    explicit Word(const std::string& written);
    bool accepts(std::string_view words) const;
  };

  bool says_words(std::size_t position, const Finding& finding, std::string_view text) const;

  const std::vector<AllowEntry>& entries_;
  std::vector<std::vector<Word>> words_;  // of each entry
};

}  // namespace postlint
