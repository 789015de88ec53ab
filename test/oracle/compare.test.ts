/** The engine against the oracle: random calendars and questions in this host's third of the world's zones, and the named hard places. */
import { expect, test } from "vitest";
import { compare, fieldOf } from "./compare.js";

const host = process.env.TZ;
const cases = Number(process.env.CASES ?? 21_000);
const seed = Number(process.env.SEED ?? 20_260_101);

test(`engine and oracle agree around the clock changes of 1990-2037 (TZ=${host ?? "unset"})`, { timeout: 600_000 }, () => {
  const field = fieldOf(host, cases, seed);
  const { compared, differed, report } = compare(field);
  console.log(`oracle: ${compared} compared in ${field.zones.length} zones, ${differed} differed (TZ=${host ?? "unset"}, SEED=${seed})`);
  expect(differed, report).toBe(0);
  expect(compared).toBeGreaterThan((cases / 3) * 0.96);
});
