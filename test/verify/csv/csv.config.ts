/** The reader of ticket files on generated files: `npm run csv`. FILES (default 20,000) and SEED (default the day). */
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: new URL("../../..", import.meta.url).pathname,
  test: {
    include: ["test/verify/csv/csv.ts"],
    pool: "forks",
    testTimeout: 3_600_000,
    env: { TZ: "UTC" },
  },
});
