/**
 * How cells are separated and quoted, by RFC 4180.
 */

/** The separators that exports use. */
export const usualSeparators = [",", ";", "\t", "|"] as const;

/** Never taken for a separator unasked: parts of names, numbers, dates and times. */
const partOfText = /[\p{L}\p{N}\s"'_:./+-]/u;

/** The text without what is in quotes. */
function bareText(line: string): string {
  return line.replace(/"(?:[^"]|"")*"/g, "");
}

/** The separators that may part a line, the likeliest first: the usual ones by how often they part it outside quotes, then other signs. */
export function likelySeparators(line: string): readonly string[] {
  const bare = bareText(line);
  const counts = new Map<string, number>(usualSeparators.map((separator) => [separator, 0]));
  for (const char of bare)
    if (counts.has(char) || !partOfText.test(char)) counts.set(char, (counts.get(char) ?? 0) + 1);
  const isUsual = (char: string) => (usualSeparators as readonly string[]).includes(char);
  const byCount = [...counts].sort(([, a], [, b]) => b - a).map(([char]) => char);
  return [...byCount.filter(isUsual), ...byCount.filter((char) => !isUsual(char))];
}

/** A cell as it is written: in quotes where it must be. */
export function quoteCell(cell: string, separator: string): string {
  return cell.includes(separator) || /["\r\n]/.test(cell) || cell.startsWith(" ") || cell.endsWith(" ")
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;
}
