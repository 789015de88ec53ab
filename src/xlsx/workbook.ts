/**
 * A workbook (`.xlsx`, ECMA-376), written sheet by sheet and row by row. Texts are in the cells themselves, so that nothing has to be kept
 * until the end. Knows nothing of tickets and plans.
 */
import { epochDay, epochDayFrom1904 } from "./days.js";
import { type Appearance, defaultAppearance, type Style, styles, stylesXml } from "./styles.js";
import { ZipWriter } from "./zip-writer.js";

export type { Style } from "./styles.js";

/** A date or time as milliseconds since 1970 of a wall clock. */
export interface DateCell {
  readonly wallMs: number;
  readonly style: "dateTime" | "instant" | "date" | "leftTime";
}

/** A formula, and the value that it has when it is written. */
export interface FormulaCell {
  readonly formula: string;
  readonly value?: string | number;
  readonly style?: Style;
}

/** A formula that a block of rows shares, each relative to its row: the first of them has its text and the cells that share it. */
export interface SharedFormulaCell {
  readonly shared: number;
  readonly formula?: string;
  readonly cells?: string;
  readonly style: Style;
}

export interface StyledCell {
  readonly value: string | number;
  readonly style: Style;
}

/** A text is a text whatever it begins with; a formula has a type of its own. */
export type Cell = string | number | boolean | undefined | DateCell | FormulaCell | SharedFormulaCell | StyledCell;

export interface ColumnOptions {
  /** In characters. */
  readonly width: number;
  /** Of cells that are not written. */
  readonly style?: Style;
  readonly isHidden?: boolean;
}

export interface SheetOptions {
  /** Widths of columns in characters, or more about them. */
  readonly widths?: readonly (number | ColumnOptions)[];
  /** Rows at the top, and columns at the left, that stay in view. */
  readonly frozenRows?: number;
  readonly frozenColumns?: number;
  /** Height of rows in points, unless they have their own. */
  readonly rowHeight?: number;
  /** Each page is as wide as the sheet. */
  readonly fitsWidth?: boolean;
  readonly tabColor?: string;
  readonly hidesGrid?: boolean;
}

/** A range of a sheet that a spreadsheet handles as a table: it grows with the rows that people add. */
export interface Table {
  readonly name: string;
  /** Such as `A1:L500`. */
  readonly ref: string;
  /** Each with the formula of new rows, where it is calculated. */
  readonly columns: readonly { readonly name: string; readonly formula?: string | undefined }[];
  readonly style: string;
}

export interface DefinedName {
  readonly name: string;
  /** Such as `Targets!$A$2:$A$9`. */
  readonly formula: string;
  /** The name of the sheet that it belongs to; of the whole workbook without one. */
  readonly sheet?: string;
}

export interface WorkbookOptions {
  /** Its numbers of days count from 1904. */
  readonly isFrom1904?: boolean;
  readonly appearance?: Appearance;
  /** A spreadsheet computes every formula when it opens the workbook. */
  readonly calculatesOnLoad?: boolean;
}

/** The longest text of a cell; a longer one is cut. */
export const maxCellCharacters = 32_767;
export const maxSheetRows = 1_048_576;
const maxNameCharacters = 31;
const dayMs = 86_400_000;

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export class WorkbookWriter {
  private readonly zip = new ZipWriter();
  private readonly names: string[] = [];
  private readonly tables: Table[] = [];
  private readonly definedNames: DefinedName[] = [];
  private readonly options: WorkbookOptions;
  private readonly epochDay: number;
  private row = 0;

  constructor(options: WorkbookOptions = {}) {
    this.options = options;
    this.epochDay = options.isFrom1904 ? epochDayFrom1904 : epochDay;
  }

  /** Begins a sheet, after the one before it has ended. Its name is made one that a workbook may have. */
  beginSheet(name: string, options: SheetOptions = {}): void {
    this.names.push(sheetName(name, this.names));
    this.row = 0;
    this.zip.begin(`xl/worksheets/sheet${this.names.length}.xml`);
    this.zip.write(
      `${xml}<worksheet ${main} xmlns:r="${relationships}">${sheetProperties(options)}<sheetViews><sheetView${
        options.hidesGrid ? ' showGridLines="0"' : ""
      } workbookViewId="0">${pane(options)}</sheetView></sheetViews>${rowHeightXml(options.rowHeight)}${columns(options.widths ?? [])}<sheetData>`,
    );
  }

  /** Rows of the sheet so far. */
  get rows(): number {
    return this.row;
  }

  /** Adds a row of cells, and of cells that are ready as XML; its height in points is that of its texts unless given. */
  addRow(cells: readonly Cell[], ready = "", height?: number): void {
    this.row++;
    let text = `<row r="${this.row}"${height === undefined ? "" : ` ht="${height}" customHeight="1"`}>`;
    for (let i = 0; i < cells.length; i++) text += cellXml(cells[i], `${columnName(i)}${this.row}`, this.epochDay);
    this.zip.write(`${text}${ready}</row>`);
  }

  /** Ends the sheet; `parts` are elements that follow its rows, such as conditional formats and validations, in the order of the standard. */
  endSheet(parts = "", tables: readonly Table[] = []): void {
    const { zip } = this;
    const first = this.tables.length + 1;
    const tableParts = tables.map((_, i) => `<tablePart r:id="rId${i + 1}"/>`).join("");
    const list = tables.length === 0 ? "" : `<tableParts count="${tables.length}">${tableParts}</tableParts>`;
    zip.write(`</sheetData>${parts}${list}</worksheet>`);
    zip.end();
    if (tables.length === 0) return;
    this.tables.push(...tables);
    const targets = tables.map((_, i) => ["table", `../tables/table${first + i}.xml`] as const);
    zip.add(`xl/worksheets/_rels/sheet${this.names.length}.xml.rels`, relations(targets));
    tables.forEach((table, i) => {
      zip.add(`xl/tables/table${first + i}.xml`, tableXml(table, first + i));
    });
  }

  /** Names a range; before the end. */
  define(name: DefinedName): void {
    this.definedNames.push(name);
  }

  finish(): void {
    const { names, zip, tables, options } = this;
    const sheets = names.map((_, i) => i + 1);
    const overrides = [
      ["workbook.xml", "sheet.main"],
      ["styles.xml", "styles"],
      ...sheets.map((n) => [`worksheets/sheet${n}.xml`, "worksheet"]),
      ...tables.map((_, i) => [`tables/table${i + 1}.xml`, "table"]),
    ].map(([part, type]) => `<Override PartName="/xl/${part}" ContentType="${contentType(type as string)}"/>`);
    zip.add(
      "[Content_Types].xml",
      `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`,
    );
    zip.add("_rels/.rels", relations([["officeDocument", "xl/workbook.xml"]]));
    const list = names.map((name, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
    zip.add(
      "xl/workbook.xml",
      `${xml}<workbook ${main} xmlns:r="${relationships}">${options.isFrom1904 ? '<workbookPr date1904="1"/>' : ""}<sheets>${list.join("")}</sheets>${definedNamesXml(
        this.definedNames,
        names,
      )}${options.calculatesOnLoad ? '<calcPr calcId="191029" fullCalcOnLoad="1"/>' : ""}</workbook>`,
    );
    zip.add(
      "xl/_rels/workbook.xml.rels",
      relations([...sheets.map((n) => ["worksheet", `worksheets/sheet${n}.xml`] as const), ["styles", "styles.xml"]]),
    );
    zip.add("xl/styles.xml", stylesXml(options.appearance ?? defaultAppearance));
    zip.finish();
  }

  /** The bytes that were written since the last call. */
  take(): Uint8Array {
    return this.zip.take();
  }
}

function sheetProperties({ tabColor, fitsWidth }: SheetOptions): string {
  const color = tabColor === undefined ? "" : `<tabColor rgb="${tabColor}"/>`;
  const fit = fitsWidth ? '<pageSetUpPr fitToPage="1"/>' : "";
  return color + fit === "" ? "" : `<sheetPr>${color}${fit}</sheetPr>`;
}

function rowHeightXml(height: number | undefined): string {
  return height === undefined ? "" : `<sheetFormatPr defaultRowHeight="${height}" customHeight="1"/>`;
}

function pane({ frozenRows: rows = 0, frozenColumns = 0 }: SheetOptions): string {
  if (rows + frozenColumns === 0) return "";
  const x = frozenColumns > 0 ? ` xSplit="${frozenColumns}"` : "";
  const y = rows > 0 ? ` ySplit="${rows}"` : "";
  const active = x === "" ? "bottomLeft" : y === "" ? "topRight" : "bottomRight";
  return `<pane${x}${y} topLeftCell="${columnName(frozenColumns)}${rows + 1}" activePane="${active}" state="frozen"/>`;
}

function columns(widths: readonly (number | ColumnOptions)[]): string {
  const list = widths.map((one, i) => {
    const { width, style, isHidden }: ColumnOptions = typeof one === "number" ? { width: one } : one;
    const styled = style === undefined ? "" : ` style="${styles[style]}"`;
    return `<col min="${i + 1}" max="${i + 1}" width="${width}"${styled}${isHidden ? ' hidden="1"' : ""} customWidth="1"/>`;
  });
  return list.length === 0 ? "" : `<cols>${list.join("")}</cols>`;
}

function tableXml({ name, ref, columns, style }: Table, id: number): string {
  const list = columns.map(({ name, formula }, i) => {
    const start = `<tableColumn id="${i + 1}" name="${escapeXml(name)}"`;
    return formula === undefined
      ? `${start}/>`
      : `${start}><calculatedColumnFormula>${escapeXml(formula)}</calculatedColumnFormula></tableColumn>`;
  });
  return `${xml}<table ${main} id="${id}" name="${name}" displayName="${name}" ref="${ref}" totalsRowShown="0"><autoFilter ref="${ref}"/><tableColumns count="${columns.length}">${list.join("")}</tableColumns><tableStyleInfo name="${style}" showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>`;
}

function definedNamesXml(definedNames: readonly DefinedName[], sheets: readonly string[]): string {
  if (definedNames.length === 0) return "";
  const list = definedNames.map(({ name, formula, sheet }) => {
    const scope = sheet === undefined ? "" : ` localSheetId="${sheets.indexOf(sheet)}"`;
    return `<definedName name="${name}"${scope}>${escapeXml(formula)}</definedName>`;
  });
  return `<definedNames>${list.join("")}</definedNames>`;
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

function cellXml(cell: Cell, place: string, epochDay: number): string {
  if (cell === undefined || cell === "") return "";
  if (typeof cell !== "object") return valueXml(cell, place, "plain");
  if ("wallMs" in cell) return valueXml(cell.wallMs / dayMs + epochDay, place, cell.style);
  if ("shared" in cell) return sharedXml(cell, place);
  if (!("formula" in cell)) return valueXml(cell.value, place, cell.style);
  const style = ` s="${styles[cell.style ?? "plain"]}"`;
  const type = typeof cell.value === "string" ? ' t="str"' : "";
  const value = cell.value === undefined ? "" : `<v>${escapeXml(String(cell.value))}</v>`;
  return `<c r="${place}"${style}${type}><f>${escapeXml(cell.formula)}</f>${value}</c>`;
}

/** The cells from a column on that share the formulas of an earlier row, as XML of any row: made in one step, since rows may be many. */
export function sharedCells(from: number, cells: readonly SharedFormulaCell[]): (row: number) => string {
  const rowNumber = "\n";
  const parts = cells
    .map((cell, i) => sharedXml(cell, columnName(from + i) + rowNumber))
    .join("")
    .split(rowNumber);
  return (row) => parts.join(String(row));
}

function sharedXml({ shared, formula, cells, style }: SharedFormulaCell, place: string): string {
  const s = style === "plain" ? "" : ` s="${styles[style]}"`;
  const start = `<c r="${place}"${s}><f t="shared"`;
  if (formula === undefined) return `${start} si="${shared}"/></c>`;
  return `${start} ref="${cells}" si="${shared}">${escapeXml(formula)}</f></c>`;
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
