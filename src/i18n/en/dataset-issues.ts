/** What is wrong with a dataset, one line each. */
import type { DatasetRule } from "../../errors.js";
import { byProblem } from "../shared.js";
import { list } from "./grammar.js";

const datasetForms = {
  id: "a name of at most 100 letters, digits and hyphens that begins with a letter",
  date: "a date that exists, YYYY-MM-DD",
  opening: "an opening time HH:MM before 24:00, such as 09:00",
  closing: "a closing time HH:MM up to 24:00, such as 17:30",
  "two-times": 'an opening and another closing, such as ["09:00","17:30"]; a whole day is ["00:00","24:00"]',
  "open-sometime": "at least one interval in the week",
  zone: "an IANA zone name, such as Asia/Tokyo; an offset is not a zone",
  "unit-of-clock": "days with the clock business-days, and seconds, minutes or hours with any other",
  "clock-of-unit": "business-days where from is business-days, and any other clock where it is not",
  number: "a number",
  amount: "a number from 0, at most 100 years",
  "whole-number": "a whole number from 0",
  "unused-name": "a name that nothing else has",
  "after-valid-from": "a day not before validFrom",
  something: "something that is not empty",
  "text-length": "a text of at most 4,000 characters",
  "plan-count": "at most 100 plans",
} as const satisfies Record<DatasetRule, string>;

export const datasetIssue = byProblem({
  missing: (issue, where) => `${where}: ${issue.key} is missing`,
  "unknown-key": (issue, where) =>
    `${where}: ${issue.key} is not a key here${issue.allowed.length > 0 ? `; allowed are ${list(issue.allowed, "and")}` : ""}`,
  "wrong-type": (issue, where) => `${where}: ${issue.expected} is expected, not ${issue.found}`,
  "not-allowed": (issue, where) => `${where}: ${issue.value} is not allowed; allowed are ${list(issue.allowed, "and")}`,
  "unknown-reference": (issue, where) =>
    `${where}: there is no ${issue.value} in ${issue.to}; ${issue.allowed.length > 0 ? `there ${issue.allowed.length > 1 ? "are" : "is"} ${list(issue.allowed, "and")}` : "there is nothing"}`,
  "bad-value": (issue, where) => `${where}: ${issue.value} cannot be; it must be ${datasetForms[issue.expected]}`,
});
