/**
 * The rows of a file that need no closer look, read and written in bytes: AssemblyScript, which the build compiles to WebAssembly.
 * `src/tickets/plain-rows.ts` fills the input, computes what the rows mean, and copies the output. CONTRIBUTING.md says which rows these are.
 */
import { quote } from "../tickets/bytes";
import {
  inputBytes,
  maxColumns,
  maxRows,
  maxStatusBytes,
  maxTextBytes,
  openedDate,
  openedIsLocal,
  respondedDate,
  respondedIsLocal,
  surveyedDate,
  wordKey,
} from "../tickets/plain-limits";
import { findCells, searchFrom, setCells } from "./cells";
import { addToKey, beginKey, numberOfKey } from "./keys";
import { findValues, setKeys } from "./objects";
import { endOf, isEmpty, nextRow, rowEnd, setInputEnd, startOf, textEnd, textStart } from "./row";
import { isLocal, keepDate, readDated, readIso, writeIso } from "./times";

export { FORMULA_STARTS } from "./cells";
export { addToKey, beginKey, hasRoom, keepKey } from "./keys";
export { KEYS } from "./objects";
export { isCutOff } from "./row";
export { CHANGES, MIDNIGHT } from "./times";

/** What is written after a row at most: its texts, a time and a status. */
const addedBytes = 4 * maxTextBytes + 32 + maxStatusBytes;

export const INPUT: usize = memory.data(inputBytes + 128, 16);
export const OUTPUT: usize = memory.data(inputBytes + maxRows * addedBytes + 64, 16);

// Numbers of columns.
export const TIMES: usize = memory.data(maxColumns, 16);
export const WORDS: usize = memory.data(maxColumns, 16);
export const EMPTY: usize = memory.data(maxColumns, 16);
export const EMPTY_UNANSWERED: usize = memory.data(maxColumns, 16);

// The texts around the deadline and the status: before the one, between them, and after the other. The deadline may be in quotes, and there
// is a text for none.
export const TEXTS: usize = memory.data(4 * maxTextBytes, 16);
export const TEXT_LENGTHS: usize = memory.data(16, 16);
export const STATUS_TEXTS: usize = memory.data(16 * maxStatusBytes, 16);
export const STATUS_LENGTHS: usize = memory.data(16, 16);

// A number by row for each of these.
export const ROW_START: usize = memory.data(maxRows * 4, 16);
export const ROW_END: usize = memory.data(maxRows * 4, 16);
export const ID: usize = memory.data(maxRows * 8, 16);
export const MEANING: usize = memory.data(maxRows * 4, 16);
export const OPENED: usize = memory.data(maxRows * 8, 16);
export const RESPONDED: usize = memory.data(maxRows * 8, 16);
export const LOCAL: usize = memory.data(maxRows, 16);
export const DEADLINE: usize = memory.data(maxRows * 8, 16);
export const STATUS: usize = memory.data(maxRows, 16);

/** Where the row begins at which {@link read} or {@link survey} stopped. */
export let stopped: usize = 0;

let hasKeys: bool = false;
let deadlineQuotes: usize = 0;
let opened: i32 = 0;
let responded: i32 = 0;
let id: i32 = 0;
let words: i32 = 0;
let empty: i32 = 0;
let emptyUnanswered: i32 = 0;

/** Rows are delimited, with so many columns. */
export function setDelimited(separator: i32, columns: i32, checksFormulas: bool): void {
  setCells(separator, columns, checksFormulas);
}

/** Rows are objects of JSON, with the keys in `KEYS`, and deadlines are written in quotes. */
export function setObjects(keys: i32): void {
  hasKeys = true;
  deadlineQuotes = 1;
  setKeys(keys);
}

/** The columns of times and ids, -1 for none, and the lengths of the lists of columns. */
export function setColumns(
  openedAt: i32,
  respondedAt: i32,
  idAt: i32,
  wordColumns: i32,
  emptyColumns: i32,
  emptyUnansweredColumns: i32,
): void {
  opened = openedAt;
  responded = respondedAt;
  id = idAt;
  words = wordColumns;
  empty = emptyColumns;
  emptyUnanswered = emptyUnansweredColumns;
}

/**
 * Passes over rows from `from` on in which the first `times` columns of `TIMES` are empty, in ISO 8601, or of a date that was kept; gives
 * how many.
 */
export function survey(from: usize, end: usize, times: i32): i32 {
  begin(from, end);
  let row = 0;
  while (row < maxRows && findRow() && areKnown(times)) {
    stopped = nextRow;
    row++;
  }
  return row;
}

function areKnown(times: i32): bool {
  for (let k = 0; k < times; k++) {
    const column = load<u8>(TIMES + k);
    if (!isEmpty(column) && Number.isNaN(readTime(column, surveyedDate + k))) return false;
  }
  return true;
}

/** Keeps the dates of the row at `from`, if it is found. */
export function keepDates(from: usize, end: usize, times: i32): void {
  begin(from, end);
  if (!findRow()) return;
  for (let k = 0; k < times; k++) {
    const column = load<u8>(TIMES + k);
    keepDate(textStart(column), textEnd(column), surveyedDate + k);
  }
}

function begin(from: usize, end: usize): void {
  setInputEnd(end);
  if (!hasKeys) searchFrom(from);
  stopped = from;
}

function findRow(): bool {
  return hasKeys ? findValues(stopped) : findCells(stopped);
}

/** Reads rows from `from` on, up to the first that needs a closer look, the end of the input or the most rows; gives how many. */
export function read(from: usize, end: usize): i32 {
  begin(from, end);
  let row = 0;
  while (row < maxRows && findRow() && readRow(row)) {
    store<u32>(ROW_START + (row << 2), <u32>stopped);
    store<u32>(ROW_END + (row << 2), <u32>rowEnd);
    stopped = nextRow;
    row++;
  }
  return row;
}

/** Reads the words and times of the row that was found; false where they need a closer look. */
function readRow(row: i32): bool {
  beginKey(wordKey);
  for (let k = 0; k < words; k++) {
    const column = load<u8>(WORDS + k);
    addToKey(startOf(column), endOf(column));
  }
  const meaning = numberOfKey();
  if (meaning < 0 || !areEmpty(EMPTY, empty)) return false;
  const openedTime = readTime(opened, openedDate);
  if (Number.isNaN(openedTime)) return false;
  let local: u8 = isLocal ? <u8>openedIsLocal : 0;
  let respondedTime = NaN;
  if (responded < 0 || isEmpty(responded)) {
    if (!areEmpty(EMPTY_UNANSWERED, emptyUnanswered)) return false;
  } else {
    respondedTime = readTime(responded, respondedDate);
    if (Number.isNaN(respondedTime)) return false;
    if (isLocal) local |= <u8>respondedIsLocal;
  }
  store<i32>(MEANING + (row << 2), meaning);
  store<f64>(OPENED + (row << 3), openedTime);
  store<f64>(RESPONDED + (row << 3), respondedTime);
  store<u8>(LOCAL + row, local);
  store<f64>(ID + (row << 3), id < 0 ? 0 : numberOfId(textStart(id), textEnd(id)));
  return true;
}

/** As the function of this name in `reading.ts`. */
function numberOfId(from: usize, to: usize): f64 {
  if (from === to) return 0;
  let high: u32 = 0x811c9dc5;
  let low: u32 = 0x9e3779b9;
  for (let at = from; at < to; at++) {
    const byte: u32 = load<u8>(at);
    high = (high ^ byte) * 0x01000193;
    low = (low + byte) * 0x85ebca6b;
    low ^= low >> 15;
  }
  return <f64>high * 0x200000 + <f64>((low >> 11) + 1);
}

function areEmpty(columns: usize, count: i32): bool {
  for (let k = 0; k < count; k++) if (!isEmpty(load<u8>(columns + k))) return false;
  return true;
}

/** The time in a column; `dates` is the kind of the keys of its dates. */
function readTime(column: i32, dates: i32): f64 {
  const from = textStart(column);
  const to = textEnd(column);
  const iso = readIso(from, to);
  return Number.isNaN(iso) ? readDated(from, to, dates) : iso;
}

/** Writes the rows from `first` up to `last` with their deadlines and statuses; gives how many bytes that is. */
export function write(first: i32, last: i32): usize {
  let out = OUTPUT;
  for (let row = first; row < last; row++) {
    out = copy(out, load<u32>(ROW_START + (row << 2)), load<u32>(ROW_END + (row << 2)));
    out = writeText(out, 0);
    const deadline = load<f64>(DEADLINE + (row << 3));
    if (Number.isNaN(deadline)) out = writeText(out, 3);
    else {
      // Without quotes, what follows is written over them.
      store<u8>(out, quote);
      out = writeIso(out + deadlineQuotes, deadline);
      store<u8>(out, quote);
      out += deadlineQuotes;
    }
    out = writeText(out, 1);
    const status = load<u8>(STATUS + row);
    v128.store(out, v128.load(STATUS_TEXTS + <usize>status * maxStatusBytes));
    out += load<u8>(STATUS_LENGTHS + status);
    out = writeText(out, 2);
  }
  return out - OUTPUT;
}

function writeText(out: usize, text: i32): usize {
  const from = TEXTS + text * maxTextBytes;
  return copy(out, from, from + load<u8>(TEXT_LENGTHS + text));
}

/** Copies `[from, to)` and gives the position after it; up to 15 bytes after that are overwritten. */
function copy(out: usize, from: usize, to: usize): usize {
  let into = out;
  for (let at = from; at < to; at += 16, into += 16) v128.store(into, v128.load(at));
  return out + (to - from);
}
