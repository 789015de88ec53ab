/**
 * Holidays and recurrence rules against Python: the dates of every place that python-holidays knows too, and random rules expanded by
 * python-dateutil. Exits 1 where a difference has no reason in differences.json, or a reason no difference.
 *
 * RULES (default 2,000) and SEED from the environment. `--update` writes the counts of unconfirmed places to differences.json. Writes
 * reports/holidays.json.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { importSource } from "../../../.build/import-source.mjs";
import { loadHolidays } from "../../../dist/index.js";
import { changedTotals, comparePlaces } from "./places.mjs";
import { linesOf } from "./python.mjs";
import { compareRules } from "./rules.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const rules = Number(process.env.RULES ?? 2000);
const seed = Number(process.env.SEED ?? Math.floor(Date.now() / 86_400_000));
const differencesFile = join(here, "differences.json");

const source = await importSource(
  `export { parseRule } from "./rule.ts"; export { occurrencesIn } from "./occurrences.ts";`,
  join(here, "../../../src/data/holidays"),
);

/** The program's holidays of a code; undefined where it does not know the place. */
async function load(code) {
  try {
    return await loadHolidays([code]);
  } catch (error) {
    if (error.fault?.code !== "unknown-holidays") throw error;
    return undefined;
  }
}

const known = JSON.parse(readFileSync(differencesFile, "utf8"));
const lines = linesOf("places.py", 2020, 2030);
const places = await comparePlaces(lines, { load, known });
if (process.argv.includes("--update")) {
  known.unconfirmed = places.totals;
  writeFileSync(differencesFile, `${JSON.stringify(known, null, 2)}\n`);
}
const expanded = compareRules(source, linesOf("rules.py", rules, seed));

const number = (value) => value.toLocaleString("en");
const { counts } = places;
console.log(
  `${number(counts.places)} places, ${counts.confirmed} of them confirmed; ${number(counts.dates)} dates compared, ` +
    `${number(counts.differences)} differences, ${counts.confirmedDifferences} of them in confirmed years`,
);
console.log(
  `${number(expanded.counts.rules)} rules (seed ${seed}), ${number(expanded.counts.occurrences)} occurrences compared, ` +
    `${expanded.counts.weekBefore} differ by dateutil's number of the week before January`,
);
mkdirSync(join(here, "reports"), { recursive: true });
writeFileSync(
  join(here, "reports", "holidays.json"),
  `${JSON.stringify({ places: counts, rules: expanded.counts, differences: places.all }, null, 1)}\n`,
);

const problems = [
  ...places.unlisted.map(
    ({ code, date, side, name }) => `${code} ${date} ${side} (${name}): no reason in differences.json`,
  ),
  ...places.unused.map((entry) => `differences.json: no difference left for ${JSON.stringify(entry)}`),
  ...changedTotals(places.totals, known.unconfirmed),
  ...expanded.differences.map((difference) => `rule: ${JSON.stringify(difference)}`),
];
for (const problem of problems.slice(0, 100)) console.error(problem);
if (problems.length > 0) {
  console.error(`${problems.length} unexplained`);
  process.exitCode = 1;
}
