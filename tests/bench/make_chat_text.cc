// usage: make_chat_text MEGABYTES [whatsapp] > FILE
//
// Messages, one a line; or an export of a WhatsApp group.
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "bench/chat_text.h"

int main(int argc, char** argv) {
  const int megabytes = argc >= 2 ? std::atoi(argv[1]) : 0;
  const bool whatsapp = argc == 3 && std::string_view(argv[2]) == "whatsapp";
  if (megabytes <= 0 || argc > 3 || (argc == 3 && !whatsapp)) {
    std::fprintf(stderr, "usage: make_chat_text MEGABYTES [whatsapp] > FILE\n");
    return 2;
  }
  const std::size_t size = static_cast<std::size_t>(megabytes) << 20;
  const std::string text =
      whatsapp ? postlint::bench::whatsapp_export(size) : postlint::bench::chat_text(size);
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() ? 0 : 1;
}
