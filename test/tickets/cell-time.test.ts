/** Times read in bytes are those of their texts, or are left to the reading of the text. */
import { expect, test } from "vitest";
import { findZone } from "../../src/core/zone.js";
import { CellTimes } from "../../src/tickets/cell-time.js";
import { type DateReading, readDate } from "../../src/tickets/dates.js";

const reading: DateReading = { zone: () => findZone("Europe/London"), order: "dmy" };

/** The time read from bytes, undefined where the text is read instead; and the time of the text. */
function both(text: string): { bytes: number | undefined; text: number | undefined } {
  const buffer = Buffer.from(text);
  const instant = new CellTimes(reading).read(buffer, 0, buffer.length);
  const read = readDate(text, reading);
  return { bytes: Number.isNaN(instant) ? undefined : instant, text: read.ok ? read.instant : undefined };
}

test.each([
  ["20/11/2026 16:40", "2026-11-20T16:40:00.000Z"],
  ["20/11/2026 9:05", "2026-11-20T09:05:00.000Z"],
  ["20/11/2026 16:40:59", "2026-11-20T16:40:59.000Z"],
  ["20/Nov/26 3:15 PM", "2026-11-20T15:15:00.000Z"],
  ["20/Nov/26 12:15am", "2026-11-20T00:15:00.000Z"],
  ["20 Nov 2026 12:15 pm", "2026-11-20T12:15:00.000Z"],
  ["2026/11/20 16:40", "2026-11-20T16:40:00.000Z"],
  ["2026-07-20 16:40", "2026-07-20T15:40:00.000Z"],
])("%s is read in bytes", (text, utc) => {
  expect(both(text)).toEqual({ bytes: Date.parse(utc), text: Date.parse(utc) });
});

test.each([
  "",
  ":",
  "16:40",
  "x 16:40",
  "20/11/2026 x:40",
  "20/11/2026 1x:40",
  "20/11/2026 16:4",
  "20/11/2026 16:4x",
  "20/11/2026 16:60",
  "20/11/2026 24:01",
  "20/11/2026 16:40:",
  "20/11/2026 16:40:5",
  "20/11/2026 16:40:60",
  "20/11/2026 16:40:05.5",
  "20/11/2026 16:40 XM",
  "20/11/2026 16:40 PM",
  "20/11/2026 0:40 PM",
  "20/11/2026 3:15 P.M.",
  "20/11/2026 16:40 +09:00",
  "31/02/2026 16:40",
  "20/11/202616:40",
  "25/10/2026 01:30",
  "29/03/2026 01:30",
  "01/01/0001 00:00",
  "31/12/9999 23:59",
  `20/11/2026${" ".repeat(40)}16:40`,
])("%j is read as its text or left to it", (text) => {
  const { bytes, text: instant } = both(text);
  if (bytes !== undefined) expect(bytes).toBe(instant);
});

test("a column of more dates than are remembered is read all the same", () => {
  const times = new CellTimes(reading);
  for (let day = 0; day < 12_000; day++) {
    const text = `${new Date(Date.UTC(2000, 0, 1 + day)).toISOString().slice(0, 10)} 12:00`;
    const read = readDate(text, reading);
    const instant = times.read(Buffer.from(text), 0, text.length);
    if (!Number.isNaN(instant)) expect(instant).toBe(read.ok ? read.instant : undefined);
  }
});
