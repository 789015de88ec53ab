/**
 * The pages that are looked at, as command lines: each command's usual page, and the widest and longest it can be.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const japan = ["-r", "japan", "--opened", "2026-11-20T16:40+09:00", "--holidays", "JP"];
const html = ["--format", "html"];

/** The pages by name; ticket files they need are written into the folder. */
export function makePages(folder) {
  const year = join(folder, "tickets-2026.csv");
  writeFileSync(year, makeTickets(4000, 11));
  const few = join(folder, "few.csv");
  writeFileSync(few, makeTickets(12, 2));
  return {
    compare: ["compare", ...html],
    "compare-all": ["compare", "--all", ...html],
    deadline: ["deadline", "-p", "business", "-P", "P2", ...japan, "--explain", ...html],
    "deadline-side-by-side": [
      "deadline",
      "-P",
      "P3",
      ...japan,
      "--pause",
      "2026-11-24T10:00+09:00/2026-11-24T13:00+09:00",
      ...html,
    ],
    "deadline-days": ["deadline", "-p", "standard", "-P", "P4", ...japan, "--explain", ...html],
    "deadline-late": ["deadline", "-p", "business", "-P", "P2", "-r", "emea", "--opened", "2026-11-18T15:00Z", ...html],
    hours: ["hours", "--holidays", "JP", "--tz", "Asia/Taipei", ...html],
    "hours-calendar": [
      "hours",
      "japan",
      "emea",
      "--calendar",
      "--from",
      "2026-12-01T00:00Z",
      "--to",
      "2027-01-15T00:00Z",
      ...html,
    ],
    recommend: ["recommend", "--need", "live-telephone", "--contacts", "5", "--within", "P2=2h", ...html],
    "recommend-beyond": [
      "recommend",
      "--need",
      "named-support-engineer",
      "--within",
      "P1=30m@24x7",
      "--budget",
      "any",
      ...html,
    ],
    "recommend-tickets": ["recommend", "--tickets", year, "-p", "standard", ...html],
    audit: ["audit", year, "-p", "business", "--min-attainment", "60", ...html],
    "audit-weeks": ["audit", year, "-p", "business", "--period", "week", "--by", "region", ...html],
    "audit-few": ["audit", few, "-p", "business", ...html],
  };
}

/** Tickets from January to November, the same for the same seed: most answered in time, some late, some never. */
function makeTickets(count, seed) {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const minutes = { P1: 25, P2: 45, P3: 90, P4: 300 };
  const rows = Array.from({ length: count }, (_, i) => {
    const priority = ["P1", "P2", "P2", "P3", "P3", "P3", "P4"][Math.floor(random() * 7)];
    const region = ["americas", "emea", "apac", "japan"][Math.floor(random() * 4)];
    const opened = Date.UTC(2026, 0, 1) + Math.floor(random() * 324 * 1440) * 60_000;
    // The spread of answer times is long to the right, as it is in life.
    const took = minutes[priority] * Math.exp((random() + random() + random() - 1.5) * 1.9) * (1 + (opened % 7) / 9);
    const responded = random() < 0.03 ? "" : new Date(opened + Math.round(took) * 60_000).toISOString();
    return `${i === 7 ? '"<b>T&7</b>"' : `T-${i}`},${priority},${region},${new Date(opened).toISOString()},${responded}`;
  });
  return `id,priority,region,opened,responded\n${rows.join("\n")}\n`;
}
