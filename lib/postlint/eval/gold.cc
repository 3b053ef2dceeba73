#include "postlint/eval/gold.h"

#include <algorithm>
#include <utility>

#include <simdjson.h>

#include "postlint/base/ascii.h"
#include "postlint/base/nearest.h"

namespace postlint {
namespace {

namespace dom = simdjson::dom;

constexpr std::string_view kLabels[] = {"non-hateful", "hateful", "mild"};

std::optional<Label> label_from(std::string_view name) {
  const auto known = std::find(std::begin(kLabels), std::end(kLabels), name);
  if (known == std::end(kLabels)) return std::nullopt;
  return static_cast<Label>(known - std::begin(kLabels));
}

// Reads one line into a record; notes what is wrong with it.
class RecordReader {
 public:
  RecordReader(dom::object object, GoldRecord& record, Errors& errors)
      : object_(object), record_(record), errors_(errors) {}

  void read() {
    read_text_field("id", record_.id);
    if (!read_text_field("text", record_.text)) complain({"gold.missing-text", {}});
    read_context();
    read_label();
    read_spans();
    read_document();
  }

 private:
  void complain(Message message) {
    errors_.push_back({record_.file, record_.line, 0, std::move(message)});
  }

  void complain_about_type(std::string_view field, std::string_view expected) {
    complain(
        {"gold.wrong-type", {{"field", std::string(field)}, {"expected", std::string(expected)}}});
  }

  // The field's value, if it is there and not null.
  std::optional<dom::element> field(std::string_view name) const {
    dom::element element;
    if (object_.at_key(name).get(element) != simdjson::SUCCESS || element.is_null()) {
      return std::nullopt;
    }
    return element;
  }

  // False if the field is not there.
  bool read_text_field(std::string_view name, std::string& value) {
    const auto element = field(name);
    if (!element) return false;
    std::string_view text;
    if (element->get(text) == simdjson::SUCCESS) {
      value = text;
    } else {
      complain_about_type(name, "string");
    }
    return true;
  }

  template <typename T>
  void read_choice(std::string_view name, std::optional<T> (*from)(std::string_view),
                   std::span<const std::string_view> names, T& result) {
    std::string value;
    if (!read_text_field(name, value) || value.empty()) return;
    const std::optional<T> choice = from(value);
    if (choice) {
      result = *choice;
    } else {
      complain_about_value(name, value, nearest_name(value, names));
    }
  }

  void complain_about_value(std::string_view name, const std::string& value, std::string hint) {
    complain({"gold.unknown-value",
              {{"field", std::string(name)}, {"value", value}, {"hint", std::move(hint)}}});
  }

  void read_context() {
    Context& context = record_.context;
    read_choice("role", role_from, role_names(), context.role);
    read_choice("account", account_from, account_names(), context.account);
    read_choice("channel", channel_from, channel_names(), context.channel);
    read_choice("audience", audience_from, audience_names(), context.audience);
    read_text_field("protocol", context.protocol);
  }

  void read_label() {
    read_text_field("functionality", record_.functionality);
    Label label = Label::non_hateful;
    read_choice("label", label_from, kLabels, label);
    if (field("label")) record_.label = label;
  }

  std::optional<dom::array> array_field(std::string_view name) {
    const auto element = field(name);
    if (!element) return std::nullopt;
    dom::array array;
    if (element->get(array) == simdjson::SUCCESS) return array;
    complain_about_type(name, "array");
    return std::nullopt;
  }

  void read_spans() {
    const auto spans = array_field("spans");
    if (!spans) return;
    for (const dom::element element : *spans) read_span(element);
  }

  void read_span(dom::element element) {
    dom::object span;
    if (element.get(span) != simdjson::SUCCESS) return complain_about_type("spans", "object");
    std::uint64_t start = 0;
    std::uint64_t end = 0;
    std::string_view rule;
    if (span["start"].get(start) != simdjson::SUCCESS) {
      return complain_about_type("start", "number");
    }
    if (span["end"].get(end) != simdjson::SUCCESS) return complain_about_type("end", "number");
    if (span["rule"].get(rule) != simdjson::SUCCESS) return complain_about_type("rule", "string");
    add_span(start, end, rule);
  }

  void add_span(std::uint64_t start, std::uint64_t end, std::string_view rule) {
    const std::uint64_t size = record_.text.size();
    if (start >= end || end > size) {
      complain({"gold.bad-span",
                {{"start", std::to_string(start)},
                 {"end", std::to_string(end)},
                 {"size", static_cast<std::int64_t>(size)}}});
    } else if (splits_character(start) || splits_character(end)) {
      complain({"gold.split-character",
                {{"start", std::to_string(start)}, {"end", std::to_string(end)}}});
    } else {
      const Span span{static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
      record_.spans.push_back({span, std::string(rule)});
    }
  }

  bool splits_character(std::uint64_t offset) const {
    if (offset == record_.text.size()) return false;
    return is_continuation_byte(record_.text[offset]);
  }

  void read_document() {
    const auto entries = array_field("document");
    if (!entries) return;
    for (const dom::element element : *entries) {
      std::string_view rule;
      if (element.get(rule) == simdjson::SUCCESS) {
        record_.document.emplace_back(rule);
      } else {
        complain_about_type("document", "string");
      }
    }
  }

  dom::object object_;
  GoldRecord& record_;
  Errors& errors_;
};

class GoldReader {
 public:
  explicit GoldReader(std::string file) : file_(std::move(file)) {}

  void read_line(std::string_view line) {
    ++line_;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) return;
    dom::element element;
    const auto problem = parser_.parse(line.data(), line.size()).get(element);
    if (problem != simdjson::SUCCESS) {
      return complain({"gold.bad-json", {{"reason", simdjson::error_message(problem)}}});
    }
    dom::object object;
    if (element.get(object) != simdjson::SUCCESS) return complain({"gold.not-an-object", {}});
    GoldRecord record;
    record.file = file_;
    record.line = line_;
    RecordReader(object, record, errors_).read();
    records_.push_back(std::move(record));
  }

  Result<std::vector<GoldRecord>> finish() {
    if (records_.empty() && errors_.empty()) {
      errors_.push_back({file_, 0, 0, {"gold.empty", {}}});
    }
    if (!errors_.empty()) return tl::unexpected<Errors>(std::move(errors_));
    return std::move(records_);
  }

 private:
  void complain(Message message) { errors_.push_back({file_, line_, 0, std::move(message)}); }

  std::string file_;
  std::uint32_t line_ = 0;
  dom::parser parser_;
  std::vector<GoldRecord> records_;
  Errors errors_;
};

}  // namespace

std::string_view name_of(Label label) { return kLabels[static_cast<std::size_t>(label)]; }

Result<std::vector<GoldRecord>> read_gold(std::string_view jsonl, const std::string& file) {
  constexpr std::string_view kByteOrderMark = "\uFEFF";
  if (jsonl.starts_with(kByteOrderMark)) jsonl.remove_prefix(kByteOrderMark.size());
  GoldReader reader(file);
  while (!jsonl.empty()) {
    const std::size_t length = std::min(jsonl.find('\n'), jsonl.size());
    reader.read_line(jsonl.substr(0, length));
    jsonl.remove_prefix(std::min(length + 1, jsonl.size()));
  }
  return reader.finish();
}

}  // namespace postlint
