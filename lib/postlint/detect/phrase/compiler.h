// From phrases as they are written to the book of automata.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "postlint/base/result.h"
#include "postlint/detect/phrase/book.h"
#include "postlint/lexicon/lexicon.h"
#include "postlint/rules/phrase.h"

namespace postlint {

class AnchorCosts;

// Compiles phrases into a book.
class PhraseCompiler {
 public:
  // `entity` finds the number of a rule or signal by its name. All must outlive the compiler.
  PhraseCompiler(PhraseBook& book, Lexicon& lexicon,
                 std::function<std::optional<EntityId>(std::string_view)> entity,
                 std::function<std::string(std::string_view)> nearest_entity);
  ~PhraseCompiler();

  // Makes a group of `phrases` and returns its number. What is wrong is appended to `errors`:
  // syntax, unknown dictionaries and entities, phrases that may be empty, that have nothing to
  // anchor on, or that are too large.
  std::uint32_t compile_group(std::span<const SourceText> phrases, Errors& errors);

 private:
  class OnePhrase;

  PhraseBook& book_;
  Lexicon& lexicon_;
  std::function<std::optional<EntityId>(std::string_view)> entity_;
  std::function<std::string(std::string_view)> nearest_entity_;
  std::unique_ptr<AnchorCosts> costs_;
  std::map<TokenMask, std::uint32_t> masks_;  // where each lies in the book
};

}  // namespace postlint
