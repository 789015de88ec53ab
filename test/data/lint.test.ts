/** The rules of `dataset validate --strict`: on the bundled datasets, with exceptions that must still be findings, and on broken ones. */
import { describe, expect, test } from "vitest";
import { bundledIds, loadBundled } from "../../src/data/bundled.js";
import type { Dataset } from "../../src/data/dataset.js";
import { factsOf } from "../../src/data/facts.js";
import { lintDataset } from "../../src/data/lint.js";
import type { LintRule } from "../../src/errors.js";
import { type } from "../terminal.js";

/** What the vendors' own figures and names break, by dataset and rule: the paths, and why. */
const exceptions: Readonly<Record<string, readonly (readonly [rule: LintRule, path: RegExp, reason: string])[]>> = {
  "adobe-experience-cloud-2022": [
    ["texts-in-all-languages", /^\/priorities\/P\d\/portalName$/, "the portal's words, in English"],
    ["texts-in-all-languages", /^\/products\/[\w-]+\/name$/, "names of products"],
    ["texts-in-all-languages", /^\/notes\/24\/title$/, "the name of a site"],
  ],
  "adobe-success-plans": [
    ["texts-in-all-languages", /^\/priorities\/P\d\/portalName$/, "the portal's words, in English"],
    ["texts-in-all-languages", /^\/products\/[\w-]+\/name$/, "names of products"],
    ["texts-in-all-languages", /^\/features\/experience-league\/name$/, "the name of a site"],
  ],
  "auth0-support": [
    ["targets-by-plan", /^\/targets\/silver\/P1$/, "the earlier Enterprise plan had 30 minutes"],
    ["targets-by-plan", /^\/targets\/gold\/P4$/, "the earlier Premier plan had 12 hours"],
  ],
};

describe.each(bundledIds)("%s", (id) => {
  test("breaks no rule but where an exception says so", async () => {
    const findings = lintDataset(await loadBundled(id));
    const known = exceptions[id] ?? [];
    const isKnown = (finding: (typeof findings)[number]) =>
      known.some(([rule, path]) => rule === finding.rule && path.test(finding.path));
    expect(findings.filter((finding) => !isKnown(finding))).toEqual([]);
    for (const [rule, path] of known)
      expect(
        findings.some((finding) => rule === finding.rule && path.test(finding.path)),
        String(path),
      ).toBe(true);
  });
});

const sourced = { source: "book" };
const text = (name: string) => ({ en: name, "zh-TW": name, ja: name });
const hours = (amount: number) => ({ clock: "24x7", amount, unit: "hours", ...sourced }) as const;
const sound: Dataset = {
  schemaVersion: 1,
  id: "sound",
  version: "1",
  title: text("Sound"),
  sources: { book: { title: "A book", confidence: "high" } },
  candidates: ["low", "high"],
  plans: {
    low: { name: text("Low"), rank: 1, paid: false, ...sourced },
    high: { name: text("High"), rank: 2, paid: true, ...sourced },
  },
  priorities: { P1: { name: text("One"), ...sourced }, P2: { name: text("Two"), ...sourced } },
  targets: {
    low: { P1: hours(2), P2: { clock: "business-days", amount: 2, unit: "days", ...sourced } },
    high: { P1: hours(1), P2: { clock: "business-days", amount: 1, unit: "days", ...sourced } },
  },
  regions: {
    here: {
      name: text("Here"),
      zone: "Asia/Tokyo",
      zoneAssumed: false,
      hours: { mon: [["09:00", "17:00"]] },
      ...sourced,
    },
  },
  products: {},
  languages: {},
  groups: {},
  features: {},
  notes: [],
};
const { low, high } = sound.plans as Record<"low" | "high", Dataset["plans"][string]>;
const targets = sound.targets as Record<"low" | "high", Dataset["targets"][string]>;

test("a sound dataset has no findings", () => {
  expect(lintDataset(sound)).toEqual([]);
});

test.each<[LintRule, string, Partial<Dataset>]>([
  ["source-per-fact", "/targets/high/P1", { targets: { ...targets, high: { ...targets.high, P1: null } } }],
  ["no-duplicate", "/plans/high", { plans: { low, high: { ...high, name: low.name } } }],
  ["ranks-strict", "/plans/high/rank", { plans: { low, high: { ...high, rank: 1 } } }],
  ["targets-by-priority", "/targets/high/P1", { targets: { ...targets, high: { P1: hours(2), P2: hours(1) } } }],
  ["targets-by-plan", "/targets/high/P1", { targets: { ...targets, high: { ...targets.high, P1: hours(3) } } }],
  ["targets-by-plan", "/targets/high/P1", { targets: { ...targets, high: { P2: hours(1) } } }],
  [
    "hours-inside-day",
    "/regions/here/hours/mon",
    {
      regions: {
        here: { ...(sound.regions.here as Dataset["regions"][string]), hours: { mon: [["22:00", "06:00"]] } },
      },
    },
  ],
  ["texts-in-all-languages", "/title", { title: { en: "Sound" } }],
])("%s finds %s", (rule, path, change) => {
  expect(lintDataset({ ...sound, ...change })).toContainEqual({ path, problem: "lint", rule });
});

describe("on the command line", () => {
  const files = {
    "sound.json": JSON.stringify(sound),
    "bad.json": JSON.stringify({ ...sound, title: { en: "Sound" } }),
  };

  test("validate --strict fails where a rule is broken, and names it", async () => {
    expect((await type(["dataset", "validate", "sound.json", "--strict"], { files })).code).toBe(0);
    expect((await type(["dataset", "validate", "bad.json"], { files })).code).toBe(0);
    const { code, stderr } = await type(["dataset", "validate", "bad.json", "--strict"], { files });
    expect(code).toBe(3);
    expect(stderr).toContain("/title is not in every language (texts-in-all-languages)");
  });

  test("show --sources lists every fact with its source", async () => {
    const { stdout } = await type(["dataset", "show", "cloudflare-support", "--sources"], {});
    expect(stdout).toMatch(/targets\/premium\/P1 +│ page/);
    const json = await type(["dataset", "show", "cloudflare-support", "--sources", "--json"], {});
    expect(JSON.parse(json.stdout).facts).toEqual(factsOf(await loadBundled("cloudflare-support")));
  });
});
