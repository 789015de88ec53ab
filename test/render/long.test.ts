/** Lists and cells longer than anyone reads: answered at once, and nothing of a cell lost. */
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
  const { stdout } = await type(wordsOf("hours japan --calendar --from 2000-01-01T00:00Z --to 2020-01-01T00:00Z"), { columns: 120 });
  expect(stdout).toMatch(/… 3\d\d\d more/);
});

test.each([
  "elapsed -r japan --from 1800-01-01T00:00Z --to 2020-01-01T00:00Z --explain",
  "elapsed -r japan --from 1800-01-01T00:00Z --to 2020-01-01T00:00Z --holidays JP",
  "hours japan --calendar --from 1800-01-01T00:00Z --to 2020-01-01T00:00Z",
])("%s: more than a hundred years one by one are refused", async (line) => {
  expect(await type(wordsOf(line))).toMatchObject({ code: 3, stdout: "" });
});

test("open time alone is counted over any span", async () => {
  const { stdout } = await type(wordsOf("elapsed -r japan --from 0002-01-01T00:00Z --to 9998-01-01T00:00Z --quiet"));
  expect(Number(stdout)).toBeGreaterThan(7e10);
});

// From 2000 to 2100 are 36,525 days, more than in any other hundred years.
const listed = ["elapsed -r japan --explain --quiet", "hours japan --calendar --quiet", "sql --dialect duckdb -r japan"];

test.each(listed)("%s lists a hundred years, and not a second more", async (line) => {
  const span = ["--from", "2000-01-01T00:00Z", "--to"];
  expect(await type([...wordsOf(line), ...span, "2100-01-01T00:00Z"])).toMatchObject({ code: 0 });
  const longer = await type([...wordsOf(line), ...span, "2100-01-01T00:00:01Z"]);
  expect(longer).toMatchObject({ code: 3, stdout: "" });
  expect(longer.stderr).toContain("100 years");
});
