// The sentences that WhatsApp itself writes into a chat, in Dutch, English, German and French, and
// what tells them in any language.
#pragma once

#include <string_view>

#include "postlint/ingest/record.h"

namespace postlint {

// What kind of message a body is, by its words alone: a poll, a call, a photo without words, ...
// `by_program`: WhatsApp marked it as its own (a direction mark on iOS, no sender on Android), so
// that it may be a notice; without that, "Jan heeft Piet toegevoegd" is somebody's own words.
Kind kind_of_whatsapp_body(std::string_view body, bool by_program);

// True if `words`, up to a colon, cannot be a sender's name, for a notice has begun:
// Jan heeft het onderwerp gewijzigd naar "Ouders
bool begins_whatsapp_notice(std::string_view words);

// True if a chat's first lines show that the phone speaks American English.
bool has_american_phrases(std::string_view head);

}  // namespace postlint
