/**
 * Cells that a spreadsheet would run as formulas: one rule for all CSV and TSV output.
 */

/**
 * Signs that begin a formula, full-width ones included, after blanks and control characters, which spreadsheets drop. A function, because
 * Node is slow to look up the class at a start that writes no cell.
 */
const formulaStart = () => /^[\s\p{Cc}]*[=+\-@＝＋－＠]/u;
/** A plain number with a sign, a dash alone, which exports write for nothing, and epoch seconds: none of them is a formula. */
const plain = /^\s*(?:[+-]\d+(?:[.,]\d+)*(?:[eE][+-]?\d+)?|-|@-?\d+(?:\.\d+)?)\s*$/;

/** Whether a spreadsheet might run the cell. */
export function isFormula(cell: string): boolean {
  return formulaStart().test(cell) && !plain.test(cell);
}

/** The cell with an apostrophe in front where a spreadsheet might run it. */
export function escapeFormula(cell: string): string {
  return isFormula(cell) ? `'${cell}` : cell;
}

/**
 * By a cell's first byte: 0 where no formula begins so, 1 for controls and signs, 2 where a character may be a blank, a control or a
 * full-width sign, 3 for a space.
 */
export const formulaStarts = new Uint8Array(256).fill(1, 0, 0x20);
for (const c of "=+-@\x7f") formulaStarts[c.charCodeAt(0)] = 1;
for (const c of [0xc2, 0xe1, 0xe2, 0xe3, 0xef]) formulaStarts[c] = 2;
formulaStarts[0x20] = 3;

/**
 * Whether a cell in UTF-8 that begins at `at` may be a formula, by its first bytes alone: false is certain, true is not.
 * A line feed must follow somewhere.
 */
export function mayBeFormula(bytes: Uint8Array, at: number): boolean {
  const start = formulaStarts[bytes[at] as number];
  if (start === 0) return false;
  if (start === 3) {
    let next = at + 1;
    while (bytes[next] === 0x20) next++;
    return mayBeFormula(bytes, next);
  }
  return start === 1 || isOddStart(bytes, at);
}

function isOddStart(bytes: Uint8Array, at: number): boolean {
  const second = bytes[at + 1] as number;
  switch (bytes[at]) {
    case 0xc2:
      // Controls and the no-break space, U+0080 to U+00A0.
      return second <= 0xa0;
    case 0xe1:
      return second === 0x9a;
    case 0xe2:
      // The blanks from U+2000 to U+205F, among much punctuation.
      return second === 0x80 || second === 0x81;
    case 0xe3:
      return second === 0x80 && bytes[at + 2] === 0x80;
    default:
      // Half and full width forms, and the byte order mark.
      return second >= 0xbb;
  }
}
