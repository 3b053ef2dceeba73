// What a program does that reads an export and checks each message in it.
#include <iostream>

#include <postlint/ingest/reader.h>
#include <postlint/linter.h>

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const postlint::Source source{"klas.txt", argv[1]};
  const postlint::Format* format = postlint::detect_format(source);
  const auto loaded = postlint::Linter::load({});
  if (format == nullptr || !loaded.linter) return 2;
  std::cout << format->name << "\n";
  postlint::Linter::Scratch scratch(*loaded.linter);
  const auto reader = format->open(source);
  bool blocks = false;
  for (postlint::RecordBatch batch; reader->read(batch); batch = {}) {
    for (const postlint::Record& record : batch.records) {
      const auto report = loaded.linter->check({record.text, {}}, scratch);
      blocks = blocks || report.verdict == postlint::Verdict::block;
    }
  }
  return blocks ? 0 : 1;
}
