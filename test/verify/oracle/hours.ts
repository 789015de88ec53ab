/**
 * The hourly look at every zone, run on demand, on which both the oracle (no two changes within an hour) and a daily probe (none within a
 * day) rely.
 */
import { expect, test } from "vitest";
import { findChanges } from "./changes.js";
import { fieldOf } from "./compare.js";
import { DAY, HOUR } from "./wall.js";

const host = process.env.TZ;
const field = fieldOf(host, 0, 0);

test(`no zone moves its clock twice within 24 hours, 1970-2037 (TZ=${host})`, () => {
  const close: string[] = [];
  let changes = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const zone of field.zones) {
    const found = findChanges(zone, 0, Date.UTC(2038, 0, 1), HOUR);
    changes += found.length;
    found.forEach((t, index) => {
      const apart = t - (found[index - 1] ?? Number.NEGATIVE_INFINITY);
      least = Math.min(least, apart);
      if (apart <= DAY) close.push(`${zone}: ${new Date(t).toISOString()}, ${apart / HOUR} hours after the one before`);
    });
  }
  console.log(
    `hourly scan: ${changes} changes in ${field.zones.length} zones, the closest two ${least / HOUR} hours apart (TZ=${host})`,
  );
  expect(close).toEqual([]);
});
