/**
 * Parts of a workbook as other programs write them: with prefixes, either quote, entities, formats of their own and cells without a place.
 */
import { describe, expect, test } from "vitest";
import {
  attribute,
  type NumberKind,
  readNumberKinds,
  readRelations,
  readWorkbook,
  richText,
  SharedTexts,
  SheetLines,
  sharedTexts,
  unescapeXml,
  XmlElements,
} from "../../src/xlsx/sheet-text.js";

describe("text of XML", () => {
  test.each([
    ["a&amp;b&lt;&gt;&quot;&apos;", "a&b<>\"'"],
    ["&#65;&#x3b1;&#X3B1;", "Aαα"],
    ["&#x110000;", "\uFFFD"],
    ["&nbsp;", "&nbsp;"],
    ["_x000D_ and _x00_", "\r and _x00_"],
  ])("%s", (xml, text) => {
    expect(unescapeXml(xml)).toBe(text);
  });

  test("attributes have either quote, blanks and prefixes", () => {
    expect(attribute(`<a x:name = 'one "1"' other="2">`, "name")).toBe('one "1"');
    expect(attribute(`<a x:name = 'one' other="2&amp;">`, "other")).toBe("2&");
    expect(attribute("<a>", "name")).toBeUndefined();
  });

  test("a tag ends at the first > that is not in quotes", () => {
    expect(attribute('<a b=">"', "b")).toBe(">");
    expect(
      readNumberKinds(
        `<numFmt formatCode="[>1]d&quot;>&quot;" numFmtId='164'/><cellXfs><xf numFmtId="164"/></cellXfs>`,
      ),
    ).toEqual(["date"]);
  });

  test("an empty shared text has a number too", () => {
    expect(sharedTexts("<sst><si/><si ><t/></si><si><t>a</t>")).toEqual(["", "", "a"]);
  });

  test("text goes on to the end where an element has none", () => {
    expect(richText("<t>a</t><t>b")).toBe("ab");
  });

  test("rich text is joined, without pronunciations", () => {
    expect(richText('<r><t xml:space="preserve">東 </t></r><rPh sb="0"><t>ヒガシ</t></rPh><r><t>京</t></r>')).toBe(
      "東 京",
    );
  });
});

describe("sheets and relations", () => {
  test.each([
    ['<workbookPr date1904="1"/>', true],
    ['<workbookPr date1904="true"/>', true],
    ['<workbookPr date1904=" 1 "/>', true],
    ['<workbookPr date1904="0"/>', false],
    ["", false],
  ])("dates count from 1904: %s", (xml, isFrom1904) => {
    expect(readWorkbook(xml).isFrom1904).toBe(isFrom1904);
  });

  test("with prefixes, and without a name, an identifier or a target", () => {
    const xml = '<x:workbook><x:sheet name="A &amp; B" r:id="rId1"/><x:sheet sheetId="2"/></x:workbook>';
    expect(readWorkbook(xml).sheets).toEqual([
      { name: "A & B", id: "rId1" },
      { name: "", id: "" },
    ]);
    expect([...readRelations('<Relationship Id="rId1" Target="sheet.xml"/><Relationship Type="x"/>')]).toEqual([
      ["rId1", "sheet.xml"],
      ["", ""],
    ]);
  });
});

describe("formats of numbers", () => {
  const kindOf = (id: number | undefined, formats = "") =>
    readNumberKinds(`${formats}<cellXfs><xf ${id === undefined ? "x" : `numFmtId="${id}"`}/></cellXfs>`)[0];

  test.each<[string, number | undefined, NumberKind]>([
    ["none", undefined, "number"],
    ["the general one", 0, "number"],
    ["a day", 14, "date"],
    ["a month", 17, "date"],
    ["a time", 18, "duration"],
    ["a time", 21, "duration"],
    ["a day and time", 22, "dateTime"],
    ["between", 26, "number"],
    ["an East Asian day", 27, "date"],
    ["an East Asian day", 31, "date"],
    ["an East Asian time", 32, "duration"],
    ["an East Asian time", 35, "duration"],
    ["an East Asian day", 36, "date"],
    ["between", 37, "number"],
    ["minutes", 45, "duration"],
    ["minutes", 47, "duration"],
    ["between", 48, "number"],
    ["an East Asian day", 50, "date"],
    ["an East Asian day", 58, "date"],
    ["after them", 59, "number"],
  ])("built in: %s, %s", (_, id, kind) => {
    expect(kindOf(id)).toBe(kind);
  });

  test.each<[string, NumberKind]>([
    ["General", "number"],
    ["0.00%", "number"],
    ["#,##0 &quot;days&quot;", "number"],
    ["[Red]0.0", "number"],
    ["0.0 m", "number"],
    ["yyyy-mm-dd", "date"],
    ["mmm", "date"],
    ["[$-411]ge.m.d;@", "date"],
    ["yyyy-mm-dd hh:mm", "dateTime"],
    ["yyyy-mm-dd hh:mm:ss\\Z", "instant"],
    ["yyyy-mm-dd hh:mm:ss&quot;Z&quot;", "instant"],
    ["yyyy-mm-dd hh:mm:ss&quot; UTC&quot;", "instant"],
    ["[h]:mm", "duration"],
    ["mm:ss", "duration"],
  ])("of the workbook: %s", (code, kind) => {
    expect(kindOf(164, `<numFmt numFmtId="164" formatCode="${code}"/>`)).toBe(kind);
  });

  test("one without a code is a number, and a workbook without formats has none", () => {
    expect(kindOf(164, '<numFmt numFmtId="164"/>')).toBe("number");
    expect(readNumberKinds("")).toEqual([]);
  });
});

describe("shared texts", () => {
  test("many and long ones are there, others are empty", () => {
    const texts = new SharedTexts();
    expect([texts.size, texts.text(0)]).toEqual([0, ""]);
    for (let i = 0; i < 1500; i++) texts.add(`text ${i} é`);
    const long = "長".repeat(100_000);
    texts.add(long);
    expect([texts.text(0), texts.text(1), texts.text(1499)]).toEqual(["text 0 é", "text 1 é", "text 1499 é"]);
    expect(texts.text(1500)).toBe(long);
    expect([texts.text(1501), texts.text(-1), texts.text(Number.NaN)]).toEqual(["", "", ""]);
  });
});

test("elements are taken apart wherever the pieces end", () => {
  const rows = new XmlElements("row");
  expect(rows.feed("<x:row>a</x:r")).toEqual([]);
  expect(rows.pending).toBe("<row>a</r".length);
  expect(rows.feed("ow><row>b</row><")).toEqual(["<row>a", "<row>b"]);
  expect(rows.pending).toBe(1);
});

describe("rows of a sheet", () => {
  const kinds: readonly NumberKind[] = ["number", "date", "dateTime", "instant", "duration"];

  function sheet(isFrom1904 = false) {
    const texts = new SharedTexts();
    texts.add('shared "text"');
    return new SheetLines({ texts, kinds, isFrom1904 });
  }

  const cell = (xml: string, isFrom1904 = false) => sheet(isFrom1904).lineOf(`<row r="1">${xml}`);

  test.each([
    ['<c t="s"><v>0</v></c>', '"shared ""text"""\n'],
    ['<c t="s"><v>9</v></c>', ""],
    ['<c t="b"><v>1</v></c><c t="b"><v>0</v></c>', "TRUE,FALSE\n"],
    ['<c t="inlineStr"><is><t>a &amp; b</t></is></c>', '"a & b"\n'],
    ['<c t="inlineStr"><is></is></c>', ""],
    ['<c t="str"><f>x</f><v xml:space="preserve">&lt;a></v></c>', '"<a>"\n'],
    ['<c t="e"><v>#N/A</v></c>', '"#N/A"\n'],
    ['<c t="d"><v>2026-11-19T10:30:00</v></c>', "2026-11-19T10:30:00\n"],
    ["<c><v>1.50</v></c>", "1.5\n"],
    ["<c><v>word</v></c>", "word\n"],
    ['<c s="99"><v>2</v></c>', "2\n"],
    ['<c s="1"><v>46345</v></c>', "2026-11-19\n"],
    ['<c s="1"><v>46345.4375</v></c>', "2026-11-19T10:30:00\n"],
    ['<c s="2"><v>46345.4375</v></c>', "2026-11-19T10:30:00\n"],
    ['<c s="3"><v>46345.4375</v></c>', "2026-11-19T10:30:00Z\n"],
    ['<c s="4"><v>1.0630208333333333</v></c>', "25:30:45\n"],
    ['<c s="4"><v>-1</v></c>', "1899-12-29T00:00:00\n"],
    ['<c s="2"><v>1e15</v></c>', "1000000000000000\n"],
    ["<c/><c><v>1</v></c>", ",1\n"],
    [
      '<c><v></v></c><c><v/></c><c s="1"><v></v></c><c t="s"><v></v></c><c t="b"><v></v></c><c><v>1</v></c>',
      ",,,,,1\n",
    ],
    ['<c r="C1"><v>3</v></c><c r="AA1"><v>27</v></c>', `,,3${",".repeat(24)}27\n`],
    ['<c r="A1"><v>1</v></c><c r="XFE1"><v>2</v></c>', "1\n"],
    ["<c><v>1</v></c><c><f>x</f></c><c/>", "1\n"],
  ])("%s", (xml, line) => {
    expect(cell(xml)).toBe(line);
  });

  test("dates from 1904", () => {
    expect(cell('<c s="1"><v>44883</v></c>', true)).toBe("2026-11-19\n");
  });

  test("those without a number follow the one before; missing ones are blank, and an earlier one is left out", () => {
    const lines = sheet();
    expect(lines.lineOf("<sheetData><row><c><v>1</v></c>")).toBe("1\n");
    expect(lines.lineOf('<row r="4"><c><v>4</v></c>')).toBe("\n\n4\n");
    expect(lines.lineOf('<row r="4"><c><v>5</v></c>')).toBe("");
    expect(lines.lineOf('<row r="x"><c><v>5</v></c>')).toBe("");
    expect(lines.lineOf("<row><c/>")).toBe("");
    expect(lines.lineOf("no row")).toBe("");
    expect(lines.lineOf("<row><c><v>5</v></c>")).toBe("5\n");
  });
});
