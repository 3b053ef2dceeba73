#include "postlint/ingest/html_text.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "postlint/text/encoding.h"

namespace postlint {
namespace {

using Append = std::function<void(std::string_view, Span)>;
using Skip = std::function<bool(const GumboNode&)>;

// Gumbo walks its tree by recursion. Written by people, HTML does not nest in hundreds.
constexpr std::ptrdiff_t kDeepest = 20'000;
constexpr std::size_t kLargest = std::size_t{256} << 20;
constexpr int kDeepestText = 2'000;

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

// Not <br> and its like, that hold nothing. What stands behind the "<".
bool opens_element(std::string_view tag) {
  static constexpr std::array kVoid = {GUMBO_TAG_BR,    GUMBO_TAG_HR,   GUMBO_TAG_IMG,
                                       GUMBO_TAG_INPUT, GUMBO_TAG_META, GUMBO_TAG_LINK,
                                       GUMBO_TAG_WBR,   GUMBO_TAG_COL};
  constexpr std::size_t kLongestName = 8;
  if (tag.empty() || !is_letter(tag[0])) return false;
  const std::string_view start = tag.substr(0, kLongestName);
  const auto end = std::find_if_not(start.begin(), start.end(), is_letter);
  const GumboTag name =
      gumbo_tagn_enum(start.data(), static_cast<unsigned>(std::distance(start.begin(), end)));
  return std::find(kVoid.begin(), kVoid.end(), name) == kVoid.end();
}

// <b>, <font> and their like, which gumbo opens anew in each block until they are closed.
bool is_formatting(std::string_view name) {
  static constexpr std::string_view kNames[] = {
      "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"};
  return std::any_of(std::begin(kNames), std::end(kNames), [&](std::string_view known) {
    return std::equal(known.begin(), known.end(), name.begin(), name.end(),
                      [](char a, char b) { return a == (b | 0x20); });
  });
}

std::string_view name_of_tag(std::string_view tag) {
  const auto end = std::find_if_not(tag.begin(), tag.end(), is_letter);
  return tag.substr(0, static_cast<std::size_t>(end - tag.begin()));
}

// What parsing would take, reckoned before it is begun: gumbo has no bounds of its own. Upper
// bounds: what is never closed counts as open to the end.
class Costs {
 public:
  bool too_high(std::string_view html) {
    for (std::size_t at = html.find('<'); at != std::string_view::npos && at + 1 < html.size();
         at = html.find('<', at + 1)) {
      if (html[at + 1] == '/') {
        close(html.substr(at + 2, kLongestName));
      } else if (opens_element(html.substr(at + 1))) {
        open(html.substr(at + 1));
      }
      if (depth_ > kDeepest || opened_anew_ > kMostOpenedAnew || steps_ > kMostSteps || crowded_)
        return true;
    }
    return false;
  }

 private:
  static constexpr std::size_t kLongestName = 16;
  static constexpr std::int64_t kMostOpenedAnew = 300'000;
  static constexpr std::int64_t kMostSteps = 1'000'000'000;  // up the open elements
  static constexpr std::size_t kMostAttributes = 256;        // each is compared with all

  void open(std::string_view tag) {
    ++depth_;
    steps_ += depth_;
    opened_anew_ += formatting_;
    if (is_formatting(name_of_tag(tag.substr(0, kLongestName)))) ++formatting_;
    count_attributes(tag);
  }

  void close(std::string_view name) {
    depth_ = std::max<std::ptrdiff_t>(depth_ - 1, 0);
    steps_ += depth_;
    if (is_formatting(name_of_tag(name))) formatting_ = std::max<std::int64_t>(formatting_ - 1, 0);
  }

  // Words between white space, in quotes or not: more than there are attributes, never fewer.
  void count_attributes(std::string_view tag) {
    std::size_t gaps = 0;
    for (std::size_t i = 1; i < tag.size() && tag[i] != '>' && tag[i] != '<'; ++i) {
      if (tag[i] == '=' || tag[i] == '/') ++gaps;
      if (std::isspace(static_cast<unsigned char>(tag[i])) != 0 &&
          std::isspace(static_cast<unsigned char>(tag[i - 1])) == 0)
        ++gaps;
    }
    crowded_ = crowded_ || gaps > 2 * kMostAttributes + kLongestValue;
  }
  // A style or a description holds many words.
  static constexpr std::size_t kLongestValue = 1024;

  std::ptrdiff_t depth_ = 0;
  std::int64_t formatting_ = 0, opened_anew_ = 0, steps_ = 0;
  bool crowded_ = false;
};

bool is_block(GumboTag tag) {
  static constexpr std::array kInline = {
      GUMBO_TAG_A,    GUMBO_TAG_ABBR,  GUMBO_TAG_B,    GUMBO_TAG_BDI,    GUMBO_TAG_BDO,
      GUMBO_TAG_CODE, GUMBO_TAG_EM,    GUMBO_TAG_FONT, GUMBO_TAG_I,      GUMBO_TAG_MARK,
      GUMBO_TAG_S,    GUMBO_TAG_SMALL, GUMBO_TAG_SPAN, GUMBO_TAG_STRONG, GUMBO_TAG_SUB,
      GUMBO_TAG_SUP,  GUMBO_TAG_U,     GUMBO_TAG_IMG,  GUMBO_TAG_TIME,   GUMBO_TAG_UNKNOWN};
  return std::find(kInline.begin(), kInline.end(), tag) == kInline.end();
}

// What repeats another message: <blockquote>, and Skype's <quote>, which Teams still writes.
bool is_quote(const GumboElement& element) {
  constexpr std::string_view kQuote = "<quote";
  const std::string_view written(element.original_tag.data, element.original_tag.length);
  return element.tag == GUMBO_TAG_BLOCKQUOTE ||
         (element.tag == GUMBO_TAG_UNKNOWN && written.starts_with(kQuote));
}

bool is_hidden(GumboTag tag) {
  return tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_TEMPLATE;
}

std::size_t entity_length(std::string_view raw) {
  std::size_t length = 1;
  while (length < raw.size() &&
         (std::isalnum(static_cast<unsigned char>(raw[length])) != 0 || raw[length] == '#')) {
    ++length;
  }
  return length < raw.size() && raw[length] == ';' ? length + 1 : length;
}

// Appends a text node piece by piece: what stands in the HTML as it is, and what was made of an
// entity or a line end. A line end is a space, but where the text is preformatted.
class TextAligner {
 public:
  TextAligner(std::string_view raw, std::size_t place, std::string_view made, bool preformatted,
              const Append& append)
      : raw_(raw),
        place_(place),
        made_(made),
        line_end_(preformatted ? "\n" : " "),
        append_(append) {}

  void run() {
    while (!made_.empty() && !raw_.empty()) {
      const auto pair = std::mismatch(raw_.begin(), raw_.end(), made_.begin(), made_.end());
      auto same = static_cast<std::size_t>(pair.first - raw_.begin());
      same = std::min(same, raw_.find_first_of("&\n"));
      if (same > 0) take(same, same);
      if (raw_.empty() || made_.empty()) break;
      if (raw_[0] == '&') {
        take(entity_length(raw_), code_point_length(made_));
      } else if (made_[0] == '\n' && raw_.starts_with('\n')) {
        take_line_end(1);
      } else if (made_[0] == '\n' && raw_.starts_with("\r\n")) {
        take_line_end(2);
      } else if (raw_[0] == '<' && raw_.find('>') != std::string_view::npos) {
        skip_tag();
      } else if (same == 0) {
        take(raw_.size(), made_.size());
      }
    }
  }

 private:
  void take(std::size_t raw, std::size_t made) { take_as(made_.substr(0, made), raw, made); }
  // Gumbo puts words together that stand on both sides of a tag that means nothing there.
  void skip_tag() {
    const std::size_t size = raw_.find('>') + 1;
    append_(" ", Span{});
    raw_.remove_prefix(size);
    place_ += size;
  }
  void take_line_end(std::size_t raw) { take_as(line_end_, raw, 1); }

  void take_as(std::string_view words, std::size_t raw, std::size_t made) {
    const auto begin = static_cast<std::uint32_t>(place_);
    append_(words, {begin, begin + static_cast<std::uint32_t>(raw)});
    raw_.remove_prefix(raw);
    made_.remove_prefix(made);
    place_ += raw;
  }

  std::string_view raw_;
  std::size_t place_;
  std::string_view made_;
  std::string_view line_end_;
  const Append& append_;
};

class TextWriter {
 public:
  TextWriter(std::string_view html, const Skip& skip, const Append& append)
      : html_(html), skip_(skip), append_(append) {}

  bool all_written() const { return all_written_; }

  void write(const GumboNode& node, int depth) {
    if (depth > kDeepestText) {
      all_written_ = false;
      return;
    }
    if (node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_DOCUMENT) {
      write_element(node, depth);
    } else if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
               node.type == GUMBO_NODE_CDATA) {
      write_text(node);
    }
  }

 private:
  void write_element(const GumboNode& node, int depth) {
    const GumboElement& element = node.v.element;
    if (is_hidden(element.tag) || (skip_ && skip_(node))) return;
    if (element.tag == GUMBO_TAG_BR) return begin_line(true);
    const bool quote = is_quote(element), preformatted = element.tag == GUMBO_TAG_PRE;
    const bool block = is_block(element.tag) || quote;
    if (block) begin_line(false);
    for (const char* name : {"alt", "title"}) write_attribute(element, name);
    quotes_ += static_cast<int>(quote);
    preformatted_ += static_cast<int>(preformatted);
    for (unsigned i = 0; i < element.children.length; ++i) {
      write(*static_cast<const GumboNode*>(element.children.data[i]), depth + 1);
    }
    quotes_ -= static_cast<int>(quote);
    preformatted_ -= static_cast<int>(preformatted);
    if (block) begin_line(false);
  }

  void begin_line(bool always) {
    if (always || (any_ && !at_line_start_)) pending_ += '\n';
    at_line_start_ = true;
  }

  // With a space before and behind: it stands within a line.
  void write_attribute(const GumboElement& element, const char* name) {
    const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
    if (found == nullptr) return;
    const std::string_view made = found->value;
    if (made.find_first_not_of(" \t\r\n") == std::string_view::npos) return;
    begin_words();
    append_(" ", Span{});
    std::string_view raw(found->original_value.data, found->original_value.length);
    if (raw.size() >= 2 && (raw.front() == '"' || raw.front() == '\''))
      raw = raw.substr(1, raw.size() - 2);
    const std::size_t place =
        raw.data() == nullptr ? html_.size() : static_cast<std::size_t>(raw.data() - html_.data());
    if (place < html_.size() && !raw.empty()) {
      TextAligner(raw, place, made, false, append_).run();
    } else {
      append_(made, Span{});
    }
    append_(" ", Span{});
  }

  void begin_words() {
    if (!pending_.empty() && any_) append_(pending_, Span{});
    pending_.clear();
    if (at_line_start_ && quotes_ > 0) append_("> ", Span{});
    any_ = true;
    at_line_start_ = false;
  }

  void write_text(const GumboNode& node) {
    const GumboText& text = node.v.text;
    std::string_view made = text.text;
    const auto place = static_cast<std::size_t>(text.original_text.data - html_.data());
    if (text.original_text.data == nullptr || place > html_.size()) return;
    const bool blank = made.find_first_not_of(" \t\r\n") == std::string_view::npos;
    if (blank && at_line_start_) return;
    begin_words();
    TextAligner({text.original_text.data, text.original_text.length}, place, made,
                preformatted_ > 0, append_)
        .run();
  }

  std::string_view html_;
  const Skip& skip_;
  const Append& append_;
  std::string pending_;                // line ends that only count if something follows
  int quotes_ = 0, preformatted_ = 0;  // elements around
  bool any_ = false;
  bool at_line_start_ = true;
  bool all_written_ = true;
};

}  // namespace

void HtmlPage::Destroy::operator()(GumboOutput* output) const {
  gumbo_destroy_output(&kGumboDefaultOptions, output);
}

HtmlPage::HtmlPage(std::string_view html) : html_(html) {
  if (html.size() > kLargest || Costs().too_high(html)) return;
  output_.reset(gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size()));
}

std::size_t HtmlPage::place_of(const GumboNode& element) const {
  const char* tag = element.v.element.original_tag.data;
  return tag == nullptr ? std::string_view::npos : static_cast<std::size_t>(tag - html_.data());
}

bool HtmlPage::append_text(const GumboNode& node, const Skip& skip, const Append& append) const {
  TextWriter writer(html_, skip, append);
  writer.write(node, 0);
  return writer.all_written();
}

std::string_view attribute(const GumboNode& element, const char* name) {
  if (element.type != GUMBO_NODE_ELEMENT) return {};
  const GumboAttribute* found = gumbo_get_attribute(&element.v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool has_class(const GumboNode& element, std::string_view name) {
  std::string_view classes = attribute(element, "class");
  while (!classes.empty()) {
    const std::size_t end = std::min(classes.find(' '), classes.size());
    if (classes.substr(0, end) == name) return true;
    classes.remove_prefix(std::min(end + 1, classes.size()));
  }
  return false;
}

}  // namespace postlint
