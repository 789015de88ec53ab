/**
 * Texts made to harm, run in a database: in the dataset, in the names of files and tables, and in the tickets. A table that every one of
 * them would drop must stay, and every deadline must be that of harmless names.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deadlinesViewOf, written } from "./command.mjs";

const drop = "drop table canary";

/** Names of tables: words of SQL, blanks, and ends of quotes, literals and comments. */
export const tableNames = [
  "order",
  "select",
  "two words",
  "案件",
  "%s $1 {x}",
  `a"; ${drop}; --`,
  `a\`; ${drop}; --`,
  `a'; ${drop}; --`,
  `a\\"; ${drop}; --`,
  `a\\\`; ${drop}; --`,
  `a\\\\'; ${drop}; --`,
  `a */ ; ${drop}; /*`,
  `a $sla$; ${drop}; $sla$`,
  `name\\`,
];

/** Texts for the dataset's version, which is in a comment, for the name of a file of holidays, and for ids of tickets. */
const texts = [
  `1'; ${drop}; --`,
  `1\\'; ${drop}; --`,
  `1"; ${drop}; --`,
  `1 */ ; ${drop}; /*`,
  `1\n; ${drop};\n`,
  `1\r; ${drop};\r`,
  `1\u0085; ${drop};`,
  `1\u2028; ${drop};`,
  `1;\n${drop};\n--`,
  `1\u0000; ${drop};`,
  "1\\",
  "{{ 1 }} {% x %}",
];

const quoted = {
  duckdb: (name) => `"${name.replaceAll('"', '""')}"`,
  postgres: (name) => `"${name.replaceAll('"', '""')}"`,
  clickhouse: (name) => `\`${name.replaceAll("\\", "\\\\").replaceAll("`", "\\`")}\``,
  spark: (name) => `\`${name.replaceAll("`", "``")}\``,
};

const ticketColumns = [
  ["id", "text"],
  ["plan", "text"],
  ["priority", "text"],
  ["region", "text"],
  ["opened", "time"],
  ["responded", "time"],
];

/** A dataset whose version is hostile, and a file of holidays under a hostile name. */
export function hostileLine(folder) {
  const dataset = JSON.parse(
    readFileSync(new URL("../../../src/data/bundled/adobe-experience-cloud-2022.json", import.meta.url), "utf8"),
  );
  const home = join(folder, "hostile");
  mkdirSync(home, { recursive: true });
  const datasetFile = join(home, "dataset.json");
  writeFileSync(datasetFile, JSON.stringify({ ...dataset, version: texts.join(" ") }));
  const holidayFile = join(home, `a'"\`\\\n; ${drop};\n.txt`);
  writeFileSync(holidayFile, `2026-01-01 ${texts[0]}\n`);
  const span = ["--from", "2026-01-01T00:00Z", "--to", "2026-03-01T00:00Z"];
  return ["sql", "-r", "japan", "--dataset", datasetFile, "--holidays", holidayFile, ...span];
}

export async function checkHostile({ engine, dialect, form, folder, report }) {
  await engine.useSchema("hostile");
  const ids = texts.filter((text) => !text.includes("\u0000") && !/[\r\n]/.test(text));
  const csv = (cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\n`;
  const rows = ids.map((id) => [id, "business", "P2", "japan", "2026-01-07T01:00:00Z", "2026-01-07T02:00:00Z"]);
  const line = [...hostileLine(folder), "--dialect", dialect];
  await load("canary", [["id", "text"]], [["1"]]);
  await load("tickets", ticketColumns, [
    ...rows,
    [`p'; ${drop}; --`, `'; ${drop}; --`, "\\", "'", ...rows[0].slice(4)],
  ]);
  await engine.script(await written(folder, ...line), true);
  await load(
    "sla_pause",
    [
      ["id", "text"],
      ["from_us", "integer"],
      ["to_us", "integer"],
    ],
    ids.map((id) => [id, "1767747600000000", "1767749400000000"]),
  );
  const select = `select id, ${form.micro("deadline")}, response_us, problem from sla_deadlines`;
  const wanted = sorted(await engine.rows(select));
  const paused = wanted.filter((row) => row.endsWith(" 1767756600000000 1800000000 -")).length;
  report(
    paused === ids.length && wanted.length === ids.length + 1,
    `${form.name}: ${ids.length} hostile ids, texts and a file's name: their deadlines`,
    wanted,
  );
  const wrong = [];
  let refused = 0;
  for (const name of tableNames) {
    const text = deadlinesViewOf(await written(folder, ...line, "--table", name));
    // A database that refuses the name must refuse the view too.
    const isMade = await succeeds(() =>
      engine.script(`create view ${quoted[dialect](name)} as select * from tickets`, true),
    );
    const isRun = await succeeds(() => engine.script(text, true));
    if (!isMade) refused++;
    const found = isMade && isRun ? sorted(await engine.rows(select)) : wanted;
    if (isMade !== isRun || String(found) !== String(wanted))
      wrong.push(`${name}: ${isMade ? "" : "not "}made, ${isRun ? "" : "not "}run`);
  }
  const [[canaries]] = await engine.rows("select count(*) from canary");
  report(
    wrong.length === 0 && canaries === "1",
    `${form.name}: ${tableNames.length} hostile names of tables: ${tableNames.length - refused} read, ${refused} refused by the database; no statement of theirs ran`,
    [...wrong, `canary: ${canaries}`],
  );

  async function load(table, columns, cells) {
    const file = join(folder, "hostile", "rows.csv");
    writeFileSync(file, csv(columns.map(([name]) => name)) + cells.map(csv).join(""));
    await engine.load(table, file, columns);
  }
}

function sorted(rows) {
  return rows.map((row) => row.map((cell) => cell ?? "-").join(" ")).sort();
}

export async function succeeds(run) {
  try {
    await run();
    return true;
  } catch {
    return false;
  }
}
