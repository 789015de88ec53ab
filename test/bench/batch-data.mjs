/**
 * The tickets of the batch bench: a CSV file of any number of rows, the same for the same number.
 * Each has an id, a priority, a region, the time it was opened with an offset, and a quoted subject with commas.
 */
import { closeSync, openSync, writeSync } from "node:fs";

const priorities = ["P1", "P2", "P3", "P4"];
const regions = ["americas", "emea", "apac", "japan"];
const offsets = ["-08:00", "+00:00", "+08:00", "+09:00"];
const subjects = [
  "Login fails, sometimes, after the update",
  "Report is empty, export too",
  "Segment count is off by one, since Monday",
  "Question, how are visits counted?",
];

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A time as Jira writes it: `02/Jul/26 2:55 PM`. */
function jiraTime(date, time) {
  const hour = Number(time.slice(0, 2));
  const day = `${date.slice(8)}/${months[Number(date.slice(5, 7)) - 1]}/${date.slice(2, 4)}`;
  return `${day} ${((hour + 11) % 12) + 1}:${time.slice(3, 5)} ${hour < 12 ? "AM" : "PM"}`;
}

/** Writes `rows` tickets to `path`; as Jira does, every cell is quoted and times have the month's name and no offset. */
export function writeTickets(path, rows, isJira = false) {
  let state = 7;
  const random = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const two = (n) => String(n).padStart(2, "0");
  const file = openSync(path, "w");
  let text = "id,priority,region,opened,subject\n";
  for (let i = 1; i <= rows; i++) {
    const region = random(4);
    const date = new Date(Date.UTC(2024, 0, 1) + random(1000) * 86_400_000).toISOString().slice(0, 10);
    const time = `${two(random(24))}:${two(random(60))}:${two(random(60))}`;
    const cells = [`T-${i}`, priorities[random(4)], regions[region]];
    const subject = `"${subjects[random(4)]}"`;
    text += isJira
      ? `${cells.map((cell) => `"${cell}"`).join()},"${jiraTime(date, time)}",${subject}\n`
      : `${cells.join()},${date}T${time}${offsets[region]},${subject}\n`;
    if (text.length > 1 << 20) {
      writeSync(file, text);
      text = "";
    }
  }
  writeSync(file, text);
  closeSync(file);
}
