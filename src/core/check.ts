/**
 * Checks of arguments from callers without types: an invalid one is a RangeError that names the argument, the valid values
 * and the value passed. Instants outside the calendar are `instant-out-of-range` instead (zone.ts).
 */

/** Throws RangeError unless the value is one of those allowed. */
export function checkOneOf(name: string, value: unknown, allowed: readonly string[]): void {
  if (!(allowed as readonly unknown[]).includes(value)) refuse(name, `one of ${allowed.join(", ")}`, value);
}

/** Throws RangeError unless the value is a number other than NaN and the infinities. */
export function checkNumber(name: string, value: unknown): void {
  if (!Number.isFinite(value)) refuse(name, "a number", value);
}

/** Throws RangeError unless the value is a whole number that a double represents exactly. */
export function checkWhole(name: string, value: unknown): void {
  if (!Number.isSafeInteger(value)) refuse(name, "a whole number", value);
}

/** Throws RangeError unless the value is a text. */
export function checkText(name: string, value: unknown): void {
  if (typeof value !== "string") refuse(name, "a text", value);
}

/** Throws RangeError unless the value is an object, and no list. */
export function checkObject(name: string, value: unknown, expected = "an object"): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) refuse(name, expected, value);
}

/** Throws RangeError unless the value is a list. */
export function checkList(name: string, value: unknown, expected = "a list"): void {
  if (!Array.isArray(value)) refuse(name, expected, value);
}

/** Throws RangeError unless the value is a function. */
export function checkFunction(name: string, value: unknown): void {
  if (typeof value !== "function") refuse(name, "a function", value);
}

export function refuse(name: string, expected: string, value: unknown): never {
  throw new RangeError(`${name} must be ${expected}, got ${shown(value)}`);
}

/** A value in an error: texts and numbers as they are, of anything else its kind. */
function shown(value: unknown): string {
  if (typeof value === "string")
    return value.length <= 100 ? JSON.stringify(value) : `a text of ${value.length} characters`;
  if (value === null || typeof value === "number" || typeof value === "boolean" || value === undefined)
    return String(value);
  return Array.isArray(value) ? "a list" : `a value of type ${typeof value}`;
}
