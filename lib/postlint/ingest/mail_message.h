// The words of one mail: all that its recipients can read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "postlint/ingest/mapped_text.h"
#include "postlint/ingest/reader.h"

struct _GMimeMessage;

namespace postlint {

struct MailWords {
  MappedText text;
  std::vector<TextPart> parts;    // the subjects and names first, then each part as it comes
  std::string cut;                // why some of it was not read, as the argument of "mail.cut"
  std::vector<Message> problems;  // "mail.unread-part", and what readers of attachments say
  std::int64_t media = 0;         // photos and recordings: nothing to read in them
};

// Of a mail that was parsed of `mail`, whose bytes stand in the source at `offset`.
MailWords words_of(_GMimeMessage* message, std::string_view mail, std::uint64_t offset,
                   const Source& source);

}  // namespace postlint
