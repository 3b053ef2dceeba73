// What the readers of JSON exports share: going through a file item by item, and making a record of
// the fields of one.
#pragma once

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "postlint/ingest/json_scanner.h"
#include "postlint/ingest/json_tree.h"
#include "postlint/ingest/reader.h"

namespace postlint {

// Goes through the items of all arrays that stand under one of some keys ("messages"), wherever in
// the file these are. Nothing of the file is kept; an item may be of any size.
class JsonItems {
 public:
  // An empty key stands for the array that is the file itself, or a row of objects without one.
  JsonItems(std::string_view text, std::size_t begin, std::initializer_list<std::string_view> keys)
      : keys_(keys), scanner_(text, begin) {}

  // The next item's text; nothing at the end of the file, or where the JSON breaks off.
  std::optional<std::string_view> next();
  // True if the file ended before its brackets were closed, or goes on with what is no JSON.
  bool broken() const { return broken_; }
  // Up to where the file was read.
  std::size_t position() const { return scanner_.position(); }

 private:
  bool find_array();
  bool enter_document();
  bool enter_value(std::string_view key);
  bool leave_or_go_on();

  std::vector<std::string_view> keys_;
  JsonScanner scanner_;
  std::vector<char> open_;  // brackets around the scanner
  bool in_items_ = false;
  bool broken_ = false;
};

// Reads a JSON export whose messages are items of an array.
class JsonMessageReader : public Reader {
 public:
  struct Options {
    std::initializer_list<std::string_view> keys;  // of the arrays, as JsonItems takes them
    bool bytes_escaped = false;                    // as JsonTree takes it
    // Makes a record of an item; false if it holds no message.
    bool (*make)(JsonValue item, RecordBatch& batch, Record& record);
    std::size_t begin = 0;  // where the JSON begins in the source
  };

  JsonMessageReader(const Source& source, const Options& options);
  bool read(RecordBatch& batch) override;

 private:
  void read_item(std::string_view item, RecordBatch& batch);
  void leave_out_rest(RecordBatch& batch);
  std::uint32_t line_at(std::size_t position);  // no earlier one than before

  Source source_;
  bool (*make_)(JsonValue item, RecordBatch& batch, Record& record);
  JsonItems items_;
  JsonTree tree_;
  std::size_t position_ = 0;
  bool rest_left_out_ = false;
  std::size_t counted_ = 0;  // line ends up to here are in line_
  std::uint32_t line_ = 1;
};

// A string that lives as long as the batch.
std::string_view keep(JsonValue value, RecordBatch& batch);

// Takes the author's name, and where it stands.
void set_author(JsonValue value, RecordBatch& batch, Record& record);

// Makes the text of some strings, a line each, in the order of the source; what is empty is left
// out.
void set_text(std::vector<JsonValue> parts, RecordBatch& batch, Record& record);

}  // namespace postlint
