/** The example that `dataset init` prints: valid by the strict rules, and in use as it is. */
import { expect, test } from "vitest";
import { exampleDataset } from "../../src/data/example-dataset.js";
import { lintDataset } from "../../src/data/lint.js";
import { parseDataset } from "../../src/data/schema.js";
import { type } from "../terminal.js";

const ticket = ["--dataset", "example.json", "-r", "europe", "--opened", "2026-12-23T17:00+01:00"];

async function files() {
  return { "example.json": (await type(["dataset", "init"])).stdout };
}

test("dataset init prints a dataset, as text and as JSON", async () => {
  const { stdout, code } = await type(["dataset", "init"]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual(exampleDataset);
  expect((await type(["dataset", "init", "--json"])).stdout).toBe(stdout);
});

test("the example is valid, by the strict rules too where texts may be in English only", async () => {
  const { code, stderr } = await type(["dataset", "validate", "example.json"], { files: await files() });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const issues = lintDataset(parseDataset(exampleDataset, "example.json"));
  expect(issues.filter((issue) => !("rule" in issue && issue.rule === "texts-in-all-languages"))).toEqual([]);
});

test("commands use it: the day before Christmas is open until noon", async () => {
  const line = ["deadline", "-p", "basic", "-P", "urgent", ...ticket, "-q"];
  expect((await type(line, { files: await files() })).stdout).toBe("2026-12-28T09:30:00+01:00\n");
  const compared = await type(["compare", "--dataset", "example.json", "--format", "csv"], { files: await files() });
  expect(compared.stdout).toMatch(/low.*none/);
  const none = await type(["deadline", "-p", "basic", "-P", "low", ...ticket], { files: await files() });
  expect(none.stderr).toContain("Plan basic has no target for priority low.");
});
