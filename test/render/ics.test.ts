/**
 * Calendar files, read back by ical.js, which had no part in writing them: the same instants, the same alarms, the same open time.
 */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { type Calendar, type CalendarSpec, compileCalendar, type HoursRange } from "../../src/core/calendar.js";
import { dayMs } from "../../src/core/date.js";
import type { Interval } from "../../src/core/interval.js";
import { recurrenceOf } from "../../src/core/recurrence.js";
import { en } from "../../src/i18n/en/index.js";
import { renderHoursIcs } from "../../src/render/ics.js";
import { type } from "../terminal.js";

const line = [
  "deadline",
  "-p",
  "business",
  "-P",
  "P2",
  "-r",
  "japan",
  "--opened",
  "2026-11-20T16:40+09:00",
  "--holidays",
  "JP",
];

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    const id = String(zone.getFirstPropertyValue("tzid"));
    ICAL.TimezoneService.remove(id);
    ICAL.TimezoneService.register(new ICAL.Timezone(zone), id);
  }
  return calendar.getAllSubcomponents("vevent");
}

function expectWellFormed(text: string) {
  const lines = text.split("\r\n");
  expect(lines.pop()).toBe("");
  expect(lines.filter((one) => new TextEncoder().encode(one).length > 75)).toEqual([]);
  expect(lines.filter((one) => /[\r\n]/.test(one))).toEqual([]);
}

describe("a deadline as a calendar file", () => {
  test.each(["en", "zh-TW", "ja"])("%s: the same instants and alarms come back", async (lang) => {
    const words = ["--alarm", "30m", "--alarm", "2h", "--lang", lang];
    const { stdout } = await type([...line, "-p", "standard", "--format", "ics", ...words]);
    expectWellFormed(stdout);
    const epochs = (await type([...line, "-p", "standard", "--format", "epoch"])).stdout.trim().split("\n").map(Number);
    const events = read(stdout);
    expect(events.map((event) => new ICAL.Event(event).startDate.toUnixTime())).toEqual(epochs);
    const alarms = events.map((event) =>
      event
        .getAllSubcomponents("valarm")
        .map((alarm) => (alarm.getFirstPropertyValue("trigger") as ICAL.Duration).toSeconds()),
    );
    expect(alarms).toEqual([
      [-1800, -7200],
      [-1800, -7200],
    ]);
    expect(new Set(events.map((event) => event.getFirstPropertyValue("uid"))).size).toBe(2);
  });

  test("the event keeps its UID when only its circumstances change, and has no alarm once support responded", async () => {
    const uid = async (...more: string[]) => {
      const [event] = read((await type([...line, "--format", "ics", ...more])).stdout);
      return { uid: event?.getFirstPropertyValue("uid"), alarms: event?.getAllSubcomponents("valarm").length };
    };
    const first = await uid();
    expect(first.alarms).toBe(1);
    expect(await uid("--alarm", "none", "--now", "2026-12-01T00:00Z")).toEqual({ ...first, alarms: 0 });
    expect(await uid("--responded", "2026-11-21T09:00Z")).toEqual({ ...first, alarms: 0 });
    const other = line.map((word) => (word === "P2" ? "P3" : word));
    const [event] = read((await type([...other, "--format", "ics"])).stdout);
    expect(event?.getFirstPropertyValue("uid")).not.toBe(first.uid);
  });

  test("text with separators, line ends and wide characters comes back as it was", async () => {
    const dataset = JSON.parse(readFileSync("src/data/bundled/adobe-experience-cloud-2022.json", "utf8"));
    const name = "Plan; with, all\\ of it\r\nEND:VEVENT 支援方案支援方案支援方案支援方案 😀😀😀😀😀😀😀😀😀😀😀😀";
    dataset.plans.business.name = { en: name };
    const { stdout } = await type([...line, "--format", "ics", "--dataset", "mine.json"], {
      files: { "mine.json": JSON.stringify(dataset) },
    });
    expectWellFormed(stdout);
    const events = read(stdout);
    expect(events.length).toBe(1);
    expect(new ICAL.Event(events[0] as ICAL.Component).summary).toBe(
      `First response due: P2, ${name.replace("\r\n", "\n")}, Japan`,
    );
  });

  test("a file of tickets gives an event for each that waits, known by its id", async () => {
    const rows =
      "T-1,P2,japan,2026-11-20T16:40+09:00,\nT-2,P2,japan,2026-11-20T16:40+09:00,2026-11-21T00:00Z\nT-3,P9,japan,2026-11-20T16:40+09:00,\n";
    const files = { "tickets.csv": `id,priority,region,opened,responded\n${rows}` };
    const batch = ["deadline", "--input", "tickets.csv", "-p", "business", "-p", "standard", "--holidays", "JP"];
    const { stdout, code } = await type([...batch, "--format", "ics", "--alarm", "1h"], { files });
    expect(code).toBe(3);
    expectWellFormed(stdout);
    const { tickets } = JSON.parse((await type([...batch, "--json"], { files })).stdout);
    const waiting = tickets.filter((t: { error?: object; responded?: string }) => !t.error && !t.responded);
    const events = read(stdout);
    expect(events.map((event) => new ICAL.Event(event).startDate.toJSDate().toISOString())).toEqual(
      waiting.map(({ deadline }: { deadline: string }) => new Date(deadline).toISOString()),
    );
    expect(events.map((event) => event.getFirstPropertyValue("uid"))).toEqual(
      ["business", "standard"].map((plan) => `adobe-experience-cloud-2022/${plan}/ticket/T-1@support-cli`),
    );
    expect(events.flatMap((event) => event.getAllSubcomponents("valarm")).length).toBe(2);
  });

  test("a ticket that was closed without a response has no event, and is not late", async () => {
    const rows = "1,P2,2026-11-18T10:00+09:00,Closed\n2,P2,2026-11-18T10:00+09:00,Open\n";
    const setting = { files: { "t.csv": `id,priority,opened,state\n${rows}` } };
    const batch = ["deadline", "--input", "t.csv", "-p", "business", "-r", "japan", "--closed-when", "state=Closed"];
    const { stdout } = await type([...batch, "--format", "ics"], setting);
    expect(read(stdout).map((event) => event.getFirstPropertyValue("uid"))).toEqual([
      "adobe-experience-cloud-2022/business/ticket/2@support-cli",
    ]);
    const { tickets } = JSON.parse((await type([...batch, "--json"], setting)).stdout);
    expect(tickets.map(({ status, lateSeconds }: Record<string, unknown>) => [status, lateSeconds])).toEqual([
      ["closed", undefined],
      ["overdue", 81_000],
    ]);
  });

  test("what is no length of time is refused", async () => {
    for (const alarm of ["soon", "30", "-5m", "2h@24x7"])
      expect((await type([...line, "--format", "ics", "--alarm", alarm])).code).toBe(2);
  });
});

/** The events of a file in the order of their starts, as a reader of RFC 5545 expands them. */
function eventsOf(text: string): readonly Interval[] {
  const found = read(text).flatMap((component) => {
    const event = new ICAL.Event(component);
    const at = (start: ICAL.Time): Interval => {
      const from = start.toUnixTime() * 1000;
      return { from, to: from + event.duration.toSeconds() * 1000 };
    };
    if (!event.isRecurring()) return [at(event.startDate)];
    const instances: Interval[] = [];
    const starts = event.iterator();
    for (let start = starts.next(); start; start = starts.next()) instances.push(at(start));
    return instances;
  });
  return found.sort((a, b) => a.from - b.from);
}

/** The calendar file of one region. */
function icsOf({ hours, zone }: Calendar, from: number, to: number): string {
  const region = {
    id: "x",
    name: "X",
    zone,
    open: true,
    nextChange: undefined,
    today: 0,
    week: [],
    recurrence: recurrenceOf(hours.intervals(from, to), zone, from, to),
  };
  const dataset = { id: "test", version: "1.0.0" };
  return renderHoursIcs(
    { command: "hours", dataset, now: from, reader: zone, regions: [region], assumptions: [], warnings: [] },
    en,
  );
}

const week = (...ranges: [string, string][]) =>
  Object.fromEntries(["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => [day, ranges]));
const specs: [string, CalendarSpec][] = [
  ...readdirSync("fixtures/calendars")
    .filter((name) => name !== "never-open.json")
    .map((name): [string, CalendarSpec] => [name, JSON.parse(readFileSync(`fixtures/calendars/${name}`, "utf8"))]),
  ["overlapping nights", { zone: "America/New_York", hours: week(["22:00", "06:00"], ["05:00", "13:00"]) }],
  ["half an hour", { zone: "Australia/Lord_Howe", hours: week(["00:30", "02:15"], ["23:00", "01:45"]) }],
  [
    "a holiday and a half day",
    {
      zone: "Asia/Tokyo",
      hours: week(["09:00", "17:30"]),
      holidays: ["2026-11-23"],
      exceptions: { "2026-12-31": [["09:00", "12:00"]], "2027-01-01": [] },
    },
  ],
];

describe("hours as a calendar file", () => {
  test.each(specs)("%s: its events are the open intervals of two years", (name, spec) => {
    const calendar = compileCalendar(spec);
    const [firstDay, lastDay] = name.includes("apia") ? [15_200, 15_800] : [20_600, 21_200];
    const from = calendar.zone.firstAtOrAfter(firstDay * dayMs);
    const to = calendar.zone.firstAtOrAfter(lastDay * dayMs);
    const text = icsOf(calendar, from, to);
    expectWellFormed(text);
    expect(eventsOf(text)).toEqual(calendar.hours.intervals(from, to));
  });

  test("whatever the hours, the zone and the span, its events are the open intervals", () => {
    const time = (minutes: number) =>
      `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
    const quarters = (most: number) => fc.integer({ min: 0, max: most }).map((quarter) => quarter * 15);
    const range = fc
      .tuple(quarters(95), quarters(96))
      .filter(([open, close]) => open !== close)
      .map(([open, close]): HoursRange => [time(open), time(close)]);
    const days = fc.array(range, { maxLength: 2 });
    const date = fc
      .integer({ min: 15_150, max: 15_500 })
      .map((day) => new Date(day * dayMs).toISOString().slice(0, 10));
    const spec = fc.record({
      zone: fc.constantFrom(
        "UTC",
        "Asia/Tokyo",
        "Europe/London",
        "America/New_York",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "America/St_Johns",
      ),
      hours: fc
        .tuple(days, days, days, days, days, days, days)
        .filter((week) => week.some((list) => list.length > 0))
        .map((week) =>
          Object.fromEntries(
            ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((name, i) => [name, week[i] as HoursRange[]]),
          ),
        ),
      holidays: fc.array(date, { maxLength: 20 }),
      exceptions: fc.dictionary(date, days, { maxKeys: 20 }),
    });
    const minute = fc.integer({ min: 15_200 * 1440, max: 15_400 * 1440 });
    fc.assert(
      fc.property(spec, minute, fc.integer({ min: 0, max: 120 * 1440 }), (given, start, length) => {
        const calendar = compileCalendar(given);
        const [from, to] = [start * 60_000, (start + length) * 60_000];
        expect(eventsOf(icsOf(calendar, from, to))).toEqual(calendar.hours.intervals(from, to));
      }),
      { numRuns: 150, seed: 20_260_101 },
    );
  });

  test.each([
    ["night", "--calendar --from 2026-01-01T00:00Z --to 2026-01-08T00:00Z"],
    ["night", "--calendar --from 2025-12-31T23:00Z --to 2026-03-01T03:30Z"],
    ["night", "--calendar --from 2026-03-20T00:00Z --to 2026-04-20T00:00Z --zone Pacific/Kiritimati"],
    ["night", "--calendar --from 2026-03-20T00:00Z --to 2026-04-20T00:00Z --zone America/New_York"],
    ["night", "--calendar --from 2026-03-20T00:00Z"],
    ["night", "--calendar --to 2026-03-20T00:00Z"],
    ["night", "--calendar"],
    ["japan", "--calendar --from 2026-04-01T12:00Z --to 2026-06-01T12:00Z --holidays JP"],
  ])("the same intervals as csv: %s %s", async (region, flags) => {
    const dataset = JSON.parse(readFileSync("fixtures/datasets/minimal.json", "utf8"));
    dataset.regions = {
      night: {
        name: { en: "Night" },
        zone: "Europe/London",
        zoneAssumed: false,
        hours: { wed: [["22:00", "06:00"]], sat: [["22:00", "06:00"]] },
      },
    };
    const files = { "night.json": JSON.stringify(dataset) };
    const argv = ["hours", region, ...flags.split(" "), ...(region === "night" ? ["--dataset", "night.json"] : [])];
    const rows = (await type([...argv, "--format", "csv"], { files })).stdout.trim().split("\n").slice(1);
    const csv = rows.map((row) =>
      row
        .split(",")
        .filter((cell) => /^\d{4}-.*Z$/.test(cell))
        .map((cell) => Date.parse(cell)),
    );
    expect(csv.length).toBeGreaterThan(0);
    expect(eventsOf((await type([...argv, "--format", "ics"], { files })).stdout)).toEqual(
      csv.map(([from, to]) => ({ from, to })),
    );
  });

  test("four regions of the dataset, with holidays, from the command line", async () => {
    const { stdout } = await type([
      "hours",
      "americas",
      "emea",
      "apac",
      "japan",
      "--format",
      "ics",
      "--holidays",
      "JP",
      "--from",
      "2026-01-01T00:00Z",
      "--to",
      "2027-01-01T00:00Z",
    ]);
    const events = read(stdout).filter((event) => event.getFirstPropertyValue("rrule"));
    expect(events.length).toBe(4);
    for (const event of events)
      expect(event.getAllProperties("exdate").flatMap((property) => property.getValues()).length).toBeGreaterThan(12);
  });
});
