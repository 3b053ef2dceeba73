// What a rule is to those who read reports. How it is recognised: rules/pattern.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/base/language.h"

namespace postlint {

// How bad a finding is. Ordered: a greater value is worse.
enum class Severity : std::uint8_t {
  advice = 1,   // a hint
  warning = 2,  // think again
  error = 3,    // do not publish
};

std::string_view name_of(Severity severity);
std::optional<Severity> severity_from(std::string_view name);

// When two findings of a rule mean the same, so that `fix` gives both the same pseudonym.
enum class Identity : std::uint8_t {
  none,    // never: they are masked without a number
  words,   // with the same letters and digits, whatever stands between them
  phone,   // the same, with or without the Dutch country code
  person,  // a whole name, or a part of it that can be no other's
};

// What a rule's findings are, for code that treats such things in a way of their own: what is the
// organisation's own, whose name it is, what a sender's name shows. Several rules may find the
// same.
enum class Identifies : std::uint8_t {
  nothing,  // that code asks for
  phone,
  email,
  account,  // on a social network
  address,  // street and number, or more of it
  postcode,
  iban,
  person,   // a name
  picture,  // that people can be seen in
};

// How a rule that learned from posts fares on posts that it did not learn from, each held out in
// turn. A sentence, or for rules about the draft a draft, is one thing.
struct LearnedFigures {
  std::size_t marked = 0;    // by people
  std::size_t reported = 0;  // by the rule
  std::size_t right = 0;     // both
};

// One rule: "personal-data/bsn". Immutable after loading; owned by the Linter that loaded it.
struct Rule {
  std::string id;      // family/name
  std::string family;  // personal-data, confidential, conduct, organisation, or a user's own
  Severity severity = Severity::warning;  // before the protocol's policy
  Localized title;
  Localized message;
  Localized advice;       // what to do about it
  Localized why;          // what, why, better: for `rules show`
  std::string reference;  // law, standard or protocol it rests on
  std::string mask;       // what `fix` puts in place of the words: "[BSN]", always between
                          // square brackets; empty: not masked
  Identity identity = Identity::none;
  Identifies identifies = Identifies::nothing;
  bool whole_draft = false;  // its findings are about the draft, not about words in it
  bool own_words = false;    // it counts in what an author says, not in what is quoted
  std::string file;          // the pattern set that defines it
  std::optional<LearnedFigures> learned = {};  // none: its patterns alone decide

  // What phrases call it: "bsn" of "personal-data/bsn".
  std::string_view short_name() const { return std::string_view(id).substr(id.find('/') + 1); }
};

}  // namespace postlint
