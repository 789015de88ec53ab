/** Local times against Temporal, whose `compatible` reading of gaps and repeated hours is the rule local-time. */
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { findZone } from "../../src/core/zone.js";
import { findChanges } from "../verify/oracle/changes.js";

const seed = Number(process.env.SEED ?? 20_260_101);
const dayMs = 86_400_000;
/** Zones whose clocks are changed by an hour, by half an hour, at midnight, by a whole date, in a holy month, and never. */
const zones = [
  "Europe/London",
  "America/New_York",
  "America/Havana",
  "America/Santiago",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Africa/Casablanca",
  "Asia/Kathmandu",
];

test.each(zones)("rule local-time: %s reads every local time as Temporal does", (id) => {
  const zone = findZone(id);
  const changes = findChanges(id, Date.UTC(1990, 0), Date.UTC(2038, 0), 3 * dayMs);
  const around = fc.tuple(
    fc.constantFrom(...(changes.length > 0 ? changes : [0])),
    fc.integer({ min: -2 * dayMs, max: 2 * dayMs }),
  );
  const anywhere = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2038, 0) });
  const local = fc.oneof(
    around.map(([change, off]) => change + zone.offsetAt(change) + off),
    anywhere,
  );
  fc.assert(
    fc.property(local, (wall) => {
      const plain = Temporal.PlainDateTime.from(new Date(wall).toISOString().slice(0, -1));
      expect(zone.instantOf(wall).instant).toBe(
        plain.toZonedDateTime(id, { disambiguation: "compatible" }).epochMilliseconds,
      );
    }),
    { numRuns: 150, seed },
  );
});
