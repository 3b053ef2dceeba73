// What each stage costs. See README.md beside this file.
#include <cstdio>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "bench/chat_text.h"
#include "postlint/linter.h"
#include "postlint/text/document.h"
#include "postlint/text/folding.h"
#include "postlint/text/normalization.h"

namespace postlint {
namespace {

constexpr std::size_t kTextSize = 1 << 20;

const Linter& linter() {
  static const Linter::LoadResult loaded = Linter::load({.data_directory = POSTLINT_DATA_DIR});
  if (!loaded.linter) {
    std::fprintf(stderr, "bench: the data files cannot be loaded: build postlint-data first\n");
    std::exit(1);
  }
  return *loaded.linter;
}

void count_bytes(benchmark::State& state, std::size_t bytes) {
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) *
                          static_cast<std::int64_t>(state.iterations()));
}

void Normalize(benchmark::State& state) {
  const std::string text = bench::chat_text(kTextSize);
  NormalizedText out;
  for (auto _ : state) {
    normalize(text, out);
    benchmark::DoNotOptimize(out.text.data());
  }
  count_bytes(state, text.size());
}
BENCHMARK(Normalize);

void Fold(benchmark::State& state) {
  const std::string text = bench::chat_text(kTextSize);
  FoldedText out;
  for (auto _ : state) {
    fold(text, out);
    benchmark::DoNotOptimize(out.text.data());
  }
  count_bytes(state, text.size());
}
BENCHMARK(Fold);

// Normalising, tokens, sentences and folded words together.
void Tokenize(benchmark::State& state) {
  const std::string text = bench::chat_text(kTextSize);
  Tokenizer tokenizer;
  Document document;
  for (auto _ : state) {
    document.assign(text, tokenizer);
    benchmark::DoNotOptimize(document.tokens().data());
  }
  count_bytes(state, text.size());
}
BENCHMARK(Tokenize);

void TokenizeWithIcu(benchmark::State& state) {
  const std::string text = bench::chat_text(kTextSize);
  Tokenizer tokenizer;
  std::vector<Token> tokens;
  std::string folded;
  for (auto _ : state) {
    tokenizer.tokenize_with_icu(text, tokens, folded);
    benchmark::DoNotOptimize(tokens.data());
  }
  count_bytes(state, text.size());
}
BENCHMARK(TokenizeWithIcu);

void Load(benchmark::State& state) {
  for (auto _ : state) {
    const auto loaded = Linter::load({.data_directory = POSTLINT_DATA_DIR});
    benchmark::DoNotOptimize(loaded.linter.get());
  }
}
BENCHMARK(Load)->Unit(benchmark::kMillisecond);

void CheckOneDraft(benchmark::State& state) {
  const std::string draft = bench::draft_of_sixty_words();
  Linter::Scratch scratch(linter());
  for (auto _ : state)
    benchmark::DoNotOptimize(linter().check({draft, {}}, scratch).findings.size());
  count_bytes(state, draft.size());
}
BENCHMARK(CheckOneDraft)->Unit(benchmark::kMicrosecond);

// Message by message, as a chat is scanned.
void CheckMessages(benchmark::State& state) {
  const auto messages = bench::chat_messages(kTextSize);
  Linter::Scratch scratch(linter());
  for (auto _ : state) {
    for (const std::string& message : messages)
      benchmark::DoNotOptimize(linter().check({message, {}}, scratch).verdict);
  }
  std::size_t bytes = 0;
  for (const std::string& message : messages) bytes += message.size() + 1;
  count_bytes(state, bytes);
}
BENCHMARK(CheckMessages)->Unit(benchmark::kMillisecond);

// The same as one text.
void CheckOneText(benchmark::State& state) {
  const std::string text = bench::chat_text(kTextSize);
  Linter::Scratch scratch(linter());
  for (auto _ : state) benchmark::DoNotOptimize(linter().check({text, {}}, scratch).verdict);
  count_bytes(state, text.size());
}
BENCHMARK(CheckOneText)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace postlint

BENCHMARK_MAIN();
