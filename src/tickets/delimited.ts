/**
 * Files of separated cells: the header, and then row by row in the order of the file. How a row is written is {@link DelimitedRow}'s,
 * where the header is, `header`'s.
 */
import { CliError } from "../errors.js";
import { maxRowBytes } from "../limits.js";
import { carriageReturn, lineFeed } from "./bytes.js";
import { DelimitedRow, type ScanResult } from "./delimited-row.js";
import { Footer } from "./footer.js";
import { findHeader, type HeaderPlace, positionNames, searchedForHeader } from "./header.js";
import { InputBuffer } from "./input-buffer.js";

export class DelimitedReader extends InputBuffer {
  private row = new DelimitedRow(",");
  private separator = ",";
  private width = 0;
  private opened = -1;
  /** How many bytes were searched for the header without success. */
  private searched = 0;
  private readonly footer = new Footer();

  protected consume(begin: number, isLast: boolean): number {
    let from = begin;
    const end = this.size;
    if (!this.columnMap) {
      const after = this.readHeader(from, isLast);
      if (after === undefined) return from;
      from = after;
    }
    const { bytes, row, opened, width, footer } = this;
    const { sink } = this.choice;
    const isSound = this.isSound(from, isLast);
    const isWorkbook = this.choice.format === "xlsx";
    const plain = isSound ? sink.plain : undefined;
    plain?.reload();
    while (from < end) {
      if (plain && footer.isEmpty) {
        from = plain.read(bytes, from, end);
        this.line += plain.rows;
        if (from >= end) break;
      }
      const result = row.scan(bytes, from, end, isLast);
      const isTooLong = (result === "incomplete" ? end : row.to) - from > maxRowBytes;
      if (isTooLong) return this.shortenRow(from);
      if (result === "incomplete") break;
      row.line = this.line;
      this.line += row.lines;
      from = row.next;
      // A workbook has no cells after the last that is filled.
      if (isWorkbook && row.count > 1) row.pad(width);
      const isPlain =
        result === "whole" && row.count === width && (opened < 0 || row.starts[opened] !== row.ends[opened]);
      if (isPlain && isSound && footer.isEmpty) {
        row.accept();
        sink.row(row);
      } else if (isPlain && footer.isEmpty) this.deliver(row, result, isSound);
      else this.readOdd(result, isSound);
    }
    if (isLast && from >= end) this.choice.notes.footerLines += footer.release().length;
    return from;
  }

  /** Reads a row that may be none: nothing but separators, or a line of the footer. */
  private readOdd(result: ScanResult, isSound: boolean): void {
    const { row, footer } = this;
    if (row.isBlank) footer.seeBlank();
    else if (footer.fits(row, this.width, this.opened)) footer.hold(row);
    else {
      this.releaseFooter();
      this.deliver(row, result, isSound);
    }
  }

  /** Hands on as rows the lines that were held for the footer, since a row follows them. */
  private releaseFooter(): void {
    for (const { line, bytes } of this.footer.release()) {
      const row = new DelimitedRow(this.separator);
      const result = row.scan(bytes, 0, bytes.length - 1, true);
      row.line = line;
      this.deliver(row, result, false);
    }
  }

  private deliver(row: DelimitedRow, result: ScanResult, isSound: boolean): void {
    if (result === "broken") row.reject({ code: "bad-quotes" });
    else if (row.count !== this.width) row.reject({ code: "cell-count", found: row.count, expected: this.width });
    else row.accept();
    if (!isSound) this.checkText(row.bytes, row.from, row.to, row);
    this.choice.sink.row(row);
  }

  /** Hands on the beginning of a row that is too long, and leaves out the rest. */
  private shortenRow(from: number): number {
    const { row } = this;
    this.releaseFooter();
    row.shorten(this.bytes, from, this.keptEnd(from));
    row.line = this.line;
    row.reject(this.tooLong);
    this.choice.sink.row(row);
    return this.skipFrom(from);
  }

  /** Finds the header and begins with it; undefined until enough of the file is there. Searches again only where a line has ended since. */
  private readHeader(begin: number, isLast: boolean): number | undefined {
    const { bytes, choice, size } = this;
    const isSameLine = !bytes
      .subarray(Math.max(this.searched - 1, 0), size)
      .some((c) => c === lineFeed || c === carriageReturn);
    if (isSameLine && !isLast && size - begin < searchedForHeader) return undefined;
    this.searched = size;
    const searched = Math.min(size, begin + searchedForHeader);
    const { hasHeader = true, skipLines = 0, delimiter } = choice;
    const separator = delimiter ?? (choice.format === "tsv" ? "\t" : undefined);
    const place = findHeader(bytes, begin, searched, {
      separator,
      skipLines,
      hasHeader,
      accepts: (names) => this.hasColumns(names),
    });
    const isEnough = isLast || size - begin >= searchedForHeader || (place?.next ?? size) < size;
    if (!place || !isEnough) return undefined;
    return this.beginAt(place, isLast, hasHeader);
  }

  private beginAt(
    { from, line, separator, skipped }: HeaderPlace,
    isLast: boolean,
    hasHeader: boolean,
  ): number | undefined {
    const { bytes, choice } = this;
    const { path } = choice.columns;
    const row = new DelimitedRow(separator);
    const result = row.scan(bytes, from, this.size, isLast);
    if (result === "incomplete") return undefined;
    if (bytes.subarray(from, row.to).includes(0)) throw new CliError({ code: "unsupported-input", path, line });
    if (!this.isSoundText(from, row.to))
      throw new CliError({ code: "wrong-encoding", path, line, encoding: this.choice.encoding ?? "utf-8" });
    if (result === "broken" && hasHeader) throw new CliError({ code: "bad-header-quotes", path, line });
    row.countsLineEnds = choice.format !== "xlsx";
    row.countsReturns = row.next - row.to === 1 && bytes[row.to] === carriageReturn;
    this.row = row;
    this.separator = separator;
    const names = hasHeader ? row.cells() : positionNames(row.count);
    this.width = names.length;
    this.line = line;
    choice.notes.skippedLines += skipped;
    const { at } = this.beginWith(names, {
      kind: choice.format === "xlsx" ? "workbook" : "delimited",
      separator,
      lineEnd: row.next - row.to === 2 ? "\r\n" : "\n",
      hasBom: this.startsWithBom,
      names,
      writtenNames: hasHeader ? names.map((_, i) => row.written(i)) : undefined,
    });
    // Of a log, every row has the time of its event.
    this.opened = at.at < 0 ? at.opened : at.at;
    if (!hasHeader) return from;
    this.line += row.lines;
    return row.next;
  }
}
