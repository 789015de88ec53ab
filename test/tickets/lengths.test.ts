/** Pauses, closing times and lengths of responses in the cells of a ticket file, and the conditions of flags on its rows. */
import { describe, expect, test } from "vitest";
import { parseRecords } from "../parse-csv.js";
import { type } from "../terminal.js";

const line = ["deadline", "--input", "t.csv", "-p", "business", "-r", "japan", "--no-config"];

/** Rows under the columns of a priority, an opening time and others: what came out of each, deadline and status or error. */
async function run(columns: string, rows: readonly string[], flags: readonly string[] = []) {
  const csv = `id,priority,opened,${columns}\n${rows.map((row, i) => `T-${i + 1},${row}\n`).join("")}`;
  const ran = await type([...line, ...flags], { files: { "t.csv": csv }, now: "2026-11-19T06:00:00Z" });
  const records = ran.stdout === "" ? [] : parseRecords(ran.stdout.trimEnd());
  const results = records.map((row) => row.error || `${row.deadline} ${row.status}`);
  return { ...ran, results };
}

/** Opened on a Thursday at 10:00 in Tokyo. */
const opened = "P2,2026-11-19T10:00+09:00";

describe("pauses", () => {
  test.each([
    ["", "2026-11-19T03:00:00Z overdue"],
    ["2026-11-19T11:00+09:00/2026-11-19T11:30+09:00", "2026-11-19T03:30:00Z overdue"],
    [
      "2026-11-19T10:30+09:00/2026-11-19T11:00+09:00;2026-11-19T11:10+09:00/2026-11-19T11:20+09:00",
      "2026-11-19T03:40:00Z overdue",
    ],
    ["2026-11-19T11:00+09:00/", "2026-11-19T07:00:00Z open"],
    ["2026-11-19T16:00+09:00/", "2026-11-19T03:00:00Z overdue"],
  ])("%s", async (pauses, result) => {
    expect((await run("pauses", [`${opened},${pauses}`])).results).toEqual([result]);
  });

  test.each(["2026-11-19T11:30+09:00/2026-11-19T11:00+09:00", "lunch"])("%s are none", async (pauses) => {
    expect((await run("pauses", [`${opened},${pauses}`])).results).toEqual([
      `bad-pauses: pauses "${pauses}" is not a list of pauses, such as 2026-11-20T10:00/2026-11-20T12:00;2026-11-20T15:00/`,
    ]);
  });

  test("of local times that a change of clocks skipped", async () => {
    const row = `${opened},2026-03-08 02:30/2026-03-08 04:00`;
    const { results, stderr } = await run("pauses", [row], ["--source-tz", "America/New_York"]);
    expect(results).toEqual(["2026-11-19T03:00:00Z overdue"]);
    expect(stderr).toContain(
      "1 local time falls in a clock change in America/New_York, first on line 2: 1 skipped (interpreted as before the change), 0 repeated (interpreted as the first).",
    );
  });
});

describe("pause-time", () => {
  test.each([
    ["30 min", "2026-11-19T03:30:00Z overdue"],
    ["PT1H", "2026-11-19T04:00:00Z overdue"],
    ["-", "2026-11-19T03:00:00Z overdue"],
    ["a while", 'bad-duration: pause-time "a while" is not a length of time'],
  ])("%s", async (length, result) => {
    expect((await run("pause-time", [`${opened},${length}`])).results).toEqual([result]);
  });

  test("a target of a business day is due later by it", async () => {
    const rows = ["P4,2026-11-19T10:00+09:00,", "P4,2026-11-19T10:00+09:00,2 h"];
    expect((await run("pause-time", rows)).results).toEqual(["2026-11-20T01:00:00Z open", "2026-11-20T03:00:00Z open"]);
  });
});

describe("response-time", () => {
  test.each([
    ["30 min", ["--response-clock", "calendar"], "2026-11-19T03:00:00Z met"],
    ["20 h", ["--response-clock", "calendar"], "2026-11-19T03:00:00Z missed"],
    ["30 min", ["--response-clock", "business"], "2026-11-19T03:00:00Z met"],
    [
      "9999999 days",
      ["--response-clock", "business"],
      "beyond-horizon: the deadline, the response or now is more than 100 years after the opening time",
    ],
    ["30", ["--response-clock", "business", "--response-unit", "minutes"], "2026-11-19T03:00:00Z met"],
    ["later", ["--response-clock", "business"], 'bad-duration: response-time "later" is not a length of time'],
    ["", ["--response-clock", "business"], "2026-11-19T03:00:00Z overdue"],
  ])("%s with %j", async (length, flags, result) => {
    expect((await run("response-time", [`${opened},${length}`], flags)).results).toEqual([result]);
  });

  test.each([
    ["30", [], "--response-unit"],
    ["30 min", [], "--response-clock"],
  ])("%s is not guessed: %s", async (length, flags, option) => {
    const { code, stderr } = await run("response-time", [`${opened},${length}`], flags);
    expect(code).toBe(2);
    expect(stderr).toContain(option);
  });
});

describe("closing times", () => {
  test.each([
    ["2026-11-19T10:30+09:00", "2026-11-19T03:00:00Z met"],
    [
      "2026-11-19T09:30+09:00",
      'responded-before-opened: closed "2026-11-19T09:30+09:00" is earlier than the opening time',
    ],
    [
      "soon",
      'bad-time: closed "soon" is not a recognized time; if this column is something else, ignore it with --map closed=',
    ],
    ["", "2026-11-19T03:00:00Z overdue"],
  ])("%s", async (closed, result) => {
    expect((await run("closed", [`${opened},${closed}`])).results).toEqual([result]);
  });
});

describe("--where", () => {
  const rows = [`${opened},A,`, `${opened},,A`, `${opened},B,A`];

  test.each([
    [["--where", "team=A"], ["T-1"]],
    [
      ["--where", "team!=A"],
      ["T-2", "T-3"],
    ],
    [["--where", "team=B", "--where", "group=A"], ["T-3"]],
    [["--where", "priority=P2", "--where", "team=B"], ["T-3"]],
    [["--where", "priority=P3"], []],
  ])("%j", async (flags, ids) => {
    const { stdout } = await run("team,group", rows, flags);
    const chosen = parseRecords(stdout.trimEnd()).filter(({ deadline }) => deadline !== "");
    expect(chosen.map(({ id }) => id)).toEqual(ids);
  });
});

describe("dates alone", () => {
  test.each([
    ["start", "2026-11-18T02:00:00Z overdue"],
    ["end", "2026-11-19T02:00:00Z overdue"],
    ["opening", "2026-11-18T02:00:00Z overdue"],
  ])("are the %s of the day", async (rule, result) => {
    const { results } = await run("note", ["P2,2026-11-18,"], ["--date-only", rule, "--source-tz", "Asia/Tokyo"]);
    expect(results).toEqual([result]);
  });
});

describe("words of rows", () => {
  test.each([
    ["Tokyo Standard Time", 'unknown-zone: unknown time zone: zone "Tokyo Standard Time"; use Asia/Tokyo'],
    ["Mars/Base", 'unknown-zone: unknown time zone: zone "Mars/Base"'],
    ["Asia/Tokyo", "2026-11-19T03:00:00Z overdue"],
  ])("the zone %s", async (zone, result) => {
    expect((await run("zone", [`${opened},${zone}`])).results).toEqual([result]);
  });

  test("more than ten thousand of them are all read", async () => {
    const rows = Array.from({ length: 10_002 }, (_, i) => `Odd ${i},2026-11-19T10:00+09:00,`);
    const { results } = await run("note", [...rows, `${opened},`]);
    expect(results.length).toBe(10_003);
    expect(results.at(-1)).toBe("2026-11-19T03:00:00Z overdue");
  });

  test("a column is read from the first of its cells that is not empty", async () => {
    const flags = ["--map", "responded=first", "--map", "responded=second", "--map", "region=area|place"];
    const rows = [
      `${opened},,2026-11-19T10:30+09:00,,japan`,
      `${opened},2026-11-19T13:00+09:00,2026-11-19T10:30+09:00,japan,`,
      `${opened},,,,`,
    ];
    expect((await run("first,second,area,place", rows, flags)).results).toEqual([
      "2026-11-19T03:00:00Z met",
      "2026-11-19T03:00:00Z missed",
      "2026-11-19T03:00:00Z overdue",
    ]);
  });
});
