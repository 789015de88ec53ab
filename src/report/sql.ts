/**
 * Calendar and targets as SQL.
 */

import type { CalendarTable } from "../core/calendar-table.js";
import type { CountDays, Target } from "../core/target.js";
import type { ReportBase } from "./notices.js";
import type { ShownZone } from "./times.js";

export const sqlDialects = ["duckdb", "postgres"] as const;
export type SqlDialect = (typeof sqlDialects)[number];

export interface SqlTarget {
  readonly plan: string;
  readonly priority: string;
  readonly target: Target;
}

export interface SqlReport extends ReportBase {
  readonly command: "sql";
  readonly dialect: SqlDialect;
  /** The name of the reader's own table of tickets. */
  readonly tickets: string;
  readonly region: string;
  readonly zone: ShownZone;
  readonly countDays: CountDays;
  readonly table: CalendarTable;
  readonly targets: readonly SqlTarget[];
  /** The targets of tickets without a region: only those that need none. */
  readonly targetsAnywhere: readonly SqlTarget[];
}
