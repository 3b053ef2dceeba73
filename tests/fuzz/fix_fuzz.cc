// Fixing any bytes: what is outside the edits stays, nothing fixable is left, and fixing again
// changes nothing.
#include <string_view>

#include "fuzz.h"
#include "postlint/fix/fixer.h"
#include "postlint/fix/unified_diff.h"
#include "postlint/rules/masks.h"

namespace {

using namespace postlint;

const Linter& linter() {
  static const Linter::LoadResult loaded = Linter::load({.data_directory = POSTLINT_DATA_DIR});
  POSTLINT_PROMISE(loaded.linter != nullptr);
  return *loaded.linter;
}

void promise_untouched(std::string_view text, const Fixed& fixed) {
  POSTLINT_PROMISE(with_edits(text, fixed.edits) == fixed.text);
  std::uint32_t done = 0;
  for (const Edit& edit : fixed.edits) {
    POSTLINT_PROMISE(done <= edit.span.begin && edit.span.begin < edit.span.end);
    done = edit.span.end;
  }
  POSTLINT_PROMISE(done <= text.size());
  POSTLINT_PROMISE(unified_diff("x", text, fixed.edits).empty() == fixed.edits.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  Context context;
  if (size > 0) context.role = static_cast<Role>(data[0] % 5);
  static Linter::Scratch scratch(linter());
  Pseudonyms labels;
  labels.reserve(text, Masks(linter().rules()));
  FixOptions options;
  if (size > 1 && data[1] % 2 == 0) options.pseudonyms = &labels;
  const Fixed fixed = fix({text, context}, linter(), scratch, options);
  if (!fixed.complete) return 0;
  promise_untouched(text, fixed);
  for (const Finding& finding : fixed.report.findings) POSTLINT_PROMISE(!finding.fix);
  const Fixed again = fix({fixed.text, context}, linter(), scratch, options);
  POSTLINT_PROMISE(again.text == fixed.text && again.edits.empty());
  return 0;
}
