#include <algorithm>

#include "postlint/rules/pattern.h"

namespace postlint {
namespace {

template <typename T>
bool is_among(const std::vector<T>& allowed, const T& value) {
  return allowed.empty() || std::find(allowed.begin(), allowed.end(), value) != allowed.end();
}

// A context without a protocol comes to the general pack.
bool is_protocol_among(const std::vector<std::string>& allowed, const Context& context) {
  return allowed.empty() ||
         is_among(allowed, context.protocol.empty() ? std::string("general") : context.protocol);
}

}  // namespace

bool Applicability::holds_in(const Context& context) const {
  return is_among(roles, context.role) && is_among(accounts, context.account) &&
         is_among(channels, context.channel) && is_among(audiences, context.audience) &&
         is_among(natures, context.nature) && is_protocol_among(protocols, context);
}

}  // namespace postlint
