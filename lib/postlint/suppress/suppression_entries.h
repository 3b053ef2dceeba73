// What users say beforehand may stand in their posts, as their files state it:
//
//   [organisation]                              # postlint.toml: what is the organisation's own
//   names     = ["Anne Frankschool"]            # schools are called after people
//   phones    = ["088 - 020 70 20"]
//   mailboxes = ["info@school.example", "*@werkplaats.example"]
//   accounts  = ["@annefrankschool"]
//   domains   = ["school.example"]
//   addresses = ["Dorpsweg 12, 1234 AB Voorbeelddorp"]
//   ibans     = ["NL91 ABNA 0417 1643 00"]
//   staff     = ["Sanne de Vries", "meester Daan"]
//
//   [[allow]]                                   # postlint.toml, brief.txt.postlint.toml
//   rule     = "personal-data/phone-number"     # or a list; "personal-data/*" is a whole family
//   words    = ["0900-1234", "*@museum.example"]
//   files    = ["nieuwsbrief/**"]
//   channels = ["parro"]
//   reason   = "Nummer van het museum"
//   until    = 2027-07-31
//
//   [[consent]]                                 # consent.toml; as CSV: suppress/consent_table.h
//   name     = "Daan Bakker"
//   for      = ["name", "photo"]                # [] says that this person does not agree
//   channels = ["website", "parro"]             # left out: on all of them
//   until    = 2027-07-31
//   given_by = "ouder"
//
// Plain values; suppress/suppressions.h gives them their meaning.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/base/source_place.h"
#include "postlint/rules/context.h"

namespace postlint {

using Date = std::chrono::year_month_day;

enum class OwnKind : std::uint8_t { name, phone, mailbox, account, domain, address, iban, staff };

std::string_view key_of(OwnKind kind);  // "phones": under [organisation]

// One thing that is the organisation's own.
struct OwnEntry {
  OwnKind kind = OwnKind::name;
  std::string text;
  SourcePlace place;
};

struct AllowEntry {
  std::vector<std::string> rules;  // "conduct/insult", "personal-data/*"; at least one
  std::vector<std::string> words;  // what the finding's words must be, folded; "*" at either end is
                                   // anything; empty: whatever they are
  std::vector<std::string> files;  // base/path_pattern.h, in the folder of the entry's file; empty:
                                   // all
  std::vector<Channel> channels;   // empty: all, the unknown one too
  std::string reason;
  std::optional<Date> until;        // the last day on which it counts
  std::vector<std::string> locked;  // rules that it must not lift, for settings beneath its file
                                    // locked them; as in `rules`
  SourcePlace place;
};

struct ConsentEntry {
  std::string person;  // the full name
  bool to_name = false;
  bool to_photo = false;          // with neither, the person does not agree
  std::vector<Channel> channels;  // empty: all, the unknown one too
  std::optional<Date> until;      // the last day on which it counts
  std::string given_by;           // never shown
  SourcePlace place;
};

struct SuppressionEntries {
  std::vector<OwnEntry> own;
  std::vector<AllowEntry> allowed;
  std::vector<ConsentEntry> consents;
  bool marks = false;               // marks in the draft's text count (suppress/marks.h)
  std::vector<std::string> locked;  // rules that no mark lifts, for settings lock them

  bool empty() const { return own.empty() && allowed.empty() && consents.empty() && !marks; }
  void append(const SuppressionEntries& more);
};

}  // namespace postlint
