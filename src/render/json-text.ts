/**
 * A value as JSON text that is safe on a terminal: characters that JSON need not escape but a terminal or an editor interprets
 * (delete, the C1 controls, marks that reorder or break lines) are escaped.
 */

const interpreted = /[\u007f-\u009f\u2028\u2029]|\p{Bidi_Control}/gu;

/** The JSON text of a value; `indent` as in `JSON.stringify`. */
export function formatJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    interpreted,
    (c) => `\\u${(c.codePointAt(0) as number).toString(16).padStart(4, "0")}`,
  );
}

/** Members that are deeper than this in a document are small, and formatted at once. */
const maxSplitDepth = 4;

/** A document as `formatJson` indents it, in parts; a function in it is a list whose entries are computed when they are written. */
export function* formatJsonInParts(document: unknown): Generator<string> {
  yield* partsOf(document, 0);
  yield "\n";
}

function* partsOf(value: unknown, depth: number): Generator<string> {
  const pad = "  ".repeat(depth);
  if (typeof value === "function") yield* membersOf("[]", (value as () => Iterable<unknown>)(), depth);
  else if (depth === maxSplitDepth || typeof value !== "object" || value === null)
    yield formatJson(value, 2).replaceAll("\n", `\n${pad}`);
  else if (Array.isArray(value)) yield* membersOf("[]", value, depth);
  else
    yield* membersOf(
      "{}",
      Object.entries(value).filter(([, member]) => member !== undefined),
      depth,
    );
}

/** The entries of a list, or the members of an object as pairs. */
function* membersOf(brackets: "[]" | "{}", members: Iterable<unknown>, depth: number): Generator<string> {
  const pad = "  ".repeat(depth);
  let before = `${brackets[0]}\n`;
  for (const member of members) {
    const [key, value] = brackets === "{}" ? (member as [string, unknown]) : [undefined, member];
    yield `${before}${pad}  ${key === undefined ? "" : `${formatJson(key)}: `}`;
    yield* partsOf(value, depth + 1);
    before = ",\n";
  }
  yield before === ",\n" ? `\n${pad}${brackets[1]}` : brackets;
}
