/**
 * The datasets that come with the program, each loaded on demand. The tests validate them,
 * so that a run does not have to.
 */
import { CliError } from "../errors.js";
import { nearestNames } from "../suggest.js";
import type { Dataset } from "./dataset.js";

type JsonModule = { readonly default: unknown };

const bundled: Readonly<Record<string, () => Promise<JsonModule>>> = {
  "adobe-experience-cloud-2022": () => import("./bundled/adobe-experience-cloud-2022.json", { with: { type: "json" } }),
  "adobe-success-plans": () => import("./bundled/adobe-success-plans.json", { with: { type: "json" } }),
  "auth0-support": () => import("./bundled/auth0-support.json", { with: { type: "json" } }),
  "canonical-ubuntu-pro": () => import("./bundled/canonical-ubuntu-pro.json", { with: { type: "json" } }),
  "clickhouse-cloud": () => import("./bundled/clickhouse-cloud.json", { with: { type: "json" } }),
  "cloudflare-support": () => import("./bundled/cloudflare-support.json", { with: { type: "json" } }),
  "github-premium-support": () => import("./bundled/github-premium-support.json", { with: { type: "json" } }),
  "tidb-cloud-connected-care": () => import("./bundled/tidb-cloud-connected-care.json", { with: { type: "json" } }),
};

/** The ids that `loadDataset` accepts besides paths. */
export const bundledIds: readonly string[] = Object.freeze(Object.keys(bundled));
/** The dataset used by default. */
export const defaultDatasetId = "adobe-experience-cloud-2022";

/** A bundled dataset; throws `unknown-dataset` for any other id. */
export async function loadBundled(id: string): Promise<Dataset> {
  const load = Object.hasOwn(bundled, id) ? bundled[id] : undefined;
  if (!load)
    throw new CliError({
      code: "unknown-dataset",
      value: id,
      allowed: bundledIds,
      nearest: nearestNames(id, bundledIds),
    });
  return (await load()).default as Dataset;
}
