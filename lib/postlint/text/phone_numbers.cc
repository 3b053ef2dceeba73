#include "postlint/text/phone_numbers.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace postlint {
namespace {

// Calling codes (ITU-T E.164, list of assigned codes) and how many digits follow them (the national
// numbering plans that ITU publishes). No code begins with another one. Services that belong to no
// country, and satellites, are left out; so is the Netherlands, whose plan stands below.
struct Country {
  std::string_view code;
  std::size_t shortest, longest;
};
constexpr std::array<Country, 205> kCountries = {
    {{"1", 10, 10},  {"20", 8, 10},  {"211", 9, 9},   {"212", 9, 9},  {"213", 8, 9},
     {"216", 8, 8},  {"218", 8, 9},  {"220", 7, 7},   {"221", 9, 9},  {"222", 8, 8},
     {"223", 8, 8},  {"224", 8, 9},  {"225", 10, 10}, {"226", 8, 8},  {"227", 8, 8},
     {"228", 8, 8},  {"229", 8, 10}, {"230", 7, 8},   {"231", 7, 9},  {"232", 8, 8},
     {"233", 9, 9},  {"234", 8, 10}, {"235", 8, 8},   {"236", 8, 8},  {"237", 8, 9},
     {"238", 7, 7},  {"239", 7, 7},  {"240", 9, 9},   {"241", 7, 8},  {"242", 9, 9},
     {"243", 7, 9},  {"244", 9, 9},  {"245", 7, 9},   {"246", 7, 7},  {"247", 5, 5},
     {"248", 7, 7},  {"249", 9, 9},  {"250", 8, 9},   {"251", 9, 9},  {"252", 7, 9},
     {"253", 8, 8},  {"254", 8, 10}, {"255", 9, 9},   {"256", 9, 9},  {"257", 8, 8},
     {"258", 8, 9},  {"260", 9, 9},  {"261", 9, 9},   {"262", 9, 9},  {"263", 8, 10},
     {"264", 8, 9},  {"265", 7, 9},  {"266", 8, 8},   {"267", 7, 8},  {"268", 8, 8},
     {"269", 7, 7},  {"27", 9, 9},   {"290", 5, 5},   {"291", 7, 7},  {"297", 7, 7},
     {"298", 6, 6},  {"299", 6, 6},  {"30", 10, 10},  {"32", 8, 9},   {"33", 9, 9},
     {"34", 9, 9},   {"350", 8, 8},  {"351", 9, 9},   {"352", 6, 11}, {"353", 7, 9},
     {"354", 7, 9},  {"355", 8, 9},  {"356", 8, 8},   {"357", 8, 8},  {"358", 6, 11},
     {"359", 7, 9},  {"36", 8, 9},   {"370", 8, 8},   {"371", 8, 8},  {"372", 7, 8},
     {"373", 8, 8},  {"374", 8, 8},  {"375", 9, 9},   {"376", 6, 9},  {"377", 8, 9},
     {"378", 6, 10}, {"380", 9, 9},  {"381", 8, 10},  {"382", 8, 8},  {"383", 8, 8},
     {"385", 8, 9},  {"386", 8, 8},  {"387", 8, 9},   {"389", 8, 8},  {"39", 6, 11},
     {"40", 9, 9},   {"41", 9, 9},   {"420", 9, 9},   {"421", 9, 9},  {"423", 7, 9},
     {"43", 7, 13},  {"44", 9, 10},  {"45", 8, 8},    {"46", 7, 10},  {"47", 8, 8},
     {"48", 9, 9},   {"49", 6, 12},  {"500", 5, 5},   {"501", 7, 7},  {"502", 8, 8},
     {"503", 8, 8},  {"504", 8, 8},  {"505", 8, 8},   {"506", 8, 8},  {"507", 7, 8},
     {"508", 6, 9},  {"509", 8, 8},  {"51", 8, 9},    {"52", 10, 11}, {"53", 8, 8},
     {"54", 10, 11}, {"55", 10, 11}, {"56", 9, 9},    {"57", 10, 10}, {"58", 10, 10},
     {"590", 9, 9},  {"591", 8, 8},  {"592", 7, 7},   {"593", 8, 9},  {"594", 9, 9},
     {"595", 7, 9},  {"596", 9, 9},  {"597", 6, 7},   {"598", 7, 8},  {"599", 7, 8},
     {"60", 8, 10},  {"61", 9, 9},   {"62", 8, 12},   {"63", 8, 10},  {"64", 8, 10},
     {"65", 8, 8},   {"66", 8, 9},   {"670", 7, 8},   {"672", 6, 6},  {"673", 7, 7},
     {"674", 7, 7},  {"675", 7, 8},  {"676", 5, 7},   {"677", 5, 7},  {"678", 5, 7},
     {"679", 7, 7},  {"680", 7, 7},  {"681", 6, 6},   {"682", 5, 5},  {"683", 4, 7},
     {"685", 5, 7},  {"686", 5, 8},  {"687", 6, 6},   {"688", 5, 7},  {"689", 6, 8},
     {"690", 4, 7},  {"691", 7, 7},  {"692", 7, 7},   {"7", 10, 10},  {"81", 9, 10},
     {"82", 8, 10},  {"84", 9, 10},  {"850", 8, 10},  {"852", 8, 8},  {"853", 8, 8},
     {"855", 8, 9},  {"856", 8, 10}, {"86", 9, 11},   {"880", 8, 10}, {"886", 8, 9},
     {"90", 10, 10}, {"91", 10, 10}, {"92", 8, 10},   {"93", 9, 9},   {"94", 9, 9},
     {"95", 7, 10},  {"960", 7, 7},  {"961", 7, 8},   {"962", 8, 9},  {"963", 8, 9},
     {"964", 8, 10}, {"965", 8, 8},  {"966", 8, 9},   {"967", 7, 9},  {"968", 7, 8},
     {"970", 8, 9},  {"971", 8, 9},  {"972", 8, 9},   {"973", 8, 8},  {"974", 8, 8},
     {"975", 7, 8},  {"976", 8, 8},  {"977", 8, 10},  {"98", 10, 10}, {"992", 9, 9},
     {"993", 8, 8},  {"994", 9, 9},  {"995", 9, 9},   {"996", 9, 9},  {"998", 9, 9}}};

constexpr std::string_view kItaly = "39";  // dials the zero that others drop

// Area codes of the Dutch number plan (Nummerplan telefoon- en ISDN-diensten), without the trunk 0.
bool is_area_code(std::string_view national) {
  constexpr std::string_view kShort[] = {"10", "13", "15", "20", "23", "24", "26",
                                         "30", "33", "35", "36", "38", "40", "43",
                                         "45", "46", "50", "53", "55", "58"};
  struct Family {
    std::string_view prefix;
    std::string_view last;
  };
  constexpr Family kLong[] = {
      {"11", "134578"},  {"16", "1245678"},  {"17", "24"},        {"18", "0123467"},
      {"22", "2346789"}, {"25", "125"},      {"29", "479"},       {"31", "345678"},
      {"32", "01"},      {"34", "12345678"}, {"41", "12368"},     {"47", "58"},
      {"48", "15678"},   {"49", "23579"},    {"51", "123456789"}, {"52", "12345789"},
      {"54", "1345678"}, {"56", "126"},      {"57", "0123578"},   {"59", "123456789"}};
  if (national.front() == '7') return true;  // 070 to 079
  const std::string_view two = national.substr(0, 2);
  if (std::find(std::begin(kShort), std::end(kShort), two) != std::end(kShort)) return true;
  return std::any_of(std::begin(kLong), std::end(kLong), [&](const Family& family) {
    return two == family.prefix && family.last.find(national[2]) != std::string_view::npos;
  });
}

// Nine digits after the trunk 0: mobile 06-[1-58], geographic, or 084 085 087 088 091; machines
// (097) have more. Service numbers (0800, 0900, 112, 14 + code) are nobody's own.
bool is_dutch_number(std::string_view national) {
  if (national.starts_with("97")) return national.size() == 11 || national.size() == 10;
  if (national.size() != 9) return false;
  if (national.front() == '6')
    return std::string_view("123458").find(national[1]) != std::string_view::npos;
  constexpr std::string_view kNetworks[] = {"84", "85", "87", "88", "91"};
  const std::string_view two = national.substr(0, 2);
  return is_area_code(national) ||
         std::find(std::begin(kNetworks), std::end(kNetworks), two) != std::end(kNetworks);
}

bool is_foreign_number(std::string_view digits) {
  constexpr std::size_t kShortest = 8, kLongest = 15;
  if (digits.size() < kShortest || digits.size() > kLongest) return false;
  const auto country = std::find_if(kCountries.begin(), kCountries.end(),
                                    [&](const Country& it) { return digits.starts_with(it.code); });
  if (country == kCountries.end()) return false;
  std::string_view national = digits.substr(country->code.size());
  if (national.starts_with('0') && country->code != kItaly) national.remove_prefix(1);
  return national.size() >= country->shortest && national.size() <= country->longest;
}

}  // namespace

std::optional<std::string> phone_key(std::string_view written) {
  constexpr std::size_t kTrunkDigits = 10;  // of a Dutch number with its 0
  std::string digits;
  bool plus = false;
  for (std::size_t i = 0; i < written.size(); ++i) {
    const char c = written[i];
    plus = plus || (c == '+' && digits.empty());
    // "+31 (0)6": a zero that is not dialled
    const bool optional_zero = !digits.empty() && c == '0' && written[i - 1] == '(' &&
                               written.substr(i + 1).starts_with(')');
    if (c >= '0' && c <= '9' && !optional_zero) digits += c;
  }
  if (digits.empty()) return std::nullopt;
  if (!plus && digits.starts_with("00")) {
    digits.erase(0, 2);
  } else if (!plus) {
    const bool subscriber = digits.size() == kTrunkDigits && digits.starts_with("0") &&
                            !digits.starts_with("0800") && !digits.starts_with("090");
    return subscriber ? "+31" + digits.substr(1) : digits;
  }
  if (digits.starts_with("310")) digits.erase(2, 1);
  return "+" + digits;
}

bool is_phone_number(std::string_view written) {
  constexpr std::string_view kNetherlands = "+31";
  const std::string key = phone_key(written).value_or("");
  if (key.starts_with(kNetherlands))
    return key.size() > kNetherlands.size() && is_dutch_number(key.substr(kNetherlands.size()));
  if (key.starts_with('+')) return is_foreign_number(std::string_view(key).substr(1));
  // Longer than others: machines (097).
  return key.size() > 1 && key.starts_with('0') && is_dutch_number(std::string_view(key).substr(1));
}

}  // namespace postlint
