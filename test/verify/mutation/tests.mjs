/**
 * Which tests judge a file's mutants: those that fail soonest first, since the first that fails settles a mutant, and no more than it
 * takes, since those that live, and those that never end, are held against all of them.
 */
const judges = {
  core: {
    calendar: ["kept", "open-time", "positions", "properties"],
    check: ["arguments"],
    date: ["values"],
    "local-days": ["local-days"],
    "business-days": ["business-days", "positions", "open-time", "properties"],
    deadline: ["positions", "open-time", "arguments"],
    "format-time": ["values", "arguments"],
    status: ["values", "share", "arguments"],
    ledger: ["ledger", "arguments"],
    pause: ["pause", "arguments", "open-time", "positions", "properties"],
    recurrence: ["recurrence"],
    schedule: ["values", "positions", "arguments"],
    interval: ["values", "ledger"],
    share: ["share"],
    "calendar-table": ["calendar-table"],
    target: ["values", "positions", "arguments"],
    "open-intervals": ["kept", "positions", "open-time", "properties"],
    "open-time": ["kept", "positions", "open-time", "properties"],
    "local-clock": ["zones", "offsets"],
    "zone-names": ["zones"],
    "zone-offsets": ["zones", "offsets", "positions"],
    zone: ["zones", "offsets", "positions", "arguments"],
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
