// All regular expressions of all patterns. What a text holds rules most of them out
// (detect/regex/needs.h); in a long text one pass says which of the rest occur at all; then each is
// run for its exact spans. RE2: time linear in the text, whatever the expression.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/base/message.h"
#include "postlint/base/span.h"
#include "postlint/detect/regex/needs.h"

namespace postlint {

// \p{L}, \p{Lu} and \p{Ll} stand for Latin letters alone (Basic Latin to Latin Extended-B; of the
// extended blocks, whose cases alternate, all letters count as both): all of Unicode's letters make
// an automaton a hundred times as large, and every start of the program slower.
//
// Immutable once finished, then safe to share between threads.
class RegexBook {
 public:
  struct Entry {
    std::string expression;
    RegexNeeds needs;
  };

  RegexBook();
  ~RegexBook();
  RegexBook(RegexBook&&) noexcept;
  RegexBook& operator=(RegexBook&&) noexcept;

  // What is wrong with an expression: its syntax, or that it matches where nothing stands.
  static std::optional<Message> check(const std::string& expression);

  // Adds an expression that check() found right; returns its number.
  std::uint32_t add(const std::string& expression);
  std::uint32_t add(Entry entry);
  // Ends adding.
  void finish();
  std::size_t size() const;
  // One as it is written.
  const std::string& expression(std::uint32_t number) const;
  // All of them, by number.
  std::vector<Entry> entries() const;

  // The numbers of the expressions that may occur in `text`, in order: all that do, and perhaps
  // more.
  void find_occurring(std::string_view text, std::vector<int>& numbers) const;

  // The next match of one expression at or behind `from`: of its first group, if it has one.
  // `whole_end` is where the whole match ends.
  std::optional<Span> find(std::uint32_t number, std::string_view text, std::uint32_t from,
                           std::uint32_t& whole_end) const;

 private:
  void find_possible(std::string_view text, std::vector<int>& numbers) const;

  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace postlint
