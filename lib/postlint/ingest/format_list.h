// The one list of formats. A new one is a file and a word here.
#pragma once

#include "postlint/ingest/reader.h"

namespace postlint {

extern const Format kWhatsApp;
extern const Format kTelegramJson;
extern const Format kMetaJson;
extern const Format kMail;
extern const Format kMbox;
extern const Format kJsonLines;
extern const Format kTable;
extern const Format kMarkdown;
extern const Format kPlainText;

inline constexpr const Format* kFormats[] = {&kWhatsApp, &kTelegramJson, &kMetaJson,
                                             &kMail,     &kMbox,         &kJsonLines,
                                             &kTable,    &kMarkdown,     &kPlainText};

}  // namespace postlint
