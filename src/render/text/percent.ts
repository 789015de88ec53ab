/**
 * Shares as percentages with one decimal.
 */
import { tenthsOfPercent } from "../../core/share.js";

/** `66.7%` of two of three; {@link tenthsOfPercent} explains the rounding and `required`. */
export function formatPercent(part: number, whole: number, required?: number): string {
  return formatTenths(tenthsOfPercent(part, whole, required));
}

/** `66.7%` of 667 tenths. */
export function formatTenths(tenths: number): string {
  return `${(tenths / 10).toFixed(1)}%`;
}
