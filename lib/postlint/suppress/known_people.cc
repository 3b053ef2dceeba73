#include "postlint/suppress/known_people.h"

#include <algorithm>

#include "postlint/suppress/comparable.h"

namespace postlint {
namespace {

using Words = std::span<const std::string>;

// How much of a person's name is written.
enum class Part { none, whole, first, last };

bool is_initial(const std::string& word) { return word.size() == 1; }

bool same(Words a, Words b) { return std::equal(a.begin(), a.end(), b.begin(), b.end()); }

// "Sanne V.", "Sanne d. V." or "Sanne de V." of Sanne de Vries.
bool is_first_with_initials(Words written, Words person) {
  const Words rest = written.subspan(1);
  const Words names = person.subspan(1);
  if (rest.empty() || names.empty() || written[0] != person[0] || !is_initial(rest.back()))
    return false;
  const auto begins = [](const std::string& initial, const std::string& word) {
    return word == initial || (is_initial(initial) && word.starts_with(initial));
  };
  if (rest.size() == 1) return begins(rest[0], names.back());
  return std::equal(rest.begin(), rest.end(), names.begin(), names.end(), begins);
}

// "S. de Vries" or "S.M. de Vries" of Sanne de Vries.
bool is_initials_with_last(Words written, Words person) {
  const Words names = person.subspan(1);
  if (names.empty() || written.size() <= names.size()) return false;
  const Words initials = written.first(written.size() - names.size());
  return std::all_of(initials.begin(), initials.end(), is_initial) &&
         person[0].starts_with(initials[0]) && same(written.last(names.size()), names);
}

Part part_of(Words written, Words person) {
  if (same(written, person) || is_first_with_initials(written, person) ||
      is_initials_with_last(written, person))
    return Part::whole;
  if (written.size() == 1 && written[0] == person[0]) return Part::first;
  const Words names = person.subspan(1);
  return !names.empty() && same(written, names) ? Part::last : Part::none;
}

// A person's name as it is compared: without the title that an entry may give it.
struct Bearer {
  Words words;
  bool titled = false;  // and nothing but one name after it: "juf Sanne"
};

Bearer without_title(Words words, const SuppressionContext& draft) {
  Words rest = words;
  while (rest.size() > 1 && draft.knows(WordRole::staff_title, rest[0])) rest = rest.subspan(1);
  return {rest, rest.size() < words.size() && rest.size() == 1};
}

bool stands_in_full(const Bearer& bearer, std::span<const WrittenName> all) {
  return std::any_of(all.begin(), all.end(), [&](const WrittenName& other) {
    return other.words.size() > 1 && part_of(other.words, bearer.words) == Part::whole;
  });
}

// True if the draft names somebody else in full who is called so as well.
bool is_shared(const Bearer& bearer, Part part, const WrittenName& name,
               std::span<const WrittenName> all) {
  return std::any_of(all.begin(), all.end(), [&](const WrittenName& other) {
    if (other.words.size() < 2 || part_of(other.words, bearer.words) != Part::none) return false;
    return part == Part::first ? other.words.front() == name.words.front()
                               : other.words.back() == name.words.back();
  });
}

bool is_sure(const Bearer& bearer, bool staff, Part part, const WrittenName& name,
             std::span<const WrittenName> all) {
  if (part == Part::whole) return !bearer.titled || name.titled;
  if (is_shared(bearer, part, name, all)) return false;
  if (part == Part::first && !staff) return true;
  return (staff && name.titled) || stands_in_full(bearer, all);
}

// "daans" for "daan", where no name ends so.
std::vector<std::string> without_possessive(std::vector<std::string> words,
                                            const SuppressionContext& draft) {
  std::string& last = words.back();
  const bool own = draft.knows(WordRole::first_name, last) || draft.knows(WordRole::surname, last);
  if (!own && last.size() > 2 && last.ends_with('s')) last.pop_back();
  if (last.ends_with('\'')) last.pop_back();
  return words;
}

}  // namespace

KnownPeople::KnownPeople(const SuppressionEntries& entries) : entries_(entries) {
  for (std::size_t i = 0; i < entries.own.size(); ++i) {
    if (entries.own[i].kind == OwnKind::staff) add(entries.own[i].text, i, std::nullopt);
  }
  for (std::size_t i = 0; i < entries.consents.size(); ++i)
    add(entries.consents[i].person, std::nullopt, i);
}

void KnownPeople::add(std::string_view name, std::optional<std::size_t> own,
                      std::optional<std::size_t> consent) {
  const auto [place, is_new] = by_name_.emplace(comparable(name), people_.size());
  if (is_new) {
    Person& person = people_.emplace_back();
    person.words = comparable_words(name, InnerMarks::hyphens);
    for (const std::string& word : person.words) by_word_.emplace(word, place->second);
  }
  Person& person = people_[place->second];
  if (own) person.own = own;
  if (consent) person.consents.push_back(*consent);
}

// Whoever has the first or the last word of a name in theirs.
std::vector<const KnownPeople::Person*> KnownPeople::candidates(Words name) const {
  std::vector<const Person*> found;
  for (const std::string& word : {name.front(), name.back()}) {
    const auto [begin, end] = by_word_.equal_range(word);
    for (auto it = begin; it != end; ++it) found.push_back(&people_[it->second]);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

// Who refuses in one entry refuses, whatever others say.
NameAnswer KnownPeople::answer(const Person& person, ConsentTo what,
                               const SuppressionContext& draft) const {
  NameAnswer answer;
  for (const std::size_t position : person.consents) {
    const ConsentEntry& entry = entries_.consents[position];
    if (!entry.to_name && !entry.to_photo) return {};
    if (!(what == ConsentTo::name ? entry.to_name : entry.to_photo)) continue;
    const bool on_channel =
        entry.channels.empty() || std::find(entry.channels.begin(), entry.channels.end(),
                                            draft.channel) != entry.channels.end();
    if (!on_channel || answer.kind == NameAnswer::Kind::agreed) continue;
    const bool ended = entry.until && draft.today.ok() && *entry.until < draft.today;
    answer = {ended ? NameAnswer::Kind::ended : NameAnswer::Kind::agreed, position};
  }
  if (person.own && what == ConsentTo::name) return {NameAnswer::Kind::own, *person.own};
  return answer;
}

NameAnswer KnownPeople::ask(const WrittenName& name, std::span<const WrittenName> all,
                            ConsentTo what, const SuppressionContext& draft) const {
  if (people_.empty() || name.words.empty()) return {};
  WrittenName asked = name;
  std::vector<const Person*> found = candidates(asked.words);
  if (found.empty()) {
    asked.words = without_possessive(asked.words, draft);
    found = candidates(asked.words);
  }
  // After a title it is one of the staff, if any of them is called so.
  const auto may_be_meant = [&](const Person* person) {
    return part_of(asked.words, without_title(person->words, draft).words) != Part::none;
  };
  std::erase_if(found, [&](const Person* person) { return !may_be_meant(person); });
  const bool staff_is_meant = asked.titled && std::any_of(found.begin(), found.end(),
                                                          [](const Person* it) { return it->own; });
  if (staff_is_meant) std::erase_if(found, [](const Person* it) { return !it->own; });

  NameAnswer sure;
  for (const Person* person : found) {
    const NameAnswer given = answer(*person, what, draft);
    if (given.kind == NameAnswer::Kind::unknown) return {};
    const Bearer bearer = without_title(person->words, draft);
    const Part part = part_of(asked.words, bearer.words);
    const bool ended = given.kind == NameAnswer::Kind::ended;
    if (is_sure(bearer, person->own.has_value(), part, asked, all) || ended) sure = given;
    if (ended) break;
  }
  return sure;
}

}  // namespace postlint
