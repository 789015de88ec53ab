/**
 * A local date as a ledger of its own: from its first instant to the next date's, every stretch open or closed with its reason.
 * The data of day strips and timelines.
 */
import type { Calendar } from "./calendar.js";
import { dayMs } from "./date.js";
import { type LedgerLine, ledger } from "./ledger.js";
import { noPauses, type Pause } from "./pause.js";
import type { HourClock } from "./target.js";
import { earliestInstant, latestInstant, localDay } from "./zone.js";

export interface LocalDays {
  /** The date, as days since 1970-01-01. */
  readonly day: number;
  readonly from: number;
  readonly to: number;
  readonly lines: readonly LedgerLine[];
}

/** The stretches of a date on a clock; none for a date that the zone skipped. */
export function localDays(
  calendar: Calendar,
  day: number,
  clock: HourClock,
  pauses: readonly Pause[] = noPauses,
): LocalDays {
  // The first and the last date are cut off where time begins and ends.
  const from = Math.max(calendar.zone.firstAtOrAfter(day * dayMs), earliestInstant);
  const to = Math.min(calendar.zone.firstAtOrAfter((day + 1) * dayMs), latestInstant);
  return { day, from, to, lines: ledger(calendar, from, to, clock, pauses) };
}

/** Dates left out of a long timeline, and the open time in them. */
export interface SkippedDays {
  readonly skipped: number;
  readonly countedMs: number;
}

/** How many dates a timeline shows at most, and how many of them are the last ones. */
export const timelineDays = 14;
const lastDays = 4;

/** The dates that `[from, to]` touches, in order; of a long span the first and the last, with the dates between in one entry. */
export function timelineOf(
  calendar: Calendar,
  from: number,
  to: number,
  clock: HourClock,
  pauses: readonly Pause[],
  countedMs: (from: number, to: number) => number,
): readonly (LocalDays | SkippedDays)[] {
  const first = localDay(calendar.zone, from);
  const last = localDay(calendar.zone, to > from ? to - 1 : to);
  const days = (start: number, end: number) =>
    Array.from({ length: end - start + 1 }, (_, i) => localDays(calendar, start + i, clock, pauses)).filter(
      ({ lines }) => lines.length > 0,
    );
  if (last - first < timelineDays) return days(first, last);
  const head = days(first, first + timelineDays - lastDays - 1);
  const tail = days(last - lastDays + 1, last);
  const skipped = last - first + 1 - timelineDays;
  return [
    ...head,
    { skipped, countedMs: countedMs((head.at(-1) as LocalDays).to, (tail[0] as LocalDays).from) },
    ...tail,
  ];
}
