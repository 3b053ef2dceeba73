#include "postlint/rules/frame.h"

#include <initializer_list>
#include <string_view>

#include <fmt/format.h>

namespace postlint {
namespace {

constexpr std::string_view kNegations = "{negation}";

// Writes parts one after the other, with words between them.
class FrameWriter {
 public:
  explicit FrameWriter(const FrameSpec& frame) : frame_(frame) {}

  std::vector<SourceText> take() {
    if (!frame_.verb.empty()) {
      add({frame_.subject, frame_.verb, frame_.object});
      add({frame_.verb, frame_.subject, frame_.object});
      if (!frame_.object.empty()) add({frame_.subject, frame_.object, frame_.verb});
    }
    if (!frame_.infinitive.empty()) {
      add({frame_.subject, frame_.auxiliary, frame_.object, frame_.infinitive});
      add({frame_.auxiliary, frame_.subject, frame_.object, frame_.infinitive});
      add({frame_.subject, frame_.object, frame_.auxiliary, frame_.infinitive});
      add({frame_.subject, frame_.object, frame_.infinitive, frame_.auxiliary});
    }
    return std::move(phrases_);
  }

 private:
  // Parts that are not there are left out; then two orders may read the same.
  void add(std::initializer_list<std::string_view> parts) {
    std::vector<std::string> there;
    for (const std::string_view part : parts) {
      if (!part.empty()) there.push_back(fmt::format("({})", part));
    }
    if (frame_.negation != Negation::with) return add_phrase(joined(there, there.size()));
    for (std::size_t gap = 1; gap < there.size(); ++gap) add_phrase(joined(there, gap));
    add_phrase(joined(there, there.size()) + negated_end());
  }

  // With the negation before part number `negated`.
  std::string joined(const std::vector<std::string>& parts, std::size_t negated) const {
    std::string phrase = parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i)
      phrase += (i == negated ? negated_gap() : gap()) + parts[i];
    return phrase;
  }

  std::string gap() const {
    if (frame_.between == 0) return " ";
    const std::string word =
        frame_.negation == Negation::without ? "!" + std::string(kNegations) : "_";
    return fmt::format(" {}{{0,{}}} ", word, frame_.between);
  }
  std::string negated_gap() const {
    if (frame_.between == 0) return fmt::format(" {} ", kNegations);
    return fmt::format(" _{{0,{0}}} {1} _{{0,{0}}} ", frame_.between, kNegations);
  }
  // "je hoort er niet": at the end.
  std::string negated_end() const {
    return (frame_.between == 0 ? " " : fmt::format(" _{{0,{}}} ", frame_.between)) +
           std::string(kNegations);
  }

  void add_phrase(std::string text) {
    for (const SourceText& known : phrases_) {
      if (known.text == text) return;
    }
    phrases_.push_back({std::move(text), frame_.place, written()});
  }

  // As a reader knows it: "{me} (ga|zal) {you} slaan".
  std::string written() const {
    std::string text;
    for (const std::string* part :
         {&frame_.subject, &frame_.verb, &frame_.auxiliary, &frame_.object, &frame_.infinitive}) {
      if (!part->empty()) text += (text.empty() ? "" : " ") + *part;
    }
    return text;
  }

  const FrameSpec& frame_;
  std::vector<SourceText> phrases_;
};

}  // namespace

std::vector<SourceText> phrases_of(const FrameSpec& frame) { return FrameWriter(frame).take(); }

}  // namespace postlint
