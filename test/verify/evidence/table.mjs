/** The table of what was tried, as Markdown, and its place in docs/proof.md. */

const grouped = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ",");

/** The rows of each part: what was tried, how much, and what went wrong. */
const rowsOf = {
  oracle: ({ compared, differed }) => [
    ["cases compared with the minute-by-minute oracle", grouped(compared), `${grouped(differed)} disagreements`],
  ],
  peers: ({ compared, disagreements, unexplained }) => [
    [
      "results compared with three other calculators",
      grouped(compared),
      `${grouped(disagreements)} disagreements, ${grouped(unexplained)} of them not explained by a rule or a bug of theirs`,
    ],
  ],
  mutation: ({ core, rules }) =>
    [
      ["mutants of the engine killed", core],
      ["mutants of the plan rules killed", rules],
    ].map(([what, { mutants, killed, score }]) => [
      what,
      `${grouped(killed)} of ${grouped(mutants)} (${score.toFixed(1)}%)`,
      `${grouped(mutants - killed)} survived, each with the reason why no output differs`,
    ]),
  fuzz: ({ runs, processes, isWell }) => [
    ["fuzz runs, in process", grouped(runs), isWell ? "0 crashes, hangs or failed checks" : "some"],
    ["fuzz runs, as processes", grouped(processes), isWell ? "0 crashes, hangs or failed checks" : "some"],
  ],
  faults: ({ tried, failed }) => [
    ["faults of the machine tried on real processes", grouped(tried), `${grouped(failed)} failed`],
  ],
  reach: ({ tried, failed }) => [
    ["real processes without network and with no file but their own", grouped(tried), `${grouped(failed)} failed`],
  ],
  injection: ({ texts, outputs, failed }) => [
    ["hostile texts tried", `${grouped(texts)} in ${grouped(outputs)} outputs`, `${grouped(failed)} failed`],
  ],
};

/** The first cell of a part without figures. */
const titles = {
  oracle: "cases compared with the minute-by-minute oracle",
  peers: "results compared with three other calculators",
  mutation: "mutants killed",
  fuzz: "fuzz runs",
  faults: "faults of the machine tried on real processes",
  reach: "real processes without network and with no file but their own",
  injection: "hostile texts tried",
};

/** A Markdown table of the figures by part; a part without any was never run here. */
export function renderTable(figures) {
  const rows = Object.entries(rowsOf).flatMap(([name, rowsIn]) => {
    const own = figures[name];
    if (!own) return [[titles[name], "not run", "", ""]];
    return rowsIn(own).map((cells) => [...cells, own.isOlder ? `${own.date}, not in this run` : own.date]);
  });
  const line = (cells) => `| ${cells.join(" | ")} |\n`;
  return (
    line(["what", "how much", "what went wrong", "run"]) + line(["---", "---", "---", "---"]) + rows.map(line).join("")
  );
}

const begin = "<!-- evidence -->\n";
const end = "<!-- /evidence -->\n";

/** The page with the table between its two marks. */
export function withTable(page, table) {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error("The page has no place for the table.");
  return page.slice(0, from + begin.length) + table + page.slice(to);
}
