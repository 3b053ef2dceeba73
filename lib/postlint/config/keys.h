// Everything that may stand in postlint.toml: one table of keys, from which files are checked, the
// JSON Schema is written, and the names of environment variables follow.
//
//   role = "employee"                 # employee, manager, pupil, parent
//   account = "personal"              # personal, official
//   channel = "whatsapp"
//   nature = "group-chat"             # public, group-chat, portal, mail, press, one-to-one
//   audience = "parents"              # left out: by the nature of the channel
//   characters = 500                  # that the channel takes, in UTF-16 units
//   brief = 300                       # that a short message has at most
//   protocol = "twijs"
//   lang = "nl"                       # what postlint speaks: nl, en
//   fail-on = "warning"               # status 1 from here: advice, warning, error, never
//   patterns = ["onze-regels.toml"]   # further pattern sets, beside this file
//   dictionaries = ["onze-woorden.txt"]
//   protocols = ["onze-school.toml"]  # further protocol packs, which `protocol` can name
//   extends = "../team.toml"          # another such file, beneath this one
//   root = true                       # look no further up
//   locked = ["personal-data/*"]      # nobody above this file may lower these rules
//   consent = "toestemming.csv"       # who agreed (suppress/suppression_entries.h), beside this
//   file
//
//   [rules."conduct/insult"]          # or "conduct/*": all of the family
//   severity = "advice"               # off, advice, warning, error
//   min-confidence = 0.8              # report from here, 0 to 1
//   ignore = ["boef"]                 # words that are no finding of this rule
//   words = ["apekop"]                # more words that are
//
//   [organisation]                    # what is the organisation's own
//   phones = ["088-0207020"]          # names, phones, mailboxes, accounts, domains, addresses,
//                                     # ibans, staff (suppress/suppression_entries.h)
//
//   [[allow]]                         # what may stand
//   rule = "conduct/profanity"
//   words = ["verdorie"]
//   reason = "citaat in het jubileumboek"
//   until = 2027-07-31
//
//   [[overrides]]                     # for some files or channels alone
//   paths = ["nieuwsbrief/**"]        # beside this file (base/path_pattern.h)
//   channels = ["whatsapp", "parro"]
//   audience = "parents"
//   brief = 500
//   rules."conduct/profanity".severity = "off"
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "postlint/toml/shape.h"

namespace postlint {

// The shape of a whole file. Valid for ever; thread-safe.
const TableShape& config_shape();

// The shape of a table under `rules`.
const TableShape& rule_settings_shape();

// Values of `severity` and `fail-on` that no Severity has.
inline constexpr std::string_view kOff = "off";
inline constexpr std::string_view kNever = "never";

std::span<const std::string_view> fail_on_names();   // error, warning, advice, never
std::span<const std::string_view> language_names();  // nl, en: as in Language

// The value of a key that nobody set; empty: nothing is known then.
std::string_view default_of(std::string_view key);

// Keys that environment variables and options can set too; `patterns`, `dictionaries` and
// `protocols` take several files in a variable, with ":" between them.
std::span<const std::string_view> environment_keys();
// "fail-on" -> "POSTLINT_FAIL_ON"
std::string variable_of(std::string_view key);

}  // namespace postlint
