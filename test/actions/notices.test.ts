/**
 * Where each assumption and warning is found: in the text, in JSON, on stderr with and without -q. The table has every code of the
 * unions, so a new one without a place does not compile.
 */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type CommandName, commands } from "../../src/options.js";
import type { Assumption, Warning } from "../../src/report.js";
import { batchFormats } from "../../src/tickets/names.js";
import { ZipWriter } from "../../src/xlsx/zip-writer.js";
import { type Setting, type, wordsOf } from "../terminal.js";

type Code = Assumption["code"] | Warning["code"];

/** Where a code or its sentence is found: stdout in text and in JSON; stderr with text, with a bare format, with JSON, and with -q. */
interface Place {
  readonly text: boolean;
  readonly json: boolean;
  readonly stderr: boolean;
  readonly bare: boolean;
  readonly stderrOfJson: boolean;
  readonly quiet: boolean;
}

const standing: Place = { text: true, json: true, stderr: false, bare: false, stderrOfJson: false, quiet: false };
const guess: Place = { text: true, json: true, stderr: false, bare: true, stderrOfJson: false, quiet: true };
const guessAsWarning: Place = { text: false, json: true, stderr: true, bare: true, stderrOfJson: false, quiet: true };
const remark: Place = { text: false, json: true, stderr: true, bare: true, stderrOfJson: false, quiet: false };
const settings: Place = { text: false, json: true, stderr: true, bare: true, stderrOfJson: true, quiet: true };
/** In the text of the commands that choose between plans. */
const superseded: Place = standing;

interface Case {
  readonly place: Place;
  readonly line: string;
  /** What the sentence says; the code for an assumption unless given. */
  readonly says?: string;
  /** A format that carries no notices; undefined where the command has none. */
  readonly bare?: string;
  readonly setting?: Setting;
}

const project = "/nowhere/project/support-cli.json";
const ticket = "deadline -p business -r emea --opened 2026-11-20T16:40Z --now 2026-11-20T17:00Z";
const csv = (header: string, ...rows: readonly string[]): Setting => ({
  files: { "t.csv": `${header}\n${rows.join("\n")}\n` },
  now: "2026-11-22T09:00:00Z",
});
/** A workbook of one ticket that ends with the cell of its response. */
function workbookOf(opened: string, responded: string): Buffer {
  const row = (texts: readonly string[]) =>
    texts.map((value) => `<c t="inlineStr"><is><t>${value}</t></is></c>`).join("");
  const head = row(["id", "priority", "opened", "responded"]);
  const zip = new ZipWriter();
  zip.add("xl/workbook.xml", '<workbook><sheets><sheet name="One" r:id="r1"/></sheets></workbook>');
  zip.add("xl/_rels/workbook.xml.rels", '<Relationship Id="r1" Target="worksheets/s.xml"/>');
  zip.add(
    "xl/worksheets/s.xml",
    `<sheetData><row>${head}</row><row>${row(["1", "P2", opened])}${responded}</row></sheetData>`,
  );
  zip.finish();
  return Buffer.from(zip.take());
}

const withBundledId = JSON.stringify({
  ...JSON.parse(readFileSync("fixtures/datasets/minimal.json", "utf8")),
  id: "adobe-success-plans",
});
const audit = "audit t.csv -p business -r emea";
const answered = csv("id,priority,opened,responded", "1,P2,2026-11-20T10:00Z,2026-11-20T10:30Z");

/** Only `workbook` has it, which writes no text: test/commands/workbook.test.ts tests it. */
type OfWorkbooks = "customer-regions-left-out";

const cases: Readonly<Record<Exclude<Code, OfWorkbooks>, Case>> = {
  "region-zone": { place: standing, line: `${ticket} -P P2`, bare: "csv" },
  weekdays: { place: standing, line: `${ticket} -P P2`, bare: "csv" },
  "no-holidays": { place: standing, line: `${ticket} -P P2`, bare: "csv" },
  "holiday-source": { place: standing, line: `${ticket} -P P2 --holidays GB-ENG`, bare: "csv" },
  "clock-start": {
    place: standing,
    line: "deadline -p business -r emea -P P2 --opened 2026-11-20T23:00Z --now 2026-11-21T00:00Z",
    bare: "csv",
  },
  "clock-prioritised": {
    place: standing,
    line: "deadline --dataset fixtures/datasets/customer.json -P P1 --tz UTC --opened 2026-11-20T23:00Z",
    bare: "csv",
    setting: { files: { "fixtures/datasets/customer.json": readFileSync("fixtures/datasets/customer.json", "utf8") } },
  },
  "24x5-window": { place: standing, line: `${ticket} -P P2 -p enterprise`, bare: "csv" },
  "day-count-rule": { place: standing, line: `${ticket} -P P4`, bare: "csv" },
  "shown-zone": { place: standing, line: "deadline -P P1 --opened 2026-11-20T16:40Z", bare: "csv" },
  unanswered: { place: standing, line: audit, bare: "csv", setting: answered },
  "rounded-percentiles": {
    place: standing,
    line: "audit t.csv -p business",
    bare: "csv",
    setting: csv(
      "id,priority,opened,responded",
      ...["11-05T10:30:01Z", "11-12T10:30:03Z", "11-19T10:30:05Z"].map(
        (end, i) => `${i},P1,2026-10-20T10:00Z,2026-${end}`,
      ),
    ),
  },
  "budget-any": { place: standing, line: "recommend --contacts 3" },
  "clock-as-planned": { place: standing, line: "recommend --within P2=2h" },
  "shortest-day": { place: standing, line: "recommend --within P4=8h@business-hours" },
  "few-tickets": { place: guess, line: "recommend --tickets t.csv -r emea", setting: answered },
  "measured-needs": { place: standing, line: "recommend --tickets t.csv -r emea", setting: answered },
  "date-from-now": {
    place: guess,
    line: "deadline -P P1 --opened 08:00 --tz UTC",
    bare: "epoch",
    setting: { now: "2026-11-22T09:00:00Z" },
  },
  "system-zone": { place: guess, line: "deadline -P P1 --opened 2026-11-20T16:40", bare: "epoch" },
  "unknown-system-zone": {
    place: guess,
    line: "deadline -P P1 --opened 2026-11-20T16:40Z",
    bare: "epoch",
    setting: { zone: null, env: { TZ: "JST-9" } },
  },
  "export-zone": {
    place: guess,
    line: audit,
    bare: "csv",
    setting: csv("Id,Priority,created_at,First reply time in minutes", "1,high,2026-11-20 10:00,30"),
  },
  preset: {
    place: guess,
    line: audit,
    bare: "csv",
    setting: csv(
      "Case Number,Priority,Date/Time Opened,First Response Date",
      "1,High,2026-11-20T10:00Z,2026-11-20T10:30Z",
    ),
  },
  "column-guess": {
    place: guess,
    line: audit,
    bare: "csv",
    setting: csv("Number,priority,opened,responded", "1,P2,2026-11-20T10:00Z,2026-11-20T10:30Z"),
  },
  "number-times": {
    place: guess,
    line: audit,
    bare: "csv",
    setting: csv("id,priority,opened,responded", "1,P2,1763624400,2026-11-20T10:30Z"),
  },
  "date-only": {
    place: guess,
    line: `${audit} --date-only start --tz UTC`,
    bare: "csv",
    setting: csv("id,priority,opened,responded", "1,P2,2026-11-20,2026-11-20T10:30Z"),
  },
  "closed-counts-as-response": {
    place: standing,
    line: audit,
    bare: "csv",
    setting: csv(
      "id,priority,opened,responded,closed",
      "1,P2,2026-11-20T10:00Z,,2026-11-20T10:30Z",
      "2,P2,2026-11-20T10:00Z,2026-11-20T10:30Z,",
    ),
  },
  "date-order": {
    place: guess,
    line: `${audit} --tz UTC`,
    bare: "csv",
    setting: csv("id,priority,opened,responded", "1,P2,20/11/2026 10:00,20/11/2026 10:30"),
  },
  "no-response-column": {
    place: guess,
    line: "recommend --tickets t.csv -r emea",
    setting: csv("id,priority,opened,First Response", "1,P2,2026-11-20T10:00Z,2026-11-20T10:30Z"),
  },
  "project-settings": {
    place: settings,
    line: `${ticket} -P P1`,
    bare: "iso",
    setting: { files: { [project]: '{"dataset": "adobe-experience-cloud-2022"}' } },
  },
  "local-time-gap": {
    place: guessAsWarning,
    line: "deadline -P P1 --opened 2026-03-08T02:30 --tz America/New_York",
    says: "does not exist in America/New_York",
    bare: "epoch",
  },
  "local-time-overlap": {
    place: guessAsWarning,
    line: "deadline -P P1 --opened 2026-11-01T01:30 --tz America/New_York",
    says: "occurs twice in America/New_York",
    bare: "epoch",
  },
  "doubtful-local-times": {
    place: guessAsWarning,
    line: `${audit} --tz America/New_York`,
    says: "in a clock change in America/New_York",
    bare: "csv",
    setting: csv("id,priority,opened,responded", "1,P2,2026-11-01T01:30,2026-11-01T02:30"),
  },
  "column-names": {
    place: { ...remark, json: false },
    line: "deadline -p business --input t.csv",
    says: "the added columns are named sla_deadline, sla_status and sla_error",
    bare: "csv",
    setting: csv("id,priority,opened,status", "1,P1,2026-11-01T01:30Z,open"),
  },
  "skipped-lines": {
    place: remark,
    line: audit,
    says: "Skipped 1 line before the header",
    bare: "csv",
    setting: csv("Cases", "id,priority,opened,responded", "1,P2,2026-11-20T10:00Z,2026-11-20T10:30Z"),
  },
  "unstored-formulas": {
    place: guessAsWarning,
    line: "deadline -p business -r emea --input t.xlsx",
    says: "1 cell of responded has a formula without a stored result, which is read as empty.",
    bare: "csv",
    setting: { files: { "t.xlsx": workbookOf("2026-11-20T10:00Z", "<c><f>C2+1/24</f></c>") } },
  },
  "undecodable-text": {
    place: remark,
    line: audit,
    says: "1 row has bytes that are not text in the file's encoding, first on line 2.",
    bare: "csv",
    setting: {
      files: {
        "t.csv": Buffer.from(
          "id,priority,opened,responded,x\n1,P2,2026-11-20T10:00Z,2026-11-20T10:30Z,caf\xe9\n",
          "latin1",
        ),
      },
    },
  },
  "escaped-cells": {
    place: { ...remark, json: false },
    line: "deadline -p business --input t.csv",
    says: "1 cell that a spreadsheet would run as a formula has an apostrophe in front.",
    bare: "csv",
    setting: csv("id,priority,opened,x", "1,P1,2026-11-01T01:30Z,=1+1"),
  },
  "unmatched-conditions": {
    place: guessAsWarning,
    line: "deadline -p business --input t.csv --events --responded-when state=Actve",
    says: "No event has state=actve. Check --responded-when and --pause-when.",
    bare: "csv",
    setting: csv("id,priority,at,state", "1,P1,2026-11-01T01:30Z,Active"),
  },
  "no-regions": {
    place: guessAsWarning,
    line: "hours --dataset cloudflare-support",
    says: "Dataset cloudflare-support has no regions, so there are no hours to show.",
    bare: "csv",
  },
  "unmatched-values": {
    place: remark,
    line: "deadline -p business --input t.csv --where state=Actve,Active --closed-when 'state=Dnoe'",
    says: "No ticket has state=actve or state=dnoe. Check --where and --closed-when: a value is a cell of the file, or an id.",
    bare: "csv",
    setting: csv("id,priority,opened,state", "1,P1,2026-11-01T01:30Z,Active"),
  },
  "holidays-unconfirmed": {
    place: guessAsWarning,
    line: `${ticket} -P P2 --holidays TH`,
    says: "give its dates in a file, as in --holidays dates.txt",
    bare: "csv",
  },
  "holidays-parts": {
    place: guessAsWarning,
    line: `${ticket} -P P2 --holidays FR`,
    says: "FR has parts with other holidays: ",
    bare: "csv",
  },
  "holidays-left-out": {
    place: guessAsWarning,
    line: "hours --holidays JP --now 2026-11-20T16:40Z",
    says: "Holidays of JP are not applied to",
    bare: "csv",
  },
  "what-if-left-out": {
    place: remark,
    line: "audit t.csv --dataset github-premium-support --dataset auth0-support -p premium --now 2026-11-23T00:00Z",
    says: "Plans of auth0-support that count business time are not compared",
    bare: "csv",
    setting: {
      files: { "t.csv": "id,priority,opened,responded\n1,urgent,2026-11-20T10:00Z,2026-11-20T10:10Z\n" },
    },
  },
  "no-target": {
    place: remark,
    line: "deadline --dataset github-premium-support -p premium -P low --now 2026-11-23T00:00Z",
    says: "Plan premium has no target for priority low.",
    bare: "iso",
  },
  "opened-in-future": {
    place: remark,
    line: "deadline -P P1 --opened 2026-11-23T00:00Z",
    says: "opening time is in the future",
    bare: "iso",
  },
  "bundled-id": {
    place: remark,
    line: "compare --dataset own.json",
    says: "has the id of a bundled one, adobe-success-plans",
    bare: "csv",
    setting: { files: { "own.json": withBundledId } },
  },
  superseded: { place: superseded, line: "compare", says: "covers the plans before", bare: "csv" },
};

describe("notices", () => {
  test.each(Object.entries(cases))(
    "%s has its place",
    async (code, { line, says = `[${code}]`, bare, setting, place }) => {
      const run = async (flags: string) => {
        const outcome = await type([...wordsOf(line), ...wordsOf(flags)], setting);
        expect(outcome.code, outcome.stderr).toBeLessThan(2);
        // Text is wrapped.
        return { stdout: outcome.stdout.replace(/\n */g, " "), stderr: outcome.stderr };
      };
      const countIn = (text: string) => text.split(says).length - 1;
      const text = await run("");
      expect(countIn(text.stdout), "text").toBe(Number(place.text));
      expect(countIn(text.stderr), "stderr").toBe(Number(place.stderr));
      const json = await run("--json");
      expect(JSON.stringify(JSON.parse(json.stdout)).includes(`"code":"${code}"`), "json").toBe(place.json);
      expect(countIn(json.stderr), "stderr of json").toBe(Number(place.stderrOfJson));
      expect(countIn((await run("--json -q")).stderr), "stderr of json with -q").toBe(Number(place.quiet));
      const quiet = await run("-q");
      expect([countIn(quiet.stdout), countIn(quiet.stderr)], "-q").toEqual([0, Number(place.quiet)]);
      if (bare === undefined) return;
      const rows = await run(`--format ${bare}`);
      expect([countIn(rows.stdout), countIn(rows.stderr)], bare).toEqual([0, Number(place.bare)]);
      expect(countIn((await run(`--format ${bare} -q`)).stderr), `${bare} with -q`).toBe(Number(place.quiet));
    },
  );
});

describe("a dataset that is out of date", () => {
  const says = "covers the plans before";
  const files = answered.files ?? {};
  const oneTicket = `${ticket} -P P2`;

  test("is named once, with the plans there are now, in the text of compare and recommend", async () => {
    for (const line of [
      "compare",
      "compare --all --only-differences",
      "recommend --contacts 3",
      "compare --format markdown",
    ]) {
      const { stdout, stderr } = await type(wordsOf(line));
      const all = `${stdout}${stderr}`.replace(/\n */g, " ");
      expect(all.split(says), line).toHaveLength(2);
      expect(all).toContain(
        "The current plans are Expert and Ultimate (Adobe Success Plans); compare them with --dataset adobe-success-plans.",
      );
    }
  });

  test.each([
    "compare -q",
    "compare --format csv",
    "compare --dataset adobe-experience-cloud-2022",
    "recommend --contacts 3 -q",
    oneTicket,
    `${oneTicket} -q`,
    `${oneTicket} --format csv`,
    `${oneTicket} --format html`,
    "hours",
    "hours --format ics",
    "elapsed -r emea --from 2026-11-20T16:00Z --to 2026-11-23T10:30Z",
    "audit t.csv -p business -r emea",
    "deadline --input t.csv -p business -r emea",
    "deadline --input t.csv -p business -r emea -q",
    "watch t.csv -p business -r emea",
    "sql --dialect duckdb -r japan --from 2026-11-01T00:00Z --to 2026-11-02T00:00Z",
    "dataset list",
  ])("is not named by %s", async (line) => {
    const { stdout, stderr } = await type(wordsOf(line), { files, seconds: 1 });
    expect(`${stdout}${stderr}`).not.toContain(says);
  });

  test("is not named where the environment or settings chose it", async () => {
    const id = "adobe-experience-cloud-2022";
    const user = "/nowhere/home/.config/support-cli/support-cli.json";
    for (const setting of [
      { env: { SUPPORT_CLI_DATASET: id } },
      { files: { [user]: `{"dataset": "${id}"}` } },
      { files: { [project]: `{"dataset": "${id}"}` } },
    ]) {
      const { stdout, stderr } = await type(["compare"], setting);
      expect(`${stdout}${stderr}`).not.toContain(says);
    }
  });

  test("is printed below a comparison, not above it", async () => {
    for (const line of ["compare --format html", "recommend --contacts 3 --format html"]) {
      const { stdout } = await type(wordsOf(line));
      expect(stdout.split(says)).toHaveLength(2);
      expect(stdout.indexOf(says)).toBeGreaterThan(stdout.lastIndexOf("</section>"));
    }
  });

  test("of one's own names its successor", async () => {
    const [from, to] = [
      '"schemaVersion": 1,',
      '"schemaVersion": 1, "validUntil": "2025-01-01", "supersededBy": "next",',
    ];
    const own = readFileSync("fixtures/datasets/aws.json", "utf8").replace(from, to);
    const { stdout } = await type(wordsOf("compare --dataset own.json --json"), { files: { "own.json": own } });
    expect(JSON.parse(stdout).warnings[0].text).toMatch(
      /covers the plans before 2025-01-01 and was superseded by next \(--dataset next\)\.$/,
    );
  });
});

describe("a guess is not silent", () => {
  const noColumn = "id,priority,region,opened,First Response\n1,P2,emea,2026-11-20T10:00Z,2026-11-20T10:30Z\n";

  test.each([
    ["deadline --input t.csv -p business", []],
    ["deadline --input t.csv -p business -q", []],
    ["watch t.csv -p business", []],
    ["watch t.csv -p business -q", []],
  ])("%s reports the missing column of responses, and names one that looks like it", async (line) => {
    const { stderr } = await type(wordsOf(line), { files: { "t.csv": noColumn }, seconds: 1 });
    expect(stderr).toContain(
      'every ticket is assumed to be unanswered. Likely column: First Response. Map it with --map responded="First Response". [no-response-column]',
    );
  });

  test("watch reports it on a terminal too, however it ends", async () => {
    for (const later of [undefined, { 2: (press: (key: string) => void) => press("q") }]) {
      const screen = { files: { "t.csv": noColumn }, columns: 200, rows: 10, seconds: 4, ...(later && { later }) };
      const { stderr, code } = await type(wordsOf("watch t.csv -p business --color never"), screen);
      expect(code).toBe(later ? 0 : 130);
      expect(stderr.split("[no-response-column]")).toHaveLength(2);
    }
  });

  test.each([
    ["first_response_at", true],
    ["Answered at", true],
    ["初回応答日時", true],
    ["Erste Antwort", true],
    ["Time to first response", false],
    ["Reply time (min)", false],
    ["Response target", false],
    ["Summary", false],
  ])("a header %s looks like a response: %s", async (header, isLikely) => {
    const files = { "t.csv": noColumn.replace("First Response", header) };
    const { stderr } = await type(wordsOf("deadline --input t.csv -p business"), { files });
    expect(stderr).toContain("[no-response-column]");
    expect(stderr.includes(`--map responded="${header}"`)).toBe(isLikely);
    const audited = await type(wordsOf("audit t.csv -p business"), { files });
    expect(audited.code).toBe(3);
    expect(audited.stderr.includes(`--map responded="${header}"`)).toBe(isLikely);
  });

  test("a key that lines of JSON lack at first is a column once it comes", async () => {
    const row = (id: number, more = {}) => JSON.stringify({ id, priority: "P1", opened: "2026-11-20T10:00Z", ...more });
    const run = (text: string) => type(wordsOf("deadline --input t.jsonl -p business"), { files: { "t.jsonl": text } });
    const late = `${`${row(1)}\n`.repeat(2000)}${row(2, { responded: "2026-11-20T10:05Z" })}\n`;
    expect((await run(late)).stderr).not.toContain("[no-response-column]");
    expect((await run(`${row(1)}\n${row(2)}\n`)).stderr).toContain("[no-response-column]");
  });

  test("a column of responses without any response is a column", async () => {
    const { stderr } = await type(wordsOf("deadline --input t.csv -p business"), {
      files: { "t.csv": "id,priority,opened,responded\n1,P1,2026-11-20T10:00Z,\n" },
    });
    expect(stderr.split("\n")).toEqual([
      "1 ticket.",
      "  File: t.csv, CSV, separated by commas",
      "  Columns: id, priority, opened, responded",
      "  Priorities: P1 (1)",
      "  Times: opened: own offsets; responded: own offsets",
      "  Opened: 2026-11-20T10:00:00Z to 2026-11-20T10:00:00Z",
      "  Without a response: 1 row",
      "",
    ]);
  });

  test.each([
    ["dmy", "05/11/2026 10:00,20/11/2026 10:00", "20/11/2026 10:00 in column Closed first"],
    ["mdy", "11/20/2026 10:00,11/21/2026 10:00", "11/20/2026 10:00 in column Opened on"],
  ])("dates read as %s", async (order, times, evidence) => {
    const files = { "t.csv": `id,priority,Opened on,Closed first\n1,P1,${times}\n` };
    const line =
      'deadline --input t.csv -p business --map "opened=Opened on" --map "responded=Closed first" --tz UTC -q';
    const run = (flags = "") => type([...wordsOf(line), ...wordsOf(flags)], { files });
    const { stderr } = await run();
    expect(stderr).toContain(`(${order}), the only order that fits ${evidence}`);
    expect(stderr).toContain("[date-order]");
    expect((await run(`--date-order ${order}`)).stderr).toBe("");
  });

  test("an order of dates that makes no difference is no guess", async () => {
    const files = { "t.csv": "id,priority,opened,responded\n1,P1,11/11/2026 10:00,11/11/2026 10:30\n" };
    expect((await type(wordsOf("deadline --input t.csv -p business --tz UTC -q"), { files })).stderr).toBe("");
  });

  test("--now without an offset is read in the system's zone, and a change of clocks in it is named", async () => {
    const line = "deadline -p business -P P1 --opened 2026-11-01T00:00Z --now 2026-11-01T01:30 -q";
    const { stderr } = await type(wordsOf(line), { zone: "America/New_York" });
    expect(stderr).toContain("--now 2026-11-01T01:30 occurs twice in America/New_York");
    expect(stderr).toContain("[system-zone]");
    expect((await type(wordsOf(line), { env: { SUPPORT_CLI_TZ: "Europe/London" } })).stderr).toBe("");
  });

  test("rows on stdout leave guesses on stderr, a report carries them", async () => {
    const files = { "t.csv": "id,priority,opened,responded\n1,P1,2026-11-20 10:00,\n" };
    const run = (flags: string) => type(wordsOf(`deadline --input t.csv -p business ${flags}`), { files });
    for (const flags of ["", "--format tsv", "--format jsonl", "--format ics", "-q", "--json -q"])
      expect((await run(flags)).stderr, flags).toContain("[system-zone]");
    const { stdout, stderr } = await run("--json");
    expect(stderr).toBe(
      [
        "1 ticket.",
        "  File: t.csv, CSV, separated by commas",
        "  Columns: id, priority, opened, responded",
        "  Priorities: P1 (1)",
        "  Times: opened: UTC (the system); responded: own offsets",
        "  Opened: 2026-11-20T10:00:00Z to 2026-11-20T10:00:00Z",
        "  Without a response: 1 row",
        "",
      ].join("\n"),
    );
    expect(JSON.parse(stdout).assumptions.map(({ code }: { code: string }) => code)).toContain("system-zone");
  });
});

describe("in every format of every command a guess is in the output or on stderr", () => {
  const lines: Readonly<Partial<Record<CommandName, string>>> = {
    compare: "compare",
    deadline: "deadline -P P1 --opened 2026-11-20T16:40Z",
    elapsed: "elapsed -r emea --from 2026-11-20T16:00Z --to 2026-11-20T17:00Z",
    hours: "hours emea",
    audit: "audit t.csv -p business -r emea",
    recommend: "recommend --contacts 3",
    sql: "sql --dialect duckdb -r japan --from 2026-11-01T00:00Z --to 2026-11-02T00:00Z",
    watch: "watch t.csv -p business -r emea",
  };
  const runs = Object.entries(lines).flatMap(([name, line]) =>
    commands[name as CommandName].formats.map((format) => [line, format] as const),
  );

  test.each([
    ...runs,
    ...batchFormats.map((format) => ["deadline --input t.csv -p business -r emea", format] as const),
  ])("%s --format %s", async (line, format) => {
    // A local --now is read in the system's zone, whatever the command.
    const flags = ["--now", "2026-11-22T09:00", "--format", format];
    const { stdout, stderr, code } = await type([...wordsOf(line), ...flags], {
      files: answered.files ?? {},
      seconds: 1,
    });
    expect([0, 130], stderr).toContain(code);
    expect(stdout.includes("system-zone") || stderr.includes("[system-zone]")).toBe(true);
    const quiet = await type([...wordsOf(line), ...flags, "-q"], { files: answered.files ?? {}, seconds: 1 });
    expect(quiet.stderr.split("[system-zone]")).toHaveLength(2);
  });
});

describe("a project's settings file", () => {
  const days = { "/nowhere/project/days.txt": "2026-11-23\n" };
  const line = `${ticket} -P P2`;
  const run = (text: string, flags = "", setting: Setting = {}) =>
    type([...wordsOf(line), ...wordsOf(flags)], { ...setting, files: { [project]: text, ...days, ...setting.files } });

  test.each(["", "-q", "--json", "--json -q", "--format csv", "-o due.html"])("is named with %j", async (flags) => {
    const { stderr, stdout, written } = await run('{"tz": "UTC", "holidays": "days.txt"}', flags);
    expect(stderr).toBe(
      `Note: holidays and tz are set in ${project}. Ignore that file with --no-config. [project-settings]\n`,
    );
    if (flags !== "--json" && flags !== "--json -q") expect(`${stdout}${written["due.html"]}`).not.toContain(project);
  });

  test.each([
    ["the flag beats it", '{"holidays": "days.txt"}', "--holidays GB-ENG", {}],
    ["the environment beats it", '{"tz": "UTC"}', "", { env: { SUPPORT_CLI_TZ: "UTC" } }],
    ["it is ignored", '{"holidays": "days.txt"}', "--no-config", {}],
    ["it supplies nothing else that is hidden", '{"lang": "en", "plan": "business", "region": "emea"}', "", {}],
  ])("is not named where %s", async (_, text, flags, setting) => {
    expect((await run(text, `${flags} -q`, setting)).stderr).toBe("");
  });

  test("is not named where it is the user's own, or has no part in the command", async () => {
    const user = "/nowhere/home/.config/support-cli/support-cli.json";
    expect((await type(wordsOf(`${line} -q`), { files: { [user]: '{"tz": "UTC"}' } })).stderr).toBe("");
    expect((await type(wordsOf("compare -q"), { files: { [project]: '{"holidays": "JP"}' } })).stderr).toBe("");
  });

  test("is named in a folder above, and by every command that reads a dataset", async () => {
    const above = {
      folder: "/nowhere/project/a/b",
      files: { [project]: '{"dataset": "adobe-success-plans"}', ...answered.files },
    };
    for (const command of [
      "compare",
      "hours",
      "dataset show",
      "recommend --contacts 3",
      "elapsed -r emea --from 2026-11-20T16:00Z --to 2026-11-20T17:00Z",
      "audit t.csv -p expert -r emea",
      "deadline --input t.csv -p expert -r emea",
      "watch t.csv -p expert -r emea",
    ])
      expect((await type(wordsOf(`${command} -q`), { ...above, seconds: 1 })).stderr, command).toContain(
        `dataset is set in ${project}`,
      );
  });

  test("is not added to an error, which is one object in JSON", async () => {
    const { stderr, code } = await run('{"tz": "UTC"}', "--json --priority P2 --pause never/now");
    expect(code).toBe(2);
    expect(JSON.parse(stderr).error.code).toBe("bad-time");
  });
});

describe("a dataset from a file", () => {
  const own = JSON.stringify({
    ...JSON.parse(readFileSync("fixtures/datasets/aws.json", "utf8")),
    id: "adobe-success-plans",
  });
  const datasetOf = async (line: string, files: Readonly<Record<string, string>>) => {
    const { stdout, stderr, code } = await type(wordsOf(line), { files });
    expect(code, stderr).toBe(0);
    return JSON.parse(stdout).dataset;
  };

  test("differs from a bundled one in JSON by its path, whatever its id", async () => {
    for (const line of ["compare", "hours", "dataset show", "config show"])
      expect(await datasetOf(`${line} --dataset own.json --json`, { "own.json": own }), line).toMatchObject({
        id: "adobe-success-plans",
        path: "own.json",
      });
    expect(await datasetOf("dataset validate own.json --json", { "own.json": own })).toMatchObject({
      path: "own.json",
    });
    const settings = { [project]: '{"dataset": "own.json"}', "/nowhere/project/own.json": own };
    expect(await datasetOf("compare --json", settings)).toMatchObject({ path: "/nowhere/project/own.json" });
  });

  test("that is bundled has no path, in whatever case it is named", async () => {
    for (const flags of ["", "--dataset adobe-success-plans", "--dataset Adobe-Success-Plans"])
      expect(Object.keys(await datasetOf(`compare ${flags} --json`, {}))).toEqual(["id", "version"]);
  });
});
