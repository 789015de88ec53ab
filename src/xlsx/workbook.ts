/**
 * A workbook (`.xlsx`, ECMA-376), written sheet by sheet and row by row. Texts are in the cells themselves, so that nothing has to be kept
 * until the end. Knows nothing of tickets and plans.
 */
import { ZipWriter } from "./zip-writer.js";

/** How a cell is shown. Styles of workbooks are numbers: the place in `styles`. */
export const styles = {
  plain: 0,
  head: 1,
  /** A date and time of a zone that the head of the column names. */
  dateTime: 2,
  /** The same, with UTC in it. */
  instant: 3,
  date: 4,
  percent: 5,
  wrapped: 6,
} as const;
export type Style = keyof typeof styles;

/** A date or time as milliseconds since 1970 of a wall clock. */
export interface DateCell {
  readonly wallMs: number;
  readonly style: "dateTime" | "instant" | "date";
}

/** A formula, and the value that it has when it is written. */
export interface FormulaCell {
  readonly formula: string;
  readonly value?: string | number;
  readonly style?: Style;
}

export interface StyledCell {
  readonly value: string | number;
  readonly style: Style;
}

/** A text is a text whatever it begins with; a formula has a type of its own. */
export type Cell = string | number | boolean | undefined | DateCell | FormulaCell | StyledCell;

export interface SheetOptions {
  /** Widths of columns in characters. */
  readonly widths?: readonly number[];
  /** Rows at the top that stay in view. */
  readonly frozenRows?: number;
}

/** The longest text of a cell; a longer one is cut. */
export const maxCellCharacters = 32_767;
export const maxSheetRows = 1_048_576;
const maxNameCharacters = 31;
const dayMs = 86_400_000;
/** 1970-01-01 as a day of a workbook, which counts from the end of 1899. */
const epochDay = 25_569;

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export class WorkbookWriter {
  private readonly zip = new ZipWriter();
  private readonly names: string[] = [];
  private row = 0;

  /** Begins a sheet, after the one before it has ended. Its name is made one that a workbook may have. */
  beginSheet(name: string, { widths = [], frozenRows = 0 }: SheetOptions = {}): void {
    this.names.push(sheetName(name, this.names));
    this.row = 0;
    this.zip.begin(`xl/worksheets/sheet${this.names.length}.xml`);
    const pane =
      frozenRows > 0
        ? `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`
        : "";
    const columns = widths
      .map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
      .join("");
    this.zip.write(
      `${xml}<worksheet ${main}><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>${
        columns === "" ? "" : `<cols>${columns}</cols>`
      }<sheetData>`,
    );
  }

  /** Rows of the sheet so far. */
  get rows(): number {
    return this.row;
  }

  addRow(cells: readonly Cell[]): void {
    this.row++;
    let text = `<row r="${this.row}">`;
    for (let i = 0; i < cells.length; i++) text += cellXml(cells[i], `${columnName(i)}${this.row}`);
    this.zip.write(`${text}</row>`);
  }

  /** Ends the sheet; `parts` are elements that follow its rows, such as conditional formats and validations, in the order of the standard. */
  endSheet(parts = ""): void {
    this.zip.write(`</sheetData>${parts}</worksheet>`);
    this.zip.end();
  }

  finish(): void {
    const { names, zip } = this;
    const sheets = names.map((_, i) => i + 1);
    zip.add(
      "[Content_Types].xml",
      `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentType("sheet.main")}"/><Override PartName="/xl/styles.xml" ContentType="${contentType("styles")}"/>${sheets
        .map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${contentType("worksheet")}"/>`)
        .join("")}</Types>`,
    );
    zip.add("_rels/.rels", relations([["officeDocument", "xl/workbook.xml"]]));
    zip.add(
      "xl/workbook.xml",
      `${xml}<workbook ${main} xmlns:r="${relationships}"><sheets>${names
        .map((name, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
        .join("")}</sheets></workbook>`,
    );
    zip.add(
      "xl/_rels/workbook.xml.rels",
      relations([...sheets.map((n) => ["worksheet", `worksheets/sheet${n}.xml`] as const), ["styles", "styles.xml"]]),
    );
    zip.add("xl/styles.xml", stylesXml);
    zip.finish();
  }

  /** The bytes that were written since the last call. */
  take(): Uint8Array {
    return this.zip.take();
  }
}

function contentType(part: string): string {
  return `application/vnd.openxmlformats-officedocument.spreadsheetml.${part}+xml`;
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const list = targets.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${relationships}/${type}" Target="${target}"/>`,
  );
  return `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join("")}</Relationships>`;
}

/** The formats in the order of `styles`: number format, font, whether text wraps. */
const formats: Readonly<Record<Style, readonly [numberFormat: number, font: number, isWrapped: boolean]>> = {
  plain: [0, 0, false],
  head: [0, 1, true],
  dateTime: [164, 0, false],
  instant: [165, 0, false],
  date: [166, 0, false],
  percent: [167, 0, false],
  wrapped: [0, 0, true],
};

const stylesXml = `${xml}<styleSheet ${main}><numFmts count="4"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss&quot; UTC&quot;"/><numFmt numFmtId="166" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="167" formatCode="0.0%"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${Object.keys(formats).length}">${Object.values(
  formats,
)
  .map(
    ([numberFormat, font, isWrapped]) =>
      `<xf numFmtId="${numberFormat}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"${
        isWrapped ? ' applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' : "/>"
      }`,
  )
  .join(
    "",
  )}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function cellXml(cell: Cell, place: string): string {
  if (cell === undefined || cell === "") return "";
  if (typeof cell !== "object") return valueXml(cell, place, "plain");
  if ("wallMs" in cell) return valueXml(cell.wallMs / dayMs + epochDay, place, cell.style);
  if (!("formula" in cell)) return valueXml(cell.value, place, cell.style);
  const style = ` s="${styles[cell.style ?? "plain"]}"`;
  const type = typeof cell.value === "string" ? ' t="str"' : "";
  const value = cell.value === undefined ? "" : `<v>${escapeXml(String(cell.value))}</v>`;
  return `<c r="${place}"${style}${type}><f>${escapeXml(cell.formula)}</f>${value}</c>`;
}

function valueXml(value: string | number | boolean, place: string, style: Style): string {
  const s = style === "plain" ? "" : ` s="${styles[style]}"`;
  if (typeof value === "boolean") return `<c r="${place}"${s} t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === "number") return `<c r="${place}"${s}><v>${value}</v></c>`;
  if (value === "") return s === "" ? "" : `<c r="${place}"${s}/>`;
  const text = escapeXml(value.slice(0, maxCellCharacters));
  return `<c r="${place}"${s} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

const columnNames: string[] = [];

/** `A` for 0, `AA` for 26. */
export function columnName(index: number): string {
  let name = columnNames[index];
  if (name === undefined) {
    name = String.fromCharCode(65 + (index % 26));
    if (index >= 26) name = columnName(Math.floor(index / 26) - 1) + name;
    columnNames[index] = name;
  }
  return name;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text for the XML of a workbook: characters that XML cannot contain become `_x000D_`, and text of that form is escaped. */
export function escapeXml(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[&<>"]/g, (c) => entities[c] as string)
    .replace(/(?![\t\n])[\p{Cc}\uFFFE\uFFFF]/gu, (c) => (c < "\u007F" || c > "\u009F" ? spelled(c) : c))
    .replace(/\p{Cs}/gu, "\uFFFD");
}

function spelled(c: string): string {
  return `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}

/** A name that a sheet may have and none of the others has. */
function sheetName(name: string, taken: readonly string[]): string {
  let end = name.length;
  while (name[end - 1] === "'") end--;
  const bare =
    name
      .slice(0, end)
      .replace(/^'+/, "")
      .replace(/[\\/?*[\]:]/g, " ")
      .trim() || "Sheet";
  const isTaken = (text: string) => taken.some((other) => other.toLowerCase() === text.toLowerCase());
  let unique = bare.slice(0, maxNameCharacters);
  for (let n = 2; isTaken(unique); n++) unique = `${bare.slice(0, maxNameCharacters - 4)} ${n}`;
  return unique;
}
