// Every reader of exports on any bytes; the first byte chooses the format. Batches follow each
// other, and records, authors and words stand inside the source.
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

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  const Source source{"x", bytes};
  const Format* best = detect_format(source);
  if (best != nullptr) read_all(*best, source);
  read_all(*formats()[data[0] % formats().size()], source);
  return 0;
}
