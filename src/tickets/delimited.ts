/**
 * Files of separated cells: the header, and then row by row in the order of the file. How a row is written is {@link DelimitedRow}'s.
 */
import { CliError } from "../errors.js";
import { maxRowBytes } from "../limits.js";
import { findSeparator } from "./cells.js";
import { DelimitedRow } from "./delimited-row.js";
import { carriageReturn, InputBuffer, lineFeed } from "./input-buffer.js";

export class DelimitedReader extends InputBuffer {
  private row = new DelimitedRow(0);
  private width = 0;

  protected consume(begin: number, isLast: boolean): number {
    let from = begin;
    const end = this.size;
    if (!this.columnMap) {
      const after = this.readHeader(from, isLast);
      if (after === undefined) return from;
      from = after;
    }
    const { bytes, row } = this;
    const { sink } = this.choice;
    const isSound = this.isSound(from, isLast);
    while (from < end) {
      const result = row.scan(bytes, from, end, isLast);
      const isTooLong = (result === "incomplete" ? end : row.to) - from > maxRowBytes;
      if (isTooLong) return this.shortenRow(from);
      if (result === "incomplete") break;
      row.line = this.line;
      this.line += row.lines;
      from = row.next;
      // A blank line is no row.
      if (row.to === row.from) continue;
      if (result === "broken") row.reject({ code: "bad-quotes" });
      else if (row.count !== this.width) row.reject({ code: "cell-count", found: row.count, expected: this.width });
      else if (!isSound && !this.isSoundText(row.from, row.to)) row.reject({ code: "bad-encoding" });
      else row.accept();
      sink.row(row);
    }
    return from;
  }

  /** Hands on the beginning of a row that is too long, and leaves out the rest. */
  private shortenRow(from: number): number {
    const { row } = this;
    row.shorten(this.bytes, from, this.keptEnd(from));
    row.line = this.line;
    row.reject(this.tooLong);
    this.choice.sink.row(row);
    return this.skipFrom(from);
  }

  private readHeader(begin: number, isLast: boolean): number | undefined {
    const { bytes, choice } = this;
    let from = begin;
    let line = this.line;
    for (; bytes[from] === lineFeed || bytes[from] === carriageReturn; from++) {
      if (from >= this.size) return undefined;
      if (bytes[from] === lineFeed) line++;
    }
    let lineTo = from;
    while (lineTo < this.size && bytes[lineTo] !== lineFeed && bytes[lineTo] !== carriageReturn) lineTo++;
    if (lineTo === this.size && !isLast) return undefined;
    if (bytes.subarray(from, lineTo).includes(0))
      throw new CliError({ code: "unsupported-input", path: choice.columns.path, line });
    if (!this.isSoundText(from, lineTo))
      throw new CliError({ code: "wrong-encoding", path: choice.columns.path, line });
    const separator = choice.format === "tsv" ? "\t" : findSeparator(this.decode(from, lineTo));
    this.row = new DelimitedRow(separator.charCodeAt(0));
    const { row } = this;
    const result = row.scan(bytes, from, this.size, isLast);
    if (result === "incomplete") return undefined;
    if (result === "broken") throw new CliError({ code: "bad-header-quotes", path: choice.columns.path, line });
    const header = row.cells();
    const lineEnd = row.next - row.to === 2 ? "\r\n" : "\n";
    this.width = header.length;
    this.line = line;
    this.beginWith(header, { kind: "delimited", separator, lineEnd, hasBom: this.startsWithBom, names: header });
    this.line += row.lines;
    return row.next;
  }
}
