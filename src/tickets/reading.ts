/**
 * What is counted while a file is read, for the summary of how it was read: unknown words, repeated ids, the first and last opening.
 */
import { foldName } from "../data/lookup.js";
import { positionOf, type RowError, type RowPosition } from "../errors.js";
import type { Fill, Reading, TimeColumn, UnknownWord, WordColumn } from "./names.js";
import { quotesOf, type Row } from "./row.js";
import type { TicketTargets } from "./targets.js";

/** How many unknown words are counted each by itself, and how many ids are known. */
const maxWords = 1000;
const maxIds = 100_000;
/** Powers of two; at the most ids, less than half of the slots are filled. */
const fewestSlots = 1 << 10;
const mostSlots = 1 << 18;

const unknownCodes: ReadonlyMap<RowError["code"], WordColumn> = new Map([
  ["unknown-priority", "priority"],
  ["unknown-plan", "plan"],
  ["unknown-region", "region"],
  ["unknown-zone", "zone"],
]);

/** Whether an error is a word that means nothing known; these are reported together, not by row. */
export function isUnknownWord({ code }: RowError): boolean {
  return unknownCodes.has(code);
}

/** In the forms that are compared; only named in the summary, never acted on. */
const closedStates: ReadonlySet<string> = new Set([
  ...["closed", "done", "resolved", "solved", "completed", "complete", "cancelled", "canceled", "finished", "fixed"],
  ...["geschlossen", "erledigt", "gelöst", "fermé", "fermée", "clos", "résolu", "résolue", "terminé", "terminée"],
  ...[
    "cerrado",
    "cerrada",
    "resuelto",
    "resuelta",
    "fechado",
    "fechada",
    "resolvido",
    "solucionado",
    "chiuso",
    "risolto",
  ],
  ...["完了", "クローズ", "解決済み", "終了", "已關閉", "已解決", "已關", "結案", "已结束", "已关闭", "已解决", "완료"],
]);

/** Whether a state usually means that a ticket is no longer worked on. */
export function looksClosed(state: string): boolean {
  return state !== "" && closedStates.has(foldName(state));
}

/** The flags that fill empty cells, by column. */
export type FillCounts = readonly { readonly column: Fill["column"]; filled: number; own: number }[];

export class ReadingTotals {
  firstOpened = Number.POSITIVE_INFINITY;
  lastOpened = Number.NEGATIVE_INFINITY;
  unanswered = 0;
  leftOut = 0;
  /** Rows with an unknown word. */
  unknownRows = 0;
  /** Closed without a response: by a time, which counts as the response, and by a word alone. */
  closedByTime = 0;
  closedByWord = 0;
  /** Dates without a time. */
  wholeDays = 0;
  /** Unanswered tickets whose state looks closed, and the first such state. */
  likelyClosed = 0;
  closedState: string | undefined;
  /** Local times that a change of clocks made doubtful, and the first with its column. */
  gaps = 0;
  overlaps = 0;
  firstDoubtful: RowPosition | undefined;
  doubtfulColumn: TimeColumn = "opened";
  readonly ids = new RepeatedIds();
  /** What a log of events held. */
  events: Reading["events"];
  fills: FillCounts;
  private readonly words = new Map<string, UnknownWord & { rows: number }>();

  constructor(fills: FillCounts) {
    this.fills = fills;
  }

  /** Counts a sound row. */
  ticket({ cells, use }: TicketTargets, opened: number): void {
    use.rows++;
    if (opened < this.firstOpened) this.firstOpened = opened;
    if (opened > this.lastOpened) this.lastOpened = opened;
    for (const fill of this.fills) fill[cells[fill.column] === "" ? "filled" : "own"]++;
  }

  /** Counts the unknown words of a row. */
  error(error: RowError, row: RowPosition): void {
    if (isUnknownWord(error)) this.unknownRows++;
    this.word(error, row);
    if ("also" in error) for (const other of error.also ?? []) this.word(other, row);
  }

  private word(error: RowError, row: RowPosition): void {
    const role = unknownCodes.get(error.code);
    if (role === undefined || !("value" in error)) return;
    const key = `${role} ${foldName(error.value)}`;
    const known = this.words.get(key);
    if (known) known.rows++;
    else if (this.words.size < maxWords) {
      const iana = "iana" in error ? error.iana : undefined;
      this.words.set(key, { ...positionOf(row), role, column: error.column, word: error.value, rows: 1, iana });
    }
  }

  /** Counts a local time that a change of clocks made doubtful. */
  doubtful(local: "gap" | "overlap", row: RowPosition, column: TimeColumn): void {
    if (this.gaps + this.overlaps === 0) {
      this.firstDoubtful = positionOf(row);
      this.doubtfulColumn = column;
    }
    this[local === "gap" ? "gaps" : "overlaps"]++;
  }

  /** Counts an unanswered ticket whose state {@link looksClosed}, where no flag or preset says that it is. */
  closedBy(state: string): void {
    this.likelyClosed++;
    this.closedState ??= state;
  }

  /** The unknown words, the commonest first. */
  get unknownWords(): readonly UnknownWord[] {
    return [...this.words.values()].sort((a, b) => b.rows - a.rows);
  }
}

/**
 * Rows whose id an earlier row has: all where they are adjacent, and among the first ids. An id is known by a number of 53 bits made of its
 * bytes, so that no text is kept; of 100,000 ids two share one less often than once in a million files.
 */
export class RepeatedIds {
  rows = 0;
  /** There were more ids than are known. */
  isAtLeast = false;
  private known = new Float64Array(fewestSlots);
  private size = 0;
  private last = 0;

  see(row: Row, column: number): void {
    if (column < 0) return;
    const { spans } = row;
    if (spans) {
      const quotes = quotesOf(spans, column);
      this.add(
        numberOfId(spans.bytes, (spans.starts[column] as number) + quotes, (spans.ends[column] as number) - quotes),
      );
    } else {
      const bytes = Buffer.from(row.text(column));
      this.add(numberOfId(bytes, 0, bytes.length));
    }
  }

  /** Sees the number of a row's id, 0 for an empty one. */
  add(id: number): void {
    if (id === 0) return;
    if (id === this.last) this.rows++;
    else if (this.size >= maxIds) this.isAtLeast = true;
    else if (this.isKnown(id)) this.rows++;
    this.last = id;
  }

  /** Whether an id is known; it is from then on. */
  private isKnown(id: number): boolean {
    const slot = this.slotOf(id);
    if (this.known[slot] === id) return true;
    this.known[slot] = id;
    if (++this.size * 2 > this.known.length && this.known.length < mostSlots) this.grow();
    return false;
  }

  /** The slot that has an id, or the free one where it belongs. */
  private slotOf(id: number): number {
    const { known } = this;
    const last = known.length - 1;
    const high = Math.floor(id / 0x200000) | 0;
    let slot = (high ^ (high >>> 15)) & last;
    while (known[slot] !== id && known[slot] !== 0) slot = (slot + 1) & last;
    return slot;
  }

  private grow(): void {
    const { known } = this;
    this.known = new Float64Array(known.length * 4);
    for (let i = 0; i < known.length; i++) {
      const id = known[i] as number;
      if (id !== 0) this.known[this.slotOf(id)] = id;
    }
  }
}

/** The number of an id in `bytes[from, to)`, 0 for an empty one. */
function numberOfId(bytes: Uint8Array, from: number, to: number): number {
  if (from === to) return 0;
  let high = 0x811c9dc5;
  let low = 0x9e3779b9;
  for (let i = from; i < to; i++) {
    const byte = bytes[i] as number;
    high = Math.imul(high ^ byte, 0x01000193);
    low = Math.imul(low + byte, 0x85ebca6b);
    low ^= low >>> 15;
  }
  return (high >>> 0) * 0x200000 + (low >>> 11) + 1;
}
