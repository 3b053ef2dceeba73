// A sentence told once, for all orders in which Dutch may say it: kind = "frame" in pattern files
// (patterns/README.md).
//
//   subject "{me}", verb "[sla-verb]", object "{you}":
//     main        ik sla (dan) jou
//     inverted    (morgen) sla ik jou; sla ik jou?
//     verb-final  als ik jou (straks) sla
//   auxiliary "(ga|zal)", infinitive "slaan":
//     main        ik ga jou slaan
//     inverted    dan ga ik jou slaan
//     verb-final  dat ik jou ga slaan, dat ik jou slaan zal
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "postlint/base/source_place.h"

namespace postlint {

// Whether a negation, which a [[define]] of that name says, stands between its parts.
enum class Negation : std::uint8_t {
  without,  // none: "ik sla je niet" is no match
  with,     // one: "je hoort er niet bij"
  either
};

// Parts are written in the phrase language. At least `verb`, or `auxiliary` and `infinitive`, are
// there.
struct FrameSpec {
  std::string subject;    // who
  std::string verb;       // what they do: finite forms
  std::string auxiliary;  // ga, zal, wil, moet: with an infinitive
  std::string infinitive;
  std::string object;         // to whom or what; empty: to nobody
  std::uint32_t between = 3;  // words that may stand between two parts, at most
  Negation negation = Negation::without;
  SourcePlace place;
};

// The phrases that a frame stands for, one for each order, all with the place of the frame.
std::vector<SourceText> phrases_of(const FrameSpec& frame);

}  // namespace postlint
