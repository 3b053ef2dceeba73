// The pattern loader and the phrase compiler on any bytes: whatever is wrong is an error with a
// place, and whatever is right can be run.
#include <string>

#include "fuzz.h"
#include "postlint/detect/detector.h"
#include "postlint/detect/rule_compiler.h"
#include "postlint/rules/pattern_loader.h"
#include "postlint/text/document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace postlint;
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto specs = load_pattern_files({{"fuzz.toml", text}});
  if (!specs) {
    POSTLINT_PROMISE(!specs.error().empty());
    return 0;
  }
  auto book = compile_rules(*specs, RuleBook());
  if (!book) {
    POSTLINT_PROMISE(!book.error().empty());
    return 0;
  }
  book->finish();
  Tokenizer tokenizer;
  Document document;
  document.assign(text, tokenizer);
  Detector detector(*book);
  for (const Candidate& candidate : detector.detect(document, {}, {.explain = true})) {
    POSTLINT_PROMISE(candidate.whole_draft || candidate.span.end <= document.text().size());
  }
  return 0;
}
