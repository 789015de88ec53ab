/**
 * What every command returns and every renderer accepts, by subject: types, and the lists they are made of.
 * Instants are milliseconds since 1970, durations say their unit; renderers turn them into words and ISO times.
 */

import type { AuditReport } from "./report/audit.js";
import type { CompletionReport, ConfigReport } from "./report/config.js";
import type { HoursReport } from "./report/hours.js";
import type { CompareReport, DatasetReport, RecommendReport } from "./report/plans.js";
import type { SqlReport } from "./report/sql.js";
import type { DeadlineReport, ElapsedReport, WatchReport } from "./report/tickets.js";

<<<<<<< HEAD

export type * from "./report/audit.js";
export type * from "./report/config.js";
export type * from "./report/hours.js";
export * from "./report/notices.js";
export type * from "./report/plans.js";
export * from "./report/sql.js";
export type * from "./report/tickets.js";
export type * from "./report/times.js";

=======
/** A dataset as answers name it. */
export interface DatasetRef {
  readonly id: string;
  readonly version: string;
  /** The file it was read from; a bundled dataset has none. */
  readonly path?: string;
  /** The SHA-256 of that file's text. */
  readonly digest?: string;
}

/** What an answer takes for granted because no source says it. Codes are stable; fields fill the sentence. */
export type Assumption =
  | { readonly code: "region-zone"; readonly region: string; readonly zone: string }
  | { readonly code: "weekdays"; readonly region: string }
  | { readonly code: "24x5-window"; readonly zone: string | undefined }
  | { readonly code: "day-count-rule"; readonly rule: CountDays }
  | { readonly code: "clock-start" }
  | { readonly code: "no-holidays" }
  | { readonly code: "holiday-source"; readonly sources: readonly string[] }
  | { readonly code: "system-zone"; readonly zone: string }
  | { readonly code: "shown-zone"; readonly zone: string }
  /** `variable` is the value of TZ, where it is set. */
  | { readonly code: "unknown-system-zone"; readonly variable?: string; readonly zone: string }
  | { readonly code: "export-zone"; readonly column: string; readonly preset: string; readonly zone: string }
  | { readonly code: "budget-any" }
  | RecommendAssumption
  | { readonly code: "preset"; readonly preset: string }
  | { readonly code: "date-order"; readonly order: DateOrder; readonly column: string; readonly value: string }
  /** `likely` are headers that look like the missing column. */
  | { readonly code: "no-response-column"; readonly likely: readonly string[] }
  /** `settings` are the keys that the file supplied. */
  | { readonly code: "project-settings"; readonly path: string; readonly settings: readonly string[] }
  | { readonly code: "unanswered"; readonly now: number }
  | { readonly code: "rounded-percentiles" }
  | { readonly code: "measured-needs"; readonly percent: number; readonly plan: string };

/** An assumption as a reader is told it: what is taken for granted of several regions is one sentence. */
export type GroupedAssumption =
  | Exclude<Assumption, { readonly region: string }>
  | { readonly code: "region-zone"; readonly zones: readonly { readonly region: string; readonly zone: string }[] }
  | { readonly code: "weekdays"; readonly regions: readonly string[] };

interface ReadLocalTime {
  readonly option: string;
  readonly value: string;
  readonly zone: string;
  /** ISO 8601 with offset. */
  readonly readAs: string;
}

/** What a reader should look at before relying on the answer. */
export type Warning =
  | ({ readonly code: "local-time-gap" } & ReadLocalTime)
  | ({ readonly code: "local-time-overlap" } & ReadLocalTime)
  | { readonly code: "opened-in-future" }
  /** The file has columns of the names that are usually added. */
  | { readonly code: "column-names"; readonly added: readonly string[] }
  | FormWarning
  | {
      readonly code: "doubtful-local-times";
      readonly gaps: number;
      readonly overlaps: number;
      /** Line of the first. */
      readonly line: number;
      readonly zone: string;
    }
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
 * - `standing`: holds for every result of the dataset or the method. Full output lists it; stderr never does.
 * - `remark`: about this input, but changes no result. On stderr where the output does not carry it, and not with `-q`.
 * - `guess`: about this input or machine; another guess could change the result. On stderr where the output does not carry it,
 *   and always with `-q`.
 * - `settings`: values from a file that the command line does not name. Always on stderr, and in JSON.
 */
export type NoticeClass = "standing" | "remark" | "guess" | "settings";

export const noticeClasses = {
  "region-zone": "standing",
  weekdays: "standing",
  "24x5-window": "standing",
  "day-count-rule": "standing",
  "clock-start": "standing",
  "no-holidays": "standing",
  "holiday-source": "standing",
  "budget-any": "standing",
  "shortest-day": "standing",
  unanswered: "standing",
  "rounded-percentiles": "standing",
  "few-tickets": "guess",
  "measured-needs": "standing",
  "clock-as-planned": "standing",
  "shown-zone": "standing",
  "system-zone": "guess",
  "unknown-system-zone": "guess",
  "export-zone": "guess",
  preset: "guess",
  "date-order": "guess",
  "no-response-column": "guess",
  "project-settings": "settings",
  "local-time-gap": "guess",
  "local-time-overlap": "guess",
  "doubtful-local-times": "guess",
  "opened-in-future": "remark",
  "column-names": "remark",
  "skipped-lines": "remark",
  "undecodable-text": "remark",
  "escaped-cells": "remark",
  "bundled-id": "remark",
  superseded: "standing",
} as const satisfies Record<Assumption["code"] | Warning["code"], NoticeClass>;

/** What a result takes for granted, and what its reader should look at. */
export interface Notices {
  readonly assumptions: readonly Assumption[];
  readonly warnings: readonly Warning[];
}

interface Answer extends Notices {
  readonly dataset: DatasetRef;
}

/** The zone an answer's times are shown in, with what is needed to print one: the wall clock's offset at an instant. */
export interface ShownZone {
  readonly id: string;
  offsetAt(instant: number): number;
}

/** A length of time on the clock of a target; `days` for targets in business days, whose `ms` are business hours. */
export interface CountedTime {
  readonly clock: Clock;
  readonly ms: number;
  readonly days?: BusinessDays | undefined;
}

export interface TicketAnswer {
  readonly plan: string;
  readonly planName: string;
  readonly priority: string;
  readonly priorityName: string;
  readonly region: string | undefined;
  readonly regionName: string | undefined;
  readonly zone: ShownZone;
  readonly opened: number;
  readonly clockStarts: number;
  readonly target: Target;
  /** The clock that used time is measured on: the target's own, or business hours for business days. */
  readonly meter: HourClock;
  readonly deadline: number;
  readonly status: Status;
  readonly usedMs: number;
  readonly remainingMs: number;
  readonly responded?: number;
  readonly lateMs?: number;
  /** The used, remaining and late time of a target in business days; for text. */
  readonly days?: { readonly used?: BusinessDays; readonly remaining?: BusinessDays; readonly late?: BusinessDays };
  readonly segments?: readonly LedgerLine[];
  /** For a target in business days with `segments`: the dates counted. */
  readonly countedDays?: readonly CountedDay[];
  /** The dates from the opening to the deadline, each whole; for pictures. */
  readonly timeline?: readonly (LocalDays | SkippedDays)[];
}

export interface DeadlineReport extends Answer {
  readonly command: "deadline";
  readonly now: number;
  readonly explain: boolean;
  /** Whether a late or overdue ticket is a finding (exit code 1). */
  readonly check: boolean;
  /** How long before a deadline a calendar file sounds its alarms, in milliseconds. */
  readonly alarms: readonly number[];
  readonly tickets: readonly TicketAnswer[];
}

export interface ElapsedReport extends Answer {
  readonly command: "elapsed";
  readonly region: string | undefined;
  readonly regionName: string | undefined;
  readonly zone: ShownZone;
  readonly clock: HourClock;
  readonly from: number;
  readonly to: number;
  readonly elapsedMs: number;
  readonly segments?: readonly LedgerLine[];
}

/** An open interval of a calendar, and the open time up to its end since the first. */
export interface CalendarStretch {
  readonly from: number;
  readonly to: number;
  readonly totalMs: number;
}

export interface RegionHours {
  readonly id: string;
  readonly name: string;
  readonly zone: ShownZone;
  readonly open: boolean;
  /** Why it is closed. */
  readonly reason?: ClosedReason;
  readonly holiday?: string;
  /** When it next opens or closes; undefined where it never does. */
  readonly nextChange: number | undefined;
  /** The region's own date now, as days since 1970-01-01. */
  readonly today: number;
  /** Monday to Sunday around it. */
  readonly week: readonly LocalDays[];
  /** With --calendar. */
  readonly calendar?: readonly CalendarStretch[];
  /** For calendar files. */
  readonly recurrence?: Recurrence;
}

export interface HoursReport extends Answer {
  readonly command: "hours";
  readonly now: number;
  /** The zone of whoever asks, in which changes are shown besides the region's. */
  readonly reader: ShownZone;
  readonly regions: readonly RegionHours[];
}

export interface CompareReport extends Answer, Comparison {
  readonly command: "compare";
}

export interface DatasetSummary {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly validFrom: string | undefined;
  readonly validUntil: string | undefined;
  readonly supersededBy: string | undefined;
  readonly plans: readonly string[];
  readonly candidates: readonly string[];
  readonly priorities: readonly string[];
  readonly regions: readonly string[];
  readonly features: number;
  readonly notes: number;
  readonly sources: readonly { readonly id: string; readonly title: string; readonly url: string }[];
}

export type DatasetReport = Answer & { readonly command: "dataset" } & (
    | { readonly action: "list"; readonly datasets: readonly DatasetSummary[] }
    | { readonly action: "show"; readonly summary: DatasetSummary; readonly document: object }
    | { readonly action: "validate"; readonly path: string; readonly summary: DatasetSummary }
    | { readonly action: "schema"; readonly schema: object }
  );

/** What a file of past tickets says of the needs. */
export interface History {
  readonly path: string;
  /** The plan of tickets that do not name one, with which the others are compared. */
  readonly base: string;
  readonly tickets: { readonly read: number; readonly used: number; readonly answered: number; readonly bad: number };
  readonly priorities: readonly {
    readonly priority: string;
    readonly tickets: number;
    /** Of all tickets used, from 0 to 1. */
    readonly share: number;
    readonly answered: number;
    /** The clocks that their responses are measured on, for text. */
    readonly clocks: readonly HourClock[];
    /** In which most of them were first answered; null where none was. */
    readonly withinSeconds: number | null;
  }[];
  readonly plans: readonly {
    readonly plan: string;
    readonly compared: number;
    /** Tickets whose deadline would have been earlier, their share, and by how much in the median. */
    readonly earlier: number;
    readonly share: number | null;
    readonly medianEarlierSeconds: number | null;
  }[];
  readonly seen: readonly { readonly line: number; readonly error: RowError }[];
  /** What flags about cells did. */
  readonly fills: readonly Fill[];
}

export interface RecommendReport extends Answer, Omit<Recommendation, "assumptions">, NearestPlan {
  readonly command: "recommend";
  /** With `--tickets`: what was measured. */
  readonly history?: History;
  /** The notes that touch what was asked. */
  readonly noteTexts: readonly { readonly id: string; readonly text: string }[];
  /** The words of the line that gives the same answer without questions. */
  readonly commandLine: readonly string[];
  /** Names by id, for text. */
  readonly names: Readonly<
    Record<"plans" | "features" | "priorities" | "products" | "languages", Readonly<Record<string, string>>>
  >;
  /** The kind of each feature, which says how its value is written. */
  readonly kinds: Readonly<Record<string, FeatureKind>>;
}

/** A ticket that nobody answered yet, as it stands at the report's moment. */
export interface WatchTicket {
  readonly id: string;
  readonly line: number;
  readonly plan: string;
  readonly planName: string;
  readonly priority: string;
  readonly region: string | undefined;
  readonly zone: ShownZone;
  readonly opened: number;
  readonly deadline: number;
  readonly status: Status;
  readonly usedMs: number;
  /** On which used and remaining time are measured. */
  readonly meter: HourClock;
  /** On the clock of its target; negative where the deadline has passed. */
  readonly remainingMs: number;
  /** Its clock is running now. */
  readonly isRunning: boolean;
}

export interface WatchReport extends Answer {
  readonly command: "watch";
  readonly now: number;
  readonly path: string;
  /** The zone of whoever watches. */
  readonly reader: ShownZone;
  /** By deadline. */
  readonly tickets: readonly WatchTicket[];
  readonly counts: { readonly read: number; readonly answered: number; readonly bad: number };
  /** The first bad rows. */
  readonly seen: readonly { readonly line: number; readonly error: RowError }[];
  /** What flags about cells did. */
  readonly fills: readonly Fill[];
}

export const sqlDialects = ["duckdb", "postgres", "clickhouse", "spark", "trino", "bigquery", "snowflake"] as const;
export type SqlDialect = (typeof sqlDialects)[number];

export interface SqlTarget {
  readonly plan: string;
  readonly priority: string;
  readonly target: Target;
}

/** A region's place in the dataset's order, and the digest of the order up to it. */
export interface SqlPlace {
  readonly id: string;
  readonly digest: string;
}

export interface SqlRegion extends SqlPlace {
  /** The place in the order of the dataset, from 0. */
  readonly number: number;
  readonly zone: ShownZone;
  readonly table: CalendarTable;
  readonly targets: readonly SqlTarget[];
}

export interface SqlReport extends Answer {
  readonly command: "sql";
  readonly dialect: SqlDialect;
  /** The name of the reader's own table of tickets, in its parts. */
  readonly tickets: readonly string[];
  readonly countDays: CountDays;
  readonly regions: readonly SqlRegion[];
  /** All regions of the dataset in order. */
  readonly order: readonly SqlPlace[];
  /** The targets of tickets without a region: only those that need none. */
  readonly targetsAnywhere: readonly SqlTarget[];
}

/** A setting in force. `where` is the variable, file or flag behind it. */
export interface SettingLine {
  readonly key: string;
  readonly value: string | readonly string[] | undefined;
  readonly from: "flag" | "environment" | "project" | "user" | "system" | "default";
  readonly where: string | undefined;
  /** The commands that have a default, where others have none. */
  readonly commands?: readonly string[] | undefined;
  readonly flag: string;
  readonly variable: string;
}

/** A completion script, named by its shell. */
export interface CompletionReport extends Answer {
  readonly command: "completion";
  readonly shell: string;
}

export interface ConfigReport extends Answer {
  readonly command: "config";
  readonly settings: readonly SettingLine[];
  /** The configuration files that were read. */
  readonly files: readonly { readonly kind: "project" | "user"; readonly path: string }[];
}

/** Met of judged; the share from 0 to 1 is null where nothing was judged. */
export interface Attainment {
  readonly met: number;
  readonly judged: number;
  readonly attainment: number | null;
}

export interface AuditGroup extends Attainment {
  readonly plan: string;
  readonly priority: string;
  readonly region: string | null;
  /** Month of opening in the region's zone, `YYYY-MM`. */
  readonly month: string;
  readonly unjudged: number;
}

/** Time until the first response of a priority's tickets, in whole seconds on the clocks of their targets. */
export interface ResponseTimes {
  readonly priority: string;
  readonly answered: number;
  /** The clocks that the targets are measured on. */
  readonly clocks: readonly HourClock[];
  readonly median: number;
  readonly p90: number;
  readonly max: number;
  readonly isExact: boolean;
}

/** Answered tickets of a priority by how much of their target was used when the answer came, in percent; `to` is null for the last. */
export interface UsedShares {
  readonly priority: string;
  readonly bins: readonly { readonly from: number; readonly to: number | null; readonly tickets: number }[];
}

export interface WorstMiss {
  readonly id: string;
  readonly line: number;
  readonly plan: string;
  readonly priority: string;
  readonly region: string | undefined;
  readonly zone: ShownZone;
  readonly opened: number;
  readonly deadline: number;
  readonly responded: number | undefined;
  readonly late: CountedTime;
}

export interface WhatIf extends Attainment {
  readonly plan: string;
  /** How much sooner that plan's deadline is, in seconds; negative where it is later, null where no ticket has both. */
  readonly medianEarlierSeconds: number | null;
}

export interface AuditReport extends Answer, Attainment {
  readonly command: "audit";
  readonly now: number;
  readonly path: string;
  readonly tickets: { readonly read: number; readonly judged: number; readonly unjudged: number; readonly bad: number };
  /** Tickets without a response: past their deadline, which counts as missed, and not yet due. */
  readonly unanswered: { readonly overdue: number; readonly open: number };
  readonly answered: number;
  readonly minPercent: number | undefined;
  readonly groups: readonly AuditGroup[];
  readonly responses: readonly ResponseTimes[];
  readonly used: readonly UsedShares[];
  readonly worst: readonly WorstMiss[];
  readonly whatIf: readonly WhatIf[];
  readonly names: Readonly<Record<"plans" | "priorities" | "regions", Readonly<Record<string, string>>>>;
  /** The first bad rows. */
  readonly seen: readonly { readonly line: number; readonly error: RowError }[];
  /** What flags about cells did. */
  readonly fills: readonly Fill[];
}
>>>>>>> 04ee188 (Write portable SQL with equality joins, for seven dialects)

export type Report =
  | AuditReport
  | CompareReport
  | CompletionReport
  | ConfigReport
  | HoursReport
  | DeadlineReport
  | ElapsedReport
  | RecommendReport
  | DatasetReport
  | SqlReport
  | WatchReport;
