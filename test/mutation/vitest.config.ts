/** The tests that judge mutants: those of the engine and of the plan rules, with fewer random cases, so that a mutant costs a second. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: new URL("../..", import.meta.url).pathname,
  test: {
    include: [
      "test/core/**/*.test.ts",
      "test/oracle/**/*.test.ts",
      "test/data/{bundled,changes,compare,needs,recommend,sheet,targets}*.test.ts",
    ],
    testTimeout: 60_000,
    env: { TZ: "UTC", CASES: "300", RUNS: "40" },
  },
});
