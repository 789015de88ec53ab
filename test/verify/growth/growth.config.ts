/** How the time grows with the input: `npm run growth`. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: new URL("../../..", import.meta.url).pathname,
  test: {
    include: ["test/verify/growth/growth.ts"],
    setupFiles: ["test/measure-text.ts"],
    pool: "forks",
    testTimeout: 600_000,
    env: { TZ: "UTC" },
  },
});
