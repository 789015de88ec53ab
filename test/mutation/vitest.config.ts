/**
 * The tests that judge the mutants of one file of a part: of the engine (`core`) or of the plan rules (`rules`). The quick ones, with few
 * random cases, in one host zone, and those that fail soonest first, since the first that fails settles a mutant.
 */
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const { PART = "core", FILE = "" } = process.env;
/** The tests that know a file best come first. */
const first = Object.entries({ zone: "zones", timeline: "kept", days: "days", ledger: "ledger", pause: "open-time" })
  .filter(([name]) => FILE.endsWith(`/${name}.ts`))
  .map(([, test]) => test);
const engine = ["values", "kept", "positions", "zones", "open-time", "ledger", "days", "properties"];
/** What is built on the engine has tests of its own, which would only be slow judges of the engine. */
const own = ["daylines", "recurrence", "table"].filter((name) => FILE.endsWith(`/${name}.ts`));

/** A recommendation asks for all it would change, which takes long: only what is seen in it is judged by it. */
const rules: Readonly<Record<string, readonly string[]>> = {
  needs: ["needs", "recommend"],
  within: ["needs"],
  targets: ["targets", "needs"],
  choose: ["recommend"],
  recommend: ["recommend"],
  changes: ["changes"],
};

const tests: Readonly<Record<string, readonly string[]>> = {
  core: [...new Set([...own, ...first, ...engine])].map((name) => `test/core/${name}.test.ts`),
  rules: (rules[FILE.replace(/^.*\/|\.ts$/g, "")] ?? []).map((name) => `test/data/${name}.test.ts`),
};
const include = [...(tests[PART] ?? [])];

class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => include.findIndex((name) => moduleId.endsWith(name));
    return [...files].sort((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  root: new URL("../..", import.meta.url).pathname,
  test: {
    include,
    sequence: { sequencer: InOrder },
    testTimeout: 60_000,
    env: { TZ: "UTC", RUNS: PART === "core" ? "6" : "3" },
  },
});
