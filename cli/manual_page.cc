// The manual page, in the man macros that man(1) reads (groff_man(7)).

#include <fmt/format.h>

#include "help_form.h"
#include "postlint/report/messages.h"

namespace postlint::cli {
namespace {

// Text as roff shows it as it is: no escapes, no requests, and no hyphens that become dashes.
std::string roff(std::string_view text) {
  std::string out;
  bool at_line_start = true;
  for (const char c : text) {
    if (at_line_start && (c == '.' || c == '\'')) out += "\\&";
    at_line_start = c == '\n';
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out;
}

std::string said(const char* key, Language language) { return roff(format_message(key, language)); }

std::string headed(const char* title, const char* text, Language language) {
  return fmt::format(".SH {}\n{}\n", said(title, language), said(text, language));
}

// The names of an option as they are typed: "-f, --format WAARDE".
std::string tag(const OptionHelp& option, Language language) {
  std::string names;
  for (const std::string& name : option.names) {
    names += fmt::format("{}\\fB{}\\fR", names.empty() ? "" : ", ", roff(name));
  }
  if (option.takes_value && !option.positional) {
    names += fmt::format(" \\fI{}\\fR", said("help.value", language));
  }
  return names;
}

std::string head(Language language) {
  std::string out = fmt::format(".TH POSTLINT 1 \"\" \"postlint {}\"\n", POSTLINT_VERSION);
  out += fmt::format(".SH {}\npostlint \\- {}\n", said("manual.name", language),
                     said("manual.name.text", language));
  out += fmt::format(".SH {}\n.nf\n{}\n.fi\n", said("manual.synopsis", language),
                     said("manual.synopsis.text", language));
  out += headed("manual.description", "manual.description.text", language);
  return out + fmt::format(".SH {}\n", said("manual.commands", language));
}

std::string section(const CommandHelp& command, Language language) {
  std::string out =
      fmt::format(".SS postlint {}\n{}\n", roff(command.name), roff(command.description));
  for (const OptionHelp& option : command.options) {
    out += fmt::format(".TP\n{}\n{}\n", tag(option, language), roff(option.description));
  }
  if (!command.footer.empty()) out += fmt::format(".PP\n{}\n", roff(command.footer));
  return out;
}

std::string tail(Language language) {
  return headed("manual.status", "manual.status.text", language) +
         headed("manual.environment", "manual.environment.text", language) +
         headed("manual.files", "manual.files.text", language) +
         headed("manual.privacy", "manual.privacy.text", language);
}

}  // namespace

const HelpForm& manual_page() {
  static constexpr HelpForm kForm{"man", head, section, tail};
  return kForm;
}

}  // namespace postlint::cli
