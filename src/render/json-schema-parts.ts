/**
 * The parts that the schemas of JSON output share: kinds of values, assumptions and warnings, and what every report has.
 */
import { z } from "zod";
import { countDaysRules } from "../core/target.js";
import type { Assumption, Warning } from "../report.js";
import { dateOnlyRules, dateOrders, numberForms } from "../tickets/names.js";

export const text = z.string();
export const word = text.min(1);
export const words = z.array(word);
export const count = z.int().min(0);
export const seconds = z.number().describe("Seconds; fractions are milliseconds");
export const wholeSeconds = z.int();
export const share = z.number().min(0).max(1);
export const instant = text.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{3})?Z$/).describe("An instant in UTC");
export const local = text
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{3})?[+-]\d{2}:\d{2}$/)
  .describe("The same instant on the wall clock of the zone");
export const date = text.regex(/^\d{4}-\d{2}-\d{2}$/);
export const years = z
  .strictObject({ from: z.int(), to: z.int() })
  .nullable()
  .describe("The years compared with official calendars");
/** Where in its file a row is. */
export const rowPosition = {
  line: z.int().min(1),
  ticket: z.int().min(1).optional().describe("The number of the ticket in a JSON document"),
  event: z.int().min(1).optional().describe("The number of the event in a JSON document of events"),
};
export const orNull = <T extends z.ZodType>(type: T) => type.nullable();

/** The fields of each assumption besides its code and text. */
const assumptionFields = {
  "region-zone": { region: word, regionName: word, zone: word },
  weekdays: { region: word, regionName: word },
  "24x5-window": { zone: word.optional() },
  "day-count-rule": { rule: z.enum(countDaysRules) },
  "clock-start": {},
  "clock-prioritised": {},
  "no-holidays": {},
  "holiday-source": {
    sources: z.array(text),
    places: z.array(z.strictObject({ place: word, package: word, corrections: date, confirmed: years })),
    everywhere: z.boolean().describe("The same holidays are used for every region"),
    fromDataset: z.boolean().describe("The dataset names them; else a flag or a setting does"),
  },
  "system-zone": { zone: word },
  "shown-zone": { zone: word },
  "date-from-now": { option: word, value: text, readAs: word },
  "unknown-system-zone": { variable: text.describe("The value of TZ, where it is set").optional(), zone: word },
  "export-zone": { column: word, preset: word, zone: word },
  "budget-any": {},
  "shortest-day": { hours: z.number() },
  preset: { preset: word, header: word },
  "column-guess": { column: word, header: text },
  "number-times": { column: text, form: z.enum(numberForms) },
  "date-only": { rule: z.enum(dateOnlyRules) },
  "closed-counts-as-response": { tickets: count },
  "date-order": { order: z.enum(dateOrders), column: word, value: text },
  "no-response-column": { likely: z.array(text) },
  "project-settings": { path: text, settings: words },
  unanswered: { now: instant, closed: count.optional() },
  "rounded-percentiles": {},
  "few-tickets": { fewer: count, priorities: z.array(z.strictObject({ priority: word, tickets: count })) },
  "measured-needs": { percent: z.number(), plan: word },
  "clock-as-planned": { needs: words },
} satisfies Record<Assumption["code"], z.ZodRawShape>;

const assumption = z.union(
  Object.entries(assumptionFields).map(([code, fields]) =>
    z.strictObject({ code: z.literal(code), ...fields, text: word }),
  ),
);

const warningCodes = [
  "local-time-gap",
  "local-time-overlap",
  "opened-in-future",
  "holidays-unconfirmed",
  "holidays-parts",
  "holidays-left-out",
  "doubtful-local-times",
  "skipped-lines",
  "undecodable-text",
  "unmatched-conditions",
  "unmatched-values",
  "customer-regions-left-out",
  "no-regions",
  "unstored-formulas",
  "no-target",
  "what-if-left-out",
  "bundled-id",
  "superseded",
] as const;
const warning = z.strictObject({ code: z.enum(warningCodes satisfies readonly Warning["code"][]), text: word });

export const datasetRef = () =>
  z.strictObject({
    id: word,
    version: word,
    path: text.describe("The file of a dataset that is not bundled").optional(),
    digest: word.describe("The SHA-256 of that file's text, in hexadecimal digits").optional(),
  });

/** The commands that accept several datasets, and that have `--metric`. */
const comparing = ["compare", "deadline", "audit"];
const metric = word.describe("The metric, where it is not the first response");
const several = z.array(datasetRef()).describe("All datasets, where there are several");

export function answer<Shape extends z.ZodRawShape>(command: string, shape: Shape) {
  return z.strictObject({
    schemaVersion: z.literal(1),
    command: z.literal(command),
    dataset: datasetRef(),
    ...(comparing.includes(command) && { metric: metric.optional(), datasets: several.optional() }),
    ...shape,
    assumptions: z.array(assumption),
    warnings: z.array(warning),
    tzdata: word.describe("Version of the time-zone database in use"),
  });
}
