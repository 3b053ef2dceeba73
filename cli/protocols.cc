// postlint protocols: what each protocol asks, clause by clause, and how postlint checks it.

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "command_line.h"
#include "commands.h"
#include "postlint/base/nearest.h"
#include "postlint/policy/protocol.h"
#include "postlint/report/messages.h"
#include "postlint/report/wrap.h"
#include "postlint/text/display_width.h"
#include "setup.h"
#include "streams.h"

namespace postlint::cli {
namespace {

constexpr const char* kName = "postlint protocols";
constexpr std::string_view kActions[] = {"list", "show", "table"};
constexpr std::array<const char*, 4> kCheckKeys = {
    "protocols.check.text", "protocols.check.context", "protocols.check.advice",
    "protocols.check.outside"};

struct ProtocolsCommand {
  std::string action = "list";
  std::string id;  // for "show"
  ConfigOptions config;
};

std::string check_of(const Clause& clause, Language language) {
  return format_message(kCheckKeys[static_cast<std::size_t>(clause.check)], language);
}

std::string number_of(const Clause& clause) {
  return clause.part.empty() ? clause.number : fmt::format("{} ({})", clause.number, clause.part);
}

// How many clauses a pack has, and how many of them no text can show.
std::string list_of_protocols(const Linter& linter, Language language) {
  std::string out;
  for (const std::string& id : linter.protocols()) {
    const Protocol& pack = *linter.find_protocol(id);
    const auto outside =
        std::count_if(pack.clauses.begin(), pack.clauses.end(),
                      [](const Clause& clause) { return clause.check == ClauseCheck::outside; });
    const Message counts{"protocols.counts",
                         {{"clauses", static_cast<std::int64_t>(pack.clauses.size())},
                          {"outside", static_cast<std::int64_t>(outside)}}};
    out += fmt::format("{:<12}  {}\n{:14}{}\n", id, pack.title.in(language), "",
                       format_message(counts, language));
  }
  return out;
}

// One pack's page: its clauses, each with how it is checked and by which rules, or why not.
class ProtocolPage {
 public:
  ProtocolPage(Language language, std::size_t width) : language_(language), width_(width) {}

  std::string of(const Protocol& pack) {
    out_ = fmt::format("{}: {}\n", pack.id, pack.title.in(language_));
    if (!pack.applies_to.nl.empty()) add_lines(0, pack.applies_to.in(language_));
    for (const Clause& clause : pack.clauses) add(clause);
    for (const Direction& direction : pack.ask) add_direction(direction);
    return out_;
  }

 private:
  void add(const Clause& clause) {
    out_ += fmt::format("\n{}  [{}]\n", number_of(clause), check_of(clause, language_));
    add_lines(kIndent, clause.text.in(language_));
    if (!clause.reason.nl.empty()) add_lines(kIndent, clause.reason.in(language_));
    if (!clause.rules.empty())
      add_lines(kIndent, fmt::format("> {}", fmt::join(clause.rules, ", ")));
  }

  // Whom to ask: the first that fits counts, so the general one stands last.
  void add_direction(const Direction& direction) {
    if (!direction.rules.empty() || !direction.when.audiences.empty()) return;
    std::vector<std::string> roles;
    for (const Role role : direction.when.roles) roles.emplace_back(name_of(role));
    const Message ask{roles.empty() ? "protocols.ask" : "protocols.ask-as",
                      {{"roles", fmt::format("{}", fmt::join(roles, ", "))},
                       {"whom", direction.text.in(language_)}}};
    out_ += "\n";
    add_lines(0, format_message(ask, language_));
  }

  void add_lines(std::size_t indent, const std::string& text) {
    const std::size_t columns = std::max(width_, indent + kNarrowest) - indent;
    for (const std::string& line : wrap(text, columns, columns)) {
      out_ += fmt::format("{:{}}{}\n", "", indent, line);
    }
  }

  static constexpr std::size_t kIndent = 2;
  static constexpr std::size_t kNarrowest = 24;
  Language language_;
  std::size_t width_;
  std::string out_;
};

std::string escaped_for_table(std::string text) {
  for (std::size_t at = text.find('|'); at != std::string::npos; at = text.find('|', at + 2))
    text.insert(at, "\\");
  return text;
}

// All clauses of all packs in Markdown, for patterns/protocols/README.md.
std::string table_of_protocols(const Linter& linter, Language language) {
  std::string out;
  for (const std::string& id : linter.protocols()) {
    const Protocol& pack = *linter.find_protocol(id);
    if (pack.clauses.empty()) continue;
    out +=
        fmt::format("### {}\n\n{}\n\n| | | | |\n|---|---|---|---|\n", id, pack.title.in(language));
    for (const Clause& clause : pack.clauses) {
      const std::string rules = fmt::format("{}", fmt::join(clause.rules, ", "));
      const std::string& by =
          clause.check == ClauseCheck::outside ? clause.reason.in(language) : rules;
      out += fmt::format("| {} | {} | {} | {} |\n", number_of(clause),
                         escaped_for_table(clause.text.in(language)), check_of(clause, language),
                         escaped_for_table(by));
    }
    out += "\n";
  }
  if (!out.empty()) out.pop_back();
  return out;
}

int show_protocol(const Linter& linter, const std::string& id, const CommandLine& line) {
  const Protocol* pack = linter.find_protocol(id);
  if (pack == nullptr) {
    const std::vector<std::string> known = linter.protocols();
    complain(Message{"cli.unknown-protocol", {{"protocol", id}, {"hint", nearest_name(id, known)}}},
             line.language());
    return kTrouble;
  }
  return write_to(line.output_path(), line.language(), [&](Output& output) {
    output.write(ProtocolPage(line.language(), terminal_width(output.descriptor())).of(*pack));
    return kClean;
  });
}

int run_action(const ProtocolsCommand& command, const CommandLine& line) {
  const auto load = load_options_here(command.config, line);
  if (!load) return kTrouble;
  const auto linter = load_linter(*load, line.language());
  if (!linter) return kTrouble;
  if (command.action == "show") return show_protocol(*linter, command.id, line);
  return write_to(line.output_path(), line.language(), [&](Output& output) {
    output.write(command.action == "table" ? table_of_protocols(*linter, line.language())
                                           : list_of_protocols(*linter, line.language()));
    return kClean;
  });
}

}  // namespace

int run_protocols(const Arguments& arguments, Language language) {
  CommandLine line(kName, "help.protocols", language);
  ProtocolsCommand command;
  line.add_text("ACTION", command.action, "help.protocols.action");
  line.set_choices("ACTION", kActions);
  line.add_text("ID", command.id, "help.protocols.id");
  command.config.declare(line);
  if (const auto status = line.parse(arguments)) return *status;
  if (const auto problem = action_problem(kActions, command.action, command.id, kName)) {
    complain(*problem, line.language());
    return kTrouble;
  }
  return run_action(command, line);
}

}  // namespace postlint::cli
