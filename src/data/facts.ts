/**
 * The facts of a dataset, each with its path in the document and the source that it names.
 */
import type { Dataset, Sourced } from "./dataset.js";

export interface Fact {
  /** A JSON pointer. */
  readonly path: string;
  readonly source: string | undefined;
}

/** Every fact in the order of the document; a feature is one fact for each of its values. */
export function factsOf(dataset: Dataset): readonly Fact[] {
  const {
    plans,
    priorities,
    targets,
    productTargets = {},
    metrics = {},
    metricTargets = {},
    regions,
    features,
    notes,
  } = dataset;
  return [
    ...entriesOf("/plans", plans),
    ...Object.entries(plans).flatMap(([id, { price, credits, nearest }]) =>
      Object.entries({ price, credits, nearest }).flatMap(([key, fact]) =>
        fact ? factOf(`/plans/${id}/${key}`, fact) : [],
      ),
    ),
    ...entriesOf("/priorities", priorities),
    ...targetsOf("/targets", targets),
    ...Object.entries(productTargets).flatMap(([product, byPlan]) => targetsOf(`/productTargets/${product}`, byPlan)),
    ...entriesOf("/metrics", metrics),
    ...Object.entries(metricTargets).flatMap(([metric, byPlan]) => targetsOf(`/metricTargets/${metric}`, byPlan)),
    ...Object.entries(regions).flatMap(([id, region]) => [
      ...factOf(`/regions/${id}`, region),
      ...(region.zoneSource === undefined ? [] : [{ path: `/regions/${id}/zone`, source: region.zoneSource }]),
      ...(region.clockOverrides ?? []).flatMap((fact, i) => factOf(`/regions/${id}/clockOverrides/${i}`, fact)),
    ]),
    ...(["products", "languages", "groups"] as const).flatMap((table) => entriesOf(`/${table}`, dataset[table])),
    ...Object.entries(features).flatMap(([id, { values, valueSources = {}, source }]) =>
      Object.keys(values).map((plan) => ({
        path: `/features/${id}/values/${plan}`,
        source: valueSources[plan] ?? source,
      })),
    ),
    ...notes.flatMap((note, i) => factOf(`/notes/${i}`, note)),
  ];
}

function targetsOf(path: string, byPlan: Dataset["targets"]): readonly Fact[] {
  return Object.entries(byPlan).flatMap(([plan, targets]) => entriesOf(`${path}/${plan}`, targets));
}

function entriesOf(path: string, table: Readonly<Record<string, Sourced | null>>): readonly Fact[] {
  return Object.entries(table).flatMap(([id, entry]) => factOf(`${path}/${id}`, entry));
}

function factOf(path: string, fact: Sourced | null): readonly Fact[] {
  return [{ path, source: fact?.source }];
}
