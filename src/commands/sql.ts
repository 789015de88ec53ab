/**
 * `sql`: a region's calendar as a table and a dataset's targets, for the statements that give the same deadlines in a database.
 */
import { calendarTable } from "../core/calendar-table.js";
import { type CountDays, countDaysRules } from "../core/target.js";
import { plansByRank } from "../data/dataset.js";
import { targetFor } from "../data/lookup.js";
import { CliError } from "../errors.js";
import { type SqlDialect, type SqlReport, type SqlTarget, sqlDialects } from "../report.js";
import {
  assumeCalendar,
  type CalendarChoice,
  type Context,
  checkInForce,
  checkOptionSpan,
  Diagnostics,
  datasetRef,
  openCalendars,
  readRegion,
  readTime,
} from "./context.js";

export interface SqlOptions {
  readonly dialect?: SqlDialect;
  readonly region?: string;
  readonly from?: string;
  readonly to?: string;
  readonly holidays?: readonly string[];
  readonly zone?: string;
  readonly countDays?: CountDays;
  readonly table?: string;
}

/** A plain or schema-qualified name, so that no name needs quotes. */
const tableName = /^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*){0,2}$/;

export async function runSql(options: SqlOptions, context: Context): Promise<SqlReport> {
  const { dataset } = context;
  const { dialect, region, from, to, table = "tickets" } = options;
  const missing = (["dialect", "region", "from", "to"] as const)
    .filter((key) => options[key] === undefined)
    .map((key) => `--${key}`);
  if (dialect === undefined || region === undefined || from === undefined || to === undefined) {
    // A list helps where one word is missing; with several it would not say whose it is.
    const listOf: Readonly<Record<string, readonly string[]>> = {
      "--dialect": sqlDialects,
      "--region": Object.keys(dataset.regions),
    };
    const allowed = missing.length === 1 ? listOf[missing[0] as string] : undefined;
    throw new CliError({ code: "missing-option", options: missing, command: "sql", ...(allowed && { allowed }) });
  }
  if (!tableName.test(table))
    throw new CliError({ code: "bad-value", option: "--table", value: table, expected: "table-name" });
  const diagnostics = new Diagnostics(context.notices);
  const id = readRegion("--region", region, dataset);
  const start = readTime("--from", from, context, diagnostics);
  const end = readTime("--to", to, context, diagnostics);
  if (end <= start) throw new CliError({ code: "conflicting-options", options: ["--from", "--to"] });
  const choice: CalendarChoice = { zone: options.zone, holidays: options.holidays ?? [] };
  const chosen = (await openCalendars(choice, context))(id);
  const countDays = options.countDays ?? countDaysRules[0];
  assumeCalendar(chosen, choice, diagnostics);
  checkOptionSpan(["--from", "--to"], start, end);
  const targets = targetsOf(id);
  const clocks = new Set(targets.map(({ target }) => target.clock));
  if (clocks.has("24x5")) diagnostics.assume({ code: "24x5-window", zone: chosen.calendar.zone.id });
  if (clocks.has("business-days")) diagnostics.assume({ code: "day-count-rule", rule: countDays });
  diagnostics.assume({ code: "clock-start" });
  await checkInForce(context, context.now, diagnostics);
  return {
    command: "sql",
    dataset: datasetRef(context),
    dialect,
    tickets: table,
    region: id,
    zone: chosen.calendar.zone,
    countDays,
    table: calendarTable(chosen.calendar, start, end),
    targets,
    targetsAnywhere: targetsOf(undefined).filter(({ target }) => target.clock === "24x7"),
    assumptions: diagnostics.assumptions,
    warnings: diagnostics.warnings,
  };

  function targetsOf(regionId: string | undefined): readonly SqlTarget[] {
    return plansByRank(dataset).flatMap((plan) =>
      Object.keys(dataset.priorities).flatMap((priority) => {
        const target = targetFor(dataset, plan, priority, regionId);
        return target ? [{ plan, priority, target }] : [];
      }),
    );
  }
}
