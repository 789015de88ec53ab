/** What is wrong with a row of a ticket file, after its code. */
import type { RowError } from "../../errors.js";
import { byCode, shortened } from "../shared.js";
import { list } from "./grammar.js";
import { timeProblems } from "./time.js";

/** A cell: its column and its value. */
const cell = ({ column, value }: { readonly column: string; readonly value: string }) =>
  `${shortened(column)} "${shortened(value)}"`;

export const rowError = byCode<RowError, string>({
  "missing-cell": (error) => `${shortened(error.column)} is empty`,
  "bad-time": (error) => {
    const dateOnly = error.problem === "date-only" ? "; set --date-only start, end or opening" : "";
    const ignorable =
      error.ignorable === undefined
        ? ""
        : `; if this column is something else, ignore it with --map ${error.ignorable}=`;
    return `${cell(error)} ${timeProblems[error.problem]}${dateOnly}${ignorable}`;
  },
  "ambiguous-date": (error) => `${cell(error)} is ambiguous; set --date-order`,
  "bad-duration": (error) => `${cell(error)} is not a length of time`,
  "bad-pauses": (error) =>
    `${cell(error)} is not a list of pauses, such as 2026-11-20T10:00/2026-11-20T12:00;2026-11-20T15:00/`,
  "unknown-plan": (error) => `unknown plan: ${cell(error)}`,
  "unknown-priority": (error) => `unknown priority: ${cell(error)}`,
  "unknown-region": (error) => `unknown region: ${cell(error)}`,
  "unknown-zone": (error) =>
    `unknown time zone: ${cell(error)}${error.iana === undefined ? "" : `; use ${error.iana}`}`,
  "no-target": (error) => `plan ${error.plan} has no target for priority ${error.priority}`,
  "missing-zone": (error) =>
    `the hours of region ${error.region} are in the customer's time zone; set it with --zone or a zone column`,
  "missing-region": (error) =>
    `the ${error.priority} target of plan ${error.plan} depends on ${error.hasNone ? "a region's hours, and the dataset has no regions" : "the region's hours; set --region or a region column"}`,
  "responded-before-opened": (error) => `${cell(error)} is earlier than the opening time`,
  "cell-count": (error) =>
    `the row has ${error.found} ${error.found === 1 ? "cell" : "cells"}, but the header has ${error.expected}`,
  "bad-quotes": () => "unclosed quote, or text after a closing quote",
  "long-row": ({ megabytes }) => `the row is longer than ${megabytes} MiB; only its first 64 KiB are written`,
  "bad-json": () => "not a JSON object",
  "bad-events": (error) => `${shortened(error.column)} is not a list of events, each a JSON object`,
  "repeated-key": (error) => `the object has the key ${error.key} more than once`,
  "key-conflict": (error) => `the object already has ${list(error.keys, "and")}, so the added keys are renamed in it`,
  "never-open": () => "the calendar has no open time",
  "beyond-horizon": () => "the deadline, the response or now is more than 100 years after the opening time",
  "instant-out-of-range": () => "a time is outside 0001-01-03 to 9999-12-28",
});
