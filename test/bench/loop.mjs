/**
 * The same job as a loop written for it alone, on text: no other columns, plans, formats or errors than those of the bench.
 * Arguments: input, output, now.
 */
import { closeSync, openSync, readSync, writeSync } from "node:fs";
import { days, first, makeTables } from "./business-hours.mjs";

const [input, output, now] = process.argv.slice(2);
const tables = Object.fromEntries(makeTables().map((table) => [table.region, table]));
const budgets = { P2: 7200, P3: 14_400 };
const nowSeconds = Date.parse(now) / 1000;
const two = Array.from({ length: 60 }, (_, i) => String(i).padStart(2, "0"));
const dates = Array.from({ length: days }, (_, i) => new Date((first + i * 86_400) * 1000).toISOString().slice(0, 11));

const number = (text, i) => text.charCodeAt(i) * 10 + text.charCodeAt(i + 1) - 528;

/** The seconds of `2026-07-02T14:55:02-08:00`. */
function parseTime(text, i) {
  const date = Date.UTC(2000 + number(text, i + 2), number(text, i + 5) - 1, number(text, i + 8)) / 1000;
  const time = number(text, i + 11) * 3600 + number(text, i + 14) * 60 + number(text, i + 17);
  const offset = number(text, i + 20) * 3600 + number(text, i + 23) * 60;
  return text[i + 19] === "-" ? date + time + offset : date + time - offset;
}

function formatTime(seconds) {
  const rest = (seconds - first) % 86_400;
  const date = dates[(seconds - first - rest) / 86_400];
  return `${date}${two[Math.floor(rest / 3600)]}:${two[Math.floor((rest % 3600) / 60)]}:${two[rest % 60]}Z`;
}

function deadline(priority, region, opened) {
  if (priority === "P1") return opened + 3600;
  const { opens, closes, at } = tables[region];
  let i = at[Math.floor((opened - first) / 3600)];
  if (closes[i] <= opened) i++;
  const start = Math.max(opened, opens[i]);
  if (priority === "P4") return opens[i + 1] + start - opens[i];
  const left = closes[i] - start;
  const budget = budgets[priority];
  return budget <= left ? start + budget : opens[i + 1] + budget - left;
}

const reading = openSync(input, "r");
const writing = openSync(output, "w");
const block = Buffer.allocUnsafe(1 << 20);
let rest = "";
let isHeader = true;
for (let size = readSync(reading, block); size > 0; size = readSync(reading, block)) {
  const text = rest + block.latin1Slice(0, size);
  let lines = "";
  let from = 0;
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
    const line = text.slice(from, end);
    from = end + 1;
    if (isHeader) {
      lines += `${line},deadline,status,error\n`;
      isHeader = false;
      continue;
    }
    const a = line.indexOf(",");
    const b = line.indexOf(",", a + 1);
    const c = line.indexOf(",", b + 1);
    const due = deadline(line.slice(a + 1, b), line.slice(b + 1, c), parseTime(line, c + 1));
    lines += `${line},${formatTime(due)},${due < nowSeconds ? "overdue" : "open"},\n`;
  }
  rest = text.slice(from);
  writeSync(writing, Buffer.from(lines, "latin1"));
}
closeSync(writing);
