/**
 * Tickets: their deadlines, the time between two instants, and the open tickets of a file.
 */

import type { BusinessDays, CountedDay } from "../core/business-days.js";
import type { LedgerLine } from "../core/ledger.js";
import type { LocalDays, SkippedDays } from "../core/local-days.js";
import type { Status } from "../core/status.js";
import type { HourClock, Target } from "../core/target.js";
import type { RowErrorAt, RowPosition } from "../errors.js";
import type { Reading } from "../tickets/names.js";
import type { ReportBase, SeveralDatasets } from "./notices.js";
import type { ShownZone } from "./times.js";

interface AnsweredTicket {
  readonly plan: string;
  readonly planName: string;
  readonly priority: string;
  readonly priorityName: string;
  /** What the vendor calls the priority, where that of the first dataset has another name. */
  readonly ownPriority?: string | undefined;
  readonly region: string | undefined;
  readonly regionName: string | undefined;
  readonly zone: ShownZone;
  readonly opened: number;
  readonly responded?: number;
}

/** A ticket of a plan that has no target for its priority. */
export interface TicketWithoutTarget extends AnsweredTicket {
  readonly status: "no-target";
}

/** A ticket with a deadline. */
export interface DueTicket extends AnsweredTicket {
  readonly clockStarts: number;
  readonly target: Target;
  /** The clock that used time is measured on: the target's own, or business hours for business days. */
  readonly meter: HourClock;
  readonly deadline: number;
  readonly status: Status;
  readonly usedMs: number;
  readonly remainingMs: number;
  readonly lateMs?: number;
  /** The used, remaining and late time of a target in business days; for text. */
  readonly days?: { readonly used?: BusinessDays; readonly remaining?: BusinessDays; readonly late?: BusinessDays };
  readonly segments?: readonly LedgerLine[];
  /** For a target in business days with `segments`: the dates counted. */
  readonly countedDays?: readonly CountedDay[];
  /** The dates from the opening to the deadline, each whole; for pictures. */
  readonly timeline?: readonly (LocalDays | SkippedDays)[];
}

export type TicketAnswer = DueTicket | TicketWithoutTarget;

export interface DeadlineReport extends ReportBase, SeveralDatasets {
  readonly command: "deadline";
  readonly now: number;
  readonly shownIn?: ShownZone | undefined;
  readonly explain: boolean;
  /** Whether a late or overdue ticket is a finding (exit code 1). */
  readonly finding: boolean;
  /** How long before a deadline a calendar file sounds its alarms, in milliseconds. */
  readonly alarms: readonly number[];
  readonly tickets: readonly TicketAnswer[];
}

export interface ElapsedReport extends ReportBase {
  readonly command: "elapsed";
  readonly region: string | undefined;
  readonly regionName: string | undefined;
  readonly zone: ShownZone;
  readonly shownIn?: ShownZone | undefined;
  readonly clock: HourClock;
  readonly from: number;
  readonly to: number;
  readonly elapsedMs: number;
  readonly segments?: readonly LedgerLine[];
}

/** A ticket without a response, at the report's time. */
export interface WatchTicket extends RowPosition {
  readonly id: string;
  readonly plan: string;
  readonly planName: string;
  readonly priority: string;
  readonly region: string | undefined;
  readonly regionName: string | undefined;
  readonly zone: ShownZone;
  readonly opened: number;
  readonly deadline: number;
  readonly status: Status;
  readonly usedMs: number;
  /** On which used and remaining time are measured. */
  readonly meter: HourClock;
  /** On the clock of its target; negative where the deadline has passed. */
  readonly remainingMs: number;
  /** Its clock is running now. */
  readonly isRunning: boolean;
}

export interface WatchReport extends ReportBase {
  readonly command: "watch";
  readonly now: number;
  readonly path: string;
  /** The user's zone. */
  readonly reader: ShownZone;
  /** The one zone of the deadlines; undefined where each is in its ticket's own. */
  readonly shownIn: ShownZone | undefined;
  /** By deadline. */
  readonly tickets: readonly WatchTicket[];
  readonly counts: {
    readonly read: number;
    readonly answered: number;
    /** Closed without a response. */
    readonly closed: number;
    /** Open or not. */
    readonly withoutTarget: number;
    readonly bad: number;
  };
  /** The first bad rows. */
  readonly seen: readonly RowErrorAt[];
  /** How the file was read. */
  readonly reading: Reading;
}
