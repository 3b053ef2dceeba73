// The whole check on any bytes: spans lie in bounds and on code-point edges, and the same draft
// gives the same report twice.
#include <string_view>

#include "fuzz.h"
#include "postlint/linter.h"

namespace {

using namespace postlint;

const Linter& linter() {
  static const Linter::LoadResult loaded = Linter::load({.data_directory = POSTLINT_DATA_DIR});
  POSTLINT_PROMISE(loaded.linter != nullptr);
  return *loaded.linter;
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }
bool is_lead(char c) { return static_cast<unsigned char>(c) >= 0xC0; }

// Not inside a character. After an invalid byte anything is an edge.
bool on_edge(std::string_view text, std::uint32_t offset) {
  if (offset == 0 || offset == text.size() || !is_continuation(text[offset])) return true;
  const char before = text[offset - 1];
  return !is_lead(before) && !is_continuation(before);
}

bool same(const Finding& a, const Finding& b) {
  return a.rule == b.rule && a.span == b.span && a.severity == b.severity &&
         a.confidence == b.confidence;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Linter::Scratch scratch(linter());
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  Context context;
  if (size > 0) context.role = static_cast<Role>(data[0] % 5);
  const Report first = linter().check({text, context}, scratch);
  const Report second = linter().check({text, context}, scratch);
  POSTLINT_PROMISE(first.findings.size() == second.findings.size());
  for (std::size_t i = 0; i < first.findings.size(); ++i) {
    const Finding& finding = first.findings[i];
    POSTLINT_PROMISE(same(finding, second.findings[i]));
    if (!finding.span) continue;
    POSTLINT_PROMISE(finding.span->begin < finding.span->end && finding.span->end <= size);
    if (first.repaired == 0)
      POSTLINT_PROMISE(on_edge(text, finding.span->begin) && on_edge(text, finding.span->end));
  }
  return 0;
}
