// People whose names entries know: public staff, and who did or did not agree. Private to policy/.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "postlint/suppress/suppressions.h"

namespace postlint {

// What somebody must have agreed to.
enum class ConsentTo { name, photo };

struct NameAnswer {
  enum class Kind {
    unknown,  // nobody, not sure who, or somebody who did not agree
    own,      // public staff; `entry` is the position among the organisation's entries
    agreed,   // `entry` is the position among the consents
    ended,    // agreed until a day that has passed
  };
  Kind kind = Kind::unknown;
  std::size_t entry = 0;
};

// A name as it stands in a draft.
struct WrittenName {
  std::vector<std::string> words;  // folded
  Span span;                       // bytes of the author's text
  bool titled = false;             // a title of staff stands before it
};

// Immutable, safe to share between threads. The entries must outlive it.
class KnownPeople {
 public:
  explicit KnownPeople(const SuppressionEntries& entries);

  // Whether `name` may be told, or its bearer be shown, in `draft`. `all`: all names of the draft.
  NameAnswer ask(const WrittenName& name, std::span<const WrittenName> all, ConsentTo what,
                 const SuppressionContext& draft) const;

 private:
  struct Person {
    std::vector<std::string> words;  // folded; of staff with the title, if the entry has one
    std::optional<std::size_t> own;
    std::vector<std::size_t> consents;
  };

  void add(std::string_view name, std::optional<std::size_t> own,
           std::optional<std::size_t> consent);
  std::vector<const Person*> candidates(std::span<const std::string> name) const;
  NameAnswer answer(const Person& person, ConsentTo what, const SuppressionContext& draft) const;

  const SuppressionEntries& entries_;
  std::vector<Person> people_;
  std::unordered_map<std::string, std::size_t> by_name_;
  std::unordered_multimap<std::string, std::size_t> by_word_;
};

}  // namespace postlint
