// One way to read a token.
#pragma once

#include "postlint/lexicon/lexicon.h"

namespace postlint {

// A known word that a token is, or stands for, with the dictionaries it is in.
struct Reading {
  WordId word = kNoWord;
  DictionarySetId set = 0;
};

}  // namespace postlint
