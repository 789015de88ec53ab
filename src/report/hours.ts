/**
 * The business hours of regions.
 */

import type { ClosedReason } from "../core/ledger.js";
import type { LocalDays } from "../core/local-days.js";
import type { Recurrence } from "../core/recurrence.js";
import type { ReportBase } from "./notices.js";
import type { ShownZone } from "./times.js";

/** An open interval of a calendar, and the open time up to its end since the first. */
export interface CalendarStretch {
  readonly from: number;
  readonly to: number;
  readonly totalMs: number;
}

export interface RegionHours {
  readonly id: string;
  readonly name: string;
  readonly zone: ShownZone;
  readonly open: boolean;
  /** Why it is closed. */
  readonly reason?: ClosedReason;
  readonly holiday?: string;
  /** When it next opens or closes; undefined where it never does. */
  readonly nextChange: number | undefined;
  /** The region's own date now, as days since 1970-01-01. */
  readonly today: number;
  /** Monday to Sunday around it. */
  readonly week: readonly LocalDays[];
  /** With --calendar: lists the open intervals. Those of many regions and years at once would fill the memory. */
  readonly calendar?: () => Iterable<CalendarStretch>;
  /** For calendar files. */
  readonly recurrence?: Recurrence;
}

export interface HoursReport extends ReportBase {
  readonly command: "hours";
  readonly now: number;
  /** The user's zone, in which changes are shown besides the region's. */
  readonly reader: ShownZone;
  /** The zone the user names for them. */
  readonly shownIn?: ShownZone | undefined;
  readonly regions: readonly RegionHours[];
}
