// Mail: one message a file (EML, and the files of a Maildir), or many behind each other (mbox,
// whose messages begin with a line "From someone at a time"). GMime takes the messages apart.

#include <algorithm>
#include <memory>
#include <mutex>

#include <gmime/gmime.h>

#include "postlint/ingest/batch_limit.h"
#include "postlint/ingest/characters.h"
#include "postlint/ingest/format_list.h"
#include "postlint/ingest/html_text.h"
#include "postlint/ingest/lines.h"
#include "postlint/ingest/mail_text.h"

namespace postlint {
namespace {

constexpr std::string_view kMailStart = "From ";
constexpr std::size_t kLargestMail = std::size_t{128} << 20;
constexpr std::size_t kLargestPart = std::size_t{16} << 20;
constexpr int kDeepestPart = 30;
constexpr int kMostParts = 1000;  // of one multipart

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

std::string_view text_or_empty(const char* text) {
  return text == nullptr ? std::string_view() : std::string_view(text);
}

TransferEncoding encoding_of(GMimePart* part) {
  switch (g_mime_part_get_content_encoding(part)) {
    case GMIME_CONTENT_ENCODING_BASE64:
      return TransferEncoding::base64;
    case GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE:
      return TransferEncoding::quoted_printable;
    default:
      return TransferEncoding::none;
  }
}

// Makes the text of one mail: subject, words, names of attachments.
class MailText {
 public:
  // `mail` stands at `source`.
  MailText(std::string_view mail, std::uint64_t source) : mail_(mail), source_(source) {}

  MappedText make(GMimeMessage* message) {
    add_subject(message);
    if (GMimeObject* body = g_mime_message_get_mime_part(message)) add_part(body, 0);
    return std::move(out_);
  }

  // Why some of it was not read, as the argument of "mail.cut"; empty: all of it was.
  const std::string& cut() const { return cut_; }

 private:
  // The header as it stands there: all of it is the place of the decoded subject.
  void add_subject(GMimeMessage* message) {
    const std::string_view subject = text_or_empty(g_mime_message_get_subject(message));
    if (subject.empty()) return;
    Lines lines(mail_);
    while (lines.next() && !lines.line().empty()) {
      if (!plain(lines.line().substr(0, 8)).starts_with("subject:")) continue;
      const std::size_t begin =
          std::min(mail_.find_first_not_of(" \t", lines.begin() + 8), lines.end());
      const std::string_view written = mail_.substr(begin, subject.size());
      if (written == subject) return out_.copy(written, source_ + begin);
      return out_.replace(subject, {source_ + begin, source_ + end_of_header(begin)});
    }
    out_.add(subject);
  }

  // A header goes on in lines that begin with a space.
  std::size_t end_of_header(std::size_t begin) const {
    std::size_t end = begin;
    do {
      end = mail_.find('\n', end + 1);
    } while (end != std::string_view::npos && end + 1 < mail_.size() &&
             (mail_[end + 1] == ' ' || mail_[end + 1] == '\t'));
    return std::min(end, mail_.size());
  }

  void add_part(GMimeObject* part, int depth) {
    if (depth > kDeepestPart) return cut_short("depth");
    if (GMIME_IS_MULTIPART(part)) {
      add_multipart(GMIME_MULTIPART(part), depth);
    } else if (GMIME_IS_PART(part)) {
      add_leaf(GMIME_PART(part));
    } else if (GMIME_IS_MESSAGE_PART(part)) {
      GMimeMessage* inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(part));
      if (inner == nullptr) return;
      add_line(text_or_empty(g_mime_message_get_subject(inner)));
      if (GMimeObject* body = g_mime_message_get_mime_part(inner)) add_part(body, depth + 1);
    }
  }

  // Of the same words in several forms, the plain one is enough.
  void add_multipart(GMimeMultipart* parts, int depth) {
    GMimeContentType* type = g_mime_object_get_content_type(GMIME_OBJECT(parts));
    const bool alternative = g_mime_content_type_is_type(type, "multipart", "alternative") != 0;
    const int all = g_mime_multipart_get_count(parts);
    const int count = std::min(all, kMostParts);
    if (count < all) cut_short("parts");
    for (int i = 0; i < count; ++i) {
      const bool had_words = !out_.empty();
      const std::size_t before = out_.text().size();
      add_part(g_mime_multipart_get_part(parts, i), depth + 1);
      const bool has_words = !trim(std::string_view(out_.text()).substr(before)).empty();
      if (alternative && has_words && (had_words || before == 0)) return;
    }
  }

  void add_leaf(GMimePart* part) {
    GMimeContentType* type = g_mime_object_get_content_type(GMIME_OBJECT(part));
    const char* file_name = g_mime_part_get_filename(part);
    const bool is_text = type == nullptr || g_mime_content_type_is_type(type, "text", "*") != 0;
    if (file_name != nullptr) add_line(file_name);
    if (!is_text) return;
    const bool html = type != nullptr && g_mime_content_type_is_type(type, "text", "html") != 0;
    const char* charset =
        type == nullptr ? nullptr : g_mime_content_type_get_parameter(type, "charset");
    add_words(part, text_or_empty(charset), html);
  }

  void add_words(GMimePart* part, std::string_view charset, bool html) {
    GMimeDataWrapper* content = g_mime_part_get_content(part);
    GMimeStream* stream = content == nullptr ? nullptr : g_mime_data_wrapper_get_stream(content);
    if (stream == nullptr) return;
    const auto begin = static_cast<std::size_t>(std::max<gint64>(stream->bound_start, 0));
    const auto end = stream->bound_end < 0
                         ? mail_.size()
                         : std::min(static_cast<std::size_t>(stream->bound_end), mail_.size());
    if (begin >= end) return;
    if (end - begin > kLargestPart) cut_short("size");
    const std::string_view raw = mail_.substr(begin, std::min(end - begin, kLargestPart));
    if (!out_.empty()) out_.add("\n");
    if (html) {
      add_html(raw, begin, encoding_of(part), charset);
    } else {
      append_mail_text(raw, source_ + begin, encoding_of(part), charset, out_);
    }
  }

  void add_html(std::string_view raw, std::size_t begin, TransferEncoding encoding,
                std::string_view charset) {
    MappedText decoded;
    append_mail_text(raw, source_ + begin, encoding, charset, decoded);
    append_html_text(decoded, out_);
  }

  void cut_short(const char* reason) {
    if (cut_.empty()) cut_ = reason;
  }

  void add_line(std::string_view words) {
    if (words.empty()) return;
    if (!out_.empty()) out_.add("\n");
    out_.add(words);
  }

  std::string_view mail_;
  std::uint64_t source_;
  MappedText out_;
  std::string cut_;
};

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

  // About the mail that begins at `begin`.
  void complain(std::size_t begin, Message message, RecordBatch& batch) const {
    const auto before = source_.bytes.substr(0, begin);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    batch.problems.push_back(
        {source_.name, static_cast<std::uint32_t>(line), 0, std::move(message)});
  }

  // A mail ends before an empty line and a line that begins with "From ".
  std::size_t end_of_mail(std::size_t begin) const {
    std::size_t at = source_.bytes.find("\nFrom ", begin);
    while (at != std::string_view::npos) {
      const bool after_empty =
          at > 0 && (source_.bytes[at - 1] == '\n' || source_.bytes[at - 1] == '\r');
      if (after_empty && at > begin) return at + 1;
      at = source_.bytes.find("\nFrom ", at + 1);
    }
    return source_.bytes.size();
  }

  bool read_message(std::string_view mail, std::uint64_t offset, RecordBatch& batch,
                    Record& record) const {
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
    MailText text(mail, offset);
    batch.keep_text(text.make(message.get()), record);
    if (!text.cut().empty()) {
      complain(record.range.begin, {"mail.cut", {{"reason", text.cut()}}}, batch);
    }
    if (record.text.empty()) record.text_offset = offset;
    return true;
  }

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
