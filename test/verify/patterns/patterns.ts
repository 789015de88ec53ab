/**
 * No regular expression in src takes more than linear time on any text, by recheck. Of the checkers that were compared (recheck,
 * safe-regex2, scslre) only recheck finds every pattern that was slow in practice, and it reports no other.
 */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

interface Diagnostics {
  readonly status: "safe" | "vulnerable" | "unknown";
  readonly attack?: { readonly pattern: string };
  readonly complexity?: { readonly summary: string };
}

/** Steps are counted and no time is limited, so that a busy machine finds the same as an idle one. */
const params = { timeout: null, attackTimeout: null, incubationTimeout: null, seedingTimeout: null };

// A package of this suite alone, which is not there for the type check.
const { checkSync } = createRequire(import.meta.url)("recheck") as {
  checkSync: (source: string, flags: string, options: typeof params) => Diagnostics;
};

/** Without what is compiled to WebAssembly, which has no patterns and does not run in Node. */
const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter(
  (name) => name.endsWith(".ts") && !name.startsWith("wasm"),
);

interface Pattern {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

/** The patterns that stand in a file. */
function literalsOf(file: string): Pattern[] {
  const tree = ts.createSourceFile(file, readFileSync(join("src", file), "utf8"), ts.ScriptTarget.Latest, true);
  const found: Pattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const [, source = "", flags = ""] = /^\/(.*)\/([a-z]*)$/s.exec(node.text) ?? [];
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
      found.push({ place: `src/${file}:${line + 1}`, source, flags });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** The patterns that src makes from texts while it is loaded. */
async function patternsMadeOnLoad(): Promise<Pattern[]> {
  const found: Pattern[] = [];
  const native = globalThis.RegExp;
  globalThis.RegExp = new Proxy(native, {
    construct(target, args: [string | RegExp, string?], newTarget) {
      const caller = new Error().stack?.split("\n")[2] ?? "";
      const place = /src\/[^:)]+:\d+/.exec(caller)?.[0];
      const [source, flags = ""] = args;
      if (typeof source === "string" && place && !caller.includes("node_modules")) found.push({ place, source, flags });
      return Reflect.construct(target, args, newTarget) as RegExp;
    },
  });
  try {
    for (const file of files) await import(join(process.cwd(), "src", file));
  } finally {
    globalThis.RegExp = native;
  }
  return found;
}

const literals = files.flatMap(literalsOf);
const made = await patternsMadeOnLoad();

test("the patterns are found", () => {
  expect(literals.length).toBeGreaterThan(100);
  expect(made.length).toBeGreaterThan(2);
});

test.each([...literals, ...made])("$place /$source/$flags is linear", ({ source, flags }) => {
  const { status, complexity, attack } = checkSync(source, flags, params);
  if (status !== "safe") expect.fail(`${status}: ${complexity?.summary} on ${attack?.pattern}`);
});
