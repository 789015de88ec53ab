/**
 * The cells of a delimited row, found 64 bytes at a time. Rows whose line ends, quotes or first characters need a closer look are not found:
 * `DelimitedRow` reads them.
 */
import { carriageReturn, lineFeed, quote, space } from "../tickets/bytes";
import { cutOff, endRow, inputEnd, setSpan } from "./row";

/** By a cell's first byte, how a formula may begin (`formulaStarts`). */
export const FORMULA_STARTS: usize = memory.data(256, 16);

let separator: i32 = 0;
let width: i32 = 0;
let checksFormulas: bool = false;
/** The 64 bytes that are searched, and their bits where a separator, a quote or a line end is, from the next one on. */
let base: usize = 0;
let bits: u64 = 0;

export function setCells(separatorByte: i32, columns: i32, mayHaveFormulas: bool): void {
  separator = separatorByte;
  width = columns;
  checksFormulas = mayHaveFormulas;
}

/** Begins to search at `from`. */
export function searchFrom(from: usize): void {
  base = from;
  bits = specials(from);
}

function specials(at: usize): u64 {
  const low = <u64>specialsOf(at) | ((<u64>specialsOf(at + 16)) << 16);
  return low | ((<u64>specialsOf(at + 32)) << 32) | ((<u64>specialsOf(at + 48)) << 48);
}

function specialsOf(at: usize): i32 {
  const bytes = v128.load(at);
  const inside = v128.or(i8x16.eq(bytes, i8x16.splat(<i8>separator)), i8x16.eq(bytes, i8x16.splat(<i8>quote)));
  const after = v128.or(i8x16.eq(bytes, i8x16.splat(<i8>lineFeed)), i8x16.eq(bytes, i8x16.splat(<i8>carriageReturn)));
  return i8x16.bitmask(v128.or(inside, after));
}

/** The next separator, quote or line end; the end of the input where there is none. */
function nextSpecial(): usize {
  while (bits === 0) {
    base += 64;
    if (base >= inputEnd) return inputEnd;
    bits = specials(base);
  }
  const at = base + <usize>ctz(bits);
  bits &= bits - 1;
  return at < inputEnd ? at : inputEnd;
}

/** Finds the row at `from`, which must be where the search is; false where it needs a closer look, or the input ends. */
export function findCells(from: usize): bool {
  let column = 0;
  let cellFrom = from;
  while (true) {
    let at = nextSpecial();
    if (at < inputEnd && load<u8>(at) === quote) {
      if (at !== cellFrom) return false;
      at = endOfQuotes();
    }
    if (at === inputEnd) return cutOff();
    if (at === 0) return false;
    if (at > cellFrom && checksFormulas && mayBeFormula(cellFrom)) return false;
    setSpan(column, cellFrom, at);
    column++;
    const c = load<u8>(at);
    if (c !== separator) return column === width && endLine(at, c);
    if (column === width) return false;
    cellFrom = at + 1;
  }
}

/** The separator or line end after the quoted cell whose first quote was found; 0 where its quotes or its lines need a closer look. */
function endOfQuotes(): usize {
  while (true) {
    const at = nextSpecial();
    if (at === inputEnd) return at;
    const c = load<u8>(at);
    if (c === lineFeed || c === carriageReturn) return 0;
    if (c !== quote) continue;
    const after = nextSpecial();
    if (after === inputEnd) return after;
    if (after !== at + 1) return 0;
    if (load<u8>(after) !== quote) return after;
  }
}

/** Ends the row at a line end; false for a carriage return alone, and where the input ends after it. */
function endLine(at: usize, c: u8): bool {
  if (c === lineFeed) return endRow(at, at + 1);
  const after = nextSpecial();
  if (after === inputEnd) return cutOff();
  return after === at + 1 && load<u8>(after) === lineFeed && endRow(at, after + 1);
}

/** As the function of this name in `formula.ts`. */
function mayBeFormula(cell: usize): bool {
  let at = load<u8>(cell) === quote ? cell + 1 : cell;
  if (load<u8>(FORMULA_STARTS + load<u8>(at)) === 0) return false;
  while (load<u8>(at) === space) at++;
  const c: u8 = load<u8>(at);
  const start = load<u8>(FORMULA_STARTS + c);
  if (start !== 2) return start !== 0;
  const second = load<u8>(at + 1);
  switch (c) {
    case 0xc2:
      return second <= 0xa0;
    case 0xe1:
      return second === 0x9a;
    case 0xe2:
      return second === 0x80 || second === 0x81;
    case 0xe3:
      return second === 0x80 && load<u8>(at + 2) === 0x80;
    default:
      return second >= 0xbb;
  }
}
