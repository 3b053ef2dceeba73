// From candidates to findings: what the protocol makes of them for this author on this channel.
#pragma once

#include <string_view>
#include <vector>

#include "postlint/policy/protocol.h"
#include "postlint/rules/context.h"
#include "postlint/rules/finding.h"

namespace postlint {

// Immutable, safe to share between threads.
class Policy {
 public:
  // `protocols` holds at least "general".
  explicit Policy(std::vector<Protocol> protocols);

  const std::vector<Protocol>& protocols() const { return protocols_; }
  // The pack of a context: its own, else "general".
  const Protocol& protocol_of(const Context& context) const;

  // The context with what its pack, and else the general one, say of its channel: nature, lengths,
  // and whom a draft there is for where nobody said.
  Context completed(Context context) const;

  // Gives the findings of a draft their severities, clauses, whom to ask and what to note, and
  // takes out what the protocol allows. They have their rules, and their severities before policy.
  void apply(const Context& context, std::vector<Finding>& findings) const;

  // What is to be done with a draft that has these findings.
  static Verdict verdict_of(const std::vector<Finding>& findings);

 private:
  std::vector<Protocol> protocols_;
  std::size_t general_ = 0;
};

}  // namespace postlint
