/**
 * Time zones: the offset of a zone's wall clock at an instant, and the instants at which it shows a given time.
 * Rejects fixed offsets, which are not zones.
 */
import { CliError } from "../errors.js";
import { dayMs } from "./date.js";
import type { Interval } from "./interval.js";
import { type LocalClock, memoized, openClock } from "./local-clock.js";
import { isFixedOffset, zonesOfOffset } from "./zone-names.js";
import { type KnownOffsets, type OffsetStretch, OffsetStretches } from "./zone-offsets.js";

export type { OffsetStretch } from "./zone-offsets.js";

/** The range of instants: 0001-01-03 to 9999-12-29, a margin inside the four-digit years of ISO 8601. */
export const earliestInstant = -62_135_424_000_000;
export const latestInstant = 253_402_041_600_000;

/** No zone's wall clock is further from UTC than this, local mean times of the 19th century included. */
const maxOffsetMs = 16 * 3_600_000;

/** How a local time relates to the time line; `gap` and `overlap` happen when clocks are changed. */
export type LocalKind = "plain" | "gap" | "overlap";

export interface Zone {
  /** The name as requested; a link name is not replaced. */
  readonly id: string;
  /** Wall time minus UTC at an instant, in milliseconds; east is positive. */
  offsetAt(instant: number): number;
  /** The stretches of constant offset that cover `[from, to)`, in order, clipped to it. */
  stretches(from: number, to: number): readonly OffsetStretch[];
  /** The offset of all instants of `[from, to)`; undefined where it changes. */
  steadyOffset(from: number, to: number): number | undefined;
  /** Whether the zone never showed this day number, such as 2011-12-30 in Pacific/Apia. */
  skips(day: number): boolean;
  /** The instants, in order and merged, at which the wall clock shows a time in `[localFrom, localTo)`; locals are milliseconds as if UTC. */
  instantsOf(localFrom: number, localTo: number): readonly { readonly from: number; readonly to: number }[];
  /** The earliest instant at which the wall clock shows `local` or later. */
  firstAtOrAfter(local: number): number;
  /** The instant of a local time in Temporal's `compatible` reading: the earlier of two, and past a gap by its width. */
  instantOf(local: number): { readonly instant: number; readonly kind: LocalKind };
}

const zonesById = new Map<string, Zone>();

/** The offsets of zones in `[from, to)`, whole days of UTC: where each stretch begins, the first at `from`, and its offset. */
export interface ZoneOffsets {
  readonly from: number;
  readonly to: number;
  readonly zones: Readonly<Record<string, readonly (readonly [begin: number, offsetMs: number])[]>>;
}

/**
 * Adds offsets found by the build, so that times within their range do not load the time-zone database, which takes longer than the
 * rest of a command. They must come from the version of the database that this runtime has.
 */
export function usePrecomputedOffsets({ from, to, zones }: ZoneOffsets): void {
  for (const [id, stretches] of Object.entries(zones)) {
    if (zonesById.has(id)) continue;
    let clock: LocalClock | undefined;
    const clockOffset: LocalClock = (instant) => {
      clock ??= openClock(id) as LocalClock;
      return clock(instant);
    };
    zonesById.set(id, createZone(id, clockOffset, { from, to, stretches }));
  }
}

/** Whether a name is an IANA zone or link name of the runtime's database. */
export function isZone(name: string): boolean {
  return typeof name === "string" && (zonesById.has(name) || openClock(name) !== undefined);
}

/**
 * The zone of an IANA name. Throws `fixed-offset-zone` for `UTC+8` and the like, `unknown-zone` for any other name
 * that is not in the runtime's database.
 */
export function findZone(name: string): Zone {
  // Callers without types.
  if (typeof name !== "string") throw new CliError({ code: "unknown-zone", value: typeof name, nearest: [] });
  const existing = zonesById.get(name);
  if (existing) return existing;
  const clock = openClock(name);
  if (!clock) {
    if (isFixedOffset(name))
      throw new CliError({ code: "fixed-offset-zone", value: name, nearest: zonesOfOffset(name) });
    throw new CliError({ code: "unknown-zone", value: name, nearest: [] });
  }
  const zone = createZone(name, clock);
  zonesById.set(name, zone);
  return zone;
}

function createZone(id: string, localClock: LocalClock, known: KnownOffsets = { from: 0, to: 0, stretches: [] }): Zone {
  const offsets = new OffsetStretches(memoized(localClock), known);

  function offsetAt(instant: number): number {
    checkInstant(instant);
    offsets.cover(instant, instant + 1);
    return offsets.offsetAt(instant);
  }

  function stretches(from: number, to: number): OffsetStretch[] {
    checkAround(from);
    checkAround(to);
    offsets.cover(from, to);
    return offsets.clipped(from, to);
  }

  function steadyOffset(from: number, to: number): number | undefined {
    checkAround(from);
    checkAround(to);
    offsets.cover(from, to);
    return offsets.steadyOffset(from, to);
  }

  function firstAtOrAfter(local: number): number {
    checkAround(local);
    offsets.cover(local - maxOffsetMs, local + maxOffsetMs);
    return offsets.firstAtOrAfter(local, local - maxOffsetMs);
  }

  return {
    id,
    offsetAt,
    stretches,
    steadyOffset,
    firstAtOrAfter,
    skips(day) {
      checkDay(day);
      offsets.cover((day - 2) * dayMs, (day + 3) * dayMs);
      return offsets.skips(day);
    },
    instantsOf(localFrom, localTo) {
      checkAround(localFrom);
      checkAround(localTo);
      const offsetMs = offsetAround(offsets, localFrom, localTo);
      if (offsetMs !== undefined && localFrom < localTo)
        return [{ from: localFrom - offsetMs, to: localTo - offsetMs }];
      return instantsIn(around(offsets, localFrom, localTo), localFrom, localTo);
    },
    instantOf(local) {
      checkAround(local);
      const readings = instantsAt(around(offsets, local, local), local);
      const [instant] = readings;
      if (instant !== undefined) return { instant, kind: readings.length > 1 ? "overlap" : "plain" };
      // The offset before a gap moves the time past the gap by as much as it was inside.
      return { instant: local - offsetAt(firstAtOrAfter(local) - 1), kind: "gap" };
    },
  };
}

/** All stretches in which the wall clock may show a time of `[localFrom, localTo]`. */
function around(offsets: OffsetStretches, localFrom: number, localTo: number): OffsetStretch[] {
  const from = localFrom - maxOffsetMs;
  const to = localTo + maxOffsetMs;
  offsets.cover(from, to);
  return offsets.clipped(from, to);
}

/** The offset of all these stretches, where it is one. */
function offsetAround(offsets: OffsetStretches, localFrom: number, localTo: number): number | undefined {
  const from = localFrom - maxOffsetMs;
  const to = localTo + maxOffsetMs;
  offsets.cover(from, to);
  return offsets.steadyOffset(from, to);
}

/** The instants at which the wall clock of some stretches shows a time in `[localFrom, localTo)`, adjacent ones merged. */
function instantsIn(stretches: readonly OffsetStretch[], localFrom: number, localTo: number): Interval[] {
  const intervals: { from: number; to: number }[] = [];
  for (const stretch of stretches) {
    const from = Math.max(stretch.from, localFrom - stretch.offsetMs);
    const to = Math.min(stretch.to, localTo - stretch.offsetMs);
    if (from >= to) continue;
    const last = intervals.at(-1);
    if (last && last.to === from) last.to = to;
    else intervals.push({ from, to });
  }
  return intervals;
}

/** The instants at which the wall clock of some stretches shows `local`: two where a clock was set back. */
function instantsAt(stretches: readonly OffsetStretch[], local: number): number[] {
  return stretches.flatMap(({ from, to, offsetMs }) => {
    const instant = local - offsetMs;
    return instant >= from && instant < to ? [instant] : [];
  });
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

/** Margin around the first and the last instant, for local times and days next to them. */
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
