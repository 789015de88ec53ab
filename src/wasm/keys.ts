/**
 * Numbers by short texts: what the words of a row mean, and the day of a date that was read before. A key is written at the end of
 * `KEY` in pieces and then looked up; a key that is too long is not known.
 */
import { maxKeyBytes, maxKeys } from "../tickets/plain-limits";

const maxKey: usize = maxKeyBytes;
const slots: usize = 4 * maxKeys;
const headerBytes: usize = 16;

const KEY: usize = memory.data(maxKeyBytes + 32, 16);
/** By slot: the place of its key, 0 where it is free. A key has its length and number before it, and zeros after it up to eight bytes. */
const places: usize = memory.data(16 * maxKeys, 16);
const keysSize: usize = 64 * maxKeys;
const keys: usize = memory.data(64 * maxKeys, 16);

let length: usize = 0;
let count: i32 = 0;
let used: usize = headerBytes;

export function beginKey(kind: i32): void {
  store<u8>(KEY, kind);
  length = 1;
}

/** Adds `[from, to)` to the key, and a byte that ends it. */
export function addToKey(from: usize, to: usize): void {
  const size = to - from;
  if (length + size >= maxKey) {
    length = maxKey;
    return;
  }
  let into = KEY + length;
  for (let at = from; at < to; at += 16, into += 16) v128.store(into, v128.load(at));
  length += size;
  store<u8>(KEY + length++, 0x0a);
}

function slotOfKey(): usize {
  store<u64>(KEY + length, 0);
  let hash: u64 = 0x9e3779b9;
  for (let at: usize = 0; at < length; at += 8) {
    hash = (hash ^ load<u64>(KEY + at)) * 0x85ebca6b;
    hash ^= hash >> 32;
  }
  let slot = <usize>hash & (slots - 1);
  while (true) {
    const place: usize = load<u32>(places + (slot << 2));
    if (place === 0 || isKey(keys + place)) return slot;
    slot = (slot + 1) & (slots - 1);
  }
}

function isKey(key: usize): bool {
  if (<usize>load<u32>(key - 8) !== length) return false;
  for (let at: usize = 0; at < length; at += 8) if (load<u64>(KEY + at) !== load<u64>(key + at)) return false;
  return true;
}

/** The number of the key, -1 where it is not known. */
export function numberOfKey(): i32 {
  if (length >= maxKey) return -1;
  const place: usize = load<u32>(places + (slotOfKey() << 2));
  return place === 0 ? -1 : load<i32>(keys + place - 4);
}

/** Whether there is room for one more key, however long. */
export function hasRoom(): bool {
  return count < maxKeys && used + maxKey + headerBytes <= keysSize;
}

/** Keeps a number for the key; false where it is known, too long, or there is no room. */
export function keepKey(number: i32): bool {
  if (length >= maxKey || !hasRoom()) return false;
  const slot = slotOfKey();
  if (load<u32>(places + (slot << 2)) !== 0) return false;
  for (let at: usize = 0; at < length; at += 8) store<u64>(keys + used + at, load<u64>(KEY + at));
  store<u32>(keys + used - 8, <u32>length);
  store<i32>(keys + used - 4, number);
  store<u32>(places + (slot << 2), <u32>used);
  used += ((length + 7) & ~7) + headerBytes;
  count++;
  return true;
}
