// The C interface over the C++ one. No exception leaves it.
#include "postlint/postlint.h"

#include <cstdlib>
#include <cstring>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "postlint/config/settings.h"
#include "postlint/linter.h"
#include "postlint/report/json.h"
#include "postlint/report/messages.h"

struct postlint_linter {
  std::unique_ptr<const postlint::Linter> linter;
};

// The findings point into the texts of the report beside them.
struct postlint_report {
  postlint::Report report;
  std::vector<postlint_finding> findings;
  std::string json;
};

namespace {

using postlint::Language;

static_assert(static_cast<int>(postlint::Severity::error) == POSTLINT_ERROR &&
              static_cast<int>(postlint::Severity::advice) == POSTLINT_ADVICE);
static_assert(static_cast<int>(postlint::Verdict::allow) == POSTLINT_ALLOW &&
              static_cast<int>(postlint::Verdict::block) == POSTLINT_BLOCK);

// A copy that free() takes back; null when memory ran out.
char* copy_of(const std::string& text) {
  char* copy = static_cast<char*>(std::malloc(text.size() + 1));
  if (copy != nullptr) std::memcpy(copy, text.c_str(), text.size() + 1);
  return copy;
}

std::string lines_of(const postlint::Errors& errors) {
  std::string lines;
  for (const postlint::Error& error : errors) {
    if (!lines.empty()) lines += '\n';
    lines += postlint::format_error(error, Language::en);
  }
  return lines;
}

// Reads one name of a context; false if there is no such name.
template <typename T>
bool read_name(const char* name, std::optional<T> (*from)(std::string_view), T& value) {
  if (name == nullptr || *name == '\0') return true;
  const std::optional<T> known = from(name);
  if (known) value = *known;
  return known.has_value();
}

bool read_protocol(const char* name, const postlint::Linter& linter, std::string& protocol) {
  if (name == nullptr || *name == '\0') return true;
  protocol = name;
  return linter.find_protocol(protocol) != nullptr;
}

bool read_context(const postlint_context& given, const postlint::Linter& linter,
                  postlint::Context& context) {
  return read_name(given.role, postlint::role_from, context.role) &&
         read_name(given.account, postlint::account_from, context.account) &&
         read_name(given.channel, postlint::channel_from, context.channel) &&
         read_name(given.audience, postlint::audience_from, context.audience) &&
         read_protocol(given.protocol, linter, context.protocol);
}

postlint_finding finding_of(const postlint::Finding& finding, Language language) {
  postlint_finding out{};
  out.rule = finding.rule->id.c_str();
  out.severity = static_cast<postlint_severity>(finding.severity);
  out.confidence = finding.confidence;
  out.start = finding.span ? finding.span->begin : POSTLINT_NOWHERE;
  out.end = finding.span ? finding.span->end : POSTLINT_NOWHERE;
  out.message = finding.message.in(language).c_str();
  out.advice = finding.advice.in(language).c_str();
  out.ask = finding.ask.in(language).c_str();
  out.mask = finding.fix ? finding.fix->replacement.c_str() : "";
  return out;
}

std::unique_ptr<postlint_report> check(const postlint::Linter& linter, std::string_view text,
                                       const postlint_context& given) {
  postlint::Context context;
  Language language = Language::nl;
  if (!read_context(given, linter, context) ||
      !read_name(given.language, postlint::language_from, language)) {
    return nullptr;
  }
  auto out = std::make_unique<postlint_report>();
  out->report = linter.check({text, context});
  for (const postlint::Finding& finding : out->report.findings) {
    out->findings.push_back(finding_of(finding, language));
  }
  postlint::ReportStyle style;
  style.language = language;
  postlint::append_json(postlint::checked_draft("", text, out->report), style, out->json);
  return out;
}

}  // namespace

postlint_linter* postlint_load(const char* data_directory, char** problem) try {
  if (problem != nullptr) *problem = nullptr;
  postlint::LoadOptions options;
  if (data_directory != nullptr) options.data_directory = data_directory;
  postlint::Linter::LoadResult loaded = postlint::Linter::load(options);
  if (loaded.linter) return new postlint_linter{std::move(loaded.linter)};
  if (problem != nullptr) *problem = copy_of(lines_of(loaded.errors));
  return nullptr;
} catch (const std::exception& error) {
  if (problem != nullptr) *problem = copy_of(error.what());
  return nullptr;
}

postlint_report* postlint_check(const postlint_linter* linter, const char* text, size_t length,
                                const postlint_context* context) try {
  if (length > postlint::kLargestDraft) return nullptr;
  const postlint_context given = context != nullptr ? *context : postlint_context{};
  return check(*linter->linter, {text, length}, given).release();
} catch (const std::exception&) {
  return nullptr;
}

postlint_verdict postlint_get_verdict(const postlint_report* report) {
  return static_cast<postlint_verdict>(report->report.verdict);
}

size_t postlint_finding_count(const postlint_report* report) { return report->findings.size(); }

const postlint_finding* postlint_get_finding(const postlint_report* report, size_t index) {
  return index < report->findings.size() ? &report->findings[index] : nullptr;
}

const char* postlint_get_json(const postlint_report* report) { return report->json.c_str(); }

const char* postlint_version(void) { return POSTLINT_VERSION; }

void postlint_free_report(postlint_report* report) { delete report; }
void postlint_free_linter(postlint_linter* linter) { delete linter; }
void postlint_free_text(char* text) { std::free(text); }
