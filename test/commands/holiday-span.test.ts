/** Holidays of a country are worked out year by year, so no answer counts more than a hundred of them. */
import { describe, expect, test } from "vitest";
import { type } from "../terminal.js";

const now = "2096-11-22T00:00:00Z";
const header = "id,priority,region,opened,responded\n";
const files = {
  "tickets.csv": `${header}1,P2,japan,2026-11-16T10:00+09:00,9999-12-28T00:00Z\n2,P2,japan,1980-01-01T10:00Z,\n3,P2,japan,2026-11-16T10:00+09:00,2026-11-16T11:00+09:00\n4,P1,japan,1980-01-01T10:00Z,2026-11-16T11:00+09:00\n`,
};
const flags = ["-p", "business", "--no-config"];
const run = (...line: string[]) => type([...line, ...flags, "--holidays", "JP"], { files, now });

describe("with holidays, a time of more than a hundred years", () => {
  test.each([
    ["audit", ["audit", "tickets.csv"], "4 read, 2 evaluated"],
    ["the history", ["recommend", "--tickets", "tickets.csv"], ""],
    ["deadlines in JSON", ["deadline", "--input", "tickets.csv", "--json"], '"deadline":"2026-11-16T03:00:00Z"'],
  ] as const)("is a fault of its row for %s, which counts the time", async (name, line, says) => {
    const words = name === "the history" ? line.filter((word) => !flags.includes(word)) : line;
    const { code, stdout, stderr } = await run(...words);
    expect(code).toBe(3);
    expect(stderr).toMatch(/the deadline, the response or now is more than 100 years after/);
    expect(stdout).toContain(says);
  });

  test("does not keep a row from its deadline, where none is counted", async () => {
    const { code, stdout } = await run("deadline", "--input", "tickets.csv");
    expect(code).toBe(0);
    expect(stdout).toContain("2026-11-16T03:00:00Z,missed");
  });

  test("is refused for one ticket", async () => {
    const one = ["deadline", "-P", "P2", "-r", "japan", "--opened", "1900-01-01T10:00Z"];
    expect(await run(...one)).toMatchObject({ code: 2, stdout: "" });
    expect(await run(...one, "--responded", "1900-01-02T10:00Z")).toMatchObject({ code: 0 });
  });
});
