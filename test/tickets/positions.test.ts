/** Where in its file a row is said to be: by its line, and in a JSON document by its number too. */
import { describe, expect, test } from "vitest";
import { loadDataset, readTickets } from "../../src/index.js";
import { answerSchemas } from "../../src/render/json-schema.js";
import { type } from "../terminal.js";

const base = ["-p", "business", "-r", "emea", "--no-config", "--now", "2026-11-30T00:00Z"];
const open = { id: "", priority: "P2", opened: "2026-11-19T10:00Z", responded: "" };
const bad = (opened: string) => ({ ...open, opened });

const forms: Readonly<Record<string, (tickets: readonly unknown[]) => string>> = {
  "t.json": (tickets) => JSON.stringify(tickets),
  "t.txt": (tickets) => JSON.stringify(tickets),
  "export.json": (tickets) => JSON.stringify({ count: tickets.length, tickets }),
};

/** Runs a command on tickets in one line of a document. */
async function run(command: readonly string[], tickets: readonly unknown[], path = "t.json", more: string[] = []) {
  const files = { [path]: (forms[path] as (tickets: readonly unknown[]) => string)(tickets) };
  return await type([...command, path, ...base, ...more], { files });
}

const deadline = ["deadline", "--input"];

describe("tickets of a document on one line", () => {
  const tickets = [open, bad("x"), bad("y"), { ...open, priority: "High" }, { ...open, priority: "Low" }];

  test.each(Object.keys(forms))("%s: errors and unknown words have the number of the ticket", async (path) => {
    const { stderr } = await run(deadline, tickets, path);
    expect(stderr).toContain("line 1, ticket 2: bad-time");
    expect(stderr).toContain("line 1, ticket 3: bad-time");
    expect(stderr).toContain("unknown priorities, first on line 1, ticket 4: High (1), Low (1)");
  });

  test.each([
    ["zh-TW", "第 1 行、第 2 件案件：bad-time", "（自第 1 行、第 4 件案件起）"],
    ["ja", "1 行目、2 件目のチケット: bad-time", "（1 行目、4 件目のチケットから）"],
  ])("in %s", async (lang, error, words) => {
    const { stderr } = await run(deadline, tickets, "t.json", ["--lang", lang]);
    expect(stderr).toContain(error);
    expect(stderr).toContain(words);
  });

  test("the first of unknown words is the first in the file, not the commonest", async () => {
    const words = ["Low", "High", "High"].map((priority) => ({ ...open, priority }));
    expect((await run(deadline, words)).stderr).toContain("first on line 1, ticket 1: High (2), Low (1)");
  });

  test("an object that is none comes out with its number", async () => {
    const { stdout, stderr } = await run(deadline, [open, 5]);
    expect(stdout).toContain('\n{"line":1,"ticket":2,"text":"5",');
    expect(stderr).toContain("line 1, ticket 2: bad-json");
  });

  test.each([
    ["en", "not a JSON object", "the object has the key opened more than once", "the object already has status"],
    ["zh-TW", "不是 JSON 物件", "此物件有多個鍵 opened", "此物件本身已有 status"],
    [
      "ja",
      "JSON オブジェクトではありません",
      "オブジェクトにキー opened が複数あります",
      "オブジェクト自体に status が",
    ],
  ])("what is wrong with an object does not call it a line, in %s", async (lang, ...texts) => {
    const many = Array.from({ length: 2000 }, () => JSON.stringify(open));
    const twice = JSON.stringify(open).replace("}", ',"opened":"2026-11-20T10:00Z"}');
    const document = `[${[...many, "5", twice, JSON.stringify({ ...open, status: "new" })].join(",")}]`;
    const line = [...deadline, "t.json", ...base, "--lang", lang];
    const { stdout } = await type(line, { files: { "t.json": document } });
    const errors = stdout
      .trimEnd()
      .split("\n")
      .slice(2000)
      .map((row) => Object.values(JSON.parse(row)).at(-1));
    expect(errors).toEqual(texts.map((text) => expect.stringContaining(text)));
  });

  test("the JSON of each command names the number", async () => {
    const report = JSON.parse((await run(deadline, tickets, "t.json", ["--format", "json"])).stdout);
    expect(report.tickets.map(({ line, ticket }: Record<string, unknown>) => [line, ticket])).toEqual(
      tickets.map((_, i) => [1, i + 1]),
    );
    expect(report.reading.unknownWords).toMatchObject([
      { line: 1, ticket: 4 },
      { line: 1, ticket: 5 },
    ]);
    expect(answerSchemas.deadline.safeParse(report).success).toBe(true);

    const audit = JSON.parse((await run(["audit"], tickets, "t.json", ["--json"])).stdout);
    expect(audit.worst).toMatchObject([{ line: 1, ticket: 1 }]);
    expect(audit.errors).toMatchObject([
      { line: 1, ticket: 2 },
      { line: 1, ticket: 3 },
    ]);
    expect(audit.leftOut.errors).toMatchObject([
      { code: "bad-time", line: 1, ticket: 2 },
      { code: "unknown-priority", line: 1, ticket: 4 },
    ]);
    expect(answerSchemas.audit.safeParse(audit).success).toBe(true);
  });

  test("audit shows it in text and HTML", async () => {
    expect((await run(["audit"], tickets)).stdout).toMatch(
      /opened "x" is not a recognized time\s+│ 2\s+│ line 1, ticket 2/,
    );
    const { stdout } = await run(["audit"], tickets, "t.json", ["--format", "html"]);
    expect(stdout).toContain(">line 1, ticket 4<");
  });

  test("watch keeps tickets without an id apart", async () => {
    const { stdout } = await run(["watch"], [open, open, { ...open, id: "C" }], "t.json", ["--json", "--once"]);
    const lines = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ id, line, ticket }) => [id, line, ticket])).toEqual([
      ["", 1, 1],
      ["", 1, 2],
      ["C", 1, 3],
    ]);
  });

  test("recommend and workbook name it too", async () => {
    const recommend = await run(["recommend", "--tickets"], tickets);
    expect(recommend.stderr).toContain("line 1, ticket 2: bad-time");
    const span = ["--from", "2026-11-01", "--to", "2026-12-01", "-o", "out.xlsx"];
    expect((await run(["workbook", "--input"], tickets, "t.json", span)).stderr).toContain(
      "line 1, ticket 2: bad-time",
    );
  });

  test("readTickets gives it", async () => {
    const numbers: unknown[] = [];
    const options = { dataset: await loadDataset(), now: 0, plan: "business", region: "emea" };
    for await (const { line, ticket } of readTickets(JSON.stringify(tickets), options)) numbers.push([line, ticket]);
    expect(numbers).toEqual(tickets.map((_, i) => [1, i + 1]));
  });
});

describe("notes about the first row of a kind", () => {
  test("doubtful local times", async () => {
    const zone = ["--source-tz", "Europe/London"];
    const { stderr } = await run(deadline, [open, bad("2026-10-25T01:30")], "t.json", zone);
    expect(stderr).toContain("in a clock change in Europe/London, first on line 1, ticket 2:");
  });

  test("doubtful times of events inside a ticket", async () => {
    const events = [{ at: "2026-10-25T01:30", by: "Ada" }];
    const inside = ["--source-tz", "Europe/London", "--events-in", "events", "--responded-when", "by=Ada"];
    const { stderr } = await run(
      deadline,
      [
        { ...open, events: [] },
        { ...open, events },
      ],
      "t.json",
      inside,
    );
    expect(stderr).toContain("in a clock change in Europe/London, first on line 1, ticket 2:");
  });

  test("bytes that are not text", async () => {
    const document = Buffer.from(JSON.stringify([open, { ...open, id: "\u00ff" }]), "latin1");
    const { stderr } = await type([...deadline, "t.json", ...base], { files: { "t.json": document } });
    expect(stderr).toContain("not text in the file's encoding, first on line 1, ticket 2.");
  });
});

describe("events of a document on one line", () => {
  const event = (id: string, at: string, more = {}) => ({ id, at, priority: "P2", status: "New", ...more });
  const log = ["--events", "--responded-when", "status=Open"];

  test("errors have the number of the event", async () => {
    const events = [
      event("A", "2026-11-19T10:00Z"),
      event("A", "soon"),
      event("", "2026-11-19T10:00Z"),
      event("B", "2026-11-19T11:00Z", { priority: "High" }),
      event("B", "2026-11-19T10:00Z", { priority: "High" }),
      7,
    ];
    const { stdout, stderr } = await run(deadline, events, "t.json", [...log, "--format", "json"]);
    for (const text of ["2: bad-time", "3: missing-cell", "6: bad-json"])
      expect(stderr).toContain(`line 1, event ${text}`);
    expect(stderr).toContain("first on line 1, event 5: High (1)");
    const report = JSON.parse(stdout);
    expect(report.tickets.map(({ event }: Record<string, unknown>) => event)).toEqual([2, 3, 5, 6]);
    expect(answerSchemas.deadline.safeParse(report).success).toBe(true);
  });

  test.each([
    ["zh-TW", "第 1 行、第 1 筆紀錄：bad-time"],
    ["ja", "1 行目、1 件目のイベント: bad-time"],
  ])("in %s", async (lang, text) => {
    expect((await run(deadline, [event("A", "soon")], "t.json", [...log, "--lang", lang])).stderr).toContain(text);
  });
});

test("lines of their own are shown with the number too", async () => {
  const document = `[\n${JSON.stringify(bad("x"))},\n${JSON.stringify(bad("y"))}\n]\n`;
  const { stderr } = await type([...deadline, "t.json", ...base], { files: { "t.json": document } });
  expect(stderr).toContain("line 3, ticket 2: bad-time");
});

test("an object that is too long has its number", async () => {
  const tickets = [open, bad("x".repeat(9 << 20)), bad("y")].map((ticket) => JSON.stringify(ticket));
  const { stderr } = await type([...deadline, "t.json", ...base], { files: { "t.json": `[${tickets.join(",\n")}]` } });
  expect(stderr).toContain("line 2, ticket 2: long-row");
  expect(stderr).toContain("line 3, ticket 3: bad-time");
});

test.each([
  ["t.jsonl", `${JSON.stringify(open)}\n${JSON.stringify(bad("x"))}\n`],
  ["t.csv", "id,priority,opened,responded\nA,P2,2026-11-19T10:00Z,\nB,P2,x,\n"],
])("%s has lines only", async (path, file) => {
  const { stdout, stderr } = await type([...deadline, path, ...base, "--format", "json"], { files: { [path]: file } });
  expect(stderr).toMatch(/line \d: bad-time/);
  const report = JSON.parse(stdout);
  for (const ticket of report.tickets) expect(Object.keys(ticket)).not.toContain("ticket");
  const audit = await type(["audit", path, ...base], { files: { [path]: file } });
  expect(audit.stdout).toMatch(/recognized time\s+│ 1\s+│ \d /);
});
