// Who posts, as whom, where, and for whom. Everything may be unknown: then rules that depend on it
// give a hint where they would otherwise give an error.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace postlint {

enum class Role : std::uint8_t { unknown, employee, manager, pupil, parent };
enum class Account : std::uint8_t { unknown, personal, official };
enum class Audience : std::uint8_t { unknown, open, staff, pupils, parents, press, one_to_one };
enum class Channel : std::uint8_t {
  unknown,
  facebook,
  x,
  instagram,
  linkedin,
  tiktok,
  snapchat,
  youtube,
  whatsapp,
  telegram,
  signal,
  teams,
  parro,
  social_schools,
  email,
  blog,
  website,
  forum,
  sms,
  press,  // a release, an answer to a reporter
};
// What a channel is like. Which is which, and what follows from it, is data (policy/channels.h).
enum class Nature : std::uint8_t { unknown, open, group_chat, portal, mail, press, one_to_one };

struct Context {
  Role role = Role::unknown;
  Account account = Account::unknown;
  Channel channel = Channel::unknown;
  Audience audience = Audience::unknown;
  std::string protocol;  // id of a protocol pack; empty: the configured one, else "general"
  // Of the channel; unknown and 0: as the packs have them. Lengths in UTF-16 units.
  Nature nature = Nature::unknown;
  std::uint32_t characters = 0;  // that it takes
  std::uint32_t brief = 0;       // that a short message has at most

  friend bool operator==(const Context&, const Context&) = default;
};

// The names that users write: "employee", "social-schools", "one-to-one"; Audience::open and
// Nature::open are "public". Reading an unknown name gives nullopt. All names, "unknown" left out,
// in the order of the enum, serve for error hints and completions.
std::string_view name_of(Role role);
std::string_view name_of(Account account);
std::string_view name_of(Channel channel);
std::string_view name_of(Audience audience);
std::string_view name_of(Nature nature);
std::optional<Role> role_from(std::string_view name);
std::optional<Account> account_from(std::string_view name);
std::optional<Channel> channel_from(std::string_view name);
std::optional<Audience> audience_from(std::string_view name);
std::optional<Nature> nature_from(std::string_view name);
std::span<const std::string_view> role_names();
std::span<const std::string_view> account_names();
std::span<const std::string_view> channel_names();
std::span<const std::string_view> audience_names();
std::span<const std::string_view> nature_names();

inline constexpr std::uint32_t kMostCharacters = 1'000'000;  // that a limit may be

}  // namespace postlint
