/**
 * `compare`: plans side by side, the dataset's candidates unless others are named.
 */
import { comparePlans } from "../data/compare.js";
import { plansByRank } from "../data/dataset.js";
import { findGroup } from "../data/lookup.js";
import { CliError } from "../errors.js";
import type { CompareReport } from "../report.js";
import { type Context, checkInForce, Diagnostics, datasetRef, readName, readPlan } from "./context.js";

export interface CompareOptions {
  readonly onlyDifferences?: boolean;
  readonly group?: readonly string[];
  readonly all?: boolean;
}

export async function runCompare(
  args: readonly string[],
  options: CompareOptions,
  context: Context,
): Promise<CompareReport> {
  const { dataset, lang } = context;
  const diagnostics = new Diagnostics(context.notices);
  if (options.all && args.length > 0)
    throw new CliError({ code: "conflicting-options", options: ["--all", args.join(" ")] });
  const named =
    args.length > 0 ? [...new Set(args.map((word) => readPlan("compare", word, dataset)))] : dataset.candidates;
  const plans = options.all ? plansByRank(dataset) : named;
  const groups = options.group?.map((word) => readName("--group", word, findGroup(dataset, word), dataset.groups));
  const comparison = comparePlans(dataset, { plans, lang, groups, onlyDifferences: options.onlyDifferences === true });
  for (const region of comparison.regions)
    if (region.zoneAssumed) diagnostics.assume({ code: "region-zone", region: region.id, zone: region.zone });
  const clocks = new Set(
    Object.values(comparison.targets).flatMap((targets) => Object.values(targets).map(({ clock }) => clock)),
  );
  if (clocks.has("24x5")) diagnostics.assume({ code: "24x5-window", zone: undefined });
  if (clocks.has("business-days")) diagnostics.assume({ code: "day-count-rule", rule: "same-time" });
  await checkInForce(context, context.now, diagnostics);
  return {
    command: "compare",
    dataset: datasetRef(context),
    ...comparison,
    assumptions: diagnostics.assumptions,
    warnings: diagnostics.warnings,
  };
}
