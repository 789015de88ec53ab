/**
 * The tests that judge the mutants of one part: of the engine (`core`) or of the plan rules (`rules`), with fewer random cases,
 * so that a mutant costs about a second.
 */
import { defineConfig } from "vitest/config";

const tests: Readonly<Record<string, readonly string[]>> = {
  core: ["test/core/**/*.test.ts", "test/oracle/**/*.test.ts"],
  rules: ["test/data/{changes,needs,recommend,rules,targets}*.test.ts"],
};

export default defineConfig({
  root: new URL("../..", import.meta.url).pathname,
  test: {
    include: [...(tests[process.env.PART ?? "core"] ?? [])],
    testTimeout: 60_000,
    env: { TZ: "UTC", CASES: "120", RUNS: "15" },
  },
});
