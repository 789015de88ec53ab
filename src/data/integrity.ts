/**
 * What a dataset says about itself must agree: names that point at plans, priorities, sources and so on, names used once,
 * units that suit clocks. Looks at documents of any shape and reports only what it can see; shapes are schema.ts.
 */

import { horizonMs } from "../core/open-time.js";
import { budgetMsOf, type Clock, clocks, type TimeUnit, timeUnits } from "../core/target.js";
import type { DatasetIssue, DatasetRule } from "../errors.js";

/** All disagreements of a document, in no particular order. */
export function checkReferences(document: unknown): DatasetIssue[] {
  const root = fields(document);
  const issues: DatasetIssue[] = [];
  const known = {
    plans: keys(root.plans),
    priorities: keys(root.priorities),
    regions: keys(root.regions),
    products: keys(root.products),
    languages: keys(root.languages),
    groups: keys(root.groups),
    features: keys(root.features),
    sources: keys(root.sources),
  };
  type Known = keyof typeof known;

  function report(path: string, value: unknown, expected: DatasetRule): void {
    issues.push({
      path,
      problem: "bad-value",
      value: typeof value === "string" ? value : JSON.stringify(value),
      expected,
    });
  }

  function checkReference(path: string, value: unknown, to: Known): void {
    // Where the table itself is wrong, that is one fault, not one for each name.
    if (root[to] === undefined ? required.includes(to) : !isRecord(root[to])) return;
    if (typeof value !== "string" || known[to].includes(value)) return;
    issues.push({ path, problem: "unknown-reference", to, value, allowed: known[to] });
  }

  function checkReferenceList(path: string, list: unknown, to: Known): void {
    items(list).forEach((value, i) => {
      checkReference(`${path}/${i}`, value, to);
    });
  }

  function checkReferenceKeys(path: string, record: unknown, to: Known): void {
    for (const key of keys(record)) checkReference(`${path}${pointerStep(key)}`, key, to);
  }

  /** Ids and other names by which entries are found must each mean one entry. */
  function unique(path: string, record: unknown): void {
    const owner = new Map<string, string>(keys(record).map((id) => [id.toLowerCase(), id]));
    for (const [id, entry] of Object.entries(fields(record))) {
      if (owner.get(id.toLowerCase()) !== id) report(`${path}${pointerStep(id)}`, id, "unused-name");
      items(fields(entry).aliases).forEach((alias, i) => {
        if (typeof alias !== "string") return;
        const name = alias.trim().toLowerCase();
        if (owner.has(name)) report(`${path}${pointerStep(id)}/aliases/${i}`, alias, "unused-name");
        else owner.set(name, id);
      });
    }
  }

  if (typeof root.validFrom === "string" && typeof root.validUntil === "string" && root.validUntil < root.validFrom) {
    report("/validUntil", root.validUntil, "after-valid-from");
  }
  checkReferenceList("/candidates", root.candidates, "plans");
  unique("/plans", root.plans);
  unique("/priorities", root.priorities);

  checkReferenceKeys("/targets", root.targets, "plans");
  for (const [plan, targets] of Object.entries(fields(root.targets))) {
    checkReferenceKeys(`/targets${pointerStep(plan)}`, targets, "priorities");
    for (const [priority, target] of Object.entries(fields(targets))) {
      const { clock, unit, amount } = fields(target);
      const readable = clocks.includes(clock as Clock) && (timeUnits as readonly unknown[]).includes(unit);
      if (readable && (clock === "business-days") !== (unit === "days")) {
        report(`/targets${pointerStep(plan)}${pointerStep(priority)}/unit`, unit, "unit-of-clock");
      }
      if (unit === "days" && typeof amount === "number" && !Number.isInteger(amount)) {
        report(`/targets${pointerStep(plan)}${pointerStep(priority)}/amount`, amount, "whole-number");
      }
      if (readable && typeof amount === "number" && budgetMsOf({ amount, unit: unit as TimeUnit }) > horizonMs) {
        report(`/targets${pointerStep(plan)}${pointerStep(priority)}/amount`, amount, "amount");
      }
    }
  }

  for (const [id, entry] of Object.entries(fields(root.regions))) {
    const path = `/regions${pointerStep(id)}`;
    const region = fields(entry);
    const listed = [region.hours, region.exceptions].flatMap((record) => Object.values(fields(record)));
    if (isRecord(region.hours) && listed.every((ranges) => items(ranges).length === 0))
      report(`${path}/hours`, region.hours, "open-sometime");
    items(region.clockOverrides).forEach((override, i) => {
      const { priorities, from, to } = fields(override);
      checkReferenceList(`${path}/clockOverrides/${i}/priorities`, priorities, "priorities");
      const readable = clocks.includes(from as Clock) && clocks.includes(to as Clock);
      // The amount and its unit stay as they are: four hours must not become four days.
      if (readable && (from === "business-days") !== (to === "business-days"))
        report(`${path}/clockOverrides/${i}/to`, to, "clock-of-unit");
    });
    // Languages need no entry of their own, but where the dataset names some, these are the ones.
    if (known.languages.length > 0) checkReferenceList(`${path}/languages`, region.languages, "languages");
  }

  let contacts = 0;
  for (const [id, entry] of Object.entries(fields(root.features))) {
    const path = `/features${pointerStep(id)}`;
    const feature = fields(entry);
    checkReference(`${path}/group`, feature.group, "groups");
    checkReferenceKeys(`${path}/values`, feature.values, "plans");
    checkReferenceKeys(`${path}/valueSources`, feature.valueSources, "plans");
    for (const [plan, source] of Object.entries(fields(feature.valueSources)))
      checkReference(`${path}/valueSources${pointerStep(plan)}`, source, "sources");
    if (feature.answers === "contacts") {
      contacts++;
      if (contacts > 1) report(`${path}/answers`, feature.answers, "unused-name");
      // That it is missing is said by the schema.
      if (feature.kind !== undefined && feature.kind !== "count") report(`${path}/kind`, feature.kind, "whole-number");
    }
  }

  const noteIds = new Set<unknown>();
  items(root.notes).forEach((entry, i) => {
    const note = fields(entry);
    const path = `/notes/${i}`;
    if (typeof note.id === "string" && noteIds.has(note.id)) report(`${path}/id`, note.id, "unused-name");
    noteIds.add(note.id);
    const scope = fields(note.appliesTo);
    for (const to of ["regions", "priorities", "plans", "features", "products", "languages"] as const) {
      checkReferenceList(`${path}/appliesTo/${to}`, scope[to], to);
    }
    if (note.kind === "exclusion" && keys(note.appliesTo).length === 0)
      report(`${path}/appliesTo`, note.appliesTo ?? {}, "something");
  });

  // Any object may say where it is written, and none may have the one key that schemas pass over in silence.
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === "__proto__") report(`${path}/__proto__`, key, "id");
      if ((key === "source" || key === "zoneSource") && path !== "/sources")
        checkReference(`${path}${pointerStep(key)}`, inner, "sources");
      walk(inner, `${path}${pointerStep(key)}`);
    }
  };
  walk(document, "");
  return issues;
}

const required: readonly string[] = ["plans", "priorities"];

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
