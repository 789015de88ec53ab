/**
 * A row of a ticket file, whatever its form. Each form of file ends here: a reader of bytes finds rows and fills in a `Row`; columns,
 * values and writers see this interface and not the form. Separators and encodings are settled before a row is made, and a form whose
 * rows are not bytes (a cell of a workbook, an element of a JSON array) leaves `spans` out.
 */
import type { RowError, RowPosition } from "../errors.js";
import { quote } from "./bytes.js";
import type { ColumnMap } from "./columns.js";

/** Where the cells of a row are: cell `i` of `count` is `bytes[starts[i], ends[i])`, its quotes included. */
export interface CellSpans {
  readonly bytes: Buffer;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly count: number;
  /** The quotes of the row make no sense, so that they belong to the text of its cells. */
  readonly hasBareQuotes: boolean;
  /** Whether a cell is certainly the text that it means, but for quotes around it: without quotes and line ends. */
  isText(column: number): boolean;
}

/** Whether a cell has no byte; false where that is not certain. */
export function isEmpty({ starts, ends }: CellSpans, column: number): boolean {
  return starts[column] === ends[column];
}

/** How many bytes a cell's quotes take up on either side, where the quotes of its row make sense. */
export function quotesOf({ bytes, starts }: CellSpans, column: number): 0 | 1 {
  return bytes[starts[column] as number] === quote ? 1 : 0;
}

/** One object serves all rows of a file, so a handler copies what it keeps. */
export interface Row extends RowPosition {
  /** What is wrong with the row as it is written, whatever its cells mean. */
  readonly error: RowError | undefined;
  /** The row as it is in the file, `bytes[from, to)` without its line end. */
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
  /** The row may be written as it is: its cells are as many as the header's. */
  readonly isVerbatim: boolean;
  /** Some cell begins as a formula may. */
  readonly isSuspect: boolean;
  /** The cells in bytes, for words and times that are read without a text in between. */
  readonly spans: CellSpans | undefined;
  /** The value in a column as a text to be read; empty where the row has none. */
  text(column: number): string;
  /** The same as it is written out: numbers digit for digit. */
  cell(column: number): string;
  /** All cells as they are written out, which may be more or fewer than the header's. */
  cells(): readonly string[];
  /** Keys of the row's own, where it has any besides those of the file. */
  keys(): readonly string[];
  /** The row as text. */
  source(): string;
}

/** How a file is written, which is how it is written back. */
export interface FileFormat {
  readonly kind: "delimited" | "jsonl" | "workbook";
  readonly separator: string;
  readonly lineEnd: string;
  readonly hasBom: boolean;
  /** The header, or the keys of the first objects. */
  readonly names: readonly string[];
  /** The cells of the header as they are written; undefined where the file has no header. */
  readonly writtenNames?: readonly string[] | undefined;
}

/** What was left out of a file, or replaced in it, on the way to its rows. */
export class ReadingNotes {
  /** Lines before the header, and lines after the last row that are no rows. */
  skippedLines = 0;
  footerLines = 0;
  /** Rows with bytes that are not text in the file's encoding, and the first. */
  undecodableRows = 0;
  firstUndecodable: RowPosition | undefined;
}

/** A path for rows that need no closer look, many at a time. */
export interface PlainPath {
  /** How many rows {@link read} read. */
  readonly rows: number;
  /** The bytes are others than before. */
  reload(): void;
  /** Reads the plain rows of `bytes[begin, end)` up to the first other row; gives the position after them. */
  read(bytes: Uint8Array, begin: number, end: number): number;
}

/** Where the rows of a file go. */
export interface RowSink {
  /** Called once, before any row. */
  begin(columnMap: ColumnMap, format: FileFormat): void;
  row(row: Row): void;
  /** The path of plain rows past `row`, which {@link begin} opens; undefined where each row arrives by itself. */
  plain?: PlainPath | undefined;
}
