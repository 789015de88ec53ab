/**
 * Cells of delimited text: read through papaparse, written by RFC 4180. Which bytes make a record is decided in records.ts before.
 */
import Papa from "papaparse";
import { escapeFormula } from "../formula.js";
import type { LineEnd } from "./records.js";

export const separators = [",", ";", "\t", "|"] as const;
export type Separator = (typeof separators)[number];

const bom = "\uFEFF";

/** The cells of whole records with `lineEnd` between them. */
export function parseCells(text: string, separator: Separator, lineEnd: LineEnd): string[][] {
  // The library takes a mark off the beginning, and here that is the beginning of some row: the mark of the file is off already.
  const whole = text.startsWith(bom) ? bom + text : text;
  // Without a line end it is one record, whose line ends are all inside quotes, so any will do.
  return Papa.parse<string[]>(whole, { delimiter: separator, newline: lineEnd === "" ? "\n" : lineEnd }).data;
}

/** The cells of a line whose quotes make no sense, every quote taken as it stands. */
export function splitPlainly(line: string, separator: Separator): string[] {
  return line.split(separator);
}

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
