import { describe, expect, test } from "vitest";
import { noNeeds } from "../../src/data/recommend/answers.js";
import { recommend as recommendPlan } from "../../src/data/recommend/recommend.js";
import { loadDataset, recommend } from "../../src/index.js";

const dataset = await loadDataset();

describe("recommend", () => {
  test("answers that are left out are no needs", () => {
    expect(recommend(dataset, {})).toEqual(recommendPlan(dataset, noNeeds));
    expect(recommend(dataset, { contacts: 0 }).recommended).toBe("standard");
  });

  test("has the plan, or the closest, with reasons as data", () => {
    const answers = {
      features: ["Live Telephone Support"],
      within: { p2: "2h@24x7", P3: { amount: 4, unit: "hours" } },
    } as const;
    const { recommended, closest, reasons, candidates } = recommend(dataset, answers);
    expect([recommended, closest]).toEqual([null, "business"]);
    expect(reasons[0]).toEqual({ code: "none-meets-all", needs: 3, isBudgetLimited: false, isUnknown: false });
    expect(candidates.map(({ plan }) => plan)).toEqual(["standard", "business"]);
    const all = recommend(dataset, answers, {
      candidates: ["elite", "Enterprise Support", "business"],
      region: "Japan",
    });
    expect(all.candidates.map(({ plan }) => plan)).toEqual(["business", "enterprise", "elite"]);
  });

  test("what cannot be used is refused", () => {
    expect(() => recommend(null as never, {})).toThrow("dataset must be an object");
    expect(() => recommend(dataset, "business" as never)).toThrow("answers must be an object");
    expect(() => recommend(dataset, {}, 1 as never)).toThrow("options must be an object");
    expect(() => recommend(dataset, {}, { candidates: "business" } as never)).toThrow("candidates must be a list");
    expect(() => recommend(dataset, {}, { region: 1 } as never)).toThrow("region must be a text");
    expect(() => recommend(dataset, {}, { candidates: ["busines"] })).toThrow("Invalid value for candidates: busines.");
  });

  test.each([
    [{ within: { P2: "soon" } }, "within.P2", "soon"],
    [{ contacts: 5n }, "contacts", "5"],
    [{ contacts: Number.NaN }, "contacts", "NaN"],
    [{ budget: ["any"] }, "budget", '["any"]'],
    [{ features: ["telefone"] }, "features.0", "telefone"],
  ])("the answers %o are an error that names the answer", (answers, key, value) => {
    expect(() => recommend(dataset, answers as never)).toThrow(
      expect.objectContaining({
        error: expect.objectContaining({ code: "invalid-answers", path: "answers", key, value }),
      }),
    );
  });
});
