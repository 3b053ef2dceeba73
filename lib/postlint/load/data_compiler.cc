#include "postlint/load/data_compiler.h"

#include <algorithm>
#include <fstream>
#include <string_view>
#include <utility>

#include "postlint/base/mapped_file.h"
#include "postlint/base/result.h"
#include "postlint/detect/rule_compiler.h"
#include "postlint/lexicon/builder.h"
#include "postlint/lexicon/list_order.h"
#include "postlint/lexicon/word_list.h"
#include "postlint/load/archive.h"
#include "postlint/load/data_files.h"
#include "postlint/load/protocol_signals.h"
#include "postlint/rules/pattern_loader.h"
#include "postlint/text/folding.h"

namespace postlint {
namespace {

namespace fs = std::filesystem;

// Gathers what is wrong with any of the inputs.
class DataCompiler {
 public:
  explicit DataCompiler(fs::path output) : output_(std::move(output)) {}

  Errors run(const DataSources& sources) {
    const fs::path& patterns = sources.patterns;
    RuleBook book;
    add_words(sources, book.lexicon);
    const auto files = read_pattern_files(pattern_paths(patterns), errors_);
    const auto packs = read_pattern_files(pattern_paths(patterns / "protocols"), errors_);
    keep(load_pattern_files(files), [&](std::vector<RuleSpec> specs) {
      keep(load_protocols(packs, ids_of(specs)), [&](const ProtocolPacks& loaded) {
        const std::vector<Protocol>& protocols = loaded.protocols;
        for (RuleSpec& signal : signals_of(protocols)) specs.push_back(std::move(signal));
        keep(compile_rules(specs, std::move(book)), [&](RuleBook& compiled) {
          for (CompiledRule& rule : compiled.rules)
            rule.rule.file = name_of(rule.rule.file, patterns);
          for (std::string& file : compiled.sources.files) file = name_of(file, patterns);
          compiled.finish();
          if (errors_.empty()) write_all(compiled, protocols, patterns);
        });
      });
    });
    return std::move(errors_);
  }

 private:
  void fail(const Errors& errors) { errors_.insert(errors_.end(), errors.begin(), errors.end()); }

  template <typename T, typename Use>
  void keep(Result<T> result, Use use) {
    if (result) {
      use(*result);
    } else {
      fail(result.error());
    }
  }

  void add_words(const DataSources& sources, Lexicon& lexicon) {
    std::vector<WordList> lists;
    read_dutch(sources.dutch_words, lists);
    for (const std::string& path : sources.lists)
      keep(read_word_list(path), [&](WordList& list) { lists.push_back(std::move(list)); });
    const Errors refused = add_lists(lists, lexicon);
    errors_.insert(errors_.end(), refused.begin(), refused.end());
    if (errors_.empty()) check_roles(lexicon);
  }

  // The code can do nothing with a role that no list fills.
  void check_roles(const Lexicon& lexicon) {
    for (std::size_t i = 0; i < kWordRoles; ++i) {
      if (lexicon.filling(static_cast<WordRole>(i)).any()) continue;
      errors_.push_back(
          {"", 0, 0, {"dictionary.unfilled-role", {{"role", std::string(word_role_names()[i])}}}});
    }
  }

  // Ordinary words and names are told apart by the capital that the list gives names.
  void read_dutch(const std::string& path, std::vector<WordList>& lists) {
    keep(MappedFile::open(path), [&](const MappedFile& file) {
      WordList ordinary{
          "dutch", "Dutch words", "wdutch", "BSD or CC-BY", {}, {}, {WordRole::ordinary_word}};
      WordList proper{"dutch-proper", "Dutch names", "wdutch", "BSD or CC-BY", {}, {}};
      std::string_view rest = file.bytes();
      while (!rest.empty()) {
        const std::string_view word = rest.substr(0, std::min(rest.find('\n'), rest.size()));
        rest.remove_prefix(std::min(word.size() + 1, rest.size()));
        std::string folded = fold(word);
        const bool has_capital = !word.empty() && word.front() >= 'A' && word.front() <= 'Z';
        if (!folded.empty()) (has_capital ? proper : ordinary).terms.push_back(std::move(folded));
      }
      lists.push_back(std::move(ordinary));
      lists.push_back(std::move(proper));
    });
  }

  static std::vector<std::string> ids_of(const std::vector<RuleSpec>& specs) {
    std::vector<std::string> ids;
    for (const RuleSpec& spec : specs) {
      if (!spec.is_signal) ids.push_back(spec.rule.id);
    }
    return ids;
  }

  // "patterns/conduct/insult.toml": the same wherever postlint is built.
  static std::string name_of(const fs::path& file, const fs::path& patterns) {
    return fs::relative(file, patterns.parent_path()).generic_string();
  }

  void write_all(const RuleBook& book, const std::vector<Protocol>& protocols,
                 const fs::path& patterns) {
    fs::remove_all(output_ / "patterns");
    fs::create_directories(output_);
    fs::copy(patterns, output_ / "patterns", fs::copy_options::recursive);
    fs::remove_all(output_ / "patterns/posts");  // what they teach is in model.dat
    write("lexicon.dat", compile_lexicon(book.lexicon));
    write("rules.dat", archive(book, protocols));
  }

  // Under another name first: whoever maps the old file keeps it whole.
  void write(const char* name, const std::string& bytes) {
    const fs::path path = output_ / name;
    const fs::path unfinished = path.string() + ".new";
    std::ofstream file(unfinished, std::ios::binary);
    file << bytes;
    file.close();
    std::error_code error;
    if (file) fs::rename(unfinished, path, error);
    if (file && !error) return;
    const std::string reason = error ? error.message() : std::string("?");
    errors_.push_back({path.string(),
                       0,
                       0,
                       {"output.unwritable", {{"target", std::string(name)}, {"reason", reason}}}});
  }

  fs::path output_;
  Errors errors_;
};

}  // namespace

std::vector<Error> compile_data(const DataSources& sources, const fs::path& output) {
  return DataCompiler(output).run(sources);
}

}  // namespace postlint
