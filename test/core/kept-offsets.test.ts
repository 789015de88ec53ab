/**
 * Offsets that the build keeps (.build/offsets.mjs): the same as the runtime's, within their range and beyond it.
 */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
// @ts-expect-error A script of the build has no types.
import { findOffsets } from "../../.build/offsets.mjs";
import type { FoundOffsets } from "../../src/core/zone.js";

const kept = (await findOffsets(process.cwd())) as FoundOffsets & { readonly tzdata: string };
const hourMs = 3_600_000;

beforeEach(() => vi.resetModules());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.doUnmock("../../src/data/kept-offsets.js");
});

/** A zone module of its own, so that one test's zones are not another's. */
const zones = () => import("../../src/core/zone.js");

test("are those of every bundled region, by the version of the database they come from", () => {
  expect(kept.tzdata).toBe(process.versions.tz);
  expect(Object.keys(kept.zones)).toEqual(expect.arrayContaining(["America/Los_Angeles", "Asia/Singapore", "Asia/Tokyo", "Europe/London"]));
});

test.each(Object.keys(kept.zones))("%s: the same offsets at each change, on each day and outside the range", async (id) => {
  const asked = (await zones()).findZone(id);
  vi.resetModules();
  const { findZone, rememberOffsets } = await zones();
  rememberOffsets(kept);
  const remembered = findZone(id);
  const changes = asked.stretches(kept.from, kept.to).flatMap(({ from }) => [from - 1000, from - 1, from, from + 1000]);
  const days = Array.from({ length: (kept.to - kept.from) / (24 * hourMs) }, (_, i) => kept.from + i * 24 * hourMs);
  const outside = [Date.UTC(1971, 5, 1), kept.from - hourMs, kept.to - 1, kept.to, kept.to + 180 * 24 * hourMs, Date.UTC(2090, 6, 1)];
  for (const instant of [...changes, ...days, ...outside]) expect(remembered.offsetAt(instant), `${instant}`).toBe(asked.offsetAt(instant));
  expect(remembered.stretches(kept.from - hourMs, kept.to + hourMs)).toEqual(asked.stretches(kept.from - hourMs, kept.to + hourMs));
});

test("spare the runtime's clock within their range, and only there", async () => {
  const { findZone, isZone, rememberOffsets } = await zones();
  let opened = 0;
  class Counted extends Intl.DateTimeFormat {
    constructor(...args: ConstructorParameters<typeof Intl.DateTimeFormat>) {
      super(...args);
      opened++;
    }
  }
  vi.stubGlobal("Intl", { DateTimeFormat: Counted });
  rememberOffsets(kept);
  expect(isZone("Asia/Tokyo")).toBe(true);
  expect(findZone("Asia/Tokyo").offsetAt(Date.UTC(2026, 10, 22))).toBe(9 * hourMs);
  expect(opened).toBe(0);
  expect(findZone("Asia/Tokyo").offsetAt(Date.UTC(1950, 6, 1))).toBe(10 * hourMs);
  expect(opened).toBe(1);
});

test("a date that a zone left out is still left out", async () => {
  const { findZone, rememberOffsets } = await zones();
  // Pacific/Apia went over the date line at the end of 2011-12-29.
  const change = Date.UTC(2011, 11, 30, 10);
  const zones2011 = { "Pacific/Apia": [[Date.UTC(2011, 11, 1), -10 * hourMs] as const, [change, 14 * hourMs] as const] };
  rememberOffsets({ from: Date.UTC(2011, 11, 1), to: Date.UTC(2012, 1, 1), zones: zones2011 });
  expect(findZone("Pacific/Apia").skips(Date.UTC(2011, 11, 30) / (24 * hourMs))).toBe(true);
  expect(findZone("Pacific/Apia").skips(Date.UTC(2011, 11, 31) / (24 * hourMs))).toBe(false);
});

test("do not take the place of what the runtime was asked already", async () => {
  const { findZone, rememberOffsets } = await zones();
  const asked = findZone("Asia/Tokyo");
  rememberOffsets(kept);
  expect(findZone("Asia/Tokyo")).toBe(asked);
});

test.each([
  { of: "this database", tzdata: "2026a", due: "2026-11-20T11:00:00+01:00" },
  { of: "another database", tzdata: "1999a", due: "2026-11-23T10:10:00+09:00" },
])("offsets of $of: a command's answer is $due", async ({ tzdata, due }) => {
  // Wrong on purpose, so that they show where they are used; the terminal of the tests says it has 2026a.
  const zone = [[Date.UTC(2020, 0, 1), hourMs] as const];
  const keptOffsets = { tzdata, from: Date.UTC(2020, 0, 1), to: Date.UTC(2030, 0, 1), zones: { "Asia/Tokyo": zone } };
  vi.doMock("../../src/data/kept-offsets.js", () => ({ keptOffsets }));
  const { type } = await import("../terminal.js");
  const opened = "2026-11-20T16:40+09:00";
  const { stdout } = await type(["deadline", "-p", "business", "-P", "P2", "-r", "japan", "--opened", opened, "--quiet"]);
  expect(stdout.trim()).toBe(due);
});
