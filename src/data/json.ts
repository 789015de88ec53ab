/**
 * Reading JSON text, with the place of the first error: the runtime's own messages give none in some versions.
 */
import { CliError } from "../errors.js";
import { maxJsonDepth } from "../limits.js";

/**
 * The value of a JSON text, a byte order mark aside. Throws `invalid-json` with line, column (both from 1) and what was found there,
 * and `json-too-deep` with the place of the bracket that is one too many.
 */
export function parseJson(text: string, path: string): unknown {
  const clean = text.replace(/^\uFEFF/, "");
  let value: unknown;
  try {
    value = JSON.parse(clean);
  } catch {
    const at = syntaxErrorIn(clean);
    const found = /^(?:[\p{L}\p{N}_]+|.)/u.exec(clean.slice(at))?.[0] ?? "";
    throw new CliError({ code: "invalid-json", path, ...placeOf(clean, at), found });
  }
  const tooDeep = tooDeepAt(clean);
  if (tooDeep !== undefined)
    throw new CliError({ code: "json-too-deep", path, ...placeOf(clean, tooDeep), levels: maxJsonDepth });
  return value;
}

function placeOf(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at).split(/\r\n|\r|\n/);
  return { line: before.length, column: [...(before.at(-1) as string)].length + 1 };
}

/** The index of the first bracket of a JSON text that is inside more than `maxJsonDepth` others. */
export function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const mark = text[at];
    if (mark === "\\") at++;
    else if (mark === '"') isInString = !isInString;
    else if (isInString) continue;
    else if (mark === "}" || mark === "]") depth--;
    else if ((mark === "{" || mark === "[") && ++depth > maxJsonDepth) return at;
  }
  return undefined;
}

const blank = /[ \t\r\n]*/y;
const scalar =
  /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y;

/** The index of the first character that no JSON text could have there; the length where the text ends too early. */
function syntaxErrorIn(text: string): number {
  // What may come next: a value, a key, or what follows either, given the brackets that are open.
  const open: ("{" | "[")[] = [];
  let next: "value" | "value-or-end" | "key" | "key-or-end" | "colon" | "after" = "value";
  let at = 0;
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? "";
    at += found.length;
    return found;
  };
  for (;;) {
    take(blank);
    const char = text[at];
    if (char === undefined) return at;
    const inside = open.at(-1);
    if (next === "after") {
      if (char === "," && inside) next = inside === "{" ? "key" : "value";
      else if ((char === "}" && inside === "{") || (char === "]" && inside === "[")) open.pop();
      else return at;
      at++;
    } else if (next === "colon") {
      if (char !== ":") return at;
      next = "value";
      at++;
    } else if ((next === "key-or-end" && char === "}") || (next === "value-or-end" && char === "]")) {
      open.pop();
      next = "after";
      at++;
    } else if (next === "key" || next === "key-or-end") {
      if (char !== '"' || take(scalar) === "") return at;
      next = "colon";
    } else if (char === "{" || char === "[") {
      open.push(char);
      next = char === "{" ? "key-or-end" : "value-or-end";
      at++;
    } else {
      if (take(scalar) === "") return at;
      next = "after";
    }
  }
}
