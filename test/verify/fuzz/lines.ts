/**
 * Command lines from the option catalogue: sound ones, which reach their command; the same with one thing wrong; and any words at all.
 * Nothing here knows what a command should answer.
 */
import fc from "fast-check";
import { shells } from "../../../src/cli/completion-scripts.js";
import { topics } from "../../../src/help-topics.js";
import {
  type CommandName,
  type CommandOption,
  commandOptions,
  commands,
  type Format,
  formatOfEnding,
  formats,
  type GlobalOption,
  globalOptions,
  optionSpecs,
} from "../../../src/options.js";
import { batchFormats } from "../../../src/tickets/names.js";
import {
  date,
  file,
  hostile,
  type Known,
  plan,
  priority,
  region,
  someOf,
  ticketFile,
  time,
  timeText,
  validPaths,
  within,
  written,
  zone,
  zones,
} from "./values.js";

type Key = GlobalOption | CommandOption;
type Line = readonly string[];

/** What may be typed for an option: right, nearly right and wrong. */
const anyValueOf: Readonly<Partial<Record<Key, fc.Arbitrary<string>>>> = {
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
    fc.constantFrom("JP", "US-CA", "GB", "ZZ", "DE-BY", "us", "HU", "U", "US-XX", "UK"),
    fc.constantFrom("dates.txt", "days.ics", "missing.ics"),
    file,
  ),
  zone,
  atRisk: fc.constantFrom("75", "0", "100", "101", "-1", "50%", "1e2", "7.5", ""),
  need: fc.constantFrom(
    "live-telephone",
    "named-support-engineer",
    "escalation-management",
    "telepathy",
    "Live Telephone Support",
  ),
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
  map: fc.constantFrom(
    "opened=Created at",
    "id=Id",
    "opened=",
    "=x",
    "x",
    "nothing=Id",
    "priority=Priority",
    "responded=First response",
  ),
  priorityMap: fc.constantFrom("urgent=P1", "high=P2", "urgent=P9", "=P1", "urgent", "a=b=c"),
  sourceTz: zone,
};

const specs: Readonly<Record<string, { readonly flags: string; readonly choices?: readonly string[] }>> = optionSpecs;

function spellingsOf(key: string): {
  readonly flags: readonly string[];
  readonly takesValue: boolean;
  readonly choices: readonly string[];
} {
  const { flags, choices = [] } = specs[key] as { flags: string; choices?: readonly string[] };
  return { flags: flags.replace(/ ?[<[].*$/, "").split(/, /), takesValue: /[<[]/.test(flags), choices };
}

/** An option as anybody may type it: both spellings, its value apart or after `=`; now and then without one, or with one too many. */
function anyOption(key: string): fc.Arbitrary<Line> {
  const { flags, takesValue, choices } = spellingsOf(key);
  const own = anyValueOf[key as Key] ?? (choices.length > 0 ? fc.constantFrom(...choices) : fc.constantFrom("x", "1"));
  const value = fc.oneof({ weight: 12, arbitrary: own }, { weight: 1, arbitrary: hostile });
  return fc.tuple(fc.constantFrom(...flags), value, fc.integer({ min: 0, max: 29 })).map(([flag, text, chance]) => {
    if (takesValue) return chance === 0 ? [flag] : chance < 6 ? [`${flag}=${text}`] : [flag, text];
    return chance === 0 ? [`${flag}=${text}`] : [flag];
  });
}

const commandNames = Object.keys(commands) as CommandName[];

const positionals: Readonly<Partial<Record<CommandName, fc.Arbitrary<Line>>>> = {
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

/** What a command cannot do without, given most times. */
const usual: Readonly<Partial<Record<CommandName, readonly CommandOption[]>>> = {
  deadline: ["priority", "region"],
  elapsed: ["region", "from", "to"],
  recommend: ["need"],
};

/** Any words at all, beginning with a command most times. */
const anyWords: fc.Arbitrary<Line> = fc.constantFrom(...commandNames).chain((name) => {
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
      positionals[name] ?? fc.constant<Line>([]),
      fc.tuple(...(usual[name] ?? []).map((key) => fc.option(anyOption(key), { freq: 20, nil: [] as Line }))),
      options.chain((keys) => fc.tuple(...keys.map(anyOption))),
      fc.array(hostile, { maxLength: 1, size: "-1" }),
      fc.integer({ min: 0, max: 9 }),
      fc.constantFrom<Line>([], [], [], ["--json"], ["--quiet"], ["--dataset", "mutated.json"], ["--help"]),
    )
    .map(([word, args, needed, more, stray, order, extra]) => {
      const tail = [...needed.flat(), ...more.flat(), ...extra];
      return order === 0 ? [...tail, word, ...args, ...stray] : [word, ...args, ...tail, ...(order === 1 ? stray : [])];
    });
});

/** What a line is about: two instants in order, as they are typed. */
interface Span {
  readonly from: string;
  readonly to: string;
}

const dayMs = 86_400_000;
const span: fc.Arbitrary<Span> = fc
  .tuple(date, fc.integer({ min: 60_000, max: 100 * dayMs }), fc.nat(), fc.nat())
  .map(([from, length, oneForm, otherForm]) => ({
    from: timeText(from, oneForm),
    to: timeText(from + length, otherForm),
  }));

/** One way to use a command: what it must be given and may be given. */
interface Way {
  readonly command: string;
  readonly args?: (known: Known) => fc.Arbitrary<Line>;
  readonly needed?: readonly CommandOption[];
  readonly options?: readonly CommandOption[];
  readonly formats: readonly Format[];
  /** Options that mean nothing without others. */
  readonly along?: Readonly<Partial<Record<CommandOption, CommandOption>>>;
}

const aboutTickets = ["inputFormat", "encoding", "map", "preset", "priorityMap", "sourceTz", "dateOrder"] as const;
const promise = ["plan", "priority", "region", "pause", "holidays", "zone", "countDays"] as const;
const soundTickets = fc.constantFrom("tickets.csv", "tickets.tsv", "tickets.jsonl", "-");

const ways: readonly { readonly weight: number; readonly way: Way }[] = [
  {
    weight: 5,
    way: {
      command: "deadline",
      needed: ["priority", "region"],
      options: [
        "plan",
        "opened",
        "responded",
        "pause",
        "holidays",
        "zone",
        "countDays",
        "atRisk",
        "explain",
        "check",
        "alarm",
      ],
      formats: commands.deadline.formats,
      along: { responded: "opened" },
    },
  },
  {
    weight: 5,
    way: {
      command: "deadline",
      needed: ["inputFile", "plan", "region"],
      options: [...promise, "atRisk", "check", "alarm", ...aboutTickets],
      formats: batchFormats,
    },
  },
  {
    weight: 4,
    way: {
      command: "audit",
      args: () => fc.tuple(soundTickets),
      needed: ["plan", "region"],
      options: ["priority", "pause", "holidays", "zone", "countDays", "minAttainment", ...aboutTickets],
      formats: commands.audit.formats,
    },
  },
  {
    weight: 2,
    way: {
      command: "watch",
      args: () => fc.tuple(soundTickets),
      needed: ["plan", "region"],
      options: ["priority", "pause", "holidays", "zone", "countDays", "atRisk", ...aboutTickets],
      formats: commands.watch.formats,
    },
  },
  {
    weight: 4,
    way: {
      command: "recommend",
      needed: ["need"],
      options: ["contacts", "within", "budget", "product", "language", "answers", "plan", "region", "zone", "holidays"],
      formats: commands.recommend.formats,
    },
  },
  {
    weight: 2,
    way: {
      command: "recommend",
      needed: ["tickets", "region"],
      options: ["need", "within", "budget", "answers", "zone", "holidays", ...aboutTickets],
      formats: commands.recommend.formats,
    },
  },
  // Prompts, on a terminal.
  { weight: 1, way: { command: "recommend", formats: commands.recommend.formats } },
  {
    weight: 3,
    way: {
      command: "compare",
      args: ({ plans }) => someOf(plans, 4),
      options: ["onlyDifferences", "group"],
      formats: commands.compare.formats,
    },
  },
  {
    weight: 1,
    way: {
      command: "compare",
      needed: ["all"],
      options: ["onlyDifferences", "group"],
      formats: commands.compare.formats,
    },
  },
  {
    weight: 3,
    way: {
      command: "elapsed",
      needed: ["region", "from", "to"],
      options: ["clock", "pause", "holidays", "zone", "explain"],
      formats: commands.elapsed.formats,
    },
  },
  {
    weight: 3,
    way: {
      command: "hours",
      args: ({ regions }) => someOf(regions, 2),
      options: ["calendar", "from", "to", "holidays", "zone"],
      formats: commands.hours.formats,
      along: { from: "calendar", to: "calendar" },
    },
  },
  {
    weight: 2,
    way: {
      command: "sql",
      needed: ["dialect", "region", "from", "to"],
      options: ["holidays", "zone", "countDays", "table"],
      formats: commands.sql.formats,
    },
  },
  {
    weight: 2,
    way: {
      command: "dataset",
      args: () =>
        fc.oneof(
          fc.constantFrom<Line>([], ["list"], ["show"], ["schema"]),
          fc.tuple(
            fc.constantFrom("show", "validate"),
            fc.constantFrom("mutated.json", "adobe-success-plans", ...validPaths),
          ),
        ),
      formats: commands.dataset.formats,
    },
  },
  {
    weight: 1,
    way: {
      command: "config",
      args: () => fc.constantFrom<Line>(["show"], []),
      options: ["plan", "region", "holidays"],
      formats: commands.config.formats,
    },
  },
  {
    weight: 1,
    way: {
      command: "completion",
      args: () => fc.tuple(fc.constantFrom(...shells)),
      formats: commands.completion.formats,
    },
  },
  { weight: 1, way: { command: "help", args: () => someOf([...commandNames, ...topics], 1), formats: ["text"] } },
];

/** A value that is right for an option, of the names that the dataset has; undefined where it has none. */
function soundValue(
  key: Key,
  known: Known,
  { from, to }: Span,
  allowed: readonly Format[],
): fc.Arbitrary<string> | undefined {
  const oneOf = (names: readonly string[]) => (names.length === 0 ? undefined : fc.constantFrom(...names));
  const endings = Object.entries(formatOfEnding).flatMap(([ending, format]) =>
    allowed.includes(format) ? [ending] : [],
  );
  switch (key) {
    case "plan":
      return oneOf(known.plans);
    case "priority":
      return oneOf(known.priorities);
    case "region":
      return oneOf(known.regions);
    case "need":
      return oneOf(known.features);
    case "product":
      return oneOf(known.products);
    case "language":
      return oneOf(known.languages);
    case "group":
      return oneOf(known.groups);
    case "within":
      return oneOf(known.priorities)?.chain((id) =>
        fc
          .constantFrom("2h", "30m@24x7", "1d", "90s", "1.5h", "2h@24x5", "1d@business-days")
          .map((length) => `${id}=${length}`),
      );
    case "priorityMap":
      return oneOf(known.priorities)?.map((id) => `urgent=${id}`);
    case "opened":
    case "from":
      return fc.constant(from);
    case "responded":
    case "to":
      return fc.constant(to);
    case "pause":
      return fc.constant(`${from}/${to}`);
    case "now":
      return fc.oneof(
        fc.constantFrom(from, to, "now"),
        date.map((instant) => timeText(instant, 0)),
      );
    case "zone":
    case "tz":
    case "sourceTz":
      return fc.constantFrom(...zones);
    case "holidays":
      // None whose years take the moon and a tenth of a second each: a century of Taiwan's would be taken for a hang.
      return fc.constantFrom(
        "JP",
        "US-CA",
        "GB",
        "DE-BY",
        "HU",
        "dates.txt",
        "days.ics",
        "fixtures/holidays/company.ics",
      );
    case "format":
      return fc.constantFrom(...allowed);
    case "output":
      return fc.constantFrom("out", ...endings.map((ending) => `out.${ending}`));
    case "lang":
      return fc.constantFrom("en", "zh-TW", "ja", "zh_TW.UTF-8");
    case "atRisk":
    case "minAttainment":
      return fc.constantFrom("75", "0", "100", "50%", "99.9");
    case "contacts":
      return fc.constantFrom("1", "5", "6", "999999");
    case "answers":
      return fc.constant("answers.json");
    case "alarm":
      return fc.constantFrom("15m", "1h", "0m", "2d", "none");
    case "table":
      return fc.constantFrom("tickets", "my.tickets");
    case "inputFile":
    case "tickets":
      return soundTickets;
    case "encoding":
      return fc.constantFrom("utf-8", "utf-8", "big5", "shift_jis", "latin1", "gb18030");
    case "map":
      return fc.constantFrom("opened=opened", "id=id", "priority=Priority");
    default:
      return oneOf(spellingsOf(key).choices);
  }
}

/** An option as it should be typed; nothing where the dataset has no name for it. */
function soundOption(key: Key, known: Known, about: Span, allowed: readonly Format[]): fc.Arbitrary<Line> {
  const { flags, takesValue } = spellingsOf(key);
  if (!takesValue) return fc.constantFrom(...flags).map((flag) => [flag]);
  const value = soundValue(key, known, about, allowed);
  if (value === undefined) return fc.constant([]);
  return fc
    .tuple(fc.constantFrom(...flags), value, fc.boolean())
    .map(([flag, text, isApart]) =>
      isApart ? [flag, text] : [flag.startsWith("--") ? `${flag}=${text}` : `${flag}${text}`],
    );
}

const globals = (Object.keys(globalOptions) as GlobalOption[]).filter((key) => key !== "dataset");

function soundWay(
  { command, args, needed = [], options = [], formats: allowed, along = {} }: Way,
  known: Known,
): fc.Arbitrary<Line> {
  const isScreen = command === "watch";
  const mayBe = globals.filter(
    (key) => (key !== "json" || allowed.includes("json")) && (key !== "output" || !isScreen),
  );
  return fc
    .tuple(
      span,
      someOf(
        options.filter((key) => !needed.includes(key)),
        4,
      ),
      someOf(mayBe, 3),
    )
    .chain(([about, own, all]) => {
      const keys = new Set<Key>([...needed, ...own, ...own.flatMap((key) => along[key] ?? []), ...all]);
      return fc.tuple(
        args?.(known) ?? fc.constant<Line>([]),
        fc.tuple(...[...keys].map((key) => soundOption(key, known, about, allowed))),
        fc.constantFrom(...known.words),
      );
    })
    .map(([first, typed, named]) => [command, ...first, ...typed.flat(), ...named]);
}

function soundLine(known: Known): fc.Arbitrary<Line> {
  return fc.oneof(...ways.map(({ weight, way }) => ({ weight, arbitrary: soundWay(way, known) })));
}

const strayWord = fc.oneof(
  { weight: 2, arbitrary: fc.tuple(hostile) },
  { weight: 4, arbitrary: fc.constantFrom(...Object.keys(optionSpecs)).chain(anyOption) },
  {
    weight: 1,
    arbitrary: fc.tuple(
      fc.constantFrom("--", "-", "--no-such", "-x", "help", "--help", "-V", "compare", "--json=1", "-o", "--dataset"),
    ),
  },
);

/** A sound line with one thing wrong, or what may be. */
function nearlySoundLine(known: Known): fc.Arbitrary<Line> {
  return fc
    .tuple(soundLine(known), fc.nat(99), fc.nat(20), strayWord, fc.nat(5))
    .map(([line, place, letter, stray, how]) => {
      const at = place % line.length;
      const word = line[at] as string;
      const instead = [
        [],
        [word, word],
        stray,
        [word, ...stray],
        [line[at + 1] ?? "", word],
        [word.slice(0, letter) + word.slice(letter + 1)],
      ][how];
      return [...line.slice(0, at), ...(instead as Line), ...line.slice(how === 4 ? at + 2 : at + 1)];
    });
}

/** A partial command line at which Tab is pressed. */
function unfinishedLine(known: Known): fc.Arbitrary<Line> {
  return fc.tuple(nearlySoundLine(known), fc.nat(12), fc.nat(8)).map(([line, words, letters]) => {
    const typed = line.slice(0, words);
    return ["__complete", "--", ...typed, (line[typed.length] ?? "").slice(0, letters)];
  });
}

/** A command line; most reach their command, and some have unexpected errors. */
export function commandLine(known: Known): fc.Arbitrary<Line> {
  return fc.oneof(
    { weight: 12, arbitrary: soundLine(known) },
    { weight: 5, arbitrary: nearlySoundLine(known) },
    { weight: 2, arbitrary: anyWords },
    { weight: 1, arbitrary: unfinishedLine(known) },
  );
}
