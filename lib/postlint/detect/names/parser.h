// Where names of people may stand: words that look like one, put together to whole names.
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "postlint/base/span.h"
#include "postlint/detect/names/model.h"
#include "postlint/detect/words/annotations.h"

namespace postlint {

using NameTraits = std::bitset<kNameTraitKeys.size()>;

// A possible name: "Sanne", "J. de Vries", "Wei Chen", "Daan" of "Daantje".
struct PossibleName {
  TokenRange tokens;
  Span span;              // without the ending that was cut off
  NameTraits traits;      // as far as its own words tell
  std::uint32_t cut = 0;  // bytes of the last folded word that are no part of the name: "'s"
};

// Finds possible names in one pass. Scratch of one thread; model and annotations must outlive a
// use.
class NameParser {
 public:
  void parse(const NameModel& model, const Annotations& annotations,
             std::vector<PossibleName>& names);

 private:
  // A word as part of a name.
  struct NameWord {
    NameMarks marks;
    bool is_capital = false;
    bool is_unknown = false;  // in no list at all
    std::uint32_t cut = 0;    // characters of an ending
    bool is_possessive = false;
    std::uint32_t skip = 0;  // bytes of an "@" before it
  };

  // How a possible name begins: with initials ("J. de"), particles ("van den") or its first word.
  struct Opening {
    std::uint32_t begin = 0;
    std::uint32_t head = 0;  // after the initials and what particles follow them
    std::uint32_t word = 0;  // the first word that is neither
    bool has_initials = false;
    bool has_particle = false;
  };

  bool begins_no_sentence_with_a_capital() const;
  bool is_hyphen(std::uint32_t token) const;
  bool is_code_before(std::uint32_t token) const;
  NameWord read(std::uint32_t token) const;
  void cut_ending(std::string_view folded, Casing casing, NameWord& word) const;
  bool cut_off(std::string_view folded, std::string_view ending, NameWord& word) const;
  bool may_begin(std::uint32_t token, const NameWord& word) const;
  bool may_begin_in_lower_case(std::uint32_t token, const NameWord& word) const;
  bool is_plainly_a_surname(std::uint32_t token, const NameWord& word) const;
  bool is_behind(std::uint32_t token, NameList list) const;
  bool is_behind_honorific(std::uint32_t token) const;
  bool may_follow_title(std::uint32_t particles, std::uint32_t token) const;
  std::optional<PossibleName> parse_at(std::uint32_t token);
  std::optional<Opening> opening_at(std::uint32_t token) const;
  bool is_particle_alone(std::uint32_t token) const;
  bool has_particles_of_a_surname(const Opening& it) const;
  bool may_open(const Opening& it) const;
  std::uint32_t end_of(const Opening& it) const;
  PossibleName name_of(const Opening& it, std::uint32_t end) const;
  std::uint32_t behind_initials(std::uint32_t token) const;
  std::uint32_t behind_particles(std::uint32_t token) const;
  std::uint32_t next_part(std::uint32_t token, const NameWord& first) const;
  bool continues_behind_particles(std::uint32_t particle, std::uint32_t token,
                                  const NameWord& first) const;
  bool continues(std::uint32_t token, const NameWord& first, bool behind_particle) const;
  bool continues_behind_hyphen(std::uint32_t token, const NameWord& first) const;
  bool is_initial(std::uint32_t token) const;
  bool is_full_stop(std::uint32_t token) const;
  bool is_particle(std::uint32_t token) const;
  bool follows(std::uint32_t token) const;
  bool is_among_capitals(std::uint32_t token) const;
  bool is_in_short_quotation(TokenRange tokens) const;
  bool is_before_capitalised_word(std::uint32_t token) const;
  bool is_signature(TokenRange tokens) const;
  bool ends_message(TokenRange tokens, TokenRange line) const;
  bool begins_line(std::uint32_t token) const;
  bool is_exclaimed(TokenRange line) const;
  void observe(PossibleName& name, std::uint32_t first_word, bool has_particle,
               bool has_initials) const;
  void observe_first(PossibleName& name, std::uint32_t token, const NameWord& word) const;
  void observe_only(PossibleName& name, std::uint32_t token, const NameWord& word) const;
  void observe_case(PossibleName& name, std::uint32_t token, const NameWord& word) const;

  const NameModel* model_ = nullptr;
  const Annotations* all_ = nullptr;
  bool is_lower_draft_ = false;
};

}  // namespace postlint
