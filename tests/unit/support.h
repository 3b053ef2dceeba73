// What unit tests of rules and detection share: a small lexicon, and rules written in the test.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "postlint/detect/detector.h"
#include "postlint/detect/rule_compiler.h"
#include "postlint/lexicon/lexicon.h"
#include "postlint/report/messages.h"
#include "postlint/rules/pattern_loader.h"
#include "postlint/text/document.h"

namespace postlint::test {

inline std::string joined(const Errors& errors) {
  std::string text;
  for (const Error& error : errors) text += format_error(error, Language::en) + "\n";
  return text;
}

// A word list as a file would state it.
inline WordList list(std::string name, std::vector<std::string> terms,
                     std::vector<WordClass> inflect = {}, std::vector<WordRole> roles = {}) {
  return {std::move(name),    "test",           "test",          "test",
          std::move(inflect), std::move(terms), std::move(roles)};
}

// Dictionaries that the tests' phrases name.
inline Lexicon small_lexicon() {
  Lexicon lexicon;
  for (const WordList& words :
       {list("animals", {"koe", "paard", "guinees biggetje", "varken"}, {WordClass::noun}),
        list("first-names", {"sanne", "daan", "anne-fleur"}),
        list("function-words", {"de", "een", "is", "je"}, {}, {WordRole::common_word})}) {
    EXPECT_TRUE(lexicon.add(words).has_value());
  }
  return lexicon;
}

inline Result<RuleBook> compiled(const std::vector<RuleSpec>& specs) {
  RuleBook book;
  book.lexicon = small_lexicon();
  return compile_rules(specs, std::move(book));
}

// Rules from TOML; fails the test where they are wrong.
inline RuleBook rules_from(std::string_view toml) {
  const auto specs = load_pattern_files({{"test.toml", std::string(toml)}});
  if (!specs) ADD_FAILURE() << joined(specs.error());
  auto book = specs ? compiled(*specs) : Result<RuleBook>(RuleBook());
  if (!book) ADD_FAILURE() << joined(book.error());
  RuleBook result = book ? std::move(*book) : RuleBook();
  result.finish();
  return result;
}

// A rule "test/rule" with one pattern, given by its lines; `more` are lines of the rule itself.
inline std::string rule_with(std::string_view pattern, std::string_view more = "") {
  const bool about_draft = more.find("draft") != std::string_view::npos;
  return "[[rule]]\nid = \"test/rule\"\ntitle = \"t\"\nmessage = \"m\"\n" + std::string(more) +
         "[[rule.pattern]]\n" + std::string(pattern) + "\n[rule.examples]\nflag = [\"" +
         (about_draft ? "x" : "«x»") + "\"]\npass = [\"y\"]\n";
}

// What is reported in `text`, as words in the order of their places; "*" is the draft as a whole.
inline std::vector<std::string> reported(const RuleBook& book, std::string_view text,
                                         const Context& context = {}) {
  Tokenizer tokenizer;
  Document document;
  document.assign(text, tokenizer);
  Detector detector(book);
  std::vector<std::string> words;
  for (const Candidate& candidate : detector.detect(document, context)) {
    if (!candidate.reported) continue;
    words.push_back(
        candidate.whole_draft ? "*" : std::string(document.to_source(candidate.span).of(text)));
  }
  return words;
}

}  // namespace postlint::test
