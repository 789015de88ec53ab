/** Files as people have them: what their columns, words and times mean, and what stderr says where that is not known. */
import { expect, test } from "vitest";
import { parseRecords } from "../parse-csv.js";
import { type } from "../terminal.js";

const tokyo = ["--source-tz", "Asia/Tokyo"];
const japan = ["-r", "japan"];

async function run(file: string, flags: readonly string[]) {
  const line = ["deadline", "--input", `fixtures/tickets/values/${file}`, "-p", "business", "--no-config"];
  const ran = await type([...line, ...flags, "--now", "2026-11-30T00:00Z"]);
  const rows = file.endsWith("jsonl")
    ? ran.stdout
        .split("\n")
        .filter(Boolean)
        .map((text) => JSON.parse(text))
    : ran.stdout === ""
      ? []
      : parseRecords(ran.stdout.trimEnd());
  const deadlines = rows.map((row) => row.sla_deadline ?? row.deadline);
  return { ...ran, deadlines, statuses: rows.map((row) => row.sla_status ?? row.status) };
}

/** Each file with its flags: the deadlines and statuses that come out. */
const right: readonly (readonly [string, readonly string[], readonly string[], readonly string[]])[] = [
  [
    "jira-response-in-utc.csv",
    ["-r", "americas", "--source-tz", "America/Los_Angeles"],
    ["2026-07-08T18:00:00Z", "2026-07-08T20:30:00Z"],
    ["met", "overdue"],
  ],
  [
    "jira-critical-first.csv",
    [...japan, ...tokyo],
    ["2026-11-19T02:00:00Z", "2026-11-19T03:00:00Z"],
    ["overdue", "overdue"],
  ],
  [
    "two-response-columns.csv",
    [...japan, "--map", "responded=answered", "--map", "responded=picked_up"],
    ["2026-11-19T03:00:00Z", "2026-11-19T03:00:00Z"],
    ["met", "met"],
  ],
  [
    "two-response-columns.csv",
    [...japan, "--map", "responded=answered|picked_up"],
    ["2026-11-19T03:00:00Z", "2026-11-19T03:00:00Z"],
    ["met", "met"],
  ],
  [
    "years-of-the-republic.csv",
    ["-r", "apac", "--source-tz", "Asia/Taipei", "--era", "roc"],
    ["2026-11-23T02:40:00Z", "2026-11-19T03:30:00Z"],
    ["met", "overdue"],
  ],
  [
    "servicenow-list.csv",
    ["-r", "americas", "--tz", "America/Chicago"],
    ["2026-03-17T23:30:00Z", "2026-03-17T16:00:00Z"],
    ["overdue", "overdue"],
  ],
  [
    "usual-headers.csv",
    [...japan, "--tz", "Asia/Tokyo", "--map", "opened=created_at", "--priority-map", "high=P2"],
    ["2026-11-23T01:10:00Z"],
    ["overdue"],
  ],
  [
    "year-first-short.csv",
    [...japan, ...tokyo, "--date-order", "ymd"],
    ["2026-11-23T01:10:00Z", "2026-11-19T02:30:00Z", "2026-11-02T02:00:00Z"],
    ["overdue", "overdue", "overdue"],
  ],
  [
    "business-minutes.csv",
    [
      ...japan,
      ...tokyo,
      "--map",
      "response-time=First reply time in minutes within business hours",
      "--priority-map",
      "High=P2",
    ],
    ["2026-11-23T01:10:00Z", "2026-11-23T01:10:00Z"],
    ["missed", "met"],
  ],
  [
    "closed-without-response.csv",
    [...japan, "--closed-when", "status=Closed"],
    ["2026-11-19T03:00:00Z", "2026-11-19T03:00:00Z"],
    ["closed", "overdue"],
  ],
  [
    "dates-alone.csv",
    [...japan, "--date-only", "opening"],
    ["2026-11-19T02:00:00Z", "2026-11-23T00:00:00Z"],
    ["overdue", "overdue"],
  ],
  [
    "lengths-of-time.csv",
    [...japan, "--map", "response-time=first_response", "--response-clock", "calendar"],
    Array(4).fill("2026-11-19T03:00:00Z"),
    ["met", "met", "missed", "met"],
  ],
  ["epoch-seconds.csv", japan, ["2025-11-21T01:10:00Z"], ["overdue"]],
  ["epoch-milliseconds.csv", japan, ["2025-11-21T01:10:00Z"], ["overdue"]],
  ["excel-serial.csv", [...japan, ...tokyo], ["2025-11-20T02:00:00Z"], ["overdue"]],
  [
    "response-hours.csv",
    [...japan, "--map", "response-time=first_response_hours", "--response-clock", "calendar"],
    ["2026-11-19T03:00:00Z", "2026-11-19T03:00:00Z"],
    ["missed", "met"],
  ],
  [
    "nested.jsonl",
    [
      ...japan,
      "--map",
      "id=key",
      "--map",
      "opened=fields.created",
      "--map",
      "priority=fields.priority.name",
      "--map",
      "responded=stats.first_responded_at",
      "--priority-map",
      "High=P2",
    ],
    ["2026-11-19T03:00:00Z"],
    ["met"],
  ],
  [
    "other-region-plan-zone.csv",
    [...japan, "--map", "region=", "--map", "plan=", "--map", "zone="],
    ["2026-11-19T03:00:00Z", "2026-11-19T03:00:00Z"],
    ["overdue", "overdue"],
  ],
  ["waiting-minutes.csv", [...japan, "--map", "pause-time=on_hold_minutes"], ["2026-11-19T05:00:00Z"], ["met"]],
  [
    "header-twice.csv",
    [...japan, ...tokyo, "--map", "priority=#2", "--priority-map", "2 - High=P2"],
    ["2026-11-19T03:00:00Z"],
    ["overdue"],
  ],
  [
    "date-forms.csv",
    [...japan, ...tokyo],
    [
      "2026-03-05T07:15:00Z",
      "2026-03-05T07:15:00Z",
      "2026-10-05T07:15:00Z",
      "2026-03-13T07:15:00Z",
      "2026-11-20T08:40:00Z",
      "2026-11-20T08:40:00Z",
    ],
    Array(6).fill("overdue"),
  ],
  [
    "more-date-forms.csv",
    [...japan, ...tokyo, "--date-order", "dmy"],
    [
      "",
      "2026-03-05T07:15:00Z",
      "2026-11-20T08:40:00Z",
      "2026-11-20T16:40:00Z",
      "2026-11-20T08:40:00Z",
      "2026-11-20T08:40:00Z",
    ],
    ["", ...Array(5).fill("overdue")],
  ],
  ["no-priority.csv", [...japan, "-P", "P2"], ["2026-11-19T03:00:00Z"], ["overdue"]],
];

test.each(right)("%s %j", async (file, flags, deadlines, statuses) => {
  expect(await run(file, flags)).toMatchObject({ deadlines, statuses });
});

/** Each file with what stderr says of it. */
const said: readonly (readonly [string, readonly string[], number, readonly string[]])[] = [
  ["jira-critical-first.csv", [...japan, ...tokyo], 0, ["Critical = P1 (1), High = P2 (1)"]],
  ["response-under-another-key.jsonl", [...japan, "--map", "responded=anwsered_at"], 3, ["Did you mean answered_at?"]],
  ["years-of-the-republic.csv", ["-r", "apac", "--source-tz", "Asia/Taipei"], 3, ["set --era roc"]],
  [
    "usual-headers.csv",
    [...japan, "--tz", "Asia/Tokyo", "--map", "opened=created_at"],
    3,
    ["high (1); map them with --priority-map high=..."],
  ],
  [
    "own-priority-words.csv",
    [...japan, "--priority-map", "High=P2,Medium=P3,Low=P4"],
    3,
    ["Urgent (1); map them with --priority-map Urgent=..."],
  ],
  ["year-first-short.csv", [...japan, ...tokyo], 3, ["--date-order"]],
  ["closed-without-response.csv", japan, 0, ["--closed-when status=Closed"]],
  ["dates-alone.csv", japan, 3, ["set --date-only"]],
  ["response-hours.csv", [...japan, "--map", "response-time=first_response_hours"], 2, ["--response-clock"]],
  [
    "other-region-plan-zone.csv",
    japan,
    3,
    [
      "CA-ON (1), US-NJ (1)",
      "--map region=",
      "Pro (1), Basic (1)",
      "--map plan=",
      "Zone 3 (1), Zone 1 (1)",
      "--map zone=",
    ],
  ],
  ["header-twice.csv", [...japan, ...tokyo, "--map", "priority=Severity"], 3, ["#2 and #4"]],
  ["no-priority.csv", japan, 3, ["-P"]],
  ["unknown-words.csv", japan, 3, ["Normal (5), High (1); map them with --priority-map Normal=...,High=..."]],
  ["excel-serial.csv", [...japan, ...tokyo], 0, ["rounded to the second", "Opened: 2025-11-19T22:40:00Z"]],
  ["event-log.csv", ["-r", "emea", "--source-tz", "Europe/London"], 0, ["Repeated ids: 3 rows"]],
];

test.each(said)("%s %j exits %i and says %j", async (file, flags, code, texts) => {
  const ran = await run(file, flags);
  expect(ran.code).toBe(code);
  for (const text of texts) expect(ran.stderr).toContain(text);
});

test("a first line that is a row hints at --no-header, a header does not", async () => {
  const hint = "If the file has no header row, add --no-header";
  expect((await run("no-header.csv", japan)).stderr).toContain(hint);
  expect((await run("no-priority.csv", japan)).stderr).not.toContain(hint);
});

test.each(["Nowhere/City", "Tokyo City"])("--show-tz %s is an unknown zone for files too", async (zone) => {
  const ran = await run("usual-headers.csv", [...japan, "--show-tz", zone]);
  expect(ran.code).toBe(2);
  expect(ran.stdout).toBe("");
  expect(ran.stderr).toContain(zone);
});

test.each([
  ["hours", ["missed", "met"]],
  ["minutes", ["met", "met"]],
])("--response-unit %s reads numbers whose header names no unit", async (unit, statuses) => {
  const flags = ["--map", "response-time=took", "--response-clock", "calendar", "--response-unit", unit];
  expect((await run("lengths-without-unit.csv", [...japan, ...flags])).statuses).toEqual(statuses);
});

const own = ["--map", "pauses=paused", "--region-map", "Nippon=japan", "--plan-map", "Biz=business"];

test("own words of regions and plans, pauses with and without an end, and a filter", async () => {
  const all = await run("own-words-and-pauses.csv", [...own, "--empty", "pending"]);
  expect(all.deadlines).toEqual(["2026-11-19T04:00:00Z", "2026-11-30T01:00:00Z"]);
  expect(all.statuses).toEqual(["overdue", "open"]);
  const span = await run("own-words-and-pauses.csv", [...own, "--empty", "pending", "--from", "2026-11-20"]);
  expect(span.deadlines).toEqual(["", "2026-11-30T01:00:00Z"]);
  const before = await run("own-words-and-pauses.csv", [...own, "--empty", "pending", "--to", "2026-11-20"]);
  expect(before.deadlines).toEqual(["2026-11-19T04:00:00Z", ""]);
  const where = await run("own-words-and-pauses.csv", [...own, "--empty", "pending", "--where", "id!=1"]);
  expect(where.deadlines).toEqual(["", "2026-11-30T01:00:00Z"]);
  const unmarked = await run("own-words-and-pauses.csv", own);
  expect(unmarked.code).toBe(3);
});
