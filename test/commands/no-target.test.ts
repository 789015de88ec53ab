/** Tickets of plans that a dataset states to have no target. */
import { describe, expect, test } from "vitest";
import { langs } from "../../src/data/dataset.js";
import { type } from "../terminal.js";

const file =
  "id,priority,opened,responded\n1,low,2026-11-20T10:00Z,2026-11-21T10:00Z\n2,urgent,2026-11-20T10:00Z,2026-11-20T10:10Z\n";
const files = { "t.csv": file, "t.jsonl": '{"id":1,"priority":"low","opened":"2026-11-20T10:00Z"}\n' };
const run = (line: string) =>
  type([...line.split(" "), "--dataset", "github-premium-support", "--now", "2026-11-22T00:00Z"], { files });
const one = "deadline -p premium -P low --opened 2026-11-20T10:00Z";

describe("one ticket", () => {
  test("has the status no-target, and no deadline", async () => {
    const { stdout, code } = await run(`${one} --json`);
    expect(code).toBe(0);
    const { tickets, warnings } = JSON.parse(stdout);
    expect(tickets).toEqual([
      {
        ...{ plan: "premium", priority: "low", region: null, zone: "UTC", opened: "2026-11-20T10:00:00Z" },
        ...{ clockStarts: null, target: null, deadline: null, deadlineLocal: null, status: "no-target" },
        ...{ usedSeconds: null, remainingSeconds: null },
      },
    ]);
    expect(warnings[0]).toEqual({ code: "no-target", text: "Plan premium has no target for priority low." });
  });

  test.each([
    ["-q", "none\n"],
    ["--format iso", "none\n"],
    ["--format epoch", "none\n"],
  ])("is none with %s", async (option, expected) => {
    expect(await run(`${one} ${option}`)).toMatchObject({ code: 0, stdout: expected });
  });

  test("is empty cells in CSV, and no event in a calendar", async () => {
    const rows = (await run(`${one} --responded 2026-11-20T11:00Z --format csv`)).stdout.split("\n");
    expect(rows[1]).toBe("premium,low,,UTC,2026-11-20T10:00:00Z,,,,,,,no-target,,,2026-11-20T11:00:00Z,");
    expect((await run(`${one} --format ics`)).stdout).not.toContain("VEVENT");
  });

  test.each(langs)("reads well in %s, as text and as a page", async (lang) => {
    const single = await run(`${one} --lang ${lang}`);
    expect(single.stdout).not.toMatch(/undefined|NaN/);
    const both = await run(`deadline -p premium,premium-plus -P low --opened 2026-11-20T10:00Z --lang ${lang}`);
    expect(both.stdout.match(/no target|無目標|目標なし/g)).toHaveLength(2);
    expect((await run(`${one} --format html --lang ${lang}`)).stdout).toContain('class="badge dim"');
  });

  test("is no finding", async () => {
    expect((await run(`${one} --check at-risk --due-within 1h`)).code).toBe(0);
  });
});

describe("files", () => {
  test("have an empty deadline and the status, in each form", async () => {
    const csv = await run("deadline -p premium --input t.csv");
    expect(csv).toMatchObject({ code: 0 });
    expect(csv.stdout.split("\n")[1]).toBe("1,low,2026-11-20T10:00Z,2026-11-21T10:00Z,,no-target,");
    expect(csv.stderr).toContain("Plan premium has no target for priority low.");
    expect((await run("deadline -p premium --input t.jsonl")).stdout).toContain('"deadline":null,"status":"no-target"');
    const { tickets, rows } = JSON.parse((await run("deadline -p premium --input t.csv --json")).stdout);
    expect(rows).toEqual({ read: 2, bad: 0 });
    expect(tickets[0]).toMatchObject({
      id: "1",
      deadline: null,
      status: "no-target",
      responded: "2026-11-21T10:00:00Z",
    });
    expect(tickets[1]).toMatchObject({ id: "2", deadline: "2026-11-20T10:30:00Z" });
    expect((await run("deadline -p premium --input t.csv --check")).code).toBe(0);
  });

  test("audit counts it unjudged, and not as open", async () => {
    const report = JSON.parse((await run("audit t.csv -p premium --json")).stdout);
    expect(report.tickets).toEqual({ read: 2, judged: 1, unjudged: 1, bad: 0 });
    expect(report.unanswered).toEqual({ overdue: 0, open: 0 });
    expect(
      report.groups.map(({ priority, unjudged }: { priority: string; unjudged: number }) => [priority, unjudged]),
    ).toEqual([
      ["urgent", 0],
      ["low", 1],
    ]);
    expect(report.whatIf).toMatchObject([{ plan: "premium-plus", judged: 1, met: 1 }]);
  });

  test("watch leaves it out", async () => {
    const { stdout } = await run("watch t.jsonl -p premium --once --json");
    expect(stdout).not.toContain("no-target");
  });

  test.each([
    ["en", "1 overdue · 0 answered · 2 without a target\n"],
    ["zh-TW", "1 逾期 · 已回應 0 件 · 無目標 2 件\n"],
    ["ja", "1 期限超過 · 応答済み 0 件 · 目標なし 2 件\n"],
  ])("watch counts them in %s, answered or not", async (lang, counts) => {
    const open = ["1,low", "2,urgent", "3,low"].map((row) => `${row},2026-11-20T10:00Z`);
    const rows = ["id,priority,opened,responded", `${open[0]},`, `${open[1]},`, `${open[2]},2026-11-21T10:00Z`];
    const line = ["watch", "-", "--once", "-p", "premium", "--dataset", "github-premium-support", "--lang", lang];
    const setting = { stdin: `${rows.join("\n")}\n`, now: "2026-11-22T00:00:00Z" };
    expect((await type(line, setting)).stdout).toContain(counts);
    // Rows that a filter leaves out are none of them.
    const filtered = await type([...line, "--where", "priority=urgent"], setting);
    expect(filtered.stdout).toContain(counts.replace(/ · [^·]*\n/, "\n"));
  });
});
