/**
 * A ticket file from its bytes, block by block, to a sink, row by row and in order. Keeps the unfinished row between blocks and nothing else,
 * so memory does not grow with the file. Every row arrives, the broken ones with their fault.
 */
import { isUtf8 } from "node:buffer";
import { Failure, type RowFault } from "../errors.js";
import { findSeparator, isFormula, parseCells, type Separator, splitPlainly } from "./cells.js";
import { type ColumnChoice, columns, findLayout, foldHeader, type Layout, requiredColumns } from "./columns.js";
import type { InputFormat } from "./forms.js";
import { blankTicket, type Interpreter, type Shape, type Sink, type Ticket } from "./interpret.js";
import { cellsOfObject, KeyList, ownValue, parseObject, textOf } from "./objects.js";
import { cutOff, notPlain, type PlainReader } from "./plain.js";
import { carriageReturn, findRecord, type LineEnd, lineFeed, longestRecord, type RecordSpan } from "./records.js";

/** What is known of a file once its header is read. */
export interface Reading {
  readonly interpreter: Pick<Interpreter, "read">;
  /** The quick way through plain rows; undefined where there is none. */
  plain(separator: number): PlainReader | undefined;
}

export interface ReaderChoice {
  readonly format: InputFormat;
  readonly columns: ColumnChoice;
  /** An encoding the TextDecoder knows; undefined for UTF-8, or what a mark at the beginning says. */
  readonly encoding: string | undefined;
  readonly sink: Sink;
  /** The keys of a file of JSON lines, where a first pass found them all; asked when the file is read. */
  readonly keys?: () => KeyList | undefined;
  reading(layout: Layout): Reading;
}

export interface TicketReader {
  feed(block: Uint8Array): void;
  /** The file ends here. Throws `empty-file` where there was nothing. */
  end(): void;
}

export function openReader(choice: ReaderChoice): TicketReader {
  const rows = choice.format === "jsonl" ? new JsonlReader(choice) : new DelimitedReader(choice);
  let recode: ((block: Uint8Array | undefined) => Uint8Array) | undefined;
  let hasBegun = false;
  return {
    feed(block) {
      if (!hasBegun && block.length > 0) {
        hasBegun = true;
        const encoding = choice.encoding ?? markedEncoding(block);
        if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) {
          recode = recoder(encoding);
          rows.isRecoded = true;
        }
      }
      rows.feed(recode ? recode(block) : block);
    },
    end() {
      if (recode) rows.feed(recode(undefined));
      rows.end();
    },
  };
}

/** UTF-16 files of spreadsheets say so in their first two bytes. */
function markedEncoding(block: Uint8Array): string | undefined {
  if (block[0] === 0xff && block[1] === 0xfe) return "utf-16le";
  return block[0] === 0xfe && block[1] === 0xff ? "utf-16be" : undefined;
}

/** Bytes of another encoding to UTF-8, block by block; what cannot be read becomes U+FFFD, by which its row is known. */
function recoder(encoding: string): (block: Uint8Array | undefined) => Uint8Array {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  return (block) => encoder.encode(block ? decoder.decode(block, { stream: true }) : decoder.decode());
}

/** Bytes that are not read to their end yet, in front of the next block. `bytes[end]` is a line feed, so that searches stop. */
abstract class BlockReader {
  isRecoded = false;
  protected bytes = new Uint8Array(1 << 16);
  protected size = 0;
  protected line = 1;
  protected layout: Layout | undefined;
  protected readonly ticket = blankTicket();
  protected readonly choice: ReaderChoice;
  private hasMark: boolean | undefined;

  constructor(choice: ReaderChoice) {
    this.choice = choice;
  }

  feed(block: Uint8Array): void {
    const needed = this.size + block.length + 1;
    if (needed > this.bytes.length) {
      const larger = new Uint8Array(Math.max(needed, Math.min(this.bytes.length * 2, needed + (1 << 20))));
      larger.set(this.bytes.subarray(0, this.size));
      this.bytes = larger;
    }
    this.bytes.set(block, this.size);
    this.size += block.length;
    this.bytes[this.size] = lineFeed;
    this.advance(false);
  }

  end(): void {
    this.advance(true);
    if (!this.layout) throw new Failure({ code: "empty-file", path: this.choice.columns.path });
  }

  protected get begunWithMark(): boolean {
    return this.hasMark === true;
  }

  private advance(isLast: boolean): void {
    let from = 0;
    if (this.hasMark === undefined) {
      if (this.size < 3 && !isLast) return;
      this.hasMark = this.size >= 3 && this.bytes[0] === 0xef && this.bytes[1] === 0xbb && this.bytes[2] === 0xbf;
      if (this.hasMark) from = 3;
    }
    const done = this.consume(from, isLast);
    if (this.size - done > longestRecord + (1 << 20)) {
      throw new Failure({ code: "row-too-long", path: this.choice.columns.path, line: this.line, megabytes: longestRecord >> 20 });
    }
    this.bytes.copyWithin(0, done, this.size);
    this.size -= done;
    this.bytes[this.size] = lineFeed;
  }

  /** Reads what is whole from `from` on and gives the position after it. */
  protected abstract consume(from: number, isLast: boolean): number;

  /** Whether the bytes up to their last line end, at the end of the file all of them, are sound text. */
  protected isSound(from: number, isLast: boolean): boolean {
    if (isLast) return this.isSoundText(from, this.size);
    const last = Math.max(this.bytes.lastIndexOf(lineFeed, this.size - 1), this.bytes.lastIndexOf(carriageReturn, this.size - 1));
    return this.isSoundText(from, Math.max(last + 1, from));
  }

  protected isSoundText(from: number, to: number): boolean {
    const part = this.bytes.subarray(from, to);
    return this.isRecoded ? Buffer.from(part.buffer, part.byteOffset, part.length).indexOf("\uFFFD") < 0 : isUtf8(part);
  }

  protected decode(from: number, to: number): string {
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(this.bytes.subarray(from, to));
  }

  protected beginWith(header: readonly string[], shape: Shape, found = header.length): Layout {
    this.layout = findLayout(header, this.choice.columns, found);
    this.choice.sink.begin(this.layout, shape);
    return this.layout;
  }
}

/** How many rows in a row may want care before plain ones are looked for only now and then. */
const patience = 32;
const rest = 1000;

class DelimitedReader extends BlockReader {
  private separator: Separator | undefined;
  private separatorByte = 0;
  private reading: Reading | undefined;
  private plain: PlainReader | undefined;
  private readonly span: RecordSpan = { to: 0, next: 0, lineEnd: "", lines: 0 };
  /** Rows of the general reading that are waiting to be read together: their ends, lines, and the one line end they share. */
  private readonly run = { from: 0, tos: [] as number[], froms: [] as number[], lines: [] as number[], lineEnd: "" as LineEnd };
  private careful = 0;

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
      if (this.plain && isSound && (this.careful < patience || this.careful % rest < 2)) {
        const next = this.plain.read(bytes, from, end, ticket);
        if (next >= 0) {
          if (this.run.tos.length > 0) {
            this.flush(isSound);
            this.plain.read(bytes, from, end, ticket);
          }
          ticket.line = this.line;
          sink.ticket(ticket);
          this.line += this.plain.lines;
          this.careful = 0;
          from = next;
          continue;
        }
        if (next === cutOff && !isLast) break;
        if (next === notPlain) this.careful++;
      } else this.careful++;
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
        if (this.run.tos.length > 0 && (this.run.lineEnd !== span.lineEnd || this.run.tos.length >= 512)) this.flush(isSound);
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
    if (bytes.subarray(from, lineTo).includes(0)) throw new Failure({ code: "not-a-table", path: choice.columns.path, line: this.line });
    if (!this.isSoundText(from, lineTo)) throw new Failure({ code: "wrong-encoding", path: choice.columns.path, line: this.line });
    const separator = choice.format === "tsv" ? "\t" : findSeparator(this.decode(from, lineTo));
    this.separator = separator;
    this.separatorByte = separator.charCodeAt(0);
    const kind = findRecord(bytes, from, this.size, this.separatorByte, isLast, span);
    if (kind === "cut") return undefined;
    const text = this.decode(from, span.to);
    const header = kind === "broken" ? splitPlainly(text, separator) : (parseCells(text, separator, "")[0] ?? []);
    const lineEnd = span.lineEnd === "\r\n" ? "\r\n" : "\n";
    const layout = this.beginWith(header, { kind: "delimited", separator, lineEnd, hasMark: this.begunWithMark, names: header });
    this.reading = choice.reading(layout);
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

  private give(cells: readonly string[], from: number, to: number, line: number, known: RowFault | undefined, isSound: boolean): void {
    const { ticket } = this;
    const width = this.layout?.header.length ?? 0;
    ticket.line = line;
    ticket.bytes = this.bytes;
    ticket.from = from;
    ticket.to = to;
    ticket.cells = cells;
    const fault = known ?? this.faultOf(cells, width, from, to, isSound);
    if (fault) {
      clear(ticket, fault);
    } else this.reading?.interpreter.read((at) => cells[at] ?? "", ticket);
    ticket.isVerbatim = fault === undefined && !cells.some(isFormula);
    this.choice.sink.ticket(ticket);
  }

  private faultOf(cells: readonly string[], width: number, from: number, to: number, isSound: boolean): RowFault | undefined {
    if (cells.length !== width) return { code: "wrong-cells", found: cells.length, expected: width };
    if (!isSound && !this.isSoundText(from, to)) return { code: "bad-encoding" };
    return undefined;
  }
}

function clear(ticket: Ticket, fault: RowFault): void {
  ticket.fault = fault;
  ticket.contract = undefined;
  ticket.opened = Number.NaN;
  ticket.responded = Number.NaN;
}

/** How an array begins, or an object over several lines. */
const jsonOfManyLines = /^\s*\[|[[{,]\s*$/;

/** How much of a file of JSON lines is looked at for its keys before the first is read; lines without a value may leave its key out. */
const glimpse = 1 << 16;

class JsonlReader extends BlockReader {
  private reading: Reading | undefined;

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
      if (text.trim() !== "") first ??= { line, lineEnd: text.endsWith("\r") ? "\r\n" : "\n", isOfMany: jsonOfManyLines.test(text) };
      if (object) keys.see(object);
      from = to + 1;
    }
    if (!first) return isLast;
    if (keys.names.length === 0 || first.isOfMany) throw new Failure({ code: "not-a-table", path: choice.columns.path, line: first.line });
    const { names, columns: header } = choice.keys?.() ?? keys;
    const { lineEnd } = first;
    const shape = { kind: "jsonl", separator: "", lineEnd, hasMark: this.begunWithMark, names } as const;
    const layout = this.beginWith([...header, ...this.mayBeLeftOut(header)], shape, header.length);
    this.reading = choice.reading(layout);
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
    const layout = this.layout as Layout;
    if (!object) clear(ticket, { code: "bad-json" });
    else if (!isSound && !this.isSoundText(from, to)) clear(ticket, { code: "bad-encoding" });
    else this.reading?.interpreter.read((at) => textOf(ownValue(object, layout.header[at] as string)), ticket);
    choice.sink.ticket(ticket);
  }

  /** A column that need not be there is looked for in every line, even where the first lines have no such key. */
  private mayBeLeftOut(keys: readonly string[]): readonly string[] {
    const { map } = this.choice.columns;
    const folded = new Set(keys.map(foldHeader));
    return columns
      .filter((column) => !(requiredColumns as readonly string[]).includes(column))
      .map((column) => map[column] ?? column)
      .filter((key) => !folded.has(foldHeader(key)));
  }
}

/** The id of a ticket, whose cells or object were kept. */
export function idOf({ cells, object, bytes, from, to }: Ticket, layout: Layout | undefined): string {
  const at = layout?.at.id ?? -1;
  if (!object) return cells?.[at] ?? "";
  return cellsOfObject(object, () => new TextDecoder().decode(bytes.subarray(from, to)))(layout?.header[at] ?? "");
}
