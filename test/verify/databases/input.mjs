/** Tables of tickets that cannot be read as they should: a statement fails, or `problem` gives the reason; no deadline is wrong. */

import { deadlinesViewOf, written } from "./command.mjs";
import { succeeds } from "./hostile.mjs";

const line = ["sql", "-r", "japan", "--from", "2026-01-01T00:00Z", "--to", "2026-03-01T00:00Z"];
const names = ["id", "plan", "priority", "region", "opened", "responded"];

export async function checkInput({ engine, dialect, form, folder, report }) {
  await engine.useSchema("bad_input");
  const { types, time } = form;
  const usual = {
    id: types.text,
    plan: types.text,
    priority: types.text,
    region: types.text,
    opened: types.time,
    responded: types.time,
  };
  const values = {
    id: "'1'",
    plan: "'business'",
    priority: "'P2'",
    region: "'japan'",
    opened: time("2026-01-07T01:00:00Z"),
    responded: time("2026-01-07T02:00:00Z"),
  };
  await make("tickets", usual, values);
  await engine.script(await written(folder, ...line, "--dialect", dialect));
  const [[deadline]] = await problems("tickets");
  report(deadline === "1767754800000000", `${form.name}: a sound table has a deadline`, [deadline]);

  const wrong = [];
  for (const name of names) {
    const { [name]: _type, ...others } = usual;
    await make(`without_${name}`, others, values);
    const found = await problems(`without_${name}`);
    if (found !== "fails") wrong.push(`without ${name}: ${found}`);
  }
  report(
    wrong.length === 0,
    `${form.name}: a table that lacks any of the ${names.length} columns makes a statement fail`,
    wrong,
  );

  const outside = {
    "opened before": { opened: time("2025-12-31T23:59:59Z") },
    "opened after": { opened: time("2026-03-01T00:00:01Z"), responded: time("2026-03-02T00:00:00Z") },
    "due after": { opened: time("2026-02-28T23:00:00Z"), responded: "null" },
    "responded after": { responded: time("2026-03-01T00:00:01Z") },
  };
  await expectProblem(
    "tickets outside the span",
    "outside-calendar",
    Object.entries(outside).map(([name, own]) => [name, usual, { ...values, ...own }]),
  );

  const local = dialect === "spark" ? "timestamp_ntz '2026-01-07 01:00:00'" : "'2026-01-07 01:00:00'";
  const kinds = {
    local: [types.local, local],
    date: [
      dialect === "clickhouse" ? "Nullable(Date)" : "date",
      dialect === "spark" ? "date '2026-01-07'" : "'2026-01-07'",
    ],
    text: [types.text, "'2026-01-07 01:00:00'"],
    number: [types.integer, "1767747600"],
  };
  await expectProblem(
    "times without a zone",
    "time-without-zone",
    Object.entries(kinds).flatMap(([kind, [type, value]]) =>
      ["opened", "responded"].map((name) => [
        `${name}_${kind}`,
        { ...usual, [name]: type },
        { ...values, [name]: value },
      ]),
    ),
  );

  await checkPauses();

  /** Pauses that end before they begin, and of an id that two tickets have; those that are empty or of no ticket change nothing. */
  async function checkPauses() {
    const ids = ["reversed", "twice", "twice", "empty", "none"];
    await make("paused", usual, ...ids.map((id) => ({ ...values, id: `'${id}'` })));
    const from = 1_767_747_600_000_000n;
    const pauses = {
      reversed: [from + 1n, from],
      twice: [from, from + 60_000_000n],
      empty: [from, from],
      nobody: [from, from + 1n],
    };
    const rows = Object.entries(pauses).map(([id, [start, end]]) => `('${id}', ${start}, ${end})`);
    await engine.script(`insert into sla_pause values ${rows.join(", ")};\n`);
    const due = "1767754800000000";
    const duplicate = [undefined, "duplicate-id"];
    const wanted = [[due], [due], [undefined, "bad-pauses"], duplicate, duplicate];
    const text = (rows) =>
      rows
        .map(([deadline = "-", problem = "-"]) => `${deadline} ${problem}`)
        .sort()
        .join("; ");
    const found = await problems("paused");
    report(
      text(found) === text(wanted),
      `${form.name}: a reversed pause and a pause of two tickets with one id are problems; an empty one and one of no ticket change nothing`,
      [text(found)],
    );
  }

  async function make(table, columns, ...rows) {
    const list = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
    const engineOf = dialect === "clickhouse" ? " engine = MergeTree order by tuple()" : "";
    const cells = rows.map(
      (row) =>
        `(${Object.keys(columns)
          .map((name) => row[name])
          .join(", ")})`,
    );
    await engine.script(
      `create table ${table} (${list.join(", ")})${engineOf};\ninsert into ${table} values ${cells.join(", ")};\n`,
    );
  }

  /** Deadline and problem of a table's tickets, or `fails`. */
  async function problems(table) {
    const text = deadlinesViewOf(await written(folder, ...line, "--dialect", dialect, "--table", table));
    let rows = [];
    const isRun = await succeeds(async () => {
      await engine.script(text);
      rows = await engine.rows(`select ${form.micro("deadline")}, problem from sla_deadlines`);
    });
    return isRun ? rows : "fails";
  }

  async function expectProblem(what, problem, tables) {
    const unexpected = [];
    let failing = 0;
    for (const [at, [name, columns, cells]] of tables.entries()) {
      const table = `t_${problem.slice(0, 4)}_${at}`;
      await make(table, columns, cells);
      const found = await problems(table);
      if (found === "fails") failing++;
      else if (
        found.length !== 1 ||
        found[0][1] !== problem ||
        (problem === "time-without-zone" && found[0][0] !== undefined)
      )
        unexpected.push(`${name}: ${JSON.stringify(found)}`);
    }
    report(
      unexpected.length === 0,
      `${form.name}: ${what}: ${tables.length - failing} times the problem ${problem}, ${failing} times a statement fails`,
      unexpected,
    );
  }
}
