// Lifts findings that somebody said beforehand may stand.
//
//   SuppressionEntries entries;
//   Errors errors;
//   read_consents("consent.csv", entries, errors);  // suppress/suppression_files.h
//   const Suppressions suppressions(std::move(entries));
//   linter.check(draft, scratch, {.suppressions = &suppressions, .today = today});
//
// A lifted finding moves from Report::findings to Report::suppressed and counts for no verdict. In
// doubt nothing is lifted: a warning too many costs a look, one too few a pupil's privacy.
//
// What is compared: telephone numbers as E.164, accounts and mailboxes without capitals, account
// numbers without spaces, addresses and names word by word, folded (text/folding.h).
//
// People. The full name, or initials with the surname, is sure. A first name alone counts
//  - for those who agreed: if all of that first name in the register agreed;
//  - for public staff: after a title ("juf Sanne", "mevrouw De Vries"; word role `staff_title`),
//    or where the full name stands in the same draft;
// and never if the draft holds somebody else of the same first name. A picture is lifted if it is
// said to show people who all agreed to pictures.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/base/error.h"
#include "postlint/lexicon/roles.h"
#include "postlint/rules/finding.h"
#include "postlint/suppress/suppression_entries.h"

namespace postlint {

// What there is to know of a draft besides its findings.
struct SuppressionContext {
  std::string_view text;  // the author's bytes
  std::string_view file;  // its name, for entries that name files; empty: none of them fits
  Channel channel = Channel::unknown;
  Date today = {};  // not ok(): nothing has ended
  // Rules that the draft's protocol locks, "personal-data/bsn" or "personal-data/*": no [[allow]]
  // entry lifts them.
  std::span<const std::string> locked = {};
  // True if a folded word is in a list that fills a role.
  std::function<bool(WordRole role, std::string_view word)> knows;
  bool whole_file = false;           // the text is all of that file
  std::span<const Rule> rules = {};  // all there are, for marks that name others
};

// Immutable, safe to share between threads. Cheap to move.
class Suppressions {
 public:
  explicit Suppressions(SuppressionEntries entries);
  ~Suppressions();
  Suppressions(Suppressions&&) noexcept;
  Suppressions& operator=(Suppressions&&) noexcept;

  const SuppressionEntries& entries() const;

  // Moves what entries lift to report.suppressed, appends to report.expired those that would have
  // lifted more, each once, and to report.wrong_marks what is wrong with marks; sets the verdict
  // anew.
  void apply(const SuppressionContext& draft, Report& report) const;

  // What is wrong with the rules that [[allow]] entries name: there is none of that name, or
  // settings beneath lock it. A whole family may be named although a rule of it is locked: that one
  // stays.
  Errors check_rules(std::span<const Rule> known) const;

 private:
  struct Impl;
  class Judge;
  void apply_marks(const SuppressionContext& draft, Report& report) const;

  std::unique_ptr<const Impl> impl_;
};

// Moves what `lifts` gives a reason for to report.suppressed, and sets the verdict anew.
void lift(Report& report, const std::function<std::optional<Suppression>(const Finding&)>& lifts);

}  // namespace postlint
