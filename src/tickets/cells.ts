/**
 * How cells are separated and written, by RFC 4180.
 */
import { escapeFormula } from "../formula.js";

export const separators = [",", ";", "\t", "|"] as const;
export type Separator = (typeof separators)[number];

/** The separator that a header line is written with: the one that parts it most often outside quotes, a comma where none does. */
export function findSeparator(header: string): Separator {
  const bare = header.replace(/"(?:[^"]|"")*"/g, "");
  const counts = separators.map((separator) => bare.split(separator).length);
  return separators[counts.indexOf(Math.max(...counts))] as Separator;
}

/** A cell as it is written: quoted where it must be, with an apostrophe before what would be run. */
export function formatCell(cell: string, separator: Separator): string {
  const safe = escapeFormula(cell);
  return safe.includes(separator) || /["\r\n]/.test(safe) || safe.startsWith(" ") || safe.endsWith(" ")
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
}
