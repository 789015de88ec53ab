/**
 * What flags put in place of the cells of a ticket file: plan, priority, region, zone, product, pauses.
 */
import type { Pause } from "../core/pause.js";
import type { CountDays } from "../core/target.js";
import { readPlan, readPriority, readProduct, readRegions } from "../data/named.js";
import { CliError } from "../errors.js";
import { type Context, type Diagnostics, readPauses } from "./context.js";
import { type RegionZones, readRegionZones } from "./region-zones.js";

/** The options that set a ticket's targets, and when it is at risk. */
export interface TargetOptions {
  readonly plan?: readonly string[];
  readonly priority?: string;
  readonly region?: string;
  readonly product?: readonly string[];
  readonly zone?: readonly string[];
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
  /** One of each dataset. */
  readonly regions: readonly string[];
  readonly zones: RegionZones;
  readonly product: string | undefined;
  readonly pauses: readonly Pause[];
}

export function readGiven(
  options: TargetOptions,
  question: { readonly command: string; readonly mayCompare: boolean },
  context: Context,
  diagnostics: Diagnostics,
): Given {
  const plans = [...new Set((options.plan ?? []).map((word) => readPlan("--plan", word, context)))];
  if (plans.length > 1 && !question.mayCompare)
    throw new CliError({ code: "repeated-option", option: "--plan", values: plans, command: question.command });
  return {
    plans,
    priority: options.priority === undefined ? undefined : readPriority("--priority", options.priority, context),
    regions: readRegions("--region", options.region, context),
    zones: readRegionZones(options.zone, context),
    product: readProduct(options.product, context),
    pauses: readPauses(options.pause ?? [], context, diagnostics),
  };
}
