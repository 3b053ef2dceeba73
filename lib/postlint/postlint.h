/* postlint for C, and for every language that can call C: load once, check drafts, free.
 *
 *   char* problem = NULL;
 *   postlint_linter* linter = postlint_load(NULL, &problem);
 *   if (linter == NULL) { fputs(problem, stderr); postlint_free_text(problem); return 1; }
 *   postlint_report* report = postlint_check(linter, text, strlen(text), NULL);
 *   for (size_t i = 0; i < postlint_finding_count(report); ++i)
 *     puts(postlint_get_finding(report, i)->message);
 *   postlint_free_report(report);
 *   postlint_free_linter(linter);
 *
 * All texts are UTF-8 and end with a zero byte. Nothing is printed, nothing is sent, and nothing of
 * a draft outlives its report. Wrong arguments where none are allowed (a null linter or report) are
 * bugs of the caller's. The C++ interface is postlint/linter.h.
 */
#ifndef POSTLINT_POSTLINT_H_
#define POSTLINT_POSTLINT_H_

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(POSTLINT_BUILDING_SHARED)
#define POSTLINT_API __attribute__((visibility("default")))
#else
#define POSTLINT_API
#endif

/* Rules, dictionaries and protocols. Never changes after loading: any number of threads may check
 * with one linter at the same time. */
typedef struct postlint_linter postlint_linter;

/* What came of one draft. Owns all texts that are reached through it. */
typedef struct postlint_report postlint_report;

enum postlint_severity { POSTLINT_ADVICE = 1, POSTLINT_WARNING = 2, POSTLINT_ERROR = 3 };

/* Nothing or advice alone; at least one warning; at least one error. */
enum postlint_verdict { POSTLINT_ALLOW = 0, POSTLINT_CONFIRM = 1, POSTLINT_BLOCK = 2 };

/* The place of a finding on the draft as a whole. */
#define POSTLINT_NOWHERE ((size_t)-1)

/* Who posts what where, by the names of the command line ("employee", "personal", "facebook",
 * "public", "twijs"). Set all to zero first; null or "": unknown. `language` is that of messages,
 * "nl" (also when null) or "en". */
typedef struct postlint_context {
  const char* role;
  const char* account;
  const char* channel;
  const char* audience;
  const char* protocol;
  const char* language;
} postlint_context;

typedef struct postlint_finding {
  const char* rule; /* "personal-data/bsn" */
  enum postlint_severity severity;
  double confidence;   /* 0 to 1 */
  size_t start, end;   /* bytes of the draft, end exclusive; both POSTLINT_NOWHERE: the whole */
  const char* message; /* what is the matter */
  const char* advice;  /* what to do about it; "": nothing */
  const char* ask;     /* whom to ask; "": nobody in particular */
  const char* mask;    /* what may stand in place of the words: "[BSN]"; "": nothing */
} postlint_finding;

/* Reads the data files in `data_directory`; null: $POSTLINT_DATA, else those installed with the
 * library. Null if they cannot be read: `problem`, unless null, then holds the reasons, one a line,
 * to be freed with postlint_free_text. */
POSTLINT_API postlint_linter* postlint_load(const char* data_directory, char** problem);

/* Checks `length` bytes, at most 1 GiB; zero bytes count like any other, and what is no UTF-8 is
 * read as U+FFFD. `context` may be null: nothing is known. Null if it names something that does not
 * exist, if the draft is too large, or if memory ran out: never a report on half of it. */
POSTLINT_API postlint_report* postlint_check(const postlint_linter* linter, const char* text,
                                             size_t length, const postlint_context* context);

POSTLINT_API enum postlint_verdict postlint_get_verdict(const postlint_report* report);
POSTLINT_API size_t postlint_finding_count(const postlint_report* report);
/* By position, from 0; null past the end. Valid until its report is freed. */
POSTLINT_API const postlint_finding* postlint_get_finding(const postlint_report* report,
                                                          size_t index);
/* The same as one line of JSON, as `postlint check -f json` writes it, excerpts masked. Valid until
 * its report is freed. */
POSTLINT_API const char* postlint_get_json(const postlint_report* report);

/* "0.1.0" */
POSTLINT_API const char* postlint_version(void);

/* Null is let through. */
POSTLINT_API void postlint_free_report(postlint_report* report);
POSTLINT_API void postlint_free_linter(postlint_linter* linter);
POSTLINT_API void postlint_free_text(char* text);

#ifdef __cplusplus
}
#endif

#endif
