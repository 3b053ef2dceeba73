#include "postlint/ingest/mapped_stretch.h"

#include "postlint/text/encoding.h"

namespace postlint {
namespace {

// Appends a stretch of a text that was made of a source, character by character where it had to be
// decoded, and in one piece where it stands there as it is.
class ThroughAppender {
 public:
  ThroughAppender(const MappedText& from, MappedText& out) : from_(from), out_(out) {}

  void append(std::string_view made, Span place) {
    if (place.empty()) return out_.add(made);
    if (place.of(from_.text()) != made) return append_unit(made, to_source(place));
    for (std::uint32_t at = place.begin; at < place.end;) {
      const std::string_view rest = from_.text();
      const auto size =
          static_cast<std::uint32_t>(code_point_length(rest.substr(at, place.end - at)));
      at = append_character(at, size, place.end);
    }
    end_run();
  }

 private:
  SourceRange to_source(Span span) const {
    const Span source = from_.map().to_source(span);
    return {from_.source_begin() + source.begin, from_.source_begin() + source.end};
  }

  void append_unit(std::string_view made, SourceRange range) {
    if (out_.accepts(range)) {
      out_.replace(made, range);
    } else {
      out_.add(made);
    }
  }

  // Goes on behind it, and behind those that were made of the same piece of the source.
  std::uint32_t append_character(std::uint32_t at, std::uint32_t size, std::uint32_t end) {
    const SourceRange range = to_source({at, at + size});
    if (range.size() == size && (run_.empty() || range.begin == run_source_.end)) {
      if (run_.empty()) start_run(at, range.begin);
      run_.end += size;
      run_source_.end = range.end;
      return at + size;
    }
    end_run();
    std::uint32_t next = at + size;
    while (next < end && !range.empty() && to_source({next, next + 1}) == range) ++next;
    append_unit(Span{at, next}.of(from_.text()), range);
    return next;
  }

  void start_run(std::uint32_t at, std::uint64_t source) {
    run_ = {at, at};
    run_source_ = {source, source};
  }

  void end_run() {
    if (run_.empty()) return;
    const std::string_view made = run_.of(from_.text());
    if (out_.accepts(run_source_)) {
      out_.copy(made, run_source_.begin);
    } else {
      out_.add(made);
    }
    run_ = {};
  }

  const MappedText& from_;
  MappedText& out_;
  Span run_;
  SourceRange run_source_;
};

}  // namespace

void append_through(const MappedText& from, std::string_view made, Span place, MappedText& out) {
  ThroughAppender(from, out).append(made, place);
}

}  // namespace postlint
