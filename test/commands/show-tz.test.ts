/** `--show-tz`: a second zone in text, and the one zone of bare output. */
import { describe, expect, test } from "vitest";
import { type } from "../terminal.js";

const berlin = ["--show-tz", "Europe/Berlin"];
const deadline = ["deadline", "-p", "business", "-P", "P2", "-r", "japan", "--opened", "2026-11-20T16:40+09:00"];
const now = ["--now", "2026-11-20T17:00+09:00"];

test("deadline shows each time in both zones, the ledger too", async () => {
  const { stdout } = await type([...deadline, ...now, ...berlin, "--explain", "--width", "160"]);
  expect(stdout).toContain("Mon 2026-11-23 10:10 +09:00 (Asia/Tokyo) = Mon 2026-11-23 02:10 +01:00 (Europe/Berlin)");
  expect(stdout).toContain("Fri 2026-11-20 16:40 +09:00 = Fri 2026-11-20 08:40 +01:00 (Europe/Berlin)");
  expect(stdout).toContain("Fri 2026-11-20 17:00 +09:00 = Fri 2026-11-20 09:00 +01:00 (Europe/Berlin)");
  expect(stdout).toContain("From (Europe/Berlin)");
  expect(stdout.replaceAll("\u00a0", " ")).toMatch(
    /Fri 11-20 16:40 .*Fri 11-20 17:30 .*Fri 11-20 08:40 .*Fri 11-20 09:30/,
  );
});

test("several plans show both zones", async () => {
  const { stdout } = await type(["deadline", "-P", "P2", ...deadline.slice(5), ...now, ...berlin, "--width", "160"]);
  expect(stdout).toContain("Mon 2026-11-23 12:10 +09:00 = Mon 2026-11-23 04:10 +01:00");
});

test("bare output is in that zone alone", async () => {
  const bare = [...deadline, ...now, ...berlin];
  expect((await type([...bare, "-q"])).stdout).toBe("2026-11-23T02:10:00+01:00\n");
  expect((await type([...bare, "--format", "iso"])).stdout).toBe("2026-11-23T02:10:00+01:00\n");
  expect((await type([...deadline, ...now, "--show-tz", "region", "-q"])).stdout).toBe("2026-11-23T10:10:00+09:00\n");
});

test("the zone that times have already is not repeated", async () => {
  for (const zone of ["Asia/Tokyo", "region"]) {
    const own = await type([...deadline, ...now, "--explain", "--show-tz", zone]);
    expect(own.stdout).toBe((await type([...deadline, ...now, "--explain"])).stdout);
  }
});

test("elapsed shows both ends and its ledger in both zones", async () => {
  const line = ["elapsed", "-r", "japan", "--from", "2026-11-20T16:40+09:00", "--to", "2026-11-20T17:00+09:00"];
  const { stdout } = await type([...line, ...berlin, "--explain", "--width", "160"]);
  expect(stdout).toContain("Fri 2026-11-20 17:00 +09:00 = Fri 2026-11-20 09:00 +01:00 (Europe/Berlin)");
  expect(stdout).toContain("To (Europe/Berlin)");
});

test("hours shows it in place of the user's zone, and its calendar in both", async () => {
  const line = ["hours", "japan", ...now, ...berlin, "--tz", "Asia/Taipei"];
  const { stdout } = await type([...line, "--calendar", "--width", "160"]);
  expect(stdout).toContain("= Fri 2026-11-20 09:00 +01:00 (Europe/Berlin)");
  expect(stdout).not.toContain("Asia/Taipei");
  expect(stdout).toContain("From (Europe/Berlin)");
  expect((await type([...line, "-q"])).stdout).toBe("japan open 2026-11-20T09:30:00+01:00\n");
});

test("an unknown zone is refused", async () => {
  for (const line of [deadline, ["hours"], ["elapsed", "-r", "japan", "--from", "@0"]])
    expect((await type([...line, "--show-tz", "Europe/Berln"])).code).toBe(2);
});

test("watch writes deadlines in it, else in each ticket's own zone", async () => {
  const files = {
    "t.csv": "id,priority,region,opened\n1,P2,japan,2026-11-20T16:40+09:00\n2,P2,emea,2026-11-20T16:40Z\n",
  };
  const line = ["watch", "t.csv", "-p", "business", ...now, "--tz", "UTC"];
  const own = await type(line, { files, seconds: 1 });
  expect(own.stdout).toContain("2026-11-23T10:10:00+09:00");
  const shown = await type([...line, ...berlin], { files, seconds: 1 });
  expect(shown.stdout).toContain("2026-11-23T02:10:00+01:00");
  expect(shown.stdout).not.toContain("+09:00");
});

describe("the rows of deadline --input", () => {
  const rows = [
    "id,priority,region,opened",
    "1,P2,japan,2026-11-20T16:40+09:00",
    "2,P1,,2026-11-20T16:40Z",
    "3,P9,emea,2026-11-20T16:40Z",
    "4,P4,emea,2026-03-27T16:40Z",
  ];
  const file = (name: string, lines = rows) => ({ [name]: `${lines.join("\n")}\n` });
  const line = ["deadline", "--input", "t.csv", "-p", "business", "--now", "2026-11-22T09:00Z", "-q"];
  const run = (flags: readonly string[], lines = rows) => type([...line, ...flags], { files: file("t.csv", lines) });
  const cells = (stdout: string) => stdout.split("\n").map((row) => row.split(","));

  test("get deadline_local in that zone, with the offset of each date", async () => {
    const [head, ...found] = cells((await run(berlin)).stdout);
    expect(head?.slice(4)).toEqual(["deadline", "deadline_local", "status", "error"]);
    expect(found.slice(0, 4).map((row) => row[5])).toEqual([
      "2026-11-23T02:10:00+01:00",
      "2026-11-20T18:40:00+01:00",
      "",
      "2026-03-30T17:40:00+02:00",
    ]);
    expect(found[0]?.[4]).toBe("2026-11-23T01:10:00Z");
  });

  test("get it in each ticket's own zone with region, and in that of --tz without one", async () => {
    const { stdout } = await run(["--show-tz", "region", "--tz", "Asia/Taipei"]);
    expect(cells(stdout).map((row) => row[5])).toEqual([
      "deadline_local",
      "2026-11-23T10:10:00+09:00",
      "2026-11-21T01:40:00+08:00",
      "",
      "2026-03-30T16:40:00+01:00",
      undefined,
    ]);
  });

  test("get one per plan where several are named", async () => {
    const [head, first] = cells((await run([...berlin, "-p", "standard"])).stdout);
    expect(head?.slice(4)).toEqual([
      ...["deadline_business", "deadline_local_business", "status_business"],
      ...["deadline_standard", "deadline_local_standard", "status_standard", "error"],
    ]);
    expect(first?.[8]).toBe("2026-11-23T04:10:00+01:00");
  });

  test("get other names where the file has a column of that name", async () => {
    const taken = ["id,priority,region,opened,deadline_local", "1,P2,japan,2026-11-20T16:40+09:00,own"];
    const [head] = cells((await run(berlin, taken)).stdout);
    expect(head?.slice(5)).toEqual(["sla_deadline", "sla_deadline_local", "sla_status", "sla_error"]);
    expect((await run([], taken)).stdout).toContain("deadline_local,deadline,status,error\n");
  });

  test("have it as a key of JSON lines, null where there is no deadline", async () => {
    const { stdout } = await run([...berlin, "--format", "jsonl"]);
    const found = stdout
      .trim()
      .split("\n")
      .map((text) => JSON.parse(text));
    expect(found.map((row) => row.deadline_local)).toEqual([
      "2026-11-23T02:10:00+01:00",
      "2026-11-20T18:40:00+01:00",
      null,
      "2026-03-30T17:40:00+02:00",
    ]);
    expect(Object.keys(found[0]).slice(-4)).toEqual(["deadline", "deadline_local", "status", "error"]);
  });

  test("stay in step with a separator of several bytes, and in rows left out", async () => {
    const odd = ["id¤priority¤region¤opened", "1¤P2¤japan¤2026-11-20T16:40+09:00", "2¤P3¤japan¤2026-11-20T16:40+09:00"];
    const { stdout } = await run([...berlin, "--delimiter", "¤", "--where", "priority=P2"], odd);
    expect(stdout.split("\n").slice(1, 3)).toEqual([
      "1¤P2¤japan¤2026-11-20T16:40+09:00¤2026-11-23T01:10:00Z¤2026-11-23T02:10:00+01:00¤open¤",
      "2¤P3¤japan¤2026-11-20T16:40+09:00¤¤¤¤",
    ]);
  });

  test("are not changed by a setting that names no zone", async () => {
    const { code, stderr } = await run(["--show-tz", "Europe/Berln"]);
    expect(code).toBe(2);
    expect(stderr).toContain("Europe/Berlin");
  });
});

test("audit makes its periods in it, and shows the worst delays in both zones", async () => {
  const files = { "t.csv": "id,priority,region,opened,responded\n1,P2,japan,2026-11-30T23:30Z,2026-12-02T01:00Z\n" };
  const line = ["audit", "t.csv", "-p", "business", "--now", "2026-12-22T09:00Z"];
  const own = await type(line, { files });
  expect(own.stdout).toContain("t.csv, 2026-12-01");
  expect(own.stdout).not.toContain(" = ");
  for (const format of ["text", "markdown", "html"]) {
    const { stdout } = await type([...line, ...berlin, "--format", format, "--width", "400"], { files });
    expect(stdout).toContain("t.csv, 2026-12-01");
    expect(stdout).toContain("Wed 2026-12-02 10:00 +09:00 = Wed 2026-12-02 02:00 +01:00 (Europe/Berlin)");
  }
  const honolulu = await type([...line, "--show-tz", "Pacific/Honolulu"], { files });
  expect(honolulu.stdout).toContain("t.csv, 2026-11-30");
});

test("timelines and weeks show their hours in both zones, with the date there", async () => {
  const shown = async (argv: readonly string[]) => (await type(argv)).stdout.replaceAll("\u00a0", " ");
  const line = [...deadline, ...now, "--show-tz", "America/New_York", "--width", "160"];
  expect(await shown(line)).toContain("opened 16:40 = Fri 11-20 02:40, 50 min");
  expect(await shown(line)).toContain("due 10:10 = Sun 11-22 20:10");
  const week = ["hours", "japan", "--now", "2026-11-20T08:00Z", "--width", "160"];
  expect(await shown([...week, "--show-tz", "America/New_York"])).toContain(
    "│ 09:00-17:30 = Sun 11-15 19:00-Mon 11-16 03:30",
  );
  expect(await shown([...week, ...berlin])).toContain("│ 09:00-17:30 = Mon 11-16 01:00-09:30");
  expect(await shown([...week, "--show-tz", "Asia/Tokyo"])).not.toContain("09:00-17:30 =");
});

test("pages show them too, in cards, timelines, ledgers and calendars", async () => {
  const page = async (argv: readonly string[]) =>
    (await type([...argv, "--format", "html"])).stdout.replaceAll("\u00a0", " ");
  const ticket = await page([...deadline, ...now, ...berlin, "--explain"]);
  expect(ticket).toContain("= Mon 2026-11-23 02:10 +01:00 (Europe/Berlin)");
  expect(ticket).toContain("due 10:10 = Mon 11-23 02:10");
  expect(ticket).toContain("From (Europe/Berlin)");
  const hours = await page(["hours", "japan", "--now", "2026-11-20T08:00Z", ...berlin]);
  expect(hours).toContain("09:00-17:30 = Mon 11-16 01:00-09:30");
  const span = ["--calendar", "--from", "2026-11-20T00:00Z", "--to", "2026-11-21T00:00Z"];
  expect(await page(["hours", "japan", ...span, ...berlin])).toContain("From (Europe/Berlin)");
});
