// Build tool: compiles word lists, pattern sets and protocol packs (load/data_compiler.h), and
// teaches the rules from posts/ beside the pattern sets (learn/teacher.h).
//
// usage: compile_data OUTPUT WORDS PATTERNS LIST...
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "postlint/learn/teacher.h"
#include "postlint/load/data_compiler.h"
#include "postlint/report/messages.h"

namespace {

using namespace postlint;

void tell(const FitReport& report) {
  if (report.rules.empty()) return;
  std::printf("learned from %zu posts, %zu sentences: %zu features\n", report.posts,
              report.sentences, report.features);
  std::printf("%-52s %6s  %s  (of phrases alone)\n", "on posts held out in turn", "marked",
              "precision recall");
  HeldOutFigures all{"all", 0, 0, 0, 0, 0};
  const auto print = [](const HeldOutFigures& it) {
    const auto share = [](std::size_t part, std::size_t whole) {
      return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
    };
    std::printf("%-52s %6zu  %.2f %.2f  (%.2f %.2f)\n", it.rule.c_str(), it.marked,
                share(it.right, it.reported), share(it.right, it.marked),
                share(it.own_right, it.own_reported), share(it.own_right, it.marked));
  };
  for (const HeldOutFigures& it : report.rules) {
    print(it);
    all.marked += it.marked;
    all.reported += it.reported;
    all.right += it.right;
    all.own_reported += it.own_reported;
    all.own_right += it.own_right;
  }
  print(all);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fprintf(stderr, "usage: compile_data OUTPUT WORDS PATTERNS LIST...\n");
    return 2;
  }
  const DataSources sources{argv[2], argv[3], std::vector<std::string>(argv + 4, argv + argc)};
  const auto teach = [&](RuleBook& book, const Policy& policy) {
    std::vector<Error> errors;
    const auto posts = read_posts(sources.patterns / "posts", book, errors);
    book.learned.features = feature_spec(book);
    if (errors.empty()) tell(fit(book, policy, posts));
    return errors;
  };
  const auto errors = compile_data(sources, argv[1], teach);
  for (const Error& error : errors)
    std::fprintf(stderr, "%s\n", format_error(error, Language::en).c_str());
  return errors.empty() ? 0 : 1;
}
