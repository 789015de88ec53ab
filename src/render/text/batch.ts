/**
 * The output around a batch of tickets: the JSON document and the summary on stderr.
 */

import { formatUtc } from "../../core/format-time.js";
import type { RowError, RowErrorAt, RowPosition } from "../../errors.js";
import type { Messages } from "../../i18n/en/index.js";
import type { Assumption, DatasetRef, SeveralDatasets, TicketAnswer, Warning } from "../../report.js";
import type { Reading } from "../../tickets/names.js";
import { assumptionBody, type JsonView, ticketBody } from "../json.js";
import { formatJson } from "../json-text.js";
import type { View } from "./color.js";
import { readingBody, readingLines, unknownWordLines } from "./reading.js";
import { escapeControls, escapeControlsDeep, escaperOf } from "./sanitize.js";

/** The error of a row as in its cell: the stable code, then the message. */
export function renderRowError(error: RowError, messages: Messages): string {
  return escapeControls(`${error.code}: ${messages.rowError(error)}`);
}

/** The document up to its tickets. */
export function openBatchJson(
  { dataset, datasets }: SeveralDatasets & { readonly dataset: DatasetRef },
  now: number,
  metric?: string,
): string {
  const several = datasets ? `,"datasets":${formatJson(datasets)}` : "";
  const named = metric === undefined ? "" : `,"metric":${formatJson(metric)}`;
  return `{"schemaVersion":1,"command":"deadline","dataset":${formatJson(dataset)}${several}${named},"now":"${formatUtc(now)}","tickets":[\n`;
}

export function renderBatchTicket(
  answer: TicketAnswer | undefined,
  { id, error, ...position }: RowPosition & { readonly id: string; readonly error: RowError | undefined },
  messages: Messages,
): string {
  if (answer) return formatJson({ id, ...position, ...ticketBody(answer) });
  return formatJson({ id, ...position, error: error && { code: error.code, message: messages.rowError(error) } });
}

export interface BatchOutline {
  readonly reading: Reading;
  readonly read: number;
  readonly bad: number;
  readonly assumptions: readonly Assumption[];
  readonly warnings: readonly Warning[];
}

/** The document after its tickets. */
export function closeBatchJson(
  { read, bad, reading, assumptions, warnings }: BatchOutline,
  messages: Messages,
  view: JsonView,
): string {
  const rest = {
    rows: { read, bad },
    reading: readingBody(reading),
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
  readonly seen: readonly RowErrorAt[];
  readonly reading: Reading;
}

export interface BatchMessage extends RowSummary {
  /** Only errors are reported. */
  readonly isQuiet: boolean;
  /** The finding of --check, as a sentence. */
  readonly finding?: string | undefined;
}

/** The summary for stderr: how many tickets there were, the bad rows, how the file was read, and the finding of a check. */
export function renderBatchMessage(
  { finding, isQuiet, ...rows }: BatchMessage,
  messages: Messages,
  view: Pick<View, "plain">,
): string {
  return [
    rows.bad === 0 ? messages.batch.done(rows.read) : renderBadRows(rows, messages, view),
    ...(isQuiet ? [] : readingLines(escapeControlsDeep(rows.reading, escaperOf(view)), messages)),
    ...(finding === undefined ? [] : [finding]),
  ].join("\n");
}

/** How many rows are bad: the unknown words, and the first of the other errors. */
export function renderBadRows(
  { read, bad, seen, reading }: RowSummary,
  messages: Messages,
  view: Pick<View, "plain">,
): string {
  const { unknownWords } = reading;
  const more = bad - seen.length - reading.unknownRows;
  return [
    messages.batch.bad(bad, read),
    ...unknownWordLines(escapeControlsDeep(unknownWords, escaperOf(view)), messages).map((line) => `  ${line}`),
    ...escapeControlsDeep(seen, escaperOf(view)).map(
      (row) => `  ${messages.batch.position(row)}${messages.colon}${renderRowError(row.error, messages)}`,
    ),
    ...(more > 0 ? [`  ${messages.batch.more(more)}`] : []),
  ].join("\n");
}
