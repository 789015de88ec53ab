/** What the program promises whatever happens, in full: `npm run faults` and `npm run injection`. Needs what `npm run build` makes. */
import { defineConfig } from "vitest/config";

const suites = {
  faults: "test/verify/faults/{faults,attacks}.test.ts",
  reach: "test/verify/faults/reach.test.ts",
  injection: "test/verify/injection.test.ts",
};

export default defineConfig({
  root: new URL("../..", import.meta.url).pathname,
  test: {
    setupFiles: ["test/measure-text.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    projects: Object.entries(suites).map(([name, file]) => ({
      extends: true as const,
      test: { name, include: [file], env: { TZ: "UTC", WHOLE: "1" } },
    })),
  },
});
