/** `deadline`: status, exit codes, bare output and assumptions, as scripts rely on them. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type, wordsOf } from "../terminal.js";

const ticket = "deadline -p business -P P2 -r japan --opened 2026-11-20T16:40+09:00";

async function answerOf(line: string) {
  const { stdout } = await type(wordsOf(`${line} --json`));
  return JSON.parse(stdout);
}

describe("the bare answer", () => {
  test("--quiet prints the deadline in the region's zone and nothing else", async () => {
    expect(await type(wordsOf(`${ticket} --quiet`))).toMatchObject({
      code: 0,
      stdout: "2026-11-23T10:10:00+09:00\n",
      stderr: "",
    });
  });

  test("--holidays JP moves it past Labor Thanksgiving Day", async () => {
    expect((await type(wordsOf(`${ticket} --quiet --holidays JP`))).stdout).toBe("2026-11-24T10:10:00+09:00\n");
  });

  test("one line per plan, the candidates unless plans are named", async () => {
    const { stdout } = await type(wordsOf("deadline -P P2 -r japan --opened 2026-11-20T16:40+09:00 --format iso"));
    expect(stdout).toBe("2026-11-23T12:10:00+09:00\n2026-11-23T10:10:00+09:00\n");
  });

  test("a 24x7 target needs no region and is shown in --tz", async () => {
    const { stdout } = await type(wordsOf("deadline -p standard -P P1 --opened 2026-11-22T08:30Z --tz Asia/Taipei -q"));
    expect(stdout).toBe("2026-11-22T17:30:00+08:00\n");
  });

  test("--product uses the product's own target, in a file of tickets too", async () => {
    const p1 = "deadline -p standard -P P1 --opened 2026-11-22T08:30Z --tz UTC -q";
    const managed = "2026-11-22T09:00:00+00:00\n";
    expect((await type(wordsOf(`${p1} --product commerce`))).stdout).toBe("2026-11-22T09:30:00+00:00\n");
    expect((await type(wordsOf(`${p1} --product commerce-managed-services`))).stdout).toBe(managed);
    expect((await type([...wordsOf(p1), "--product", "Adobe Commerce: Managed Services"])).stdout).toBe(managed);
    const files = { "t.csv": "id,priority,opened\nA,P1,2026-11-22T08:30Z\n" };
    const line = "deadline -p standard --input t.csv --product commerce-managed-services --format csv --tz UTC -q";
    expect((await type(wordsOf(line), { files })).stdout).toContain(",2026-11-22T09:00:00Z,");
  });

  test.each([
    ["--product photoshop", "Invalid value for --product: photoshop."],
    ["--product commerce,experience-manager-cloud", "Conflicting values for --product"],
  ])("%s is refused", async (flags, message) => {
    const { code, stderr } = await type(wordsOf(`${ticket} ${flags}`));
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });

  test("epoch seconds are rounded up", async () => {
    const { stdout } = await type(wordsOf("deadline -p standard -P P1 --opened @1763624400.001 --format epoch"));
    expect(stdout).toBe("1763628001\n");
  });
});

describe("status", () => {
  const opened = "deadline -p business -P P2 -r japan --opened 2026-11-19T10:00+09:00";
  test.each([
    ["a response at the deadline is met", "--responded 2026-11-19T12:00+09:00", "met", 7200, 0, undefined],
    ["a response after it is missed", "--responded 2026-11-19T13:30+09:00", "missed", 12_600, -5400, 5400],
    ["nothing used yet is open", "--now 2026-11-19T10:00+09:00", "open", 0, 7200, undefined],
    ["just below 75 % is open", "--now 2026-11-19T11:29:59+09:00", "open", 5399, 1801, undefined],
    ["75 % is at risk", "--now 2026-11-19T11:30+09:00", "at-risk", 5400, 1800, undefined],
    ["--at-risk moves the mark", "--now 2026-11-19T11:30+09:00 --at-risk 80", "open", 5400, 1800, undefined],
    ["at the deadline itself is at risk", "--now 2026-11-19T12:00+09:00", "at-risk", 7200, 0, undefined],
    ["after the deadline is overdue", "--now 2026-11-19T12:01+09:00", "overdue", 7260, -60, 60],
  ])("%s", async (_, flags, status, usedSeconds, remainingSeconds, lateSeconds) => {
    const { tickets } = await answerOf(`${opened} ${flags}`);
    expect(tickets[0]).toMatchObject({ status, usedSeconds, remainingSeconds });
    expect(tickets[0].lateSeconds).toBe(lateSeconds);
  });

  test.each([
    ["--responded 2026-11-19T12:00+09:00", 0],
    ["--responded 2026-11-19T12:00:01+09:00", 1],
    ["--now 2026-11-19T12:00+09:00", 0],
    ["--now 2026-11-19T12:00:01+09:00", 1],
  ])("--check with %s exits with %i", async (flags, code) => {
    expect((await type(wordsOf(`${opened} --check ${flags}`))).code).toBe(code);
    expect((await type(wordsOf(`${opened} ${flags}`))).code).toBe(0);
  });
});

describe("the ledger", () => {
  test.each([
    ["P2", "--holidays JP"],
    [
      "P3",
      "--pause 2026-11-23T09:30+09:00/2026-11-23T10:00+09:00 --pause 2026-11-23T09:45+09:00/2026-11-24T12:00+09:00",
    ],
    ["P1", "--pause 2026-11-20T17:00+09:00/2026-11-20T19:00+09:00"],
  ])("adds up to the target, without gaps (%s %s)", async (priority, flags) => {
    for (const plan of ["standard", "business", "enterprise", "elite"]) {
      for (const region of ["japan", "emea", "americas", "apac"]) {
        const line = `deadline -p ${plan} -P ${priority} -r ${region} --opened 2026-11-20T16:40+09:00 ${flags} --explain`;
        const [{ segments, target, opened, deadline }] = (await answerOf(line)).tickets;
        const unit = { hours: 3600, minutes: 60, days: 0 }[target.unit as "hours"];
        const used = segments
          .filter((s: { kind: string }) => s.kind === "open")
          .reduce((sum: number, s: { seconds: number }) => sum + s.seconds, 0);
        expect(used, line).toBe(target.amount * unit);
        expect(segments[0].from).toBe(opened);
        expect(segments.at(-1).to).toBe(deadline);
        for (const [i, s] of segments.slice(1).entries()) expect(s.from).toBe(segments[i].to);
        for (const s of segments)
          if (s.kind === "closed") expect(s.reason).toMatch(/^(night|weekend|pause|break|holiday: .+)$/);
      }
    }
  });

  test("names the holiday in the reader's language", async () => {
    const { stdout } = await type(wordsOf(`${ticket} --holidays JP --explain --lang ja --color never`), {
      columns: 120,
    });
    expect(stdout).toContain("勤労感謝の日");
  });

  test("a target in business days shows the dates counted", async () => {
    const line = "deadline -p standard -P P4 -r japan --opened 2026-11-20T16:40+09:00 --holidays JP --explain";
    const [{ countedDays, deadlineLocal }] = (await answerOf(line)).tickets;
    expect(countedDays).toEqual(["2026-11-24", "2026-11-25", "2026-11-26"]);
    expect(deadlineLocal).toBe("2026-11-26T16:40:00+09:00");
  });
});

describe("assumptions and warnings", () => {
  test.each([
    ["-p business -P P2 -r japan --opened 2026-11-20T16:40+09:00", ["weekdays", "no-holidays"]],
    [
      "-p business -P P2 -r emea --opened 2026-11-20T16:40+09:00 --now 2026-11-20T16:40+09:00",
      ["region-zone", "weekdays", "no-holidays", "clock-start"],
    ],
    ["-p business -P P2 -r emea --zone Europe/Berlin --opened 2026-11-20T12:40+00:00", ["weekdays", "no-holidays"]],
    [
      "-p enterprise -P P2 -r emea --opened 2026-11-20T12:40Z",
      ["region-zone", "weekdays", "no-holidays", "24x5-window"],
    ],
    [
      "-p business -P P4 -r japan --opened 2026-11-20T16:40+09:00 --holidays JP",
      ["weekdays", "holiday-source", "day-count-rule"],
    ],
    ["-p business -P P1 --opened 2026-11-20T16:40", ["system-zone", "shown-zone"]],
    ["-p business -P P1 --opened 2026-11-20T16:40Z", ["shown-zone"]],
    ["-p business -P P1 -r emea --opened 2026-11-20T16:40Z --now 2026-11-20T17:00", ["system-zone"]],
    ["-p business -P P1 -r japan --opened 2026-11-20T16:40Z", []],
  ])("%s assumes %j", async (flags, codes) => {
    const { assumptions, tzdata } = await answerOf(`deadline ${flags}`);
    expect(assumptions.map(({ code }: { code: string }) => code).sort()).toEqual([...codes].sort());
    for (const { text } of assumptions) expect(text).toMatch(/^[A-Z].*\.$/);
    expect(tzdata).toBe("2026a");
  });

  test.each([
    ["2026-03-08T02:30", "local-time-gap", "2026-03-08T07:30:00Z"],
    ["2026-11-01T01:30", "local-time-overlap", "2026-11-01T05:30:00Z"],
  ])(
    "a local time in a gap or overlap, %s, is read as Temporal's compatible and warned about",
    async (opened, code, instant) => {
      const { tickets, warnings } = await answerOf(
        `deadline -p business -P P1 --tz America/New_York --opened ${opened}`,
      );
      expect(tickets[0].opened).toBe(instant);
      expect(warnings.map((w: { code: string }) => w.code)).toContain(code);
    },
  );

  test("in Japan a 24x5 target counts business hours", async () => {
    const { tickets } = await answerOf("deadline -p elite -P P2 -r japan --opened 2026-11-20T17:20+09:00");
    expect(tickets[0]).toMatchObject({
      target: { clock: "business-hours", amount: 30, unit: "minutes" },
      deadlineLocal: "2026-11-23T09:20:00+09:00",
    });
  });
});

describe("errors name what to type instead", () => {
  test.each([
    [
      "deadline -P L5 -r sydney --dataset fixtures/datasets/atlassian.json",
      "Plans with a target for L5: standard (--plan).",
    ],
    ["deadline -P low -r japan --dataset fixtures/datasets/aws.json", "The dataset has no values to choose from."],
    [
      "deadline -P P1 --opened 9999-12-31T00:00Z",
      "Error: Invalid value for --opened: 9999-12-31T00:00Z is outside 0001-01-03 to 9999-12-28.",
    ],
    ['deadline -P P1 --opened ""', 'Error: Invalid value for --opened: "" is not a recognized time.'],
  ])("%s", async (line, text) => {
    const { code, stderr } = await type(wordsOf(line));
    expect(code).toBe(2);
    expect(stderr).toContain(text);
  });

  test("the ends of the range of times are in it", async () => {
    for (const opened of ["0001-01-03T00:00Z", "9999-12-28T22:00Z"]) {
      expect((await type(wordsOf(`deadline -p business -P P1 --opened ${opened} -q`))).code).toBe(0);
    }
  });
});

describe("where time ends", () => {
  const times = [
    "9999-12-24T03:00Z",
    "9999-12-28T01:00Z",
    "9999-12-28T10:00Z",
    "9999-12-28T20:00Z",
    "9999-12-28T23:30Z",
  ];
  const due = /^9999-12-(?:2[4-8]T.*Z|29T00:00:00Z)$/;

  test.each([
    "-p business -P P1 -r japan",
    "-p business -P P2 -r japan",
    "-p business -P P2 -r emea",
    "-p business -P P4 -r japan",
    "-p business -P P4 -r americas --count-days end-of-day",
    "-p elite -P P2 -r emea",
    "-p elite -P P3 -r americas",
  ])("a ticket has the same deadline or error alone and in a file: %s", async (flags) => {
    const line = wordsOf(`deadline ${flags} --now 2026-11-20T00:00Z --tz UTC`);
    const csv = `id,opened\n${times.map((opened, i) => `${i},${opened}\n`).join("")}`;
    const file = await type([...line, "--input", "t.csv", "--format", "jsonl"], { files: { "t.csv": csv } });
    for (const [i, row] of file.stdout.trimEnd().split("\n").entries()) {
      const { deadline, error } = JSON.parse(row);
      const alone = await type([...line, "--opened", times[i] as string, "--explain", "--json"]);
      if (error === null) {
        expect(deadline).toMatch(due);
        expect(JSON.parse(alone.stdout).tickets[0].deadline).toBe(deadline);
      } else expect(`${error}:`).toContain(`${JSON.parse(alone.stderr).error.code}:`);
    }
  });

  test("a target of nothing is due at once, however far its clock's next opening is", async () => {
    const given = JSON.parse(readFileSync("fixtures/datasets/customer.json", "utf8"));
    const [plan] = Object.keys(given.plans);
    for (const target of [
      { clock: "business-hours", amount: 0, unit: "hours" },
      { clock: "business-days", amount: 0, unit: "days" },
    ]) {
      const files = {
        "d.json": JSON.stringify({ ...given, targets: { ...given.targets, [plan as string]: { P1: target } } }),
      };
      const line = `deadline -p ${plan} -P P1 -r office --zone UTC --dataset d.json --opened 9999-12-28T23:30Z --explain --json`;
      const { tickets } = JSON.parse((await type(wordsOf(line), { files })).stdout);
      expect(tickets[0]).toMatchObject({ deadline: "9999-12-28T23:30:00Z", clockStarts: "9999-12-28T23:30:00Z" });
    }
  });
});

describe("a date alone", () => {
  test.each([
    ["elapsed -r emea --from 2026-11-20 --to 2026-11-21 --tz UTC -q", "28800\n"],
    ["elapsed -r emea --from 2026-11-20 --to 2026-11-21T00:00Z --tz Europe/London -q", "28800\n"],
    ["elapsed -r japan --from 2026-11-20 --to 2026-11-20T10:00 --tz Asia/Tokyo -q", "3600\n"],
    // A zone whose clock goes from 23:59 to 01:00: the date begins when the clock first shows it.
    ["elapsed -r emea --clock 24x7 --from 2026-03-08 --to 2026-03-08T02:00 --tz America/Havana -q", "3600\n"],
  ])("is the start of that day in --from and --to: %s", async (line, stdout) => {
    expect(await type(wordsOf(line))).toMatchObject({ code: 0, stdout });
  });

  test("in the system's zone it is a guess that is reported", async () => {
    const { stderr } = await type(wordsOf("elapsed -r emea --from 2026-11-20 --to 2026-11-21 -q"));
    expect(stderr).toContain("[system-zone]");
  });

  test.each(["deadline -p business -P P1 --opened 2026-11-20", "deadline -p business -P P1 --now 2026-11-20"])(
    "is refused elsewhere: %s",
    async (line) => {
      expect(await type(wordsOf(line))).toMatchObject({ code: 2, stdout: "" });
    },
  );

  test("a date that does not exist is refused", async () => {
    expect(await type(wordsOf("elapsed -r emea --from 2026-02-30 --to 2026-03-01"))).toMatchObject({ code: 2 });
  });
});

test("a date that is paused whole is marked so, and not by the night around its hours", async () => {
  const pause = "2026-11-23T00:00+09:00/2026-11-24T12:00+09:00";
  const line = `deadline -p business -P P2 -r japan --opened 2026-11-20T16:40+09:00 --pause ${pause}`;
  const { stdout } = await type(wordsOf(line));
  expect(stdout).toContain("  Mon 11-23 │         ~~~~~~~~~      │ pause\n");
  expect(stdout).toContain("  Sun 11-22 │                        │ weekend\n");
});
