/** Every deadline of the cases, in a database and from the engine. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { statementRuns } from "./cases.mjs";
import { support, viewsOf, written } from "./command.mjs";

export const ticketColumns = [
  ["id", "integer"],
  ["plan", "text"],
  ["priority", "text"],
  ["region", "text"],
  ["opened", "time"],
  ["responded", "time"],
  ["resolved", "time"],
];
const pauseColumns = [
  ["id", "text"],
  ["from_us", "integer"],
  ["to_us", "integer"],
];
const texts = ["dataset", "digest", "region", "clock", "zone", "tzdata", "metric", "plan", "priority", "count_days"];

export async function checkDeadlines({ engine, dialect, form, folder, cases, report }) {
  await engine.load("tickets", cases.ticketFile, ticketColumns);
  if (dialect === "spark") await loadSeeds(engine, folder, cases);
  else {
    const text = await statements(folder, cases, dialect);
    // Twice, as a reader would to renew a calendar: the second run must replace the first.
    await engine.script(text);
    await engine.script(text);
  }
  await engine.load("sla_pause", cases.pauseFile, pauseColumns);
  await engine.script(await views(folder, cases, dialect, "tickets", form.now));
  const begun = performance.now();
  const columns = [
    "id",
    form.micro("deadline"),
    form.micro("clock_starts"),
    "response_us",
    "case when met then 'true' when not met then 'false' end",
    "problem",
  ];
  const rows = new Map(
    (await engine.rows(`select ${columns.join(", ")} from sla_deadlines`)).map(([id, ...values]) => [
      Number(id),
      values,
    ]),
  );
  const seconds = (performance.now() - begun) / 1000;
  const [[tableRows]] = await engine.rows("select count(*) from sla_at");
  const differences = compare(cases.tickets, rows);
  const due = cases.tickets.filter(({ deadline }) => deadline !== undefined).length;
  report(
    differences.length === 0 && rows.size === cases.tickets.length,
    `${form.name} ${engine.version}: ${cases.runs.length} calendars, ${tableRows} rows of time; ${rows.size} tickets (${due} with a deadline, ${cases.tickets.length - due} outside the calendar) in ${seconds.toFixed(1)} s; ${differences.length} differences`,
    differences,
  );
}

/** How the cluster runs the view: what it moves, and that a lost worker changes nothing. */
export async function checkSpark({ engine, form, cases, report }) {
  const [joins, moved] = await engine.request("plan", "select * from sla_deadlines");
  report(
    moved.length === 0 && joins.includes("BroadcastHashJoin"),
    `Spark: joins: ${joins.join(", ")}; ${moved.length} stages that sort or shuffle tickets`,
    moved,
  );
  const totals = `select count(*), count(deadline), sum(${form.micro("deadline")} div 1000000), sum(response_us div 1000) from sla_deadlines`;
  const [isKilled, found] = await engine.request("kill", totals);
  const sum = (numbers) => numbers.reduce((total, number) => total + BigInt(number ?? 0), 0n);
  const { tickets } = cases;
  const due = tickets.flatMap(({ deadline }) => (deadline === undefined ? [] : Math.floor(deadline / 1000)));
  const wanted = [tickets.length, due.length, sum(due), sum(tickets.map(({ response }) => response))].join(" ");
  report(
    isKilled && found.flat().join(" ") === wanted,
    "Spark: one of two workers killed in mid-run: the engine's totals",
    [`killed: ${isKilled}`, `database ${found.flat().join(" ")}`, `engine ${wanted}`],
  );
}

/** One command line per rule and span, as a reader would run them one after another. */
async function forEachLine(cases, use) {
  for (const { countDays, span, regions } of statementRuns(cases.runs)) {
    const [from, to] = span;
    const named = regions.flatMap((id) => ["--region", id]);
    await use([...named, "--count-days", countDays, "--from", from, "--to", to, "--dataset", cases.datasetFile]);
  }
}

async function statements(folder, cases, dialect) {
  let text = "";
  await forEachLine(cases, async (line) => {
    text += await written(folder, "sql", "--dialect", dialect, ...line);
  });
  return text;
}

/** The views alone, over a table; the present is that of the cases. */
export async function views(folder, cases, dialect, table, now) {
  let text = "";
  await forEachLine({ ...cases, runs: cases.runs.slice(0, 1) }, async (line) => {
    text = viewsOf(await written(folder, "sql", "--dialect", dialect, "--table", table, ...line));
  });
  return text.replaceAll(now, `${cases.now}000`);
}

/** The seeds of all lines as one: a row that several have is there once. */
async function loadSeeds(engine, folder, cases) {
  const made = join(folder, "seeds-of-a-line");
  const rows = new Map();
  await forEachLine(cases, async (line) => {
    await support("sql", "--seeds", made, ...line);
    for (const name of readdirSync(made)) {
      const lines = readFileSync(join(made, name), "utf8").trimEnd().split("\n");
      const all = rows.get(name) ?? new Set();
      for (const line of lines) all.add(line);
      rows.set(name, all);
    }
  });
  mkdirSync(join(folder, "seeds"));
  for (const [name, lines] of rows) {
    const file = join(folder, "seeds", name);
    writeFileSync(file, `${[...lines].join("\n")}\n`);
    const columns = [...lines][0].split(",").map((column) => [column, texts.includes(column) ? "text" : "integer"]);
    await engine.load(name.replace(".csv", ""), file, columns);
  }
}

function compare(tickets, rows) {
  const us = (ms) => (ms === undefined ? undefined : BigInt(ms) * 1000n);
  const text = (values) => values.map((value) => value ?? "-").join(" ");
  return tickets.flatMap((t) => {
    const wanted = text([us(t.deadline), us(t.starts), us(t.response), t.met, t.problem]);
    const found = text(rows.get(t.id) ?? ["no row"]);
    return found === wanted ? [] : [`${JSON.stringify(t)}: engine ${wanted}, database ${found}`];
  });
}
