/**
 * The common tables that work out tickets with pauses. In the running total of open time a pause is an interval, whatever the nights in it,
 * so pauses that touch there are one; each that begins before the budget is used up moves the deadline by its length. Dates wholly inside a
 * pause are skipped in the same way. The last tables are grouped by the ticket, though each has one row as it is: planners see it by that.
 * Tickets with one id are not distinguished here, so the last counts them.
 */
import type { Dialect } from "./dialects.js";
import { atInstant, columns, dateJoin, goalJoin, ran, sameTime } from "./look-ups.js";

const isHours = "sla_k.clock <> 'business-days'";
/** The start of the running total for a ticket: on the clock 24x7 the total is the instant itself. */
const startTotal = "case when sla_k.clock = '24x7' then sla_k.opened_us else sla_k.before_us end";
const responseTotal = "case when sla_k.clock = '24x7' then sla_k.responded_us else sla_k.response_before_us end";

/** The common tables by their names, in order. They read sla_ticket and sla_counted; sla_paused has a row per ticket with a pause that counts. */
export function pauseTables(dialect: Dialect, key: string): readonly (readonly [name: string, query: string])[] {
  const parts = [islands, shifts, starts, dates, dueOnDates];
  return parts.flatMap((part) => part(dialect, key));
}

function islands(dialect: Dialect, key: string): readonly (readonly [string, string])[] {
  const { small, now, asText } = dialect;
  const end = `coalesce(sla_p.to_us, ${now})`;
  const isAlways = "sla_k.clock = '24x7'";
  return [
    [
      "sla_stop",
      `  select${small(["sla_p"])}
    ${columns("sla_k", [key, "clock", "base", "span_from_us"])},
    case when ${isAlways} then sla_p.from_us else greatest(sla_p.from_us, sla_k.span_from_us) end as from_us,
    case when ${isAlways} then ${end} else least(${end}, sla_k.span_to_us) end as to_us
  from sla_ticket sla_k
  join ${dialect.table("sla_pause")} sla_p on sla_p.id = ${asText("sla_k.id")} and ${end} > sla_p.from_us`,
    ],
    [
      // One look-up just before the pause answers for its beginning too: a piece holds up to its end, which is the next one's start.
      "sla_stop_at",
      `  select${small(["sla_a", "sla_r"])}
    ${columns("sla_k", [key, "from_us", "to_us"])},
    case when ${isAlways} then sla_k.from_us else sla_a.before_us + ${ran("sla_a", "sla_k.from_us")} end as stop_us,
    case when ${isAlways} then sla_k.to_us else sla_r.before_us + ${ran("sla_r", "sla_k.to_us")} end as go_us,
    case when sla_k.from_us = sla_k.span_from_us then 0 else sla_a.next_date_no end as first_date_no,
    sla_r.last_date_no as last_date_no
  from sla_stop sla_k
  ${atInstant(dialect, "sla_a", "(case when sla_k.from_us = sla_k.span_from_us then sla_k.from_us else sla_k.from_us - 1 end)")}
  ${atInstant(dialect, "sla_r", "sla_k.to_us")}
  where sla_k.to_us > sla_k.from_us`,
    ],
    [
      "sla_reach",
      `  select
    ${columns("sla_k", [key, "stop_us", "go_us", "first_date_no", "last_date_no"])},
    max(sla_k.go_us) over (partition by sla_k.${key} order by sla_k.stop_us rows between unbounded preceding and 1 preceding) as reached_us
  from sla_stop_at sla_k
  where sla_k.go_us > sla_k.stop_us`,
    ],
    [
      // By range: pauses that stop the clock at one instant are in any order, and belong together in each.
      "sla_numbered",
      `  select
    ${columns("sla_k", [key, "stop_us", "go_us", "first_date_no", "last_date_no"])},
    sum(case when sla_k.reached_us is null or sla_k.stop_us > sla_k.reached_us then 1 else 0 end)
      over (partition by sla_k.${key} order by sla_k.stop_us range unbounded preceding) as island
  from sla_reach sla_k`,
    ],
    [
      "sla_island",
      `  select
    ${columns("sla_k", [key])}, sla_k.island as island,
    min(sla_k.stop_us) as stop_us, max(sla_k.go_us) as go_us,
    min(sla_k.first_date_no) as first_date_no, max(sla_k.last_date_no) as last_date_no
  from sla_numbered sla_k
  group by sla_k.${key}, sla_k.island`,
    ],
  ];
}

/** The open time of the pauses that move the deadline, the start of the clock, and the response. */
function shifts({ asInteger, small }: Dialect, key: string): readonly (readonly [string, string])[] {
  const first = `(case when ${responseTotal} < ${startTotal} then ${responseTotal} else ${startTotal} end)`;
  const last = `(case when ${responseTotal} < ${startTotal} then ${startTotal} else ${responseTotal} end)`;
  const overlap = `(case when sla_i.go_us < ${last} then sla_i.go_us else ${last} end) - (case when sla_i.stop_us > ${first} then sla_i.stop_us else ${first} end)`;
  return [
    [
      "sla_length",
      `  select${small(["sla_i"])}
    ${columns("sla_k", [key])}, sla_k.budget_us as budget_us, sla_i.island as island,
    (case when sla_i.stop_us > ${startTotal} then sla_i.stop_us else ${startTotal} end) - (${startTotal}) as after_us,
    case
      when sla_i.go_us <= ${startTotal} then 0
      when sla_i.stop_us > ${startTotal} then sla_i.go_us - sla_i.stop_us
      else sla_i.go_us - (${startTotal})
    end as length_us,
    case when ${overlap} > 0 then ${overlap} else 0 end as overlap_us
  from sla_counted sla_k
  join sla_island sla_i on sla_i.${key} = sla_k.${key}`,
    ],
    [
      "sla_earlier",
      `  select
    ${columns("sla_k", [key, "budget_us", "after_us", "length_us", "overlap_us"])},
    ${asInteger(`coalesce(sum(sla_k.length_us) over (partition by sla_k.${key} order by sla_k.island rows between unbounded preceding and 1 preceding), 0)`)} as earlier_us
  from sla_length sla_k`,
    ],
    [
      "sla_shift",
      `  select
    ${columns("sla_k", [key])},
    ${asInteger("sum(case when sla_k.after_us - sla_k.earlier_us < sla_k.budget_us then sla_k.length_us else 0 end)")} as budget_shift_us,
    ${asInteger("sum(case when sla_k.after_us - sla_k.earlier_us <= 0 then sla_k.length_us else 0 end)")} as start_shift_us,
    ${asInteger("sum(sla_k.overlap_us)")} as response_shift_us
  from sla_earlier sla_k
  group by sla_k.${key}`,
    ],
  ];
}

/** Start and due time of tickets with pauses, but for business days. */
function starts(dialect: Dialect, key: string): readonly (readonly [string, string])[] {
  const { small } = dialect;
  const kept = [key, "clock", "base", "budget_us", "days", "count_days", "opened_us", "before_us", "response_us"];
  return [
    [
      "sla_moved",
      `  select${small(["sla_s"])}
    ${columns("sla_k", [key, "clock", "base", "budget_us", "days", "count_days", "opened_us", "before_us"])},
    ${responseTotal} - (${startTotal}) - (case when ${responseTotal} < ${startTotal} then -1 else 1 end) * sla_s.response_shift_us as response_us,
    sla_k.before_us + sla_k.budget_us + sla_s.budget_shift_us as goal_us,
    sla_k.before_us + sla_s.start_shift_us + 1000 as start_goal_us,
    sla_k.opened_us + sla_s.start_shift_us as always_starts_us,
    sla_k.opened_us + sla_k.budget_us + sla_s.budget_shift_us as always_due_us
  from sla_counted sla_k
  join sla_shift sla_s on sla_s.${key} = sla_k.${key}`,
    ],
    [
      "sla_started",
      `  select${small(["sla_h", "sla_g"])}
    ${columns("sla_k", kept)},
    case when sla_k.clock = '24x7' then sla_k.always_starts_us else sla_g.at_us + sla_k.start_goal_us - sla_g.after_us - 1000 end as starts_us,
    case
      when sla_k.clock = '24x7' then sla_k.always_due_us
      when sla_k.before_us is null then null
      when sla_k.budget_us = 0 or sla_k.days = 0 then sla_k.opened_us
      else sla_h.at_us + sla_k.goal_us - sla_h.after_us
    end as due_us
  from sla_moved sla_k
  ${goalJoin(dialect, "sla_h", "sla_k.goal_us")}
  ${goalJoin(dialect, "sla_g", "sla_k.start_goal_us")}`,
    ],
  ];
}

/** The number of the due date: the Nth after the start's that is not wholly inside a pause. */
function dates(dialect: Dialect, key: string): readonly (readonly [string, string])[] {
  const { small, asInteger } = dialect;
  const first = "(case when sla_i.first_date_no > sla_k.date_no then sla_i.first_date_no else sla_k.date_no + 1 end)";
  return [
    [
      "sla_start_date",
      `  select${small(["sla_a"])}
    ${columns("sla_k", [key, "base", "days", "count_days"])},
    sla_a.date_no as date_no,
    sla_a.wall_us + ${ran("sla_a", "sla_k.starts_us")} as wall_us
  from sla_started sla_k
  ${atInstant(dialect, "sla_a", "sla_k.starts_us")}
  where sla_k.days > 0`,
    ],
    [
      "sla_skipped",
      `  select
    ${columns("sla_k", [key])}, sla_k.days as days, sla_k.date_no as date_no, sla_i.island as island,
    ${first} as first_no,
    case when sla_i.last_date_no >= ${first} then sla_i.last_date_no - ${first} + 1 else 0 end as skipped
  from sla_start_date sla_k
  join sla_island sla_i on sla_i.${key} = sla_k.${key}`,
    ],
    [
      "sla_skipped_earlier",
      `  select
    ${columns("sla_k", [key, "days", "date_no", "first_no", "skipped"])},
    ${asInteger(`coalesce(sum(sla_k.skipped) over (partition by sla_k.${key} order by sla_k.island rows between unbounded preceding and 1 preceding), 0)`)} as earlier
  from sla_skipped sla_k`,
    ],
    [
      "sla_date_shift",
      `  select
    ${columns("sla_k", [key])},
    ${asInteger("sum(case when sla_k.first_no - 1 - sla_k.date_no - sla_k.earlier < sla_k.days then sla_k.skipped else 0 end)")} as shift
  from sla_skipped_earlier sla_k
  group by sla_k.${key}`,
    ],
    [
      "sla_due_date",
      `  select
    ${columns("sla_k", [key, "base", "count_days", "wall_us"])},
    sla_k.date_no + sla_k.days + sla_s.shift as due_date_no
  from sla_start_date sla_k
  join sla_date_shift sla_s on sla_s.${key} = sla_k.${key}`,
    ],
  ];
}

/** The place on the due date, moved out of a pause: back to where the pause began, or to the first open instant after it. */
function dueOnDates(dialect: Dialect, key: string): readonly (readonly [string, string])[] {
  const { small } = dialect;
  const resumes = "sla_g.at_us + sla_k.go_us + 1000 - sla_g.after_us - 1000";
  return [
    [
      "sla_place",
      `  select${small(["sla_d"])}
    ${columns("sla_k", [key, "base"])},
    sla_d.before_us as date_before_us,
    case when sla_k.count_days = 'end-of-day' then 1 else 0 end as is_end,
    case when sla_k.count_days = 'end-of-day' then sla_d.day_closes_us when ${sameTime} > sla_d.closes_us then sla_d.closes_us else ${sameTime} end as place_us,
    sla_d.closes_us as closes_us
  from sla_due_date sla_k
  ${dateJoin(dialect)}`,
    ],
    [
      "sla_place_at",
      `  select${small(["sla_a"])}
    ${columns("sla_k", [key, "base", "date_before_us", "is_end", "place_us", "closes_us"])},
    sla_a.before_us + ${ran("sla_a", "sla_k.place_us")} as total_us
  from sla_place sla_k
  ${atInstant(dialect, "sla_a", "sla_k.place_us")}`,
    ],
    [
      "sla_inside",
      `  select
    ${columns("sla_k", [key, "base", "date_before_us", "is_end", "place_us", "closes_us"])},
    sla_i.stop_us as stop_us, sla_i.go_us as go_us
  from sla_place_at sla_k
  left join sla_island sla_i
    on sla_i.${key} = sla_k.${key} and sla_i.stop_us <= sla_k.total_us and sla_i.go_us >= sla_k.total_us and (sla_k.is_end = 0 or sla_i.stop_us < sla_k.total_us)`,
    ],
    [
      "sla_day_due",
      `  select${small(["sla_h", "sla_g"])}
    ${columns("sla_k", [key])},
    max(case
      when sla_k.go_us is null then sla_k.place_us
      when sla_k.is_end = 0 and sla_k.place_us >= ${resumes} and sla_k.place_us < sla_k.closes_us then sla_k.place_us
      when sla_k.stop_us > sla_k.date_before_us then sla_h.at_us + sla_k.stop_us - sla_h.after_us
      else ${resumes}
    end) as due_us
  from sla_inside sla_k
  ${goalJoin(dialect, "sla_h", "sla_k.stop_us")}
  ${goalJoin(dialect, "sla_g", "(sla_k.go_us + 1000)")}
  group by sla_k.${key}`,
    ],
    [
      "sla_paused",
      `  select
    ${columns("sla_k", [key])}, count(*) as tickets, max(sla_k.starts_us) as starts_us, max(sla_k.response_us) as response_us,
    max(case when ${isHours} or sla_k.days = 0 then sla_k.due_us else sla_d.due_us end) as due_us
  from sla_started sla_k
  left join sla_day_due sla_d on sla_d.${key} = sla_k.${key}
  group by sla_k.${key}`,
    ],
  ];
}
