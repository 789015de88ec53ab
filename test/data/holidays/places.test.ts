/** What a word means as a place, and the tables against the package they were computed with. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { packageHolidays } from "../../../src/data/holidays/package.js";
import { findPlace, nearestPlaces, partsOf, placeCodes, placeName } from "../../../src/data/holidays/places.js";
import { requireTable } from "../../../src/data/holidays/require-data.js";
import { holidaysInTable, type Table, tableYears } from "../../../src/data/holidays/tables.js";
import { isZoneIn } from "../../../src/data/holidays/zone-country.js";

describe("names of places", () => {
  test.each([
    ["England", "GB-ENG"],
    ["Bayern", "DE-BY"],
    ["bavaria", "DE-BY"],
    ["巴伐利亞邦", "DE-BY"],
    ["バイエルン州", "DE-BY"],
    ["バイエルン", "DE-BY"],
    ["新南威爾斯", "AU-NSW"],
    ["臺灣", "TW"],
    ["台湾", "TW"],
    ["台灣", "TW"],
    ["日本", "JP"],
    ["Japan", "JP"],
    ["にほん", undefined],
    ["Deutschland", "DE"],
    ["Österreich", "AT"],
    ["osterreich", "AT"],
    ["대한민국", "KR"],
    ["United Kingdom", "GB"],
    ["united-kingdom", "GB"],
    ["加州", "US-CA"],
    ["Georgia", "GE"],
    ["gb", undefined],
    ["x", undefined],
    ["nowhere", undefined],
  ])("%s is %s", (word, code) => expect(findPlace(word)).toBe(code));

  test("two letters are never guessed at, but for the codes in use beside the standard's", () => {
    expect(nearestPlaces("ZZ")).toEqual([]);
    expect(nearestPlaces("uk")).toEqual(["GB"]);
    expect(nearestPlaces("Englnd")).toContain("GB-ENG");
    expect(nearestPlaces("DE-BAY")[0]).toBe("DE-BY");
  });

  test("a name in the reader's language, else in the place's own", () => {
    expect([placeName("GB-SCT", "ja"), placeName("JP", "zh-TW"), placeName("FR-57", "ja")]).toEqual([
      "スコットランド",
      "日本",
      expect.any(String),
    ]);
    expect(partsOf("GB")).toContain("GB-NIR");
    expect(placeCodes).toContain("US-LA-NO");
  });
});

describe("zones of a country", () => {
  test.each([
    ["Asia/Tokyo", "JP", true],
    ["Asia/Kolkata", "IN", true],
    ["Asia/Calcutta", "IN", true],
    ["Europe/London", "JP", false],
    ["America/Los_Angeles", "US", true],
  ])("%s in %s: %s", (zone, country, isIn) => expect(isZoneIn(zone, country)).toBe(isIn));
});

describe("tables", () => {
  const { version } = JSON.parse(readFileSync("node_modules/date-holidays/package.json", "utf8"));
  const tables = readdirSync("src/data/holidays/tables").map((file) => file.replace(".json", ""));

  test("are of the installed package, one for each country with a name", () => {
    for (const country of tables) expect(requireTable(country).package, country).toBe(version);
    expect(tables.sort()).toEqual(placeCodes.filter((code) => !code.includes("-")).sort());
  });

  test.each(["JP", "US", "US-CA", "US-LA-NO", "DE-BY", "GB-SCT", "RU", "IS", "SA"])(
    "%s is what the package computes",
    (code) => {
      const table: Table = requireTable(code.slice(0, 2));
      const computed = packageHolidays(code, ["en", "zh-TW", "ja"]);
      for (const year of [tableYears.from, 2026, tableYears.to])
        expect([...holidaysInTable(table, code, year).values()].sort((a, b) => a.day - b.day)).toEqual(
          computed?.inYear(year),
        );
    },
  );
});
