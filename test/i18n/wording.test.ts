/**
 * What a reader of each language meets: the words of a support desk and not of a shop, punctuation of the language, a first screen
 * that fits, and commands that can be run as they are printed.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadMessages } from "../../src/i18n/messages.js";
import { widthOf, wrapText } from "../../src/render/text/width.js";
import { type, wordsOf } from "../terminal.js";

const langs = ["en", "zh-TW", "ja"] as const;

/** The text of a file, or of all files in a folder. */
function textOf(path: string): string {
  if (/\.(json|md)$/.test(path)) return readFileSync(path, "utf8");
  return readdirSync(path)
    .map((name) => readFileSync(`${path}/${name}`, "utf8"))
    .join("\n");
}

describe("terms", () => {
  /** A data sheet is no database table, a target no promise, and 24x7 more than every day. */
  const wordsOfNoData = /promise|資料表|效期|承諾|"ja": "[^"]*(案件|有料|(?<!24 時間)年中無休|約束|催し|想定|提出)/;
  /** Words that have another in the catalogue, by file or folder. */
  const avoided: Readonly<Record<string, RegExp>> = {
    "src/i18n/en":
      /too much here|nobody to ask|the system refused|must be given|lacks its value|told of|asked but once|hold against/,
    "src/i18n/zh-TW": /打烊|休息中|廠商|遲了|效期|答案|占比|準時|用去|時間條|橫帶|評定|承諾|(?<!UTC )時差/,
    "src/i18n/ja":
      /開店|閉店|時系列|有料|おすすめ|必要(とプラン|を測る|に合う)|問い合わせ|(?<!24 時間)年中無休|時差|監査|前提|想定|計上|同梱|未達(?!成)|約束|回答(の形式|の言語|全体)/,
    "src/data/bundled/adobe-experience-cloud-2022.json": wordsOfNoData,
    "src/data/bundled/adobe-success-plans.json": wordsOfNoData,
  };

  test.each(Object.entries(avoided))("%s keeps to one word for one thing", (path, words) => {
    expect(textOf(path).match(words)?.[0]).toBeUndefined();
  });

  test.each(["src/i18n/zh-TW", "src/data/bundled/adobe-experience-cloud-2022.json", "README.zh-TW.md"])(
    "%s has no simplified character",
    (path) => {
      const text = textOf(path).replace(/"ja": "[^"]*"/g, "");
      expect(
        text.match(
          /[这们为产时应对业务实际优标简导项单农历换变开关门问间见视觉说话语读请谁给经过还进远运动转车轮软网络错误数库显节约线]/,
        )?.[0],
      ).toBeUndefined();
    },
  );

  test.each(["zh-TW", "ja"])("%s has percentages without a blank, and durations with one", async (lang) => {
    const audit = await type([...wordsOf("audit fixtures/tickets/autumn.csv -p business -r japan --lang"), lang]);
    expect(audit.stdout).toMatch(/\d+\.\d%/);
    expect(audit.stdout).not.toMatch(/\d %/);
    expect(audit.stdout).not.toMatch(/\d(小時|分鐘|天|時間|分|日)/);
  });

  test("a note about a resource names it first", async () => {
    const notes = JSON.parse((await type(["compare", "--json", "--lang", "zh-TW"])).stdout).notes as {
      kind: string;
      text: string;
    }[];
    const resources = notes.filter(({ kind }) => kind === "resource").map(({ text }) => text.split("：")[0]);
    expect(resources).toEqual(["Experience League", "培訓", "生產問題與系統中斷", "商務支援網站", "條款與條件"]);
  });
});

describe("punctuation", () => {
  const pages = [
    "compare --all",
    "deadline -P P2 -r japan --opened 2026-11-20T16:40+09:00 --explain",
    "recommend --need live-telephone --budget included",
    "hours",
  ];

  test.each(pages)("the page of %s has the colon of its language", async (line) => {
    const { stdout } = await type([...wordsOf(line), "--format", "html", "--lang", "zh-TW"]);
    const text = stdout.replace(/<style>.*?<\/style>/s, "").replace(/<[^>]+>/g, "");
    expect(text.match(/.{0,9}\p{Script=Han}: .{0,9}/u)?.[0]).toBeUndefined();
  });

  test("a page says yes and no once, and keeps flags whole", async () => {
    const { stdout } = await type(["compare", "--format", "html", "--lang", "zh-TW"]);
    expect(stdout).toContain('<span class="yes">✓</span>');
    expect(stdout).toContain('<span class="no">—</span>');
    expect(stdout).toContain('<span class="flag">--dataset</span>');
    expect((await type(["compare", "--format", "html", "--lang", "ja"])).stdout).toContain(
      '<span class="yes">✓ あり</span>',
    );
  });

  test("dates, counts and codes of a page are whole, however narrow it is", async () => {
    const { stdout } = await type(
      wordsOf("deadline -p business -P P2 -r japan --opened 2026-11-20T16:40+09:00 --explain --format html"),
    );
    expect(stdout).toContain('<table class="moments">');
    expect(stdout).toMatch(/\.moments td:nth-child\(2\) \{ white-space: nowrap; \}/);
    expect(stdout).toMatch(/\.number \{[^}]*white-space: nowrap; \}/);
    expect(stdout).toMatch(/li code \{ white-space: nowrap; \}/);
  });

  test("help has no half-width colon after a Chinese title", async () => {
    const { stdout } = await type(["compare", "--help", "--lang", "zh-TW"]);
    expect(stdout).toMatch(/^範例：\n/m);
    expect(stdout).toMatch(/^用法：support-cli compare/m);
  });

  test("brackets around Chinese and Japanese are full-width", async () => {
    const elapsed = wordsOf("elapsed -r japan --from 2026-11-20T16:00+09:00 --to 2026-11-24T10:30+09:00");
    expect((await type([...elapsed, "--lang", "ja"])).stdout).toContain("（営業時間）");
    expect((await type([...elapsed, "--lang", "zh-TW"])).stdout).toContain("（營業時間）");
    const recommend = ["recommend", "--contacts", "5", "--lang", "zh-TW"];
    expect((await type(recommend)).stdout).toContain("P2（營業時間 / 2 小時 → 營業時間 / 4 小時）；");
  });

  test("a language without a name is separated from Chinese and Japanese text", async () => {
    const line = wordsOf("recommend --language qaa --lang");
    expect((await type([...line, "zh-TW"])).stdout).toContain("qaa 支援：");
    expect((await type([...line, "ja"])).stdout).toContain("qaa でのサポート: ");
    expect((await type([...wordsOf("recommend --language ja --lang"), "zh-TW"])).stdout).toContain("│ 日文支援 ");
  });

  test("a line does not part a number from its unit", () => {
    expect(wrapText("全年無休 / 30 分鐘", 13)).toEqual(["全年無休 /", "30 分鐘"]);
    expect(wrapText("24x5 / 30 分鐘", 13)).toEqual(["24x5 /", "30 分鐘"]);
    expect(wrapText("返答は 4 営業時間以内です", 10)).toEqual(["返答は", "4 営業時間", "以内です"]);
    expect(wrapText("30 分鐘", 4)).toEqual(["30", "分鐘"]);
  });
});

describe("the first screen", () => {
  test.each(langs)("of a program called without a word fits 80 columns and 40 lines in %s", async (lang) => {
    const { stdout, code } = await type([], { columns: 80, env: { SUPPORT_CLI_LANG: lang } });
    const lines = stdout.split("\n");
    expect(code).toBe(0);
    expect(lines.length).toBeLessThanOrEqual(42);
    expect(lines.filter((line) => widthOf(line) > 80)).toEqual([]);
    expect(stdout).toMatch(/^ {2}--help /m);
    expect(stdout).not.toContain("--no-config");
  });

  test("names what most come for before what is seldom needed", async () => {
    const { stdout } = await type([]);
    const named = [...stdout.slice(stdout.indexOf("Commands:")).matchAll(/^ {2}([a-z]+) .*/gm)].map(([, name]) => name);
    expect(named.slice(0, 4)).toEqual(["compare", "deadline", "recommend", "audit"]);
  });
});

describe("messages", () => {
  test.each(langs)("an interrupt is not reported as an error in %s", async (lang) => {
    const { stderr, code } = await type(["recommend", "--lang", lang], {
      typed: "\u0003",
      columns: 80,
      env: { SUPPORT_CLI_ACCESSIBLE: "1" },
    });
    expect(code).toBe(130);
    expect(stderr.trimEnd().split("\n").at(-1)).toMatch(/^(.*\[1\][:：] )?(Stopped\.|已中止。|中止しました。)$/);
  });

  test("allowed values of a dataset are listed once, on indented lines", async () => {
    const files = { "mine.json": JSON.stringify({ colour: 1, shape: 2 }) };
    const { stderr } = await type(["dataset", "validate", "mine.json", "--color", "never"], { files, columns: 80 });
    expect(stderr.match(/valid keys: /g)).toHaveLength(1);
    expect(stderr).toContain("  /: unknown key shape\n");
    const listed = stderr.slice(0, stderr.indexOf("Hint:")).trimEnd().split("\n").slice(1);
    expect(listed.filter((line) => !line.startsWith("  "))).toEqual([]);
  });
});

describe("talk about a file of tickets", () => {
  const files = { "bad.csv": "id,priority,region,opened\nA,P2,,2026-11-20T10:00+09:00\n" };
  const line = wordsOf("deadline -p business --input bad.csv --lang zh-TW --color never");

  test("has the colon of its language, and is wrapped where it is read", async () => {
    const { stderr } = await type(line, { files, columns: 80, terminals: ["stderr"] });
    expect(stderr).toMatch(/^附註：沒有任何欄位/m);
    expect(stderr).toMatch(/^ {2}第 2 行：missing-region: /m);
    expect(stderr.split("\n").filter((text) => widthOf(text) > 80)).toEqual([]);
    const piped = (await type(line, { files })).stderr.trimEnd().split("\n");
    expect(piped.filter((line) => !/^ {2}(?!第)/.test(line))).toHaveLength(3);
  });
});

describe("hints", () => {
  test("what is no command may be a topic", async () => {
    expect((await type(["help", "time-rule"])).stderr).toContain("Unknown command or topic: time-rule.");
    expect((await type(["help", "time-rule", "--lang", "zh-TW"])).stderr).toContain(
      "無法辨識的指令或主題：time-rule。",
    );
    expect((await type(["help", "time-rule", "--lang", "ja"])).stderr).toContain(
      "不明なコマンドまたはトピック: time-rule。",
    );
    expect((await type(["time-rule"])).stderr).toContain("Unknown command: time-rule.");
  });

  test("sentences of Chinese and Japanese have no blank between them", async () => {
    const env = { SUPPORT_CLI_REGION: "japn" };
    expect((await type(["deadline", "-P", "P2", "--lang", "ja"], { env })).stderr).toContain("、japan。この値は");
    expect((await type(["deadline", "-P", "P2"], { env })).stderr).toContain("japan. The value is set in");
  });

  test("the values of a Japanese message are a list", async () => {
    const budget = await type(["recommend", "--budget", "none", "--lang", "ja"]);
    expect(budget.stderr).toContain("指定できる値: included、any。");
  });

  test("an invalid setting is right after the colon", async () => {
    const files = { "/nowhere/project/support-cli.json": '{"plan": 3}' };
    expect((await type(["config", "show", "--lang", "zh-TW"], { files })).stderr).toContain(
      "support-cli.json：plan 不可為 3",
    );
  });
});

describe("--output", () => {
  test.each([
    "compare -o plans.ods",
    "recommend --contacts 5 -o plan.pdf",
    "deadline -p business --input fixtures/tickets/autumn.csv -o due.xls",
  ])("text is not written under the name of another kind of file: %s", async (line) => {
    const { code, stderr, written } = await type(wordsOf(line));
    expect([code, written]).toEqual([2, {}]);
    expect(stderr).toMatch(
      /^Error: Invalid value for --output: (ods|xls|pdf)\.\nHint: (.*\? )?Valid values: (text|csv), .*json/,
    );
  });

  test("what --format names may have any name, and a text any ending that is none", async () => {
    expect((await type(wordsOf("compare --format csv -o plans.xlsx"))).written["plans.xlsx"]).toMatch(/^section,/);
    expect((await type(wordsOf("compare -o plans.log"))).code).toBe(0);
  });
});

describe("when plans were sold", () => {
  test.each([
    ["en", "–", "from 2022-01-01", "before 2022-06-16", "2022-01-01 to 2022-06-16"],
    ["zh-TW", "–", "2022-01-01 起", "2022-06-16 前", "2022-01-01 至 2022-06-16"],
    ["ja", "–", "2022-01-01 から", "2022-06-16 より前", "2022-01-01 から 2022-06-16 まで"],
  ] as const)("is given by the days that are known in %s", async (lang, ...texts) => {
    const { sold } = await loadMessages(lang);
    const days = [undefined, "2022-01-01"].flatMap((from) =>
      [undefined, "2022-06-16"].map((until) => sold(from, until)),
    );
    expect(days.sort()).toEqual([...texts].sort());
  });
});

describe("amounts", () => {
  test.each([
    ["en", "7 h 20 min, business hours"],
    ["zh-TW", "營業時間 / 7 小時 20 分鐘"],
    ["ja", "営業時間内 7 時間 20 分"],
  ])("of many minutes are shown in hours in %s", async (lang, amount) => {
    const { stdout } = await type(["recommend", "--within", "P3=440m@business-hours", "--lang", lang], {
      columns: 120,
    });
    expect(stdout).toContain(amount);
    expect(stdout).toContain("--within P3=440m@business-hours");
  });
});

test("the manual page does not stretch its lines", async () => {
  expect((await type(["help", "man", "--lang", "ja"])).stdout).toMatch(/^\.ad l$/m);
});

describe("recommend", () => {
  test("prints a command line that does not prompt, even on a terminal", async () => {
    const flags = wordsOf("--need live-telephone --contacts 5 --budget any");
    const first = JSON.parse((await type(["recommend", ...flags, "--json"])).stdout);
    expect(first.commandLine).toMatch(/ --no-input$/);
    const again = await type([...wordsOf(first.commandLine).slice(1), "--json"], { typed: "", columns: 80 });
    expect(JSON.parse(again.stdout)).toEqual(first);
  });

  test("takes no contacts for an answer, and against the file", async () => {
    const alone = await type(["recommend", "--contacts", "0", "--json"]);
    expect([alone.code, JSON.parse(alone.stdout).recommended]).toEqual([0, "standard"]);
    const files = { "answers.json": '{"contacts": 5}' };
    expect(
      JSON.parse((await type(["recommend", "--answers", "answers.json", "--json"], { files })).stdout).recommended,
    ).toBe("business");
    const both = await type(["recommend", "--answers", "answers.json", "--contacts", "0", "--json"], { files });
    expect(JSON.parse(both.stdout).recommended).toBe("standard");
  });

  test.each([
    [
      "en",
      "No candidate within budget meets your only need. Business Support, Enterprise Support and Elite Support do",
    ],
    ["zh-TW", "預算內沒有候選方案符合這項需求。商務支援、企業支援和菁英支援符合，但需要付費"],
    ["ja", "予算内の候補には、この要件を満たすプランがありません。"],
  ])("where nothing is met, names the plans that would in %s", async (lang, sentence) => {
    const { stdout } = await type(["recommend", "--need", "live-telephone", "--budget", "included", "--lang", lang]);
    expect(stdout.replace(/\n */g, lang === "en" ? " " : "")).toContain(sentence);
  });
});

describe("compare", () => {
  test.each(["text", "markdown", "html"])("says that there are no differences in %s", async (format) => {
    const { stdout } = await type(wordsOf(`compare --only-differences --group field --format ${format}`));
    expect(stdout).toContain("No differences between these plans.");
    expect((await type(wordsOf(`compare --group field --format ${format}`))).stdout).not.toContain("do not differ");
  });

  test.each(["text", "markdown", "html"])(
    "says what a question mark means in %s, only where there is one",
    async (format) => {
      expect((await type(wordsOf(`compare --all --format ${format}`))).stdout).toContain("? not stated by the sources");
      expect((await type(wordsOf(`compare --format ${format}`))).stdout).not.toContain("? the sources");
    },
  );
});
