#include "postlint/rules/context.h"

#include "postlint/rules/name_table.h"

namespace postlint {
namespace {

// Each in the order of its enum; users cannot name "unknown", they leave the setting out.
constexpr std::string_view kRoles[] = {"unknown", "employee", "manager", "pupil", "parent"};
constexpr std::string_view kAccounts[] = {"unknown", "personal", "official"};
constexpr std::string_view kAudiences[] = {"unknown", "public", "staff",     "pupils",
                                           "parents", "press",  "one-to-one"};
constexpr std::string_view kChannels[] = {
    "unknown", "facebook", "x",        "instagram", "linkedin", "tiktok", "snapchat",
    "youtube", "whatsapp", "telegram", "signal",    "teams",    "parro",  "social-schools",
    "e-mail",  "blog",     "website",  "forum",     "sms",      "press",
};
constexpr std::string_view kNatures[] = {"unknown", "public", "group-chat", "portal",
                                         "mail",    "press",  "one-to-one"};

template <std::size_t N>
constexpr std::span<const std::string_view> nameable(const std::string_view (&names)[N]) {
  return std::span<const std::string_view>(names).subspan(1);
}

template <typename Enum, std::size_t N>
std::optional<Enum> read(const std::string_view (&names)[N], std::string_view name) {
  return value_in<Enum, static_cast<Enum>(1)>(nameable(names), name);
}

}  // namespace

std::string_view name_of(Role role) { return name_in<Role, Role::unknown>(kRoles, role); }
std::string_view name_of(Account account) {
  return name_in<Account, Account::unknown>(kAccounts, account);
}
std::string_view name_of(Channel channel) {
  return name_in<Channel, Channel::unknown>(kChannels, channel);
}
std::string_view name_of(Audience audience) {
  return name_in<Audience, Audience::unknown>(kAudiences, audience);
}
std::string_view name_of(Nature nature) {
  return name_in<Nature, Nature::unknown>(kNatures, nature);
}

std::optional<Role> role_from(std::string_view name) { return read<Role>(kRoles, name); }
std::optional<Account> account_from(std::string_view name) {
  return read<Account>(kAccounts, name);
}
std::optional<Channel> channel_from(std::string_view name) {
  return read<Channel>(kChannels, name);
}
std::optional<Audience> audience_from(std::string_view name) {
  return read<Audience>(kAudiences, name);
}
std::optional<Nature> nature_from(std::string_view name) { return read<Nature>(kNatures, name); }

std::span<const std::string_view> role_names() { return nameable(kRoles); }
std::span<const std::string_view> account_names() { return nameable(kAccounts); }
std::span<const std::string_view> channel_names() { return nameable(kChannels); }
std::span<const std::string_view> audience_names() { return nameable(kAudiences); }
std::span<const std::string_view> nature_names() { return nameable(kNatures); }

}  // namespace postlint
