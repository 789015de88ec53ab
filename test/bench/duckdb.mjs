/**
 * DuckDB's side of the batch bench: reads the tickets, joins them to the same calendars (ASOF), writes them with deadline, status and error,
 * two threads, input order kept: the joins lose it, so their narrow result is sorted and laid beside the tickets again. Arguments: input, output, the tables as SQL, now.
 */
import { readFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";

const [input, output, tables, now] = process.argv.slice(2);
const database = await DuckDBInstance.create(":memory:", { threads: "2", preserve_insertion_order: "true" });
const connection = await database.connect();
await connection.run(readFileSync(tables, "utf8"));
await connection.run(`
  create table open as
    select region, opens_us as opens, closes_us as closes, before_us as before, date_no as no
    from sla_open where clock = 'business-hours' order by region, opens;
`);
await connection.run(`
  create temp table ticket as select * from read_csv('${input}', header = true, all_varchar = true);
`);
await connection.run(`
  create temp table answer as
    with asked as (
      select t.rowid as n, t.region, epoch_us(t.opened::timestamptz) as at, g.clock, g.budget_us as budget, g.days
      from ticket t
      left join sla_target g on g.region = t.region and g.priority = t.priority and g.plan = 'business'
    ),
    started as (
      select k.*, o.before + least(k.at, o.closes) - o.opens + k.budget as goal,
        case k.clock when 'business-days' then o.no + (k.at >= o.closes)::int end as start_no
      from asked k asof left join open o on o.region = k.region and k.at >= o.opens
    )
    select s.n,
      case s.clock
        when '24x7' then s.at + s.budget
        when 'business-hours' then h.opens + s.goal - h.before
        else d.opens + least(greatest(s.at - p.opens, 0), d.closes - d.opens)
      end as due
    from started s
    asof left join open h on h.region = s.region and s.goal > h.before
    left join open p on p.region = s.region and p.no = s.start_no
    left join open d on d.region = s.region and d.no = s.start_no + s.days
    order by n;
`);
await connection.run(`
  copy (
    select id, priority, region, opened, subject,
      strftime(make_timestamp(due), '%Y-%m-%dT%H:%M:%SZ') as deadline,
      case when due < epoch_us('${now}'::timestamptz) then 'overdue' else 'open' end as status,
      null as error
    from ticket positional join answer
  ) to '${output}' (header true);
`);
connection.closeSync();
