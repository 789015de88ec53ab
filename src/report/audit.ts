/**
 * Past tickets against their targets, and against those of other plans.
 */

import type { HourClock } from "../core/target.js";
import type { RowError } from "../errors.js";
import type { Reading } from "../tickets/names.js";
import type { ReportBase } from "./notices.js";
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
  /** Month of opening in the region's zone, `YYYY-MM`. */
  readonly month: string;
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
  readonly max: number;
  readonly isExact: boolean;
}

/** Answered tickets of a priority by how much of their target was used when the answer came, in percent; `to` is null for the last. */
export interface UsedShares {
  readonly priority: string;
  readonly bins: readonly { readonly from: number; readonly to: number | null; readonly tickets: number }[];
}

export interface WorstMiss {
  readonly id: string;
  readonly line: number;
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

export interface AuditReport extends ReportBase, Attainment {
  readonly command: "audit";
  readonly now: number;
  readonly path: string;
  readonly tickets: { readonly read: number; readonly judged: number; readonly unjudged: number; readonly bad: number };
  /** Tickets without a response: past their deadline, which counts as missed, and not yet due. */
  readonly unanswered: { readonly overdue: number; readonly open: number };
  readonly answered: number;
  readonly minPercent: number | undefined;
  readonly groups: readonly AuditGroup[];
  readonly responses: readonly ResponseTimes[];
  readonly used: readonly UsedShares[];
  readonly worst: readonly WorstMiss[];
  readonly whatIf: readonly WhatIf[];
  readonly names: Readonly<Record<"plans" | "priorities" | "regions", Readonly<Record<string, string>>>>;
  /** The first bad rows. */
  readonly seen: readonly { readonly line: number; readonly error: RowError }[];
  /** How the file was read. */
  readonly reading: Reading;
}
