# postlint_embed_vocabulary(INPUT OUTPUT): writes a header that holds the lists of a file of
# postlint/vocabulary/, "name = [...]" for each, as arrays of std::string_view in a namespace of the
# file's name. Nothing but such lists and remarks may stand in it: a test reads them as TOML.
function(postlint_embed_vocabulary input output)
  get_filename_component(name ${input} NAME_WE)
  file(READ ${input} text)
  string(PREPEND text "\n")
  string(REGEX REPLACE "\n( *)#" "\n\\1//" text "${text}")
  string(REGEX REPLACE "\n([a-z_]+) = \\[" "\ninline constexpr std::string_view \\1[] = {" text "${text}")
  string(REGEX REPLACE "\n\\]" "\n};" text "${text}")
  file(GENERATE OUTPUT ${output} CONTENT "// Made from vocabulary/${name}.toml by embed_vocabulary.cmake.
#pragma once

#include <string_view>

namespace postlint::vocabulary::${name} {
${text}
}  // namespace postlint::vocabulary::${name}
")
endfunction()
