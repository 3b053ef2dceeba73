// What is known about words beyond the dictionaries: how to read one that they do not hold.
#pragma once

#include "postlint/detect/words/joined_words.h"
#include "postlint/detect/words/word_reader.h"

namespace postlint {

// Immutable after construction, safe to share between threads.
struct WordKnowledge {
  WordKnowledge() = default;
  explicit WordKnowledge(const Lexicon& lexicon) : reader(lexicon), joined(lexicon) {}

  WordReader reader;
  JoinedWords joined;
};

}  // namespace postlint
