/**
 * An object of JSON that holds texts, numbers and words only, found in bytes in one pass: where the values of the file's keys are. Every
 * other object (escapes, values inside values, new keys, numbers that JavaScript would change) is left to `JSON.parse`.
 */
import type { CellSpans } from "./row.js";

const quote = 34;
const backslash = 92;
const comma = 44;
const minus = 45;
const point = 46;
const zero = 48;
const colon = 58;
const openBrace = 123;
const closingBrace = 125;
const space = 32;
const firstOfNull = 110;

/** As many digits as every number of JavaScript keeps, and of a fraction, as it writes without an exponent. */
const maxDigits = 15;
const maxFraction = 6;

const encoder = new TextEncoder();
const words = ["null", "true", "false"].map((word) => encoder.encode(word));

export class FlatObject implements CellSpans {
  bytes: Buffer = Buffer.alloc(0);
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly count: number;
  readonly hasBareQuotes = false;
  /** Each key with its closing quote. */
  private readonly keys: readonly Uint8Array[];
  /** The number of the object that had the key last. */
  private readonly lastObject: Float64Array;
  private object = 0;

  /** `names` are the keys of the file, each at the position of its column, of which there are `width`. */
  constructor(names: readonly string[], width: number) {
    this.keys = names.map((name) => encoder.encode(`${name}"`));
    this.starts = new Int32Array(width);
    this.ends = new Int32Array(width);
    this.count = width;
    this.lastObject = new Float64Array(names.length);
  }

  /** The object found last has a key that none before it had. */
  hasNewKey = false;

  /** Whether the object found last has a key. */
  has(column: number): boolean {
    return this.lastObject[column] === this.object;
  }

  /** The value in a column as a text. */
  text(column: number): string {
    const from = this.starts[column] as number;
    const isQuoted = this.bytes[from] === quote ? 1 : 0;
    return this.bytes.toString("utf8", from + isQuoted, (this.ends[column] as number) - isQuoted);
  }

  /** Finds the values of the object in `bytes[from, to)`; false where that is not such an object. Columns without a value are empty. */
  find(bytes: Buffer, from: number, to: number): boolean {
    const { starts, ends, lastObject } = this;
    this.bytes = bytes;
    this.object++;
    this.hasNewKey = false;
    starts.fill(from);
    ends.fill(from);
    let at = afterBlanks(bytes, from);
    if (bytes[at] !== openBrace) return false;
    let column = -1;
    do {
      at = afterBlanks(bytes, at + 1);
      if (bytes[at] !== quote) return false;
      column = this.keyAt(bytes, at + 1, column + 1);
      if (column < 0 || lastObject[column] === this.object) return false;
      if (lastObject[column] === 0) this.hasNewKey = true;
      lastObject[column] = this.object;
      at = afterBlanks(bytes, at + 1 + (this.keys[column] as Uint8Array).length);
      if (bytes[at] !== colon) return false;
      at = afterBlanks(bytes, at + 1);
      const end = endOfValue(bytes, at);
      if (end < 0) return false;
      if (bytes[at] !== firstOfNull) {
        starts[column] = at;
        ends[column] = end;
      }
      at = afterBlanks(bytes, end);
    } while (bytes[at] === comma);
    return bytes[at] === closingBrace && afterBlanks(bytes, at + 1) >= to;
  }

  /** The column of the key whose text begins at `at`, looked for from one column on, and then before it; -1 where it is none. */
  private keyAt(bytes: Uint8Array, at: number, first: number): number {
    const { keys } = this;
    const { length } = keys;
    for (let i = 0; i < length; i++) {
      const column = first + i < length ? first + i : first + i - length;
      if (isAt(bytes, at, keys[column] as Uint8Array)) return column;
    }
    return -1;
  }
}

function afterBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  for (let c = bytes[at]; c === space || c === 9 || c === 10 || c === 13; c = bytes[++at]);
  return at;
}

function isAt(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let i = 0; i < wanted.length; i++) if (bytes[at + i] !== wanted[i]) return false;
  return true;
}

/** The position after the value at `at`, or -1. */
function endOfValue(bytes: Uint8Array, at: number): number {
  const c = bytes[at] as number;
  if (c === quote) return endOfText(bytes, at);
  if (c === minus || isDigit(c)) return endOfNumber(bytes, at);
  for (const word of words) if (isAt(bytes, at, word)) return at + word.length;
  return -1;
}

/** After a text without escapes. Beyond the last byte nothing compares, which ends the search. */
function endOfText(bytes: Uint8Array, from: number): number {
  let at = from;
  let c: number;
  do c = bytes[++at] as number;
  while (c > backslash || (c >= space && c !== quote && c !== backslash));
  return c === quote ? at + 1 : -1;
}

/** After a number that JavaScript writes as it is written here. */
function endOfNumber(bytes: Uint8Array, from: number): number {
  const first = bytes[from] === minus ? from + 1 : from;
  let at = first;
  while (isDigit(bytes[at])) at++;
  const whole = at - first;
  if (whole === 0 || (whole > 1 && bytes[first] === zero)) return -1;
  if (bytes[at] !== point) return whole <= maxDigits && !(first > from && bytes[first] === zero) ? at : -1;
  at++;
  while (isDigit(bytes[at])) at++;
  const fraction = at - first - whole - 1;
  const isKept = fraction > 0 && fraction <= maxFraction && whole + fraction <= maxDigits && bytes[at - 1] !== zero;
  return isKept ? at : -1;
}

function isDigit(c: number | undefined): boolean {
  return c !== undefined && c >= zero && c <= 57;
}
