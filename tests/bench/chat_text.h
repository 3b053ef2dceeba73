// Chat-like Dutch for measuring: made from templates, always the same.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace postlint::bench {

// About `bytes` bytes of messages, one a line: mostly small talk, one in fifty with something to
// find.
std::string chat_text(std::size_t bytes);

// The same as separate messages.
std::vector<std::string> chat_messages(std::size_t bytes);

// The same as an export of a WhatsApp group, as iOS writes it in Dutch: eight people, a message
// every ten minutes.
std::string whatsapp_export(std::size_t bytes);

// A draft of sixty words with five things to find.
std::string draft_of_sixty_words();

}  // namespace postlint::bench
