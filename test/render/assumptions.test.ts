import { describe, expect, test } from "vitest";
import { groupAssumptions } from "../../src/render/assumptions.js";

describe("assumptions are listed", () => {
  test("once for all their regions", () => {
    expect(
      groupAssumptions([
        { code: "weekdays", region: "japan", regionName: "Japan" },
        { code: "no-holidays" },
        { code: "region-zone", region: "emea", regionName: "Europe", zone: "Europe/London" },
        { code: "weekdays", region: "emea", regionName: "Europe" },
        { code: "region-zone", region: "apac", regionName: "Asia Pacific", zone: "Asia/Singapore" },
      ]),
    ).toEqual([
      { code: "weekdays", regions: ["Japan", "Europe"] },
      { code: "no-holidays" },
      {
        code: "region-zone",
        zones: [
          { region: "Europe", zone: "Europe/London" },
          { region: "Asia Pacific", zone: "Asia/Singapore" },
        ],
      },
    ]);
  });

  test("each by itself where more than the region differs", () => {
    const windows = ["Asia/Tokyo", "Europe/London"].map((zone) => ({ code: "24x5-window", zone }) as const);
    expect(groupAssumptions(windows)).toEqual(windows);
  });
});
