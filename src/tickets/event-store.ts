/**
 * What is kept of the events of a log, outside of objects so that it takes little memory: numbers, cells in bytes, and ids.
 */

const chunkBits = 14;
const chunkSize = 1 << chunkBits;

type NumberArray = Float64Array | Int32Array | Uint8Array;

/** A list of numbers, in chunks that are never copied. */
export class Numbers {
  size = 0;
  private readonly chunks: NumberArray[] = [];
  private readonly make: new (
    length: number,
  ) => NumberArray;

  constructor(make: new (length: number) => NumberArray) {
    this.make = make;
  }

  push(value: number): void {
    if ((this.size & (chunkSize - 1)) === 0) this.chunks.push(new this.make(chunkSize));
    this.set(this.size++, value);
  }

  at(i: number): number {
    return (this.chunks[i >> chunkBits] as NumberArray)[i & (chunkSize - 1)] as number;
  }

  set(i: number, value: number): void {
    (this.chunks[i >> chunkBits] as NumberArray)[i & (chunkSize - 1)] = value;
  }
}

/** Places of records are counted in units of eight bytes, so many in a chunk. */
const unit = 8;
const placeBits = 17;
const bytesOfChunk = unit << placeBits;
/** In front of the bytes of a record: how many they are, and how many there is room for. */
const head = 8;

/** The bytes `bytes[from, to)`. */
export interface ByteSpan {
  readonly bytes: Buffer;
  readonly from: number;
  readonly to: number;
}

/** No record. */
export const noPlace = -1;

/** Records of bytes by their place. */
export class Records {
  private readonly chunks: Buffer[] = [];
  private end = bytesOfChunk;

  /** Writes a record in the place of an earlier one, where that has the room; where it is now. */
  put(earlier: number, bytes: Uint8Array, length: number): number {
    const fits = earlier !== noPlace && this.chunkOf(earlier).readUInt32LE(offsetOf(earlier) + 4) >= length;
    // A record that has outgrown its place may do so again.
    const place = fits ? earlier : this.reserve(earlier === noPlace ? length : length * 2);
    const chunk = this.chunkOf(place);
    const from = offsetOf(place);
    chunk.writeUInt32LE(length, from);
    for (let i = 0; i < length; i++) chunk[from + head + i] = bytes[i] as number;
    return place;
  }

  get(place: number): ByteSpan {
    const bytes = this.chunkOf(place);
    const from = offsetOf(place) + head;
    return { bytes, from, to: from + bytes.readUInt32LE(from - head) };
  }

  private reserve(length: number): number {
    const size = Math.ceil((head + length) / unit) * unit;
    if (this.end + size > bytesOfChunk) {
      this.chunks.push(Buffer.allocUnsafeSlow(Math.max(size, bytesOfChunk)));
      this.end = 0;
    }
    const place = ((this.chunks.length - 1) << placeBits) | (this.end / unit);
    this.chunkOf(place).writeUInt32LE(size - head, this.end + 4);
    this.end += size;
    return place;
  }

  private chunkOf(place: number): Buffer {
    return this.chunks[place >> placeBits] as Buffer;
  }
}

function offsetOf(place: number): number {
  return (place & ((1 << placeBits) - 1)) * unit;
}

/** Numbers of ids, from 0 in the order in which they first come. */
export class IdNumbers {
  private readonly ends = new Numbers(Int32Array);
  private bytes = Buffer.allocUnsafeSlow(1 << 12);
  /** The number after each id's, 0 where a slot is free. */
  private slots = new Int32Array(1 << 10);
  private last = -1;

  get size(): number {
    return this.ends.size;
  }

  /** The number of an id, which is a new one where it is `size`. */
  numberOf(id: Uint8Array, length: number): number {
    // Most events follow one of the same ticket.
    if (this.last < 0 || !this.isNumber(this.last, id, length)) this.last = this.find(id, length);
    return this.last;
  }

  private find(id: Uint8Array, length: number): number {
    const mask = this.slots.length - 1;
    let slot = hashOf(id, length) & mask;
    for (; this.slots[slot] !== 0; slot = (slot + 1) & mask) {
      const number = (this.slots[slot] as number) - 1;
      if (this.isNumber(number, id, length)) return number;
    }
    this.slots[slot] = this.size + 1;
    this.keep(id, length);
    if (this.size * 2 > this.slots.length) this.grow();
    return this.size - 1;
  }

  private keep(id: Uint8Array, length: number): void {
    const from = this.endOf(this.size - 1);
    if (from + length > this.bytes.length) {
      const larger = Buffer.allocUnsafeSlow((from + length) * 2);
      this.bytes.copy(larger, 0, 0, from);
      this.bytes = larger;
    }
    this.bytes.set(id.subarray(0, length), from);
    this.ends.push(from + length);
  }

  private grow(): void {
    const slots = new Int32Array(this.slots.length * 2);
    for (let number = 0; number < this.size; number++) {
      const id = this.bytes.subarray(this.endOf(number - 1), this.endOf(number));
      let slot = hashOf(id, id.length) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = number + 1;
    }
    this.slots = slots;
  }

  private isNumber(number: number, id: Uint8Array, length: number): boolean {
    const from = this.endOf(number - 1);
    if (this.endOf(number) - from !== length) return false;
    // Ids differ first at their end.
    for (let i = length - 1; i >= 0; i--) if (this.bytes[from + i] !== id[i]) return false;
    return true;
  }

  private endOf(number: number): number {
    return number < 0 ? 0 : this.ends.at(number);
  }
}

function hashOf(id: Uint8Array, length: number): number {
  let hash = 17;
  for (let i = 0; i < length; i++) hash = (Math.imul(hash, 31) + (id[i] as number)) | 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
