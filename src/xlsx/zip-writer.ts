/**
 * A ZIP file, written front to back: each file of it is compressed piece by piece, so that memory is one piece. Sizes follow the data,
 * since they are not known before.
 */
import { constants, deflateRawSync } from "node:zlib";
import { crc32 } from "./crc32.js";

/** How much of a file is compressed at a time. */
const pieceSize = 1 << 18;
/** Rows of a sheet are alike, so that more effort saves little. */
const level = 3;

interface Entry {
  readonly name: Buffer;
  readonly offset: number;
  crc: number;
  size: number;
  compressedSize: number;
}

/** 1980-01-01, the earliest date of a ZIP file, so that the same content is the same file. */
const date = 0x21;
const hasSizesBehind = 8;
const isUtf8 = 1 << 11;
const deflated = 8;

export class ZipWriter {
  private readonly entries: Entry[] = [];
  private readonly ready: Uint8Array[] = [];
  private entry: Entry | undefined;
  /** The bytes of the next piece, in one place for all, so that pieces need no memory of their own. */
  private piece = Buffer.allocUnsafe(2 * pieceSize);
  private pieceLength = 0;
  private offset = 0;

  /** Begins a file, after which its bytes come. */
  begin(name: string): void {
    const entry = { name: Buffer.from(name), offset: this.offset, crc: 0, size: 0, compressedSize: 0 };
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(hasSizesBehind | isUtf8, 6);
    header.writeUInt16LE(deflated, 8);
    header.writeUInt16LE(date, 12);
    header.writeUInt16LE(entry.name.length, 26);
    this.emit(header);
    this.emit(entry.name);
    this.entries.push(entry);
    this.entry = entry;
  }

  write(text: string): void {
    const most = this.pieceLength + 3 * text.length;
    if (most > this.piece.length) {
      const larger = Buffer.allocUnsafe(most);
      this.piece.copy(larger, 0, 0, this.pieceLength);
      this.piece = larger;
    }
    this.pieceLength += this.piece.write(text, this.pieceLength);
    if (this.pieceLength >= pieceSize) this.compress(constants.Z_SYNC_FLUSH);
  }

  /** Ends the current file. */
  end(): void {
    const entry = this.entry as Entry;
    this.compress(constants.Z_FINISH);
    const sizes = Buffer.alloc(16);
    sizes.writeUInt32LE(0x08074b50, 0);
    sizes.writeUInt32LE(entry.crc, 4);
    sizes.writeUInt32LE(entry.compressedSize, 8);
    sizes.writeUInt32LE(entry.size, 12);
    this.emit(sizes);
    this.entry = undefined;
  }

  /** A whole file. */
  add(name: string, text: string): void {
    this.begin(name);
    this.write(text);
    this.end();
  }

  /** Ends the ZIP file. */
  finish(): void {
    const directory = this.offset;
    for (const entry of this.entries) {
      const record = Buffer.alloc(46);
      record.writeUInt32LE(0x02014b50, 0);
      record.writeUInt16LE(20, 4);
      record.writeUInt16LE(20, 6);
      record.writeUInt16LE(hasSizesBehind | isUtf8, 8);
      record.writeUInt16LE(deflated, 10);
      record.writeUInt16LE(date, 14);
      record.writeUInt32LE(entry.crc, 16);
      record.writeUInt32LE(entry.compressedSize, 20);
      record.writeUInt32LE(entry.size, 24);
      record.writeUInt16LE(entry.name.length, 28);
      record.writeUInt32LE(entry.offset, 42);
      this.emit(record);
      this.emit(entry.name);
    }
    const size = this.offset - directory;
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(this.entries.length, 8);
    end.writeUInt16LE(this.entries.length, 10);
    end.writeUInt32LE(size, 12);
    end.writeUInt32LE(directory, 16);
    this.emit(end);
  }

  /** What was written since the last call. */
  take(): Uint8Array {
    return Buffer.concat(this.ready.splice(0));
  }

  private compress(finishFlush: number): void {
    const entry = this.entry as Entry;
    const piece = this.piece.subarray(0, this.pieceLength);
    this.pieceLength = 0;
    entry.crc = crc32(piece, entry.crc);
    entry.size += piece.length;
    const compressed = deflateRawSync(piece, { finishFlush, level });
    entry.compressedSize += compressed.length;
    this.emit(compressed);
  }

  private emit(bytes: Uint8Array): void {
    this.ready.push(bytes);
    this.offset += bytes.length;
  }
}
