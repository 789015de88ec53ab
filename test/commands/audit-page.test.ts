/** The page of `audit` where tickets are few, or none is evaluated, and groups of tickets without a region. */
import { describe, expect, test } from "vitest";
import { type } from "../terminal.js";

const header = "id,priority,region,opened,responded,team\n";

function audit(rows: readonly string[], ...flags: string[]) {
  const line = ["audit", "folder/t.csv", "-p", "business", "--no-config", ...flags];
  return type(line, { files: { "folder/t.csv": `${header}${rows.join("\n")}\n` }, now: "2026-11-25T06:00Z" });
}

describe("the page", () => {
  const html = ["-r", "japan", "--format", "html"];
  const titles = (page: string) => [...page.matchAll(/<h2 id="([a-z-]+)"/g)].map(([, id]) => id);

  test("has no charts of periods and hours where no ticket was chosen", async () => {
    const { stdout, code } = await audit(["4,P1,,2025-11-02T11:00Z,,A"], ...html, "--where", "team=Z");
    expect(code).toBe(0);
    expect(titles(stdout)).toEqual(["plans", "left-out", "reading", "assumptions"]);
    expect(stdout).toContain("Not chosen by --where, --from or --to");
  });

  test("names years as they are", async () => {
    const rows = ["4,P1,,2025-11-02T11:00Z,2025-11-02T12:00Z,A", "5,P2,,2026-11-02T11:00Z,,"];
    const { stdout } = await audit(rows, ...html, "--period", "year");
    expect(titles(stdout)).toEqual(["trend", "periods", "hours", "used", "plans", "worst", "reading", "assumptions"]);
    expect(stdout).toContain("<title>Audit of t.csv, 2025-11-02 to 2026-11-02 · Business Support</title>");
    expect(stdout).toContain(">2025</text>");
    expect(stdout).toContain(">2026</text>");
  });

  test("shows only the periods that are used where there are too many between them", async () => {
    const rows = ["4,P1,,2022-11-02T11:00Z,2022-11-02T12:00Z,A", "5,P2,,2026-11-02T11:00Z,,"];
    const { stdout } = await audit(rows, ...html, "--period", "day");
    expect(stdout.match(/2024-/g)).toBeNull();
  });

  test("has no chart of used time where no ticket is due yet", async () => {
    const { stdout } = await audit(["5,P2,,2026-11-25T05:00Z,,"], ...html);
    expect(titles(stdout)).toEqual(["trend", "periods", "hours", "plans", "left-out", "reading", "assumptions"]);
  });
});

describe("groups", () => {
  test("of tickets without a region are in order of time, then of the column", async () => {
    const rows = [
      "1,P1,,2026-11-02T10:00Z,,B",
      "2,P1,,2026-11-02T11:00Z,,",
      "3,P1,,2026-10-01T10:00Z,2026-10-01T10:10Z,A",
      "4,P1,japan,2026-10-01T10:00Z,2026-10-01T10:10Z,A",
    ];
    const { stdout } = await audit(rows, "--json", "--by", "team");
    const groups: { region: string | null; period: string; by: string }[] = JSON.parse(stdout).groups;
    expect(groups.map(({ region, period, by }) => [region, period, by])).toEqual([
      [null, "2026-10", "A"],
      [null, "2026-11", ""],
      [null, "2026-11", "B"],
      ["japan", "2026-10", "A"],
    ]);
  });
});

test("a target in business days that is not met yet is late until now", async () => {
  const { stdout } = await audit(["4,P4,,2026-11-02T01:00Z,,A"], "-r", "japan", "--json", "--by", "plan");
  const { worst, groups } = JSON.parse(stdout);
  // From 10:00 on 3 November to 15:00 on 25 November: 16 business days of 8.5 hours, and 5 hours.
  expect(worst).toMatchObject([{ id: "4", deadline: "2026-11-03T01:00:00Z", lateSeconds: (16 * 8.5 + 5) * 3600 }]);
  expect(groups).toMatchObject([{ by: "business", met: 0, judged: 1 }]);
});

describe("how the file was read", () => {
  const rows = [
    "1,P1,,2026-11-02T10:00Z,,B",
    "2,Urgent,,2026-11-02T11:00Z,,",
    "3,P2,emea,2026-11-03T11:00Z,2026-11-03T12:00Z,A",
  ];
  const flags = ["-r", "japan", "--priority-map", "Urgent=P1"];

  test("is in the markdown report", async () => {
    const { stdout } = await audit(rows, ...flags, "--format", "markdown");
    const section = stdout.split("## How the file was read\n\n")[1]?.split("\n## ")[0];
    expect(section?.trim().split("\n")).toEqual([
      "- File: folder/t.csv, CSV, separated by commas",
      "- Columns: id, priority, opened, region, responded",
      "- Priorities: P1 (1), Urgent = P1 (1), P2 (1)",
      "- Times: opened: own offsets; responded: own offsets",
      "- Opened: 2026-11-02T10:00:00Z to 2026-11-03T11:00:00Z",
      "- Without a response: 2 rows",
      "- -r filled 2 empty cells; 1 row has its own region.",
    ]);
  });

  test("is on the page, with the name of the file alone", async () => {
    const { stdout } = await audit(rows, ...flags, "--format", "html");
    const section = stdout.split('<h2 id="reading">How the file was read</h2>')[1]?.split("</section>")[0];
    expect(section).toContain("<dt>File</dt><dd>t.csv, CSV, separated by commas</dd>");
    expect(section).toContain("<dt>Priorities</dt><dd>P1 (1), Urgent = P1 (1), P2 (1)</dd>");
    expect(section).toContain("<li>-r filled 2 empty cells; 1 row has its own region.</li>");
  });

  test("is in the reports of recommend too", async () => {
    const line = [
      "recommend",
      "--tickets",
      "folder/t.csv",
      "-r",
      "japan",
      "--priority-map",
      "Urgent=P1",
      "--no-config",
    ];
    const files = { "folder/t.csv": `${header}${rows.join("\n")}\n` };
    const read = (format: string) => type([...line, "--format", format], { files, now: "2026-11-25T06:00Z" });
    const markdown = (await read("markdown")).stdout;
    expect(markdown).toContain("## How the file was read\n\n- File: folder/t.csv, CSV");
    const page = (await read("html")).stdout;
    expect(page).toContain("<dt>File</dt><dd>t.csv, CSV, separated by commas</dd>");
    expect(page).not.toContain('<h2 id="history-1">3 tickets in folder');
  });

  test("shows no markup of the file", async () => {
    const { stdout } = await audit(
      ["1,<b>x</b>,,2026-11-02T10:00Z,,B"],
      "-r",
      "japan",
      "--priority-map",
      "<b>x</b>=P1",
      "--format",
      "html",
    );
    expect(stdout).toContain("&#60;b&#62;x&#60;/b&#62; = P1 (1)");
    expect(stdout).not.toContain("<b>x");
  });
});

test("names with numbers are in the order of the numbers, and dates of the heading stay whole", async () => {
  const row = (id: number, team: string) => `${id},P1,2026-11-20T10:00Z,2026-11-20T10:05Z,${team}`;
  const files = {
    "t.csv": `id,priority,opened,responded,team\n${row(1, "Team 10")}\n${row(2, "Team 2")}\n${row(3, "Team 1")}\n`,
  };
  const line = ["audit", "t.csv", "-p", "business", "-r", "japan", "--by", "team"];
  const { stdout } = await type([...line, "--format", "markdown"], { files });
  expect(stdout).toMatch(/Team 1 [\s\S]*Team 2 [\s\S]*Team 10 /);
  const page = (await type([...line, "--format", "html"], { files })).stdout;
  expect(page).toContain('<span class="no-break">2026-11-20</span>');
  expect(page).toContain('<p class="soft">3 of 3</p>');
});
