/**
 * Values of JSON as texts.
 */

/** A JSON value as a text to be read: text and numbers as they are, nothing for null, anything else as JSON. */
export function textOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** The same as it is written out: a number that JavaScript would change stays as `written`, and so does all that is nested. */
export function exactText(value: unknown, written: string): string {
  if (typeof value === "string") return value;
  return typeof value === "boolean" || Number.isSafeInteger(value) ? String(value) : written;
}
