#include "postlint/detect/names/parser.h"

#include "postlint/base/ascii.h"
#include "postlint/text/characters.h"

namespace postlint {
namespace {

// A name has no more words than this.
constexpr std::uint32_t kLongestName = 9;
constexpr std::size_t kShortestStem = 3;
constexpr std::uint32_t kMostParticles = 3;
// Shorter surnames in small letters are as often something else.
constexpr std::size_t kShortestLowerSurname = 5;

}  // namespace

void NameParser::parse(const NameModel& model, const Annotations& annotations,
                       std::vector<PossibleName>& names) {
  model_ = &model;
  all_ = &annotations;
  names.clear();
  is_lower_draft_ = begins_no_sentence_with_a_capital();
  for (std::uint32_t i = 0; i < annotations.size();) {
    const auto name = parse_at(i);
    if (name) names.push_back(*name);
    i = name ? name->tokens.end : i + 1;
  }
}

bool NameParser::begins_no_sentence_with_a_capital() const {
  for (std::uint32_t i = 0; i < all_->size(); ++i) {
    if (all_->starts_sentence(i) && all_->token(i).casing == Casing::capitalised) return false;
  }
  return true;
}

NameParser::NameWord NameParser::read(std::uint32_t token) const {
  const Token& it = all_->token(token);
  NameWord word;
  if (it.kind != TokenKind::word && it.kind != TokenKind::handle) return word;
  std::string_view folded = all_->document().folded(it);
  Reading reading = all_->readings(token).front();
  word.is_capital =
      it.casing == Casing::capitalised || it.casing == Casing::upper || it.casing == Casing::mixed;
  if (it.kind == TokenKind::handle) {
    folded.remove_prefix(1);
    word.skip = 1;
    const char letter = all_->document().text_of(it)[1];
    word.is_capital = letter >= 'A' && letter <= 'Z';
    const WordId found = all_->lexicon().find(folded);
    reading = {found, found == kNoWord ? DictionarySetId{0} : all_->lexicon().set_of(found)};
  }
  if (reading.word != kNoWord) word.marks = model_->marks(reading.set);
  const bool is_listed = word.marks.is_name() || word.marks.has(NameList::ordinary);
  if (!is_listed) cut_ending(folded, it.casing, word);
  word.is_unknown = !has_digit(folded) && !word.marks.is_name() &&
                    !word.marks.has(NameList::ordinary) && !word.marks.has(NameList::proper) &&
                    it.kind == TokenKind::word;
  return word;
}

// "Emma's", "Daans", "Daantje".
// In small letters only the apostrophe tells.
void NameParser::cut_ending(std::string_view folded, Casing casing, NameWord& word) const {
  if (folded.size() < kShortestStem + 1) return;
  if (folded.ends_with("'s")) {
    word.is_possessive = cut_off(folded, "'s", word);
    return;
  }
  if (casing == Casing::lower) return;
  if (folded.back() == 's' && cut_off(folded, "s", word)) return;
  for (const std::string& ending : model_->diminutives) {
    if (folded.ends_with(ending) && cut_off(folded, ending, word)) return;
  }
}

bool NameParser::cut_off(std::string_view folded, std::string_view ending, NameWord& word) const {
  const std::string_view stem = folded.substr(0, folded.size() - ending.size());
  if (stem.size() < kShortestStem) return false;
  const NameMarks marks = model_->marks_of(all_->lexicon(), stem);
  if (!marks.has(NameList::first_names) || marks.has(NameList::rare)) return false;
  word.marks = marks;
  word.cut = static_cast<std::uint32_t>(ending.size());
  return true;
}

// In the same sentence as the token before, and with only white space or nothing between.
bool NameParser::follows(std::uint32_t token) const {
  return token < all_->size() && !all_->starts_sentence(token);
}

bool NameParser::is_full_stop(std::uint32_t token) const {
  return follows(token) && !all_->token(token).space_before &&
         all_->document().text_of(all_->token(token)) == ".";
}

// "J", or "J.W" whose letters the tokenizer holds together.
bool NameParser::is_initial(std::uint32_t token) const {
  if (token >= all_->size()) return false;
  const Token& it = all_->token(token);
  if (it.kind != TokenKind::word || it.casing != Casing::upper) return false;
  const std::string_view text = all_->document().text_of(it);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_letter = text[i] >= 'A' && text[i] <= 'Z';
    if (i % 2 == 0 ? !is_letter : text[i] != '.') return false;
  }
  return true;
}

bool NameParser::is_particle(std::uint32_t token) const {
  if (all_->token(token).kind != TokenKind::word) return false;
  const NameMarks marks = read(token).marks;
  return marks.has(NameList::particles) && !marks.has(NameList::joins);
}

// Not the last letter of a number plate: initials stand apart. Of a longer row of them only so many
// are read at a time: every one of the row may be the first.
std::uint32_t NameParser::behind_initials(std::uint32_t token) const {
  if (!all_->token(token).space_before && !all_->starts_sentence(token)) return token;
  for (std::uint32_t i = 0; i < kLongestName && is_initial(token) && is_full_stop(token + 1); ++i)
    token += 2;
  return token;
}

// A weak one counts only with another behind it: "op den Berg".
std::uint32_t NameParser::behind_particles(std::uint32_t token) const {
  const std::uint32_t first = token;
  while (token < first + kMostParticles && (token == first || follows(token)) && is_particle(token))
    ++token;
  const bool is_weak = token == first + 1 && read(first).marks.has(NameList::weak_particles);
  return is_weak ? first : token;
}

bool NameParser::may_begin(std::uint32_t token, const NameWord& word) const {
  if (!word.is_capital) return may_begin_in_lower_case(token, word);
  const Token& it = all_->token(token);
  if (it.folded.size() < 2 + word.skip) return false;
  if (word.marks.has(NameList::rare) && !is_behind_honorific(token)) return false;
  if (word.marks.has(NameList::titles) && !word.marks.is_name()) return false;
  if (it.kind == TokenKind::handle) return word.marks.has(NameList::first_names);
  // "Mijnheer Dekkers": whatever the word means otherwise.
  if (is_behind_honorific(token) && !is_among_capitals(token)) return true;
  return word.marks.is_name() || word.is_unknown ||
         (word.marks.has(NameList::proper) && !word.marks.has(NameList::ordinary));
}

// First names; in a draft without capitals surnames that are nothing else; and behind a title
// surnames and unknown words as well.
bool NameParser::may_begin_in_lower_case(std::uint32_t token, const NameWord& word) const {
  if (all_->token(token).casing != Casing::lower || all_->token(token).kind != TokenKind::word)
    return false;
  if (word.marks.has(NameList::first_names) && !word.marks.has(NameList::rare)) return true;
  if (is_lower_draft_ && is_plainly_a_surname(token, word)) return true;
  return is_behind_honorific(token) && (word.marks.has(NameList::surnames) || word.is_unknown);
}

bool NameParser::is_plainly_a_surname(std::uint32_t token, const NameWord& word) const {
  const NameMarks marks = word.marks;
  return marks.has(NameList::surnames) && !marks.has(NameList::ordinary) &&
         !marks.has(NameList::places) && !marks.has(NameList::rare) &&
         !marks.has(NameList::titles) && !marks.has(NameList::proper) &&
         all_->token(token).folded.size() >= kShortestLowerSurname;
}

// Behind "fam Bakker" and "fam. Bakker" alike.
bool NameParser::is_behind(std::uint32_t token, NameList list) const {
  if (token == 0 || !follows(token)) return false;
  const bool is_abbreviated = token > 1 && is_full_stop(token - 1);
  return read(token - (is_abbreviated ? 2 : 1)).marks.has(list);
}

bool NameParser::is_behind_honorific(std::uint32_t token) const {
  return is_behind(token, NameList::honorifics);
}

// "docent van der Kolk": small particles behind a title; not "juf van De Linde", and with one alone
// not "leraar van Emmen".
bool NameParser::may_follow_title(std::uint32_t particles, std::uint32_t token) const {
  for (std::uint32_t i = particles + 1; i < token; ++i) {
    if (read(i).is_capital) return false;
  }
  if (is_behind_honorific(particles)) return true;
  const NameWord word = read(token);
  if (!is_behind(particles, NameList::titles) || !word.is_capital) return false;
  if (read(particles).marks.has(NameList::weak_particles)) return false;
  if (token - particles > 1 && (word.is_unknown || word.marks.has(NameList::ordinary))) return true;
  return word.marks.has(NameList::surnames) && !word.marks.has(NameList::places);
}

std::optional<PossibleName> NameParser::parse_at(std::uint32_t token) {
  const std::optional<Opening> opening = opening_at(token);
  if (!opening || !may_open(*opening)) return std::nullopt;
  const std::uint32_t end = end_of(*opening);
  if (is_code_before(end)) return std::nullopt;
  return name_of(*opening, end);
}

std::optional<NameParser::Opening> NameParser::opening_at(std::uint32_t token) const {
  const TokenKind kind = all_->token(token).kind;
  if (kind != TokenKind::word && kind != TokenKind::handle) return std::nullopt;
  const std::uint32_t at = behind_initials(token);
  Opening it{.begin = token, .has_initials = at != token};
  if (it.has_initials && !follows(at)) return std::nullopt;
  it.head = it.has_initials ? behind_particles(at) : at;
  if (it.head >= all_->size()) return std::nullopt;
  it.has_particle = it.head != at;
  it.word = it.head;
  if (it.has_initials || !is_particle_alone(it.head)) return it;
  it.word = behind_particles(it.head);
  it.has_particle = true;
  return has_particles_of_a_surname(it) ? std::optional(it) : std::nullopt;
}

bool NameParser::is_particle_alone(std::uint32_t token) const {
  const NameMarks marks = read(token).marks;
  const bool is_first_name = marks.has(NameList::first_names) && !marks.has(NameList::rare);
  return marks.has(NameList::particles) && !is_first_name;
}

// "Van Dongen", "den hollander", but not "In de les Frans", "De Jan van Galenstraat".
bool NameParser::has_particles_of_a_surname(const Opening& it) const {
  if (it.word == it.head || !follows(it.word)) return false;
  const NameWord head = read(it.head);
  if (!head.is_capital && !may_follow_title(it.begin, it.word)) return false;
  const bool is_weak = head.marks.has(NameList::weak_particles) && all_->starts_sentence(it.head);
  const NameMarks behind = read(it.word).marks;
  return !is_weak && (!behind.has(NameList::first_names) || behind.has(NameList::surnames));
}

bool NameParser::may_open(const Opening& it) const {
  const NameWord word = read(it.word);
  if (!it.has_particle && !it.has_initials) return may_begin(it.word, word);
  if (all_->token(it.word).folded.size() < 2) return false;
  const bool may_be_small = word.marks.has(NameList::surnames) && !read(it.head).is_capital;
  if (!word.is_capital && !may_be_small) return false;
  if (word.marks.is_name() || !word.marks.has(NameList::ordinary)) return true;
  return it.has_initials || is_behind(it.begin, NameList::titles);
}

std::uint32_t NameParser::end_of(const Opening& it) const {
  const NameWord word = read(it.word);
  std::uint32_t end = it.word + 1;
  while (end - it.begin < kLongestName && !read(end - 1).is_possessive) {
    const std::uint32_t next = next_part(end, word);
    if (next == end) break;
    end = next;
  }
  return end;
}

PossibleName NameParser::name_of(const Opening& it, std::uint32_t end) const {
  const TokenRange tokens{it.begin, end};
  PossibleName name{tokens, all_->document().span_of(tokens), {}, 0};
  name.span.begin += all_->token(it.begin).kind == TokenKind::handle ? 1 : 0;
  name.cut = read(end - 1).cut;
  name.span.end -= size_of_last(name.cut, all_->document().text_of(all_->token(end - 1)));
  observe(name, it.word, it.has_particle, it.has_initials);
  return name;
}

// "AVI-M5", "Nova-2": what ends at `token` is the beginning of a code.
bool NameParser::is_code_before(std::uint32_t token) const {
  return is_hyphen(token) && follows(token + 1) && !all_->token(token + 1).space_before &&
         has_digit(all_->document().text_of(all_->token(token + 1)));
}

bool NameParser::is_hyphen(std::uint32_t token) const {
  return follows(token) && all_->is_transparent(token) &&
         all_->document().text_of(all_->token(token)) == "-";
}

// What of a name follows at `token`: the end of it, or `token` if nothing does.
std::uint32_t NameParser::next_part(std::uint32_t token, const NameWord& first) const {
  if (!follows(token)) return token;
  if (is_hyphen(token)) return continues_behind_hyphen(token + 1, first) ? token + 2 : token;
  if (!first.is_capital && !first.marks.has(NameList::first_names)) return token;
  if (is_initial(token) && is_full_stop(token + 1)) return token + 2;
  const std::uint32_t behind = behind_particles(token);
  if (behind != token && behind < all_->size() && continues_behind_particles(token, behind, first))
    return behind + 1;
  return continues(token, first, false) ? token + 1 : token;
}

bool NameParser::continues_behind_hyphen(std::uint32_t token, const NameWord& first) const {
  if (!follows(token) || all_->token(token).kind != TokenKind::word) return false;
  const NameWord word = read(token);
  if (has_digit(all_->document().text_of(all_->token(token)))) return false;
  return word.is_capital == first.is_capital && (word.is_capital || word.marks.is_name());
}

// Behind a weak particle only a surname: "op den Berg", not "op de Kruisweg".
bool NameParser::continues_behind_particles(std::uint32_t particle, std::uint32_t token,
                                            const NameWord& first) const {
  const bool is_weak = read(particle).marks.has(NameList::weak_particles);
  return continues(token, first, true) && (!is_weak || read(token).marks.has(NameList::surnames));
}

bool NameParser::continues(std::uint32_t token, const NameWord& first, bool behind_particle) const {
  if (!follows(token) || all_->token(token).kind != TokenKind::word) return false;
  const NameWord word = read(token);
  if (word.is_capital != first.is_capital || all_->token(token).folded.size() < 2) return false;
  const NameMarks marks = word.marks;
  // "Anna van Pieter": two people.
  if (behind_particle && marks.has(NameList::first_names) && !marks.has(NameList::surnames))
    return false;
  if (!word.is_capital) {
    const bool is_plain = marks.has(NameList::ordinary) || first.marks.has(NameList::ordinary);
    return marks.has(NameList::surnames) && !is_plain;
  }
  if (marks.has(NameList::titles) && !behind_particle) return false;
  const bool is_plain = marks.has(NameList::ordinary) && !behind_particle;
  if (is_among_capitals(token)) return marks.is_name() && !is_plain;
  return marks.is_name() || word.is_unknown || marks.has(NameList::proper);
}

// A word in capitals that is one of a row.
bool NameParser::is_among_capitals(std::uint32_t token) const {
  if (all_->token(token).casing != Casing::upper) return false;
  const auto is_caps = [this](std::uint32_t it) { return all_->is_in_class(it, TokenClass::caps); };
  return (token > 0 && is_caps(token - 1)) || (token + 1 < all_->size() && is_caps(token + 1));
}

}  // namespace postlint
