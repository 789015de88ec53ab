/**
 * What the catalogue's functions make, in each language: every failure, row fault, assumption, warning, reason and change has a sentence,
 * with nothing left open in it, and the three languages have the same facts. A code without an example here does not compile.
 */

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Reason } from "../../src/data/recommend/recommend.js";
import type { AnswerChange } from "../../src/data/recommend/what-would-change.js";
import {
  type DatasetIssue,
  datasetRules,
  type ErrorInfo,
  fileProblems,
  packageProblems,
  type RowError,
} from "../../src/errors.js";
import { en, type Messages } from "../../src/i18n/en/index.js";
import { ja } from "../../src/i18n/ja/index.js";
import { zhTW } from "../../src/i18n/zh-TW/index.js";
import type { GroupedAssumption, RecommendReport, Warning } from "../../src/report.js";
import { dateOnlyRules, dateOrders, numberForms } from "../../src/tickets/names.js";

const languages = { en, "zh-TW": zhTW, ja } as const satisfies Record<string, Messages>;

/** For each code of a union, its examples. */
type Examples<T extends { readonly code: string }> = {
  readonly [Code in T["code"]]: readonly Extract<T, { readonly code: Code }>[];
};

const one = ["‹near›"];
const two = ["‹first›", "‹second›"];
const path = "‹path›";
const value = "‹value›";
const option = "‹option›";
const column = "‹column›";

const faults = {
  "unknown-command": [
    { code: "unknown-command", value, nearest: [], allowed: two },
    { code: "unknown-command", value, nearest: two, allowed: two },
  ],
  "unknown-option": [
    { code: "unknown-option", value, command: "‹command›", nearest: [], commands: [] },
    { code: "unknown-option", value, command: "", nearest: [], commands: [] },
    { code: "unknown-option", value, command: "", nearest: one, commands: [] },
    { code: "unknown-option", value, command: "", nearest: [], commands: one },
    { code: "unknown-option", value, command: "", nearest: [], commands: two },
  ],
  "unexpected-value": [{ code: "unexpected-value", option: "‹option›", value }],
  "repeated-option": [
    { code: "repeated-option", option: "‹option›", values: two },
    { code: "repeated-option", option: "‹option›", values: two, command: "‹command›" },
  ],
  "no-regions": [{ code: "no-regions", dataset: "‹dataset›" }],
  "missing-option": [
    { code: "missing-option", options: two, command: "‹command›" },
    { code: "missing-option", options: one, command: "‹command›", allowed: two },
    { code: "missing-option", options: one, command: "‹command›", allowed: [] },
  ],
  "missing-value": [{ code: "missing-value", option }],
  "missing-argument": [{ code: "missing-argument", argument: "‹argument›", command: "‹command›" }],
  "excess-arguments": [{ code: "excess-arguments", values: two, command: "‹command›" }],
  "unknown-value": [
    { code: "unknown-value", option, value, allowed: two, nearest: [] },
    { code: "unknown-value", option, value, allowed: two, nearest: one },
    { code: "unknown-value", option, value, allowed: [], nearest: [] },
  ],
  "bad-value": (
    ["whole-number", "percent", "pause", "within", "zone", "encoding", "assignment", "duration", "table-name"] as const
  ).map((expected) => ({ code: "bad-value", option, value, expected }) as const),
  "bad-time": [
    ...(["date-only", "impossible", "leap-second", "out-of-range", "unreadable", "date-order"] as const).map(
      (problem) => ({ code: "bad-time", option, value, problem, instead: [] }) as const,
    ),
    ...(["month-length", "zone-abbreviation"] as const).map(
      (problem) => ({ code: "bad-time", option, value, problem, instead: [] }) as const,
    ),
    ...(["half-day", "weekday", "no-direction"] as const).map(
      (problem) => ({ code: "bad-time", option, value, problem, instead: two }) as const,
    ),
  ],
  "response-before-opened": [{ code: "response-before-opened", opened: "‹opened›", responded: "‹responded›" }],
  "conflicting-options": [{ code: "conflicting-options", options: two }],
  "reversed-range": [{ code: "reversed-range", from: "‹from›", to: "‹to›" }],
  "missing-answers": [{ code: "missing-answers", options: two }],
  "no-target": [
    { code: "no-target", plan: "‹plan›", priority: "‹priority›", allowed: two, plans: [] },
    { code: "no-target", plan: "‹plan›", priority: "‹priority›", allowed: one, plans: two },
    { code: "no-target", plan: "‹plan›", priority: "‹priority›", allowed: [], plans: [] },
  ],
  "unknown-zone": [
    { code: "unknown-zone", value, nearest: [] },
    { code: "unknown-zone", value, nearest: one, option },
  ],
  "unknown-system-zone": [
    { code: "unknown-system-zone", variable: undefined, flags: one, nearest: [] },
    { code: "unknown-system-zone", variable: value, flags: two, nearest: one },
  ],
  "fixed-offset-zone": [
    { code: "fixed-offset-zone", value, nearest: [] },
    { code: "fixed-offset-zone", value, nearest: one, option },
  ],
  "bad-hours": [{ code: "bad-hours", value, where: "‹where›" }],
  "bad-date": [{ code: "bad-date", value, where: "‹where›" }],
  "never-open": [{ code: "never-open", zone: "‹zone›" }],
  "span-too-long": [{ code: "span-too-long", options: ["--‹from›", "--‹to›"], years: 100 }],
  "beyond-horizon": [{ code: "beyond-horizon", zone: "‹zone›", years: 100 }],
  "instant-out-of-range": [
    { code: "instant-out-of-range", value: 1e20 },
    { code: "instant-out-of-range", value: 253_402_300_800_000 },
  ],
  "unknown-dataset": [
    { code: "unknown-dataset", value, allowed: two, nearest: [] },
    { code: "unknown-dataset", value, allowed: two, nearest: one },
  ],
  "invalid-dataset": [{ code: "invalid-dataset", path, issues: [{ path: "/‹at›", problem: "missing", key: "‹key›" }] }],
  "invalid-json": [
    { code: "invalid-json", path, line: 3, column: 4, found: "‹found›" },
    { code: "invalid-json", path, line: 3, column: 4, found: "" },
  ],
  "json-too-deep": [{ code: "json-too-deep", path, line: 3, column: 4, levels: 100 }],
  "unreadable-file": fileProblems.map((reason) => ({ code: "unreadable-file", path, reason }) as const),
  "unwritable-file": fileProblems.map((reason) => ({ code: "unwritable-file", path, reason }) as const),
  "unusable-temporary-folder": fileProblems.map(
    (reason) => ({ code: "unusable-temporary-folder", path, reason }) as const,
  ),
  "bad-holiday-line": [{ code: "bad-holiday-line", path, line: 3, value }],
  "bad-ics": [
    { code: "bad-ics", path, line: 3 },
    ...(["unsupported", "invalid", "unknown-zone", "too-many"] as const).map(
      (problem) => ({ code: "bad-ics", path, line: 3, problem, part: problem === "too-many" ? "" : value }) as const,
    ),
  ],
  "unknown-holidays": [
    { code: "unknown-holidays", value, nearest: [] },
    { code: "unknown-holidays", value, nearest: two },
  ],
  "invalid-answers": [
    { code: "invalid-answers", path, key: "‹key›", value: "", allowed: two },
    { code: "invalid-answers", path, key: "‹key›", value, allowed: two },
    { code: "invalid-answers", path, key: "", value, allowed: two },
  ],
  "empty-file": [{ code: "empty-file", path }],
  "missing-column": [
    { code: "missing-column", path, columns: one, nearest: [], found: two },
    { code: "missing-column", path, columns: two, nearest: one, found: two },
  ],
  "too-many-groups": [{ code: "too-many-groups", max: 100_000 }],
  "too-many-tickets": [{ code: "too-many-tickets", max: 1_048_575 }],
  "calendar-too-long": [{ code: "calendar-too-long", max: 1_000_000 }],
  "other-dbt-project": [{ code: "other-dbt-project", path }],
  "dbt-null-id": [{ code: "dbt-null-id", pointers: ["/plans/‹id›", "/regions/‹id›"] }],
  "no-open-time": [{ code: "no-open-time", region: "‹region›", from: "‹from›", to: "‹to›" }],
  "duplicate-column": [{ code: "duplicate-column", path, column, role: "priority", positions: [2, 4] }],
  "unknown-measure": (["--response-unit", "--response-clock"] as const).map(
    (option) => ({ code: "unknown-measure", column, value, option }) as const,
  ),
  "ambiguous-preset": [{ code: "ambiguous-preset", path, presets: two }],
  "ambiguous-dates": [{ code: "ambiguous-dates", path, column, value }],
  "mixed-date-order": [{ code: "mixed-date-order", path, column, values: two }],
  "unsupported-input": [{ code: "unsupported-input", path, line: 3 }],
  "bad-json-document": (["unfinished", "unexpected", "several-arrays"] as const).map(
    (problem) => ({ code: "bad-json-document", path, line: 3, problem }) as const,
  ),
  "unreadable-package": packageProblems.map((problem) => ({ code: "unreadable-package", path, problem }) as const),
  "bad-header-quotes": [{ code: "bad-header-quotes", path, line: 1 }],
  "events-in-rows": [{ code: "events-in-rows", path }],
  "wrong-encoding": [{ code: "wrong-encoding", path, line: 3, encoding: "big5" }],
  "too-many-columns": [{ code: "too-many-columns", path, line: 3, columns: 16_384 }],
  "row-too-long": [{ code: "row-too-long", path, line: 3, megabytes: 8 }],
  "metric-of-events": [{ code: "metric-of-events", metric: "‹metric›" }],
  "metric-not-in-dataset": [
    { code: "metric-not-in-dataset", option: "‹option›", metric: "‹metric›", datasets: one },
    { code: "metric-not-in-dataset", option: "‹option›", metric: "‹metric›", datasets: two },
  ],
  "no-responses": [
    { code: "no-responses", metric: undefined, path, preset: undefined, likely: [], hasEvents: true },
    { code: "no-responses", metric: undefined, path, preset: "‹preset›", likely: one, hasEvents: false },
    { code: "no-responses", metric: "‹metric›", path: "‹path›", preset: undefined, likely: two, hasEvents: false },
  ],
  "bad-config": (["object", "text", "list", "flag", "key"] as const).flatMap((expected) =>
    [[], one].flatMap((nearest) =>
      ["", "‹key›"].map((key) => ({ code: "bad-config", path, key, value, expected, allowed: two, nearest }) as const),
    ),
  ),
  "customer-zone": [
    { code: "customer-zone", region: "‹region›" },
    { code: "customer-zone", region: "‹region›", dataset: "‹dataset›" },
  ],
  "same-dataset": [{ code: "same-dataset", id: "‹id›", datasets: ["‹a›", "‹b›"] }],
  "ambiguous-name": [{ code: "ambiguous-name", option: "‹option›", value: "‹value›", allowed: two }],
  interrupted: [{ code: "interrupted" }],
  bug: [{ code: "bug", detail: "‹detail›" }],
} satisfies Examples<ErrorInfo>;

const cell = { column, value } as const;
const rowFaults = {
  "missing-cell": [{ code: "missing-cell", column }],
  "bad-time": (["date-only", "impossible", "abbreviation", "before-1970", "too-early", "unreadable"] as const).flatMap(
    (problem) => [
      { code: "bad-time", ...cell, problem } as const,
      { code: "bad-time", ...cell, problem, ignorable: "responded" } as const,
    ],
  ),
  "ambiguous-date": [{ code: "ambiguous-date", ...cell }],
  "bad-duration": [{ code: "bad-duration", ...cell }],
  "bad-pauses": [{ code: "bad-pauses", ...cell }],
  "unknown-plan": [{ code: "unknown-plan", ...cell }],
  "unknown-priority": [{ code: "unknown-priority", ...cell }],
  "unknown-region": [{ code: "unknown-region", ...cell }],
  "unknown-zone": [
    { code: "unknown-zone", ...cell },
    { code: "unknown-zone", ...cell, iana: "‹iana›" },
  ],
  "no-target": [{ code: "no-target", plan: "‹plan›", priority: "‹priority›" }],
  "missing-zone": [{ code: "missing-zone", region: "‹region›" }],
  "missing-region": [{}, { hasNone: true } as const].map(
    (none) => ({ code: "missing-region", plan: "‹plan›", priority: "‹priority›", ...none }) as const,
  ),
  "responded-before-opened": [{ code: "responded-before-opened", ...cell }],
  "cell-count": [{ code: "cell-count", found: 3, expected: 5 }],
  "bad-quotes": [{ code: "bad-quotes" }],
  "long-row": [{ code: "long-row", megabytes: 8 }],
  "bad-json": [{ code: "bad-json" }],
  "bad-events": [{ code: "bad-events", column: "‹column›" }],
  "repeated-key": [{ code: "repeated-key", key: "opened" }],
  "key-conflict": [{ code: "key-conflict", keys: two }],
  "never-open": [{ code: "never-open" }],
  "beyond-horizon": [{ code: "beyond-horizon" }],
  "instant-out-of-range": [{ code: "instant-out-of-range" }],
} satisfies { readonly [Code in RowError["code"]]: readonly RowError[] };

const assumptions = {
  "region-zone": [
    { code: "region-zone", zones: [{ region: "‹region›", zone: "‹zone›" }] },
    { code: "region-zone", zones: ["‹one›", "‹two›", "‹three›"].map((region) => ({ region, zone: "‹zone›" })) },
  ],
  weekdays: [
    { code: "weekdays", regions: one },
    { code: "weekdays", regions: two },
  ],
  "24x5-window": [
    { code: "24x5-window", zone: undefined },
    { code: "24x5-window", zone: "‹zone›" },
  ],
  "day-count-rule": [
    { code: "day-count-rule", rule: "same-time" },
    { code: "day-count-rule", rule: "end-of-day" },
  ],
  "clock-start": [{ code: "clock-start" }],
  "clock-prioritised": [{ code: "clock-prioritised" }],
  "no-holidays": [{ code: "no-holidays" }],
  "holiday-source": [
    { code: "holiday-source", sources: two, places: [], everywhere: true, fromDataset: false },
    {
      code: "holiday-source",
      sources: two,
      places: two.map((place, i) => ({
        place,
        package: "‹package›",
        corrections: "‹corrections›",
        confirmed: i === 0 ? { from: 2020, to: 2027 } : null,
      })),
      everywhere: false,
      fromDataset: true,
    },
  ],
  "system-zone": [{ code: "system-zone", zone: "‹zone›" }],
  "date-from-now": [{ code: "date-from-now", option, value, readAs: "‹readAs›" }],
  "shown-zone": [{ code: "shown-zone", zone: "‹zone›" }],
  "unknown-system-zone": [
    { code: "unknown-system-zone", zone: "UTC" },
    { code: "unknown-system-zone", variable: "‹variable›", zone: "UTC" },
  ],
  "export-zone": [{ code: "export-zone", column: "‹column›", preset: "‹preset›", zone: "‹zone›" }],
  "budget-any": [{ code: "budget-any" }],
  "shortest-day": [{ code: "shortest-day", hours: 8.5 }],
  preset: [{ code: "preset", preset: "‹preset›", header: "‹header›" }],
  "column-guess": [{ code: "column-guess", column: "‹column›", header: "‹header›" }],
  "number-times": numberForms.map((form) => ({ code: "number-times", column: "‹column›", form }) as const),
  "date-only": dateOnlyRules.map((rule) => ({ code: "date-only", rule }) as const),
  "closed-counts-as-response": [1, 2].map((tickets) => ({ code: "closed-counts-as-response", tickets }) as const),
  "date-order": dateOrders.map((order) => ({ code: "date-order", order, column: "‹column›", value }) as const),
  "no-response-column": [[], one, two].map((likely) => ({ code: "no-response-column", likely }) as const),
  "project-settings": [one, two].map((settings) => ({ code: "project-settings", path, settings }) as const),
  unanswered: [{}, { closed: 1 }, { closed: 2 }].map((closed) => ({ code: "unanswered", now: 0, ...closed }) as const),
  "rounded-percentiles": [{ code: "rounded-percentiles" }],
  "few-tickets": [
    { code: "few-tickets", fewer: 20, priorities: [{ priority: "‹P1›", tickets: 1 }] },
    {
      code: "few-tickets",
      fewer: 20,
      priorities: [
        { priority: "‹P1›", tickets: 1 },
        { priority: "‹P2›", tickets: 19 },
      ],
    },
  ],
  "measured-needs": [{ code: "measured-needs", percent: 90, plan: "‹plan›" }],
  "clock-as-planned": [{ code: "clock-as-planned", needs: two }],
} satisfies Examples<GroupedAssumption>;

const localTime = { option, value, zone: "‹zone›", readAs: "‹read›" } as const;
const warnings = {
  "local-time-gap": [{ code: "local-time-gap", ...localTime }],
  "local-time-overlap": [{ code: "local-time-overlap", ...localTime }],
  "opened-in-future": [{ code: "opened-in-future" }],
  "column-names": [{ code: "column-names", added: ["‹added›"] }],
  "doubtful-local-times": [{ code: "doubtful-local-times", gaps: 2, overlaps: 3, line: 4, zone: "‹zone›" }],
  "bundled-id": [{ code: "bundled-id", dataset: "adobe-success-plans", path }],
  superseded: [
    { code: "superseded", dataset: "‹dataset›", validUntil: "‹until›", by: undefined, isNamed: false },
    { code: "superseded", dataset: "‹dataset›", validUntil: "‹until›", by: { id: "‹by›", plans: [] }, isNamed: true },
    {
      code: "superseded",
      dataset: "‹dataset›",
      validUntil: "‹until›",
      by: { id: "‹by›", title: "‹title›", plans: two },
      isNamed: false,
    },
  ],
  "skipped-lines": [
    { code: "skipped-lines", before: 1, after: 0 },
    { code: "skipped-lines", before: 0, after: 2 },
    { code: "skipped-lines", before: 2, after: 1 },
  ],
  "undecodable-text": [
    { code: "undecodable-text", rows: 1, line: 3 },
    { code: "undecodable-text", rows: 2, line: 3 },
  ],
  "holidays-unconfirmed": [
    { code: "holidays-unconfirmed", place: "‹place›", confirmed: null },
    { code: "holidays-unconfirmed", place: "‹place›", confirmed: { from: 2020, to: 2027 } },
  ],
  "holidays-parts": [
    { code: "holidays-parts", place: "‹place›", parts: ["‹part›"] },
    { code: "holidays-parts", place: "‹place›", parts: Array.from({ length: 12 }, (_, i) => `‹part${i}›`) },
  ],
  "holidays-left-out": [
    { code: "holidays-left-out", place: "‹place›", regions: ["‹region›"], regionNames: ["‹name›"] },
    { code: "holidays-left-out", place: "‹place›", regions: two, regionNames: two },
  ],
  "what-if-left-out": [
    { code: "what-if-left-out", dataset: "‹dataset›", lacks: "zone" },
    { code: "what-if-left-out", dataset: "‹dataset›", lacks: "region" },
  ],
  "no-target": [{ code: "no-target", plan: "‹plan›", priority: "‹priority›" }],
  "escaped-cells": [
    { code: "escaped-cells", cells: 1 },
    { code: "escaped-cells", cells: 2 },
  ],
  "unmatched-conditions": [
    { code: "unmatched-conditions", conditions: ["‹condition›"] },
    { code: "unmatched-conditions", conditions: two },
  ],
  "customer-regions-left-out": [
    { code: "customer-regions-left-out", regions: ["‹region›"], regionNames: ["‹name›"] },
    { code: "customer-regions-left-out", regions: two, regionNames: two },
  ],
  "unstored-formulas": [
    { code: "unstored-formulas", cells: 1, columns: ["‹column›"] },
    { code: "unstored-formulas", cells: 2, columns: two },
  ],
  "no-regions": [{ code: "no-regions", dataset: "‹dataset›" }],
  "unmatched-values": [
    { code: "unmatched-values", conditions: ["‹condition›"] },
    { code: "unmatched-values", conditions: two },
  ],
} satisfies Examples<Warning>;

const noTickets = { read: 0, judged: 0, open: 0, withoutTarget: 0, bad: 0, filtered: 0 };
const plan = "low";
const reasons = {
  "none-within-budget": [{ code: "none-within-budget", plans: ["low", "‹unnamed›"] }],
  "no-needs": [{ code: "no-needs", plan }],
  "meets-all": [
    { code: "meets-all", plan, needs: 1 },
    { code: "meets-all", plan, needs: 4 },
  ],
  "none-meets-all": [1, 2, 4].flatMap((needs) => [
    { code: "none-meets-all", needs, isBudgetLimited: false, isUnknown: false },
    { code: "none-meets-all", needs, isBudgetLimited: true, isUnknown: true },
  ]),
  "beyond-all": [
    { code: "beyond-all", plans: [], overBudget: [], outside: [] },
    { code: "beyond-all", plans: ["high"], overBudget: [], outside: ["high"] },
    { code: "beyond-all", plans: ["high"], overBudget: ["high"], outside: [] },
    { code: "beyond-all", plans: ["low", "high"], overBudget: ["low", "high"], outside: ["low", "high"] },
  ],
  closest: [
    { code: "closest", plan, met: 0, needs: 1 },
    { code: "closest", plan, met: 2, needs: 4 },
  ],
  "closest-tie": [
    { code: "closest-tie", plan, over: ["high"] },
    { code: "closest-tie", plan, over: ["high", "low"] },
  ],
  "lower-rank-unknown": [{ code: "lower-rank-unknown", plan, needs: ["feature:phone", "contacts"] }],
  unknown: [
    { code: "unknown", plan, need: "feature:phone", wanted: true },
    { code: "unknown", plan, need: "contacts", wanted: 5 },
  ],
  "lowest-rank": [{ code: "lowest-rank", plan, over: ["high"] }],
  "lower-rank-lacks": [
    { code: "lower-rank-lacks", plan, needs: ["feature:phone", "feature:‹unnamed›", "within:‹P2›", "contacts"] },
  ],
  "excluded-by-budget": [
    { code: "excluded-by-budget", plan, needs: ["language:ja", "language:‹xx›", "product:shop", "product:‹other›"] },
  ],
  unmet: [
    { code: "unmet", plan, need: "feature:phone", wanted: true, has: false },
    { code: "unmet", plan, need: "feature:hours", wanted: "24x7", has: "24x5" },
    { code: "unmet", plan, need: "feature:people", wanted: "available", has: "not-available" },
    { code: "unmet", plan, need: "contacts", wanted: 9, has: null },
    { code: "unmet", plan, need: "language:ja", wanted: true, has: ["ja", "‹xx›"] },
    { code: "unmet", plan, need: "language:ja", wanted: true, has: [] },
    {
      code: "unmet",
      plan,
      need: "within:‹P2›",
      wanted: { amount: 1, unit: "hours" },
      has: { clock: "business-days", amount: 2, unit: "days" },
    },
  ],
} satisfies { readonly [Code in Reason["code"]]: readonly Extract<Reason, { readonly code: Code }>[] };

const changes: readonly AnswerChange[] = [
  { answer: "feature:phone", from: false, to: true },
  { answer: "feature:phone", from: true, to: false },
  { answer: "contacts", from: null, to: 6 },
  { answer: "contacts", from: 6, to: null },
  { answer: "contacts", from: 4, to: 6 },
  { answer: "budget", from: "any", to: "included" },
  { answer: "budget", from: "‹some›", to: "any" },
  { answer: "within:‹P2›", from: { amount: 2, unit: "hours", clock: "24x7" }, to: { amount: 1, unit: "days" } },
];

/** What the sentences of a recommendation take their names from. */
const report = {
  names: {
    plans: { low: "‹Low›", high: "‹High›" },
    features: { phone: "‹Phone›" },
    priorities: {},
    products: { shop: "‹Shop›" },
    languages: { ja: "‹Japanese›" },
  },
  kinds: { phone: "flag", hours: "coverage", people: "text" },
} as unknown as RecommendReport;

const issues: readonly DatasetIssue[] = [
  { path: "", problem: "missing", key: "‹key›" },
  { path: "/‹at›", problem: "unknown-key", key: "‹key›", allowed: two },
  { path: "/‹at›", problem: "wrong-type", expected: "object", found: "text" },
  { path: "/‹at›", problem: "not-allowed", value, allowed: two },
  { path: "/‹at›", problem: "unknown-reference", to: "plan", value, allowed: two },
  { path: "/‹at›", problem: "unknown-reference", to: "plan", value, allowed: one },
  { path: "/‹at›", problem: "unknown-reference", to: "plan", value, allowed: [] },
  ...datasetRules.map((expected) => ({ path: "/‹at›", problem: "bad-value", value, expected }) as const),
];

const progress = [
  { rows: 1234, rate: 99, share: undefined, secondsLeft: undefined },
  { rows: 1234, rate: 99, share: 0.419, secondsLeft: 7 },
] as const;

/** Every sentence that a function of the catalogue makes, with what it was made of. */
const sentences: readonly (readonly [string, (messages: Messages) => string])[] = [
  ...Object.values(faults)
    .flat()
    .map((fault) => [`failure ${JSON.stringify(fault)}`, (messages: Messages) => both(messages.error(fault))] as const),
  ...Object.values(rowFaults)
    .flat()
    .map((fault) => [`row ${JSON.stringify(fault)}`, (messages: Messages) => messages.rowError(fault)] as const),
  ...Object.values(assumptions)
    .flat()
    .map(
      (assumption) =>
        [`assumption ${JSON.stringify(assumption)}`, (messages: Messages) => messages.assumption(assumption)] as const,
    ),
  ...Object.values(warnings)
    .flat()
    .map(
      (warning) => [`warning ${JSON.stringify(warning)}`, (messages: Messages) => messages.warning(warning)] as const,
    ),
  ...Object.values(reasons)
    .flat()
    .map(
      (reason) =>
        [
          `reason ${JSON.stringify(reason)}`,
          (messages: Messages) => messages.reason(reason as Reason, report),
        ] as const,
    ),
  ...changes.map(
    (change) =>
      [`change ${JSON.stringify(change)}`, (messages: Messages) => messages.answerChange(change, report)] as const,
  ),
  ...issues.map(
    (issue) =>
      [
        `issue ${JSON.stringify(issue)}`,
        (messages: Messages) => messages.error({ code: "invalid-dataset", path, issues: [issue] }).message,
      ] as const,
  ),
  ...progress.map(
    (state) => [`progress ${JSON.stringify(state)}`, (messages: Messages) => messages.progress(state)] as const,
  ),
  ["a change that leads to a plan", (messages) => messages.flip(two, "‹plan›")],
  ["one change that leads to a plan", (messages) => messages.flip(one, "‹plan›")],
  ["the nearest current plan", (messages) => messages.nearest("‹plan›", "‹nearest›", "‹dataset›")],
  ["a need that no plan has", (messages) => messages.beyondNeed("‹need›", [], [])],
  ["a need that plans have", (messages) => messages.beyondNeed("‹need›", two, [])],
  ["a need that a paid plan has", (messages) => messages.beyondNeed("‹need›", two, one)],
  ["more changes", (messages) => messages.moreChanges(7)],
  ["more dates", (messages) => messages.timeline.moreDays(7, "‹counted›")],
  ["a clock change", (messages) => messages.clocksChange("‹from›", "‹to›")],
  ["more stretches", (messages) => messages.moreStretches(7)],
  ["a bar of a page", (messages) => messages.html.stretch("‹what›", "‹from›", "‹to›")],
  ["a page's footer", (messages) => messages.html.footer("‹dataset›", "‹tzdata›")],
  ["a page's zone", (messages) => messages.html.zone("‹zone›")],
  ["a page's timeline", (messages) => messages.html.timelineOf("‹from›", "‹to›", "‹zone›")],
  ["a page's plans", (messages) => messages.html.comparedPlans(two)],
  ["the share of a target", (messages) => messages.html.usedOfTarget("40.0%")],
  ["a ticket whose clock stands still", (messages) => messages.watch.standsStill("‹status›")],
  ["tickets with errors", (messages) => messages.watch.bad(1234)],
  ["open tickets", (messages) => `${messages.watch.openTickets(1)} ${messages.watch.openTickets(1234)}`],
  ["an open region", (messages) => messages.ics.open("‹region›")],
  ["the head of statements", (messages) => messages.sql.title("‹region›", "‹zone›", "‹from›", "‹to›")],
  ["the makers of statements", (messages) => messages.sql.versions("‹dataset›", "‹tzdata›")],
  ["the answers in statements", (messages) => messages.sql.answers("‹table›")],
  ["a setting's place", (messages) => messages.config.setIn("‹key›", "‹where›")],
  ["a question's change", (messages) => messages.questions.change("‹title›")],
  [
    "a question's numbers",
    (messages) =>
      `${messages.questions.oneOf(7)} ${messages.questions.typeSome("")} ${messages.questions.typeSome("‹usual›")}`,
  ],
  [
    "a batch's errors",
    (messages) => `${messages.batch.bad(1, 1)} ${messages.batch.bad(2, 1234)} ${messages.batch.more(4)}`,
  ],
  [
    "places in a file",
    (messages) => [{ line: 3 }, { line: 3, ticket: 5 }, { line: 3, event: 6 }].map(messages.batch.position).join(" "),
  ],
  ["a batch's end", (messages) => `${messages.batch.done(1)} ${messages.batch.done(1234)}`],
  [
    "an audit's counts",
    (messages) =>
      `${messages.audit.counts({ ...noTickets, read: 9, judged: 8 })} ${messages.audit.counts({ ...noTickets, read: 12, judged: 6, open: 2, bad: 1, filtered: 3 })}`,
  ],
  ["an audit's target", (messages) => messages.audit.targetLine(95)],
  ["an audit's own plan", (messages) => messages.audit.ownPlan("‹plans›")],
  [
    "sooner, later and the same",
    (messages) => [-60, 0, 60].map((seconds) => messages.audit.earlier(seconds, seconds ? "‹size›" : "")).join(" "),
  ],
  [
    "a history",
    ({ history }) =>
      `${[1, 7].map((tickets) => history.title(tickets, "‹path›")).join(" ")} ${history.against("‹plan›")}`,
  ],
  [
    "counted times",
    (messages) =>
      [
        messages.counted({ clock: "24x7", ms: 200_000_000 }, undefined),
        messages.counted({ clock: "24x5", ms: 3_600_000 }, 200_000_000),
        messages.counted({ clock: "business-hours", ms: 3_600_000 }, undefined),
        messages.counted({ clock: "business-hours", ms: 7_200_000 }, 13_440_000),
        messages.counted({ clock: "business-hours", ms: 5_400_000 }, 172_800_000),
        messages.counted({ clock: "business-days", ms: 36_000_000, days: { count: 1, restMs: 0 } }, undefined),
        messages.counted(
          { clock: "business-days", ms: 72_000_000, days: { count: 2, restMs: 4_800_000 } },
          266_400_000,
        ),
        messages.counted({ clock: "business-days", ms: 7_200_000, days: { count: 0, restMs: 7_200_000 } }, undefined),
      ].join(" "),
  ],
  ["no time at all", (messages) => `${messages.duration(0)} ${messages.span(0)}`],
  [
    "times before and after",
    (messages) => `${messages.duration(-61_000)} ${messages.duration(3_661_000)} ${messages.span(90_000_000)}`,
  ],
  [
    "targets",
    (messages) =>
      [
        messages.target({ clock: "business-hours", amount: 1, unit: "hours" }),
        messages.target({ clock: "business-hours", amount: 30, unit: "minutes" }),
        messages.target({ clock: "business-days", amount: 3, unit: "days" }),
        messages.target({ clock: "24x5", amount: 2, unit: "hours" }),
      ].join(" "),
  ],
  [
    "a priority's title",
    (messages) =>
      `${messages.priorityTitle("‹P2›", "‹Major›", undefined)} ${messages.priorityTitle("‹P2›", "‹Major›", "‹Label›")}`,
  ],
];

function both({ message, hint }: { readonly message: string; readonly hint: string }): string {
  return `${message} ${hint}`;
}

const marks = (text: string) => [...new Set(text.match(/‹[^›]*›/g) ?? [])].sort();

describe.each(Object.entries(languages))("%s", (lang, messages: Messages) => {
  test.each(sentences)("%s", (name, say) => {
    const text = say(messages);
    expect(text.trim()).not.toBe("");
    expect(text).not.toMatch(/undefined|\bnull\b|\bNaN\b|\[object|\$\{/);
    // What vendors' documents call a priority is shown where those are in that language.
    if (name !== "a priority's title") expect(marks(text)).toEqual(marks(say(en)));
    const isPlain = !/[a-z]{4}/i.test(say(en).replace(/‹[^›]*›/g, ""));
    if (lang !== "en" && !isPlain) expect(text).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
  });

  test.each<ErrorInfo>([
    { code: "unknown-command", value: "", nearest: [], allowed: two },
    { code: "excess-arguments", values: [""], command: "‹command›" },
    { code: "unknown-value", option, value: "", allowed: two, nearest: [] },
    { code: "bad-value", option, value: "", expected: "percent" },
    { code: "bad-time", option, value: "", problem: "unreadable", instead: [] },
    { code: "unknown-zone", value: "", nearest: [] },
    { code: "unknown-dataset", value: "", allowed: two, nearest: [] },
    { code: "unknown-holidays", value: "", nearest: [] },
  ])("a value that is empty can be seen: $code", (error) => {
    expect(messages.error(error).message).toContain('""');
  });
});

test("every key is used somewhere", () => {
  const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.startsWith("i18n"))
    .map((name) => readFileSync(`src/${name}`, "utf8"))
    .join("\n");
  const keys = (value: object, path: string): string[] =>
    Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === "object" && !Array.isArray(inner)
        ? [...keys(inner, `${path}${key}.`), `${path}${key}`]
        : [`${path}${key}`],
    );
  const unused = keys(en, "").filter((path) => {
    const key = path.slice(path.lastIndexOf(".") + 1);
    return !new RegExp(`(?<![\\w-])${key.replace(/[^\w-]/g, "\\$&")}(?![\\w-])`).test(sources);
  });
  expect(unused).toEqual([]);
});
