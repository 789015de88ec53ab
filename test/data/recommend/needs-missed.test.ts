/** How far a need is missed, targets that a plan does not have, and those of several products. */
import { describe, expect, test } from "vitest";
import { loadBundled } from "../../../src/data/bundled.js";
import type { Dataset } from "../../../src/data/dataset.js";
import { contactsFeature, evaluateNeed, openHoursPerWeek, targetInUse } from "../../../src/data/recommend/needs.js";
import type { ResponseTime } from "../../../src/data/recommend/response-time.js";

const bundled = await loadBundled("adobe-experience-cloud-2022");
const hours = (amount: number, clock?: string) => ({ amount, unit: "hours", ...(clock && { clock }) }) as ResponseTime;
const days = (amount: number, clock?: string) => ({ ...hours(amount, clock), unit: "days" }) as ResponseTime;

/** The bundled dataset, whose shortest day has 8 hours, with targets of one plan, and of products. */
function withTargets(targets: object, productTargets: object = {}): Dataset {
  return { ...bundled, targets: { business: targets }, productTargets } as unknown as Dataset;
}

function within(wanted: ResponseTime, dataset: Dataset, products: readonly string[] = [], priority = "P2") {
  const need = { need: `within:${priority}`, kind: "within", priority, wanted } as const;
  const { outcome, result, miss } = evaluateNeed(need, "business", { dataset, products });
  return { outcome, has: result.has, ...miss };
}

describe("a response time is missed", () => {
  test.each([
    ["by half, where it takes twice as long", hours(2, "business-hours"), hours(1), 1 / 2, 0],
    ["by the clocks between too", hours(2, "business-hours"), hours(1, "24x7"), 1 / 2, 2],
    ["by the clock alone, where the time would do", hours(2, "business-hours"), hours(8, "24x5"), 0, 1],
    ["by no clock, where the plan's is stricter", hours(2, "24x7"), hours(1, "business-hours"), 1 / 2, 0],
    ["in days of the wanted clock", hours(36, "business-hours"), days(1, "24x7"), 1 / 3, 2],
    ["in days of the plan's clock, where none is wanted", hours(36, "24x7"), days(1), 1 / 3, 0],
    ["in business days", days(3, "business-days"), days(2), 1 / 3, 0],
  ])("%s", (_, target, wanted, amount, clocks) => {
    const found = within(wanted, withTargets({ P2: target }));
    expect(found).toMatchObject({ outcome: "unmet", clocks });
    expect(found.amount).toBeCloseTo(amount, 12);
  });

  test("by nothing, where it is met; whole, where nothing is stated", () => {
    const dataset = withTargets({ P2: hours(2, "24x7") });
    expect(within(hours(2), dataset)).toMatchObject({ outcome: "met", amount: 0, clocks: 0 });
    expect(within(hours(2), dataset, [], "P3")).toEqual({ outcome: "unknown", has: null, amount: 1, clocks: 0 });
  });
});

describe("contacts and features are missed", () => {
  const valued = (value: unknown): Dataset => {
    const id = contactsFeature(bundled) as string;
    const feature = { ...bundled.features[id], values: { business: value } };
    return { ...bundled, features: { ...bundled.features, [id]: feature } } as unknown as Dataset;
  };
  const contacts = (value: unknown, wanted: number) => {
    const context = { dataset: valued(value), products: [] };
    return evaluateNeed({ need: "contacts", kind: "contacts", wanted }, "business", context).miss;
  };

  test("contacts in proportion, or whole where they are no number", () => {
    expect(contacts(2, 8)).toEqual({ amount: 3 / 4, clocks: 0 });
    expect(contacts(8, 8)).toEqual({ amount: 0, clocks: 0 });
    expect(contacts(true, 8)).toEqual({ amount: 1, clocks: 0 });
  });

  test("features whole, or not at all", () => {
    const miss = (feature: string, plan: string) =>
      evaluateNeed({ need: `feature:${feature}`, kind: "feature", feature, wanted: true }, plan, {
        dataset: bundled,
        products: [],
      }).miss;
    expect(miss("live-telephone", "elite")).toEqual({ amount: 0, clocks: 0 });
    expect(miss("expert-sessions", "business")).toEqual({ amount: 1, clocks: 0 });
  });
});

describe("a target that a plan does not have", () => {
  const dataset = withTargets(
    { P1: null, P2: hours(2, "24x7") },
    { shop: { business: { P2: null } }, desk: { business: { P1: hours(3, "24x7") } } },
  );
  const unmet = { outcome: "unmet", has: null, amount: 1, clocks: 0 };

  test("is a need that is not met, and one of which nothing is stated is unknown", () => {
    expect(within(hours(9), dataset, [], "P1")).toEqual(unmet);
    expect(within(hours(9), dataset, [], "P3").outcome).toBe("unknown");
  });

  test("is not met where one of the products has none", () => {
    expect(within(hours(9), dataset, ["shop"])).toEqual(unmet);
    expect(within(hours(9), dataset, ["desk", "shop"])).toEqual(unmet);
    expect(within(hours(9), dataset, ["desk"])).toMatchObject({ outcome: "met" });
    expect(within(hours(9), dataset, ["desk"], "P1")).toMatchObject({ outcome: "met", has: hours(3, "24x7") });
  });
});

describe("rule each-product: of several products the loosest target counts", () => {
  const dataset = withTargets(
    { P1: hours(1, "24x7") },
    {
      shop: { business: { P1: hours(4, "24x7"), P2: hours(4, "24x7") } },
      desk: { business: { P1: hours(2, "24x7") } },
    },
  );
  const inUse = (priority: string, ...products: string[]) => targetInUse("business", priority, { dataset, products });

  test("in any order, the plan's own for a product without one", () => {
    expect(inUse("P1")).toEqual(hours(1, "24x7"));
    expect(inUse("P1", "desk")).toEqual(hours(2, "24x7"));
    expect(inUse("P1", "desk", "shop")).toEqual(hours(4, "24x7"));
    expect(inUse("P1", "shop", "desk")).toEqual(hours(4, "24x7"));
    expect(inUse("P1", "photoshop", "desk")).toEqual(hours(2, "24x7"));
  });

  test("there is none where one product has none", () => {
    expect(inUse("P2", "shop")).toEqual(hours(4, "24x7"));
    expect(inUse("P2", "shop", "desk")).toBeUndefined();
    expect(inUse("P2", "desk", "shop")).toBeUndefined();
  });
});

test("the hours of a week on each clock, business hours as five of the shortest days", () => {
  const clocks = ["24x7", "24x5", "business-hours", "business-days"] as const;
  expect(clocks.map((clock) => openHoursPerWeek(bundled, clock))).toEqual([168, 120, 40, 40]);
});
