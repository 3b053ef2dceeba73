/* What a program in C does that calls postlint: load once, check, look at the findings, free. */
#include <postlint/postlint.h>
#include <stdio.h>
#include <string.h>

static int expect(int holds, const char* what) {
  if (!holds) fprintf(stderr, "main.c: expected %s\n", what);
  return holds;
}

static int finds_the_number(const postlint_linter* linter) {
  static const char kDraft[] = "Haar BSN is 123456782.";
  const postlint_context context = {.role = "parent", .language = "en"};
  postlint_report* report = postlint_check(linter, kDraft, strlen(kDraft), &context);
  const postlint_finding* first = report != NULL ? postlint_get_finding(report, 0) : NULL;
  int good = expect(first != NULL, "a finding");
  if (good) {
    good = expect(postlint_get_verdict(report) == POSTLINT_BLOCK, "the verdict to block") &&
           expect(postlint_finding_count(report) == 1, "one finding") &&
           expect(postlint_get_finding(report, 1) == NULL, "nothing behind the last finding") &&
           expect(strcmp(first->rule, "personal-data/bsn") == 0, "the rule") &&
           expect(first->severity == POSTLINT_ERROR, "an error") &&
           expect(first->start == 12 && first->end == 21, "the bytes of the number") &&
           expect(strcmp(first->mask, "[BSN]") == 0, "the mask") &&
           expect(strstr(postlint_get_json(report), "\"verdict\":\"block\"") != NULL, "JSON") &&
           expect(strstr(postlint_get_json(report), "123456782") == NULL, "masked excerpts");
    puts(first->message);
  }
  postlint_free_report(report);
  return good;
}

static int refuses_what_does_not_exist(const postlint_linter* linter) {
  const postlint_context nobody = {.role = "janitor"};
  char* problem = NULL;
  int good = expect(postlint_check(linter, "", 0, &nobody) == NULL, "no report for unknown roles");
  good = expect(postlint_load("/nowhere", &problem) == NULL, "no linter from nowhere") && good;
  good = expect(problem != NULL && strstr(problem, "/nowhere") != NULL, "the reason") && good;
  postlint_free_text(problem);
  return good;
}

int main(void) {
  char* problem = NULL;
  postlint_linter* linter = postlint_load(NULL, &problem);
  if (linter == NULL) fprintf(stderr, "%s\n", problem);
  postlint_free_text(problem);
  if (linter == NULL) return 1;
  const int good = finds_the_number(linter) && refuses_what_does_not_exist(linter);
  postlint_free_linter(linter);
  return good ? 0 : 1;
}
