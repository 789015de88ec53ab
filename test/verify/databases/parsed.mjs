/** Statements for databases that the suite does not run, parsed; those with hostile texts and names too. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeEnvironment } from "../../python.mjs";
import { statementRuns } from "./cases.mjs";
import { viewsOf, written } from "./command.mjs";
import { hostileLine, tableNames } from "./hostile.mjs";

const here = dirname(fileURLToPath(import.meta.url));

export async function checkParsed(dialect, folder, cases, report) {
  const [first] = statementRuns(cases.runs);
  const [from, to] = first.span;
  const line = ["sql", "--dialect", dialect, "--region", first.regions[0], "--dataset", cases.datasetFile];
  const { count, unknown } = parse(dialect, folder, await written(folder, ...line, "--from", from, "--to", to));
  report(count > 10 && unknown.length === 0, `${dialect}: ${count} statements parsed, not run`, unknown);

  // Snowflake takes a plain name without quotes in capitals: a word of SQL is refused there.
  const names = tableNames.filter((name) => dialect !== "snowflake" || !["order", "select"].includes(name));
  const hostile = [...hostileLine(folder), "--dialect", dialect];
  let text = await written(folder, ...hostile);
  const harmless = parse(dialect, folder, text).count;
  for (const name of names) text += `\n${viewsOf(await written(folder, ...hostile, "--table", name))}`;
  const found = parse(dialect, folder, text);
  const missing = names.filter((name) => !found.names.includes(name));
  const isWhole = found.count === harmless + 5 * names.length && !found.names.includes("canary");
  report(
    isWhole && missing.length === 0 && found.unknown.length === 0,
    `${dialect}: ${names.length} hostile names of tables and texts parsed: each a name, and no statement of theirs`,
    [`${found.count} statements`, ...missing, ...found.unknown],
  );
}

function parse(dialect, folder, text) {
  const file = join(folder, `${dialect}.sql`);
  writeFileSync(file, text);
  return JSON.parse(execFileSync(makeEnvironment(here), [join(here, "parse.py"), dialect, file], { encoding: "utf8" }));
}
