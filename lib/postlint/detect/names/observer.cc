// What the words of a possible name tell by themselves: lists, case, quotation marks, a place at
// the end of the draft.
#include <algorithm>

#include "postlint/detect/names/parser.h"

namespace postlint {
namespace {

// A quotation of no more words than this is a title or a term, not speech.
constexpr std::uint32_t kShortQuotation = 7;
// A signature stands among so many last sentences or lines.
constexpr std::uint32_t kSignatureLines = 5;
// With what the author is in the school, "Wim, conciërge", a signature has so many tokens.
constexpr std::uint32_t kLongestSignature = 7;
// Behind fewer tokens than these a name alone is one of a list, not a signature.
constexpr std::uint32_t kShortestMessage = 4;

void note(NameTraits& traits, NameTrait trait) { traits.set(static_cast<std::size_t>(trait)); }

}  // namespace

bool NameParser::is_in_short_quotation(TokenRange tokens) const {
  const auto quotations = all_->entity(kQuotation);
  const auto behind = std::upper_bound(quotations.begin(), quotations.end(), tokens);
  if (behind == quotations.begin()) return false;
  const TokenRange quotation = *std::prev(behind);
  return quotation.end >= tokens.end && quotation.size() <= kShortQuotation;
}

bool NameParser::is_before_capitalised_word(std::uint32_t token) const {
  if (!follows(token)) return false;
  const Token& it = all_->token(token);
  if (it.kind == TokenKind::symbol) return all_->document().text_of(it) == "&";
  return it.kind == TokenKind::word && it.casing == Casing::capitalised &&
         !read(token).marks.has(NameList::titles);
}

void NameParser::observe(PossibleName& name, std::uint32_t first_word, bool has_particle,
                         bool has_initials) const {
  const NameWord word = read(first_word);
  note(name.traits, NameTrait::base);
  if (has_particle) note(name.traits, NameTrait::particle);
  if (read(name.tokens.end - 1).cut > 0) note(name.traits, NameTrait::ending);
  // "De Zak van Zuid-Beveland": at the start it may be an article.
  if (has_particle && all_->starts_sentence(name.tokens.begin))
    note(name.traits, NameTrait::unknown_at_start);
  if (has_initials || is_full_stop(name.tokens.end - 1)) note(name.traits, NameTrait::initials);
  observe_first(name, first_word, word);
  const bool is_single = name.tokens.end == first_word + 1;
  if (is_single) observe_only(name, first_word, word);
  observe_case(name, first_word, word);
  if (is_in_short_quotation(name.tokens)) note(name.traits, NameTrait::quoted);
  if (is_before_capitalised_word(name.tokens.end)) note(name.traits, NameTrait::before_capital);
  if (is_signature(name.tokens)) note(name.traits, NameTrait::signature);
}

// "Met een brok in de keel,\n\nFamilie Bakker": first in its sentence but for a title, near the
// end.
bool NameParser::is_signature(TokenRange tokens) const {
  const std::uint32_t sentence = all_->token(tokens.begin).sentence;
  const TokenRange line = all_->sentence(sentence);
  if (line.begin == 0 || all_->sentence_count() - sentence > kSignatureLines) return false;
  const bool is_behind_title = tokens.begin > line.begin && tokens.begin < line.begin + 3 &&
                               is_behind(tokens.begin, NameList::titles);
  if (tokens.begin != line.begin && !is_behind_title) return false;
  const bool is_alone = tokens.end + 1 >= line.end;
  if (is_alone && all_->document().text_of(all_->token(line.begin - 1)) == ",") return true;
  return sentence + 1 == all_->sentence_count() && ends_message(tokens, line);
}

// "... in het hok.\n\nWim, conciërge": the last there is, behind a message.
bool NameParser::ends_message(TokenRange tokens, TokenRange line) const {
  const TokenRange before = all_->sentence(all_->token(tokens.begin).sentence - 1);
  const std::string_view end_before = all_->document().text_of(all_->token(before.end - 1));
  const bool is_closed = end_before == "," || end_before == "!";
  if (before.size() < kShortestMessage && !is_closed) return false;
  if (line.size() > kLongestSignature) return false;
  if (tokens.end == line.end) return true;
  const std::string_view mark = all_->document().text_of(all_->token(tokens.end));
  const bool is_last = tokens.end + 1 == line.end;
  if (is_last) return mark == ".";
  const bool has_role = read(tokens.end + 1).marks.has(NameList::titles);
  const bool is_closing_line = begins_line(line.begin) && !is_exclaimed(line);
  return mark == "(" || (mark == "," && (has_role || is_closing_line));
}

// A line break stands before it.
bool NameParser::begins_line(std::uint32_t token) const {
  const std::uint32_t from = all_->token(token - 1).span.end;
  const std::uint32_t to = all_->token(token).span.begin;
  return all_->document().text().substr(from, to - from).find('\n') != std::string_view::npos;
}

// "Sanne, kom!"
bool NameParser::is_exclaimed(TokenRange line) const {
  const std::string_view last = all_->document().text_of(all_->token(line.end - 1));
  return last == "!" || last == "?";
}

void NameParser::observe_first(PossibleName& name, std::uint32_t token,
                               const NameWord& word) const {
  if (word.marks.has(NameList::first_names)) {
    note(name.traits, NameTrait::first_name);
  } else if (word.marks.has(NameList::surnames) || is_behind_honorific(name.tokens.begin)) {
    note(name.traits, NameTrait::surname);
  } else {
    note(name.traits, word.is_unknown ? NameTrait::unknown : NameTrait::proper);
    if (all_->starts_sentence(name.tokens.begin)) note(name.traits, NameTrait::unknown_at_start);
  }
  for (std::uint32_t i = token + 1; i < name.tokens.end; ++i) {
    const NameWord behind = read(i);
    if (all_->is_mark(i) || all_->token(i).folded.size() < 2) continue;
    if (behind.marks.has(NameList::particles)) {
      note(name.traits, NameTrait::particle);
    } else if (behind.marks.has(NameList::surnames)) {
      note(name.traits, NameTrait::surname_behind);
    } else {
      note(name.traits, behind.marks.has(NameList::first_names) ? NameTrait::first_behind
                                                                : NameTrait::unknown_behind);
    }
  }
}

// A name of one word may be many other things, unless a title or initials stand before it.
void NameParser::observe_only(PossibleName& name, std::uint32_t token, const NameWord& word) const {
  const bool has_initials = name.traits[static_cast<std::size_t>(NameTrait::initials)];
  if (word.is_capital && (has_initials || is_behind_honorific(name.tokens.begin))) return;
  if (word.marks.has(NameList::rare)) note(name.traits, NameTrait::rare);
  if (word.marks.has(NameList::places)) note(name.traits, NameTrait::place);
  if (word.marks.has(NameList::publics)) note(name.traits, NameTrait::public_person);
  if (word.marks.has(NameList::ambiguous)) {
    note(name.traits, NameTrait::ambiguous);
    if (!word.is_capital) note(name.traits, NameTrait::lower_ambiguous);
    if (all_->starts_sentence(token)) note(name.traits, NameTrait::ambiguous_at_start);
  }
  if (!word.marks.has(NameList::ordinary)) return;
  note(name.traits, word.is_capital ? NameTrait::ordinary : NameTrait::lower_ordinary);
}

void NameParser::observe_case(PossibleName& name, std::uint32_t token, const NameWord& word) const {
  if (is_among_capitals(token)) note(name.traits, NameTrait::caps);
  if (word.is_capital) return;
  note(name.traits, NameTrait::lower);
  if (is_lower_draft_) note(name.traits, NameTrait::lower_draft);
}

}  // namespace postlint
