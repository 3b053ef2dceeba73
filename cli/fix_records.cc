#include "fix_records.h"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "batch/input.h"
#include "postlint/ingest/mail_text.h"

namespace postlint::cli {
namespace {

// True if the bytes are the words as they are, or in the escapes of JSON, the doubled quotes of a
// table or the marks of quoted-printable: then a mask, which needs none of these, can take their
// place. Base64 has no such stretch.
bool stands_for(std::string_view bytes, std::string_view words) {
  if (bytes == words) return true;
  constexpr std::size_t kLongestEscape = 6;
  if (bytes.empty() || bytes.size() > kLongestEscape * words.size()) return false;
  if (bytes.find('=') != std::string_view::npos)
    return decoded_part(bytes, TransferEncoding::quoted_printable) == words;
  if (bytes.find('\\') != std::string_view::npos) {
    const auto value = nlohmann::json::parse("\"" + std::string(bytes) + "\"", nullptr, false);
    return value.is_string() && value.get_ref<const std::string&>() == words;
  }
  std::string unquoted;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    unquoted += bytes[i];
    if (bytes.substr(i).starts_with("\"\"")) ++i;
  }
  return unquoted == words;
}

class RecordFixer {
 public:
  RecordFixer(const Linter& linter, Linter::Scratch& scratch, const Context& context,
              const FixOptions& options)
      : linter_(linter), scratch_(scratch), context_(context), options_(options) {}

  Result<FixedRecords> run(Entered entered) {
    SourceScan scan;
    format_ = std::string(entered.format->name);
    const Source source = entered.source.source();
    name_ = source.name;
    const std::string bytes(source.bytes);
    bytes_ = bytes;
    scan.start(std::move(entered));
    for (ScanBatch batch; scan.next(batch); batch = {}) {
      if (!batch.records.problems.empty()) return tl::unexpected(batch.records.problems);
      for (const Record& record : batch.records.records) {
        if (const auto problem = fix_one(record)) return failure(*problem);
      }
    }
    return finish();
  }

 private:
  // What stands in the way; nothing if it is fixed.
  std::optional<Error> fix_one(const Record& record) {
    Fixed fixed = fix({record.text, context_, name_, false}, linter_, scratch_, options_);
    if (!fixed.complete) return Error{name_, 0, 0, {"fix.endless", {}}};
    for (Edit& edit : fixed.edits) {
      if (!put_back(record.to_source(edit.span), edit.span.of(record.text), edit.replacement))
        return no_writer();
    }
    if (holds_number(record.author) && !fix_author(record)) return no_writer();
    if (!fixed.report.findings.empty()) left_.push_back(std::move(fixed));
    return std::nullopt;
  }

  // Of authors only what is a number: their names are how one knows who speaks.
  bool fix_author(const Record& record) {
    const Fixed fixed = fix({record.author, context_, name_, false}, linter_, scratch_, options_);
    if (record.author_range.empty()) return fixed.edits.empty();
    return std::all_of(fixed.edits.begin(), fixed.edits.end(), [&](const Edit& edit) {
      const std::uint64_t begin = record.author_range.begin;
      return record.author_range.size() == record.author.size() &&
             put_back({begin + edit.span.begin, begin + edit.span.end}, edit.span.of(record.author),
                      edit.replacement);
    });
  }

  static bool holds_number(std::string_view author) {
    constexpr std::ptrdiff_t kFewest = 6;  // digits
    return std::count_if(author.begin(), author.end(),
                         [](char c) { return c >= '0' && c <= '9'; }) >= kFewest;
  }

  // False if something else than these words stands there, or more.
  bool put_back(SourceRange range, std::string_view words, const std::string& replacement) {
    if (range.end > bytes_.size() || !stands_for(bytes_.substr(range.begin, range.size()), words))
      return false;
    const Span span{static_cast<std::uint32_t>(range.begin), static_cast<std::uint32_t>(range.end)};
    edits_.push_back({span, replacement});
    return true;
  }

  Error no_writer() const { return {name_, 0, 0, {"fix.no-writer", {{"format", format_}}}}; }

  FixedRecords finish() {
    std::sort(edits_.begin(), edits_.end(),
              [](const Edit& a, const Edit& b) { return a.span < b.span; });
    // The same words may be told of twice, as those of a topic that is also a message.
    const auto overlaps = [](const Edit& a, const Edit& b) { return a.span.overlaps(b.span); };
    edits_.erase(std::unique(edits_.begin(), edits_.end(), overlaps), edits_.end());
    FixedRecords result;
    result.whole.text = with_edits(bytes_, edits_);
    result.whole.edits = std::move(edits_);
    result.left = std::move(left_);
    return result;
  }

  const Linter& linter_;
  Linter::Scratch& scratch_;
  const Context& context_;
  const FixOptions& options_;
  std::string name_, format_;
  std::string_view bytes_;
  std::vector<Edit> edits_;
  std::vector<Fixed> left_;
};

}  // namespace

Result<FixedRecords> fix_records(Entered entered, const Linter& linter, Linter::Scratch& scratch,
                                 const Context& context, const FixOptions& options) {
  return RecordFixer(linter, scratch, context, options).run(std::move(entered));
}

}  // namespace postlint::cli
