/**
 * The source sheet against the dataset, line by line: every line of the sheet is claimed by one rule below, so none goes unread.
 * Names are compared word for word; prose by its facts, since the dataset words it differently.
 */
import { describe, expect, test } from "vitest";
import { loadBundled } from "../../src/data/bundled.js";
import { comparePlans } from "../../src/data/compare.js";
import { type } from "../terminal.js";
import { readFixture } from "./fixture.js";

const dataset = await loadBundled("adobe-experience-cloud-2022");
const shown = comparePlans(dataset, { plans: ["standard", "business"], lang: "zh-TW" });
const sheet = await readFixture("sheet/business-support-data-sheet.zh-TW.txt");
const lines = sheet.split(/\r?\n/).map((line) => line.replace(/\s+$/, ""));

const claimed = new Set<number>();

/** The lines from the first that matches, up to and not including the next; they count as read. */
function between(from: RegExp, to: RegExp | undefined): string[] {
  const start = lines.findIndex((line) => from.test(line));
  const length = to ? lines.slice(start + 1).findIndex((line) => to.test(line)) : lines.length - start - 1;
  expect(start, String(from)).toBeGreaterThanOrEqual(0);
  expect(length, String(to)).toBeGreaterThanOrEqual(0);
  const end = start + 1 + length;
  for (let i = start; i < end; i++) claimed.add(i);
  return lines.slice(start, end);
}

const clockWords = { 全年無休: "24x7", 營業時間: "business-hours", 營業日: "business-days" } as const;
const unitWords = { 小時: "hours", 天: "days" } as const;

/** What the cells of the feature table say, as values. */
function cellValue(cell: string, kind: string): unknown {
  if (kind === "flag") return cell === "✓";
  if (kind === "coverage") return clockWords[cell as keyof typeof clockWords];
  return cell === "" ? 0 : Number(cell);
}

describe("the feature table", () => {
  const table = between(/^\t\t標準支援\t商務支援$/, /^服務層級目標/);
  const rows = table.slice(2).filter((line) => line !== "");

  test("has the two plans, the second of them paid", () => {
    expect(table[0]?.split("\t").filter(Boolean)).toEqual(shown.plans.map(({ name }) => name));
    expect(table[1]).toMatch(/^\t{3}付費支援/);
    expect(shown.plans.map(({ paid }) => paid)).toEqual([false, true]);
  });

  test("has these rows in this order, with these values", () => {
    const inSheet = rows.map((row) => {
      const cells = row.split("\t");
      // The last row lost its first cell: it is a feature that the text sets as a group.
      const [name = "", standard = "", business = ""] = cells[1] ? cells.slice(1) : cells;
      return { name, standard, business };
    });
    const inDataset = shown.features.filter(({ group }) => ["experts", "services", "field"].includes(group));
    expect(inSheet.map(({ name }) => name)).toEqual(inDataset.map(({ name }) => name));
    expect(inSheet.length).toBe(17);
    inSheet.forEach(({ name, standard, business }, i) => {
      const feature = inDataset[i];
      expect(feature?.values, name).toEqual({
        standard: cellValue(standard, feature?.kind ?? ""),
        business: cellValue(business, feature?.kind ?? ""),
      });
      expect(feature?.source, name).toBe("sheet");
    });
  });

  test("has these groups in this order", () => {
    const groups = rows.map((row) => row.split("\t")[0] ?? "").filter(Boolean);
    expect(groups).toEqual(["指派的專家", "支援服務", "現場服務", "現場服務活動"]);
    expect([...new Set(shown.features.map(({ groupName }) => groupName))].slice(0, 3)).toEqual(groups.slice(0, 3));
  });
});

describe("the target table", () => {
  const table = between(/^服務層級目標/, /^商務支援特色/).filter((line) => line !== "");
  const rows = table.slice(2).map((row) => row.split("\t"));

  test("is about first responses", () => {
    expect(table[0]).toBe("服務層級目標：最初回應");
    expect(shown.notes.find(({ id }) => id === "first-response-not-resolution")?.text).toContain("最初回應");
    expect(table[1]?.split("\t").slice(1)).toEqual(shown.plans.map(({ name }) => name));
  });

  test.each(rows)("%s", (definition, ...cells) => {
    const priority = shown.priorities.find(({ label }) => definition.startsWith(`${label} `));
    expect(priority?.definition).not.toBe("");
    cells.forEach((cell, i) => {
      const [clock, amount, unit] = cell.split(/ \/ | /) as [keyof typeof clockWords, string, keyof typeof unitWords];
      const plan = shown.plans[i]?.id ?? "";
      expect(shown.targets[plan]?.[priority?.id ?? ""], cell).toEqual({
        clock: clockWords[clock],
        amount: Number(amount),
        unit: unitWords[unit],
      });
    });
  });

  test("has all four priorities, and each definition its telling words", () => {
    const telling = [/停擺.*資料遺失.*立即/, /嚴重降級.*遺失資料.*主要功能/, /輕微降級.*變通方法/, /現有功能.*增強/];
    expect(rows.length).toBe(4);
    telling.forEach((words, i) => {
      expect(shown.priorities[i]?.definition).toMatch(words);
    });
  });
});

/** Headings of the two lists of features, and the facts under each. */
function section(from: RegExp, to: RegExp): string {
  return between(from, to)
    .filter((line) => line !== "")
    .join("\n");
}

function described(id: string): string {
  const feature = shown.features.find((one) => one.id === id);
  expect(feature, id).toBeDefined();
  return `${feature?.name} ${feature?.description}`;
}

describe("what Business adds", () => {
  const text = section(/^商務支援特色/, /^標準支援特色/);

  test.each([
    ["account-support-lead", "帳戶支援負責人", /案件.*團隊.*上線網路研討會.*服務報告.*非技術.*向上呈報.*反映需求/],
    ["live-telephone", "即時電話支援", /地區支援時間.*P2、P3、P4.*不限.*回電.*開會示範.*共用遠端桌面/],
    ["escalation-management", "向上呈報管理", /指定聯絡人.*向上呈報.*定期.*優先/],
    ["service-webinars", "業務服務", /帳戶支援負責人.*網路研討會/],
  ])("%s", (id, heading, facts) => {
    expect(text).toContain(`\n${heading}\n`);
    expect(described(id)).toContain(heading);
    expect(described(id)).toMatch(facts);
    expect(shown.features.find((one) => one.id === id)?.values).toEqual({ standard: false, business: true });
  });

  test("is a group of that name", () => {
    expect(text.split("\n")[0]).toBe(dataset.groups["business-features"]?.name["zh-TW"]);
  });
});

describe("what every plan has", () => {
  const text = section(/^標準支援特色/, /^資源$/);

  test.each([
    ["community-forums", "社群論壇", /線上.*知識庫.*客戶.*分享/],
    ["p1-by-phone", "全年無休 P1\n電話支援", /授權使用者.*支援聯絡人.*管道.*P1.*電話/],
    ["experience-league", "Experience League\n自我引導式旅程", /個人化.*技能.*全球同行.*肯定/],
    ["office-hours", "諮詢時間\n網路研討會", /客戶支援團隊.*資訊.*排解問題.*訣竅/],
    ["live-chat", "即時聊天支援", /解答.*案件/],
    ["self-service-portal", "自助式入口網站\n24/7 支援入口網站", /案件.*進度.*知識庫.*新聞.*提醒.*提示/],
  ])("%s", (id, heading, facts) => {
    expect(text).toContain(`\n${heading}`);
    const squeezed = described(id).replace(/\s/g, "");
    for (const words of heading.split("\n")) expect(squeezed).toContain(words.replace(/\s/g, ""));
    expect(described(id)).toMatch(facts);
    expect(Object.values(dataset.features[id]?.values ?? {})).toEqual([true, true, true, true]);
  });

  test("live chat is not there for every product", () => {
    expect(text).toContain("*並非所有產品都有提供即時聊天支援。");
    expect(shown.notes.map((note) => note.text)).toContain("並非所有產品都有提供即時聊天支援。");
  });
});

describe("the resources", () => {
  const rows = between(/^資源$/, /^Adobe 全球支援服務$/)
    .slice(1)
    .filter((line) => line !== "")
    .map((row) => row.split("\t") as [string, string]);

  test.each(rows)("%s", (title, text) => {
    const note = shown.notes.find((one) => one.kind === "resource" && one.title === title);
    expect(note?.text).toBeTruthy();
    for (const place of text.match(/status\.adobe\.com/i) ?? [])
      expect(note?.url).toBe(`https://${place.toLowerCase()}`);
  });

  test("are five", () => {
    expect(rows.length).toBe(5);
  });
});

describe("regions and footnotes", () => {
  const table = between(/^Adobe 全球支援服務$/, /^無與倫比的專業知識$/).filter((line) => line !== "");
  const names = (table[2] ?? "").split("\t");
  const hours = (table[3] ?? "").split("\t");

  test.each(names.map((name, i) => [name, hours[i] ?? ""]))("%s: %s", (written, times) => {
    const region = shown.regions.find(({ name }) => name === written.replace(" ¹", ""));
    const [open, close] = [...times.matchAll(/(上午|下午) (\d+)(?::(\d+)| 點)/g)].map(
      ([, half, hour, minute = "00"]) => {
        const h = Number(hour) + (half === "下午" ? 12 : 0);
        return `${String(h).padStart(2, "0")}:${minute}`;
      },
    );
    const day = [[open, close]];
    expect(region?.hours).toEqual({ mon: day, tue: day, wed: day, thu: day, fri: day });
  });

  test("are in the sheet's order", () => {
    expect(names.map((name) => name.replace(" ¹", ""))).toEqual(shown.regions.map(({ name }) => name));
  });

  test("note 1 is about Japan: P2, P3 and P4 in business hours", () => {
    expect(names[3]).toBe("日本 ¹");
    expect(table[4]).toMatch(/¹ P2 P3 P4$/);
    expect(dataset.regions.japan?.clockOverrides).toEqual([
      { priorities: ["P2", "P3", "P4"], from: "24x5", to: "business-hours", source: "sheet" },
    ]);
    const note = dataset.notes.find(({ id }) => id === "japan-p2-to-p4-in-business-hours");
    expect(note?.appliesTo).toEqual({ regions: ["japan"], priorities: ["P2", "P3", "P4"] });
  });

  test("languages: English and Japanese only, and no Japanese for Commerce", () => {
    expect(table[4]).toContain("僅提供英文和日文的語言支援");
    expect(table[4]).toContain("Adobe Commerce 不包含日文語言支援");
    const texts = shown.notes.map(({ text }) => text);
    expect(texts).toContain("僅提供英文和日文的語言支援。");
    expect(texts).toContain("Adobe Commerce 不包含日文語言支援。");
    expect(Object.keys(dataset.languages)).toEqual(["en", "ja"]);
    // The sheet names the languages; that Japanese is for Japan's hours is in the terms.
    for (const { id, languages } of shown.regions)
      expect(languages, id).toEqual(id === "japan" ? ["en", "ja"] : ["en"]);
    expect(dataset.notes.find(({ id }) => id === "japanese-in-japans-hours")?.source).toBe("terms");
    expect(dataset.notes.find(({ kind }) => kind === "exclusion")?.appliesTo).toEqual({
      products: ["commerce", "commerce-managed-services"],
      languages: ["ja"],
    });
  });

  test("around the clock is P1's, and questions go to the account manager", () => {
    expect(table[1]).toMatch(/24 小時全天候支援.*\(NAM\).*\(CSM\)/);
    expect(shown.notes.find(({ id }) => id === "around-the-clock-means-p1")?.text).toMatch(/24 小時全天候支援.*P1/);
    expect(shown.notes.find(({ id }) => id === "ask-your-account-manager")?.text).toMatch(/（NAM）.*（CSM）/);
  });
});

describe.each(["text", "markdown", "html"])("compare --explain --notes all as %s", (format) => {
  test("has every part of the dataset that the sheet is in", async () => {
    const line = [
      "compare",
      "standard",
      "business",
      "--explain",
      "--notes",
      "all",
      "--format",
      format,
      "--width",
      "1000",
    ];
    const { stdout } = await type([...line, "--lang", "zh-TW"]);
    const plain = (text: string) =>
      text.replace(/<style>.*?<\/style>|<[^>]*>/gs, "").replace(/&#39;|&amp;|[\s\\&'│]/g, "");
    const printed = plain(stdout);
    const parts = [
      ...shown.plans.flatMap(({ name, description }) => [name, description ?? ""]),
      ...shown.priorities.map(({ definition }) => definition),
      ...shown.features.flatMap(({ groupName, name, description }) => [groupName, name, description ?? ""]),
      ...shown.regions.map(({ name }) => name),
      ...shown.notes.flatMap(({ text, url }) => [text, url ?? ""]),
    ];
    expect(parts.filter((part) => !printed.includes(plain(part)))).toEqual([]);
  });
});

describe("the rest", () => {
  test("names the four plans, and says what Business is", () => {
    const [first, intro] = between(/^標準 \| 商務 \| 企業 \| 菁英$/, /^\t\t標準支援/).filter((line) => line !== "");
    const names = Object.values(dataset.plans).map(({ name }) => name["zh-TW"]);
    expect(first?.split(" | ").map((word) => `${word}支援`)).toEqual(names);
    expect(intro).toMatch(/學習路徑.*社群論壇.*產品文件.*版本注意事項.*電話或支援入口網站.*定期.*升級管理/);
    expect(dataset.plans.business?.description?.["zh-TW"]).toMatch(/定期聯繫.*電話支援.*向上呈報管理/);
    expect(shown.notes.find(({ id }) => id === "resource-experience-league")?.text).toMatch(/產品文件、版本注意事項/);
  });

  test("is three slogans without a fact", () => {
    expect(between(/^無與倫比的專業知識$/, undefined).filter((line) => line !== "")).toEqual([
      "無與倫比的專業知識",
      "加速支援",
      "策略性建議",
    ]);
  });

  test("no line of the sheet is left unread", () => {
    const unread = lines.flatMap((line, i) => (line !== "" && !claimed.has(i) ? [line] : []));
    expect(unread).toEqual([]);
  });
});
