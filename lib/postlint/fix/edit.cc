#include "postlint/fix/edit.h"

namespace postlint {

std::string with_edits(std::string_view text, std::span<const Edit> edits) {
  std::string result;
  result.reserve(text.size());
  std::size_t done = 0;
  for (const Edit& edit : edits) {
    result.append(text.substr(done, edit.span.begin - done)).append(edit.replacement);
    done = edit.span.end;
  }
  return result.append(text.substr(done));
}

}  // namespace postlint
