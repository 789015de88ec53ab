/**
 * Shares compared with percentages and rounded, in whole numbers: 29 of 50 is exactly 58 %, which floating point misses.
 */

/** Whether `part` is at least `percent` percent of `whole`; both are whole numbers. */
export function reachesPercent(part: number, whole: number, percent: number): boolean {
  const { units, scale } = decimalOf(percent);
  return BigInt(part) * 100n * scale >= BigInt(whole) * units;
}

/**
 * `part` of `whole` in tenths of a percent, rounded half up. Cut instead where rounding would show 100 for less than the whole, or a
 * share below the percentage `required` as reaching it.
 */
export function tenthsOfPercent(part: number, whole: number, required?: number): number {
  const cut = (BigInt(part) * 1000n) / BigInt(whole);
  const rounded = (BigInt(part) * 2000n + BigInt(whole)) / (BigInt(whole) * 2n);
  const overstates = (percent: number) =>
    !reachesPercent(part, whole, percent) && reachesPercent(Number(rounded), 1000, percent);
  return Number(overstates(100) || (required !== undefined && overstates(required)) ? cut : rounded);
}

/** The digits that a percentage is written with, as a fraction: 95.4 is 954 / 10, and 1e-7, which has an exponent, 1 / 10,000,000. */
function decimalOf(percent: number): { readonly units: bigint; readonly scale: bigint } {
  if (Number.isInteger(percent)) return { units: BigInt(percent), scale: 1n };
  const [digits, exponent] = String(percent).split("e-") as [string, string?];
  const [whole, fraction = ""] = digits.split(".") as [string, string?];
  return { units: BigInt(whole + fraction), scale: 10n ** BigInt(fraction.length + Number(exponent ?? 0)) };
}
