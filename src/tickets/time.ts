/**
 * Written times to instants: RFC 3339 / ISO 8601 with offset, `@` epoch seconds, `now`, and local times in a zone.
 * Refuses what is ambiguous (a date alone) and what does not exist, and says which it was.
 */
import { dayMs, parseDay } from "../core/date.js";
import { earliestInstant, type LocalKind, latestInstant, type Zone } from "../core/zone.js";
import type { TimeProblem } from "../errors.js";

export type ParsedTime =
  | {
      readonly ok: true;
      readonly instant: number /** Set for a local time: how the zone's clock relates to it. */;
      readonly local?: LocalKind;
    }
  | { readonly ok: false; readonly problem: TimeProblem };

const written = /^(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s?([Zz]|[+-]\d{2}(?::?\d{2})?))?)?$/;
const epoch = /^@(-?\d{1,14})(?:\.(\d{1,9}))?$/;

/**
 * Reads a time. `zone` is asked for only where the text has no offset. Fractions of a second beyond the millisecond
 * are cut. `24:00` is the midnight that ends the date.
 */
export function parseTime(text: string, now: number, zone: () => Zone): ParsedTime {
  const trimmed = text.trim();
  if (trimmed.toLowerCase() === "now") return { ok: true, instant: now };
  const seconds = epoch.exec(trimmed);
  if (seconds) return within(Math.floor(Number(`${seconds[1]}.${seconds[2] ?? 0}`) * 1000));
  const match = written.exec(trimmed);
  if (!match) return { ok: false, problem: "unreadable" };
  const [, date = "", hours, minutes = "", secs = "0", fraction = "", offset] = match;
  const day = parseDay(date);
  if (day === undefined) return { ok: false, problem: "impossible" };
  if (hours === undefined) return { ok: false, problem: "date-only" };
  if (secs === "60") return { ok: false, problem: "leap-second" };
  const wallMs = (Number(hours) * 60 + Number(minutes)) * 60_000 + Number(secs) * 1000 + Number(fraction.padEnd(3, "0").slice(0, 3));
  if (Number(minutes) > 59 || Number(secs) > 59 || wallMs > dayMs) return { ok: false, problem: "impossible" };
  const local = day * dayMs + wallMs;
  if (offset !== undefined) {
    const offsetMs = parseOffset(offset);
    return offsetMs === undefined ? { ok: false, problem: "impossible" } : within(local - offsetMs);
  }
  // The zone may be asked only about instants it can have.
  const roughly = within(local);
  if (!roughly.ok) return roughly;
  const { instant, kind } = zone().instantOf(local);
  return { ok: true, instant, local: kind };
}

function within(instant: number): ParsedTime {
  return instant >= earliestInstant && instant <= latestInstant ? { ok: true, instant } : { ok: false, problem: "out-of-range" };
}

/** Milliseconds of `Z`, `+09:00`, `+0900` or `+09`; undefined past 23:59, which no offset is. */
function parseOffset(text: string): number | undefined {
  if (text.toUpperCase() === "Z") return 0;
  const digits = text.slice(1).replace(":", "");
  const hours = Number(digits.slice(0, 2));
  const minutes = Number(digits.slice(2) || 0);
  if (hours > 23 || minutes > 59) return undefined;
  return (text.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
