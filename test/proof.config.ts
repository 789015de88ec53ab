/** What the program promises whatever happens, in full: `npm run faults` and `npm run hostile`. Needs what `npm run build` makes. */
import { defineConfig } from "vitest/config";

const suites = {
  faults: "test/faults/{faults,attacks}.test.ts",
  reach: "test/faults/reach.test.ts",
  hostile: "test/hostile.test.ts",
};

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
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
