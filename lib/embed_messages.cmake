# Writes a C++ file that holds each message catalog (nl.toml, en.toml) as a string.
set(body "")
set(table "")
foreach(input IN LISTS INPUTS)
  get_filename_component(language ${input} NAME_WE)
  file(READ ${input} text)
  string(APPEND body "constexpr char k_${language}[] = R\"catalog(${text})catalog\";\n")
  string(APPEND table "    {\"${language}\", k_${language}},\n")
endforeach()
file(WRITE ${OUTPUT} "// Made from report/messages/*.toml by embed_messages.cmake.
#include \"postlint/report/message_catalog.h\"

namespace postlint {
namespace {
${body}}  // namespace

std::span<const EmbeddedCatalog> embedded_catalogs() {
  static constexpr EmbeddedCatalog kCatalogs[] = {
${table}  };
  return kCatalogs;
}

}  // namespace postlint
")
