// The text of HTML, with the way back to its source.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include <gumbo.h>

#include "postlint/ingest/mapped_text.h"

namespace postlint {

// A parsed page. Nothing of it is shown or run, and it reaches no network.
class HtmlPage {
 public:
  // `html` must outlive the page. The page is empty if the HTML would take so much time or memory
  // that it can only be meant to do harm.
  explicit HtmlPage(std::string_view html);

  const GumboNode* root() const { return output_ == nullptr ? nullptr : output_->root; }

  // Where an element's start tag stands in the HTML; npos for one that is not written there.
  std::size_t place_of(const GumboNode& element) const;

  // Appends the text below a node, a line for each block, without scripts and styles, with the
  // words that stand for images and that are shown when one points at something (alt, title); lines
  // in a quote begin with "> " (ingest/quotes.h). `skip` leaves an element out if it is true for
  // it; it may be empty. False if some of it nests too deeply to be read.
  bool append_text(const GumboNode& node, const std::function<bool(const GumboNode&)>& skip,
                   const std::function<void(std::string_view made, Span place)>& append) const;

 private:
  struct Destroy {
    void operator()(GumboOutput* output) const;
  };
  std::string_view html_;
  std::unique_ptr<GumboOutput, Destroy> output_;
};

// The value of an attribute; empty if there is none.
std::string_view attribute(const GumboNode& element, const char* name);

// True if `element` is one of that class, among others.
bool has_class(const GumboNode& element, std::string_view name);

// Appends a node's text to `out`; the HTML stands at `source` as it is. False as above.
bool append_html_text(const HtmlPage& page, const GumboNode& node, std::string_view html,
                      std::uint64_t source, const std::function<bool(const GumboNode&)>& skip,
                      MappedText& out);

// The same for HTML that was itself made of something: of a JSON string, of a mail's part. The way
// back leads through both. What cannot be read as HTML is taken as plain text. False if not all
// was read as HTML.
bool append_html_text(const MappedText& html, MappedText& out);

}  // namespace postlint
