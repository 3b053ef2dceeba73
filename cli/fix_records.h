// Fixes what holds texts: chats, mails, tables. The words of each record are fixed and put back
// where they stand, in the form that the file has; nothing else of it changes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "postlint/fix/fixer.h"
#include "postlint/ingest/door.h"

namespace postlint::cli {

struct FixedRecords {
  Fixed whole;              // of the source: its text, what was done to it; the report is empty
  std::vector<Fixed> left;  // records with findings that have no mask
};

// `context`: of all records. Errors: what could not be read; fix.no-writer, for words that do not
// stand in the file as they are read, in base64 for one; fix.endless.
Result<FixedRecords> fix_records(Entered entered, const Linter& linter, Linter::Scratch& scratch,
                                 const Context& context, const FixOptions& options);

}  // namespace postlint::cli
