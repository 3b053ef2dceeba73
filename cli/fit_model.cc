// Build tool: teaches the compiled rules of DATA from annotated posts (learn/fit.h) and writes what
// they learned.
//
// usage: fit_model DATA POSTS MODEL
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "postlint/learn/fit.h"
#include "postlint/learn/post_folder.h"
#include "postlint/load/data_files.h"
#include "postlint/policy/policy.h"
#include "postlint/report/messages.h"

namespace {

using namespace postlint;

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

void print(const HeldOutFigures& it) {
  std::printf("%-52s %6zu  %.2f %.2f  (%.2f %.2f)\n", it.rule.c_str(), it.marked,
              share(it.right, it.reported), share(it.right, it.marked),
              share(it.own_right, it.own_reported), share(it.own_right, it.marked));
}

void tell(const FitReport& report) {
  std::printf("learned from %zu posts, %zu sentences: %zu features\n", report.posts,
              report.sentences, report.features);
  std::printf("%-52s %6s  %s  (of phrases alone)\n", "on posts held out in turn", "marked",
              "precision recall");
  HeldOutFigures all{"all", 0, 0, 0, 0, 0};
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

int fail(const std::vector<Error>& errors) {
  for (const Error& error : errors)
    std::fprintf(stderr, "%s\n", format_error(error, Language::en).c_str());
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fprintf(stderr, "usage: fit_model DATA POSTS MODEL\n");
    return 2;
  }
  LoadOptions options;
  options.data_directory = argv[1];
  DataFiles files(options);
  const auto rules = files.load_without_model();
  std::vector<Error> errors = std::move(files.errors());
  if (!rules) return fail(errors);
  const auto posts = read_posts(argv[2], rules->book, errors);
  if (!errors.empty()) return fail(errors);
  const Fitted fitted = fit(rules->book, Policy(rules->protocols), posts);
  tell(fitted.report);
  std::ofstream file(argv[3], std::ios::binary);
  file << fitted.model;
  file.close();
  if (!file) std::fprintf(stderr, "cannot write %s\n", argv[3]);
  return file ? 0 : 1;
}
