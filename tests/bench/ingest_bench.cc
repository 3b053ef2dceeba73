// What reading exports costs, without checking what they say. See README.md beside this file.
#include <string>

#include <benchmark/benchmark.h>

#include "bench/chat_text.h"
#include "postlint/ingest/reader.h"

namespace postlint {
namespace {

// The same text as `make_chat_text 8 whatsapp` writes.
constexpr std::size_t kExportSize = std::size_t{8} << 20;

void ReadWhatsApp(benchmark::State& state) {
  const std::string chat = bench::whatsapp_export(kExportSize);
  const Format* format = find_format("whatsapp");
  std::size_t messages = 0;
  for (auto _ : state) {
    messages = 0;
    const auto reader = format->open({"_chat.txt", chat});
    for (RecordBatch batch; reader->read(batch); batch = RecordBatch())
      messages += batch.records.size();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(chat.size()) *
                          static_cast<std::int64_t>(state.iterations()));
  state.counters["messages"] = static_cast<double>(messages);
}
BENCHMARK(ReadWhatsApp)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace postlint
