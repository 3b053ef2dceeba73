// Mail: one message a file (EML, and the files of a Maildir), or many behind each other (mbox,
// whose messages begin with a line "From someone at a time"). GMime takes the messages apart.

#include <algorithm>
#include <memory>
#include <mutex>

#include <gmime/gmime.h>

#include "postlint/ingest/batch_limit.h"
#include "postlint/ingest/characters.h"
#include "postlint/ingest/format_list.h"
#include "postlint/ingest/lines.h"
#include "postlint/ingest/mail_bounds.h"
#include "postlint/ingest/mail_message.h"

namespace postlint {
namespace {

constexpr std::string_view kMailStart = "From ";
constexpr std::size_t kLargestMail = std::size_t{128} << 20;

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

std::string_view text_or_empty(const char* text) {
  return text == nullptr ? std::string_view() : std::string_view(text);
}

std::string author_of(GMimeMessage* message) {
  InternetAddressList* from = g_mime_message_get_from(message);
  if (from == nullptr || internet_address_list_length(from) == 0) return "";
  InternetAddress* first = internet_address_list_get_address(from, 0);
  const std::string_view name = trim(text_or_empty(internet_address_get_name(first)));
  if (!name.empty()) return std::string(name);
  if (!INTERNET_ADDRESS_IS_MAILBOX(first)) return "";
  return std::string(
      text_or_empty(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(first))));
}

Timestamp time_of(GMimeMessage* message) {
  GDateTime* date = g_mime_message_get_date(message);
  if (date == nullptr) return {};
  Timestamp time;
  time.year = static_cast<std::int16_t>(g_date_time_get_year(date));
  time.month = static_cast<std::uint8_t>(g_date_time_get_month(date));
  time.day = static_cast<std::uint8_t>(g_date_time_get_day_of_month(date));
  time.hour = static_cast<std::uint8_t>(g_date_time_get_hour(date));
  time.minute = static_cast<std::uint8_t>(g_date_time_get_minute(date));
  time.second = static_cast<std::uint8_t>(g_date_time_get_second(date));
  time.zone = static_cast<std::int16_t>(g_date_time_get_utc_offset(date) / 60'000'000);
  return time;
}

Owned<GMimeMessage> parse(std::string_view mail) {
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(mail.data(), mail.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  g_mime_parser_set_persist_stream(parser.get(), TRUE);
  return Owned<GMimeMessage>(g_mime_parser_construct_message(parser.get(), nullptr));
}

class MailReader : public Reader {
 public:
  MailReader(const Source& source, bool many) : source_(source), many_(many) {
    static std::once_flag once;
    std::call_once(once, g_mime_init);
  }

  bool read(RecordBatch& batch) override {
    batch.covers.begin = position_;
    while (position_ < source_.bytes.size() && !is_full(batch, position_)) read_mail(batch);
    batch.covers.end = position_;
    return batch.covers.size() > 0;
  }

 private:
  void read_mail(RecordBatch& batch) {
    const std::size_t begin = position_;
    position_ = many_ ? end_of_mail(begin) : source_.bytes.size();
    std::string_view mail = source_.bytes.substr(begin, position_ - begin);
    std::size_t skipped = 0;
    if (mail.starts_with(kMailStart)) skipped = std::min(mail.find('\n'), mail.size() - 1) + 1;
    mail.remove_prefix(skipped);
    Record record;
    record.range = {begin, position_};
    if (mail.size() > kLargestMail) {
      complain(begin, {"record.too-large", {}}, batch);
    } else if (read_message(mail, begin + skipped, batch, record)) {
      batch.records.push_back(record);
    } else if (!trim(mail).empty()) {
      complain(begin, {"mail.unreadable", {}}, batch);
    }
  }

  // About the mail that begins at `begin`; mails come one after the other.
  void complain(std::size_t begin, Message message, RecordBatch& batch) {
    const auto between = source_.bytes.substr(counted_to_, begin - counted_to_);
    lines_before_ += std::count(between.begin(), between.end(), '\n');
    counted_to_ = begin;
    batch.problems.push_back(
        {source_.name, static_cast<std::uint32_t>(lines_before_ + 1), 0, std::move(message)});
  }

  // A mail ends before an empty line and a line that begins with "From " and has a date.
  std::size_t end_of_mail(std::size_t begin) const {
    std::size_t at = source_.bytes.find("\nFrom ", begin);
    while (at != std::string_view::npos) {
      const bool after_empty = at > 0 && (source_.bytes[at - 1] == '\n' ||
                                          source_.bytes.substr(at - 1).starts_with('\r'));
      if (after_empty && at > begin && has_date(source_.bytes.substr(at + 1))) return at + 1;
      at = source_.bytes.find("\nFrom ", at + 1);
    }
    return source_.bytes.size();
  }

  // A time and a year stand in the line: "Mon Nov  3 10:11:00 2025".
  static bool has_date(std::string_view rest) {
    constexpr std::size_t kLongest = 512;
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) return true;  // broken off: there may be one to come
    const std::string_view line = rest.substr(0, std::min(end, kLongest));
    const auto is_digit = [&](std::size_t i) {
      return i < line.size() && line[i] >= '0' && line[i] <= '9';
    };
    bool time = false, year = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
      time = time || (line[i] == ':' && i > 0 && is_digit(i - 1) && is_digit(i + 1));
      year = year || (line[i] == ' ' && is_digit(i + 1) && is_digit(i + 2) && is_digit(i + 3) &&
                      is_digit(i + 4) && !is_digit(i + 5));
    }
    return time && year;
  }

  bool read_message(std::string_view whole, std::uint64_t offset, RecordBatch& batch,
                    Record& record) {
    const BoundedMail bounded = bounded_mail(whole);
    const std::string_view mail = bounded.bytes;
    const Owned<GMimeMessage> message = parse(mail);
    if (message == nullptr) return false;
    record.id =
        batch.keep(std::string(text_or_empty(g_mime_message_get_message_id(message.get()))));
    record.author = batch.keep(author_of(message.get()));
    const std::size_t named =
        record.author.empty() ? std::string_view::npos : mail.find(record.author);
    if (named != std::string_view::npos) {
      record.author_range = {offset + named, offset + named + record.author.size()};
    }
    record.time = time_of(message.get());
    MailWords words = words_of(message.get(), mail, offset, source_);
    batch.keep_text(std::move(words.text), record);
    record.parts = batch.keep(std::move(words.parts));
    if (words.cut.empty()) words.cut = bounded.cut;
    if (!words.cut.empty())
      complain(record.range.begin, {"mail.cut", {{"reason", words.cut}}}, batch);
    for (Message& problem : words.problems) complain(record.range.begin, std::move(problem), batch);
    if (words.media > 0)
      batch.notes.push_back({source_.name, 0, 0, {"scan.media", {{"count", words.media}}}});
    if (record.text.empty()) record.text_offset = offset;
    return true;
  }

  std::size_t counted_to_ = 0;
  std::int64_t lines_before_ = 0;
  Source source_;
  bool many_;
  std::size_t position_ = 0;
};

// How many of the header fields that nearly all mails have stand at the beginning.
int count_headers(std::string_view head) {
  constexpr std::string_view kFields[] = {
      "from:",         "to:",           "subject:",  "date:",        "message-id:",
      "mime-version:", "content-type:", "received:", "return-path:", "delivered-to:"};
  int count = 0;
  Lines lines(head);
  while (lines.next() && !lines.line().empty()) {
    const std::string field = plain(lines.line().substr(0, 16));
    count += static_cast<int>(
        std::count_if(std::begin(kFields), std::end(kFields),
                      [&](std::string_view name) { return field.starts_with(name); }));
  }
  return count;
}

int score_mail(const Sample& sample) {
  const int headers = count_headers(sample.head);
  const bool named = sample.has_extension(".eml");
  if (headers >= 3) return named ? 95 : 85;
  return named ? 60 : 0;
}

int score_mbox(const Sample& sample) {
  if (!sample.head.starts_with(kMailStart)) return 0;
  const std::size_t line_end = sample.head.find('\n');
  if (line_end == std::string_view::npos) return 0;
  return count_headers(sample.head.substr(line_end + 1)) >= 2 ? 95 : 0;
}

std::unique_ptr<Reader> open_mail(const Source& source) {
  return std::make_unique<MailReader>(source, false);
}

std::unique_ptr<Reader> open_mbox(const Source& source) {
  return std::make_unique<MailReader>(source, true);
}

}  // namespace

const Format kMail{"mail", "e-mail", score_mail, open_mail, Takes::bytes, Holds::one};
const Format kMbox{"mbox", "e-mail", score_mbox, open_mbox, Takes::bytes};

}  // namespace postlint
