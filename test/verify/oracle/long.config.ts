/** The long comparison: CASES (default 500,000) and SEED (default the day) from the environment, under three host time zones. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: new URL("../../..", import.meta.url).pathname,
  test: {
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 3_600_000,
    projects: ["UTC", "America/New_York", "Asia/Kathmandu"].map((TZ) => ({
      extends: true as const,
      test: {
        name: TZ,
        include: ["test/verify/oracle/long.ts", "test/verify/oracle/hours.ts", "test/verify/oracle/named.test.ts"],
        env: { TZ },
      },
    })),
  },
});
