/**
 * What every command returns and every renderer accepts, by subject: types, and the lists they are made of.
 * Instants are milliseconds since 1970, durations name their unit; renderers turn them into words and ISO times.
 */

import type { AuditReport } from "./report/audit.js";
import type { CompletionReport, ConfigReport } from "./report/config.js";
import type { HolidaysReport } from "./report/holidays.js";
import type { HoursReport } from "./report/hours.js";
import type { CompareReport, DatasetReport, RecommendReport } from "./report/plans.js";
import type { SqlReport } from "./report/sql.js";
import type { DeadlineReport, ElapsedReport, WatchReport } from "./report/tickets.js";
import type { WorkbookReport } from "./report/workbook.js";

export type * from "./report/audit.js";
export type * from "./report/config.js";
export type * from "./report/holidays.js";
export type * from "./report/hours.js";
export * from "./report/notices.js";
export type * from "./report/plans.js";
export * from "./report/sql.js";
export type * from "./report/tickets.js";
export type * from "./report/times.js";
export type * from "./report/workbook.js";
export type { Fill, NumberForm, Reading, UnknownWord, WordColumn, ZoneReason } from "./tickets/names.js";

export type Report =
  | AuditReport
  | CompareReport
  | CompletionReport
  | ConfigReport
  | HolidaysReport
  | HoursReport
  | DeadlineReport
  | ElapsedReport
  | RecommendReport
  | DatasetReport
  | SqlReport
  | WatchReport
  | WorkbookReport;
