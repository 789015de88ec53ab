/**
 * Holidays from an iCalendar file: the dates its events touch on a zone's wall clock, repeats expanded for the years that are needed.
 * Refuses a file that it cannot read whole, with line and name. What an event is about does not matter.
 */
import type { HolidayLookup } from "../../core/calendar.js";
import { dayMs, dayOf } from "../../core/date.js";
import { earliestInstant, latestInstant, type Zone } from "../../core/zone.js";
import { CliError } from "../../errors.js";
import { maxCalendarSteps } from "../../limits.js";
import { isExcluded, type Occurrence, parseEvents, type Series } from "./calendar-events.js";
import { CalendarError, parseCalendarFile } from "./calendar-file.js";
import { clocksOf } from "./calendar-times.js";
import { occurrencesIn, type Spend } from "./occurrences.js";

/** No two zones' clocks are further apart, and no change of a clock is longer. */
const marginMs = 3 * dayMs;

/** Holidays whose times are dated on a zone's wall clock. */
export interface ZonedHolidays extends HolidayLookup {
  /** The holidays as a zone's wall clock dates them. A date without a time is the same in every zone. */
  inZone(zone: Zone): HolidayLookup;
}

/**
 * The holidays of an iCalendar text; looked up without a zone, times are dated on their own wall clocks. An end date is not included, and
 * cancelled events are left out. A moved occurrence whose series is not in the file counts by itself. Throws `bad-ics`.
 */
export function parseIcs(text: string, path: string): ZonedHolidays {
  let left = maxCalendarSteps;
  let line = 1;
  const spend = (steps: number) => {
    left -= steps;
    if (left < 0) throw new CalendarError(line, "too-many");
  };
  const events = withPath(path, () => {
    const components = parseCalendarFile(text).flatMap((calendar) => calendar.components);
    const zones = components.filter(({ name }) => name === "VTIMEZONE");
    return parseEvents(
      components.filter(({ name }) => name === "VEVENT"),
      clocksOf(zones, spend),
    );
  });
  const lookup = (zone: Zone | undefined) =>
    byYear((year) =>
      withPath(path, () => {
        const days = new Map<number, string>();
        left = maxCalendarSteps;
        for (const event of events) {
          line = event.line;
          addYear(event, year, zone, days, spend);
        }
        return days;
      }),
    );
  return { get: lookup(undefined).get, inZone: lookup };
}

function withPath<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    const { line, problem, part } = error;
    throw new CliError({ code: "bad-ics", path, line, ...(problem && { problem, part }) });
  }
}

function byYear(holidaysOf: (year: number) => ReadonlyMap<number, string>): HolidayLookup {
  const years = new Map<number, ReadonlyMap<number, string>>();
  return {
    get(day) {
      const year = new Date(day * dayMs).getUTCFullYear();
      let days = years.get(year);
      if (days === undefined) {
        days = holidaysOf(year);
        years.set(year, days);
      }
      return days.get(day);
    },
  };
}

/** Adds the dates of a year that an event touches; where several do, the first with a name gives it. */
function addYear(
  event: Occurrence | Series,
  year: number,
  zone: Zone | undefined,
  days: Map<number, string>,
  spend: Spend,
): void {
  const newYear = dayOf(year, 1, 1);
  const nextYear = dayOf(year + 1, 1, 1);
  for (const occurrence of occurrencesAround(event, newYear * dayMs, nextYear * dayMs, spend)) {
    const [first, last] = datesOf(occurrence, zone);
    const begin = Math.max(first, newYear);
    const end = Math.min(last, nextYear - 1);
    spend(Math.max(1, end - begin + 1));
    for (let day = begin; day <= end; day++) {
      if (!days.get(day)) days.set(day, occurrence.name);
    }
  }
}

/** The occurrences of an event that may touch a span of local time, and some beside it. */
function* occurrencesAround(event: Occurrence | Series, from: number, to: number, spend: Spend): Generator<Occurrence> {
  if (!("rules" in event)) {
    yield event;
    return;
  }
  const { start, rules, excluded, changes, reachMs } = event;
  const span = {
    from: Math.max(from - reachMs - marginMs, earliestInstant + marginMs),
    to: Math.min(to + reachMs + marginMs, latestInstant - reachMs - marginMs),
  };
  for (const { rule, until } of rules) {
    for (const local of occurrencesIn(rule, start.local, until, span, spend)) {
      if (isExcluded(excluded, local)) continue;
      spend(changes.length);
      const change = changes.findLast((other) => other.from <= local);
      if (change === undefined) yield { ...event, start: { ...start, local } };
      else if (change.occurrence) yield { ...change.occurrence, start: { ...start, local: local + change.shiftMs } };
    }
  }
}

/** The first and the last date that an occurrence touches; one that ends at midnight does not touch the date that begins. */
function datesOf({ start, lengthMs }: Occurrence, zone: Zone | undefined): readonly [first: number, last: number] {
  const { local, clock } = start;
  let from = local;
  let to = local + lengthMs;
  if (clock && zone) {
    const [begun, ended] = [clock.instantOf(from), clock.instantOf(to)];
    from = begun + zone.offsetAt(begun);
    to = ended + zone.offsetAt(ended);
  }
  const first = Math.floor(from / dayMs);
  return [first, Math.max(first, Math.ceil(to / dayMs) - 1)];
}
