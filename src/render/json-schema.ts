/**
 * The shape of every JSON document, by command, and of an error: scripts may rely on it. Published as JSON Schema in the package
 * (`support-cli/schema/<name>.json`, written by the build); loaded by no command. The tests validate all JSON output with it.
 */
import { z } from "zod";
import { clocks, hourClocks, timeUnits } from "../core/target.js";
import { addonValues, clockStarts, confidences, featureKinds, noteKinds } from "../data/dataset.js";
import { holidayKinds } from "../data/holidays/holiday.js";
import type { SettingLine } from "../report.js";
import {
  answer,
  count,
  datasetRef,
  date,
  instant,
  local,
  orNull,
  rowPosition,
  seconds,
  share,
  text,
  wholeSeconds,
  word,
  words,
  years,
} from "./json-schema-parts.js";
import { reading } from "./reading-schema.js";
import { dueTicket, reason, segment, target, ticketWithoutTarget } from "./ticket-schema.js";
import { watchLine } from "./watch-schema.js";

const within = z.strictObject({ amount: z.number(), unit: z.enum(timeUnits), clock: z.enum(clocks).optional() });
const featureValue = z.union([z.boolean(), z.number(), z.enum(clocks), z.enum(addonValues)]);
const hours = z.partialRecord(
  z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]),
  z.array(z.tuple([text.regex(/^\d{2}:\d{2}$/), text.regex(/^\d{2}:\d{2}$/)])),
);

const row = { id: text, ...rowPosition };
const rowError = z.strictObject({ code: word, message: word });
const rowErrors = z.array(z.strictObject({ ...rowPosition, code: word, message: word }));

const deadline = z.union([
  answer("deadline", {
    now: instant,
    tickets: z.array(z.union([z.strictObject(dueTicket), z.strictObject(ticketWithoutTarget)])),
  }),
  answer("deadline", {
    now: instant,
    tickets: z.array(
      z.union([
        z.strictObject({ ...row, ...dueTicket }),
        z.strictObject({ ...row, ...ticketWithoutTarget }),
        z.strictObject({ ...row, error: rowError }),
      ]),
    ),
    rows: z.strictObject({ read: count, bad: count }),
    reading,
  }),
]);

const elapsed = answer("elapsed", {
  region: orNull(word),
  zone: word,
  clock: z.enum(hourClocks),
  from: instant,
  to: instant,
  elapsedSeconds: wholeSeconds,
  segments: z.array(segment).optional(),
});

const hoursAnswer = answer("hours", {
  now: instant,
  regions: z.array(
    z.strictObject({
      id: word,
      name: word,
      zone: word,
      open: z.boolean(),
      reason: reason.optional(),
      nextChange: orNull(instant),
      nextChangeLocal: orNull(local),
      secondsToChange: orNull(wholeSeconds),
      week: z.array(z.strictObject({ date, segments: z.array(segment) })),
      calendar: z
        .array(
          z.strictObject({
            from: instant,
            to: instant,
            fromLocal: local,
            toLocal: local,
            seconds,
            totalSeconds: seconds,
          }),
        )
        .optional(),
    }),
  ),
});

const clockOverride = z.strictObject({
  priorities: words,
  from: z.enum(clocks),
  to: z.enum(clocks),
  source: word.optional(),
  confidence: z.enum(confidences).optional(),
});

const statement = z.strictObject({ text: word, source: text });

const comparedTargets = z.record(word, z.record(word, orNull(target)));

const compare = answer("compare", {
  ownPriorities: z
    .record(word, z.record(word, word))
    .describe("Of several datasets, by plan and priority: the vendor's name of the priority, where it is another")
    .optional(),
  title: word,
  plans: z.array(
    z.strictObject({
      id: word,
      name: word,
      description: word.optional(),
      rank: z.number(),
      paid: z.boolean(),
      clockStart: z.enum(clockStarts).optional(),
      price: statement.optional(),
      credits: statement.optional(),
    }),
  ),
  priorities: z.array(
    z.strictObject({ id: word, name: word, label: word.optional(), portalName: word.optional(), definition: text }),
  ),
  features: z.array(
    z.strictObject({
      id: word,
      group: word,
      groupName: word,
      name: word,
      description: word.optional(),
      kind: z.enum(featureKinds),
      values: z.record(word, orNull(featureValue)).describe("By plan; null where no source mentions it"),
      source: text,
    }),
  ),
  targets: comparedTargets.describe("By plan, then by priority; null where the plan has no target"),
  productTargets: z
    .array(z.strictObject({ product: word, name: word, targets: comparedTargets }))
    .describe("Products for which some of the plans have other targets"),
  regions: z.array(
    z.strictObject({
      id: word,
      name: word,
      zone: word,
      zoneAssumed: z.boolean(),
      zoneReason: word.optional(),
      hours,
      holidays: words.optional(),
      holidayCalendars: words.optional(),
      languages: words.optional(),
      clockOverrides: z.array(clockOverride).optional(),
      source: text,
    }),
  ),
  notes: z.array(
    z.strictObject({
      id: word,
      kind: z.enum(noteKinds),
      title: word.optional(),
      text: word,
      url: word.optional(),
      source: text,
    }),
  ),
  sources: z.array(z.strictObject({ id: word, title: word, url: text, confidence: z.enum(confidences) })),
});

const wanted = z.union([z.literal(true), z.number(), word, within]);
const has = z.union([featureValue, target, words, z.null()]);
const answerValue = z.union([z.boolean(), z.number(), word, within, z.null()]);
const difference = z.union([
  z.strictObject({ kind: z.literal("feature"), id: word, from: orNull(featureValue), to: orNull(featureValue) }),
  z.strictObject({ kind: z.literal("target"), id: word, from: orNull(target), to: orNull(target) }),
]);
const whyFields = {
  "none-within-budget": { plans: words },
  "no-needs": { plan: word },
  "meets-all": { plan: word, needs: count },
  "none-meets-all": { needs: count, isBudgetLimited: z.boolean(), isUnknown: z.boolean() },
  "beyond-all": { plans: words, overBudget: words, outside: words },
  closest: { plan: word, met: count, needs: count },
  "closest-tie": { plan: word, over: words },
  "lowest-rank": { plan: word, over: words },
  "lower-rank-lacks": { plan: word, needs: words },
  "lower-rank-unknown": { plan: word, needs: words },
  "excluded-by-budget": { plan: word, needs: words },
  unmet: { plan: word, need: word, wanted, has, note: word.optional() },
  unknown: { plan: word, need: word, wanted },
};

const recommend = answer("recommend", {
  recommended: orNull(word),
  closest: orNull(word).describe("Where nothing is recommended, the candidate within budget that comes closest"),
  answers: z.strictObject({
    features: words,
    contacts: count.optional(),
    within: z.record(word, within),
    budget: z.enum(["included", "any"]),
    products: words,
    languages: words,
  }),
  candidates: z.array(
    z.strictObject({
      plan: word,
      withinBudget: z.boolean(),
      meetsAll: z.boolean(),
      met: words,
      unmet: z.array(z.strictObject({ need: word, wanted, has, note: word.optional() })),
      unknown: z
        .array(z.strictObject({ need: word, wanted }))
        .describe("Needs of which no source states whether the plan meets them; they count as not met"),
    }),
  ),
  history: z
    .strictObject({
      path: text,
      base: word,
      tickets: z.strictObject({ read: count, used: count, answered: count, bad: count }),
      priorities: z.array(
        z.strictObject({ priority: word, tickets: count, share, answered: count, withinSeconds: orNull(wholeSeconds) }),
      ),
      plans: z.array(
        z.strictObject({
          plan: word,
          compared: count,
          earlier: count,
          share: orNull(share),
          medianEarlierSeconds: orNull(z.number()),
        }),
      ),
      reading,
      errors: rowErrors,
    })
    .optional(),
  reasons: z.array(
    z.union(
      Object.entries(whyFields).map(([code, fields]) =>
        z.strictObject({ code: z.literal(code), ...fields, text: word }),
      ),
    ),
  ),
  others: z.array(
    z.strictObject({
      plan: word,
      withinBudget: z.boolean(),
      adds: z.array(difference),
      lacks: z.array(difference),
      differs: z.array(difference),
      unknown: z.array(difference),
    }),
  ),
  wouldChange: z.array(
    z.strictObject({
      changes: z
        .array(z.strictObject({ answer: word, from: answerValue, to: answerValue }))
        .min(1)
        .max(2),
      recommended: word,
    }),
  ),
  wouldChangeTotal: count,
  beyond: z.array(z.strictObject({ need: word, plans: words, overBudget: words })),
  beyondAll: words,
  nearest: z
    .strictObject({ dataset: word, plan: word, name: word })
    .describe("Where the dataset is no longer in force, the plan of its successor with the nearest targets")
    .optional(),
  notes: z.array(z.strictObject({ id: word, text: word })),
  commandLine: word,
});

interface PlaceJson {
  code: string;
  name: string;
  parts: PlaceJson[];
}
const place: z.ZodType<PlaceJson> = z.lazy(() => z.strictObject({ code: word, name: word, parts: z.array(place) }));
const holidayList = answer("holidays", { action: z.literal("list"), places: z.array(place) });
const holidayDates = answer("holidays", {
  action: z.literal("show"),
  kind: z.enum(["country", "dates", "ics"]),
  source: word,
  name: word,
  zone: word.describe("The zone that dates the times of a calendar file").optional(),
  package: word.describe("The version of date-holidays").optional(),
  corrections: date.optional(),
  confirmed: years.optional(),
  parts: words.describe("Parts with other holidays").optional(),
  from: date,
  to: date,
  holidays: z.array(
    z.strictObject({
      date,
      name: text,
      kind: z.enum(holidayKinds),
      closed: z.boolean(),
      hours: z.array(z.tuple([text, text])).optional(),
      source: z.strictObject({ title: word, url: word.optional(), retrieved: date.optional() }),
    }),
  ),
});
const holidays = z.discriminatedUnion("action", [holidayList, holidayDates]);

const attained = { met: count, judged: count, attainment: orNull(share) };
const audit = answer("audit", {
  now: instant,
  path: text,
  tickets: z.strictObject({ read: count, judged: count, unjudged: count, bad: count }),
  unanswered: z.strictObject({ overdue: count, open: count, closed: count.optional() }),
  overall: z.strictObject(attained),
  span: orNull(z.strictObject({ from: date, to: date })),
  groups: z.array(
    z.strictObject({
      plan: word,
      priority: word,
      region: orNull(word),
      period: text.regex(/^\d{4}(-(\d{2}(-\d{2})?|W\d{2}|Q[1-4]))?$/),
      month: text.regex(/^\d{4}-\d{2}$/).optional(),
      by: text.optional(),
      metric: word.optional(),
      ...attained,
      unjudged: count,
    }),
  ),
  responseSeconds: z.record(
    word,
    z
      .object({ answered: count, median: z.number(), p90: z.number(), max: z.number(), exact: z.boolean() })
      .catchall(z.number()),
  ),
  usedPercent: z.record(word, z.array(z.strictObject({ from: z.number(), to: orNull(z.number()), tickets: count }))),
  worst: z.array(
    z.strictObject({
      id: text,
      ...rowPosition,
      plan: word,
      priority: word,
      region: orNull(word),
      opened: instant,
      deadline: instant,
      responded: orNull(instant),
      lateSeconds: wholeSeconds,
    }),
  ),
  whatIf: z.array(z.strictObject({ plan: word, ...attained, medianEarlierSeconds: orNull(z.number()) })),
  leftOut: z.strictObject({
    filtered: count,
    errors: z.array(z.strictObject({ code: text, rows: count, ...rowPosition, message: text })),
  }),
  reading,
  errors: rowErrors,
});

const settingSources = ["flag", "environment", "project", "user", "system", "default"] as const;
const config = answer("config", {
  settings: z.array(
    z.strictObject({
      key: word,
      value: orNull(z.union([text, z.array(text)])),
      from: z.enum(settingSources satisfies readonly SettingLine["from"][]),
      where: orNull(text),
      commands: z.array(word).optional(),
      flag: word,
      variable: orNull(word),
    }),
  ),
  files: z.array(z.strictObject({ kind: z.enum(["project", "user"]), path: word })),
});

const summary = z.strictObject({
  id: word,
  version: word,
  title: word,
  validFrom: date.optional(),
  validUntil: date.optional(),
  supersededBy: word.optional(),
  plans: words,
  candidates: words,
  priorities: words,
  regions: words,
  features: count,
  notes: count,
  sources: z.array(z.strictObject({ id: word, title: word, url: text })),
});
const dataset = z.union([
  answer("dataset", { action: z.literal("list"), datasets: z.array(summary) }),
  answer("dataset", {
    action: z.literal("show"),
    summary,
    facts: z
      .array(z.strictObject({ path: text, source: text.optional() }))
      .optional()
      .describe("With --sources: each fact by its JSON pointer, and the id of its source"),
    document: z.looseObject({ schemaVersion: z.literal(1), id: word }).describe("In the form of `dataset schema`"),
  }),
  answer("dataset", { action: z.literal("validate"), path: text, summary }),
  answer("dataset", {
    action: z.literal("diff"),
    from: datasetRef(),
    to: datasetRef(),
    changes: z.array(
      z.strictObject({
        kind: z.enum(["added", "changed", "removed"]),
        path: text.describe("A JSON pointer; notes have their id in place of their position"),
        before: z.unknown().optional(),
        after: z.unknown().optional(),
        source: word.optional(),
      }),
    ),
  }),
]);

const error = z.strictObject({
  error: z.strictObject({ code: word, message: word, hint: text, path: text.optional(), line: count.optional() }),
});

/** By command; `error` is what goes to stderr with `--json`, `ticket` a line of `deadline --format jsonl` for one ticket. */
export const answerSchemas = {
  audit,
  compare,
  config,
  dataset,
  deadline,
  elapsed,
  error,
  holidays,
  hours: hoursAnswer,
  recommend,
  ticket: z.union([z.strictObject(dueTicket), z.strictObject(ticketWithoutTarget)]),
  watch: watchLine,
} as const satisfies Readonly<Record<string, z.ZodType>>;

/** A schema as JSON Schema 2020-12. */
export function answerJsonSchema(name: keyof typeof answerSchemas): object {
  const schema = z.toJSONSchema(answerSchemas[name], { target: "draft-2020-12", reused: "ref" });
  return { ...schema, title: name === "error" || name === "ticket" ? name : `support-cli ${name} --json` };
}
