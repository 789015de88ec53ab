/** Regions loaded by runs of their own into the same tables: each keeps its deadlines, and tables of another dataset or order are refused. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { compileCalendar, deadline, loadDataset, targetFor } from "../../../dist/index.js";
import { written } from "./command.mjs";
import { succeeds } from "./hostile.mjs";

const bundled = "adobe-experience-cloud-2022";
const opened = "2026-02-27T22:00:00Z";

export async function checkRegions({ engine, dialect, form, folder, report }) {
  await engine.useSchema("regions");
  const dataset = await loadDataset(bundled);
  const ids = Object.keys(dataset.regions);
  await makeTickets();
  const wanted = ids.map((id) => `${id} ${dueIn(id)}000`).sort();
  const missing = (id) => `${id} -`;

  const steps = [];
  const expect = async (what, lines) => {
    const found = await deadlines();
    if (String(found) !== String([...lines].sort())) steps.push(`${what}: ${found.join("; ")}`);
  };
  await run(["-r", ids[3]], "2026-03-01T00:00Z");
  await expect("one region, whose calendar is too short", ids.map(missing));
  for (const id of [ids[3], ids[1], ids[2]]) await run(["-r", id], "2026-04-01T00:00Z");
  await expect("three regions, one of them renewed with a longer calendar", [missing(ids[0]), ...wanted.slice(1)]);
  await run([], "2026-04-01T00:00Z");
  await expect("all regions", wanted);
  report(steps.length === 0, `${form.name}: regions loaded by four runs keep their deadlines`, steps);

  const { [ids[0]]: first, ...others } = dataset.regions;
  const more = { ...dataset, regions: { ...dataset.regions, more: first } };
  const isAdded = await succeeds(() => run(["-r", "more"], "2026-04-01T00:00Z", more));
  const refused = {
    "another dataset": { ...dataset, id: "another" },
    "another order": { ...dataset, regions: { ...others, [ids[0]]: first } },
  };
  const wrong = isAdded ? [] : ["a region added at the end: refused"];
  for (const [name, own] of Object.entries(refused)) {
    const text = await statements(["-r", ids[3]], "2026-04-01T00:00Z", own);
    if (await succeeds(() => engine.script(text))) wrong.push(`${name}: accepted`);
    // As a client does that goes on after an error.
    if (engine.goOn) await engine.goOn(text);
    const found = await deadlines();
    if (String(found) !== String(wanted)) wrong.push(`${name}: ${found.join("; ")}`);
  }
  report(
    wrong.length === 0,
    `${form.name}: another dataset or order of regions in the same tables fails and changes nothing; a region at the end is added`,
    wrong,
  );

  async function makeTickets() {
    const { types, time } = form;
    const columns = ["id", "plan", "priority", "region"].map((name) => `${name} ${types.text}`);
    const engineOf = dialect === "clickhouse" ? " engine = MergeTree order by tuple()" : "";
    const rows = ids.map((id) => `('${id}', 'business', 'P2', '${id}', ${time(opened)}, null)`);
    await engine.script(
      `create table tickets (${columns.join(", ")}, opened ${types.time}, responded ${types.time})${engineOf};\ninsert into tickets values ${rows.join(", ")};\n`,
    );
  }

  function dueIn(id) {
    return deadline(compileCalendar(dataset.regions[id]), Date.parse(opened), targetFor(dataset, "business", "P2", id));
  }

  async function deadlines() {
    const rows = await engine.rows(`select id, ${form.micro("deadline")} from sla_deadlines`);
    return rows.map(([id, due]) => `${id} ${due ?? "-"}`).sort();
  }

  function statements(regions, to, own = dataset) {
    const file = join(folder, "regions.json");
    writeFileSync(file, JSON.stringify(own));
    const span = ["--from", "2026-02-01T00:00Z", "--to", to];
    return written(folder, "sql", "--dialect", dialect, "--dataset", file, ...regions, ...span);
  }

  async function run(...line) {
    await engine.script(await statements(...line));
  }
}
