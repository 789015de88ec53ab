/**
 * The cells of an event that its ticket keeps, in the form of the file, and the row that they make together with those of other events.
 */
import type { RowError } from "../errors.js";
import { ByteWriter } from "./byte-writer.js";
import { lineFeed } from "./bytes.js";
import { quoteCell } from "./cells.js";
import { DelimitedRow } from "./delimited-row.js";
import type { EventLayout } from "./event-layout.js";
import type { ByteSpan } from "./event-store.js";
import { JsonRow, parseObject } from "./objects.js";
import type { Row } from "./row.js";

/** A row that was made, which gets its position and error. */
export type MadeRow = Row & { error: RowError | undefined };

export interface EventCells {
  /** Writes the cells of a row at some positions. */
  write(row: Row, positions: readonly number[], out: ByteWriter): void;
  /** So many cells that are empty, as they are written. */
  blank(count: number): ByteSpan;
  /** The row of cells that were written, some after others; one object serves all. */
  read(parts: readonly ByteSpan[]): MadeRow;
  /** Writes a row that cannot be read; the row that was written. */
  writeBroken(row: Row, out: ByteWriter): void;
  readBroken(written: ByteSpan): MadeRow;
}

export function cellsOfForm({ columnMap, format, positions }: EventLayout): EventCells {
  return format.kind === "jsonl"
    ? new JsonCells(columnMap.header, format.names)
    : new DelimitedCells(format.separator, positions);
}

class DelimitedCells implements EventCells {
  private readonly separator: string;
  private readonly separatorBytes: Uint8Array;
  private readonly positions: readonly number[];
  private readonly row: DelimitedRow;
  private readonly out = new ByteWriter();
  private written = Buffer.from(this.out.bytes.buffer);

  /** `positions` are those of all cells of a made row. */
  constructor(separator: string, positions: readonly number[]) {
    this.separator = separator;
    this.separatorBytes = Buffer.from(separator);
    this.positions = positions;
    this.row = new DelimitedRow(separator);
  }

  write(row: Row, positions: readonly number[], out: ByteWriter): void {
    const { separatorBytes } = this;
    const { spans } = row;
    for (let i = 0; i < positions.length; i++) {
      if (i > 0) out.copy(separatorBytes, 0, separatorBytes.length);
      const position = positions[i] as number;
      if (!spans || spans.hasBareQuotes) out.text(quoteCell(row.cell(position), this.separator));
      else if (position < spans.count)
        out.copy(spans.bytes, spans.starts[position] as number, spans.ends[position] as number);
    }
  }

  blank(count: number): ByteSpan {
    const bytes = Buffer.from(this.separator.repeat(count - 1));
    return { bytes, from: 0, to: bytes.length };
  }

  read(parts: readonly ByteSpan[]): MadeRow {
    const { out, row, separatorBytes } = this;
    out.size = 0;
    parts.forEach(({ bytes, from, to }, i) => {
      if (i > 0) out.copy(separatorBytes, 0, separatorBytes.length);
      out.copy(bytes, from, to);
    });
    const end = out.size;
    out.byte(lineFeed);
    // A view of its own for each row would fill the memory.
    if (this.written.buffer !== out.bytes.buffer) this.written = Buffer.from(out.bytes.buffer);
    row.scan(this.written, 0, end, true);
    row.accept();
    return row;
  }

  writeBroken(row: Row, out: ByteWriter): void {
    this.write(row, this.positions, out);
  }

  readBroken(written: ByteSpan): MadeRow {
    return this.read([written]);
  }
}

class JsonCells implements EventCells {
  private readonly row = new JsonRow();

  constructor(header: readonly string[], names: readonly string[]) {
    this.row.header = header;
    this.row.names = names;
  }

  write(row: Row, positions: readonly number[], out: ByteWriter): void {
    const from = out.size;
    for (const position of positions) {
      const text = (row as JsonRow).written(position);
      if (text !== undefined) out.text(`${out.size === from ? "" : ","}${text}`);
    }
  }

  blank(): ByteSpan {
    return { bytes: Buffer.alloc(0), from: 0, to: 0 };
  }

  read(parts: readonly ByteSpan[]): MadeRow {
    const members = parts
      .filter(({ from, to }) => to > from)
      .map(({ bytes, from, to }) => bytes.toString("utf8", from, to));
    return this.fill(Buffer.from(`{${members.join(",")}}`));
  }

  writeBroken(row: Row, out: ByteWriter): void {
    out.copy(row.bytes, row.from, row.to);
  }

  readBroken({ bytes, from, to }: ByteSpan): MadeRow {
    return this.fill(bytes.subarray(from, to));
  }

  private fill(bytes: Buffer): JsonRow {
    this.row.fill(bytes, 0, bytes.length, parseObject(bytes.toString()));
    return this.row;
  }
}
