// The one list of formats. A new one is a file and a word here.
#pragma once

#include "postlint/ingest/reader.h"

namespace postlint {

extern const Format kWhatsApp;
extern const Format kTelegramJson;
extern const Format kMetaJson;
extern const Format kDiscord;
extern const Format kDiscordPackage;
extern const Format kSlack;
extern const Format kSlackUsers;
extern const Format kGoogleChat;
extern const Format kTeams;
extern const Format kTeamsGraph;
extern const Format kMatrix;
extern const Format kX;
extern const Format kMastodon;
extern const Format kTelegramHtml;
extern const Format kMattermost;
extern const Format kSignal;
extern const Format kMail;
extern const Format kMbox;
extern const Format kJsonLines;
extern const Format kTable;
extern const Format kMarkdown;
extern const Format kPlainText;

inline constexpr const Format* kFormats[] = {
    &kWhatsApp,   &kTelegramJson, &kMetaJson,   &kDiscord,    &kDiscordPackage, &kSlack,
    &kSlackUsers, &kGoogleChat,   &kTeams,      &kTeamsGraph, &kMatrix,         &kX,
    &kMastodon,   &kTelegramHtml, &kMattermost, &kSignal,     &kMail,           &kMbox,
    &kJsonLines,  &kTable,        &kMarkdown,   &kPlainText};

}  // namespace postlint
