#include "batch/phone_names.h"

#include <algorithm>

#include <fmt/format.h>

#include "postlint/report/masking.h"

namespace postlint::cli {
namespace {

constexpr std::size_t kMostKnown = 100'000;

bool looks_like_phone_number(std::string_view author) {
  constexpr std::ptrdiff_t kFewestDigits = 8;
  const auto digits =
      std::count_if(author.begin(), author.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits >= kFewestDigits;
}

}  // namespace

std::string masked_author(std::string_view author, const PhoneName& phone) {
  if (phone.nth == 0) return std::string(author);
  const std::string masked = mask_digits(author);
  return phone.nth == 1 ? masked : fmt::format("{} ({})", masked, phone.nth);
}

PhoneName PhoneNames::look_up(std::string_view author) {
  if (!looks_like_phone_number(author)) return {};
  auto found = known_.find(author);
  if (found == known_.end()) {
    if (known_.size() >= kMostKnown) return {true, 1};
    found = known_.emplace(author, Known{++alike_[mask_digits(author)], 0}).first;
  }
  const bool is_new = found->second.source != source_;
  found->second.source = source_;
  return {is_new, found->second.nth};
}

}  // namespace postlint::cli
