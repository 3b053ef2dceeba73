// The ways back from the text of HTML: to a source in which it stands as it is, and through a text
// that was itself made of one.

#include "postlint/ingest/html_text.h"
#include "postlint/ingest/mapped_stretch.h"

namespace postlint {

bool append_html_text(const HtmlPage& page, const GumboNode& node, std::string_view html,
                      std::uint64_t source, const std::function<bool(const GumboNode&)>& skip,
                      MappedText& out) {
  return page.append_text(node, skip, [&](std::string_view made, Span place) {
    const SourceRange range{source + place.begin, source + place.end};
    if (place.empty() || !out.accepts(range)) {
      out.add(made);
    } else if (place.of(html) == made) {
      out.copy(made, range.begin);
    } else {
      out.replace(made, range);
    }
  });
}

bool append_html_text(const MappedText& html, MappedText& out) {
  const HtmlPage page(html.text());
  if (page.root() == nullptr) {
    const Span all{0, static_cast<std::uint32_t>(html.text().size())};
    append_stretch(html, all, out);
    return false;
  }
  const bool whole = page.append_text(
      *page.root(), nullptr,
      [&](std::string_view made, Span place) { append_through(html, made, place, out); });
  if (!whole) {
    out.add("\n");
    out.add(html.text());
  }
  return whole;
}

}  // namespace postlint
