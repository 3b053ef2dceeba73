// The message catalog: every sentence that postlint says itself, in every language. The texts stand
// in report/messages/*.toml as ICU MessageFormat patterns and are built into the program.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "postlint/base/error.h"
#include "postlint/base/language.h"
#include "postlint/base/message.h"

namespace postlint {

// Formats one message, with that language's plurals and numbers. Thread-safe.
// An unknown key or a malformed pattern is a bug: a test renders every key in every language.
std::string format_message(const Message& message, Language language);

// "file:line:column: message", as compilers write it; parts that are not known are left out.
std::string format_error(const Error& error, Language language);

// All keys of a language, sorted; for tests.
std::vector<std::string> message_keys(Language language);

}  // namespace postlint
