/** The joins by which a query looks something up in the tables. `sla_k` is the row to look up, and has the column `base`. */
import { epochShiftMs, goalBucketMs } from "../../core/calendar-pieces.js";
import { dayMs } from "../../core/date.js";
import type { Dialect } from "./dialects.js";
import { us } from "./tables.js";

/** Every column by its name alone: some engines keep the prefix of one that is named with it over joins. */
export function columns(as: string, names: readonly string[]): string {
  return names.map((name) => `${as}.${name} as ${name}`).join(", ");
}

/** The piece of the time line that holds an instant. */
export function atInstant({ divide, table }: Dialect, as: string, instant: string): string {
  const bucket = divide(`${instant} + ${us(epochShiftMs)}`, String(us(dayMs)));
  return `left join ${table("sla_at")} ${as} on ${as}.key = sla_k.base + ${bucket} and ${instant} >= ${as}.from_us and ${instant} < ${as}.to_us`;
}

/** What the clock has run in a piece of the time line. */
export function ran(as: string, instant: string): string {
  return `${as}.rate * (${instant} - ${as}.from_us)`;
}

/** The piece of the running total that reaches a total. */
export function goalJoin({ divide, table }: Dialect, as: string, total: string): string {
  const bucket = divide(`${total} - 1`, String(us(goalBucketMs)));
  return `left join ${table("sla_goal")} ${as} on ${as}.key = sla_k.base + ${bucket} and ${total} > ${as}.after_us and ${total} <= ${as}.upto_us`;
}

/** The part of the due date on which a wall time is due. */
export function dateJoin({ table }: Dialect): string {
  return `left join ${table("sla_day")} sla_d on sla_d.key = sla_k.base + sla_k.due_date_no and sla_k.wall_us >= sla_d.reach_us and sla_k.wall_us < sla_d.next_reach_us`;
}

/** The instant of the wall time in that part, which may lie past its close. */
export const sameTime =
  "sla_d.opens_us + (case when sla_k.wall_us > sla_d.wall_us then sla_k.wall_us - sla_d.wall_us else 0 end)";
