/**
 * Open tickets as a screen that is drawn again every second, and as a line per change where there is no screen.
 */

import { formatLocal, formatUtc, padded } from "../../core/format-time.js";
import type { Status } from "../../core/status.js";
import { positionOf } from "../../errors.js";
import type { Messages } from "../../i18n/en/index.js";
import type { ShownZone, WatchReport, WatchTicket } from "../../report.js";
import { formatJson } from "../json-text.js";
import { createStyle, type Style } from "./color.js";
import { meaning } from "./deadline.js";
import { escapeControls, escaperOf } from "./sanitize.js";
import { formatMoment } from "./time.js";
import { cutTo, padTo, widestOf } from "./width.js";

export interface WatchView {
  readonly columns: number;
  /** Lines of the screen. */
  readonly rows: number;
  /** Tickets above the first visible one. */
  readonly offset: number;
  readonly color: boolean;
  readonly plain: boolean;
  /** Keys can be pressed; the last line lists them. */
  readonly hasKeys: boolean;
  /** What is wrong with the file. */
  readonly trouble?: string | undefined;
}

/** Lines that are not tickets: title, column heads, and at the end a blank one and the keys. */
const frame = 4;

/** How many tickets fit the screen; at least one. A trouble needs a line. */
export function ticketLines(rows: number, trouble?: string): number {
  return Math.max(1, rows - frame - (trouble === undefined ? 0 : 1));
}

/** A screen of at most `rows` lines, none wider than `columns`: the tickets by what is due next. */
export function renderWatch(report: WatchReport, messages: Messages, view: WatchView): string {
  const { tickets, now, reader, shownIn, counts } = report;
  const { columns, offset, color, hasKeys, trouble } = view;
  const style = createStyle(color);
  const visibleTickets = tickets.slice(offset, offset + ticketLines(view.rows, trouble));
  const second = Math.floor(now / 1000) * 1000;
  const title = `${messages.watch.openTickets(tickets.length)}  ${formatMoment(second, reader, messages)}`;
  const body =
    visibleTickets.length === 0
      ? [style.dim(messages.watch.nothingOpen)]
      : table(visibleTickets, shownIn, view, messages, style);
  const more = tickets.length - offset - visibleTickets.length;
  const below = [
    ...(hasKeys ? [messages.watch.keys] : []),
    ...(offset + more > 0 ? [messages.watch.further(offset, more)] : []),
    ...byStatus(tickets, messages),
    messages.watch.answered(counts.answered),
    ...(counts.closed > 0 ? [messages.watch.closed(counts.closed)] : []),
    ...(counts.withoutTarget > 0 ? [messages.watch.withoutTarget(counts.withoutTarget)] : []),
    ...(counts.bad > 0 ? [messages.watch.bad(counts.bad)] : []),
  ].join(" · ");
  const head = [
    style.strong(cutTo(title, columns)),
    ...(trouble === undefined ? [] : [style.bad(cutTo(trouble, columns))]),
  ];
  return [...head, ...body, "", style.dim(cutTo(below, columns))].slice(0, view.rows).join("\n");
}

function byStatus(tickets: readonly WatchTicket[], messages: Messages): string[] {
  return (["overdue", "at-risk", "open"] as const)
    .map((status) => ({ status, count: tickets.filter((ticket) => ticket.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${messages.number(count)} ${messages.statuses[status]}`);
}

interface Column {
  readonly head: string;
  readonly cell: (ticket: WatchTicket) => string;
  /** The higher, the earlier it is left out. */
  readonly rank: number;
  readonly most: number;
}

function columnsOf(
  shownIn: ShownZone | undefined,
  shown: (text: string) => string,
  messages: Messages,
): readonly Column[] {
  const { labels, watch } = messages;
  return [
    {
      head: labels.left,
      cell: (t) => countdown(t.status === "overdue" ? -lateOf(t) : t.remainingMs),
      rank: 0,
      most: 12,
    },
    { head: labels.clock, cell: (t) => messages.clocks[t.meter], rank: 4, most: 20 },
    {
      head: labels.status,
      cell: (t) =>
        t.isRunning || t.status === "overdue"
          ? messages.statuses[t.status]
          : watch.standsStill(messages.statuses[t.status]),
      rank: 3,
      most: 30,
    },
    { head: watch.ticket, cell: (t) => shown(t.id), rank: 1, most: 24 },
    { head: labels.priority, cell: (t) => t.priority, rank: 2, most: 10 },
    {
      head: shownIn === undefined ? labels.respondBy : messages.aside(labels.respondBy, shownIn.id),
      cell: (t) => formatMoment(t.deadline, shownIn ?? t.zone, messages),
      rank: 5,
      most: 48,
    },
    { head: labels.plan, cell: (t) => shown(t.planName), rank: 7, most: 20 },
    { head: labels.region, cell: (t) => shown(t.regionName ?? ""), rank: 6, most: 14 },
  ];
}

/** The columns that fit, the time left always among them; what is least needed goes first. */
function table(
  tickets: readonly WatchTicket[],
  shownIn: ShownZone | undefined,
  view: WatchView,
  messages: Messages,
  style: Style,
): string[] {
  const all = columnsOf(shownIn, escaperOf(view), messages);
  const kept = fitting(all, tickets, view.columns).sort((a, b) => all.indexOf(a.column) - all.indexOf(b.column));
  const line = (cellOf: (column: SizedColumn) => string) =>
    kept
      .map((sized) => padTo(cutTo(cellOf(sized), sized.width), sized.width))
      .join("  ")
      .trimEnd();
  const lines = tickets.map(({ status }, row) =>
    styleOfStatus(style, status)(line(({ cells }) => cells[row] as string)),
  );
  return [style.dim(line(({ column }) => column.head)), ...lines];
}

interface SizedColumn {
  readonly column: Column;
  readonly cells: readonly string[];
  readonly width: number;
}

/** The most needed columns that fit, at least two. The cells of the others are not made: a list may be long. */
function fitting(all: readonly Column[], tickets: readonly WatchTicket[], columns: number): SizedColumn[] {
  const kept: SizedColumn[] = [];
  let total = 0;
  for (const column of [...all].sort((a, b) => a.rank - b.rank)) {
    const cells = tickets.map(column.cell);
    const width = Math.min(column.most, Math.max(widestOf([column.head]), widestOf(cells)));
    total += width + 2;
    if (total > columns && kept.length >= 2) break;
    kept.push({ column, cells, width });
  }
  return kept;
}

function styleOfStatus(style: Style, status: Status): (text: string) => string {
  return status === "open" ? (text) => text : style[meaning[status]];
}

/** Time past the deadline on the ticket's own clock: what was used beyond the budget. */
function lateOf({ remainingMs }: WatchTicket): number {
  return Math.max(0, -remainingMs);
}

/** `1:10:05`, `-0:12:33`: hours, minutes and seconds; what is left is rounded up, so that it is gone only at the deadline. */
function countdown(ms: number): string {
  const seconds = Math.ceil(Math.abs(ms) / 1000);
  return `${ms < 0 && seconds > 0 ? "-" : ""}${Math.floor(seconds / 3600)}:${padded(Math.floor(seconds / 60) % 60)}:${padded(seconds % 60)}`;
}

/** What became of a ticket between two looks. */
export type WatchChange = { readonly ticket: WatchTicket; readonly state: Status | "alarm" | "gone" };

/**
 * The tickets whose status is another than before, new ones among them, those that are open no more, and those whose deadline has come
 * as near as one of the alarms.
 */
export function changesOf(
  before: WatchReport | undefined,
  now: WatchReport,
  alarmsMs: readonly number[] = [],
): readonly WatchChange[] {
  const keyOf = ({ id, plan, ...row }: WatchTicket) =>
    id === "" ? `${JSON.stringify(positionOf(row))} ${plan}` : `${id} ${plan}`;
  const known = new Map(before?.tickets.map((ticket) => [keyOf(ticket), ticket]));
  const changed = now.tickets.flatMap((ticket): WatchChange[] => {
    const old = known.get(keyOf(ticket));
    known.delete(keyOf(ticket));
    const changes: WatchChange[] =
      old && old.status === ticket.status && old.deadline === ticket.deadline ? [] : [{ ticket, state: ticket.status }];
    const isAlarm = alarmsMs.some((ms) => isBetween(ticket.deadline - ms, before?.now, now.now));
    return isAlarm ? [...changes, { ticket, state: "alarm" }] : changes;
  });
  return [...changed, ...[...known.values()].map((ticket): WatchChange => ({ ticket, state: "gone" }))];
}

function isBetween(instant: number, after: number | undefined, until: number): boolean {
  return after !== undefined && instant > after && instant <= until;
}

/** The same as an object of JSON on a line. */
export function renderWatchJson(
  { ticket, state }: WatchChange,
  now: number,
  shownIn?: ShownZone,
  metric?: string,
): string {
  const { id, plan, priority, region, opened, deadline, remainingMs } = ticket;
  const zone = shownIn ?? ticket.zone;
  return `${formatJson({
    ...{ now: formatUtc(now), id, ...positionOf(ticket), state, plan, priority, region: region ?? null },
    ...(metric !== undefined && { metric }),
    opened: formatUtc(opened),
    deadline: formatUtc(deadline),
    deadlineLocal: formatLocal(deadline, zone.offsetAt(deadline)),
    remainingSeconds: Math.ceil(remainingMs / 1000),
  })}\n`;
}

/** All tickets below their heads, as a list that is printed once. */
export function renderWatchList(
  report: WatchReport,
  messages: Messages,
  view: Omit<WatchView, "rows" | "offset" | "hasKeys">,
): string {
  const rows = report.tickets.length + frame + 1;
  return `${renderWatch(report, messages, { ...view, rows, offset: 0, hasKeys: false })}\n`;
}

/** A line for scripts, parted by tabs: time, ticket, state, plan, priority, region, deadline, seconds left. Never translated. */
export function renderWatchLine({ ticket, state }: WatchChange, now: number, shownIn?: ShownZone): string {
  const { id, plan, priority, region, deadline, remainingMs } = ticket;
  const zone = shownIn ?? ticket.zone;
  const seconds = Math.ceil(remainingMs / 1000);
  return `${[formatUtc(now), escapeControls(id), state, plan, priority, region ?? "", formatLocal(deadline, zone.offsetAt(deadline)), seconds].join("\t")}\n`;
}
