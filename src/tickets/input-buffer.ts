/**
 * What the readers of ticket files share: the bytes that are not read to their end yet, from block to block, whether they are sound
 * text, and the limit of a row. Memory is one row, whatever the file.
 */
import { isUtf8 } from "node:buffer";
import { CliError, positionOf, type RowError, type RowPosition } from "../errors.js";
import { maxColumns, maxRowBytes } from "../limits.js";
import { carriageReturn, lineFeed } from "./bytes.js";
import { type ColumnChoice, type ColumnMap, findColumns } from "./columns.js";
import type { InputFormat } from "./names.js";
import type { KeyList } from "./objects.js";
import type { FileFormat, ReadingNotes, RowSink } from "./row.js";

/** How much of a longer row is kept, by which people find it. */
const keptOfLong = 1 << 16;
/** A row that is not whole yet is looked at again only once there is twice as much of it, from this size on. */
const rescannedFrom = 1 << 18;

export interface ReaderChoice {
  readonly format: InputFormat;
  readonly columns: ColumnChoice;
  /** An encoding the TextDecoder knows; undefined for UTF-8, or for that of a mark at the beginning. */
  readonly encoding: string | undefined;
  readonly sink: RowSink;
  /** What is left out or replaced is noted here. */
  readonly notes: ReadingNotes;
  /** The separator, where it was given, lines to pass over before the header, and whether there is a header. */
  readonly delimiter?: string | undefined;
  readonly skipLines?: number | undefined;
  readonly hasHeader?: boolean | undefined;
  /** The keys of a file of JSON lines, where a first pass found them all; called when the file is read. */
  readonly keys?: () => KeyList | undefined;
}

/** Bytes that are not read to their end yet, in front of the next block. `bytes[size]` is a line feed, so that searches stop. */
export abstract class InputBuffer {
  isRecoded = false;
  protected bytes = Buffer.alloc(1 << 16);
  protected size = 0;
  protected line = 1;
  protected columnMap: ColumnMap | undefined;
  protected readonly choice: ReaderChoice;
  protected readonly tooLong: RowError = { code: "long-row", megabytes: maxRowBytes >> 20 };
  private hasBom: boolean | undefined;
  /** What comes next belongs to a row that is too long. */
  protected isSkipping = false;
  private wantedSize = 0;

  constructor(choice: ReaderChoice) {
    this.choice = choice;
  }

  feed(block: Uint8Array): void {
    const needed = this.size + block.length + 1;
    if (needed > this.bytes.length) {
      const larger = Buffer.alloc(Math.max(needed, Math.min(this.bytes.length * 2, needed + (1 << 20))));
      larger.set(this.bytes.subarray(0, this.size));
      this.bytes = larger;
    }
    this.bytes.set(block, this.size);
    this.size += block.length;
    this.bytes[this.size] = lineFeed;
    if (this.size >= this.wantedSize) this.advance(false);
  }

  end(): void {
    this.advance(true);
    if (!this.columnMap) throw this.withoutRows();
  }

  /** What is wrong with a file in which no row begins. */
  protected withoutRows(): CliError {
    return new CliError({ code: "empty-file", path: this.choice.columns.path });
  }

  protected get startsWithBom(): boolean {
    return this.hasBom === true;
  }

  private advance(isLast: boolean): void {
    let done = 0;
    if (this.hasBom === undefined) {
      if (this.size < 3 && !isLast) return;
      this.hasBom = this.size >= 3 && this.bytes[0] === 0xef && this.bytes[1] === 0xbb && this.bytes[2] === 0xbf;
      if (this.hasBom) done = 3;
    }
    let from = -1;
    // A row that is too long ends a reading early, since what follows it is skipped first.
    while (from < done) {
      from = done;
      if (this.isSkipping) done = this.skip(from, isLast);
      if (!this.isSkipping) done = this.consume(done, isLast);
    }
    const left = this.size - done;
    if (!this.columnMap && left > maxRowBytes + (1 << 20)) {
      const { path } = this.choice.columns;
      throw new CliError({ code: "row-too-long", path, line: this.line, megabytes: maxRowBytes >> 20 });
    }
    this.bytes.copyWithin(0, done, this.size);
    this.size = left;
    this.bytes[left] = lineFeed;
    this.wantedSize = left < rescannedFrom ? 0 : Math.min(left * 2, Math.max(maxRowBytes + 2, left));
  }

  /** Reads what is whole from `from` on and gives the position after it. */
  protected abstract consume(from: number, isLast: boolean): number;

  /** Where the part that is kept of the row at `from` ends. */
  protected keptEnd(from: number): number {
    return from + keptOfLong;
  }

  /** Passes over the row at `from`, which is too long: it ends with the first line end after the limit. */
  protected skipFrom(from: number): number {
    const limit = from + maxRowBytes;
    for (let at = from; at < limit; at++) if (this.isLineEnd(at)) this.line++;
    this.isSkipping = true;
    return limit;
  }

  /** Passes over more of a row that is too long. */
  protected skip(from: number, isLast: boolean): number {
    for (let at = from; at < this.size; at++) {
      if (this.bytes[at] === carriageReturn && at + 1 >= this.size && !isLast) return at;
      if (!this.isLineEnd(at)) continue;
      this.line++;
      this.isSkipping = false;
      return at + 1;
    }
    return this.size;
  }

  /** Whether a line ends at `at`: a line feed, or a carriage return that none follows. */
  protected isLineEnd(at: number): boolean {
    const c = this.bytes[at];
    return c === lineFeed || (c === carriageReturn && (this.bytes[at + 1] !== lineFeed || at + 1 >= this.size));
  }

  /** Whether the bytes up to their last line end, at the end of the file all of them, are sound text. */
  protected isSound(from: number, isLast: boolean): boolean {
    if (isLast) return this.isSoundText(from, this.size);
    const last = Math.max(
      this.bytes.lastIndexOf(lineFeed, this.size - 1),
      this.bytes.lastIndexOf(carriageReturn, this.size - 1),
    );
    return this.isSoundText(from, Math.max(last + 1, from));
  }

  protected isSoundText(from: number, to: number, bytes: Buffer = this.bytes): boolean {
    const part = bytes.subarray(from, to);
    return this.isRecoded ? Buffer.from(part.buffer, part.byteOffset, part.length).indexOf("\uFFFD") < 0 : isUtf8(part);
  }

  /** Notes a row with bytes that are not text in the file's encoding. */
  protected checkText(bytes: Buffer, from: number, to: number, row: RowPosition): void {
    const { notes } = this.choice;
    if (this.isSoundText(from, to, bytes)) return;
    if (notes.undecodableRows++ === 0) notes.firstUndecodable = positionOf(row);
  }

  /** Whether all required columns are among the names, so that they are a header. */
  protected hasColumns(names: readonly string[]): boolean {
    try {
      findColumns(names, this.choice.columns);
      return true;
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      return error.error.code !== "missing-column";
    }
  }

  protected decode(from: number, to: number): string {
    return this.bytes.toString("utf8", from, to);
  }

  /** `found` is how many names of the header the file was seen to have; `paths` are suggested for paths that it lacks. */
  protected beginWith(
    header: readonly string[],
    format: FileFormat,
    found = header.length,
    paths: readonly string[] = [],
  ): ColumnMap {
    if (found > maxColumns) {
      throw new CliError({
        code: "too-many-columns",
        path: this.choice.columns.path,
        line: this.line,
        columns: maxColumns,
      });
    }
    this.columnMap = findColumns(header, { ...this.choice.columns, paths }, found);
    this.choice.sink.begin(this.columnMap, format);
    return this.columnMap;
  }
}
