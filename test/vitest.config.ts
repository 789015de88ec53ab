import { defineConfig } from "vitest/config";

/** Three host zones, so that nothing leans on the machine's own; what is heavy splits its cases over the three. */
const zones = ["UTC", "America/New_York", "Asia/Kathmandu"];
const everywhere = ["test/core/**/*.test.ts", "test/oracle/**/*.test.ts", "test/data/holidays.test.ts", "test/tickets/time.test.ts"];

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  test: {
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 60_000,
    // `npm test` asks for it (--coverage); a few files run alone need not reach it.
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      reporter: ["text-summary"],
      // What the rest misses is mostly what an index may be by its type and never is.
      thresholds: { branches: 95, "src/core/**": { branches: 100, functions: 100, lines: 99, statements: 99 } },
    },
    projects: [
      ...zones.map((TZ) => ({ extends: true as const, test: { name: TZ, include: everywhere, env: { TZ } } })),
      {
        extends: true as const,
        test: {
          name: "all",
          include: ["test/**/*.test.ts"],
          exclude: [...everywhere, "test/*/node_modules/**", "**/node_modules/**"],
          env: { TZ: "UTC" },
          setupFiles: ["test/measure-text.ts"],
        },
      },
    ],
  },
});
