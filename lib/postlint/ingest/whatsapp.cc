// WhatsApp's "export chat": a text file, one message after the other, each with a header.

#include <algorithm>
#include <optional>
#include <unordered_set>

#include "postlint/ingest/batch_limit.h"
#include "postlint/ingest/characters.h"
#include "postlint/ingest/format_list.h"
#include "postlint/ingest/lines.h"
#include "postlint/ingest/whatsapp_header.h"
#include "postlint/ingest/whatsapp_phrases.h"
#include "postlint/ingest/whatsapp_survey.h"

namespace postlint {
namespace {

constexpr std::size_t kSurveyed = std::size_t{1} << 20;
constexpr std::size_t kLargestMessage = std::size_t{16} << 20;
constexpr std::size_t kLongestHeader = 100;
constexpr std::size_t kMostNames = 100'000;
constexpr std::string_view kDirectionMark = "\u200E";

class WhatsAppReader : public Reader {
 public:
  explicit WhatsAppReader(const Source& source)
      : bytes_(source.bytes), survey_(survey_whatsapp(bytes_.substr(0, kSurveyed))) {}

  bool read(RecordBatch& batch) override {
    batch.covers.begin = position_;
    batch.records.reserve(kMostRecords);
    while (position_ < bytes_.size() && !is_full(batch, position_)) read_message(batch);
    batch.covers.end = position_;
    return batch.covers.size() > 0;
  }

 private:
  struct Header {
    WhatsAppHeader header;
    Timestamp time;
  };

  void read_message(RecordBatch& batch) {
    const std::size_t begin = position_;
    // The header that ended the message before this one is known already.
    const std::optional<Header> header = next_header_ ? next_header_ : header_at(begin);
    next_header_.reset();
    if (header) last_time_ = header->time;
    const std::size_t body = begin + (header ? header->header.size : 0);
    Record& record = batch.records.emplace_back();
    position_ = find_end(body);
    record.range = {begin, position_};
    record.time = last_time_;
    if (header) {
      read_body(body, record);
    } else {
      read_headless(body, record);
      if (trim(record.text).empty()) batch.records.pop_back();
    }
  }

  // Goes on to the next line with a header, and remembers it.
  std::size_t find_end(std::size_t begin) {
    std::size_t end = begin;
    do {
      const std::size_t line_end = bytes_.find('\n', end);
      end = line_end == std::string_view::npos ? bytes_.size() : line_end + 1;
    } while (end < bytes_.size() && end - begin < kLargestMessage &&
             !(next_header_ = header_at(end)));
    return end;
  }

  // A header of the usual shape always is one. Another one is a pasted message, unless time goes
  // on: then the chat has moved to another phone.
  std::optional<Header> header_at(std::size_t begin) {
    const std::string_view line = bytes_.substr(begin, kLongestHeader);
    if (!may_begin_header(line)) return std::nullopt;
    const auto header = parse_whatsapp_header(line);
    if (!header) return std::nullopt;
    HeaderFamily& family = family_of(header->shape());
    const bool day_first =
        header->possible(family.day_first) ? family.day_first : !family.day_first;
    const Timestamp time = header->time(day_first);
    const bool usual = family.shape == survey_.usual_shape;
    if (!usual && last_time_.known() && earlier(time, last_time_)) return std::nullopt;
    family.day_first = day_first;
    return Header{*header, time};
  }

  HeaderFamily& family_of(std::uint32_t shape) {
    for (HeaderFamily& family : survey_.families) {
      if (family.shape == shape) return family;
    }
    return survey_.families.emplace_back(HeaderFamily{shape, 0, true});
  }

  void set_text(std::size_t begin, Record& record) const {
    std::size_t end = record.range.end;
    while (end > begin && (bytes_[end - 1] == '\n' || bytes_[end - 1] == '\r')) --end;
    record.text = bytes_.substr(begin, end - begin);
    record.text_offset = begin;
  }

  void read_body(std::size_t begin, Record& record) {
    set_text(begin, record);
    const std::string_view line = record.text.substr(0, record.text.find('\n'));
    const std::optional<std::size_t> colon = sender_end(line);
    if (!colon) {
      record.kind = kind_of_whatsapp_body(record.text, true);
      if (record.kind == Kind::message || record.kind == Kind::media) record.kind = Kind::system;
      return;
    }
    set_author(begin, *colon, record);
    const std::size_t after = *colon + 1;
    set_text(begin + after + space_length(line.substr(after)), record);
    record.kind = kind_of_whatsapp_body(record.text, record.text.starts_with(kDirectionMark));
    if (record.kind == Kind::system) forget_author(record);
  }

  void set_author(std::size_t begin, std::size_t size, Record& record) {
    record.author = trim(bytes_.substr(begin, size));
    const auto offset = static_cast<std::size_t>(record.author.data() - bytes_.data());
    record.author_range = {offset, offset + record.author.size()};
    last_author_ = record.author;
  }

  // Notices bear the name of the group, or of whom they are about; nobody wrote them.
  static void forget_author(Record& record) {
    record.author = {};
    record.author_range = {};
  }

  // Lines before the first header: the export was cut, or somebody pasted something there. After
  // the first header: a message that was too long for one record.
  void read_headless(std::size_t begin, Record& record) {
    set_text(begin, record);
    if (record.time.known()) record.author = last_author_;
  }

  // Where the sender's name ends; nothing if there is none.
  std::optional<std::size_t> sender_end(std::string_view line) {
    const std::size_t first = find_sender_colon(line, 0);
    if (first == std::string_view::npos) return std::nullopt;
    const std::string_view name = trim(line.substr(0, first));
    if (!survey_.names_with_colon.empty()) {
      const std::size_t second = find_sender_colon(line, first + 1);
      if (second != std::string_view::npos &&
          survey_.names_with_colon.contains(trim(line.substr(0, second)))) {
        return second;
      }
    }
    if (names_.contains(name)) return first;
    return end_of_new_sender(line, name, first);
  }

  // A name not seen before may be half of a notice, or of a name with a colon in it.
  std::optional<std::size_t> end_of_new_sender(std::string_view line, std::string_view name,
                                               std::size_t colon) {
    constexpr std::string_view kBeforeNotice = ": \u200E";
    const std::size_t marked = line.find(kBeforeNotice);
    if (marked != std::string_view::npos && marked > colon) return marked;
    if (begins_whatsapp_notice(name)) return std::nullopt;
    if (names_.size() < kMostNames) names_.insert(name);
    return colon;
  }

  std::string_view bytes_;
  WhatsAppSurvey survey_;
  std::size_t position_ = 0;
  std::optional<Header> next_header_;  // at position_
  Timestamp last_time_;
  std::string_view last_author_;
  std::unordered_set<std::string_view> names_;
};

int score(const Sample& sample) {
  const WhatsAppSurvey survey = survey_whatsapp(sample.head);
  const bool named =
      sample.name.find("WhatsApp") != std::string_view::npos || sample.name.ends_with("_chat.txt");
  if (survey.headers == 0) return 0;
  if (survey.headers == 1) return named ? 90 : sample.whole ? 40 : 0;
  if (survey.headers * 5 < survey.header_like_lines) return 0;
  return named ? 95 : 80;
}

std::unique_ptr<Reader> open(const Source& source) {
  return std::make_unique<WhatsAppReader>(source);
}

}  // namespace

const Format kWhatsApp{"whatsapp", "whatsapp", score, open};

}  // namespace postlint
