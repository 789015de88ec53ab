/**
 * The three languages: nothing left in English, no text outside the catalogue, the sheet's own words, and golden sessions of every
 * command in Chinese and Japanese (the English ones are in test/sessions.test.ts).
 */

import { readFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { en, type Messages } from "../../src/i18n/en/index.js";
import { ja } from "../../src/i18n/ja/index.js";
import { zhTW } from "../../src/i18n/zh-TW/index.js";
import { commands } from "../../src/options.js";
import { dayLines } from "../session-lines.js";
import { type as typeLine, wordsOf } from "../terminal.js";

/** While set, every catalogue is this one. */
let pseudo: Messages | undefined;
vi.mock("../../src/i18n/messages.js", async (load) => {
  const real = await load<typeof import("../../src/i18n/messages.js")>();
  return { ...real, loadMessages: async (lang: "en" | "zh-TW" | "ja") => pseudo ?? (await real.loadMessages(lang)) };
});
vi.mock("../../src/i18n/metric.js", async (load) => {
  const real = await load<typeof import("../../src/i18n/metric.js")>();
  return {
    messagesForMetric: async (...of: Parameters<typeof real.messagesForMetric>) =>
      pseudo ?? (await real.messagesForMetric(...of)),
  };
});

const lines = [
  "compare",
  "compare --all --only-differences",
  "deadline -p business -P P2 -r japan --opened 2026-11-20T16:40+09:00 --holidays JP --explain",
  "deadline -P P4 -r emea --opened 2026-11-20T16:40Z --responded 2026-11-25T10:00Z",
  "deadline -P P3 -r americas --opened 2026-11-20T16:40Z --pause 2026-11-20T17:00Z/2026-11-20T18:00Z --explain",
  "elapsed -r emea --from 2026-11-20T16:00Z --to 2026-11-23T10:30Z --explain",
  "hours japan emea --holidays JP --tz Asia/Taipei",
  "hours emea --calendar --from 2026-12-24T12:00Z --to 2027-01-04T12:00Z --holidays GB",
  "recommend --need live-telephone --contacts 5 --within P2=2h",
  "recommend --need named-support-engineer --within P1=30m@24x7 --budget any --language ja",
  "recommend --contacts 9 --budget included",
  "audit fixtures/tickets/autumn.csv -p business -r japan",
  ...dayLines,
  "compare --dataset github-premium-support --dataset cloudflare-support",
  "deadline --dataset github-premium-support --dataset canonical-ubuntu-pro -P high --zone Asia/Tokyo --opened 2026-11-20T16:40+09:00",
  "deadline --dataset github-premium-support --dataset canonical-ubuntu-pro -P S2",
  "deadline --dataset github-premium-support --dataset canonical-ubuntu-pro -P high --opened 2026-11-20T16:40+09:00",
  "deadline --dataset github-premium-support --dataset cloudflare-support -P urgent -p premium",
  "deadline --dataset github-premium-support -p premium -P low --opened 2026-11-20T16:40+09:00",
  "audit fixtures/tickets/vendors.csv --dataset github-premium-support --dataset cloudflare-support -p premium-plus",
  "config show",
  "dataset list",
  "dataset show",
  "--help",
  ...Object.keys(commands).map((name) => `${name} --help`),
  "help exit-codes",
  "help time-rules",
  "help formats",
  "help environment",
  "help man",
  "deadlin",
  "deadline --opend now",
  "deadline -P P2 -r japn",
  "deadline -P P2",
  "deadline -P P2 -r japan --opened 2026-11-20",
  "deadline -P P1 --tz UTC+8",
  "deadline -P P2 -r americas --opened 2026-11-01T01:30 --tz America/New_York",
  "recommend",
  "hours --from 2026-12-24T12:00Z",
  "dataset validate fixtures/datasets/broken/unknown-clock.json",
  "compare --dataset nothing",
];

function fileNameOf(line: string): string {
  return line.replace(/[^\w=.@+-]+/g, "_").slice(0, 120);
}

/** A run of English words, as a sentence has it and a name or a flag has not. */
const english = /(?<![\w/.@=<|-])[a-z]{2,}(?: [a-z]{2,}){2,}(?![\w/])/;

describe.each([
  ["zh-TW", zhTW],
  ["ja", ja],
] as const)("%s", (lang, messages) => {
  test.each(lines)("support-cli %s", async (line) => {
    const { code, stdout, stderr } = await typeLine([...wordsOf(line), "--lang", lang]);
    const session = `$ support-cli ${line} --lang ${lang}\n[exit ${code}]\n--- stdout\n${stdout}--- stderr\n${stderr}`;
    await expect(session).toMatchFileSnapshot(`../../fixtures/sessions/${lang}/${fileNameOf(line)}.txt`);
    expect(code).not.toBe(70);
    const leftovers = `${stdout}${stderr}`
      .split("\n")
      .filter((text) => english.test(text) && !/support\\*-cli |\.csv/.test(text) && line !== "dataset show");
    expect(leftovers).toEqual([]);
  });

  test("leaves no text of the catalogue in English", () => {
    const own = /^(?:[✓✗*=]|24x[57]|support-cli .*|SUPPORT.*|[A-Z_, ]+|.{0,2})$/;
    const script = lang === "ja" ? /[\u3040-\u30ff\u4e00-\u9fff]/ : /[\u4e00-\u9fff]/;
    const leftovers: string[] = [];
    const walk = (theirs: unknown, ours: unknown, path: string) => {
      if (typeof theirs === "string") {
        if (!own.test(theirs) && (ours === theirs || !script.test(String(ours)))) leftovers.push(`${path}: ${ours}`);
      } else if (typeof theirs === "object" && theirs !== null) {
        for (const [key, inner] of Object.entries(theirs))
          walk(inner, (ours as Record<string, unknown>)[key], `${path}.${key}`);
      }
    };
    walk(en, messages, lang);
    expect(leftovers.filter((text) => !/\.(?:examples\.|html\.lang|labels\.(?:yes|no): [✓—])/.test(text))).toEqual([]);
  });
});

describe("words of the source sheet", async () => {
  const sheet = readFileSync("fixtures/sheet/business-support-data-sheet.zh-TW.txt", "utf8");
  const { stdout } = await typeLine(["compare", "--lang", "zh-TW"]);
  const shown = stdout.replace(/\s*│\s*/g, "\t").replaceAll(" ", "");

  test("each row of features and targets reads as it does there", () => {
    const rows = sheet.slice(sheet.indexOf("標準支援\t商務支援"), sheet.indexOf("商務支援特色"));
    const texts = rows
      .split(/[\t\n]/)
      .map((text) => text.trim())
      .filter((text) => text !== "" && text !== "✓" && !/^[\d]+$/.test(text) && text !== "付費支援 (\\$)");
    // The sheet puts a definition beside each priority; here that has a place of its own.
    const wanted = texts.map((text) => (/^優先順序 \d/.exec(text)?.[0] ?? text).replaceAll(" ", ""));
    expect(wanted.length).toBeGreaterThan(25);
    expect(wanted.filter((text) => !shown.includes(text))).toEqual([]);
  });

  test.each([
    "全年無休 / 1 小時",
    "營業時間 / 4 小時",
    "營業時間 / 2 小時",
    "營業時間 / 6 小時",
    "營業日 / 3 天",
    "營業日 / 1 天",
    "服務層級目標：最初回應",
    "付費支援 ($)",
  ])("%s", (text) => expect(stdout).toContain(text));
});

describe("the pseudo-locale", () => {
  /** Every text of the catalogue between brackets, those that functions make too. */
  function marked(value: unknown): unknown {
    if (typeof value === "string") return `⟦${value}⟧`;
    if (typeof value === "function") return (...given: unknown[]) => marked(value(...given));
    if (Array.isArray(value)) return value.map(marked);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, marked(inner)]));
  }

  /** The bundled dataset with a sign in place of every text of its own. */
  const dataset = (() => {
    const blank = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(blank);
      if (typeof value !== "object" || value === null) return value;
      if ("en" in value && typeof value.en === "string") return { en: "§" };
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [
          key,
          key === "title" && typeof inner === "string" ? "§" : blank(inner),
        ]),
      );
    };
    return JSON.stringify(blank(JSON.parse(readFileSync("src/data/bundled/adobe-experience-cloud-2022.json", "utf8"))));
  })();

  test.each(lines.filter((line) => !/^(?:dataset list|compare --dataset|help man)/.test(line)))(
    "says nothing past the catalogue: %s",
    async (line) => {
      pseudo = marked(en) as Messages;
      try {
        const argv = [
          ...wordsOf(line),
          ...(line.includes("--dataset") ? [] : ["--dataset", "own.json"]),
          "--color",
          "never",
        ];
        const { stdout, stderr } = await typeLine(argv, { columns: 4000, files: { "own.json": dataset } });
        let rest = `${stdout}${stderr}`;
        for (let before = ""; before !== rest; ) {
          before = rest;
          rest = rest.replace(/⟦[^⟦⟧]*⟧/g, "");
        }
        const said = rest
          .split("\n")
          .filter((text) => /[A-Za-z]{2,}[,:;]? [a-z]{2,} [a-z]{2,}/.test(text) && !text.includes("support-cli "));
        expect(said).toEqual([]);
        expect(`${stdout}${stderr}`).toContain("⟦");
      } finally {
        pseudo = undefined;
      }
    },
  );
});
