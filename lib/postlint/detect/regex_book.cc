#include "postlint/detect/regex_book.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <numeric>

#include <re2/re2.h>
#include <re2/set.h>

namespace postlint {
namespace {

constexpr std::int64_t kSetMemory = 64 << 20;

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

// An expression is compiled for exact spans when it first occurs: most never do in one run.
struct LazyRegex {
  std::string expression;
  std::once_flag compiled;
  std::unique_ptr<RE2> regex;

  const RE2& get() {
    std::call_once(compiled, [this] {
      regex = std::make_unique<RE2>(with_latin_letters(expression), options());
    });
    return *regex;
  }
};

}  // namespace

struct RegexBook::Impl {
  std::vector<std::unique_ptr<LazyRegex>> expressions;
  RE2::Set set{set_options(), RE2::UNANCHORED};
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
  const int number = impl_->set.Add(with_latin_letters(expression), nullptr);
  impl_->expressions.push_back(std::make_unique<LazyRegex>());
  impl_->expressions.back()->expression = expression;
  return static_cast<std::uint32_t>(number);
}

void RegexBook::finish() {
  if (!impl_->expressions.empty()) impl_->set.Compile();
}

std::vector<std::string> RegexBook::expressions() const {
  std::vector<std::string> all;
  for (const auto& regex : impl_->expressions) all.push_back(regex->expression);
  return all;
}

void RegexBook::find_occurring(std::string_view text, std::vector<int>& numbers) const {
  numbers.clear();
  if (impl_->expressions.empty()) return;
  RE2::Set::ErrorInfo error{};
  const re2::StringPiece piece(text.data(), text.size());
  if (!impl_->set.Match(piece, &numbers, &error) && error.kind != RE2::Set::kNoError) {
    // Out of memory for its automaton: then each is tried by itself.
    numbers.resize(impl_->expressions.size());
    std::iota(numbers.begin(), numbers.end(), 0);
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
