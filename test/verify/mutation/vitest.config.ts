/** The tests that judge the mutants of FILE, in order, with few random cases and in one host zone. */
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { testsOf } from "./tests.mjs";

const file = process.env.FILE ?? "src/core/open-time.ts";
const include: readonly string[] = testsOf(file);

class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => include.findIndex((name) => moduleId.endsWith(name));
    return [...files].sort((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  root: new URL("../../..", import.meta.url).pathname,
  test: {
    include: [...include],
    sequence: { sequencer: InOrder },
    testTimeout: 60_000,
    env: { TZ: "UTC", RUNS: file.startsWith("src/core/") ? "6" : "3" },
  },
});
