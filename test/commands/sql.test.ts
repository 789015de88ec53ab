/** `sql`: what its command line asks for and refuses. Its table is in test/core, and the statements are run in databases by test/verify/databases. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type } from "../terminal.js";

describe("the statements", () => {
  const line = [
    "sql",
    "--dialect",
    "duckdb",
    "-r",
    "japan",
    "--from",
    "2026-01-01T00:00Z",
    "--to",
    "2026-02-01T00:00Z",
  ];

  test.each(["dialect", "region", "from", "to"])("without --%s names it", async (key) => {
    const at = line.findIndex((word) => word === `--${key}` || (key === "region" && word === "-r"));
    const { code, stderr } = await type(line.toSpliced(at, 2));
    expect(code).toBe(2);
    expect(stderr).toContain(`--${key}`);
  });

  test("a span that ends before it begins, and a name that is no table's, are refused", async () => {
    expect((await type([...line, "--to", "2025-01-01T00:00Z"])).code).toBe(2);
    expect((await type([...line, "--table", "tickets; drop table tickets"])).code).toBe(2);
    expect((await type([...line, "--json"])).code).toBe(2);
  });

  test("text from a dataset stays a literal, and a comment stays one line", async () => {
    const dataset = JSON.parse(readFileSync("src/data/bundled/adobe-experience-cloud-2022.json", "utf8"));
    dataset.version = "1.0.0'\n; drop table tickets";
    const { stdout } = await type([...line, "--dataset", "mine.json", "--holidays", "a\nb.txt"], {
      files: { "mine.json": JSON.stringify(dataset), "a\nb.txt": "2026-01-01\n" },
    });
    expect(stdout.split("\n").filter((text) => /^;|^b\.txt/.test(text))).toEqual([]);
  });
});
