/**
 * Written times to instants: RFC 3339 / ISO 8601 with offset, `@` epoch seconds, `now`, and local times in a zone.
 * Rejects an ambiguous time (a date alone) and one that does not exist, with the problem.
 */

import type { TimeProblem } from "../errors.js";
import { maxTimeCharacters } from "../limits.js";
import { dayMs, parseDay } from "./date.js";
import { earliestInstant, type LocalKind, latestInstant, type Zone } from "./zone.js";

export type ParsedTime =
  | {
      readonly ok: true;
      readonly instant: number;
      /** Set for a local time: how the zone's clock relates to it. */
      readonly local?: LocalKind;
    }
  | { readonly ok: false; readonly problem: TimeProblem };

const written =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s?([Zz]|[+-]\d{2}(?::?\d{2})?))?)?$/;
const epoch = /^@(-?\d{1,14})(?:\.(\d{1,9}))?$/;

/**
 * Reads a time: its instant, or why it cannot be read; throws nothing of its own. `now` (milliseconds since 1970) is what the word
 * `now` means; `zone` is called only if the text has no offset. Fractions of a second beyond the millisecond are cut. `24:00` is
 * the midnight that ends the date. Instants are in the years 0001-9999.
 */
export function parseTime(text: string, now: number, zone: () => Zone): ParsedTime {
  if (text.length > maxTimeCharacters) return { ok: false, problem: "too-long" };
  const trimmed = text.trim();
  if (trimmed.toLowerCase() === "now") return { ok: true, instant: now };
  const seconds = epoch.exec(trimmed);
  if (seconds) return inRange(Math.floor(Number(`${seconds[1]}.${seconds[2] ?? 0}`) * 1000));
  const match = written.exec(trimmed);
  if (!match) return { ok: false, problem: "unreadable" };
  const [, date, hours, minutes, secs = "", fraction = "", offset] = match;
  const day = parseDay(date as string);
  if (day === undefined) return { ok: false, problem: "impossible" };
  if (hours === undefined) return { ok: false, problem: "date-only" };
  const wallMs = parseWallTime(Number(hours), minutes as string, secs, fraction);
  if (typeof wallMs === "string") return { ok: false, problem: wallMs };
  return instantOfWall(day * dayMs + wallMs, offset, zone);
}

/** Milliseconds after midnight of the parts of a time of day, at most 24:00, or what is wrong with them. */
export function parseWallTime(hours: number, minutes: string, seconds: string, fraction: string): number | TimeProblem {
  if (seconds === "60") return "leap-second";
  const wallMs =
    (hours * 60 + Number(minutes)) * 60_000 + Number(seconds) * 1000 + Number(fraction.padEnd(3, "0").slice(0, 3));
  return Number(minutes) > 59 || Number(seconds) > 59 || wallMs > dayMs ? "impossible" : wallMs;
}

/** The instant of a wall time in milliseconds as if UTC, at the offset after it, or in the zone where there is none. */
export function instantOfWall(wallMs: number, offset: string | undefined, zone: () => Zone): ParsedTime {
  if (offset !== undefined) {
    const offsetMs = parseOffset(offset);
    return offsetMs === undefined ? { ok: false, problem: "impossible" } : inRange(wallMs - offsetMs);
  }
  // The zone throws for local times outside the range of instants.
  const roughly = inRange(wallMs);
  if (!roughly.ok) return roughly;
  const { instant, kind } = zone().instantOf(wallMs);
  return { ok: true, instant, local: kind };
}

/** An instant as a parsed time; a problem outside the years 0001-9999. */
export function inRange(instant: number): ParsedTime {
  return instant >= earliestInstant && instant <= latestInstant
    ? { ok: true, instant }
    : { ok: false, problem: "out-of-range" };
}

/** Milliseconds of `+09:00`, `+0900` or `+09`, and of `Z` and its other names; undefined past 23:59, which no offset is. */
export function parseOffset(text: string): number | undefined {
  if (!/^[+-]/.test(text)) return 0;
  const digits = text.slice(1).replace(":", "");
  const hours = Number(digits.slice(0, 2));
  const minutes = Number(digits.slice(2) || 0);
  if (hours > 23 || minutes > 59) return undefined;
  return (text.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
