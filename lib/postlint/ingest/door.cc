#include "postlint/ingest/door.h"

#include <utility>

#include "postlint/ingest/characters.h"
#include "postlint/ingest/file_kind.h"

namespace postlint {
namespace {

constexpr int kDeepest = 8;

bool is_utf16(TextEncoding encoding) {
  return encoding == TextEncoding::utf16_little || encoding == TextEncoding::utf16_big;
}

// The format that is surest, and how sure it is.
struct Recognised {
  const Format* format = nullptr;
  int score = 0;
};

Recognised recognise(const Source& source, Takes takes) {
  const Sample sample(source);
  Recognised best;
  for (const Format* format : formats()) {
    const int score = format->takes == takes ? format->score(sample) : 0;
    if (score > best.score) best = {format, score};
  }
  return best;
}

// "json", "html", "xml"; empty: it looks like prose.
std::string_view structure_of(std::string_view text) {
  const std::string begin = plain(text.substr(0, 64));
  if (begin.starts_with("<!doctype html") || begin.starts_with("<html")) return "html";
  if (begin.starts_with("<?xml")) return "xml";
  const bool json = begin.starts_with("{\"") || begin.starts_with("{ \"") ||
                    begin.starts_with("[{") || begin.starts_with("[\"") ||
                    begin.starts_with("{\n") || begin.starts_with("[\n") ||
                    begin.starts_with("{\r") || begin.starts_with("[\r");
  return json && text.find('"') != std::string_view::npos ? "json" : "";
}

Error binary(const Source& source) {
  const std::string kind(kind_of_binary(source.bytes));
  return {source.name, 0, 0, {"door.binary", {{"kind", kind}}}};
}

// A text that somebody calls a text may hold zeros; what begins as an image does is none.
bool is_no_text(std::string_view bytes) {
  return !is_text(bytes.substr(0, Sample::kSize)) && kind_of_binary(bytes) != "data";
}

// Decides about one source.
class Decision {
 public:
  Decision(OpenSource source, const Format* as)
      : source_(std::move(source)), as_(as), found_(encoding_of(source_.source().bytes)) {}

  Result<Entered> make() {
    if (as_ != nullptr) return as_->takes == Takes::bytes ? take(as_) : take_text(as_);
    if (is_utf16(found_.encoding)) {
      Result<void> decoded = decode();
      if (!decoded) return tl::unexpected<Errors>(std::move(decoded.error()));
    }
    const Recognised whole = recognise(source_.source(), Takes::bytes);
    if (whole.format == nullptr && is_no_text(source_.source().bytes))
      return failure(binary(source_.source()));
    return make_surest(whole);
  }

 private:
  // `whole`: the surest of those that take bytes.
  Result<Entered> make_surest(Recognised whole) {
    // Words by which formats are known are ASCII: windows-1252 need not be decoded for it.
    const Recognised text = recognise(source_.source(), Takes::text);
    if (whole.score > text.score) return take(whole.format);
    if (text.format == nullptr) return failure(binary(source_.source()));
    return take_text(text.format);
  }

  Result<Entered> take_text(const Format* format) {
    if (is_no_text(source_.source().bytes) && !is_utf16(found_.encoding))
      return failure(binary(source_.source()));
    Result<void> done = decode();
    if (!done) return tl::unexpected<Errors>(std::move(done.error()));
    note_guess();
    note_structure(*format);
    return take(format);
  }

  Result<Entered> take(const Format* format) {
    return Entered{std::move(source_), format, std::move(notes_)};
  }

  // Once.
  Result<void> decode() {
    if (decoded_ || found_.encoding == TextEncoding::utf8) return {};
    Result<OpenSource> decoded = source_.decoded(found_.encoding);
    if (!decoded) return tl::unexpected<Errors>(std::move(decoded.error()));
    source_ = std::move(*decoded);
    decoded_ = true;
    return {};
  }

  void note_guess() {
    if (!found_.guessed) return;
    note({"door.guessed-encoding", {{"encoding", std::string(name_of(found_.encoding))}}});
  }

  void note_structure(const Format& format) {
    if (as_ != nullptr || format.name != "text") return;
    const std::string_view structure = structure_of(source_.source().bytes);
    if (!structure.empty()) note({"door.as-text", {{"kind", std::string(structure)}}});
  }

  void note(Message message) {
    notes_.push_back({source_.source().name, 0, 0, std::move(message)});
  }

  OpenSource source_;
  const Format* as_;
  FoundEncoding found_;
  Errors notes_;
  bool decoded_ = false;
};

}  // namespace

Result<Entered> enter(OpenSource source, const Format* as) {
  return Decision(std::move(source), as).make();
}

InnerText inner_text(std::string name, std::string bytes, int depth) {
  InnerText inner;
  if (depth >= kDeepest) {
    inner.problems.push_back({std::move(name), 0, 0, {"door.too-deep", {}}});
    return inner;
  }
  Result<Entered> entered = enter(OpenSource(std::move(name), std::move(bytes)));
  if (!entered) {
    inner.problems = std::move(entered.error());
    return inner;
  }
  Source source = entered->source.source();
  source.depth = depth + 1;
  const std::unique_ptr<Reader> reader = entered->format->open(source);
  for (RecordBatch batch; reader->read(batch); batch = RecordBatch()) {
    for (const Record& record : batch.records) {
      if (!inner.text.empty()) inner.text += '\n';
      if (!record.author.empty()) inner.text.append(record.author).append(": ");
      inner.text += record.text;
    }
    inner.problems.insert(inner.problems.end(), batch.problems.begin(), batch.problems.end());
  }
  return inner;
}

}  // namespace postlint
