/**
 * Values by the bytes of some cells, so that what was read once is found again without a text in between. Holds a limited number of short
 * spellings: others are not found, and read again.
 */
import { lineFeed } from "./bytes.js";

const slots = 4096;
const maxEntries = 1024;
const maxBytes = 256;

export class SpellingTable<Value> {
  /** Without slots until there is a spelling: most columns of times have none. */
  private hashes = new Int32Array(0);
  private spellings: (Uint8Array | undefined)[] = [];
  private values: (Value | undefined)[] = [];
  readonly columns: readonly number[];
  private entries = 0;
  private hash = 0;

  /** The columns whose cells, one after the other, are a spelling. */
  constructor(columns: readonly number[]) {
    this.columns = columns;
  }

  find(bytes: Uint8Array, starts: Int32Array, ends: Int32Array): Value | undefined {
    const { columns, spellings, hashes } = this;
    let hash = 17;
    for (let k = 0; k < columns.length; k++) {
      const column = columns[k] as number;
      const to = ends[column] as number;
      for (let i = starts[column] as number; i < to; i++) hash = (Math.imul(hash, 31) + (bytes[i] as number)) | 0;
      hash = Math.imul(hash, 31) | 0;
    }
    this.hash = hash;
    let slot = slotOf(hash);
    for (;;) {
      const spelling = spellings[slot];
      if (spelling === undefined) return undefined;
      if (hashes[slot] === hash && this.isSpelled(bytes, starts, ends, spelling)) return this.values[slot];
      slot = (slot + 1) & (slots - 1);
    }
  }

  private isSpelled(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, spelling: Uint8Array): boolean {
    const { columns } = this;
    let at = 0;
    for (let k = 0; k < columns.length; k++) {
      const column = columns[k] as number;
      const to = ends[column] as number;
      for (let i = starts[column] as number; i < to; i++) if (bytes[i] !== spelling[at++]) return false;
      if (spelling[at++] !== lineFeed) return false;
    }
    return at === spelling.length;
  }

  /** Keeps the value of the cells that were looked for last and not found. */
  add(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, value: Value): void {
    const spelling: number[] = [];
    for (const column of this.columns) {
      const from = starts[column] as number;
      const to = ends[column] as number;
      // A line feed ends a cell of a spelling, so one inside would make two spellings the same.
      if (spelling.length + to - from > maxBytes || bytes.subarray(from, to).includes(lineFeed)) return;
      for (let i = from; i < to; i++) spelling.push(bytes[i] as number);
      spelling.push(lineFeed);
    }
    if (this.entries >= maxEntries || this.hashes.length === 0) this.clear();
    let slot = slotOf(this.hash);
    while (this.spellings[slot] !== undefined) slot = (slot + 1) & (slots - 1);
    this.entries++;
    this.hashes[slot] = this.hash;
    this.spellings[slot] = Uint8Array.from(spelling);
    this.values[slot] = value;
  }

  private clear(): void {
    this.entries = 0;
    this.hashes = new Int32Array(slots);
    this.spellings = new Array(slots).fill(undefined);
    this.values = new Array(slots).fill(undefined);
  }
}

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 12)) & (slots - 1);
}
