/**
 * What the databases write differently: a few functions, quoting, types, and how the rows of a region are replaced.
 */
import type { SqlDialect } from "../../report.js";

export type ColumnType = "text" | "integer";
export type ColumnTypes = Readonly<Record<ColumnType, string>>;

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly isNullable?: boolean;
}

/** A table of ours. Its rows belong to a region by its name, or to a region's clock by the number in the key, or to the reader. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly owner?: "region" | "key";
}

export interface Dialect {
  /** A column with a time zone as whole microseconds since 1970. */
  microseconds(timestamp: string): string;
  /** Whether a column is a time that names an instant: databases read others in some zone without a word. */
  isInstant(timestamp: string): string;
  timestamp(microseconds: string): string;
  /** The present in microseconds. */
  readonly now: string;
  /** A sum, which some engines widen, as the type of the tables. */
  asInteger(value: string): string;
  /** A whole number as a type whose sums do not overflow: microseconds of 64 bits do. */
  asDecimal(value: string): string;
  /** An id of any type as text. */
  asText(value: string): string;
  /** The whole part of a quotient of two positive numbers. */
  divide(a: string, b: string): string;
  literal(text: string): string;
  /** What a query calls a table of ours. */
  table(name: string): string;
  readonly types: ColumnTypes;
  identifier(name: string): string;
  readonly begin: string;
  readonly commit: string;
  /** Whether tables and views can be made in a transaction, so that a script whose statement fails changes nothing, even if it goes on. */
  readonly isWhole: boolean;
  createTable(table: Table): string;
  /** The statement that removes the rows of an owner: a region, or the number of a clock. */
  remove(table: Table, owner: string | number): string;
  /** The beginning of a statement that inserts rows of one owner. */
  insert(table: Table, owner: string | number): string;
  readonly rowsPerInsert: number;
  /** A statement that fails with the message where a table has rows that meet the condition. */
  refuse(table: string, condition: string, message: string): string;
  createView(name: string, query: string): string;
  /** The statement that makes way for a view, where a view cannot be replaced by one with other columns. */
  dropView(name: string): string;
  /** The words between the name of a common table and its text, for those read more than once and for the others. */
  readonly sharedCommonTable: string;
  readonly commonTable: string;
  /** A hint after `select` that the tables named so are small. */
  small(aliases: readonly string[]): string;
  /** What follows a query. */
  readonly settings: string;
}

/** The keys of a clock: its number times this, and the bucket. */
export const keysPerClock = 10_000_000;

const doubled = (text: string) => `'${text.replaceAll("'", "''")}'`;
/** Where a backslash escapes inside a literal. */
const escaped = (text: string) => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

const quotedBy = (quote: string, escapeName: (name: string) => string) => (name: string) =>
  `${quote}${escapeName(name)}${quote}`;
const doubleQuoted = quotedBy('"', (name) => name.replaceAll('"', '""'));
/** Without quotes where they would change what a plain name means, as the database changes its case. */
const foldedUnless = (meansTheSame: RegExp) => (name: string) =>
  /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !meansTheSame.test(name) ? name : doubleQuoted(name);

function ownerCondition(table: Table, owner: string | number, literal: (text: string) => string): string {
  if (table.owner === "region") return `region = ${literal(String(owner))}`;
  const base = Number(owner) * keysPerClock;
  return `key >= ${base} and key < ${base + keysPerClock}`;
}

function columnsOf(table: Table, types: ColumnTypes): string {
  return table.columns
    .map(({ name, type, isNullable }) => `  ${name} ${types[type]}${isNullable ? "" : " not null"}`)
    .join(",\n");
}

/** The dialects that are alike in tables, transactions and views. */
function standard(
  own: Pick<Dialect, "microseconds" | "isInstant" | "timestamp" | "divide" | "refuse"> &
    Partial<Dialect> &
    Pick<Dialect, "types">,
): Dialect {
  const { types, literal = doubled } = own;
  return {
    literal,
    table: (name) => name,
    identifier: doubleQuoted,
    begin: "begin;\n",
    commit: "commit;\n",
    isWhole: false,
    createTable: (table) => `create table if not exists ${table.name} (\n${columnsOf(table, types)}\n);\n`,
    remove: (table, owner) => `delete from ${table.name} where ${ownerCondition(table, owner, literal)};\n`,
    insert: ({ name, columns }) => `insert into ${name} (${columns.map((column) => column.name).join(", ")}) values\n`,
    rowsPerInsert: 1000,
    createView: (name, query) => `create or replace view ${name} as\n${query};\n`,
    dropView: () => "",
    sharedCommonTable: "as",
    commonTable: "as",
    now: own.microseconds("current_timestamp"),
    asInteger: (value) => `cast(${value} as ${types.integer})`,
    asDecimal: (value) => `cast(${value} as decimal(38, 0))`,
    asText: (value) => `cast(${value} as ${types.text})`,
    small: () => "",
    settings: "",
    ...own,
  };
}

export const dialects: Readonly<Record<SqlDialect, Dialect>> = {
  duckdb: standard({
    types: { text: "text", integer: "bigint" },
    microseconds: (timestamp) => `epoch_us(${timestamp})`,
    isInstant: (timestamp) => `typeof(${timestamp}) = 'TIMESTAMP WITH TIME ZONE'`,
    timestamp: (microseconds) => `make_timestamptz(${microseconds})`,
    divide: (a, b) => `(${a}) // ${b}`,
    isWhole: true,
    refuse: (table, condition, message) =>
      `select case when count(*) > 0 then error(${doubled(message)}) end from ${table} where ${condition};\n`,
  }),
  postgres: standard({
    types: { text: "text", integer: "bigint" },
    identifier: foldedUnless(/^[a-z0-9_]+$/),
    microseconds: (timestamp) => `(extract(epoch from ${timestamp}) * 1000000)::bigint`,
    isInstant: (timestamp) => `pg_typeof(${timestamp}) = 'timestamptz'::regtype`,
    timestamp: (microseconds) => `timestamptz 'epoch' + (${microseconds}) * interval '1 microsecond'`,
    divide: (a, b) => `(${a}) / ${b}`,
    isWhole: true,
    refuse: (table, condition, message) =>
      `do $sla$ begin if exists (select 1 from ${table} where ${condition}) then raise exception ${doubled(message.replaceAll("%", "%%"))}; end if; end $sla$;\n`,
    createTable: (table) =>
      [
        `create table if not exists ${table.name} (\n${columnsOf(table, { text: "text", integer: "bigint" })}\n);\n`,
        `create index if not exists ${table.name}_${table.owner ?? "id"} on ${table.name} (${table.owner ?? "id"});\n`,
      ].join(""),
    dropView: (name) => `drop view if exists ${name};\n`,
    // A common table that is folded into the plan is planned, compiled and run at each place that reads it.
    sharedCommonTable: "as materialized",
    commonTable: "as not materialized",
  }),
  clickhouse: standard({
    types: { text: "String", integer: "Int64" },
    microseconds: (timestamp) => `toUnixTimestamp64Micro(toDateTime64(${timestamp}, 6, 'UTC'))`,
    isInstant: (timestamp) => `toTypeName(${timestamp}) like '%DateTime%'`,
    timestamp: (microseconds) => `fromUnixTimestamp64Micro(${microseconds}, 'UTC')`,
    divide: (a, b) => `intDiv(${a}, ${b})`,
    now: "toUnixTimestamp64Micro(now64(6, 'UTC'))",
    asInteger: (value) => value,
    asDecimal: (value) => `toDecimal128(${value}, 0)`,
    asText: (value) => `toString(${value})`,
    literal: escaped,
    identifier: quotedBy("`", (name) => name.replaceAll("\\", "\\\\").replaceAll("`", "\\`")),
    begin: "",
    commit: "",
    createTable: (table) => {
      const columns = table.columns.map(({ name, type, isNullable }) => {
        const typeName = { text: "String", integer: "Int64" }[type];
        return `  ${name} ${isNullable ? `Nullable(${typeName})` : typeName}`;
      });
      const part = { region: " partition by region", key: ` partition by intDiv(key, ${keysPerClock})`, id: "" };
      const order = table.owner ?? "id";
      return `create table if not exists ${table.name} (\n${columns.join(",\n")}\n) engine = MergeTree${part[order]} order by ${order};\n`;
    },
    remove: (table, owner) =>
      `alter table ${table.name} drop partition ${typeof owner === "number" ? owner : escaped(owner)};\n`,
    refuse: (table, condition, message) =>
      `select throwIf(count() > 0, ${escaped(message)}) from ${table} where ${condition};\n`,
    settings: "\nsettings join_use_nulls = 1",
  }),
  spark: standard({
    types: { text: "string", integer: "bigint" },
    microseconds: (timestamp) => `unix_micros(${timestamp})`,
    isInstant: (timestamp) => `typeof(${timestamp}) = 'timestamp'`,
    timestamp: (microseconds) => `timestamp_micros(${microseconds})`,
    divide: (a, b) => `(${a}) div ${b}`,
    now: "unix_micros(current_timestamp())",
    literal: escaped,
    identifier: quotedBy("`", (name) => name.replaceAll("`", "``")),
    begin: "",
    commit: "",
    // A parquet table has no delete: the rows of an owner are a partition.
    createTable: (table) => {
      const types = { text: "string", integer: "bigint" };
      const columns = table.columns.map(({ name, type }) => `  ${name} ${types[type]}`);
      if (!table.owner) return `create table if not exists ${table.name} (\n${columns.join(",\n")}\n) using parquet;\n`;
      const part = table.owner === "region" ? "owner string" : "owner bigint";
      return `create table if not exists ${table.name} (\n${columns.join(",\n")},\n  ${part}\n) using parquet partitioned by (owner);\n`;
    },
    remove: (table, owner) =>
      `alter table ${table.name} drop if exists partition (owner = ${typeof owner === "number" ? owner : escaped(owner)});\n`,
    insert: (table, owner) =>
      `insert into ${table.name} partition (owner = ${typeof owner === "number" ? owner : escaped(owner)}) values\n`,
    rowsPerInsert: 5000,
    refuse: (table, condition, message) =>
      `select assert_true(count(*) = 0, ${escaped(message)}) from ${table} where ${condition};\n`,
    small: (aliases) => ` /*+ broadcast(${aliases.join(", ")}) */`,
  }),
  trino: standard({
    types: { text: "varchar", integer: "bigint" },
    microseconds: (timestamp) => `cast(to_unixtime(${timestamp}) * 1000000 as bigint)`,
    isInstant: (timestamp) => `typeof(${timestamp}) like 'timestamp%with time zone'`,
    timestamp: (microseconds) => `from_unixtime_nanos((${microseconds}) * 1000)`,
    divide: (a, b) => `(${a}) / ${b}`,
    begin: "start transaction;\n",
    refuse: (table, condition, message) =>
      `select if(count(*) > 0, fail(${doubled(message)})) from ${table} where ${condition};\n`,
  }),
  bigquery: standard({
    types: { text: "string", integer: "int64" },
    microseconds: (timestamp) => `unix_micros(${timestamp})`,
    // A datetime is refused by the function itself.
    isInstant: () => "true",
    timestamp: (microseconds) => `timestamp_micros(${microseconds})`,
    divide: (a, b) => `div(${a}, ${b})`,
    now: "unix_micros(current_timestamp())",
    asDecimal: (value) => `cast(${value} as bignumeric)`,
    literal: escaped,
    identifier: quotedBy("`", (name) => name.replaceAll("\\", "\\\\").replaceAll("`", "\\`")),
    begin: "begin transaction;\n",
    commit: "commit transaction;\n",
    refuse: (table, condition, message) =>
      `select if(count(*) > 0, error(${escaped(message)}), null) from ${table} where ${condition};\n`,
  }),
  snowflake: standard({
    types: { text: "varchar", integer: "bigint" },
    microseconds: (timestamp) => `date_part(epoch_microsecond, ${timestamp})`,
    isInstant: (timestamp) => `typeof(to_variant(${timestamp})) in ('TIMESTAMP_TZ', 'TIMESTAMP_LTZ')`,
    timestamp: (microseconds) => `to_timestamp_tz(${microseconds}, 6)`,
    divide: (a, b) => `floor((${a}) / ${b})`,
    now: "date_part(epoch_microsecond, current_timestamp())",
    // A backslash escapes in a literal here too, and a quote is doubled.
    literal: (text) => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`,
    identifier: foldedUnless(/^[A-Z0-9_]+$/),
    // No function raises an error: a division by zero does, under a name that gives the reason.
    refuse: (table, condition, message) =>
      `select 1 / iff(count(*) = 0, 1, 0) as "${message.replaceAll('"', "'")}" from ${table} where ${condition};\n`,
  }),
};
