/**
 * A calendar, targets and the view of answers as SQL statements, for DuckDB and PostgreSQL.
 * Every question is one about the running totals: each ticket finds the interval it was opened in, and the one its budget ends in.
 */

import { formatUtc } from "../core/format-time.js";
import { budgetMsOf } from "../core/target.js";
import type { Messages } from "../i18n/en/index.js";
import type { SqlDialect, SqlReport, SqlTarget } from "../report.js";
import { groupAssumptions } from "./assumptions.js";
import { joinLines } from "./delimited.js";
import type { JsonView } from "./json.js";

/** How many rows go into one statement. */
const rowsPerInsert = 500;

type SqlValue = string | number | undefined;

export function renderSql(report: SqlReport, messages: Messages, { tzdata }: JsonView): string {
  const { dataset, dialect, region, zone, table, tickets } = report;
  const dialectOf = dialects[dialect];
  const { sql } = messages;
  const { hours, dates, businessDates } = table;
  return [
    comment(
      sql.title(region, zone.id, formatUtc(table.from), formatUtc(table.to)),
      sql.versions(`${dataset.id} ${dataset.version}`, tzdata),
      ...groupAssumptions(report.assumptions).map(
        (assumption) => `${messages.assumption(assumption)} [${assumption.code}]`,
      ),
      sql.rerun,
    ),
    "begin;\n",
    comment(sql.calendars),
    createTable(
      "sla_calendar",
      "region text not null, zone text not null, tzdata text not null, from_us bigint not null, to_us bigint not null",
    ),
    replaceRows(
      "sla_calendar",
      ["region", "zone", "tzdata", "from_us", "to_us"],
      [[region, zone.id, tzdata, us(table.from), us(table.to)]],
      [region],
    ),
    comment(sql.open),
    createTable(
      "sla_open",
      "region text not null, clock text not null, opens_us bigint not null, closes_us bigint not null, before_us bigint not null, date_no integer, wall_us bigint",
    ),
    ...dialectOf.indexes(
      "sla_open",
      ["opens_us", "closes_us", "before_us"].map((column) => ["region", "clock", column]),
    ),
    replaceRows(
      "sla_open",
      ["region", "clock", "opens_us", "closes_us", "before_us", "date_no", "wall_us"],
      [
        ...hours.map((r): SqlValue[] => [
          region,
          "business-hours",
          us(r.from),
          us(r.to),
          us(r.beforeMs),
          r.date,
          us(r.wallMs),
        ]),
        ...dates.map((r): SqlValue[] => [region, "24x5", us(r.from), us(r.to), us(r.beforeMs), undefined, undefined]),
      ],
      [region],
    ),
    comment(sql.dates),
    createTable(
      "sla_date",
      "region text not null, date_no integer not null, reach_us bigint not null, opens_us bigint not null, closes_us bigint not null, wall_us bigint not null, day_closes_us bigint not null",
    ),
    ...dialectOf.indexes("sla_date", [["region", "date_no", "reach_us"]]),
    replaceRows(
      "sla_date",
      ["region", "date_no", "reach_us", "opens_us", "closes_us", "wall_us", "day_closes_us"],
      businessDates.map((r): SqlValue[] => [
        region,
        r.date,
        us(r.reachMs),
        us(r.from),
        us(r.to),
        us(r.wallMs),
        us(r.closes),
      ]),
      [region],
    ),
    comment(sql.targets),
    createTable(
      "sla_target",
      "region text not null, plan text not null, priority text not null, clock text not null, budget_us bigint, days integer, count_days text",
    ),
    replaceRows(
      "sla_target",
      ["region", "plan", "priority", "clock", "budget_us", "days", "count_days"],
      [...targetRows(region, report.targets), ...targetRows("", report.targetsAnywhere)],
      [region, ""],
    ),
    "commit;\n",
    comment(sql.answers(tickets), sql.columns, sql.pauses),
    answersView(dialectOf, tickets),
  ].join("\n");

  function targetRows(where: string, targets: readonly SqlTarget[]): SqlValue[][] {
    return targets.map(({ plan, priority, target }) =>
      target.clock === "business-days"
        ? [where, plan, priority, target.clock, undefined, target.amount, report.countDays]
        : [where, plan, priority, target.clock, us(budgetMsOf(target)), undefined, undefined],
    );
  }
}

/** Milliseconds as the microseconds that databases count in. */
function us(ms: number): number {
  return ms * 1000;
}

function comment(...lines: readonly string[]): string {
  return lines.map((line) => `-- ${joinLines(line)}\n`).join("");
}

function createTable(name: string, columns: string): string {
  return `create table if not exists ${name} (\n${columns
    .split(", ")
    .map((column) => `  ${column}`)
    .join(",\n")}\n);\n`;
}

/** Statements that put the rows in place of those of the same regions. */
function replaceRows(
  name: string,
  columns: readonly string[],
  rows: readonly (readonly SqlValue[])[],
  regions: readonly string[],
): string {
  const statements = [`delete from ${name} where region in (${regions.map(literal).join(", ")});\n`];
  for (let i = 0; i < rows.length; i += rowsPerInsert) {
    const values = rows.slice(i, i + rowsPerInsert).map((row) => `  (${row.map(literal).join(", ")})`);
    statements.push(`insert into ${name} (${columns.join(", ")}) values\n${values.join(",\n")};\n`);
  }
  return statements.join("");
}

function literal(value: SqlValue): string {
  if (value === undefined) return "null";
  return typeof value === "number" ? String(value) : `'${value.replaceAll("'", "''")}'`;
}

/** What the dialects say differently. */
interface Dialect {
  /** A timestamptz as whole microseconds. */
  microseconds(timestamp: string): string;
  timestamp(microseconds: string): string;
  /** Statements that make finding rows quick, where an engine needs them. */
  indexes(table: string, columns: readonly (readonly string[])[]): readonly string[];
  /**
   * A join of each row of `k` with the nearest row of a table: of those equal in the columns given, the last whose `column`
   * is at or below `than`, or below it, or the first whose column is above it.
   */
  nearest(join: {
    table: string;
    as: string;
    equal: readonly (readonly [string, string])[];
    column: string;
    is: "<=" | "<" | ">";
    than: string;
  }): string;
}

const dialects: Readonly<Record<SqlDialect, Dialect>> = {
  duckdb: {
    microseconds: (timestamp) => `epoch_us(${timestamp})`,
    timestamp: (microseconds) => `make_timestamptz(${microseconds})`,
    indexes: () => [],
    nearest({ table, as, equal, column, is, than }) {
      const mirrored = { "<=": ">=", "<": ">", ">": "<" }[is];
      const conditions = [
        ...equal.map(([own, other]) => `${as}.${own} = ${other}`),
        `${than} ${mirrored} ${as}.${column}`,
      ];
      return `asof left join ${table} ${as} on ${conditions.join(" and ")}`;
    },
  },
  postgres: {
    microseconds: (timestamp) => `(extract(epoch from ${timestamp}) * 1000000)::bigint`,
    timestamp: (microseconds) => `timestamptz 'epoch' + (${microseconds}) * interval '1 microsecond'`,
    indexes: (table, columns) =>
      columns.map((list) => `create index if not exists ${table}_${list.at(-1)} on ${table} (${list.join(", ")});\n`),
    nearest({ table, as, equal, column, is, than }) {
      const conditions = [...equal.map(([own, other]) => `r.${own} = ${other}`), `r.${column} ${is} ${than}`];
      const order = is === ">" ? "" : " desc";
      return `left join lateral (\n    select * from ${table} r where ${conditions.join(" and ")} order by r.${column}${order} limit 1\n  ) ${as} on true`;
    },
  },
};

/** The view that answers each ticket. A clock other than 24x7 needs a calendar that covers the ticket, or says that there is none. */
function answersView({ microseconds, timestamp, nearest }: Dialect, tickets: string): string {
  const open = (as: string, column: string, is: "<=" | "<" | ">", than: string) =>
    nearest({
      table: "sla_open",
      as,
      equal: [
        ["region", "k.region"],
        ["clock", "k.meter"],
      ],
      column,
      is,
      than,
    });
  const openBefore = (as: string, instant: string) =>
    `coalesce(${as}.before_us + least(${instant}, ${as}.closes_us) - ${as}.opens_us, 0)`;
  return `drop view if exists sla_deadlines;
create view sla_deadlines as
with ticket as (
  select
    t.id, t.plan, t.priority, t.region, t.opened, t.responded,
    ${microseconds("t.opened")} as opened_us, ${microseconds("t.responded")} as responded_us,
    g.clock, g.budget_us, g.days, g.count_days, c.from_us, c.to_us,
    case g.clock when 'business-days' then 'business-hours' else g.clock end as meter
  from ${tickets} t
  left join sla_target g on g.region = coalesce(t.region, '') and g.plan = t.plan and g.priority = t.priority
  left join sla_calendar c on c.region = t.region
),
counted as (
  select
    k.*,
    ${openBefore("o", "k.opened_us")} as open_before_us,
    ${openBefore("r", "k.responded_us")} as open_before_response_us,
    n.opens_us + greatest(0, k.opened_us - n.opens_us) as starts_us,
    n.date_no + k.days as due_date_no,
    n.wall_us + greatest(0, k.opened_us - n.opens_us) as wall_us
  from ticket k
  ${open("o", "opens_us", "<=", "k.opened_us")}
  ${open("r", "opens_us", "<=", "k.responded_us")}
  ${open("n", "closes_us", ">", "k.opened_us")}
),
goal as (
  select *, open_before_us + budget_us as goal_us from counted
),
due as (
  select
    k.*,
    case
      when k.clock = '24x7' then k.opened_us + k.budget_us
      when k.opened_us < k.from_us or k.opened_us > k.to_us then null
      when k.budget_us = 0 or k.days = 0 then k.opened_us
      when k.clock <> 'business-days' then
        case when k.goal_us <= h.before_us + h.closes_us - h.opens_us then h.opens_us + k.goal_us - h.before_us end
      when d.date_no is null then null
      when k.count_days = 'end-of-day' then d.day_closes_us
      else least(d.closes_us, d.opens_us + greatest(0, k.wall_us - d.wall_us))
    end as due_us,
    case
      when k.responded_us is null or k.clock is null then null
      when k.clock = '24x7' then k.responded_us - k.opened_us
      when least(k.opened_us, k.responded_us) >= k.from_us and greatest(k.opened_us, k.responded_us) <= k.to_us
        then k.open_before_response_us - k.open_before_us
    end as response_us
  from goal k
  ${open("h", "before_us", "<", "k.goal_us")}
  ${nearest({
    table: "sla_date",
    as: "d",
    equal: [
      ["region", "k.region"],
      ["date_no", "k.due_date_no"],
    ],
    column: "reach_us",
    is: "<=",
    than: "k.wall_us",
  })}
)
select
  id, plan, priority, region, opened, responded, clock,
  ${timestamp("case when clock = '24x7' then opened_us when opened_us >= from_us then starts_us end")} as clock_starts,
  ${timestamp("due_us")} as deadline,
  response_us,
  responded_us <= due_us as met,
  case
    when clock is null then 'no-target'
    when due_us is null or (responded_us is not null and response_us is null) then 'outside-calendar'
  end as problem
from due;
`;
}
