/**
 * `deadline`: by when support must first respond to one ticket, under each plan asked for, and how its clock stands.
 */

import { businessDaysBetween, countedDays } from "../core/business-days.js";
import { alwaysOpenCalendar } from "../core/calendar.js";
import { clockStart, countedTime, deadline, measuringClock } from "../core/deadline.js";
import { formatUtc } from "../core/format-time.js";
import { ledger } from "../core/ledger.js";
import { timelineOf } from "../core/local-days.js";
import { defaultAtRiskPercent, statusOf } from "../core/status.js";
import type { Target } from "../core/target.js";
import { textIn } from "../data/dataset.js";
import { targetFor } from "../data/lookup.js";
import { CliError } from "../errors.js";
import type { DeadlineReport, TicketAnswer } from "../report.js";
import {
  assumeCalendar,
  type CalendarChoice,
  type Context,
  checkInForce,
  checkOptionSpan,
  Diagnostics,
  datasetRef,
  openCalendars,
  type RegionCalendar,
  readDuration,
  readPauses,
  readPercent,
  readPlan,
  readPriority,
  readRegion,
  readTime,
  shownZone,
} from "./context.js";
import type { TargetOptions } from "./ticket-file.js";

export interface DeadlineCommandOptions extends TargetOptions {
  readonly opened?: string;
  readonly responded?: string;
  readonly explain?: boolean;
  readonly check?: boolean;
  readonly alarm?: readonly string[];
}

export async function runDeadline(options: DeadlineCommandOptions, context: Context): Promise<DeadlineReport> {
  const { dataset, lang, now } = context;
  const diagnostics = new Diagnostics(context.notices);
  if (options.priority === undefined) throw missingOptions();
  const priority = readPriority("--priority", options.priority, dataset);
  const regionId = options.region === undefined ? undefined : readRegion("--region", options.region, dataset);
  const plans = options.plan
    ? [...new Set(options.plan.map((word) => readPlan("--plan", word, dataset)))]
    : dataset.candidates;
  const targets = plans.map((plan) => ({ plan, target: wantedTarget(plan) }));
  if (regionId === undefined && targets.some(({ target }) => target.clock !== "24x7")) {
    throw new CliError({
      code: "missing-option",
      options: ["--region"],
      command: "deadline",
      allowed: Object.keys(dataset.regions),
    });
  }
  const atRiskPercent = readPercent("--at-risk", options.atRisk) ?? defaultAtRiskPercent;
  const opened = options.opened === undefined ? now : readTime("--opened", options.opened, context, diagnostics);
  const responded =
    options.responded === undefined ? undefined : readTime("--responded", options.responded, context, diagnostics);
  if (responded !== undefined && responded < opened) {
    throw new CliError({ code: "response-before-opened", opened: formatUtc(opened), responded: formatUtc(responded) });
  }
  const pauses = readPauses(options.pause ?? [], context, diagnostics);
  const choice: CalendarChoice = { zone: options.zone, holidays: options.holidays ?? [] };
  const region = regionId === undefined ? undefined : (await openCalendars(choice, context))(regionId);
  // Each year of holidays is worked out by itself.
  if (region && choice.holidays.length > 0) {
    checkOptionSpan(["--opened", responded === undefined ? "--now" : "--responded"], opened, responded ?? now);
  }
  const countDays = options.countDays ?? "same-time";
  const calendar = region?.calendar ?? alwaysOpenCalendar(options.zone ?? shownZone(context, diagnostics).id);

  if (opened > now && responded === undefined) diagnostics.warn({ code: "opened-in-future" });
  await checkInForce(context, opened, diagnostics);

  return {
    command: "deadline",
    dataset: datasetRef(context),
    now,
    explain: options.explain === true,
    check: options.check === true,
    alarms: readAlarms(options.alarm),
    tickets: targets.map(({ plan, target }) => answer(plan, target)),
    assumptions: diagnostics.assumptions,
    warnings: diagnostics.warnings,
  };

  /** Without a priority: it is missing, and so is the region unless no priority of these plans would need one. */
  function missingOptions(): CliError {
    const ids = Object.keys(dataset.priorities);
    const plans = options.plan?.map((word) => readPlan("--plan", word, dataset)) ?? dataset.candidates;
    const clocks = plans.flatMap((plan) => ids.map((id) => targetFor(dataset, plan, id, undefined)?.clock ?? "24x7"));
    const needsRegion = options.region === undefined && clocks.some((clock) => clock !== "24x7");
    return new CliError({
      code: "missing-option",
      options: needsRegion ? ["--priority", "--region"] : ["--priority"],
      command: "deadline",
      ...(!needsRegion && { allowed: ids }),
    });
  }

  function wantedTarget(plan: string): Target {
    const target = targetFor(dataset, plan, priority, regionId);
    if (!target) {
      const able = Object.keys(dataset.plans).filter((id) => targetFor(dataset, id, priority, regionId));
      throw new CliError({
        code: "no-target",
        plan,
        priority,
        allowed: Object.keys(dataset.targets[plan] ?? {}),
        plans: able,
      });
    }
    return target;
  }

  function answer(plan: string, target: Target): TicketAnswer {
    const due = deadline(calendar, opened, target, { pauses, countDays });
    const starts = clockStart(calendar, opened, target, pauses);
    const meter = measuringClock(target);
    const open = countedTime(calendar, meter, pauses);
    const budgetMs = open.elapsed(opened, due);
    const until = responded ?? now;
    const usedMs = until > opened ? open.elapsed(opened, until) : 0;
    const lateMs = until > due ? open.elapsed(due, until) : undefined;
    noteAssumptions(target, region, starts);
    return {
      plan,
      planName: textIn(dataset.plans[plan]!.name, lang),
      priority,
      priorityName: textIn(dataset.priorities[priority]!.name, lang),
      region: region?.id,
      regionName: region?.name,
      zone: calendar.zone,
      opened,
      clockStarts: starts,
      target,
      meter,
      deadline: due,
      status: statusOf({ deadline: due, responded, now, usedMs, budgetMs, atRiskPercent }),
      usedMs,
      remainingMs: budgetMs - usedMs,
      ...(responded !== undefined && { responded }),
      ...(lateMs !== undefined && { lateMs }),
      ...(target.clock === "business-days" && { days: daysOf(opened, due, until) }),
      ...(options.explain && { segments: ledger(calendar, opened, due, meter, pauses) }),
      timeline: timelineOf(calendar, opened, due, meter, pauses, (from, to) => open.elapsed(from, to)),
      ...(options.explain &&
        target.clock === "business-days" && { countedDays: countedDays(calendar, opened, target.amount, pauses) }),
    };
  }

  function daysOf(opened: number, due: number, until: number): NonNullable<TicketAnswer["days"]> {
    const between = (from: number, to: number) =>
      from <= to ? businessDaysBetween(calendar, from, to, pauses) : undefined;
    const [used, remaining, late] = [
      between(opened, until),
      between(Math.max(opened, until), due),
      between(due, until),
    ];
    return { ...(used && { used }), ...(remaining && { remaining }), ...(late && { late }) };
  }

  function noteAssumptions(target: Target, chosen: RegionCalendar | undefined, starts: number): void {
    if (target.clock === "24x7" || !chosen) return;
    assumeCalendar(chosen, choice, diagnostics);
    if (target.clock === "24x5") diagnostics.assume({ code: "24x5-window", zone: calendar.zone.id });
    if (target.clock === "business-days") diagnostics.assume({ code: "day-count-rule", rule: countDays });
    if (starts !== opened) diagnostics.assume({ code: "clock-start" });
  }
}

/** How long before the deadline a calendar sounds an alarm, unless said. */
const defaultAlarms = ["30m"];

/** The lengths of time that `--alarm` names. Throws `bad-value`. */
export function readAlarms(texts: readonly string[] = defaultAlarms): readonly number[] {
  return texts.filter((text) => text !== "none").map((text) => readDuration("--alarm", text));
}

/** Whether `--check` found something: a response that came late, or none although the deadline has passed. */
export function hasFinding(report: DeadlineReport): boolean {
  return report.check && report.tickets.some(({ status }) => status === "missed" || status === "overdue");
}
