/**
 * DuckDB's side of the batch bench: two threads, input order kept. The tables of business hours are looked up in lists, since a join loses
 * the order of the rows, and to sort them again takes longer.
 * Arguments: input, output, now, the folder of the tables, their first second, their hours.
 */
import { DuckDBInstance } from "@duckdb/node-api";

const [input, output, now, tables, first, hours] = process.argv.slice(2);
const database = await DuckDBInstance.create(":memory:", { threads: "2", preserve_insertion_order: "true" });
const connection = await database.connect();
await connection.run(`
  set variable hours = (select list("at") from read_csv('${tables}/hour.csv', header = true));
  set variable opens = (select list(opens) from read_csv('${tables}/open.csv', header = true));
  set variable closes = (select list(closes) from read_csv('${tables}/open.csv', header = true));
`);
await connection.run(`
  copy (
    with ticket as (
      select *, epoch(opened::timestamptz)::bigint as t,
        (t - ${first}) // 3600 + ${hours} * (list_position(['americas', 'emea', 'apac', 'japan'], region) - 1) as hour
      from read_csv('${input}', header = true, all_varchar = true)
    ),
    near as (
      select *, getvariable('hours')[hour + 1] + 1 as near, near + (getvariable('closes')[near] <= t)::bigint as i from ticket
    ),
    interval as (
      select *, getvariable('opens')[i] as here, getvariable('opens')[i + 1] as next, greatest(t, here) as start,
        getvariable('closes')[i] - start as remaining, if(priority = 'P2', 7200, 14400) as budget
      from near
    ),
    deadline as (
      select *,
        case
          when priority = 'P1' then t + 3600
          when priority = 'P4' then next + start - here
          when budget <= remaining then start + budget
          else next + budget - remaining
        end as due
      from interval
    )
    select id, priority, region, opened, subject,
      strftime(make_timestamp(due * 1000000), '%Y-%m-%dT%H:%M:%SZ') as deadline,
      if(due < epoch('${now}'::timestamptz), 'overdue', 'open') as status,
      null as error
    from deadline
  ) to '${output}' (header true);
`);
connection.closeSync();
