#include "postlint/ingest/whatsapp_header.h"

#include "postlint/ingest/characters.h"

namespace postlint {
namespace {

// Reads one header from left to right.
class HeaderParser {
 public:
  explicit HeaderParser(std::string_view line) : line_(line), rest_(line) {}

  bool parse(WhatsAppHeader& header) {
    skip_marks();
    const bool bracket = skip('[');
    if (bracket) skip_marks();
    if (!is_digit()) return false;
    if (bracket && time_comes_first()) return parse_time_first(header);
    header.style = bracket ? HeaderStyle::bracket : HeaderStyle::dash;
    return date(header) && gap() && time(header) && end(header, bracket) && finish(header);
  }

 private:
  bool parse_time_first(WhatsAppHeader& header) {
    header.style = HeaderStyle::time_first;
    if (!time(header)) return false;
    skip(',');
    skip_spaces();
    if (!date(header) || !skip(']')) return false;
    skip_space();
    return finish(header);
  }

  bool finish(WhatsAppHeader& header) const {
    header.size = line_.size() - rest_.size();
    return header.possible(true) || header.possible(false);
  }

  bool is_digit() const { return !rest_.empty() && rest_[0] >= '0' && rest_[0] <= '9'; }

  bool skip(char c) {
    if (rest_.empty() || rest_[0] != c) return false;
    rest_.remove_prefix(1);
    return true;
  }

  void skip_marks() {
    while (const std::size_t length = mark_length(rest_)) rest_.remove_prefix(length);
  }

  bool skip_space() {
    const std::size_t length = space_length(rest_);
    rest_.remove_prefix(length);
    return length > 0;
  }

  bool skip_spaces() {
    bool any = false;
    while (skip_space()) any = true;
    return any;
  }

  // How many digits were read, at most four.
  std::size_t number(int& value) {
    std::size_t digits = 0;
    for (value = 0; digits < 4 && is_digit(); ++digits) {
      value = value * 10 + (rest_[0] - '0');
      rest_.remove_prefix(1);
    }
    return is_digit() ? 0 : digits;
  }

  bool time_comes_first() const {
    return (rest_.size() > 1 && rest_[1] == ':') || (rest_.size() > 2 && rest_[2] == ':');
  }

  bool date(WhatsAppHeader& header) {
    int a = 0, b = 0, c = 0;
    const std::size_t a_digits = number(a);
    if (a_digits == 0 || rest_.empty()) return false;
    header.separator = rest_[0];
    if (header.separator != '-' && header.separator != '/' && header.separator != '.') return false;
    skip(header.separator);
    skip_space();
    const std::size_t b_digits = number(b);
    if (b_digits == 0 || b_digits > 2 || !skip(header.separator)) return false;
    skip_space();
    const std::size_t c_digits = number(c);
    return order(header, {a, a_digits}, {b, b_digits}, {c, c_digits});
  }

  struct Number {
    int value;
    std::size_t digits;
  };

  bool order(WhatsAppHeader& header, Number a, Number b, Number c) {
    header.year_first = a.digits == 4;
    const Number year = header.year_first ? a : c;
    const Number first = header.year_first ? b : a;
    const Number second = header.year_first ? c : b;
    if ((year.digits != 2 && year.digits != 4) || first.digits > 2 || second.digits > 2)
      return false;
    if (second.digits == 0) return false;
    header.year_digits = static_cast<std::uint8_t>(year.digits);
    header.year = year.digits == 2 ? 2000 + year.value : year.value;
    header.first = first.value;
    header.second = second.value;
    header.padded = first.digits == 2 && second.digits == 2;
    return true;
  }

  // Between date and time: a comma or spaces, and in some languages a short word ("klo", "à").
  bool gap() {
    skip('.');
    const bool comma = skip(',');
    if (!skip_spaces() && !comma) return false;
    if (is_digit()) return true;
    std::size_t letters = 0;
    while (!rest_.empty() && !is_digit() && space_length(rest_) == 0) {
      if (!is_letter() || ++letters > 8) return false;
      rest_.remove_prefix(1);
    }
    return skip_spaces();
  }

  bool is_letter() const {
    const char small = static_cast<char>(rest_[0] | 0x20);
    return (small >= 'a' && small <= 'z') || static_cast<signed char>(rest_[0]) < 0;
  }

  bool two_digits(std::uint8_t& value, int limit) {
    int number_read = 0;
    if (number(number_read) != 2 || number_read > limit) return false;
    value = static_cast<std::uint8_t>(number_read);
    return true;
  }

  bool time(WhatsAppHeader& header) {
    int hour = 0;
    const std::size_t digits = number(hour);
    if (digits == 0 || digits > 2 || hour > 24 || rest_.empty()) return false;
    const char separator = rest_[0];
    if (separator != ':' && separator != '.') return false;
    skip(separator);
    if (!two_digits(header.minute, 59)) return false;
    const bool seconds =
        rest_.size() > 1 && rest_[0] == separator && rest_[1] >= '0' && rest_[1] <= '9';
    if (seconds && (!skip(separator) || !two_digits(header.seconds, 59))) return false;
    header.hour = static_cast<std::uint8_t>(hour % 24);
    half_of_day(header);
    return true;
  }

  // "PM", "p.m.", "p. m."; without one nothing is read.
  void half_of_day(WhatsAppHeader& header) {
    const std::string_view before = rest_;
    skip_space();
    const char half = rest_.empty() ? '\0' : static_cast<char>(rest_[0] | 0x20);
    if (half != 'a' && half != 'p') {
      rest_ = before;
      return;
    }
    rest_.remove_prefix(1);
    skip('.');
    skip_space();
    if (!skip('m') && !skip('M')) {
      rest_ = before;
      return;
    }
    skip('.');
    header.half_days = true;
    if (header.hour == 12 && half == 'a') header.hour = 0;
    if (header.hour < 12 && half == 'p') header.hour = static_cast<std::uint8_t>(header.hour + 12);
  }

  bool end(WhatsAppHeader& header, bool bracket) {
    if (bracket) {
      if (!skip(']')) return false;
      skip_space();
      return true;
    }
    if (skip(':')) {
      header.style = HeaderStyle::colon;
      return skip_space();
    }
    if (!skip_spaces()) return false;
    constexpr std::string_view kEnDash = "\u2013";
    if (rest_.starts_with(kEnDash)) {
      rest_.remove_prefix(kEnDash.size());
    } else if (!skip('-')) {
      return false;
    }
    return skip_space();
  }

  std::string_view line_;
  std::string_view rest_;
};

}  // namespace

std::uint32_t WhatsAppHeader::shape() const {
  const auto kind = static_cast<std::uint32_t>(style);
  const auto year_style = static_cast<std::uint32_t>(year_digits * 2 + (year_first ? 1 : 0));
  return kind << 16 | year_style << 8 | static_cast<std::uint8_t>(separator);
}

bool WhatsAppHeader::possible(bool day_first) const {
  return day_first ? is_date(year, second, first) : is_date(year, first, second);
}

Timestamp WhatsAppHeader::time(bool day_first) const {
  Timestamp time;
  time.year = static_cast<std::int16_t>(year);
  time.month = static_cast<std::uint8_t>(day_first ? second : first);
  time.day = static_cast<std::uint8_t>(day_first ? first : second);
  time.hour = hour;
  time.minute = minute;
  time.second = seconds;
  return time;
}

std::optional<WhatsAppHeader> parse_whatsapp_header(std::string_view line) {
  WhatsAppHeader header;
  if (!HeaderParser(line).parse(header)) return std::nullopt;
  return header;
}

}  // namespace postlint
