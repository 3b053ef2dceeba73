#include "postlint/ingest/mail_lines.h"

#include <algorithm>

#include "postlint/ingest/characters.h"
#include "postlint/ingest/lines.h"
#include "postlint/ingest/mapped_stretch.h"

namespace postlint {
namespace {

constexpr std::string_view kDiff = "diff --git ";

Span place(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// Headers between "diff --git" and the first hunk.
bool is_file_header(std::string_view line) {
  static constexpr std::string_view kHeaders[] = {kDiff,
                                                  "index ",
                                                  "new file mode ",
                                                  "deleted file mode ",
                                                  "old mode ",
                                                  "new mode ",
                                                  "rename from",
                                                  "similarity index ",
                                                  "copy from",
                                                  "copy to",
                                                  "rename to",
                                                  "--- ",
                                                  "dissimilarity index",
                                                  "+++ ",
                                                  "Binary files ",
                                                  "GIT binary "};
  return std::any_of(std::begin(kHeaders), std::end(kHeaders),
                     [&](std::string_view header) { return line.starts_with(header); });
}

// Takes the marks of a patch off its lines, from top to bottom.
class PatchReader {
 public:
  PatchReader(const MappedText& text, std::string_view author)
      : text_(text), sign_off_("Signed-off-by: " + std::string(author)) {}

  MappedText run() {
    Lines lines(text_.text());
    while (lines.next()) read(lines);
    return std::move(out_);
  }

 private:
  enum class Within { words, counts, file, hunk };

  void read(const Lines& lines) {
    const std::string_view line = lines.line();
    if (line.starts_with(kDiff)) {
      within_ = Within::file;
    } else if (line.starts_with("@@ ") && within_ != Within::words) {
      within_ = Within::hunk;
      return blank(lines);
    } else if (line == "---" && within_ == Within::words) {
      within_ = Within::counts;
    } else if (line == "-- ") {
      within_ = Within::words;
    }
    switch (within_) {
      case Within::counts:
        return blank(lines);
      case Within::file:
        return is_file_header(line) ? blank(lines) : keep(lines, 0);
      case Within::hunk:
        return keep(lines, line.empty() ? 0 : 1);
      case Within::words:
        return trim(line) == sign_off_ ? blank(lines) : keep(lines, 0);
    }
  }

  void keep(const Lines& lines, std::size_t skipped) {
    append_stretch(text_, place(lines.begin() + skipped, lines.end()), out_);
  }

  void blank(const Lines& lines) {
    const std::size_t end = lines.begin() + lines.line().size();
    if (end < lines.end()) append_stretch(text_, place(end, lines.end()), out_);
  }

  const MappedText& text_;
  std::string sign_off_;
  MappedText out_;
  Within within_ = Within::words;
};

}  // namespace

MappedText joined_lines(const MappedText& text) {
  MappedText out;
  Lines lines(text.text());
  while (lines.next()) {
    const std::string_view line = lines.line();
    const bool broken = line.ends_with(' ') && line != "-- " && !line.starts_with('>');
    const std::size_t end = broken ? lines.begin() + line.size() - 1 : lines.end();
    append_stretch(text, place(lines.begin(), end), out);
  }
  return out;
}

MappedText without_patch_marks(const MappedText& text, std::string_view author) {
  const std::string& words = text.text();
  const bool patch = words.starts_with(kDiff) || words.find("\ndiff --git ") != std::string::npos;
  return patch ? PatchReader(text, author).run() : text;
}

}  // namespace postlint
