/** Dates by official calendars, where the date-holidays package has others. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseDay, weekdayIndex } from "../../../src/core/date.js";
import { correctedCountries, loadCorrections } from "../../../src/data/holidays/corrections.js";
import { countryHolidays } from "../../../src/data/holidays/country.js";
import { parseDates } from "../../../src/data/holidays/dates.js";
import { holidayKinds } from "../../../src/data/holidays/holiday.js";
import { type, wordsOf } from "../../terminal.js";

async function nameOf(code: string, date: string, lang: "en" | "zh-TW" | "ja" = "en"): Promise<string | undefined> {
  return (await countryHolidays(code, lang))?.get(parseDay(date) as number);
}

/** Two business hours, 09:00 to 17:00. */
async function dueBy(zone: string, code: string, opened: string): Promise<string> {
  const line = `deadline -p business -P P2 -r apac --zone ${zone} --holidays ${code} --opened ${opened} --quiet`;
  return (await type(wordsOf(line))).stdout.trim();
}

describe("deadlines over holidays that official calendars set", () => {
  test.each([
    ["TW", "Asia/Taipei", "2025-12-24T16:30+08:00", "2025-12-26T10:30:00+08:00"],
    ["TW", "Asia/Taipei", "2026-10-08T16:30+08:00", "2026-10-12T10:30:00+08:00"],
    ["TW", "Asia/Taipei", "2024-04-03T16:30+08:00", "2024-04-08T10:30:00+08:00"],
    ["KR", "Asia/Seoul", "2026-02-13T16:30+09:00", "2026-02-19T10:30:00+09:00"],
    ["KR", "Asia/Seoul", "2025-01-24T16:30+09:00", "2025-01-31T10:30:00+09:00"],
    ["CN", "Asia/Shanghai", "2026-09-30T16:30+08:00", "2026-10-08T10:30:00+08:00"],
    ["CN", "Asia/Shanghai", "2026-05-29T16:30+08:00", "2026-06-01T10:30:00+08:00"],
    ["SG", "Asia/Singapore", "2024-06-14T16:30+08:00", "2024-06-18T10:30:00+08:00"],
    ["SG", "Asia/Singapore", "2027-05-19T16:30+08:00", "2027-05-21T10:30:00+08:00"],
    ["CA-ON", "America/Toronto", "2026-04-02T16:30-04:00", "2026-04-06T10:30:00-04:00"],
    ["IN", "Asia/Kolkata", "2025-10-17T16:30+05:30", "2025-10-21T10:30:00+05:30"],
    ["MX", "America/Mexico_City", "2024-09-30T16:30-06:00", "2024-10-02T10:30:00-06:00"],
  ])("%s %s: opened %s, due %s", async (code, zone, opened, due) => {
    expect(await dueBy(zone, code, opened)).toBe(due);
  });

  test("US: the moved Veterans Day of 2023, in the hours of the Americas", async () => {
    const line = "deadline -p business -P P2 -r americas --zone America/New_York --holidays US --quiet";
    const { stdout } = await type(wordsOf(`${line} --opened 2023-11-10T10:00-05:00`));
    expect(stdout).toBe("2023-11-13T08:00:00-05:00\n");
  });
});

describe("dates that are holidays", () => {
  test.each([
    [
      "TW",
      "2025-05-30 2025-09-29 2025-10-24 2025-12-25 2026-02-20 2026-02-27 2026-04-03 2026-05-01 2026-09-28 2026-10-09",
    ],
    ["TW", "2024-04-05 2025-04-03 2027-02-04 2027-04-06 2027-10-25 2027-12-24"],
    ["KR", "2024-04-10 2024-10-01 2025-01-27 2025-06-03 2026-02-16 2026-02-18 2026-05-01 2026-06-03"],
    ["CN", "2024-02-15 2024-05-02 2025-02-04 2025-05-02 2026-01-02 2026-02-23 2026-05-04 2026-10-06"],
    ["SG", "2024-06-17 2027-03-10 2027-05-17 2027-05-20"],
    ["US", "2017-11-10 2018-11-12 2023-11-10 2028-11-10 2029-11-12 2034-11-10"],
    ["US", "2027-06-18 2027-12-24 2027-12-31"],
    ["AS", "2023-11-10"],
    ["GU", "2023-11-10"],
    ["VI", "2023-11-10"],
    ["PR", "2023-11-10"],
    ["BM", "2026-12-28"],
    ["IE", "2022-03-18 2026-12-28"],
    ["CA-ON", "2026-12-28 2027-12-27 2027-12-28"],
    ["IN", "2024-03-25 2024-11-15 2025-03-14 2025-10-20 2026-03-04 2026-10-20 2026-11-24"],
    ["MX", "2024-10-01"],
    ["ES-MD", "2024-07-25 2025-07-25"],
    ["GB-SCT", "2026-06-15"],
    ["BR-RJ", "2024-11-20 2026-11-20"],
    ["IS", "2024-04-25"],
    ["JP", "2026-05-06 2026-09-21 2026-09-22 2026-09-23"],
  ])("%s: %s", async (code, dates) => {
    for (const date of dates.split(" ")) expect(await nameOf(code, date), date).toBeDefined();
  });

  test.each([
    ["TW", "2024-04-08 2024-05-01 2024-09-30"],
    ["KR", "2026-02-19"],
    ["CN", "2024-02-09 2026-06-01"],
    ["CA-ON", "2026-04-06 2027-03-29"],
    ["CA", "2026-12-28"],
    ["MX", "2024-12-01"],
    ["AU-NSW", "2020-04-27"],
    ["IS", "2024-04-18"],
  ])("%s is open: %s", async (code, dates) => {
    for (const date of dates.split(" ")) expect(await nameOf(code, date), date).toBeUndefined();
  });

  test("weekdays that close in China and Taiwan in 2024-2027", async () => {
    const count = async (code: string) => {
      const place = await countryHolidays(code, "en");
      const days = [2024, 2025, 2026, 2027].flatMap((year) => place?.inYear(year) ?? []);
      return days.filter(({ day }) => weekdayIndex(day) < 5 && place?.get(day) !== undefined).length;
    };
    expect(await count("TW")).toBe(60);
    expect(await count("CN")).toBe(69);
  });
});

describe("kinds", () => {
  test("a Saturday that is worked in exchange closes nothing and is listed", async () => {
    const china = await countryHolidays("CN", "zh-TW");
    const worked = china?.inYear(2026).filter(({ kind }) => kind === "working-day");
    expect(worked?.map(({ day }) => china?.get(day))).toEqual(Array(6).fill(undefined));
    expect((await countryHolidays("TW", "en"))?.inYear(2024).find(({ kind }) => kind === "working-day")?.day).toBe(
      parseDay("2024-02-17"),
    );
  });
  test("half days are listed and close nothing", async () => {
    const iceland = await countryHolidays("IS", "en");
    expect(iceland?.inYear(2026).filter(({ kind }) => kind === "half-day")).toHaveLength(2);
  });
});

describe("the table of corrections", () => {
  test.each(correctedCountries)(
    "%s: each entry has an official source with a date, a name in three languages and a kind",
    (country) => {
      const file = JSON.parse(readFileSync(`src/data/holidays/corrections/${country}.json`, "utf8"));
      const { sources, names, years = {}, changes = {} } = file;
      for (const { title, url, retrieved } of Object.values<Record<string, string>>(sources)) {
        expect(title).toBeTruthy();
        expect(url).toMatch(/^https:\/\//);
        expect(parseDay(retrieved ?? "")).toBeDefined();
      }
      for (const name of Object.values<Record<string, string>>(names))
        expect(Object.keys(name)).toEqual(["en", "zh-TW", "ja"]);
      const used = new Set<string>();
      for (const [year, { source, holidays }] of Object.entries<{ source: string; holidays: string[][] }>(years)) {
        expect(sources).toHaveProperty(source);
        for (const [date, name = "", kind = "public"] of holidays) {
          expect(parseDay(`${year}-${date}`), `${year}-${date}`).toBeDefined();
          expect(names).toHaveProperty(name);
          expect(holidayKinds).toContain(kind);
          used.add(name);
        }
        const dates = holidays.map(([date]) => date);
        expect(dates).toEqual([...new Set(dates)].sort());
      }
      for (const [place, list] of Object.entries<[string, string | null, string, string][]>(changes)) {
        expect(place.split("-")[0]).toBe(country);
        for (const [date, name, kind, source] of list) {
          expect(parseDay(date), date).toBeDefined();
          if (name !== null) expect(names).toHaveProperty(name);
          expect(holidayKinds).toContain(kind);
          expect(sources).toHaveProperty(source);
          if (name !== null) used.add(name);
        }
      }
      expect([...used].sort()).toEqual(Object.keys(names).sort());
    },
  );

  test("every file of the folder is loaded", () => {
    const files = readdirSync("src/data/holidays/corrections").map((name) => name.replace(".json", ""));
    expect([...correctedCountries].sort()).toEqual(files.sort());
  });

  test("a country without a file has none", async () => expect(await loadCorrections("JP")).toBeUndefined());
});

describe("names", () => {
  const simplified = /[农历节国庆妇纪馆动劳团圆开东军宪诞华侨复补连换调联会兴长发马]/;
  test.each(["TW", "HK", "JP", "KR", "CN", "SG", "IN"])(
    "%s in Traditional Chinese has no Simplified character",
    async (code) => {
      const place = await countryHolidays(code, "zh-TW");
      for (const year of [2018, 2024, 2026, 2028, 2034])
        for (const { name } of place?.inYear(year) ?? []) expect(name["zh-TW"] ?? "").not.toMatch(simplified);
    },
  );
  test("Japan's sixteen are in Chinese, Japanese and English", async () => {
    const names = (await countryHolidays("JP", "en"))?.inYear(2026).filter(({ kind }) => kind === "public") ?? [];
    const own = names.filter(({ name }) => name.en !== "Citizens' Holiday");
    expect(own).toHaveLength(16);
    for (const { name } of names) expect(Object.keys(name).sort()).toEqual(["en", "ja", "zh-TW"]);
  });
  test("Japan's Sports Day has the name of its year", async () => {
    expect(await nameOf("JP", "2019-10-14", "ja")).toBe("体育の日");
    expect(await nameOf("JP", "2026-10-12", "ja")).toBe("スポーツの日");
  });
  test("a date outside the tables has the package's name in the language", async () => {
    expect(await nameOf("JP", "2040-11-23", "ja")).toBe("勤労感謝の日");
    expect(await nameOf("JP", "2040-11-23", "zh-TW")).toBe("勤勞感謝日");
    expect(await nameOf("TW", "2018-02-16", "zh-TW")).toBe("春節初一");
  });
});

test("entries of a file of dates", () => {
  const dates = parseDates("2026-12-24 9:00-12:00 Christmas Eve\n2026-12-24 Office closed\n", "x.txt");
  expect(dates.get(parseDay("2026-12-24") as number)).toEqual({ name: "Christmas Eve", hours: [["09:00", "12:00"]] });
});
