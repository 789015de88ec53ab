/**
 * Characters of a calendar file that a folded line splits, as RFC 5545 (section 3.1) allows: lines are folded by bytes.
 */

const beginning = new TextEncoder().encode("BEGIN:VCALENDAR");
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const blank = 0x20;
const tab = 0x09;

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte < 0xc0;
}

/** The bytes of a calendar file with each split character moved ahead of the fold; those of any other file as they are. */
export function joinSplitCharacters(bytes: Uint8Array): Uint8Array {
  if (!beginning.every((byte, i) => bytes[i] === byte)) return bytes;
  const joined = bytes.slice();
  for (let at = joined.indexOf(lineFeed); at >= 0; at = joined.indexOf(lineFeed, at + 1)) {
    const begin = joined[at - 1] === carriageReturn ? at - 1 : at;
    const text = at + 2;
    if (joined[at + 1] !== blank && joined[at + 1] !== tab) continue;
    let end = text;
    while (end < text + 3 && isContinuation(joined[end])) end++;
    if (end === text) continue;
    const fold = joined.slice(begin, text);
    joined.copyWithin(begin, text, end);
    joined.set(fold, begin + end - text);
    at = end - 1;
  }
  return joined;
}
