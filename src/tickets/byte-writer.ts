/**
 * Bytes as they are written, in a buffer that is used again.
 */
import { quote } from "./bytes.js";

/** Bytes that are filled, taken and filled again; what was taken stays untouched until the next but one is taken. */
export class ByteWriter {
  bytes = new Uint8Array(1 << 16);
  size = 0;
  private view = new DataView(this.bytes.buffer);
  private source: Uint8Array = this.bytes;
  private sourceView: DataView = this.view;
  private other = new Uint8Array(1 << 16);
  private readonly encoder = new TextEncoder();

  /** Makes room for so many more bytes. */
  reserve(more: number): void {
    if (this.size + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.size + more, Math.floor(this.bytes.length * 1.5)));
    larger.set(this.bytes.subarray(0, this.size));
    this.use(larger);
  }

  private use(bytes: Uint8Array<ArrayBuffer>): void {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer);
  }

  text(text: string): void {
    this.reserve(text.length * 3);
    this.size += this.encoder.encodeInto(text, this.bytes.subarray(this.size)).written;
  }

  /** The bytes as they are, or with each quote doubled. */
  copy(bytes: Uint8Array, from: number, to: number, doublesQuotes = false): void {
    this.reserve(2 * (to - from));
    const into = this.bytes;
    let at = this.size;
    for (let i = from; i < to; i++) {
      const c = bytes[i] as number;
      if (doublesQuotes && c === quote) into[at++] = quote;
      into[at++] = c;
    }
    this.size = at;
  }

  /** The bytes as they are, four at a time, which takes half as long. The room for them is there. */
  copyWhole(bytes: Uint8Array, from: number, to: number): void {
    if (bytes !== this.source) {
      this.source = bytes;
      this.sourceView = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    }
    const { view, sourceView, bytes: into } = this;
    let at = this.size;
    let i = from;
    for (; i < to - 3; i += 4, at += 4) view.setUint32(at, sourceView.getUint32(i, true), true);
    for (; i < to; i++) into[at++] = bytes[i] as number;
    this.size = at;
  }

  /** All bytes of a short text. */
  whole(bytes: Uint8Array): void {
    this.copy(bytes, 0, bytes.length);
  }

  /** Many bytes as they are. */
  append(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.size);
    this.size += bytes.length;
  }

  byte(byte: number): void {
    this.reserve(1);
    this.bytes[this.size++] = byte;
  }

  take(): Uint8Array {
    const taken = this.bytes.subarray(0, this.size);
    const next = this.other;
    this.other = this.bytes;
    this.use(next);
    this.size = 0;
    return taken;
  }
}
