/** The tables of a calendar and its targets, and their rows. */
import { datePieces, type GoalPiece, goalPieces, type TimePiece, timePieces } from "../../core/calendar-pieces.js";
import { budgetMsOf } from "../../core/target.js";
import type { SqlRegion, SqlReport, SqlTarget } from "../../report.js";
import { keysPerClock, type Table } from "./dialects.js";

export type Cell = string | number | bigint | undefined;

/** The rows of one owner in a table: a region by its name, or a clock by its number. */
export interface Rows {
  readonly table: Table;
  readonly owner: string | number;
  readonly rows: readonly (readonly Cell[])[];
}

/** A region that a ticket need not have: the target's clock runs everywhere. No cell of ours is empty, as a seed reads that as null. */
export const anyRegion = "*";

export const text = (name: string) => ({ name, type: "text" }) as const;
export const integer = (name: string) => ({ name, type: "integer" }) as const;
export const maybe = (name: string, type: "text" | "integer") => ({ name, type, isNullable: true }) as const;

export const clockTable: Table = {
  name: "sla_clock",
  owner: "region",
  columns: [
    ...["dataset", "digest", "region", "clock", "zone", "tzdata"].map(text),
    ...["base", "from_us", "to_us"].map(integer),
  ],
};

export const targetTable: Table = {
  name: "sla_target",
  owner: "region",
  columns: [
    ...["region", "metric", "plan", "priority"].map(text),
    // Null where the dataset states that there is no target.
    maybe("clock", "text"),
    integer("number"),
    maybe("budget_us", "integer"),
    maybe("days", "integer"),
    maybe("count_days", "text"),
  ],
};

export const timeTable: Table = {
  name: "sla_at",
  owner: "key",
  columns: [
    ...["key", "from_us", "to_us", "before_us", "rate"].map(integer),
    ...["starts_us", "date_no", "wall_us", "next_date_no", "last_date_no"].map((name) => maybe(name, "integer")),
  ],
};

export const goalTable: Table = {
  name: "sla_goal",
  owner: "key",
  columns: ["key", "after_us", "upto_us", "at_us"].map(integer),
};

export const dayTable: Table = {
  name: "sla_day",
  owner: "key",
  columns: ["key", "reach_us", "next_reach_us", "opens_us", "closes_us", "wall_us", "day_closes_us", "before_us"].map(
    integer,
  ),
};

/** The reader's own rows: the times in which a ticket's clock is stopped; `to_us` is null while it is. */
export const pauseTable: Table = {
  name: "sla_pause",
  columns: [text("id"), integer("from_us"), maybe("to_us", "integer")],
};

export const tables = [clockTable, targetTable, timeTable, goalTable, dayTable];

/** Later than any wall time. */
const noWallUs = BigInt(1_000_000_000_000_000_000);

/** All rows, those of the targets without a region last. */
export function rowsOf(report: SqlReport, tzdata: string): readonly Rows[] {
  const { regions, dataset, targetsAnywhere, countDays } = report;
  return [
    ...regions.flatMap((region) => regionRows(region, dataset.id, tzdata, countDays)),
    { table: targetTable, owner: anyRegion, rows: targetRows(anyRegion, targetsAnywhere, countDays) },
  ];
}

function regionRows(region: SqlRegion, dataset: string, tzdata: string, countDays: string): readonly Rows[] {
  const { id, zone, digest, table, targets } = region;
  const clocks = [
    { clock: "business-hours", number: region.number * 2 + 1, rows: table.hours, dates: table.businessDates },
    { clock: "24x5", number: region.number * 2 + 2, rows: table.dates, dates: [] },
  ];
  const span = [us(table.from), us(table.to)];
  return [
    {
      table: clockTable,
      owner: id,
      rows: clocks.map(({ clock, number }) => [
        dataset,
        digest,
        id,
        clock,
        zone.id,
        tzdata,
        number * keysPerClock,
        ...span,
      ]),
    },
    { table: targetTable, owner: id, rows: targetRows(id, targets, countDays) },
    ...clocks.flatMap(({ number, rows, dates }) => clockRows(number, timePieces(table, rows, dates), goalPieces(rows))),
    {
      table: dayTable,
      owner: region.number * 2 + 1,
      rows: datePieces(table.businessDates, table.hours).map((row) => [
        (region.number * 2 + 1) * keysPerClock + row.date,
        us(row.reachMs),
        row.nextReachMs === undefined ? noWallUs : us(row.nextReachMs),
        us(row.from),
        us(row.to),
        us(row.wallMs),
        us(row.closes),
        us(row.beforeMs),
      ]),
    },
  ];
}

function clockRows(number: number, times: readonly TimePiece[], goals: readonly GoalPiece[]): readonly Rows[] {
  const base = number * keysPerClock;
  return [
    {
      table: timeTable,
      owner: number,
      rows: times.map((piece) => [
        base + piece.bucket,
        us(piece.from),
        us(piece.to),
        us(piece.beforeMs),
        piece.isOpen ? 1 : 0,
        maybeUs(piece.starts),
        piece.date,
        maybeUs(piece.wallMs),
        piece.nextDate,
        piece.lastDate,
      ]),
    },
    {
      table: goalTable,
      owner: number,
      rows: goals.map((piece) => [base + piece.bucket, us(piece.afterMs), us(piece.upToMs), us(piece.at)]),
    },
  ];
}

function targetRows(region: string, targets: readonly SqlTarget[], countDays: string): Cell[][] {
  const numbers = [...new Set(targets.map(({ metric, plan }) => `${metric} ${plan}`))];
  return targets.map(({ metric, plan, priority, target }) => {
    const row = [region, metric, plan, priority, target?.clock, numbers.indexOf(`${metric} ${plan}`)];
    if (target === undefined) return [...row, undefined, undefined, undefined];
    return target.clock === "business-days"
      ? [...row, undefined, target.amount, countDays]
      : [...row, us(budgetMsOf(target)), undefined, undefined];
  });
}

/** Milliseconds as the microseconds that databases count in, exactly: those of later centuries are beyond a number. */
export function us(ms: number): bigint {
  return BigInt(ms) * 1000n;
}

function maybeUs(ms: number | undefined): bigint | undefined {
  return ms === undefined ? undefined : us(ms);
}
