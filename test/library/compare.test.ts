import { describe, expect, test } from "vitest";
import { comparePlans } from "../../src/data/compare.js";
import { compare, loadDataset } from "../../src/index.js";

const dataset = await loadDataset();

describe("compare", () => {
  test("without options it has the candidates, every region and every note", () => {
    expect(compare(dataset)).toEqual(comparePlans(dataset, { plans: dataset.candidates, lang: "en" }));
  });

  test("plans are named by id, alias or name, each once", () => {
    const { plans } = compare(dataset, { plans: ["Business Support", "business", "standard"] });
    expect(plans.map(({ id }) => id)).toEqual(["business", "standard"]);
  });

  test("regions choose the hours and the notes about regions", () => {
    const one = compare(dataset, { regions: ["Japan"] });
    expect(one.regions.map(({ id, zone }) => [id, zone])).toEqual([["japan", "Asia/Tokyo"]]);
    const ids = (region: string) => compare(dataset, { regions: [region] }).notes.map(({ id }) => id);
    expect(ids("japan")).toContain("japan-p2-to-p4-in-business-hours");
    expect(ids("americas")).not.toContain("japan-p2-to-p4-in-business-hours");
  });

  test("a product has its own targets", () => {
    const { targets, productTargets } = compare(dataset, { product: "commerce-managed-services" });
    expect(targets.standard?.P1).toEqual({ clock: "24x7", amount: 30, unit: "minutes" });
    expect(targets).toEqual(compare(dataset).productTargets[0]?.targets);
    expect(productTargets).toEqual([]);
    const notes = compare(dataset, { product: "commerce" }).notes.map(({ id }) => id);
    expect(notes).not.toContain("commerce-managed-services-targets");
  });

  test("groups, a feature, differences, notes and a language narrow it", () => {
    const targetsOnly = compare(dataset, { groups: ["targets"] });
    expect([targetsOnly.features, targetsOnly.priorities.length]).toEqual([[], 4]);
    const group = Object.keys(dataset.groups)[0] as string;
    expect(new Set(compare(dataset, { groups: [group] }).features.map((one) => one.group))).toEqual(new Set([group]));
    expect(compare(dataset, { feature: "live-telephone" }).features.length).toBe(1);
    const differences = compare(dataset, { onlyDifferences: true, notes: "none", lang: "ja" });
    expect([differences.notes, differences.priorities.length]).toEqual([[], 3]);
    expect(differences.title).not.toBe(compare(dataset).title);
  });

  test("what cannot be used is refused", () => {
    const bad: readonly (readonly [unknown, unknown, string])[] = [
      [null, {}, "dataset must be an object"],
      [dataset, 1, "options must be an object"],
      [dataset, { plans: "business" }, "plans must be a list"],
      [dataset, { regions: [7] }, "regions[0] must be a text"],
      [dataset, { product: 1 }, "product must be a text"],
      [dataset, { feature: 1 }, "feature must be a text"],
      [dataset, { notes: "some" }, "notes must be one of main, all, none"],
      [dataset, { lang: "fr" }, "lang must be one of en"],
    ];
    for (const [data, options, message] of bad) {
      expect(() => compare(data as never, options as never), message).toThrow(RangeError);
      expect(() => compare(data as never, options as never)).toThrow(message);
    }
  });

  test.each([
    ["plans", { plans: ["busines"] }, ["business"]],
    ["regions", { regions: ["japn"] }, ["japan"]],
    ["product", { product: "comerce" }, ["commerce"]],
    ["feature", { feature: "live-telefone" }, ["live-telephone"]],
    ["groups", { groups: ["target"] }, ["targets"]],
  ])("an unknown name among the %s has the nearest", (option, options, nearest) => {
    expect(() => compare(dataset, options)).toThrow(
      expect.objectContaining({ error: expect.objectContaining({ code: "unknown-value", option, nearest }) }),
    );
  });
});
