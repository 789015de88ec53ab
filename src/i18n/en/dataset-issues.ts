/** What is wrong with a dataset, one line each. */
import type { DatasetRule, LintRule } from "../../errors.js";
import { byProblem } from "../shared.js";

const datasetForms = {
  id: "a name of at most 100 letters, digits and hyphens that begins with a letter",
  date: "a valid date, YYYY-MM-DD",
  holiday: "a date YYYY-MM-DD, a day of every year MM-DD, or a span of every year such as 12-28/01-03",
  place: "the code of a country or a part of one, such as JP or US-CA",
  opening: "an opening time HH:MM before 24:00, such as 09:00",
  closing: "a closing time HH:MM up to 24:00, such as 17:30",
  "two-times":
    'an opening time and a different closing time, such as ["09:00","17:30"]; a whole day is ["00:00","24:00"]',
  "open-sometime": "at least one interval per week",
  zone: "an IANA zone name, such as Asia/Tokyo; an offset is not a zone",
  "unit-of-clock": "days for the clock business-days, and seconds, minutes or hours for any other clock",
  "clock-of-unit": "business-days if from is business-days, and any other clock otherwise",
  number: "a number",
  amount: "a non-negative number, at most 100 years",
  "whole-number": "a non-negative integer",
  "unused-name": "a unique name",
  "after-valid-from": "a date on or after validFrom",
  something: "a non-empty value",
  "text-length": "a text of at most 4,000 characters",
  "plan-count": "at most 100 plans",
} as const satisfies Record<DatasetRule, string>;

const lintTexts = {
  "source-per-fact": "names no source",
  "no-duplicate": "repeats a name or text",
  "ranks-strict": "repeats a rank",
  "targets-by-priority": "is longer than the target of a lower priority",
  "targets-by-plan": "is longer than the target of a lower plan, or is not offered",
  "hours-inside-day": "closes on the next day",
  "texts-in-all-languages": "is not in every language",
} as const satisfies Record<LintRule, string>;

export const datasetIssue = byProblem({
  missing: (issue, where) => `${where}: missing ${issue.key}`,
  "unknown-key": (issue, where) =>
    `${where}: unknown key ${issue.key}${issue.allowed.length > 0 ? `; valid keys: ${issue.allowed.join(", ")}` : ""}`,
  "wrong-type": (issue, where) => `${where}: expected ${issue.expected}, found ${issue.found}`,
  "not-allowed": (issue, where) => `${where}: invalid value ${issue.value}; valid values: ${issue.allowed.join(", ")}`,
  "unknown-reference": (issue, where) =>
    `${where}: ${issue.value} is not defined in ${issue.to}; ${issue.allowed.length > 0 ? `defined: ${issue.allowed.join(", ")}` : "nothing is defined there"}`,
  "bad-value": (issue, where) => `${where}: invalid value ${issue.value}; expected ${datasetForms[issue.expected]}`,
  lint: ({ rule }, where) => `${where} ${lintTexts[rule]} (${rule})`,
});
