// Dictionaries share bits of a mask: what meets may have nothing in common, what does not meet has.
#include "postlint/detect/words/token_mask.h"

#include <gtest/gtest.h>

namespace postlint {
namespace {

TokenMask mask_of(DictionaryId id) {
  DictionarySet set;
  set.set(id);
  TokenMask mask;
  mask.add(set);
  return mask;
}

TEST(TokenMask, FoldsASetOfDictionariesAsItFoldsEachOfThem) {
  for (DictionaryId id = 0; id < kMaxDictionaries; ++id) {
    TokenMask one;
    one.add_dictionary(id);
    EXPECT_EQ(mask_of(id), one) << id;
    EXPECT_TRUE(one.may_be_in(id)) << id;
  }
}

TEST(TokenMask, HoldsEveryDictionaryOfASet) {
  DictionarySet set;
  for (const std::size_t id : {2U, 130U, 255U, 256U, 511U, 700U, 1023U}) set.set(id);
  TokenMask mask;
  mask.add(set);
  for (DictionaryId id = 0; id < kMaxDictionaries; ++id) {
    TokenMask one;
    one.add_dictionary(id);
    if (set[id]) {
      EXPECT_TRUE(mask.may_be_in(id)) << id;
      EXPECT_TRUE(mask.meets(one)) << id;
    }
    EXPECT_EQ(mask.meets(one), mask.may_be_in(id)) << id;
  }
  EXPECT_FALSE(mask.may_be_in(3));
}

TEST(TokenMask, KeepsDictionariesApartFromWordsAndClasses) {
  for (const DictionaryId id : {DictionaryId{0}, DictionaryId{127}, DictionaryId{1023}}) {
    TokenMask mask;
    mask.add_word(7);
    mask.add(TokenClass::lower);
    mask.add(TokenTrait::edge);
    EXPECT_FALSE(mask.meets(mask_of(id))) << id;
  }
}

}  // namespace
}  // namespace postlint
