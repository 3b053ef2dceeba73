// ICU's data with nothing in them, as a library to load in place of the real one.
#include <unicode/udata.h>
#include <unicode/utypes.h>

namespace {

// A "common data" file of ICU's, for the loader of ICU: a header and a table of no entries.
struct EmptyData {
  std::uint16_t header_size;
  std::uint8_t magic[2];
  UDataInfo info;
  char padding[8];
  std::uint32_t count, reserved;
};

}  // namespace

extern "C" U_EXPORT const EmptyData U_ICUDATA_ENTRY_POINT;
alignas(16) const EmptyData U_ICUDATA_ENTRY_POINT = {32,
                                                     {0xDA, 0x27},
                                                     {sizeof(UDataInfo),
                                                      0,
                                                      U_IS_BIG_ENDIAN,
                                                      U_CHARSET_FAMILY,
                                                      sizeof(UChar),
                                                      0,
                                                      {'T', 'o', 'C', 'P'},
                                                      {1, 0, 0, 0},
                                                      {0, 0, 0, 0}},
                                                     {},
                                                     0,
                                                     0};
