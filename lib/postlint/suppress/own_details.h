// What is the organisation's own, apart from people: numbers, mailboxes, accounts, addresses.
// Private to policy/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "postlint/rules/finding.h"
#include "postlint/suppress/suppression_entries.h"

namespace postlint {

// Immutable, safe to share between threads.
class OwnDetails {
 public:
  explicit OwnDetails(const std::vector<OwnEntry>& entries);

  // The position of the entry that a finding's words are; nothing if they are nobody's own.
  // `text` is the whole draft.
  std::optional<std::size_t> find(const Finding& finding, std::string_view text) const;

 private:
  using Words = std::vector<std::string>;
  struct LongEntry {
    Words words;
    std::size_t position;
  };

  void add(const OwnEntry& entry, std::size_t position);
  std::optional<std::size_t> exact(OwnKind kind, const std::string& key) const;
  std::optional<std::size_t> mailbox(std::string_view words) const;
  std::optional<std::size_t> account(std::string_view words) const;
  std::optional<std::size_t> domain(std::string_view words) const;
  std::optional<std::size_t> address(std::string_view words) const;
  std::optional<std::size_t> name(Span span, std::string_view text) const;

  std::unordered_map<std::string, std::size_t> exact_;  // by kind and comparable form
  std::vector<LongEntry> addresses_;
  std::vector<LongEntry> names_;
};

}  // namespace postlint
