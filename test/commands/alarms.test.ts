/** What scripts are alarmed by: `--check`, `--due-within` and their exit codes. */
import { describe, expect, test } from "vitest";
import { type } from "../terminal.js";

const one = ["deadline", "-p", "business", "-P", "P2", "-r", "japan", "--opened", "2026-11-20T13:00+09:00"];

describe("one ticket", () => {
  // Due at 15:00; at risk from 14:30 on.
  test.each<[alarm: string, now: string, code: number]>([
    ["--check", "2026-11-20T14:45+09:00", 0],
    ["--check", "2026-11-20T15:00:01+09:00", 1],
    ["--check at-risk", "2026-11-20T14:29+09:00", 0],
    ["--check at-risk", "2026-11-20T14:30+09:00", 1],
    ["--check at-risk", "2026-11-20T15:00:01+09:00", 1],
    ["--due-within 1h", "2026-11-20T13:59+09:00", 0],
    ["--due-within 1h", "2026-11-20T14:00+09:00", 1],
    ["--due-within 1h", "2026-11-21T14:00+09:00", 1],
  ])("%s at %s ends with %i", async (alarm, now, code) => {
    expect((await type([...one, ...alarm.split(" "), "--now", now])).code).toBe(code);
  });

  test("an answered ticket is not due, but may be late", async () => {
    const answered = [...one, "--responded", "2026-11-20T16:00+09:00", "--now", "2026-11-20T16:30+09:00"];
    expect((await type([...answered, "--due-within", "1h"])).code).toBe(0);
    expect((await type([...answered, "--due-within", "1h", "--check"])).code).toBe(1);
  });

  test.each([
    ["--check", "risky"],
    ["--due-within", "soon"],
  ])("%s %s is refused", async (option, value) => {
    expect((await type([...one, option, value])).code).toBe(2);
  });
});

describe("a file", () => {
  const head = "id,priority,region,opened,responded,status\n";
  const open = "1,P2,japan,2026-11-20T13:00+09:00,,Open\n";
  const met = "2,P2,japan,2026-11-20T13:00+09:00,2026-11-20T13:30+09:00,Open\n";
  const closed = "3,P2,japan,2026-11-20T13:00+09:00,,Closed\n";
  const bad = "4,P2,nowhere,2026-11-20T13:00+09:00,,Open\n";
  const run = (rows: string, argv: readonly string[], now = "2026-11-20T14:40+09:00") =>
    type(["deadline", "--input", "t.csv", "-p", "business", "-q", "--now", now, ...argv], {
      files: { "t.csv": head + rows },
    });

  test.each<[name: string, rows: string, argv: string[], code: number]>([
    ["nothing is found", open + met, ["--check"], 0],
    ["one is at risk", open + met, ["--check", "at-risk"], 1],
    ["one is due soon", open + met, ["--due-within", "30m"], 1],
    ["answered tickets are not due", met, ["--due-within", "30m"], 0],
    ["closed tickets are not due", closed, ["--due-within", "30m", "--closed-when", "status=Closed"], 0],
    ["a bad row and no finding", bad + met, ["--check", "at-risk"], 3],
    ["a bad row beside a finding", bad + open, ["--check", "at-risk"], 1],
    ["a bad row beside a ticket due soon", bad + open, ["--due-within", "1h"], 1],
  ])("%s", async (_, rows, argv, code) => {
    expect((await run(rows, argv)).code).toBe(code);
    expect((await run(rows, [...argv, "--format", "json"])).code).toBe(code);
  });

  test("stderr says what was found beside the bad rows", async () => {
    const { stderr } = await run(bad + open, ["--check", "at-risk", "--due-within", "1h"]);
    expect(stderr).toContain("nowhere");
    expect(stderr).toContain("Check failed: 0 missed, 0 overdue, 1 at risk.");
    expect(stderr).toContain("1 ticket is due within 1h or overdue.");
  });

  test("a wrong length of time is refused", async () => {
    expect((await run(open, ["--due-within", "soon"])).code).toBe(2);
  });
});

test.each<[regions: string[], now: string, code: number]>([
  [["japan"], "2026-11-20T10:00+09:00", 0],
  [["japan", "emea"], "2026-11-20T10:00+09:00", 1],
  [["japan"], "2026-11-20T20:00+09:00", 1],
])("hours --check of %j at %s ends with %i", async (regions, now, code) => {
  expect((await type(["hours", ...regions, "--check", "--now", now])).code).toBe(code);
  expect((await type(["hours", ...regions, "--now", now])).code).toBe(0);
});
