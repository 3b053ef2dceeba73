// What a scan with a baseline (suppress/baseline.h) says of it.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "postlint/base/message.h"

namespace postlint {

struct BaselineCounts {
  std::size_t known = 0;                    // findings met that were known, and left out
  std::map<std::string, std::size_t> gone;  // known findings that were not met, by rule
};

// Sentences for people; none where there is nothing to say.
std::vector<Message> baseline_messages(const BaselineCounts& counts);

// {"known":3,"gone":{"conduct/insult":1}}
std::string baseline_json(const BaselineCounts& counts);

}  // namespace postlint
