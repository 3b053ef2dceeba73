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
// An empty text as argument reads as "none", so that a pattern can choose on it:
// "{hint, select, none {} other { Bedoel je ''{hint}''?}}".
// An unknown key or a malformed pattern is a bug: a test renders every key in every language.
// Where ICU lacks its data (text/unicode_data.h) it is the pattern as written: even that can be
// said.
std::string format_message(const Message& message, Language language);

// The same for a message without arguments: a label, a help text.
std::string format_message(std::string_view key, Language language);

// "file:line:column: message", as compilers write it; parts that are not known are left out.
std::string format_error(const Error& error, Language language);

// All keys of a language, sorted; for tests.
std::vector<std::string> message_keys(Language language);

// The pattern of a key, as it stands in the catalog; for tests. Empty if there is no such key.
std::string message_pattern(std::string_view key, Language language);

}  // namespace postlint
