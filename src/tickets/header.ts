/**
 * Where the header of a file of separated cells is, and how its cells are separated. Lines before it are passed over where they are known
 * (`sep=;`, PowerShell's `#TYPE`), or where a later line is a header beyond doubt: every column that is required is found in it.
 */
import { carriageReturn, lineFeed } from "./bytes.js";
import { likelySeparators, usualSeparators } from "./cells.js";
import { DelimitedRow } from "./delimited-row.js";

/** How much of the beginning of a file is searched for a header, in bytes and lines. */
export const searchedForHeader = 1 << 16;
const maxTitleLines = 50;

export interface HeaderChoice {
  /** The separator, where it was given. */
  readonly separator: string | undefined;
  readonly skipLines: number;
  readonly hasHeader: boolean;
  /** Whether the columns are among these names. */
  accepts(names: readonly string[]): boolean;
}

export interface HeaderPlace {
  readonly from: number;
  readonly line: number;
  readonly separator: string;
  /** Lines before it that are not blank. */
  readonly skipped: number;
  /** Where the line after it begins, if it has the columns, so that whatever follows changes nothing. */
  readonly next: number | undefined;
}

interface Line {
  readonly from: number;
  readonly to: number;
  readonly number: number;
}

/** The names of columns of a file without a header. */
export function positionNames(count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => `#${i + 1}`);
}

/**
 * Finds the header in `bytes[from, end)`, which a line feed follows; undefined where only blank lines are there. Where no line has the
 * columns, the first of those with the most cells is the header.
 */
export function findHeader(bytes: Buffer, from: number, end: number, choice: HeaderChoice): HeaderPlace | undefined {
  const lines = linesOf(bytes, from, end).slice(choice.skipLines);
  let { separator } = choice;
  let skipped = choice.skipLines;
  for (; lines[0]; lines.shift(), skipped++) {
    const text = bytes.toString("utf8", lines[0].from, lines[0].to);
    const named = /^"?sep=(.)"?[\t;, ]*$/iu.exec(text)?.[1];
    if (named === undefined && !text.startsWith("#TYPE ")) break;
    separator ??= named;
  }
  const filled = lines.filter(({ from: begin, to }) => to > begin).slice(0, choice.hasHeader ? maxTitleLines : 1);
  const first = filled[0] && {
    from: filled[0].from,
    line: filled[0].number,
    separator: separator ?? ",",
    skipped,
    next: undefined,
  };
  let best: HeaderPlace | undefined;
  let cells = 0;
  for (const [index, { from: begin, to, number }] of filled.entries()) {
    const likely = separator === undefined ? likelySeparators(bytes.toString("utf8", begin, to)) : [separator];
    for (const parted of likely) {
      const row = new DelimitedRow(parted);
      const names = row.scan(bytes, begin, end, true) === "whole" ? row.cells() : undefined;
      const place = { from: begin, line: number, separator: parted, skipped: skipped + index, next: undefined };
      if (!names && index === 0 && parted === likely[0]) best = first;
      if (!names) continue;
      if (choice.accepts(choice.hasHeader ? names : positionNames(names.length))) return { ...place, next: row.next };
      const isUsual = parted === separator || (usualSeparators as readonly string[]).includes(parted);
      if (best !== first && isUsual && names.length > cells) {
        best = place;
        cells = names.length;
      }
    }
  }
  return best ?? first;
}

function linesOf(bytes: Buffer, from: number, end: number): Line[] {
  const lines: Line[] = [];
  for (let at = from; at < end && lines.length < 2 * maxTitleLines; ) {
    let to = at;
    while (to < end && bytes[to] !== lineFeed && bytes[to] !== carriageReturn) to++;
    lines.push({ from: at, to, number: lines.length + 1 });
    at = to + (bytes[to] === carriageReturn && bytes[to + 1] === lineFeed ? 2 : 1);
  }
  return lines;
}
