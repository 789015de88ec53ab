/** Words that a command line or a file may hold: names and times as people write them, right, nearly right and hostile. */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";

const corpus = JSON.parse(readFileSync("fixtures/hostile/texts.json", "utf8")) as Readonly<
  Record<string, readonly string[]>
>;
const hostileTexts: readonly string[] = Object.values(corpus).flat();

const folder = "fixtures/datasets";
const jsonIn = (path: string) =>
  readdirSync(path)
    .filter((name) => name.endsWith(".json"))
    .map((name) => `${path}/${name}`);
export const validPaths = [...jsonIn(folder), ...jsonIn("src/data/bundled")];
const paths = [
  ...validPaths,
  ...jsonIn(`${folder}/broken`),
  ...readdirSync("fixtures/holidays").map((name) => `fixtures/holidays/${name}`),
];

export const hostile = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...hostileTexts) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "",
      " ",
      "0",
      "-1",
      "1e999",
      "x".repeat(5000),
      "\ud800",
      "a/b",
      "..",
      ".",
      "/",
      "\\\\",
      "%s%s%n",
      "=",
    ),
  },
);

const two = (n: number) => String(n).padStart(2, "0");
/** Instants of our time, and now and then of any other. */
export const date = fc.oneof(
  { weight: 60, arbitrary: fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2035, 0) }) },
  { weight: 1, arbitrary: fc.integer({ min: Date.UTC(1, 0), max: Date.UTC(9999, 0) }) },
);

/** An instant as people write it: in minutes or to the millisecond, in UTC, at an offset, without either, or as seconds. */
export function timeText(instant: number, form: number): string {
  const at = (offsetHours: number) => new Date(instant + offsetHours * 3_600_000).toISOString();
  switch (form % 6) {
    case 1:
      return at(0);
    case 2:
      return at(0).slice(0, 16);
    case 3:
      return `${at(9).slice(0, 19)}+09:00`;
    case 4:
      return `${at(-11).slice(0, 19)}-11:00`;
    case 5:
      return `@${Math.floor(instant / 1000)}`;
    default:
      return `${at(0).slice(0, 16)}Z`;
  }
}

/** A time that can be read. */
export const soundTime = fc.tuple(date, fc.nat(5)).map(([instant, form]) => timeText(instant, form));

export const time = fc.oneof(
  { weight: 6, arbitrary: date.map((t) => `${new Date(t).toISOString().slice(0, 16)}Z`) },
  { weight: 2, arbitrary: date.map((t) => new Date(t).toISOString()) },
  { weight: 2, arbitrary: date.map((t) => new Date(t).toISOString().slice(0, 16)) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(date, fc.integer({ min: -15, max: 15 }))
      .map(([t, h]) => `${new Date(t).toISOString().slice(0, 19)}${h < 0 ? "-" : "+"}${two(Math.abs(h))}:00`),
  },
  { weight: 1, arbitrary: fc.integer({ min: -70_000_000_000, max: 270_000_000_000 }).map((s) => `@${s}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "now",
      "NOW",
      "2026-11-20",
      "2026-02-30T10:00Z",
      "2026-03-29T01:30",
      "2026-10-25T01:30",
      "24:00",
      "2026-11-20T24:00Z",
      "2026-11-20T23:59:60Z",
      "@",
      "@-1",
      "@1e9",
      "0000-01-01T00:00Z",
      "0001-01-03T00:00Z",
      "9999-12-28T23:59Z",
      "10000-01-01T00:00Z",
      "2026-11-20T10:00+24:00",
      "tomorrow",
    ),
  },
);

/** Zones that are. */
export const zones = [
  "UTC",
  "Asia/Tokyo",
  "America/St_Johns",
  "Pacific/Apia",
  "Europe/London",
  "asia/tokyo",
  "Asia/Calcutta",
  "Etc/GMT-14",
  "America/Havana",
  "Africa/Casablanca",
  "Antarctica/Troll",
] as const;
export const zone = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom<string>(...zones) },
  { weight: 1, arbitrary: fc.constantFrom("UTC+8", "+09:00", "JST", "Europe/Londn") },
);
export const plan = fc.constantFrom(
  "standard",
  "business",
  "enterprise",
  "elite",
  "Business",
  "online",
  "expert",
  "ultimate",
  "gold",
  "buisness",
  "premium",
  "basic",
);
export const priority = fc.constantFrom("P1", "P2", "P3", "P4", "p2", "P5", "1", "urgent", "sev1", "Sev 1", "L1");
export const region = fc.constantFrom("japan", "emea", "americas", "apac", "Japan", "japn", "global", "us", "world");
export const within = fc.oneof(
  fc
    .tuple(
      priority,
      fc.constantFrom(
        "2h",
        "30m@24x7",
        "1d",
        "90s",
        "1.5h",
        "2h@24x5",
        "1d@business-days",
        "0h",
        "2w",
        "h",
        "9999999999h",
        "2h@noon",
        "",
      ),
    )
    .map(([p, t]) => `${p}=${t}`),
  fc.constantFrom("P2", "=2h", "P2==2h"),
);
export const file = fc.constantFrom(
  "mutated.json",
  "answers.json",
  "dates.txt",
  "days.ics",
  "missing.json",
  "missing",
  "src",
  "empty",
  ...paths,
);
export const ticketFile = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("tickets.csv", "tickets.tsv", "tickets.jsonl", "-") },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "missing.csv",
      "src",
      "empty",
      "fixtures/tickets/autumn.csv",
      "answers.json",
      "mutated.json",
    ),
  },
);
export const written = fc.constantFrom(
  "out.json",
  "out.csv",
  "out.tsv",
  "out.md",
  "out.html",
  "out.txt",
  "out.ics",
  "out.jsonl",
  "out",
  "out.JSON",
  "no/such/out.json",
);

/** Some of a list, at most so many. */
export function someOf<T>(list: readonly T[], most: number): fc.Arbitrary<T[]> {
  return fc.subarray([...list], { maxLength: Math.min(most, list.length) });
}

/** The names that a dataset has. */
export interface Known {
  readonly plans: readonly string[];
  readonly priorities: readonly string[];
  readonly regions: readonly string[];
  readonly features: readonly string[];
  readonly products: readonly string[];
  readonly languages: readonly string[];
  readonly groups: readonly string[];
  /** Ways to name the dataset on a command line. */
  readonly words: readonly (readonly string[])[];
}
