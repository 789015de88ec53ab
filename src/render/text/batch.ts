/**
 * The output around a batch of tickets: the JSON document and the summary on stderr.
 */

import { formatUtc } from "../../core/format-time.js";
import type { RowError } from "../../errors.js";
import type { Messages } from "../../i18n/en/index.js";
import type { Assumption, DatasetRef, Fill, TicketAnswer, Warning } from "../../report.js";
import { assumptionBody, type JsonView, ticketBody } from "../json.js";
import { formatJson } from "../json-text.js";
import type { View } from "./color.js";
import { escapeControls, escapeControlsDeep, escaperOf } from "./sanitize.js";

/** The error of a row as in its cell: the stable code, then the message. */
export function renderRowError(error: RowError, messages: Messages): string {
  return escapeControls(`${error.code}: ${messages.rowError(error)}`);
}

/** The document up to its tickets. */
export function openBatchJson(dataset: DatasetRef, now: number): string {
  return `{"schemaVersion":1,"command":"deadline","dataset":${formatJson(dataset)},"now":"${formatUtc(now)}","tickets":[\n`;
}

export function renderBatchTicket(
  answer: TicketAnswer | undefined,
  row: { readonly id: string; readonly line: number; readonly error: RowError | undefined },
  messages: Messages,
): string {
  const { id, line, error } = row;
  if (answer) return formatJson({ id, line, ...ticketBody(answer) });
  return formatJson({ id, line, error: error && { code: error.code, message: messages.rowError(error) } });
}

export interface BatchOutline {
  readonly read: number;
  readonly bad: number;
  readonly assumptions: readonly Assumption[];
  readonly warnings: readonly Warning[];
}

/** The document after its tickets. */
export function closeBatchJson(
  { read, bad, assumptions, warnings }: BatchOutline,
  messages: Messages,
  view: JsonView,
): string {
  const rest = {
    rows: { read, bad },
    assumptions: assumptions.map((assumption) => assumptionBody(assumption, messages)),
    warnings: warnings.map((warning) => ({ code: warning.code, text: messages.warning(warning) })),
    tzdata: view.tzdata,
  };
  return `\n],${formatJson(rest).slice(1)}\n`;
}

export interface RowSummary {
  readonly read: number;
  readonly bad: number;
  /** The first bad rows. */
  readonly seen: readonly { readonly line: number; readonly error: RowError }[];
}

export interface BatchMessage extends RowSummary {
  /** The cells that flags filled. */
  readonly fills: readonly Fill[];
  /** The finding of --check, as a sentence. */
  readonly finding?: string | undefined;
}

/** The summary for stderr: the cells that flags filled, how many tickets there were, the first bad rows, and the finding of a check. */
export function renderBatchMessage(
  { fills, finding, ...rows }: BatchMessage,
  messages: Messages,
  view: Pick<View, "plain">,
): string {
  return [
    ...fills.map((fill) => messages.batch.filled(fill)),
    rows.bad === 0 ? messages.batch.done(rows.read) : renderBadRows(rows, messages, view),
    ...(finding === undefined ? [] : [finding]),
  ].join("\n");
}

/** How many rows are bad, and the first of them. */
export function renderBadRows({ read, bad, seen }: RowSummary, messages: Messages, view: Pick<View, "plain">): string {
  return [
    messages.batch.bad(bad, read),
    ...escapeControlsDeep(seen, escaperOf(view)).map(
      ({ line, error }) => `  ${messages.batch.line(line)}${messages.colon}${renderRowError(error, messages)}`,
    ),
    ...(bad > seen.length ? [`  ${messages.batch.more(bad - seen.length)}`] : []),
  ].join("\n");
}
