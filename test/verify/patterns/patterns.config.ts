/** The checks of all regular expressions: `npm run patterns`. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: new URL("../../..", import.meta.url).pathname,
  test: {
    include: ["test/verify/patterns/patterns.ts"],
    pool: "forks",
    testTimeout: 600_000,
    env: { TZ: "UTC", RECHECK_SYNC_BACKEND: "pure" },
  },
});
