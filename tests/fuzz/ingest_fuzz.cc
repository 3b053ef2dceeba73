// Every reader of exports on any bytes. Batches follow each other, and records, authors and words
// stand inside the source.
//
// An input is read as each format in turn; with POSTLINT_FUZZ_FORMAT set to a format's name, as
// that one alone, so that all of the fuzzer's time goes to one reader. Exports to start from stand
// in tests/golden/ingest.
#include <cstdlib>
#include <string_view>

#include "fuzz.h"
#include "postlint/ingest/reader.h"

namespace {

using namespace postlint;

void check_record(const Record& record, std::string_view bytes) {
  POSTLINT_PROMISE(record.range.begin <= record.range.end && record.range.end <= bytes.size());
  POSTLINT_PROMISE(record.author_range.end <= bytes.size());
  constexpr std::uint32_t kStep = 7;  // not every byte: time
  const auto size = static_cast<std::uint32_t>(record.text.size());
  for (std::uint32_t i = 0; i < size; i += kStep) {
    const SourceRange place = record.to_source({i, i + 1});
    POSTLINT_PROMISE(place.begin <= place.end && place.end <= bytes.size());
  }
}

void read_all(const Format& format, const Source& source) {
  const auto reader = format.open(source);
  std::uint64_t end = 0;
  for (RecordBatch batch; reader->read(batch); batch = RecordBatch()) {
    POSTLINT_PROMISE(batch.covers.begin >= end && batch.covers.end <= source.bytes.size());
    POSTLINT_PROMISE(batch.covers.begin < batch.covers.end);
    end = batch.covers.end;
    for (const Record& record : batch.records) check_record(record, source.bytes);
  }
}

// Null: all of them.
const Format* chosen_format() {
  const char* name = std::getenv("POSTLINT_FUZZ_FORMAT");
  if (name == nullptr) return nullptr;
  const Format* format = find_format(name);
  POSTLINT_PROMISE(format != nullptr);
  return format;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Format* const chosen = chosen_format();
  const Source source{"x", {reinterpret_cast<const char*>(data), size}};
  detect_format(source);
  for (const Format* format : formats()) {
    if (chosen == nullptr || format == chosen) read_all(*format, source);
  }
  return 0;
}
