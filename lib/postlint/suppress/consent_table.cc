#include "postlint/suppress/consent_table.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "postlint/base/nearest.h"
#include "postlint/suppress/comparable.h"
#include "postlint/text/encoding.h"
#include "postlint/text/line_index.h"
#include "postlint/text/table_rows.h"
#include "postlint/vocabulary/consent.h"

namespace postlint {
namespace {

enum Column { name, first_name, particle, last_name, purpose, channels, until, given_by, kColumns };

namespace words_of = vocabulary::consent;
using Words = std::span<const std::string_view>;

// What each column may be called, as comparable() writes it.
constexpr std::array<Words, kColumns> kHeadings = {
    words_of::name,    words_of::first_name, words_of::particle, words_of::last_name,
    words_of::purpose, words_of::channels,   words_of::until,    words_of::given_by};

bool is_one_of(Words words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool begins_with_one_of(Words words, std::string_view word) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view begin) { return word.starts_with(begin); });
}

// kColumns: none that is read.
Column column_of(std::string_view heading) {
  const auto* found = std::find_if(kHeadings.begin(), kHeadings.end(),
                                   [&](Words names) { return is_one_of(names, heading); });
  return static_cast<Column>(found - kHeadings.begin());
}

// Bytes as UTF-8.
std::string as_utf8(std::string_view bytes) {
  if (is_utf8(bytes)) return std::string(bytes);
  std::string text;
  for (const char c : bytes) append_utf8(windows_1252(static_cast<unsigned char>(c)), text);
  return text;
}

// "naam, foto", "naam en foto", "parro/website": the parts, folded.
std::vector<std::string> parts_of(std::string_view cell) {
  std::vector<std::string> parts;
  while (!cell.empty()) {
    const std::size_t end = std::min(cell.find_first_of(",/+&|;\n"), cell.size());
    std::string part;
    for (const std::string& word : comparable_words(cell.substr(0, end), InnerMarks::hyphens)) {
      const bool joins = is_one_of(words_of::joins, word);
      if (joins && !part.empty()) parts.push_back(std::exchange(part, {}));
      if (!joins) part += (part.empty() ? "" : " ") + word;
    }
    if (!part.empty()) parts.push_back(part);
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return parts;
}

// Three numbers: day, month and year in either order.
std::optional<Date> date_from(std::string_view cell) {
  std::array<unsigned, 3> numbers{};
  std::array<std::size_t, 3> sizes{};
  for (std::size_t i = 0; i < 3; ++i) {
    const auto [end, problem] = std::from_chars(cell.data(), cell.data() + cell.size(), numbers[i]);
    if (problem != std::errc()) return std::nullopt;
    sizes[i] = static_cast<std::size_t>(end - cell.data());
    cell.remove_prefix(sizes[i]);
    const bool divided = i < 2 ? cell.find_first_of("-/.") == 0 : cell.empty();
    if (!divided) return std::nullopt;
    if (i < 2) cell.remove_prefix(1);
  }
  if (sizes[2] == 4)
    std::swap(numbers[0], numbers[2]);
  else if (sizes[0] != 4)
    return std::nullopt;
  const Date date = std::chrono::year(static_cast<int>(numbers[0])) / static_cast<int>(numbers[1]) /
                    static_cast<int>(numbers[2]);
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

class ConsentTable {
 public:
  ConsentTable(const std::string& text, const std::string& file, SuppressionEntries& entries,
               Errors& errors)
      : text_(text), file_(file), lines_(text), entries_(entries), errors_(errors) {
    at_.fill(kNone);
  }

  void read() {
    char separator = '\0';
    const std::size_t begin = skip_table_preamble(text_, separator);
    const std::string_view headings =
        std::string_view(text_).substr(begin, text_.find('\n', begin));
    if (separator == '\0') separator = headings.find(';') != headings.npos ? ';' : ',';
    TableRows rows(text_, separator, begin);
    if (!rows.next(row_) || !read_headings(begin)) return;
    for (std::size_t row = rows.position(); rows.next(row_); row = rows.position()) read_row(row);
    if (untold_ > 0) errors_.push_back({file_, 0, 0, {"consent.more", {{"count", untold_}}}});
  }

 private:
  static constexpr std::size_t kNone = std::string_view::npos;

  bool read_headings(std::size_t begin) {
    const std::size_t errors_before = errors_.size();
    for (std::size_t i = 0; i < row_.size(); ++i) {
      const std::string words = comparable(text_of(row_[i]));
      const Column column = column_of(words);
      if (column != kColumns) {
        at_[column] = i;
      } else if (!words.empty() && !is_one_of(words_of::unread, words)) {
        fail(row_[i], {"consent.unknown-column", {{"hint", hint_for(words)}}});
      }
    }
    if (at_[name] == kNone && at_[first_name] == kNone) fail_at(begin, missing(words_of::name[0]));
    if (at_[purpose] == kNone) fail_at(begin, missing(words_of::purpose[0]));
    return errors_.size() == errors_before;
  }

  static Message missing(std::string_view column) {
    return {"consent.missing-column", {{"column", std::string(column)}}};
  }

  static std::string hint_for(const std::string& words) {
    std::vector<std::string_view> known;
    for (const Words names : kHeadings) known.insert(known.end(), names.begin(), names.end());
    known.insert(known.end(), std::begin(words_of::unread), std::end(words_of::unread));
    return nearest_name(words, known);
  }

  void read_row(std::size_t begin) {
    const bool blank = std::all_of(row_.begin(), row_.end(),
                                   [](const Cell& cell) { return trimmed(cell.raw).empty(); });
    if (blank) return;
    ConsentEntry entry;
    entry.place = place_at(begin);
    entry.person = person();
    if (comparable(entry.person).empty()) return fail_at(begin, {"consent.missing-name", {}});
    read_purposes(entry);
    if (entry.to_name || entry.to_photo) read_channels(entry);
    read_until(entry);
    entry.given_by = value(given_by);
    entries_.consents.push_back(std::move(entry));
  }

  std::string value(Column column) const {
    const Cell* cell = cell_of(column);
    return cell == nullptr ? std::string() : std::string(trimmed(text_of(*cell)));
  }

  const Cell* cell_of(Column column) const {
    return at_[column] < row_.size() ? &row_[at_[column]] : nullptr;
  }

  std::string person() const {
    std::string whole = value(name);
    if (!whole.empty()) return whole;
    for (const Column part : {first_name, particle, last_name}) whole += value(part) + " ";
    return whole;
  }

  void read_purposes(ConsentEntry& entry) {
    for (const std::string& part : parts_of(value(purpose))) {
      if (is_one_of(words_of::to_name, part)) {
        entry.to_name = true;
      } else if (begins_with_one_of(words_of::to_picture, part)) {
        entry.to_photo = true;
      } else if (!is_one_of(words_of::to_nothing, part)) {
        fail(*cell_of(purpose), {"consent.unknown-purpose", {}});
      }
    }
  }

  void read_channels(ConsentEntry& entry) {
    if (at_[channels] == kNone) return;
    const std::vector<std::string> parts = parts_of(value(channels));
    const Cell* cell = cell_of(channels);
    if (parts.empty()) return fail_channels(cell, entry);
    for (std::string part : parts) {
      if (is_one_of(words_of::everywhere, part)) return entry.channels.clear();
      std::replace(part.begin(), part.end(), ' ', '-');
      const auto channel =
          is_one_of(words_of::also_mail, part) ? Channel::email : channel_from(part);
      if (!channel) return fail_channels(cell, entry);
      entry.channels.push_back(*channel);
    }
  }

  void fail_channels(const Cell* cell, const ConsentEntry& entry) {
    std::string choices;
    for (const std::string_view channel : channel_names()) choices += std::string(channel) + ", ";
    Message message{"consent.unknown-channel",
                    {{"choices", choices + std::string(words_of::everywhere[0])}}};
    if (cell != nullptr) return fail(*cell, std::move(message));
    if (may_tell()) errors_.push_back({file_, entry.place.line, 0, std::move(message)});
  }

  void read_until(ConsentEntry& entry) {
    const std::string written = value(until);
    if (written.empty()) return;
    entry.until = date_from(written);
    if (!entry.until) fail(*cell_of(until), {"consent.bad-date", {}});
  }

  SourcePlace place_at(std::size_t offset) const {
    const Position position = lines_.position(static_cast<std::uint32_t>(offset));
    return {file_, position.line, position.column};
  }

  void fail(const Cell& cell, Message message) {
    fail_at(static_cast<std::size_t>(cell.raw.data() - text_.data()), std::move(message));
  }

  void fail_at(std::size_t offset, Message message) {
    if (!may_tell()) return;
    const SourcePlace place = place_at(offset);
    errors_.push_back({place.file, place.line, place.column, std::move(message)});
  }

  // The first hundred complaints are told, the others counted.
  bool may_tell() {
    constexpr int kMost = 100;
    if (++complaints_ <= kMost) return true;
    ++untold_;
    return false;
  }

  const std::string& text_;
  const std::string& file_;
  LineIndex lines_;
  SuppressionEntries& entries_;
  Errors& errors_;
  std::array<std::size_t, kColumns> at_;  // where each column is
  std::vector<Cell> row_;
  std::int64_t complaints_ = 0, untold_ = 0;
};

}  // namespace

void read_consent_table(std::string_view bytes, const std::string& file,
                        SuppressionEntries& entries, Errors& errors) {
  constexpr std::size_t kLargest = std::size_t{256} << 20;
  if (bytes.size() > kLargest) return errors.push_back({file, 0, 0, {"consent.too-large", {}}});
  const std::string text = as_utf8(bytes);
  ConsentTable(text, file, entries, errors).read();
}

}  // namespace postlint
