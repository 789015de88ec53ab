/**
 * JSON in bytes: where a value ends, what follows the last one, and values without line ends. Values are not checked here.
 */
import {
  backslash,
  carriageReturn,
  closingBrace,
  closingBracket,
  comma,
  lineFeed,
  openBrace,
  openBracket,
  quote,
  space,
} from "./bytes.js";

/** The position after the string that begins at `from`; undefined where it does not end before `end`. */
export function endOfString(bytes: Uint8Array, from: number, end: number): number | undefined {
  for (let at = from + 1; at < end; at++) {
    if (bytes[at] === backslash) at++;
    else if (bytes[at] === quote) return at + 1;
  }
  return undefined;
}

/** The position after the value that begins at `from`; undefined where it does not end before `end`. */
export function endOfJson(bytes: Uint8Array, from: number, end: number): number | undefined {
  let depth = 0;
  for (let at = from; at < end; at++) {
    const c = bytes[at] as number;
    if (c === quote) {
      const after = endOfString(bytes, at, end);
      if (after === undefined || depth === 0) return after;
      at = after - 1;
    } else if (c === openBrace || c === openBracket) depth++;
    else if (c === closingBrace || c === closingBracket) {
      // A bracket that nothing opened ends the number or word before it.
      if (depth <= 1) return depth === 0 ? at : at + 1;
      depth--;
    } else if (depth === 0 && (c === comma || c <= space)) return at;
  }
  return depth === 0 ? end : undefined;
}

/** The value in `bytes[from, to)` on one line: line ends, and the blanks after them, are left out. */
export function compact(bytes: Uint8Array, from: number, to: number): Buffer {
  const line = Buffer.allocUnsafe(to - from);
  let size = 0;
  let isAfterLineEnd = false;
  for (let at = from; at < to; at++) {
    const c = bytes[at] as number;
    if (c === lineFeed || c === carriageReturn) isAfterLineEnd = true;
    else if (c > space || !isAfterLineEnd) {
      line[size++] = c;
      isAfterLineEnd = false;
    }
  }
  return line.subarray(0, size);
}

/** How deep in brackets and strings a document is, byte by byte. */
export class JsonNesting {
  depth: number;
  isInString = false;
  private isEscaped = false;

  constructor(depth = 0) {
    this.depth = depth;
  }

  /** Nothing is open. */
  get isClosed(): boolean {
    return this.depth === 0 && !this.isInString;
  }

  read(c: number): void {
    if (this.isInString) this.readInString(c);
    else if (c === quote) this.isInString = true;
    else if (c === openBrace || c === openBracket) this.depth++;
    else if (c === closingBrace || c === closingBracket) this.depth--;
  }

  private readInString(c: number): void {
    if (this.isEscaped) this.isEscaped = false;
    else if (c === backslash) this.isEscaped = true;
    else if (c === quote) this.isInString = false;
  }
}

/** What follows an array of objects up to the end of its document, block by block. */
export class JsonTail {
  private readonly nesting: JsonNesting;
  /** The last byte that is no blank opened an array under a key. */
  private opensArray = false;

  constructor(depth: number) {
    this.nesting = new JsonNesting(depth);
  }

  get isWhole(): boolean {
    return this.nesting.isClosed;
  }

  /** The position of a character that may not be there, or where another array of objects begins. */
  read(
    bytes: Uint8Array,
    from: number,
    to: number,
  ): { at: number; problem: "unexpected" | "several-arrays" } | undefined {
    const { nesting } = this;
    for (let at = from; at < to; at++) {
      const c = bytes[at] as number;
      if (!nesting.isInString && c > space) {
        if (nesting.depth === 0) return { at, problem: "unexpected" };
        if (c === openBrace && this.opensArray) return { at, problem: "several-arrays" };
        this.opensArray = c === openBracket && nesting.depth === 1;
      }
      nesting.read(c);
    }
    return undefined;
  }
}
