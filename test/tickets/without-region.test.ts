/** Rows without a region or a zone, whose targets need none, and columns that flags name wrongly. */

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseRecords } from "../parse-csv.js";
import { type } from "../terminal.js";

const customer = readFileSync("fixtures/datasets/customer.json", "utf8");
const aws = readFileSync("fixtures/datasets/aws.json", "utf8");

async function run(csv: string, ...flags: string[]) {
  const line = ["deadline", "--input", "t.csv", "--no-config", ...flags];
  const files = { "t.csv": csv, "customer.json": customer, "aws.json": aws };
  const ran = await type(line, { files, now: "2026-11-20T12:00:00Z" });
  const records = ran.stdout === "" ? [] : parseRecords(ran.stdout.trimEnd());
  return {
    ...ran,
    results: records.map((row) => `${row.deadline} ${row.status}`.trim()),
    codes: records.map((row) => row.error?.split(":")[0]),
  };
}

const business = ["-p", "business"];
const office = ["-p", "gold", "--dataset", "customer.json"];
const counted = ["--response-clock", "business"];

describe("a target around the clock", () => {
  test("cannot count the response in business time of no region", async () => {
    const csv = "id,priority,opened,response-time\n1,P1,2026-11-20T10:00Z,1 h\n2,P2,2026-11-20T10:00Z,1 h\n";
    expect((await run(csv, ...business, ...counted)).codes).toEqual(["missing-region", "missing-region"]);
  });

  test("cannot count it where the dataset has no regions", async () => {
    const csv = "id,priority,opened,response-time\n1,high,2026-11-20T10:00Z,1 h\n";
    const { stdout } = await run(csv, ...business, "--dataset", "aws.json", ...counted);
    expect(stdout).toContain("the dataset has no regions");
  });

  test("cannot count it in the hours of a customer whose zone is not named", async () => {
    const csv = "id,priority,opened,response-time\n1,P1,2026-11-20T10:00Z,1 h\n";
    expect((await run(csv, ...office, "-r", "office", ...counted)).codes).toEqual(["missing-zone"]);
  });

  test("uses the zone of the row alone", async () => {
    const csv = "id,priority,opened,zone\n1,P1,2026-11-20T10:00Z,Europe/Paris\n";
    expect((await run(csv, ...business)).results).toEqual(["2026-11-20T11:00:00Z overdue"]);
  });

  test("is chosen by no region", async () => {
    const csv = "id,priority,region,opened\n1,P1,,2026-11-20T11:30Z\n2,P1,japan,2026-11-20T11:30Z\n";
    expect((await run(csv, ...business, "--where", "region!=japan")).results).toEqual([
      "2026-11-20T12:30:00Z open",
      "",
    ]);
  });
});

test("a row in error for one plan stays so with pauses of its own", async () => {
  const csv = "id,priority,opened,pause-time\n1,P2,2026-11-20T10:00Z,1 h\n";
  expect((await run(csv, ...business)).codes).toEqual(["missing-region"]);
});

test("a response date of two readings is refused where the others do not decide", async () => {
  const csv = "id,priority,region,opened,responded\n1,P1,japan,2026-11-20T10:00Z,03/04/2026 10:00\n";
  const { stderr, code } = await run(csv, ...business, "--source-tz", "UTC");
  expect(code).toBe(3);
  expect(stderr).toContain("Error: t.csv: the date order of responded is ambiguous: 03/04/2026 10:00.");
});

describe("--map", () => {
  const csv = "id,priority,region,opened,status\n1,P1,japan,2026-11-20T10:00Z,Open\n";

  test.each([
    [["--map", "opened=#99"], "t.csv is missing column #99."],
    [["--map", "responded=status", "--map", "responded=nope"], "t.csv is missing column nope."],
    [["--map", "responded=status|nope"], "t.csv is missing column nope."],
  ])("%j", async (flags, message) => {
    const { code, stderr } = await run(csv, ...business, ...flags);
    expect(code).toBe(3);
    expect(stderr.split("\n")[0]).toBe(`Error: ${message}`);
  });
});
