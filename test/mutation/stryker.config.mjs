/**
 * What is mutated and how a mutant is judged: PART is `core` (the engine) or `rules` (the plan rules). Called by run.mjs, from the
 * package's folder. FILES mutates less, CONCURRENCY (1) says how many mutants are tried at a time.
 */
const part = process.env.PART ?? "core";
const parts = {
  core: ["src/core/**/*.ts"],
  rules: ["src/data/{needs,choose,changes,recommend,targets,within}.ts"],
};

export default {
  mutate: process.env.FILES?.split(" ") ?? parts[part],
  testRunner: "vitest",
  vitest: { configFile: "test/mutation/vitest.config.ts", related: false },
  coverageAnalysis: "perTest",
  concurrency: Number(process.env.CONCURRENCY ?? 1),
  incremental: true,
  incrementalFile: `test/mutation/reports/incremental-${part}.json`,
  reporters: ["clear-text", "json", "progress-append-only"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, allowEmojis: false },
  jsonReporter: { fileName: `test/mutation/reports/${part}.json` },
  ignorePatterns: ["/dist", "/coverage", "/test/*/node_modules", "/test/mutation/reports", "/.git", "/.ci"],
  tempDirName: `.stryker-tmp/${part}`,
  timeoutMS: 4000,
  timeoutFactor: 2,
  allowConsoleColors: false,
  warnings: { slow: false },
};
