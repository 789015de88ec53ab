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
    projects: [
      ...zones.map((TZ) => ({ extends: true as const, test: { name: TZ, include: everywhere, env: { TZ } } })),
      {
        extends: true as const,
        test: {
          name: "all",
          include: ["test/**/*.test.ts"],
          exclude: [...everywhere, "test/*/node_modules/**", "**/node_modules/**"],
          env: { TZ: "UTC" },
        },
      },
    ],
  },
});
