/**
 * What targets are about: the first response, or another metric of a dataset, such as the resolution.
 */
import { checkObject, checkText } from "../core/check.js";
import type { Dataset, PlanTargets } from "./dataset.js";
import { findMetric, ownEntry } from "./lookup.js";

/** The metric of a dataset's `targets`. */
export const firstResponse = "first-response";

/** The metric that only a log of events has the times of. */
export const eventMetric = "next-response";

/** The metrics of a dataset, the first response first. */
export function metricsOf(dataset: Dataset): readonly string[] {
  checkObject("dataset", dataset);
  checkObject("the dataset's targets", dataset.targets);
  return [firstResponse, ...Object.keys(dataset.metrics ?? {})];
}

/**
 * The dataset with the targets of a metric in place of those of the first response, so that everything that reads targets reads those.
 * Targets of products are of the first response, and are left out. Throws RangeError for a metric that the dataset does not have.
 */
export function datasetForMetric(dataset: Dataset, metric: string): Dataset {
  checkObject("dataset", dataset);
  checkObject("the dataset's targets", dataset.targets);
  checkText("metric", metric);
  if (metric === firstResponse) return dataset;
  if (ownEntry(dataset.metrics ?? {}, metric) === undefined)
    throw new RangeError(`metric must be one of ${metricsOf(dataset).join(", ")}, but is ${metric}`);
  const { productTargets: _, ...rest } = dataset;
  return { ...rest, targets: ownEntry(dataset.metricTargets ?? {}, metric) ?? {} };
}

/** The id of the metric a word means: an id, or a name in any language. */
export function metricOf(dataset: Dataset, word: string): string | undefined {
  return word.trim().toLowerCase() === firstResponse ? firstResponse : findMetric(dataset, word);
}

/** The dataset with null for each target that it does not state. */
export function withEveryTarget(dataset: Dataset): Dataset {
  const none = Object.fromEntries(Object.keys(dataset.priorities).map((id) => [id, null]));
  const targets: PlanTargets = Object.fromEntries(
    Object.keys(dataset.plans).map((id) => [id, { ...none, ...ownEntry(dataset.targets, id) }]),
  );
  return { ...dataset, targets };
}
