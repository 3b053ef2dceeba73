#include "postlint/load/archive.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <type_traits>

namespace postlint {
namespace {

constexpr std::uint64_t kMagic = 0x3853'454c'5552'4c50;  // "PLRULES8"

template <typename T>
concept Plain = std::is_trivially_copyable_v<T>;

class Writer {
 public:
  static constexpr bool kReads = false;

  void raw(const void* data, std::size_t size) {
    bytes_.append(static_cast<const char*>(data), size);
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// Past the end it reads zeros and remembers that it was cut short.
class Reader {
 public:
  static constexpr bool kReads = true;

  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  void raw(void* data, std::size_t size) {
    if (size == 0) return;  // an empty list has no data to point to
    if (size > rest_.size()) {
      whole_ = false;
      rest_ = {};
      std::memset(data, 0, size);
      return;
    }
    std::memcpy(data, rest_.data(), size);
    rest_.remove_prefix(size);
  }
  // A count of things of at least one byte each.
  bool can_hold(std::uint64_t count) {
    whole_ = whole_ && count <= rest_.size();
    return whole_;
  }
  bool whole() const { return whole_ && rest_.empty(); }

 private:
  std::string_view rest_;
  bool whole_ = true;
};

// One function for both ways: what is written is what is read.
template <typename Archive, Plain T>
void visit(Archive& archive, T& value) {
  archive.raw(&value, sizeof value);
}

template <typename Archive>
void visit_size(Archive& archive, std::uint64_t& size) {
  archive.raw(&size, sizeof size);
  if constexpr (Archive::kReads) {
    if (!archive.can_hold(size)) size = 0;
  }
}

template <typename Archive>
void visit(Archive& archive, std::string& text) {
  std::uint64_t size = text.size();
  visit_size(archive, size);
  text.resize(size);
  archive.raw(text.data(), size);
}

template <typename Archive, typename T>
void visit(Archive& archive, std::vector<T>& list);
template <typename Archive, typename T, std::size_t N>
void visit(Archive& archive, std::array<T, N>& list);
template <typename Archive, typename T>
void visit(Archive& archive, std::optional<T>& value);

template <typename Archive, typename... Fields>
void visit_all(Archive& archive, Fields&... fields) {
  (visit(archive, fields), ...);
}

template <typename Archive>
void visit(Archive& archive, Localized& text) {
  visit_all(archive, text.nl, text.en);
}

template <typename Archive>
void visit(Archive& archive, Rule& rule) {
  visit_all(archive, rule.id, rule.family, rule.severity, rule.title, rule.message, rule.advice,
            rule.why, rule.reference, rule.mask, rule.identity, rule.identifies, rule.whole_draft,
            rule.own_words, rule.file);
}

template <typename Archive>
void visit(Archive& archive, Applicability& when) {
  visit_all(archive, when.roles, when.accounts, when.channels, when.audiences, when.protocols,
            when.natures);
}

template <typename Archive>
void visit(Archive& archive, NameCue& cue) {
  visit_all(archive, cue.dictionaries, cue.group, cue.side, cue.window, cue.weight, cue.described,
            cue.source);
}

template <typename Archive>
void visit(Archive& archive, NameModel& names) {
  visit_all(archive, names.lists, names.diminutives, names.weights, names.cues);
}

template <typename Archive>
void visit(Archive& archive, RegexBook::Entry& entry) {
  visit_all(archive, entry.expression, entry.needs.size, entry.needs.codes, entry.needs.digits,
            entry.needs.sets, entry.needs.literals);
}

template <typename Archive>
void visit(Archive& archive, CompiledPattern& pattern) {
  visit_all(archive, pattern.kind, pattern.confidence, pattern.validated, pattern.validator_name,
            pattern.edges, pattern.regexes, pattern.group, pattern.except, pattern.context,
            pattern.when, pattern.severity, pattern.message, pattern.advice, pattern.names,
            pattern.triggers, pattern.satisfied_by, pattern.over, pattern.unit, pattern.precise,
            pattern.source, pattern.except_source, pattern.about);
}

template <typename Archive>
void visit(Archive& archive, CompiledRule& rule) {
  visit_all(archive, rule.rule, rule.is_signal, rule.threshold, rule.competes, rule.joins,
            rule.context, rule.patterns);
}

template <typename Archive>
void visit(Archive& archive, SourceTable& sources) {
  visit_all(archive, sources.files, sources.lines);
}

template <typename Archive>
void visit(Archive& archive, PhraseBook& book) {
  visit_all(archive, book.positions, book.tests, book.follow, book.anchors, book.masks, book.needs,
            book.programs, book.sources, book.groups, book.group_entities, book.words, book.texts);
}

template <typename Archive>
void visit(Archive& archive, Organisation& it) {
  visit_all(archive, it.names, it.schools, it.places, it.domains, it.accounts, it.mailboxes,
            it.portals);
}

template <typename Archive>
void visit(Archive& archive, Clause& clause) {
  visit_all(archive, clause.number, clause.part, clause.text, clause.check, clause.reason,
            clause.rules, clause.when);
}

template <typename Archive>
void visit(Archive& archive, Direction& direction) {
  visit_all(archive, direction.rules, direction.when, direction.text);
}

template <typename Archive>
void visit(Archive& archive, SeverityChange& change) {
  visit_all(archive, change.rules, change.when, change.beside, change.severity, change.step,
            change.off);
}

template <typename Archive>
void visit(Archive& archive, Statement& statement) {
  visit_all(archive, statement.rules, statement.text);
}

template <typename Archive>
void visit(Archive& archive, NatureFacts& it) {
  visit_all(archive, it.nature, it.when, it.audience);
}

template <typename Archive>
void visit(Archive& archive, Protocol& protocol) {
  visit_all(archive, protocol.id, protocol.title, protocol.applies_to, protocol.organisation,
            protocol.clauses, protocol.ask, protocol.notes, protocol.severities,
            protocol.statements, protocol.channels, protocol.natures, protocol.locked,
            protocol.file);
}

template <typename Archive, typename T>
void visit(Archive& archive, std::vector<T>& list) {
  std::uint64_t size = list.size();
  visit_size(archive, size);
  if constexpr (Plain<T>) {
    if constexpr (Archive::kReads) {
      if (!archive.can_hold(size * sizeof(T))) size = 0;
    }
    list.resize(size);
    archive.raw(list.data(), size * sizeof(T));
  } else {
    list.resize(size);
    for (T& item : list) visit(archive, item);
  }
}

template <typename Archive, typename T, std::size_t N>
void visit(Archive& archive, std::array<T, N>& list) {
  for (T& item : list) visit(archive, item);
}

template <typename Archive, typename T>
void visit(Archive& archive, std::optional<T>& value) {
  bool has_value = value.has_value();
  visit(archive, has_value);
  if constexpr (Archive::kReads) {
    if (has_value) value.emplace();
  }
  if (has_value) visit(archive, *value);
}

// What both ways go through, from the magic number to the last protocol.
template <typename Archive>
void visit_everything(Archive& archive, std::uint64_t& magic, std::uint64_t& lexicon,
                      RuleBook& book, std::vector<RegexBook::Entry>& expressions,
                      std::vector<Protocol>& protocols) {
  visit_all(archive, magic, lexicon, book.phrases, expressions, book.rules, book.sources,
            book.competitions, book.order, protocols);
}

}  // namespace

std::string archive(const RuleBook& book, const std::vector<Protocol>& protocols) {
  Writer writer;
  std::uint64_t magic = kMagic;
  std::uint64_t lexicon = book.lexicon.fingerprint();
  std::vector<RegexBook::Entry> expressions = book.regexes.entries();
  // The visitors take what they write by reference to non-const: they do not change it.
  visit_everything(writer, magic, lexicon, const_cast<RuleBook&>(book), expressions,
                   const_cast<std::vector<Protocol>&>(protocols));
  return writer.take();
}

Result<Archived> read_archive(std::string_view bytes, Lexicon lexicon, const std::string& file) {
  Reader reader(bytes);
  Archived result;
  std::uint64_t magic = 0;
  std::uint64_t fingerprint = 0;
  std::vector<RegexBook::Entry> expressions;
  visit_everything(reader, magic, fingerprint, result.book, expressions, result.protocols);
  if (!reader.whole() || magic != kMagic || fingerprint != lexicon.fingerprint()) {
    return failure({file, 0, 0, {"dictionary.broken-data", {}}});
  }
  for (RegexBook::Entry& entry : expressions) result.book.regexes.add(std::move(entry));
  result.book.lexicon = std::move(lexicon);
  return result;
}

}  // namespace postlint
