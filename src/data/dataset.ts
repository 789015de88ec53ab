/**
 * The shape of a dataset: plans, priorities, targets, regions, features and notes, each with where it is written.
 * Types and small accessors; validation is in schema.ts.
 */
import type { HoursRange, WeeklyHours } from "../core/calendar.js";
import type { Clock, Target } from "../core/target.js";

export const langs = ["en", "zh-TW", "ja"] as const;
export type Lang = (typeof langs)[number];

/** A text in the dataset's languages; English is always there and replaces a missing one. */
export interface LocalText {
  readonly en: string;
  readonly "zh-TW"?: string;
  readonly ja?: string;
}

/** The text in a language, in English where that language has none. */
export function textIn(text: LocalText | string, lang: Lang): string {
  return typeof text === "string" ? text : (text[lang] ?? text.en);
}

/** The names of named entries by id, in a language. */
export function namesOf(
  entries: Readonly<Record<string, { readonly name: LocalText }>>,
  lang: Lang,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(entries).map(([id, { name }]) => [id, textIn(name, lang)]));
}

/** high: the vendor's own document, read whole; medium: one inference or an excerpt; assumed: chosen without a source. */
export const confidences = ["high", "medium", "assumed"] as const;
export type Confidence = (typeof confidences)[number];

/** Where something is written: a key of the dataset's `sources`, and how sure it is where that differs from the source's own. */
export interface Sourced {
  readonly source?: string;
  readonly confidence?: Confidence;
}

export interface Source {
  /** A text in one language only is shown as it is. */
  readonly title: string | LocalText;
  readonly url?: string;
  /** The day it was read, `YYYY-MM-DD`. */
  readonly retrieved?: string;
  /** The version read, where the source has versions: a commit, an edition, a span of dates. */
  readonly edition?: string;
  readonly confidence: Confidence;
}

/** What a source states in words. */
export interface Statement extends Sourced {
  readonly text: LocalText;
}

/**
 * When the clock of a plan's targets starts: as the ticket is opened, or once support has set its priority. Ticket exports
 * do not have the second, so both are counted from the opening.
 */
export const clockStarts = ["opened", "prioritised"] as const;
export type ClockStart = (typeof clockStarts)[number];

export interface Plan extends Sourced {
  readonly name: LocalText;
  readonly description?: LocalText;
  readonly aliases?: readonly string[];
  /** Order from the lowest plan up; the lowest that meets all needs is the one to recommend. */
  readonly rank: number;
  readonly paid: boolean;
  readonly clockStart?: ClockStart;
  readonly price?: Statement;
  /** What the vendor gives back for missed targets. */
  readonly credits?: Statement;
  /** A plan of another dataset with the nearest targets; it is not a replacement for this one. */
  readonly nearest?: Sourced & { readonly dataset: string; readonly plan: string };
}

export interface Priority extends Sourced {
  readonly name: LocalText;
  /** How a document numbers it, such as "Priority 1". */
  readonly label?: LocalText;
  /** What the vendor's ticket form calls it. */
  readonly portalName?: LocalText;
  readonly definition?: LocalText;
  readonly aliases?: readonly string[];
}

export type SourcedTarget = Target & Sourced;

/** The plan has no target for the priority, where a source says so. */
export interface NotOffered extends Sourced {
  readonly offered: false;
}

/** Targets by plan, then by priority; null is as not offered, without a source. */
export type PlanTargets = Readonly<Record<string, Readonly<Record<string, SourcedTarget | NotOffered | null>>>>;

export function isOffered(entry: SourcedTarget | NotOffered | null | undefined): entry is SourcedTarget {
  return entry !== null && entry !== undefined && !("offered" in entry && entry.offered === false);
}

/** In a region, the targets of these priorities that run on the clock `from` run on `to` instead. */
export interface ClockOverride extends Sourced {
  readonly priorities: readonly string[];
  readonly from: Clock;
  readonly to: Clock;
}

/** The zone of a region whose hours are in the customer's own, which the user names with `--zone`. */
export const customerZone = "customer";

export interface Region extends Sourced {
  readonly name: LocalText;
  /** An IANA name, or `customer`. */
  readonly zone: string;
  readonly zoneAssumed: boolean;
  /** Whether the weekdays of the hours are an inference, where the source gives the hours alone. */
  readonly weekdaysAssumed?: boolean;
  readonly zoneReason?: LocalText;
  readonly zoneSource?: string;
  readonly hours: WeeklyHours;
  /** Dates `YYYY-MM-DD`, days of every year `MM-DD`, and spans of every year `MM-DD/MM-DD`, which may pass the end of the year. */
  readonly holidays?: readonly string[];
  /** Codes of countries and their parts, such as `JP`, whose holidays close the region. */
  readonly holidayCalendars?: readonly string[];
  readonly exceptions?: Readonly<Record<string, readonly HoursRange[]>>;
  readonly clockOverrides?: readonly ClockOverride[];
  readonly languages?: readonly string[];
}

export interface Group extends Sourced {
  readonly name: LocalText;
}

/**
 * What the value of a feature means: there or not; how many; how many a year; which clock it runs on;
 * whether it can be bought in addition.
 */
export const featureKinds = ["flag", "count", "per-year", "coverage", "addon"] as const;
export type FeatureKind = (typeof featureKinds)[number];

/** Values of an add-on, least first. */
export const addonValues = ["not-available", "available", "included"] as const;
export type AddonValue = (typeof addonValues)[number];

export type FeatureValue = boolean | number | Clock | AddonValue;

export interface Feature extends Sourced {
  readonly group: string;
  readonly name: LocalText;
  readonly description?: LocalText;
  readonly kind: FeatureKind;
  /** By plan; a plan is missing where no source mentions it. */
  readonly values: Readonly<Record<string, FeatureValue>>;
  /** By plan, where a value is not from `source`. */
  readonly valueSources?: Readonly<Record<string, string>>;
  /** The question this feature's number answers: how many named contacts a customer may have. */
  readonly answers?: "contacts";
}

/**
 * What a note does: an exclusion takes away the combination it applies to, a condition qualifies it, a commitment is
 * the customer's side, a resource is a place to go, an assumption is ours, information is the rest.
 */
export const noteKinds = ["exclusion", "condition", "commitment", "resource", "assumption", "information"] as const;
export type NoteKind = (typeof noteKinds)[number];

/** What a note is about; a missing list means all. An exclusion applies where every list that it has matches. */
export interface Scope {
  readonly regions?: readonly string[];
  readonly priorities?: readonly string[];
  readonly plans?: readonly string[];
  readonly features?: readonly string[];
  readonly products?: readonly string[];
  readonly languages?: readonly string[];
}

export interface Note extends Sourced {
  readonly id: string;
  readonly kind: NoteKind;
  readonly title?: LocalText;
  readonly text: LocalText;
  readonly url?: string;
  readonly appliesTo: Scope;
}

/** A product, language or metric that the dataset refers to. */
export interface Named extends Sourced {
  readonly name: LocalText;
}

export interface Dataset {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly version: string;
  readonly title: LocalText;
  readonly description?: LocalText;
  /** The day the plans were first sold, and the day they no longer were, `YYYY-MM-DD`. */
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly supersededBy?: string;
  readonly sources: Readonly<Record<string, Source>>;
  /** The plans that `recommend` chooses from, and that `compare` and `deadline` show by default. */
  readonly candidates: readonly string[];
  readonly plans: Readonly<Record<string, Plan>>;
  readonly priorities: Readonly<Record<string, Priority>>;
  readonly targets: PlanTargets;
  /** By product: targets that replace a plan's own for cases about that product. */
  readonly productTargets?: Readonly<Record<string, PlanTargets>>;
  /** What can be measured besides the first response, such as the resolution. */
  readonly metrics?: Readonly<Record<string, Named>>;
  /** By metric: targets beyond the first response. */
  readonly metricTargets?: Readonly<Record<string, PlanTargets>>;
  readonly regions: Readonly<Record<string, Region>>;
  readonly products: Readonly<Record<string, Named>>;
  readonly languages: Readonly<Record<string, Named>>;
  readonly groups: Readonly<Record<string, Group>>;
  readonly features: Readonly<Record<string, Feature>>;
  readonly notes: readonly Note[];
}

/** Plan ids from the lowest rank up; equal ranks in the order written. */
export function plansByRank(dataset: Dataset): readonly string[] {
  return Object.entries(dataset.plans)
    .sort(([, a], [, b]) => a.rank - b.rank)
    .map(([id]) => id);
}
