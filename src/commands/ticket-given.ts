/**
 * What flags put in place of the cells of a ticket file: plan, priority, region, zone, product, pauses.
 */
import type { Pause } from "../core/pause.js";
import type { CountDays } from "../core/target.js";
import { findZone } from "../core/zone.js";
import { readPlan, readPriority, readProduct, readRegion } from "../data/named.js";
import { CliError } from "../errors.js";
import { type Context, type Diagnostics, readPauses } from "./context.js";

/** The options that set a ticket's targets, and when it is at risk. */
export interface TargetOptions {
  readonly plan?: readonly string[];
  readonly priority?: string;
  readonly region?: string;
  readonly product?: readonly string[];
  readonly zone?: string;
  readonly holidays?: readonly string[];
  readonly pause?: readonly string[];
  readonly countDays?: CountDays;
  readonly atRisk?: string;
  readonly dueWithin?: string;
}

/** What flags put in place of cells. */
export interface Given {
  readonly plans: readonly string[];
  readonly priority: string | undefined;
  readonly region: string | undefined;
  readonly zone: string | undefined;
  readonly product: string | undefined;
  readonly pauses: readonly Pause[];
}

export function readGiven(
  options: TargetOptions,
  question: { readonly command: string; readonly mayCompare: boolean },
  context: Context,
  diagnostics: Diagnostics,
): Given {
  const { dataset } = context;
  const plans = [...new Set((options.plan ?? []).map((word) => readPlan("--plan", word, dataset)))];
  if (plans.length > 1 && !question.mayCompare)
    throw new CliError({ code: "repeated-option", option: "--plan", values: plans, command: question.command });
  if (options.zone !== undefined) findZone(options.zone);
  return {
    plans,
    priority: options.priority === undefined ? undefined : readPriority("--priority", options.priority, dataset),
    region: options.region === undefined ? undefined : readRegion("--region", options.region, dataset),
    zone: options.zone,
    product: readProduct(options.product, dataset),
    pauses: readPauses(options.pause ?? [], context, diagnostics),
  };
}
