/** Statements for databases that the suite does not run, parsed. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { statementRuns } from "./cases.mjs";
import { written } from "./command.mjs";
import { pythonHome } from "./engines.mjs";

const here = dirname(fileURLToPath(import.meta.url));

export async function checkParsed(dialect, folder, cases, report) {
  const [first] = statementRuns(cases.runs);
  const [from, to] = first.span;
  const line = ["sql", "--dialect", dialect, "--region", first.regions[0], "--dataset", cases.datasetFile];
  const { count, unknown } = parse(dialect, folder, await written(folder, ...line, "--from", from, "--to", to));
  report(
    count > 10 && unknown === "",
    `${dialect}: ${count} statements parsed, not run${unknown && `; not understood: ${unknown}`}`,
  );
}

/** How many statements a text has, and the beginnings of those that the parser does not understand. */
export function parse(dialect, folder, text) {
  const file = join(folder, `${dialect}.sql`);
  writeFileSync(file, text);
  const python = join(pythonHome(".venv", "requirements.txt"), "python");
  const printed = execFileSync(python, [join(here, "parse.py"), dialect, file], { encoding: "utf8" });
  const [count, unknown] = printed.replace(/\n$/, "").split("\t");
  return { count: Number(count), unknown };
}
