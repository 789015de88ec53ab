/**
 * Lengths of time towards a target, as readers see them: each names the clock that counted it.
 */

import { secondMs } from "../../core/date.js";
import { measuringClock } from "../../core/deadline.js";
import type { HourClock } from "../../core/target.js";
import type { Messages } from "../../i18n/en/index.js";
import type { CountedTime } from "../../report.js";

/**
 * `2 business hours (3 h 44 min by the clock)`: `wallMs`, the same by the clock on the wall, follows where it differs.
 * Both are rounded up to the second, so that nothing is ever late by 0 minutes.
 */
export function formatCounted({ clock, ms, days }: CountedTime, wallMs: number, messages: Messages): string {
  const time = { clock, ms: toSecondAbove(ms), days: days && { ...days, restMs: toSecondAbove(days.restMs) } };
  const wall = toSecondAbove(wallMs);
  const isAlike = clock === "24x7" || (time.ms === wall && !days?.count);
  return messages.counted(time, isAlike ? undefined : wall);
}

function toSecondAbove(ms: number): number {
  return Math.ceil(ms / secondMs) * secondMs;
}

/** A counted time without its clock, for a place that names it: `1 h 10 min`, `2 business days 1 h`. */
export function formatAmount({ clock, ms, days }: CountedTime, messages: Messages): string {
  if (days && days.count > 0) return messages.businessDays(days);
  return clock === "24x7" ? messages.clockTime(ms) : messages.duration(ms);
}

/** The clock after what counted on it: `1 h 10 min left (business hours)`. Time by the clock on the wall needs no name, nor do whole days. */
export function withClock(text: string, times: readonly CountedTime[], messages: Messages): string {
  const isPlain = times.every(({ clock, days }) => clock === "24x7" || (days && days.count > 0 && days.restMs === 0));
  const [first] = times;
  return isPlain || !first ? text : messages.aside(text, messages.clocks[measuringClock(first)]);
}

/** A time of many tickets, such as a median, for a table with a column of their clocks. */
export function formatAmountOn(clocks: readonly HourClock[], ms: number, messages: Messages): string {
  const [clock = "business-hours", ...others] = clocks;
  return others.length > 0 ? messages.duration(ms) : formatAmount({ clock, ms }, messages);
}

export function clockNames(clocks: readonly HourClock[], messages: Messages): string {
  return clocks.map((clock) => messages.clocks[clock]).join(messages.comma);
}

/** Counted time, each part of it to the minute from an hour on. */
export function roughlyCounted({ clock, ms, days }: CountedTime): CountedTime {
  return { clock, ms: roughly(ms), ...(days && { days: { ...days, restMs: roughly(days.restMs) } }) };
}

/** To the minute from an hour on: seconds of a long wait only distract. */
export function roughly(ms: number): number {
  return Math.abs(ms) >= 3_600_000 ? Math.round(ms / 60_000) * 60_000 : ms;
}
