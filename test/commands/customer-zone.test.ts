/** Regions whose hours are in the customer's own time zone, with the dataset's own holiday calendars and yearly closures. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { langs } from "../../src/data/dataset.js";
import { type } from "../terminal.js";

const files = {
  "customer.json": readFileSync("fixtures/datasets/customer.json", "utf8"),
  "t.csv": "id,priority,opened\n1,P2,2026-11-20T10:00Z\n2,P1,2026-11-20T10:00Z\n",
  "z.csv": "id,priority,opened,zone\n1,P2,2026-11-20T10:00Z,Europe/Paris\n",
};
const run = (line: string) =>
  type([...line.split(" "), "--dataset", "customer.json", "--now", "2026-11-21T00:00Z"], { files });

describe("zone: customer", () => {
  test.each([
    "deadline -P P2 -r office --opened 2026-11-20T10:00Z",
    "hours",
    "elapsed -r office --from 2026-11-20T10:00Z --to 2026-11-21T10:00Z",
  ])("%s needs --zone", async (line) => {
    const { code, stderr } = await run(line);
    expect(code).toBe(2);
    expect(stderr).toContain("--zone");
    expect(stderr).toContain("office");
  });

  test("a row is in error unless --zone or its own zone names one; a target around the clock needs none", async () => {
    const { code, stderr, stdout } = await run("deadline -p gold -r office --input t.csv");
    expect(code).toBe(3);
    expect(stderr).toContain("missing-zone");
    expect(stdout).toContain("2026-11-20T11:00:00Z");
    expect((await run("deadline -p gold -r office --input t.csv --zone Europe/Paris")).code).toBe(0);
    expect((await run("deadline -p gold -r office --input z.csv")).code).toBe(0);
  });

  test("--zone is used, and nothing is assumed about it", async () => {
    const { stdout } = await run(
      "deadline -p gold -P P2 -r office --zone Asia/Tokyo --opened 2026-11-20T01:00Z --json",
    );
    const { tickets, assumptions } = JSON.parse(stdout);
    expect(tickets[0]).toMatchObject({ zone: "Asia/Tokyo", deadlineLocal: "2026-11-20T12:00:00+09:00" });
    expect(assumptions.map(({ code }: { code: string }) => code)).toEqual(["clock-prioritised", "holiday-source"]);
  });
});

describe("the dataset's holidays", () => {
  test.each([
    ["a yearly closure", "2026-12-25T17:00+09:00", "", "2027-01-04T11:00:00+09:00"],
    ["a country's holiday", "2026-11-20T17:00+09:00", "", "2026-11-24T11:00:00+09:00"],
    ["--holidays replaces both", "2026-11-20T17:00+09:00", " --holidays none", "2026-11-23T11:00:00+09:00"],
  ])("%s", async (_, opened, option, expected) => {
    const { stdout } = await run(`deadline -p gold -P P2 -r office --zone Asia/Tokyo --opened ${opened}${option} -q`);
    expect(stdout.trim()).toBe(expected);
  });
});

test.each(langs)("compare shows price, credits, closures and the customer's zone in %s", async (lang) => {
  const { stdout } = await run(`compare --lang ${lang}`);
  for (const text of ["5 % of the licences", "20 % of the fee", "JP", "12-28/01-03"]) expect(stdout).toContain(text);
  expect(stdout).not.toMatch(/\bcustomer\b(?!')/);
  const rows = await run(`compare --lang ${lang} --format csv`);
  expect(rows.stdout).toMatch(/^plan,,price,.*,,5 % of the licences,$/m);
  const html = await run(`compare --lang ${lang} --format html`);
  expect(html.stdout).toContain("20 % of the fee");
});
