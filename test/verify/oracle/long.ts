/** The long comparison, run on demand: half a million random calendars and questions, a third of the world's zones in each host zone. */
import { mkdirSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compare, fieldOf } from "./compare.js";
import { DAY } from "./wall.js";

const host = process.env.TZ;
const cases = Number(process.env.CASES ?? 500_000);
const seed = Number(process.env.SEED ?? Math.floor(Date.now() / DAY));
const field = fieldOf(host, cases, seed);

test(`engine and oracle agree (TZ=${host})`, () => {
  const { compared, differed, report } = compare(field);
  console.log(
    `oracle: ${compared} compared in ${field.zones.length} zones, ${differed} differed (TZ=${host}, SEED=${seed})`,
  );
  mkdirSync("test/verify/oracle/reports", { recursive: true });
  writeFileSync(
    `test/verify/oracle/reports/${(host ?? "unset").replace("/", "-")}.json`,
    `${JSON.stringify({ compared, differed, seed })}\n`,
  );
  expect(differed, report).toBe(0);
  expect(compared).toBeGreaterThan((cases / 3) * 0.96);
});
