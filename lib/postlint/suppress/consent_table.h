// The consent register as a spreadsheet saves it: CSV with ";" or ",".
//
//   naam;toestemming;kanalen;tot;gegeven door
//   Daan Bakker;naam, foto;website, parro;31-07-2027;ouder
//   Noor El Idrissi;nee;;;ouder
//
// The first row names the columns, in Dutch or English: naam (or voornaam, tussenvoegsel,
// achternaam), toestemming, kanalen, tot, gegeven door. Only the name and the consent must be
// there; without a column "kanalen" each consent holds everywhere, without "tot" for ever. Columns
// for a school's own use (groep, klas, opmerking, ...) are skipped; any other one is an error,
// since a mistyped "kanalen" must not make consents wider than they are.
//
//   toestemming   naam, foto, or both; nee, geen or nothing: this person does not agree
//   kanalen       as --channel has them, or alle
//   tot           the last day: 2027-07-31 or 31-7-2027
//
// Whoever does not agree belongs in it as well: a first name counts only if all who bear it agreed.
// Private to loaders.
#pragma once

#include <string>
#include <string_view>

#include "postlint/base/error.h"
#include "postlint/suppress/suppression_entries.h"

namespace postlint {

// Appends the consents in `bytes`, UTF-8 or windows-1252; what is wrong goes to `errors`, with line
// and column, without repeating it. `file` names it.
void read_consent_table(std::string_view bytes, const std::string& file,
                        SuppressionEntries& entries, Errors& errors);

}  // namespace postlint
