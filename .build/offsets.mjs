/**
 * Computes the offsets of the bundled regions' zones with the engine and the time-zone database of the Node that builds.
 * On another version of the database the program ignores them (src/data/precomputed-offsets.ts).
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { importSource } from "./import-source.mjs";

const from = Date.UTC(2015, 0, 1);
const to = Date.UTC(2041, 0, 1);

/** The value for src/data/precomputed-offsets.ts. */
export async function findOffsets(root) {
  const { findZone } = await importSource(`export { findZone } from "./zone.ts";`, join(root, "src/core"));
  const stretchesOf = (id) =>
    findZone(id)
      .stretches(from, to)
      .map(({ from: begin, offsetMs }) => [begin, offsetMs]);
  return {
    tzdata: process.versions.tz,
    from,
    to,
    zones: Object.fromEntries(zonesOfRegions(root).map((id) => [id, stretchesOf(id)])),
  };
}

function zonesOfRegions(root) {
  const folder = join(root, "src/data/bundled");
  const datasets = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
  const zones = datasets.flatMap(({ regions }) => Object.values(regions).map(({ zone }) => zone));
  // The customer's own zone is named when the program is used.
  return [...new Set(zones)].filter((zone) => zone !== "customer").sort();
}

/** Replaces the empty module of the sources with the offsets. */
export const insertOffsets = {
  name: "keep-offsets",
  setup({ onLoad, initialOptions: { absWorkingDir } }) {
    onLoad({ filter: /[\\/]src[\\/]data[\\/]precomputed-offsets\.ts$/ }, async () => ({
      contents: `export const precomputedOffsets = ${JSON.stringify(await findOffsets(absWorkingDir))};`,
    }));
  },
};
