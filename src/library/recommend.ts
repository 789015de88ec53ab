/**
 * `recommend` of the library: the plan that answers call for, as data. Reasons and assumptions are codes with fields.
 */
import { checkObject, checkText } from "../core/check.js";
import type { Dataset } from "../data/dataset.js";
import { readPlan, readRegion } from "../data/named.js";
import { type Budget, noNeeds, parseAnswers } from "../data/recommend/answers.js";
import { type Recommendation, recommend as recommendPlan } from "../data/recommend/recommend.js";
import type { ResponseTime } from "../data/recommend/response-time.js";
import { checkTexts, idsOf } from "./compare.js";

/** What is needed of a plan; what is left out is not needed. Names are ids, aliases or names of the dataset. */
export interface GivenAnswers {
  /** Features that must be there. */
  readonly features?: readonly string[];
  /** How many named contacts are needed, per product; 1 or more, or 0 for none. */
  readonly contacts?: number;
  /** By priority, how soon the first response must come: `"2h"`, `"30m@24x7"`, or the same as amount, unit and clock. */
  readonly within?: Readonly<Record<string, string | ResponseTime>>;
  /** `included` leaves out paid plans; `any` unless given. */
  readonly budget?: Budget;
  /** Products in use. */
  readonly products?: readonly string[];
  /** Languages that support must speak, by code or name. */
  readonly languages?: readonly string[];
}

export interface RecommendOptions {
  /** The plans to choose from, by id, alias or name; the dataset's candidates unless given. */
  readonly candidates?: readonly string[];
  /** The region, by id or name, where clocks and languages depend on it. */
  readonly region?: string;
}

/**
 * The plan that the answers call for: the candidate of the lowest rank within the budget that meets every need, or where none does, null
 * and the closest, with the reasons and what would change the result. The same answers always give the same result.
 * Throws RangeError for an argument of the wrong kind, and a `Failure` with the code `invalid-answers` for an answer that cannot be used
 * (`key` is which) or `unknown-value` for an unknown plan or region.
 */
export function recommend(dataset: Dataset, answers: GivenAnswers, options: RecommendOptions = {}): Recommendation {
  checkObject("dataset", dataset);
  checkObject("the dataset's targets", dataset.targets);
  checkObject("answers", answers);
  checkObject("options", options);
  const { candidates, region } = options;
  checkTexts({ candidates });
  if (region !== undefined) checkText("region", region);
  return recommendPlan(
    dataset,
    { ...noNeeds, ...parseAnswers(answers, dataset, "answers") },
    candidates && idsOf(candidates, (word) => readPlan("candidates", word, { dataset })),
    region === undefined ? undefined : readRegion("region", region, { dataset }),
  );
}
