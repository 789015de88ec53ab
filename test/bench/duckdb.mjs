/**
 * DuckDB's side of the batch bench: reads the tickets, takes their deadlines from the view that `sql` writes, and writes them with deadline,
 * status and error, two threads, input order kept: the joins lose it, so their narrow result is sorted and laid beside the tickets again.
 * Arguments: input, output, the statements, now.
 */
import { readFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";

const [input, output, statements, now] = process.argv.slice(2);
const database = await DuckDBInstance.create(":memory:", { threads: "2", preserve_insertion_order: "true" });
const connection = await database.connect();
await connection.run(`
  create table ticket as select * from read_csv('${input}', header = true, all_varchar = true);
  create view tickets as
    select rowid as id, 'business' as plan, priority, region, opened::timestamptz as opened, null::timestamptz as responded from ticket;
`);
await connection.run(readFileSync(statements, "utf8"));
await connection.run(
  "create temp table answer as select id as n, epoch_us(deadline) as due from sla_deadlines order by id",
);
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
