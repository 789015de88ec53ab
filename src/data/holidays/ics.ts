/**
 * Holidays from an iCalendar file: the dates its events touch, as their own wall clocks show them, repeats unrolled.
 * Refuses a file it cannot read whole, by line; does not ask what an event is about.
 */
import type { HolidayLookup } from "../../core/calendar.js";
import { dayOf, parseDay } from "../../core/date.js";
import { CliError } from "../../errors.js";

/** Rules without an end are followed this far, past the hundred years a deadline may look ahead. */
const lastYear = 2199;
/** A rule that repeats within the day is cut off here; it cannot mean holidays. */
const maxOccurrences = 100_000;
/** Days; ten years is no holiday, and a mistyped end should not close a calendar for a century. */
const longestEvent = 3660;

type Ics = typeof import("ical.js").default;
type IcsComponent = InstanceType<Ics["Component"]>;
type IcsEvent = InstanceType<Ics["Event"]>;
type IcsTime = InstanceType<Ics["Time"]>;

/**
 * The holidays of an iCalendar text: all-day events, and the dates that timed ones touch; an end date is not included.
 * Cancelled events are left out. A moved occurrence whose series is not in the file counts by itself. Throws `bad-ics` with the line where reading stopped.
 */
export async function parseIcs(text: string, path: string): Promise<HolidayLookup> {
  const { default: ics } = await import("ical.js");
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  const days = new Map<number, string>();
  const events = parseEvents(ics, lines, path);
  const lineOf = eventLines(lines);
  events.forEach((event, index) => {
    try {
      addEvent(ics, event, events, days);
    } catch {
      throw new CliError({ code: "bad-ics", path, line: lineOf[index] ?? 1 });
    }
  });
  return days;
}

function parseEvents(ics: Ics, lines: readonly string[], path: string): IcsComponent[] {
  const bad = (line: number) => new CliError({ code: "bad-ics", path, line });
  if (!/^BEGIN:VCALENDAR$/i.test((lines.find((line) => line.trim() !== "") ?? "").trim())) throw bad(1);
  let parsed: unknown;
  try {
    parsed = ics.parse(lines.join("\r\n"));
  } catch (error) {
    // The parser quotes the line, or the value, that it could not read; a component that does not end has neither.
    const message = error instanceof Error ? error.message : "";
    const value = /"([^"]+)"/.exec(message)?.[1];
    const whole = lines.findIndex((line) => line !== "" && message.includes(line));
    const quoted = whole < 0 && value !== undefined ? lines.findIndex((line) => line.includes(value)) : whole;
    throw bad(quoted < 0 ? lines.length : quoted + 1);
  }
  const calendars = (Array.isArray((parsed as unknown[])[0]) ? parsed : [parsed]) as unknown[][];
  return calendars.flatMap((calendar) => new ics.Component(calendar).getAllSubcomponents("vevent"));
}

/** Line numbers of the events' first lines, in order. */
function eventLines(lines: readonly string[]): number[] {
  return lines.flatMap((line, index) => (/^BEGIN:VEVENT\s*$/i.test(line) ? [index + 1] : []));
}

function addEvent(ics: Ics, component: IcsComponent, all: readonly IcsComponent[], days: Map<number, string>): void {
  checkDates(component);
  if (isCancelled(component)) return;
  const uid = component.getFirstPropertyValue("uid");
  const others = all.filter((other) => other !== component && other.getFirstPropertyValue("uid") === uid);
  if (component.hasProperty("recurrence-id") && others.some((other) => !other.hasProperty("recurrence-id"))) return;
  const exceptions = others.filter((other) => other.hasProperty("recurrence-id"));
  const event = new ics.Event(component, { exceptions });
  if (!event.isRecurring()) {
    addDays(event.summary, event.startDate, event.endDate, days);
    return;
  }
  const excluded = component.getAllProperties("exdate").flatMap((property) => property.getValues() as IcsTime[]);
  const addOccurrence = (at: IcsTime) => {
    if (excluded.some((other) => isSameTime(at, other))) return;
    const { startDate, endDate, item } = event.getOccurrenceDetails(at) as {
      startDate: IcsTime;
      endDate: IcsTime;
      item: IcsEvent;
    };
    if (!isCancelled(item.component)) addDays(item.summary, startDate, endDate, days);
  };
  // Dates that are listed are further ones, and the library leaves out the first where there is no rule.
  if (!component.hasProperty("rrule")) addOccurrence(event.startDate);
  const occurrences = event.iterator();
  for (let count = 0; count < maxOccurrences; count++) {
    const at = occurrences.next();
    if (!at || at.year > lastYear) break;
    addOccurrence(at);
  }
}

/** Whether an excluded time means an occurrence. The library loses those that come after one that no rule gives. */
function isSameTime(at: IcsTime, excluded: IcsTime): boolean {
  if (excluded.isDate) return at.year === excluded.year && at.month === excluded.month && at.day === excluded.day;
  return at.compare(excluded) === 0;
}

/** The library carries impossible dates over into the next month, so they are looked at as written. */
function checkDates(component: IcsComponent): void {
  if (!component.hasProperty("dtstart")) throw new RangeError("an event without a start");
  for (const name of ["dtstart", "dtend", "recurrence-id", "rdate", "exdate"]) {
    for (const property of component.getAllProperties(name)) {
      for (const value of property.toJSON().slice(3)) {
        if (parseDay(String(value).slice(0, 10)) === undefined) throw new RangeError("an impossible date");
      }
    }
  }
}

function isCancelled(component: IcsComponent): boolean {
  return String(component.getFirstPropertyValue("status") ?? "").toUpperCase() === "CANCELLED";
}

function addDays(summary: string | null, start: IcsTime, end: IcsTime, days: Map<number, string>): void {
  const first = dayOf(start.year, start.month, start.day);
  const endDay = dayOf(end.year, end.month, end.day);
  const endsAtMidnight = end.isDate || (end.hour === 0 && end.minute === 0 && end.second === 0);
  const last = Math.max(first, endsAtMidnight ? endDay - 1 : endDay);
  if (last - first > longestEvent) throw new RangeError("an event longer than any holiday");
  for (let day = first; day <= last; day++) {
    if (!days.get(day)) days.set(day, (summary ?? "").trim());
  }
}
