// What every fuzz target keeps to.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>

// A broken promise ends the run, so that the fuzzer keeps the input.
#define POSTLINT_PROMISE(condition)                                                        \
  do {                                                                                     \
    if (!(condition)) {                                                                    \
      std::fprintf(stderr, "%s:%d: broken promise: %s\n", __FILE__, __LINE__, #condition); \
      std::abort();                                                                        \
    }                                                                                      \
  } while (false)

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
