/**
 * Calendars, targets and the view of deadlines as statements for a database.
 */

import { formatUtc } from "../../core/format-time.js";
import type { Messages } from "../../i18n/en/index.js";
import type { SqlDialect, SqlReport } from "../../report.js";
import { groupAssumptions } from "../assumptions.js";
import { joinLines } from "../delimited.js";
import type { JsonView } from "../json.js";
import { attainmentQuery } from "./attainment.js";
import { deadlinesQuery, metricDeadlinesQuery } from "./deadlines.js";
import { type Dialect, dialects, keysPerClock } from "./dialects.js";
import { earlierDeadlinesQuery, responseTimesQuery } from "./percentiles.js";
import { type Cell, clockTable, pauseTable, type Rows, rowsOf, tables } from "./tables.js";

/** The dialects that no database runs in the suite of this project. */
const untested: readonly SqlDialect[] = ["trino", "bigquery", "snowflake"];

export function renderSql(report: SqlReport, name: SqlDialect, messages: Messages, { tzdata }: JsonView): string {
  const { dataset, regions } = report;
  const dialect = dialects[name];
  const { sql } = messages;
  const tickets = report.tickets.map(dialect.identifier).join(".");
  const { begin, commit, isWhole } = dialect;
  return [
    comment(
      ...regions.map(({ id, zone, table }) => sql.title(id, zone.id, formatUtc(table.from), formatUtc(table.to))),
      sql.versions(`${dataset.id} ${dataset.version}`, tzdata),
      ...groupAssumptions(report.assumptions).map(
        (assumption) => `${messages.assumption(assumption)} [${assumption.code}]`,
      ),
      ...(untested.includes(name) ? [sql.notRun(name)] : []),
      sql.rerun,
    ),
    isWhole ? begin : "",
    comment(sql.clocks),
    dialect.createTable(clockTable),
    comment(sql.order),
    dialect.refuse(clockTable.name, `not (${ownOrder(report, dialect)})`, sql.otherOrder(dataset.id)),
    ...tables
      .slice(1)
      .map((table) => comment(sql.tables[table.name as keyof typeof sql.tables]) + dialect.createTable(table)),
    comment(sql.pauses) + dialect.createTable(pauseTable),
    isWhole ? "" : begin,
    ...rowsOf(report, tzdata).map((rows) => replace(rows, dialect)),
    isWhole ? "" : commit,
    views(tickets, report.metrics, dialect, sql),
    isWhole ? commit : "",
  ]
    .filter((text) => text !== "")
    .join("\n");
}

/** That a row of sla_clock is of this dataset, and its region has the same place in its order. */
function ownOrder({ dataset, order }: SqlReport, { literal }: Dialect): string {
  const places = order.map(
    ({ id, digest }, i) =>
      `(region = ${literal(id)} and digest = ${literal(digest)} and base in (${(2 * i + 1) * keysPerClock}, ${(2 * i + 2) * keysPerClock}))`,
  );
  return `dataset = ${literal(dataset.id)} and (${places.join(" or ")})`;
}

function views(tickets: string, metrics: readonly string[], dialect: Dialect, sql: Messages["sql"]): string {
  const perPlan = "sla_metric_deadlines";
  const all = [
    { name: "sla_deadlines", about: [sql.answers(tickets), sql.columns], query: deadlinesQuery(dialect, tickets) },
    { name: perPlan, about: [sql.metrics], query: metricDeadlinesQuery(dialect, tickets, metrics) },
    { name: "sla_attainment", about: [sql.attainment], query: attainmentQuery(dialect, perPlan) },
    { name: "sla_response_times", about: [sql.responseTimes], query: responseTimesQuery(dialect, perPlan) },
    { name: "sla_earlier_deadlines", about: [sql.earlier], query: earlierDeadlinesQuery(dialect, perPlan) },
  ];
  return [
    all
      .toReversed()
      .map(({ name }) => dialect.dropView(name))
      .join(""),
    ...all.map(({ name, about, query }) => comment(...about) + dialect.createView(name, query)),
  ].join("\n");
}

function comment(...lines: readonly string[]): string {
  return lines.map((line) => `-- ${joinLines(line)}\n`).join("");
}

/** Statements that put the rows in place of those of the same owner. */
function replace({ table, owner, rows }: Rows, dialect: Dialect): string {
  const statements = [dialect.remove(table, owner)];
  for (let i = 0; i < rows.length; i += dialect.rowsPerInsert) {
    const values = rows.slice(i, i + dialect.rowsPerInsert).map((row) => `  (${row.map(cell).join(", ")})`);
    statements.push(`${dialect.insert(table, owner)}${values.join(",\n")};\n`);
  }
  return statements.join("");

  function cell(value: Cell): string {
    if (value === undefined) return "null";
    return typeof value === "string" ? dialect.literal(value) : String(value);
  }
}
