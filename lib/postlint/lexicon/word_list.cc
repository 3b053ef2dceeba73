#include "postlint/lexicon/word_list.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>

#include "postlint/base/mapped_file.h"
#include "postlint/base/nearest.h"
#include "postlint/text/folding.h"

namespace postlint {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r";
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

// True for "m.", "j.r.r.".
bool is_initials(std::string_view word) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool fits = i % 2 == 1 ? word[i] == '.' : word[i] >= 'a' && word[i] <= 'z';
    if (!fits) return false;
  }
  return !word.empty() && word.size() % 2 == 0;
}

// Initials inside a term as the tokenizer (text/tokenizer.h) reads them: "annie m.g. schmidt" has
// the words "annie", "mg", "." and "schmidt". A term of initials alone stays as it is.
std::string with_initials_as_tokens(const std::string& term) {
  if (term.find(' ') == std::string::npos) return term;
  std::string result;
  for (std::size_t begin = 0; begin <= term.size();) {
    const std::size_t end = std::min(term.find(' ', begin), term.size());
    std::string word = term.substr(begin, end - begin);
    if (is_initials(word)) {
      std::erase(word, '.');
      word += " .";
    }
    result += (result.empty() ? "" : " ") + word;
    begin = end + 1;
  }
  return result;
}

class WordListParser {
 public:
  WordListParser(std::string_view text, const std::string& file) : rest_(text), file_(file) {
    list_.name = std::filesystem::path(file).stem().string();
    list_.file = file;
  }

  Result<WordList> parse() {
    while (!rest_.empty()) parse_line(next_line());
    line_ = 0;
    require(list_.title, "title");
    require(list_.source, "source");
    require(list_.licence, "licence");
    if (!errors_.empty()) return tl::unexpected<Errors>(std::move(errors_));
    return std::move(list_);
  }

 private:
  std::string_view next_line() {
    const std::size_t end = std::min(rest_.find('\n'), rest_.size());
    const std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    ++line_;
    return trimmed(line);
  }

  void parse_line(std::string_view line) {
    if (line.empty()) return;
    if (line.front() == '#') return parse_header(trimmed(line.substr(1)));
    std::string term = fold(line);
    const bool has_letter = std::any_of(term.begin(), term.end(), [](unsigned char c) {
      return c >= 'a' || (c >= '0' && c <= '9');
    });
    if (!has_letter) return fail({"dictionary.no-letters", {{"term", std::string(line)}}});
    list_.terms.push_back(with_initials_as_tokens(term));
  }

  // "key: value" before the first term is the header; other remarks are free.
  void parse_header(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !list_.terms.empty()) return;
    const std::string_view key = trimmed(line.substr(0, colon));
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (key == "title") {
      list_.title = value;
    } else if (key == "source") {
      list_.source = value;
    } else if (key == "licence") {
      list_.licence = value;
    } else if (key == "inflect") {
      for_each_name(value, [this](std::string_view name) { add_inflection(name); });
    } else if (key == "role") {
      for_each_name(value, [this](std::string_view name) { add_role(name); });
    } else if (key == "includes") {
      for_each_name(value, [this](std::string_view name) {
        list_.includes.push_back({std::string(name), {file_, line_, 0}});
      });
    }
  }

  template <typename Use>
  static void for_each_name(std::string_view names, Use use) {
    while (!names.empty()) {
      const std::size_t comma = std::min(names.find(','), names.size());
      use(trimmed(names.substr(0, comma)));
      names.remove_prefix(std::min(comma + 1, names.size()));
    }
  }

  void add_inflection(std::string_view name) {
    const auto word_class = word_class_from(name);
    if (word_class) return list_.inflect.push_back(*word_class);
    fail({"dictionary.unknown-word-class", {{"name", std::string(name)}}});
  }

  void add_role(std::string_view name) {
    const auto role = word_role_from(name);
    if (role) return list_.roles.push_back(*role);
    fail({"dictionary.unknown-role",
          {{"name", std::string(name)}, {"hint", nearest_name(name, word_role_names())}}});
  }

  void require(const std::string& value, const char* key) {
    if (value.empty()) fail({"dictionary.missing-header", {{"key", std::string(key)}}});
  }

  void fail(Message message) { errors_.push_back({file_, line_, 0, std::move(message)}); }

  std::string_view rest_;
  const std::string& file_;
  std::uint32_t line_ = 0;
  WordList list_;
  Errors errors_;
};

}  // namespace

Result<WordList> parse_word_list(std::string_view text, const std::string& file) {
  return WordListParser(text, file).parse();
}

Result<WordList> read_word_list(const std::string& path) {
  return MappedFile::open(path).and_then(
      [&](const MappedFile& file) { return parse_word_list(file.bytes(), path); });
}

}  // namespace postlint
