/**
 * Plain rows: those of CSV, TSV and JSON lines that need no closer look, on a direct path of their own. They are found, read and written in
 * WebAssembly (`src/wasm`), many at a time; what they mean is computed here, by the same functions as for all rows. Any other row ends a
 * stretch of plain rows and goes the usual way, so that output is the same with and without this path.
 */
import { formulaStarts } from "../formula.js";
import { lineFeed } from "./bytes.js";
import {
  inputBytes,
  maxColumns,
  maxKeyBytes,
  maxKeys,
  maxNameBytes,
  maxRows,
  maxStatusBytes,
  maxTextBytes,
  openedDate,
  respondedDate,
  wordKey,
} from "./plain-limits.js";
import { plainRowsCode } from "./plain-rows-code.js";
import type { CellSpans, PlainPath } from "./row.js";
import type { TicketTargets } from "./targets.js";
import type { Ticket } from "./ticket.js";

/** The kinds of keys of dates. */
const dateKinds = { opened: openedDate, responded: respondedDate } as const;

/** The columns of a plain row by their positions, -1 where the file has none. */
export interface PlainColumns {
  readonly opened: number;
  readonly responded: number;
  readonly id: number;
  /** Those whose words decide the meaning. */
  readonly words: readonly number[];
  /** Those that must be empty: in every row, and in one without a response. */
  readonly empty: readonly number[];
  readonly emptyUnanswered: readonly number[];
  /** A row without a response has more to be read. */
  readonly mustBeAnswered: boolean;
}

/** What the words of a row mean, and its state. */
export interface PlainMeaning {
  readonly targets: TicketTargets;
  /** A ticket without a response is closed. */
  readonly isClosed: boolean;
  /** The state, where it looks as if the ticket were closed. */
  readonly closedState: string | undefined;
}

/** Reads what a plain row means. */
export interface PlainReader {
  /** The ticket of that meaning and times; undefined where its row must go the usual way. `local` has a bit for each time without an offset. */
  read(meaning: PlainMeaning, opened: number, responded: number, local: number): Ticket | undefined;
  /** Counts the ticket that was read last, and the number of its id. */
  count(id: number): void;
}

/** Delimited rows with so many columns, or objects of JSON with the keys of their file. */
export type PlainForm =
  | {
      readonly kind: "delimited";
      readonly separator: number;
      readonly columns: number;
      readonly checksFormulas: boolean;
    }
  | { readonly kind: "objects"; readonly keys: readonly string[] };

/** Computes and writes plain rows. */
export interface PlainWriter {
  /** The rows, which come out as they are. */
  readonly form: PlainForm;
  /** What is written before the deadline, between it and the status, after that, and in place of a deadline. */
  readonly texts: readonly [before: string, between: string, after: string, none: string];
  readonly statuses: readonly string[];
  /** The deadline of the ticket that was computed last, NaN for none, and the position of its status in the list. */
  readonly deadline: number;
  readonly status: number;
  /** Computes and counts a ticket; false, without counting it, where its row must go the usual way. */
  compute(ticket: Ticket): boolean;
  /** Takes rows as they are written, which are copied. */
  write(rows: Uint8Array): void;
}

/** A number of the module: a variable, or an address in its memory. */
interface ModuleNumber {
  readonly value: number;
}

/** What `src/wasm/plain-rows.ts` exports, beside addresses. */
interface PlainRowsModule {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly stopped: ModuleNumber;
  readonly isCutOff: ModuleNumber;
  setDelimited(separator: number, columns: number, checksFormulas: boolean): void;
  setObjects(keys: number): void;
  setColumns(
    opened: number,
    responded: number,
    id: number,
    words: number,
    empty: number,
    emptyUnanswered: number,
    mustBeAnswered: boolean,
  ): void;
  read(from: number, end: number): number;
  write(rows: number): number;
  beginKey(kind: number): void;
  addToKey(from: number, to: number): void;
  keepKey(number: number): number;
}

/** Types of WebAssembly come with those of browsers, which this program does not have. Node lacks it where code may not be compiled. */
interface Host {
  readonly WebAssembly?: {
    readonly Module: new (code: Uint8Array) => object;
    readonly Instance: new (module: object) => { readonly exports: unknown };
  };
}

/** Undefined where it cannot run: on processors without its instructions, and within limits on the address space, of which V8 reserves much. */
function loadModule(): PlainRowsModule | undefined {
  const { WebAssembly } = globalThis as Host;
  const code = WebAssembly && plainRowsCode();
  if (!code) return undefined;
  try {
    return new WebAssembly.Instance(new WebAssembly.Module(code)).exports as PlainRowsModule;
  } catch {
    return undefined;
  }
}

/** Keys with their quotes, each after its length in two bytes. */
function bytesOfKeys(keys: readonly string[]): Buffer {
  return Buffer.concat(
    keys.flatMap((key) => {
      const written = Buffer.from(`"${key}"`);
      return [Buffer.from(Uint16Array.of(written.length).buffer), written];
    }),
  );
}

/** Whether a key is written with escapes. */
function isEscaped(key: string): boolean {
  return JSON.stringify(key) !== `"${key}"`;
}

function isWithinLimits(columns: PlainColumns, { form, texts, statuses }: PlainWriter): boolean {
  const { opened, responded, id, words, empty, emptyUnanswered } = columns;
  const areShort = (list: readonly string[], limit: number) => list.every((text) => Buffer.byteLength(text) <= limit);
  const hasRoom =
    form.kind === "delimited"
      ? form.columns <= maxColumns
      : form.keys.length <= maxColumns && !form.keys.some(isEscaped) && bytesOfKeys(form.keys).length <= maxNameBytes;
  return (
    hasRoom &&
    [opened, responded, id, ...words, ...empty, ...emptyUnanswered].every((column) => column < maxColumns) &&
    areShort(texts, maxTextBytes) &&
    areShort(statuses, maxStatusBytes)
  );
}

export class PlainRows implements PlainPath {
  /** How many rows {@link read} read. */
  rows = 0;
  private readonly reader: PlainReader;
  private readonly writer: PlainWriter;
  private readonly wasm: PlainRowsModule;
  private readonly memory: Uint8Array;
  private readonly input: number;
  private readonly output: number;
  private readonly words: readonly number[];
  private readonly meanings: PlainMeaning[] = [];
  private readonly midnights: Float64Array;
  private dates = 0;
  private readonly starts: Uint32Array;
  private readonly ids: Float64Array;
  private readonly meaning: Int32Array;
  private readonly opened: Float64Array;
  private readonly responded: Float64Array;
  private readonly local: Uint8Array;
  private readonly deadlines: Float64Array;
  private readonly statuses: Uint8Array;
  /** The part of the bytes that is in the input. */
  private loadedFrom = 0;
  private loadedTo = 0;

  private constructor(wasm: PlainRowsModule, columns: PlainColumns, reader: PlainReader, writer: PlainWriter) {
    const { buffer } = wasm.memory;
    const address = (name: string) => (wasm as unknown as Readonly<Record<string, ModuleNumber>>)[name]!.value;
    const memory = new Uint8Array(buffer);
    const { form, texts, statuses } = writer;
    this.reader = reader;
    this.writer = writer;
    this.wasm = wasm;
    this.memory = memory;
    this.words = columns.words;
    this.input = address("INPUT");
    this.output = address("OUTPUT");
    this.starts = new Uint32Array(buffer, address("ROW_START"), maxRows);
    this.midnights = new Float64Array(buffer, address("MIDNIGHT"), maxKeys);
    this.ids = new Float64Array(buffer, address("ID"), maxRows);
    this.meaning = new Int32Array(buffer, address("MEANING"), maxRows);
    this.opened = new Float64Array(buffer, address("OPENED"), maxRows);
    this.responded = new Float64Array(buffer, address("RESPONDED"), maxRows);
    this.local = new Uint8Array(buffer, address("LOCAL"), maxRows);
    this.deadlines = new Float64Array(buffer, address("DEADLINE"), maxRows);
    this.statuses = new Uint8Array(buffer, address("STATUS"), maxRows);
    memory.set(formulaStarts, address("FORMULA_STARTS"));
    memory.set(columns.words, address("WORDS"));
    memory.set(columns.empty, address("EMPTY"));
    memory.set(columns.emptyUnanswered, address("EMPTY_UNANSWERED"));
    const setTexts = (name: string, lengths: string, texts: readonly string[], step: number) =>
      texts.forEach((text, i) => {
        memory.set(Buffer.from(text), address(name) + step * i);
        memory[address(lengths) + i] = Buffer.byteLength(text);
      });
    setTexts("TEXTS", "TEXT_LENGTHS", texts, maxTextBytes);
    setTexts("STATUS_TEXTS", "STATUS_LENGTHS", statuses, maxStatusBytes);
    if (form.kind === "delimited") wasm.setDelimited(form.separator, form.columns, form.checksFormulas);
    else {
      memory.set(bytesOfKeys(form.keys), address("KEYS"));
      wasm.setObjects(form.keys.length);
    }
    const { opened, responded, id, words, empty, emptyUnanswered, mustBeAnswered } = columns;
    wasm.setColumns(opened, responded, id, words.length, empty.length, emptyUnanswered.length, mustBeAnswered);
  }

  /** The path of a file's plain rows; undefined where none could be plain. */
  static open(columns: PlainColumns, reader: PlainReader, writer: PlainWriter): PlainRows | undefined {
    const wasm = isWithinLimits(columns, writer) ? loadModule() : undefined;
    return wasm && new PlainRows(wasm, columns, reader, writer);
  }

  /** What was loaded of the bytes is no longer what they are. */
  reload(): void {
    this.loadedTo = 0;
  }

  /** Reads and writes the plain rows of `bytes[begin, end)` up to the first other row; gives the position after them. */
  read(bytes: Uint8Array, begin: number, end: number): number {
    const { input, output, memory, wasm, writer } = this;
    let from = begin;
    this.rows = 0;
    for (;;) {
      if (from < this.loadedFrom || from >= this.loadedTo) this.load(bytes, from, end);
      const found = wasm.read(input + from - this.loadedFrom, input + this.loadedTo - this.loadedFrom);
      const rows = this.compute(found);
      if (rows > 0) writer.write(memory.subarray(output, output + wasm.write(rows)));
      this.rows += rows;
      from = this.loadedFrom - input + (rows < found ? (this.starts[rows] as number) : wasm.stopped.value);
      if (rows < found || from === end) return from;
      if (found === maxRows) continue;
      // A row that goes on after what is loaded is loaded from its beginning, if that was not its beginning already.
      const isCutOff = wasm.isCutOff.value !== 0 && this.loadedTo < end && from > this.loadedFrom;
      if (!isCutOff) return from;
      this.load(bytes, from, end);
    }
  }

  private load(bytes: Uint8Array, from: number, end: number): void {
    this.loadedFrom = from;
    this.loadedTo = Math.min(from + inputBytes, end);
    this.memory.set(bytes.subarray(from, this.loadedTo), this.input);
  }

  /** Computes rows up to the first that is not plain after all; gives how many. */
  private compute(rows: number): number {
    const { reader, writer, meanings, meaning, opened, responded, local, ids } = this;
    for (let i = 0; i < rows; i++) {
      const known = meanings[meaning[i] as number] as PlainMeaning;
      const ticket = reader.read(known, opened[i] as number, responded[i] as number, local[i] as number);
      if (!ticket || !writer.compute(ticket)) return i;
      reader.count(ids[i] as number);
      this.deadlines[i] = writer.deadline;
      this.statuses[i] = writer.status;
    }
    return rows;
  }

  /** Keeps what the words of a row mean. */
  learnWords({ bytes, starts, ends }: CellSpans, meaning: PlainMeaning): void {
    this.wasm.beginKey(wordKey);
    for (const column of this.words) if (!this.addToKey(bytes.subarray(starts[column], ends[column]))) return;
    if (this.wasm.keepKey(this.meanings.length) !== 0) this.meanings.push(meaning);
  }

  /** Keeps the midnight of a date that was read in a column of times, by which all clocks of that date are. */
  learnDate(column: "opened" | "responded", date: Uint8Array, midnight: number): void {
    this.wasm.beginKey(dateKinds[column]);
    if (this.dates === maxKeys || !this.addToKey(date) || this.wasm.keepKey(this.dates) === 0) return;
    this.midnights[this.dates++] = midnight;
  }

  private addToKey(text: Uint8Array): boolean {
    const { output, memory, wasm } = this;
    // A line feed ends a part of a key.
    if (text.length > maxKeyBytes || text.includes(lineFeed)) return false;
    memory.set(text, output);
    wasm.addToKey(output, output + text.length);
    return true;
  }
}
