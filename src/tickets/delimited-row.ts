/**
 * A row of separated cells, found in bytes in one pass: where it ends and where its cells are. Quotes, doubled quotes and line ends of any
 * kind inside quotes belong to the cell; blanks between a closing quote and the separator do not. Where the quotes make no sense, or one
 * is never closed, the row is its first line, split at every separator. Texts are made only where they are needed.
 */
import type { RowError } from "../errors.js";
import { formulaStarts, mayBeFormula } from "../formula.js";
import { maxRowBytes } from "../limits.js";
import { carriageReturn, lineFeed, quote, space } from "./bytes.js";
import type { CellSpans, Row } from "./row.js";

/** No byte. */
const nothing = -1;

/** Looked up for each cell, so not through the module. */
const starters = formulaStarts;

/** `incomplete`: the bytes end before the row does. `broken`: its quotes make no sense. */
export type ScanResult = "whole" | "broken" | "incomplete";

export class DelimitedRow implements Row, CellSpans {
  line = 0;
  error: RowError | undefined;
  bytes: Buffer = Buffer.alloc(0);
  from = 0;
  to = 0;
  isVerbatim = false;
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  count = 0;
  hasBareQuotes = false;
  isSuspect = false;
  /** Lines that the row takes up, and where the next begins. */
  lines = 1;
  next = 0;
  /** Lines within quotes are lines of the file, which they are not where a row is one of a workbook. */
  countsLineEnds = true;
  /** A carriage return alone ends a line of the file, and not only a line of a cell. */
  countsReturns = false;
  /** The first byte of the separator, and all of them. */
  private readonly separator: number;
  private readonly separatorBytes: Buffer;
  /** The highest byte that ends a cell without quotes: most bytes are higher, and are passed over by one comparison. */
  private readonly highestEnd: number;
  /** What may follow a closing quote besides the separator. */
  private readonly blank: number;

  constructor(separator: string) {
    this.separatorBytes = Buffer.from(separator);
    this.separator = this.separatorBytes[0] as number;
    this.highestEnd = Math.max(this.separator, carriageReturn);
    this.blank = separator === " " ? nothing : space;
  }

  get spans(): CellSpans {
    return this;
  }

  /**
   * Finds the row at `from`, reading up to `end`, where a line feed must be, so that searches stop. With `isLast`, nothing follows `end`:
   * the end of the bytes ends a row then, and an open quote is never closed.
   */
  scan(bytes: Buffer, from: number, end: number, isLast: boolean): ScanResult {
    const { separator, blank, highestEnd } = this;
    const width = this.separatorBytes.length;
    let starts = this.starts;
    let ends = this.ends;
    let at = from;
    let cell = 0;
    let isSuspect = false;
    this.bytes = bytes;
    this.from = from;
    this.lines = 1;
    this.hasBareQuotes = false;
    for (;;) {
      if (cell === starts.length) {
        this.grow();
        starts = this.starts;
        ends = this.ends;
      }
      starts[cell] = at;
      let c = bytes[at] as number;
      if (c === quote) {
        c = bytes[++at] as number;
        if (starters[c] !== 0 && mayBeFormula(bytes, at)) isSuspect = true;
        at = this.closingQuote(at, end);
        if (at >= end || at - from > maxRowBytes) {
          if (at >= end && !isLast && end - from <= maxRowBytes) return "incomplete";
          return this.firstLine(end, isLast);
        }
        ends[cell++] = ++at;
        c = bytes[at] as number;
        while (c === blank) c = bytes[++at] as number;
        if (c !== separator && c !== lineFeed && c !== carriageReturn) return this.firstLine(end, isLast);
        if (width > 1 && c === separator && !this.isSeparator(at)) {
          // The rest of a separator may be in the next block.
          if (at + width > end && !isLast) return "incomplete";
          return this.firstLine(end, isLast);
        }
      } else {
        if (starters[c] !== 0 && c !== separator && c !== lineFeed && c !== carriageReturn && mayBeFormula(bytes, at))
          isSuspect = true;
        while (c > highestEnd || (c !== separator && c !== lineFeed && c !== carriageReturn)) c = bytes[++at] as number;
        if (width > 1 && c === separator) {
          at = this.endOfCell(at);
          c = bytes[at] as number;
        }
        ends[cell++] = at;
      }
      if (c !== separator) break;
      at += width;
    }
    this.count = cell;
    this.isSuspect = isSuspect;
    return this.finish(at, end, isLast) ? "whole" : "incomplete";
  }

  /** Whether a separator of several bytes is at `at`, where its first byte is. */
  private isSeparator(at: number): boolean {
    const { separatorBytes } = this;
    return this.bytes.compare(separatorBytes, 0, separatorBytes.length, at, at + separatorBytes.length) === 0;
  }

  /** Where the cell around `at` ends, which has the first byte of the separator there. */
  private endOfCell(from: number): number {
    const { bytes, separator } = this;
    let at = from;
    for (;;) {
      const c = bytes[at] as number;
      if (c === lineFeed || c === carriageReturn || (c === separator && this.isSeparator(at))) return at;
      at++;
    }
  }

  /** The quote that closes the cell whose text begins at `from`; `end` where none does. */
  private closingQuote(from: number, end: number): number {
    const { bytes } = this;
    for (let at = from; ; at++) {
      const c = bytes[at] as number;
      if (c > quote) continue;
      if (c === quote) {
        if (bytes[at + 1] !== quote) return at;
        at++;
      } else if (c === lineFeed) {
        if (at >= end) return end;
        if (this.countsLineEnds) this.lines++;
      } else if (c === carriageReturn && this.countsReturns && bytes[at + 1] !== lineFeed) this.lines++;
    }
  }

  private firstLine(end: number, isLast: boolean): ScanResult {
    const { bytes, from } = this;
    let at = from;
    while (at < end && bytes[at] !== lineFeed && bytes[at] !== carriageReturn) at++;
    this.lines = 1;
    if (!this.finish(at, end, isLast)) return "incomplete";
    this.split();
    return "broken";
  }

  /** Makes the pieces between separators the cells, whatever quotes they have. */
  private split(): void {
    const { bytes, separatorBytes, to } = this;
    this.hasBareQuotes = true;
    this.count = 0;
    for (let at = this.from; ; ) {
      const found = bytes.subarray(0, to).indexOf(separatorBytes, at);
      if (this.count === this.starts.length) this.grow();
      this.starts[this.count] = at;
      this.ends[this.count++] = found < 0 ? to : found;
      if (found < 0) return;
      at = found + separatorBytes.length;
    }
  }

  /** Ends the row at `at`, before a line end or at the end of the file; false where that is not certain yet. */
  private finish(at: number, end: number, isLast: boolean): boolean {
    this.to = at;
    if (at >= end) {
      this.next = end;
      return isLast;
    }
    this.next = at + 1;
    if (this.bytes[at] === lineFeed) return true;
    if (at + 1 >= end) return isLast;
    if (this.bytes[at + 1] === lineFeed) this.next++;
    return true;
  }

  private grow(): void {
    const { starts, ends } = this;
    this.starts = new Int32Array(starts.length * 2);
    this.starts.set(starts);
    this.ends = new Int32Array(starts.length * 2);
    this.ends.set(ends);
  }

  /** The row's cells are sound. */
  accept(): void {
    this.error = undefined;
    this.isVerbatim = true;
  }

  /** The row is bad as it is written, whatever its cells mean. */
  reject(error: RowError): void {
    this.error = error;
    this.isVerbatim = false;
  }

  /** Adds empty cells up to so many. */
  pad(width: number): void {
    while (this.starts.length < width) this.grow();
    for (; this.count < width; this.count++) {
      this.starts[this.count] = this.to;
      this.ends[this.count] = this.to;
    }
  }

  /** Every cell is empty. */
  get isBlank(): boolean {
    const { bytes, starts, ends, count } = this;
    for (let i = 0; i < count; i++) {
      const length = (ends[i] as number) - (starts[i] as number);
      if (length !== 0 && !(length === 2 && bytes[starts[i] as number] === quote)) return false;
    }
    return true;
  }

  text(column: number): string {
    if (column < 0 || column >= this.count) return "";
    const from = this.starts[column] as number;
    const to = this.ends[column] as number;
    if (this.hasBareQuotes || this.bytes[from] !== quote) return this.bytes.toString("utf8", from, to);
    return this.bytes.toString("utf8", from + 1, to - 1).replaceAll('""', '"');
  }

  cell(column: number): string {
    return this.text(column);
  }

  /** Quotes and line ends may be in any cell. */
  isText(): boolean {
    return false;
  }

  /** A cell as it is written, its quotes included. */
  written(column: number): string {
    return this.bytes.toString("utf8", this.starts[column], this.ends[column]);
  }

  cells(): readonly string[] {
    return Array.from({ length: this.count }, (_, i) => this.text(i));
  }

  keys(): readonly string[] {
    return [];
  }

  source(): string {
    return this.bytes.toString("utf8", this.from, this.to);
  }

  /** Makes the row the beginning of one that is too long to be read: the cells that end before `to`. */
  shorten(bytes: Buffer, from: number, to: number): void {
    const last = bytes.subarray(from, to).lastIndexOf(this.separatorBytes);
    this.bytes = bytes;
    this.from = from;
    this.to = from + Math.max(last, 0);
    this.split();
  }
}
