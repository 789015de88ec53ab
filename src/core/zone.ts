/**
 * Time zones: the offset a zone's wall clock shows at an instant, and the instants at which it shows a given time.
 * The only module that asks the runtime's time-zone database; refuses fixed offsets, which are not zones.
 *
 * A zone's offsets are found once, by asking the wall clock every third day and halving the spans that differ,
 * and kept as sorted stretches of constant offset. No zone of the database changes its offset twice within six days,
 * which the long comparison of the tests checks.
 */
import { CliError } from "../errors.js";
import { dayMs, secondMs } from "./date.js";

/** Instants that can be asked about: 0001-01-03 to 9999-12-29, a margin inside the four-digit years of ISO 8601. */
export const earliestInstant = -62_135_424_000_000;
export const latestInstant = 253_402_041_600_000;

/** No zone's wall clock is further from UTC than this, local mean times of the 19th century included. */
const widestOffsetMs = 16 * 3_600_000;

/** How far apart the wall clock is asked while offsets are looked for. */
const probeMs = 3 * dayMs;

/** A stretch of instants `[from, to)` in which the wall clock is UTC plus `offsetMs`. */
export interface OffsetStretch {
  readonly from: number;
  readonly to: number;
  readonly offsetMs: number;
}

/** How a local time relates to the time line; `gap` and `overlap` happen when clocks are changed. */
export type LocalKind = "plain" | "gap" | "overlap";

export interface Zone {
  /** The name as asked for; a link name stays as it was written. */
  readonly id: string;
  /** Wall time minus UTC at an instant, in milliseconds; east is positive. */
  offsetAt(instant: number): number;
  /** The stretches of constant offset that cover `[from, to)`, in order, clipped to it. */
  stretches(from: number, to: number): readonly OffsetStretch[];
  /** Whether the zone never showed this day number, such as 2011-12-30 in Pacific/Apia. */
  skips(day: number): boolean;
  /** The instants, in order and merged, at which the wall clock shows a time in `[localFrom, localTo)`; locals are milliseconds as if UTC. */
  instantsOf(localFrom: number, localTo: number): readonly { readonly from: number; readonly to: number }[];
  /** The earliest instant at which the wall clock shows `local` or later. */
  firstAtOrAfter(local: number): number;
  /** The instant of a local time in Temporal's `compatible` reading: the earlier of two, and past a gap by its width. */
  instantOf(local: number): { readonly instant: number; readonly kind: LocalKind };
}

const fixedOffset = /^(?:UTC|GMT|Z)? ?[+-] ?(?!0$)\d{1,2}(?::?\d{2}){0,2}$/i;

/** Names that the runtime's ICU takes beyond the IANA database; BST would be Dhaka and CST Chicago, which no reader expects. */
const notIana =
  /^(?:ACT|AET|AGT|ART|AST|BET|BST|CAT|CNT|CST|CTT|EAT|ECT|IET|IST|JST|MIT|NET|NST|PLT|PNT|PRT|PST|SST|VST|SystemV\/.*)$/i;
const known = new Map<string, Zone>();

/** The offsets of zones in `[from, to)`, whole days of UTC: where each stretch begins, the first at `from`, and its offset. */
export interface ZoneOffsets {
  readonly from: number;
  readonly to: number;
  readonly zones: Readonly<Record<string, readonly (readonly [begin: number, offsetMs: number])[]>>;
}

/**
 * Takes over offsets that were found before, so that questions within their range ask no wall clock, the first of which
 * costs as much as the rest of an answer. The caller vouches that they come from the time-zone database of this runtime.
 */
export function usePrecomputedOffsets({ from, to, zones }: ZoneOffsets): void {
  for (const [id, stretches] of Object.entries(zones)) {
    if (known.has(id)) continue;
    let clock: LocalClock | undefined;
    const clockOffset: LocalClock = (instant) => {
      clock ??= openClock(id) as LocalClock;
      return clock(instant);
    };
    known.set(id, createZone(id, clockOffset, { from, to, stretches }));
  }
}

/** Whether a name is an IANA zone or link name that the runtime knows. */
export function isZone(name: string): boolean {
  return typeof name === "string" && (known.has(name) || openClock(name) !== undefined);
}

/**
 * The zone of an IANA name. Throws `fixed-offset-zone` for `UTC+8` and the like, `unknown-zone` for anything else
 * the runtime does not know.
 */
export function findZone(name: string): Zone {
  // Callers without types.
  if (typeof name !== "string") throw new CliError({ code: "unknown-zone", value: typeof name, nearest: [] });
  const ready = known.get(name);
  if (ready) return ready;
  const clock = openClock(name);
  if (!clock) {
    if (fixedOffset.test(name))
      throw new CliError({ code: "fixed-offset-zone", value: name, nearest: zonesOfOffset(name) });
    throw new CliError({ code: "unknown-zone", value: name, nearest: [] });
  }
  const zone = createZone(name, clock);
  known.set(name, zone);
  return zone;
}

/** The `Etc` zone of a fixed offset of whole hours; its sign is the other way round, as POSIX has it. */
function zonesOfOffset(name: string): readonly string[] {
  const match = /([+-]) ?(\d{1,2})(?::?00)*$/.exec(name);
  const hours = Number(match?.[2]);
  if (!match || hours > 14 || (match[1] === "-" && hours > 12)) return [];
  if (hours === 0) return ["UTC"];
  return [`Etc/GMT${match[1] === "+" ? "-" : "+"}${hours}`];
}

type LocalClock = (instant: number) => number;

/** A function from an instant to the offset of a zone's wall clock, or undefined for a name that is not a zone. */
function openClock(name: string): LocalClock | undefined {
  if (name === "UTC" || name === "Etc/UTC") return () => 0;
  // Newer runtimes take "+08:00" and the like as zones; the contract does not.
  if (!/^[A-Za-z]/.test(name) || fixedOffset.test(name) || notIana.test(name)) return undefined;
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

interface FoundStretches {
  readonly from: number;
  readonly to: number;
  readonly stretches: readonly (readonly [begin: number, offsetMs: number])[];
}

/** The zones' own mean times; the first of them that was given up, in the 1830s, is later. */
const firstChange = Date.UTC(1800, 0, 1);
/** The last changes that the database lists one by one, those around Ramadan, lie in the 2080s. From here on clocks go by rules of the calendar. */
const rulesAlone = Date.UTC(2100, 0, 1);
/** After 400 years, 146,097 days, every date falls on its weekday again, and so on the same rule. */
const calendarCycleMs = 146_097 * dayMs;

/** The wall clock, asked but once for what repeats: a date such as 9999-12-31 lies a million questions away. */
function memoized(clock: LocalClock): LocalClock {
  const answers = new Map<number, number>();
  return (instant) => {
    if (instant >= firstChange && instant < rulesAlone + calendarCycleMs) return clock(instant);
    const alike = instant < firstChange ? firstChange : rulesAlone + ((instant - rulesAlone) % calendarCycleMs);
    const known = answers.get(alike);
    if (known !== undefined) return known;
    const offset = clock(alike);
    answers.set(alike, offset);
    return offset;
  };
}

function createZone(id: string, clock: LocalClock, found: FoundStretches = { from: 0, to: 0, stretches: [] }): Zone {
  const clockOffset = memoized(clock);
  // Stretch i begins at begins[i] with offsets[i]; the known range is [lo, hi).
  let begins: number[] = [];
  let offsets: number[] = [];
  let lo = found.from;
  let hi = found.to;
  let skipped = new Set<number>();
  for (const [begin, offset] of found.stretches) push(begin, offset);

  /** Makes [from, to) known; far-away questions start afresh rather than fill the centuries between. */
  function know(from: number, to: number): void {
    if (from >= lo && to <= hi) return;
    const far = 50 * 366 * dayMs;
    if (hi === lo || from > hi + far || to < lo - far) {
      begins = [];
      offsets = [];
      skipped = new Set();
      lo = hi = Math.floor(from / dayMs) * dayMs;
    }
    if (to > hi) {
      probe(hi, Math.max(to, Math.min(hi + (hi - lo), to + 400 * dayMs)), begins, offsets);
    }
    if (from < lo) {
      const oldLo = lo;
      const laterBegins = begins;
      const laterOffsets = offsets;
      begins = [];
      offsets = [];
      const newLo = Math.floor(Math.min(from, Math.max(lo - (hi - lo), from - 400 * dayMs)) / dayMs) * dayMs;
      const knownTo = hi;
      lo = newLo;
      hi = newLo;
      probe(newLo, oldLo, begins, offsets);
      hi = knownTo;
      laterBegins.forEach((begin, i) => {
        const offset = laterOffsets[i] as number;
        if (offset !== offsets.at(-1)) push(begin, offset);
      });
    }
  }

  function push(begin: number, offset: number): void {
    const before = offsets.at(-1);
    if (before !== undefined) noteSkippedDays(begin + before, begin + offset);
    begins.push(begin);
    offsets.push(offset);
  }

  function noteSkippedDays(localBefore: number, localAfter: number): void {
    for (let day = Math.ceil(localBefore / dayMs); (day + 1) * dayMs <= localAfter; day++) skipped.add(day);
  }

  /** Appends the stretches from `from`, the end of what is known, up to the first whole day at or after `to`. */
  function probe(from: number, to: number, intoBegins: number[], intoOffsets: number[]): void {
    let before = from;
    let offset = intoOffsets.at(-1) ?? clockOffset(from);
    if (intoBegins.length === 0) push(from, offset);
    const end = Math.ceil(to / dayMs) * dayMs;
    while (before < end) {
      const after = Math.min(before + probeMs, end);
      const offsetAfter = clockOffset(after);
      let start = before;
      while (offset !== offsetAfter) {
        let same = start;
        let changed = after;
        while (changed - same > secondMs) {
          const middle = Math.floor((same + changed) / 2 / secondMs) * secondMs;
          if (clockOffset(middle) === offset) same = middle;
          else changed = middle;
        }
        offset = clockOffset(changed);
        push(changed, offset);
        start = changed;
      }
      before = after;
    }
    hi = before;
  }

  function indexAt(instant: number): number {
    let low = 0;
    let high = begins.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((begins[middle] as number) <= instant) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  function offsetAt(instant: number): number {
    checkInstant(instant);
    know(instant, instant + 1);
    return offsets[indexAt(instant)] as number;
  }

  function stretches(from: number, to: number): OffsetStretch[] {
    know(from, to);
    const found: OffsetStretch[] = [];
    for (let i = indexAt(from); i < begins.length; i++) {
      const begin = begins[i] as number;
      if (begin >= to) break;
      found.push({
        from: Math.max(begin, from),
        to: Math.min(begins[i + 1] ?? hi, to),
        offsetMs: offsets[i] as number,
      });
    }
    return found;
  }

  function instantsOf(localFrom: number, localTo: number): { from: number; to: number }[] {
    const found: { from: number; to: number }[] = [];
    for (const stretch of stretches(localFrom - widestOffsetMs, localTo + widestOffsetMs)) {
      const from = Math.max(stretch.from, localFrom - stretch.offsetMs);
      const to = Math.min(stretch.to, localTo - stretch.offsetMs);
      if (from >= to) continue;
      const last = found.at(-1);
      if (last && last.to === from) last.to = to;
      else found.push({ from, to });
    }
    return found;
  }

  function firstAtOrAfter(local: number): number {
    const from = local - widestOffsetMs;
    know(from, local + widestOffsetMs);
    let i = indexAt(from);
    while (local - (offsets[i] as number) >= (begins[i + 1] ?? hi)) i++;
    return Math.max(begins[i] as number, from, local - (offsets[i] as number));
  }

  function instantOf(local: number): { instant: number; kind: LocalKind } {
    const around = stretches(local - widestOffsetMs, local + widestOffsetMs);
    const readings = around
      .map((s) => ({ s, at: local - s.offsetMs }))
      .filter(({ s, at }) => at >= s.from && at < s.to);
    const first = readings[0];
    if (first) return { instant: first.at, kind: readings.length > 1 ? "overlap" : "plain" };
    // In a gap the offset before it is used, which lands as far past the gap as the time lay inside it.
    const change = firstAtOrAfter(local);
    return { instant: local - offsetAt(change - 1), kind: "gap" };
  }

  return {
    id,
    offsetAt,
    stretches(from, to) {
      checkAround(from);
      checkAround(to);
      return stretches(from, to);
    },
    skips(day) {
      checkDay(day);
      know((day - 2) * dayMs, (day + 3) * dayMs);
      return skipped.has(day);
    },
    instantsOf(localFrom, localTo) {
      checkAround(localFrom);
      checkAround(localTo);
      return instantsOf(localFrom, localTo);
    },
    firstAtOrAfter(local) {
      checkAround(local);
      return firstAtOrAfter(local);
    },
    instantOf(local) {
      checkAround(local);
      return instantOf(local);
    },
  };
}

/** The day number that a zone's wall clock shows at an instant. */
export function localDay(zone: Zone, instant: number): number {
  return Math.floor((instant + zone.offsetAt(instant)) / dayMs);
}

/** Throws `instant-out-of-range` for anything but a whole number of milliseconds within the years 0001-9999. */
export function checkInstant(instant: number): void {
  if (!isInstant(instant)) throw new CliError({ code: "instant-out-of-range", value: instant });
}

/** Whether a value is a whole number of milliseconds within the years 0001-9999. */
export function isInstant(value: number): boolean {
  return Number.isInteger(value) && value >= earliestInstant && value <= latestInstant;
}

/** Around the first and the last instant, local times and days next to them are known too. */
const marginMs = 7 * dayMs;

function checkAround(ms: number): void {
  if (!Number.isInteger(ms) || ms < earliestInstant - marginMs || ms > latestInstant + marginMs) {
    throw new CliError({ code: "instant-out-of-range", value: ms });
  }
}

/** Throws `instant-out-of-range` for anything but a day number within the years 0001-9999. */
export function checkDay(day: number): void {
  if (!Number.isInteger(day)) throw new CliError({ code: "instant-out-of-range", value: day });
  checkAround(day * dayMs);
}
