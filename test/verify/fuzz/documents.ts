/** The files beside a command line: datasets with something changed in them, answers, holidays and tickets, sound and broken. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import {
  date,
  hostile,
  type Known,
  plan,
  priority,
  region,
  someOf,
  soundTime,
  time,
  timeText,
  validPaths,
  zone,
  zones,
} from "./values.js";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Puts something else at, beside or in place of a random node of a document. */
function mutate(
  document: Json,
  choices: readonly { readonly pick: number; readonly how: number; readonly value: Json }[],
): Json {
  let root = structuredClone(document);
  for (const { pick, how, value: chosen } of choices) {
    // The same object put in twice would contain itself once it is added to.
    const value = structuredClone(chosen);
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
          Object.defineProperty(parent, String(value), {
            value: old,
            enumerable: true,
            configurable: true,
            writable: true,
          });
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

/** A dataset that is sound, with the names that command lines and files may take from it. */
export interface Base {
  readonly document: Json;
  readonly known: Known;
}

const bundled = "src/data/bundled/";
const defaultDataset = "adobe-experience-cloud-2022";

/** Sound datasets, the bundled ones more often. */
export const bases: readonly { readonly weight: number; readonly base: Base }[] = validPaths.map((path) => {
  const document = JSON.parse(readFileSync(path, "utf8")) as Json;
  const names = (key: string) => Object.keys((document as { [key: string]: object | undefined })[key] ?? {});
  const id = path.startsWith(bundled) ? path.slice(bundled.length, -".json".length) : undefined;
  const asMutated = ["--dataset", "mutated.json"];
  const known: Known = {
    plans: names("plans"),
    priorities: names("priorities"),
    regions: names("regions"),
    features: names("features"),
    products: names("products"),
    languages: names("languages"),
    groups: names("groups"),
    words: id === defaultDataset ? [[], [], [], asMutated] : [asMutated, ["--dataset", id ?? path]],
  };
  return { weight: id === defaultDataset ? 6 : id === undefined ? 1 : 2, base: { document, known } };
});

const change = fc.record({
  pick: fc.nat(5000),
  how: fc.constantFrom(0, 0, 1, 2, 3, 4, 4, 4, 4, 4, 4, 4),
  value: odd(),
});
const changes = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) },
  { weight: 3, arbitrary: fc.array(change, { maxLength: 3 }) },
);

/** The text of a dataset with something changed in it, most times so that it stays valid. */
export function datasetText({ document }: Base): fc.Arbitrary<string> {
  return changes.map((made) => JSON.stringify(mutate(document, made)));
}

const named = (names: readonly string[]) => (names.length === 0 ? fc.constant("x") : fc.constantFrom(...names));

/** A file of answers, most times of what the dataset knows. */
export function answersText({ known }: Base): fc.Arbitrary<string> {
  const length = fc.constantFrom<Json>("2h", "30m@24x7", { amount: 2, unit: "hours", clock: "24x7" });
  const sound = fc.record(
    {
      features: fc.array(named(known.features), { maxLength: 2 }),
      contacts: fc.integer({ min: 0, max: 9 }),
      within: fc.dictionary(named(known.priorities), length, { maxKeys: 2 }),
      budget: fc.constantFrom("any", "included"),
      products: someOf(known.products, 2),
      languages: someOf(known.languages, 2),
    },
    { requiredKeys: [] },
  );
  const doubtful = fc.record(
    {
      features: fc.oneof(fc.array(odd(), { maxLength: 2 }), odd()),
      contacts: fc.oneof(fc.integer({ min: -1, max: 9 }), odd()),
      within: fc.oneof(fc.dictionary(priority, fc.oneof(length, odd()), { maxKeys: 2 }), odd()),
      budget: fc.oneof(fc.constantFrom<Json>("any", "included"), odd()),
      products: fc.oneof(fc.constantFrom<Json>(["commerce"], []), odd()),
      languages: fc.oneof(fc.constantFrom<Json>(["ja"], ["fr"]), odd()),
    },
    { requiredKeys: [] },
  );
  return fc.oneof(
    { weight: 6, arbitrary: sound.map((value) => JSON.stringify(value)) },
    { weight: 2, arbitrary: doubtful.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: odd().map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: hostile },
  );
}

const dateText = date.map((instant) => new Date(instant).toISOString().slice(0, 10));

/** A file of holidays, a date a line. */
export const datesText = fc
  .array(
    fc.oneof({ weight: 12, arbitrary: dateText.map((day) => `${day} Some day`) }, { weight: 1, arbitrary: hostile }),
    { maxLength: 4 },
  )
  .map((lines) => lines.join("\n"));

const eventLine = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      "RRULE:FREQ=YEARLY",
      "RRULE:FREQ=YEARLY;COUNT=3",
      "SUMMARY:Feast",
      "STATUS:CANCELLED",
      "EXDATE;VALUE=DATE:20261124",
      "RRULE:FREQ=MONTHLY;BYMONTHDAY=31",
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "RRULE:FREQ=SECONDLY",
      "DTEND;VALUE=DATE:20261125",
      "END:VEVENT",
      "BEGIN:VEVENT",
      "DTSTART:nonsense",
      "DURATION:P9999999D",
      "RRULE:FREQ=DAILY;INTERVAL=0",
    ),
  },
  { weight: 1, arbitrary: hostile },
);

/** A calendar file of one event. */
export const icsText = fc
  .tuple(fc.option(dateText, { freq: 9, nil: undefined }), fc.array(eventLine, { maxLength: 4 }))
  .map(([day, lines]) => [
    "BEGIN:VCALENDAR",
    "BEGIN:VEVENT",
    ...(day === undefined ? [] : [`DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`]),
    ...lines,
    "END:VEVENT",
    "END:VCALENDAR",
  ])
  .map((lines) => lines.join("\r\n"));

const columns = ["id", "priority", "opened", "responded", "region", "plan", "zone"] as const;

/** The first line of a file of tickets, mostly of the names that are known. */
const header = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom<readonly string[]>(columns, columns, columns.slice(0, 3), columns.slice(0, 4), [
      "ID",
      "Priority",
      "Opened",
    ]),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<readonly string[]>(
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
    arbitrary: fc.constantFrom(
      "1",
      "T-1",
      "",
      "20/11/2026 16:40",
      "11/20/2026 4:40 PM",
      "2026/11/20 16:40",
      "45000.5",
      "1763624400",
    ),
  },
  { weight: 3, arbitrary: hostile },
);

const ticketId = fc.constantFrom("T-1", "T-2", "T-3", "");

/** A row under all columns that can be read whole: answered after it was opened, or not at all. */
function soundRow({ known }: Base): fc.Arbitrary<readonly string[]> {
  const half = (names: readonly string[]) => fc.oneof(named(names), fc.constant(""));
  return fc
    .tuple(
      fc.tuple(
        ticketId,
        named(known.priorities),
        date,
        fc.option(fc.integer({ min: 0, max: 2_000_000_000 }), { nil: undefined }),
      ),
      fc.nat(5),
      fc.tuple(named(known.regions), half(known.plans), half(zones)),
    )
    .map(([[id, level, opened, after], form, rest]) => [
      ...[id, level, timeText(opened, form)],
      after === undefined ? "" : timeText(opened + 60_000 + after, form),
      ...rest,
    ]);
}

const quoted = (text: string, separator: string) =>
  /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;

/** A file of tickets with a separator. */
export function delimitedText(from: Base, separator: string): fc.Arbitrary<string> {
  const row = fc.oneof(
    { weight: 8, arbitrary: soundRow(from) },
    { weight: 2, arbitrary: fc.tuple(ticketId, priority, time, fc.option(time, { nil: "" }), region, plan, zone) },
    { weight: 1, arbitrary: fc.array(cell, { maxLength: 8 }) },
  );
  return fc
    .tuple(header, fc.array(row, { maxLength: 6 }), fc.constantFrom("\n", "\r\n", "\r"), fc.constantFrom("", "\ufeff"))
    .map(([head, lines, end, mark]) => {
      const fitted = lines.map((line) =>
        line.length === columns.length ? line.slice(0, Math.max(1, head.length)) : line,
      );
      return (
        mark + [head, ...fitted].map((line) => line.map((text) => quoted(text, separator)).join(separator)).join(end)
      );
    });
}

/** A file of tickets as lines of JSON. */
export function jsonLinesText(from: Base): fc.Arbitrary<string> {
  const line = fc.oneof(
    {
      weight: 8,
      arbitrary: soundRow(from).map((row) =>
        JSON.stringify(Object.fromEntries(columns.map((column, i) => [column, row[i]]))),
      ),
    },
    {
      weight: 2,
      arbitrary: fc
        .record(
          { id: cell, priority, opened: soundTime, responded: time, region, plan, extra: odd() },
          { requiredKeys: ["id"] },
        )
        .map((row) => JSON.stringify(row)),
    },
    { weight: 1, arbitrary: hostile },
    { weight: 1, arbitrary: odd().map((value) => JSON.stringify(value)) },
  );
  return fc.array(line, { maxLength: 6 }).map((lines) => lines.join("\n"));
}

/** Settings of a project: most times some that are. */
export function configText({ known }: Base): fc.Arbitrary<string> {
  const sound = fc.record(
    {
      plan: named(known.plans),
      region: named(known.regions),
      lang: fc.constantFrom("en", "ja", "zh-TW"),
      tz: fc.constantFrom(...zones),
      holidays: fc.constantFrom<Json>(["JP"], "GB", ["HU", "US-CA"]),
    },
    { requiredKeys: [] },
  );
  return fc.oneof(
    { weight: 14, arbitrary: sound.map((value) => JSON.stringify(value)) },
    {
      weight: 1,
      arbitrary: fc
        .dictionary(fc.constantFrom("plan", "region", "lang", "tz", "nothing"), odd())
        .map((value) => JSON.stringify(value)),
    },
    { weight: 1, arbitrary: hostile },
  );
}
