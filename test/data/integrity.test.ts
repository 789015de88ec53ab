/** A broken dataset is refused with the place, what is wrong and what is allowed: one sentence for each fault, none of them a code. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { datasetRules } from "../../src/errors.js";
import { type } from "../terminal.js";

const folder = "fixtures/datasets/broken";
const said = new Set<string>();

test.each(readdirSync(folder))("dataset validate %s", async (name) => {
  const { code, stdout, stderr } = await type(["dataset", "validate", `${folder}/${name}`]);
  expect(code).toBe(3);
  expect(stdout).toBe("");
  expect(stderr).toMatch(
    new RegExp(`^Error: ${folder}/${name}(?::\\d+:\\d+: invalid JSON|  ?is not a valid dataset:\\n  /)`),
  );
  expect(stderr).toMatch(/Hint: .+\n$/);
  for (const form of datasetRules.filter((form) => form.includes("-"))) expect(stderr).not.toContain(`must be ${form}`);
  expect(said).not.toContain(stderr);
  said.add(stderr);
});

test("JSON has the digest of a dataset's file, and of no bundled one", async () => {
  const path = "fixtures/datasets/whole.json";
  const digest = createHash("sha256").update(readFileSync(path)).digest("hex");
  const datasetOf = async (...more: string[]) =>
    JSON.parse((await type(["compare", "--json", ...more])).stdout).dataset;
  expect(await datasetOf("--dataset", path)).toEqual({ id: "whole", version: "1", path, digest });
  expect(await datasetOf()).toEqual({ id: "adobe-experience-cloud-2022", version: "1.1.0" });
});
