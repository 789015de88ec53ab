/**
 * Percentiles by nearest rank, as `audit` has them: values are counted by whole seconds, and only these counts are put in order.
 */
import type { Dialect } from "./dialects.js";
import { columns } from "./look-ups.js";

/** The common tables over rows of a group and a number of seconds; `sla_ranked` has a row per number that came up in a group. */
function rankedSeconds(group: readonly string[], rows: string): string {
  const partition = `partition by ${group.map((name) => `sla_k.${name}`).join(", ")}`;
  const ofGroup = columns("sla_k", [...group, "seconds"]);
  return `sla_value as (
${rows}
),
sla_second as (
  select ${ofGroup}, count(*) as tickets
  from sla_value sla_k
  group by ${[...group, "seconds"].map((name) => `sla_k.${name}`).join(", ")}
),
sla_ranked as (
  select ${ofGroup},
    sum(sla_k.tickets) over (${partition} order by sla_k.seconds) as reached,
    sum(sla_k.tickets) over (${partition}) as tickets
  from sla_second sla_k
)`;
}

/** The smallest number of seconds that so many percent of a group do not exceed. */
function percentile(percent: number): string {
  return `min(case when 100 * sla_k.reached >= ${percent} * sla_k.tickets then sla_k.seconds end)`;
}

/** A row per group of `sla_ranked`; the columns are percentiles by their names. */
function percentilesOf(group: readonly string[], count: string, named: Readonly<Record<string, string>>): string {
  return `select ${columns("sla_k", group)}, max(sla_k.tickets) as ${count},
  ${Object.entries(named)
    .map(([name, value]) => `${value} as ${name}`)
    .join(", ")}
from sla_ranked sla_k
group by ${group.map((name) => `sla_k.${name}`).join(", ")}`;
}

/** The counted time of responses under the tickets' own plans. */
export function responseTimesQuery({ divide, settings }: Dialect, deadlines: string): string {
  const group = ["metric", "priority"];
  const rows = `  select ${columns("sla_m", group)}, ${divide("sla_m.response_us", "1000000")} as seconds
  from ${deadlines} sla_m
  where sla_m.is_own and sla_m.response_us is not null`;
  const longest = "max(sla_k.seconds)";
  return `with ${rankedSeconds(group, rows)}
${percentilesOf(group, "answered", { median_seconds: percentile(50), p90_seconds: percentile(90), max_seconds: longest })}${settings}`;
}

/** Seconds that are added before a division and subtracted after it, as quotients of negative numbers are cut towards 0. */
const shiftSeconds = 100_000_000_000;

/**
 * How much earlier than its own plan's deadline a ticket is due under every plan, rounded as `audit` rounds it. The one query that brings the
 * rows of a ticket together; it leaves out those whose id several tickets have.
 */
export function earlierDeadlinesQuery({ divide, microseconds, settings }: Dialect, deadlines: string): string {
  const group = ["metric", "plan"];
  const due = microseconds("sla_m.deadline");
  const seconds = divide(`sla_k.own_due_us - sla_k.due_us + ${shiftSeconds}500000`, "1000000");
  const rows = `  select ${columns("sla_k", group)}, ${seconds} - ${shiftSeconds} as seconds
  from (
    select ${columns("sla_m", group)}, ${due} as due_us,
      max(case when sla_m.is_own then ${due} end) over (partition by sla_m.id, sla_m.metric) as own_due_us,
      sum(case when sla_m.is_own then 1 else 0 end) over (partition by sla_m.id, sla_m.metric) as tickets
    from ${deadlines} sla_m
  ) sla_k
  where sla_k.own_due_us is not null and sla_k.due_us is not null and sla_k.tickets = 1`;
  const medians = { median_earlier_seconds: percentile(50) };
  return `with ${rankedSeconds(group, rows)}
${percentilesOf(group, "tickets", medians)}${settings}`;
}
