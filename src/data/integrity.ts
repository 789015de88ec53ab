/**
 * The integrity of a dataset: references to plans, priorities, sources and so on, unique names, units that suit clocks.
 * Reads documents of any shape and skips what is malformed; shapes are checked by schema.ts.
 */

import { horizonMs } from "../core/open-time.js";
import { budgetMsOf, type Clock, clocks, type TimeUnit, timeUnits } from "../core/target.js";
import type { DatasetIssue, DatasetRule } from "../errors.js";

/** All integrity issues of a document, in no particular order. */
export function checkReferences(document: unknown): DatasetIssue[] {
  const check = new IntegrityCheck(document);
  for (const rule of rules) rule(check);
  return check.issues;
}

const rules = [
  checkValidity,
  checkCandidates,
  checkNames,
  checkTargets,
  checkRegions,
  checkFeatures,
  checkContacts,
  checkNotes,
  checkEveryObject,
];

const tables = [
  "plans",
  "priorities",
  "regions",
  "products",
  "languages",
  "groups",
  "features",
  "metrics",
  "sources",
] as const;
type Table = (typeof tables)[number];

/** A document, the ids of its tables, and the issues found in it. */
class IntegrityCheck {
  readonly issues: DatasetIssue[] = [];
  readonly root: Fields;
  readonly ids: Readonly<Record<Table, readonly string[]>>;

  constructor(readonly document: unknown) {
    const root = fields(document);
    this.root = root;
    this.ids = Object.fromEntries(tables.map((table) => [table, keys(root[table])])) as Record<Table, string[]>;
  }

  report(path: string, value: unknown, expected: DatasetRule): void {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    this.issues.push({ path, problem: "bad-value", value: text, expected });
  }

  reference(path: string, value: unknown, to: Table): void {
    const table = this.root[to];
    // A malformed table is one issue, not one for each reference to it.
    if (table === undefined ? required.includes(to) : !isRecord(table)) return;
    const allowed = this.ids[to];
    if (typeof value !== "string" || allowed.includes(value)) return;
    this.issues.push({ path, problem: "unknown-reference", to, value, allowed });
  }

  referenceList(path: string, list: unknown, to: Table): void {
    items(list).forEach((value, i) => {
      this.reference(`${path}/${i}`, value, to);
    });
  }

  referenceKeys(path: string, record: unknown, to: Table): void {
    for (const key of keys(record)) this.reference(`${path}${pointerStep(key)}`, key, to);
  }
}

function checkValidity(check: IntegrityCheck): void {
  const { validFrom, validUntil } = check.root;
  if (typeof validFrom === "string" && typeof validUntil === "string" && validUntil < validFrom)
    check.report("/validUntil", validUntil, "after-valid-from");
}

function checkCandidates(check: IntegrityCheck): void {
  check.referenceList("/candidates", check.root.candidates, "plans");
}

/** An id or alias of a plan or priority means one entry, in any case. */
function checkNames(check: IntegrityCheck): void {
  for (const table of ["plans", "priorities"] as const) {
    const owner = new Map<string, string>(check.ids[table].map((id) => [id.toLowerCase(), id]));
    for (const [id, entry] of Object.entries(fields(check.root[table]))) {
      const path = `/${table}${pointerStep(id)}`;
      if (owner.get(id.toLowerCase()) !== id) check.report(path, id, "unused-name");
      items(fields(entry).aliases).forEach((alias, i) => {
        if (typeof alias !== "string") return;
        const name = alias.trim().toLowerCase();
        if (owner.has(name)) check.report(`${path}/aliases/${i}`, alias, "unused-name");
        else owner.set(name, id);
      });
    }
  }
}

function checkTargets(check: IntegrityCheck): void {
  checkPlanTargets(check, "/targets", check.root.targets);
  check.referenceKeys("/productTargets", check.root.productTargets, "products");
  for (const [product, targets] of Object.entries(fields(check.root.productTargets)))
    checkPlanTargets(check, `/productTargets${pointerStep(product)}`, targets);
  check.referenceKeys("/metricTargets", check.root.metricTargets, "metrics");
  for (const [metric, targets] of Object.entries(fields(check.root.metricTargets)))
    checkPlanTargets(check, `/metricTargets${pointerStep(metric)}`, targets);
  for (const metric of keys(check.root.metrics))
    if (metric.toLowerCase() === firstResponse) check.report(`/metrics${pointerStep(metric)}`, metric, "unused-name");
}

function checkPlanTargets(check: IntegrityCheck, root: string, plans: unknown): void {
  check.referenceKeys(root, plans, "plans");
  for (const [plan, targets] of Object.entries(fields(plans))) {
    const path = `${root}${pointerStep(plan)}`;
    check.referenceKeys(path, targets, "priorities");
    for (const [priority, target] of Object.entries(fields(targets)))
      checkTargetUnit(check, `${path}${pointerStep(priority)}`, fields(target));
  }
}

function checkTargetUnit(check: IntegrityCheck, path: string, { clock, unit, amount }: Fields): void {
  const isReadable = clocks.includes(clock as Clock) && (timeUnits as readonly unknown[]).includes(unit);
  if (isReadable && (clock === "business-days") !== (unit === "days"))
    check.report(`${path}/unit`, unit, "unit-of-clock");
  if (typeof amount !== "number") return;
  if (unit === "days" && !Number.isInteger(amount)) check.report(`${path}/amount`, amount, "whole-number");
  if (isReadable && budgetMsOf({ amount, unit: unit as TimeUnit }) > horizonMs)
    check.report(`${path}/amount`, amount, "amount");
}

function checkRegions(check: IntegrityCheck): void {
  for (const [id, entry] of Object.entries(fields(check.root.regions))) {
    const path = `/regions${pointerStep(id)}`;
    const region = fields(entry);
    const ranges = [region.hours, region.exceptions].flatMap((record) => Object.values(fields(record)));
    if (isRecord(region.hours) && ranges.every((list) => items(list).length === 0))
      check.report(`${path}/hours`, region.hours, "open-sometime");
    items(region.clockOverrides).forEach((override, i) => {
      const { priorities, from, to } = fields(override);
      check.referenceList(`${path}/clockOverrides/${i}/priorities`, priorities, "priorities");
      const isReadable = clocks.includes(from as Clock) && clocks.includes(to as Clock);
      // An override changes the clock but not the amount: four hours must not become four days.
      if (isReadable && (from === "business-days") !== (to === "business-days"))
        check.report(`${path}/clockOverrides/${i}/to`, to, "clock-of-unit");
    });
    // Languages are optional in a dataset; a dataset that lists some must list all it uses.
    if (check.ids.languages.length > 0) check.referenceList(`${path}/languages`, region.languages, "languages");
  }
}

function checkFeatures(check: IntegrityCheck): void {
  for (const [id, entry] of Object.entries(fields(check.root.features))) {
    const path = `/features${pointerStep(id)}`;
    const { group, values, valueSources } = fields(entry);
    check.reference(`${path}/group`, group, "groups");
    check.referenceKeys(`${path}/values`, values, "plans");
    check.referenceKeys(`${path}/valueSources`, valueSources, "plans");
    for (const [plan, source] of Object.entries(fields(valueSources)))
      check.reference(`${path}/valueSources${pointerStep(plan)}`, source, "sources");
  }
}

/** At most one feature gives the number of contacts, and it is a count. */
function checkContacts(check: IntegrityCheck): void {
  const contacts = Object.entries(fields(check.root.features)).filter(
    ([, entry]) => fields(entry).answers === "contacts",
  );
  contacts.forEach(([id, entry], i) => {
    const path = `/features${pointerStep(id)}`;
    const { answers, kind } = fields(entry);
    if (i > 0) check.report(`${path}/answers`, answers, "unused-name");
    // The schema reports a missing kind.
    if (kind !== undefined && kind !== "count") check.report(`${path}/kind`, kind, "whole-number");
  });
}

function checkNotes(check: IntegrityCheck): void {
  const ids = new Set<unknown>();
  items(check.root.notes).forEach((entry, i) => {
    const note = fields(entry);
    const path = `/notes/${i}`;
    if (typeof note.id === "string" && ids.has(note.id)) check.report(`${path}/id`, note.id, "unused-name");
    ids.add(note.id);
    const scope = fields(note.appliesTo);
    for (const to of ["regions", "priorities", "plans", "features", "products", "languages"] as const)
      check.referenceList(`${path}/appliesTo/${to}`, scope[to], to);
    if (note.kind === "exclusion" && Object.keys(scope).length === 0)
      check.report(`${path}/appliesTo`, note.appliesTo ?? {}, "something");
  });
}

/** Any object may name its source. `__proto__` is rejected here, because the schema does not see it. */
function checkEveryObject(check: IntegrityCheck): void {
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === "__proto__") check.report(`${path}/__proto__`, key, "id");
      if ((key === "source" || key === "zoneSource") && path !== "/sources")
        check.reference(`${path}${pointerStep(key)}`, inner, "sources");
      walk(inner, `${path}${pointerStep(key)}`);
    }
  };
  walk(check.document, "");
}

const required: readonly string[] = ["plans", "priorities"];

/** The metric that every dataset has. */
const firstResponse = "first-response";

type Fields = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function fields(value: unknown): Fields {
  return isRecord(value) ? value : {};
}

function keys(value: unknown): readonly string[] {
  return Object.keys(fields(value));
}

function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** One step of a JSON pointer. */
function pointerStep(key: string): string {
  return `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
