/**
 * The values of an object on a line of JSON, where its keys are those of the file in their order, with some left out. Objects with other keys,
 * with lists or objects in them, escapes and exponents are not found: `ObjectReader` reads them.
 */
import {
  backslash,
  carriageReturn,
  closingBrace,
  colon,
  comma,
  lineFeed,
  minus,
  openBrace,
  point,
  quote,
  smallE,
  smallF,
  space,
  tab,
  zero,
} from "../tickets/bytes";
import { maxNameBytes } from "../tickets/plain-limits";
import { cutOff, endRow, inputEnd, setSpan } from "./row";
import { isDigit } from "./times";

/** The keys of the file with their quotes, each after its length in two bytes. */
export const KEYS: usize = memory.data(maxNameBytes, 16);

const nullWord: u32 = 0x6c6c756e;
const trueWord: u32 = 0x65757274;
const falseEnd: u32 = 0x65736c61;

let keyCount: i32 = 0;
/** The value that was found last is `null`. */
let isNull: bool = false;

export function setKeys(count: i32): void {
  keyCount = count;
}

/** Finds the object on the line at `from`; false where it needs a closer look, or the input ends. */
export function findValues(from: usize): bool {
  let key = KEYS;
  let column = 0;
  let at = from;
  if (load<u8>(at) !== openBrace) return at >= inputEnd ? cutOff() : false;
  while (true) {
    at = afterBlanks(at + 1);
    while (column < keyCount && !isKeyAt(at, key)) {
      setSpan(column++, from, from);
      key += load<u16>(key) + 2;
    }
    if (column === keyCount) return leave(at);
    at = afterBlanks(at + load<u16>(key));
    if (load<u8>(at) !== colon) return leave(at);
    at = afterBlanks(at + 1);
    const end = endOfValue(at);
    if (end === 0) return leave(at);
    if (isNull) setSpan(column, from, from);
    else setSpan(column, at, end);
    column++;
    key += load<u16>(key) + 2;
    at = afterBlanks(end);
    const c = load<u8>(at);
    if (c === comma) continue;
    if (c !== closingBrace) return leave(at);
    for (; column < keyCount; column++) setSpan(column, from, from);
    return endLine(end, at + 1);
  }
}

/** Leaves an object that needs a closer look at `at`, or that is cut off there: always false. */
function leave(at: usize): bool {
  for (let end = at; end < inputEnd; end++) if (load<u8>(end) === lineFeed) return false;
  return cutOff();
}

/** Ends the row whose values end at `end`, and its object at `at`. */
function endLine(end: usize, at: usize): bool {
  let after = afterBlanks(at);
  if (load<u8>(after) === carriageReturn) after++;
  if (after >= inputEnd) return cutOff();
  return load<u8>(after) === lineFeed && endRow(end, after + 1);
}

function afterBlanks(from: usize): usize {
  let at = from;
  while (load<u8>(at) === space || load<u8>(at) === tab) at++;
  return at;
}

function isKeyAt(at: usize, key: usize): bool {
  const length: i32 = load<u16>(key);
  for (let i = 0; i < length; i++) if (load<u8>(at + i) !== load<u8>(key + 2 + i)) return false;
  return true;
}

/** After a text without escapes, a number without an exponent, or a word; 0 for anything else. */
function endOfValue(at: usize): usize {
  const c = load<u8>(at);
  isNull = false;
  if (c === quote) return endOfText(at + 1);
  if (c === minus || isDigit(at)) return endOfNumber(c === minus ? at + 1 : at);
  isNull = load<u32>(at) === nullWord;
  if (isNull || load<u32>(at) === trueWord) return at + 4;
  return load<u32>(at + 1) === falseEnd && c === smallF ? at + 5 : 0;
}

function endOfText(from: usize): usize {
  for (let at = from; at < inputEnd; at += 16) {
    const bytes = v128.load(at);
    const ends = v128.or(i8x16.eq(bytes, i8x16.splat(<i8>quote)), i8x16.eq(bytes, i8x16.splat(<i8>backslash)));
    const bits = i8x16.bitmask(v128.or(ends, i8x16.lt_u(bytes, i8x16.splat(<i8>space))));
    if (bits === 0) continue;
    const end = at + <usize>ctz(bits);
    return load<u8>(end) === quote ? end + 1 : 0;
  }
  return 0;
}

function endOfNumber(from: usize): usize {
  const whole = afterDigits(from);
  if (whole === from || (whole > from + 1 && load<u8>(from) === zero)) return 0;
  if (load<u8>(whole) !== point) return isExponent(whole) ? 0 : whole;
  const end = afterDigits(whole + 1);
  return end === whole + 1 || isExponent(end) ? 0 : end;
}

function afterDigits(from: usize): usize {
  let at = from;
  while (isDigit(at)) at++;
  return at;
}

function isExponent(at: usize): bool {
  return (load<u8>(at) | space) === smallE;
}
