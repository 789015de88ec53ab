/** The limits of a required response time as it is typed: the length of its text, and a hundred years. */
import { expect, test } from "vitest";
import { parseAmount } from "../../../src/data/recommend/response-time.js";

test("a text of 200 characters is read, a longer one is not", () => {
  expect(parseAmount("2h".padEnd(200))).toEqual({ amount: 2, unit: "hours" });
  expect(parseAmount("2h".padEnd(201))).toBeUndefined();
});

test.each([
  ["36525d", { amount: 36_525, unit: "days" }],
  ["876600h@24x7", { amount: 876_600, unit: "hours", clock: "24x7" }],
  ["3155760000s", { amount: 3_155_760_000, unit: "seconds" }],
  ["36526d", undefined],
  ["876601h@24x7", undefined],
  ["52596001m", undefined],
  ["3155760001s", undefined],
])("%s is at most a hundred years, or none", (text, amount) => {
  expect(parseAmount(text)).toEqual(amount);
});
