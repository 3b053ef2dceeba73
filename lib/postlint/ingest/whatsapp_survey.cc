#include "postlint/ingest/whatsapp_survey.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "postlint/ingest/characters.h"
#include "postlint/ingest/lines.h"
#include "postlint/ingest/whatsapp_phrases.h"

namespace postlint {
namespace {

// Evidence on the order of day and month in one family of headers.
struct Evidence {
  explicit Evidence(const WhatsAppHeader& header) : example(header) {}

  void add(const WhatsAppHeader& header) {
    if (header.first > 12 && !first_decisive) first_decisive = 'd';
    if (header.second > 12 && !first_decisive) first_decisive = 'm';
    all_padded = all_padded && header.padded;
    half_days = half_days || header.half_days;
    if (count > 0) compare(header);
    last = header;
    ++count;
  }

  void compare(const WhatsAppHeader& header) {
    const auto goes_back = [&](bool day_first) {
      return header.possible(day_first) && last.possible(day_first) &&
             earlier(header.time(day_first), last.time(day_first));
    };
    jumps_day_first += goes_back(true) ? 1 : 0;
    jumps_month_first += goes_back(false) ? 1 : 0;
    first_changes += header.first != last.first ? 1 : 0;
    second_changes += header.second != last.second ? 1 : 0;
  }

  // The rules in the order of their strength: the year in front; a number over 12; dates that run
  // on; the day changes more often than the month; what is usual where it is written so.
  bool day_first(bool american) const {
    if (example.year_first) return false;
    if (first_decisive != '\0') return first_decisive == 'd';
    if (jumps_day_first != jumps_month_first) return jumps_day_first < jumps_month_first;
    if (first_changes != second_changes) return first_changes > second_changes;
    const bool bare = example.separator == '/' && !all_padded && example.year_digits == 2;
    return !(bare && (half_days || american));
  }

  WhatsAppHeader example;
  WhatsAppHeader last;
  std::size_t count = 0;
  char first_decisive = '\0';
  bool all_padded = true, half_days = false;
  std::size_t jumps_day_first = 0, jumps_month_first = 0;
  std::size_t first_changes = 0, second_changes = 0;
};

class Surveyor {
 public:
  WhatsAppSurvey survey(std::string_view head) {
    Lines lines(head);
    while (lines.next()) look_at(lines.line());
    const bool american = has_american_phrases(head);
    for (const auto& [shape, evidence] : families_) {
      result_.families.push_back({shape, evidence.count, evidence.day_first(american)});
    }
    choose_usual_shape();
    choose_names_with_colon();
    return std::move(result_);
  }

 private:
  void look_at(std::string_view line) {
    if (!may_begin_header(line)) return;
    ++result_.header_like_lines;
    const auto header = parse_whatsapp_header(line);
    if (!header) return;
    ++result_.headers;
    family_of(*header).add(*header);
    count_names(line.substr(header->size));
  }

  Evidence& family_of(const WhatsAppHeader& header) {
    const std::uint32_t shape = header.shape();
    for (auto& [known, evidence] : families_) {
      if (known == shape) return evidence;
    }
    return families_.emplace_back(shape, Evidence(header)).second;
  }

  void count_names(std::string_view rest) {
    const std::size_t first = find_sender_colon(rest, 0);
    if (first == std::string_view::npos) return;
    ++names_[trim(rest.substr(0, first))];
    const std::size_t second = find_sender_colon(rest, first + 1);
    if (second == std::string_view::npos) return;
    const auto [name, added] = long_names_.try_emplace(trim(rest.substr(0, second)));
    name->second.beginning = trim(rest.substr(0, first));
    ++name->second.count;
  }

  void choose_usual_shape() {
    const auto& all = result_.families;
    const auto most = std::max_element(
        all.begin(), all.end(), [](const auto& a, const auto& b) { return a.count < b.count; });
    if (most != all.end()) result_.usual_shape = most->shape;
  }

  // A colon belongs to the name if all messages whose sender begins so go on in the same way.
  void choose_names_with_colon() {
    constexpr std::size_t kEnough = 3;
    for (const auto& [name, seen] : long_names_) {
      if (seen.count >= kEnough && seen.count == names_[seen.beginning]) {
        result_.names_with_colon.insert(name);
      }
    }
  }

  struct LongName {
    std::string_view beginning;
    std::size_t count = 0;
  };

  WhatsAppSurvey result_;
  std::vector<std::pair<std::uint32_t, Evidence>> families_;
  std::unordered_map<std::string_view, std::size_t> names_;
  std::unordered_map<std::string_view, LongName> long_names_;
};

}  // namespace

WhatsAppSurvey survey_whatsapp(std::string_view head) { return Surveyor().survey(head); }

std::size_t find_sender_colon(std::string_view line, std::size_t from) {
  constexpr std::size_t kLongestName = 480;
  const std::string_view reach = line.substr(0, from + kLongestName);
  for (std::size_t colon = reach.find(':', from); colon != std::string_view::npos;
       colon = reach.find(':', colon + 1)) {
    const std::string_view after = line.substr(colon + 1);
    const bool ends = after.empty() || after[0] == '.' || space_length(after) > 0;
    if (ends && colon > 0) return colon;
  }
  return std::string_view::npos;
}

bool may_begin_header(std::string_view line) {
  if (line.empty()) return false;
  const auto first = static_cast<unsigned char>(line[0]);
  return (first >= '0' && first <= '9') || first == '[' || (first >= 0xE2 && mark_length(line) > 0);
}

}  // namespace postlint
