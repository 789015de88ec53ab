/**
 * Values of JSON in bytes, checked: where one ends, or -1 where it is none. Beyond the last byte nothing compares, which ends each search.
 */
import {
  backslash,
  carriageReturn,
  closingBrace,
  closingBracket,
  colon,
  comma,
  lineFeed,
  minus,
  nine,
  openBrace,
  openBracket,
  plus,
  point,
  quote,
  smallA,
  smallE,
  smallF,
  smallU,
  space,
  tab,
  zero,
} from "./bytes.js";

/** Values inside more lists and objects than this are not searched for their end. */
const maxDepth = 32;
/** As many digits as every number of JavaScript keeps, and of a fraction, as it writes without an exponent. */
const maxDigits = 15;
const maxFraction = 6;

const encoder = new TextEncoder();
const words = ["null", "true", "false"].map((word) => encoder.encode(word));
const escapes = new Set(Buffer.from('"\\/bfnrt'));

export function afterBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  for (let c = bytes[at]; c === space || c === tab || c === lineFeed || c === carriageReturn; c = bytes[++at]);
  return at;
}

export function isAt(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let i = 0; i < wanted.length; i++) if (bytes[at + i] !== wanted[i]) return false;
  return true;
}

/** After a value that is its own text: a text without escapes, a number as JavaScript writes it, or a word. */
export function endOfPlain(bytes: Uint8Array, at: number): number {
  const c = bytes[at] as number;
  if (c === quote) return endOfPlainText(bytes, at);
  return c === minus || isDigit(c) ? endOfPlainNumber(bytes, at) : endOfWord(bytes, at);
}

export function endOfPlainText(bytes: Uint8Array, from: number): number {
  let at = from;
  let c: number;
  do c = bytes[++at] as number;
  while (c > backslash || (c >= space && c !== quote && c !== backslash));
  return c === quote ? at + 1 : -1;
}

function endOfPlainNumber(bytes: Uint8Array, from: number): number {
  const first = bytes[from] === minus ? from + 1 : from;
  let at = afterDigits(bytes, first);
  const whole = at - first;
  if (whole === 0 || (whole > 1 && bytes[first] === zero)) return -1;
  if (bytes[at] !== point) {
    const isKept = whole <= maxDigits && !(first > from && bytes[first] === zero);
    return isKept && !isExponent(bytes[at]) ? at : -1;
  }
  at = afterDigits(bytes, at + 1);
  const fraction = at - first - whole - 1;
  const isKept = fraction > 0 && fraction <= maxFraction && whole + fraction <= maxDigits && bytes[at - 1] !== zero;
  return isKept && !isExponent(bytes[at]) ? at : -1;
}

/** After any value, `depth` values deep. */
export function endOfValue(bytes: Uint8Array, at: number, depth: number): number {
  const c = bytes[at] as number;
  if (c === quote) return endOfText(bytes, at);
  if (c === minus || isDigit(c)) return endOfNumber(bytes, at);
  if (c === openBracket || c === openBrace) return depth >= maxDepth ? -1 : endOfList(bytes, at, depth);
  return endOfWord(bytes, at);
}

/** After a list, or an object, which is a list of keys with values. */
function endOfList(bytes: Uint8Array, from: number, depth: number): number {
  const isObject = bytes[from] === openBrace;
  const closing = isObject ? closingBrace : closingBracket;
  let at = afterBlanks(bytes, from + 1);
  if (bytes[at] === closing) return at + 1;
  for (;;) {
    if (isObject) {
      const end = bytes[at] === quote ? endOfText(bytes, at) : -1;
      if (end < 0) return -1;
      at = afterBlanks(bytes, end);
      if (bytes[at] !== colon) return -1;
      at = afterBlanks(bytes, at + 1);
    }
    const end = endOfValue(bytes, at, depth + 1);
    if (end < 0) return -1;
    at = afterBlanks(bytes, end);
    if (bytes[at] === closing) return at + 1;
    if (bytes[at] !== comma) return -1;
    at = afterBlanks(bytes, at + 1);
  }
}

function endOfText(bytes: Uint8Array, from: number): number {
  let at = from + 1;
  for (;;) {
    const c = bytes[at] as number;
    if (c === quote) return at + 1;
    if (c === backslash) {
      const end = endOfEscape(bytes, at + 1);
      if (end < 0) return -1;
      at = end;
    } else if (c >= space) at++;
    else return -1;
  }
}

function endOfEscape(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== smallU) return escapes.has(bytes[at] as number) ? at + 1 : -1;
  for (let i = 1; i <= 4; i++) if (!isHexDigit(bytes[at + i])) return -1;
  return at + 5;
}

function endOfNumber(bytes: Uint8Array, from: number): number {
  const first = bytes[from] === minus ? from + 1 : from;
  let at = afterDigits(bytes, first);
  if (at === first || (at - first > 1 && bytes[first] === zero)) return -1;
  if (bytes[at] === point) {
    const end = afterDigits(bytes, at + 1);
    if (end === at + 1) return -1;
    at = end;
  }
  if (!isExponent(bytes[at])) return at;
  const digits = bytes[at + 1] === plus || bytes[at + 1] === minus ? at + 2 : at + 1;
  const end = afterDigits(bytes, digits);
  return end === digits ? -1 : end;
}

function endOfWord(bytes: Uint8Array, at: number): number {
  for (const word of words) if (isAt(bytes, at, word)) return at + word.length;
  return -1;
}

function afterDigits(bytes: Uint8Array, from: number): number {
  let at = from;
  while (isDigit(bytes[at])) at++;
  return at;
}

function isDigit(c: number | undefined): boolean {
  return c !== undefined && c >= zero && c <= nine;
}

function isHexDigit(c: number | undefined): boolean {
  return isDigit(c) || (c !== undefined && (c | space) >= smallA && (c | space) <= smallF);
}

function isExponent(c: number | undefined): boolean {
  return c !== undefined && (c | space) === smallE;
}
