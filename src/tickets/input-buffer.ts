/**
 * What the readers of ticket files share: the bytes that are not read to their end yet, from block to block, whether they are sound
 * text, and the layout once it is known. Knows nothing of cells and keys.
 */
import { isUtf8 } from "node:buffer";
import { CliError, type RowError } from "../errors.js";
import { maxColumns, maxRowBytes } from "../limits.js";
import { type ColumnChoice, type ColumnMap, findColumns } from "./columns.js";
import type { InputFormat } from "./names.js";
import type { KeyList } from "./objects.js";
import { blankRow, type FileFormat, type RowHandler, type RowParser, type TicketRow } from "./parse-row.js";
import type { PlainReader } from "./plain.js";
import { carriageReturn, lineFeed } from "./records.js";

/** What is known of a file once its header is read. */
export interface ReaderContext {
  readonly interpreter: Pick<RowParser, "read">;
  /** The quick way through plain rows; undefined where there is none. */
  plain(separator: number): PlainReader | undefined;
}

export interface ReaderChoice {
  readonly format: InputFormat;
  readonly columns: ColumnChoice;
  /** An encoding the TextDecoder knows; undefined for UTF-8, or what a mark at the beginning says. */
  readonly encoding: string | undefined;
  readonly sink: RowHandler;
  /** The keys of a file of JSON lines, where a first pass found them all; asked when the file is read. */
  readonly keys?: () => KeyList | undefined;
  reading(columnMap: ColumnMap): ReaderContext;
}

/** Bytes that are not read to their end yet, in front of the next block. `bytes[end]` is a line feed, so that searches stop. */
export abstract class InputBuffer {
  isRecoded = false;
  protected bytes = new Uint8Array(1 << 16);
  protected size = 0;
  protected line = 1;
  protected layout: ColumnMap | undefined;
  protected readonly ticket = blankRow();
  protected readonly choice: ReaderChoice;
  private hasBom: boolean | undefined;

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
    if (!this.layout) throw new CliError({ code: "empty-file", path: this.choice.columns.path });
  }

  protected get startsWithBom(): boolean {
    return this.hasBom === true;
  }

  private advance(isLast: boolean): void {
    let from = 0;
    if (this.hasBom === undefined) {
      if (this.size < 3 && !isLast) return;
      this.hasBom = this.size >= 3 && this.bytes[0] === 0xef && this.bytes[1] === 0xbb && this.bytes[2] === 0xbf;
      if (this.hasBom) from = 3;
    }
    const done = this.consume(from, isLast);
    if (this.size - done > maxRowBytes + (1 << 20)) {
      throw new CliError({
        code: "row-too-long",
        path: this.choice.columns.path,
        line: this.line,
        megabytes: maxRowBytes >> 20,
      });
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
    const last = Math.max(
      this.bytes.lastIndexOf(lineFeed, this.size - 1),
      this.bytes.lastIndexOf(carriageReturn, this.size - 1),
    );
    return this.isSoundText(from, Math.max(last + 1, from));
  }

  protected isSoundText(from: number, to: number): boolean {
    const part = this.bytes.subarray(from, to);
    return this.isRecoded ? Buffer.from(part.buffer, part.byteOffset, part.length).indexOf("\uFFFD") < 0 : isUtf8(part);
  }

  protected decode(from: number, to: number): string {
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(this.bytes.subarray(from, to));
  }

  protected beginWith(header: readonly string[], shape: FileFormat, found = header.length): ColumnMap {
    if (found > maxColumns) {
      throw new CliError({
        code: "too-many-columns",
        path: this.choice.columns.path,
        line: this.line,
        columns: maxColumns,
      });
    }
    this.layout = findColumns(header, this.choice.columns, found);
    this.choice.sink.begin(this.layout, shape);
    return this.layout;
  }
}

/** Takes a ticket's answers away: it has a fault instead. */
export function clearRow(ticket: TicketRow, error: RowError): void {
  ticket.error = error;
  ticket.targets = undefined;
  ticket.opened = Number.NaN;
  ticket.responded = Number.NaN;
}
