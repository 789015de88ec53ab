/**
 * Where the records of a delimited file begin and end, in bytes: quotes, doubled quotes and line ends of any kind.
 * A quote that is never closed costs its own line only. Says nothing of what is in a record.
 */
import { maxRowBytes } from "../limits.js";

export const lineFeed = 10;
export const carriageReturn = 13;
export const quote = 34;

/** `cut`: the bytes end before the record does. `broken`: its quotes make no sense, and the span is its first line. */
export type RecordKind = "whole" | "broken" | "cut";

/** How a record's line ends; `none` at the end of a file. */
export type LineEnd = "\n" | "\r\n" | "\r" | "";

/** A record `[from, to)` and what follows it. Reused from record to record. */
export interface RecordSpan {
  to: number;
  next: number;
  lineEnd: LineEnd;
  /** Lines that the record takes up. */
  lines: number;
}

/**
 * Finds the end of the record at `from`, reading up to `end`. `isLast` says that nothing follows `end`, so that the end of the bytes
 * ends a record, and an open quote there is never closed.
 */
export function findRecord(
  bytes: Uint8Array,
  from: number,
  end: number,
  separator: number,
  isLast: boolean,
  span: RecordSpan,
): RecordKind {
  let at = from;
  let lines = 1;
  for (;;) {
    // A field begins at `at`.
    if (at < end && bytes[at] === quote) {
      at++;
      for (;;) {
        if (at >= end) {
          if (isLast || end - from > maxRowBytes) return firstLine(bytes, from, end, isLast, span);
          return "cut";
        }
        const c = bytes[at] as number;
        if (c === quote) {
          if (at + 1 >= end && !isLast) return "cut";
          if (bytes[at + 1] !== quote || at + 1 >= end) break;
          at++;
        } else if (c === lineFeed || (c === carriageReturn && bytes[at + 1] !== lineFeed)) lines++;
        at++;
      }
      at++;
      // Blanks between a closing quote and the separator are what some exports write.
      while (at < end && bytes[at] === 32) at++;
      if (at >= end) {
        if (!isLast) return "cut";
      } else {
        const c = bytes[at];
        if (c !== separator && c !== lineFeed && c !== carriageReturn) return firstLine(bytes, from, end, isLast, span);
      }
    } else {
      while (at < end) {
        const c = bytes[at];
        if (c === separator || c === lineFeed || c === carriageReturn) break;
        at++;
      }
    }
    if (at < end && bytes[at] === separator) {
      at++;
      continue;
    }
    return finish(bytes, at, end, isLast, lines, span) ? "whole" : "cut";
  }
}

function firstLine(bytes: Uint8Array, from: number, end: number, isLast: boolean, span: RecordSpan): RecordKind {
  let at = from;
  while (at < end && bytes[at] !== lineFeed && bytes[at] !== carriageReturn) at++;
  return finish(bytes, at, end, isLast, 1, span) ? "broken" : "cut";
}

/** Sets the span of a record that ends at `at`, before a line end or at the end of the file; false where that is not certain yet. */
function finish(bytes: Uint8Array, at: number, end: number, isLast: boolean, lines: number, span: RecordSpan): boolean {
  if (at >= end) {
    if (!isLast) return false;
    span.lineEnd = "";
    span.next = end;
  } else if (bytes[at] === lineFeed) {
    span.lineEnd = "\n";
    span.next = at + 1;
  } else {
    if (at + 1 >= end && !isLast) return false;
    const isPair = at + 1 < end && bytes[at + 1] === lineFeed;
    span.lineEnd = isPair ? "\r\n" : "\r";
    span.next = at + (isPair ? 2 : 1);
  }
  span.to = at;
  span.lines = lines;
  return true;
}
