/**
 * The view of deadlines. Every look-up is an equality join on the key of a clock and a bucket, with a range left over that one row meets.
 */
import type { Dialect } from "./dialects.js";
import { atInstant, columns, dateJoin, goalJoin, ran, sameTime } from "./look-ups.js";
import { pauseTables } from "./pauses.js";
import { anyRegion } from "./tables.js";

const given = ["id", "plan", "priority", "region", "opened", "responded"];
const own = [...given, "opened_us", "responded_us", "zoned"];
const target = ["clock", "budget_us", "days", "count_days"];

/** The text of the view's query; `tickets` is the name of the reader's table, quoted where it needs quotes. */
export function deadlinesQuery(dialect: Dialect, tickets: string): string {
  const tables = [
    ["sla_counted", openTimes(dialect)],
    ["sla_total", totals()],
    ["sla_due", dueTimes(dialect)],
    ...pauseTables(dialect),
  ].map(([name, query]) => `${name} ${dialect.commonTable} (\n${query}\n)`);
  return `with sla_ticket ${dialect.firstCommonTable} (
${ticketsWithTargets(dialect, tickets)}
),
${tables.join(",\n")}
${results(dialect)}${dialect.settings}`;
}

function ticketsWithTargets({ microseconds, isInstant, literal, small }: Dialect, tickets: string): string {
  return `  select${small(["sla_g", "sla_c"])}
    ${columns("sla_t", given)},
    ${microseconds("sla_t.opened")} as opened_us, ${microseconds("sla_t.responded")} as responded_us,
    case when ${isInstant("sla_t.opened")} and ${isInstant("sla_t.responded")} then 1 else 0 end as zoned,
    ${columns("sla_g", target)},
    sla_c.base as base, sla_c.from_us as span_from_us, sla_c.to_us as span_to_us
  from ${tickets} sla_t
  left join sla_target sla_g
    on sla_g.region = coalesce(nullif(sla_t.region, ''), ${literal(anyRegion)}) and sla_g.plan = sla_t.plan and sla_g.priority = sla_t.priority
  left join sla_clock sla_c
    on sla_c.region = sla_t.region and sla_c.clock = case sla_g.clock when 'business-days' then 'business-hours' else sla_g.clock end`;
}

/** The open time before the ticket and before its response, and the start of its clock. */
function openTimes(dialect: Dialect): string {
  return `  select${dialect.small(["sla_a", "sla_r"])}
    ${columns("sla_k", [...own, ...target, "base"])},
    sla_a.before_us + ${ran("sla_a", "sla_k.opened_us")} as before_us,
    sla_r.before_us + ${ran("sla_r", "sla_k.responded_us")} as response_before_us,
    sla_a.starts_us + ${ran("sla_a", "sla_k.opened_us")} as starts_us,
    sla_a.date_no + sla_k.days as due_date_no,
    sla_a.wall_us + ${ran("sla_a", "sla_k.opened_us")} as wall_us
  from sla_ticket sla_k
  ${atInstant(dialect, "sla_a", "sla_k.opened_us")}
  ${atInstant(dialect, "sla_r", "sla_k.responded_us")}`;
}

function totals(): string {
  const counted = ["base", "before_us", "response_before_us", "starts_us", "due_date_no", "wall_us"];
  return `  select
    ${columns("sla_k", [...own, ...target, ...counted])},
    sla_k.before_us + sla_k.budget_us as goal_us
  from sla_counted sla_k`;
}

/** When the total of open time reaches the goal, or the place on the due date that the wall time has. */
function dueTimes(dialect: Dialect): string {
  return `  select${dialect.small(["sla_h", "sla_d"])}
    ${columns("sla_k", [...own, "clock"])},
    case when sla_k.clock = '24x7' then sla_k.opened_us else sla_k.starts_us end as starts_us,
    case
      when sla_k.clock = '24x7' then sla_k.opened_us + sla_k.budget_us
      when sla_k.before_us is null then null
      when sla_k.budget_us = 0 or sla_k.days = 0 then sla_k.opened_us
      when sla_k.clock <> 'business-days' then sla_h.at_us + sla_k.goal_us - sla_h.after_us
      when sla_k.count_days = 'end-of-day' then sla_d.day_closes_us
      when ${sameTime} > sla_d.closes_us then sla_d.closes_us
      else ${sameTime}
    end as due_us,
    case when sla_k.clock = '24x7' then sla_k.responded_us - sla_k.opened_us else sla_k.response_before_us - sla_k.before_us end as response_us
  from sla_total sla_k
  ${goalJoin(dialect, "sla_h", "sla_k.goal_us")}
  ${dateJoin}`;
}

function results({ timestamp, small }: Dialect): string {
  const paused = (name: string) =>
    `case when sla_k.zoned = 0 then null when sla_p.id is null then sla_k.${name} else sla_p.${name} end`;
  return `select${small(["sla_p"])}
  ${columns("sla_k", [...given, "clock"])},
  ${timestamp(paused("starts_us"))} as clock_starts,
  ${timestamp(paused("due_us"))} as deadline,
  ${paused("response_us")} as response_us,
  sla_k.responded_us <= (${paused("due_us")}) as met,
  case
    when sla_k.zoned = 0 then 'time-without-zone'
    when sla_k.clock is null then 'no-target'
    when (${paused("due_us")}) is null or (sla_k.responded_us is not null and (${paused("response_us")}) is null) then 'outside-calendar'
  end as problem
from sla_due sla_k
left join sla_paused sla_p on sla_p.id = sla_k.id`;
}
