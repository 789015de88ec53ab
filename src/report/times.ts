/**
 * Times in reports: the zone they are shown in, and lengths of time on the clock of a target.
 */

import type { BusinessDays } from "../core/business-days.js";
import type { Clock } from "../core/target.js";

/** The zone an answer's times are shown in, with what is needed to print one: the wall clock's offset at an instant. */
export interface ShownZone {
  readonly id: string;
  offsetAt(instant: number): number;
}

/**
 * `shownIn` of a report is the zone of `--show-tz`: text shows each local time in it as well, bare output in it alone. Undefined where
 * times are shown in their own zone only.
 */

/** A length of time on the clock of a target; `days` for targets in business days, whose `ms` are business hours. */
export interface CountedTime {
  readonly clock: Clock;
  readonly ms: number;
  readonly days?: BusinessDays | undefined;
}
