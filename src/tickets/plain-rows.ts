/**
 * Plain rows: those of CSV, TSV and JSON lines that need no closer look, on a direct path of their own. They are found, read and written in
 * WebAssembly (`src/wasm`), many at a time; what they mean is computed here, by the same functions as for all rows. Any other row ends a
 * stretch of plain rows and goes the usual way, so that output is the same with and without this path.
 */
import { lineFeed } from "./bytes.js";
import type { LocalDate } from "./cell-time.js";
import { type PlainForm, PlainInput, PlainModule } from "./plain-input.js";
import {
  maxColumns,
  maxKeyBytes,
  maxKeys,
  maxRows,
  maxStatusBytes,
  maxTextBytes,
  openedDate,
  respondedDate,
  wordKey,
} from "./plain-limits.js";
import type { CellSpans } from "./row.js";
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
  /** The ticket of that meaning and times; undefined where its row must go the usual way. `local` has a bit for each time that is as if in UTC. */
  read(meaning: PlainMeaning, opened: number, responded: number, local: number): Ticket | undefined;
  /** Counts the ticket that was read last, and the number of its id. */
  count(id: number): void;
}

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

function isWithinLimits(columns: PlainColumns, { texts, statuses }: PlainWriter): boolean {
  const { opened, responded, id, words, empty, emptyUnanswered } = columns;
  const areShort = (list: readonly string[], limit: number) => list.every((text) => Buffer.byteLength(text) <= limit);
  return (
    [opened, responded, id, ...words, ...empty, ...emptyUnanswered].every((column) => column < maxColumns) &&
    areShort(texts, maxTextBytes) &&
    areShort(statuses, maxStatusBytes)
  );
}

export class PlainRows extends PlainInput {
  private readonly reader: PlainReader;
  private readonly writer: PlainWriter;
  private readonly output: number;
  /** How many rows were found, and the one after that which was computed last. */
  private found = 0;
  private next = 0;
  private readonly words: readonly number[];
  private readonly meanings: PlainMeaning[] = [];
  private readonly midnights: Float64Array;
  private readonly changes: Uint8Array;
  private dates = 0;
  private readonly starts: Uint32Array;
  private readonly ids: Float64Array;
  private readonly meaning: Int32Array;
  private readonly opened: Float64Array;
  private readonly responded: Float64Array;
  private readonly local: Uint8Array;
  private readonly deadlines: Float64Array;
  private readonly statuses: Uint8Array;

  private constructor(module: PlainModule, columns: PlainColumns, reader: PlainReader, writer: PlainWriter) {
    super(module);
    const { buffer } = module.exports.memory;
    const { texts, statuses } = writer;
    this.reader = reader;
    this.writer = writer;
    this.words = columns.words;
    this.output = module.address("OUTPUT");
    this.starts = new Uint32Array(buffer, module.address("ROW_START"), maxRows);
    this.midnights = new Float64Array(buffer, module.address("MIDNIGHT"), maxKeys);
    this.changes = new Uint8Array(buffer, module.address("CHANGES"), maxKeys);
    this.ids = new Float64Array(buffer, module.address("ID"), maxRows);
    this.meaning = new Int32Array(buffer, module.address("MEANING"), maxRows);
    this.opened = new Float64Array(buffer, module.address("OPENED"), maxRows);
    this.responded = new Float64Array(buffer, module.address("RESPONDED"), maxRows);
    this.local = new Uint8Array(buffer, module.address("LOCAL"), maxRows);
    this.deadlines = new Float64Array(buffer, module.address("DEADLINE"), maxRows);
    this.statuses = new Uint8Array(buffer, module.address("STATUS"), maxRows);
    const { opened, responded, id, words, empty, emptyUnanswered } = columns;
    module.set("WORDS", words);
    module.set("EMPTY", empty);
    module.set("EMPTY_UNANSWERED", emptyUnanswered);
    const lists = [words, empty, emptyUnanswered].map(({ length }) => length) as [number, number, number];
    module.exports.setColumns(opened, responded, id, ...lists);
    const setTexts = (name: string, lengths: string, texts: readonly string[], size: number) =>
      texts.forEach((text, i) => {
        this.memory.set(Buffer.from(text), module.address(name) + size * i);
        this.memory[module.address(lengths) + i] = Buffer.byteLength(text);
      });
    setTexts("TEXTS", "TEXT_LENGTHS", texts, maxTextBytes);
    setTexts("STATUS_TEXTS", "STATUS_LENGTHS", statuses, maxStatusBytes);
  }

  /** The path of a file's plain rows; undefined where it has none. */
  static open(columns: PlainColumns, reader: PlainReader, writer: PlainWriter): PlainRows | undefined {
    const module = isWithinLimits(columns, writer) ? PlainModule.load(writer.form) : undefined;
    return module && new PlainRows(module, columns, reader, writer);
  }

  protected readLoaded(from: number, end: number): number {
    const { exports, memory, output, writer } = this;
    // After a row that went the usual way, those after it were found already.
    const wasFound = this.next < this.found && this.starts[this.next] === from;
    const first = wasFound ? this.next : 0;
    if (!wasFound) this.found = exports.read(from, end);
    const last = this.compute(first);
    if (last > first) writer.write(memory.subarray(output, output + exports.write(first, last)));
    this.next = last + 1;
    this.stopped = last < this.found ? (this.starts[last] as number) : exports.stopped.value;
    this.isFull = last === maxRows;
    return last - first;
  }

  /** Computes the rows that were found, from one on and up to the first that is not plain after all; gives that one. */
  private compute(first: number): number {
    const { reader, writer, meanings, meaning, opened, responded, local, ids, found } = this;
    for (let i = first; i < found; i++) {
      const known = meanings[meaning[i] as number] as PlainMeaning;
      const ticket = reader.read(known, opened[i] as number, responded[i] as number, local[i] as number);
      if (!ticket || !writer.compute(ticket)) return i;
      reader.count(ids[i] as number);
      this.deadlines[i] = writer.deadline;
      this.statuses[i] = writer.status;
    }
    return found;
  }

  /** Whether more words can be learned. */
  get hasRoom(): boolean {
    return this.exports.hasRoom() !== 0;
  }

  /** Keeps what the words of a row mean. */
  learnWords({ bytes, starts, ends }: CellSpans, meaning: PlainMeaning): void {
    this.exports.beginKey(wordKey);
    for (const column of this.words) if (!this.addToKey(bytes.subarray(starts[column], ends[column]))) return;
    if (this.exports.keepKey(this.meanings.length) !== 0) this.meanings.push(meaning);
  }

  /** Keeps a date that was read in a column of times. */
  learnDate(column: "opened" | "responded", date: Uint8Array, { startMs, offsetMs }: LocalDate): void {
    this.exports.beginKey(dateKinds[column]);
    if (this.dates === maxKeys || !this.addToKey(date) || this.exports.keepKey(this.dates) === 0) return;
    const isSteady = !Number.isNaN(offsetMs);
    this.midnights[this.dates] = isSteady ? startMs - offsetMs : startMs;
    this.changes[this.dates++] = isSteady ? 0 : 1;
  }

  private addToKey(text: Uint8Array): boolean {
    // What was written was copied, so the output has room for it.
    const { output, memory, exports } = this;
    // A line feed ends a part of a key.
    if (text.length > maxKeyBytes || text.includes(lineFeed)) return false;
    memory.set(text, output);
    exports.addToKey(output, output + text.length);
    return true;
  }
}
