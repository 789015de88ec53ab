/**
 * The ledger as text: one line per stretch, what it counted and what was left, or why it did not count; then the sum.
 */

import type { CountedDay } from "../../core/business-days.js";
import type { LedgerLine } from "../../core/ledger.js";
import type { Messages } from "../../i18n/en/index.js";
import type { DueTicket, ShownZone } from "../../report.js";
import type { Style, View } from "./color.js";
import { renderTable } from "./table.js";
import { formatEdge, formatOffset, yearOf } from "./time.js";

/** A ledger's heads and its rows, the sum last. */
export interface LedgerTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function renderLedger(
  ticket: DueTicket,
  shownIn: ShownZone | undefined,
  messages: Messages,
  view: View,
  style: Style,
): string {
  const { head, rows } = ledgerOf(ticket, messages, style, shownIn);
  return renderTable(head, rows, view.columns, style);
}

/** The ledger of a ticket; a target in business days shows which dates were counted. */
export function ledgerOf(
  ticket: DueTicket,
  messages: Messages,
  style: Style,
  shownIn?: ShownZone | undefined,
): LedgerTable {
  const { labels } = messages;
  const budgetMs = ticket.usedMs + ticket.remainingMs;
  const dates = ticket.countedDays;
  const footer = dates
    ? { total: "", right: labels.day, note: messages.addsUpTo(messages.target(ticket.target)) }
    : {
        total: messages.duration(budgetMs),
        right: labels.left,
        note: messages.addsUpTo(messages.target(ticket.target)),
      };
  return linesOf(ticket.segments ?? [], [ticket.zone, shownIn], budgetMs, dates, footer, messages, style);
}

/** The ledger of an elapsed time, with a running total. */
export function renderElapsedLedger(
  lines: readonly LedgerLine[],
  zones: LedgerZones,
  messages: Messages,
  view: View,
  style: Style,
): string {
  const total = lines.reduce((sum, line) => sum + (line.kind === "open" ? line.to - line.from : 0), 0);
  const footer = { total: messages.duration(total), right: messages.labels.total, note: "" };
  const { head, rows } = linesOf(lines, zones, undefined, undefined, footer, messages, style);
  return renderTable(head, rows, view.columns, style);
}

/** The zone of a ledger's times, and the one they are shown in as well. */
type LedgerZones = readonly [zone: ShownZone, shownIn: ShownZone | undefined];

/** The columns of a stretch's ends in a second zone; none where there is no other zone. */
export function secondEdges(zone: ShownZone, shownIn: ShownZone | undefined, messages: Messages) {
  if (shownIn === undefined || shownIn.id === zone.id) return { head: [], blanks: [], cells: () => [] };
  const { labels } = messages;
  return {
    head: [messages.aside(labels.from, shownIn.id), messages.aside(labels.to, shownIn.id)],
    blanks: ["", ""],
    cells: (from: number, to: number, withYear: boolean) => [
      formatEdge(from, "from", withYear, shownIn, messages),
      formatEdge(to, "to", withYear, shownIn, messages),
    ],
  };
}

interface Footer {
  readonly total: string;
  readonly right: string;
  readonly note: string;
}

function linesOf(
  lines: readonly LedgerLine[],
  [zone, shownIn]: LedgerZones,
  budgetMs: number | undefined,
  dates: readonly CountedDay[] | undefined,
  footer: Footer,
  messages: Messages,
  style: Style,
): LedgerTable {
  const { labels } = messages;
  const first = lines[0];
  const last = lines.at(-1);
  const withYear = first !== undefined && last !== undefined && yearOf(first.from, zone) !== yearOf(last.to, zone);
  const second = secondEdges(zone, shownIn, messages);
  let sum = 0;
  const running = lines.map((line) => {
    if (line.kind === "open") sum += line.to - line.from;
    return { line, counted: sum };
  });
  const rowOf = ({ line, counted }: (typeof running)[number]): readonly string[] => {
    const edges = [
      formatEdge(line.from, "from", withYear, zone, messages),
      formatEdge(line.to, "to", withYear, zone, messages),
      ...second.cells(line.from, line.to, withYear),
    ];
    const change = clockChange(line, zone, messages);
    if (line.kind === "closed") {
      const why = line.holiday
        ? `${messages.reasons[line.reason]}${messages.colon}${line.holiday}`
        : messages.reasons[line.reason];
      return [...edges, "-", "", style.dim(change === "" ? why : `${why}${messages.comma}${change}`)];
    }
    const right = dates
      ? dayCount(dates, line)
      : messages.duration(budgetMs === undefined ? counted : budgetMs - counted);
    return [...edges, messages.duration(line.to - line.from), right, style.dim(change)];
  };
  const rows = foldedRows(running, rowOf, (count) => [
    messages.more,
    "",
    ...second.blanks,
    "",
    "",
    messages.moreStretches(count),
  ]);
  rows.push(["", labels.total, ...second.blanks, style.strong(footer.total), "", footer.note]);
  return { head: [labels.from, labels.to, ...second.head, labels.counts, footer.right, labels.why], rows };
}

/**
 * The clock change that makes an open stretch longer or shorter than its ends on the wall clock, or a closed one end before it
 * starts; empty without one.
 */
function clockChange({ kind, from, to }: LedgerLine, zone: ShownZone, messages: Messages): string {
  const goesBack = to + zone.offsetAt(to) <= from + zone.offsetAt(from);
  if (kind === "closed" && !goesBack) return "";
  const before = formatOffset(from, zone);
  const after = formatOffset(to, zone);
  return before === after ? "" : messages.clocksChange(before, after);
}

/** The longest list of stretches that is shown whole: some years of days and nights. */
const maxRows = 2000;

/** A row for each of a list, or for its first and last where it is longer than anyone reads, and `between` for how many are left out. */
export function foldedRows<T, R>(list: readonly T[], rowOf: (one: T) => R, between: (count: number) => R): R[] {
  if (list.length <= maxRows) return list.map(rowOf);
  const half = maxRows / 2;
  return [...list.slice(0, half).map(rowOf), between(list.length - maxRows), ...list.slice(-half).map(rowOf)];
}

/** Which counted dates begin in a stretch, as `1` or `1-3`; empty for the rest of the day the clock started on. */
function dayCount(dates: readonly CountedDay[], { from, to }: LedgerLine): string {
  const first = dates.findIndex((date) => date.from >= from && date.from < to);
  const last = dates.findLastIndex((date) => date.from >= from && date.from < to);
  if (first < 0) return "";
  return first === last ? String(first + 1) : `${first + 1}-${last + 1}`;
}
