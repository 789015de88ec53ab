/**
 * A ticket's way from its opening to its deadline, a line per date: used and remaining time filled, closed time blank, pauses marked,
 * holidays named.
 */

import type { LedgerLine } from "../../core/ledger.js";
import type { LocalDays } from "../../core/local-days.js";
import type { Messages } from "../../i18n/en/index.js";
import type { DeadlineReport, DueTicket, ShownZone } from "../../report.js";
import type { Style, View } from "./color.js";
import { cellsOf, closedWhy, dayLabel, renderStrips, type Stretch, type StripRow, stripSigns } from "./day-strip.js";
import { alsoAt, formatHour, yearOf } from "./time.js";

/** The timeline of a ticket; empty where it has none. */
export function renderTimeline(
  ticket: DueTicket,
  { now, shownIn }: Pick<DeadlineReport, "now" | "shownIn">,
  messages: Messages,
  view: View,
  style: Style,
): string {
  const rows = timelineRows(ticket, now, shownIn, messages).map(
    ({ label, text, date, stretches }): StripRow =>
      date ? { label, signs: stripSigns(date, stretches, ticket.zone, cellsOf(view.columns)), text } : { label, text },
  );
  return rows.length === 0 ? "" : renderStrips(rows, { ...messages.legend, closed: "" }, view, style);
}

/** A date of a timeline and its text; omitted dates are one row without a date. */
export interface TimelineRow {
  readonly label: string;
  readonly text: string;
  readonly date?: LocalDays;
  readonly stretches: readonly Stretch[];
}

/** The dates of a ticket's timeline. `now` parts used from remaining time while there is no response. */
export function timelineRows(
  ticket: DueTicket,
  now: number,
  shownIn: ShownZone | undefined,
  messages: Messages,
): readonly TimelineRow[] {
  const { timeline = [], zone, opened, deadline } = ticket;
  const until = Math.min(ticket.responded ?? now, deadline);
  const withYear = yearOf(opened, zone) !== yearOf(deadline, zone);
  return timeline.map((entry): TimelineRow => {
    if ("skipped" in entry)
      return {
        label: "",
        text: messages.timeline.moreDays(entry.skipped, messages.duration(entry.countedMs)),
        stretches: [],
      };
    const stretches = entry.lines.flatMap((line) => stretchesOf(line));
    const counted = stretches.filter(({ sign }) => sign === "used" || sign === "left");
    const countedMs = counted.reduce((sum, { from, to }) => sum + to - from, 0);
    const isFirst = opened >= entry.from && opened < entry.to;
    const isLast = deadline > entry.from && deadline <= entry.to;
    const isOpen = entry.lines.some((line) => line.kind === "open");
    const text = [
      ...(isFirst ? [messages.timeline.opened(timeOf(opened, "from", entry.from))] : []),
      ...(countedMs > 0 ? [messages.duration(countedMs)] : []),
      ...closedWhy(entry.lines, isOpen, messages),
      ...(entry.lines.some((line) => line.kind === "closed" && line.reason === "pause") && isOpen
        ? [messages.reasons.pause]
        : []),
      ...(isLast ? [messages.timeline.due(timeOf(deadline, "to", entry.to))] : []),
    ];
    return { label: dayLabel(entry.day, withYear, messages), text: text.join(messages.comma), date: entry, stretches };
  });

  function timeOf(instant: number, edge: "from" | "to", bound: number): string {
    return `${formatHour(instant, zone, bound, edge)}${alsoAt(instant, edge, zone, shownIn, messages)}`;
  }

  /** A ledger line cut at the opening, at now and at the deadline. */
  function stretchesOf(line: LedgerLine): readonly Stretch[] {
    if (line.kind === "closed")
      return [{ from: line.from, to: line.to, sign: line.reason === "pause" ? "pause" : "closed" }];
    const cut = (from: number, to: number, sign: Stretch["sign"]): Stretch[] => {
      const part = { from: Math.max(line.from, from), to: Math.min(line.to, to), sign };
      return part.from < part.to ? [part] : [];
    };
    return [
      ...cut(Number.NEGATIVE_INFINITY, opened, "uncounted"),
      ...cut(opened, Math.max(opened, until), "used"),
      ...cut(Math.max(opened, until), deadline, "left"),
      ...cut(deadline, Number.POSITIVE_INFINITY, "uncounted"),
    ];
  }
}
