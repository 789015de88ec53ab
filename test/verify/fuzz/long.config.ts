/** The long fuzzing: RUNS (default 100,000) in process over two workers, PROCESSES (default 500) as real processes, SEED (default the day). */
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: new URL("../../..", import.meta.url).pathname,
  test: {
    include: ["test/verify/fuzz/long-*.ts"],
    setupFiles: ["test/measure-text.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 3_600_000,
    env: { TZ: "UTC" },
  },
});
