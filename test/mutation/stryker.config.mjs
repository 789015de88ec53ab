/**
 * What is mutated and how a mutant is judged. Run from the package's folder by `npm run mutation`.
 * Set FILES to a glob to mutate less.
 */
const files = process.env.FILES;

export default {
  mutate: files ? files.split(" ") : ["src/core/**/*.ts", "src/data/{needs,choose,changes,recommend,targets,within}.ts"],
  testRunner: "vitest",
  vitest: { configFile: "test/mutation/vitest.config.ts", related: false },
  coverageAnalysis: "perTest",
  concurrency: Number(process.env.CONCURRENCY ?? 1),
  incremental: true,
  incrementalFile: "test/mutation/reports/incremental.json",
  reporters: ["clear-text", "json", "progress-append-only"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, allowEmojis: false },
  jsonReporter: { fileName: "test/mutation/reports/mutation.json" },
  ignorePatterns: ["/dist", "/coverage", "/test/*/node_modules", "/test/mutation/reports", "/.git", "/.ci"],
  tempDirName: ".stryker-tmp",
  timeoutMS: 8000,
  timeoutFactor: 3,
  allowConsoleColors: false,
  warnings: { slow: false },
};
