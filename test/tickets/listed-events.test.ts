/** Events that are a list inside each ticket of JSON. */
import { describe, expect, test } from "vitest";
import { type } from "../terminal.js";

const base = ["-p", "business", "-r", "emea", "--no-config", "--now", "2026-11-30T00:00Z"];
const answered = ["--events-in", "comments", "--map", "at=created", "--responded-when", "author!=Customer"];

const time = (clock: string) => `2026-11-19T${clock}:00Z`;
const ticket = (more: Readonly<Record<string, unknown>>) => ({
  id: "A",
  priority: "P2",
  opened: time("10:00"),
  ...more,
});
const comment = (clock: string, author: string) => ({ created: time(clock), author });

/** What comes out of tickets, deadline and status or error. */
async function run(tickets: readonly unknown[] | string, flags: readonly string[] = answered, path = "t.jsonl") {
  const file = typeof tickets === "string" ? tickets : tickets.map((one) => `${JSON.stringify(one)}\n`).join("");
  const ran = await type(["deadline", "--input", path, ...base, ...flags], { files: { [path]: file } });
  const lines =
    ran.stdout === ""
      ? []
      : ran.stdout
          .trimEnd()
          .split("\n")
          .map((line) => JSON.parse(line));
  const results = lines.map((line) => {
    const prefix = "sla_error" in line ? "sla_" : "";
    return line[`${prefix}error`] ?? `${line[`${prefix}deadline`]} ${line[`${prefix}status`]}`;
  });
  return { ...ran, results };
}

describe("lists of events", () => {
  test.each<[string, unknown, string]>([
    ["a response", [comment("10:05", "Customer"), comment("11:00", "Ada")], "2026-11-19T12:00:00Z met"],
    ["in any order", [comment("13:00", "Ben"), comment("11:00", "Ada")], "2026-11-19T12:00:00Z met"],
    ["no response", [comment("10:05", "Customer")], "2026-11-19T12:00:00Z overdue"],
    ["an empty list", [], "2026-11-19T12:00:00Z overdue"],
    ["none", null, "2026-11-19T12:00:00Z overdue"],
    ["a text", "none", "bad-events: comments is not a list of events, each a JSON object"],
    ["a list of texts", ["none"], "bad-events: comments is not a list of events, each a JSON object"],
    ["a list of lists", [[]], "bad-events: comments is not a list of events, each a JSON object"],
    ["an event without a time", [{ author: "Ada" }], "missing-cell: comments.created is empty"],
    [
      "a time that cannot be read",
      [comment("11:00", "Ada"), { created: "soon", author: "Ada" }],
      'bad-time: comments.created "soon" is not a recognized time',
    ],
    [
      "a response before the opening",
      [comment("09:00", "Ada")],
      'responded-before-opened: comments.created "2026-11-19T09:00:00Z" is earlier than the opening time',
    ],
  ])("%s", async (_, comments, result) => {
    // The second ticket shows the path where the first does not.
    const { results } = await run([ticket({ comments }), ticket({ id: "B", comments: [comment("10:10", "Ada")] })]);
    expect(results).toEqual([result, "2026-11-19T12:00:00Z met"]);
  });

  test("a line comes out as it was, with what was found", async () => {
    const line =
      '{"id":7, "priority":"P2","opened":"2026-11-19T10:00Z","n":1.50,"comments":[{"created":"2026-11-19T10:30Z"}]}';
    const { code, stdout, stderr } = await run(`${line}\n`);
    expect(stdout).toBe(`${line.slice(0, -1)},"deadline":"2026-11-19T12:00:00Z","status":"met","error":null}\n`);
    expect([code, stderr]).toEqual([0, expect.stringContaining("Events: 1 event of 1 ticket")]);
  });

  test.each([
    ["en", "at = comments.created (time of each event)"],
    ["zh-TW", "at = comments.created (各筆紀錄的時間)"],
    ["ja", "at = comments.created (各イベントの時刻)"],
  ])("the summary in %s names the times of events by their path", async (lang, text) => {
    const { stderr } = await run([ticket({ comments: [comment("10:30", "Ada")] })], [...answered, "--lang", lang]);
    expect(stderr).toContain(text);
  });

  test.each([
    [["--map", "at=created|updated"], ["comments.created", "comments.updated"], "map"],
    [[], ["comments.at"], "name"],
  ])("JSON with %j names them too", async (map, headers, from) => {
    const files = {
      "t.jsonl": `${JSON.stringify(ticket({ comments: [{ at: time("10:30"), created: time("10:30") }] }))}\n`,
    };
    const flags = ["--events-in", "comments", ...map, "--responded-when", "author!=Customer", "--json"];
    const { reading } = JSON.parse(
      (await type(["deadline", "--input", "t.jsonl", ...base, ...flags], { files })).stdout,
    );
    expect(reading.columns).toContainEqual({ role: "at", headers, from });
    expect(reading.times).toContainEqual(expect.objectContaining({ role: "at", column: headers[0] }));
  });

  test("at a path, in a document with an array of tickets", async () => {
    const issues = [{ ...ticket({}), fields: { log: { items: [comment("10:30", "Ada")] } } }];
    const flags = ["--events-in", "fields.log.items", ...answered.slice(2)];
    expect((await run(JSON.stringify({ total: 1, issues }), flags, "t.json")).results).toEqual([
      "2026-11-19T12:00:00Z met",
    ]);
  });

  test("in a document that is one ticket", async () => {
    const document = JSON.stringify(ticket({ comments: [comment("10:30", "Ada")] }), null, 2);
    expect((await run(document, answered, "t.json")).results).toEqual(["2026-11-19T12:00:00Z met"]);
  });

  test("without an opening, the first event is it", async () => {
    const comments = [comment("12:00", "Ada"), comment("11:00", "Customer")];
    expect((await run([{ id: "A", priority: "P2", comments }])).results).toEqual(["2026-11-19T13:00:00Z met"]);
    expect((await run([{ id: "A", priority: "P2", comments: [] }, ticket({ comments })])).results[0]).toBe(
      "missing-cell: opened is empty",
    );
  });

  test("an opening that cannot be read", async () => {
    const { results } = await run([{ ...ticket({ comments: [] }), opened: "soon" }]);
    expect(results).toEqual(['bad-time: opened "soon" is not a recognized time']);
  });

  test("pauses, and a closing that an event or its ticket has", async () => {
    const log = (...states: readonly string[]) => ({
      comments: states.map((state, i) => ({ created: time(`${10 + i}:00`), state })),
    });
    const flags = [...answered.slice(0, 4), "--responded-when", "state=Active"];
    const closed = [...flags, "--closed-when", "state=Done", "--pause-when", "state=Waiting"];
    expect((await run([ticket(log("New", "Waiting", "New", "Active"))], closed)).results).toEqual([
      "2026-11-19T13:00:00Z met",
    ]);
    expect((await run([ticket(log("New", "Done"))], closed)).results).toEqual(["2026-11-19T12:00:00Z met"]);
    const byTicket = [...flags, "--closed-when", "status=Closed"];
    expect((await run([ticket({ ...log("New"), status: "Closed" })], byTicket)).results).toEqual([
      "2026-11-19T12:00:00Z closed",
    ]);
  });

  test.each([
    ["11/20/2026 10:30", "11/20/2026 11:00"],
    ["1763634600", "1763636400"],
  ])("%s as a time of an event is read by the whole column", async (first, second) => {
    const comments = [first, second].map((created) => ({ created, author: "Ada" }));
    const { results, stderr } = await run(
      [ticket({ opened: "2025-11-20T10:00Z", comments })],
      [...answered, "--tz", "UTC"],
    );
    expect(results[0]).toMatch(/^2025-11-20T12:00:00Z (?:met|missed)$/);
    expect(stderr).toContain(first.includes("/") ? "Date order: mdy" : "seconds since 1970");
  });

  test("the first key that an event has", async () => {
    const flags = [...answered, "--map", "at=updated"];
    const comments = [{ updated: time("10:40"), author: "Ada" }];
    expect((await run([ticket({ comments })], flags)).results).toEqual(["2026-11-19T12:00:00Z met"]);
  });

  test("an audit and watch", async () => {
    const tickets = [ticket({ comments: [comment("11:00", "Ada")] }), ticket({ id: "B" })];
    const files = { "t.jsonl": tickets.map((one) => `${JSON.stringify(one)}\n`).join("") };
    const audit = await type(["audit", "t.jsonl", ...base, ...answered, "--json"], { files });
    expect(JSON.parse(audit.stdout)).toMatchObject({
      tickets: { read: 2, judged: 2 },
      responseSeconds: { P2: { median: 3600 } },
      reading: { events: { rows: 1, tickets: 2, withoutTicket: 0 } },
    });
    const watch = await type(["watch", "t.jsonl", ...base, ...answered, "--once", "--json"], { files });
    expect(
      watch.stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).id),
    ).toEqual(["B"]);
  });
});

describe("flags", () => {
  const comments = [comment("10:30", "Ada")];
  const tickets = [ticket({ comments }), ticket({ id: "B", comments })];

  test.each<[string, readonly string[], number, string]>([
    ["with --events", ["--events", "--events-in", "comments"], 2, "--events and --events-in"],
    ["of nothing", ["--events-in", ""], 2, "--events-in requires a value"],
    ["of a path that is in no ticket", ["--events-in", "coments"], 3, "comments"],
  ])("%s", async (_, flags, code, named) => {
    const ran = await run(tickets, flags);
    expect([ran.code, ran.stderr]).toEqual([code, expect.stringContaining(named)]);
  });

  test("in a file that is not JSON", async () => {
    const { code, stderr } = await run("id,priority,opened\nA,P2,2026-11-19T10:00Z\n", answered, "t.csv");
    expect([code, stderr]).toEqual([3, expect.stringContaining("t.csv is not JSON")]);
  });

  test("a value that no event has", async () => {
    const { stderr } = await run(tickets, [...answered.slice(0, 4), "--responded-when", "author=Ben"]);
    expect(stderr).toContain("No event has author=ben");
  });
});
