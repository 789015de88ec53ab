/**
 * The wall clock of a zone, read from the runtime's time-zone database. Only this module and io/system-zone.ts use that database.
 */
import { dayMs, secondMs } from "./date.js";
import { isFixedOffset, isRuntimeAlias } from "./zone-names.js";

/** From an instant to the offset of the wall clock: local time minus UTC, in milliseconds. */
export type LocalClock = (instant: number) => number;

/** The wall clock of a zone; undefined for a name that is not an IANA zone. */
export function openClock(name: string): LocalClock | undefined {
  if (name === "UTC" || name === "Etc/UTC") return () => 0;
  // Some runtimes accept "+08:00" and the like as zones.
  if (!/^[A-Za-z]/.test(name) || isFixedOffset(name) || isRuntimeAlias(name)) return undefined;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: name,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
  } catch {
    return undefined;
  }
  // Always a midnight in UTC: only its date is set.
  const moment = new Date(0);
  return (instant) => {
    const whole = Math.floor(instant / secondMs) * secondMs;
    // "11/22/2026, 09:20:00": month, day, year, then the time, always in this order for en-US.
    const text = format.format(whole);
    const slash = text.indexOf("/", 3);
    const comma = text.indexOf(",", slash);
    moment.setUTCFullYear(
      Number(text.slice(slash + 1, comma)),
      Number(text.slice(0, 2)) - 1,
      Number(text.slice(3, slash)),
    );
    const local =
      moment.getTime() +
      Number(text.slice(comma + 2, comma + 4)) * 3_600_000 +
      Number(text.slice(comma + 5, comma + 7)) * 60_000 +
      Number(text.slice(comma + 8, comma + 10)) * 1000;
    return local - whole;
  };
}

/** The runtime's own name of a zone; all links of one zone have the same. */
export function canonicalName(name: string): string {
  return new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone;
}

/** Before this instant every zone is on its own mean time; the first change of any zone is in the 1830s. */
const firstChange = Date.UTC(1800, 0, 1);
/** From here on, changes follow yearly rules; the last ones that the database lists singly, around Ramadan, are in the 2080s. */
const rulesOnly = Date.UTC(2100, 0, 1);
/** Weekdays, and with them the rules, repeat after 400 years, which are 146,097 days. */
const calendarCycleMs = 146_097 * dayMs;

/** Caches the offsets before 1800 and after 2500, where they repeat: the year 9999 needs a million readings otherwise. */
export function memoized(clock: LocalClock): LocalClock {
  const offsets = new Map<number, number>();
  return (instant) => {
    if (instant >= firstChange && instant < rulesOnly + calendarCycleMs) return clock(instant);
    const equivalent = instant < firstChange ? firstChange : rulesOnly + ((instant - rulesOnly) % calendarCycleMs);
    const remembered = offsets.get(equivalent);
    if (remembered !== undefined) return remembered;
    const offset = clock(equivalent);
    offsets.set(equivalent, offset);
    return offset;
  };
}
