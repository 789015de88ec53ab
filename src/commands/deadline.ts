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
import { customerZone, textIn } from "../data/dataset.js";
import { isNotOffered, targetFor } from "../data/lookup.js";
import { isSameDataset, readPlan, readPriority, readProduct, readRegions, regionOf } from "../data/named.js";
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
  datasetRefs,
  metricOf,
  missingRegion,
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
import { readRegionZones } from "./region-zones.js";
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
  readonly opened: number;
  readonly responded: number | undefined;
  readonly pauses: readonly Pause[];
  readonly countDays: CountDays;
  readonly atRiskPercent: number;
  readonly explain: boolean;
}

interface PlanInRegion {
  readonly plan: string;
  readonly regionId: string | undefined;
  /** Undefined where the plan is stated to have none. */
  readonly target: Target | undefined;
}

/** A ticket in the region and calendar of a plan. */
interface PlacedTicket extends Ticket {
  readonly region: RegionCalendar | undefined;
  readonly calendar: Calendar;
}

export async function runDeadline(options: DeadlineCommandOptions, context: Context): Promise<DeadlineReport> {
  const { dataset, now } = context;
  const diagnostics = new Diagnostics(context.notices);
  if (options.priority === undefined) throw missingOptions(options, context);
  const priority = readPriority("--priority", options.priority, context);
  const targets = readTargets(options, priority, context);
  const zones = readRegionZones(options.zone, context);
  const choice: CalendarChoice = { zones, holidays: options.holidays ?? [] };
  const ticket = readTicket(options, priority, targets, context, diagnostics);
  const placed = await openPlaces(targets, ticket, choice, context, diagnostics);
  if (ticket.opened > now && ticket.responded === undefined) diagnostics.warn({ code: "opened-in-future" });
  await checkInForce(context, ticket.opened, diagnostics);
  const tickets = placed.map(({ plan, target, ...ticket }) => {
    if (!target) {
      // Side by side, the status is there to see.
      if (placed.length === 1) diagnostics.warn({ code: "no-target", plan, priority });
      return withoutTarget(ticket, plan, context);
    }
    const answer = ticketAnswer(ticket, plan, target, context);
    assumeClockStart(plan, dataset, diagnostics);
    if (ticket.region && target.clock !== "24x7") {
      assumeCalendar(ticket.region, { zone: zones.of(ticket.region.id) }, diagnostics);
      assumeTarget(target, ticket, answer.clockStarts, diagnostics);
      noteUnconfirmed(ticket.region.holidays, ticket.calendar.zone, [answer.opened, answer.deadline], diagnostics);
    }
    return answer;
  });
  return {
    command: "deadline",
    ...datasetRefs(context),
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

/** Each plan with its target and the region of its tickets. Throws `missing-option` where a target needs a region. */
function readTargets(options: DeadlineCommandOptions, priority: string, context: Context): readonly PlanInRegion[] {
  const { dataset } = context;
  const regions = readRegions("--region", options.region, context);
  const product = readProduct(options.product, context);
  const targets = readPlans(options, context).map((plan) => {
    const regionId = regionOf(plan, regions, context);
    return { plan, regionId, target: findTarget(context, plan, priority, regionId, product) };
  });
  const without = targets.filter(({ regionId, target }) => regionId === undefined && needsRegion(target));
  const [first] = without;
  if (!first) return targets;
  const allowed = Object.keys(dataset.regions).filter((id) =>
    without.some(({ plan }) => isSameDataset(plan, id, context)),
  );
  throw missingRegion("deadline", context.joined?.datasetOfPlan[first.plan] ?? dataset.id, allowed);
}

function needsRegion(target: Target | undefined): boolean {
  return target !== undefined && target.clock !== "24x7";
}

/** The ticket under each plan, in the region and calendar of its dataset. */
async function openPlaces(
  targets: readonly PlanInRegion[],
  ticket: Ticket,
  choice: CalendarChoice,
  context: Context,
  diagnostics: Diagnostics,
): Promise<readonly (PlacedTicket & Pick<PlanInRegion, "plan" | "target">)[]> {
  const calendarOf = await openCalendars(choice, context);
  const regions = new Map<string, RegionCalendar>();
  return targets.map(({ plan, target, regionId }) => {
    // The customer's zone is not needed around the clock, unless the region was named.
    const isNeeded = regionId !== undefined && (!context.joined || needsRegion(target) || isZoned(regionId));
    const region = isNeeded ? (regions.get(regionId) ?? calendarOf(regionId)) : undefined;
    if (region) regions.set(region.id, region);
    const calendar =
      region?.calendar ?? alwaysOpenCalendar(choice.zones.of(undefined) ?? shownZone(context, diagnostics).id);
    return { ...ticket, plan, target, region, calendar };
  });

  function isZoned(id: string): boolean {
    return context.dataset.regions[id]?.zone !== customerZone || choice.zones.of(id) !== undefined;
  }
}

function readTicket(
  options: DeadlineCommandOptions,
  priority: string,
  targets: readonly PlanInRegion[],
  context: Context,
  diagnostics: Diagnostics,
): Ticket {
  const { now } = context;
  const atRiskPercent = readPercent("--at-risk", options.atRisk) ?? defaultAtRiskPercent;
  const opened = options.opened === undefined ? now : readTime("--opened", options.opened, context, diagnostics);
  const responded =
    options.responded === undefined ? undefined : readTime("--responded", options.responded, context, diagnostics);
  if (responded !== undefined && responded < opened) {
    throw new CliError({ code: "response-before-opened", opened: formatUtc(opened), responded: formatUtc(responded) });
  }
  const pauses = readPauses(options.pause ?? [], context, diagnostics);
  // Each year of holidays is worked out by itself.
  if (targets.some(({ regionId }) => regionId !== undefined) && (options.holidays ?? []).length > 0) {
    checkOptionSpan(["--opened", responded === undefined ? "--now" : "--responded"], opened, responded ?? now);
  }
  const countDays = options.countDays ?? "same-time";
  const explain = options.explain === true;
  return { priority, opened, responded, pauses, countDays, atRiskPercent, explain };
}

function readPlans(options: DeadlineCommandOptions, context: Context): readonly string[] {
  if (!options.plan) return context.dataset.candidates;
  return [...new Set(options.plan.map((word) => readPlan("--plan", word, context)))];
}

/** Without a priority: it is missing, and so is the region unless no priority of these plans would need one. */
function missingOptions(options: DeadlineCommandOptions, context: Context): CliError {
  const { dataset } = context;
  const ids = Object.keys(context.joined?.priorities ?? dataset.priorities);
  const clocks = readPlans(options, context).flatMap((plan) =>
    ids.map((id) => targetFor(dataset, plan, id, undefined)?.clock ?? "24x7"),
  );
  const mayLackRegion = context.joined !== undefined || Object.keys(dataset.regions).length === 0;
  const lacksRegion = options.region === undefined && !mayLackRegion && clocks.some((clock) => clock !== "24x7");
  return new CliError({
    code: "missing-option",
    options: lacksRegion ? ["--priority", "--region"] : ["--priority"],
    command: "deadline",
    ...(!lacksRegion && { allowed: ids }),
  });
}

/** The plan's target; undefined where the dataset states that there is none. Throws `no-target` with the plans that have one. */
function findTarget(
  { dataset, joined }: Context,
  plan: string,
  priority: string,
  region: string | undefined,
  product: string | undefined,
): Target | undefined {
  const target = targetFor(dataset, plan, priority, region, product);
  if (target || isNotOffered(dataset, plan, priority, product)) return target;
  const allowed = Object.keys(dataset.priorities).filter((id) => targetFor(dataset, plan, id, region, product));
  const plans = Object.keys(dataset.plans).filter((id) =>
    targetFor(dataset, id, priority, joined ? undefined : region),
  );
  throw new CliError({ code: "no-target", plan, priority, allowed, plans });
}

function withoutTarget(ticket: PlacedTicket, plan: string, { dataset, joined, lang }: Context): TicketWithoutTarget {
  const { priority, region, calendar, opened, responded } = ticket;
  return {
    plan,
    planName: textIn(dataset.plans[plan]!.name, lang),
    priority,
    priorityName: textIn(dataset.priorities[priority]!.name, lang),
    ...(joined && { ownPriority: joined.ownNames(lang)[plan]?.[priority] }),
    region: region?.id,
    regionName: region?.name,
    zone: calendar.zone,
    opened,
    ...(responded !== undefined && { responded }),
    status: "no-target",
  };
}

function ticketAnswer(ticket: PlacedTicket, plan: string, target: Target, context: Context): DueTicket {
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
    clockStarts: due === opened ? opened : clockStart(calendar, opened, target, pauses),
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
function daysOf(
  { calendar, opened, pauses }: PlacedTicket,
  due: number,
  until: number,
): NonNullable<DueTicket["days"]> {
  const between = (from: number, to: number) =>
    from <= to ? businessDaysBetween(calendar, from, to, pauses) : undefined;
  const used = between(opened, until);
  const remaining = between(Math.max(opened, until), due);
  const late = between(due, until);
  return { ...(used && { used }), ...(remaining && { remaining }), ...(late && { late }) };
}

function assumeTarget(target: Target, ticket: PlacedTicket, clockStarts: number, diagnostics: Diagnostics): void {
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
