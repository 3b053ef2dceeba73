#include "postlint/load/protocol_signals.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace postlint {
namespace {

using Texts = std::vector<std::string>;

constexpr std::string_view kSignals[] = {"organisation-name", "organisation-place", "school-portal",
                                         "school-mailbox"};

bool is_plain(char c) {
  const bool is_ascii = static_cast<unsigned char>(c) < 0x80;
  return !is_ascii || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// With a backslash before every sign that `plain` does not hold: no name is a pattern by accident.
std::string escaped(std::string_view text, std::string_view plain) {
  std::string result;
  for (const char c : text) {
    if (!is_plain(c) && plain.find(c) == std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

std::string any_of(const Texts& texts) {
  std::string result;
  for (const std::string& text : texts) result += (result.empty() ? "" : "|") + escaped(text, "");
  return "(?:" + result + ")";
}

// A signal that is filled pack by pack.
class SignalBuilder {
 public:
  explicit SignalBuilder(std::string_view id) {
    spec_.is_signal = true;
    spec_.rule.id = id;
  }

  void phrases(const Protocol& protocol, const Texts& names) {
    if (names.empty()) return;
    PatternSpec pattern = pattern_for(protocol, PatternKind::phrase);
    for (const std::string& name : names)
      pattern.match.push_back({escaped(name, " -'"), pattern.place});
    spec_.patterns.push_back(std::move(pattern));
  }

  // Any of `texts`, as written, between the two pieces of expression.
  void regex(const Protocol& protocol, std::string_view before, const Texts& texts,
             std::string_view behind) {
    if (texts.empty()) return;
    PatternSpec pattern = pattern_for(protocol, PatternKind::regex);
    pattern.edges = MatchEdges::none;
    pattern.match.push_back(
        {"(?i)" + std::string(before) + any_of(texts) + std::string(behind), pattern.place});
    spec_.patterns.push_back(std::move(pattern));
  }

  RuleSpec take() { return std::move(spec_); }

 private:
  static PatternSpec pattern_for(const Protocol& protocol, PatternKind kind) {
    PatternSpec pattern;
    pattern.kind = kind;
    pattern.place.file = protocol.file;
    pattern.when.protocols = {protocol.id};
    return pattern;
  }

  RuleSpec spec_;
};

}  // namespace

std::vector<RuleSpec> signals_of(const std::vector<Protocol>& protocols) {
  SignalBuilder name(kSignals[0]), place(kSignals[1]), portal(kSignals[2]), mailbox(kSignals[3]);
  for (const Protocol& protocol : protocols) {
    const Organisation& it = protocol.organisation;
    name.phrases(protocol, it.names);
    name.phrases(protocol, it.schools);
    name.regex(protocol, "[@#]", it.accounts, "\\b");
    name.regex(protocol, "\\b(?:[a-z0-9-]+\\.)*", it.domains, "\\b");
    place.phrases(protocol, it.places);
    portal.phrases(protocol, it.portals);
    mailbox.regex(protocol, "\\b", it.mailboxes, "\\b");
  }
  std::vector<RuleSpec> signals;
  for (SignalBuilder* signal : {&name, &place, &portal, &mailbox})
    signals.push_back(signal->take());
  return signals;
}

void follow_packs(const ProtocolPacks& packs, RuleBook& book) {
  for (CompiledRule& rule : book.rules) {
    if (std::find(std::begin(kSignals), std::end(kSignals), rule.rule.id) != std::end(kSignals))
      continue;
    for (CompiledPattern& pattern : rule.patterns) {
      Texts& under = pattern.when.protocols;
      for (std::size_t i = 0; i < packs.ids.size(); ++i) {
        const std::string& like = packs.likes[i].text;
        if (std::find(under.begin(), under.end(), like.empty() ? "general" : like) != under.end())
          under.push_back(packs.ids[i].text);
      }
    }
  }
}

}  // namespace postlint
