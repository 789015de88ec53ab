/** Directories of ZIP files that are not read: cut off, damaged, encrypted, or compressed in a way of their own. */
import { expect, test } from "vitest";
import { readZipDirectory } from "../../src/xlsx/zip-reader.js";
import { ZipWriter } from "../../src/xlsx/zip-writer.js";

function zip(): Buffer {
  const writer = new ZipWriter();
  writer.add("/a.xml", "<a/>");
  writer.add("b.xml", "<b/>");
  writer.finish();
  return Buffer.from(writer.take());
}

const signature = Buffer.from("PK\u0001\u0002");

async function namesOf(change: (bytes: Buffer, entry: number, end: number) => unknown = () => {}) {
  const bytes = zip();
  change(bytes, bytes.indexOf(signature), bytes.length - 22);
  const readAt = async (from: number, length: number) => bytes.subarray(from, from + length);
  return (await readZipDirectory(readAt, bytes.length))?.map(({ name, isDeflated }) => [name, isDeflated]);
}

test("names are without a slash in front", async () => {
  expect(await namesOf()).toEqual([
    ["a.xml", true],
    ["b.xml", true],
  ]);
  expect(await namesOf((bytes, entry) => bytes.writeUInt16LE(0, entry + 10))).toEqual([
    ["a.xml", false],
    ["b.xml", true],
  ]);
});

test.each<[string, (bytes: Buffer, entry: number, end: number) => unknown]>([
  ["no end", (bytes, _, end) => bytes.fill(0, end, end + 4)],
  ["an end that is cut off", (bytes, _, end) => bytes.write("PK\u0005\u0006", end + 10, "latin1")],
  ["a directory that is too long", (bytes, _, end) => bytes.writeUInt32LE(17 << 20, end + 12)],
  ["a directory behind the end", (bytes, _, end) => bytes.writeUInt32LE(0xffffffff, end + 16)],
  ["a damaged entry", (bytes, entry) => bytes.writeUInt8(0, entry)],
  ["an encrypted file", (bytes, entry) => bytes.writeUInt16LE(1, entry + 8)],
  ["another compression", (bytes, entry) => bytes.writeUInt16LE(12, entry + 10)],
])("%s", async (_, change) => {
  expect(await namesOf(change)).toBeUndefined();
});

test("more files than the directory has are left out", async () => {
  expect(await namesOf((bytes, _, end) => bytes.writeUInt16LE(9, end + 10))).toHaveLength(2);
});
