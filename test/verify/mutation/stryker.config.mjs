/**
 * How one file's mutants are made and judged. Called by run.mjs, from the package's folder: FILE is mutated, REPORT is where the
 * outcome goes, CONCURRENCY how many mutants are tried at a time.
 */
const { FILE, REPORT, CONCURRENCY } = process.env;

export default {
  mutate: [FILE],
  testRunner: "vitest",
  vitest: { configFile: "test/verify/mutation/vitest.config.ts", related: false },
  coverageAnalysis: "perTest",
  // What is computed while a module loads is judged by all tests: ignoring it would leave the constants and patterns untested.
  ignoreStatic: false,
  concurrency: Number(CONCURRENCY ?? 2),
  incremental: true,
  incrementalFile: `${REPORT}.incremental.json`,
  reporters: ["json", ...(process.stdout.isTTY ? ["progress"] : ["progress-append-only"])],
  jsonReporter: { fileName: `${REPORT}.json` },
  ignorePatterns: ["/dist", "/coverage", "/test/**/node_modules", "/test/verify/mutation/reports", "/.git", "/.ci"],
  tempDirName: ".stryker-tmp",
  // Half as much again as the tests take, and some seconds for a machine that has other things to do.
  timeoutMS: 4000,
  timeoutFactor: 1.5,
  allowConsoleColors: false,
  logLevel: "warn",
  warnings: { slow: false },
};
