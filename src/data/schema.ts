/**
 * What makes a document a dataset: its shape, as a schema that is also exported as JSON Schema, and the references inside it.
 * Reports everything that is wrong, in the order of the document. Loaded only where a document is validated.
 */
import * as z from "zod";
import { parseDay, secondMs } from "../core/date.js";
import { horizonMs } from "../core/open-time.js";
import { clocks, timeUnits } from "../core/target.js";
import { isZone } from "../core/zone.js";
import { CliError, type DatasetIssue, type DatasetRule, datasetRules } from "../errors.js";
import { maxIdCharacters, maxPlans, maxTextCharacters } from "../limits.js";
import { isYearly } from "./closures.js";
import {
  addonValues,
  clockStarts,
  confidences,
  customerZone,
  type Dataset,
  featureKinds,
  noteKinds,
  plansByRank,
} from "./dataset.js";
import { checkReferences } from "./integrity.js";
import { schemaTexts } from "./schema-texts.js";

/** The required form is passed on as the message of the check that fails. */
const form = (name: DatasetRule): DatasetRule => name;

/** The schema with a text before the description that it has of itself. */
function withText(schema: z.ZodType, text: string): z.ZodType {
  return schema.describe(schema.description === undefined ? text : `${text}. ${schema.description}`);
}

/** An object with a text for each key, whose unknown keys are reported with the known ones. */
function strict<Shape extends z.core.$ZodShape>(texts: Readonly<Record<keyof Shape & string, string>>, shape: Shape) {
  const described = Object.fromEntries(
    Object.entries(shape).map(([key, schema]) => [
      key,
      withText(schema as z.ZodType, texts[key as keyof Shape & string]),
    ]),
  ) as unknown as Shape;
  return z.strictObject(described, {
    error: (issue) => (issue.code === "unrecognized_keys" ? Object.keys(shape).join(" ") : undefined),
  });
}

const filled = z.string().min(1, form("something")).max(maxTextCharacters, form("text-length"));
const id = z
  .string()
  .max(maxIdCharacters, form("id"))
  .regex(/^[A-Za-z][A-Za-z0-9._-]*$/, form("id"))
  .describe("A letter, then letters, digits and . _ -");
const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, form("date"))
  .refine((text) => parseDay(text) !== undefined, form("date"))
  .describe("A date that exists, YYYY-MM-DD");
const zone = z
  .string()
  .refine((name) => name === customerZone || isZone(name), form("zone"))
  .describe("An IANA time zone, such as Asia/Tokyo, or customer, which --zone must name");
const holiday = z
  .string()
  .regex(/^(?:\d{4}-\d{2}-\d{2}|\d{2}-\d{2}(?:\/\d{2}-\d{2})?)$/, form("holiday"))
  .refine((text) => parseDay(text) !== undefined || isYearly(text), form("holiday"))
  .describe("A date, YYYY-MM-DD; a day of every year, MM-DD; or a span of every year, such as 12-28/01-03");
const place = z
  .string()
  .regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,3}){0,2}$/, form("place"))
  .describe("A country or a part of one, such as JP or US-CA");
const opening = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, form("opening"));
const closing = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, form("closing"));
const ranges = z.array(z.tuple([opening, closing]).refine(([open, close]) => open !== close, form("two-times")));
const count = z.number().int(form("whole-number")).min(0, form("whole-number"));

const text = strict(schemaTexts.text, { en: filled, "zh-TW": filled.exactOptional(), ja: filled.exactOptional() });
const sourced = { source: id.exactOptional(), confidence: z.enum(confidences).exactOptional() };
const table = <Value extends z.core.SomeType>(value: Value) => z.record(id, value);

const statement = strict(schemaTexts.statement, { text, ...sourced });

const plan = strict(schemaTexts.plan, {
  name: text,
  description: text.exactOptional(),
  aliases: z.array(filled).exactOptional(),
  rank: z.number(),
  paid: z.boolean(),
  clockStart: z
    .enum(clockStarts)
    .exactOptional()
    .describe("Counted from the opening either way; prioritised is listed as an assumption"),
  price: statement.exactOptional(),
  credits: statement.exactOptional(),
  nearest: strict(schemaTexts.nearest, { dataset: id, plan: id, ...sourced }).exactOptional(),
  ...sourced,
});

const priority = strict(schemaTexts.priority, {
  name: text,
  label: text.exactOptional(),
  portalName: text.exactOptional(),
  definition: text.exactOptional(),
  aliases: z.array(filled).exactOptional(),
  ...sourced,
});

const target = strict(schemaTexts.target, {
  clock: z.enum(clocks),
  amount: z
    .number()
    .min(0, form("amount"))
    .max(horizonMs / secondMs, form("amount"))
    .describe("At most 100 years, whatever the unit"),
  unit: z.enum(timeUnits).describe("days with the clock business-days, and only with it"),
  offered: z.literal(true).optional(),
  ...sourced,
});
const targetEntry = z
  .discriminatedUnion("offered", [target, strict(schemaTexts.notOffered, { offered: z.literal(false), ...sourced })])
  .nullable()
  .describe("Null, or offered: false with a source: the plan has no target");

const hours = strict(schemaTexts.hours, {
  mon: ranges.exactOptional(),
  tue: ranges.exactOptional(),
  wed: ranges.exactOptional(),
  thu: ranges.exactOptional(),
  fri: ranges.exactOptional(),
  sat: ranges.exactOptional(),
  sun: ranges.exactOptional(),
});

const region = strict(schemaTexts.region, {
  name: text,
  zone,
  zoneAssumed: z.boolean().default(false),
  weekdaysAssumed: z.boolean().exactOptional(),
  zoneReason: text.exactOptional(),
  zoneSource: id.exactOptional(),
  hours,
  holidays: z.array(holiday).exactOptional(),
  holidayCalendars: z.array(place).exactOptional().describe("Used unless --holidays names others"),
  exceptions: z.record(date, ranges).exactOptional(),
  clockOverrides: z
    .array(
      strict(schemaTexts.clockOverride, {
        priorities: z.array(id),
        from: z.enum(clocks),
        to: z.enum(clocks),
        ...sourced,
      }),
    )
    .exactOptional(),
  languages: z.array(id).exactOptional(),
  ...sourced,
});

function feature<Kind extends (typeof featureKinds)[number], Value extends z.core.SomeType>(kind: Kind, value: Value) {
  return strict(schemaTexts.feature, {
    group: id,
    name: text,
    description: text.exactOptional(),
    kind: z.literal(kind),
    values: table(value),
    valueSources: table(id).exactOptional(),
    answers: z.literal("contacts").exactOptional(),
    ...sourced,
  });
}

const anyFeature = z.discriminatedUnion("kind", [
  feature("flag", z.boolean()),
  feature("count", count),
  feature("per-year", count),
  feature("coverage", z.enum(clocks)),
  feature("addon", z.enum(addonValues)),
]);

const note = strict(schemaTexts.note, {
  id,
  kind: z.enum(noteKinds).default("information"),
  title: text.exactOptional(),
  text,
  url: filled.exactOptional(),
  appliesTo: strict(schemaTexts.scope, {
    regions: z.array(id).exactOptional(),
    priorities: z.array(id).exactOptional(),
    plans: z.array(id).exactOptional(),
    features: z.array(id).exactOptional(),
    products: z.array(id).exactOptional(),
    languages: z.array(id).exactOptional(),
  }).default({}),
  ...sourced,
});

const named = strict(schemaTexts.named, { name: text, ...sourced });

const source = strict(schemaTexts.source, {
  title: z.union([filled, text]),
  url: filled.exactOptional(),
  retrieved: date.exactOptional(),
  edition: filled.exactOptional(),
  confidence: z.enum(confidences),
});

const dataset = strict(schemaTexts.dataset, {
  $schema: z.string().exactOptional(),
  schemaVersion: z.literal(1),
  id,
  version: filled,
  title: text,
  description: text.exactOptional(),
  validFrom: date.exactOptional(),
  validUntil: date.exactOptional(),
  supersededBy: id.exactOptional(),
  sources: table(source).default({}),
  candidates: z.array(id).min(1, form("something")).exactOptional().describe("All plans, unless listed"),
  plans: table(plan)
    .refine((plans) => Object.keys(plans).length > 0, form("something"))
    .refine((plans) => Object.keys(plans).length <= maxPlans, form("plan-count")),
  priorities: table(priority).refine((priorities) => Object.keys(priorities).length > 0, form("something")),
  targets: table(table(targetEntry)),
  productTargets: table(table(table(targetEntry)))
    .exactOptional()
    .describe("By product, then as targets; used with --product"),
  metrics: table(named)
    .exactOptional()
    .describe("What can be measured besides the first response, such as next-response or resolution"),
  metricTargets: table(table(table(targetEntry)))
    .exactOptional()
    .describe("By metric, then as targets; used with --metric"),
  regions: table(region).default({}),
  products: table(named).default({}),
  languages: table(named).default({}),
  groups: table(named).default({}),
  features: table(anyFeature).default({}),
  notes: z.array(note).default([]),
});

/**
 * The dataset of a parsed JSON document, with defaults for optional keys: all plans as candidates, and nothing for the rest.
 * Throws `invalid-dataset` with every issue; `path` is the document's name in it.
 */
export function parseDataset(document: unknown, path: string): Dataset {
  const comments: DatasetIssue[] = [];
  const value = withoutComments(document, [], comments);
  const read = dataset.safeParse(value);
  const issues = [
    ...comments,
    ...(read.success ? [] : read.error.issues.flatMap((issue) => toIssues(issue, value))),
    ...checkReferences(value),
  ];
  if (!read.success || issues.length > 0) {
    throw new CliError({ code: "invalid-dataset", path, issues: inDocumentOrder(document, issues) });
  }
  const { $schema: _, candidates = [], ...parsed } = read.data;
  // That each unit suits its clock is among the references, which zod does not see.
  const complete = { ...parsed, candidates } as Dataset;
  return candidates.length > 0 ? complete : { ...complete, candidates: plansByRank(complete) };
}

/** The schema as JSON Schema 2020-12, of documents as they are written. References and dates are checked beyond it. */
export function datasetJsonSchema(): object {
  return z.toJSONSchema(dataset, {
    target: "draft-2020-12",
    io: "input",
    override: ({ jsonSchema }) => {
      if (jsonSchema.type !== "object") return;
      jsonSchema.properties = {
        ...jsonSchema.properties,
        [commentKey]: { type: "string", description: "A remark for readers of the file" },
      };
      const names = jsonSchema.propertyNames as z.core.JSONSchema.JSONSchema | undefined;
      if (names) jsonSchema.propertyNames = { anyOf: [{ const: commentKey }, names] };
    },
  });
}

/** A remark for readers of the file, in any object. */
const commentKey = "$comment";

/** The document without its comments; one that is no text is an issue. */
function withoutComments(value: unknown, path: Path, issues: DatasetIssue[]): unknown {
  if (Array.isArray(value)) return value.map((item, i) => withoutComments(item, [...path, i], issues));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  for (const [key, inner] of entries) {
    if (key !== commentKey || typeof inner === "string") continue;
    issues.push({ path: pointer([...path, key]), problem: "wrong-type", expected: "string", found: typeName(inner) });
  }
  return Object.fromEntries(
    entries
      .filter(([key]) => key !== commentKey)
      .map(([key, inner]) => [key, withoutComments(inner, [...path, key], issues)]),
  );
}

type Path = readonly PropertyKey[];

/** RFC 6901. */
function pointer(path: Path): string {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

function toIssues(issue: z.core.$ZodIssue, root: unknown): DatasetIssue[] {
  const path = pointer(issue.path);
  const value = valueAt(root, issue.path);
  if (value === undefined && issue.code !== "invalid_key") return [missing(issue.path)];
  switch (issue.code) {
    case "invalid_type":
      // NaN, or a fraction where a whole number is required.
      if (typeof value === "number" && (issue.expected === "number" || issue.expected === "int")) {
        return [
          {
            path,
            problem: "bad-value",
            value: String(value),
            expected: issue.expected === "int" ? "whole-number" : "number",
          },
        ];
      }
      if (issue.expected === "tuple")
        return [{ path, problem: "bad-value", value: written(value), expected: "two-times" }];
      return [
        {
          path,
          problem: "wrong-type",
          expected: issue.expected === "record" ? "object" : issue.expected,
          found: typeName(value),
        },
      ];
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ path, problem: "unknown-key", key, allowed: issue.message.split(" ") }));
    case "invalid_value":
      return [notAllowed(path, value, issue.values.map(String))];
    case "invalid_union":
      // Of the two unions by a key, one is by whether a target is offered, the other by the kind of a feature.
      return [notAllowed(path, value, issue.path.at(-1) === "offered" ? ["true", "false"] : featureKinds)];
    case "invalid_key":
      return [
        { path, problem: "bad-value", value: String(issue.path.at(-1)), expected: formOf(issue.issues[0]?.message) },
      ];
    default: {
      if (
        (issue.code === "too_big" || issue.code === "too_small") &&
        issue.origin === "array" &&
        issue.message.startsWith("Too")
      ) {
        return [{ path, problem: "bad-value", value: written(value), expected: "two-times" }];
      }
      const expected = formOf(issue.message);
      // A hundred plans are not quoted.
      const shown = expected === "plan-count" ? String(Object.keys(value as object).length) : written(value);
      return [{ path, problem: "bad-value", value: shown, expected }];
    }
  }
}

function formOf(message: string | undefined): DatasetRule {
  return datasetRules.find((name) => name === message) ?? "something";
}

function missing(path: Path): DatasetIssue {
  return { path: pointer(path.slice(0, -1)), problem: "missing", key: String(path.at(-1) ?? "") };
}

function notAllowed(path: string, value: unknown, allowed: readonly string[]): DatasetIssue {
  return { path, problem: "not-allowed", value: written(value), allowed };
}

function written(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

function typeName(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined),
    root,
  );
}

/** Sorts issues by their place in the document, and drops duplicates of two checks. */
function inDocumentOrder(root: unknown, issues: readonly DatasetIssue[]): DatasetIssue[] {
  const order = new Map<string, number>();
  const walk = (value: unknown, path: Path) => {
    order.set(pointer(path), order.size);
    if (typeof value === "object" && value !== null)
      for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key]);
  };
  walk(root, []);
  const place = (issue: DatasetIssue) => {
    const at = issue.problem === "unknown-key" ? `${issue.path}${pointer([issue.key])}` : issue.path;
    return order.get(at) ?? order.size;
  };
  const seen = new Set<string>();
  return issues
    .filter((issue) => {
      const key = JSON.stringify(issue);
      return seen.has(key) ? false : seen.add(key);
    })
    .sort((a, b) => place(a) - place(b));
}
