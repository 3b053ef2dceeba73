// The linter: start here.
//
//   auto loaded = postlint::Linter::load({});
//   if (!loaded.linter) { /* loaded.errors says what is wrong, and where */ }
//   postlint::Linter::Scratch scratch(*loaded.linter);
//   postlint::Report report = loaded.linter->check({.text = "Bel 06-12345678"}, scratch);
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/base/error.h"
#include "postlint/load/options.h"
#include "postlint/rules/context.h"
#include "postlint/rules/finding.h"
#include "postlint/rules/rule.h"

namespace postlint {

struct Protocol;
class DataFiles;
class RuleSettings;
class Suppressions;

inline constexpr std::size_t kLargestDraft = std::size_t{1} << 30;  // bytes

// A text to check and what is known about it. The linter keeps nothing of it.
struct Draft {
  std::string_view text;  // any bytes; at most kLargestDraft
  Context context = {};
  std::string_view file = {};  // its name, for [[allow]] entries that name files; empty: none
  bool whole_file = false;     // the text is all of that file: marks in it may count
};

struct CheckOptions {
  bool explain = false;  // fill Finding::steps and Report::explanations
  // Leave out what rules learned from posts: their own patterns alone.
  bool patterns_alone = false;
  // What the user's configuration says about the rules (policy/rule_settings.h), made for this
  // linter; null: nothing. Must outlive the call.
  const RuleSettings* settings = nullptr;
  // What may stand (suppress/suppressions.h); null: nothing is lifted. Must outlive the check.
  const Suppressions* suppressions = nullptr;
  // The day on which entries are judged; without one none has ended. The library has no clock.
  std::chrono::year_month_day today = {};
};

// Everything that it takes to check drafts: rules, dictionaries, protocols. Immutable after
// loading: one linter serves any number of threads, each with a Scratch of its own. Never prints,
// never exits, opens no file after load(), and reaches no network.
class Linter {
 public:
  struct LoadResult;
  class Scratch;

  // Reads all files named and reports everything that is wrong with them at once; with any error
  // there is no linter. Where ICU lacks data that reading text takes, that is all the errors say.
  static LoadResult load(const LoadOptions& options);
  // The same with the compiled data as bytes; the options' data directory is not looked at.
  static LoadResult load(const LoadOptions& options, const DataBytes& data);

  ~Linter();
  Linter(const Linter&) = delete;
  Linter& operator=(const Linter&) = delete;

  // The context as check() takes it: with what the packs say of its channel, and for whom a draft
  // there is where nobody said.
  Context completed(const Context& context) const;

  // Same draft, same report. Never fails: invalid UTF-8 is repaired and counted in the report.
  Report check(const Draft& draft, Scratch& scratch, const CheckOptions& options = {}) const;
  // The same with a scratch of its own: for a single draft.
  Report check(const Draft& draft) const;

  // All rules, by id. Valid as long as the linter lives.
  std::span<const Rule> rules() const;
  // nullptr if there is none of that name.
  const Rule* find_rule(std::string_view id) const;

  // Ids of all packs, sorted.
  std::vector<std::string> protocols() const;
  // A pack by its id (policy/protocol.h); nullptr if there is none. Valid as long as the linter
  // lives.
  const Protocol* find_protocol(std::string_view id) const;

 private:
  struct Impl;
  explicit Linter(std::unique_ptr<Impl> impl);
  static LoadResult load_from(DataFiles files);
  std::unique_ptr<Impl> impl_;
};

// What one thread needs to check drafts: buffers that grow and are used again. Keep one a thread;
// it must not outlive its linter.
class Linter::Scratch {
 public:
  explicit Scratch(const Linter& linter);
  ~Scratch();
  Scratch(Scratch&&) noexcept;
  Scratch& operator=(Scratch&&) noexcept;

 private:
  friend class Linter;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

struct Linter::LoadResult {
  std::unique_ptr<const Linter> linter;  // null if there are errors
  std::vector<Error> errors;
};

}  // namespace postlint
