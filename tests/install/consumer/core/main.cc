// What a program does that embeds postlint: load once, check, look at the findings.
#include <iostream>

#include <postlint/linter.h>

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const auto loaded = postlint::Linter::load({});
  if (!loaded.linter) {
    for (const auto& error : loaded.errors)
      std::cerr << error.file << ": " << error.message.key << "\n";
    return 2;
  }
  const postlint::Report report = loaded.linter->check({argv[1], {}});
  for (const postlint::Finding& finding : report.findings) std::cout << finding.rule->id << "\n";
  return report.verdict == postlint::Verdict::block ? 0 : 1;
}
