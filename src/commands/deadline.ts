/**
 * `deadline`: the instant by which support must first respond to a ticket, under each requested plan, and the state of its clock.
 */

import { businessDaysBetween, countedDays } from "../core/business-days.js";
import { alwaysOpenCalendar, type Calendar } from "../core/calendar.js";
import { clockStart, countedTime, deadline, measuringClock } from "../core/deadline.js";
import { formatUtc } from "../core/format-time.js";
import { ledger } from "../core/ledger.js";
import { timelineOf } from "../core/local-days.js";
import type { Pause } from "../core/pause.js";
import { defaultAtRiskPercent, type Status, statusOf } from "../core/status.js";
import type { CountDays, Target } from "../core/target.js";
import { type Dataset, textIn } from "../data/dataset.js";
import { isNotOffered, targetFor } from "../data/lookup.js";
import { readPlan, readPriority, readProduct, readRegion } from "../data/named.js";
import { CliError } from "../errors.js";
import type { DeadlineReport, DueTicket, TicketAnswer, TicketWithoutTarget } from "../report.js";
import {
  assumeCalendar,
  assumeClockStart,
  type CalendarChoice,
  type Context,
  checkInForce,
  checkOptionSpan,
  Diagnostics,
  datasetRef,
  metricOf,
  openCalendars,
  type RegionCalendar,
  readDuration,
  readPauses,
  readPercent,
  readShowTz,
  readTime,
  shownZone,
} from "./context.js";
import { noteUnconfirmed } from "./region-holidays.js";
import type { TargetOptions } from "./ticket-given.js";

export interface DeadlineCommandOptions extends TargetOptions {
  readonly opened?: string;
  readonly responded?: string;
  readonly explain?: boolean;
  readonly checkStatus?: "at-risk" | true;
  readonly dueWithin?: string;
  readonly alarm?: readonly string[];
  readonly showTz?: string;
}

/** One ticket, read from the options: what every plan's deadline is computed from. */
interface Ticket {
  readonly priority: string;
  readonly region: RegionCalendar | undefined;
  readonly calendar: Calendar;
  readonly opened: number;
  readonly responded: number | undefined;
  readonly pauses: readonly Pause[];
  readonly countDays: CountDays;
  readonly atRiskPercent: number;
  readonly explain: boolean;
}

export async function runDeadline(options: DeadlineCommandOptions, context: Context): Promise<DeadlineReport> {
  const { dataset, now } = context;
  const diagnostics = new Diagnostics(context.notices);
  if (options.priority === undefined) throw missingOptions(options, dataset);
  const priority = readPriority("--priority", options.priority, dataset);
  const regionId = options.region === undefined ? undefined : readRegion("--region", options.region, dataset);
  const product = readProduct(options.product, dataset);
  const targets = readPlans(options, dataset).map((plan) => ({
    plan,
    target: findTarget(dataset, plan, priority, regionId, product),
  }));
  if (regionId === undefined && targets.some(({ target }) => target && target.clock !== "24x7")) {
    const allowed = Object.keys(dataset.regions);
    throw new CliError({ code: "missing-option", options: ["--region"], command: "deadline", allowed });
  }
  const choice: CalendarChoice = { zone: options.zone, holidays: options.holidays ?? [] };
  const ticket = await readTicket(options, priority, regionId, choice, context, diagnostics);
  if (ticket.opened > now && ticket.responded === undefined) diagnostics.warn({ code: "opened-in-future" });
  await checkInForce(context, ticket.opened, diagnostics);
  const tickets = targets.map(({ plan, target }) => {
    if (!target) {
      diagnostics.warn({ code: "no-target", plan, priority });
      return withoutTarget(ticket, plan, context);
    }
    const answer = ticketAnswer(ticket, plan, target, context);
    assumeClockStart(plan, dataset, diagnostics);
    if (ticket.region && target.clock !== "24x7") {
      assumeCalendar(ticket.region, choice, diagnostics);
      assumeTarget(target, ticket, answer.clockStarts, diagnostics);
      noteUnconfirmed(ticket.region.holidays, ticket.calendar.zone, [answer.opened, answer.deadline], diagnostics);
    }
    return answer;
  });
  return {
    command: "deadline",
    dataset: datasetRef(context),
    ...metricOf(context),
    now,
    shownIn: readShowTz(options.showTz),
    explain: ticket.explain,
    finding: hasFinding(tickets, options, now),
    alarms: readAlarms(options.alarm),
    tickets,
    assumptions: diagnostics.assumptions,
    warnings: diagnostics.warnings,
  };
}

async function readTicket(
  options: DeadlineCommandOptions,
  priority: string,
  regionId: string | undefined,
  choice: CalendarChoice,
  context: Context,
  diagnostics: Diagnostics,
): Promise<Ticket> {
  const { now } = context;
  const atRiskPercent = readPercent("--at-risk", options.atRisk) ?? defaultAtRiskPercent;
  const opened = options.opened === undefined ? now : readTime("--opened", options.opened, context, diagnostics);
  const responded =
    options.responded === undefined ? undefined : readTime("--responded", options.responded, context, diagnostics);
  if (responded !== undefined && responded < opened) {
    throw new CliError({ code: "response-before-opened", opened: formatUtc(opened), responded: formatUtc(responded) });
  }
  const pauses = readPauses(options.pause ?? [], context, diagnostics);
  const region = regionId === undefined ? undefined : (await openCalendars(choice, context))(regionId);
  // Each year of holidays is worked out by itself.
  if (region && choice.holidays.length > 0) {
    checkOptionSpan(["--opened", responded === undefined ? "--now" : "--responded"], opened, responded ?? now);
  }
  const calendar = region?.calendar ?? alwaysOpenCalendar(options.zone ?? shownZone(context, diagnostics).id);
  const countDays = options.countDays ?? "same-time";
  const explain = options.explain === true;
  return { priority, region, calendar, opened, responded, pauses, countDays, atRiskPercent, explain };
}

function readPlans(options: DeadlineCommandOptions, dataset: Dataset): readonly string[] {
  if (!options.plan) return dataset.candidates;
  return [...new Set(options.plan.map((word) => readPlan("--plan", word, dataset)))];
}

/** Without a priority: it is missing, and so is the region unless no priority of these plans would need one. */
function missingOptions(options: DeadlineCommandOptions, dataset: Dataset): CliError {
  const ids = Object.keys(dataset.priorities);
  const clocks = readPlans(options, dataset).flatMap((plan) =>
    ids.map((id) => targetFor(dataset, plan, id, undefined)?.clock ?? "24x7"),
  );
  const needsRegion = options.region === undefined && clocks.some((clock) => clock !== "24x7");
  return new CliError({
    code: "missing-option",
    options: needsRegion ? ["--priority", "--region"] : ["--priority"],
    command: "deadline",
    ...(!needsRegion && { allowed: ids }),
  });
}

/** The plan's target; undefined where the dataset states that there is none. Throws `no-target` with the plans that have one. */
function findTarget(
  dataset: Dataset,
  plan: string,
  priority: string,
  region: string | undefined,
  product: string | undefined,
): Target | undefined {
  const target = targetFor(dataset, plan, priority, region, product);
  if (target || isNotOffered(dataset, plan, priority, product)) return target;
  const allowed = Object.keys(dataset.priorities).filter((id) => targetFor(dataset, plan, id, region, product));
  const plans = Object.keys(dataset.plans).filter((id) => targetFor(dataset, id, priority, region));
  throw new CliError({ code: "no-target", plan, priority, allowed, plans });
}

function withoutTarget(ticket: Ticket, plan: string, { dataset, lang }: Context): TicketWithoutTarget {
  const { priority, region, calendar, opened, responded } = ticket;
  return {
    plan,
    planName: textIn(dataset.plans[plan]!.name, lang),
    priority,
    priorityName: textIn(dataset.priorities[priority]!.name, lang),
    region: region?.id,
    regionName: region?.name,
    zone: calendar.zone,
    opened,
    ...(responded !== undefined && { responded }),
    status: "no-target",
  };
}

function ticketAnswer(ticket: Ticket, plan: string, target: Target, context: Context): DueTicket {
  const { now } = context;
  const { calendar, opened, responded, pauses, countDays, atRiskPercent } = ticket;
  const due = deadline(calendar, opened, target, { pauses, countDays });
  const meter = measuringClock(target);
  const open = countedTime(calendar, meter, pauses);
  const budgetMs = open.elapsed(opened, due);
  const until = responded ?? now;
  const usedMs = until > opened ? open.elapsed(opened, until) : 0;
  const lateMs = until > due ? open.elapsed(due, until) : undefined;
  const inDays = target.clock === "business-days";
  return {
    ...withoutTarget(ticket, plan, context),
    clockStarts: clockStart(calendar, opened, target, pauses),
    target,
    meter,
    deadline: due,
    status: statusOf({ deadline: due, responded, now, usedMs, budgetMs, atRiskPercent }),
    usedMs,
    remainingMs: budgetMs - usedMs,
    ...(lateMs !== undefined && { lateMs }),
    ...(inDays && { days: daysOf(ticket, due, until) }),
    ...(ticket.explain && { segments: ledger(calendar, opened, due, meter, pauses) }),
    timeline: timelineOf(calendar, opened, due, meter, pauses, (from, to) => open.elapsed(from, to)),
    ...(ticket.explain && inDays && { countedDays: countedDays(calendar, opened, target.amount, pauses) }),
  };
}

/** The used, remaining and late time in business days. */
function daysOf({ calendar, opened, pauses }: Ticket, due: number, until: number): NonNullable<DueTicket["days"]> {
  const between = (from: number, to: number) =>
    from <= to ? businessDaysBetween(calendar, from, to, pauses) : undefined;
  const used = between(opened, until);
  const remaining = between(Math.max(opened, until), due);
  const late = between(due, until);
  return { ...(used && { used }), ...(remaining && { remaining }), ...(late && { late }) };
}

function assumeTarget(target: Target, ticket: Ticket, clockStarts: number, diagnostics: Diagnostics): void {
  if (target.clock === "24x5") diagnostics.assume({ code: "24x5-window", zone: ticket.calendar.zone.id });
  if (target.clock === "business-days") diagnostics.assume({ code: "day-count-rule", rule: ticket.countDays });
  if (clockStarts !== ticket.opened) diagnostics.assume({ code: "clock-start" });
}

/** How long before the deadline a calendar sounds an alarm without `--alarm`. */
const defaultAlarms = ["30m"];

/** The lengths of time that `--alarm` names. Throws `bad-value`. */
export function readAlarms(texts: readonly string[] = defaultAlarms): readonly number[] {
  return texts.filter((text) => text !== "none").map((text) => readDuration("--alarm", text));
}

/**
 * Whether `--check` found a response that came late, or none although the deadline has passed or, on request, is at risk; or
 * `--due-within` a ticket without a response that is due that soon.
 */
function hasFinding(
  tickets: readonly TicketAnswer[],
  { checkStatus, dueWithin }: DeadlineCommandOptions,
  now: number,
): boolean {
  const dueBy = dueWithin === undefined ? undefined : now + readDuration("--due-within", dueWithin);
  const found: readonly Status[] = checkStatus === undefined ? [] : foundBy(checkStatus);
  return tickets.some(
    (ticket) =>
      ticket.status !== "no-target" &&
      (found.includes(ticket.status) ||
        (dueBy !== undefined && ticket.responded === undefined && ticket.deadline <= dueBy)),
  );
}

/** The statuses that `--check` finds. */
export function foundBy(check: "at-risk" | true): readonly ("missed" | "overdue" | "at-risk")[] {
  return check === "at-risk" ? ["missed", "overdue", "at-risk"] : ["missed", "overdue"];
}
