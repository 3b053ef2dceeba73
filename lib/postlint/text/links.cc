#include "postlint/text/links.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "postlint/text/character_class.h"
#include "postlint/text/utf8.h"

namespace postlint {
namespace {

// Bounds of RFC 5321, 4.5.3.1; they also keep looking around linear.
constexpr std::uint32_t kLongestLocalPart = 64;
constexpr std::uint32_t kLongestHost = 255;
constexpr std::uint32_t kLongestScheme = 16;

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_alphanumeric(char c) { return is_ascii_letter(c) || (c >= '0' && c <= '9'); }
bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }
bool is_host(char c) { return is_alphanumeric(c) || c == '-' || c == '.'; }
bool is_local_part(char c) {
  return is_host(c) || c == '_' || c == '+' || c == '%' || c == '&' || c == '\'';
}
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// The characters that every address has one of.
constexpr auto kTriggers = [] {
  std::array<bool, 256> triggers{};
  for (const char c : std::string_view("@:.\\")) triggers[static_cast<unsigned char>(c)] = true;
  return triggers;
}();

template <std::size_t Size>
bool is_in(const std::array<std::string_view, Size>& list, std::string_view label) {
  return std::any_of(list.begin(), list.end(), [&](std::string_view known) {
    return std::equal(known.begin(), known.end(), label.begin(), label.end(),
                      [](char a, char b) { return a == lower(b); });
  });
}

// Enough without a path: "school.nl". None of them follows a full stop as a word.
constexpr std::array<std::string_view, 9> kPlainDomains = {"nl", "be",  "com", "org",    "net",
                                                           "eu", "edu", "gov", "example"};

// Need a path: "morgen.de" is two words that lost a space, "x.de/y" is an address.
constexpr std::array<std::string_view, 33> kPathDomains = {
    "ai",  "app", "at",   "cc", "ch",  "co",   "de",     "dev", "dk", "es", "fr",
    "frl", "gd",  "gg",   "gl", "gle", "ie",   "info",   "io",  "is", "it", "link",
    "ly",  "me",  "page", "pl", "sh",  "site", "school", "to",  "tv", "uk", "us"};

constexpr std::array<std::string_view, 1> kWebLabel = {"www."};

// "x.nl", "X.NL", but not "morgen.Com": a capital begins a sentence.
bool is_evenly_cased(std::string_view label) {
  const auto is_small = [](char c) { return c >= 'a'; };
  return std::all_of(label.begin(), label.end(), is_small) ||
         std::none_of(label.begin(), label.end(), is_small);
}

class LinkFinder {
 public:
  LinkFinder(std::string_view text, std::vector<Link>& links)
      : text_(text), size_(static_cast<std::uint32_t>(text.size())), links_(links) {}

  void run() {
    std::uint32_t at = next_trigger(0);
    while (at < size_) at = next_trigger(try_at(at));
  }

 private:
  std::uint32_t next_trigger(std::uint32_t at) const {
    while (at < size_ && !kTriggers[static_cast<unsigned char>(text_[at])]) ++at;
    return at;
  }

  char at(std::uint32_t offset) const { return offset < size_ ? text_[offset] : '\0'; }

  // Where to go on.
  std::uint32_t try_at(std::uint32_t trigger) {
    switch (text_[trigger]) {
      case '@':
        return try_email(trigger);
      case ':':
        return try_scheme(trigger);
      case '.':
        return try_host(trigger);
      default:
        return try_share(trigger);
    }
  }

  std::uint32_t add(std::uint32_t begin, std::uint32_t end, TokenKind kind) {
    links_.push_back({{begin, end}, kind});
    done_ = end;
    return end;
  }

  bool follows_word(std::uint32_t begin) const {
    return begin > 0 && (is_alphanumeric(text_[begin - 1]) ||
                         (is_high(text_[begin - 1]) &&
                          is_word_character(code_point_before(text_, begin).value)));
  }

  template <typename Test>
  std::uint32_t back(std::uint32_t from, std::uint32_t most, Test test) const {
    const std::uint32_t bound = std::max(done_, from > most ? from - most : 0);
    while (from > bound && test(text_[from - 1])) --from;
    return from;
  }

  // After the labels of a host that begins at `from`, without a stop or hyphen at its end.
  std::uint32_t host_end(std::uint32_t from) const {
    std::uint32_t end = from;
    const std::uint32_t bound = std::min(size_, from + kLongestHost);
    while (end < bound && is_host(text_[end]) && !(text_[end] == '.' && at(end + 1) == '.')) ++end;
    while (end > from && !is_alphanumeric(text_[end - 1])) --end;
    return end;
  }

  // The label after the last stop; empty if it is no top-level domain.
  std::string_view top_level(std::uint32_t begin, std::uint32_t end) const {
    const std::string_view host = text_.substr(begin, end - begin);
    const std::size_t dot = host.rfind('.');
    if (dot == std::string_view::npos || dot == 0) return {};
    const std::string_view label = host.substr(dot + 1);
    const bool letters = std::all_of(label.begin(), label.end(), is_ascii_letter);
    return letters && label.size() >= 2 ? label : std::string_view();
  }

  std::uint32_t try_email(std::uint32_t sign) {
    std::uint32_t begin = back(sign, kLongestLocalPart, is_local_part);
    while (begin < sign && !is_alphanumeric(text_[begin]) && text_[begin] != '_') ++begin;
    const std::uint32_t end = host_end(sign + 1);
    if (begin == sign || !is_alphanumeric(at(sign + 1)) || follows_word(begin)) return sign + 1;
    if (top_level(sign + 1, end).empty() || at(end) == '@') return sign + 1;
    return add(begin, end, TokenKind::email);
  }

  std::uint32_t try_scheme(std::uint32_t colon) {
    if (at(colon + 1) != '/' || at(colon + 2) != '/') return colon + 1;
    const std::uint32_t begin = back(colon, kLongestScheme, is_ascii_letter);
    if (colon - begin < 2 || follows_word(begin)) return colon + 3;
    const std::uint32_t end = address_end(colon + 3);
    return end == colon + 3 ? end : add(begin, end, TokenKind::url);
  }

  std::uint32_t try_share(std::uint32_t slash) {
    std::uint32_t behind = slash;
    while (at(behind) == '\\') ++behind;
    if (behind - slash != 2 || !is_alphanumeric(at(behind)) || follows_word(slash)) return behind;
    return add(slash, address_end(behind), TokenKind::url);
  }

  std::uint32_t try_host(std::uint32_t dot) {
    if (dot == 0 || !is_alphanumeric(text_[dot - 1]) || !is_alphanumeric(at(dot + 1))) {
      return dot + 1;
    }
    const std::uint32_t begin = host_begin(dot);
    const std::uint32_t end = host_end(begin);
    tried_ = std::max(end, dot + 1);
    if (end <= dot || is_part_of_more(begin, end)) return tried_;
    const std::string_view domain = top_level(begin, end);
    const bool is_web = begin + 4 < end && is_in(kWebLabel, text_.substr(begin, 4));
    const bool is_plain = is_in(kPlainDomains, domain) && is_evenly_cased(domain);
    const bool has_path =
        at(end) == '/' && is_evenly_cased(domain) && (is_plain || is_in(kPathDomains, domain));
    if (!domain.empty() && (is_web || has_path)) {
      return add(begin, address_end(end), TokenKind::url);
    }
    return is_plain ? add(begin, end, TokenKind::url) : tried_;
  }

  std::uint32_t host_begin(std::uint32_t dot) const {
    std::uint32_t begin = std::max(tried_, back(dot, kLongestHost, is_host));
    const std::size_t stops = text_.substr(0, dot).substr(begin).rfind("..");
    if (stops != std::string_view::npos) begin += static_cast<std::uint32_t>(stops) + 2;
    while (!is_alphanumeric(text_[begin])) ++begin;
    return begin;
  }

  // Of a handle, a hashtag, a word or an e-mail address, whose sign comes after.
  bool is_part_of_more(std::uint32_t begin, std::uint32_t end) const {
    if (at(end) == '@' || at(end) == '_' || follows_word(begin)) return true;
    return begin > 0 &&
           (text_[begin - 1] == '@' || text_[begin - 1] == '#' || text_[begin - 1] == '_');
  }

  // After the last character that may belong to the address that has come as far as `from`.
  std::uint32_t address_end(std::uint32_t from) const {
    std::uint32_t end = from;
    while (end < size_) {
      const char c = text_[end];
      if (is_high(c)) {
        const CodePoint wide = code_point_at(text_, end);
        if (!is_word_character(wide.value)) break;
        end += wide.size;
      } else {
        if (c <= ' ' || c == '<' || c == '>' || c == '"' || c == '|' || c == '\x7F') break;
        ++end;
      }
    }
    return trimmed(from, end);
  }

  std::uint32_t trimmed(std::uint32_t from, std::uint32_t end) const {
    const std::string_view part = text_.substr(from, end - from);
    auto open =
        std::count(part.begin(), part.end(), '(') - std::count(part.begin(), part.end(), ')');
    for (; end > from; --end) {
      const char last = text_[end - 1];
      if (last == ')' && open < 0) {
        ++open;
      } else if (std::string_view(".,;:!?'*_~]}").find(last) == std::string_view::npos) {
        break;
      }
    }
    return end;
  }

  std::string_view text_;
  std::uint32_t size_;
  std::vector<Link>& links_;
  std::uint32_t done_ = 0;   // after the last link
  std::uint32_t tried_ = 0;  // after the last host name, link or not
};

}  // namespace

void find_links(std::string_view text, std::vector<Link>& links) {
  links.clear();
  LinkFinder(text, links).run();
}

}  // namespace postlint
