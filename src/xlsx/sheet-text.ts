/**
 * Reads the XML of a workbook's parts: names and formats from the small parts, and a sheet as rows of separated cells, in
 * which texts are in quotes and numbers and dates are not. Rows that are missing are blank lines, so that line numbers are row numbers.
 */
import { epochDay, epochDayFrom1904 } from "./days.js";

const entityCodes: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The text of XML, and of what workbooks spell as `_x000D_`. */
export function unescapeXml(text: string): string {
  const plain = text.includes("&")
    ? text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
        if (name !== undefined) return entityCodes[name] ?? whole;
        const code = Number.parseInt(hex ?? decimal, hex === undefined ? 10 : 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD";
      })
    : text;
  if (!plain.includes("_x")) return plain;
  return plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

export function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  const value = match?.[1] ?? match?.[2];
  return value === undefined ? undefined : unescapeXml(value);
}

/** Elements without a prefix, which some programs write. */
export function withoutPrefix(xml: string): string {
  return xml.replace(/<(\/?)\w+:(?=\w)/g, "<$1");
}

interface Element {
  readonly attributes: string;
  readonly body: string;
  readonly start: number;
  readonly bodyEnd: number;
}

/** The elements of a name, in order, in one pass over the text; none of them holds another of its name. */
function* elementsOf(xml: string, name: string): Generator<Element> {
  const open = `<${name}`;
  for (let at = xml.indexOf(open); at >= 0; at = xml.indexOf(open, at)) {
    const from = at + open.length;
    at = from;
    if (!/[\s/>]/.test(xml.charAt(from))) continue;
    const end = endOfTag(xml, from);
    const isEmpty = xml.charAt(end - 1) === "/";
    const close = isEmpty ? end + 1 : xml.indexOf(`</${name}`, end);
    const bodyEnd = close < 0 ? xml.length : close;
    const attributes = xml.slice(from, isEmpty ? end - 1 : end);
    yield { attributes, body: xml.slice(end + 1, bodyEnd), start: from - open.length, bodyEnd };
    at = bodyEnd;
  }
}

/** Where the `>` of a tag is; those in quotes are text. */
function endOfTag(xml: string, from: number): number {
  let at = from;
  for (let quote = ""; at < xml.length; at++) {
    const c = xml.charAt(at);
    if (quote !== "") quote = c === quote ? "" : quote;
    else if (c === ">") break;
    else if (c === '"' || c === "'") quote = c;
  }
  return at;
}

function attributesOf(xml: string, name: string): string[] {
  return Array.from(elementsOf(xml, name), ({ attributes }) => attributes);
}

/** The texts of `<t>` one after the other, without those for the pronunciation of others. */
export function richText(xml: string): string {
  let kept = "";
  let from = 0;
  for (const { start, bodyEnd } of elementsOf(xml, "rPh")) {
    kept += xml.slice(from, start);
    from = bodyEnd;
  }
  let text = "";
  for (const { body } of elementsOf(kept + xml.slice(from), "t")) text += body;
  return unescapeXml(text);
}

/** The shared texts of XML that ends within `<si>`, empty elements included: cells name them by number. */
export function sharedTexts(xml: string): string[] {
  return Array.from(elementsOf(xml, "si"), ({ body }) => richText(body));
}

export interface SheetEntry {
  readonly name: string;
  readonly id: string;
}

/** The sheets of `xl/workbook.xml` in order, and whether its dates count from 1904. */
export function readWorkbook(xml: string): { readonly sheets: readonly SheetEntry[]; readonly isFrom1904: boolean } {
  const plain = withoutPrefix(xml);
  return {
    sheets: attributesOf(plain, "sheet").map((attributes) => ({
      name: attribute(attributes, "name") ?? "",
      id: attribute(attributes, "id") ?? "",
    })),
    isFrom1904: attributesOf(plain, "workbookPr").some((attributes) =>
      /^(?:1|true)$/.test(attribute(attributes, "date1904")?.trim() ?? ""),
    ),
  };
}

/** Targets of a part's relationships by id. */
export function readRelations(xml: string): ReadonlyMap<string, string> {
  return new Map(
    attributesOf(withoutPrefix(xml), "Relationship").map((attributes) => [
      attribute(attributes, "Id") ?? "",
      attribute(attributes, "Target") ?? "",
    ]),
  );
}

/** The target of a part's first relationship of a type, such as `styles`. */
export function targetOfType(xml: string, type: string): string | undefined {
  const found = attributesOf(withoutPrefix(xml), "Relationship").find((attributes) =>
    attribute(attributes, "Type")?.endsWith(`/${type}`),
  );
  return found === undefined ? undefined : attribute(found, "Target");
}

/** What a number is shown as. */
export type NumberKind = "number" | "date" | "dateTime" | "instant" | "duration";

/** The kind of each cell format of `xl/styles.xml`. */
export function readNumberKinds(xml: string): readonly NumberKind[] {
  const plain = withoutPrefix(xml);
  const custom = new Map(
    attributesOf(plain, "numFmt").map((attributes) => [
      Number(attribute(attributes, "numFmtId")),
      attribute(attributes, "formatCode") ?? "",
    ]),
  );
  const [formats] = elementsOf(plain, "cellXfs");
  return attributesOf(formats?.body ?? "", "xf").map((attributes) => {
    const id = Number(attribute(attributes, "numFmtId") ?? 0);
    const code = custom.get(id);
    return code === undefined ? builtInKind(id) : kindOfFormat(code);
  });
}

function builtInKind(id: number): NumberKind {
  if (id === 22) return "dateTime";
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return "date";
  return (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) ? "duration" : "number";
}

function kindOfFormat(code: string): NumberKind {
  const bare = code
    .split(";", 1)[0]!
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[[^[\]]*\]/g, (part) => (/^\[[hms]+\]$/i.test(part) ? part : ""));
  if (/general/i.test(bare)) return "number";
  const hasTime = /[hs]/i.test(bare);
  const hasDate = /[yd]/i.test(bare) || (/m/i.test(bare) && !hasTime && !/[0#?]/.test(bare));
  if (hasDate && hasTime) return /(?:\\Z|"Z"|UTC"?)$/.test(code) ? "instant" : "dateTime";
  if (hasDate) return "date";
  return hasTime ? "duration" : "number";
}

const dayMs = 86_400_000;

/** A number of a cell as text: dates as ISO 8601 without an offset, rounded to the second, lengths of time as `hh:mm:ss`. */
function numberText(value: string, kind: NumberKind, isFrom1904: boolean): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  if (kind === "number") return String(number);
  const seconds = Math.round(number * 86_400);
  if (kind === "duration" && number >= 0) {
    const two = (n: number) => String(n).padStart(2, "0");
    return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  }
  const ms = seconds * 1000 - (isFrom1904 ? epochDayFrom1904 : epochDay) * dayMs;
  if (Math.abs(ms) > 8.64e15) return String(number);
  const iso = new Date(ms).toISOString().slice(0, 19);
  if (kind === "date" && seconds % 86_400 === 0) return iso.slice(0, 10);
  return kind === "instant" ? `${iso}Z` : iso;
}

/** Texts by number, as bytes: a workbook may have a million of them. */
export class SharedTexts {
  private bytes = Buffer.alloc(1 << 16);
  private ends = new Uint32Array(1 << 10);
  private count = 0;

  get size(): number {
    return this.count === 0 ? 0 : (this.ends[this.count - 1] as number);
  }

  add(text: string): void {
    const from = this.size;
    const length = Buffer.byteLength(text);
    if (from + length > this.bytes.length) {
      const larger = Buffer.alloc(Math.max(from + length, this.bytes.length * 2));
      this.bytes.copy(larger, 0, 0, from);
      this.bytes = larger;
    }
    if (this.count === this.ends.length) {
      const more = new Uint32Array(this.count * 2);
      more.set(this.ends);
      this.ends = more;
    }
    this.bytes.write(text, from);
    this.ends[this.count++] = from + length;
  }

  text(index: number): string {
    if (!(index >= 0 && index < this.count)) return "";
    return this.bytes.toString("utf8", index === 0 ? 0 : this.ends[index - 1], this.ends[index]);
  }
}

export interface CellContext {
  readonly texts: SharedTexts;
  readonly kinds: readonly NumberKind[];
  readonly isFrom1904: boolean;
}

/** Takes XML apart at the ends of an element, piece by piece. */
export class XmlElements {
  private rest = "";
  private readonly end: string;

  constructor(name: string) {
    this.end = `</${name}>`;
  }

  /** How much of an element is there that is not whole. */
  get pending(): number {
    return this.rest.length;
  }

  /** What is whole: for each element, the text from the end of the one before to its own. */
  feed(piece: string): readonly string[] {
    const parts = withoutPrefix(this.rest + piece).split(this.end);
    this.rest = parts.pop() as string;
    return parts;
  }
}

const maxColumn = 16_384;

/** Rows of a sheet as lines of separated cells. */
export class SheetLines {
  /** By column from 0: cells with a formula and without its result, which are empty. */
  readonly unstored = new Map<number, number>();
  private readonly context: CellContext;
  private line = 0;

  constructor(context: CellContext) {
    this.context = context;
  }

  /** The lines of a row, and the blank ones before it; nothing for a row without values. `xml` ends with its last cell. */
  lineOf(xml: string): string {
    const begin = xml.lastIndexOf("<row");
    if (begin < 0) return "";
    const tag = xml.slice(begin, xml.indexOf(">", begin));
    const number = Number(attribute(tag, "r") ?? this.line + 1);
    const cells: string[] = [];
    const unstored: number[] = [];
    for (const { attributes, body } of elementsOf(xml.slice(begin), "c")) {
      const column = columnIndex(attributes) ?? cells.length;
      if (column >= maxColumn) continue;
      while (cells.length < column) cells.push("");
      cells[column] = this.cellText(attributes, body);
      if (isUnstored(attributes, body)) unstored.push(column);
    }
    while (cells.length > 0 && cells.at(-1) === "") cells.pop();
    if (cells.length === 0 || !(number > this.line)) return "";
    for (const column of unstored) this.unstored.set(column, (this.unstored.get(column) ?? 0) + 1);
    const blank = "\n".repeat(number - this.line - 1);
    this.line = number;
    return `${blank}${cells.join(",")}\n`;
  }

  private cellText(attributes: string, body: string): string {
    const type = cellType(attributes);
    if (type === "inlineStr") return quoted(richText(body));
    const [element] = elementsOf(body, "v");
    // An empty number is none, rather than zero.
    if (element === undefined || element.body === "") return "";
    const value = element.body;
    const { texts, kinds, isFrom1904 } = this.context;
    if (type === "s") return quoted(texts.text(Number(value)));
    if (type === "b") return value === "1" ? "TRUE" : "FALSE";
    if (type === "n")
      return numberText(value, kinds[Number(/\ss=["'](\d+)["']/.exec(attributes)?.[1] ?? 0)] ?? "number", isFrom1904);
    return type === "d" ? value : quoted(unescapeXml(value));
  }
}

function cellType(attributes: string): string {
  return /\st=["'](\w+)["']/.exec(attributes)?.[1] ?? "n";
}

/** Whether a cell has a formula without a result: programs that write workbooks without computing them store none, or an empty one. */
function isUnstored(attributes: string, body: string): boolean {
  if (!body.includes("<f")) return false;
  const [result] = elementsOf(body, "v");
  return result === undefined || (result.body === "" && cellType(attributes) !== "str");
}

function quoted(text: string): string {
  return text === "" ? "" : `"${text.replaceAll('"', '""')}"`;
}

/** The column of a reference such as `AB12`, from 0. */
function columnIndex(attributes: string): number | undefined {
  const letters = /\sr=["']([A-Z]+)\d+["']/.exec(attributes)?.[1];
  if (letters === undefined) return undefined;
  let index = 0;
  for (let i = 0; i < letters.length; i++) index = index * 26 + letters.charCodeAt(i) - 64;
  return index - 1;
}
