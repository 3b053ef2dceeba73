// usage: make_chat_text MEGABYTES > FILE
#include <cstdio>
#include <cstdlib>

#include "bench/chat_text.h"

int main(int argc, char** argv) {
  const int megabytes = argc == 2 ? std::atoi(argv[1]) : 0;
  if (megabytes <= 0) {
    std::fprintf(stderr, "usage: make_chat_text MEGABYTES > FILE\n");
    return 2;
  }
  const std::string text = postlint::bench::chat_text(static_cast<std::size_t>(megabytes) << 20);
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() ? 0 : 1;
}
