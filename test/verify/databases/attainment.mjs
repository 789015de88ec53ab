/** Attainment under every plan, in a database and from `audit`. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isoTime, planWithout, ticketLine } from "./cases.mjs";
import { support, written } from "./command.mjs";
import { ticketColumns, views } from "./deadlines.mjs";

const auditedCount = 10_000;
const countDaysRules = ["same-time", "end-of-day"];

/** The tickets of the cases that the calendars cover under every plan: an audit has no span that they could lie outside. */
function auditedTickets({ tickets, runs }) {
  const spans = new Map(runs.map(({ as, span }) => [as, span.map((text) => Date.parse(text))]));
  const isCovered = ({ region, opened, responded = opened, resolved = opened, pauses }) => {
    const [from, to] = spans.get(region);
    const isInside = [opened, responded, resolved].every((instant) => instant >= from && instant <= to);
    return isInside && pauses.every((pause) => pause.to !== undefined) && responded >= opened;
  };
  return tickets
    .filter(isCovered)
    .slice(0, auditedCount)
    .map((ticket, i) => (i % 20 === 0 ? { ...ticket, plan: planWithout } : ticket));
}

export async function checkAttainment({ engine, dialect, form, folder, cases, report }) {
  const tickets = auditedTickets(cases);
  await loadTickets("audited", tickets);
  const begun = performance.now();
  const rows = await engine.rows(
    "select metric, plan, priority, region, judged, met, own_judged, own_met, problems, response_us, answered from sla_attainment",
  );
  const seconds = (performance.now() - begun) / 1000;
  const found = { own: new Map(), whatIf: new Map() };
  let problems = 0;
  for (const [metric, plan, priority, region, judged, met, ownJudged, ownMet, outside] of rows) {
    problems += Number(outside);
    add(found.whatIf, `${metric} ${plan}`, met, judged);
    if (Number(ownJudged) > 0) add(found.own, `${metric} ${plan} ${priority} ${region}`, ownMet, ownJudged);
  }
  const audits = await auditsOf(folder, cases, tickets);
  const wanted = totalsOf(audits);
  const differences = [...compare(wanted.own, found.own), ...compare(wanted.whatIf, found.whatIf)];
  report(
    differences.length === 0 && problems === 0,
    `${form.name}: attainment of ${tickets.length} tickets for two metrics under ${found.whatIf.size / 2} plans, ${found.own.size} groups, in ${seconds.toFixed(1)} s; ${differences.length} differences from audit, ${problems} problems`,
    differences,
  );
  await checkPercentiles();
  await engine.script(await views(folder, cases, dialect, "tickets", form.now));

  /** Percentiles of two halves cannot be added up, so those of one rule of counting days are compared. */
  async function checkPercentiles() {
    const [countDays] = countDaysRules;
    const halves = audits.filter((audit) => audit.countDays === countDays);
    await loadTickets("audited_half", halves[0].tickets);
    const begun = performance.now();
    const times = await engine.rows(
      "select metric, priority, answered, median_seconds, p90_seconds, max_seconds from sla_response_times",
    );
    const earlier = await engine.rows("select metric, plan, median_earlier_seconds from sla_earlier_deadlines");
    const seconds = (performance.now() - begun) / 1000;
    const foundTimes = new Map(
      times.map(([metric, priority, ...values]) => [`${metric} ${priority}`, values.map(Number)]),
    );
    const foundEarlier = new Map(earlier.map(([metric, plan, value]) => [`${metric} ${plan}`, [Number(value)]]));
    const differences = halves.flatMap(({ metric, responseSeconds, whatIf }) => [
      ...Object.entries(responseSeconds).flatMap(([priority, { answered, median, p90, max }]) =>
        farFrom(`${metric} ${priority}`, [answered, median, p90, max], foundTimes),
      ),
      ...whatIf
        .filter(({ medianEarlierSeconds }) => medianEarlierSeconds !== null)
        .flatMap(({ plan, medianEarlierSeconds }) =>
          farFrom(`${metric} ${plan}`, [medianEarlierSeconds], foundEarlier),
        ),
    ]);
    report(
      differences.length === 0 && foundTimes.size === 8 && foundEarlier.size === 8,
      `${form.name}: response times and how much earlier plans are due, of ${halves[0].tickets.length} tickets, in ${seconds.toFixed(1)} s; ${differences.length} differences from audit`,
      differences,
    );
  }

  async function loadTickets(table, tickets) {
    const file = join(folder, `${table}.csv`);
    const lines = ["id,plan,priority,region,opened,responded,resolved", ...tickets.map(ticketLine), ""];
    writeFileSync(file, lines.join("\n"));
    await engine.load(table, file, ticketColumns);
    await engine.script(await views(folder, cases, dialect, table, form.now));
  }
}

/** Whether numbers differ from those of `audit`, which are exact up to two days, and beyond within a thousandth. */
function farFrom(key, wanted, all) {
  const found = all.get(key) ?? [];
  const isSame = wanted.every((number, i) =>
    Math.abs(number) < 172_800 ? found[i] === number : Math.abs(found[i] - number) <= Math.abs(number) / 1000 + 1,
  );
  return isSame ? [] : [`${key}: audit ${wanted}, database ${found}`];
}

/** What `audit` prints of the same tickets, a run for each metric and rule of counting days. */
async function auditsOf(folder, cases, tickets) {
  const audits = [];
  for (const countDays of countDaysRules) {
    const regions = new Set(cases.runs.filter((run) => run.countDays === countDays).map(({ as }) => as));
    const ofRule = tickets.filter(({ region }) => regions.has(region));
    // A ticket whose plan has nothing stated for its priority is an error of the file, and is not counted.
    const counted = ofRule.filter(({ plan, priority }) => plan !== planWithout || ["P1", "P2"].includes(priority));
    const lines = counted.map((t) => `${ticketLine(t)},${pausesOf(t)}`);
    const file = join(folder, "audit.csv");
    writeFileSync(file, ["id,plan,priority,region,opened,responded,resolved,pauses", ...lines, ""].join("\n"));
    for (const metric of ["first-response", "resolution"]) {
      const out = join(folder, "audit.json");
      const now = ["--now", isoTime(cases.now), "--count-days", countDays, "--metric", metric];
      await support("audit", file, "--dataset", cases.datasetFile, ...now, "--format", "json", "-o", out);
      audits.push({ ...JSON.parse(readFileSync(out, "utf8")), metric, countDays, tickets: ofRule });
    }
  }
  return audits;
}

function totalsOf(audits) {
  const totals = { own: new Map(), whatIf: new Map() };
  for (const { metric, groups, whatIf } of audits) {
    for (const { plan, priority, region, met, judged } of groups) {
      if (judged > 0) add(totals.own, `${metric} ${plan} ${priority} ${region}`, met, judged);
    }
    for (const { plan, met, judged } of whatIf) if (judged > 0) add(totals.whatIf, `${metric} ${plan}`, met, judged);
  }
  return totals;
}

function pausesOf({ pauses }) {
  return pauses
    .filter(({ from, to }) => to > from)
    .map(({ from, to }) => `${isoTime(from)}/${isoTime(to)}`)
    .join(";");
}

function add(totals, key, met, judged) {
  const [m = 0, j = 0] = totals.get(key) ?? [];
  totals.set(key, [m + Number(met), j + Number(judged)]);
}

function compare(wanted, found) {
  return [...new Set([...wanted.keys(), ...found.keys()])]
    .filter((key) => String(wanted.get(key)) !== String(found.get(key)))
    .map((key) => `${key}: audit ${wanted.get(key)}, database ${found.get(key)} (met, judged)`);
}

/** More microseconds than 64 bits hold: 3,000 responses that took 100 years each. */
export async function checkLargeSums({ engine, dialect, form, folder, report }) {
  const count = 3000;
  const [opened, responded] = ["1926-01-01T00:00:00Z", "2025-12-31T00:00:00Z"];
  await engine.useSchema("large_sums");
  const { types, time } = form;
  const values = Array.from(
    { length: count },
    (_, id) => `(${id}, 'business', 'P1', '', ${time(opened)}, ${time(responded)}, null)`,
  );
  const columns = ticketColumns.map(([name, type]) => `${name} ${types[type]}`).join(", ");
  const engineOf = dialect === "clickhouse" ? " engine = MergeTree order by tuple()" : "";
  await engine.script(
    `create table tickets (${columns})${engineOf};\ninsert into tickets values\n${values.join(",\n")};\n`,
  );
  const line = ["-r", "japan", "--from", "2026-01-01T00:00Z", "--to", "2026-01-10T00:00Z"];
  await engine.script(await written(folder, "sql", "--dialect", dialect, ...line));
  const rows = await engine.rows("select own_judged, own_met, response_us from sla_attainment where own_tickets > 0");
  const sum = BigInt(Date.parse(responded) - Date.parse(opened)) * 1000n * BigInt(count);
  const text = rows.map((row) => row.map((cell) => String(cell).replace(/\.0+$/, "")).join(" ")).join("; ");
  report(
    sum > 2n ** 63n && text === `${count} 0 ${sum}`,
    `${form.name}: the sum of ${count} responses of 100 years is exact, beyond 64 bits`,
    [text],
  );
}
