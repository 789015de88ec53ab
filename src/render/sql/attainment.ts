/** The view of attainment: every ticket counted under each plan, and under its own, as `audit` counts them. */
import type { Dialect } from "./dialects.js";
import { columns } from "./look-ups.js";

const group = ["metric", "plan", "priority", "region"];

/** The query over the view of deadlines per metric and plan. A ticket whose own plan has no target is in no count, as in an audit. */
export function attainmentQuery({ asDecimal }: Dialect, deadlines: string): string {
  return `select
  ${columns("sla_k", group)},
  count(*) as tickets,
  ${counts("", "").join(",\n  ")},
  ${count("sla_k.is_own")} as own_tickets,
  ${counts("own_", "sla_k.is_own and ").join(",\n  ")},
  ${count("sla_k.response_us is not null")} as answered,
  sum(${asDecimal("sla_k.response_us")}) as response_us
from ${deadlines} sla_k
where sla_k.is_own is not null
group by ${group.map((name) => `sla_k.${name}`).join(", ")}`;
}

/** The counts of the rows that meet a condition, which is empty or ends with `and`, under names with a prefix. */
function counts(prefix: string, condition: string): readonly string[] {
  const judged = count(`${condition}sla_k.status in ('met', 'missed', 'overdue')`);
  const met = count(`${condition}sla_k.status = 'met'`);
  return [
    `${judged} as ${prefix}judged`,
    `${met} as ${prefix}met`,
    `${count(`${condition}sla_k.status = 'open'`)} as ${prefix}open`,
    `${count(`${condition}sla_k.problem is not null`)} as ${prefix}problems`,
    `1e0 * ${met} / nullif(${judged}, 0) as ${prefix}attainment`,
  ];
}

function count(condition: string): string {
  return `sum(case when ${condition} then 1 else 0 end)`;
}
