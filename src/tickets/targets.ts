/**
 * What is owed to a ticket: the words of its row to plans, priority, region and zone, and from those to the targets that hold.
 * The same words are looked up once. A word that means nothing is a value, for its row.
 */

import { type BusinessDays, businessDaysBetween, deadlineInDays } from "../core/business-days.js";
import type { Calendar } from "../core/calendar.js";
import { countedTime, measuringClock } from "../core/deadline.js";
import { alwaysOpen, horizonMs, type OpenTime } from "../core/open-time.js";
import { type Pause, withPauses } from "../core/pause.js";
import { type Status, statusByTimes, statusByUse } from "../core/status.js";
import { budgetMsOf, type CountDays, type Target } from "../core/target.js";
import { isZone, type Zone } from "../core/zone.js";
import type { Dataset } from "../data/dataset.js";
import { findPlan, findPriority, findRegion, foldName, targetFor } from "../data/lookup.js";
import { CliError, type RowError } from "../errors.js";
import type { Preset } from "./presets.js";

/** A plan's promise for tickets of one priority in one place. */
export interface PlanTarget {
  readonly kind: "target";
  readonly plan: string;
  readonly target: Target;
  /** The open time that used time is measured on. */
  readonly open: OpenTime;
  /** When a ticket opened then is due. Throws as the engine does. */
  deadline(opened: number): number;
  /** A stretch in business days, for targets in those. */
  days?(from: number, to: number): BusinessDays | undefined;
  /** The longest span over which used time is counted: without end, but where each year of holidays must be worked out. */
  readonly longestMs: number;
}

/** Whether the time from opening to a response, or to now, is longer than can be counted. */
export function isTooLong(
  { longestMs }: PlanTarget,
  { opened, responded }: { readonly opened: number; readonly responded: number },
  now: number,
): boolean {
  return Math.abs((Number.isNaN(responded) ? now : responded) - opened) > longestMs;
}

/** What holds for the tickets of one priority, region and zone: a promise of each plan asked about, or why there is none. */
export interface TicketTargets {
  readonly kind: "targets";
  readonly priority: string;
  readonly region: string | undefined;
  readonly zone: Zone;
  readonly calendar: Calendar | undefined;
  readonly perPlan: readonly (PlanTarget | RowError)[];
  /** What the row said, empty where a flag stands in for the cell. */
  readonly cells: RowKey;
}

export interface TargetChoice {
  readonly dataset: Dataset;
  /** Plans each ticket is asked about; where the row names its own plan, the first stands in for an empty cell. */
  readonly plans: readonly string[];
  /** The row's own plan counts, where its file has that column. */
  readonly usesOwnPlan: boolean;
  /** Plans every ticket is asked about besides, after its own. */
  readonly alsoPlans: readonly string[];
  readonly priority: string | undefined;
  readonly region: string | undefined;
  readonly zone: string | undefined;
  /** The product that all tickets are about, where it has targets of its own. */
  readonly product: string | undefined;
  readonly countDays: CountDays;
  readonly pauses: readonly Pause[];
  /** Holidays were named, some of which may take a tenth of a second a year to work out. */
  readonly hasHolidays: boolean;
  readonly priorityMap: ReadonlyMap<string, string>;
  /** A region's calendar, in another zone where one is given. */
  calendarOf(region: string, zone: string | undefined): Calendar;
  /** The zone of tickets without a region. */
  defaultZone(): Zone;
  findZone(name: string): Zone;
  /** Told of each promise that some ticket has. */
  onTarget(planTarget: PlanTarget, region: string | undefined, zone: string | undefined): void;
  /** What the file calls its columns, for faults. */
  readonly names: Readonly<Record<"plan" | "priority" | "region" | "zone", string>>;
  readonly preset: Preset | undefined;
}

/** The words of a row; empty where the cell is empty or the column not there. */
export interface RowKey {
  readonly plan: string;
  readonly priority: string;
  readonly region: string;
  readonly zone: string;
}

/** Longer words are looked up each time: rows full of them must not fill the memory. */
const longestKey = 1000;

export class TargetResolver {
  private readonly known = new Map<string, TicketTargets | RowError>();
  private readonly choice: TargetChoice;
  private readonly levels: readonly string[];

  constructor(choice: TargetChoice) {
    this.choice = choice;
    this.levels = Object.keys(choice.dataset.priorities);
  }

  /** The contract of a row's words, or what is wrong with them. */
  resolve(cells: RowKey): TicketTargets | RowError {
    const key = `${cells.plan}\u0000${cells.priority}\u0000${cells.region}\u0000${cells.zone}`;
    const ready = this.known.get(key);
    if (ready) return ready;
    // Rows full of odd words must not fill the memory.
    if (this.known.size > 10_000) this.known.clear();
    const made = this.resolveNew(cells);
    if (key.length <= longestKey) this.known.set(key, made);
    return made;
  }

  private resolveNew(cells: RowKey): TicketTargets | RowError {
    const { choice } = this;
    const { dataset, names } = choice;
    const priority = cells.priority === "" ? choice.priority : this.priorityOf(cells.priority);
    if (priority === undefined) {
      return cells.priority === ""
        ? { code: "missing-cell", column: names.priority }
        : { code: "unknown-priority", column: names.priority, value: cells.priority };
    }
    const region = cells.region === "" ? choice.region : findRegion(dataset, cells.region);
    if (region === undefined && cells.region !== "")
      return { code: "unknown-region", column: names.region, value: cells.region };
    const plans: string[] = [];
    if (choice.usesOwnPlan) {
      const plan = cells.plan === "" ? choice.plans[0] : findPlan(dataset, cells.plan);
      if (plan === undefined) {
        return cells.plan === ""
          ? { code: "missing-cell", column: names.plan }
          : { code: "unknown-plan", column: names.plan, value: cells.plan };
      }
      plans.push(plan);
    } else for (const plan of choice.plans) plans.push(plan);
    if (cells.zone !== "" && !isZone(cells.zone))
      return { code: "unknown-zone", column: names.zone, value: cells.zone };
    const zoneName = cells.zone === "" ? choice.zone : cells.zone;

    const calendar = region === undefined ? undefined : choice.calendarOf(region, zoneName);
    const zone = calendar?.zone ?? (zoneName === undefined ? choice.defaultZone() : choice.findZone(zoneName));
    const perPlan = [...plans, ...choice.alsoPlans].map((plan) => this.targetOf(plan, priority, region, calendar));
    for (const one of perPlan) if ("kind" in one) choice.onTarget(one, region, zoneName);
    return { kind: "targets", priority, region, zone, calendar, perPlan, cells: cells };
  }

  private targetOf(
    plan: string,
    priority: string,
    region: string | undefined,
    calendar: Calendar | undefined,
  ): PlanTarget | RowError {
    const { dataset, pauses, countDays, product } = this.choice;
    const target = targetFor(dataset, plan, priority, region, product);
    if (!target) return { code: "no-target", plan, priority };
    if (target.clock === "24x7") {
      return planTarget(plan, target, withPauses(alwaysOpen, pauses), Number.POSITIVE_INFINITY);
    }
    if (!calendar) return { code: "missing-region", plan, priority };
    const longestMs = this.choice.hasHolidays ? horizonMs : Number.POSITIVE_INFINITY;
    if (target.clock === "business-days") {
      const open = countedTime(calendar, measuringClock(target), pauses);
      return {
        kind: "target",
        plan,
        target,
        open,
        deadline: (opened) => deadlineInDays(calendar, opened, target.amount, countDays, pauses),
        days: (from, to) => businessDaysBetween(calendar, from, to, pauses),
        longestMs,
      };
    }
    return planTarget(plan, target, countedTime(calendar, target.clock, pauses), longestMs);
  }

  /** The priority a word means: by `--priority-map`, by the export's own names, by the dataset's. */
  private priorityOf(word: string): string | undefined {
    const { dataset, priorityMap, preset } = this.choice;
    const folded = foldName(word);
    const mapped = priorityMap.get(folded);
    if (mapped !== undefined) return mapped;
    const level = preset?.levels[folded];
    if (level !== undefined) return this.levels[level - 1];
    return findPriority(dataset, word);
  }
}

function planTarget(plan: string, target: Target, open: OpenTime, longestMs: number): PlanTarget {
  const budgetMs = budgetMsOf(target);
  return { kind: "target", plan, target, open, deadline: (opened) => open.deadline(opened, budgetMs), longestMs };
}

export interface StatusContext {
  readonly now: number;
  readonly atRiskPercent: number;
}

/** A ticket's status; `responded` is NaN where there is no response. Used time is counted only where it decides. */
export function ticketStatus(
  planTarget: PlanTarget,
  opened: number,
  responded: number,
  deadline: number,
  { now, atRiskPercent }: StatusContext,
): Status {
  const decided = statusByTimes(deadline, Number.isNaN(responded) ? undefined : responded, now);
  if (decided) return decided;
  const usedMs = now > opened ? planTarget.open.elapsed(opened, now) : 0;
  return statusByUse(usedMs, planTarget.open.elapsed(opened, deadline), atRiskPercent);
}

/** What the engine refused, as a fault of the row; anything that is not a failure is thrown on. */
export function rowErrorOf(error: unknown): RowError {
  if (error instanceof CliError) {
    const { code } = error.error;
    if (code === "never-open" || code === "beyond-horizon" || code === "instant-out-of-range") return { code };
  }
  throw error;
}
