/**
 * Plans: compared, recommended, and as a dataset.
 */

import type { HourClock } from "../core/target.js";
import type { Change } from "../data/changes.js";
import type { Comparison } from "../data/compare.js";
import type { FeatureKind } from "../data/dataset.js";
import type { Fact } from "../data/facts.js";
import type { NearestPlan, Recommendation } from "../data/recommend/recommend.js";
import type { RowErrorAt } from "../errors.js";
import type { Reading } from "../tickets/names.js";
import type { DatasetRef, ReportBase, SeveralDatasets } from "./notices.js";

export interface CompareReport extends ReportBase, SeveralDatasets, Comparison {
  readonly command: "compare";
  /** Whether the features are explained. */
  readonly explain: boolean;
  /** Of several datasets, by plan and priority: what the vendor calls the priority, where that is not the row's name. */
  readonly ownPriorities?: Readonly<Record<string, Readonly<Record<string, string>>>>;
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

export type DatasetReport = ReportBase & { readonly command: "dataset" } & (
    | { readonly action: "list"; readonly datasets: readonly DatasetSummary[] }
    | {
        readonly action: "show";
        readonly summary: DatasetSummary;
        /** Every fact with its source, where asked for. */
        readonly facts?: readonly Fact[];
        readonly document: object;
      }
    | { readonly action: "validate"; readonly path: string; readonly summary: DatasetSummary }
    | {
        readonly action: "diff";
        readonly from: DatasetRef;
        readonly to: DatasetRef;
        readonly changes: readonly Change[];
      }
    | { readonly action: "schema"; readonly schema: object }
    | { readonly action: "init"; readonly document: object }
  );

/** The needs measured on a file of past tickets. */
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
  readonly seen: readonly RowErrorAt[];
  /** How the file was read. */
  readonly reading: Reading;
}

export interface RecommendReport extends ReportBase, Omit<Recommendation, "assumptions">, NearestPlan {
  readonly command: "recommend";
  /** With `--tickets`: what was measured. */
  readonly history?: History;
  /** The notes about the needs and the plans. */
  readonly noteTexts: readonly { readonly id: string; readonly text: string }[];
  /** The words of the line that gives the same answer without questions. */
  readonly commandLine: readonly string[];
  /** Names by id, for text. */
  readonly names: Readonly<
    Record<"plans" | "features" | "priorities" | "products" | "languages", Readonly<Record<string, string>>>
  >;
  /** Short names of the plans by id, for the heads of tables. */
  readonly heads: Readonly<Record<string, string>>;
  /** The kind of each feature, which decides how its value is written. */
  readonly kinds: Readonly<Record<string, FeatureKind>>;
}
