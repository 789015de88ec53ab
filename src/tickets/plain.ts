/**
 * Rows as most files write them, read from their bytes: right number of cells, nothing a spreadsheet would run, ISO times, and words seen before.
 * Whatever is not so is left to the general reading, which gives the same answer for these rows; the tests hold them together.
 */
import type { RowError } from "../errors.js";
import { formulaStarts, mayBeFormula } from "../formula.js";
import type { ColumnMap } from "./columns.js";
import { readIso } from "./fast-iso.js";
import type { TicketRow } from "./parse-row.js";
import { carriageReturn, lineFeed, quote } from "./records.js";
import type { TicketTargets } from "./targets.js";

export const needsSlowPath = -1;
export const incomplete = -2;

const tableSize = 4096;
const maxEntries = 1024;

/** Looked up for each cell, so without a call. */
const wantsCare = formulaStarts;

export class PlainReader {
  /** Lines that the row read last takes up. */
  lines = 1;
  private readonly width: number;
  private readonly separator: number;
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  private readonly opened: number;
  private readonly responded: number;
  private readonly keys: readonly number[];
  private readonly offsetOf: (wallMs: number) => number;
  private readonly resolve: (cells: readonly string[]) => TicketTargets | RowError;
  private readonly hashes = new Int32Array(tableSize);
  private readonly spellings: (Uint8Array | undefined)[] = new Array(tableSize).fill(undefined);
  private readonly contracts: (TicketTargets | undefined)[] = new Array(tableSize).fill(undefined);
  private entries = 0;

  /**
   * `contractOf` is asked for words met the first time, as the texts of the key columns plan, priority, region and zone; `offsetOf`
   * for times without an offset.
   */
  constructor(
    columnMap: ColumnMap,
    separator: number,
    offsetOf: (wallMs: number) => number,
    resolve: (cells: readonly string[]) => TicketTargets | RowError,
  ) {
    const { at } = columnMap;
    this.width = columnMap.header.length;
    this.separator = separator;
    this.starts = new Int32Array(this.width + 1);
    this.ends = new Int32Array(this.width + 1);
    this.opened = at.opened;
    this.responded = at.responded;
    this.keys = [at.plan, at.priority, at.region, at.zone];
    this.offsetOf = offsetOf;
    this.resolve = resolve;
  }

  /**
   * Reads the row at `from` into the ticket and gives the position after it; {@link notPlain} where it wants care, {@link cutOff} where
   * the bytes end first. `bytes[end]` must be a line feed, which stops every search.
   */
  read(bytes: Uint8Array, from: number, end: number, ticket: TicketRow): number {
    const { separator, starts, ends, width } = this;
    let at = from;
    let cell = 0;
    let lines = 1;
    let c = 0;
    for (;;) {
      if (cell === width) return needsSlowPath;
      starts[cell] = at;
      c = bytes[at] as number;
      if (c === quote) {
        at++;
        c = bytes[at] as number;
        if (wantsCare[c] !== 0 && mayBeFormula(bytes, at)) return needsSlowPath;
        for (;;) {
          if (c === quote) {
            if (bytes[at + 1] !== quote) break;
            // In a cell that is looked into, a doubled quote is left to the general reading by its words not being known.
            at++;
          } else if (c === lineFeed) {
            if (at >= end) return incomplete;
            lines++;
          } else if (c === carriageReturn) return needsSlowPath;
          c = bytes[++at] as number;
        }
        c = bytes[++at] as number;
        if (c !== separator && c !== lineFeed && c !== carriageReturn) return needsSlowPath;
      } else {
        if (wantsCare[c] !== 0 && c !== separator && c !== lineFeed && c !== carriageReturn && mayBeFormula(bytes, at))
          return needsSlowPath;
        while (c !== separator && c !== lineFeed && c !== carriageReturn) c = bytes[++at] as number;
      }
      ends[cell++] = at;
      if (c !== separator) break;
      at++;
    }
    if (at >= end) return incomplete;
    if (cell !== width) return needsSlowPath;
    let next = at + 1;
    if (c === carriageReturn) {
      if (bytes[next] !== lineFeed || next >= end) return needsSlowPath;
      next++;
    }

    const opened = this.time(bytes, this.opened);
    if (Number.isNaN(opened)) return needsSlowPath;
    let responded = Number.NaN;
    if (this.responded >= 0 && (ends[this.responded] as number) > (starts[this.responded] as number)) {
      responded = this.time(bytes, this.responded);
      if (!(responded >= opened)) return needsSlowPath;
    }
    const targets = this.targetsOf(bytes);
    if (!targets) return needsSlowPath;

    ticket.targets = targets;
    ticket.opened = opened;
    ticket.responded = responded;
    ticket.error = undefined;
    ticket.bytes = bytes;
    ticket.from = from;
    ticket.to = at;
    ticket.isVerbatim = true;
    ticket.cells = undefined;
    this.lines = lines;
    return next;
  }

  private time(bytes: Uint8Array, column: number): number {
    const from = this.starts[column] as number;
    const to = this.ends[column] as number;
    return bytes[from] === quote
      ? readIso(bytes, from + 1, to - 1, this.offsetOf)
      : readIso(bytes, from, to, this.offsetOf);
  }

  /** The contract of the row's words, undefined where they are wrong. */
  private targetsOf(bytes: Uint8Array): TicketTargets | undefined {
    const { starts, ends, keys } = this;
    let hash = 17;
    for (let k = 0; k < keys.length; k++) {
      const column = keys[k] as number;
      if (column < 0) continue;
      const to = ends[column] as number;
      for (let i = starts[column] as number; i < to; i++) hash = (Math.imul(hash, 31) + (bytes[i] as number)) | 0;
      hash = Math.imul(hash, 31) | 0;
    }
    let slot = (hash ^ (hash >>> 12)) & (tableSize - 1);
    for (;;) {
      const spelling = this.spellings[slot];
      if (spelling === undefined) return this.learn(bytes, hash, slot);
      if (this.hashes[slot] === hash && this.isSpelled(bytes, spelling)) return this.contracts[slot];
      slot = (slot + 1) & (tableSize - 1);
    }
  }

  private isSpelled(bytes: Uint8Array, spelling: Uint8Array): boolean {
    const { starts, ends, keys } = this;
    let at = 0;
    for (let k = 0; k < keys.length; k++) {
      const column = keys[k] as number;
      if (column < 0) continue;
      const to = ends[column] as number;
      for (let i = starts[column] as number; i < to; i++) if (bytes[i] !== spelling[at++]) return false;
      if (spelling[at++] !== lineFeed) return false;
    }
    return at === spelling.length;
  }

  private learn(bytes: Uint8Array, hash: number, slot: number): TicketTargets | undefined {
    if (this.entries >= maxEntries) return undefined;
    const texts: string[] = [];
    const spelling: number[] = [];
    for (const column of this.keys) {
      if (column < 0) {
        texts.push("");
        continue;
      }
      const from = this.starts[column] as number;
      const to = this.ends[column] as number;
      // A line end inside a word would make two spellings look the same.
      for (let i = from; i < to; i++) if (bytes[i] === lineFeed) return undefined;
      for (let i = from; i < to; i++) spelling.push(bytes[i] as number);
      spelling.push(lineFeed);
      const isQuoted = bytes[from] === quote;
      const text = new TextDecoder().decode(bytes.subarray(isQuoted ? from + 1 : from, isQuoted ? to - 1 : to));
      texts.push(isQuoted ? text.replaceAll('""', '"') : text);
    }
    const found = this.resolve(texts);
    this.entries++;
    this.hashes[slot] = hash;
    this.spellings[slot] = Uint8Array.from(spelling);
    this.contracts[slot] = "code" in found ? undefined : found;
    return this.contracts[slot];
  }
}
