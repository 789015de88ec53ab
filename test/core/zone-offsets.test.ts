/**
 * Offsets that the build keeps (.build/offsets.mjs): the same as the runtime's, within their range and beyond it.
 */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
// @ts-expect-error A script of the build has no types.
import { findOffsets } from "../../.build/offsets.mjs";
import type { ZoneOffsets } from "../../src/core/zone.js";

const kept = (await findOffsets(process.cwd())) as ZoneOffsets & { readonly tzdata: string };
const hourMs = 3_600_000;

beforeEach(() => vi.resetModules());
afterEach(() => {
  vi.unstubAllGlobals();
});

/** A zone module of its own, so that one test's zones are not another's. */
const zones = () => import("../../src/core/zone.js");

test("are those of every bundled region, by the version of the database they come from", () => {
  expect(kept.tzdata).toBe(process.versions.tz);
  expect(Object.keys(kept.zones)).toEqual(
    expect.arrayContaining(["America/Los_Angeles", "Asia/Singapore", "Asia/Tokyo", "Europe/London"]),
  );
});

test.each(Object.keys(kept.zones))(
  "%s: the same offsets at each change, on each day and outside the range",
  async (id) => {
    const asked = (await zones()).findZone(id);
    vi.resetModules();
    const { findZone, usePrecomputedOffsets } = await zones();
    usePrecomputedOffsets(kept);
    const remembered = findZone(id);
    const changes = asked
      .stretches(kept.from, kept.to)
      .flatMap(({ from }) => [from - 1000, from - 1, from, from + 1000]);
    const days = Array.from({ length: (kept.to - kept.from) / (24 * hourMs) }, (_, i) => kept.from + i * 24 * hourMs);
    const outside = [
      Date.UTC(1971, 5, 1),
      kept.from - hourMs,
      kept.to - 1,
      kept.to,
      kept.to + 180 * 24 * hourMs,
      Date.UTC(2090, 6, 1),
    ];
    const differing = [...changes, ...days, ...outside].filter(
      (instant) => remembered.offsetAt(instant) !== asked.offsetAt(instant),
    );
    expect(differing).toEqual([]);
    expect(remembered.stretches(kept.from - hourMs, kept.to + hourMs)).toEqual(
      asked.stretches(kept.from - hourMs, kept.to + hourMs),
    );
  },
);

test("spare the runtime's clock within their range, and only there", async () => {
  const { findZone, isZone, usePrecomputedOffsets } = await zones();
  let opened = 0;
  class Counted extends Intl.DateTimeFormat {
    constructor(...args: ConstructorParameters<typeof Intl.DateTimeFormat>) {
      super(...args);
      opened++;
    }
  }
  vi.stubGlobal("Intl", { DateTimeFormat: Counted });
  usePrecomputedOffsets(kept);
  expect(isZone("Asia/Tokyo")).toBe(true);
  expect(findZone("Asia/Tokyo").offsetAt(Date.UTC(2026, 10, 22))).toBe(9 * hourMs);
  expect(opened).toBe(0);
  expect(findZone("Asia/Tokyo").offsetAt(Date.UTC(1950, 6, 1))).toBe(10 * hourMs);
  expect(opened).toBe(1);
});

test("a date that a zone left out is still left out", async () => {
  const { findZone, usePrecomputedOffsets } = await zones();
  // Pacific/Apia went over the date line at the end of 2011-12-29.
  const change = Date.UTC(2011, 11, 30, 10);
  const zones2011 = {
    "Pacific/Apia": [[Date.UTC(2011, 11, 1), -10 * hourMs] as const, [change, 14 * hourMs] as const],
  };
  usePrecomputedOffsets({ from: Date.UTC(2011, 11, 1), to: Date.UTC(2012, 1, 1), zones: zones2011 });
  expect(findZone("Pacific/Apia").skips(Date.UTC(2011, 11, 30) / (24 * hourMs))).toBe(true);
  expect(findZone("Pacific/Apia").skips(Date.UTC(2011, 11, 31) / (24 * hourMs))).toBe(false);
});

test("do not replace what the runtime has given already", async () => {
  const { findZone, usePrecomputedOffsets } = await zones();
  const asked = findZone("Asia/Tokyo");
  usePrecomputedOffsets(kept);
  expect(findZone("Asia/Tokyo")).toBe(asked);
});
