#include "postlint/detect/regex/book.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <numeric>

#include <re2/re2.h>
#include <re2/set.h>

namespace postlint {
namespace {

constexpr std::int64_t kSetMemory = 64 << 20;
// From so long a text and so many expressions on, one pass for all costs less than one for each.
constexpr std::size_t kLongText = 4096;
constexpr std::size_t kManyExpressions = 10;

RE2::Options options() {
  RE2::Options result;
  result.set_log_errors(false);
  return result;
}

RE2::Options set_options() {
  RE2::Options result = options();
  result.set_max_mem(kSetMemory);
  return result;
}

struct LetterClass {
  std::string_view name;
  std::string_view ranges;
};
constexpr LetterClass kLetterClasses[] = {
    {"\\p{L}", "A-Za-z\\x{C0}-\\x{D6}\\x{D8}-\\x{F6}\\x{F8}-\\x{24F}"},
    {"\\p{Lu}", "A-Z\\x{C0}-\\x{D6}\\x{D8}-\\x{DE}\\x{100}-\\x{24F}"},
    {"\\p{Ll}", "a-z\\x{DF}-\\x{F6}\\x{F8}-\\x{24F}"},
};

// The expression with Latin letters in place of Unicode's.
std::string with_latin_letters(std::string_view expression) {
  std::string result;
  bool in_brackets = false;
  while (!expression.empty()) {
    const auto letters =
        std::find_if(std::begin(kLetterClasses), std::end(kLetterClasses),
                     [&](const LetterClass& it) { return expression.starts_with(it.name); });
    std::size_t taken =
        expression.front() == '\\' ? std::min<std::size_t>(2, expression.size()) : 1;
    if (letters != std::end(kLetterClasses)) {
      taken = letters->name.size();
      result +=
          in_brackets ? std::string(letters->ranges) : "[" + std::string(letters->ranges) + "]";
    } else {
      if (expression.front() == '[') in_brackets = true;
      if (expression.front() == ']') in_brackets = false;
      result += expression.substr(0, taken);
    }
    expression.remove_prefix(taken);
  }
  return result;
}

// An expression is compiled when a text first meets its needs: most never are in one run.
struct LazyRegex {
  explicit LazyRegex(RegexBook::Entry it) : entry(std::move(it)) {}

  RegexBook::Entry entry;
  std::once_flag compiled;
  std::unique_ptr<RE2> regex;

  const RE2& get() {
    std::call_once(compiled, [this] {
      regex = std::make_unique<RE2>(with_latin_letters(entry.expression), options());
    });
    return *regex;
  }
};

}  // namespace

struct RegexBook::Impl {
  std::vector<std::unique_ptr<LazyRegex>> expressions;
  std::vector<std::uint32_t> by_digits;  // those that need fewest first
  std::once_flag set_compiled;
  std::unique_ptr<RE2::Set> set;

  const RE2::Set& whole_set() {
    std::call_once(set_compiled, [this] {
      set = std::make_unique<RE2::Set>(set_options(), RE2::UNANCHORED);
      for (const auto& regex : expressions)
        set->Add(with_latin_letters(regex->entry.expression), nullptr);
      set->Compile();
    });
    return *set;
  }
};

RegexBook::RegexBook() : impl_(std::make_unique<Impl>()) {}
RegexBook::~RegexBook() = default;
RegexBook::RegexBook(RegexBook&&) noexcept = default;
RegexBook& RegexBook::operator=(RegexBook&&) noexcept = default;

std::optional<Message> RegexBook::check(const std::string& expression) {
  const RE2 regex(with_latin_letters(expression), options());
  if (!regex.ok()) return Message{"pattern.bad-regex", {{"reason", regex.error()}}};
  if (RE2::FullMatch("", regex)) return Message{"pattern.empty-regex", {{"regex", expression}}};
  return std::nullopt;
}

std::uint32_t RegexBook::add(const std::string& expression) {
  return add(Entry{expression, needs_of(expression)});
}

std::uint32_t RegexBook::add(Entry entry) {
  impl_->expressions.push_back(std::make_unique<LazyRegex>(std::move(entry)));
  return static_cast<std::uint32_t>(impl_->expressions.size() - 1);
}

void RegexBook::finish() {
  const auto& all = impl_->expressions;
  auto& order = impl_->by_digits;
  order.resize(all.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return all[a]->entry.needs.digits < all[b]->entry.needs.digits;
  });
}

std::size_t RegexBook::size() const { return impl_->expressions.size(); }

const std::string& RegexBook::expression(std::uint32_t number) const {
  return impl_->expressions[number]->entry.expression;
}

std::vector<RegexBook::Entry> RegexBook::entries() const {
  std::vector<Entry> all;
  for (const auto& regex : impl_->expressions) all.push_back(regex->entry);
  return all;
}

void RegexBook::find_occurring(std::string_view text, std::vector<int>& numbers) const {
  find_possible(text, numbers);
  if (text.size() < kLongText || numbers.size() < kManyExpressions) return;
  std::vector<int> occurring;
  RE2::Set::ErrorInfo error{};
  const re2::StringPiece piece(text.data(), text.size());
  // Out of memory for its automaton: then each that may occur is tried by itself.
  if (!impl_->whole_set().Match(piece, &occurring, &error) && error.kind != RE2::Set::kNoError)
    return;
  std::sort(occurring.begin(), occurring.end());
  numbers = std::move(occurring);
}

// Those whose needs the text meets.
void RegexBook::find_possible(std::string_view text, std::vector<int>& numbers) const {
  numbers.clear();
  const TextTraits traits(text);
  for (const std::uint32_t number : impl_->by_digits) {
    const RegexNeeds& needs = impl_->expressions[number]->entry.needs;
    if (needs.digits > traits.digits() && !traits.has_odd_letters()) break;
    if (needs.are_met_by(traits)) numbers.push_back(static_cast<int>(number));
  }
  std::sort(numbers.begin(), numbers.end());
}

std::optional<Span> RegexBook::find(std::uint32_t number, std::string_view text, std::uint32_t from,
                                    std::uint32_t& whole_end) const {
  const RE2& regex = impl_->expressions[number]->get();
  const int groups = std::min(regex.NumberOfCapturingGroups(), 1);
  std::array<re2::StringPiece, 2> found;
  const re2::StringPiece piece(text.data(), text.size());
  if (!regex.Match(piece, from, text.size(), RE2::UNANCHORED, found.data(), groups + 1))
    return std::nullopt;
  const auto offset = [&](const char* at) { return static_cast<std::uint32_t>(at - text.data()); };
  whole_end = offset(found[0].data() + found[0].size());
  const re2::StringPiece& part = groups == 1 && found[1].data() != nullptr ? found[1] : found[0];
  return Span{offset(part.data()), offset(part.data() + part.size())};
}

}  // namespace postlint
