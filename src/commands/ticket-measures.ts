/**
 * What the cells of a ticket file are measured in, and which of them are empty.
 */
import type { ColumnMap } from "../tickets/columns.js";
import { clockOfHeader, unitOfHeader } from "../tickets/durations.js";
import type { Preset } from "../tickets/presets.js";
import type { NamedColumns, ReadingOptions } from "./ticket-options.js";

/** What is in a time column where there is no time, in lower case. */
export const emptyTimes = [
  ...["-", "--", "—", "–", "n/a", "na", "#n/a", "null", "(null)", "none", "nil", "nan", "nat"],
  ...["0000-00-00", "0000-00-00 00:00:00", "0000-00-00t00:00:00"],
];

/** What response times are measured in: by their header, by flags, by the preset, by the old name of the column. */
export function responseMeasure(
  { names, isMinutes, at }: ColumnMap,
  preset: Preset | undefined,
  named: NamedColumns,
  { responseUnit, responseClock }: ReadingOptions,
) {
  const header = at["response-time"] < 0 ? "" : names["response-time"];
  const asMinutes = isMinutes || named.isMinutes;
  return {
    unit: unitOfHeader(header) ?? responseUnit ?? preset?.response?.unit ?? (asMinutes ? "minutes" : undefined),
    clock: responseClock ?? clockOfHeader(header) ?? preset?.response?.clock ?? (asMinutes ? "calendar" : undefined),
  } as const;
}
