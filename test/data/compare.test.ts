import { describe, expect, test } from "vitest";
import { loadBundled } from "../../src/data/bundled.js";
import { comparePlans, type NoteChoice } from "../../src/data/compare.js";
import { shortNamesOf } from "../../src/data/plan-names.js";
import { loadFixture } from "./fixture.js";

const dataset = await loadBundled("adobe-experience-cloud-2022");
const plans = ["standard", "business"];

describe("compare", () => {
  const whole = comparePlans(dataset, { plans, lang: "en" });

  test("has the plans in the given order", () => {
    expect(whole.plans.map(({ id, name, rank, paid }) => [id, name, rank, paid])).toEqual([
      ["standard", "Standard Support", 1, false],
      ["business", "Business Support", 2, true],
    ]);
    const turned = comparePlans(dataset, { plans: ["elite", "standard"], lang: "en" });
    expect(turned.plans.map(({ id }) => id)).toEqual(["elite", "standard"]);
    expect(Object.keys(turned.features[0]?.values ?? {})).toEqual(["elite", "standard"]);
    expect(Object.keys(turned.targets)).toEqual(["elite", "standard"]);
  });

  test("has every feature, target, region and note of the dataset", () => {
    expect(whole.features.length).toBe(Object.keys(dataset.features).length);
    expect(whole.regions.map(({ id }) => id)).toEqual(Object.keys(dataset.regions));
    const isAbout = ({ appliesTo }: (typeof dataset.notes)[number]) =>
      appliesTo.plans?.some((id) => plans.includes(id)) ?? true;
    expect(whole.notes.length).toBe(dataset.notes.filter(isAbout).length);
    expect(whole.targets.business?.P4).toEqual({ clock: "business-days", amount: 1, unit: "days" });
    expect(whole.features.find(({ id }) => id === "live-telephone")).toEqual({
      id: "live-telephone",
      group: "services",
      groupName: "Support Services",
      name: "Live Telephone Support",
      description: dataset.features["live-telephone"]?.description?.en,
      kind: "flag",
      values: { standard: false, business: true },
      source: "sheet",
    });
    expect(whole.regions[3]).toMatchObject({
      id: "japan",
      zone: "Asia/Tokyo",
      zoneAssumed: false,
      hours: { mon: [["09:00", "17:30"]] },
    });
  });

  test("has the targets of a product where one of the plans has them", () => {
    expect(whole.productTargets.map(({ product, name }) => [product, name])).toEqual([
      ["commerce-managed-services", "Adobe Commerce: Managed Services"],
    ]);
    expect(whole.productTargets[0]?.targets).toMatchObject({
      standard: { P1: { clock: "24x7", amount: 30, unit: "minutes" } },
      business: whole.targets.business,
    });
    expect(comparePlans(dataset, { plans: ["elite"], lang: "en" }).productTargets).toEqual([]);
    expect(comparePlans(dataset, { plans, lang: "en", groups: ["field"] }).productTargets).toEqual([]);
  });

  test("cites the sources of what it shows", () => {
    expect(whole.sources.map(({ id }) => id)).toContain("sheet");
    const cited = new Set([...whole.features, ...whole.regions, ...whole.notes].map(({ source }) => source));
    for (const id of cited) expect(whole.sources.map((source) => source.id)).toContain(id);
  });

  test.each([
    ["zh-TW", "標準支援", "支援服務", "關鍵業務影響", "歐洲、中東與非洲"],
    ["ja", "標準サポート", "サポートサービス", "ビジネスへの致命的な影響", "ヨーロッパ、中東、アフリカ"],
  ] as const)("in %s: names change, ids and values do not", (lang, plan, group, priority, region) => {
    const local = comparePlans(dataset, { plans, lang });
    expect(local.plans[0]?.name).toBe(plan);
    expect(local.features.map(({ groupName }) => groupName)).toContain(group);
    expect(local.priorities[0]?.name).toBe(priority);
    expect(local.regions[1]?.name).toBe(region);
    expect(local.targets).toEqual(whole.targets);
    expect(local.features.map(({ id, values }) => [id, values])).toEqual(
      whole.features.map(({ id, values }) => [id, values]),
    );
  });

  test("only differences: the rows and targets that are not the same for all, and the notes about them", () => {
    const differing = comparePlans(dataset, { plans, lang: "en", onlyDifferences: true });
    expect(differing.features.map(({ id }) => id)).toEqual([
      "account-support-lead",
      "named-support-contacts",
      "live-telephone",
      "escalation-management",
      "service-webinars",
    ]);
    expect(differing.targets).toEqual({
      standard: {
        P2: { clock: "business-hours", amount: 4, unit: "hours" },
        P3: { clock: "business-hours", amount: 6, unit: "hours" },
        P4: { clock: "business-days", amount: 3, unit: "days" },
      },
      business: {
        P2: { clock: "business-hours", amount: 2, unit: "hours" },
        P3: { clock: "business-hours", amount: 4, unit: "hours" },
        P4: { clock: "business-days", amount: 1, unit: "days" },
      },
    });
    expect(differing.priorities.map(({ id }) => id)).toEqual(["P2", "P3", "P4"]);
    expect(differing.regions).toEqual([]);
    expect(differing.notes.map(({ id }) => id)).not.toContain("live-chat-not-for-every-product");
  });

  test("only differences of one plan: none", () => {
    const one = comparePlans(dataset, { plans: ["elite"], lang: "en", onlyDifferences: true });
    expect(one).toMatchObject({ features: [], targets: { elite: {} }, priorities: [] });
  });

  test("a group: its features and the notes about them, nothing else", () => {
    const group = comparePlans(dataset, { plans, lang: "en", groups: ["field"] });
    expect(group.features.map(({ id }) => id)).toEqual(["launch-advisory", "field-service-activities"]);
    expect(group).toMatchObject({ targets: { standard: {}, business: {} }, regions: [], priorities: [] });
    expect(group.notes.map(({ id }) => id)).toEqual(["no-field-service-during-launch-advisory", "field-services-rows"]);
  });

  test("what no source speaks of is null beside what one does, and left out where none does", () => {
    const mixed = comparePlans(dataset, { plans: ["business", "elite"], lang: "en" });
    expect(mixed.features.find(({ id }) => id === "service-webinars")?.values).toEqual({ business: true, elite: null });
    const silent = comparePlans(dataset, { plans: ["enterprise", "elite"], lang: "en" });
    expect(silent.features.map(({ id }) => id)).not.toContain("service-webinars");
  });

  test("notes about other plans stay away", () => {
    const ids = comparePlans(dataset, { plans: ["enterprise"], lang: "en" }).notes.map(({ id }) => id);
    expect(ids).not.toContain("nearest-by-targets");
    expect(ids).not.toContain("resource-business-support-site");
    expect(ids).toContain("languages-english-and-japanese");
  });

  test("features are grouped, in the order of the groups", async () => {
    const whole = await loadFixture("whole");
    const { phone, people } = whole.features;
    const groups = { second: { name: { en: "Second" } }, all: { name: { en: "All" } } };
    const features = { phone, other: { ...people, group: "second" }, people } as typeof whole.features;
    const { features: shown } = comparePlans({ ...whole, groups, features }, { plans: ["only"], lang: "en" });
    expect(shown.map(({ id }) => id)).toEqual(["other", "phone", "people"]);
  });

  test("a dataset without regions, features or definitions is compared all the same", async () => {
    const minimal = comparePlans(await loadFixture("minimal"), { plans: ["only"], lang: "ja" });
    expect(minimal).toEqual({
      title: "Minimal",
      plans: [{ id: "only", name: "Only", rank: 1, paid: false }],
      priorities: [{ id: "P1", name: "One", definition: "" }],
      features: [],
      targets: { only: { P1: { clock: "24x7", amount: 1, unit: "hours" } } },
      productTargets: [],
      regions: [],
      notes: [],
      hiddenNotes: 0,
      heads: { only: "Only" },
      sources: [],
    });
  });

  test("notes about where the facts come from are left out of the main ones, and counted", () => {
    const of = (notes: NoteChoice) => comparePlans(dataset, { plans: ["standard"], lang: "en", notes });
    const [main, all, none] = [of("main"), of("all"), of("none")];
    expect(all.hiddenNotes).toBe(0);
    expect(none.notes).toEqual([]);
    expect([main.hiddenNotes + main.notes.length, none.hiddenNotes]).toEqual([all.notes.length, all.notes.length]);
    expect(main.notes.filter(({ kind }) => kind === "assumption" || kind === "information")).toEqual([]);
    expect(main.hiddenNotes).toBeGreaterThan(0);
  });

  test("one feature has its row and its notes, and nothing else", () => {
    const one = comparePlans(dataset, { plans: ["standard", "elite"], lang: "en", feature: "live-chat" });
    expect(one.features.map(({ id }) => id)).toEqual(["live-chat"]);
    expect([one.priorities, one.regions]).toEqual([[], []]);
    expect(one.notes.map(({ id }) => id)).toContain("live-chat-not-for-every-product");
  });

  test("the group of targets has the targets and the notes about priorities", () => {
    const { priorities, features, regions, notes } = comparePlans(dataset, {
      plans: ["standard"],
      lang: "en",
      groups: ["targets"],
    });
    expect(priorities.map(({ id }) => id)).toEqual(["P1", "P2", "P3", "P4"]);
    expect([features, regions]).toEqual([[], []]);
    expect(notes.map(({ id }) => id)).toContain("first-response-not-resolution");
  });

  test.each([
    ["en", ["Standard", "Business", "Enterprise", "Elite"]],
    ["zh-TW", ["標準", "商務", "企業", "菁英"]],
    ["ja", ["標準", "ビジネス", "エンタープライズ", "エリート"]],
  ] as const)("plans have short names for heads: %s", (lang, heads) => {
    expect(Object.values(shortNamesOf(dataset, lang))).toEqual(heads);
  });

  test("names without a common last word, and a name that is nothing else, stay whole", () => {
    const short = (...names: string[]) =>
      Object.values(
        shortNamesOf(
          { plans: Object.fromEntries(names.map((en, rank) => [`p${rank}`, { name: { en }, rank, paid: false }])) },
          "en",
        ),
      );
    expect(short("Expert", "Ultimate")).toEqual(["Expert", "Ultimate"]);
    expect(short("Gold Support", "Support")).toEqual(["Gold Support", "Support"]);
    expect(short("Gold Support")).toEqual(["Gold Support"]);
    expect(short("Gold Support", "Platinum Support")).toEqual(["Gold", "Platinum"]);
    expect(short("Enterprise", "Prise")).toEqual(["Enterprise", "Prise"]);
  });
});
