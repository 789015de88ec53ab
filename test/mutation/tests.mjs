/**
 * Which tests judge a file's mutants: those that fail soonest first, since the first that fails settles a mutant, and no more than it
 * takes, since those that live, and those that never end, are held against all of them.
 */
const judges = {
  core: {
    calendar: ["kept", "open-time", "positions", "properties"],
    check: ["arguments"],
    date: ["values"],
    daylines: ["daylines"],
    days: ["days", "positions", "open-time", "properties"],
    deadline: ["positions", "open-time", "arguments"],
    iso: ["values", "arguments"],
    judge: ["values", "share", "arguments"],
    ledger: ["ledger", "arguments"],
    pause: ["pause", "arguments", "open-time", "positions", "properties"],
    recurrence: ["recurrence"],
    schedule: ["values", "positions", "arguments"],
    segment: ["values", "ledger"],
    share: ["share"],
    table: ["table"],
    target: ["values", "positions", "arguments"],
    timeline: ["kept", "positions", "open-time", "properties"],
    zone: ["zones", "offsets", "positions", "arguments"],
  },
  // A recommendation asks for all that would change it, which takes long: only what is seen in it is judged by it.
  data: {
    choose: ["recommend"],
    needs: ["needs", "recommend"],
    recommend: ["recommend"],
    changes: ["changes"],
    targets: ["targets", "needs"],
    within: ["needs"],
  },
};

/** The files that are mutated, by part. */
export const files = {
  core: Object.keys(judges.core).map((name) => `src/core/${name}.ts`),
  rules: Object.keys(judges.data).map((name) => `src/data/${name}.ts`),
};

/** The tests that judge a file, the first to be asked first. */
export function testsOf(file) {
  const [, folder, name] = /([^/]+)\/([^/]+)\.ts$/.exec(file);
  return judges[folder][name].map((test) => `test/${folder}/${test}.test.ts`);
}
