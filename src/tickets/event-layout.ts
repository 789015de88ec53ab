/**
 * Which cells of a log of events come out, under which columns: those of roles and those that flags name, first the cells of a ticket's
 * earliest event, then those of later ones.
 */
import type { ColumnMap } from "./columns.js";
import { type Column, columns } from "./names.js";
import type { FileFormat } from "./row.js";

/** Which event of a ticket some of its cells are those of. */
export type Part = "first" | "last" | "last-filled";

export interface EventLayout {
  /** Where the columns are in rows of tickets, and how these are written. */
  readonly columnMap: ColumnMap;
  readonly format: FileFormat;
  /** The positions in the file of all cells of such a row. */
  readonly positions: readonly number[];
  /** The same by the event they are those of; the first comes first, and none is empty. */
  readonly parts: readonly (readonly [Part, readonly number[]])[];
}

/** The columns whose cells are those of the last event, and of the last where they are filled. */
const ofLast = ["status", "resolved"] as const satisfies readonly Column[];
const ofLastFilled = ["closed"] as const satisfies readonly Column[];

/** `named` are positions besides those of roles; `replaced`, columns that come out but are not read. */
export function eventLayout(
  found: ColumnMap,
  format: FileFormat,
  named: readonly number[],
  replaced: readonly Column[],
): EventLayout {
  const positionsOf = (list: readonly Column[]) =>
    list.flatMap((column) => [found.at[column], ...(found.others[column] ?? [])]);
  const lastFilled = positionsOf(ofLastFilled);
  const last = positionsOf(ofLast).filter((position) => !lastFilled.includes(position));
  const later = [...last, ...lastFilled];
  const first = [...positionsOf(columns), ...named].filter((position) => !later.includes(position));
  const parts = (
    [
      ["first", inOrder(first)],
      ["last", inOrder(last)],
      ["last-filled", inOrder(lastFilled)],
    ] as const
  ).filter(([, list]) => list.length > 0);
  const positions = parts.flatMap(([, list]) => list);
  const place = (position: number) => positions.indexOf(position);
  const header = positions.map((position) => found.header[position] as string);
  const { writtenNames } = format;
  return {
    columnMap: withoutColumns(
      {
        ...found,
        header,
        found: header.length,
        at: Object.fromEntries(columns.map((column) => [column, place(found.at[column])])) as ColumnMap["at"],
        others: Object.fromEntries(
          Object.entries(found.others).map(([column, more]) => [column, (more as readonly number[]).map(place)]),
        ),
      },
      replaced,
    ),
    format: {
      ...format,
      names: header.filter((_, i) => (positions[i] as number) < found.found),
      writtenNames: writtenNames && positions.map((position) => writtenNames[position] as string),
    },
    positions,
    parts,
  };
}

function inOrder(positions: readonly number[]): readonly number[] {
  return [...new Set(positions)].filter((position) => position >= 0).sort((a, b) => a - b);
}

/** The columns without some, as if the file did not have them. */
export function withoutColumns(columnMap: ColumnMap, left: readonly Column[]): ColumnMap {
  const nowhere = Object.fromEntries(left.map((column) => [column, -1]));
  const others = Object.entries(columnMap.others).filter(([column]) => !left.includes(column as Column));
  return { ...columnMap, at: { ...columnMap.at, ...nowhere }, others: Object.fromEntries(others) };
}
