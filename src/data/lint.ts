/**
 * Rules for datasets beyond validity, each with a name: the tests apply them to the bundled datasets, and
 * `dataset validate --strict` to a user's own.
 */
import { budgetMsOf, type Target } from "../core/target.js";
import type { DatasetIssue, LintRule } from "../errors.js";
import { type Dataset, isOffered, langs, type PlanTargets, plansByRank, type Region } from "./dataset.js";
import { factsOf } from "./facts.js";

type Finding = Extract<DatasetIssue, { readonly problem: "lint" }>;

/** All findings, rule by rule. */
export function lintDataset(dataset: Dataset): readonly Finding[] {
  return Object.entries(rules).flatMap(([rule, paths]) =>
    paths(dataset).map((path): Finding => ({ path, problem: "lint", rule: rule as LintRule })),
  );
}

/** Each rule with the paths that break it. */
const rules: Readonly<Record<LintRule, (dataset: Dataset) => readonly string[]>> = {
  "source-per-fact": (dataset) => factsOf(dataset).flatMap(({ path, source }) => (source === undefined ? path : [])),
  "no-duplicate": duplicates,
  "ranks-strict": equalRanks,
  "targets-by-priority": slowerBefore,
  "targets-by-plan": slowerAbove,
  "hours-inside-day": overnight,
  "texts-in-all-languages": (dataset) => untranslated(dataset, ""),
};

/** Names within a table, and texts of notes, that occur before. */
function duplicates({ plans, priorities, regions, features, notes }: Dataset): readonly string[] {
  const tables = { plans, priorities, regions, features };
  return [
    ...Object.entries(tables).flatMap(([table, entries]) =>
      repeats(Object.entries(entries).map(([id, { name }]) => [`/${table}/${id}`, name.en])),
    ),
    ...repeats(notes.map(({ text }, i) => [`/notes/${i}`, text.en])),
  ];
}

function repeats(texts: readonly (readonly [path: string, text: string])[]): readonly string[] {
  const seen = new Set<string>();
  return texts.flatMap(([path, text]) => {
    const isRepeated = seen.has(text);
    seen.add(text);
    return isRepeated ? path : [];
  });
}

function equalRanks({ plans }: Dataset): readonly string[] {
  return repeats(Object.entries(plans).map(([id, { rank }]) => [`/plans/${id}/rank`, String(rank)]));
}

/** Targets that are longer than that of the next priority on the same clock. */
function slowerBefore(dataset: Dataset): readonly string[] {
  const priorities = Object.keys(dataset.priorities);
  return allTargets(dataset).flatMap(({ path, targets }) =>
    Object.keys(targets).flatMap((plan) =>
      priorities.flatMap((priority, i) =>
        isSlower(entry(targets, plan, priority), entry(targets, plan, priorities[i + 1]))
          ? `${path}/${plan}/${priority}`
          : [],
      ),
    ),
  );
}

/** Targets of a plan that are longer than those of the plan below, on the same clock, or are not offered where that has one. */
function slowerAbove(dataset: Dataset): readonly string[] {
  const plans = plansByRank(dataset);
  return allTargets(dataset).flatMap(({ path, targets }) =>
    plans.slice(1).flatMap((plan, i) =>
      Object.keys(dataset.priorities).flatMap((priority) => {
        const [below, above] = [entry(targets, plans[i], priority), entry(targets, plan, priority)];
        return isSlower(above, below) || (below && !above) ? `${path}/${plan}/${priority}` : [];
      }),
    ),
  );
}

/** The targets of the first response and of every other metric, each with its path. */
function allTargets({ targets, metricTargets = {} }: Dataset) {
  const others = Object.entries(metricTargets).map(([id, byPlan]) => ({
    path: `/metricTargets/${id}`,
    targets: byPlan,
  }));
  return [{ path: "/targets", targets }, ...others];
}

function entry(targets: PlanTargets, plan = "", priority = ""): Target | undefined {
  const found = targets[plan]?.[priority];
  return isOffered(found) ? found : undefined;
}

function isSlower(a: Target | undefined, b: Target | undefined): boolean {
  return a !== undefined && b !== undefined && a.clock === b.clock && lengthOf(a) > lengthOf(b);
}

function lengthOf({ amount, unit }: Target): number {
  return unit === "days" ? amount : budgetMsOf({ amount, unit });
}

/** Hours that close on the next day. */
function overnight({ regions }: Dataset): readonly string[] {
  const closesNextDay = ({ hours }: Region) =>
    Object.entries(hours).filter(([, ranges]) => ranges.some(([open, close]) => close < open));
  return Object.entries(regions).flatMap(([id, region]) =>
    closesNextDay(region).map(([weekday]) => `/regions/${id}/hours/${weekday}`),
  );
}

/** Texts that lack a language. */
function untranslated(value: unknown, path: string): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  if ("en" in value && typeof value.en === "string") return langs.every((lang) => lang in value) ? [] : [path];
  return Object.entries(value).flatMap(([key, inner]) => untranslated(inner, `${path}/${key}`));
}
