/** The runtime's names of zones: one for all links of a zone. */
import { expect, test } from "vitest";
import { canonicalName } from "../../src/core/local-clock.js";

test.each([
  ["Asia/Calcutta", "Asia/Kolkata"],
  ["US/Pacific", "America/Los_Angeles"],
  ["europe/london", "Europe/London"],
  ["Japan", "Asia/Tokyo"],
])("%s and %s are one zone", (link, name) => {
  expect(canonicalName(link)).toBe(canonicalName(name));
});

test("zones with one offset are not one zone", () => {
  const names = ["Asia/Tokyo", "Asia/Seoul", "Europe/Paris", "Europe/Berlin", "America/New_York"];
  expect(new Set(names.map(canonicalName)).size).toBe(names.length);
});
