// The languages postlint speaks to its user.
#pragma once

#include <cstdint>
#include <string>

namespace postlint {

enum class Language : std::uint8_t { nl, en };

// One text in every language. Dutch is always there; English falls back on it.
struct Localized {
  std::string nl;
  std::string en;

  const std::string& in(Language language) const {
    return language == Language::en && !en.empty() ? en : nl;
  }

  friend bool operator==(const Localized&, const Localized&) = default;
};

}  // namespace postlint
