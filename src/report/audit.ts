/**
 * Past tickets against their targets, and against those of other plans.
 */

import type { PeriodUnit } from "../core/period.js";
import type { HourClock } from "../core/target.js";
import type { RowError, RowErrorAt, RowPosition } from "../errors.js";
import type { Reading } from "../tickets/names.js";
import type { ReportBase, SeveralDatasets } from "./notices.js";
import type { CountedTime, ShownZone } from "./times.js";

/** Met of judged; the share from 0 to 1 is null where nothing was judged. */
export interface Attainment {
  readonly met: number;
  readonly judged: number;
  readonly attainment: number | null;
}

export interface AuditGroup extends Attainment {
  readonly plan: string;
  readonly priority: string;
  readonly region: string | null;
  /** Period of opening: `2026-11-20`, `2026-W47`, `2026-11`, `2026-Q4` or `2026`. */
  readonly period: string;
  /** Value of the column that tickets are grouped by; empty without one. */
  readonly by: string;
  readonly unjudged: number;
}

/** Time until the first response of a priority's tickets, in whole seconds on the clocks of their targets. */
export interface ResponseTimes {
  readonly priority: string;
  readonly answered: number;
  /** The clocks that the targets are measured on. */
  readonly clocks: readonly HourClock[];
  readonly median: number;
  readonly p90: number;
  /** Those of the option, else the median and 90 percent. */
  readonly percentiles: readonly { readonly percent: number; readonly seconds: number }[];
  readonly max: number;
  readonly isExact: boolean;
}

/** Answered tickets of a priority by how much of their target was used when the answer came, in percent; `to` is null for the last. */
export interface UsedShares {
  readonly priority: string;
  readonly bins: readonly { readonly from: number; readonly to: number | null; readonly tickets: number }[];
}

export interface WorstMiss extends RowPosition {
  readonly id: string;
  readonly plan: string;
  readonly priority: string;
  readonly region: string | undefined;
  readonly zone: ShownZone;
  readonly opened: number;
  readonly deadline: number;
  readonly responded: number | undefined;
  readonly late: CountedTime;
}

export interface WhatIf extends Attainment {
  readonly plan: string;
  /** How much sooner that plan's deadline is, in seconds; negative where it is later, null where no ticket has both. */
  readonly medianEarlierSeconds: number | null;
}

/** Rows that are in no number of attainment, and why. */
export interface LeftOutRows {
  /** By `--where`, `--from` and `--to`. */
  readonly filtered: number;
  /** By what is wrong with them, with the first of each kind. */
  readonly errors: readonly (RowPosition & { readonly rows: number; readonly error: RowError })[];
}

/** Tickets opened in an hour of the week. */
export interface HourOfWeek extends Attainment {
  readonly opened: number;
}

export interface AuditReport extends ReportBase, SeveralDatasets, Attainment {
  readonly command: "audit";
  readonly now: number;
  readonly path: string;
  readonly tickets: { readonly read: number; readonly judged: number; readonly unjudged: number; readonly bad: number };
  /** Those among the unjudged whose plan has no target for their priority. */
  readonly withoutTarget: number;
  /** Tickets without a response: past their deadline, which counts as missed; not yet due; closed, if any, which are not judged. */
  readonly unanswered: { readonly overdue: number; readonly open: number; readonly closed?: number };
  readonly answered: number;
  readonly minPercent: number | undefined;
  readonly period: PeriodUnit;
  /** `--period` was given, so that rows name their period. */
  readonly namesPeriods: boolean;
  /** The column that tickets are grouped by. */
  readonly by: string | undefined;
  /** The first and last day (day numbers) that tickets were opened on, or those of the options; undefined where there are no tickets. */
  readonly span: { readonly first: number; readonly last: number } | undefined;
  readonly groups: readonly AuditGroup[];
  /** 168 hours, Monday at 0 first; none where no ticket was counted. */
  readonly hours: readonly HourOfWeek[];
  /** The zone of `--show-tz`, in which times are shown as well. */
  readonly shownIn?: ShownZone | undefined;
  /** The zone of the hours and periods; undefined where regions have several. */
  readonly zone: string | undefined;
  readonly leftOut: LeftOutRows;
  readonly responses: readonly ResponseTimes[];
  readonly used: readonly UsedShares[];
  readonly worst: readonly WorstMiss[];
  readonly whatIf: readonly WhatIf[];
  readonly names: Readonly<Record<"plans" | "priorities" | "regions", Readonly<Record<string, string>>>>;
  /** The first bad rows. */
  readonly seen: readonly RowErrorAt[];
  /** How the file was read. */
  readonly reading: Reading;
}
