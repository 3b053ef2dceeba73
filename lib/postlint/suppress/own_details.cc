#include "postlint/suppress/own_details.h"

#include <algorithm>

#include "postlint/base/ascii.h"
#include "postlint/suppress/comparable.h"
#include "postlint/text/folding.h"
#include "postlint/text/normalization.h"
#include "postlint/text/phone_numbers.h"

namespace postlint {
namespace {

std::string folded(std::string_view text) {
  NormalizedText normalized;
  normalize(text, normalized);
  return fold(normalized.text);
}

std::string_view without_scheme(std::string_view address) {
  const std::size_t scheme = address.find("://");
  if (scheme != std::string_view::npos) address.remove_prefix(scheme + 3);
  if (address.starts_with("www.")) address.remove_prefix(4);
  return address;
}

std::string_view host_of(std::string_view address) {
  address = without_scheme(address);
  return address.substr(0, address.find_first_of("/?#:"));
}

// "@juffineke" and "https://instagram.com/juffineke/" are one account.
std::string_view account_in(std::string_view address) {
  address = without_scheme(address);
  while (address.ends_with('/')) address.remove_suffix(1);
  address.remove_prefix(address.rfind('/') + 1);
  if (address.starts_with('@')) address.remove_prefix(1);
  return address;
}

bool is_number(std::string_view word) {
  return !word.empty() && word.front() >= '0' && word.front() <= '9';
}

// "dorpsweg", "12", "1234ab", "voorbeelddorp": the parts of a postcode joined.
std::vector<std::string> address_words(std::string_view text) {
  std::vector<std::string> words = comparable_words(text, InnerMarks::none);
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i].size() == 4 && is_number(words[i]) && words[i + 1].size() == 2) {
      words[i] += words[i + 1];
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
  }
  return words;
}

// True if `part` says the street and number of `whole`, and nothing that `whole` does not say.
bool is_part_of_address(const std::vector<std::string>& part,
                        const std::vector<std::string>& whole) {
  if (whole.empty()) return false;
  const auto number = std::find_if(whole.begin() + 1, whole.end(), is_number);
  if (number == whole.end()) return false;
  const auto street_size = number - whole.begin() + 1;
  if (static_cast<std::ptrdiff_t>(part.size()) < street_size) return false;
  if (!std::equal(whole.begin(), number + 1, part.begin())) return false;
  auto at = number + 1;
  for (auto word = part.begin() + street_size; word != part.end(); ++word) {
    at = std::find(at, whole.end(), *word);
    if (at == whole.end()) return false;
    ++at;
  }
  return true;
}

// Words that may be around a span, for names that are longer than what was found of them.
std::string_view neighbourhood(Span span, std::string_view text) {
  constexpr std::size_t kBytes = 120;
  const std::size_t begin = span.begin > kBytes ? span.begin - kBytes : 0;
  return text.substr(begin, span.end + kBytes - begin);
}

std::string key_of(OwnKind kind, const std::string& comparable) {
  return std::to_string(static_cast<int>(kind)) + comparable;
}

}  // namespace

OwnDetails::OwnDetails(const std::vector<OwnEntry>& entries) {
  for (std::size_t i = 0; i < entries.size(); ++i) add(entries[i], i);
}

void OwnDetails::add(const OwnEntry& entry, std::size_t position) {
  const auto keep = [&](const std::string& key) {
    exact_.emplace(key_of(entry.kind, key), position);
  };
  switch (entry.kind) {
    case OwnKind::phone:
      return keep(phone_key(entry.text).value_or(""));
    case OwnKind::mailbox:
      return keep(folded(entry.text));
    case OwnKind::account:
      return keep(std::string(account_in(folded(entry.text))));
    case OwnKind::domain:
      return keep(std::string(host_of(folded(entry.text))));
    case OwnKind::iban:
      return keep(comparable_code(entry.text));
    case OwnKind::address:
      return addresses_.push_back({address_words(entry.text), position});
    case OwnKind::name:
      return names_.push_back({comparable_words(entry.text, InnerMarks::none), position});
    case OwnKind::staff:
      return;  // known_people.h
  }
}

std::optional<std::size_t> OwnDetails::find(const Finding& finding, std::string_view text) const {
  if (!finding.span) return std::nullopt;
  const std::string_view words = finding.span->of(text);
  switch (finding.rule->identifies) {
    case Identifies::phone:
      return exact(OwnKind::phone, phone_key(words).value_or(""));
    case Identifies::iban:
      return exact(OwnKind::iban, comparable_code(words));
    case Identifies::email:
      return mailbox(words);
    case Identifies::account:
      return account(words);
    case Identifies::address:
    case Identifies::postcode:
      return address(words);
    case Identifies::person:
      return name(*finding.span, text);
    case Identifies::picture:
    case Identifies::nothing:
      return std::nullopt;
  }
  return std::nullopt;
}

std::optional<std::size_t> OwnDetails::exact(OwnKind kind, const std::string& key) const {
  if (key.empty()) return std::nullopt;
  const auto found = exact_.find(key_of(kind, key));
  return found != exact_.end() ? std::optional(found->second) : std::nullopt;
}

// "*@school.example" is every mailbox there.
std::optional<std::size_t> OwnDetails::mailbox(std::string_view words) const {
  const std::string address = folded(words);
  if (const auto found = exact(OwnKind::mailbox, address)) return found;
  const std::size_t at = address.rfind('@');
  if (at == std::string::npos) return std::nullopt;
  return exact(OwnKind::mailbox, "*" + address.substr(at));
}

std::optional<std::size_t> OwnDetails::account(std::string_view words) const {
  const std::string address = folded(words);
  const std::string_view name = account_in(address);
  if (const auto found = exact(OwnKind::account, std::string(name))) return found;
  if (is_all_digits(name))
    return exact(OwnKind::phone, "+" + std::string(name));  // wa.me/31612345678
  return domain(address);
}

// The host itself, or one below it.
std::optional<std::size_t> OwnDetails::domain(std::string_view address) const {
  std::string_view host = host_of(address);
  while (host.find('.') != std::string_view::npos) {
    if (const auto found = exact(OwnKind::domain, std::string(host))) return found;
    host.remove_prefix(host.find('.') + 1);
  }
  return std::nullopt;
}

std::optional<std::size_t> OwnDetails::address(std::string_view words) const {
  const Words found = address_words(words);
  for (const LongEntry& own : addresses_) {
    const bool is_postcode =
        found.size() == 1 && is_number(found.front()) &&
        std::find(own.words.begin(), own.words.end(), found.front()) != own.words.end();
    if (is_postcode || is_part_of_address(found, own.words)) return own.position;
  }
  return std::nullopt;
}

// The name of a school, or a part of it where the whole stands around.
std::optional<std::size_t> OwnDetails::name(Span span, std::string_view text) const {
  if (names_.empty()) return std::nullopt;
  const Words found = comparable_words(span.of(text), InnerMarks::none);
  const Words around = comparable_words(neighbourhood(span, text), InnerMarks::none);
  const auto holds = [](const Words& whole, const Words& part) {
    return std::search(whole.begin(), whole.end(), part.begin(), part.end()) != whole.end();
  };
  for (const LongEntry& own : names_) {
    if (own.words.empty() || found.empty()) continue;
    if (found == own.words || (holds(own.words, found) && holds(around, own.words)))
      return own.position;
  }
  return std::nullopt;
}

}  // namespace postlint
