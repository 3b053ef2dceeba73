#include "postlint/ingest/mail_bounds.h"

#include <algorithm>
#include <set>

#include "postlint/ingest/characters.h"
#include "postlint/ingest/lines.h"

namespace postlint {
namespace {

constexpr std::size_t kLongestHeader = std::size_t{64} << 10;
constexpr int kMostColons = 200;  // groups of addresses that lie in each other
constexpr int kMostParts = 4000;
constexpr std::size_t kMostBoundaries = 1000;

constexpr std::string_view kAddressHeaders[] = {
    "from:", "sender:", "reply-to:",    "to:",         "cc:",
    "bcc:",  "resent-", "disposition-", "return-path:"};

bool is_address_header(std::string_view line) {
  const std::string name = plain(line.substr(0, 16));
  return std::any_of(std::begin(kAddressHeaders), std::end(kAddressHeaders),
                     [&](std::string_view header) { return name.starts_with(header); });
}

// Goes through a mail once, line by line.
class Bounder {
 public:
  explicit Bounder(std::string_view mail) : mail_(mail) { result_.bytes = mail; }

  BoundedMail run() {
    Lines lines(mail_);
    while (lines.next() && !done_) {
      if (in_header_) {
        read_header(lines);
      } else if (lines.line().starts_with("--") && ends_part(lines.line())) {
        begin_part(lines.begin());
      }
    }
    if (!done_) end_header_block(mail_.size());
    return std::move(result_);
  }

 private:
  void read_header(const Lines& lines) {
    const std::string_view line = lines.line();
    const bool goes_on = line.starts_with(' ') || line.starts_with('\t');
    if (!goes_on) {
      end_field(lines.begin());
      field_begin_ = lines.begin();
      is_address_ = is_address_header(line);
    }
    if (!line.empty()) return;
    end_header_block(lines.begin());
    in_header_ = false;
  }

  // A field that was read whole.
  void end_field(std::size_t end) {
    const std::string_view field = mail_.substr(field_begin_, end - field_begin_);
    if (is_address_) bound_addresses(field);
    is_address_ = false;
    note_boundary(field);
  }

  void bound_addresses(std::string_view field) {
    std::size_t kept = std::min(field.size(), kLongestHeader);
    int colons = 0;
    for (std::size_t i = 0; i < kept; ++i) {
      if (field[i] == ':' && ++colons > kMostColons) kept = i;
    }
    if (kept == field.size()) return;
    result_.cut = "header";
    for (std::size_t i = kept; i < field.size(); ++i) {
      char& c = result_.bytes[field_begin_ + i];
      if (c != '\n' && c != '\r') c = ' ';
    }
  }

  void note_boundary(std::string_view field) {
    constexpr std::string_view kBoundary = "boundary";
    constexpr std::size_t kLongest = 4096;
    const std::string words = plain(field.substr(0, kLongest));
    if (!words.starts_with("content-type:") || boundaries_.size() >= kMostBoundaries) return;
    const std::size_t at = words.find(kBoundary);
    const std::size_t equals = at == std::string::npos ? at : words.find('=', at);
    if (equals == std::string::npos) return;
    const std::size_t begin = words.find_first_not_of(" \"", equals + 1);
    if (begin == std::string::npos) return;
    const bool quoted = words[begin - 1] == '"';
    const std::size_t end = words.find_first_of(quoted ? "\"" : "; \t\r\n", begin);
    boundaries_.insert(words.substr(begin, std::min(end, words.size()) - begin));
  }

  bool ends_part(std::string_view line) const {
    std::string name = plain(line.substr(2));
    if (boundaries_.contains(name)) return true;
    if (!name.ends_with("--")) return false;
    name.resize(name.size() - 2);
    return boundaries_.contains(name);
  }

  void begin_part(std::size_t at) {
    if (++parts_ > kMostParts) {
      result_.bytes.resize(at);
      result_.cut = "parts";
      done_ = true;
    }
    const std::size_t line_end = mail_.find('\n', at);
    header_begin_ = field_begin_ = line_end == std::string_view::npos ? mail_.size() : line_end + 1;
    in_header_ = true;
  }

  // GMime reads what is called a mail as one, whatever it is encoded in.
  void end_header_block(std::size_t end) {
    if (!in_header_ || end < header_begin_) return;
    end_field(end);
    constexpr std::string_view kMail = "message/rfc822", kOther = "application/ml";
    static_assert(kMail.size() == kOther.size());
    constexpr std::size_t kLongest = std::size_t{16} << 10;
    const std::size_t size = std::min(end - header_begin_, kLongest);
    std::string block(mail_.substr(header_begin_, size));
    for (char& c : block) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    const std::size_t encoding = block.find("content-transfer-encoding:");
    const std::size_t type = block.find(kMail);
    if (encoding == std::string::npos || type == std::string::npos) return;
    const std::string_view named = std::string_view(block).substr(encoding, 80);
    if (named.find("base64") == std::string_view::npos &&
        named.find("quoted-printable") == std::string_view::npos)
      return;
    std::copy(kOther.begin(), kOther.end(),
              result_.bytes.begin() + static_cast<std::ptrdiff_t>(header_begin_ + type));
  }

  std::string_view mail_;
  BoundedMail result_;
  std::set<std::string> boundaries_;
  std::size_t header_begin_ = 0, field_begin_ = 0;
  int parts_ = 0;
  bool in_header_ = true, is_address_ = false, done_ = false;
};

}  // namespace

BoundedMail bounded_mail(std::string_view mail) { return Bounder(mail).run(); }

}  // namespace postlint
