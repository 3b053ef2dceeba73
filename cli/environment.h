// What the user's environment says about language, colours and width.
#pragma once

#include <chrono>
#include <cstddef>
#include <span>
#include <string>

#include "postlint/base/language.h"

namespace postlint::cli {

// --lang, wherever it stands, so that even a complaint about the command line is in that language;
// then $POSTLINT_LANG; else the locale (LC_ALL, LC_MESSAGES, LANG: the first that is set), or Dutch
// for one that postlint does not speak.
Language language_to_speak(std::span<const std::string> arguments);

enum class ColorChoice { automatic, always, never };

// Automatic: on a terminal, unless NO_COLOR is set (no-color.org) or TERM is "dumb".
bool use_color(ColorChoice choice, int descriptor);

// The day on which entries with an end are judged: of $SOURCE_DATE_EPOCH (seconds since 1970, in
// UTC), so that a run can be repeated; where that is not set or no whole number, of the clock.
std::chrono::year_month_day today();

// Columns of the terminal behind `descriptor`, else $COLUMNS, else 80.
std::size_t terminal_width(int descriptor);

}  // namespace postlint::cli
