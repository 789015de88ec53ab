/**
 * An object of JSON, found in bytes in one pass: where the values of the file's keys and of paths are, so that no value is made that is not
 * needed. What is not certain in bytes (a key that is new, written with an escape, or there twice) is left to `JSON.parse`.
 */

import { closingBrace, colon, comma, openBrace, openBracket, quote, smallN } from "./bytes.js";
import { exactText, textOf } from "./json-text.js";
import { afterBlanks, endOfPlain, endOfPlainText, endOfValue, isAt } from "./json-value.js";
import type { CellSpans } from "./row.js";

const encoder = new TextEncoder();

/** A key whose value is looked for, or values inside of which are. */
interface Member {
  /** With its closing quote. */
  readonly key: Uint8Array;
  /** -1 for the parts of a path before its last. */
  column: number;
  readonly isTop: boolean;
  readonly inner: Member[];
  /** The number of the object that had it last. */
  lastObject: number;
}

export class ObjectSpans implements CellSpans {
  bytes: Buffer = Buffer.alloc(0);
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly count: number;
  readonly hasBareQuotes = false;
  /** The object found last has a key that none before it had. */
  hasNewKey = false;
  /** The columns of it whose values are other than they are written, and must be parsed. */
  private readonly parsed: Uint8Array;
  private hasParsed = false;
  private readonly members: Member[];
  private object = 0;

  /** `header` has a name for each column: first the keys of the file, of which there are `keys`, then paths, and keys that may come. */
  constructor(header: readonly string[], keys: number) {
    this.members = header.slice(0, keys).map((name, column) => memberOf(name, column, true));
    header.forEach((path, column) => {
      if (column >= keys && path.includes(".")) addPath(this.members, path, column);
    });
    this.starts = new Int32Array(header.length);
    this.ends = new Int32Array(header.length);
    this.parsed = new Uint8Array(header.length);
    this.count = header.length;
  }

  isText(column: number): boolean {
    return this.parsed[column] !== 1;
  }

  /** Whether the object found last has the key at a column. */
  has(column: number): boolean {
    return this.members[column]?.lastObject === this.object;
  }

  /** The value in a column as a text. */
  text(column: number): string {
    if (column < 0) return "";
    const from = this.starts[column] as number;
    if (!this.isText(column)) return textOf(JSON.parse(this.source(column)));
    const isQuoted = this.bytes[from] === quote ? 1 : 0;
    return this.bytes.toString("utf8", from + isQuoted, (this.ends[column] as number) - isQuoted);
  }

  /** The value as it is written out: numbers digit for digit. */
  cell(column: number): string {
    return this.isText(column) ? this.text(column) : exactText(JSON.parse(this.source(column)), this.source(column));
  }

  private source(column: number): string {
    return this.bytes.toString("utf8", this.starts[column], this.ends[column]);
  }

  /** Finds the values of the object in `bytes[from, to)`; false where that is to be parsed. Columns without a value are empty. */
  find(bytes: Buffer, from: number, to: number): boolean {
    this.bytes = bytes;
    this.object++;
    this.hasNewKey = false;
    const { starts, ends } = this;
    // For the few columns of most files, quicker than `fill`.
    for (let i = 0; i < starts.length; i++) {
      starts[i] = from;
      ends[i] = from;
    }
    if (this.hasParsed) {
      this.parsed.fill(0);
      this.hasParsed = false;
    }
    const end = this.endOfObject(afterBlanks(bytes, from), this.members, 0);
    // A line may end inside an object, and the next go on with it.
    return end >= 0 && end <= to && afterBlanks(bytes, end) >= to;
  }

  /** After the object at `from`, whose members are noted; -1 where it is to be parsed. */
  private endOfObject(from: number, members: readonly Member[], depth: number): number {
    const { bytes } = this;
    if (bytes[from] !== openBrace) return -1;
    let at = afterBlanks(bytes, from + 1);
    if (bytes[at] === closingBrace) return at + 1;
    for (let i = -1; ; ) {
      if (bytes[at] !== quote) return -1;
      i = memberAt(bytes, at + 1, members, i + 1);
      const member = members[i];
      // A new key is one of the file's from then on, which only the first object that has it shows.
      if (!member && depth === 0) return -1;
      const keyEnd = member ? at + 1 + member.key.length : endOfPlainText(bytes, at);
      if (keyEnd < 0) return -1;
      at = afterBlanks(bytes, keyEnd);
      if (bytes[at] !== colon) return -1;
      at = afterBlanks(bytes, at + 1);
      const end = member ? this.endOfMember(at, member, depth) : endOfValue(bytes, at, depth + 1);
      if (end < 0) return -1;
      at = afterBlanks(bytes, end);
      if (bytes[at] === closingBrace) return at + 1;
      if (bytes[at] !== comma) return -1;
      at = afterBlanks(bytes, at + 1);
    }
  }

  private endOfMember(at: number, member: Member, depth: number): number {
    const { bytes } = this;
    if (member.lastObject === this.object) return -1;
    if (member.isTop && member.lastObject === 0) this.hasNewKey = true;
    member.lastObject = this.object;
    let end = -1;
    let isText = false;
    if (member.inner.length > 0 && (bytes[at] === openBrace || bytes[at] === openBracket)) {
      // A path may go through a list by a number, which is parsed.
      if (bytes[at] === openBrace) end = this.endOfObject(at, member.inner, depth + 1);
    } else {
      end = endOfPlain(bytes, at);
      isText = end >= 0;
      if (!isText) end = endOfValue(bytes, at, depth + 1);
    }
    const { column } = member;
    // `null` is no value.
    if (column >= 0 && end >= 0 && bytes[at] !== smallN) {
      this.starts[column] = at;
      this.ends[column] = end;
      if (!isText) {
        this.parsed[column] = 1;
        this.hasParsed = true;
      }
    }
    return end;
  }
}

function memberOf(name: string, column: number, isTop: boolean): Member {
  return { key: encoder.encode(`${name}"`), column, isTop, inner: [], lastObject: 0 };
}

/** Adds a path to values inside the members; one that begins with no key of the file leads nowhere. */
function addPath(top: readonly Member[], path: string, column: number): void {
  const [first = "", ...rest] = path.split(".");
  const nameOf = (member: Member) => Buffer.from(member.key).toString("utf8", 0, member.key.length - 1);
  let member = top.find((one) => nameOf(one) === first);
  for (const name of rest) {
    if (!member) return;
    let inner: Member | undefined = member.inner.find((one) => nameOf(one) === name);
    if (!inner) {
      inner = memberOf(name, -1, false);
      member.inner.push(inner);
    }
    member = inner;
  }
  if (member) member.column = column;
}

/** The position of the member whose key begins at `at`, looked for from one on, and then before it; -1 where it is none. */
function memberAt(bytes: Uint8Array, at: number, members: readonly Member[], first: number): number {
  const { length } = members;
  for (let k = 0; k < length; k++) {
    const i = first + k < length ? first + k : first + k - length;
    if (isAt(bytes, at, (members[i] as Member).key)) return i;
  }
  return -1;
}
