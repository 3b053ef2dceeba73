#include "postlint/lexicon/inflection.h"

#include <algorithm>
#include <array>

namespace postlint {
namespace {

constexpr std::string_view kVowels = "aeiouy";
// After these a weak past is in -te, participle in -t ('t kofschip, with the x).
constexpr std::string_view kVoiceless = "tkfschpx";

bool is_vowel(char c) { return kVowels.find(c) != std::string_view::npos; }
bool ends_with_consonant(std::string_view word) { return !word.empty() && !is_vowel(word.back()); }

// "bal": one short vowel before one consonant, which an ending doubles.
bool has_short_ending(std::string_view word) {
  const std::size_t n = word.size();
  return n >= 2 && ends_with_consonant(word) && is_vowel(word[n - 2]) &&
         (n == 2 || !is_vowel(word[n - 3])) && word.back() != 'w' && word.back() != 'x';
}

// "aap": a doubled vowel before one consonant, which an ending makes single.
bool has_long_ending(std::string_view word) {
  const std::size_t n = word.size();
  return n >= 3 && ends_with_consonant(word) && word[n - 2] == word[n - 3] &&
         is_vowel(word[n - 2]) && word[n - 2] != 'i';
}

std::string voiced(std::string stem) {
  if (stem.back() == 'f') stem.back() = 'v';
  if (stem.back() == 's') stem.back() = 'z';
  return stem;
}

// The stems that an ending in a vowel can stand after: "man" -> "mann"; "aap" -> "ap";
// "dief" -> "diev"; "lul" -> "lull".
std::vector<std::string> stems_before_vowel(std::string_view word) {
  std::vector<std::string> stems;
  const std::string plain(word);
  if (has_long_ending(word)) {
    const std::string open = plain.substr(0, plain.size() - 2) + plain.back();
    stems = {open, voiced(open)};
  } else if (has_short_ending(word)) {
    stems = {plain + plain.back(), plain, voiced(plain)};
  } else if (!word.empty()) {
    stems = {plain, voiced(plain)};
  }
  return stems;
}

class Forms {
 public:
  explicit Forms(std::string_view first) { add(std::string(first)); }

  void add(std::string form) {
    if (std::find(forms_.begin(), forms_.end(), form) == forms_.end()) {
      forms_.push_back(std::move(form));
    }
  }
  void add(const std::vector<std::string>& stems, std::string_view ending) {
    for (const std::string& stem : stems) add(stem + std::string(ending));
  }
  std::vector<std::string> take() { return std::move(forms_); }

 private:
  std::vector<std::string> forms_;
};

// "sukkel", "meester": a last syllable without stress, which takes a plain -tje.
bool has_weak_ending(std::string_view word) {
  const std::size_t n = word.size();
  if (n < 4 || word[n - 2] != 'e' ||
      std::string_view("lnr").find(word.back()) == std::string_view::npos) {
    return false;
  }
  return word.substr(0, n - 2).find_first_of(kVowels) != std::string_view::npos;
}

std::string diminutive(std::string_view word) {
  const std::string plain(word);
  if (has_weak_ending(word)) return plain + "tje";
  if (word.ends_with("m")) return plain + (has_short_ending(word) ? "metje" : "pje");
  if (word.ends_with("ng")) return plain + "etje";
  if (word.ends_with("y")) return plain + "'tje";
  if (is_vowel(word.back())) {
    const bool open = word.size() < 2 || !is_vowel(word[word.size() - 2]);
    const bool doubles = open && word.back() != 'e' && word.back() != 'i';
    return plain + (doubles ? std::string(1, word.back()) : "") + "tje";
  }
  if (std::string_view("nlr").find(word.back()) != std::string_view::npos) {
    return has_short_ending(word) ? plain + plain.back() + "etje" : plain + "tje";
  }
  if (word.back() == 'w') return plain + "tje";
  return plain + "je";
}

void add_noun_forms(std::string_view word, Forms& forms) {
  const std::string plain(word);
  if (ends_with_consonant(word)) forms.add(stems_before_vowel(word), "en");
  forms.add(plain + "s");
  forms.add(plain + "'s");
  if (word.back() == 'e') forms.add(plain + "n");
  if (word.ends_with("ie")) forms.add(plain + "en");
  if (word.ends_with("heid")) forms.add(plain.substr(0, plain.size() - 4) + "heden");
  const std::string small = diminutive(word);
  forms.add(small);
  forms.add(small + "s");
  if (has_short_ending(word) &&
      std::string_view("bglnprm").find(word.back()) != std::string_view::npos) {
    forms.add(plain + plain.back() + "etje");
    forms.add(plain + plain.back() + "etjes");
  }
}

void add_adjective_forms(std::string_view word, Forms& forms) {
  const std::string plain(word);
  if (ends_with_consonant(word)) {
    const auto stems = stems_before_vowel(word);
    for (const char* ending : {"e", "er", "ere"}) forms.add(stems, ending);
    if (word.back() == 'r') {
      forms.add(plain + "der");
      forms.add(plain + "dere");
    }
  } else if (word.back() == 'e') {
    forms.add(plain + "r");
    forms.add(plain + "re");
  }
  const std::string_view superlative = word.back() == 's' ? "t" : "st";
  forms.add(plain + std::string(superlative));
  forms.add(plain + std::string(superlative) + "e");
  forms.add(plain + "s");
}

// The stem of a regular infinitive: "maken" -> "maak", "slaan" -> "sla", "rotten" -> "rot".
std::string verb_stem(std::string_view infinitive) {
  if (!infinitive.ends_with("en")) return std::string(infinitive.substr(0, infinitive.size() - 1));
  std::string stem(infinitive.substr(0, infinitive.size() - 2));
  const std::size_t n = stem.size();
  if (n >= 2 && stem[n - 1] == stem[n - 2] && !is_vowel(stem[n - 1])) {
    stem.pop_back();
  } else if (n >= 2 && !is_vowel(stem[n - 1]) && is_vowel(stem[n - 2]) &&
             (n == 2 || !is_vowel(stem[n - 3])) && stem[n - 2] != 'i' && stem[n - 2] != 'y') {
    stem.insert(n - 1, 1, stem[n - 2]);
  }
  if (stem.back() == 'v') stem.back() = 'f';
  if (stem.back() == 'z') stem.back() = 's';
  return stem;
}

bool takes_no_ge(std::string_view word) {
  static constexpr std::array<std::string_view, 6> kPrefixes = {"be",  "ge",  "her",
                                                                "ont", "ver", "er"};
  return std::any_of(kPrefixes.begin(), kPrefixes.end(), [&](std::string_view prefix) {
    return word.starts_with(prefix) && word.size() > prefix.size() + 3;
  });
}

void add_verb_forms(std::string_view infinitive, Forms& forms) {
  if (!infinitive.ends_with("n") || infinitive.size() < 4) return;
  const std::string stem = verb_stem(infinitive);
  // The consonant that counts is the infinitive's: "verhuizen" has "verhuisde".
  const std::string_view before_en = infinitive.substr(0, infinitive.size() - 2);
  const bool voiceless = kVoiceless.find(before_en.back()) != std::string_view::npos;
  const std::string past = stem + (voiceless ? "te" : "de");
  forms.add(stem);
  if (stem.back() != 't') forms.add(stem + "t");
  forms.add(past);
  forms.add(past + "n");
  const char last = voiceless ? 't' : 'd';
  const std::string participle = stem.back() == last ? stem : stem + last;
  forms.add((takes_no_ge(infinitive) ? "" : "ge") + participle);
  forms.add(std::string(infinitive) + "d");
  forms.add(std::string(infinitive) + "de");
}

}  // namespace

std::optional<WordClass> word_class_from(std::string_view name) {
  if (name == "noun") return WordClass::noun;
  if (name == "adjective") return WordClass::adjective;
  if (name == "verb") return WordClass::verb;
  return std::nullopt;
}

std::vector<std::string> inflected_forms(std::string_view term, WordClass word_class) {
  const std::size_t space = term.rfind(' ');
  const std::size_t start = space == std::string_view::npos ? 0 : space + 1;
  const std::string_view before = term.substr(0, start);
  const std::string_view word = term.substr(start);
  if (word.size() < 2) return {std::string(term)};
  Forms forms(word);
  switch (word_class) {
    case WordClass::noun:
      add_noun_forms(word, forms);
      break;
    case WordClass::adjective:
      add_adjective_forms(word, forms);
      break;
    case WordClass::verb:
      add_verb_forms(word, forms);
      break;
  }
  std::vector<std::string> result = forms.take();
  for (std::string& form : result) form.insert(0, before);
  return result;
}

}  // namespace postlint
