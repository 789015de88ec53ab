/**
 * Ticket files that are packed, as what is in them: gzip as its text, a workbook as rows of separated cells. Which they are is seen in their
 * first bytes, not in their name.
 */
import { posix } from "node:path";
import { Readable, type Transform } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { createGunzip, createInflateRaw } from "node:zlib";
import { CliError, type PackageProblem } from "../errors.js";
import { maxDocumentBytes } from "../limits.js";
import { nearestNames } from "../suggest.js";
import {
  type CellContext,
  readNumberKinds,
  readRelations,
  readWorkbook,
  SharedTexts,
  type SheetEntry,
  SheetLines,
  sharedTexts,
  targetOfType,
  XmlElements,
} from "../xlsx/sheet-text.js";
import { dataOffset, readZipDirectory, type ZipEntry } from "../xlsx/zip-reader.js";
import type { BlockInput, UnstoredFormulas } from "./files.js";
import { packingOf } from "./packing.js";

const beginning = 1 << 16;
/** Characters of a row of a sheet in XML, which is longer than its text. */
const maxElementXml = 32 << 20;

/** The input, unpacked. `sheet` is the name or number of a sheet; without one it is the first with rows. */
export async function unpack(input: BlockInput, path: string, sheet: string | undefined): Promise<BlockInput> {
  const mark = await input.first();
  if (packingOf(mark) === "gzip") {
    const inner = unpacked(input, () => through(createGunzip(), copies(input.blocks()), path));
    if (packingOf(await inner.first()) !== undefined) throw notRead(path, "nested");
    return inner;
  }
  if (mark[0] === 0xd0) throw notRead(path, "xls");
  await input.keep();
  const workbook = await PackedWorkbook.open(input, path);
  const chosen = sheet === undefined ? undefined : chooseSheet(workbook.sheets, sheet);
  const lines = () => workbook.lines(chosen);
  const { isFrom1904 } = workbook;
  return { ...unpacked(input, lines), isWorkbook: true, isFrom1904, unstoredFormulas: () => workbook.unstoredFormulas };
}

function notRead(path: string, problem: PackageProblem): CliError {
  return new CliError({ code: "unreadable-package", path, problem });
}

/** An input whose blocks are made of those of another, from the beginning each time. */
function unpacked(input: BlockInput, open: () => AsyncGenerator<Uint8Array>): BlockInput {
  let started: { readonly blocks: Uint8Array[]; readonly rest: AsyncGenerator<Uint8Array> } | undefined;
  return {
    ...input,
    size: undefined,
    async first() {
      if (!started) {
        const rest = open();
        started = { blocks: [], rest };
        for (let size = 0; size < beginning; ) {
          const { done, value } = await rest.next();
          if (done) break;
          started.blocks.push(value);
          size += value.length;
        }
      }
      return Buffer.concat(started.blocks);
    },
    async *blocks() {
      const { blocks, rest } = started ?? { blocks: [], rest: open() };
      started = undefined;
      yield* blocks;
      yield* rest;
    },
  };
}

/** What comes out of a transformation of blocks. */
async function* through(
  transform: Transform,
  blocks: AsyncGenerator<Uint8Array>,
  path: string,
): AsyncGenerator<Buffer> {
  const source = Readable.from(blocks);
  source.on("error", (error) => transform.destroy(error));
  source.pipe(transform);
  try {
    for await (const block of transform) yield block as Buffer;
  } catch (error) {
    throw error instanceof CliError ? error : notRead(path, "damaged");
  } finally {
    source.destroy();
    transform.destroy();
  }
}

/** The blocks of an input are reused, those in a queue of a stream are not. */
async function* copies(blocks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const block of blocks) yield Buffer.from(block);
}

/** What a workbook's parts say of its sheets. */
interface WorkbookParts {
  readonly sheets: readonly SheetEntry[];
  /** The paths of its sheets by their identifiers. */
  readonly paths: ReadonlyMap<string, string>;
  readonly textsPath: string;
  readonly numbers: Pick<CellContext, "kinds" | "isFrom1904">;
}

/** The main part is found by its relationship, since some programs give it another name, and so are its own parts. */
async function readParts(zip: ZipPackage): Promise<WorkbookParts> {
  const mainPath = partPath(
    "",
    targetOfType((await zip.whole("_rels/.rels")) ?? "", "officeDocument") ?? "xl/workbook.xml",
  );
  const { dir, base } = posix.parse(mainPath);
  const main = (await zip.whole(mainPath)) ?? "";
  const relations = (await zip.whole(posix.join(dir, "_rels", `${base}.rels`))) ?? "";
  const { sheets, isFrom1904 } = readWorkbook(main);
  if (sheets.length === 0 || relations === "") throw notRead(zip.path, "not-workbook");
  const pathOf = (type: string, name: string) => partPath(dir, targetOfType(relations, type) ?? name);
  const kinds = readNumberKinds((await zip.whole(pathOf("styles", "styles.xml"))) ?? "");
  const paths = new Map(Array.from(readRelations(relations), ([id, target]) => [id, partPath(dir, target)]));
  return { sheets, paths, textsPath: pathOf("sharedStrings", "sharedStrings.xml"), numbers: { kinds, isFrom1904 } };
}

/** The path of a part that a relationship in a folder names. */
function partPath(folder: string, target: string): string {
  return target.startsWith("/") ? target.slice(1) : posix.join(folder, target);
}

/** The rows of a workbook's sheets. */
class PackedWorkbook {
  /** Those of the sheet that was read last. */
  unstoredFormulas: UnstoredFormulas = new Map();
  private readonly package: ZipPackage;
  private readonly parts: WorkbookParts;
  private texts: SharedTexts | undefined;

  private constructor(zip: ZipPackage, parts: WorkbookParts) {
    this.package = zip;
    this.parts = parts;
  }

  static async open(input: BlockInput, path: string): Promise<PackedWorkbook> {
    const zip = await ZipPackage.open(input, path);
    return new PackedWorkbook(zip, await readParts(zip));
  }

  get sheets(): readonly SheetEntry[] {
    return this.parts.sheets;
  }

  get isFrom1904(): boolean {
    return this.parts.numbers.isFrom1904;
  }

  /** The rows of a sheet, of the first with rows where none is given. */
  async *lines(sheet: SheetEntry | undefined): AsyncGenerator<Uint8Array> {
    let hasRows = false;
    for (const one of sheet ? [sheet] : this.sheets) {
      for await (const block of this.linesOf(one)) {
        hasRows = true;
        yield block;
      }
      if (hasRows) return;
    }
    throw notRead(this.package.path, "no-rows");
  }

  private async *linesOf(sheet: SheetEntry): AsyncGenerator<Uint8Array> {
    this.texts ??= await this.readTexts();
    const lines = new SheetLines({ texts: this.texts, ...this.parts.numbers });
    this.unstoredFormulas = lines.unstored;
    const rows = new XmlElements("row");
    let text = "";
    for await (const piece of this.package.text(this.parts.paths.get(sheet.id) ?? "")) {
      for (const xml of rows.feed(piece)) text += lines.lineOf(xml);
      if (rows.pending > maxElementXml) throw notRead(this.package.path, "damaged");
      if (text.length < beginning) continue;
      yield Buffer.from(text);
      text = "";
    }
    if (text !== "") yield Buffer.from(text);
  }

  private async readTexts(): Promise<SharedTexts> {
    const texts = new SharedTexts();
    const elements = new XmlElements("si");
    for await (const piece of this.package.text(this.parts.textsPath)) {
      for (const xml of elements.feed(piece)) for (const text of sharedTexts(xml)) texts.add(text);
      if (elements.pending > maxElementXml) throw notRead(this.package.path, "damaged");
    }
    return texts;
  }
}

/** A ZIP file whose files are read one at a time. */
class ZipPackage {
  readonly path: string;
  private readonly input: BlockInput;
  private readonly entries: ReadonlyMap<string, ZipEntry>;

  private constructor(path: string, input: BlockInput, entries: readonly ZipEntry[]) {
    this.path = path;
    this.input = input;
    this.entries = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  }

  static async open(input: BlockInput, path: string): Promise<ZipPackage> {
    const entries = await readZipDirectory((from, length) => input.readAt(from, length), await input.length());
    if (!entries) throw notRead(path, "damaged");
    return new ZipPackage(path, input, entries);
  }

  /** A small file; undefined where there is none of that name. */
  async whole(name: string): Promise<string | undefined> {
    if (!this.entries.has(name.toLowerCase())) return undefined;
    let text = "";
    for await (const piece of this.text(name)) {
      text += piece;
      if (text.length > maxDocumentBytes) throw notRead(this.path, "damaged");
    }
    return text;
  }

  /** A file, piece by piece; nothing where there is none of that name. */
  async *text(name: string): AsyncGenerator<string> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) return;
    const decoder = new StringDecoder("utf8");
    const blocks = this.compressed(entry);
    for await (const block of entry.isDeflated ? through(createInflateRaw(), blocks, this.path) : blocks)
      yield decoder.write(block);
    yield decoder.end();
  }

  private async *compressed(entry: ZipEntry): AsyncGenerator<Buffer> {
    const { input } = this;
    const from = await dataOffset((at, length) => input.readAt(at, length), entry);
    for (let at = 0; at < entry.compressedSize; at += beginning)
      yield await input.readAt(from + at, Math.min(beginning, entry.compressedSize - at));
  }
}

/** A sheet by its name, else by its number. */
function chooseSheet(sheets: readonly SheetEntry[], choice: string): SheetEntry {
  const named = sheets.find(({ name }) => name === choice) ?? sheets.find(({ name }) => sameName(name, choice));
  const chosen = named ?? (/^\d{1,4}$/.test(choice) ? sheets[Number(choice) - 1] : undefined);
  if (chosen) return chosen;
  const allowed = sheets.map(({ name }) => name);
  const nearest = nearestNames(choice, allowed);
  throw new CliError({ code: "unknown-value", option: "--sheet", value: choice, allowed, nearest });
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.trim().toLowerCase();
}
