/** The engine against the oracle: some random calendars and questions in each run of the tests; `npm run oracle` compares half a million. */
import { expect, test } from "vitest";
import { compare } from "./compare.js";

const cases = 480;
const seed = Number(process.env.SEED ?? 20_260_101);

test(`engine and oracle agree around the clock changes of 1990-2037 (SEED=${seed})`, () => {
  const zones = Intl.supportedValuesOf("timeZone").filter((_, index) => index % 14 === seed % 14);
  const { compared, differed, report } = compare({ zones, cases, seed, years: [1990, 2037] });
  expect(differed, report).toBe(0);
  expect(compared).toBeGreaterThan(cases * 0.9);
});
