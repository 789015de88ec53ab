/**
 * Dates, times, durations and zones as calendar files write them. A zone is the IANA one of its name, else the one that the file defines,
 * else the one of a Windows name; rejects any other.
 */
import { dayMs, hourMs, minuteMs, parseDay, secondMs } from "../../core/date.js";
import { ianaOfWindows } from "../../core/windows-zones.js";
import { findZone, isInstant, isZone } from "../../core/zone.js";
import { CalendarError, type Component, type Property, propertiesOf, propertyOf } from "./calendar-file.js";
import { occurrencesIn, type Spend } from "./occurrences.js";
import { parseRule, type Rule, RuleError } from "./rule.js";

/** Between local times, in milliseconds as if UTC, and instants. */
export interface Clock {
  instantOf(local: number): number;
  localOf(instant: number): number;
}

/** A date or time as written; without a clock it means any zone's own. */
export interface Moment {
  readonly local: number;
  readonly isDate: boolean;
  readonly clock: Clock | undefined;
}

export const utc: Clock = { instantOf: (local) => local, localOf: (instant) => instant };

/** The clock of a zone's name within a file. Throws `CalendarError` for an unknown one. */
export type FindClock = (name: string, line: number) => Clock;

/** The moments of a property whose values are dates or times, separated by commas. */
export function momentsOf(property: Property, findClock: FindClock): Moment[] {
  return property.value.split(",").map((text) => parseMoment(text, property, findClock));
}

/** Reads one date or time with the zone of its property: a value of eight digits is a date, with or without VALUE=DATE. */
export function parseMoment(text: string, property: Property, findClock: FindClock): Moment {
  const { line } = property;
  const [, date = "", time, hour = "", minute = "", second = "", zulu] =
    /^(\d{8})(T(\d\d)(\d\d)(\d\d)(Z)?)?$/i.exec(text.trim()) ?? [];
  const day = parseDay(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`);
  if (day === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60)
    throw new CalendarError(line, "invalid", `${property.name}:${text}`);
  if (time === undefined) return { local: day * dayMs, isDate: true, clock: undefined };
  const local =
    day * dayMs + Number(hour) * hourMs + Number(minute) * minuteMs + Math.min(59, Number(second)) * secondMs;
  const zone = property.parameters.get("TZID");
  const clock = zulu ? utc : zone === undefined ? undefined : findClock(zone, line);
  if (clock && !(isInstant(local - 2 * dayMs) && isInstant(local + 2 * dayMs)))
    throw new CalendarError(line, "invalid", `${property.name}:${text}`);
  return { local, isDate: false, clock };
}

/** Milliseconds of a duration such as `P2D` or `PT12H`; a day is one of 24 hours on the wall clock. */
export function parseDuration(text: string, property: Property): number {
  const match = /^([+-]?)P(?:(\d{1,5})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/i.exec(
    text.trim(),
  );
  if (!match || !/\d/.test(text)) throw new CalendarError(property.line, "invalid", `${property.name}:${text}`);
  const [weeks, days, hours, minutes, seconds] = match.slice(2).map((digits) => Number(digits ?? 0)) as number[];
  const ms =
    ((weeks as number) * 7 + (days as number)) * dayMs + (hours as number) * hourMs + (minutes as number) * minuteMs;
  return (match[1] === "-" ? -1 : 1) * (ms + (seconds as number) * secondMs);
}

/** The rule of a property, with the problem at its line. */
export function ruleOf(property: Property): Rule {
  try {
    return parseRule(property.value);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    throw new CalendarError(property.line, error.problem, error.part);
  }
}

/**
 * The last local time that a rule may reach on the clock of its start. UNTIL in UTC is compared as an instant; a date includes its whole day.
 */
export function untilOf(rule: Rule, property: Property, start: Moment): number {
  if (rule.until === undefined) return Number.POSITIVE_INFINITY;
  const until = parseMoment(rule.until, { ...property, name: "UNTIL", parameters: new Map() }, () => utc);
  if (until.isDate || start.isDate) return Math.floor(until.local / dayMs) * dayMs + dayMs - 1;
  return until.clock && start.clock ? start.clock.localOf(until.local) : until.local;
}

/** Finds the clocks of a file's zones. */
export function clocksOf(definitions: readonly Component[], spend: Spend): FindClock {
  const clocks = new Map<string, Clock>();
  return (name, line) => {
    let clock = clocks.get(name);
    if (clock === undefined) {
      clock = ianaClock(name) ?? definedClock(name, definitions, spend) ?? windowsClock(name);
      if (clock === undefined) throw new CalendarError(line, "unknown-zone", name);
      clocks.set(name, clock);
    }
    return clock;
  };
}

/** The clock of an IANA name, which some programs put behind a path of their own: `/example.org/20260101/Asia/Tokyo`. */
function ianaClock(name: string): Clock | undefined {
  const parts = name.split("/").filter((part) => part !== "");
  const id = [parts.slice(-3), parts.slice(-2), parts.slice(-1)].map((tail) => tail.join("/")).find(isZone);
  if (id === undefined) return undefined;
  const zone = findZone(id);
  return {
    instantOf: (local) => zone.instantOf(local).instant,
    localOf: (instant) => instant + zone.offsetAt(instant),
  };
}

/** The clock of a Windows name; Outlook's files define their zones, others may not. */
function windowsClock(name: string): Clock | undefined {
  const id = ianaOfWindows.get(name.toLowerCase());
  return id === undefined ? undefined : ianaClock(id);
}

/** From an instant on, the offset of a defined zone. */
interface Onset {
  readonly at: number;
  readonly offsetMs: number;
}

/** The clock of a VTIMEZONE: its offset is the one of the last onset; before the first, the offset that one changes from. */
function definedClock(name: string, definitions: readonly Component[], spend: Spend): Clock | undefined {
  const definition = definitions.find((component) => propertyOf(component, "TZID")?.value.trim() === name);
  const observances = (definition?.components ?? []).map((component) => observanceOf(component, spend));
  if (observances.length === 0) return undefined;
  let onsets: readonly Onset[] = [];
  let reached = Number.NEGATIVE_INFINITY;
  const offsetAt = (instant: number): number => {
    if (instant > reached) {
      reached = instant + 400 * dayMs;
      onsets = observances.flatMap((observance) => observance.onsetsUntil(reached)).sort((a, b) => a.at - b.at);
    }
    spend(1);
    const last = onsets[countUntil(onsets, instant) - 1];
    return last?.offsetMs ?? (observances[0] as Observance).offsetBeforeMs;
  };
  return {
    localOf: (instant) => instant + offsetAt(instant),
    // A time that the clock skips is read with the offset before, one that it shows twice as the earlier.
    instantOf: (local) => local - offsetAt(local - Math.max(offsetAt(local - dayMs), offsetAt(local + dayMs))),
  };
}

/** How many of the onsets, which are in order, are at an instant or before it. */
function countUntil(onsets: readonly Onset[], instant: number): number {
  let least = 0;
  let most = onsets.length;
  while (least < most) {
    const middle = (least + most) >> 1;
    if ((onsets[middle] as Onset).at <= instant) least = middle + 1;
    else most = middle;
  }
  return least;
}

interface Observance {
  readonly offsetBeforeMs: number;
  onsetsUntil(instant: number): Onset[];
}

/** A STANDARD or DAYLIGHT part of a zone. */
function observanceOf(component: Component, spend: Spend): Observance {
  const offsetBeforeMs = offsetOf(component, "TZOFFSETFROM");
  const offsetMs = offsetOf(component, "TZOFFSETTO");
  const begun = propertyOf(component, "DTSTART");
  if (begun === undefined) throw new CalendarError(component.line, "invalid", component.name);
  const start = parseMoment(begun.value, begun, () => utc);
  const clock: Clock = { instantOf: (local) => local - offsetBeforeMs, localOf: (instant) => instant + offsetBeforeMs };
  const listed = propertiesOf(component, "RDATE").flatMap((property) => momentsOf(property, () => utc));
  const rules = propertiesOf(component, "RRULE").map((property) => {
    const rule = ruleOf(property);
    return { rule, until: untilOf(rule, property, { ...start, clock }) };
  });
  return {
    offsetBeforeMs,
    onsetsUntil(instant) {
      const span = { from: start.local, to: instant };
      const repeated = rules.flatMap(({ rule, until }) => occurrencesIn(rule, start.local, until, span, spend));
      const locals = [start.local, ...listed.map(({ local }) => local), ...repeated];
      return locals.map((local) => ({ at: clock.instantOf(local), offsetMs }));
    },
  };
}

function offsetOf(component: Component, name: string): number {
  const property = propertyOf(component, name);
  const match = /^([+-])(\d\d)(\d\d)(\d\d)?$/.exec(property?.value.trim() ?? "");
  if (!match) throw new CalendarError(property?.line ?? component.line, "invalid", `${name}:${property?.value ?? ""}`);
  const [hours, minutes, seconds] = match.slice(2).map((digits) => Number(digits ?? 0)) as [number, number, number];
  return (match[1] === "-" ? -1 : 1) * (hours * hourMs + minutes * minuteMs + seconds * secondMs);
}
