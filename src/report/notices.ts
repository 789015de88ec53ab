/**
 * What every report carries: its dataset, its assumptions and its warnings, and how far each of them reaches.
 */

import type { CountDays } from "../core/target.js";
import type { YearSpan } from "../data/holidays/confirmed.js";
import type { RecommendAssumption } from "../data/recommend/recommend.js";
import type { RowPosition } from "../errors.js";
import type { DateOnlyRule, DateOrder, FormWarning, NumberForm } from "../tickets/names.js";

/** A dataset as results name it. */
export interface DatasetRef {
  readonly id: string;
  readonly version: string;
  /** The file it was read from; a bundled dataset has none. */
  readonly path?: string;
  /** The SHA-256 of that file's text. */
  readonly digest?: string;
}

/** An assumption of a result that no source states. Codes are stable; fields fill the sentence. */
export type Assumption =
  | { readonly code: "region-zone"; readonly region: string; readonly regionName: string; readonly zone: string }
  | { readonly code: "weekdays"; readonly region: string; readonly regionName: string }
  | { readonly code: "24x5-window"; readonly zone: string | undefined }
  | { readonly code: "day-count-rule"; readonly rule: CountDays }
  | { readonly code: "clock-start" }
  /** Some plan's clock starts only when support has set the priority. */
  | { readonly code: "clock-prioritised" }
  | { readonly code: "no-holidays" }
  /** `places` are the sources that are countries or parts of countries; `everywhere`: they are used for every region. */
  | {
      readonly code: "holiday-source";
      readonly sources: readonly string[];
      readonly places: readonly HolidayPlace[];
      readonly everywhere: boolean;
      /** The dataset names them; else a flag or a setting does. */
      readonly fromDataset: boolean;
    }
  | { readonly code: "system-zone"; readonly zone: string }
  | { readonly code: "shown-zone"; readonly zone: string }
  /** The date of a typed time follows from now; `readAs` is ISO 8601 with offset. */
  | { readonly code: "date-from-now"; readonly option: string; readonly value: string; readonly readAs: string }
  /** `variable` is the value of TZ, where it is set. */
  | { readonly code: "unknown-system-zone"; readonly variable?: string; readonly zone: string }
  | { readonly code: "export-zone"; readonly column: string; readonly preset: string; readonly zone: string }
  | { readonly code: "budget-any" }
  | RecommendAssumption
  /** `header` is the one that no other system has. */
  | { readonly code: "preset"; readonly preset: string; readonly header: string }
  /** A required column that only headers of other systems show. */
  | { readonly code: "column-guess"; readonly column: string; readonly header: string }
  | { readonly code: "number-times"; readonly column: string; readonly form: NumberForm }
  | { readonly code: "date-only"; readonly rule: DateOnlyRule }
  | { readonly code: "closed-counts-as-response"; readonly tickets: number }
  | { readonly code: "date-order"; readonly order: DateOrder; readonly column: string; readonly value: string }
  /** `likely` are headers that look like the missing column. */
  | { readonly code: "no-response-column"; readonly likely: readonly string[] }
  /** `settings` are the keys that the file supplied. */
  | { readonly code: "project-settings"; readonly path: string; readonly settings: readonly string[] }
  /** `closed` are the tickets that were closed at an unknown time, if any. */
  | { readonly code: "unanswered"; readonly now: number; readonly closed?: number }
  | { readonly code: "rounded-percentiles" }
  | { readonly code: "measured-needs"; readonly percent: number; readonly plan: string };

/** An assumption as it is shown: those about several regions are one sentence. */
export type GroupedAssumption =
  | Exclude<Assumption, { readonly region: string }>
  | { readonly code: "region-zone"; readonly zones: readonly { readonly region: string; readonly zone: string }[] }
  | { readonly code: "weekdays"; readonly regions: readonly string[] };

/** The data of a place's holidays: versions, and the years compared with official calendars, null where none was. */
export interface HolidayPlace {
  readonly place: string;
  readonly package: string;
  readonly corrections: string;
  readonly confirmed: YearSpan | null;
}

export interface ReadLocalTime {
  readonly option: string;
  readonly value: string;
  readonly zone: string;
  /** ISO 8601 with offset. */
  readonly readAs: string;
}

/** A warning to check before relying on the result. */
export type Warning =
  | ({ readonly code: "local-time-gap" } & ReadLocalTime)
  | ({ readonly code: "local-time-overlap" } & ReadLocalTime)
  | { readonly code: "opened-in-future" }
  /** Plans of one of several datasets were left out of the what-if, because their region or zone is not named. */
  | { readonly code: "what-if-left-out"; readonly dataset: string; readonly lacks: "region" | "zone" }
  /** The dataset states that the plan has no target for the priority. */
  | { readonly code: "no-target"; readonly plan: string; readonly priority: string }
  /** Dates used are outside the years of a place that were compared with official calendars; null where none was. */
  | { readonly code: "holidays-unconfirmed"; readonly place: string; readonly confirmed: YearSpan | null }
  /** Parts of a place have more holidays than it, or others. */
  | { readonly code: "holidays-parts"; readonly place: string; readonly parts: readonly string[] }
  /** A country's holidays were not applied to regions whose time zones are elsewhere. */
  | {
      readonly code: "holidays-left-out";
      readonly place: string;
      readonly regions: readonly string[];
      readonly regionNames: readonly string[];
    }
  /** The file has columns of the names that are usually added. */
  | { readonly code: "column-names"; readonly added: readonly string[] }
  | FormWarning
  /** The position is that of the first. */
  | ({
      readonly code: "doubtful-local-times";
      readonly gaps: number;
      readonly overlaps: number;
      readonly zone: string;
    } & RowPosition)
  /** Conditions on values that no event of the file has. */
  | { readonly code: "unmatched-conditions"; readonly conditions: readonly string[] }
  /** Conditions on values that no ticket of the file has. */
  | { readonly code: "unmatched-values"; readonly conditions: readonly string[] }
  /** Cells of a workbook with a formula and without its result, which are empty. */
  | { readonly code: "unstored-formulas"; readonly cells: number; readonly columns: readonly string[] }
  /** Regions whose hours are in the customer's own time zone, which is not named. */
  | {
      readonly code: "customer-regions-left-out";
      readonly regions: readonly string[];
      readonly regionNames: readonly string[];
    }
  /** The dataset has no regions, so no hours. */
  | { readonly code: "no-regions"; readonly dataset: string }
  /** A dataset from a file calls itself by the id of a bundled one. */
  | { readonly code: "bundled-id"; readonly dataset: string; readonly path: string }
  | {
      readonly code: "superseded";
      readonly dataset: string;
      readonly validUntil: string;
      readonly by: Successor | undefined;
      /** The user named the dataset, by a flag, the environment or settings. */
      readonly isNamed: boolean;
    };

/** The dataset that took another's place, and the names of its plans; neither is known of a dataset that is not bundled. */
export interface Successor {
  readonly id: string;
  readonly title?: string;
  readonly plans: readonly string[];
}

/**
 * How far a notice reaches.
 * - `general`: applies to every result of the dataset or the method. Full output lists it; stderr never does.
 * - `remark`: about this input, but changes no result. On stderr where the output does not carry it, and not with `-q`.
 * - `guess`: about this input or machine; another guess could change the result. On stderr where the output does not carry it,
 *   and always with `-q`.
 * - `settings`: values from a file that the command line does not name. Always on stderr, and in JSON.
 */
export type NoticeClass = "general" | "remark" | "guess" | "settings";

export const noticeClasses = {
  "region-zone": "general",
  weekdays: "general",
  "24x5-window": "general",
  "day-count-rule": "general",
  "clock-start": "general",
  "clock-prioritised": "general",
  "no-holidays": "general",
  "holiday-source": "general",
  "budget-any": "general",
  "shortest-day": "general",
  unanswered: "general",
  "rounded-percentiles": "general",
  "few-tickets": "guess",
  "measured-needs": "general",
  "clock-as-planned": "general",
  "shown-zone": "general",
  "system-zone": "guess",
  "date-from-now": "guess",
  "unknown-system-zone": "guess",
  "export-zone": "guess",
  preset: "guess",
  "column-guess": "guess",
  "number-times": "guess",
  "date-only": "guess",
  "closed-counts-as-response": "general",
  "date-order": "guess",
  "no-response-column": "guess",
  "project-settings": "settings",
  "local-time-gap": "guess",
  "local-time-overlap": "guess",
  "doubtful-local-times": "guess",
  "opened-in-future": "remark",
  "no-target": "remark",
  "what-if-left-out": "remark",
  "holidays-unconfirmed": "guess",
  "holidays-parts": "guess",
  "holidays-left-out": "guess",
  "column-names": "remark",
  "skipped-lines": "remark",
  "undecodable-text": "remark",
  "escaped-cells": "remark",
  "unmatched-conditions": "guess",
  "unmatched-values": "remark",
  "customer-regions-left-out": "guess",
  "no-regions": "guess",
  "unstored-formulas": "guess",
  "bundled-id": "remark",
  superseded: "general",
} as const satisfies Record<Assumption["code"] | Warning["code"], NoticeClass>;

/** Of commands that put several datasets side by side. */
export interface SeveralDatasets {
  /** All datasets, where there are several; `dataset` is the first. */
  readonly datasets?: readonly DatasetRef[];
}

/** The assumptions and warnings of a result. */
export interface Notices {
  readonly assumptions: readonly Assumption[];
  readonly warnings: readonly Warning[];
}

export interface ReportBase extends Notices {
  /** The id of the metric, where it is not the first response. */
  readonly metric?: string;
  readonly dataset: DatasetRef;
}
