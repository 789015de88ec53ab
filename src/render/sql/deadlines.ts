/**
 * The view of deadlines. Every look-up is an equality join on the key of a clock and a bucket, with a range left over that one row meets.
 */
import { firstResponse } from "../../data/metrics.js";
import type { Dialect } from "./dialects.js";
import { atInstant, columns, dateJoin, goalJoin, ran, sameTime } from "./look-ups.js";
import { pauseTables } from "./pauses.js";
import { anyRegion } from "./tables.js";

const ticketColumns = ["id", "plan", "priority", "region", "opened", "responded"];
const times = ["opened_us", "responded_us", "input_problem"];
const target = ["clock", "budget_us", "days", "count_days"];

/** What the rows of a view are: tickets under their own plan, or under every plan and for every metric that has a target for them. */
interface Rows {
  /** The one column that a row is found by: over several, a planner without statistics expects no row. */
  readonly key: string;
  readonly given: readonly string[];
  tickets(dialect: Dialect, table: string): string;
}

/** The common tables that others read more than once. */
const sharedTables = ["sla_ticket", "sla_counted", "sla_island", "sla_started"];

const ownRows: Rows = { key: "id", given: ticketColumns, tickets: ticketsWithTargets };

function allRows(metrics: readonly string[]): Rows {
  return {
    key: "row_key",
    given: ["id", "metric", "plan", "is_own", "priority", "region", "opened", "responded"],
    tickets: (dialect, table) => ticketsWithAllTargets(dialect, table, metrics),
  };
}

/** The query of a row per ticket; `tickets` is the name of the reader's table, quoted where it needs quotes. */
export function deadlinesQuery(dialect: Dialect, tickets: string): string {
  return query(dialect, tickets, ownRows);
}

/** The query of a row per ticket, metric and plan. */
export function metricDeadlinesQuery(dialect: Dialect, tickets: string, metrics: readonly string[]): string {
  return query(dialect, tickets, allRows(metrics));
}

function query(dialect: Dialect, tickets: string, rows: Rows): string {
  const tables = [
    ["sla_ticket", rows.tickets(dialect, tickets)],
    ["sla_counted", openTimes(dialect, rows)],
    ["sla_total", totals(rows)],
    ["sla_due", dueTimes(dialect, rows)],
    ...pauseTables(dialect, rows.key),
  ].map(([name = "", text]) => {
    const words = sharedTables.includes(name) ? dialect.sharedCommonTable : dialect.commonTable;
    return `${name} ${words} (\n${text}\n)`;
  });
  return `with ${tables.join(",\n")}\n${results(dialect, rows)}${dialect.settings}`;
}

const hoursOfDays = "case sla_g.clock when 'business-days' then 'business-hours' else sla_g.clock end";

function ticketsWithTargets(dialect: Dialect, table: string): string {
  return `  select${dialect.small(["sla_g", "sla_c"])}
    ${columns("sla_t", ticketColumns)},
    ${timesAndTarget(dialect, "sla_t.responded", ["responded"])}
  from ${table} sla_t
  left join ${dialect.table("sla_target")} sla_g
    on sla_g.region = ${regionOf(dialect)} and sla_g.plan = sla_t.plan and sla_g.priority = sla_t.priority and sla_g.metric = ${dialect.literal(firstResponse)}
  left join ${dialect.table("sla_clock")} sla_c
    on sla_c.region = sla_t.region and sla_c.clock = ${hoursOfDays}`;
}

/** `sla_o` is the target of the ticket's own plan. */
function ticketsWithAllTargets(dialect: Dialect, table: string, metrics: readonly string[]): string {
  const ends = metrics.map((metric) => ({ metric, column: metric === firstResponse ? "responded" : "resolved" }));
  const cases = ends.map(({ metric, column }) => `when ${dialect.literal(metric)} then sla_t.${column}`);
  const end = `case sla_g.metric ${cases.join(" ")} end`;
  const endColumns = [...new Set(ends.map(({ column }) => column))];
  return `  select${dialect.small(["sla_g", "sla_o", "sla_c"])}
    ${dialect.asText("sla_t.id")} || ' ' || ${dialect.asText("sla_g.number")} as row_key,
    sla_t.id as id, sla_g.metric as metric, sla_g.plan as plan, sla_g.plan = sla_o.plan as is_own,
    sla_t.priority as priority, sla_t.region as region, sla_t.opened as opened, ${end} as responded,
    ${timesAndTarget(dialect, end, endColumns)}
  from ${table} sla_t
  join ${dialect.table("sla_target")} sla_g
    on sla_g.region = ${regionOf(dialect)} and sla_g.priority = sla_t.priority and sla_g.clock is not null
  left join ${dialect.table("sla_target")} sla_o
    on sla_o.region = ${regionOf(dialect)} and sla_o.plan = sla_t.plan and sla_o.priority = sla_t.priority and sla_o.metric = sla_g.metric
  left join ${dialect.table("sla_clock")} sla_c
    on sla_c.region = sla_t.region and sla_c.clock = ${hoursOfDays}`;
}

/** Whether a ticket has a pause that ends before it begins, or has no beginning. A join would mislead planners about the number of rows. */
function hasBadPauses({ table, asText, small }: Dialect): string {
  return `${asText("sla_t.id")} in (select${small(["sla_p"])} sla_p.id from ${table("sla_pause")} sla_p where sla_p.from_us is null or sla_p.to_us < sla_p.from_us)`;
}

/** The columns that all common tables of tickets have. */
function carried({ key, given }: Rows): readonly string[] {
  return [...new Set([key, ...given, ...times])];
}

function regionOf({ literal }: Dialect): string {
  return `coalesce(nullif(sla_t.region, ''), ${literal(anyRegion)})`;
}

function timesAndTarget(dialect: Dialect, end: string, endColumns: readonly string[]): string {
  const { microseconds, isInstant } = dialect;
  const zoned = ["opened", ...endColumns].map((name) => isInstant(`sla_t.${name}`)).join(" and ");
  return `${microseconds("sla_t.opened")} as opened_us, ${microseconds(end)} as responded_us,
    case when not (${zoned}) then 'time-without-zone' when ${hasBadPauses(dialect)} then 'bad-pauses' end as input_problem,
    ${columns("sla_g", target)},
    sla_c.base as base, sla_c.from_us as span_from_us, sla_c.to_us as span_to_us`;
}

/** The open time before the ticket and before its response, and the start of its clock. */
function openTimes(dialect: Dialect, rows: Rows): string {
  return `  select${dialect.small(["sla_a", "sla_r"])}
    ${columns("sla_k", [...carried(rows), ...target, "base"])},
    sla_a.before_us + ${ran("sla_a", "sla_k.opened_us")} as before_us,
    sla_r.before_us + ${ran("sla_r", "sla_k.responded_us")} as response_before_us,
    sla_a.starts_us + ${ran("sla_a", "sla_k.opened_us")} as starts_us,
    sla_a.date_no + sla_k.days as due_date_no,
    sla_a.wall_us + ${ran("sla_a", "sla_k.opened_us")} as wall_us
  from sla_ticket sla_k
  ${atInstant(dialect, "sla_a", "sla_k.opened_us")}
  ${atInstant(dialect, "sla_r", "sla_k.responded_us")}`;
}

function totals(rows: Rows): string {
  const counted = ["base", "before_us", "response_before_us", "starts_us", "due_date_no", "wall_us"];
  return `  select
    ${columns("sla_k", [...carried(rows), ...target, ...counted])},
    sla_k.before_us + sla_k.budget_us as goal_us
  from sla_counted sla_k`;
}

/** When the total of open time reaches the goal, or the place on the due date that the wall time has. */
function dueTimes(dialect: Dialect, rows: Rows): string {
  return `  select${dialect.small(["sla_h", "sla_d"])}
    ${columns("sla_k", [...carried(rows), "clock"])},
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
  ${dateJoin(dialect)}`;
}

function results({ timestamp, small, now }: Dialect, { key, given }: Rows): string {
  const paused = (name: string) =>
    `case when sla_k.input_problem is not null or sla_p.tickets > 1 then null when sla_p.${key} is null then sla_k.${name} else sla_p.${name} end`;
  const due = `(${paused("due_us")})`;
  const responded = "case when sla_k.responded_us >= sla_k.opened_us then";
  return `select${small(["sla_p"])}
  ${columns("sla_k", [...given, "clock"])},
  ${timestamp(paused("starts_us"))} as clock_starts,
  ${timestamp(due)} as deadline,
  ${responded} ${paused("response_us")} end as response_us,
  ${responded} sla_k.responded_us <= ${due} end as met,
  case
    when ${due} is null or sla_k.responded_us < sla_k.opened_us then null
    when sla_k.responded_us <= ${due} then 'met'
    when sla_k.responded_us is not null then 'missed'
    when ${due} < ${now} then 'overdue'
    else 'open'
  end as status,
  case
    when sla_k.input_problem is not null then sla_k.input_problem
    when sla_p.tickets > 1 then 'duplicate-id'
    when sla_k.clock is null then 'no-target'
    when ${due} is null then 'outside-calendar'
    when sla_k.responded_us < sla_k.opened_us then 'responded-before-opened'
    when sla_k.responded_us is not null and (${paused("response_us")}) is null then 'outside-calendar'
  end as problem
from sla_due sla_k
left join sla_paused sla_p on sla_p.${key} = sla_k.${key}`;
}
