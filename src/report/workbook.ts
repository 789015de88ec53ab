/**
 * A workbook that computes deadlines by itself: what its sheets hold.
 */

import type { CalendarTable } from "../core/calendar-table.js";
import type { Clock, CountDays, Target } from "../core/target.js";
import type { ReportBase } from "./notices.js";
import type { ShownZone } from "./times.js";

/** A plan, priority or region as its cells name it, and its name. */
export interface WorkbookName {
  readonly id: string;
  readonly name: string;
}

/** A row of the targets; one without a target is not offered, or it is not known whether it is. */
export interface WorkbookTarget {
  readonly plan: string;
  readonly priority: string;
  readonly target: Target | "none" | "unknown";
}

export interface WorkbookRegion extends WorkbookName {
  readonly zone: ShownZone;
  readonly table: CalendarTable;
}

/** The clock that a region puts the targets of a priority on. */
export interface WorkbookOverride {
  readonly region: string;
  readonly priority: string;
  readonly from: Clock;
  readonly to: Clock;
}

/** A stretch of time in which the wall clock of the workbook's zone has one offset. */
export interface WorkbookOffset {
  readonly from: number;
  readonly offsetMs: number;
}

export interface WorkbookReport extends ReportBase {
  readonly command: "workbook";
  readonly plans: readonly WorkbookName[];
  readonly priorities: readonly WorkbookName[];
  readonly targets: readonly WorkbookTarget[];
  readonly regions: readonly WorkbookRegion[];
  readonly overrides: readonly WorkbookOverride[];
  /** The zone of all times, and its offsets in the span, of which there are several where its clocks are changed. */
  readonly zone: ShownZone;
  readonly offsets: readonly WorkbookOffset[];
  /** The span of the calendar, in whole seconds. */
  readonly from: number;
  readonly to: number;
  readonly created: number;
  /** The time of `--now`; without it, the workbook has the computer's. */
  readonly now: number | undefined;
  /** What is added to the computer's clock for the time in the workbook's zone. */
  readonly clockDifferenceMs: number;
  readonly atRiskPercent: number;
  readonly countDays: CountDays;
  /** Empty rows, ready for tickets. */
  readonly emptyRows: number;
}

/** A ticket as its row has it: instants, or the text of a cell that is no time. */
export interface WorkbookTicket {
  readonly id: string;
  readonly plan: string;
  readonly priority: string;
  readonly region: string;
  readonly opened: number | string | undefined;
  /** `closed`: it was closed without a response, and nothing says when. */
  readonly responded: number | string | "closed" | undefined;
  readonly pauseMs: number | string | undefined;
}

/** Where the rows of a workbook go, and its bytes come from. */
export interface WorkbookSink {
  add(ticket: WorkbookTicket): void;
  /** After the last ticket. */
  finish(): void;
  /** The bytes that were written since the last call. */
  take(): Uint8Array;
}
