// Telegram Desktop's HTML export (messages.html, messages2.html, ...): one <div class="message"> a
// message; a "joined" one is by the author of the one before it.

#include <algorithm>
#include <utility>
#include <vector>

#include "postlint/ingest/batch_limit.h"
#include "postlint/ingest/characters.h"
#include "postlint/ingest/format_list.h"
#include "postlint/ingest/html_text.h"

namespace postlint {
namespace {

// The first element below `node` of a class, the node itself left out; null if there is none.
const GumboNode* find_class(const GumboNode& node, std::string_view name, int depth = 0) {
  constexpr int kDeepest = 50;
  if (node.type != GUMBO_NODE_ELEMENT || depth > kDeepest) return nullptr;
  const GumboVector& children = node.v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    const auto& child = *static_cast<const GumboNode*>(children.data[i]);
    if (child.type != GUMBO_NODE_ELEMENT) continue;
    if (has_class(child, name)) return &child;
    if (const GumboNode* found = find_class(child, name, depth + 1)) return found;
  }
  return nullptr;
}

void find_messages(const GumboNode& node, int depth, std::vector<const GumboNode*>& messages) {
  constexpr int kDeepest = 100;
  if (node.type != GUMBO_NODE_ELEMENT || depth > kDeepest) return;
  if (has_class(node, "message")) {
    messages.push_back(&node);
    return;
  }
  const GumboVector& children = node.v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    find_messages(*static_cast<const GumboNode*>(children.data[i]), depth + 1, messages);
  }
}

class TelegramHtmlReader : public Reader {
 public:
  explicit TelegramHtmlReader(const Source& source) : source_(source), page_(source.bytes) {
    if (page_.root() != nullptr) find_messages(*page_.root(), 0, messages_);
  }

  bool read(RecordBatch& batch) override {
    batch.covers = {position_, position_};
    if (page_.root() == nullptr && position_ < source_.bytes.size()) {
      batch.problems.push_back({source_.name, 0, 0, {"record.too-large", {}}});
    }
    while (next_ < messages_.size() && !is_full(batch, position_)) read_message(batch);
    if (next_ >= messages_.size()) end_page(batch);
    batch.covers.end = position_;
    return batch.covers.size() > 0;
  }

 private:
  void end_page(RecordBatch& batch) {
    position_ = source_.bytes.size();
    if (std::exchange(ended_, true)) return;
    if (page_.root() == nullptr || trimmed_lines(source_.bytes).ends_with("</html>")) return;
    const auto lines = std::count(source_.bytes.begin(), source_.bytes.end(), '\n');
    batch.problems.push_back(
        {source_.name, static_cast<std::uint32_t>(lines + 1), 0, {"record.broken-html", {}}});
  }

  void read_message(RecordBatch& batch) {
    const GumboNode& message = *messages_[next_++];
    const std::size_t begin = page_.place_of(message);
    const std::size_t end =
        next_ < messages_.size() ? page_.place_of(*messages_[next_]) : source_.bytes.size();
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return;
    Record record;
    record.range = {begin, end};
    position_ = end;
    if (has_class(message, "service")) {
      record.kind = Kind::system;
      set_text({find_class(message, "details")}, batch, record);
    } else {
      read_words(message, batch, record);
    }
    record.id = batch.keep(std::string(attribute(message, "id")));
    batch.records.push_back(record);
  }

  void read_words(const GumboNode& message, RecordBatch& batch, Record& record) {
    if (const GumboNode* name = find_class(message, "from_name")) author_ = author_of(*name);
    record.author = batch.keep(author_.name);
    record.author_range = author_.range;
    if (const GumboNode* date = find_class(message, "date")) {
      record.time = time_of(attribute(*date, "title"));
    }
    const GumboNode* text = find_class(message, "text");
    const GumboNode* media = find_class(message, "media_wrap");
    record.kind = text == nullptr ? Kind::media : Kind::message;
    if (media != nullptr && find_class(*media, "media_poll") != nullptr) record.kind = Kind::poll;
    if (media != nullptr && find_class(*media, "media_call") != nullptr) record.kind = Kind::call;
    set_text({media, text}, batch, record);
  }

  // "10.03.2025 07:42:30 UTC+01:00"
  static Timestamp time_of(std::string_view title) {
    const std::size_t zone = title.find(" UTC");
    std::string words(title.substr(0, zone));
    if (zone != std::string_view::npos) words += title.substr(zone + 4);
    return timestamp_from(words).value_or(Timestamp());
  }

  struct Author {
    std::string name;
    SourceRange range;
  };

  Author author_of(const GumboNode& name) const {
    MappedText text;
    append_html_text(
        page_, name, source_.bytes, 0,
        [](const GumboNode& node) { return has_class(node, "details"); }, text);
    const std::string_view trimmed = trimmed_lines(text.text());
    const auto begin = static_cast<std::uint32_t>(trimmed.data() - text.text().data());
    const Span place =
        text.map().to_source({begin, begin + static_cast<std::uint32_t>(trimmed.size())});
    return {std::string(trimmed),
            {text.source_begin() + place.begin, text.source_begin() + place.end}};
  }

  static std::string_view trimmed_lines(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return text.substr(0, 0);
    return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
  }

  void set_text(std::initializer_list<const GumboNode*> parts, RecordBatch& batch,
                Record& record) const {
    MappedText text;
    bool whole = true;
    for (const GumboNode* part : parts) {
      if (part == nullptr) continue;
      if (!text.empty()) text.add("\n");
      whole = append_html_text(page_, *part, source_.bytes, 0, nullptr, text) && whole;
    }
    batch.keep_text(std::move(text), record);
    if (record.text.empty()) record.text_offset = record.range.begin;
    if (!whole) batch.problems.push_back({source_.name, 0, 0, {"record.too-large", {}}});
  }

  Source source_;
  HtmlPage page_;
  std::vector<const GumboNode*> messages_;
  std::size_t next_ = 0;
  std::size_t position_ = 0;
  bool ended_ = false;
  Author author_;
};

int score(const Sample& sample) {
  const bool messages =
      sample.has("class=\"message default") || sample.has("class=\"message service");
  return messages && sample.has("class=\"history\"") ? 95 : 0;
}

std::unique_ptr<Reader> open(const Source& source) {
  return std::make_unique<TelegramHtmlReader>(source);
}

}  // namespace

const Format kTelegramHtml{"telegram-html", "telegram", score, open};

}  // namespace postlint
