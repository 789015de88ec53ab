/**
 * Times as people type them: everything {@link parseTime} reads, and besides a time of today (`16:10`), a day by its name
 * (`yesterday 16:10`), a length from now (`2 hours ago`), and the output of `date -R` and of `date -u`.
 * English only. Rejects a text with two readings, with what to type instead of it.
 */

import type { TypedTimeProblem } from "../errors.js";
import { dayMs, formatDay, hourMs, minuteMs, realDay, secondMs, weekdayIndex, weekdays } from "./date.js";
import { padded } from "./format-time.js";
import { inRange, instantOfWall, type ParsedTime, parseOffset, parseTime, parseWallTime } from "./parse-time.js";
import type { Zone } from "./zone.js";

export type TypedTime =
  | (Extract<ParsedTime, { readonly ok: true }> & {
      /** The date is not written: it follows from now, on the clock of the zone or of the offset. */
      readonly dateFromNow?: true;
    })
  | {
      readonly ok: false;
      readonly problem: TypedTimeProblem;
      /** What to type instead, where the text has two readings. */
      readonly instead?: readonly string[];
      /** The day number of a date without a time. */
      readonly day?: number;
    };

/** What a typed time is read by. */
interface Reading {
  readonly now: number;
  readonly zone: () => Zone;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const utcNames: readonly string[] = ["utc", "gmt", "z"];
const dayNames: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 };

const clock = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?([ap])\.?m\.?)?(?: ?(z|utc|gmt|[+-]\d{2}:?\d{2}))?`;
const clockAlone = new RegExp(`^${clock}$`);
const namedDay = /^(yesterday|today|tomorrow)(?:,? (?:at )?(\S.*))?$/;
const namedDayLast = /^(\S.*) (yesterday|today|tomorrow)$/;
const weekdayFirst = /^(?:(?:last|next|this|on) )?(mon|tue|wed|thu|fri|sat|sun)[a-z]*(?:,? (?:at )?(\d{1,2}:.*))?$/;
const lengths = /^(?:(?:an? |\d{1,9}(?:\.\d{1,9})? ?)[a-z]+(?: |(?=\d)|$))+$/;
const lengthPart = /(an? |\d{1,9}(?:\.\d{1,9})?) ?([a-z]+)/g;
const numericDate = /^\d{1,2}([/.-])\d{1,2}\1\d{2}(?:\d{2})?(?:\D.*)?$/;
/** `Thu, 26 Nov 2026 04:33:39 +0000`, the form of mail headers. */
const mailTime = /^(?:([a-z]{3}), ?)?(\d{1,2}) ([a-z]{3}) (\d{4}) (\d{2}:\d{2}(?::\d{2})?)(?: ([a-z]+|[+-]\d{4}))?$/;
/** `Thu Nov 26 04:33:39 UTC 2026`, what `date` prints in the C locale. */
const dateOutput = /^([a-z]{3}) ([a-z]{3}) (\d{1,2}) (\d{2}:\d{2}:\d{2}) ([a-z]+|[+-]\d{2,4}) (\d{4})$/;

/** Units of a fixed length; a day is as long as the clocks of its zone make it. */
const unitMs: Readonly<Record<string, number>> = {
  s: secondMs,
  sec: secondMs,
  secs: secondMs,
  second: secondMs,
  seconds: secondMs,
  m: minuteMs,
  min: minuteMs,
  mins: minuteMs,
  minute: minuteMs,
  minutes: minuteMs,
  h: hourMs,
  hr: hourMs,
  hrs: hourMs,
  hour: hourMs,
  hours: hourMs,
};
const unitDays: Readonly<Record<string, number>> = { d: 1, day: 1, days: 1, w: 7, week: 7, weeks: 7 };
const monthUnits: readonly string[] = ["month", "months", "year", "years", "y", "mo"];

/** Reads a time that a person typed: its instant, or why it has none. `zone` is called only where the reading depends on it. */
export function parseTypedTime(text: string, now: number, zone: () => Zone): TypedTime {
  const iso = parseTime(text, now, zone);
  if (iso.ok || iso.problem !== "unreadable") return iso;
  // `M` may be months.
  if (/\d ?M\b/.test(text)) return iso;
  const trimmed = text.trim().replace(/\s+/g, " ").toLowerCase();
  const reading = { now, zone };
  return (
    parseClock(trimmed, 0, reading) ??
    parseNamedDay(trimmed, reading) ??
    parseDateOutput(trimmed, reading) ??
    parseWeekday(trimmed, reading) ??
    parseLength(trimmed, reading) ?? {
      ok: false,
      problem: numericDate.test(trimmed) ? "date-order" : "unreadable",
    }
  );
}

/** `16:10`, on the date that is so many days from today's. */
function parseClock(text: string, days: number, { now, zone }: Reading): TypedTime | undefined {
  const match = clockAlone.exec(text);
  if (!match) return undefined;
  const [, hours, minutes, seconds = "", fraction = "", half, offset] = match;
  const hour = Number(hours);
  if (half !== undefined && (hour < 1 || hour > 12)) return { ok: false, problem: "impossible" };
  if (half === undefined && (hours as string).length === 1) {
    const rest = text.slice(1);
    return { ok: false, problem: "half-day", instead: [`0${hour}${rest}`, `${padded((hour + 12) % 24)}${rest}`] };
  }
  const hourOfDay = half === undefined ? hour : (hour % 12) + (half === "p" ? 12 : 0);
  const wallMs = parseWallTime(hourOfDay, minutes as string, seconds, fraction);
  if (typeof wallMs === "string") return { ok: false, problem: wallMs };
  const offsetMs = offset === undefined ? zone().offsetAt(now) : (parseOffset(offset) ?? 0);
  const today = Math.floor((now + offsetMs) / dayMs);
  const parsed = instantOfWall((today + days) * dayMs + wallMs, offset, zone);
  return parsed.ok ? { ...parsed, dateFromNow: true } : parsed;
}

/** `yesterday 16:10`, in either order; the day alone is a date without a time. */
function parseNamedDay(text: string, reading: Reading): TypedTime | undefined {
  const first = namedDay.exec(text);
  const last = namedDayLast.exec(text);
  const [name, time] = first ? [first[1], first[2]] : [last?.[2], last?.[1]];
  if (name === undefined) return undefined;
  const days = dayNames[name] as number;
  if (time === undefined) return { ok: false, problem: "date-only", day: todayIn(reading) + days };
  return parseClock(time, days, reading);
}

function todayIn({ now, zone }: Reading): number {
  return Math.floor((now + zone().offsetAt(now)) / dayMs);
}

/** A weekday is that of the past week or of the coming one. */
function parseWeekday(text: string, reading: Reading): TypedTime | undefined {
  const match = weekdayFirst.exec(text);
  if (!match) return undefined;
  const today = todayIn(reading);
  const ahead = (weekdays.indexOf(match[1] as (typeof weekdays)[number]) - weekdayIndex(today) + 7) % 7 || 7;
  const time = match[2] ?? "16:10";
  return {
    ok: false,
    problem: "weekday",
    instead: [today + ahead - 7, today + ahead].map((day) => `${formatDay(day)} ${time}`),
  };
}

/** `2 hours ago`, `1h 30m ago`, `in 3 days`; days keep the wall clock's time. */
function parseLength(text: string, { now, zone }: Reading): TypedTime | undefined {
  const ahead = text.startsWith("in ");
  const ago = text.endsWith(" ago");
  const written = text.slice(ahead ? 3 : 0, ago ? -4 : undefined);
  const span = written.replace(/,? and |, /g, " ");
  if (!lengths.test(span)) return undefined;
  let ms = 0;
  let days = 0;
  for (const part of span.matchAll(lengthPart)) {
    const [, amount, unit] = part as unknown as readonly [string, string, string];
    const count = amount.startsWith("a") ? 1 : Number(amount);
    if (monthUnits.includes(unit)) return { ok: false, problem: "month-length" };
    if (unitMs[unit] === undefined && (unitDays[unit] === undefined || !Number.isInteger(count))) return undefined;
    ms += count * (unitMs[unit] ?? 0);
    days += count * (unitDays[unit] ?? 0);
  }
  if (ahead === ago) return { ok: false, problem: "no-direction", instead: [`${written} ago`, `in ${written}`] };
  const sign = ago ? -1 : 1;
  if (days === 0) return inRange(now + Math.round(sign * ms));
  const local = now + zone().offsetAt(now) + sign * days * dayMs;
  const parsed = instantOfWall(local, undefined, zone);
  const shifted = parsed.ok ? inRange(parsed.instant + Math.round(sign * ms)) : parsed;
  return shifted.ok ? { ...shifted, dateFromNow: true } : shifted;
}

/** What `date -R` and `date` print. The abbreviation of a zone may mean several. */
function parseDateOutput(text: string, { zone }: Reading): TypedTime | undefined {
  const mail = mailTime.exec(text);
  const plain = dateOutput.exec(text);
  const fields = mail
    ? { weekday: mail[1], date: mail[2], month: mail[3], year: mail[4], time: mail[5], offset: mail[6] }
    : plain && { weekday: plain[1], date: plain[3], month: plain[2], year: plain[6], time: plain[4], offset: plain[5] };
  if (!fields) return undefined;
  const { weekday, date, month, year, time, offset } = fields;
  const monthIndex = months.indexOf(month as string);
  if (monthIndex < 0) return undefined;
  const zoneText = offset === undefined ? "" : utcNames.includes(offset) ? "Z" : offset;
  if (/[a-z]/.test(zoneText)) return { ok: false, problem: "zone-abbreviation" };
  const day = realDay(Number(year), monthIndex + 1, Number(date));
  if (day === undefined) return { ok: false, problem: "impossible" };
  if (weekday !== undefined && weekdays[weekdayIndex(day)] !== weekday) return { ok: false, problem: "wrong-weekday" };
  return parseTime(`${formatDay(day)}T${time}${zoneText}`, Number.NaN, zone);
}
