/**
 * The business hours of the batch bench as small tables, for the programs that support-cli is compared with: when each region opens and
 * closes, and which of these times is the next in each hour. Written for the bundled regions, without holidays: it shares nothing with src.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const hour = 3600;
const day = 24 * hour;
/** The first second that the tables cover, and their length. */
export const first = Date.UTC(2023, 11, 1) / 1000;
export const days = 1160;
export const hours = days * 24;

/** The date in a month of the nth Sunday, or of the last. */
function sunday(year, month, nth) {
  if (nth === "last") {
    const end = new Date(Date.UTC(year, month + 1, 0));
    return Date.UTC(year, month, end.getUTCDate() - end.getUTCDay()) / 1000;
  }
  const weekday = new Date(Date.UTC(year, month, 1)).getUTCDay();
  return Date.UTC(year, month, 1 + ((7 - weekday) % 7) + 7 * (nth - 1)) / 1000;
}

const isPacificSummer = (date, year) => date >= sunday(year, 2, 2) && date < sunday(year, 10, 1);
const isBritishSummer = (date, year) => date >= sunday(year, 2, "last") && date < sunday(year, 9, "last");

/** Opening and closing in local time, and how far that is ahead of UTC on a date. */
const regions = {
  americas: { open: 6, close: 17.5, ahead: (date, year) => (isPacificSummer(date, year) ? -7 : -8) },
  emea: { open: 9, close: 17, ahead: (date, year) => (isBritishSummer(date, year) ? 1 : 0) },
  apac: { open: 9, close: 17, ahead: () => 8 },
  japan: { open: 9, close: 17.5, ahead: () => 9 },
};

/** Of each region, the seconds at which it opens and closes, and for each hour the first interval that ends after its start. */
export function makeTables() {
  return Object.entries(regions).map(([region, { open, close, ahead }]) => {
    const opens = [];
    const closes = [];
    for (let date = first; date < first + days * day; date += day) {
      const utc = new Date(date * 1000);
      if (utc.getUTCDay() === 0 || utc.getUTCDay() === 6) continue;
      const offset = ahead(date, utc.getUTCFullYear());
      opens.push(date + (open - offset) * hour);
      closes.push(date + (close - offset) * hour);
    }
    const at = new Int32Array(hours);
    let i = 0;
    for (let h = 0; h < hours; h++) {
      while (i < closes.length - 1 && closes[i] <= first + h * hour) i++;
      at[h] = i;
    }
    return { region, opens, closes, at };
  });
}

/** Writes the tables as CSV, one region after the other: `hour.csv` has the row of each hour's interval in `open.csv`, from 0. */
export function writeTables(folder) {
  const at = [];
  const intervals = [];
  for (const { opens, closes, at: own } of makeTables()) {
    const base = intervals.length;
    for (const i of own) at.push(base + i);
    for (let i = 0; i < opens.length; i++) intervals.push(`${opens[i]},${closes[i]}`);
  }
  writeFileSync(join(folder, "hour.csv"), `at\n${at.join("\n")}\n`);
  writeFileSync(join(folder, "open.csv"), `opens,closes\n${intervals.join("\n")}\n`);
}
