/**
 * That loop on bytes, as narrow as it can be made: regions by two of their letters, priorities by their digit, and cells of known length.
 * Arguments: input, output, now.
 */
import { closeSync, openSync, readSync, writeSync } from "node:fs";
import { days, first, makeTables } from "./business-hours.mjs";

const [input, output, now] = process.argv.slice(2);
const [americas, emea, apac, japan] = makeTables();
const nowSeconds = Date.parse(now) / 1000;
const [newline, comma, colon, minus, one, two, four] = Buffer.from("\n,:-124");
const monthStarts = Array.from({ length: 12 * 10 }, (_, month) => Date.UTC(2020, month) / 1000);
const dates = Array.from({ length: days }, (_, i) =>
  Buffer.from(new Date((first + i * 86_400) * 1000).toISOString().slice(0, 11)),
);
const overdue = Buffer.from("Z,overdue,\n");
const open = Buffer.from("Z,open,\n");

const block = Buffer.allocUnsafe(2 << 20);
const out = Buffer.allocUnsafe(8 << 20);
let written = 0;

const number = (i) => block[i] * 10 + block[i + 1] - 528;

/** The seconds of `2026-07-02T14:55:02-08:00`. */
function parseTime(i) {
  const date = monthStarts[(number(i + 2) - 20) * 12 + number(i + 5) - 1] + (number(i + 8) - 1) * 86_400;
  const time = number(i + 11) * 3600 + number(i + 14) * 60 + number(i + 17);
  const offset = number(i + 20) * 3600 + number(i + 23) * 60;
  return block[i + 19] === minus ? date + time + offset : date + time - offset;
}

function regionAt(i) {
  const [a, b] = [block[i], block[i + 1]];
  if (a === 0x65) return emea;
  if (a === 0x6a) return japan;
  return b === 0x6d ? americas : apac;
}

function deadline(priority, { opens, closes, at }, opened) {
  if (priority === one) return opened + 3600;
  let i = at[Math.floor((opened - first) / 3600)];
  if (closes[i] <= opened) i++;
  const start = Math.max(opened, opens[i]);
  if (priority === four) return opens[i + 1] + start - opens[i];
  const left = closes[i] - start;
  const budget = priority === two ? 7200 : 14_400;
  return budget <= left ? start + budget : opens[i + 1] + budget - left;
}

function put(bytes, from, end) {
  for (let i = from; i < end; i++) out[written++] = bytes[i];
}

function putTwo(n) {
  const tens = Math.floor(n / 10);
  out[written++] = 48 + tens;
  out[written++] = 48 + n - tens * 10;
}

function putTime(seconds) {
  const rest = (seconds - first) % 86_400;
  put(dates[(seconds - first - rest) / 86_400], 0, 11);
  putTwo(Math.floor(rest / 3600));
  out[written++] = colon;
  putTwo(Math.floor((rest % 3600) / 60));
  out[written++] = colon;
  putTwo(rest % 60);
}

const reading = openSync(input, "r");
const writing = openSync(output, "w");
let kept = 0;
let isHeader = true;
for (let size = readSync(reading, block, 0, 1 << 20); size > 0; size = readSync(reading, block, kept, 1 << 20)) {
  const length = kept + size;
  let from = 0;
  written = 0;
  for (let end = block.indexOf(newline); end >= 0 && end < length; end = block.indexOf(newline, from)) {
    put(block, from, end);
    if (isHeader) {
      written += out.latin1Write(",deadline,status,error\n", written);
      isHeader = false;
    } else {
      let a = from;
      while (block[a] !== comma) a++;
      let c = a + 4;
      while (block[c] !== comma) c++;
      const due = deadline(block[a + 2], regionAt(a + 4), parseTime(c + 1));
      out[written++] = comma;
      putTime(due);
      const tail = due < nowSeconds ? overdue : open;
      put(tail, 0, tail.length);
    }
    from = end + 1;
  }
  block.copyWithin(0, from, length);
  kept = length - from;
  writeSync(writing, out, 0, written);
}
closeSync(writing);
