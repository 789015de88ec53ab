/** Lists and cells longer than anyone reads: answered at once, and nothing of a cell lost. */
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { type, wordsOf } from "../terminal.js";

test("a word of five thousand letters makes a list of the table", async () => {
  const { code, stdout } = await type(["config", "show", "--plan", "x".repeat(5000)], { columns: 80 });
  expect(code).toBe(0);
  expect(stdout.match(/x/g)?.length).toBeGreaterThanOrEqual(5000);
});

test("a ledger of years is folded in the middle and says by how much; JSON has it whole", async () => {
  const line = "elapsed -r japan --from 2000-01-01T00:00Z --to 2020-01-01T00:00Z --explain";
  const { stdout } = await type(wordsOf(line), { columns: 120 });
  const { segments } = JSON.parse((await type([...wordsOf(line), "--json"])).stdout);
  expect(segments.length).toBeGreaterThan(10_000);
  expect(stdout).toContain(`… ${segments.length - 2000} more`);
  expect(stdout).toMatch(/Total +│ .*44344 h/);
});

test("a calendar of years is folded too", async () => {
  const { stdout } = await type(wordsOf("hours japan --calendar --from 2000-01-01T00:00Z --to 2020-01-01T00:00Z"), {
    columns: 120,
  });
  expect(stdout).toMatch(/… 3\d\d\d more/);
});

test.each([
  "elapsed -r japan --from 1800-01-01T00:00Z --to 2020-01-01T00:00Z --explain",
  "elapsed -r japan --from 1800-01-01T00:00Z --to 2020-01-01T00:00Z --holidays JP",
  "hours japan --calendar --from 1800-01-01T00:00Z --to 2020-01-01T00:00Z",
])("%s: more than a hundred years one by one are refused", async (line) => {
  expect(await type(wordsOf(line))).toMatchObject({ code: 2, stdout: "" });
});

test("open time alone is counted over any span", async () => {
  const { stdout } = await type(wordsOf("elapsed -r japan --from 0002-01-01T00:00Z --to 9998-01-01T00:00Z --quiet"));
  expect(Number(stdout)).toBeGreaterThan(7e10);
});

// From 2000 to 2100 are 36,525 days, more than in any other hundred years.
const listed = [
  "elapsed -r japan --explain --quiet",
  "hours japan --calendar --quiet",
  "sql --dialect duckdb -r japan",
];

test.each(listed)("%s lists a hundred years, and not a second more", async (line) => {
  const span = ["--from", "2000-01-01T00:00Z", "--to"];
  expect(await type([...wordsOf(line), ...span, "2100-01-01T00:00Z"])).toMatchObject({ code: 0 });
  const longer = await type([...wordsOf(line), ...span, "2100-01-01T00:00:01Z"]);
  expect(longer).toMatchObject({ code: 2, stdout: "" });
  expect(longer.stderr).toContain("--from and --to are more than 100 years apart.");
  const languages = [
    ["ja", "--from から --to までの期間が 100 年を超えています。"],
    ["zh-TW", "--from 與 --to 相隔超過 100 年。"],
  ] as const;
  for (const [lang, message] of languages) {
    const translated = await type([...wordsOf(line), ...span, "2100-01-01T00:00:00.001Z", "--lang", lang]);
    expect([translated.code, translated.stderr.replace(/\n {2,}/g, "")]).toEqual([2, expect.stringContaining(message)]);
  }
});

test.each([
  "recommend --contacts 5 --no-input --dataset d.json",
  "compare --dataset d.json",
  "dataset validate d.json",
])("%s: a text longer than a dataset may hold is refused in a short message", async (line) => {
  const files = { "d.json": await datasetWith((dataset) => ({ ...dataset, version: "1".repeat(200_000) })) };
  const { code, stderr, stdout } = await type(wordsOf(line), { files });
  expect(code).toBe(3);
  expect(stdout + stderr).toMatch(/\/version: invalid value 1{200}….*at most 4,000 characters/s);
  expect((stdout + stderr).length).toBeLessThan(1000);
});

test("only the first of ten thousand faults of a dataset are listed, with the count of the others", async () => {
  const holidays = Array.from({ length: 10_000 }, () => "2026-02-30");
  const files = {
    "d.json": await datasetWith((dataset) => ({
      ...dataset,
      regions: { r: { name: { en: "R" }, zone: "UTC", hours: {}, holidays } },
    })),
  };
  const { stderr } = await type(wordsOf("compare --dataset d.json"), { files });
  expect(stderr.split("\n").length).toBeLessThan(30);
  expect(stderr).toMatch(/and (?:9|10),\d{3} more/);
});

test.each([
  ["a dataset", "compare --dataset deep.json"],
  ["answers", "recommend --no-input --answers deep.json"],
])("%s nested deeper than a hundred levels: an error with its place", async (_, line) => {
  const files = { "deep.json": `${"[".repeat(100_000)}${"]".repeat(100_000)}` };
  const { code, stderr } = await type(wordsOf(line), { files });
  expect({ code, stderr }).toMatchObject({
    code: 3,
    stderr: expect.stringContaining("deep.json:1:101: more than 100 levels"),
  });
});

test("a ticket with a value nested as deep costs its own line only", async () => {
  const row = (id: string, extra: string) =>
    `{"id":"${id}","priority":"P1","opened":"2026-11-20T07:40Z"${extra === "" ? "" : `,"extra":${extra}`}}\n`;
  const stdin = row("A", "") + row("B", `${"[".repeat(100_000)}${"]".repeat(100_000)}`) + row("C", "[[1]]");
  const { code, stdout } = await type(wordsOf("deadline --input - -p business"), { stdin });
  expect(code).toBe(3);
  expect(stdout.split("\n").map((line) => line.includes("2026-11-20T08:40:00Z"))).toEqual([true, false, true, false]);
});

test.each(["--alarm 1e9h", `--alarm ${"1".repeat(300)}h`, "--alarm 999999h", "--within P2=9999999h"])(
  "a duration beyond a hundred years is refused: %s",
  async (flag) => {
    const command = flag.startsWith("--within") ? "recommend --no-input" : "deadline -p business -P P1 --format ics";
    expect(await type(wordsOf(`${command} ${flag}`))).toMatchObject({ code: 2, stdout: "" });
  },
);

async function datasetWith(change: (dataset: Record<string, unknown>) => object): Promise<string> {
  const bundled = await readFile("src/data/bundled/adobe-experience-cloud-2022.json", "utf8");
  return JSON.stringify(change(JSON.parse(bundled)));
}
