/**
 * Random command lines from the option catalogue (valid, nearly valid, hostile), with random datasets, answers and holiday files
 * beside them. Nothing here knows what a command should answer.
 */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import {
  type CommandName,
  type CommandOption,
  commandOptions,
  commands,
  formats,
  type GlobalOption,
  globalOptions,
  optionSpecs,
} from "../../src/cli/options.js";
import type { Setting } from "../terminal.js";

export interface Case {
  readonly argv: readonly string[];
  readonly setting: Setting;
}

const corpus = JSON.parse(readFileSync("fixtures/hostile/texts.json", "utf8")) as Readonly<Record<string, readonly string[]>>;
export const hostileTexts: readonly string[] = Object.values(corpus).flat();

const folder = "fixtures/datasets";
const jsonIn = (path: string) =>
  readdirSync(path)
    .filter((name) => name.endsWith(".json"))
    .map((name) => `${path}/${name}`);
const validPaths = [...jsonIn(folder), ...jsonIn("src/data/bundled")];
const paths = [
  ...validPaths,
  ...jsonIn(`${folder}/broken`),
  ...readdirSync("fixtures/holidays").map((name) => `fixtures/holidays/${name}`),
];

const hostile = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...hostileTexts) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("", " ", "0", "-1", "1e999", "x".repeat(5000), "\ud800", "a/b", "..", ".", "/", "\\\\", "%s%s%n", "="),
  },
);

const two = (n: number) => String(n).padStart(2, "0");
const date = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2035, 0) }) },
  { weight: 1, arbitrary: fc.integer({ min: Date.UTC(1, 0), max: Date.UTC(9999, 0) }) },
);
const time = fc.oneof(
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
      "0001-01-01T00:00Z",
      "9999-12-31T23:59Z",
      "10000-01-01T00:00Z",
      "2026-11-20T10:00+24:00",
      "tomorrow",
    ),
  },
);

const zone = fc.constantFrom(
  "UTC",
  "Asia/Tokyo",
  "America/St_Johns",
  "Pacific/Apia",
  "Europe/London",
  "asia/tokyo",
  "Asia/Calcutta",
  "UTC+8",
  "+09:00",
  "JST",
  "Europe/Londn",
  "Etc/GMT-14",
  "America/Havana",
  "Africa/Casablanca",
  "Antarctica/Troll",
);
const plan = fc.constantFrom(
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
const priority = fc.constantFrom("P1", "P2", "P3", "P4", "p2", "P5", "1", "urgent", "sev1", "Sev 1", "L1");
const region = fc.constantFrom("japan", "emea", "americas", "apac", "Japan", "japn", "global", "us", "world");
const within = fc.oneof(
  fc
    .tuple(
      priority,
      fc.constantFrom("2h", "30m@24x7", "1d", "90s", "1.5h", "2h@24x5", "1d@business-days", "0h", "2w", "h", "9999999999h", "2h@noon", ""),
    )
    .map(([p, t]) => `${p}=${t}`),
  fc.constantFrom("P2", "=2h", "P2==2h"),
);
const file = fc.constantFrom("mutated.json", "answers.json", "dates.txt", "days.ics", "missing.json", "missing", "src", "empty", ...paths);
const ticketFile = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("tickets.csv", "tickets.tsv", "tickets.jsonl", "-") },
  { weight: 1, arbitrary: fc.constantFrom("missing.csv", "src", "empty", "fixtures/tickets/autumn.csv", "answers.json", "mutated.json") },
);
const written = fc.constantFrom(
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

const valuesOf: Readonly<Partial<Record<GlobalOption | CommandOption, fc.Arbitrary<string>>>> = {
  dataset: fc.oneof(
    { weight: 3, arbitrary: fc.constant("mutated.json") },
    { weight: 1, arbitrary: file },
    { weight: 2, arbitrary: fc.constantFrom("adobe-success-plans", "adobe-experience-cloud-2022", "adobe") },
  ),
  lang: fc.constantFrom("en", "zh-TW", "ja", "zh_TW.UTF-8", "zh-Hans", "fr", "EN"),
  format: fc.constantFrom<string>(...formats),
  output: written,
  tz: zone,
  now: time,
  plan,
  priority,
  region,
  opened: time,
  responded: time,
  from: time,
  to: time,
  pause: fc.tuple(time, time).map(([a, b]) => `${a}/${b}`),
  holidays: fc.oneof(
    fc.constantFrom("JP", "US-CA", "GB", "ZZ", "DE-BY", "us", "TW", "U", "US-XX", "UK"),
    fc.constantFrom("dates.txt", "days.ics", "missing.ics"),
    file,
  ),
  zone,
  atRisk: fc.constantFrom("75", "0", "100", "101", "-1", "50%", "1e2", "7.5", ""),
  need: fc.constantFrom("live-telephone", "named-support-engineer", "escalation-management", "telepathy", "Live Telephone Support"),
  contacts: fc.constantFrom("0", "1", "5", "6", "999999", "1000000", "-1", "many", "1.5", "٣"),
  within,
  product: fc.constantFrom("commerce", "analytics", "marketo", "Commerce", "nothing"),
  language: fc.constantFrom("ja", "en", "fr", "zz", "zh-Hant", "Japanese", "x", "en-", "e_n"),
  answers: fc.oneof({ weight: 3, arbitrary: fc.constant("answers.json") }, { weight: 1, arbitrary: file }),
  alarm: fc.constantFrom("15m", "1h", "0m", "-1h", "soon", "100000d"),
  table: fc.constantFrom("tickets", "my.tickets", "t; drop table t", "1t", 'a"b', ""),
  inputFile: ticketFile,
  tickets: ticketFile,
  minAttainment: fc.constantFrom("95", "0", "100", "101", "x", "99.9%"),
  encoding: fc.constantFrom("utf-8", "big5", "shift_jis", "utf-16le", "latin1", "klingon", "gb18030"),
  map: fc.constantFrom("opened=Created at", "id=Id", "opened=", "=x", "x", "nothing=Id", "priority=Priority", "responded=First response"),
  priorityMap: fc.constantFrom("urgent=P1", "high=P2", "urgent=P9", "=P1", "urgent", "a=b=c"),
  sourceTz: zone,
};

const specs: Readonly<Record<string, { readonly flags: string; readonly choices?: readonly string[] }>> = {
  ...optionSpecs,
};

/** An option as typed: both spellings, with its value apart or after `=`; now and then without one, or with one too many. */
function typed(key: string): fc.Arbitrary<readonly string[]> {
  const { flags, choices } = specs[key] as { flags: string; choices?: readonly string[] };
  const spellings = flags.replace(/ ?[<[].*$/, "").split(/, /);
  const takesValue = /[<[]/.test(flags);
  const own = valuesOf[key as GlobalOption] ?? (choices ? fc.constantFrom(...choices) : fc.constantFrom("x", "1"));
  const value = fc.oneof({ weight: 12, arbitrary: own }, { weight: 1, arbitrary: hostile });
  return fc.tuple(fc.constantFrom(...spellings), value, fc.integer({ min: 0, max: 29 })).map(([flag, text, chance]) => {
    if (takesValue) return chance === 0 ? [flag] : chance < 6 ? [`${flag}=${text}`] : [flag, text];
    return chance === 0 ? [`${flag}=${text}`] : [flag];
  });
}

const commandNames = Object.keys(commands) as CommandName[];

const positionals: Readonly<Partial<Record<CommandName, fc.Arbitrary<readonly string[]>>>> = {
  audit: fc.oneof(
    ticketFile.map((path) => [path]),
    fc.constant<string[]>([]),
  ),
  config: fc.constantFrom<string[]>(["show"], [], ["set"]),
  compare: fc.array(plan, { maxLength: 3 }),
  hours: fc.array(region, { maxLength: 2 }),
  dataset: fc.oneof(
    fc.constantFrom<string[]>([], ["list"], ["show"], ["schema"], ["validate"], ["frob"]),
    fc.tuple(fc.constantFrom("show", "validate"), file).map((words) => [...words]),
  ),
};

/** What a command cannot do without, given most times so that fuzzing gets past the first check. */
const usual: Readonly<Partial<Record<CommandName, readonly CommandOption[]>>> = {
  deadline: ["priority", "region"],
  elapsed: ["region", "from", "to"],
  recommend: ["need"],
};

/** A file of tickets: a header, mostly of the names that are known, and rows that mostly fit it. */
const header = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ["id", "priority", "opened"],
      ["id", "priority", "opened", "responded", "region", "plan", "zone"],
      ["ID", "Priority", "Opened"],
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ["Id", "Priority", "Created at", "Status", "Subject"],
      ["Issue key", "Priority", "Created"],
      ["number", "priority", "opened_at"],
      ["id", "id", "opened", "priority"],
      [""],
      ["id"],
    ),
  },
  { weight: 1, arbitrary: fc.array(hostile, { minLength: 1, maxLength: 4 }) },
);
const cell = fc.oneof(
  { weight: 3, arbitrary: time },
  { weight: 3, arbitrary: priority },
  { weight: 1, arbitrary: plan },
  { weight: 1, arbitrary: region },
  { weight: 1, arbitrary: zone },
  {
    weight: 2,
    arbitrary: fc.constantFrom("1", "T-1", "", "20/11/2026 16:40", "11/20/2026 4:40 PM", "2026/11/20 16:40", "45000.5", "1763624400"),
  },
  { weight: 3, arbitrary: hostile },
);
const quoted = (text: string, separator: string) =>
  /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
const rows = fc.tuple(
  header,
  fc.array(
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc.tuple(fc.constantFrom("T-1", "T-2", ""), priority, time, fc.option(time, { nil: "" }), region, plan, zone),
      },
      { weight: 1, arbitrary: fc.array(cell, { maxLength: 8 }) },
    ),
    { maxLength: 6 },
  ),
  fc.constantFrom("\n", "\r\n", "\r"),
  fc.constantFrom("", "\ufeff"),
);
const delimited = (separator: string) =>
  rows.map(
    ([head, lines, end, mark]) =>
      mark +
      [head, ...lines.map((line) => (line.length === 7 ? line.slice(0, Math.max(1, head.length)) : line))]
        .map((line) => line.map((text) => quoted(text, separator)).join(separator))
        .join(end),
  );
const jsonLines = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc
          .record({ id: cell, priority, opened: time, responded: time, region, plan, extra: odd() }, { requiredKeys: ["id"] })
          .map((row) => JSON.stringify(row)),
      },
      { weight: 1, arbitrary: hostile },
      { weight: 1, arbitrary: odd().map((value) => JSON.stringify(value)) },
    ),
    { maxLength: 6 },
  )
  .map((lines) => lines.join("\n"));

const commandLine = fc.constantFrom(...commandNames).chain((name) => {
  const own: readonly string[] = commands[name].options;
  const options = fc.array(
    fc.oneof(
      { weight: 8, arbitrary: own.length > 0 ? fc.constantFrom(...own) : fc.constant("json") },
      { weight: 4, arbitrary: fc.constantFrom(...Object.keys(globalOptions)) },
      { weight: 1, arbitrary: fc.constantFrom(...Object.keys(commandOptions)) },
    ),
    { maxLength: 6 },
  );
  return fc
    .tuple(
      fc.oneof({ weight: 30, arbitrary: fc.constant<string>(name) }, { weight: 1, arbitrary: hostile }),
      positionals[name] ?? fc.constant<readonly string[]>([]),
      fc.tuple(...(usual[name] ?? []).map((key) => fc.option(typed(key), { freq: 20, nil: [] as readonly string[] }))),
      options.chain((keys) => fc.tuple(...keys.map(typed))),
      fc.array(hostile, { maxLength: 1, size: "-1" }),
      fc.integer({ min: 0, max: 9 }),
      fc.constantFrom<readonly string[]>([], [], [], ["--json"], ["--quiet"], ["--dataset", "mutated.json"], ["--help"]),
    )
    .map(([word, args, needed, more, stray, order, extra]) => {
      const tail = [...needed.flat(), ...more.flat(), ...extra];
      return order === 0 ? [...tail, word, ...args, ...stray] : [word, ...args, ...tail, ...(order === 1 ? stray : [])];
    });
});

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Puts something else at, beside or in place of a random node of a document. */
function mutate(document: Json, choices: readonly { readonly pick: number; readonly how: number; readonly value: Json }[]): Json {
  let root = structuredClone(document);
  for (const { pick, how, value } of choices) {
    const places: { readonly parent: Json[] | { [key: string]: Json }; readonly key: string }[] = [];
    const walk = (node: Json) => {
      if (typeof node !== "object" || node === null) return;
      for (const key of Object.keys(node)) {
        places.push({ parent: node, key });
        walk((node as { [key: string]: Json })[key] as Json);
      }
    };
    walk(root);
    const place = places[pick % Math.max(1, places.length)];
    if (!place) return root;
    const { key } = place;
    const parent = place.parent as { [key: string]: Json };
    const old = parent[key] as Json;
    const texts = places.filter((p) => typeof (p.parent as { [key: string]: Json })[p.key] === "string");
    const textAt = texts[pick % Math.max(1, texts.length)];
    switch (how) {
      case 0:
        parent[key] = value;
        break;
      case 1:
        if (Array.isArray(parent)) parent.splice(Number(key), 1);
        else delete parent[key];
        break;
      case 2:
        if (!Array.isArray(parent)) {
          delete parent[key];
          Object.defineProperty(parent, String(value), { value: old, enumerable: true, configurable: true, writable: true });
        } else (parent as Json[]).push(old);
        break;
      case 3:
        root = value;
        break;
      default:
        // Most often a text is replaced by a text, which mostly leaves the dataset valid.
        if (textAt && typeof value === "string") (textAt.parent as { [key: string]: Json })[textAt.key] = value;
    }
  }
  return root;
}

function odd(): fc.Arbitrary<Json> {
  return fc.oneof(
    { weight: 6, arbitrary: hostile },
    {
      weight: 3,
      arbitrary: fc.constantFrom<Json>(
        null,
        true,
        0,
        -1,
        1.5,
        1e308,
        1e21,
        [],
        {},
        [[]],
        "24:00",
        "00:00",
        "2026-02-30",
        "UTC",
        "days",
        "24x7",
        "business-days",
        "seconds",
      ),
    },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json> },
  );
}

const bases = validPaths.map((path) => JSON.parse(readFileSync(path, "utf8")) as Json);
const changes = fc.array(fc.record({ pick: fc.nat(5000), how: fc.constantFrom(0, 0, 1, 2, 3, 4, 4, 4, 4, 4, 4, 4), value: odd() }), {
  maxLength: 3,
});
const dataset = fc.tuple(fc.constantFrom(...bases), changes).map(([base, made]) => JSON.stringify(mutate(base, made)));

const answers = fc.oneof(
  fc
    .record(
      {
        features: fc.array(fc.oneof(valuesOf.need as fc.Arbitrary<Json>, odd()), { maxLength: 2 }),
        contacts: fc.oneof(fc.integer({ min: -1, max: 9 }), odd()),
        within: fc.oneof(
          fc.dictionary(priority, fc.oneof(fc.constantFrom<Json>("2h", { amount: 2, unit: "hours", clock: "24x7" }), odd()), {
            maxKeys: 2,
          }),
          odd(),
        ),
        budget: fc.oneof(fc.constantFrom<Json>("any", "included"), odd()),
        products: fc.oneof(fc.constantFrom<Json>(["commerce"], []), odd()),
        languages: fc.oneof(fc.constantFrom<Json>(["ja"], ["fr"]), odd()),
      },
      { requiredKeys: [] },
    )
    .map((value) => JSON.stringify(value)),
  odd().map((value) => JSON.stringify(value)),
  hostile,
);

const dates = fc
  .array(
    fc.oneof(
      date.map((t) => `${new Date(t).toISOString().slice(0, 10)} Some day`),
      hostile,
    ),
    { maxLength: 4 },
  )
  .map((lines) => lines.join("\n"));
const ics = fc
  .tuple(
    fc.array(
      fc.oneof(
        date.map((t) => `DTSTART;VALUE=DATE:${new Date(t).toISOString().slice(0, 10).replaceAll("-", "")}`),
        fc.constantFrom(
          "RRULE:FREQ=YEARLY",
          "RRULE:FREQ=SECONDLY",
          "DTEND;VALUE=DATE:20261125",
          "SUMMARY:Feast",
          "STATUS:CANCELLED",
          "EXDATE;VALUE=DATE:20261124",
          "END:VEVENT",
          "BEGIN:VEVENT",
          "DTSTART:nonsense",
          "DURATION:P9999999D",
          "RRULE:FREQ=DAILY;INTERVAL=0",
          "RRULE:FREQ=MONTHLY;BYMONTHDAY=31",
        ),
        hostile,
      ),
      { maxLength: 5 },
    ),
  )
  .map(([lines]) => ["BEGIN:VCALENDAR", "BEGIN:VEVENT", ...lines, "END:VEVENT", "END:VCALENDAR"].join("\r\n"));

/** A command line and all around it that the program may read. */
export const anyCase: fc.Arbitrary<Case> = fc
  .record({
    argv: commandLine,
    dataset,
    answers,
    dates,
    ics,
    csv: delimited(","),
    tsv: delimited("\t"),
    jsonl: jsonLines,
    columns: fc.constantFrom(undefined, undefined, 20, 40, 80, 200, 1, 0),
    env: fc.constantFrom<Readonly<Record<string, string>>>(
      {},
      {},
      {},
      { LANG: "ja_JP.UTF-8" },
      { LC_ALL: "zh_TW.Big5" },
      { FORCE_COLOR: "1" },
      { NO_COLOR: "1" },
      { LANG: "C" },
      { LANG: "\u001b[31m" },
    ),
    now: fc.oneof(
      { weight: 5, arbitrary: fc.constant("2026-11-22T09:00:00Z") },
      { weight: 1, arbitrary: date.map((t) => new Date(t).toISOString()) },
      {
        weight: 1,
        arbitrary: fc.constantFrom("1969-12-31T23:59:59.999Z", "2101-01-01T00:00:00Z", "0001-06-01T00:00:00Z", "9999-06-01T00:00:00Z"),
      },
    ),
    zone: fc.constantFrom("UTC", "UTC", "Asia/Tokyo", "America/St_Johns", "Pacific/Apia"),
  })
  .map(({ argv, dataset: document, answers: given, dates: days, ics: calendar, csv, tsv, jsonl, columns, env, now, zone: system }) => ({
    argv: argv.filter((word) => word !== "/dev/stdin"),
    setting: {
      now,
      zone: system,
      env,
      ...(columns !== undefined && { columns }),
      files: {
        "mutated.json": document,
        "answers.json": given,
        "dates.txt": days,
        "days.ics": calendar,
        "tickets.csv": csv,
        "tickets.tsv": tsv,
        "tickets.jsonl": jsonl,
        empty: "",
      },
      stdin: csv,
    },
  }));
