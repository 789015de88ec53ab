/**
 * The offsets that the build keeps are used by commands where they are of the time-zone database that the process has, and only there.
 */
import { afterEach, expect, test, vi } from "vitest";

const hourMs = 3_600_000;

afterEach(() => {
  vi.doUnmock("../../src/data/precomputed-offsets.js");
});

test.each([
  { of: "this database", tzdata: "2026a", due: "2026-11-20T11:00:00+01:00" },
  { of: "another database", tzdata: "1999a", due: "2026-11-23T10:10:00+09:00" },
])("offsets of $of: a command's answer is $due", async ({ tzdata, due }) => {
  vi.resetModules();
  // Wrong on purpose, so that they show where they are used; the terminal of the tests says it has 2026a.
  const zone = [[Date.UTC(2020, 0, 1), hourMs] as const];
  const precomputedOffsets = {
    tzdata,
    from: Date.UTC(2020, 0, 1),
    to: Date.UTC(2030, 0, 1),
    zones: { "Asia/Tokyo": zone },
  };
  vi.doMock("../../src/data/precomputed-offsets.js", () => ({ precomputedOffsets }));
  const { type } = await import("../terminal.js");
  const opened = "2026-11-20T16:40+09:00";
  const { stdout } = await type([
    "deadline",
    "-p",
    "business",
    "-P",
    "P2",
    "-r",
    "japan",
    "--opened",
    opened,
    "--quiet",
  ]);
  expect(stdout.trim()).toBe(due);
});
