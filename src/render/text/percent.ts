/**
 * Shares as readers see them: a percentage with one decimal.
 */
import { tenthsOfPercent } from "../../core/share.js";

/** `66.7 %` of two of three; see {@link tenthsOfPercent} for how it is rounded, and for `wanted`. */
export function formatPercent(part: number, whole: number, wanted?: number): string {
  return formatTenths(tenthsOfPercent(part, whole, wanted));
}

/** `66.7 %` of 667 tenths. */
export function formatTenths(tenths: number): string {
  return `${(tenths / 10).toFixed(1)} %`;
}
