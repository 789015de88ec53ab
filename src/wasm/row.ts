/**
 * The row that was found last: where the values of its columns are, and where it ends.
 */
import { quote } from "../tickets/bytes";
import { maxColumns } from "../tickets/plain-limits";

const starts: usize = memory.data(maxColumns * 4, 16);
const ends: usize = memory.data(maxColumns * 4, 16);

export let inputEnd: usize = 0;
export let rowEnd: usize = 0;
/** Where the next row begins. */
export let nextRow: usize = 0;
/** The input ends before the row does. */
export let isCutOff: bool = false;

export function setInputEnd(end: usize): void {
  inputEnd = end;
  isCutOff = false;
}

/** Notes the value of a column, its quotes included. */
export function setSpan(column: i32, from: usize, to: usize): void {
  store<u32>(starts + (column << 2), <u32>from);
  store<u32>(ends + (column << 2), <u32>to);
}

/** Notes where the row ends and the next begins. */
export function endRow(end: usize, next: usize): bool {
  rowEnd = end;
  nextRow = next;
  return true;
}

/** Notes that the input ends before the row does. */
export function cutOff(): bool {
  isCutOff = true;
  return false;
}

export function startOf(column: i32): usize {
  return load<u32>(starts + (column << 2));
}

export function endOf(column: i32): usize {
  return load<u32>(ends + (column << 2));
}

/** Where the text of a value begins, without its quotes. */
export function textStart(column: i32): usize {
  return startOf(column) + quotesOf(column);
}

export function textEnd(column: i32): usize {
  return endOf(column) - quotesOf(column);
}

function quotesOf(column: i32): usize {
  return load<u8>(startOf(column)) === quote ? 1 : 0;
}

/** Whether there is nothing in a column, or nothing between quotes. */
export function isEmpty(column: i32): bool {
  const length = endOf(column) - startOf(column);
  return length === 0 || (length === 2 && load<u8>(startOf(column)) === quote);
}
