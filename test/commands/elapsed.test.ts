/** `elapsed` without a region: around the clock none is needed, and a dataset may have none. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { langs } from "../../src/data/dataset.js";
import { type } from "../terminal.js";

const whole = JSON.parse(readFileSync("fixtures/datasets/aws.json", "utf8"));
const [plan] = Object.keys(whole.targets);
const [priority] = Object.keys(whole.priorities);
const hours = { [plan as string]: { [priority as string]: { clock: "business-hours", amount: 1, unit: "hours" } } };
const files = {
  "no-regions.json": JSON.stringify(whole),
  "hours.json": JSON.stringify({ ...whole, targets: hours, candidates: [plan] }),
};
const run = (line: string) => type(line.split(" "), { files, now: "2026-11-20T12:00:00Z" });
const span = "--from 2026-11-20T10:00Z --to 2026-11-20T12:30Z";

describe.each(["", " --dataset no-regions.json"])("around the clock, without a region%s", (dataset) => {
  test("the time by the clock", async () => {
    const { code, stdout } = await run(`elapsed --clock 24x7 ${span}${dataset} --tz Asia/Tokyo`);
    expect(code).toBe(0);
    expect(stdout).toContain("2 h 30 min (24x7)");
    expect(stdout).toContain("none (Asia/Tokyo)");
  });

  test("in the zone of --zone, less pauses, with each stretch", async () => {
    const flags = "--zone Asia/Taipei --pause 2026-11-20T10:30Z/2026-11-20T11:00Z --explain --json";
    const answer = JSON.parse((await run(`elapsed --clock 24x7 ${span}${dataset} ${flags}`)).stdout);
    expect(answer).toMatchObject({ region: null, zone: "Asia/Taipei", elapsedSeconds: 7200, assumptions: [] });
    expect(answer.segments).toHaveLength(3);
  });

  test("in a zone that is named where it is the system's", async () => {
    const { stdout } = await run(`elapsed --clock 24x7 ${span}${dataset} --json`);
    expect(JSON.parse(stdout).assumptions).toMatchObject([{ code: "shown-zone" }]);
  });
});

describe("on a clock of a region's hours, without a region", () => {
  test("the error lists the regions", async () => {
    const { code, stderr } = await run(`elapsed ${span}`);
    expect([code, stderr]).toEqual([2, expect.stringContaining("Valid values: americas, emea, apac, japan.")]);
  });

  test.each([
    ["elapsed --clock 24x5", ["--region", "--from"]],
    ["elapsed --clock 24x7", ["--from"]],
    ["elapsed -r japan", ["--from"]],
  ])("%s lacks %j", async (line, options) => {
    const { stderr } = await run(`${line} --json`);
    expect(JSON.parse(stderr).error).toMatchObject({ code: "missing-option" });
    for (const option of options) expect(stderr).toContain(option);
    expect(stderr.includes("--region")).toBe(options.includes("--region"));
  });

  test.each(langs)("a dataset without regions is the same error of elapsed and of deadline: %s", async (lang) => {
    const counted = await run(`elapsed ${span} --dataset hours.json --lang ${lang}`);
    const due = await run(`deadline -P ${priority} --dataset hours.json --lang ${lang}`);
    expect([counted.code, counted.stderr]).toEqual([2, due.stderr]);
    expect(due.stderr).toContain(whole.id);
    expect(due.stderr).toContain("24x7");
    expect(due.stderr).not.toContain("--region");
  });

  test.each([
    ["en", "depends on a region's hours, and the dataset has no regions"],
    ["zh-TW", "以地區的營業時間計算，但資料集沒有地區"],
    ["ja", "地域の営業時間で数えます。データセットには地域がありません"],
  ])("a ticket of a file has an error that asks for none either: %s", async (lang, text) => {
    const csv = `id,priority,opened\n1,${priority},2026-11-20T10:00Z\n`;
    const line = `deadline --input t.csv -p ${plan} --dataset hours.json --lang ${lang}`;
    const { stdout } = await type(line.split(" "), { files: { ...files, "t.csv": csv } });
    expect(stdout).toContain(`missing-region`);
    expect(stdout).toContain(text);
  });

  test("nor is a region asked for where the time is missing too", async () => {
    expect((await run("elapsed --dataset hours.json")).stderr).toContain("has no regions");
    const { stderr } = await run("deadline --dataset hours.json");
    expect(stderr).toContain("--priority");
    expect(stderr).not.toContain("--region");
  });

  test("the dataset without regions is named among several", async () => {
    const datasets = "--dataset adobe-experience-cloud-2022 --dataset hours.json";
    const { code, stderr } = await run(`deadline -P P1 ${datasets} -p ${whole.id}:${plan}`);
    expect([code, stderr]).toEqual([2, expect.stringContaining(`Dataset ${whole.id} has no regions`)]);
  });
});
