/**
 * The events of a calendar file: when each is held, its rules, and the occurrences that are excluded, listed or moved.
 */
import { dayMs } from "../../core/date.js";
import { isInstant } from "../../core/zone.js";
import { CalendarError, type Component, type Property, propertiesOf, propertyOf, textOf } from "./calendar-file.js";
import {
  type FindClock,
  type Moment,
  momentsOf,
  parseDuration,
  parseMoment,
  ruleOf,
  untilOf,
} from "./calendar-times.js";
import type { Rule } from "./rule.js";

/** Ten years is no holiday, and a mistyped end should not close a calendar for a century. */
const longestEventMs = 3660 * dayMs;

/** One time at which an event is held; its end is not included. */
export interface Occurrence {
  readonly start: Moment;
  readonly lengthMs: number;
  readonly name: string;
  readonly line: number;
}

/** An event that repeats by rules. */
export interface Series extends Occurrence {
  readonly rules: readonly { readonly rule: Rule; readonly until: number }[];
  readonly excluded: Exclusions;
  /** In order. */
  readonly changes: readonly Change[];
  /** How far from the times of the rules an occurrence may reach. */
  readonly reachMs: number;
}

/** What an exception changes from its occurrence on; without an occurrence the rest is cancelled. */
export interface Change {
  readonly from: number;
  readonly shiftMs: number;
  readonly occurrence: Occurrence | undefined;
}

/** Occurrences that are left out or replaced: by date, or by local time on the clock of the series. */
export interface Exclusions {
  readonly days: ReadonlySet<number>;
  readonly locals: ReadonlySet<number>;
}

export function isExcluded({ days, locals }: Exclusions, local: number): boolean {
  return locals.has(local) || days.has(Math.floor(local / dayMs));
}

/** The occurrences and series of a file's events, in its order. Cancelled ones are left out. Throws `CalendarError`. */
export function parseEvents(components: readonly Component[], findClock: FindClock): (Occurrence | Series)[] {
  const masters = new Map<string, Component>();
  const exceptions = new Map<string, Component[]>();
  for (const component of components) {
    const uid = uidOf(component);
    if (!isException(component)) masters.set(uid, component);
    else if (!exceptions.get(uid)?.push(component)) exceptions.set(uid, [component]);
  }
  return components.flatMap((component) => {
    const uid = uidOf(component);
    const event = parseOccurrence(component, findClock);
    if (isCancelled(component)) return [];
    if (!isException(component)) return parseEvent(component, event, exceptions.get(uid) ?? [], findClock);
    const master = masters.get(uid);
    return master && (isCancelled(master) || isForTheRest(component)) ? [] : [event];
  });
}

function uidOf(component: Component): string {
  return propertyOf(component, "UID")?.value ?? "";
}

function isException(component: Component): boolean {
  return propertyOf(component, "RECURRENCE-ID") !== undefined;
}

function isForTheRest(component: Component): boolean {
  return propertyOf(component, "RECURRENCE-ID")?.parameters.get("RANGE")?.toUpperCase() === "THISANDFUTURE";
}

function isCancelled(component: Component): boolean {
  return propertyOf(component, "STATUS")?.value.trim().toUpperCase() === "CANCELLED";
}

function parseOccurrence(component: Component, findClock: FindClock): Occurrence {
  const begun = propertyOf(component, "DTSTART");
  if (begun === undefined) throw new CalendarError(component.line, "invalid", "VEVENT without DTSTART");
  const start = parseMoment(begun.value, begun, findClock);
  const ended = propertyOf(component, "DTEND") ?? propertyOf(component, "DURATION");
  const written = ended === undefined ? 0 : lengthOf(start, ended, findClock);
  const name = textOf(propertyOf(component, "SUMMARY"));
  return { start, lengthMs: checkedLength(start, written, ended ?? begun), name, line: component.line };
}

/** From a start to what a property gives as its end. Between times of one zone this is what the wall clock shows, as a day may be longer. */
function lengthOf(start: Moment, ended: Property, findClock: FindClock): number {
  if (ended.name === "DURATION") return parseDuration(ended.value, ended);
  const end = parseMoment(ended.value, ended, findClock);
  if (end.clock === start.clock || !end.clock || !start.clock) return end.local - start.local;
  return end.clock.instantOf(end.local) - start.clock.instantOf(start.local);
}

/** A date is a day long at least; an end before the start counts as none. */
function checkedLength(start: Moment, written: number, property: Property): number {
  const lengthMs = Math.max(written, start.isDate ? dayMs : 0);
  if (lengthMs > longestEventMs || (start.clock && !isInstant(start.local + lengthMs + 2 * dayMs)))
    throw new CalendarError(property.line, "invalid", `${property.name}:${property.value}`);
  return lengthMs;
}

function parseEvent(
  component: Component,
  event: Occurrence,
  exceptions: readonly Component[],
  findClock: FindClock,
): (Occurrence | Series)[] {
  const exclusionRule = propertyOf(component, "EXRULE");
  if (exclusionRule) throw new CalendarError(exclusionRule.line, "unsupported", "EXRULE");
  const { start } = event;
  const replaced = exceptions.filter((other) => !isForTheRest(other)).map((other) => recurrenceIdOf(other, findClock));
  const dates = propertiesOf(component, "EXDATE").flatMap((property) => momentsOf(property, findClock));
  const excluded = exclusionsOf(start, [...dates, ...replaced]);
  const rules = propertiesOf(component, "RRULE").map((property) => {
    const rule = withoutTimes(ruleOf(property), start.isDate);
    return { rule, until: untilOf(rule, property, start) };
  });
  const changes = exceptions.filter(isForTheRest).map((other) => changeOf(other, start, findClock));
  const listed = propertiesOf(component, "RDATE").flatMap((property) => listedOf(property, event, findClock));
  const first = rules.length > 0 ? [] : [event];
  const reachMs = changes.reduce(
    (most, { shiftMs, occurrence }) => Math.max(most, Math.abs(shiftMs) + (occurrence?.lengthMs ?? 0)),
    event.lengthMs,
  );
  const series = { ...event, rules, excluded, changes: changes.sort((a, b) => a.from - b.from), reachMs };
  const single = [...first, ...listed].filter((other) => !isExcluded(excluded, localIn(start, other.start)));
  return rules.length > 0 ? [series, ...single] : single;
}

/** An event of dates has no times of day; the parts for them are to be ignored. */
function withoutTimes(rule: Rule, isDate: boolean): Rule {
  return isDate ? { ...rule, hours: [], minutes: [], seconds: [] } : rule;
}

/** The local time of a moment on the clock of another. */
function localIn({ clock }: Moment, moment: Moment): number {
  return clock && moment.clock ? clock.localOf(moment.clock.instantOf(moment.local)) : moment.local;
}

/** Between dates and times the date counts, whichever of them the series has. */
function exclusionsOf(start: Moment, moments: readonly Moment[]): Exclusions {
  const isByDate = (moment: Moment) => start.isDate || moment.isDate;
  return {
    days: new Set(moments.filter(isByDate).map(({ local }) => Math.floor(local / dayMs))),
    locals: new Set(moments.filter((moment) => !isByDate(moment)).map((moment) => localIn(start, moment))),
  };
}

function recurrenceIdOf(component: Component, findClock: FindClock): Moment {
  const property = propertyOf(component, "RECURRENCE-ID") as Property;
  return parseMoment(property.value, property, findClock);
}

function changeOf(component: Component, start: Moment, findClock: FindClock): Change {
  const from = localIn(start, recurrenceIdOf(component, findClock));
  const occurrence = parseOccurrence(component, findClock);
  return {
    from,
    shiftMs: localIn(start, occurrence.start) - from,
    occurrence: isCancelled(component) ? undefined : occurrence,
  };
}

/** The occurrences that RDATE lists, by their starts or as periods with an end or a duration. */
function listedOf(property: Property, event: Occurrence, findClock: FindClock): Occurrence[] {
  return property.value.split(",").map((text) => {
    const [begun = "", end] = text.split("/");
    const start = parseMoment(begun, property, findClock);
    if (end === undefined) return { ...event, start, lengthMs: checkedLength(start, event.lengthMs, property) };
    const ended = { ...property, value: end, name: /^[+-]?P/i.test(end) ? "DURATION" : "RDATE" };
    return { ...event, start, lengthMs: checkedLength(start, lengthOf(start, ended, findClock), property) };
  });
}
