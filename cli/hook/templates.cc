#include "hook/templates.h"

namespace postlint::cli {

std::string fill_in(std::string_view text, const HookValues& values) {
  std::string out(text);
  for (const auto& [name, value] : values) {
    for (std::size_t at = out.find(name); at != std::string::npos; at = out.find(name, at)) {
      out.replace(at, name.size(), value);
      at += value.size();
    }
  }
  return out;
}

}  // namespace postlint::cli
