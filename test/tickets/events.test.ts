/** Logs of events: several rows of one ticket, in one file. */
import { describe, expect, test } from "vitest";
import { parseRecords } from "../parse-csv.js";
import { type } from "../terminal.js";

const now = "2026-11-30T00:00:00Z";
const base = ["-p", "business", "--no-config", "--now", now];
const states = ["--responded-when", "state!=New", "--pause-when", "state=On hold"];

type Row = Readonly<Record<string, string>>;

/** Rows of a file as CSV, or as lines of JSON without the cells that are empty. */
function written(rows: readonly Row[], form: "csv" | "jsonl" = "csv"): string {
  const filled = (row: Row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ""));
  if (form === "jsonl") return rows.map((row) => `${JSON.stringify(filled(row))}\n`).join("");
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [names, ...rows.map((row) => names.map((name) => row[name] ?? ""))].map((row) => `${row.join()}\n`).join("");
}

async function run(file: string, flags: readonly string[], path = "log.csv") {
  const ran = await type(["deadline", "--input", path, ...base, ...flags], { files: { [path]: file } });
  const lines = ran.stdout.trimEnd();
  const isJson = lines.startsWith("{");
  const records: readonly Record<string, string>[] =
    lines === "" ? [] : isJson ? lines.split("\n").map((line) => JSON.parse(line)) : parseRecords(lines);
  const results = records.map((row) => row.error || `${row.id} ${row.deadline} ${row.status}`);
  return { ...ran, records, results };
}

/** A log of rows of id, state and time on 2026-11-19 in UTC. */
const log = (...rows: readonly string[]) =>
  `id,priority,region,state,at\n${rows
    .map((row) => row.split(" "))
    .map(
      ([id, state, time]) => `${id},P2,emea,${state?.replace("_", " ")},${time === "-" ? "" : `2026-11-19T${time}Z`}\n`,
    )
    .join("")}`;

const events = (...rows: readonly string[]) => run(log(...rows), ["--events", ...states]);

describe("tickets of events", () => {
  test("a status history with the time of the opening in each row", async () => {
    const line = ["fixtures/tickets/values/event-log.csv", "-r", "emea", "--source-tz", "Europe/London", ...base];
    const flags = ["--events", "--map", "at=updated_at", ...states];
    const deadline = await type(["deadline", "--input", ...line, ...flags]);
    expect(deadline.code).toBe(0);
    const records = parseRecords(deadline.stdout.trimEnd());
    expect(records.map(({ number, state, deadline, status }) => [number, state, deadline, status])).toEqual([
      ["INC001", "Closed", "2026-11-19T12:00:00Z", "met"],
      ["INC002", "Active", "2026-11-19T12:00:00Z", "met"],
    ]);
    const audit = await type(["audit", ...line, ...flags, "--json"]);
    expect(JSON.parse(audit.stdout)).toMatchObject({
      tickets: { read: 2, judged: 2, unjudged: 0, bad: 0 },
      responseSeconds: { P2: { median: 1200, max: 1800 } },
      reading: { events: { rows: 5, tickets: 2, withoutTicket: 0 }, repeatedIds: { rows: 0 } },
    });
    const recommend = await type([
      "recommend",
      "--tickets",
      ...line.filter((word) => !base.includes(word)),
      ...flags,
      "--no-config",
      "--json",
    ]);
    expect(JSON.parse(recommend.stdout)).toMatchObject({ history: { tickets: { read: 2, used: 2, answered: 2 } } });
  });

  test("in any order, in the order in which they first come", async () => {
    const { results, stderr } = await events(
      "A Active 10:30",
      "B New 11:00",
      "A New 10:00",
      "B On_hold 11:10",
      "B Active 13:10",
      "A Closed 12:00",
    );
    expect(results).toEqual(["A 2026-11-19T12:00:00Z met", "B 2026-11-19T15:00:00Z met"]);
    expect(stderr).toContain("Events: 6 events of 2 tickets");
  });

  test.each([
    ["the first of the responses", ["A New 10:00", "A Active 13:00", "A Active 11:00"], "A 2026-11-19T12:00:00Z met"],
    ["no response", ["A New 10:00", "A New 11:00"], "A 2026-11-19T12:00:00Z overdue"],
    ["a response in the first row", ["A Active 10:00"], "A 2026-11-19T12:00:00Z met"],
    ["a pause without a later row lasts until now", ["A New 16:00", "A On_hold 16:30"], "A 2026-11-30T10:30:00Z met"],
    [
      "rows of one time, in the order of the file",
      ["A New 10:00", "A On_hold 10:30", "A Active 10:30"],
      "A 2026-11-19T12:00:00Z met",
    ],
    [
      "two pauses one after the other",
      ["A New 10:00", "A On_hold 10:30", "A On_hold 11:00", "A New 11:30"],
      "A 2026-11-19T13:00:00Z met",
    ],
  ])("%s", async (_, rows, result) => {
    expect((await events(...rows)).results).toEqual([result]);
  });

  test("watch lists the tickets without a response", async () => {
    const files = { "log.csv": log("A New 10:00", "B New 10:00", "B Active 10:10") };
    const line = ["watch", "log.csv", ...base, "--once", "--json", "--events", ...states];
    const { stdout } = await type(line, { files });
    const lines = stdout
      .trimEnd()
      .split("\n")
      .map((text) => JSON.parse(text));
    expect(lines.map(({ id, state }) => [id, state])).toEqual([["A", "overdue"]]);
  });

  test("the output has the columns of roles and those that flags name", async () => {
    const file = `id,note,priority,region,team,state,at,status,closed
A,"one, two",P2,emea,x,New,2026-11-19T10:00Z,open,
A,three,P2,emea,y,Active,2026-11-19T11:00Z,waiting,2026-11-19T12:00Z
A,four,P2,emea,z,Done,2026-11-19T13:00Z,"all, ""done""",
`;
    const { stdout } = await run(file, ["--events", "--responded-when", "state=Active", "--where", "team=x"]);
    expect(stdout).toBe(`id,priority,region,team,at,status,closed,sla_deadline,sla_status,sla_error
A,P2,emea,x,2026-11-19T10:00Z,"all, ""done""",2026-11-19T12:00Z,2026-11-19T12:00:00Z,met,
`);
    const left = await run(file, ["--events", "--responded-when", "state=Active", "--where", "team=y"]);
    expect(left.stdout).toContain(`2026-11-19T12:00Z,,,\n`);
    expect(left.stderr).toContain("Left out by filters: 1 row");
  });

  test("the first of several columns that is filled", async () => {
    const file =
      "id,priority,place,area,state,at\nA,P2,,emea,New,2026-11-19T10:00Z\nA,P2,japan,,Active,2026-11-19T11:00Z\n";
    const { stdout } = await run(file, ["--events", ...states, "--map", "region=place|area"]);
    expect(stdout).toContain("A,P2,,emea,2026-11-19T10:00Z,2026-11-19T12:00:00Z,met,");
  });

  test("an audit by a column that has no role", async () => {
    const file =
      "id,priority,region,team,state,at\nA,P2,emea,x,New,2026-11-19T10:00Z\nA,P2,emea,y,Active,2026-11-19T11:00Z\n";
    const line = ["audit", "log.csv", ...base, "--events", ...states.slice(0, 2), "--by", "team", "--json"];
    const { stdout } = await type(line, { files: { "log.csv": file } });
    expect(JSON.parse(stdout).groups).toMatchObject([{ by: "x", met: 1, judged: 1 }]);
  });

  test("cells come out byte for byte", async () => {
    const head = "id;priority;region;status;at\r\n";
    const row = Buffer.concat([
      Buffer.from('"A";"P2";emea;"caf'),
      Buffer.from([0xe9]),
      Buffer.from('";2026-11-19T10:00Z\r\n'),
    ]);
    const { writtenBytes } = await type(
      ["deadline", "--input", "log.csv", ...base, "--events", "--responded-when", "status!=New", "-o", "out.csv"],
      { files: { "log.csv": Buffer.concat([Buffer.from(head), row]) } },
    );
    const out = writtenBytes["out.csv"]?.toString("latin1");
    expect(out).toBe(
      'id;priority;region;at;status;sla_deadline;sla_status;sla_error\r\n"A";"P2";emea;2026-11-19T10:00Z;"café";2026-11-19T12:00:00Z;met;\r\n',
    );
  });

  test("lines of JSON keep the values of their keys", async () => {
    const file = `{"id":7,"priority":"P2","where":{"region":"emea"},"state":"New","at":"2026-11-19T10:00Z","n":1.50}
{"id":7,"priority":"P2","where":{"region":"emea"},"state":"Active","at":"2026-11-19T10:30Z","status":null,"closed":"2026-11-19T11:00Z"}
`;
    const flags = ["--events", "--map", "region=where.region", "--where", "n=1.5", "--responded-when", "state=Active"];
    const { stdout } = await run(file, flags, "log.jsonl");
    expect(stdout).toBe(
      '{"id":7,"priority":"P2","at":"2026-11-19T10:00Z","n":1.50,"where.region":"emea","status":null,"closed":"2026-11-19T11:00Z","sla_deadline":"2026-11-19T12:00:00Z","sla_status":"met","sla_error":null}\n',
    );
    const csv = await run(file, [...flags, "--format", "csv"], "log.jsonl");
    expect(csv.stdout).toContain("7,P2,2026-11-19T10:00Z,1.50,emea,,2026-11-19T11:00Z,2026-11-19T12:00:00Z,met,");
  });
});

describe("the opening, the closing", () => {
  const rows = (...cells: readonly string[]) =>
    `id,priority,region,opened,state,at,closed\n${cells.map((cell) => `A,P2,emea,${cell}\n`).join("")}`;
  const time = (clock: string) => (clock === "" ? "" : `2026-11-19T${clock}Z`);
  const row = (opened: string, state: string, at: string, closed = "") =>
    [time(opened), state, time(at), time(closed)].join();
  const only = (...cells: readonly string[]) => run(rows(...cells), ["--events", "--responded-when", "state=Active"]);

  test.each([
    [
      "the earliest cell",
      [row("11:00", "New", "11:00"), row("10:00", "Active", "11:30")],
      "A 2026-11-19T12:00:00Z met",
    ],
    ["not in every row", [row("", "Active", "11:30"), row("10:00", "New", "10:00")], "A 2026-11-19T12:00:00Z met"],
    ["in no row", [row("", "New", "10:00"), row("", "Active", "10:30")], "A 2026-11-19T12:00:00Z met"],
    ["a row without a time of its own is no event", [row("10:00", "Active", "")], "A 2026-11-19T12:00:00Z overdue"],
    [
      "a response before it",
      [row("11:00", "Active", "10:30")],
      'responded-before-opened: at "2026-11-19T10:30:00Z" is earlier than the opening time',
    ],
    [
      "the latest closing",
      [row("10:00", "New", "10:00", "11:00"), row("10:00", "Gone", "10:30", "14:00"), row("10:00", "Gone", "11:30")],
      "A 2026-11-19T12:00:00Z missed",
    ],
    [
      "a closing before it",
      [row("10:00", "New", "10:00", "09:00")],
      'responded-before-opened: closed "2026-11-19T09:00Z" is earlier than the opening time',
    ],
    ["neither time", [row("", "New", "")], "missing-cell: at is empty"],
  ])("%s", async (_, cells, result) => {
    expect((await only(...cells)).results).toEqual([result]);
  });

  test.each([
    [["A New 10:00", "A Closed 11:00"], "A 2026-11-19T12:00:00Z met"],
    [["A New 10:00", "A Closed 14:00"], "A 2026-11-19T12:00:00Z missed"],
    [["A Closed 10:30", "A New 11:00"], "A 2026-11-19T12:30:00Z overdue"],
  ])("the last row of %j closes the ticket", async (cells, result) => {
    const { results } = await run(log(...cells), [
      "--events",
      "--responded-when",
      "state=Active",
      "--closed-when",
      "state=Closed",
    ]);
    expect(results).toEqual([result]);
  });

  test("a last row before the opening", async () => {
    const flags = ["--events", "--responded-when", "state=Active", "--closed-when", "state=Closed"];
    const { results } = await run(rows(row("11:00", "Closed", "10:30")), flags);
    expect(results).toEqual(['responded-before-opened: at "2026-11-19T10:30:00Z" is earlier than the opening time']);
  });
});

describe("rows that cannot be used", () => {
  test("their tickets keep their place, with an error", async () => {
    const { code, results, stderr } = await events("A New 10:00", "A Active soon", "B New 10:00", "B Active 10:10");
    expect(results).toEqual(['bad-time: at "2026-11-19TsoonZ" is not a recognized time', "B 2026-11-19T12:00:00Z met"]);
    expect([code, stderr]).toEqual([3, expect.stringContaining("line 3: bad-time")]);
  });

  test("an opening that cannot be read", async () => {
    const file = `id,priority,region,opened,state,at
A,P2,emea,2026-11-19T10:00Z,New,2026-11-19T10:00Z
A,P2,emea,yesterday,Active,2026-11-19T10:10Z
`;
    const { results, stderr } = await run(file, ["--events", "--responded-when", "state=Active"]);
    expect(results).toEqual(['bad-time: opened "yesterday" is not a recognized time']);
    expect(stderr).toContain("line 3: bad-time");
  });

  test("a row without an id, and one that is broken, come out by themselves", async () => {
    const file = `${log("A New 10:00", " New 10:00")}"B",P2,emea,"New" x,2026-11-19T10:00Z\nC,P2\n${log("A Active 10:10").split("\n")[1]}\n`;
    const { code, records, stderr } = await run(file, ["--events", ...states]);
    expect(records.map(({ id, error }) => [id, error?.split(":")[0]])).toEqual([
      ["A", ""],
      ["", "missing-cell"],
      ['"B"', "bad-quotes"],
      ["C", "cell-count"],
    ]);
    expect(code).toBe(3);
    expect(stderr).toContain("Events: 5 events of 1 ticket; 1 without a ticket");
  });

  test("a line that is no JSON comes out as text", async () => {
    const file = '{"id":"A","priority":"P2","region":"emea","at":"2026-11-19T10:00Z","state":"Active"}\n{"id":"B"\n';
    const { stdout } = await run(file, ["--events", ...states.slice(0, 2)], "log.jsonl");
    expect(stdout.split("\n")[1]).toBe(
      '{"line":2,"text":"{\\"id\\":\\"B\\"","deadline":null,"status":null,"error":"bad-json: not a JSON object"}',
    );
  });

  test("a filter leaves out a ticket whatever is wrong with its events", async () => {
    const { code, results } = await run(log("A Active soon"), ["--events", ...states, "--where", "region=japan"]);
    expect([code, results]).toEqual([0, ["A  "]]);
  });

  test("dates without times, at the first opening of their region", async () => {
    const file = "id,priority,region,state,at\nA,P2,japan,New,2026-11-19\nA,P2,japan,Active,2026-11-20\n";
    const { results } = await run(file, ["--events", ...states, "--date-only", "opening"]);
    expect(results).toEqual(["A 2026-11-19T02:00:00Z missed"]);
  });
});

describe("flags", () => {
  const file = log("A New 10:00", "A Active 11:00");
  test.each([
    ["without --events", states, 2, "--events"],
    ["--map at without --events", ["--map", "at=at"], 2, "--events"],
    ["with a response column", ["--events", ...states, "--map", "responded=at"], 2, "--responded-when"],
    ["with a column of pauses", ["--events", ...states, "--map", "pause-time=state"], 2, "--pause-when"],
    ["with a column that is not there", ["--events", "--responded-when", "stat=New"], 3, "state"],
    ["that is none", ["--events", "--responded-when", "state"], 2, "--responded-when"],
  ])("a condition %s", async (_, flags, code, named) => {
    const ran = await run(file, flags);
    expect([ran.code, ran.stdout]).toEqual([code, ""]);
    expect(ran.stderr).toContain(named);
  });

  test("conditions need the time of an event", async () => {
    const ran = await run(file.replace(",at\n", ",opened\n"), ["--events", ...states]);
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining("at")]);
    expect((await run(file.replace(",at\n", ",opened\n"), ["--events"])).results).toEqual([
      "A 2026-11-19T12:00:00Z overdue",
    ]);
  });

  test("a value that no event has is a warning, with -q too", async () => {
    const { stderr } = await run(file, ["--events", "--responded-when", "state=Actve,Active", "-q"]);
    expect(stderr).toBe("Warning: No event has state=actve. Check --responded-when and --pause-when.\n");
  });

  test("an empty value that no event has is not", async () => {
    const { results, stderr } = await run(file, ["--events", "--responded-when", "state!=", "-q"]);
    expect([results, stderr]).toEqual([["A 2026-11-19T12:00:00Z met"], ""]);
  });

  test("an audit without a response column and without a condition is refused", async () => {
    const { code, stderr } = await type(["audit", "log.csv", ...base, "--events"], { files: { "log.csv": file } });
    expect([code, stderr]).toEqual([3, expect.stringContaining("--responded-when 'status!=New'")]);
  });

  test("settings turn the events on", async () => {
    const tickets = { events: true, "responded-when": ["state!=New"] };
    const files = { "log.csv": file, "/desk/support-cli.json": JSON.stringify({ tickets }) };
    const line = ["deadline", "--input", "log.csv", "-p", "business", "--now", now];
    const { stdout } = await type(line, { files, folder: "/desk" });
    expect(stdout).toContain("A,P2,emea,2026-11-19T10:00Z,2026-11-19T12:00:00Z,met,");
  });
});

describe("random logs", () => {
  const random = (() => {
    let state = 20261119;
    return (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
  })();
  const pick = <One>(list: readonly One[]) => list[random(list.length)] as One;
  const iso = (minutes: number) => new Date(Date.UTC(2026, 10, 9) + minutes * 60_000).toISOString();

  interface Event {
    readonly ticket: number;
    readonly at: number;
    readonly state: string;
    readonly opened: number | undefined;
    readonly closed: number | undefined;
  }

  function randomLog(isShuffled: boolean) {
    const tickets = Array.from({ length: 150 }, () => ({
      priority: pick(["P1", "P2", "P3", "P4"]),
      region: pick(["emea", "japan", "americas"]),
      opened: random(10_000),
    }));
    const events: Event[] = [];
    tickets.forEach(({ opened }, ticket) => {
      for (let i = 0, at = opened; i <= random(6); i++, at += random(4) * random(1500)) {
        const state = i === 0 ? "New" : pick(["New", "Active", "Waiting", "Waiting", "Done"]);
        const closed = random(8) === 0 ? at + random(100) : undefined;
        events.push({ ticket, at, state, opened: random(3) === 0 ? opened - random(3) : undefined, closed });
      }
    });
    if (isShuffled) events.sort(() => random(3) - 1);
    return { tickets, events };
  }

  /** What the events of a ticket say, counted in the simplest way. */
  function ticketOf(events: readonly Event[]) {
    const sorted = events.toSorted((a, b) => a.at - b.at);
    const openings = events.flatMap(({ opened }) => opened ?? []);
    const response = sorted.find(({ state }) => state === "Active" || state === "Done");
    const closing = sorted.findLast(({ closed }) => closed !== undefined)?.closed;
    const last = sorted.at(-1) as Event;
    const closed = closing ?? (last.state === "Done" ? last.at : undefined);
    const pauses = sorted.flatMap(({ at, state }, i) => {
      const next = sorted[i + 1]?.at;
      return state === "Waiting" && next !== at ? [`${iso(at)}/${next === undefined ? "" : iso(next)}`] : [];
    });
    return {
      opened: iso(openings.length > 0 ? Math.min(...openings) : (sorted[0]?.at as number)),
      responded: response ? iso(response.at) : "",
      closed: closed === undefined ? "" : iso(closed),
      pauses: pauses.join(";"),
    };
  }

  test("come out as the tickets they are counted to", async () => {
    for (let round = 0; round < 4; round++) {
      const { tickets, events } = randomLog(round % 2 === 1);
      const time = (minutes: number | undefined) => (minutes === undefined ? "" : iso(minutes));
      const rows = events.map(({ ticket, at, state, opened, closed }) => {
        const { priority, region } = tickets[ticket] as (typeof tickets)[number];
        return { id: `T${ticket}`, priority, region, opened: time(opened), state, at: iso(at), closed: time(closed) };
      });
      const order = [...new Set(events.map(({ ticket }) => ticket))];
      const plain = order.map((ticket) => {
        const { priority, region } = tickets[ticket] as (typeof tickets)[number];
        return { id: `T${ticket}`, priority, region, ...ticketOf(events.filter((event) => event.ticket === ticket)) };
      });
      const conditions = ["state=Active,Done", "state=Waiting", "state=Done"];
      const flags = ["--responded-when", "--pause-when", "--closed-when"].flatMap((flag, i) => [
        flag,
        conditions[i] ?? "",
      ]);
      const expected = (await run(written(plain), [])).results;
      for (const form of ["csv", "jsonl"] as const)
        expect((await run(written(rows, form), ["--events", ...flags], `log.${form}`)).results, written(rows)).toEqual(
          expected,
        );
      const lists = plain.map(({ id, priority, region, opened, closed }) => {
        const own = rows.filter((row) => row.id === id);
        const closing = own.some((row) => row.closed !== "") ? { closed } : {};
        const opening = own.some((row) => row.opened !== "") ? { opened } : {};
        return { id, priority, region, ...opening, ...closing, log: own.map(({ at, state }) => ({ when: at, state })) };
      });
      const file = lists.map((ticket) => `${JSON.stringify(ticket)}\n`).join("");
      const listed = await run(file, ["--events-in", "log", "--map", "at=when", ...flags], "lists.jsonl");
      expect(listed.results, file).toEqual(expected);
    }
  });
});
