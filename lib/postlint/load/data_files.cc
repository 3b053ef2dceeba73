#include "postlint/load/data_files.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <memory>
#include <utility>

#include "postlint/base/mapped_file.h"
#include "postlint/detect/rule_compiler.h"
#include "postlint/lexicon/list_order.h"
#include "postlint/lexicon/word_list.h"
#include "postlint/load/model_file.h"
#include "postlint/load/protocol_signals.h"
#include "postlint/rules/pattern_loader.h"

namespace postlint {
namespace {

namespace fs = std::filesystem;

// What the pack that it is like says of channels counts where a pack says nothing itself.
void follow_channels(ProtocolPacks& packs, const std::vector<Protocol>& others) {
  for (std::size_t i = 0; i < packs.protocols.size(); ++i) {
    Protocol& pack = packs.protocols[i];
    const auto like = std::find_if(others.begin(), others.end(), [&](const Protocol& it) {
      return it.id == packs.likes[i].text;
    });
    if (like == others.end()) continue;
    pack.channels.insert(pack.channels.end(), like->channels.begin(), like->channels.end());
    pack.natures.insert(pack.natures.end(), like->natures.begin(), like->natures.end());
  }
}

}  // namespace

std::vector<std::string> pattern_paths(const fs::path& folder) {
  std::vector<std::string> paths;
  std::error_code
      ignored;  // a missing folder has no files; what is missing is noticed where it is read
  for (fs::recursive_directory_iterator it(folder, ignored), end; it != end;
       it.increment(ignored)) {
    if (it->is_directory() && it->path().filename() == "protocols") it.disable_recursion_pending();
    if (it->is_regular_file() && it->path().extension() == ".toml")
      paths.push_back(it->path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::vector<PatternFile> read_pattern_files(const std::vector<std::string>& paths, Errors& errors) {
  std::vector<PatternFile> files;
  for (const std::string& path : paths) {
    const auto file = MappedFile::open(path);
    if (file) {
      files.push_back({path, std::string(file->bytes())});
    } else {
      errors.insert(errors.end(), file.error().begin(), file.error().end());
    }
  }
  return files;
}

DataFiles::DataFiles(const LoadOptions& options, const DataBytes* bytes)
    : options_(options),
      bytes_(bytes),
      folder_(bytes == nullptr && options.data_directory.empty() ? default_data_directory()
                                                                 : options.data_directory) {}

std::optional<Archived> DataFiles::load() {
  auto archived = load_without_model();
  if (archived) add_model(*archived);
  if (!errors_.empty()) return std::nullopt;
  return archived;
}

// A linter without its model would say less without saying so: where rules learn, it must be there.
void DataFiles::add_model(Archived& archived) {
  const bool learns = std::any_of(
      archived.book.rules.begin(), archived.book.rules.end(), [](const CompiledRule& rule) {
        return std::any_of(rule.patterns.begin(), rule.patterns.end(),
                           [](const auto& it) { return it.kind == PatternKind::learned; });
      });
  if (!learns) return;
  const std::string path = (folder_ / "model.dat").string();
  std::shared_ptr<const MappedFile> storage;
  if (bytes_ == nullptr) {
    auto file = MappedFile::open(path);
    if (!file) return fail(file.error());
    storage = std::make_shared<const MappedFile>(std::move(*file));
  }
  auto model = read_model(storage ? storage->bytes() : bytes_->model, archived.book, path);
  if (!model) return fail(model.error());
  archived.book.learned = std::move(*model);
  archived.book.learned.storage = std::move(storage);
  for (const auto* part : {&archived.book.learned.sentence, &archived.book.learned.draft}) {
    for (const LearnedHead& head : part->heads) {
      if (head.rule == LearnedHead::kNoRule) continue;
      const HeldOutFigures& it = head.figures;
      archived.book.rules[head.rule].rule.learned = {it.marked, it.reported, it.right};
    }
  }
}

std::optional<Archived> DataFiles::load_without_model() {
  auto archived = built_in();
  const bool knows_rules = archived.has_value();
  if (!knows_rules) archived.emplace();  // so that the user's own files are checked as well
  if (options_.without_built_in_rules) {
    Lexicon lexicon = std::move(archived->book.lexicon);
    archived->book = RuleBook();
    archived->book.lexicon = std::move(lexicon);
  }
  add_word_lists(archived->book.lexicon);
  const auto specs = rules_in(options_.pattern_files);
  ProtocolPacks packs;
  if (knows_rules) packs = own_protocols(*archived, specs);
  if (!errors_.empty()) return std::nullopt;
  std::vector<RuleSpec> further = additions();
  for (RuleSpec& signal : signals_of(packs.protocols)) further.push_back(std::move(signal));
  if (!specs.empty() || !options_.extra_words.empty() || !packs.protocols.empty()) {
    auto book = compile_rules(specs, std::move(archived->book), further);
    if (!book) fail(book.error());
    if (!book) return std::nullopt;
    archived->book = std::move(*book);
  }
  follow_packs(packs, archived->book);
  follow_channels(packs, archived->protocols);
  std::copy(packs.protocols.begin(), packs.protocols.end(),
            std::back_inserter(archived->protocols));
  archived->book.finish();
  return archived;
}

std::optional<Archived> DataFiles::built_in() {
  const std::string words = (folder_ / "lexicon.dat").string();
  const std::string rules = (folder_ / "rules.dat").string();
  const bool in_memory = bytes_ != nullptr;
  auto lexicon = in_memory ? Lexicon::from_bytes(bytes_->lexicon, words) : Lexicon::open(words);
  const auto file = in_memory ? Result<MappedFile>() : MappedFile::open(rules);
  if (!lexicon) fail(lexicon.error());
  if (!file) fail(file.error());
  if (!lexicon || !file) return std::nullopt;
  auto archived =
      read_archive(in_memory ? bytes_->rules : file->bytes(), std::move(*lexicon), rules);
  if (!archived) fail(archived.error());
  return archived ? std::optional<Archived>(std::move(*archived)) : std::nullopt;
}

void DataFiles::add_word_lists(Lexicon& lexicon) {
  std::vector<WordList> lists;
  for (const std::string& path : options_.word_lists) {
    auto list = read_word_list(path);
    if (list) {
      lists.push_back(std::move(*list));
    } else {
      fail(list.error());
    }
  }
  fail(add_lists(lists, lexicon));
}

ProtocolPacks DataFiles::own_protocols(const Archived& built_in,
                                       const std::vector<RuleSpec>& own_rules) {
  std::vector<std::string> rules;
  for (const CompiledRule& rule : built_in.book.rules) {
    if (!rule.is_signal) rules.push_back(rule.rule.id);
  }
  for (const RuleSpec& spec : own_rules) {
    if (!spec.is_signal) rules.push_back(spec.rule.id);
  }
  auto packs = load_protocols(read_pattern_files(options_.protocol_files, errors_), rules);
  fail(packs ? check_protocols(*packs, built_in.protocols) : packs.error());
  return packs ? std::move(*packs) : ProtocolPacks();
}

std::vector<RuleSpec> DataFiles::additions() const {
  std::vector<RuleSpec> additions;
  for (const ExtraWord& word : options_.extra_words) {
    RuleSpec& spec = additions.emplace_back();
    spec.rule.id = word.rule;
    spec.place = {word.file, word.line, word.column};
    PatternSpec& pattern = spec.patterns.emplace_back();
    pattern.kind = PatternKind::phrase;
    pattern.place = spec.place;
    pattern.match.push_back({word.phrase, spec.place});
  }
  return additions;
}

std::vector<RuleSpec> DataFiles::sources() {
  std::vector<std::string> paths;
  if (!options_.without_built_in_rules) paths = pattern_paths(folder_ / "patterns");
  paths.insert(paths.end(), options_.pattern_files.begin(), options_.pattern_files.end());
  return rules_in(paths);
}

std::vector<RuleSpec> DataFiles::rules_in(const std::vector<std::string>& paths) {
  auto specs = load_pattern_files(read_pattern_files(paths, errors_));
  if (specs) return std::move(*specs);
  fail(specs.error());
  return {};
}

std::string default_data_directory() {
  const char* configured = std::getenv("POSTLINT_DATA");
  if (configured != nullptr && *configured != '\0') return configured;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) {
    const fs::path folder = program.parent_path();
    for (const fs::path& candidate :
         {folder / "share/postlint", folder.parent_path() / "share/postlint"}) {
      if (fs::exists(candidate / "lexicon.dat", error)) return candidate.string();
    }
  }
  return POSTLINT_INSTALLED_DATA_DIR;
}

}  // namespace postlint
