/**
 * Writes src/data/holidays/tables/: the holidays that the date-holidays package computes for every country and part, in one
 * file per country. A table is read in a millisecond; the package takes a tenth of a second to start. Run after an update of the package.
 *
 *   npm run build:tables [-- JP US]
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const folder = join(root, "src/data/holidays/tables");
const bundle = join(root, "node_modules/.holiday-tables.mjs");
// The package works in the process's zone; without clock changes there is nothing to round.
process.env.TZ = "UTC";

buildSync({
  stdin: {
    contents: `export { packageHolidays, packagePlaces } from "./package.ts"; export { encodeTable, tableYears } from "./tables.ts";`,
    resolveDir: join(root, "src/data/holidays"),
  },
  bundle: true,
  format: "esm",
  platform: "node",
  packages: "external",
  outfile: bundle,
  logLevel: "error",
});
const { packageHolidays, packagePlaces, encodeTable, tableYears } = await import(bundle);
const languages = ["en", "zh-TW", "ja"];
const years = Array.from({ length: tableYears.to - tableYears.from + 1 }, (_, i) => tableYears.from + i);

const chosen = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const { version } = JSON.parse(readFileSync(join(root, "node_modules/date-holidays/package.json"), "utf8"));
for (const { code, name } of packagePlaces()) {
  if (chosen.length > 0 && !chosen.includes(code)) continue;
  const own = holidaysOf(code, name, undefined);
  if (own) writeFileSync(join(folder, `${code}.json`), `${format(encodeTable(version, [own, ...partsOf(code)]))}\n`);
}
writeFileSync(join(root, "src/data/holidays/place-names.json"), `${JSON.stringify(placeNames(), undefined, 1)}\n`);

/** The names of all places by code. */
function placeNames() {
  const tables = readdirSync(folder)
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")));
  return Object.fromEntries(
    tables.flatMap(({ places }) => Object.entries(places).map(([code, { name }]) => [code, name])),
  );
}

/** Parts, and their parts, each with the place above it. */
function partsOf(code) {
  return packagePlaces(code).flatMap((part) => {
    const own = holidaysOf(part.code, part.name, code);
    return [...(own ? [own] : []), ...partsOf(part.code)];
  });
}

function holidaysOf(code, name, above) {
  const holidays = packageHolidays(code, languages);
  if (!holidays) return undefined;
  return { code, name, above, years: years.map((year) => holidays.inYear(year)) };
}

/** JSON with one line per name and per place, so that a change is a readable diff. */
function format({ package: version, names, places }) {
  const lines = (list) => list.map((value) => `  ${JSON.stringify(value)}`).join(",\n");
  const entries = Object.entries(places).map(([code, place]) => `  ${JSON.stringify(code)}: ${JSON.stringify(place)}`);
  return `{\n "package": ${JSON.stringify(version)},\n "names": [\n${lines(names)}\n ],\n "places": {\n${entries.join(",\n")}\n }\n}`;
}
