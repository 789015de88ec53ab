/**
 * A dbt package: the tables as seeds, the query as a macro whose differences between databases are macros too, a model, and tests with
 * golden tickets. It depends on no other package.
 */
import type { Messages } from "../../i18n/en/index.js";
import { type GoldenTicket, type SqlReport, sqlDialects } from "../../report.js";
import { joinLines } from "../delimited.js";
import { deadlinesQuery } from "./deadlines.js";
import { type Column, type ColumnType, type Dialect, dialects, keysPerClock, type Table } from "./dialects.js";
import { columns } from "./look-ups.js";
import { csvFile, seedFiles } from "./seeds.js";
import { clockTable, integer, maybe, tables, text, us } from "./tables.js";

export const packageName = "support_cli_sla";

const goldenTable: Table = {
  name: "sla_golden_ticket",
  columns: [
    integer("id"),
    ...["plan", "priority"].map(text),
    maybe("region", "text"),
    integer("opened_us"),
    ...["responded_us", "starts_us", "deadline_us", "response_us"].map((name) => maybe(name, "integer")),
    maybe("problem", "text"),
  ],
};

const goldenPauseTable: Table = {
  name: "sla_golden_pause",
  columns: [text("id"), ...["from_us", "to_us"].map(integer)],
};

/** The regions in the order of the dataset, which the keys of the other tables come from. */
const orderTable: Table = {
  name: "sla_order",
  columns: [...["dataset", "digest", "region"].map(text), integer("base")],
};

/** The package's files by their names. */
export function dbtFiles(report: SqlReport, messages: Messages, tzdata: string): Readonly<Record<string, string>> {
  const { dbt } = messages.sql;
  const seeds = {
    ...seedFiles(report, tzdata),
    [`${orderTable.name}.csv`]: csvFile(orderTable, orderRows(report)),
    [`${goldenTable.name}.csv`]: csvFile(goldenTable, report.golden.map(goldenRow)),
    [`${goldenPauseTable.name}.csv`]: csvFile(goldenPauseTable, report.golden.flatMap(pauseRows)),
  };
  return {
    "dbt_project.yml": projectFile(),
    "README.md": `${dbt.readme(report.dataset.id, report.dataset.version, tzdata).map(joinLines).join("\n\n")}\n`,
    ...Object.fromEntries(Object.entries(seeds).map(([name, content]) => [`seeds/${name}`, content])),
    "macros/dialects.sql": dialectMacros(),
    "macros/sla_deadlines.sql": macro("sla_deadlines(tickets, pauses)", deadlinesQuery(inMacros, "{{ tickets }}")),
    "models/sla_deadlines.sql": modelFile,
    "tests/sla_golden_tickets.sql": goldenTest(),
    "tests/sla_regions_in_order.sql": orderTest,
  };
}

function orderRows({ dataset, order }: SqlReport) {
  return order.flatMap(({ id, digest }, i) =>
    [2 * i + 1, 2 * i + 2].map((number) => [dataset.id, digest, id, number * keysPerClock]),
  );
}

function goldenRow(ticket: GoldenTicket) {
  const { id, plan, priority, region, opened, responded, starts, deadline, response, problem } = ticket;
  const times = [responded, starts, deadline, response].map((ms) => (ms === undefined ? undefined : us(ms)));
  return [id, plan, priority, region, us(opened), ...times, problem];
}

function pauseRows({ id, pauses }: GoldenTicket) {
  return pauses.map(({ from, to }) => [String(id), us(from), us(to)]);
}

/** What differs between the databases, as the arguments of each macro and what a dialect makes of them. */
const macros: Readonly<Record<string, readonly [args: readonly string[], text: (dialect: Dialect) => string]>> = {
  sla_microseconds: [["value"], (dialect) => dialect.microseconds("{{ value }}")],
  sla_is_instant: [["value"], (dialect) => dialect.isInstant("{{ value }}")],
  sla_timestamp: [["value"], (dialect) => dialect.timestamp("{{ value }}")],
  sla_now: [[], (dialect) => dialect.now],
  sla_integer: [["value"], (dialect) => dialect.asInteger("{{ value }}")],
  sla_text: [["value"], (dialect) => dialect.asText("{{ value }}")],
  sla_divide: [["dividend", "divisor"], (dialect) => dialect.divide("{{ dividend }}", "{{ divisor }}")],
  sla_common_table: [[], (dialect) => dialect.commonTable],
  sla_shared_common_table: [[], (dialect) => dialect.sharedCommonTable],
  sla_small: [["aliases"], (dialect) => dialect.small(["{{ aliases }}"])],
  sla_settings: [[], (dialect) => dialect.settings],
};

/** A call of a macro; its arguments are SQL, and no call is inside another. */
function call(name: string, ...args: readonly string[]): string {
  return `{{ ${packageName}.${name}(${args.map((arg) => JSON.stringify(arg)).join(", ")}) }}`;
}

const ref = (name: string) => `{{ ref("${packageName}", "${name}") }}`;

/** The query with macros in place of what differs. */
const inMacros: Dialect = {
  ...dialects.duckdb,
  microseconds: (value) => call("sla_microseconds", value),
  isInstant: (value) => call("sla_is_instant", value),
  timestamp: (value) => call("sla_timestamp", value),
  now: call("sla_now"),
  asInteger: (value) => call("sla_integer", value),
  asText: (value) => call("sla_text", value),
  divide: (a, b) => call("sla_divide", a, b),
  table: (name) => (name === "sla_pause" ? "{{ pauses }}" : ref(name)),
  commonTable: call("sla_common_table"),
  sharedCommonTable: call("sla_shared_common_table"),
  small: (aliases) => call("sla_small", aliases.join(", ")),
  settings: call("sla_settings"),
};

function macro(signature: string, body: string): string {
  return `{% macro ${signature} -%}\n${body}\n{%- endmacro %}\n`;
}

function dialectMacros(): string {
  return Object.entries(macros)
    .flatMap(([name, [args, textOf]]) => {
      const list = args.join(", ");
      return [
        macro(`${name}(${list})`, `{{ return(adapter.dispatch("${name}", "${packageName}")(${list})) }}`),
        ...sqlDialects.map((dialect) => macro(`${dialect}__${name}(${list})`, textOf(dialects[dialect]))),
      ];
    })
    .join("\n");
}

/** A name of a type for each adapter of dbt. */
function typeOf(type: ColumnType, isNullable: boolean | undefined): string {
  const names = sqlDialects.map((name) => {
    const own = dialects[name].types[type];
    return `'${name}': '${name === "clickhouse" && isNullable ? `Nullable(${own})` : own}'`;
  });
  return `{{ {${names.join(", ")}}.get(target.type, '${type === "text" ? "string" : "bigint"}') }}`;
}

function projectFile(): string {
  // Each name of a type is there once; its other places refer to it.
  const written = new Set<string>();
  const seeds = [...tables, orderTable, goldenTable, goldenPauseTable].map((table) => {
    const types = table.columns.map((column) => `        ${column.name}: ${typeName(column)}`);
    return `    ${table.name}:\n      +column_types:\n${types.join("\n")}`;
  });
  return `name: ${packageName}
version: "1.0.0"
config-version: 2
require-dbt-version: ">=1.8.0"
profile: ${packageName}
seeds:
  ${packageName}:
${seeds.join("\n")}
`;

  function typeName({ type, isNullable }: Column): string {
    const anchor = `${isNullable ? "nullable_" : ""}${type}`;
    if (written.has(anchor)) return `*${anchor}`;
    written.add(anchor);
    return `&${anchor} "${typeOf(type, isNullable)}"`;
  }
}

/** The model is there once the reader names the model of tickets. */
const modelFile = `{{ config(enabled = var("sla_tickets", none) is not none) }}
{%- set pauses = var("sla_pauses", none) %}
{%- if var("sla_tickets", none) is not none %}
{{ ${packageName}.sla_deadlines(
  ref(project_name, var("sla_tickets")),
  ref(project_name, pauses) if pauses is not none else "(select id, from_us, to_us from " ~ ref("${packageName}", "${goldenPauseTable.name}") ~ " where 1 = 0)"
) }}
{%- endif %}
`;

function goldenTest(): string {
  const tickets = `(select ${columns("sla_g", ["id", "plan", "priority", "region"])}, ${call("sla_timestamp", "sla_g.opened_us")} as opened, ${call("sla_timestamp", "sla_g.responded_us")} as responded from ${ref(goldenTable.name)} sla_g)`;
  const pairs = [
    [call("sla_microseconds", "sla_r.deadline"), "sla_e.deadline_us"],
    [call("sla_microseconds", "sla_r.clock_starts"), "sla_e.starts_us"],
    ["sla_r.response_us", "sla_e.response_us"],
    ["sla_r.problem", "sla_e.problem"],
  ];
  // A comparison with null is neither true nor false, and `not` leaves it so: only `case` finds a result that is missing.
  const same = pairs.map(([found, wanted]) => `(${found} = ${wanted} or (${found} is null and ${wanted} is null))`);
  return `{%- set tickets %}${tickets}{% endset %}
select ${columns("sla_e", ["id", "plan", "priority", "region"])}
from ${ref(goldenTable.name)} sla_e
left join (
{{ ${packageName}.sla_deadlines(tickets, ref("${packageName}", "${goldenPauseTable.name}")) }}
) sla_r on sla_r.id = sla_e.id
where case when sla_r.id is not null
  and ${same.join("\n  and ")}
  then 0 else 1 end = 1
`;
}

const orderTest = `select ${columns("sla_c", ["dataset", "region", "base"])}
from ${ref(clockTable.name)} sla_c
left join ${ref(orderTable.name)} sla_o
  on sla_o.dataset = sla_c.dataset and sla_o.digest = sla_c.digest and sla_o.region = sla_c.region and sla_o.base = sla_c.base
where sla_o.region is null
`;
