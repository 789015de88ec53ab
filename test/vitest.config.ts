import { defineConfig } from "vitest/config";

/** Three host zones, so that nothing depends on the machine's own. The first goes through all random cases, the others through a few. */
const zones = ["UTC", "America/New_York", "Asia/Kathmandu"];
const everywhere = ["test/core/**/*.test.ts", "test/data/holidays/holidays.test.ts"];
/** Suites that take processes, tools or minutes, run by scripts of their own. */
const suites = ["test/verify/faults/**"];

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  test: {
    pool: "forks",
    maxWorkers: 2,
    // Long, since a machine may be busy: the limit is for tests that never end.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    teardownTimeout: 60_000,
    // Measured by `npm test` (--coverage) only, as single files do not reach it.
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      // Compiled to WebAssembly, which V8 does not count.
      exclude: ["src/wasm/**"],
      reporter: ["text-summary"],
      // Most of the rest is indexed access that is undefined by its type alone.
      thresholds: { branches: 95, "src/core/**": { branches: 100, functions: 100, lines: 99, statements: 99 } },
    },
    projects: [
      ...zones.map((TZ) => ({
        extends: true as const,
        test: { name: TZ, include: everywhere, env: { TZ, ...(TZ !== zones[0] && { RUNS: "25" }) } },
      })),
      {
        extends: true as const,
        test: {
          name: "all",
          include: ["test/**/*.test.ts"],
          setupFiles: ["test/measure-text.ts"],
          exclude: [...everywhere, ...suites, "**/node_modules/**"],
          env: { TZ: "UTC" },
        },
      },
    ],
  },
});
