/** Which cells get an apostrophe: those that a spreadsheet would run, by one rule in every file that is written. */
import { expect, test } from "vitest";
import { escapeFormula, isFormula, mayBeFormula } from "../src/formula.js";
import { renderDelimited } from "../src/render/delimited.js";
import { quoteCell } from "../src/tickets/cells.js";
import { type } from "./terminal.js";

/** A cell as rows are written. */
const formatCell = (cell: string, separator: string) => quoteCell(escapeFormula(cell), separator);

const formulas = [
  ...[
    "=1+1",
    "=",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "@x",
    "+A1",
    "-A1",
    "=cmd|' /C calc'!A0",
    "+81 3-1234-5678",
    "-2:30",
    "--5",
    "+",
    "@",
  ],
  ...["＝1", "＋1+1", "－1+1", "＠SUM(A1)", "－5"],
  ...[
    " =1",
    "   +A1",
    "\t=1",
    "\n=1+1",
    "\r\n=1",
    "\u00a0=1",
    "\u3000＝1",
    "\u2003-A1",
    "\ufeff=1",
    "\u0085=1",
    "\u0000=1",
    "\u007f=1",
  ],
  // Base64 and the like begin as formulas do.
  ...["+Zm9v", "+ABC/12==", "-----BEGIN", "+1.2.3a", "-1e", "@12:00", "@1 2"],
];
const texts = [
  // A line end or tab in front makes no formula of a text.
  ...["\ttext", "\rtext", "\ntext"],
  ...["-5", "+5.25", "-1,234.56", "+1e5", "-2.5E-3", " -5", "-5 ", "-", " - ", "@1700000000", "@-5", "@1700000000.250"],
  ...[
    "",
    "a=1",
    "5-3",
    "x",
    " x",
    "   ",
    "1+1",
    "'=1",
    '"',
    "日本",
    "「=1",
    "、",
    "–5",
    "…",
    "é",
    "\u200b=1",
    "ｱ=1",
    "⁰",
    "฿",
  ],
];

test.each(formulas)("%j gets an apostrophe", (cell) => {
  expect(isFormula(cell)).toBe(true);
  expect(escapeFormula(cell)).toBe(`'${cell}`);
});

test.each(texts)("%j stays as it is", (cell) => {
  expect(escapeFormula(cell)).toBe(cell);
});

test.each([...formulas, ...texts])("its bytes leave no formula unseen: %j", (cell) => {
  const bytes = new TextEncoder().encode(`${cell}\n`);
  if (isFormula(cell)) expect(mayBeFormula(bytes, 0)).toBe(true);
});

test("what most cells begin with is known from the bytes to be none", () => {
  for (const cell of ["x", " x", "5", "日本", "かな", "カナ", "中文", "「」", "é", "Я", '"']) {
    expect(mayBeFormula(new TextEncoder().encode(`${cell}\n`), 0)).toBe(false);
  }
});

test.each([...formulas, ...texts])("reports and tickets write alike: %j", (cell) => {
  const [report] = renderDelimited([[cell]], ",").split(/\n$/);
  const unquoted = (written: string) => written.replace(/^"([\s\S]*)"$/, "$1").replaceAll('""', '"');
  expect(unquoted(report as string)).toBe(escapeFormula(cell));
  expect(unquoted(formatCell(cell, ","))).toBe(escapeFormula(cell));
});

const head = "id,priority,region,opened,subject";
const good = "1,P2,japan,2026-11-20T16:40+09:00";
const bad = "1,P9,japan,2026-11-20T16:40+09:00";

test.each([...formulas, ...texts])("good rows, bad rows and rows from JSON write alike: %j", async (cell) => {
  const quoted = `"${cell.replaceAll('"', '""')}"`;
  const files = {
    "tickets.csv": `${head}\n${good},${quoted}\n${bad},${quoted}\n`,
    "tickets.jsonl": `${JSON.stringify({ id: "1", priority: "P2", region: "japan", opened: "2026-11-20T16:40+09:00", subject: cell })}\n`,
  };
  const flags = ["-p", "business", "--format", "csv", "-q"];
  const { stdout } = await type(["deadline", "--input", "tickets.csv", ...flags], { files });
  const fromJson = await type(["deadline", "--input", "tickets.jsonl", ...flags], { files });
  const written = `"${escapeFormula(cell).replaceAll('"', '""')}"`;
  const held = [written, escapeFormula(cell)];
  for (const [text, row] of [
    [stdout, good],
    [stdout, bad],
    [fromJson.stdout, good],
  ] as const) {
    expect(held.some((one) => text.includes(`${row},${one},`))).toBe(true);
  }
});
