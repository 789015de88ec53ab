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

/** A number below another, each time another one, and the same ones in each run. */
function randomNumbers() {
  let state = 7;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Writes lines to `path`, a megabyte at a time. */
export function writeLines(path, lines) {
  const file = openSync(path, "w");
  let text = "";
  for (const line of lines) {
    text += `${line}\n`;
    if (text.length > 1 << 20) {
      writeSync(file, text);
      text = "";
    }
  }
  writeSync(file, text);
  closeSync(file);
}

const states = ["New", "Active", "On hold", "Active", "Awaiting user info", "Active", "Resolved", "Active", "Closed"];

/** Writes `tickets` tickets to `path` as a log of `events` events each. */
export function writeEvents(path, tickets, events) {
  const random = randomNumbers();
  function* lines() {
    yield "id,priority,region,opened,state,at,note";
    for (let i = 1; i <= tickets; i++) {
      const opened = Date.UTC(2024, 0, 1) + random(1_000_000) * 86_400;
      const time = (ms) => `${new Date(ms).toISOString().slice(0, 19)}Z`;
      const own = [`T-${i}`, priorities[random(4)], regions[random(4)], time(opened)].join();
      for (let k = 0; k < events; k++)
        yield `${own},${states[k % states.length]},${time(opened + k * 420_000)},"${subjects[random(4)]}"`;
    }
  }
  writeLines(path, lines());
}

/**
 * Writes `rows` tickets to `path` as CSV, as JSON lines, or as Jira does: every cell quoted, times with the month's name and no offset.
 */
export function writeTickets(path, rows, form = "csv") {
  const random = randomNumbers();
  const two = (n) => String(n).padStart(2, "0");
  function* lines() {
    if (form !== "jsonl") yield "id,priority,region,opened,subject";
    for (let i = 1; i <= rows; i++) {
      const region = random(4);
      const date = new Date(Date.UTC(2024, 0, 1) + random(1000) * 86_400_000).toISOString().slice(0, 10);
      const time = `${two(random(24))}:${two(random(60))}:${two(random(60))}`;
      const opened = form === "jira" ? jiraTime(date, time) : `${date}T${time}${offsets[region]}`;
      const [id, priority, subject] = [`T-${i}`, priorities[random(4)], subjects[random(4)]];
      if (form === "jsonl") yield JSON.stringify({ id, priority, region: regions[region], opened, subject });
      else if (form === "jira") yield `"${[id, priority, regions[region], opened, subject].join('","')}"`;
      else yield `${[id, priority, regions[region], opened].join()},"${subject}"`;
    }
  }
  writeLines(path, lines());
}
