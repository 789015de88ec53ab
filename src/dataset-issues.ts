/**
 * What can be wrong with a dataset, as data. The sentences are in i18n.
 */

/** One thing wrong with a dataset: where (a JSON pointer), what, and what is allowed instead. */
export type DatasetIssue = { readonly path: string } & (
  | { readonly problem: "missing"; readonly key: string }
  | { readonly problem: "unknown-key"; readonly key: string; readonly allowed: readonly string[] }
  | { readonly problem: "wrong-type"; readonly expected: string; readonly found: string }
  | { readonly problem: "not-allowed"; readonly value: string; readonly allowed: readonly string[] }
  | {
      readonly problem: "unknown-reference";
      readonly to: string;
      readonly value: string;
      readonly allowed: readonly string[];
    }
  | { readonly problem: "bad-value"; readonly value: string; readonly expected: DatasetRule }
  /** Valid, but against a rule of `dataset validate --strict`. */
  | { readonly problem: "lint"; readonly rule: LintRule }
);

/**
 * The form a value of a dataset takes: `opening` is HH:MM, `closing` HH:MM up to 24:00, `two-times` an opening and another closing
 * (a whole day is 00:00-24:00), `unit-of-clock` days with business-days and no other, `clock-of-unit` a clock that counts in the
 * unit of the one it replaces, `unused-name` a name nothing else has,
 * `open-sometime` at least one interval in the week, `something` a text or list that is not empty, `text-length` and `plan-count`
 * the most that is accepted.
 */
export const datasetRules = [
  "id",
  "date",
  "holiday",
  "place",
  "opening",
  "closing",
  "two-times",
  "open-sometime",
  "zone",
  "unit-of-clock",
  "clock-of-unit",
  "number",
  "amount",
  "whole-number",
  "unused-name",
  "after-valid-from",
  "something",
  "text-length",
  "plan-count",
] as const;
export type DatasetRule = (typeof datasetRules)[number];

/** The rules of `dataset validate --strict`. */
export const lintRules = [
  "source-per-fact",
  "no-duplicate",
  "ranks-strict",
  "targets-by-priority",
  "targets-by-plan",
  "hours-inside-day",
  "texts-in-all-languages",
] as const;
export type LintRule = (typeof lintRules)[number];
