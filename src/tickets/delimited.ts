/**
 * Rows of cells: the quick way through plain ones, and the general reading of all others, in the order of the file.
 */
import { CliError, type RowError } from "../errors.js";
import { isFormula } from "../formula.js";
import { findSeparator, parseCells, type Separator, splitPlainly } from "./cells.js";
import { clearRow, InputBuffer, type ReaderContext } from "./input-buffer.js";
import { incomplete, needsSlowPath, type PlainReader } from "./plain.js";
import { carriageReturn, findRecord, type LineEnd, lineFeed, type RecordSpan } from "./records.js";

/** How many rows in a row may want care before plain ones are looked for only now and then. */
const maxSlowRows = 32;
const retryEvery = 1000;

export class DelimitedReader extends InputBuffer {
  private separator: Separator | undefined;
  private separatorByte = 0;
  private reading: ReaderContext | undefined;
  private plain: PlainReader | undefined;
  private readonly span: RecordSpan = { to: 0, next: 0, lineEnd: "", lines: 0 };
  /** Rows of the general reading that are waiting to be read together: their ends, lines, and the one line end they share. */
  private readonly run = {
    from: 0,
    tos: [] as number[],
    froms: [] as number[],
    lines: [] as number[],
    lineEnd: "" as LineEnd,
  };
  private slowRows = 0;

  protected consume(begin: number, isLast: boolean): number {
    let from = begin;
    const end = this.size;
    if (!this.layout) {
      const after = this.readHeader(from, isLast);
      if (after === undefined) return from;
      from = after;
    }
    const { sink } = this.choice;
    const { ticket, span, bytes } = this;
    const isSound = this.isSound(from, isLast);
    while (from < end) {
      if (this.plain && isSound && (this.slowRows < maxSlowRows || this.slowRows % retryEvery < 2)) {
        const next = this.plain.read(bytes, from, end, ticket);
        if (next >= 0) {
          if (this.run.tos.length > 0) {
            this.flush(isSound);
            this.plain.read(bytes, from, end, ticket);
          }
          ticket.line = this.line;
          sink.ticket(ticket);
          this.line += this.plain.lines;
          this.slowRows = 0;
          from = next;
          continue;
        }
        if (next === incomplete && !isLast) break;
        if (next === needsSlowPath) this.slowRows++;
      } else this.slowRows++;
      const kind = findRecord(bytes, from, end, this.separatorByte, isLast, span);
      if (kind === "cut") break;
      if (kind === "whole" && span.to === from) {
        // A blank line is no row, and its line end may be another than the rows'.
        this.flush(isSound);
      } else if (kind === "broken") {
        this.flush(isSound);
        this.give(
          splitPlainly(this.decode(from, span.to), this.separator as Separator),
          from,
          span.to,
          this.line,
          { code: "bad-quotes" },
          isSound,
        );
      } else {
        if (this.run.tos.length > 0 && (this.run.lineEnd !== span.lineEnd || this.run.tos.length >= 512))
          this.flush(isSound);
        this.run.lineEnd = span.lineEnd;
        this.run.froms.push(from);
        this.run.tos.push(span.to);
        this.run.lines.push(this.line);
      }
      this.line += span.lines;
      from = span.next;
    }
    this.flush(isSound);
    return from;
  }

  private readHeader(begin: number, isLast: boolean): number | undefined {
    const { bytes, span, choice } = this;
    let from = begin;
    while (from < this.size && (bytes[from] === lineFeed || bytes[from] === carriageReturn)) {
      if (bytes[from] === lineFeed) this.line++;
      from++;
    }
    let lineTo = from;
    while (lineTo < this.size && bytes[lineTo] !== lineFeed && bytes[lineTo] !== carriageReturn) lineTo++;
    if (lineTo === this.size && !isLast) return undefined;
    if (from === this.size) return undefined;
    if (bytes.subarray(from, lineTo).includes(0))
      throw new CliError({ code: "unsupported-input", path: choice.columns.path, line: this.line });
    if (!this.isSoundText(from, lineTo))
      throw new CliError({ code: "wrong-encoding", path: choice.columns.path, line: this.line });
    const separator = choice.format === "tsv" ? "\t" : findSeparator(this.decode(from, lineTo));
    this.separator = separator;
    this.separatorByte = separator.charCodeAt(0);
    const kind = findRecord(bytes, from, this.size, this.separatorByte, isLast, span);
    if (kind === "cut") return undefined;
    if (kind === "broken")
      throw new CliError({ code: "bad-header-quotes", path: choice.columns.path, line: this.line });
    const header = parseCells(this.decode(from, span.to), separator, "")[0] ?? [];
    const lineEnd = span.lineEnd === "\r\n" ? "\r\n" : "\n";
    const columnMap = this.beginWith(header, {
      kind: "delimited",
      separator,
      lineEnd,
      hasBom: this.startsWithBom,
      names: header,
    });
    this.reading = choice.reading(columnMap);
    this.plain = choice.sink.wantsCells ? undefined : this.reading.plain(this.separatorByte);
    this.line += span.lines;
    return span.next;
  }

  /** Reads the waiting rows together. */
  private flush(isSound: boolean): void {
    const { froms, tos, lines, lineEnd } = this.run;
    const count = tos.length;
    if (count === 0) return;
    const separator = this.separator as Separator;
    const whole = parseCells(this.decode(froms[0] as number, tos[count - 1] as number), separator, lineEnd);
    for (let i = 0; i < count; i++) {
      const from = froms[i] as number;
      const to = tos[i] as number;
      // Should the library ever part them otherwise, each is read by itself, so that no row is lost.
      const cells = whole.length === count ? whole[i] : parseCells(this.decode(from, to), separator, "")[0];
      this.give(cells ?? [], from, to, lines[i] as number, undefined, isSound);
    }
    froms.length = 0;
    tos.length = 0;
    lines.length = 0;
  }

  private give(
    cells: readonly string[],
    from: number,
    to: number,
    line: number,
    known: RowError | undefined,
    isSound: boolean,
  ): void {
    const { ticket } = this;
    const width = this.layout?.header.length ?? 0;
    ticket.line = line;
    ticket.bytes = this.bytes;
    ticket.from = from;
    ticket.to = to;
    ticket.cells = cells;
    const error = known ?? this.errorOf(cells, width, from, to, isSound);
    if (error) {
      clearRow(ticket, error);
    } else this.reading?.interpreter.read((at) => cells[at] ?? "", ticket);
    ticket.isVerbatim = error === undefined && !cells.some(isFormula);
    this.choice.sink.ticket(ticket);
  }

  private errorOf(
    cells: readonly string[],
    width: number,
    from: number,
    to: number,
    isSound: boolean,
  ): RowError | undefined {
    if (cells.length !== width) return { code: "cell-count", found: cells.length, expected: width };
    if (!isSound && !this.isSoundText(from, to)) return { code: "bad-encoding" };
    return undefined;
  }
}
