/** The tables of holidays: what is written is read back, and a part has only its differences. */
import { describe, expect, test } from "vitest";
import { dayOf } from "../../../src/core/date.js";
import type { Holiday } from "../../../src/data/holidays/holiday.js";
import { packageHolidays, packagePlaces } from "../../../src/data/holidays/package.js";
import { encodeTable, holidaysInTable, placeAbove } from "../../../src/data/holidays/tables.js";

const newYear: Holiday = { day: dayOf(2019, 1, 1), name: { en: "New Year" }, kind: "public" };
const moved: Holiday = { day: dayOf(2019, 5, 6), name: { en: "May Day", ja: "メーデー" }, kind: "substitute" };
const eve: Holiday = { day: dayOf(2019, 12, 31), name: { en: "New Year" }, kind: "half-day" };

describe("a table", () => {
  const table = encodeTable("1.2.3", [
    { code: "XX", name: "Country", years: [[newYear, moved]] },
    { code: "XX-A", name: "State", above: "XX", years: [[newYear, eve]] },
    { code: "XX-A-B", name: "Town", above: "XX-A", years: [[newYear, eve]] },
  ]);

  test("is written by differences from the place above, each name once", () => {
    expect(table).toEqual({
      package: "1.2.3",
      names: [{ en: "New Year" }, { en: "May Day", ja: "メーデー" }],
      places: {
        XX: { name: "Country", years: ["0101p0 0506s1"] },
        "XX-A": { name: "State", years: ["0506- 1231h0"] },
        "XX-A-B": { name: "Town", years: [""] },
      },
    });
  });

  test.each([
    ["XX", [newYear, moved]],
    ["XX-A", [newYear, eve]],
    ["XX-A-B", [newYear, eve]],
  ])("%s is read back", (code, holidays) => {
    expect([...holidaysInTable(table, code, 2019).values()]).toEqual(holidays);
  });

  test("the place above a country is none", () => {
    expect(["XX", "XX-A", "XX-A-B"].map(placeAbove)).toEqual([undefined, "XX", "XX-A"]);
  });
});

describe("the package", () => {
  test("lists countries, their parts, and the parts of those", () => {
    expect(packagePlaces()).toContainEqual({ code: "JP", name: "Japan" });
    expect(packagePlaces("US")).toContainEqual({ code: "US-LA", name: "Louisiana" });
    expect(packagePlaces("US-LA")).toEqual([{ code: "US-LA-NO", name: "New Orleans" }]);
    expect(packagePlaces("US-LA-NO")).toEqual([]);
    expect(packagePlaces("JP")).toEqual([]);
  });

  test("has no holidays of a country that it does not have", () => {
    expect(packageHolidays("QQ", ["en"])).toBeUndefined();
  });

  test.each([
    ["TW", 2026, { en: "Founding of the Republic of China", "zh-TW": "開國紀念日", ja: "開国記念日" }],
    ["JP", 2026, { en: "New Year's Day", "zh-TW": "元旦", ja: "元日" }],
    ["DE", 2026, { en: "New Year's Day", ja: "元日" }],
  ])("names the first holiday of %s", (code, year, name) => {
    expect(packageHolidays(code, ["en", "zh-TW", "ja"])?.inYear(year)[0]).toEqual({
      day: dayOf(year, 1, 1),
      name,
      kind: "public",
    });
  });
});
