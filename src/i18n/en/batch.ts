/** Progress and summary of a ticket file. */
import { grouped, type ProgressState } from "../shared.js";
import { rowPosition } from "./grammar.js";

/** How far a long run is; `share` from 0 to 1. */
function progress({ rows, rate, share, secondsLeft }: ProgressState): string {
  // A first pass counts no rows.
  const parts = rows === 0 && share !== undefined ? [] : [`${grouped(rows)} tickets`, `${grouped(rate)}/s`];
  if (share !== undefined) parts.push(`${Math.floor(share * 100)}% read`);
  if (secondsLeft !== undefined) parts.push(`${secondsLeft} s left`);
  return parts.join(" · ");
}

export const batchTexts = {
  progress,
  /** The summary of a batch, line by line. */
  batch: {
    done: (rows: number) => `${grouped(rows)} ${rows === 1 ? "ticket" : "tickets"}.`,
    bad: (bad: number, rows: number) =>
      `${grouped(bad)} of ${grouped(rows)} ${rows === 1 ? "ticket" : "tickets"} ${bad === 1 ? "has" : "have"} an error:`,
    found: (found: readonly { readonly label: string; readonly tickets: number }[]) =>
      `Check failed: ${found.map(({ label, tickets }) => `${grouped(tickets)} ${label}`).join(", ")}.`,
    due: (tickets: number, within: string) =>
      `${grouped(tickets)} ${tickets === 1 ? "ticket is" : "tickets are"} due within ${within} or overdue.`,
    position: rowPosition,
    more: (more: number) => `and ${grouped(more)} more (see the error column)`,
  },
};
