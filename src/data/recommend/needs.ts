/**
 * Needs, and whether a plan meets one. Evaluates a single need for a single plan; the choice of a plan is in recommend.ts.
 *
 * The rules, by name:
 * - present: a feature is there when its flag is set, its number is above zero, its coverage is stated, or the add-on can be had.
 * - unknown: what no source states about a plan is neither there nor missing. The need counts as not met and is listed apart.
 * - own-clock: a wanted response without a clock is read on the clock that the plan's own target runs on.
 * - at-least-as-strict: with a clock, the plan's clock must run whenever the wanted one does (24x7, then 24x5, then business hours,
 *   with business days beside them), and the plan's amount may not be larger.
 * - each-product: where products have targets of their own, a wanted response must be met for each product in use.
 * - shortest-day: a business day against business hours counts as the shortest open day of the region, or of all regions where none is
 *   given; against 24x5 and 24x7 it counts as 24 hours, since both run through the whole of it.
 * - exclusion: a note of that kind takes away what it names, where all that it names comes together.
 */
import type { WeeklyHours } from "../../core/calendar.js";
import { minuteMs } from "../../core/date.js";
import { parseMinutes } from "../../core/schedule.js";
import type { Clock, Target, TimeUnit } from "../../core/target.js";
import type { Dataset, FeatureValue, Note } from "../dataset.js";
import { featureValueFor, isNotOffered, ownEntry, targetFor } from "../lookup.js";
import type { Answers } from "./answers.js";
import type { ResponseTime } from "./response-time.js";

/** A need by the name it has in answers: `feature:live-telephone`, `contacts`, `within:P2`, `language:ja`. */
export type Need = { readonly need: string } & (
  | { readonly kind: "feature"; readonly feature: string; readonly wanted: true }
  | { readonly kind: "contacts"; readonly wanted: number }
  | { readonly kind: "within"; readonly priority: string; readonly wanted: ResponseTime }
  | { readonly kind: "language"; readonly language: string; readonly wanted: string }
);

/** What a plan has of a need: the feature's value, the target, the languages; null where no source states it. */
export type Has = FeatureValue | Target | readonly string[] | null;

export interface NeedResult {
  readonly need: string;
  readonly kind: Need["kind"];
  readonly wanted: true | number | string | ResponseTime;
  readonly has: Has;
  /** The note that takes it away, where one does. */
  readonly note?: string;
}

/** The needs of answers, in the order of the questions. */
export function needsOf(answers: Answers): Need[] {
  return [
    ...Object.entries(answers.within).map(
      ([priority, wanted]): Need => ({ need: `within:${priority}`, kind: "within", priority, wanted }),
    ),
    ...answers.features.map(
      (feature): Need => ({ need: `feature:${feature}`, kind: "feature", feature, wanted: true }),
    ),
    ...(answers.contacts === undefined
      ? []
      : [{ need: "contacts", kind: "contacts", wanted: answers.contacts } satisfies Need]),
    ...answers.languages.map(
      (language): Need => ({ need: `language:${language}`, kind: "language", language, wanted: language }),
    ),
  ];
}

export interface NeedContext {
  readonly dataset: Dataset;
  /** Products in use, which exclusions may speak of. */
  readonly products: readonly string[];
  readonly region?: string | undefined;
}

/** How a plan does on a need. */
export interface Evaluation {
  readonly outcome: "met" | "unmet" | "unknown";
  readonly result: NeedResult;
  /** How far an unmet need is missed: 0 is almost met, 1 is not met at all. */
  readonly miss: Miss;
}

/** A share of the wanted amount, and how many clocks looser than the wanted one. */
export interface Miss {
  readonly amount: number;
  readonly clocks: number;
}

/** Whether a plan meets a need, and what it has of it. */
export function evaluateNeed(need: Need, plan: string, context: NeedContext): Evaluation {
  const note = exclusionOf(need, plan, context);
  const has = note ? hasWithout(need, context) : hasOf(need, plan, context);
  const outcome =
    note || isWithoutTarget(need, plan, context)
      ? "unmet"
      : has === null
        ? "unknown"
        : meets(need, has, context)
          ? "met"
          : "unmet";
  return {
    outcome,
    result: { need: need.need, kind: need.kind, wanted: need.wanted, has, ...(note && { note: note.id }) },
    miss:
      outcome === "unmet" && has !== null && !note
        ? missOf(need, has, context)
        : { amount: outcome === "met" ? 0 : 1, clocks: 0 },
  };
}

/** The plan is known to have no target for the priority of a wanted response. */
function isWithoutTarget(need: Need, plan: string, { dataset, products }: NeedContext): boolean {
  if (need.kind !== "within") return false;
  const used = products.length === 0 ? [undefined] : products;
  return used.some((product) => isNotOffered(dataset, plan, need.priority, product));
}

/**
 * The target of a plan for a priority by the rule each-product: with several products in use the loosest of their targets, and none where
 * one has none.
 */
export function targetInUse(plan: string, priority: string, context: NeedContext): Target | undefined {
  const { dataset, region, products } = context;
  if (products.length === 0) return targetFor(dataset, plan, priority, region);
  const dayHours = shortestDayHours(dataset, region);
  return products
    .map((product) => targetFor(dataset, plan, priority, region, product))
    .reduce((loosest, target) =>
      loosest && target && isWithin(loosest, target, dayHours) ? target : target && loosest,
    );
}

function hasOf(need: Need, plan: string, context: NeedContext): Has {
  const { dataset, region } = context;
  switch (need.kind) {
    case "feature":
      return featureValueFor(dataset, need.feature, plan, region);
    case "contacts":
      return ownEntry(contactsOf(dataset), plan) ?? null;
    case "within":
      return targetInUse(plan, need.priority, context) ?? null;
    case "language": {
      const languages = languagesOf(dataset, region);
      return languages.length > 0 ? languages : null;
    }
  }
}

function meets(need: Need, has: Exclude<Has, null>, { dataset, region }: NeedContext): boolean {
  switch (need.kind) {
    case "feature":
      return amountOf(has as FeatureValue) > 0;
    case "contacts":
      return typeof has === "number" && has >= need.wanted;
    case "within":
      return isWithin(has as Target, need.wanted, shortestDayHours(dataset, region));
    case "language":
      return (has as readonly string[]).includes(need.language);
  }
}

/** A missing feature or language is missed whole; contacts and response times in proportion. */
function missOf(need: Need, has: Has, { dataset, region }: NeedContext): Miss {
  if (need.kind === "contacts" && typeof has === "number") return { amount: 1 - has / need.wanted, clocks: 0 };
  if (need.kind !== "within") return { amount: 1, clocks: 0 };
  const target = has as Target;
  const { wanted } = need;
  const dayHours = shortestDayHours(dataset, region);
  const offered = hoursOf(target, target.clock, dayHours);
  const required = hoursOf(wanted, wanted.clock ?? target.clock, dayHours, target.clock);
  return {
    amount: Math.max(0, 1 - required / offered),
    clocks: Math.max(0, wanted.clock === undefined ? 0 : strictness[wanted.clock] - strictness[target.clock]),
  };
}

/** The feature whose number is that of the named contacts. */
export function contactsFeature(dataset: Dataset): string | undefined {
  return Object.keys(dataset.features).find((id) => dataset.features[id]?.answers === "contacts");
}

/** How many named contacts each plan has. */
export function contactsOf(dataset: Dataset): Readonly<Record<string, FeatureValue>> {
  return Object.values(dataset.features).find(({ answers }) => answers === "contacts")?.values ?? {};
}

/** The languages support speaks: the region's, or those of any region and of the dataset's list. */
export function languagesOf(dataset: Dataset, region?: string): readonly string[] {
  return (
    ownEntry(dataset.regions, region)?.languages ?? [
      ...new Set([
        ...Object.keys(dataset.languages),
        ...Object.values(dataset.regions).flatMap((r) => r.languages ?? []),
      ]),
    ]
  );
}

/** How much a value gives, to compare values of one kind: a flag is 0 or 1, clocks and add-ons count up from the least. */
export function amountOf(value: FeatureValue | null): number {
  if (value === null) return 0;
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  switch (value) {
    case "not-available":
      return 0;
    case "available":
      return 1;
    case "included":
      return 2;
    default:
      return strictness[value];
  }
}

/** The rules own-clock, at-least-as-strict and shortest-day; `dayHours` is the length of a business day in hours. */
export function isWithin(target: Target, wanted: ResponseTime, dayHours: number): boolean {
  if (wanted.clock !== undefined && strictness[target.clock] < strictness[wanted.clock]) return false;
  return (
    hoursOf(target, target.clock, dayHours) <= hoursOf(wanted, wanted.clock ?? target.clock, dayHours, target.clock)
  );
}

const strictness = { "24x7": 3, "24x5": 2, "business-hours": 1, "business-days": 1 } as const satisfies Record<
  Clock,
  number
>;
const unitHours = { seconds: 1 / 3600, minutes: 1 / 60, hours: 1 } as const satisfies Record<
  Exclude<TimeUnit, "days">,
  number
>;

/**
 * The length in hours of an amount on a clock, business days by the rule shortest-day. `against` is the clock it is measured with: a business
 * day is the whole day to a clock that runs through it.
 */
export function hoursOf(
  { amount, unit }: ResponseTime,
  clock: Clock | undefined,
  dayHours: number,
  against = clock,
): number {
  if (unit !== "days") return amount * unitHours[unit];
  const runsThrough = (c: Clock | undefined) => c === "24x7" || c === "24x5";
  return amount * (runsThrough(clock) || (clock === "business-days" && runsThrough(against)) ? 24 : dayHours);
}

/** Hours of a business day where a dataset has no regions to take it from. */
const unstatedDayHours = 8;

/** A search over the answers needs them hundreds of times. */
const dayHoursKnown = new WeakMap<Dataset, Map<string | undefined, number>>();

/** The shortest open day of a week, in hours: of the region, or of all regions. */
export function shortestDayHours(dataset: Dataset, region?: string): number {
  const known = dayHoursKnown.get(dataset) ?? new Map<string | undefined, number>();
  dayHoursKnown.set(dataset, known);
  const hours = known.get(region) ?? findShortestDayHours(dataset, region);
  known.set(region, hours);
  return hours;
}

function findShortestDayHours(dataset: Dataset, region: string | undefined): number {
  const one = ownEntry(dataset.regions, region);
  const days = (one ? [one] : Object.values(dataset.regions)).flatMap(({ hours }) => openHours(hours));
  return days.length > 0 ? Math.min(...days) : unstatedDayHours;
}

/** Hours a week in which a clock runs; business hours of five of the shortest open days. */
export function openHoursPerWeek(dataset: Dataset, clock: Clock): number {
  if (clock === "24x7") return 168;
  return 5 * (clock === "24x5" ? 24 : shortestDayHours(dataset));
}

/** Hours of each weekday that has any; overlapping ranges count once. */
function openHours(hours: WeeklyHours): number[] {
  return Object.values(hours).flatMap((ranges) => {
    const spans = ranges
      .map(([open, close]) => ({ open: parseMinutes(open) ?? 0, close: parseMinutes(close) ?? 0 }))
      .map(({ open, close }) => ({ open, close: close < open ? close + 1440 : close }))
      .sort((a, b) => a.open - b.open);
    let minutes = 0;
    let reached = 0;
    for (const { open, close } of spans) {
      minutes += Math.max(0, close - Math.max(open, reached));
      reached = Math.max(reached, close);
    }
    return minutes > 0 ? [(minutes * minuteMs) / 3_600_000] : [];
  });
}

/**
 * The first exclusion that takes a need away: one that names the need's subject, or no subject at all, and whose plans,
 * products, regions and languages are all touched. A region that is not named is not touched.
 */
function exclusionOf(need: Need, plan: string, { dataset, products, region }: NeedContext): Note | undefined {
  return dataset.notes.find(({ kind, appliesTo: scope }) => {
    if (kind !== "exclusion") return false;
    const touched = (list: readonly string[] | undefined, named: readonly (string | undefined)[]) =>
      list === undefined || list.some((id) => named.includes(id));
    const subjects = {
      features: [
        need.kind === "feature" ? need.feature : need.kind === "contacts" ? contactsFeature(dataset) : undefined,
      ],
      priorities: [need.kind === "within" ? need.priority : undefined],
      languages: [need.kind === "language" ? need.language : undefined],
    };
    return (
      touched(scope.plans, [plan]) &&
      touched(scope.products, products) &&
      touched(scope.regions, [region]) &&
      touched(scope.features, subjects.features) &&
      touched(scope.priorities, subjects.priorities) &&
      touched(scope.languages, subjects.languages)
    );
  });
}

function hasWithout(need: Need, { dataset, region }: NeedContext): Has {
  if (need.kind !== "language") return null;
  return languagesOf(dataset, region).filter((language) => language !== need.language);
}

/** Whether one target is better than another: at least as strict and as fast, and not the same. */
export function isBetterTarget(a: Target | null, b: Target | null, dayHours: number): boolean {
  if (a === null || b === null) return a !== null;
  return isWithin(a, b, dayHours) && !isWithin(b, a, dayHours);
}
