/**
 * Instants as people read them, by fixed patterns: weekday, date, time and offset. Never asks the runtime for prose.
 */
import { DateTime, FixedOffsetZone, Settings } from "luxon";
import { dayMs, weekdays } from "../core/date.js";
import type { Words } from "../i18n/words.js";
import type { ShownZone } from "../report.js";

// Luxon asks the runtime for its locale on the first DateTime, which costs more than the whole answer.
Settings.defaultLocale = "en-US";

/** `Mon 2026-11-23 10:10 +09:00`, with seconds only where there are any. */
export function formatMoment(instant: number, zone: ShownZone, words: Words): string {
  const moment = wallClock(instant, zone);
  return `${formatDate(moment, words)} ${formatTime(moment)} ${offsetOf(moment)}`;
}

/**
 * The start or end of a stretch, `Mon 11-23 10:10`, for tables whose zone and year are named above them; an end at midnight is
 * `Sun 11-22 24:00`. Its blanks are glue, so that it stays on one line.
 */
export function formatEdge(instant: number, edge: "from" | "to", withYear: boolean, zone: ShownZone, words: Words): string {
  const moment = wallClock(instant, zone);
  const isMidnight = edge === "to" && moment.toMillis() % 60_000 === 0 && moment.hour === 0 && moment.minute === 0;
  const day = isMidnight ? wallClock(instant - 1, zone) : moment;
  const date = dated(day, withYear, words);
  return `${date} ${isMidnight ? "24:00" : formatTime(moment)}`.replaceAll(" ", "\u00a0");
}

/** A date by its day number: `Mon 11-23`, with the year where that is wanted. */
export function formatDayLabel(day: number, withYear: boolean, words: Words): string {
  const moment = DateTime.fromMillis(day * dayMs, { zone: FixedOffsetZone.utcInstance });
  return dated(moment, withYear, words);
}

/** The time of an instant on a wall clock; the end of a date is 24:00. `bound` is where the date begins or ends. */
export function formatHour(instant: number, zone: ShownZone, bound: number, edge: "from" | "to"): string {
  return edge === "to" && instant === bound ? "24:00" : formatTime(wallClock(instant, zone));
}

/** The calendar year a zone's wall clock shows. */
export function yearOf(instant: number, zone: ShownZone): number {
  return wallClock(instant, zone).year;
}

function formatDate(moment: DateTime, words: Words): string {
  return dated(moment, true, words);
}

function dated(moment: DateTime, withYear: boolean, words: Words): string {
  return words.dated(dateOf(moment, withYear), weekdays[moment.weekday - 1] as (typeof weekdays)[number]);
}

function formatTime(moment: DateTime): string {
  const time = `${padded(moment.hour)}:${padded(moment.minute)}`;
  return moment.toMillis() % 60_000 === 0 ? time : `${time}:${padded(moment.second)}`;
}

// Put together here: the first use of a formatter takes longer than all that is formatted.
function dateOf(moment: DateTime, withYear: boolean): string {
  const date = `${padded(moment.month)}-${padded(moment.day)}`;
  return withYear ? `${padded(moment.year, 4)}-${date}` : date;
}

/** The offset of a zone's wall clock at an instant, as `+09:00`. */
export function formatOffset(instant: number, zone: ShownZone): string {
  return offsetOf(wallClock(instant, zone));
}

/** `+09:00` of a whole number of minutes. */
function offsetOf(moment: DateTime): string {
  const minutes = Math.abs(moment.offset);
  return `${moment.offset < 0 ? "-" : "+"}${padded(Math.floor(minutes / 60))}:${padded(minutes % 60)}`;
}

function padded(number: number, digits = 2): string {
  return String(number).padStart(digits, "0");
}

/** The zone's wall clock at an instant; an offset with seconds is rounded to the minute. */
function wallClock(instant: number, zone: ShownZone): DateTime {
  return DateTime.fromMillis(instant, { zone: FixedOffsetZone.instance(Math.round(zone.offsetAt(instant) / 60_000)) });
}
