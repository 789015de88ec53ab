/** Plain characters: every text in every language keeps its meaning and its columns without a mark that a character set may lack. */
import { describe, expect, test } from "vitest";
import { loadBundled } from "../../../src/data/bundled.js";
import { type Lang, langs, textIn } from "../../../src/data/dataset.js";
import { widthOf } from "../../../src/render/text/width.js";
import { type } from "../../terminal.js";

const tickets = [
  "id,priority,region,opened,responded",
  "T→1,P2,japan,2026-11-16T10:00+09:00,2026-11-16T18:00+09:00",
  "T-✓2,P1,,2026-11-16T10:00+09:00,2026-11-16T10:30+09:00",
  "T…3,P3,japan,2026-11-20T10:00+09:00,",
  "T-4,P9,japan,2026-11-20T10:00+09:00,",
].join("\n");
const bundled = await loadBundled("adobe-experience-cloud-2022");
const files = { "tickets→.csv": tickets, "plans→.json": JSON.stringify({ ...bundled, id: "plans" }) };
const lines = [
  "compare --all",
  "compare standard business --only-differences",
  "deadline -p business -P P2 -r japan --opened 2026-11-20T16:40+09:00 --holidays JP --explain",
  "deadline -P P4 -p standard -r emea --opened 2026-11-20T22:00Z --explain",
  "deadline -P P2 -r japan --opened 2026-09-20T16:40+09:00 --pause 2026-09-21T00:00Z/2026-11-01T00:00Z",
  "recommend --need live-telephone --contacts 5 --within P2=2h",
  "recommend --need live-telephone --contacts 5 --budget included",
  "recommend --tickets tickets→.csv",
  "audit tickets→.csv -p business",
  "hours --holidays JP",
  "hours japan --calendar --from 2026-01-01T00:00Z --to 2026-12-01T00:00Z",
  "elapsed -r emea --from 2026-01-20T16:00Z --to 2026-11-23T10:30Z --explain",
  "dataset show",
  "config show",
  "--help",
  "recommend --help",
  "help environment",
  "help time-rules",
  "deadline -P P2 -r naïve→",
];
/** Values of the lines above; they keep their marks. */
const values = ["tickets→.csv", "T→1", "T-✓2", "T…3", "naïve→"];
const withoutValues = (text: string) => values.reduce((rest, value) => rest.replaceAll(value, "value"), text);
/** Box lines, blocks, arrows, ticks, quotes and the like; text of any language is none of them. */
const disputed = /[\u00b7\u2010-\u2027\u2190-\u21ff\u2300-\u23ff\u2500-\u27bf]/gu;
const marksOf = (text: string) => text.match(disputed) ?? [];
/** Names of the dataset are values too. */
const marksOfNames = (lang: Lang) => Object.values(bundled.features).flatMap(({ name }) => marksOf(textIn(name, lang)));

describe.each(langs)("in %s", (lang) => {
  test.each(lines)("%s has no mark that is in dispute, and its tables line up", async (line) => {
    for (const columns of [60, 80, 200]) {
      const { stdout, stderr, code } = await type([...line.split(" "), "--ascii", "--lang", lang, "--color", "never"], {
        columns,
        files,
      });
      expect(code).not.toBe(70);
      expect((code === 2 ? stderr : stdout).trim().split("\n").length).toBeGreaterThan(1);
      const marks = line === "compare --all" ? marksOfNames(lang) : [];
      expect(marksOf(withoutValues(`${stdout}${stderr}`))).toEqual(marks);
      expect(`${stdout}${stderr}`).not.toMatch(/[\u{100000}-\u{10ffff}]/u);
      let width = 0;
      for (const row of stdout.split("\n")) {
        if (/^\+-/.test(row) && width === 0) width = widthOf(row);
        if (/^[+|]/.test(row)) expect(`${widthOf(row)} ${row}`).toBe(`${width} ${row}`);
        else width = 0;
      }
    }
  });
});

describe("the meaning stays", () => {
  const said = async (lang: string, line = "recommend --need live-telephone --contacts 5 --within P2=2h") =>
    (await type([...line.split(" "), "--ascii", "--lang", lang, "--width", "300"], { files })).stdout;

  test.each([
    ["en", ["no (4 business hours)", "yes (2 business hours)", "| no ", "| yes ", "no (4)", "yes (6)", "(6 -> 4)"]],
    ["zh-TW", ["否（營業時間 / 4 小時）", "是（營業時間 / 2 小時）", "否（4）", "是（6）", "（6 -> 4）"]],
    ["ja", ["なし（", "あり（", "なし（4）", "あり（6）", "（6 -> 4）"]],
  ])("arrows point and ticks are words: %s", async (lang, texts) => {
    const stdout = await said(lang);
    for (const text of texts) expect(stdout).toContain(text);
    expect(stdout).not.toMatch(/[x+] \d/);
  });

  test.each([
    ["en", "-> Standard Support"],
    ["zh-TW", "-> 標準支援"],
    ["ja", "-> 標準サポート"],
  ])("arrows point to the plan that a change leads to: %s", async (lang, text) => {
    expect(await said(lang, "recommend --contacts 5")).toContain(text);
  });

  test("compare has the same words for what a plan has", async () => {
    expect(await said("zh-TW", "compare")).toMatch(/\| 是 +\|/);
    expect(await said("zh-TW", "compare")).toMatch(/\| 否 +\|/);
    expect(await said("ja", "compare")).toMatch(/\| なし +\|/);
  });

  test("values keep their marks: paths, ids, and the same command", async () => {
    const stdout = await said("en", "audit tickets→.csv -p business");
    expect(stdout).toContain("tickets→.csv");
    expect(stdout).toContain("| T→1 ");
    expect(await said("en", "recommend --contacts 5 --dataset plans→.json")).toContain("--dataset 'plans→.json'");
  });

  test.each([
    ["deadline -P P2 -r naïve→", "naïve→"],
    ["audit a–b.csv -p business", "a–b.csv"],
    ["dataset show --dataset ↑↓…│.json", "↑↓…│.json"],
    ["deadline -p business -P P2 -r japan --opened “now”", "“now”"],
    ["deadline --input bad.csv -p business", "P–1"],
  ])("values in messages on stderr keep theirs: %s", async (line, value) => {
    const bad = "id,priority,region,opened\n1,P–1,japan,2026-11-16T10:00+09:00\n";
    const { stderr } = await type([...line.split(" "), "--ascii", "--lang", "en"], { files: { "bad.csv": bad } });
    expect(stderr).toContain(value);
  });

  test("other forms keep every character", async () => {
    const { stdout } = await type(["recommend", "--contacts", "5", "--ascii", "--format", "markdown"]);
    expect(stdout).toContain("✓ 6");
  });

  test("the keys of a watch", async () => {
    const argv = ["watch", "tickets→.csv", "-p", "business", "--ascii"];
    const { frames } = await type(argv, { files, columns: 80, rows: 10, seconds: 1 });
    expect(frames[0]).toContain("Up/Down scroll");
    expect(frames[0]).toContain("T…3");
  });
});
