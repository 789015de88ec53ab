/** What a workbook is written as: its cells, the names of its sheets and columns, and its text. */
import { inflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { type Cell, columnName, escapeXml, type SheetOptions, WorkbookWriter } from "../../src/xlsx/workbook.js";
import { dataOffset, readZipDirectory } from "../../src/xlsx/zip-reader.js";

async function part(book: WorkbookWriter, name: string): Promise<string> {
  book.finish();
  const bytes = Buffer.from(book.take());
  const readAt = async (from: number, length: number) => bytes.subarray(from, from + length);
  const entry = (await readZipDirectory(readAt, bytes.length))?.find((one) => one.name === name);
  if (!entry) return "";
  const from = await dataOffset(readAt, entry);
  return inflateRawSync(bytes.subarray(from, from + entry.compressedSize)).toString();
}

async function sheetOf(cells: readonly Cell[], options?: SheetOptions): Promise<string> {
  const book = new WorkbookWriter();
  book.beginSheet("One", options);
  book.addRow(cells);
  book.endSheet();
  return part(book, "xl/worksheets/sheet1.xml");
}

describe("cells", () => {
  test.each<[string, Cell, string]>([
    ["nothing", undefined, ""],
    ["an empty text", "", ""],
    ["a text", "=a<b", '<c r="A1" t="inlineStr"><is><t xml:space="preserve">=a&lt;b</t></is></c>'],
    ["a number", 1.5, '<c r="A1"><v>1.5</v></c>'],
    ["true", true, '<c r="A1" t="b"><v>1</v></c>'],
    ["false", false, '<c r="A1" t="b"><v>0</v></c>'],
    ["a date", { wallMs: Date.UTC(2026, 10, 19), style: "date" }, '<c r="A1" s="4"><v>46345</v></c>'],
    ["a styled number", { value: 0.5, style: "percent" }, '<c r="A1" s="5"><v>0.5</v></c>'],
    ["a styled empty text", { value: "", style: "head" }, '<c r="A1" s="1"/>'],
    ["a plain empty text", { value: "", style: "plain" }, ""],
    ["a formula", { formula: "A2&B2" }, '<c r="A1" s="0"><f>A2&amp;B2</f></c>'],
    ["with a number", { formula: "1+1", value: 2, style: "date" }, '<c r="A1" s="4"><f>1+1</f><v>2</v></c>'],
    ["with a text", { formula: "A2", value: "<" }, '<c r="A1" s="0" t="str"><f>A2</f><v>&lt;</v></c>'],
  ])("%s", async (_, cell, xml) => {
    expect(await sheetOf([cell])).toContain(`<sheetData><row r="1">${xml}</row></sheetData>`);
  });

  test("a long text is cut", async () => {
    expect(await sheetOf(["x".repeat(40_000)])).toContain(`>${"x".repeat(32_767)}</t>`);
  });
});

test("widths and frozen rows are written where there are some", async () => {
  const xml = await sheetOf([1], { widths: [10, 20], frozenRows: 2 });
  expect(xml).toContain('<pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/>');
  expect(xml).toContain(
    '<cols><col min="1" max="1" width="10" customWidth="1"/><col min="2" max="2" width="20" customWidth="1"/></cols>',
  );
  expect(await sheetOf([1])).toContain('<sheetView workbookViewId="0"></sheetView></sheetViews><sheetData>');
});

test("names of sheets are allowed ones, each once", async () => {
  const book = new WorkbookWriter();
  for (const name of ["a/b", "A b", "a B", "'[]'", "", "x".repeat(40), "x".repeat(40)]) {
    book.beginSheet(name);
    book.endSheet();
  }
  const names = [...(await part(book, "xl/workbook.xml")).matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name);
  expect(names).toEqual(["a b", "A b 2", "a B 3", "Sheet", "Sheet 2", "x".repeat(31), `${"x".repeat(27)} 2`]);
});

test.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [701, "ZZ"],
  [702, "AAA"],
  [16_383, "XFD"],
])("column %s is %s", (index, name) => {
  expect(columnName(index)).toBe(name);
});

test.each([
  ['<&">', "&lt;&amp;&quot;&gt;"],
  ["a\tb\nc", "a\tb\nc"],
  ["\r\u0001\u007F\u0085\uFFFF", "_x000D__x0001_\u007F\u0085_xFFFF_"],
  ["_x000D_", "_x005F_x000D_"],
  ["\uD800", "\uFFFD"],
])("text in XML: %j", (text, xml) => {
  expect(escapeXml(text)).toBe(xml);
});
