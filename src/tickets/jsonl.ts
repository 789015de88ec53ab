/**
 * Lines of JSON: an object a line, whose keys are the columns.
 */

import { foldName } from "../data/lookup.js";
import { CliError } from "../errors.js";
import type { ColumnMap } from "./columns.js";
import { clearRow, InputBuffer, type ReaderContext } from "./input-buffer.js";
import { columns, requiredColumns } from "./names.js";
import { KeyList, parseObject, repeatedKey, textOf, valueOfKey } from "./objects.js";
import { type LineEnd, lineFeed } from "./records.js";

/** How an array begins, or an object over several lines. */
const jsonOfManyLines = /^\s*\[|[[{,]\s*$/;

/** How much of a file of JSON lines is looked at for its keys before the first is read; lines without a value may leave its key out. */
const glimpse = 1 << 16;

export class JsonlReader extends InputBuffer {
  private reading: ReaderContext | undefined;
  private usedKeys: ReadonlySet<string> = new Set();

  protected consume(begin: number, isLast: boolean): number {
    let from = begin;
    if (!this.layout && !this.readKeys(from, isLast)) return from;
    const isSound = this.isSound(from, isLast);
    while (from < this.size) {
      const to = this.lineEndAt(from);
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
    let first: { readonly line: number; readonly lineEnd: LineEnd; readonly isOfMany: boolean } | undefined;
    let line = this.line;
    for (let from = begin; from < this.size; line++) {
      const to = this.lineEndAt(from);
      if (to >= this.size && !isLast && !first) return false;
      if (to >= upTo && first) break;
      const text = this.decode(from, to);
      const object = parseObject(text);
      if (text.trim() !== "")
        first ??= { line, lineEnd: text.endsWith("\r") ? "\r\n" : "\n", isOfMany: jsonOfManyLines.test(text) };
      if (object) keys.see(object);
      from = to + 1;
    }
    if (!first) return isLast;
    if (keys.names.length === 0 || first.isOfMany)
      throw new CliError({ code: "unsupported-input", path: choice.columns.path, line: first.line });
    const { names, columns: header } = choice.keys?.() ?? keys;
    const { lineEnd } = first;
    const shape = { kind: "jsonl", separator: "", lineEnd, hasBom: this.startsWithBom, names } as const;
    const columnMap = this.beginWith([...header, ...this.mayBeLeftOut(header)], shape, header.length);
    this.reading = choice.reading(columnMap);
    this.usedKeys = new Set(Object.values(columnMap.at).flatMap((at) => columnMap.header[at] ?? []));
    return true;
  }

  private readLine(from: number, to: number, isSound: boolean): void {
    const text = this.decode(from, to).trim();
    if (text === "") return;
    const object = parseObject(text);
    const { ticket, choice } = this;
    ticket.line = this.line;
    ticket.bytes = this.bytes;
    ticket.from = from;
    ticket.to = to;
    ticket.cells = undefined;
    ticket.object = object;
    ticket.isVerbatim = object !== undefined;
    const columnMap = this.layout as ColumnMap;
    const repeated = object && repeatedKey(text, object, this.usedKeys);
    if (!object) clearRow(ticket, { code: "bad-json" });
    else if (repeated !== undefined) clearRow(ticket, { code: "repeated-key", key: repeated });
    else if (!isSound && !this.isSoundText(from, to)) clearRow(ticket, { code: "bad-encoding" });
    else this.reading?.interpreter.read((at) => textOf(valueOfKey(object, columnMap.header[at] as string)), ticket);
    choice.sink.ticket(ticket);
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
