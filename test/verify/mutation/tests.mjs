/**
 * Which tests judge a file's mutants: those that fail soonest first, since the first that fails settles a mutant, and no more than it
 * takes, since those that live, and those that never end, are held against all of them.
 */
const judges = {
  core: {
    calendar: ["open-intervals", "open-time", "positions", "properties"],
    check: ["arguments"],
    date: ["date"],
    "local-days": ["local-days"],
    "business-days": ["business-days", "positions", "open-time", "properties"],
    deadline: ["positions", "open-time", "arguments"],
    "format-time": ["format-time", "arguments"],
    status: ["status", "share", "arguments"],
    ledger: ["ledger", "arguments"],
    pause: ["pause", "arguments", "open-time", "positions", "properties"],
    recurrence: ["recurrence"],
    schedule: ["schedule", "positions", "arguments"],
    interval: ["interval", "ledger"],
    share: ["share"],
    "calendar-table": ["calendar-table"],
    target: ["target", "positions", "arguments"],
    "open-intervals": ["open-intervals", "positions", "open-time", "properties"],
    "open-time": ["open-intervals", "positions", "open-time", "properties"],
    "local-clock": ["zone", "zone-offsets"],
    "zone-names": ["zone"],
    "zone-offsets": ["zone", "zone-offsets", "positions"],
    zone: ["zone", "zone-offsets", "positions", "arguments"],
  },
  // A recommendation asks for all that would change it, which takes long: only what is seen in it is judged by it.
  data: {
    "recommend/rule": ["recommend/recommend"],
    "recommend/needs": ["recommend/needs", "recommend/recommend"],
    "recommend/recommend": ["recommend/recommend"],
    "recommend/what-would-change": ["recommend/what-would-change"],
    lookup: ["lookup", "recommend/needs"],
    "recommend/response-time": ["recommend/needs"],
  },
};

/** The files that are mutated, by part. */
export const files = {
  core: Object.keys(judges.core).map((name) => `src/core/${name}.ts`),
  rules: Object.keys(judges.data).map((name) => `src/data/${name}.ts`),
};

/** The tests that judge a file, the first to be asked first. */
export function testsOf(file) {
  const [, folder, name] = /^src\/([^/]+)\/(.+)\.ts$/.exec(file);
  return judges[folder][name].map((test) => `test/${folder}/${test}.test.ts`);
}
