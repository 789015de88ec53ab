/**
 * hours: open or closed, the next change, the week's strip on odd dates, the calendar's totals. And the timeline of deadline.
 */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findZone } from "../../src/core/zone.js";
import type { HoursReport, RegionHours } from "../../src/report.js";
import { type, wordsOf } from "../terminal.js";

async function answerOf(line: string) {
  const { code, stdout, stderr } = await type(wordsOf(`${line} --json`));
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout);
}

/** A dataset with one region `here`. */
function datasetWith(zone: string, hours: object, more: object = {}): string {
  const document = JSON.parse(readFileSync("fixtures/datasets/redhat.json", "utf8"));
  const [region] = Object.values(document.regions) as object[];
  document.regions = { here: { ...region, zone, hours, ...more } };
  document.notes = [];
  return JSON.stringify(document);
}

const weekdaysOf = (ranges: readonly (readonly string[])[]) =>
  Object.fromEntries(["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => [day, ranges]));

async function strips(zone: string, hours: object, now: string, more: object = {}): Promise<string[]> {
  const { stdout, stderr } = await type(["hours", "--dataset", "own.json", "--now", now], {
    files: { "own.json": datasetWith(zone, hours, more) },
  });
  expect(stderr).toBe("");
  return stdout.split("\n").filter((line) => line.includes("│") && line.lastIndexOf("│") > line.indexOf("│") + 20);
}

describe("hours", () => {
  test.each([
    // At the closing instant it is closed, at the opening open: half-open intervals.
    ["2026-11-20T07:00Z", true, undefined, "2026-11-20T08:30:00Z"],
    ["2026-11-20T08:30Z", false, "night", "2026-11-24T00:00:00Z"],
    ["2026-11-21T03:00Z", false, "weekend", "2026-11-24T00:00:00Z"],
    ["2026-11-23T03:00Z", false, "holiday: Labor Thanksgiving Day", "2026-11-24T00:00:00Z"],
    ["2026-11-24T00:00Z", true, undefined, "2026-11-24T08:30:00Z"],
  ])("Japan at %s", async (now, open, reason, nextChange) => {
    const { regions } = await answerOf(`hours japan --holidays JP --now ${now}`);
    expect(regions[0]).toMatchObject({ id: "japan", zone: "Asia/Tokyo", open, nextChange });
    expect(regions[0].reason).toBe(reason);
    expect(regions[0].secondsToChange).toBe((Date.parse(nextChange) - Date.parse(now)) / 1000);
    expect(regions[0].week).toHaveLength(7);
  });

  test("the week of a region is its own: Sunday evening in Los Angeles is Monday in Tokyo", async () => {
    const { regions } = await answerOf("hours americas japan --now 2026-11-23T02:00Z");
    expect(regions.map((region: { week: { date: string }[] }) => region.week[0]?.date)).toEqual([
      "2026-11-16",
      "2026-11-23",
    ]);
  });

  test("a day of 23 hours shows its gap's hour as closed, a day of 25 hours has 24 signs", async () => {
    const spring = await strips("Europe/London", weekdaysOf([["00:00", "24:00"]]), "2026-03-25T12:00Z");
    expect(spring[6]).toContain("Sun 03-29");
    expect(spring.every((line) => line.lastIndexOf("│") - line.indexOf("│") === 25)).toBe(true);
    const autumn = await strips("Europe/London", weekdaysOf([["01:00", "03:00"]]), "2026-10-21T12:00Z");
    expect(autumn[6]).toMatch(/Sun 10-25 │ ██ {21}│/);
  });

  test("a date that the zone skipped has no hours", async () => {
    const rows = await strips("Pacific/Apia", weekdaysOf([["09:00", "17:00"]]), "2011-12-28T20:00Z");
    expect(rows).toHaveLength(7);
    expect(rows[4]).toMatch(/Fri 12-30 │ {24}│$/);
  });

  test("a night shift is on both dates; half hours are marked", async () => {
    const rows = await strips("UTC", { fri: [["22:00", "06:30"]] }, "2026-11-18T12:00Z");
    expect(rows[4]).toContain("│                      ██│ 22:00-24:00");
    expect(rows[5]).toContain("│██████▌                 │ 00:00-06:30");
  });

  test("hours that never close", async () => {
    const setting = { files: { "own.json": datasetWith("UTC", weekdaysOf([["00:00", "24:00"]])) } };
    const { stdout } = await type(["hours", "--dataset", "own.json"], setting);
    expect(stdout).toContain("never closes");
    const json = JSON.parse((await type(["hours", "--dataset", "own.json", "--json"], setting)).stdout);
    expect(json.regions[0]).toMatchObject({ open: true, nextChange: null, secondsToChange: null });
  });

  test("the calendar's totals run and agree with elapsed", async () => {
    const { regions } = await answerOf(
      "hours emea --calendar --from 2026-12-01T10:00Z --to 2027-01-01T00:00Z --holidays GB",
    );
    const { calendar } = regions[0];
    let total = 0;
    for (const { seconds, totalSeconds } of calendar) {
      total += seconds;
      expect(totalSeconds).toBe(total);
    }
    expect(calendar[0]).toMatchObject({ from: "2026-12-01T10:00:00Z", fromLocal: "2026-12-01T10:00:00+00:00" });
    const { elapsedSeconds } = await answerOf(
      "elapsed -r emea --from 2026-12-01T10:00Z --to 2027-01-01T00:00Z --holidays GB",
    );
    expect(total).toBe(elapsedSeconds);
  });

  test.each(["json", "csv"])("a calendar as %s is made while it is written", async (format) => {
    const { renderHoursRows } = await import("../../src/render/text/hours.js");
    const { renderJson } = await import("../../src/render/json.js");
    const { en } = await import("../../src/i18n/en/index.js");
    let listed = 0;
    const region = (id: string): RegionHours => ({
      ...{ id, name: id, zone: findZone("UTC"), open: false, nextChange: undefined, today: 0, week: [] },
      *calendar() {
        for (let from = 0; from < 1000; from++, listed++) yield { from, to: from + 1, totalMs: from + 1 };
      },
    });
    const report: HoursReport = {
      ...{ command: "hours", now: 0, reader: findZone("UTC"), assumptions: [], warnings: [] },
      dataset: { id: "d", version: "1" },
      regions: [region("a"), region("b")],
    };
    const parts = format === "csv" ? renderHoursRows(report) : renderJson(report, en, { tzdata: "2026a" });
    const times = [];
    for (const part of parts) if (part.includes("1970")) times.push(listed);
    expect(times.length).toBeGreaterThanOrEqual(2000);
    expect(times.slice(0, 3).every((count) => count < 3)).toBe(true);
    expect(listed).toBe(2000);
  });

  test.each([
    ["hours japn", 2, "japan"],
    ["hours --to 2026-12-24T12:00Z", 2, "--calendar"],
    ["hours --calendar --from 2026-12-24T12:00Z --to 2026-12-23T12:00Z", 2, "is not before --to"],
    ["hours japan --calendar --from 0001-06-01T12:00Z --to 2026-12-23T12:00Z", 2, "100 years"],
    ["hours --zone Asia/Tokio", 2, "Asia/Tokyo"],
  ])("%s", async (line, code, said) => {
    const outcome = await type(wordsOf(line));
    expect(outcome.code).toBe(code);
    expect(outcome.stderr).toContain(said);
  });
});

describe("the timeline of a deadline", () => {
  const rowsOf = (text: string) => text.split("\n").filter((line) => /^ {2}\S.* │.{24}│/.test(line));

  test("used time is filled, closed time blank, holidays named, the pause marked", async () => {
    const { stdout } = await type(
      wordsOf(
        "deadline -p business -P P3 -r japan --opened 2026-11-20T16:30+09:00 --holidays JP --now 2026-11-24T03:00Z --pause 2026-11-24T13:00+09:00/2026-11-24T15:00+09:00",
      ),
    );
    expect(rowsOf(stdout)).toEqual([
      "  Fri 11-20 │         ·······██      │ opened 16:30, 1 h",
      "  Sat 11-21 │                        │ weekend",
      "  Sun 11-22 │                        │ weekend",
      "  Mon 11-23 │                        │ holiday: Labor Thanksgiving Day",
      "  Tue 11-24 │         ███·~~···      │ 3 h, pause, due 12:00",
    ]);
    expect(stdout).toContain("~ pause  █ used");
  });

  test("a long span shows its ends and sums up the rest", async () => {
    const { stdout } = await type(
      wordsOf(
        "deadline -p business -P P3 -r japan --opened 2026-01-05T09:00+09:00 --pause 2026-01-05T10:00+09:00/2026-03-05T10:00+09:00",
      ),
    );
    expect(rowsOf(stdout)).toHaveLength(14);
    expect(stdout).toContain("… 46 more days, 0 min counted");
  });

  test("a deadline at closing time belongs to that day, one at midnight to the day before", async () => {
    const { stdout } = await type(wordsOf("deadline -p business -P P1 --opened 2026-11-20T23:00Z --tz UTC"));
    expect(rowsOf(stdout)).toEqual([expect.stringMatching(/^ {2}Fri 11-20 .* opened 23:00, 1 h, due 24:00$/)]);
  });
});

test("a country's holidays for a region in the customer's zone ask for that zone", async () => {
  const dataset = JSON.parse(readFileSync("src/data/bundled/adobe-experience-cloud-2022.json", "utf8"));
  dataset.regions.japan.zone = "customer";
  const files = { "mine.json": JSON.stringify(dataset) };
  for (const line of ["hours --holidays JP", "hours japan", "holidays show JP -r japan"]) {
    const { code, stderr } = await type([...line.split(" "), "--dataset", "mine.json"], { files });
    expect({ line, code }).toEqual({ line, code: 2 });
    expect(stderr).toContain("--zone");
  }
});
