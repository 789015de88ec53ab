/**
 * The targets of a ticket: from the words of its row to plans, priority, region and zone, and from those to the targets that apply.
 * The same words are looked up once. A word that means nothing is a value, for its row.
 */

import { type BusinessDays, businessDaysBetween, deadlinesInDays } from "../core/business-days.js";
import type { Calendar } from "../core/calendar.js";
import { countedTime, measuringClock } from "../core/deadline.js";
import { alwaysOpen, horizonMs, type OpenTime } from "../core/open-time.js";
import { type Pause, withPauses } from "../core/pause.js";
import { type Status, statusByTimes, statusByUse } from "../core/status.js";
import { budgetMsOf, type CountDays, type Target } from "../core/target.js";
import { ianaOfWindows } from "../core/windows-zones.js";
import { checkInstant, isZone, type Zone } from "../core/zone.js";
import { customerZone, type Dataset } from "../data/dataset.js";
import { isNotOffered, targetFor } from "../data/lookup.js";
import { CliError, type RowError, type UnknownWordError } from "../errors.js";
import type { WordColumn } from "./names.js";
import type { Words, WordUse } from "./words.js";

/** Where a ticket is: the region of a dataset, the zone that its times are shown in, and the calendar, where there is one. */
export interface TicketPlace {
  readonly region: string | undefined;
  readonly zone: Zone;
  readonly calendar: Calendar | undefined;
}

/** A plan's target for tickets of one priority in one place. */
export interface PlanTarget {
  readonly kind: "target";
  readonly plan: string;
  readonly place: TicketPlace;
  readonly target: Target;
  /** The open time that used time is measured on. */
  readonly open: OpenTime;
  /** When a ticket opened then is due. Throws as the engine does. */
  deadline(opened: number): number;
  /** A stretch in business days, for targets in those. */
  days?(from: number, to: number): BusinessDays | undefined;
  /** The longest span over which used time is counted: without end, but where each year of holidays must be worked out. */
  readonly longestMs: number;
  /** The target without the pauses of the ticket itself. */
  readonly shared?: PlanTarget;
}

/** A plan that is stated to have no target for a priority. */
export interface WithoutTarget {
  readonly kind: "no-target";
  readonly plan: string;
  readonly place: TicketPlace;
}

/** A plan's target, or why nothing can be computed. */
export type PlanOutcome = PlanTarget | WithoutTarget | RowError;

export function hasTarget(outcome: PlanOutcome | undefined): outcome is PlanTarget {
  return outcome !== undefined && "kind" in outcome && outcome.kind === "target";
}

/** The error of a plan; undefined where it has a target, or is stated to have none. */
export function errorOf(outcome: PlanOutcome | undefined): RowError | undefined {
  return outcome !== undefined && "code" in outcome ? outcome : undefined;
}

/** Whether the time from opening to a response, or to now, is longer than can be counted. */
export function isTooLong(
  { longestMs }: PlanTarget,
  { opened, responded }: { readonly opened: number; readonly responded: number },
  now: number,
): boolean {
  return Math.abs((Number.isNaN(responded) ? now : responded) - opened) > longestMs;
}

/** The targets of the tickets of one priority, region and zone, which are those of the first plan: that of each plan, or why there is none. */
export interface TicketTargets extends TicketPlace {
  readonly kind: "targets";
  /** The ticket's own plan; undefined where several are asked about, or none. */
  readonly plan: string | undefined;
  readonly priority: string;
  readonly perPlan: readonly PlanOutcome[];
  /** The pauses of the ticket itself: spans, and a length of counted time. */
  readonly pauses: readonly Pause[];
  readonly pauseMs: number;
  /** The words of the row, empty where a flag fills the cell. */
  readonly cells: RowKey;
  /** Counts the rows with this word for their priority. */
  readonly use: WordUse;
}

export interface TargetChoice {
  readonly dataset: Dataset;
  /** Plans that each ticket is evaluated under; where rows name their own plan, the first fills an empty cell. */
  readonly plans: readonly string[];
  /** The row's own plan counts, where its file has that column. */
  readonly usesOwnPlan: boolean;
  /** Plans that every ticket is evaluated under after its own. */
  readonly alsoPlans: readonly string[];
  /** A row without a plan has no targets, rather than an error. */
  readonly mayLackPlan?: boolean;
  readonly priority: string | undefined;
  /** The regions of tickets without one of their own: one of each dataset. */
  readonly regions: readonly string[];
  /** Which of some regions is that of a plan's tickets. */
  regionOf(plan: string, regions: readonly string[]): string | undefined;
  /** The zone that is named for a region in place of its own. */
  zoneOf(region: string | undefined): string | undefined;
  /** The product that all tickets are about, where it has targets of its own. */
  readonly product: string | undefined;
  readonly countDays: CountDays;
  readonly pauses: readonly Pause[];
  /** Holidays were named, some of which may take a tenth of a second a year to work out. */
  readonly hasHolidays: boolean;
  readonly words: Words;
  /** A region's calendar, in another zone where one is given. */
  calendarOf(region: string, zone: string | undefined): Calendar;
  /** The zone of tickets without a region. */
  defaultZone(): Zone;
  findZone(name: string): Zone;
  /** Called with each target that some ticket has. */
  onTarget(planTarget: PlanTarget, place: TicketPlace, zone: string | undefined): void;
  /** Called with each plan that has no target. */
  onNoTarget(plan: string, priority: string): void;
  /** Called with each further plan whose region or zone is not named. */
  onNoPlace(plan: string, lacks: "region" | "zone"): void;
  /** What the file calls its columns, for errors. */
  readonly names: Readonly<Record<WordColumn, string>>;
}

/** The words of a row; empty where the cell is empty or the column not there. */
export type RowKey = Readonly<Record<WordColumn, string>>;

/** Longer words are looked up each time: rows full of them must not fill the memory. */
const longestKey = 1000;

export class TargetResolver {
  private readonly known = new Map<string, TicketTargets | RowError>();
  private readonly choice: TargetChoice;

  constructor(choice: TargetChoice) {
    this.choice = choice;
  }

  /** The targets for a row's words, or what is wrong with them. */
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

  /** The same targets for a ticket with pauses of its own: spans, and a length of counted time that is added to each target. */
  withPauses(targets: TicketTargets, pauses: readonly Pause[], extraMs: number): TicketTargets {
    if (pauses.length === 0 && extraMs === 0) return targets;
    const { priority } = targets;
    const perPlan = targets.perPlan.map((one) => {
      if (!hasTarget(one)) return one;
      const own = this.targetOf(one.plan, priority, one.place, pauses, extraMs);
      return hasTarget(own) ? { ...own, shared: one } : own;
    });
    return { ...targets, perPlan, pauses, pauseMs: extraMs };
  }

  /** Hours are to be counted of a region that is not named. */
  missingRegion(plan: string, priority: string): RowError {
    const hasNone = Object.keys(this.choice.dataset.regions).length === 0;
    return { code: "missing-region", plan, priority, ...(hasNone && { hasNone }) };
  }

  private resolveNew(cells: RowKey): TicketTargets | RowError {
    const { choice } = this;
    const { names, words } = choice;
    const priority = cells.priority === "" ? choice.priority : words.priorityOf(cells.priority);
    const regions = cells.region === "" ? choice.regions : words.regionsOf(cells.region);
    const own = choice.usesOwnPlan ? this.ownPlan(cells) : undefined;
    const lacksPlan = choice.usesOwnPlan && own === undefined && !(choice.mayLackPlan && cells.plan === "");
    const unknown = [
      ...(priority === undefined ? [noMeaning("priority", cells, names)] : []),
      ...(regions.length === 0 && cells.region !== "" ? [noMeaning("region", cells, names)] : []),
      ...(lacksPlan ? [noMeaning("plan", cells, names)] : []),
      ...(cells.zone !== "" && !isZone(cells.zone) ? [unknownZone(cells.zone, names.zone)] : []),
    ];
    const [first, ...others] = unknown;
    if (first || priority === undefined) return withOthers(first as RowError, others);
    const plans = own === undefined ? choice.plans : [own];
    const places = this.placesIn(regions, cells.zone);
    const perPlan = [...plans, ...choice.alsoPlans].map((plan) => this.targetOf(plan, priority, places(plan)));
    for (const one of perPlan)
      if (hasTarget(one))
        choice.onTarget(one, one.place, cells.zone === "" ? choice.zoneOf(one.place.region) : cells.zone);
    for (const one of perPlan.slice(0, plans.length))
      if ("kind" in one && one.kind === "no-target") choice.onNoTarget(one.plan, priority);
    choice.alsoPlans.forEach((plan, i) => {
      const error = errorOf(perPlan[plans.length + i]);
      if (error?.code === "missing-region" || error?.code === "missing-zone")
        choice.onNoPlace(plan, error.code === "missing-zone" ? "zone" : "region");
    });
    const { region, zone, calendar } = places(plans[0] as string);
    const use = words.useOf(cells.priority, priority);
    const plan = plans.length === 1 ? plans[0] : undefined;
    const shared = { pauses: [], pauseMs: 0 };
    return { kind: "targets", plan, priority, region, zone, calendar, perPlan, ...shared, cells, use };
  }

  /** The place of each plan's tickets, made once for each region. */
  private placesIn(regions: readonly string[], zoneCell: string): (plan: string) => TicketPlace {
    const { choice } = this;
    const made = new Map<string | undefined, TicketPlace>();
    return (plan) => {
      const region = choice.regionOf(plan, regions);
      const place = made.get(region) ?? this.placeOf(region, zoneCell === "" ? choice.zoneOf(region) : zoneCell);
      made.set(region, place);
      return place;
    };
  }

  private placeOf(region: string | undefined, zoneName: string | undefined): TicketPlace {
    const { choice } = this;
    // Without a region, or in one whose zone is the customer's while none is named.
    const isZoneless =
      region === undefined || (zoneName === undefined && choice.dataset.regions[region]?.zone === customerZone);
    const calendar = isZoneless ? undefined : choice.calendarOf(region, zoneName);
    const zone = calendar?.zone ?? (zoneName === undefined ? choice.defaultZone() : choice.findZone(zoneName));
    return { region, zone, calendar };
  }

  /** The plan of the row itself, or the first that a flag names where its cell is empty. */
  private ownPlan(cells: RowKey): string | undefined {
    return cells.plan === "" ? this.choice.plans[0] : this.choice.words.planOf(cells.plan);
  }

  private targetOf(
    plan: string,
    priority: string,
    place: TicketPlace,
    ownPauses: readonly Pause[] = [],
    extraMs = 0,
  ): PlanOutcome {
    const { dataset, countDays, product } = this.choice;
    const { region, calendar } = place;
    const pauses = ownPauses.length === 0 ? this.choice.pauses : [...this.choice.pauses, ...ownPauses];
    const target = targetFor(dataset, plan, priority, region, product);
    if (!target)
      return isNotOffered(dataset, plan, priority, product)
        ? { kind: "no-target", plan, place }
        : { code: "no-target", plan, priority };
    if (target.clock === "24x7") {
      return planTarget({ plan, place }, target, withPauses(alwaysOpen, pauses), Number.POSITIVE_INFINITY, extraMs);
    }
    if (!calendar) return region === undefined ? this.missingRegion(plan, priority) : { code: "missing-zone", region };
    const longestMs = this.choice.hasHolidays ? horizonMs : Number.POSITIVE_INFINITY;
    if (target.clock === "business-days") {
      const open = countedTime(calendar, measuringClock(target), pauses);
      const dueOf = deadlinesInDays(calendar, target.amount, countDays, pauses);
      const due = (opened: number) => {
        const instant = dueOf(opened);
        checkInstant(instant);
        return instant;
      };
      return {
        kind: "target",
        plan,
        place,
        target,
        open,
        deadline: extraMs === 0 ? due : (opened) => open.deadline(due(opened), extraMs),
        days: (from, to) => businessDaysBetween(calendar, from, to, pauses),
        longestMs,
      };
    }
    return planTarget({ plan, place }, target, countedTime(calendar, target.clock, pauses), longestMs, extraMs);
  }
}

/** A cell that is empty and has no flag in its place, or whose word is not known. */
function noMeaning(column: "plan" | "priority" | "region", cells: RowKey, names: RowKey): RowError {
  const value = cells[column];
  if (value === "") return { code: "missing-cell", column: names[column] };
  return { code: `unknown-${column}`, column: names[column], value };
}

function unknownZone(value: string, column: string): RowError {
  const iana = ianaOfWindows.get(value.toLowerCase());
  return { code: "unknown-zone", column, value, ...(iana !== undefined && { iana }) };
}

/** The first error of a row, which carries the unknown words of the others, so that all are reported at once. */
function withOthers(first: RowError, others: readonly RowError[]): RowError {
  const also = others.filter(
    (error): error is UnknownWordError => "value" in error && error.code.startsWith("unknown-"),
  );
  return also.length > 0 && "value" in first && first.code.startsWith("unknown-")
    ? { ...(first as UnknownWordError), also }
    : first;
}

function planTarget(
  asked: Pick<PlanTarget, "plan" | "place">,
  target: Target,
  open: OpenTime,
  longestMs: number,
  extraMs: number,
): PlanTarget {
  const budgetMs = budgetMsOf(target) + extraMs;
  return { kind: "target", ...asked, target, open, deadline: (opened) => open.deadline(opened, budgetMs), longestMs };
}

export interface StatusContext {
  readonly now: number;
  readonly atRiskPercent: number;
  /** Tickets without a response that are due by then are counted. */
  readonly dueBy?: number | undefined;
}

/** What of a ticket decides its status. */
export interface TicketTimes {
  readonly opened: number;
  /** NaN where there is no response. */
  readonly responded: number;
  /** It was closed without a response at an unknown time. */
  readonly isClosed: boolean;
}

/** A ticket's status. Used time is counted only where it decides. */
export function ticketStatus(
  planTarget: PlanTarget,
  { opened, responded, isClosed }: TicketTimes,
  deadline: number,
  { now, atRiskPercent }: StatusContext,
): Status {
  if (isClosed) return "closed";
  const decided = statusByTimes(deadline, Number.isNaN(responded) ? undefined : responded, now);
  if (decided) return decided;
  const usedMs = now > opened ? planTarget.open.elapsed(opened, now) : 0;
  return statusByUse(usedMs, planTarget.open.elapsed(opened, deadline), atRiskPercent);
}

/** What the engine refused, as an error of the row; any other exception is thrown again. */
export function rowErrorOf(error: unknown): RowError {
  if (error instanceof CliError) {
    const { code } = error.error;
    if (code === "never-open" || code === "beyond-horizon" || code === "instant-out-of-range") return { code };
  }
  throw error;
}
