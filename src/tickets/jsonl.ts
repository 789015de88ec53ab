/**
 * Lines of JSON: an object a line, whose keys are the columns.
 */

import { foldName } from "../data/lookup.js";
import { CliError } from "../errors.js";
import { maxRowBytes } from "../limits.js";
import { InputBuffer, lineFeed } from "./input-buffer.js";
import { columns, requiredColumns } from "./names.js";
import { JsonRow, KeyList, parseObject, repeatedKey } from "./objects.js";

/** How an array begins, or an object over several lines. */
const jsonOfManyLines = /^\s*\[|[[{,]\s*$/;

/** How much of a file of JSON lines is looked at for its keys before the first is read; lines without a value may leave its key out. */
const glimpse = 1 << 16;

export class JsonlReader extends InputBuffer {
  private readonly row = new JsonRow();
  private usedKeys: ReadonlySet<string> = new Set();

  protected consume(begin: number, isLast: boolean): number {
    let from = begin;
    if (!this.columnMap && !this.readKeys(from, isLast)) return from;
    const isSound = this.isSound(from, isLast);
    while (from < this.size) {
      const to = this.lineEndAt(from);
      if (to - from > maxRowBytes) return this.shortenLine(from);
      if (to >= this.size && !isLast) break;
      this.readLine(from, to, isSound);
      this.line++;
      from = to + 1;
    }
    return Math.min(from, this.size);
  }

  private lineEndAt(from: number): number {
    const found = this.bytes.indexOf(lineFeed, from);
    return found < 0 ? this.size : Math.min(found, this.size);
  }

  /**
   * Finds the columns among the keys of the first lines: those that end within the glimpse, the first in any case. What they are must not
   * depend on how the blocks fall, so nothing is decided before enough has come; false until then, and for blank lines alone.
   */
  private readKeys(begin: number, isLast: boolean): boolean {
    const { choice } = this;
    const upTo = begin + glimpse;
    if (this.size < upTo && !isLast) return false;
    const keys = new KeyList();
    let first: { readonly line: number; readonly lineEnd: string; readonly isOfMany: boolean } | undefined;
    let line = this.line;
    for (let from = begin; from < this.size; line++) {
      const to = this.lineEndAt(from);
      if (to >= this.size && !isLast && !first) return false;
      if (to >= upTo && first) break;
      const text = this.decode(from, to);
      const object = parseObject(text);
      if (text.trim() !== "")
        first ??= { line, lineEnd: text.endsWith("\r") ? "\r\n" : "\n", isOfMany: jsonOfManyLines.test(text) };
      if (object) keys.see(Object.keys(object));
      from = to + 1;
    }
    if (!first) return isLast;
    if (keys.names.length === 0 || first.isOfMany)
      throw new CliError({ code: "unsupported-input", path: choice.columns.path, line: first.line });
    const { names, columns: header } = choice.keys?.() ?? keys;
    const { lineEnd } = first;
    this.row.names = names;
    this.row.header = [...header, ...this.mayBeLeftOut(header)];
    const format = { kind: "jsonl", separator: "", lineEnd, hasBom: this.startsWithBom, names } as const;
    const columnMap = this.beginWith(this.row.header, format, header.length);
    this.usedKeys = new Set(Object.values(columnMap.at).flatMap((at) => columnMap.header[at] ?? []));
    return true;
  }

  private readLine(from: number, to: number, isSound: boolean): void {
    const { row } = this;
    const text = this.decode(from, to).trim();
    if (text === "") return;
    row.line = this.line;
    const object = parseObject(text);
    row.fill(this.bytes, from, to, object);
    const repeated = object && repeatedKey(text, object, this.usedKeys);
    if (repeated !== undefined) row.error = { code: "repeated-key", key: repeated };
    if (!isSound) this.checkText(this.bytes, from, to, this.line);
    this.choice.sink.row(row);
  }

  /** Hands on the beginning of a line that is too long, and leaves out the rest. */
  private shortenLine(from: number): number {
    const { row } = this;
    row.line = this.line;
    row.fill(this.bytes, from, this.keptEnd(from), undefined);
    row.error = this.tooLong;
    this.choice.sink.row(row);
    return this.skipFrom(from);
  }

  /** A column that need not be there is looked for in every line, even where the first lines have no such key. */
  private mayBeLeftOut(keys: readonly string[]): readonly string[] {
    const { map } = this.choice.columns;
    const folded = new Set(keys.map(foldName));
    return columns
      .filter((column) => !(requiredColumns as readonly string[]).includes(column))
      .map((column) => map[column] ?? column)
      .filter((key) => !folded.has(foldName(key)));
  }
}
