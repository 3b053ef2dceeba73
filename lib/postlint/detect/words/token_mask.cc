#include "postlint/detect/words/token_mask.h"

namespace postlint {
namespace {

constexpr std::array<std::string_view, kTokenClasses> kTokenClassNames = {
    "number", "url",         "email",       "handle", "hashtag", "emoji",
    "word",   "punctuation", "capitalised", "caps",   "lower"};

}  // namespace

std::span<const std::string_view> token_class_names() { return kTokenClassNames; }

}  // namespace postlint
