// Posts in which people marked what a linter should find. One JSON object a line:
//
//   {"id":"dev-001","text":"Bel 06-12345678","role":"employee","channel":"whatsapp",
//    "spans":[{"start":4,"end":15,"rule":"personal-data/phone-number"}],
//    "document":["organisation/missing-disclaimer"]}
//
// or, for sets that only tell whether a post should be flagged at all,
//
//   {"id":"obfusc-1","text":"…","label":"hateful","functionality":"leet"}
//
// where "label" is "hateful" (to be flagged), "non-hateful" (not), or "mild": a word that one finds
// rude and another does not, so that both are right.
//
// Only "text" must be there; other fields are ignored. start and end count bytes of UTF-8.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/base/result.h"
#include "postlint/base/span.h"
#include "postlint/rules/context.h"

namespace postlint {

struct GoldSpan {
  Span span;
  std::string rule;
};

enum class Label : std::uint8_t { non_hateful, hateful, mild };
std::string_view name_of(Label label);

struct GoldRecord {
  std::string id;
  std::string text;
  Context context;
  std::vector<GoldSpan> spans;        // in the order of the file
  std::vector<std::string> document;  // rules about the draft as a whole
  std::optional<Label> label;         // none in a set with spans
  std::string functionality;          // what kind of post it is, in a set with labels
  std::string file;
  std::uint32_t line = 0;

  bool is_clean() const { return spans.empty() && document.empty(); }
};

// Reads a file's contents; `file` is for messages. Errors, all at once, with file and line:
// bad JSON, no text, wrong types, unknown roles and so on, spans outside the text or inside a
// character (gold.*), and a file without a record.
Result<std::vector<GoldRecord>> read_gold(std::string_view jsonl, const std::string& file);

}  // namespace postlint
