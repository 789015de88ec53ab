/**
 * `compare`: plans side by side, the dataset's candidates unless others are named.
 */
import { comparePlans, type NoteChoice, targetsGroup } from "../data/compare.js";
import { type Dataset, type Lang, type LocalText, type Priority, plansByRank, textIn } from "../data/dataset.js";
import type { JoinedDatasets } from "../data/joined.js";
import { findFeature, findGroup, findPlan } from "../data/lookup.js";
import { readName, readPlan } from "../data/named.js";
import { CliError } from "../errors.js";
import type { CompareReport } from "../report.js";
import { type Context, checkInForce, Diagnostics, datasetRef, metricOf } from "./context.js";

export interface CompareOptions {
  readonly onlyDifferences?: boolean;
  readonly group?: readonly string[];
  readonly all?: boolean;
  /** With a value, the feature to explain; without one, all. */
  readonly explainFeature?: string | true;
  readonly notes?: NoteChoice;
}

export async function runCompare(
  words: readonly string[],
  options: CompareOptions,
  context: Context,
): Promise<CompareReport> {
  const { otherDatasets = [], lang } = context;
  const all = [context, ...otherDatasets];
  const joined =
    otherDatasets.length > 0
      ? (await import("../data/joined.js")).joinDatasets(all.map(({ dataset }) => dataset))
      : undefined;
  const dataset = joined?.dataset ?? context.dataset;
  const { feature, args } = explainedFeature(words, options, dataset);
  const diagnostics = new Diagnostics(context.notices);
  if (options.all && args.length > 0)
    throw new CliError({ code: "conflicting-options", options: ["--all", args.join(" ")] });
  const named =
    args.length > 0 ? [...new Set(args.map((word) => readComparedPlan(word, dataset, joined)))] : dataset.candidates;
  const plans = options.all ? (joined?.plans ?? plansByRank(dataset)) : named;
  const groups = options.group?.flatMap((word) => readGroup(word, dataset));
  const comparison = comparePlans(dataset, {
    ...{ plans, lang, groups, feature, notes: options.notes ?? "main" },
    onlyDifferences: options.onlyDifferences === true,
  });
  for (const region of comparison.regions)
    if (region.zoneAssumed)
      diagnostics.assume({
        code: "region-zone",
        region: region.id,
        regionName: region.name,
        zone: region.zone,
      });
  const clocks = new Set(
    Object.values(comparison.targets).flatMap((targets) => Object.values(targets).map((target) => target?.clock)),
  );
  if (clocks.has("24x5")) diagnostics.assume({ code: "24x5-window", zone: undefined });
  if (clocks.has("business-days")) diagnostics.assume({ code: "day-count-rule", rule: "same-time" });
  if (comparison.plans.some(({ clockStart }) => clockStart === "prioritised"))
    diagnostics.assume({ code: "clock-prioritised" });
  for (const named of all) await checkInForce({ ...context, ...named }, context.now, diagnostics);
  return {
    command: "compare",
    dataset: datasetRef(context),
    ...metricOf(context),
    ...(joined && { datasets: all.map(datasetRef) }),
    ...comparison,
    explain: options.explainFeature !== undefined,
    ...(joined && { ownPriorities: ownPrioritiesOf(joined, lang) }),
    assumptions: diagnostics.assumptions,
    warnings: diagnostics.warnings,
  };
}

/** The plan of a word. Of several datasets, a name that more than one has is `unknown-value` with the full names. */
function readComparedPlan(word: string, dataset: Dataset, joined: JoinedDatasets | undefined): string {
  if (!joined) return readPlan("compare", word, dataset);
  const found = joined.findPlans(word);
  if (found.length > 1)
    throw new CliError({ code: "unknown-value", option: "compare", value: word, allowed: found, nearest: found });
  return readName("compare", word, found[0], dataset.plans);
}

/** The vendors' own names of the priorities, where they are not those of the row. */
function ownPrioritiesOf(
  { dataset, ownPriorities }: JoinedDatasets,
  lang: Lang,
): NonNullable<CompareReport["ownPriorities"]> {
  const nameIn = (id: string, name: LocalText) => {
    const text = textIn(name, lang);
    return id === text.toLowerCase() ? text : `${id} ${text}`;
  };
  return Object.fromEntries(
    Object.entries(ownPriorities).map(([plan, own]) => [
      plan,
      Object.fromEntries(
        Object.entries(own)
          .map(([row, { id, name }]) => [row, nameIn(id, name)] as const)
          .filter(([row, name]) => name !== nameIn(row, (dataset.priorities[row] as Priority).name)),
      ),
    ]),
  );
}

/** `--explain standard` compares plan Standard: the option's value is a feature, or the first of the plans. Throws `unknown-value`. */
function explainedFeature(
  args: readonly string[],
  { explainFeature: word }: CompareOptions,
  dataset: Dataset,
): { readonly feature?: string; readonly args: readonly string[] } {
  if (word === undefined || word === true) return { args };
  const feature = findFeature(dataset, word);
  if (feature === undefined && findPlan(dataset, word) !== undefined) return { args: [word, ...args] };
  return { feature: readName("--explain", word, feature, dataset.features), args };
}

/** A group of features by id or name, or the targets, which a dataset may have as a group too. */
function readGroup(word: string, dataset: Dataset): readonly string[] {
  const isTargets = word.trim().toLowerCase() === targetsGroup;
  const group = findGroup(dataset, word) ?? (isTargets ? targetsGroup : undefined);
  const names = { ...dataset.groups, [targetsGroup]: {} };
  return [readName("--group", word, group, names), ...(isTargets ? [targetsGroup] : [])];
}
