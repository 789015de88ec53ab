/**
 * The places there are holidays of, and the dates of one.
 */

import type { HoursRange } from "../core/calendar.js";
import type { HolidayData } from "../data/holidays/country.js";
import type { HolidayKind } from "../data/holidays/holiday.js";
import type { ReportBase } from "./notices.js";

/** A place with holidays and its parts. */
export interface ListedPlace {
  readonly code: string;
  readonly name: string;
  readonly parts: readonly ListedPlace[];
}

/** A date of a place or a file. Hours are those of a half day, where they are known. */
export interface HolidayEntry {
  readonly day: number;
  readonly name: string;
  readonly kind: HolidayKind;
  readonly closed: boolean;
  readonly hours?: readonly HoursRange[];
  /** An official source has an address and the date of the comparison; the package and files have a title alone. */
  readonly source: { readonly title: string; readonly url?: string; readonly retrieved?: string };
}

export type HolidaysReport = ReportBase & { readonly command: "holidays" } & (
    | { readonly action: "list"; readonly places: readonly ListedPlace[] }
    | {
        readonly action: "show";
        readonly kind: "country" | "dates" | "ics";
        /** The code, or the path. */
        readonly source: string;
        readonly name: string;
        /** In which the times of a calendar file are dated. */
        readonly zone?: string;
        readonly data?: HolidayData;
        readonly now: number;
        /** Day numbers, both included. */
        readonly from: number;
        readonly to: number;
        readonly holidays: readonly HolidayEntry[];
      }
  );
