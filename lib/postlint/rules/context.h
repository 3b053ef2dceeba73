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
};

struct Context {
  Role role = Role::unknown;
  Account account = Account::unknown;
  Channel channel = Channel::unknown;
  Audience audience = Audience::unknown;
  std::string protocol;  // id of a protocol pack; empty: the configured one, else "general"

  friend bool operator==(const Context&, const Context&) = default;
};

// The names that users write: "employee", "social-schools", "one-to-one"; Audience::open is
// "public". Reading an unknown name gives nullopt. All names, "unknown" left out, in the order of
// the enum, serve for error hints and completions.
std::string_view name_of(Role role);
std::string_view name_of(Account account);
std::string_view name_of(Channel channel);
std::string_view name_of(Audience audience);
std::optional<Role> role_from(std::string_view name);
std::optional<Account> account_from(std::string_view name);
std::optional<Channel> channel_from(std::string_view name);
std::optional<Audience> audience_from(std::string_view name);
std::span<const std::string_view> role_names();
std::span<const std::string_view> account_names();
std::span<const std::string_view> channel_names();
std::span<const std::string_view> audience_names();

}  // namespace postlint
