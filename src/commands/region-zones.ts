/**
 * The zones of `--zone`, in general or of one dataset, and the customer's zone from the settings, which is for regions whose hours are in
 * the customer's own zone.
 */
import { findZone } from "../core/zone.js";
import { customerZone, type Dataset } from "../data/dataset.js";
import type { JoinedDatasets } from "../data/joined.js";
import { CliError, checkRepeated } from "../errors.js";
import { nearestNames } from "../suggest.js";

export interface RegionZones {
  /** The zone in place of a region's own, where one is named; without a region, the general one. */
  of(region: string | undefined): string | undefined;
}

/** What reading needs of a command's context. */
interface Datasets {
  readonly dataset: Dataset;
  readonly joined?: JoinedDatasets | undefined;
  /** As the settings have them. */
  readonly customerZones?: readonly string[] | undefined;
}

/** Reads `zone` and `dataset=zone`. Throws `unknown-zone`, `unknown-value` for a dataset, `repeated-option`. */
export function readRegionZones(texts: readonly string[] | undefined, context: Datasets): RegionZones {
  const { joined, dataset } = context;
  const named = readZones(texts, context);
  const customers = readZones(context.customerZones, context, "ignore-others");
  const datasetOf = (region: string) => joined?.datasetOfRegion[region] ?? dataset.id;
  return {
    of(region) {
      if (region === undefined) return named.general ?? (joined ? undefined : named.byDataset.get(dataset.id));
      const own = named.byDataset.get(datasetOf(region)) ?? named.general;
      if (own !== undefined || dataset.regions[region]?.zone !== customerZone) return own;
      return customers.byDataset.get(datasetOf(region)) ?? customers.general;
    },
  };
}

interface Zones {
  readonly general: string | undefined;
  readonly byDataset: ReadonlyMap<string, string>;
}

/** A setting may name datasets that this command does not use; an option may not. */
function readZones(texts: readonly string[] = [], { dataset, joined }: Datasets, others?: "ignore-others"): Zones {
  const ids = joined?.ids ?? [dataset.id];
  const byDataset = new Map<string, string>();
  let general: string | undefined;
  for (const text of texts) {
    const at = text.indexOf("=");
    const zone = text.slice(at + 1).trim();
    findZone(zone);
    if (at < 0) {
      checkRepeated("--zone", general, zone);
      general = zone;
      continue;
    }
    const word = text.slice(0, at).trim();
    const id = ids.find((known) => known.toLowerCase() === word.toLowerCase());
    if (id === undefined && others === undefined)
      throw new CliError({
        code: "unknown-value",
        option: "--zone",
        value: word,
        allowed: ids.map((known) => `${known}=${zone}`),
        nearest: nearestNames(word, ids),
      });
    if (id === undefined) continue;
    checkRepeated(`--zone ${id}`, byDataset.get(id), zone);
    byDataset.set(id, zone);
  }
  return { general, byDataset };
}
