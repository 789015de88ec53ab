/** Command lines of the suite, run in this process. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import program from "../../../dist/start.cjs";

export async function support(...line) {
  const code = await program.start([...line, "--lang", "en", "--quiet", "--no-config"], program.processIo(process));
  if (code !== 0) throw new Error(`${line.join(" ")}: exit code ${code}`);
}

/** What a command line writes. */
export async function written(folder, ...line) {
  const file = join(folder, "written");
  await support(...line, "-o", file);
  return readFileSync(file, "utf8");
}

/** The statements that make the view of deadlines alone. */
export function deadlinesViewOf(text) {
  const views = viewsOf(text);
  return views.slice(0, views.lastIndexOf("\n--", views.indexOf("view sla_metric_deadlines as")));
}

/** The statements that make the views, without the end of a transaction that began before. */
export function viewsOf(text) {
  const at = text.search(/^(?:drop view|create or replace view)/m);
  return text.slice(at).replace(/\ncommit;\n$/, "\n");
}
