/**
 * `dataset list|show|validate|diff|schema|init`: lists, prints, validates and compares datasets.
 */
import { bundledIds, loadBundled } from "../data/bundled.js";
import { type Dataset, textIn } from "../data/dataset.js";
import { loadDataset } from "../data/load.js";
import { CliError } from "../errors.js";
import type { DatasetReport, DatasetSummary } from "../report.js";
import { nearestNames } from "../suggest.js";
import { type Context, Diagnostics, datasetRef } from "./context.js";

export const datasetActions = ["list", "show", "validate", "diff", "schema", "init"] as const;

export interface DatasetOptions {
  /** Applies the rules of the bundled datasets too. */
  readonly strict?: boolean;
  /** Lists every fact with its source. */
  readonly sources?: boolean;
}

export async function runDataset(
  args: readonly string[],
  options: DatasetOptions,
  context: Context,
): Promise<DatasetReport> {
  const [action = "list", file, newer] = args;
  const excess = args.slice(action === "diff" ? 3 : 2);
  if (excess.length > 0) throw new CliError({ code: "excess-arguments", values: excess, command: `dataset ${action}` });
  const { assumptions, warnings } = new Diagnostics(context.notices);
  const base = { command: "dataset", dataset: datasetRef(context), assumptions, warnings } as const;
  switch (action) {
    case "list": {
      const datasets = await Promise.all(bundledIds.map(loadBundled));
      return { ...base, action, datasets: datasets.map((dataset) => summaryOf(dataset, context)) };
    }
    case "show": {
      const dataset = file === undefined ? context.dataset : await loadDataset(file, context.readText);
      return {
        ...base,
        action,
        dataset: datasetRef({ dataset, datasetName: file ?? context.datasetName }),
        summary: summaryOf(dataset, context),
        ...(options.sources && { facts: (await import("../data/facts.js")).factsOf(dataset) }),
        document: dataset,
      };
    }
    case "validate": {
      if (file === undefined)
        throw new CliError({ code: "missing-argument", argument: "file", command: "dataset validate" });
      // A bundled id is accepted too, so that bundled datasets can be checked.
      const dataset = await loadDataset(file, context.readText);
      if (options.strict) await checkStrictly(dataset, file);
      return {
        ...base,
        action,
        dataset: datasetRef({ dataset, datasetName: file }),
        path: file,
        summary: summaryOf(dataset, context),
      };
    }
    case "diff":
      return { ...base, action, ...(await diffOf(file, newer, context)) };
    case "schema": {
      const { datasetJsonSchema } = await import("../data/schema.js");
      return { ...base, action, schema: datasetJsonSchema() };
    }
    case "init": {
      const { exampleDataset } = await import("../data/example-dataset.js");
      return { ...base, action, document: exampleDataset };
    }
    default:
      throw new CliError({
        code: "unknown-value",
        option: "dataset",
        value: action,
        allowed: datasetActions,
        nearest: nearestNames(action, datasetActions),
      });
  }
}

/** What differs from one version of a dataset, a file or a bundled one, to another. Throws `missing-argument`. */
async function diffOf(older: string | undefined, newer: string | undefined, { readText }: Context) {
  if (older === undefined || newer === undefined)
    throw new CliError({ code: "missing-argument", argument: "old and new", command: "dataset diff" });
  const [before, after] = [await loadDataset(older, readText), await loadDataset(newer, readText)];
  const { changesBetween } = await import("../data/changes.js");
  return {
    from: datasetRef({ dataset: before, datasetName: older }),
    to: datasetRef({ dataset: after, datasetName: newer }),
    changes: changesBetween(before, after),
  };
}

/** Throws `invalid-dataset` with what is against the rules of the bundled datasets. */
async function checkStrictly(dataset: Dataset, path: string): Promise<void> {
  const { lintDataset } = await import("../data/lint.js");
  const issues = lintDataset(dataset);
  if (issues.length > 0) throw new CliError({ code: "invalid-dataset", path, issues });
}

function summaryOf(dataset: Dataset, { lang }: Context): DatasetSummary {
  return {
    id: dataset.id,
    version: dataset.version,
    title: textIn(dataset.title, lang),
    validFrom: dataset.validFrom,
    validUntil: dataset.validUntil,
    supersededBy: dataset.supersededBy,
    plans: Object.keys(dataset.plans),
    candidates: dataset.candidates,
    priorities: Object.keys(dataset.priorities),
    regions: Object.keys(dataset.regions),
    features: Object.keys(dataset.features).length,
    notes: dataset.notes.length,
    sources: Object.entries(dataset.sources).map(([id, source]) => ({
      id,
      title: textIn(source.title, lang),
      url: source.url ?? "",
    })),
  };
}
