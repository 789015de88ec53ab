import { describe, expect, test } from "vitest";
import { bundledIds, defaultDatasetId } from "../../src/data/bundled.js";
import { loadDataset } from "../../src/data/load.js";
import { CliError } from "../../src/errors.js";
import { faultOf, fixturePath, loadFixture, read } from "./fixture.js";

const never = () => Promise.reject(new Error("no file should be read"));

describe("what --dataset names", () => {
  test.each(bundledIds)("%s is bundled, in any case, and reads no file", async (id) => {
    expect((await loadDataset(id, never)).id).toBe(id);
    expect((await loadDataset(id.toUpperCase(), never)).id).toBe(id);
  });

  test("the default is one of the bundled", () => {
    expect(bundledIds).toContain(defaultDatasetId);
  });

  test("a name with a slash or .json is a path, and a missing file is a missing file", async () => {
    expect((await loadFixture("minimal")).id).toBe("minimal");
    expect(await faultOf(loadDataset("./nowhere", read))).toEqual({
      code: "unreadable-file",
      path: "./nowhere",
      reason: "missing",
    });
    expect(await faultOf(loadDataset("nowhere.json", read))).toMatchObject({
      code: "unreadable-file",
      path: "nowhere.json",
    });
  });

  test("a bare word may be a file of that name", async () => {
    const text = await read(fixturePath("datasets/minimal.json"));
    expect((await loadDataset("plans", async () => text)).id).toBe("minimal");
  });

  test("a bare word that is neither is an unknown dataset, with the nearest ids", async () => {
    expect(await faultOf(loadDataset("adobe-sucess-plans", read))).toEqual({
      code: "unknown-dataset",
      value: "adobe-sucess-plans",
      allowed: bundledIds,
      nearest: ["adobe-success-plans"],
    });
  });

  test("a file that cannot be read for another reason is reported with it", async () => {
    const denied = new CliError({ code: "unreadable-file", path: "secret", reason: "denied" });
    expect(await faultOf(loadDataset("secret", () => Promise.reject(denied)))).toEqual(denied.fault);
  });

  test("broken JSON is located in the file", async () => {
    const path = (name: string) => fixturePath(`datasets/broken/${name}.json`);
    expect(await faultOf(loadFixture("broken/not-json"))).toEqual({
      code: "invalid-json",
      path: path("not-json"),
      line: 3,
      column: 18,
      found: ",",
    });
    expect(await faultOf(loadFixture("broken/cut-off"))).toMatchObject({
      code: "invalid-json",
      line: 4,
      column: 1,
      found: "",
    });
  });
});
