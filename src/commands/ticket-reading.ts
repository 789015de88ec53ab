/**
 * How a ticket file was read, for people to look over and for programs: which columns, words, zones and order were used.
 */
import type { ColumnMap, EventList } from "../tickets/columns.js";
import { type Column, columns, type Reading, timeColumns } from "../tickets/names.js";
import { presets } from "../tickets/presets.js";
import type { ReadingTotals } from "../tickets/reading.js";
import type { ReadingNotes } from "../tickets/row.js";
import type { Words } from "../tickets/words.js";
import type { Diagnostics } from "./context.js";
import type { ColumnZones } from "./ticket-zones.js";

type File = Pick<Reading, "path" | "format" | "dateOrder"> & {
  readonly separator: string;
  readonly list: EventList | undefined;
  readonly numbers: Readonly<Partial<Record<Column, Reading["times"][number]["numbers"]>>>;
};

export function describeReading(
  file: File,
  columnMap: ColumnMap,
  words: Words,
  zones: ColumnZones,
  totals: ReadingTotals,
): Reading {
  const { at, found, names, preset, detectedBy } = columnMap;
  const called = { ...names, ...(file.list && { at: timesInList(file.list)[0] as string }) };
  const isThere = (column: Column) => at[column] >= 0 && at[column] < found;
  const { firstOpened, lastOpened, likelyClosed, closedState, ids } = totals;
  return {
    path: file.path,
    format: file.format,
    // The rows of a workbook are handed on as separated cells.
    separator: file.separator === "" || file.format === "xlsx" ? undefined : file.separator,
    preset: preset === undefined ? undefined : { name: preset, header: detectedBy },
    columns: columns.filter(isThere).map((role) => describeColumn(role, columnMap, file.list)),
    priorities: words.uses().map(({ word, priority, rows }) => ({ word, priority, rows })),
    unknownWords: totals.unknownWords,
    unknownRows: totals.unknownRows,
    // Closing times are read only where they count as the response, and openings of events only where they have a column of their own.
    times: timeColumns
      .filter((role) => isThere(role) && (role !== "closed" || totals.closedByTime > 0))
      .filter((role) => role !== "opened" || at.opened !== at.at)
      .map((role) => ({ role, column: called[role], zones: zones.usedBy(role), numbers: file.numbers[role] })),
    dateOrder: file.dateOrder,
    opened: firstOpened <= lastOpened ? { first: firstOpened, last: lastOpened } : undefined,
    leftOut: totals.leftOut,
    events: totals.events,
    repeatedIds: { rows: ids.rows, isAtLeast: ids.isAtLeast && ids.rows > 0 },
    unanswered: totals.unanswered,
    closed: { byTime: totals.closedByTime, byWord: totals.closedByWord },
    likelyClosed: likelyClosed > 0 ? { rows: likelyClosed, header: names.status, state: closedState ?? "" } : undefined,
    fills: totals.fills.filter(({ column }) => isThere(column)),
  };
}

function describeColumn(
  role: Column,
  { at, others, header, mapped, guessed, preset }: ColumnMap,
  list: EventList | undefined,
): Reading["columns"][number] {
  if (role === "at" && list) return { role, headers: timesInList(list), from: list.isMapped ? "map" : "name" };
  const headers = [at[role], ...(others[role] ?? [])].map((position) => header[position] ?? "");
  if (mapped.has(role)) return { role, headers, from: "map" };
  if (guessed.includes(role)) return { role, headers, from: "guess" };
  const ofPreset =
    preset !== undefined && (presets[preset].headers[role] ?? presets[preset].customFields?.[role]) !== undefined;
  return { role, headers, from: ofPreset ? "preset" : "name" };
}

/** Where in a ticket the times of its events are. */
function timesInList({ path, at }: EventList): readonly string[] {
  return at.map((key) => `${path}.${key}`);
}

/** Notes what was left out of a file and what in it is no text. */
export function warnOfForm(notes: ReadingNotes, diagnostics: Diagnostics): void {
  const { skippedLines: before, footerLines: after, undecodableRows: rows, firstUndecodable } = notes;
  if (before + after > 0) diagnostics.warn({ code: "skipped-lines", before, after });
  if (firstUndecodable) diagnostics.warn({ code: "undecodable-text", rows, ...firstUndecodable });
}

/** Notes cells of columns with a role that have a formula without its result. */
export function warnOfFormulas(
  unstored: ReadonlyMap<number, number>,
  { at, others, header }: ColumnMap,
  diagnostics: Diagnostics,
): void {
  // A state decides nothing but by --closed-when, whose unmatched values are reported; in a workbook of ours it is computed.
  const read = columns.filter((column) => column !== "status");
  const positions = read.flatMap((column) => [at[column], ...(others[column] ?? [])]);
  const found = [...unstored].filter(([position]) => positions.includes(position));
  if (found.length === 0) return;
  const cells = found.reduce((sum, [, count]) => sum + count, 0);
  diagnostics.warn({ code: "unstored-formulas", cells, columns: found.map(([position]) => header[position] ?? "") });
}
