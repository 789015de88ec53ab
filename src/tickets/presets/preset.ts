/**
 * What is known of an export: its headers, priority names, empty marks, closed states and zones.
 */
import type { Column, LengthUnit, ResponseClock } from "../names.js";

export interface Preset {
  /** The headers a column goes by, most usual first; compared without regard to case and runs of blanks. */
  readonly headers: Readonly<Partial<Record<Column, readonly string[]>>>;
  /** Names of custom fields, which are in brackets after a word of the user's language: `Campo personalizado (…)`. */
  readonly customFields?: Readonly<Partial<Record<Column, string>>>;
  /** Headers, or headers that come together, that no other system has: by these the preset is detected. */
  readonly marks: readonly (string | readonly string[])[];
  /** A form of header that no other system has, in lower case. */
  readonly markPattern?: RegExp;
  /** Priority names, each with its level: 1 is the dataset's first priority, 2 its second, and so on. */
  readonly levels: Readonly<Record<string, number>>;
  /** A name with another level where none of the names in `unless` is in the column. */
  readonly promoted?: { readonly name: string; readonly level: number; readonly unless: readonly string[] };
  /** What is in a cell that has no value, besides nothing. */
  readonly empty: readonly string[];
  /** States of tickets that are no longer worked on, in lower case. */
  readonly closed: readonly string[];
  /** Opening headers whose times are in UTC without an offset. */
  readonly utcHeaders: readonly string[];
  /** Columns whose times are in UTC where they are in the raw form, `2026-07-08 16:30:00.5`. */
  readonly rawUtc?: readonly ("opened" | "responded")[];
  /** Times in the raw form are raw only where the priorities are numbers. */
  readonly rawWithNumbers?: boolean;
  /** What the response time is measured in where its header does not show it. */
  readonly response?: { readonly unit?: LengthUnit; readonly clock?: ResponseClock };
}

/** The names of each level as one table, in lower case. */
export function levelsOf(table: Readonly<Record<number, readonly string[]>>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(table).flatMap(([level, names]) =>
      names.map((name) => [name.toLowerCase(), Number(level)] as const),
    ),
  );
}

export const urgentToLow = levelsOf({ 1: ["Urgent"], 2: ["High"], 3: ["Medium"], 4: ["Low"] });
