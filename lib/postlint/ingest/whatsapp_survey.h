// What a WhatsApp export's first megabyte tells about all of it: the form of its headers, whether
// the day or the month comes first, and which names hold a colon.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "postlint/ingest/whatsapp_header.h"

namespace postlint {

// Headers of one shape are written by one phone in one language, so they share the order of day and
// month. Chats that moved to another phone hold several.
struct HeaderFamily {
  std::uint32_t shape = 0;
  std::size_t count = 0;
  bool day_first = true;
};

struct WhatsAppSurvey {
  std::vector<HeaderFamily> families;
  std::uint32_t usual_shape = 0;                          // 0: there is no header at all
  std::unordered_set<std::string_view> names_with_colon;  // views into the export

  // How sure one can be that this is a WhatsApp chat: lines that begin as headers do, and how many
  // of those are headers.
  std::size_t headers = 0;
  std::size_t header_like_lines = 0;
};

// `american`: the phone speaks American English, so that "5/2/22" is in May where nothing else
// tells.
WhatsAppSurvey survey_whatsapp(std::string_view head);

// Where the sender's name ends in "Jan: hoi": the first colon from `from` on with a space, a line
// end or a full stop behind it. npos if the next 480 bytes (120 characters) have none.
std::size_t find_sender_colon(std::string_view line, std::size_t from);

// True if a line may begin with a header: the first byte tells, for nearly all lines.
bool may_begin_header(std::string_view line);

}  // namespace postlint
