/**
 * `compare`: plans side by side, the dataset's candidates unless others are named.
 */
import { comparePlans, type NoteChoice, targetsGroup } from "../data/compare.js";
import type { Dataset } from "../data/dataset.js";
import { findFeature, findGroup, findPlan } from "../data/lookup.js";
import { plansInOrder, readName, readPlan } from "../data/named.js";
import { CliError } from "../errors.js";
import type { CompareReport } from "../report.js";
import { type Context, checkInForce, Diagnostics, datasetRefs, metricOf } from "./context.js";

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
  const { dataset, joined, lang } = context;
  const { feature, args } = explainedFeature(words, options, context);
  const diagnostics = new Diagnostics(context.notices);
  if (options.all && args.length > 0)
    throw new CliError({ code: "conflicting-options", options: ["--all", args.join(" ")] });
  const named =
    args.length > 0 ? [...new Set(args.map((word) => readPlan("compare", word, context)))] : dataset.candidates;
  const plans = options.all ? plansInOrder(context) : named;
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
  await checkInForce(context, context.now, diagnostics);
  return {
    command: "compare",
    ...datasetRefs(context),
    ...metricOf(context),
    ...comparison,
    explain: options.explainFeature !== undefined,
    ...(joined && { ownPriorities: joined.ownNames(lang) }),
    assumptions: diagnostics.assumptions,
    warnings: diagnostics.warnings,
  };
}

/** `--explain standard` compares plan Standard: the option's value is a feature, or the first of the plans. Throws `unknown-value`. */
function explainedFeature(
  args: readonly string[],
  { explainFeature: word }: CompareOptions,
  { dataset }: Context,
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
