/** What is kept of events outside of objects: more of it than one chunk. */
import { expect, test } from "vitest";
import { IdNumbers, Numbers, noPlace, Records } from "../../src/tickets/event-store.js";

test("numbers of more than one chunk", () => {
  const numbers = new Numbers(Float64Array);
  for (let i = 0; i < 40_000; i++) numbers.push(i / 2);
  numbers.set(39_999, -1);
  expect([numbers.size, numbers.at(0), numbers.at(20_001), numbers.at(39_999)]).toEqual([40_000, 0, 10_000.5, -1]);
});

test("ids are numbered as they first come, however many there are", () => {
  const ids = new IdNumbers();
  const numberOf = (text: string) => ids.numberOf(Buffer.from(`${text}rest`), Buffer.byteLength(text));
  const names = Array.from({ length: 5000 }, (_, i) => `${i % 7 === 0 ? "案件-" : "T-"}${i}`);
  expect(names.map(numberOf)).toEqual(names.map((_, i) => i));
  expect(names.toReversed().map(numberOf)).toEqual(names.map((_, i) => 4999 - i));
  expect([numberOf("T-1"), numberOf("T-10"), numberOf("T-"), ids.size]).toEqual([1, 10, 5000, 5001]);
});

test("records are written again in their place where they have room", () => {
  const records = new Records();
  const put = (place: number, text: string) => records.put(place, Buffer.from(`${text}rest`), Buffer.byteLength(text));
  const first = put(noPlace, "New");
  const other = put(noPlace, "other");
  expect(put(first, "Open")).toBe(first);
  const moved = put(first, "Awaiting user info");
  expect(moved).not.toBe(first);
  expect(put(moved, "Awaiting someone else's info")).toBe(moved);
  expect(put(moved, "")).toBe(moved);
  const textAt = (place: number) => {
    const { bytes, from, to } = records.get(place);
    return bytes.toString("utf8", from, to);
  };
  expect([textAt(moved), textAt(other)]).toEqual(["", "other"]);
  const long = "x".repeat(3 << 20);
  const places = [long, "y", long].map((text) => put(noPlace, text));
  expect(places.map(textAt)).toEqual([long, "y", long]);
});
