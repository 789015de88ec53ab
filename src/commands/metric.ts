/**
 * `--metric`: the context of a command with the targets of that metric in place of those of the first response.
 */
import { type Dataset, textIn } from "../data/dataset.js";
import { datasetForMetric, firstResponse, metricOf, metricsOf, withEveryTarget } from "../data/metrics.js";
import { readName } from "../data/named.js";
import type { Context } from "./context.js";

/**
 * The context for a metric; for the first response, as it is. A target that is not stated is unknown where targets are compared, and
 * otherwise there is none. Throws `unknown-value` with the metrics where no dataset has the metric.
 */
export function contextForMetric(context: Context, word: string, keepsUnknown: boolean): Context {
  const { lang, several } = context;
  const datasets = (several ?? [context]).map(({ dataset }) => dataset);
  const found = datasets.map((dataset) => metricOf(dataset, word));
  const metrics = Object.assign({ [firstResponse]: {} }, ...datasets.map(({ metrics }) => metrics));
  const id = readName(
    "--metric",
    word,
    found.find((one) => one !== undefined),
    metrics,
  );
  if (id === firstResponse) return context;
  const owner = datasets[found.indexOf(id)] as Dataset;
  const change = (dataset: Dataset): Dataset => {
    const changed = metricsOf(dataset).includes(id) ? datasetForMetric(dataset, id) : { ...dataset, targets: {} };
    return keepsUnknown ? changed : withEveryTarget(changed);
  };
  return {
    ...context,
    dataset: change(context.dataset),
    ...(several && { several: several.map((one) => ({ ...one, dataset: change(one.dataset) })) }),
    metric: { id, name: textIn(owner.metrics![id]!.name, lang) },
  };
}
