/** The changelog of a dataset: every kind of key that may differ, in JSON and as text. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { bundledIds, loadBundled } from "../../src/data/bundled.js";
import { changesBetween } from "../../src/data/changes.js";
import { langs } from "../../src/data/dataset.js";
import { type } from "../terminal.js";

const old = JSON.parse(readFileSync("fixtures/datasets/customer.json", "utf8"));
const copy = () => structuredClone(old);
const hour = { clock: "24x7", amount: 1, unit: "hours" };

async function diff(change: (document: ReturnType<typeof copy>) => void, options = "--json") {
  const newer = copy();
  change(newer);
  const files = { "old.json": JSON.stringify(old), "new.json": JSON.stringify(newer) };
  const outcome = await type(["dataset", "diff", "old.json", "new.json", ...options.split(" ")], { files });
  expect({ code: outcome.code, stderr: outcome.stderr }).toEqual({ code: 0, stderr: "" });
  return outcome.stdout;
}
const changes = async (change: (document: ReturnType<typeof copy>) => void) => JSON.parse(await diff(change)).changes;

describe("a difference", () => {
  const [plan] = Object.keys(old.plans);
  const [priority] = Object.keys(old.priorities);
  const [region] = Object.keys(old.regions);
  test.each<[string, (document: ReturnType<typeof copy>) => void, object[]]>([
    [
      "of a target",
      (d) => {
        d.targets[plan!][priority!] = { ...hour, amount: 7 };
      },
      [{ kind: "changed", path: `/targets/${plan}/${priority}`, after: { ...hour, amount: 7 } }],
    ],
    [
      "of a target that is no longer offered",
      (d) => {
        d.targets[plan!][priority!] = null;
      },
      [{ kind: "changed", path: `/targets/${plan}/${priority}`, after: null }],
    ],
    [
      "of a new plan",
      (d) => {
        d.candidates = Object.keys(old.plans);
        d.plans.extra = { name: { en: "Extra" }, rank: 99, paid: true };
      },
      [{ kind: "added", path: "/plans/extra", after: { name: { en: "Extra" }, rank: 99, paid: true } }],
    ],
    [
      "of a text in a language",
      (d) => {
        d.title.ja = "題名";
      },
      [{ kind: "added", path: "/title/ja", after: "題名" }],
    ],
    [
      "of a price, credits and the start of a clock",
      (d) => {
        d.plans.gold.price.text.en = "10 % more";
        d.plans.gold.clockStart = "opened";
        d.plans.gold.credits.text.ja = "返金";
      },
      [
        { kind: "changed", path: "/plans/gold/clockStart", before: "prioritised", after: "opened" },
        { path: "/plans/gold/price/text/en", after: "10 % more" },
        { kind: "added", path: "/plans/gold/credits/text/ja", after: "返金" },
      ],
    ],
    [
      "of hours, closures and calendars of a region",
      (d) => {
        d.regions[region!].hours = { mon: [["08:00", "12:00"]] };
        d.regions[region!].holidays = ["12-24/01-02"];
        d.regions[region!].holidayCalendars = ["DE-BY"];
        d.regions[region!].zone = "Europe/Berlin";
      },
      [
        { path: `/regions/${region}/zone`, before: "customer", after: "Europe/Berlin" },
        { path: `/regions/${region}/hours/mon`, after: [["08:00", "12:00"]] },
        ...["tue", "wed", "thu", "fri"].map((day) => ({ kind: "removed", path: `/regions/${region}/hours/${day}` })),
        { path: `/regions/${region}/holidays`, after: ["12-24/01-02"] },
        { path: `/regions/${region}/holidayCalendars`, after: ["DE-BY"] },
      ],
    ],
    [
      "of sources",
      (d) => {
        d.sources = { ...d.sources, terms: { title: "Terms", confidence: "high" } };
      },
      [{ kind: "added", path: "/sources/terms", after: { title: "Terms", confidence: "high" } }],
    ],
    [
      "of metrics and their targets",
      (d) => {
        d.metrics = { resolution: { name: { en: "Resolution" } } };
        d.metricTargets = { resolution: { [plan!]: { [priority!]: hour } } };
      },
      [
        { kind: "added", path: "/metrics", after: { resolution: { name: { en: "Resolution" } } } },
        { kind: "added", path: "/metricTargets" },
      ],
    ],
    [
      "of notes by their ids, wherever they stand",
      (d) => {
        d.notes = [{ id: "new-one", kind: "condition", text: { en: "New" }, appliesTo: {} }, ...(d.notes ?? [])];
      },
      [{ kind: "added", path: "/notes/new-one", after: { kind: "condition", text: { en: "New" }, appliesTo: {} } }],
    ],
    [
      "of the version and the candidates",
      (d) => {
        d.version = "9";
        d.candidates = [plan];
      },
      [{ path: "/version", after: "9" }, ...(old.candidates?.length === 1 ? [] : [{ path: "/candidates" }])],
    ],
  ])("%s", async (_, change, expected) => {
    const found = await changes(change);
    expect(found).toHaveLength(expected.length);
    for (const one of expected) expect(found).toContainEqual(expect.objectContaining(one));
  });

  test("has the source of the fact around it, and the way back is the other kind", async () => {
    const newer = await loadBundled("cloudflare-support");
    const older = structuredClone(newer) as unknown as ReturnType<typeof copy>;
    older.targets.premium.P1.amount = 9;
    delete older.plans.pro.name.ja;
    older.features = { ...older.features };
    expect(changesBetween(older, newer)).toEqual([
      { kind: "added", path: "/plans/pro/name/ja", after: "Pro", source: "page" },
      {
        ...{ kind: "changed", path: "/targets/premium/P1", source: "page" },
        before: older.targets.premium.P1,
        after: newer.targets.premium!.P1,
      },
    ]);
    expect(changesBetween(newer, older).map(({ kind }) => kind)).toEqual(["changed", "removed"].reverse());
  });

  test("of the order of keys is none, nor of a bundled dataset with itself", async () => {
    expect(await changes((d) => Object.assign(d, { title: { ...d.title } }))).toEqual([]);
    for (const id of bundledIds) {
      const dataset = await loadBundled(id);
      expect(changesBetween(dataset, structuredClone(dataset))).toEqual([]);
    }
  });
});

describe("dataset diff", () => {
  test.each(langs)("is a changelog in %s", async (lang) => {
    const text = await diff((d) => {
      d.version = "2";
      d.targets[Object.keys(d.plans)[0]!][Object.keys(d.priorities)[0]!] = null;
      delete d.plans[Object.keys(d.plans)[0]!].price;
      d.title["zh-TW"] = "標題";
    }, `--lang ${lang}`);
    expect(text).not.toMatch(/undefined|\{"clock/);
    expect(text).toContain("targets/");
    expect(text).toContain("→ 2");
    expect(await diff(() => {}, `--lang ${lang}`)).toContain({ en: "No diff", ja: "違い", "zh-TW": "沒有差異" }[lang]);
    const same = await diff((d) => {
      d.title.en = "Other";
    }, `--lang ${lang}`);
    expect(same.split("\n").length).toBeGreaterThan(5);
  });

  test("compares bundled datasets by id too, and names both", async () => {
    const line = "dataset diff cloudflare-support github-premium-support";
    const { stdout, code } = await type(line.split(" "));
    expect(code).toBe(0);
    expect(stdout).toContain("cloudflare-support 1.0.0 → github-premium-support 1.0.0");
  });

  test.each([
    ["dataset diff", "old and new"],
    ["dataset diff cloudflare-support", "old and new"],
    ["dataset diff cloudflare-support nothing", "nothing"],
    ["dataset validate cloudflare-support github-premium-support", "github-premium-support"],
  ])("%s is an error", async (line, text) => {
    const { stderr, code } = await type(line.split(" "));
    expect(code).toBe(2);
    expect(stderr).toContain(text);
  });
});
