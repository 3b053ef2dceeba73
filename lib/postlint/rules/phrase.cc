#include "postlint/rules/phrase.h"

#include <algorithm>
#include <optional>

#include "postlint/base/ascii.h"
#include "postlint/lexicon/lexicon.h"
#include "postlint/text/folding.h"

namespace postlint {
namespace {

constexpr std::string_view kReportStart = "«";
constexpr std::string_view kReportEnd = "»";
constexpr std::string_view kSpecial = "()|?{}[]<>^$&!~*/\\ \t\n";
constexpr int kMaxDepth = 20;

// Recursive descent; the first error ends it.
class PhraseParser {
 public:
  explicit PhraseParser(const SourceText& source) : source_(source), rest_(source.text) {}

  Result<PhraseNode> parse() {
    PhraseNode phrase = parse_alternatives();
    if (!error_ && !rest_.empty()) fail("phrase.unexpected", rest_.substr(0, 1));
    if (!error_ && open_reports_ != 0) fail("phrase.unclosed-mark", kReportStart);
    if (error_) return failure(std::move(*error_));
    return phrase;
  }

 private:
  PhraseNode parse_alternatives() {
    PhraseNode node{PhraseNode::Kind::alternatives, {}, {}, 1, 1};
    if (++depth_ > kMaxDepth) fail("phrase.too-deep", "(");
    do {
      node.children.push_back(parse_sequence());
    } while (!error_ && accept("|"));
    --depth_;
    return node.children.size() == 1 ? std::move(node.children.front()) : std::move(node);
  }

  PhraseNode parse_sequence() {
    PhraseNode node;
    skip_blanks();
    while (!error_ && !rest_.empty() && rest_.front() != '|' && rest_.front() != ')') {
      parse_item(node.children);
      skip_blanks();
    }
    if (node.children.empty()) fail("phrase.empty", rest_.substr(0, 1));
    return node.children.size() == 1 ? std::move(node.children.front()) : std::move(node);
  }

  void parse_item(std::vector<PhraseNode>& out) {
    if (parse_edge(out)) return;
    PhraseNode node = accept("(") ? parse_group() : parse_test();
    if (!error_) parse_repeat(node);
    out.push_back(std::move(node));
  }

  bool parse_edge(std::vector<PhraseNode>& out) {
    using Kind = PhraseNode::Kind;
    if (accept("^")) return add_edge(out, Kind::sentence_start);
    if (accept("$")) return add_edge(out, Kind::sentence_end);
    if (accept("//")) return add_edge(out, Kind::next_sentence);
    if (accept(kReportStart)) {
      ++open_reports_;
      return add_edge(out, Kind::report_start);
    }
    if (accept(kReportEnd)) {
      --open_reports_;
      return add_edge(out, Kind::report_end);
    }
    return false;
  }

  static bool add_edge(std::vector<PhraseNode>& out, PhraseNode::Kind kind) {
    out.push_back({kind, {}, {}, 1, 1});
    return true;
  }

  PhraseNode parse_group() {
    PhraseNode node = parse_alternatives();
    if (!error_ && !accept(")")) fail("phrase.unclosed", "(");
    return node;
  }

  void parse_repeat(PhraseNode& node) {
    std::uint32_t min = 0;
    std::uint32_t max = 1;
    if (accept("{")) {
      const auto low = parse_number();
      const auto high = accept(",") ? parse_number() : low;
      if (!low || !high || *high < *low || *high == 0 || *high > kMaxPhraseRepeat || !accept("}")) {
        return fail("phrase.bad-repeat", "{");
      }
      min = *low;
      max = *high;
    } else if (!accept("?")) {
      return;
    }
    PhraseNode repeat{PhraseNode::Kind::repeat, {}, {}, min, max};
    repeat.children.push_back(std::move(node));
    node = std::move(repeat);
  }

  std::optional<std::uint32_t> parse_number() {
    std::uint32_t value = 0;
    std::size_t digits = 0;
    while (digits < rest_.size() && digits < 3 && rest_[digits] >= '0' && rest_[digits] <= '9') {
      value = value * 10 + static_cast<std::uint32_t>(rest_[digits] - '0');
      ++digits;
    }
    if (digits == 0) return std::nullopt;
    rest_.remove_prefix(digits);
    return value;
  }

  // word, !word, [dictionary]&<entity>, ... A word with spaces or hyphens in it is a sequence.
  PhraseNode parse_test() {
    PhraseNode node{PhraseNode::Kind::test, {}, {}, 1, 1};
    do {
      const bool negated = accept("!");
      parse_atom(node, negated);
    } while (!error_ && accept("&"));
    if (node.kind == PhraseNode::Kind::sequence && !node.tests.empty())
      fail("phrase.long-test", "&");
    return node;
  }

  void parse_atom(PhraseNode& node, bool negated) {
    using Kind = PhraseTest::Kind;
    if (accept("[")) return add(node, Kind::dictionary, negated, parse_name(']'));
    if (accept("<")) return add(node, Kind::entity, negated, parse_name('>'));
    if (accept("*")) return add(node, Kind::suffix, negated, folded_word(parse_word()));
    const std::string word = parse_word();
    if (error_) return;
    if (word == "_") return add(node, Kind::any, negated, "");
    if (accept("~")) return add(node, Kind::inflected, negated, folded_word(word));
    if (accept("*")) return add(node, Kind::prefix, negated, folded_word(word));
    add_words(node, negated, word);
  }

  // "e-mail" is two words to the matcher.
  void add_words(PhraseNode& node, bool negated, const std::string& word) {
    const std::string folded = fold(word);
    const auto parts = split_term(folded);
    if (parts.size() < 2) return add(node, PhraseTest::Kind::word, negated, folded);
    if (negated) return fail("phrase.long-test", word);
    node.kind = PhraseNode::Kind::sequence;
    for (const std::string_view part : parts) {
      PhraseNode child{PhraseNode::Kind::test, {}, {}, 1, 1};
      add(child, PhraseTest::Kind::word, false, std::string(part));
      node.children.push_back(std::move(child));
    }
  }

  static void add(PhraseNode& node, PhraseTest::Kind kind, bool negated, std::string text) {
    node.tests.push_back({kind, negated, std::move(text), {}});
  }

  std::string folded_word(const std::string& word) {
    std::string folded = fold(word);
    if (!error_ && split_term(folded).size() != 1) fail("phrase.long-test", word);
    return folded;
  }

  std::string parse_name(char closing) {
    const std::size_t end = rest_.find(closing);
    if (end == std::string_view::npos || end == 0) {
      fail("phrase.unclosed", closing == ']' ? "[" : "<");
      return {};
    }
    std::string name(rest_.substr(0, end));
    rest_.remove_prefix(end + 1);
    return name;
  }

  // Up to the next character that means something; a backslash takes that meaning away.
  std::string parse_word() {
    std::string word;
    while (!rest_.empty() && !rest_.starts_with(kReportStart) && !rest_.starts_with(kReportEnd)) {
      const bool escaped = rest_.front() == '\\' && rest_.size() > 1;
      if (!escaped && kSpecial.find(rest_.front()) != std::string_view::npos) break;
      if (escaped) rest_.remove_prefix(1);
      word += rest_.front();
      rest_.remove_prefix(1);
    }
    if (word.empty()) fail("phrase.unexpected", rest_.substr(0, 1));
    return word;
  }

  bool accept(std::string_view text) {
    if (!rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }

  void skip_blanks() {
    while (!rest_.empty() &&
           (rest_.front() == ' ' || rest_.front() == '\t' || rest_.front() == '\n')) {
      rest_.remove_prefix(1);
    }
  }

  void fail(const char* key, std::string_view what) {
    if (error_) return;
    const std::string_view done = source_.text;
    const auto position = std::count_if(
        done.begin(), done.begin() + static_cast<std::ptrdiff_t>(done.size() - rest_.size()),
        [](char c) { return !is_continuation_byte(c); });
    error_ = Error{source_.place.file,
                   source_.place.line,
                   source_.place.column,
                   {key,
                    {{"what", std::string(what)},
                     {"phrase", source_.text},
                     {"position", static_cast<std::int64_t>(position + 1)}}}};
  }

  const SourceText& source_;
  std::string_view rest_;
  std::optional<Error> error_;
  int depth_ = 0;
  int open_reports_ = 0;
};

bool is_single_word(const PhraseNode& node) {
  using Kind = PhraseTest::Kind;
  if (node.kind != PhraseNode::Kind::test || node.tests.size() != 1) return false;
  const PhraseTest& test = node.tests.front();
  return !test.negated && (test.kind == Kind::word || test.kind == Kind::inflected);
}

}  // namespace

Result<PhraseNode> parse_phrase(const SourceText& source) { return PhraseParser(source).parse(); }

void gather_words(PhraseNode& node) {
  for (PhraseNode& child : node.children) gather_words(child);
  const auto count = std::count_if(node.children.begin(), node.children.end(), is_single_word);
  if (node.kind != PhraseNode::Kind::alternatives || count < 2) return;
  const auto first_word =
      std::stable_partition(node.children.begin(), node.children.end(),
                            [](const PhraseNode& child) { return !is_single_word(child); });
  PhraseTest words{PhraseTest::Kind::one_of, false, {}, {}};
  for (auto child = first_word; child != node.children.end(); ++child)
    words.choices.push_back(std::move(child->tests.front()));
  PhraseNode gathered{PhraseNode::Kind::test, {}, {}, 1, 1};
  gathered.tests.push_back(std::move(words));
  node.children.erase(first_word, node.children.end());
  if (node.children.empty()) {
    node = std::move(gathered);
  } else {
    node.children.push_back(std::move(gathered));
  }
}

}  // namespace postlint
