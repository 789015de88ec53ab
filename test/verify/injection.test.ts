/**
 * Texts made to harm, in every place that a user's data or command line can put them: each form of output is held to the same output
 * with a harmless text in their place, so that a text stays a text and adds no line, cell, tag, link or control.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { type CommandName, commands, type Format, optionSpecs } from "../../src/options.js";
import { escapeControls } from "../../src/render/text/sanitize.js";
import { unescapeXml } from "../../src/xlsx/sheet-text.js";
import { dataOffset, readZipDirectory } from "../../src/xlsx/zip-reader.js";
import { parseCsv } from "../parse-csv.js";
import { type Outcome, type } from "../terminal.js";
import { faultsOf } from "./fuzz/check.js";

const corpus = JSON.parse(readFileSync("fixtures/hostile/texts.json", "utf8")) as Readonly<
  Record<string, readonly string[]>
>;
const kinds = Object.entries(corpus);
/** Every text in every place, or with `npm test` some of each kind. */
const isWhole = process.env.WHOLE === "1";
const someOf = (texts: readonly string[]) => texts.filter((_, i) => isWhole || i % 6 === 0);
let tried = 0;
afterAll(() => {
  const { length } = kinds.flatMap(([, texts]) => texts);
  if (isWhole) console.log(`injection: ${tried} outputs with hostile texts of ${length}`);
  // Where the figures are wanted.
  if (process.env.INJECTION)
    writeFileSync(process.env.INJECTION, `${JSON.stringify({ texts: length, outputs: tried })}\n`);
});

/** A dataset all of whose texts come from `next`; ids cannot be hostile, as the schema refuses them. */
function datasetOf(next: () => string): string {
  const text = () => ({ en: next() });
  let aliases = 0;
  // No two entries may go by one name.
  const alias = () => `${next()} ${++aliases}`;
  const plan = (rank: number, paid: boolean) => ({
    name: text(),
    description: text(),
    aliases: [alias()],
    rank,
    paid,
    source: "book",
  });
  return JSON.stringify({
    schemaVersion: 1,
    id: "hostile",
    version: next(),
    title: text(),
    description: text(),
    sources: { book: { title: next(), url: next(), edition: next(), confidence: "high" } },
    plans: { low: plan(1, false), high: plan(2, true) },
    candidates: ["low", "high"],
    priorities: {
      P1: { name: text(), label: text(), portalName: text(), definition: text(), aliases: [alias()] },
      P2: { name: text(), definition: text() },
    },
    targets: {
      low: { P1: { clock: "24x7", amount: 2, unit: "hours" }, P2: { clock: "business-days", amount: 1, unit: "days" } },
      high: {
        P1: { clock: "24x7", amount: 1, unit: "hours" },
        P2: { clock: "business-hours", amount: 4, unit: "hours" },
      },
    },
    regions: {
      here: {
        name: text(),
        zone: "Asia/Tokyo",
        zoneAssumed: true,
        zoneReason: text(),
        hours: { mon: [["09:00", "17:00"]], tue: [["09:00", "17:00"]] },
        languages: ["en"],
      },
    },
    languages: { en: { name: text() } },
    products: { shop: { name: text() } },
    groups: { all: { name: text() } },
    features: {
      phone: {
        group: "all",
        name: text(),
        description: text(),
        kind: "flag",
        values: { low: false, high: true },
        source: "book",
      },
      people: { group: "all", name: text(), kind: "count", values: { low: 1, high: 2 }, answers: "contacts" },
    },
    notes: [
      { id: "first", title: text(), text: text(), url: next(), appliesTo: {} },
      { id: "second", kind: "condition", text: text(), appliesTo: { features: ["phone"] } },
      { id: "third", kind: "exclusion", text: text(), appliesTo: { languages: ["en"], products: ["shop"] } },
    ],
  });
}

const csvCell = (text: string) => `"${text.replaceAll('"', '""')}"`;

function filesOf(next: () => string): Readonly<Record<string, string>> {
  return {
    "d.json": datasetOf(next),
    "days.txt": ["2026-11-23", "2026-11-24", "2026-12-01"]
      .map((day, i) => `${day} ${i} ${next().replace(/[\r\n]+/g, " ")}`)
      .join("\n"),
    "tickets.csv": `id,priority,opened,responded,subject\n${[1, 2, 3].map((n) => [`${next()} ${n}`, `P${n}`, "2026-11-23T10:00Z", n === 1 ? "2026-11-23T20:00Z" : "", next()].map(csvCell).join(",")).join("\n")}\n`,
    "tickets.jsonl": [1, 2, 3]
      .map((n) =>
        JSON.stringify({
          id: `${next()} ${n}`,
          priority: n === 3 ? next() : `P${n}`,
          opened: "2026-11-23T10:00Z",
          responded: "2026-11-23T20:00Z",
          [next()]: next(),
        }),
      )
      .join("\n"),
  };
}

const lines: Readonly<Partial<Record<CommandName, readonly string[]>>> = {
  compare: [],
  deadline: ["-P", "P2", "-r", "here", "--opened", "2026-11-20T00:00Z", "--holidays", "days.txt", "--explain"],
  elapsed: [
    "-r",
    "here",
    "--from",
    "2026-11-20T00:00Z",
    "--to",
    "2026-11-25T00:00Z",
    "--holidays",
    "days.txt",
    "--explain",
  ],
  hours: ["--holidays", "days.txt"],
  recommend: ["--need", "phone", "--contacts", "2", "--within", "P2=4h", "--language", "en", "--product", "shop"],
  audit: ["tickets.csv", "-p", "low", "-r", "here"],
  dataset: ["show"],
};
const outputs = Object.entries(lines).flatMap(([name, words]) =>
  // A workbook is no text; its cells are below.
  commands[name as CommandName].formats
    .filter((format: Format) => format !== "xlsx")
    .map((format: Format) => ({
      name: `${name} --format ${format}`,
      format,
      line: [name, ...words, "--dataset", "d.json", "--format", format],
    })),
);

const harmless = "Harmless";
const usual = new Map<string, Outcome>();
async function usualOutput(line: readonly string[]): Promise<Outcome> {
  const key = line.join(" ");
  const known = usual.get(key);
  if (known) return known;
  const made = await type(line, { files: filesOf(() => harmless) });
  usual.set(key, made);
  return made;
}

/** Each text of a kind takes each place in turn, by starting the round of places one text later each time. */
function* rounds(texts: readonly string[]): Generator<() => string> {
  for (let first = 0; first < (isWhole ? texts.length : 1); first += 6) {
    let at = first;
    yield () => texts[at++ % texts.length] as string;
  }
}

const formula = /^[\s\p{Cc}]*[=+\-@＝＋－＠]/u;
/** What a spreadsheet shows as it is: a signed number, a dash alone, and epoch seconds. */
const shownAsIs = /^\s*(?:[+-]\d+(?:[.,]\d+)*(?:e[+-]?\d+)?|-|@-?\d+(?:\.\d+)?)\s*$/i;

/** What of an output may not depend on a text in it. */
const shapes: Readonly<Partial<Record<Format, (output: string) => unknown>>> = {
  csv: (output) => rowsOf(output, ","),
  tsv: (output) => rowsOf(output, "\t"),
  // The markup a reader of Markdown sees: what starts each line, and every mark that is not escaped.
  markdown: (output) =>
    output.split("\n").map((line) => {
      const block = /^(?:#+ |(?:- )+|\| |```|\d+[.)] |> |[-=]+$)?/.exec(line)?.[0];
      const marks = line.replace(/\\.|&(?:amp|lt|gt);/g, "").replace(/(&#?\w+;)|[^`*_[\]<>|~$]/g, "$1");
      return `${block}${marks}`;
    }),
  html: (output) => output.match(/<[^>]*>/g)?.map((tag) => tag.replace(/"[^"]*"/g, "")),
  json: (output) => keysOf(JSON.parse(output)),
  ics: (output) =>
    output
      .replaceAll("\r\n ", "")
      .split("\r\n")
      .map((line) => /^[A-Z-]+(?=[:;])/.exec(line)?.[0]),
};

function rowsOf(output: string, delimiter: string): number[] {
  return parseCsv(output, delimiter).map((row) => row.length);
}

function keysOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.entries(value).map(([key, inner]) => [key, keysOf(inner)]);
}

describe.each(kinds)("%s texts in a dataset, holidays and tickets", (kind, texts) => {
  test.each(outputs)("$name", async ({ format, line }) => {
    const expected = await usualOutput(line);
    expect(expected.code, expected.stderr).toBeOneOf([0, 3]);
    for (const next of rounds(texts)) {
      const files = filesOf(next);
      const outcome = await type(line, { files });
      tried++;
      const { code, stdout, stderr } = outcome;
      expect(code, stderr).toBe(expected.code);
      if (format !== "ics") expect(faultsOf({ argv: line, setting: { files } }, outcome)).toEqual([]);
      else expect(stdout.replaceAll("\r\n", "")).not.toMatch(/(?!\t)\p{Cc}/u);
      const shape = shapes[format];
      if (shape) expect(shape(stdout), kind).toEqual(shape(expected.stdout));
      if (format === "csv" || format === "tsv") {
        const cells = parseCsv(stdout, format === "csv" ? "," : "\t").flat();
        expect(cells.filter((cell) => formula.test(cell) && !shownAsIs.test(cell))).toEqual([]);
      }
    }
  });

  test("JSON gives every text back as it was", async () => {
    for (const text of someOf(texts)) {
      const { stdout } = await type(["dataset", "show", "--json", "--dataset", "d.json"], {
        files: filesOf(() => text),
      });
      tried++;
      expect(JSON.parse(stdout).document).toMatchObject({
        title: { en: text },
        version: text,
        notes: [{ title: { en: text } }, {}, {}],
      });
    }
  });

  test.each(["csv", "json", "jsonl", "tsv"])("tickets out as %s: every row, and no cell that runs", async (format) => {
    for (const next of rounds(texts)) {
      for (const input of ["tickets.csv", "tickets.jsonl"]) {
        const line = [
          "deadline",
          "--input",
          input,
          "-p",
          "low",
          "-r",
          "here",
          "--dataset",
          "d.json",
          "--format",
          format,
        ];
        const { code, stdout, stderr } = await type(line, { files: filesOf(next) });
        tried++;
        expect([0, 3], stderr).toContain(code);
        if (code === 3 && stdout === "") continue;
        if (format === "json") expect(JSON.parse(stdout).tickets.length).toBeGreaterThanOrEqual(3);
        else if (format === "jsonl")
          expect(
            stdout
              .trimEnd()
              .split("\n")
              .map((row) => typeof JSON.parse(row)),
          ).toEqual(["object", "object", "object"]);
        else {
          // The last cell of a row may be empty, and a tab before it is no blank to cut.
          const rows = parseCsv(stdout.replace(/\r?\n$/, ""), format === "csv" ? "," : "\t");
          expect(rows).toHaveLength(4);
          expect(new Set(rows.map((row) => row.length)).size).toBe(1);
          expect(rows.flat().filter((cell) => formula.test(cell) && !shownAsIs.test(cell))).toEqual([]);
        }
      }
    }
  });
});

/** The parts of a workbook by name. */
async function partsOf(bytes: Buffer): Promise<Readonly<Record<string, string>>> {
  const readAt = async (from: number, length: number) => bytes.subarray(from, from + length);
  const parts: Record<string, string> = {};
  for (const entry of (await readZipDirectory(readAt, bytes.length)) ?? []) {
    const from = await dataOffset(readAt, entry);
    parts[entry.name] = inflateRawSync(bytes.subarray(from, from + entry.compressedSize)).toString();
  }
  return parts;
}

/** The elements of a part without what is between them and in their attributes. */
const elementsOf = (xml: string) => xml.match(/<[^>]*>/g)?.map((tag) => tag.replace(/"[^"]*"/g, '""'));
/** The texts of the cells. */
const textsIn = (xml: string) => [...xml.matchAll(/<t [^>]*>([^<]*)<\/t>/g)].map(([, text = ""]) => unescapeXml(text));

const workbookLines: Readonly<Record<string, readonly string[]>> = {
  compare: ["compare", "--explain", "--notes", "all"],
  audit: ["audit", "tickets.csv", "-p", "low", "-r", "here", "--by", "subject"],
  "the rows of CSV": ["deadline", "--input", "tickets.csv", "-p", "low", "-r", "here"],
  "the rows of JSON lines": ["deadline", "--input", "tickets.jsonl", "-p", "low", "-r", "here"],
};

describe.each(kinds)("%s texts in a workbook", (kind, texts) => {
  test.each(Object.entries(workbookLines))("%s: texts as texts, no formula, no part more", async (name, words) => {
    const line = [...words, "--dataset", "d.json", "-o", "out.xlsx"];
    const made = async (next: () => string) => {
      const files = filesOf(next);
      const { code, stderr, writtenBytes } = await type(line, { files });
      tried++;
      expect([0, 3], stderr).toContain(code);
      return { files, parts: await partsOf(writtenBytes["out.xlsx"] ?? Buffer.alloc(0)) };
    };
    const expected = await made(() => harmless);
    for (const next of rounds(texts)) {
      const { parts } = await made(next);
      expect(Object.keys(parts), kind).toEqual(Object.keys(expected.parts));
      for (const [part, xml] of Object.entries(parts)) {
        // Cells are texts, numbers and dates: nothing in them is run, and no text becomes markup or leaves the file.
        expect(xml).not.toMatch(/<f[ >/]|<hyperlink|t="str"|TargetMode="External"|<!(?:DOCTYPE|ENTITY)/);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no place for these.
        expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
        // A file whose first column is empty or repeated has cells more or less; the sheets of the dataset do not.
        if (name === "compare") expect(elementsOf(xml), part).toEqual(elementsOf(expected.parts[part] as string));
      }
    }
  });

  test("workbook: the formulas are those of any other texts", async () => {
    const words = ["workbook", "-p", "low", "-r", "here", "--from", "2026-11-01", "--to", "2026-12-31"];
    const line = [...words, "--input", "tickets.csv", "--dataset", "d.json", "-o", "out.xlsx"];
    const formulasOf = async (next: () => string) => {
      const { code, stderr, writtenBytes } = await type(line, { files: filesOf(next) });
      tried++;
      expect([0, 3], stderr).toContain(code);
      const parts = Object.entries(await partsOf(writtenBytes["out.xlsx"] ?? Buffer.alloc(0)));
      expect(parts.length).toBeGreaterThan(5);
      return parts.map(([part, xml]) => [part, xml.match(/<f[ >][^<]*/g) ?? []]);
    };
    const expected = await formulasOf(() => harmless);
    expect(Math.max(...expected.map(([, formulas]) => formulas?.length ?? 0))).toBeGreaterThan(10);
    for (const next of rounds(texts)) expect(await formulasOf(next)).toEqual(expected);
  });

  test("the rows of CSV: a text is in its cell as it is in the file", async () => {
    for (const text of someOf(texts).filter((one) => !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(one) && one.trim() === one)) {
      const files = filesOf(() => text);
      const line = [...(workbookLines["the rows of CSV"] ?? []), "--dataset", "d.json", "-o", "out.xlsx"];
      const { writtenBytes } = await type(line, { files });
      const parts = await partsOf(writtenBytes["out.xlsx"] ?? Buffer.alloc(0));
      const written = new Set([text, ...[1, 2, 3].map((n) => `${text} ${n}`)]);
      const found = textsIn(parts["xl/worksheets/sheet1.xml"] ?? "");
      expect(found.filter((one) => written.has(one))).toHaveLength(6);
    }
  });
});

describe.each(kinds)("%s texts on the command line", (_, texts) => {
  const flags = Object.entries(optionSpecs).filter(([, { flags }]) => /[<]/.test(flags));
  test("as the value of every option, as a command and as an argument: a message without a control, in text and JSON", async () => {
    for (const [index, text] of someOf(texts).entries()) {
      const words = [
        ...flags
          .filter((_, i) => i % 4 === index % 4)
          .map(([, { flags: spec }]) => [
            "deadline",
            "-P",
            "P2",
            "-r",
            "japan",
            `${/--[a-z-]+/.exec(spec)?.[0]}=${text}`,
          ]),
        [text],
        ["compare", text],
        ["dataset", "show", text],
        ["hours", text],
        ["help", text],
        ["compare", "--dataset", `${text}.json`],
        ["dataset", "validate", "./", text],
      ];
      for (const line of words) {
        for (const argv of [line, [...line, "--json"]]) {
          const outcome = await type(argv, { columns: 80 });
          tried++;
          expect(faultsOf({ argv, setting: {} }, outcome), JSON.stringify(argv)).toEqual([]);
        }
      }
    }
  });

  test("as the name of a file that is read, and of one that is written", async () => {
    for (const text of someOf(texts).filter((one) => !one.includes("\0"))) {
      const name = `${text.replaceAll("/", "_")}.json`;
      const { code, stdout } = await type(["dataset", "validate", `./${name}`], {
        files: { [`./${name}`]: datasetOf(() => harmless) },
      });
      tried++;
      expect(code).toBe(0);
      expect(stdout.split("\n")[0]).toContain(escapeControls(`./${name}`).slice(0, 20).trimEnd());
      expect(faultsOf({ argv: [name], setting: {} }, { code, stdout, stderr: "" })).toEqual([]);
      const { written } = await type(["compare", "-o", `./${name}`], {});
      expect(Object.keys(written)).toEqual([`./${name}`]);
    }
  });
});
