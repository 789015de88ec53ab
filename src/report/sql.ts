/**
 * Calendars and targets as SQL.
 */

import type { CalendarTable } from "../core/calendar-table.js";
import type { Pause } from "../core/pause.js";
import type { CountDays, Target } from "../core/target.js";
import type { ReportBase } from "./notices.js";
import type { ShownZone } from "./times.js";

export const sqlDialects = ["duckdb", "postgres", "clickhouse", "spark", "trino", "bigquery", "snowflake"] as const;
export type SqlDialect = (typeof sqlDialects)[number];

export interface SqlTarget {
  readonly metric: string;
  readonly plan: string;
  readonly priority: string;
  /** Undefined where the dataset states that the plan has none. */
  readonly target: Target | undefined;
}

/** A region's place in the dataset's order, and the digest of the order up to it. */
export interface SqlPlace {
  readonly id: string;
  readonly digest: string;
}

export interface SqlRegion extends SqlPlace {
  /** The place in the order of the dataset, from 0. */
  readonly number: number;
  readonly zone: ShownZone;
  readonly table: CalendarTable;
  readonly targets: readonly SqlTarget[];
}

/** A made-up ticket and its results, in milliseconds; what the tables do not cover is undefined. */
export interface GoldenTicket {
  readonly id: number;
  readonly plan: string;
  readonly priority: string;
  readonly region: string | undefined;
  readonly opened: number;
  readonly responded: number | undefined;
  readonly pauses: readonly Pause[];
  readonly starts: number | undefined;
  readonly deadline: number | undefined;
  readonly response: number | undefined;
  readonly problem: "outside-calendar" | undefined;
}

export interface SqlReport extends ReportBase {
  readonly command: "sql";
  /** The name of the reader's own table of tickets, in its parts. */
  readonly tickets: readonly string[];
  readonly countDays: CountDays;
  readonly regions: readonly SqlRegion[];
  /** The metrics that have targets, the first response first. */
  readonly metrics: readonly string[];
  /** All regions of the dataset in order. */
  readonly order: readonly SqlPlace[];
  /** The targets of tickets without a region: only those that need none. */
  readonly targetsAnywhere: readonly SqlTarget[];
  /** Of a dbt package. */
  readonly golden: readonly GoldenTicket[];
}
