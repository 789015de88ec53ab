/**
 * The directory of a ZIP file, from its end.
 */

/** A file of a ZIP file. */
export interface ZipEntry {
  readonly name: string;
  readonly isDeflated: boolean;
  readonly compressedSize: number;
  /** Where its own header is, after which its bytes come. */
  readonly offset: number;
}

/** Reads some bytes of a file, fewer at its end. */
export type ReadAt = (from: number, length: number) => Promise<Buffer>;

const maxCommentBytes = 65_535;
const endLength = 22;
const maxDirectoryBytes = 16 << 20;

/** The files of a ZIP file of `size` bytes; undefined where it is none, is encrypted, or is larger than 4 GiB. */
export async function readZipDirectory(readAt: ReadAt, size: number): Promise<readonly ZipEntry[] | undefined> {
  const tailFrom = Math.max(0, size - maxCommentBytes - endLength);
  const tail = await readAt(tailFrom, size - tailFrom);
  const end = tail.lastIndexOf(Buffer.from("PK\u0005\u0006"));
  if (end < 0 || end + endLength > tail.length) return undefined;
  const count = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  const offset = tail.readUInt32LE(end + 16);
  if (length > maxDirectoryBytes || offset + length > size) return undefined;
  const directory = await readAt(offset, length);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let i = 0; i < count && at + 46 <= directory.length; i++) {
    if (directory.readUInt32LE(at) !== 0x02014b50) return undefined;
    const nameLength = directory.readUInt16LE(at + 28);
    const method = directory.readUInt16LE(at + 10);
    const isEncrypted = (directory.readUInt16LE(at + 8) & 1) !== 0;
    if (isEncrypted || (method !== 0 && method !== 8)) return undefined;
    entries.push({
      name: directory.toString("utf8", at + 46, at + 46 + nameLength).replace(/^\//, ""),
      isDeflated: method === 8,
      compressedSize: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** Where the bytes of a file of a ZIP file begin. */
export async function dataOffset(readAt: ReadAt, entry: ZipEntry): Promise<number> {
  const header = await readAt(entry.offset, 30);
  return entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}
