import { join } from "node:path";

/**
 * The tests that run for a file's mutants. Those that fail soonest come first, since the first failure decides about a mutant; the list
 * is short, since surviving mutants and those that never end run through all of it.
 */
const testNames = {
  core: {
    "calendar-pieces": ["calendar-pieces"],
    calendar: ["open-intervals", "open-time", "positions", "properties", "arguments"],
    check: ["check"],
    date: ["date"],
    "local-days": ["local-days"],
    "business-days": ["business-days", "positions", "open-time", "properties"],
    deadline: ["check", "positions", "open-time", "arguments"],
    "format-time": ["format-time", "check"],
    status: ["status", "share", "check"],
    ledger: ["ledger", "check", "arguments"],
    "parse-time": ["parse-time", "typed-time"],
    pause: ["pause", "check", "open-time", "positions", "properties"],
    period: ["period"],
    recurrence: ["recurrence"],
    schedule: ["schedule", "check", "positions"],
    interval: ["interval", "ledger"],
    share: ["share"],
    "calendar-table": ["calendar-table"],
    target: ["target", "check", "positions"],
    "open-intervals": ["open-intervals", "positions", "open-time", "properties"],
    "open-time": ["check", "open-intervals", "positions", "open-time", "properties"],
    "typed-time": ["typed-time"],
    "local-clock": ["local-clock", "zone", "zone-offsets"],
    "zone-names": ["zone"],
    "zone-offsets": ["zone", "zone-offsets", "positions"],
    zone: ["zone", "zone-offsets", "positions", "arguments"],
  },
  // A recommendation computes all that would change it, which is slow, so it tests only what is visible in it.
  data: {
    "recommend/rule": ["recommend/rule", "recommend/recommend"],
    "recommend/needs": ["recommend/needs", "recommend/needs-missed", "recommend/recommend"],
    "recommend/recommend": ["recommend/recommend"],
    "recommend/what-would-change": ["recommend/what-would-change"],
    lookup: ["lookup", "recommend/needs"],
    "recommend/response-time": ["recommend/response-time", "recommend/needs"],
  },
};

/** Files of src/core that are a table and no code. */
export const tables = ["src/core/windows-zones.ts"];

/** The files that are mutated, by part. */
export const files = {
  core: Object.keys(testNames.core).map((name) => `src/core/${name}.ts`),
  rules: Object.keys(testNames.data).map((name) => `src/data/${name}.ts`),
};

/** The tests of a file, in the order in which they run. */
export function testsOf(file) {
  const [, folder, name] = /^src\/([^/]+)\/(.+)\.ts$/.exec(file);
  return testNames[folder][name].map((test) => join("test", folder, `${test}.test.ts`));
}
