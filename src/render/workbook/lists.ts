/**
 * The hidden columns of the sheet Targets: the words that cells may have, sentences about problems, the present and the span, and the
 * changes of the zone's clock.
 */
import { type Clock, clocks, type TimeUnit, timeUnits } from "../../core/target.js";
import type { Messages } from "../../i18n/en/index.js";
import type { WorkbookReport } from "../../report.js";
import type { Cell, WorkbookWriter } from "../../xlsx/workbook.js";
import { type Grid, nameColumns } from "./cells.js";
import { clockNumbers, firstTargetRow as firstRow, problems, secondOf } from "./formulas.js";
import type { TimeLine } from "./time-line.js";

const unitSeconds: Readonly<Record<TimeUnit, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 0 };

/** Words in the reader's language and as ids, each with its number; the ranges of those in the reader's language. */
export function addLists(
  grid: Grid,
  book: WorkbookWriter,
  { plans, priorities }: WorkbookReport,
  { workbook }: Messages,
): { readonly units: string; readonly clocks: string } {
  const units = words(timeUnits, (unit) => workbook.units[unit], unitSeconds);
  const clockWords = words<Clock>(clocks, (clock) => workbook.clocks[clock], clockNumbers);
  book.define({ name: "units", formula: `Targets!$Y$${firstRow}:$Z$${addColumn(grid, "Y", units)}` });
  book.define({ name: "clocks", formula: `Targets!$AA$${firstRow}:$AB$${addColumn(grid, "AA", clockWords)}` });
  const lists: readonly (readonly [column: string, name: string, texts: readonly string[]])[] = [
    ["AC", "plan_list", plans.map(({ id }) => id)],
    ["AD", "priority_list", priorities.map(({ id }) => id)],
    ["AE", "problem_text", problems.map((name) => workbook.problems[name])],
  ];
  for (const [column, name, texts] of lists) {
    const last = addColumn(
      grid,
      column,
      texts.map((text) => [text]),
    );
    nameColumns(book, "Targets", column, [name], firstRow, last);
  }
  const shown = (column: string, count: number) => `$${column}$${firstRow}:$${column}$${firstRow + count - 1}`;
  return { units: shown("Y", timeUnits.length), clocks: shown("AA", clocks.length) };
}

function words<Word extends string>(
  ids: readonly Word[],
  nameOf: (id: Word) => string,
  numberOf: Readonly<Record<Word, number>>,
): readonly (readonly [string, number])[] {
  const numbered = (name: (id: Word) => string) => ids.map((id) => [name(id), numberOf[id]] as const);
  return [...new Map([...numbered(nameOf), ...numbered((id) => id)])];
}

/** The present, the span of the calendar and the changes of the zone's clock, in seconds of the time line. */
export function addTimes(grid: Grid, book: WorkbookWriter, { from, to, now }: WorkbookReport, line: TimeLine): void {
  const present: Cell = now === undefined ? { formula: secondOf("sla_now", line.hasChanges) } : line.second(now);
  addColumn(grid, "AF", [[present], [line.second(from)], [line.second(to)]]);
  ["now_second", "span_from", "span_to"].forEach((name, i) => {
    book.define({ name, formula: `Targets!$AF$${firstRow + i}` });
  });
  if (!line.hasChanges) return;
  // No time is before the first row or after the last.
  const end = 1_000_000_000_000_000;
  const rows = [{ wall: 0, at: 0, add: 0, back: 0 }, ...line.changes, { wall: end, at: end, add: 0, back: 0 }];
  const last = addColumn(
    grid,
    "AG",
    rows.map(({ wall, at, add, back }) => [wall, at, add, back]),
  );
  nameColumns(book, "Targets", "AG", ["zone_wall", "zone_at", "zone_add", "zone_back"], firstRow, last);
}

/** Sets rows of cells from a column on; the last row. */
function addColumn(grid: Grid, column: string, rows: readonly (readonly Cell[])[]): number {
  rows.forEach((cells, i) => {
    grid.set(column, firstRow + i, ...cells);
  });
  return firstRow + Math.max(rows.length, 1) - 1;
}
