/**
 * Text by terminal columns: widths, wrapping that suits Chinese and Japanese, tables at every width, and what text may not contain.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadBundled } from "../../../src/data/bundled.js";
import { textIn } from "../../../src/data/dataset.js";
import { createStyle } from "../../../src/render/text/color.js";
import { escapeControls, escapeControlsDeep, sanitizeOutput } from "../../../src/render/text/sanitize.js";
import { renderList, renderPairs, renderTable } from "../../../src/render/text/table.js";
import { widestPart, widthOf, wrapText } from "../../../src/render/text/width.js";
import { type } from "../../terminal.js";

const plain = createStyle(false);
const esc = "\u001b";

/** Every line of a frame, by its first character. */
function tableLines(text: string): string[] {
  return text.split("\n").filter((line) => /^[┌├│└+|]/.test(line));
}

describe("width", () => {
  test.each([
    ["plain", 5],
    ["支援", 4],
    ["サポート", 8],
    ["e\u0301", 1],
    ["👩‍👩‍👧", 2],
    ["🇹🇼", 2],
    ["ｶﾅ", 2],
    [`${esc}[1mbold${esc}[22m`, 4],
    ["─│┌", 3],
    ["ｶﾞ", 2],
    ["ﾊﾟｿｺﾝ", 5],
    ["か\u3099", 2],
    ["กำ", 2],
    ["ที่", 1],
    ["क्षि", 3],
    ["हिन्दी", 5],
    ["\u1112\u1161\u11ab", 2],
    ["한", 2],
    ["ﾡￂ", 2],
    ["Adobe® ©™", 9],
    ["☎", 1],
    ["☎\ufe0f", 2],
    ["❤", 1],
    ["✔", 1],
    ["1\ufe0f\u20e3", 2],
    ["👍🏽", 2],
    ["🏴\u{e0067}\u{e0062}\u{e007f}", 2],
    ["🇹", 1],
    ["a\u200bb", 2],
    ["葛\u{e0100}", 2],
    ["𠮷", 2],
  ])("%s takes %i columns", (text, columns) => expect(widthOf(text)).toBe(columns));

  test.each([
    ["words part at blanks", 11, ["words part", "at blanks"]],
    ["營業時間、優先順序", 8, ["營業時", "間、優先", "順序"]],
    ["「支援」標準", 6, ["「支", "援」標", "準"]],
    ["サポートセンター", 6, ["サポー", "トセン", "ター"]],
    ["P1 問題支援", 7, ["P1 問題", "支援"]],
    ["America/Los_Angeles", 10, ["America/", "Los_Angele", "s"]],
    ["abcdefghij", 4, ["abcd", "efgh", "ij"]],
    ["Fri\u00a011-20\u00a016:40 and", 16, ["Fri 11-20 16:40", "and"]],
    ["", 10, [""]],
    ["ภาษาไทยกำลัง ทำ", 8, ["ภาษาไทย", "กำลัง ทำ"]],
    ["हिन्दी भाषा", 6, ["हिन्दी", "भाषा"]],
    ["ｶﾞｲﾄﾞ ﾌﾞｯｸ", 7, ["ｶﾞｲﾄﾞ", "ﾌﾞｯｸ"]],
  ])("%j wraps at %i", (text, columns, lines) => expect(wrapText(text, columns)).toEqual(lines));

  test("no wrapped line is too wide, begins with a closing mark, or loses anything but blanks", () => {
    const text =
      "授權的使用者或指定的支援聯絡人可透過所有可用管道（包括 P1 適用的電話）來提交問題，並代表貴公司與 Adobe 的技術支援團隊互動。";
    for (let columns = 4; columns <= 60; columns++) {
      const lines = wrapText(text, columns);
      expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(columns);
      if (columns >= 6) expect(lines.filter((line) => /^[、。，）]/.test(line) || /（$/.test(line))).toEqual([]);
      expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
    }
  });

  test("each wrapped line closes the colours it opens", () => {
    const red = `${esc}[31mone two three${esc}[39m`;
    expect(wrapText(red, 7)).toEqual([`${esc}[31mone two${esc}[39m`, `${esc}[31mthree${esc}[39m`]);
  });

  test("the widest part is what only a cut could break", () => {
    expect(widestPart("a longword 支援。")).toBe(8);
  });
});

describe("tables", () => {
  const cells = [
    "plain",
    "營業時間",
    "👩‍👩‍👧 family",
    "e\u0301le\u0301gant",
    `${esc}[31mred${esc}[39m`,
    "ｶﾅ",
    "ｶﾞｲﾄﾞ",
    "กำ",
    "Adobe® ☎",
    "🇹🇼",
    "क्षि",
    "한국어",
    "✓ 2 h",
  ];

  test("columns line up whatever the cells hold", () => {
    const rows = cells.map((cell) => [cell, cell.repeat(3), "x"]);
    for (const columns of [60, 80, 200]) {
      const lines = tableLines(renderTable(["head", "頭", ""], [{ heading: "群組 Group" }, ...rows], columns, plain));
      expect(new Set(lines.map(widthOf)).size).toBe(1);
      expect(widthOf(lines[0] as string)).toBeLessThanOrEqual(columns);
    }
  });

  test("a heading is in a rule of its own", () => {
    const text = renderTable(
      ["abcd", "b"],
      [{ heading: "Group" }, ["1", "2"], { heading: "Next" }, ["3", "4"]],
      80,
      plain,
    );
    expect(text.split("\n").filter((line) => line.startsWith("├"))).toEqual(["├─ Group ──┤", "├─ Next ───┤"]);
  });

  test("a narrow terminal gets a list", () => {
    const text = renderTable(
      ["Feature", "Standard\nincluded"],
      [{ heading: "Services" }, ["Live telephone support at any hour", "no"]],
      40,
      plain,
    );
    expect(text).toBe("Services\n  Live telephone support at any hour\n    Standard · included: no\n");
  });

  test("pairs and lists wrap beside their labels", () => {
    expect(renderPairs([["標籤", "a b"]], 80, plain)).toBe("  標籤  a b\n");
    expect(renderList(["one two three four five"], 20)).toBe("  - one two three\n    four five\n");
  });

  test("each line of a table in every golden session has the same width", () => {
    const folder = "fixtures/sessions";
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".txt"));
    expect(files.length).toBeGreaterThan(30);
    for (const file of files) {
      let width: number | undefined;
      for (const line of readFileSync(join(folder, file), "utf8").split("\n")) {
        if (line.startsWith("┌")) width = widthOf(line);
        if (/^[┌├│└]/.test(line)) expect(`${file}: ${widthOf(line)}`).toBe(`${file}: ${width}`);
      }
    }
  });

  test.each([40, 60, 80, 200])("no line of compare is wider than %i columns", async (columns) => {
    for (const lang of ["en", "zh-TW", "ja"]) {
      const { stdout } = await type(["compare", "--all", "--lang", lang, "--color", "never"], { columns });
      expect(stdout.split("\n").filter((line) => widthOf(line) > columns)).toEqual([]);
      expect(stdout.includes("┌")).toBe(columns >= 60);
    }
  });
});

test.each([
  "compare --all",
  "deadline -P P2 -r japan --explain --opened 2026-11-20T16:40+09:00",
  "recommend --contacts 5",
  "hours",
  "config",
  "--help",
])("%s says the same in colour and without", async (line) => {
  const argv = line.split(" ");
  const plainly = await type([...argv, "--color", "never"], { columns: 80 });
  const coloured = await type([...argv, "--color", "always"], { columns: 80 });
  expect(coloured.stdout).toContain(esc);
  expect(coloured.stdout.replace(new RegExp(`${esc}\\[\\d+m`, "g"), "")).toBe(plainly.stdout);
});

describe("plain lines", () => {
  test.each([
    [["--ascii"], {}],
    [[], { LANG: "ja_JP.UTF-8" }],
    [[], { LC_ALL: "zh_TW.Big5" }],
    [[], { LC_ALL: "de_DE.ISO-8859-1" }],
  ])("%j in %j", async (flags, env) => {
    const { stdout } = await type(["compare", "--lang", "en", ...flags], { env });
    expect(stdout).toMatch(/^\+-+\+/m);
    // Names of the dataset are values, which keep their marks.
    const { features } = await loadBundled("adobe-experience-cloud-2022");
    const names = Object.values(features).map(({ name }) => textIn(name, "en"));
    expect(stdout.match(/[^ -~\n]/g)).toEqual(names.join().match(/[^ -~\n]/g));
  });

  test.each([{}, { LANG: "en_US.UTF-8" }, { LANG: "zh_TW.UTF-8@cjknarrow" }])("box lines in %j", async (env) => {
    expect((await type(["compare"], { env })).stdout).toContain("┌");
  });
});

describe("what text may not contain", () => {
  const nasty = `${esc}[31mred${esc}[2J\u0007\u009b31m\u202e\u2028x\r\ny`;

  test("controls become visible", () => {
    expect(escapeControls(nasty)).toBe("\\u001b[31mred\\u001b[2J\\u0007\\u009b31m\\u202e\\u2028x y");
    expect(escapeControlsDeep({ a: [nasty], f: Math.max })).toEqual({ a: [escapeControls(nasty)], f: Math.max });
  });

  test("a settled text keeps our own colours and no other control", () => {
    expect(sanitizeOutput(`${esc}[31mred${esc}[39m${esc}[8mhid${esc}]0;t\u0007\n`, { color: true, plain: false })).toBe(
      `${esc}[31mred${esc}[39m\\u001b[8mhid\\u001b]0;t\\u0007\n`,
    );
    expect(sanitizeOutput(`${esc}[31mred`, { color: false, plain: false })).toBe("\\u001b[31mred");
  });

  /** A dataset of which every text a person wrote is hostile. */
  const hostile = (() => {
    const document = JSON.parse(readFileSync("fixtures/datasets/redhat.json", "utf8"));
    const poison = (value: unknown, key = ""): unknown => {
      if (Array.isArray(value)) return value.map((inner) => poison(inner));
      if (typeof value === "object" && value !== null)
        return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, poison(v, k)]));
      return ["en", "ja", "zh-TW", "title"].includes(key) ? `${value}${nasty}` : value;
    };
    return JSON.stringify(poison(document));
  })();
  const setting = {
    files: { "nasty.json": hostile, "days.txt": `2026-11-23 ${nasty.replace(/[\r\n\u2028]/g, "")}\n` },
    columns: 80,
  };
  const foreign = new RegExp(`(?!${esc}\\[(?:1|2|4|22|24|3[1-3]|39)m|\\n)\\p{Cc}|\\p{Bidi_Control}|\\u2028`, "u");

  test.each([
    "compare",
    "compare --color never",
    "deadline -P sev2 -r europe --opened 2026-11-20T16:40Z --explain --holidays days.txt",
    "recommend --within sev1=1h",
    "dataset show",
  ])("%s of a hostile dataset", async (line) => {
    const { stdout, stderr } = await type([...line.split(" "), "--dataset", "nasty.json"], setting);
    expect(stdout.length).toBeGreaterThan(50);
    expect(stdout).not.toMatch(foreign);
    expect(stderr).not.toMatch(foreign);
    // Red is the paint's own for what is late; a colour that came in with a text is written out instead.
    expect(stdout).toContain("\\u001b[31m");
  });

  test.each([
    [["deadline", "-P", nasty]],
    [[nasty]],
    [["compare", nasty]],
    [[`--${nasty}`]],
    [["dataset", "validate", `${nasty}.json`]],
  ])("an error about %j", async (argv) => {
    const { stderr, code } = await type(argv, { columns: 80 });
    expect(code).toBeGreaterThan(0);
    expect(stderr).not.toMatch(foreign);
    expect(stderr.split("\n").length).toBeLessThanOrEqual(12);
  });
});

describe("colour", () => {
  const colored = (text: string) => text.includes(esc);
  test.each([
    [{ columns: 80 }, [], true, true],
    [{}, [], false, false],
    [{ columns: 80, env: { NO_COLOR: "1" } }, [], false, false],
    [{ columns: 80, env: { TERM: "dumb" } }, [], false, false],
    [{ env: { FORCE_COLOR: "1" } }, [], true, true],
    [{ columns: 80, env: { FORCE_COLOR: "0" } }, [], false, false],
    [{ env: { NO_COLOR: "1" } }, ["--color", "always"], true, true],
    [{ columns: 80 }, ["--color=never"], false, false],
    [{ columns: 80, terminals: ["stderr" as const] }, [], false, true],
    [{ columns: 80, terminals: ["stdout" as const] }, [], true, false],
  ])("in %j with %j", async (setting, flags, onStdout, onStderr) => {
    const { stdout, stderr } = await type(["deadline", "-P", "P1", "--opened", "2030-01-01T00:00Z", ...flags], setting);
    expect([colored(stdout), colored(stderr)]).toEqual([onStdout, onStderr]);
    const failed = await type(["deadline", "-P", "P9", ...flags], setting);
    expect(colored(failed.stderr)).toBe(onStderr);
  });
});
