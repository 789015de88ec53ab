/**
 * Instants for people, by fixed patterns: weekday, date, time and offset. Independent of the runtime's locale data.
 */

import { dayMs, minuteMs, weekdayIndex, weekdays } from "../../core/date.js";
import { padded } from "../../core/format-time.js";
import type { Messages } from "../../i18n/en/index.js";
import type { ShownZone } from "../../report.js";

/** `Mon 2026-11-23 10:10 +09:00`, with seconds only where there are any. */
export function formatMoment(instant: number, zone: ShownZone, messages: Messages): string {
  const clock = localTimeOf(instant, zone);
  return `${formatDate(clock, true, messages)} ${formatTime(clock)} ${formatOffset(instant, zone)}`;
}

/** An instant in its own zone, and in the zone that times are shown in as well, where that is another. */
export function formatBoth(
  instant: number,
  zone: ShownZone,
  shownIn: ShownZone | undefined,
  messages: Messages,
): string {
  const here = formatMoment(instant, zone, messages);
  return shownIn === undefined || shownIn.id === zone.id
    ? here
    : `${here} = ${messages.aside(formatMoment(instant, shownIn, messages), shownIn.id)}`;
}

/**
 * The start or end of a stretch, `Mon 11-23 10:10`, for tables whose zone and year are named above them; an end at midnight is
 * `Sun 11-22 24:00`. Its blanks do not break, so that it stays on one line.
 */
export function formatEdge(
  instant: number,
  edge: "from" | "to",
  withYear: boolean,
  zone: ShownZone,
  messages: Messages,
): string {
  const clock = localTimeOf(instant, zone);
  const isMidnight = edge === "to" && clock.getTime() % dayMs === 0;
  const date = formatDate(isMidnight ? localTimeOf(instant - 1, zone) : clock, withYear, messages);
  return `${date} ${isMidnight ? "24:00" : formatTime(clock)}`.replaceAll(" ", "\u00a0");
}

/** A date by its day number: `Mon 11-23`, optionally with the year. */
export function formatDayLabel(day: number, withYear: boolean, messages: Messages): string {
  return formatDate(new Date(day * dayMs), withYear, messages);
}

/** The time of an instant on a wall clock; the end of a date is 24:00. `bound` is where the date begins or ends. */
export function formatHour(instant: number, zone: ShownZone, bound: number, edge: "from" | "to"): string {
  return edge === "to" && instant === bound ? "24:00" : formatTime(localTimeOf(instant, zone));
}

/** ` = Fri 11-20 01:00`: an instant in the zone that times are shown in as well, with its date; empty where there is no other zone. */
export function alsoAt(
  instant: number,
  edge: "from" | "to",
  zone: ShownZone,
  shownIn: ShownZone | undefined,
  messages: Messages,
): string {
  if (shownIn === undefined || shownIn.id === zone.id) return "";
  return ` = ${formatEdge(instant, edge, false, shownIn, messages)}`;
}

/** The calendar year a zone's wall clock shows. */
export function yearOf(instant: number, zone: ShownZone): number {
  return localTimeOf(instant, zone).getUTCFullYear();
}

/** The offset of a zone's wall clock at an instant, as `+09:00`. */
export function formatOffset(instant: number, zone: ShownZone): string {
  const minutes = offsetMinutes(instant, zone);
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${padded(Math.floor(size / 60))}:${padded(size % 60)}`;
}

function formatDate(clock: Date, withYear: boolean, messages: Messages): string {
  const date = `${padded(clock.getUTCMonth() + 1)}-${padded(clock.getUTCDate())}`;
  const weekday = weekdays[weekdayIndex(Math.floor(clock.getTime() / dayMs))] as (typeof weekdays)[number];
  return messages.dated(withYear ? `${padded(clock.getUTCFullYear(), 4)}-${date}` : date, weekday);
}

function formatTime(clock: Date): string {
  const time = `${padded(clock.getUTCHours())}:${padded(clock.getUTCMinutes())}`;
  return clock.getTime() % minuteMs === 0 ? time : `${time}:${padded(clock.getUTCSeconds())}`;
}

/** The zone's wall clock at an instant, shown by the UTC fields of a Date. */
function localTimeOf(instant: number, zone: ShownZone): Date {
  return new Date(instant + offsetMinutes(instant, zone) * minuteMs);
}

/** An offset with seconds is rounded to the minute. */
function offsetMinutes(instant: number, zone: ShownZone): number {
  return Math.round(zone.offsetAt(instant) / minuteMs);
}
