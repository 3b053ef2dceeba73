#include "postlint/ingest/whatsapp_phrases.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "postlint/base/ascii.h"
#include "postlint/ingest/characters.h"
#include "postlint/vocabulary/whatsapp.h"

namespace postlint {
namespace {

using Phrases = std::span<const std::string_view>;

namespace said = vocabulary::whatsapp;

bool any_of(Phrases phrases, std::string_view text) {
  return std::find(phrases.begin(), phrases.end(), text) != phrases.end();
}

bool any_in(Phrases phrases, std::string_view text) {
  return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) {
    return text.find(phrase) != std::string_view::npos;
  });
}

bool any_starts(Phrases phrases, std::string_view text) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](std::string_view phrase) { return text.starts_with(phrase); });
}

bool any_ends(Phrases phrases, std::string_view text) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](std::string_view phrase) { return text.ends_with(phrase); });
}

// "IMG-20250310-WA0003.jpg", as Android names what it receives.
bool is_android_file(std::string_view name) {
  return name.size() > 18 && name[3] == '-' && is_all_digits(name.substr(4, 8)) &&
         name.substr(12, 3) == "-wa" && is_all_digits(name.substr(15, 4));
}

// Of the form "<bijgevoegd: 00000022-PHOTO-2025-03-10.jpg>" or "<Medien ausgeschlossen>", in any
// language, but for a link in angle brackets.
bool is_placeholder(std::string_view text) {
  constexpr std::size_t kLongest = 160;
  return text.size() > 2 && text.size() <= kLongest && text.front() == '<' && text.back() == '>' &&
         text.find_first_of("<>", 1) == text.size() - 1 &&
         text.find("://") == std::string_view::npos;
}

// The name of a document before its placeholder: "Rapport Jan.pdf • 3 pagina's <bijgevoegd: ...>".
bool is_document(std::string_view text) {
  if (any_ends(said::document_ends, text)) return true;
  const std::size_t bracket = text.rfind('<');
  return bracket != std::string_view::npos && is_placeholder(text.substr(bracket)) &&
         text.substr(0, bracket).find(" \u2022 ") != std::string_view::npos;
}

// "locatie: https://maps.google.com/?q=52.3,4.6", and on Android the place's name in lines before.
bool is_location(std::string_view text) {
  constexpr std::string_view kLink = "https://maps.google.com/?q=";
  const std::size_t link = text.find(kLink);
  if (link == std::string_view::npos) return false;
  const bool ends = text.find_first_of(" \n", link) == std::string_view::npos;
  return ends && link <= 20 && (link == 0 || text[link - 1] == ' ');
}

bool is_media(std::string_view text, bool whole) {
  if (any_of(said::media, text) || is_placeholder(text) || is_document(text) || is_location(text))
    return true;
  return whole &&
         (any_ends(said::attached_ends, text) || (is_android_file(text) && text.ends_with(')')));
}

std::string_view without_full_stop(std::string_view text) {
  if (text.ends_with('.')) text.remove_suffix(1);
  return text;
}

// Longer than any sentence of WhatsApp's own that must match as a whole.
constexpr std::size_t kLongestPhrase = 400;

// Tells by length and first letter that a body is none of the phrases that stand alone: this is
// asked of every message.
class PhraseGate {
 public:
  PhraseGate() {
    for (const Phrases phrases :
         {Phrases(said::media), Phrases(said::deleted), Phrases(said::calls)}) {
      for (const std::string_view phrase : phrases) open(phrase);
    }
  }

  bool lets_pass(std::string_view body) const {
    if (body.empty()) return true;
    return body.size() < kSizes && sizes_[static_cast<unsigned char>(body[0] | 0x20)][body.size()];
  }

 private:
  static constexpr std::size_t kSizes = 64;

  void open(std::string_view phrase) {
    if (phrase.empty()) return;
    auto& sizes = sizes_[static_cast<unsigned char>(phrase[0] | 0x20)];
    sizes[phrase.size()] = sizes[phrase.size() + 1] = true;  // with a full stop
  }

  std::array<std::array<bool, kSizes>, 256> sizes_{};
};

// What WhatsApp writes in place of words begins or ends in one of few ways, or is a known phrase.
bool may_be_phrase(std::string_view body) {
  static const PhraseGate gate;
  if (gate.lets_pass(body)) return true;
  const auto first = static_cast<unsigned char>(body.front());
  const auto last = static_cast<unsigned char>(body.back());
  if (body.size() > kLongestPhrase) return false;
  const bool poll = body.substr(0, 10).find(':') != std::string_view::npos;
  const bool link_to_place = last >= '0' && last <= '9';
  return first == '<' || mark_length(body) > 0 || last == '>' || last == ')' || poll ||
         link_to_place;
}

}  // namespace

Kind kind_of_whatsapp_body(std::string_view body, bool by_program) {
  if (!by_program && !may_be_phrase(body)) return Kind::message;
  const std::string whole = plain(body.substr(0, 4 * kLongestPhrase));
  const std::size_t line_end = whole.find('\n');
  const std::string_view first =
      trim(std::string_view(whole).substr(0, whole.find_first_of("\r\n")));
  const std::string_view text = without_full_stop(whole);
  if (any_of(said::polls, first)) return Kind::poll;
  if (any_of(said::deleted, text) || (by_program && any_starts(said::deleted_starts, text)))
    return Kind::deleted;
  if (any_of(said::calls, text) || (by_program && any_starts(said::calls, text))) return Kind::call;
  if (is_media(text, line_end == std::string::npos)) return Kind::media;
  return by_program && any_in(said::notice_words, text) ? Kind::system : Kind::message;
}

bool begins_whatsapp_notice(std::string_view words) {
  return any_in(said::naming_notices, plain(words) + " ");
}

bool has_american_phrases(std::string_view head) {
  return head.find("end-to-end encrypted") != std::string_view::npos ||
         head.find("<Media omitted>") != std::string_view::npos;
}

}  // namespace postlint
