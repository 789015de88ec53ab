/**
 * Calendar files (iCalendar, RFC 5545): deadlines as events with an alarm, and open hours as events that recur.
 */

import { dayMs, formatDay } from "../core/date.js";
import { formatUtc, padded } from "../core/format-time.js";
import type { WeeklyEvent } from "../core/recurrence.js";
import type { OffsetStretch } from "../core/zone.js";
import type { Messages } from "../i18n/en/index.js";
import type {
  Assumption,
  DatasetRef,
  DeadlineReport,
  HolidaysReport,
  HoursReport,
  RegionHours,
  ShownZone,
  TicketAnswer,
} from "../report.js";
import { groupAssumptions } from "./assumptions.js";
import { formatMoment } from "./text/time.js";

/** A content line before it is folded: its name with parameters, and its value. */
type ContentLine = readonly [name: string, value: string];

/** What all events of a file share. */
interface EventSetting {
  readonly dataset: DatasetRef;
  readonly now: number;
  readonly alarms: readonly number[];
  readonly assumptions?: readonly Assumption[];
  readonly metric?: string;
}

/** A deadline of a time with fractions is rounded up to the second, as in `--format epoch`. */
export function renderDeadlineIcs(report: DeadlineReport, messages: Messages): string {
  return `${openDeadlinesIcs(messages)}${report.tickets.map((ticket) => renderEventOf(ticket, undefined, report, messages)).join("")}${closeIcs()}`;
}

/** A file of deadlines up to its events. */
export function openDeadlinesIcs(messages: Messages): string {
  return write(head(messages.ics.deadlines));
}

export function closeIcs(): string {
  return write([["END", "VCALENDAR"]]);
}

/** The event of a ticket, identified by the ticket's id if it has one; empty without a target. */
export function renderEventOf(
  ticket: TicketAnswer,
  id: string | undefined,
  setting: EventSetting,
  messages: Messages,
): string {
  if (ticket.status === "no-target") return "";
  const { dataset, now, alarms, assumptions = [], metric } = setting;
  const { labels } = messages;
  const { plan, planName, priority, region, regionName, zone, opened, deadline, responded, status, target } = ticket;
  // The same for the same ticket in every export, so that a calendar replaces the event rather than adding another.
  const of = metric === undefined ? [dataset.id, plan] : [dataset.id, metric, plan];
  const key = id ? [...of, "ticket", id] : [...of, priority, region ?? zone.id, opened];
  const summary = messages.ics.respondBy([
    ...(id ? [id] : []),
    priority,
    planName,
    ...(regionName === undefined ? [] : [regionName]),
  ]);
  const line = (label: string, value: string) => `${label}${messages.colon}${value}`;
  const description = [
    line(labels.respondBy, messages.aside(formatMoment(deadline, zone, messages), zone.id)),
    line(labels.target, messages.target(target)),
    line(labels.opened, formatMoment(opened, zone, messages)),
    ...(responded === undefined ? [] : [line(labels.responded, formatMoment(responded, zone, messages))]),
    line(labels.status, messages.statuses[status]),
    ...assumptionLines(assumptions, messages),
  ].join("\n");
  return write([
    ["BEGIN", "VEVENT"],
    ["UID", escapeContent(`${key.join("/")}@support-cli`)],
    ["DTSTAMP", utc(now)],
    ["DTSTART", utc(deadline)],
    ["SUMMARY", escapeContent(summary)],
    ["DESCRIPTION", escapeContent(description)],
    ["TRANSP", "TRANSPARENT"],
    ...(responded === undefined ? alarms.flatMap((ms) => alarm(ms, summary)) : []),
    ["END", "VEVENT"],
  ]);
}

/** The dates that are closed, each as an event of a whole day; half days and working days close nothing. */
export function renderHolidaysIcs(report: HolidaysReport, messages: Messages): string {
  if (report.action === "list") return "";
  const { name, source, now, holidays } = report;
  return write([
    ...head(messages.ics.holidays(name)),
    ...holidays
      .filter(({ closed }) => closed)
      .flatMap((holiday): ContentLine[] => [
        ["BEGIN", "VEVENT"],
        ["UID", escapeContent(`holidays/${source}/${formatDay(holiday.day)}@support-cli`)],
        ["DTSTAMP", utc(now)],
        ["DTSTART;VALUE=DATE", formatDay(holiday.day).replaceAll("-", "")],
        ["SUMMARY", escapeContent(holiday.name)],
        ["DESCRIPTION", escapeContent([holiday.source.title, holiday.source.url ?? ""].join("\n").trim())],
        ["TRANSP", "TRANSPARENT"],
        ["END", "VEVENT"],
      ]),
    ["END", "VCALENDAR"],
  ]);
}

export function renderHoursIcs(report: HoursReport, messages: Messages): string {
  const { regions } = report;
  return write([
    ...head(messages.ics.hours),
    ...regions.filter((region, i) => isFirstOfZone(region, i, regions)).flatMap(timeZone),
    ...regions.flatMap((region) => hoursEvents(region, report, messages)),
    ["END", "VCALENDAR"],
  ]);
}

function isFirstOfZone({ zone }: RegionHours, index: number, regions: readonly RegionHours[]): boolean {
  return regions.findIndex((region) => region.zone.id === zone.id) === index;
}

function timeZone({ zone, recurrence }: RegionHours): ContentLine[] {
  return recurrence ? zoneLines(zone.id, recurrence.offsets) : [];
}

/** The events of a region's open hours: weekly ones, and single ones where a week differs. */
function hoursEvents(region: RegionHours, report: HoursReport, messages: Messages): ContentLine[] {
  const { id, name, zone, recurrence } = region;
  const assumptions = assumptionLines(assumptionsOf(id, report.assumptions), messages);
  const common: ContentLine[] = [
    ["DTSTAMP", utc(report.now)],
    ["SUMMARY", escapeContent(messages.ics.open(name))],
    ["DESCRIPTION", escapeContent([zone.id, ...assumptions].join("\n"))],
    ["TRANSP", "TRANSPARENT"],
  ];
  const uid = (key: string): ContentLine => [
    "UID",
    escapeContent(`${report.dataset.id}/${id}/hours/${key}@support-cli`),
  ];
  const weekly = (recurrence?.weekly ?? []).flatMap((event): ContentLine[] => [
    ["BEGIN", "VEVENT"],
    uid(`${event.weekdays.map((i) => byDay[i]).join("")}-${local(event.openMs).slice(9)}-${duration(event.lengthMs)}`),
    ...common,
    ...weeklyTimes(event, zone),
    ["END", "VEVENT"],
  ]);
  const single = (recurrence?.single ?? []).flatMap(({ from, to }): ContentLine[] => [
    ["BEGIN", "VEVENT"],
    uid(utc(from)),
    ...common,
    ["DTSTART", utc(from)],
    ["DTEND", utc(to)],
    ["END", "VEVENT"],
  ]);
  return [...weekly, ...single];
}

function weeklyTimes(event: WeeklyEvent, zone: ShownZone): ContentLine[] {
  const { firstDay, openMs, lengthMs, except } = event;
  const exceptions = except.map((day) => local(day * dayMs + openMs));
  return [
    [`DTSTART;TZID=${zone.id}`, local(firstDay * dayMs + openMs)],
    ["DURATION", duration(lengthMs)],
    ["RRULE", ruleOf(event, (instant) => zone.offsetAt(instant))],
    ...(exceptions.length === 0 ? [] : [[`EXDATE;TZID=${zone.id}`, exceptions.join(",")] as const]),
  ];
}

/** The assumptions about a region's hours, which name their own zone. */
function assumptionsOf(region: string, assumptions: readonly Assumption[]): readonly Assumption[] {
  return assumptions.filter(
    ({ code, ...rest }) =>
      code !== "shown-zone" && code !== "unknown-system-zone" && (!("region" in rest) || rest.region === region),
  );
}

function assumptionLines(assumptions: readonly Assumption[], messages: Messages): string[] {
  return groupAssumptions(assumptions).map((assumption) => `- ${messages.assumption(assumption)}`);
}

function alarm(ms: number, summary: string): ContentLine[] {
  return [
    ["BEGIN", "VALARM"],
    ["ACTION", "DISPLAY"],
    ["DESCRIPTION", escapeContent(summary)],
    ["TRIGGER", `-${duration(ms)}`],
    ["END", "VALARM"],
  ];
}

const byDay = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** Weekly until the last instance, whose instant is written in UTC as the rule demands of events with a zone. */
function ruleOf({ weekdays, lastDay, openMs }: WeeklyEvent, offsetAt: (instant: number) => number): string {
  const wall = lastDay * dayMs + openMs;
  // Half a day more includes the last instance at any offset, and ends before the next one of its weekday.
  const until = wall - offsetAt(wall) + dayMs / 2;
  return `FREQ=WEEKLY;BYDAY=${weekdays.map((i) => byDay[i]).join(",")};UNTIL=${utc(until)}`;
}

/** The zone as the offsets it has over the events' time, one observance for each. */
function zoneLines(id: string, offsets: readonly OffsetStretch[]): ContentLine[] {
  const standard = Math.min(...offsets.map(({ offsetMs }) => offsetMs));
  return [
    ["BEGIN", "VTIMEZONE"],
    ["TZID", id],
    ...offsets.flatMap(({ from, offsetMs }, i): ContentLine[] => {
      const before = offsets[i - 1]?.offsetMs ?? offsetMs;
      const kind = offsetMs > standard ? "DAYLIGHT" : "STANDARD";
      return [
        ["BEGIN", kind],
        ["DTSTART", local(from + before)],
        ["TZOFFSETFROM", offsetText(before)],
        ["TZOFFSETTO", offsetText(offsetMs)],
        ["END", kind],
      ];
    }),
    ["END", "VTIMEZONE"],
  ];
}

function offsetText(ms: number): string {
  const seconds = Math.abs(ms) / 1000;
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((n) => padded(n));
  return `${ms < 0 ? "-" : "+"}${(parts[2] === "00" ? parts.slice(0, 2) : parts).join("")}`;
}

/** `20261123T011000Z`, rounded up to the second. */
function utc(instant: number): string {
  return formatUtc(Math.ceil(instant / 1000) * 1000).replace(/[-:]/g, "");
}

/** `20261123T101000` of a wall time in milliseconds as if UTC. */
function local(wallMs: number): string {
  return utc(wallMs).slice(0, -1);
}

/** `PT8H30M`; hours are never gathered into days, whose length a clock change alters. */
function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const parts = [
    [Math.floor(seconds / 3600), "H"],
    [Math.floor(seconds / 60) % 60, "M"],
    [seconds % 60, "S"],
  ] as const;
  return `PT${parts.map(([n, unit]) => (n > 0 ? `${n}${unit}` : "")).join("") || "0S"}`;
}

/** A TEXT value: separators escaped, line ends as \n, other control characters left out. */
function escapeContent(value: string): string {
  return value
    .replace(/\r\n|[\r\u0085\u2028\u2029]/g, "\n")
    .replace(/(?![\t\n])\p{Cc}/gu, "")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");
}

function head(name: string): ContentLine[] {
  return [
    ["BEGIN", "VCALENDAR"],
    ["VERSION", "2.0"],
    ["PRODID", "-//support-cli//support-cli//EN"],
    ["CALSCALE", "GREGORIAN"],
    ["NAME", escapeContent(name)],
    ["X-WR-CALNAME", escapeContent(name)],
  ];
}

function write(lines: readonly ContentLine[]): string {
  return lines.map(([key, value]) => `${foldLine(`${key}:${value}`)}\r\n`).join("");
}

/** Lines of at most 75 octets, the rest on lines that begin with a blank; no character is torn. */
function foldLine(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > 75) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
