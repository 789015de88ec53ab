/**
 * Plain rows: what the direct path makes of a file is what the usual way makes of it, which is taken where WebAssembly is missing.
 */
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { TicketOptions } from "../../src/commands/ticket-file.js";
import type { CliError, ErrorInfo } from "../../src/errors.js";
import { PlainRows } from "../../src/tickets/plain-rows.js";
import { PlainSurvey } from "../../src/tickets/plain-survey.js";
import { type Ran, runRows } from "./batch.js";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

type Way = NonNullable<Parameters<typeof runRows>[2]>;

/** The results on both ways, and how many rows were plain. */
async function bothWays(
  file: string,
  options: TicketOptions,
  way: Way,
): Promise<[Ran | ErrorInfo, Ran | ErrorInfo, number]> {
  let plain = 0;
  const read = PlainRows.prototype.read;
  const spy = vi.spyOn(PlainRows.prototype, "read").mockImplementation(function (this: PlainRows, ...bytes) {
    const next = read.apply(this, bytes);
    plain += this.rows;
    return next;
  });
  const run = () => runRows(file, options, way).catch((error: CliError) => error.error);
  const direct = await run();
  spy.mockRestore();
  vi.stubGlobal("WebAssembly", undefined);
  const usual = await run();
  vi.unstubAllGlobals();
  return [direct, usual, plain];
}

/** Both ways give the same; returns how many rows were plain. */
async function plainRowsOf(file: string, options: TicketOptions = {}, way: Way = {}): Promise<number> {
  const [direct, usual, plain] = await bothWays(file, options, way);
  expect(direct).toEqual(usual);
  return plain;
}

const header = "id,priority,region,opened,responded,subject";
const first = "T-0,P2,emea,2026-11-02T09:00:00Z,,first";
/** How many of some rows are plain, after one that shows what its words mean. */
const plainOf = (rows: readonly string[], options: TicketOptions = {}) =>
  plainRowsOf([header, first, ...rows, ""].join("\n"), options);

test("the compiled code is that of the sources", () => {
  const script = `import("./.build/plain-rows.mjs").then(({ plainRowsFile }) => plainRowsFile(process.cwd())).then(console.log)`;
  const code = execFileSync(process.execPath, ["-e", script], { encoding: "utf8" });
  const built = createRequire(import.meta.url)("../../dist/plain-rows.cjs");
  expect(code.trim()).toBe(`module.exports="${built}";`);
});

test("where WebAssembly cannot run, all rows go the usual way", async () => {
  class Refused {
    constructor() {
      throw new RangeError("WebAssembly.Instance(): Out of memory");
    }
  }
  const file = [header, first, "T-1,P2,emea,2026-11-02T09:00:00Z,,x", ""].join("\n");
  const usual = await runRows(file);
  vi.stubGlobal("WebAssembly", { Module: Refused, Instance: Refused });
  expect(await runRows(file)).toEqual(usual);
});

describe("a first pass", () => {
  /** How many rows it passes over: of the beginning, and of all where it goes on. */
  const passedOver = async (rows: readonly string[], options: TicketOptions = {}) => {
    let passed = 0;
    const { read } = PlainSurvey.prototype;
    const spy = vi.spyOn(PlainSurvey.prototype, "read").mockImplementation(function (this: PlainSurvey, ...bytes) {
      const next = read.apply(this, bytes);
      passed += this.rows;
      return next;
    });
    await plainRowsOf([header, ...rows, ""].join("\n"), options);
    spy.mockRestore();
    return passed;
  };
  const row = (opened: string, responded = "") => `T-1,P2,emea,${opened},${responded},x`;
  const iso = row("2026-11-02T09:00Z");
  const zone = { sourceTz: ["UTC"] };

  test("passes over times in ISO 8601 and dates that came up before", async () => {
    expect(await passedOver([iso, row("2026-11-02T09:00"), iso, ",,,,,"])).toBe(4);
    const dated = row("13/04/2026 9:00", "14/04/2026 9:30 AM");
    expect(await passedOver([dated, dated, iso, dated], zone)).toBe(2 * 3);
    expect(await passedOver([iso, row("13/04/2026 9:00"), row("13/04/2026 24:00"), row("13/04/2026")], zone)).toBe(2);
    expect(await passedOver([row("1793000000"), row("1793000000"), iso], zone)).toBe(2);
  });

  test("sees each date that could mean another", async () => {
    const read = (...rows: string[]) => runRows([header, ...rows, ""].join("\n"), zone);
    await expect(read(iso, iso, row("03/04/2026 9:00", "13/04/2026 9:00"), iso)).resolves.toMatchObject({ bad: 0 });
    await expect(read(iso, row("03/04/2026 9:00"))).rejects.toMatchObject({ error: { code: "ambiguous-dates" } });
    const long = row(`25/12/2026 9:15 ${"x".repeat(300)}`);
    expect(await passedOver([long, row("25/12/2026 9:15"), row("03/04/2026 9:15")], zone)).toBe(0);
    const mixed = read(row("13/04/2026 9:00"), row("13/04/2026 9:00"), row("04/13/2026 9:00"));
    await expect(mixed).rejects.toMatchObject({ error: { code: "mixed-date-order" } });
  });

  test("reads files with dates of any order the same on both ways", async () => {
    const date = fc.constantFrom("01/02/2026", "13/02/2026", "02/13/2026", "2026-11-02", "02/Nov/26", "1.2.26", "");
    const time = fc.tuple(date, fc.constantFrom(" 9:00", " 09:30 PM", "T09:00Z", "", " 25:00"));
    const cells = fc.tuple(time, time, fc.constantFrom("x", '"a\nb"', '"q')).map(([a, b, c]) => {
      return `T-1,P2,emea,${a.join("")},${b.join("")},${c}`;
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(cells, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 300 }),
        async (rows, size) => {
          await plainRowsOf([header, ...rows, ""].join("\n"), zone, { blockSize: size });
        },
      ),
      { numRuns: 300, seed: 20261126 },
    );
  });
});

describe("rows that are plain", () => {
  test.each([
    "T-1,P2,emea,2026-11-02T09:00:00Z,,",
    "T-1,P2,emea,2026-11-02 09:00Z,2026-11-02 09:00Z,x",
    "T-1,P2,emea,2026-11-02T09:00:00.123456789+05:30,2026-11-03T09:00:00.5-0800,屋",
    '"T-1",P2,emea,"2026-11-02T09:00:00Z","2026-11-02T10:00:00+01",""',
    'T-1,P2,emea,2026-11-02T09:00Z,,"a, ""b"" and, c"',
    ',P2,emea,2028-02-29T23:59:59Z,,"日本語の件名、「引用」"',
    "T-1,P2,emea,2026-11-02T09:00,2026-11-02T10:00:01,no offset",
    "T-1,P2,emea,9998-12-31T09:00Z,,far",
  ])("%s", async (row) => {
    expect(await plainOf([row], { sourceTz: ["Europe/Paris"] })).toBe(1);
  });

  test("with the line ends, separators and byte order marks of a file", async () => {
    const rows = [header, first, "T-1,P2,emea,2026-11-02T09:00:00Z,,x", "T-2,P2,emea,2026-11-02T09:00:00Z,,y", ""];
    expect(await plainRowsOf(rows.join("\r\n"))).toBe(2);
    expect(await plainRowsOf(`\uFEFF${rows.join("\n").replaceAll(",", ";")}`)).toBe(2);
    expect(await plainRowsOf(rows.join("\n").replaceAll(",", "\t"))).toBe(2);
    expect(await plainRowsOf(rows.join("\r"))).toBe(0);
  });

  test("whose dates were read before", async () => {
    const at = (opened: string) => `T-1,P2,emea,${opened},,x`;
    const rows = ["02/Nov/26 9:00 AM", "02/Nov/26 12:59 PM", "02/Nov/26 12:00 AM", "02/Nov/26 23:59:59"].map(at);
    expect(await plainOf(rows, { sourceTz: ["Asia/Tokyo"] })).toBe(3);
    const odd = ["02/Nov/26 0:10 AM", "02/Nov/26 24:00", "02/Nov/26 9:60", "02/Nov/26  9:00", "02/Nov/26 9:00 XM"].map(
      at,
    );
    expect(await plainOf([at("02/Nov/26 9:00"), ...odd], { sourceTz: ["Asia/Tokyo"] })).toBe(0);
  });

  test("of any plan, with and without a target, and of flags alone", async () => {
    const rows = ["id,plan,priority,opened", "1,business,P1,2026-11-02T09:00Z", "2,business,P1,2026-11-03T09:00Z"];
    expect(await plainRowsOf([...rows, ""].join("\n"), { plan: [], region: "emea" })).toBe(1);
    const only = ["id,opened", "1,2026-11-02T09:00Z", "2,2026-11-03T09:00Z", ""].join("\n");
    expect(await plainRowsOf(only, { priority: "P3", region: "japan" })).toBe(1);
  });

  test("that need more than one block, and more than the input and the rows of one step", async () => {
    const short = Array.from({ length: 9000 }, (_, i) => `${i},P2,emea,2026-11-02T09:00Z,,`);
    const long = `L,P2,emea,2026-11-02T09:00Z,,${"x".repeat(300_000)}`;
    const file = [header, first, ...short, long, ...short, ""].join("\n");
    expect(await plainRowsOf(file)).toBe(18_000);
    expect(await plainRowsOf(file, {}, { blockSize: 1 << 20 })).toBe(18_000);
    expect(await plainRowsOf(file, {}, { blockSize: 1000 })).toBe(18_000);
  });
});

describe("rows that are not", () => {
  test.each([
    "",
    ",,,,,",
    "T-1,P2,emea,2026-11-02T09:00:00Z,",
    "T-1,P2,emea,2026-11-02T09:00:00Z,,x,y",
    'T-1,P2,emea,2026-11-02T09:00:00Z,,a "b',
    'T-1,P2,emea,2026-11-02T09:00:00Z,,"a"b',
    'T-1,P2,emea,2026-11-02T09:00:00Z,,"a" ',
    'T-1,P2,emea,2026-11-02T09:00:00Z,,"a\nb"',
    "T-1,P2,emea,2026-11-02T09:00:00Z,,-",
    "T-1,P2,emea,2026-11-02T09:00:00Z,,=1+1",
    "T-1,P2,emea,2026-11-02T09:00:00Z,,  @x",
    "T-1,P2,emea,2026-11-02T09:00:00Z,,＝1",
    '"=T",P2,emea,2026-11-02T09:00:00Z,,x',
    "T-1,P9,emea,2026-11-02T09:00:00Z,,x",
    "T-1,p2,emea,2026-11-02T09:00:00Z,,x",
    "T-1,,emea,2026-11-02T09:00:00Z,,x",
    "T-1,P2,emea,,,x",
    "T-1,P2,emea,2026-11-02,,x",
    "T-1,P2,emea,2026-02-30T09:00Z,,x",
    "T-1,P2,emea,1969-12-31T09:00Z,,x",
    "T-1,P2,emea,2026-11-02T24:00Z,,x",
    "T-1,P2,emea,2026-11-02T09:00+24:00,,x",
    "T-1,P2,emea,2026-11-02T09:00Z,2026-11-02T08:59Z,x",
    "T-1,P2,emea,2026-11-02T09:00Z,soon,x",
    "T-1,P2,emea,2026-10-25T02:30,,repeated",
    "T-1,P2,emea,2026-11-02T09:00Z,2026-03-29T02:30,skipped",
  ])("%s", async (row) => {
    expect(await plainOf([row], { sourceTz: ["Europe/Paris"] })).toBe(0);
  });

  test("among many that are", async () => {
    const responses = ["", "2026-11-03T09:00Z", "2026-11-01T09:00Z"];
    const rows = Array.from({ length: 9000 }, (_, i) => `${i},P2,emea,2026-11-02T09:00Z,${responses[i % 3]},x`);
    expect(await plainOf(rows)).toBe(6000);
    expect(await plainOf(rows.map((row) => `${row},too many`))).toBe(0);
  });

  test("whose words are never known again", async () => {
    const rows = Array.from({ length: 9000 }, (_, i) => `${i},P2,emea,2026-11-02T09:00Z,,x,state ${i}`);
    const file = [`${header},status`, `${first},state 0`, ...rows, ...rows.slice(0, 2000), ""].join("\n");
    expect(await plainRowsOf(file)).toBe(2001);
  });

  test("rows with pauses, closed ones without a response, and all of files that need more", async () => {
    const rows = (name: string, cells: readonly string[]) =>
      [`${header},${name}`, `${first},`, ...cells.map((cell) => `T,P2,emea,2026-11-02T09:00Z,,x,${cell}`), ""].join(
        "\n",
      );
    expect(await plainRowsOf(rows("pauses", ["", "2026-11-02T10:00Z/2026-11-02T11:00Z", ""]))).toBe(2);
    expect(await plainRowsOf(rows("closed", ["2026-11-02T10:00Z", ""]))).toBe(1);
    const minutes = ["id,region,opened,minutes", "1,emea,2026-11-02T09:00Z,", "2,emea,2026-11-02T09:00Z,5", ""];
    const measure = { priority: "P2", responseUnit: "minutes", responseClock: "calendar" } as const;
    expect(await plainRowsOf(minutes.join("\n"), { map: ["response-time=minutes"], ...measure })).toBe(0);
    expect(await plainRowsOf(rows("status", ["open", "Closed", "open", "Closed", "Done"]))).toBe(2);
    expect(await plainRowsOf(rows("status", ["open", "open"]), { preset: "jira" })).toBe(1);
    expect(await plainRowsOf(rows("status", ["Done", "Done", "Done"]), { preset: "jira" })).toBe(2);
    expect(await plainRowsOf(rows("note", ["", ""]), { where: ["note!=y"] })).toBe(0);
    expect(await plainRowsOf(rows("note", ["", ""]), { plan: ["standard", "business"] })).toBe(0);
  });
});

test("any file is read the same on both ways, in blocks of any size", async () => {
  const cells = {
    id: ["T-1", "T-2", "", '"T-3"', "=T", "屋"],
    priority: ["P1", "P2", "p3", "P9", "", '"P4"', " P1"],
    region: ["emea", "japan", "", "atlantis", '"apac"'],
    opened: [
      "2026-11-02T09:00:00Z",
      "2026-11-02T09:00",
      "2026-03-29T02:30:00",
      '"02/Nov/26 9:00 AM"',
      "02/Nov/26 11:59 PM",
      "25/Oct/26 2:30",
      "2026-11-02",
      "",
      "soon",
    ],
    responded: ["", "", "2026-11-03T09:00:00Z", "2026-11-01T00:00Z", "03/Nov/26 9:00", "-", "2026-11-02T09:00:00.001Z"],
    subject: ["x", "", '"a,b"', '"a""b"', '"a\nb"', 'a"b', "-", "+1", "=x", "、", "＝", "é", '"open'],
  };
  const cell = (name: keyof typeof cells) =>
    fc.oneof({ weight: 40, arbitrary: fc.constantFrom(...cells[name].slice(0, 2)) }, fc.constantFrom(...cells[name]));
  const row = fc
    .tuple(cell("id"), cell("priority"), cell("region"), cell("opened"), cell("responded"), cell("subject"))
    .map((cells) => cells.join(","));
  const rows = fc.array(fc.oneof({ weight: 20, arbitrary: row }, fc.constantFrom("", "a,b", ",,,,,", "total,9")), {
    maxLength: 40,
  });
  const lineEnd = fc.constantFrom("\n", "\n", "\r\n", "\r");
  let plain = 0;
  await fc.assert(
    fc.asyncProperty(rows, lineEnd, fc.boolean(), fc.integer({ min: 1, max: 400 }), async (rows, end, isCut, size) => {
      const file = [header, first, ...rows].join(end) + (isCut ? "" : end);
      const zone = { sourceTz: ["Europe/Paris"] };
      plain += await plainRowsOf(file, isCut ? zone : { ...zone, dateOrder: "dmy" }, { blockSize: size });
    }),
    { numRuns: 300, seed: 20261126 },
  );
  expect(plain).toBeGreaterThan(400);
});

const lines = { path: "tickets.jsonl" };
const firstLine =
  '{"id":"T-0","priority":"P2","region":"emea","opened":"2026-11-02T09:00:00Z","subject":"first","size":1}';

describe("lines of JSON", () => {
  const plainOfLines = (rows: readonly string[]) => plainRowsOf([firstLine, ...rows, ""].join("\n"), {}, lines);

  test.each([
    '{"id":"T-1","priority":"P2","region":"emea","opened":"2026-11-02T09:00:00Z","subject":"x","size":1}',
    '{ "id": "T-1", "priority": "P2",\t"region" :"emea", "opened": "2026-11-02 09:00Z" , "subject": "", "size": -0.50 } \r',
    '{"id":"T-1","priority":"P2","region":"emea","opened":"2026-11-02T09:00Z"}',
    '{"id":17,"priority":"P2","region":"emea","opened":"2026-11-02T09:00Z","subject":null,"size":12345678901234567890}',
    '{"priority":"P2","region":"emea","opened":"2026-11-02T09:00Z","subject":true,"size":false}',
    `{"id":"T-1","priority":"P2","region":"emea","opened":"2026-11-02T09:00Z","subject":"${"件名".repeat(40)}","size":0}`,
    '{"id":"T-1","priority":"P2","region":"emea","opened":"2026-11-02T09:00Z","subject":"x","new":1}',
    '{"id":"T-1","priority":"P2","region":"emea","opened":"2026-11-02T09:00Z","responded":"2026-11-02T10:00Z"}',
  ])("plain: %s", async (row) => {
    expect(await plainOfLines([row])).toBe(1);
  });

  test.each([
    "",
    "{}",
    "[]",
    "null",
    '{"id":"T-1","priority":"P2","region":"emea","opened":"2026-11-02T09:00Z","subject":"x","size":1} x',
    '{"id":"T-1","priority":"P2","region":"emea","opened":"2026-11-02T09:00Z","subject":"x","size":01}',
    '{"id":"T-1","priority":"P2","region":"emea","opened":"2026-11-02T09:00Z","subject":"x","size":1.}',
    '{"id":"T-1","priority":"P2","region":"emea","opened":"2026-11-02T09:00Z","subject":"x","size":1e5}',
    '{"id":"T-1","priority":"P2","region":"emea","opened":"2026-11-02T09:00Z","subject":"x","size":nul}',
    '{"id":"T-1","priority":"P2","region":"emea","opened":"2026-11-02T09:00Z","subject":"a\\nb"}',
    '{"id":"T-1","priority":"P2","region":"emea","opened":"2026-11-02T09:00Z","subject":"a\tb"}',
    '{"id":"T-1","priority":"P2","region":"emea","opened":"2026-11-02T09:00Z","subject":["x"]}',
    '{"priority":"P2","id":"T-1","region":"emea","opened":"2026-11-02T09:00Z","subject":"x"}',
    '{"id":"T-1","id":"T-1","priority":"P2","region":"emea","opened":"2026-11-02T09:00Z"}',
    '{"id":"T-1","priority":"P2","region":"emea","opened":"2026-11-02T09:00Z",}',
    '{"id":"T-1","priority":"P2","region":"emea","opened":1793000000}',
    '{"id":"T-1","priority":"P2","region":"emea","opened":"2026-11-02T09:00Z","subject":"x"',
  ])("not plain: %s", async (row) => {
    expect(await plainOfLines([row])).toBe(0);
  });

  test("with keys that the first had not are not plain", async () => {
    const more = ['"new":1', '"responded":"2026-11-02T10:00Z"'].map((member) => firstLine.replace("}", `,${member}}`));
    const file = `${firstLine}\n`.repeat(1000) + [...more, ...more, firstLine, ""].join("\n");
    expect(await plainRowsOf(file, {}, lines)).toBe(1000);
  });

  test("with the line ends and byte order mark of a file, in blocks of any size", async () => {
    const file = [firstLine, firstLine, firstLine, ""];
    expect(await plainRowsOf(file.join("\r\n"), {}, lines)).toBe(2);
    expect(await plainRowsOf(`\uFEFF${file.join("\n")}`, {}, lines)).toBe(2);
    const many = `${firstLine}\n`.repeat(4000);
    expect(await plainRowsOf(many, {}, { ...lines, blockSize: 70_000 })).toBeGreaterThan(3990);
    expect(await plainRowsOf(`${firstLine}\n`.repeat(5), {}, { ...lines, blockSize: 13 })).toBe(4);
  });

  test("of any kind are read the same on both ways", async () => {
    const value = fc.oneof(
      fc.constantFrom('"x"', '""', "null", "1", "-2.5", "1e3", "true", '"a\\"b"', '{"a":[1,"}"]}', "[]", "01", '"=1"'),
      fc.json({ maxDepth: 1 }),
    );
    const cell = (plain: string) => fc.oneof({ weight: 12, arbitrary: fc.constant(plain) }, value);
    const blank = fc.oneof({ weight: 8, arbitrary: fc.constantFrom("", " ") }, fc.constantFrom("\t", "  ", "\f"));
    const object = fc
      .tuple(cell('"T-1"'), cell('"P2"'), cell('"emea"'), cell('"2026-11-02T09:00Z"'), cell('"s"'), blank, blank)
      .chain(([id, priority, region, opened, subject, before, after]) => {
        const all = [`"id"${before}:${id}`, `"priority":${priority}`, `"region":${after}${region}`];
        const members = [...all, `"opened":${opened}`, `"subject":${subject}`];
        return fc.oneof({ weight: 8, arbitrary: fc.constant(members) }, fc.shuffledSubarray(members, { minLength: 3 }));
      })
      .map((members) => `{${members.join(",")}}`);
    const rows = fc.array(fc.oneof({ weight: 20, arbitrary: object }, fc.constantFrom("", "x", "{", "[1]", " {} ")), {
      maxLength: 30,
    });
    let plain = 0;
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom("\n", "\r\n"),
        fc.integer({ min: 1, max: 500 }),
        async (rows, end, size) => {
          plain += await plainRowsOf([firstLine, ...rows, ""].join(end), {}, { ...lines, blockSize: size });
        },
      ),
      { numRuns: 300, seed: 20261126 },
    );
    expect(plain).toBeGreaterThan(400);
  });
});

test("columns that are named more often than a row may have columns are read once", async () => {
  const rows = ["id,priority,region,opened,closed at", "1,P2,emea,2026-11-02T09:00Z,", "2,P2,emea,2026-11-02T09:00Z,"];
  const map = [`closed=${Array(300).fill("closed at").join("|")}`];
  expect(await plainRowsOf([...rows, rows[1], ""].join("\n"), { map })).toBe(2);
});
