/** Workbooks as other programs pack them, and tickets that are written as one. */
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { type Cell, WorkbookWriter } from "../../src/xlsx/workbook.js";
import { ZipWriter } from "../../src/xlsx/zip-writer.js";
import { type } from "../terminal.js";

const line = ["deadline", "-p", "business", "-r", "emea", "--now", "2026-11-22T09:00Z"];
const due = "2026-11-20T12:00:00Z";

async function run(name: string, file: Uint8Array | string, flags: readonly string[] = []) {
  return type([...line, "--input", name, ...flags], { files: { [name]: file } });
}

const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const rows = `<row>${["id", "priority", "opened"].map(text).join("")}</row><row>${text("1")}${text("P2")}${text("2026-11-20T10:00Z")}</row>`;

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;

/** A package of parts; those of a workbook with one sheet, unless they are given. */
function packageOf(parts: Readonly<Record<string, string>>, { isStored = false } = {}): Buffer {
  const all = {
    "xl/workbook.xml": '<workbook><sheets><sheet name="One" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationship Id="r1" Target="worksheets/s.xml"/>',
    "xl/worksheets/s.xml": `<sheetData>${rows}</sheetData>`,
    ...parts,
  };
  const zip = new ZipWriter();
  if (isStored) return storedPackage(all);
  for (const [name, content] of Object.entries(all)) zip.add(name, content);
  zip.finish();
  return Buffer.from(zip.take());
}

/** A package whose parts are not compressed. */
function storedPackage(parts: Readonly<Record<string, string>>): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt32LE(content.length, 20);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    const file = Buffer.concat([local, Buffer.from(name + content)]);
    files.push(file);
    directory.push(central, Buffer.from(name));
    offset += file.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, list, end]);
}

describe("formulas", () => {
  const head = `<row>${["id", "priority", "opened", "responded", "note", "status"].map(text).join("")}</row>`;
  const ticket = `${text("1")}${text("P2")}${text("2026-11-20T10:00Z")}`;
  const book = (cells: string) =>
    packageOf({ "xl/worksheets/s.xml": `<sheetData>${head}<row>${ticket}${cells}</row></sheetData>` });
  const unstored = "have formulas without a stored result";

  test.each([
    ["a result", '<c t="str"><f>X</f><v>2026-11-20T10:30Z</v></c>', false],
    ["an empty text as its result", '<c t="str"><f>X</f><v></v></c>', false],
    ["no result in the column of the state", `${text("2026-11-20T10:30Z")}${text("x")}<c><f>X</f></c>`, false],
    ["no result in a column without a role", `${text("2026-11-20T10:30Z")}<c><f>X</f></c>`, false],
    ["no result", "<c><f>X</f></c>", true],
    ["no result, of a shared formula", '<c><f t="shared" si="0"/></c>', true],
    ["an empty number as its result", "<c><f>X</f><v></v></c>", true],
    ["an empty element as its result", "<c><f>X</f><v/></c>", true],
    ["an empty number and no formula", "<c><v></v></c>", false],
  ])("with %s", async (_, cells, isReported) => {
    const { code, stderr } = await run("t.xlsx", book(cells));
    expect(code).toBe(0);
    expect(stderr.includes("1 cell of responded has a formula without a stored result")).toBe(isReported);
  });

  test("without results of several columns are counted, in a row that is not blank", async () => {
    const empty = "<c><f>X</f></c>".repeat(5);
    const sheet = `<sheetData>${head}<row>${text("1")}${text("P2")}<c><f>X</f></c><c><f>X</f></c></row><row>${empty}</row></sheetData>`;
    const { stderr } = await run("t.xlsx", packageOf({ "xl/worksheets/s.xml": sheet }), ["-q"]);
    expect(stderr).toContain(`2 cells of opened and responded ${unstored}`);
  });
});

describe("packages of other programs", () => {
  test("with attributes in single quotes", async () => {
    const cell = (place: string, value: string) => `<c r='${place}' t='inlineStr'><is><t>${value}</t></is></c>`;
    const [head, ticket] = [
      ["id", "priority", "opened"],
      ["1", "P2", "2026-11-20T10:00Z"],
    ].map((cells, row) => cells.map((value, i) => cell(`${"ABC"[i]}${row + 1}`, value)).join(""));
    const sheet = `<sheetData><row r='1'>${head}</row><row r='2'>${ticket}</row></sheetData>`;
    const { code, stdout } = await run("t.xlsx", packageOf({ "xl/worksheets/s.xml": sheet }));
    expect([code, stdout]).toEqual([0, expect.stringContaining(due)]);
  });

  test.each<[string, Buffer]>([
    ["without formats and shared texts", packageOf({})],
    ["with parts that are not compressed", packageOf({}, { isStored: true })],
    [
      "with the path of the sheet from the top",
      packageOf({ "xl/_rels/workbook.xml.rels": '<Relationship Id="r1" Target="/xl/worksheets/s.xml"/>' }),
    ],
    [
      "with names in other letters",
      packageOf({ "xl/_rels/workbook.xml.rels": '<Relationship Id="r1" Target="Worksheets/S.xml"/>' }),
    ],
    [
      "with shared texts",
      packageOf({
        "xl/sharedStrings.xml": "<sst><si><t>P2</t></si></sst>",
        "xl/worksheets/s.xml": rows.replace(text("P2"), '<c t="s"><v>0</v></c>'),
      }),
    ],
    [
      "with a sheet in single quotes",
      packageOf({
        "xl/workbook.xml": "<workbook><sheets><sheet name='One' sheetId='1' r:id='r1'/></sheets></workbook>",
      }),
    ],
    [
      "with a path that goes up",
      packageOf({ "xl/_rels/workbook.xml.rels": '<Relationship Id="r1" Target="../xl/worksheets/s.xml"/>' }),
    ],
    [
      "with other names of its parts",
      packageOf({
        "_rels/.rels": `<Relationships>${relation("r1", "officeDocument", "/book/workbook2.xml")}</Relationships>`,
        "book/workbook2.xml": '<workbook><sheets><sheet name="Two" r:id="r1"/></sheets></workbook>',
        "book/_rels/workbook2.xml.rels": `${relation("r1", "worksheet", "sheet2.xml")}${relation("r2", "sharedStrings", "texts2.xml")}`,
        "book/texts2.xml": "<sst><si><t>P2</t></si></sst>",
        "book/sheet2.xml": rows.replace(text("P2"), '<c t="s"><v>0</v></c>'),
      }),
    ],
  ])("%s", async (_, file) => {
    const { code, stdout } = await run("t.xlsx", file);
    expect([code, stdout]).toEqual([
      0,
      `id,priority,opened,deadline,status,error\n1,P2,2026-11-20T10:00Z,${due},overdue,\n`,
    ]);
  });

  test("formats are found by their relationship", async () => {
    const file = packageOf({
      "xl/_rels/workbook.xml.rels": `<Relationship Id="r1" Target="worksheets/s.xml"/>${relation("r2", "styles", "formats.xml")}`,
      "xl/formats.xml": '<cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs>',
      "xl/worksheets/s.xml": rows.replace(text("2026-11-20T10:00Z"), '<c s="1"><v>46346.4166666667</v></c>'),
    });
    const { stdout } = await run("t.xlsx", file, ["--tz", "UTC"]);
    expect(stdout).toContain(`1,P2,2026-11-20T10:00:00,${due},overdue,`);
  });

  test("a document of another program is no workbook", async () => {
    const file = packageOf({
      "_rels/.rels": relation("r1", "officeDocument", "word/document.xml"),
      "word/document.xml": "<document><body/></document>",
      "word/_rels/document.xml.rels": relation("r1", "styles", "styles.xml"),
    });
    const { code, stderr } = await run("t.docx", file);
    expect([code, stderr]).toEqual([3, expect.stringContaining("a ZIP file, but not an .xlsx workbook")]);
  });

  test("a sheet that its relations leave out has no rows", async () => {
    const { code, stderr } = await run("t.xlsx", packageOf({ "xl/_rels/workbook.xml.rels": "<Relationships/>" }));
    expect([code, stderr]).toEqual([3, expect.stringContaining("the workbook has no rows")]);
  });

  test.each(["3", "12345", "Sheet"])("--sheet %s is refused where there is one sheet", async (sheet) => {
    const { code, stderr } = await run("t.xlsx", packageOf({}), ["--sheet", sheet]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("One")]);
  });

  test("many rows come in several blocks", async () => {
    const one = rows.slice(rows.lastIndexOf("<row>"));
    const { code, stdout } = await run("t.xlsx", packageOf({ "xl/worksheets/s.xml": rows + one.repeat(4999) }));
    expect([code, stdout.trim().split("\n").length]).toEqual([0, 5001]);
  });

  test("a package in which a part is damaged is refused", async () => {
    const file = packageOf({});
    const at = file.indexOf("xl/worksheets/s.xml") + "xl/worksheets/s.xml".length;
    const { code, stderr } = await run("t.xlsx", Buffer.from(file.fill(0xff, at, at + 20)));
    expect([code, stderr]).toEqual([3, expect.stringContaining("damaged or incomplete")]);
  });

  test("a workbook inside a gzip file is refused", async () => {
    const { code, stderr } = await run("t.gz", gzipSync(packageOf({})));
    expect([code, stderr]).toEqual([3, expect.stringContaining("a packed file inside a gzip file")]);
  });
});

describe("a workbook whose dates count from 1904", () => {
  const number = (value: string) => `<c><v>${value}</v></c>`;
  const date = (value: string) => `<c s="1"><v>${value}</v></c>`;
  const head = `<row>${["id", "priority", "opened", "responded"].map(text).join("")}</row>`;
  const book = (rows: readonly (readonly [opened: string, responded: string])[], properties = 'date1904="1"') =>
    packageOf({
      "xl/workbook.xml": `<workbook><workbookPr ${properties}/><sheets><sheet name="One" r:id="r1"/></sheets></workbook>`,
      "xl/styles.xml": '<cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs>',
      "xl/worksheets/s.xml": `<sheetData>${head}${rows.map(([a, b], i) => `<row>${number(`${i}`)}${text("P2")}${a}${b}</row>`).join("")}</sheetData>`,
    });
  // 10:00 and 12:30 on 20 November 2026.
  const [opened, responded] = ["44884.4166666667", "44884.5208333333"];
  const utc = ["--tz", "UTC"];
  const said = "Excel serial numbers that count from 1904, as the workbook does";

  test.each([
    ["bare numbers", number(opened), number(responded), 2],
    ["a date beside a bare number", date(opened), number(responded), 1],
    ["dates", date(opened), date(responded), 0],
    ["numbers as texts", text(opened), text(responded), 2],
  ])("%s", async (_, from, to, columns) => {
    const { code, stdout, stderr } = await run("t.xlsx", book([[from, to]]), utc);
    expect([code, stdout]).toEqual([0, expect.stringMatching(`${due},missed,\n$`)]);
    expect(stderr.split(said)).toHaveLength(columns + 1);
  });

  test("bare numbers below dates in one column", async () => {
    const file = book([
      [date(opened), ""],
      [number(opened), ""],
    ]);
    const { stdout } = await run("t.xlsx", file, utc);
    expect(stdout.split(due)).toHaveLength(3);
  });

  test.each([
    ['date1904="true"', due],
    ['date1904="0"', "2022-11-21T11:00:00Z"],
    ['date1904="false"', "2022-11-21T11:00:00Z"],
    ['defaultThemeVersion="1"', "2022-11-21T11:00:00Z"],
  ])("or not: %s", async (properties, deadline) => {
    const { stdout } = await run("t.xlsx", book([[number(opened), ""]], properties), utc);
    expect(stdout).toContain(`,${deadline},`);
  });

  test("the same numbers in separated cells count from 1900", async () => {
    const { stdout } = await run("t.csv", `id,priority,opened\n1,P2,${opened}\n`, utc);
    expect(stdout).toContain(",2022-11-21T11:00:00Z,");
  });

  test("has cells, and no separator between them", async () => {
    const file = book([[number(opened), number(responded)]]);
    const { stderr } = await run("t.xlsx", file, utc);
    expect(stderr).toContain("  File: t.xlsx, XLSX\n");
  });

  test("is read so by audit, and its summary names it", async () => {
    const file = book([[number(opened), number(responded)]]);
    const { stdout } = await type(["audit", "t.xlsx", "-p", "business", "-r", "emea", "--json", ...utc], {
      files: { "t.xlsx": file },
    });
    const { groups, reading } = JSON.parse(stdout);
    expect(groups).toMatchObject([{ period: "2026-11", met: 0, judged: 1 }]);
    expect(reading.separator).toBeNull();
    expect(reading.times).toMatchObject([{ numbers: "serial-1904" }, { numbers: "serial-1904" }]);
  });

  test("comes out as one, with the same cells and deadlines", async () => {
    const file = book([
      [number(opened), date(responded)],
      [date(opened), number(responded)],
    ]);
    const { code, stdout, writtenBytes } = await run("t.xlsx", file, [...utc, "-o", "out.xlsx"]);
    expect([code, stdout]).toEqual([0, ""]);
    const back = await run("out.xlsx", writtenBytes["out.xlsx"] as Buffer, utc);
    const seconds = ["2026-11-20T10:00:00", "2026-11-20T12:30:00"];
    expect(back.stdout.split("\n").slice(1, 3)).toEqual([
      `0,P2,${opened},${seconds[1]},${due},missed,,${due},missed,`,
      `1,P2,${seconds[0]},${responded},${due},missed,,${due},missed,`,
    ]);
  });
});

describe("tickets as a workbook", () => {
  async function rewritten(name: string, file: Uint8Array | string, flags: readonly string[] = []) {
    const { code, writtenBytes } = await run(name, file, [...flags, "-o", "out.xlsx"]);
    const back = await type(
      [
        "deadline",
        "--input",
        "out.xlsx",
        "-p",
        "business",
        "-r",
        "emea",
        "--now",
        "2026-11-22T09:00Z",
        "-o",
        "back.csv",
      ],
      {
        files: { "out.xlsx": writtenBytes["out.xlsx"] as Buffer },
      },
    );
    return { code, lines: back.writtenBytes["back.csv"]?.toString().split("\n") };
  }

  test("values of a workbook stay what they are", async () => {
    const cells: Cell[] = [
      7,
      "P2",
      { wallMs: Date.parse("2026-11-20T10:00Z"), style: "instant" },
      true,
      false,
      { wallMs: Date.parse("2026-11-20"), style: "date" },
      { wallMs: Date.parse("2026-11-20T10:00Z"), style: "dateTime" },
      "12",
      1.5,
    ];
    const book = new WorkbookWriter();
    book.beginSheet("One");
    book.addRow(["id", "priority", "opened", "yes", "no", "day", "wall", "text", "number"]);
    book.addRow(cells);
    book.endSheet();
    book.finish();
    const { code, lines } = await rewritten("t.xlsx", Buffer.from(book.take()));
    expect(code).toBe(0);
    expect(lines?.[1]).toBe(
      `7,P2,2026-11-20T10:00:00Z,TRUE,FALSE,2026-11-20,2026-11-20T10:00:00,12,1.5,${due},overdue,,${due},overdue,`,
    );
  });

  test("bad rows are padded, and cells too many are joined", async () => {
    const { code, lines } = await rewritten(
      "t.csv",
      "id,priority,opened\n1,P2\n2,P2,2026-11-20T10:00Z,x,y\n3,Px,2026-11-20T10:00Z\n",
    );
    expect(code).toBe(3);
    expect(lines?.slice(1, 4)).toEqual([
      '1,P2,,,,"cell-count: the row has 2 cells, but the header has 3",,,missing-cell: opened is empty',
      '2,P2,"2026-11-20T10:00Z, x, y",,,"cell-count: the row has 5 cells, but the header has 3",,,"bad-time: opened ""2026-11-20T10:00Z, x, y"" is not a recognized time"',
      '3,Px,2026-11-20T10:00Z,,,"unknown-priority: unknown priority: priority ""Px""",,,"unknown-priority: unknown priority: priority ""Px"""',
    ]);
  });

  test("without a header there is none", async () => {
    const map = ["--no-header", "--map", "id=#1", "--map", "priority=#2", "--map", "opened=#3"];
    const { writtenBytes } = await run("t.csv", "1,P2,2026-11-20T10:00Z\n", [...map, "-o", "out.xlsx"]);
    const { stdout } = await run("out.xlsx", writtenBytes["out.xlsx"] as Buffer, map);
    expect(stdout).toBe(`1,P2,2026-11-20T10:00Z,${due},overdue,${due},overdue,\n`);
  });
});

test("rows of a workbook come out as lines of JSON", async () => {
  const { stdout } = await run("a.xlsx", packageOf({}), ["--format", "jsonl"]);
  expect(stdout).toBe(
    `{"id":"1","priority":"P2","opened":"2026-11-20T10:00Z","deadline":"${due}","status":"overdue","error":null}\n`,
  );
});
