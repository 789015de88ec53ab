/**
 * Rows that are objects of JSON, whatever is between them: their keys are the columns. A file may have an object a line (`jsonl`), or an array of
 * objects (`json-array`).
 */
import { foldName } from "../data/lookup.js";
import { CliError } from "../errors.js";
import { maxRowBytes } from "../limits.js";
import { lineFeed } from "./bytes.js";
import { namedHeaders, nearestOfEach, presetPaths } from "./columns.js";
import { InputBuffer } from "./input-buffer.js";
import { columns, minutesColumn, requiredColumns } from "./names.js";
import { ObjectSpans } from "./object-spans.js";
import { JsonRow, KeyList, parseObject, pathsIn, repeatedKey, valueAt } from "./objects.js";

/** How much of a file is looked at for its keys before the first object is read; objects without a value may leave its key out. */
const searchedForKeys = 1 << 16;

/** Where an object is, and where the next is looked for. */
export interface ObjectSpan {
  readonly from: number;
  readonly to: number;
  readonly next: number;
  /** Lines from where it was looked for to where it begins, and from there to `next`. */
  readonly linesBefore: number;
  readonly lines: number;
  /** Where in its document the next is looked for. */
  readonly place: Place;
}

/**
 * Where in a document objects are looked for: before an array of them, inside, inside one that is the value of a key, at the one object
 * that the document is, at the end.
 */
export type Place = "before" | "inside" | "under-key" | "single" | "end";

export abstract class ObjectReader extends InputBuffer {
  /** Every object is on a line of its own. */
  protected readonly hasLines: boolean = false;
  protected place: Place = "before";
  private readonly row = new JsonRow();
  /** Finds the values of objects in bytes. */
  private spans: ObjectSpans | undefined;
  private usedKeys: ReadonlySet<string> = new Set();
  /** Paths into the first object, to suggest for one that no object has. */
  private paths: readonly string[] = [];
  /** Keys that `--map` names and no object had so far. */
  private unseen: readonly string[] = [];

  /** The object at `from` or after; undefined where it is not whole yet, or where there is none. */
  protected abstract findObject(from: number, isLast: boolean, place: Place): ObjectSpan | undefined;

  /** Sets the position of a row that begins here. */
  protected locate(row: JsonRow): void {
    row.line = this.line;
  }

  /** Passes over what follows the last object and is none; the position after it. */
  protected passRest(from: number): number {
    return from;
  }

  /** Where an object begins that is not whole yet. */
  protected beginOf(from: number): number {
    return from;
  }

  protected linesIn(from: number, to: number): number {
    let lines = 0;
    for (let at = from; at < to; at++) if (this.bytes[at] === lineFeed) lines++;
    return lines;
  }

  /** How rows are ended where they are written a line each. */
  protected abstract lineEndOf(object: ObjectSpan): string;

  /** An object on one line, as it is to be written: the bytes themselves, or a copy. */
  protected abstract onOneLine(from: number, to: number): Buffer;

  /** What has to be true of a first object whose keys are no columns. */
  protected abstract refuseFirst(object: ObjectSpan, line: number): void;

  protected consume(begin: number, isLast: boolean): number {
    let from = begin;
    if (!this.columnMap && !this.readKeys(from, isLast)) return from;
    const isSound = this.isSound(from, isLast);
    const plain = isSound && this.hasLines && this.spans ? this.choice.sink.plain : undefined;
    plain?.reload();
    while (from < this.size) {
      if (plain && this.unseen.length === 0) {
        from = plain.read(this.bytes, from, this.size);
        this.line += plain.rows;
        if (from >= this.size) break;
      }
      const object = this.findObject(from, isLast, this.place);
      if (object) this.place = object.place;
      else from = this.passRest(from);
      const begun = object?.from ?? this.beginOf(from);
      if ((object?.to ?? this.size) - begun > maxRowBytes) {
        this.line += object?.linesBefore ?? this.linesIn(from, begun);
        return this.shortenRow(begun);
      }
      if (!object) break;
      this.line += object.linesBefore;
      this.readObject(object, isSound);
      this.line += object.lines;
      from = object.next;
    }
    return Math.min(from, this.size);
  }

  override end(): void {
    super.end();
    const { columns: choice } = this.choice;
    if (this.unseen.length === 0) return;
    const found = this.row.names;
    const nearest = nearestOfEach(this.unseen, found, this.paths);
    throw new CliError({ code: "missing-column", path: choice.path, columns: this.unseen, nearest, found });
  }

  /**
   * Finds the columns among the keys of the first objects: those that end within the searched part, the first in any case. What they are
   * must not depend on how the blocks fall, so nothing is decided before enough has come; false until then, and where there is no object.
   */
  private readKeys(begin: number, isLast: boolean): boolean {
    const upTo = begin + searchedForKeys;
    if (this.size < upTo && !isLast) return false;
    const keys = new KeyList();
    const paths = new Set<string>();
    let first: ObjectSpan | undefined;
    let firstLine = this.line;
    let from = begin;
    let { place } = this;
    while (from < this.size) {
      const object = this.findObject(from, isLast, place);
      if (!object) break;
      place = object.place;
      if (object.to >= upTo && first) break;
      const value = parseObject(this.decode(object.from, object.to));
      if (!first) {
        firstLine += object.linesBefore;
        first = object;
      }
      if (value) {
        keys.see(Object.keys(value));
        if (this.paths.length === 0 && this.mappedPaths().some((path) => path.includes(".")))
          this.paths = pathsIn(value);
        for (const path of [...this.mappedPaths(), ...(this.choice.columns.optional ?? []), ...presetPaths])
          if (valueAt(value, path) !== undefined) paths.add(path);
      }
      from = object.next;
    }
    if (!first) return isLast;
    if (keys.names.length === 0) this.refuseFirst(first, firstLine);
    this.beginObjects(keys, [...paths], this.lineEndOf(first), isLast && from >= this.size);
    return true;
  }

  private beginObjects(seen: KeyList, paths: readonly string[], lineEnd: string, isWhole: boolean): void {
    const { names, columns: keys } = this.choice.keys?.() ?? seen;
    const header = [...keys, ...paths.filter((path) => !keys.includes(path))];
    this.row.names = names;
    this.row.header = [...header, ...this.mayBeLeftOut(header, isWhole)];
    const format = { kind: "jsonl", separator: "", lineEnd, hasBom: this.startsWithBom, names } as const;
    // Keys that differ only in case or blanks are one column, and a key with a point may be a path too: such objects are parsed.
    if (keys.length === names.length && !names.some((name) => name.includes(".")))
      this.spans = new ObjectSpans(this.row.header, names.length);
    const columnMap = this.beginWith(this.row.header, format, header.length, this.paths);
    this.usedKeys = new Set(
      Object.values(columnMap.at).flatMap((at) => {
        const key = columnMap.header[at];
        return key === undefined ? [] : [key, key.split(".")[0] as string];
      }),
    );
  }

  private readObject({ from, to }: ObjectSpan, isSound: boolean): void {
    const { row } = this;
    const bytes = this.onOneLine(from, to);
    const [begin, end] = bytes === this.bytes ? [from, to] : [0, bytes.length];
    this.locate(row);
    if (isSound && this.unseen.length === 0 && this.spans?.find(bytes, begin, end)) {
      row.fillFound(bytes, begin, end, this.spans);
      this.choice.sink.row(row);
      return;
    }
    const text = bytes.toString("utf8", begin, end).trim();
    const object = parseObject(text);
    row.fill(bytes, begin, end, object);
    const repeated = object && repeatedKey(text, object, this.usedKeys);
    if (repeated !== undefined) row.error = { code: "repeated-key", key: repeated };
    if (!isSound) this.checkText(this.bytes, from, to, row);
    if (object && this.unseen.length > 0)
      this.unseen = this.unseen.filter((path) => valueAt(object, path) === undefined);
    this.choice.sink.row(row);
  }

  /** Hands on the beginning of an object that is too long, and leaves out the rest. */
  private shortenRow(from: number): number {
    const { row } = this;
    this.locate(row);
    row.fill(this.bytes, from, this.keptEnd(from), undefined);
    row.error = this.tooLong;
    this.choice.sink.row(row);
    return this.skipFrom(from);
  }

  private mappedPaths(): readonly string[] {
    return namedHeaders(this.choice.columns);
  }

  /** A column that need not be there is looked for in every object, even where the first have no such key. */
  private mayBeLeftOut(keys: readonly string[], isWhole: boolean): readonly string[] {
    const folded = new Set(keys.map(foldName));
    const mapped = this.mappedPaths();
    this.unseen = isWhole ? [] : mapped.filter((key) => !folded.has(foldName(key)));
    const own = columns.filter((column) => !(requiredColumns as readonly string[]).includes(column));
    return [...own, minutesColumn, ...this.unseen].filter((key) => !folded.has(foldName(key)));
  }
}
