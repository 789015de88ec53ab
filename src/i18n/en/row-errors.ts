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
  "bad-time": (error) => `${cell(error)} ${timeProblems[error.problem]}`,
  "ambiguous-date": (error) => `${cell(error)} can be read in more than one order; set --date-order`,
  "bad-duration": (error) => `${cell(error)} is not a number of minutes`,
  "unknown-plan": (error) => `${cell(error)} is not known`,
  "unknown-priority": (error) => `${cell(error)} is not known`,
  "unknown-region": (error) => `${cell(error)} is not known`,
  "unknown-zone": (error) => `${cell(error)} is not known`,
  "no-target": (error) => `plan ${error.plan} has no target for priority ${error.priority}`,
  "missing-region": (error) =>
    `the target of plan ${error.plan} for ${error.priority} counts a region's hours; set --region or a region column`,
  "responded-before-opened": (error) => `${cell(error)} is before the ticket was opened`,
  "cell-count": (error) =>
    `the row has ${error.found} ${error.found === 1 ? "cell" : "cells"}, the header ${error.expected}`,
  "bad-quotes": () => "a quote is not closed, or text follows a closing one",
  "long-row": ({ megabytes }) => `the row is longer than ${megabytes} MiB; only its beginning is kept`,
  "bad-encoding": () => "the row is not text in the encoding of the file; set --encoding",
  "bad-json": () => "the line is not a JSON object",
  "repeated-key": (error) => `the line has the key ${error.key} more than once`,
  "key-conflict": (error) =>
    `the line has ${list(error.keys, "and")} of its own, so the added keys have other names here`,
  "never-open": () => "the calendar is never open",
  "beyond-horizon": () => "from the opening to the deadline, the response or now it is more than 100 years",
  "instant-out-of-range": () => "a time lies outside 0001-01-03 to 9999-12-28",
});
