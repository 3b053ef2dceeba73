#include "postlint/lexicon/list_order.h"

#include <algorithm>
#include <cstddef>

namespace postlint {
namespace {

class ListAdder {
 public:
  ListAdder(const std::vector<WordList>& lists, Lexicon& lexicon)
      : lists_(lists), lexicon_(lexicon), states_(lists.size(), State::waiting) {}

  Errors add_all() {
    for (std::size_t i = 0; i < lists_.size(); ++i) add(i);
    return std::move(errors_);
  }

 private:
  enum class State { waiting, open, done };

  void add(std::size_t index) {
    if (states_[index] != State::waiting) return;
    states_[index] = State::open;
    const WordList& list = lists_[index];
    bool in_circle = false;
    for (const SourceText& other : list.includes) {
      const auto found = std::find_if(lists_.begin(), lists_.end(),
                                      [&](const WordList& it) { return it.name == other.text; });
      if (found == lists_.end()) continue;  // the lexicon has it, or complains
      const auto position = static_cast<std::size_t>(found - lists_.begin());
      if (states_[position] == State::open) {
        in_circle = true;
        errors_.push_back(error_at(other.place, {"dictionary.circle", {{"name", other.text}}}));
      }
      add(position);
    }
    states_[index] = State::done;
    if (in_circle) return;
    const auto added = lexicon_.add(list);
    if (!added) errors_.insert(errors_.end(), added.error().begin(), added.error().end());
  }

  static Error error_at(const SourcePlace& place, Message message) {
    return {place.file, place.line, place.column, std::move(message)};
  }

  const std::vector<WordList>& lists_;
  Lexicon& lexicon_;
  std::vector<State> states_;
  Errors errors_;
};

}  // namespace

Errors add_lists(const std::vector<WordList>& lists, Lexicon& lexicon) {
  return ListAdder(lists, lexicon).add_all();
}

}  // namespace postlint
