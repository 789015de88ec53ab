/**
 * A value as JSON text that any reader takes back unchanged and no terminal obeys: what JSON may leave as it is but a terminal or
 * an editor acts on (delete, the C1 controls, marks that reorder or break lines) is written as an escape.
 */

const acted = /[\u007f-\u009f\u2028\u2029]|\p{Bidi_Control}/gu;

/** The JSON text of a value; `indent` as in `JSON.stringify`. */
export function formatJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    acted,
    (c) => `\\u${(c.codePointAt(0) as number).toString(16).padStart(4, "0")}`,
  );
}
