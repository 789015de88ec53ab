/**
 * `workbook`: what is in its file, and what its command line requires and rejects. That its formulas compute what the engine computes
 * is shown by test/verify/workbook, in LibreOffice.
 */
import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { langs } from "../../src/data/dataset.js";
import { dataOffset, readZipDirectory } from "../../src/xlsx/zip-reader.js";
import { type Setting, type, wordsOf } from "../terminal.js";

const line = "workbook -p business -r japan --from 2026-01-01T00:00Z --to 2026-07-01T00:00Z -o x.xlsx";
const sheets = ["Tickets", "Summary", "Targets", "Calendar", "Days", "About"] as const;

interface Book {
  readonly parts: ReadonlyMap<string, string>;
  readonly stderr: string;
  readonly code: number;
  sheet(name: (typeof sheets)[number]): string;
}

async function bookOf(words: readonly string[], setting: Setting = {}): Promise<Book> {
  const { code, stderr, writtenBytes } = await type(words, { now: "2026-03-02T09:00:00Z", ...setting });
  const bytes = writtenBytes["x.xlsx"] as Buffer;
  expect(bytes, stderr).toBeDefined();
  const readAt = async (from: number, length: number) => bytes.subarray(from, from + length);
  const parts = new Map<string, string>();
  for (const entry of (await readZipDirectory(readAt, bytes.length)) ?? []) {
    const from = await dataOffset(readAt, entry);
    parts.set(entry.name, inflateRawSync(bytes.subarray(from, from + entry.compressedSize)).toString());
  }
  const sheet = (name: (typeof sheets)[number]) =>
    parts.get(`xl/worksheets/sheet${sheets.indexOf(name) + 1}.xml`) as string;
  return { parts, stderr, code, sheet };
}

/** The cell at a place: its text or number. */
function cell(xml: string, place: string): string | undefined {
  const from = xml.indexOf(`<c r="${place}"`);
  if (from < 0) return undefined;
  const text = xml.slice(from, xml.indexOf("</c>", from));
  return /<(?:v|t)[^>]*>([^<]*)</.exec(text)?.[1];
}

function csv(...rows: readonly string[]): Setting {
  return { files: { "t.csv": `${rows.join("\n")}\n` } };
}

const head = "id,plan,priority,region,opened,responded";
const withFile = [...wordsOf(line), "--input", "t.csv"];

describe("the file", () => {
  test("has its sheets, names, a table that grows, and is computed when it is opened", async () => {
    const { parts } = await bookOf(wordsOf(line));
    const workbook = parts.get("xl/workbook.xml") as string;
    expect([...workbook.matchAll(/<sheet name="(\w+)"/g)].map(([, name]) => name)).toEqual(sheets);
    expect(workbook).toContain('fullCalcOnLoad="1"');
    for (const name of ["cal_key", "cal_total", "day_key", "target_key", "overrides", "sla_now", "span_to"])
      expect(workbook).toContain(`<definedName name="${name}">`);
    expect(parts.get("xl/tables/table1.xml")).toContain('ref="A1:AB501"');
    expect(parts.get("xl/worksheets/_rels/sheet1.xml.rels")).toContain("../tables/table1.xml");
    expect(parts.get("[Content_Types].xml")).toContain("/xl/tables/table2.xml");
  });

  test.each([[""], ["--show-tz America/New_York"]])("uses only functions that spreadsheets share %s", async (more) => {
    const setting = csv(`${head},pause-time`, "1,business,P2,japan,2026-03-02T01:00Z,,1:30");
    const { parts } = await bookOf([...withFile, ...(more === "" ? [] : wordsOf(more))], setting);
    const formulas = [...parts.values()].flatMap((text) =>
      [...text.matchAll(/<(f|formula\d?|definedName|calculatedColumnFormula)\b[^>]*>([^<]*)</g)].map(([, , f]) => f),
    );
    const used = formulas.flatMap((text) => (text as string).match(/[A-Z][A-Z0-9.]*(?=\()/g) ?? []);
    const shared = "INDEX MATCH IF IFERROR AND OR NOT MIN MAX ROUND INT MOD SUM COUNTIF COUNTIFS VLOOKUP ISNUMBER";
    const others = new Set([...shared.split(" "), "ISTEXT", "ISBLANK"]);
    expect(formulas.length).toBeGreaterThan(100);
    expect([...new Set(used)].filter((name) => !others.has(name)).sort()).toEqual(["NOW"]);
    expect(used.filter((name) => name === "NOW")).toHaveLength(1);
    // Spreadsheets accept formulas of 8,192 characters.
    for (const formula of formulas) expect((formula as string).length).toBeLessThan(8192);
  });

  test("has no value of a formula", async () => {
    const { parts } = await bookOf(wordsOf(line));
    for (const text of parts.values()) expect(text).not.toMatch(/<\/f><v>|<f[^>]*\/><v>/);
  });

  test.each(langs)("has its heads in %s", async (lang) => {
    const { sheet, parts } = await bookOf([...wordsOf(line), "--lang", lang]);
    const heads = { en: "opened (Asia/Tokyo)", "zh-TW": "開立時間（Asia/Tokyo）", ja: "起票日時（Asia/Tokyo）" };
    expect(cell(sheet("Tickets"), "E1")).toBe(heads[lang]);
    const names = [...(parts.get("xl/tables/table1.xml") as string).matchAll(/<tableColumn id="\d+" name="([^"]*)"/g)];
    expect(names[4]?.[1]).toBe(heads[lang]);
    expect(new Set(names.map(([, name]) => name)).size).toBe(names.length);
  });

  test("--rows makes rows, whose formulas are those of the first", async () => {
    const { sheet, parts } = await bookOf([...wordsOf(line), "--rows", "3"]);
    expect(sheet("Tickets").match(/<row /g)).toHaveLength(4);
    expect(sheet("Tickets")).toContain('<c r="H3" s="');
    expect(parts.get("xl/tables/table1.xml")).toContain('ref="A1:AB4"');
    expect((await bookOf([...wordsOf(line), "--rows", "0"])).parts.get("xl/tables/table1.xml")).toContain("A1:AB2");
  });
});

describe("the zone of all times", () => {
  const zoneOf = async (words: string) => cell((await bookOf(wordsOf(words))).sheet("Tickets"), "E1");
  const emea = line.replace("japan", "emea");

  test("is the only region's if its clocks are not changed in the span, else UTC, or that of --show-tz", async () => {
    expect(await zoneOf(line)).toBe("opened (Asia/Tokyo)");
    expect(await zoneOf(emea)).toBe("opened (UTC)");
    expect(await zoneOf(`${emea} -r japan`)).toBe("opened (UTC)");
    expect(await zoneOf(`${emea} --show-tz region`)).toBe("opened (Europe/London)");
    expect(await zoneOf(`${line} --show-tz Asia/Taipei`)).toBe("opened (Asia/Taipei)");
    const { code, stderr } = await type(wordsOf(`${emea} -r japan --show-tz region`));
    expect([code, stderr]).toEqual([2, expect.stringContaining("--region")]);
  });

  test("has its changes in the file, and intervals are split there", async () => {
    const { sheet, parts } = await bookOf([...wordsOf(line), "--show-tz", "Europe/London"]);
    expect(parts.get("xl/workbook.xml")).toContain('name="zone_wall"');
    const calendar = sheet("Calendar");
    const rows = [...calendar.matchAll(/<c r="C(\d+)"[^>]*><v>([\d.]+)<\/v><\/c><c r="D\d+"[^>]*><v>([\d.]+)</g)];
    const at = Date.parse("2026-03-29T01:00Z") / 86_400_000 + 25_569;
    expect(rows.some(([, , , closes]) => Number(closes) === at)).toBe(true);
  });

  test("the computer's clock is taken to be in --tz, or the system's zone, which is noted", async () => {
    const difference = async (words: string, zone: string | null) => {
      const { sheet, stderr } = await bookOf(wordsOf(words), { zone });
      return [cell(sheet("Targets"), "K9"), /\[[a-z-]+\]/.exec(stderr)?.[0]];
    };
    expect(await difference(line, "Asia/Taipei")).toEqual(["1", "[system-zone]"]);
    expect(await difference(`${line} --tz UTC`, "Asia/Taipei")).toEqual(["9", undefined]);
    expect(await difference(line, null)).toEqual(["9", "[unknown-system-zone]"]);
    expect(await difference(`${line} --now 2026-03-01T00:00Z`, "Asia/Taipei")).toEqual(["0", undefined]);
    const { sheet } = await bookOf([...wordsOf(line), "--now", "2026-03-01T00:00Z", "--show-tz", "Europe/London"]);
    expect(sheet("Targets")).not.toContain("NOW()");
  });
});

describe("tickets of a file", () => {
  test("are rows of texts, times and lengths; a formula stays a text", async () => {
    const { sheet, code, stderr } = await bookOf(
      withFile,
      csv(
        `${head},pause-time`,
        '"=HYPERLINK(""http://x"")",,P2,,2026-03-02T01:00Z,2026-03-02T02:00:00Z,1:30',
        "2,business,P2,japan,2026-03-02T01:00:00.5Z,,",
        "3,business,P2,japan,2026-03-02T01:00Z,,",
      ),
    );
    const tickets = sheet("Tickets");
    expect(code).toBe(0);
    expect(stderr).toContain("Priorities: P2 (3)");
    expect(["A2", "B2", "C2", "D2", "E2", "F2", "G2"].map((place) => cell(tickets, place))).toEqual([
      "=HYPERLINK(&quot;http://x&quot;)",
      "business",
      "P2",
      "japan",
      String(Date.parse("2026-03-02T10:00Z") / 86_400_000 + 25_569),
      String(Date.parse("2026-03-02T11:00Z") / 86_400_000 + 25_569),
      String(1.5 / 24),
    ]);
    expect(cell(tickets, "E3")).toBe("2026-03-02T10:00:00.500+09:00");
    expect(tickets.match(/<row /g)).toHaveLength(4);
  });

  test("a row that cannot be read keeps its texts, and is reported", async () => {
    const { sheet, code, stderr } = await bookOf(
      withFile,
      csv(head, "1,business,P9,japan,2026-03-02T01:00Z,", "2,business,P2,japan,soon,later"),
    );
    expect([code, stderr]).toEqual([3, expect.stringContaining("2 of 2 tickets have an error")]);
    expect(cell(sheet("Tickets"), "C2")).toBe("P9");
    expect([cell(sheet("Tickets"), "E3"), cell(sheet("Tickets"), "F3")]).toEqual(["soon", "later"]);
  });

  test("--where chooses them; empty rows follow with --rows", async () => {
    const setting = csv(head, "1,business,P2,japan,2026-03-02T01:00Z,", "2,business,P3,japan,2026-03-02T01:00Z,");
    const { sheet } = await bookOf([...withFile, "--where", "priority=P3", "--rows", "2"], setting);
    expect(cell(sheet("Tickets"), "A2")).toBe("2");
    expect(sheet("Tickets").match(/<row /g)).toHaveLength(4);
  });

  test("a time in the second pass of a repeated hour, and one before the years of workbooks, are texts", async () => {
    const words = [...withFile.join(" ").replace("2026-07-01", "2027-01-01").split(" "), "--show-tz", "Europe/London"];
    const { sheet } = await bookOf(
      words,
      csv(
        head,
        "1,business,P2,japan,2026-10-25T00:30Z,2026-10-25T01:30Z",
        "2,business,P2,japan,1899-10-25T00:30Z,2026-10-25T01:30Z",
      ),
    );
    expect(cell(sheet("Tickets"), "E2")).toMatch(/^\d+\.\d+$/);
    expect(cell(sheet("Tickets"), "F2")).toBe("2026-10-25T01:30:00+00:00");
    expect(cell(sheet("Tickets"), "E3")).toContain("1899-10-25");
  });

  test("pauses by their times become the length that they add, and a closed ticket has the word", async () => {
    const { sheet } = await bookOf(
      [...withFile, "--closed-when", "status=Done"],
      csv(
        `${head},pauses,status`,
        "1,,P2,,2026-03-02T01:00Z,,2026-03-02T01:30Z/2026-03-02T02:15Z,",
        "2,,P4,,2026-03-02T01:00Z,,2026-03-02T01:30Z/2026-03-04T02:15Z,Done",
        "3,,P1,,2026-03-02T01:00Z,,2026-03-02T01:30Z/2026-03-02T01:30:00.5Z,",
      ),
    );
    const tickets = sheet("Tickets");
    expect(Number(cell(tickets, "G2"))).toBeCloseTo(0.75 / 24, 10);
    expect(Number(cell(tickets, "G3"))).toBeGreaterThan(0);
    expect(cell(tickets, "F3")).toBe("closed");
    expect(cell(tickets, "G4")).toBe("?");
  });

  test("a zone of a row's own is not in the calendar", async () => {
    const { sheet } = await bookOf(withFile, csv(`${head},zone`, "1,,P2,,2026-03-02T01:00Z,,Asia/Taipei"));
    expect(cell(sheet("Tickets"), "D2")).toBe("japan (Asia/Taipei)");
  });

  test("without a plan column, several plans do not fill it", async () => {
    const { code, stderr } = await type(
      [...withFile, "-p", "standard"],
      csv("id,priority,opened", "1,P2,2026-03-02T01:00Z"),
    );
    expect([code, stderr]).toEqual([2, expect.stringContaining("--plan")]);
  });

  test("settings about ticket files apply, but not their span", async () => {
    const project = "/nowhere/project/support-cli.json";
    const settings = JSON.stringify({ tickets: { "priority-map": ["high=P2"], from: "2020-01-01", to: "2020-02-01" } });
    const files = { ...csv(head, "1,,high,,2026-03-02T01:00Z,").files, [project]: settings };
    const { sheet } = await bookOf(withFile, { files });
    expect(cell(sheet("Tickets"), "C2")).toBe("P2");
    expect(cell(sheet("About"), "B8")).toBe(String(Date.parse("2026-01-01T09:00Z") / 86_400_000 + 25_569));
  });
});

describe("targets", () => {
  test("a plan without a target has an empty amount, and one of which nothing is known a question mark", async () => {
    const dataset = JSON.parse(readFileSync("src/data/bundled/adobe-experience-cloud-2022.json", "utf8"));
    dataset.targets.business.P3 = null;
    delete dataset.targets.business.P4;
    const files = { "own.json": JSON.stringify({ ...dataset, id: "own" }) };
    const { sheet } = await bookOf([...wordsOf(line), "--dataset", "own.json"], { files });
    expect(["C5", "C6", "C7", "C8"].map((place) => cell(sheet("Targets"), place))).toEqual(["1", "2", undefined, "?"]);
  });

  test("the customer's own zone needs --zone", async () => {
    const files = { "c.json": readFileSync("fixtures/datasets/customer.json", "utf8") };
    const words = wordsOf("workbook --from 2026-01-01T00:00Z --to 2026-07-01T00:00Z -o x.xlsx --dataset c.json");
    const { sheet } = await bookOf([...words, "--zone", "Asia/Tokyo"], { files });
    expect(cell(sheet("Targets"), "O5")).toBe("Asia/Tokyo");
    expect((await bookOf(words, { files })).sheet("Targets")).not.toContain("Asia/Tokyo");
    const { stderr } = await type([...words, "-q"], { files });
    expect(stderr).toContain("are in the customer's time zone and are left out. Set that zone with --zone");
    expect((await type([...words, "-q", "--zone", "Asia/Tokyo"], { files })).stderr).not.toContain("left out");
  });
});

describe("what is refused", () => {
  test.each([
    ["workbook -o x.xlsx", 2, "--from, --to"],
    ["workbook -o x.xlsx --from 2026-01-01T00:00Z", 2, "--to"],
    [`${line} --to 2025-01-01T00:00Z`, 2, "--to"],
    [line.replace("2026-07-01", "2025-07-01"), 2, "--from (2026-01-01T00:00Z) is not before"],
    [line.replace("2026-07-01", "2226-07-01"), 2, "more than 100 years apart"],
    [line.replace("japan", "japn"), 2, "japan"],
    [line.replace("2026-07-01T00:00Z", "2026-01-01T00:01Z").replace("japan", "emea"), 2, "has no open time from"],
    [`${line} --rows many`, 2, "0 to 100,000"],
    [`${line} --rows 100001`, 2, "0 to 100,000"],
    [`${line} --json`, 2, "xlsx"],
    [line.replace("x.xlsx", "x.csv"), 2, "csv"],
  ])("%s", async (words, code, says) => {
    const outcome = await type(wordsOf(words));
    expect([outcome.code, outcome.stderr]).toEqual([code, expect.stringContaining(says)]);
    expect(outcome.writtenBytes).toEqual({});
  });

  test("a calendar of more rows than a sheet holds", async () => {
    const dataset = JSON.parse(readFileSync("src/data/bundled/adobe-experience-cloud-2022.json", "utf8"));
    const hours = Object.fromEntries(
      ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => [
        day,
        Array.from({ length: 22 }, (_, hour) => [
          `${String(hour).padStart(2, "0")}:00`,
          `${String(hour).padStart(2, "0")}:30`,
        ]),
      ]),
    );
    for (const id of Object.keys(dataset.regions)) dataset.regions[id].hours = hours;
    const files = { "own.json": JSON.stringify({ ...dataset, id: "own" }) };
    const words = "workbook --from 2000-01-01T00:00Z --to 2090-01-01T00:00Z -o x.xlsx --dataset own.json";
    const { code, stderr } = await type(wordsOf(words), { files });
    expect([code, stderr]).toEqual([2, expect.stringContaining("Use a shorter --from and --to")]);
  });
});
