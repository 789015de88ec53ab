/** `--where`: by header, by role, by the id that a word means, with flags in place of cells, in every command and form. */
import { describe, expect, test } from "vitest";
import { type } from "../terminal.js";

const rows = [
  ["1", "Urgent", "2026-11-19T10:00+09:00", "Tokyo", "Open", "A"],
  ["2", "High", "2026-11-19T10:00+09:00", "", "Pending", "B"],
  ["3", "P2", "2026-11-19T10:00+09:00", "EMEA", "Done", "A"],
];
const header = ["Ticket", "Priority", "Created at", "Region", "Status", "Team"];
const text = `${[header, ...rows].map((row) => row.join(",")).join("\n")}\n`;
const lines = rows.map((row) => `${JSON.stringify(Object.fromEntries(row.map((cell, i) => [header[i], cell])))}\n`);
const files = { "t.csv": text, "t.jsonl": lines.join(""), "t.json": `[${lines.join(",")}]` };
const meaning = [
  ...["--map", "id=Ticket", "--map", "opened=Created at", "-p", "business", "-r", "emea", "--no-config"],
  ...["--priority-map", "Urgent=P1,High=P2", "--region-map", "Tokyo=japan", "--now", "2026-11-30T00:00Z"],
];

/** The ids of the rows that are not left out. */
async function chosen(file: keyof typeof files, conditions: readonly string[]): Promise<string> {
  const where = conditions.flatMap((condition) => ["--where", condition]);
  const { code, stdout } = await type(["deadline", "--input", file, ...meaning, ...where, "--format", "jsonl"], {
    files,
  });
  expect(code).toBe(0);
  const found = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(found.length).toBe(3);
  return found.flatMap((row) => (row.deadline === null ? [] : [row.Ticket])).join();
}

describe.each(["t.csv", "t.jsonl", "t.json"] as const)("in %s", (file) => {
  test.each<[string, readonly string[], string]>([
    ["a header", ["Status=Open,Pending"], "1,2"],
    ["a header in another case", ["sTATUS=open"], "1"],
    ["a header, negated", ["Status!=Open,Done"], "2"],
    ["several conditions", ["Team=A", "Status!=Open"], "3"],
    ["a cell with a role", ["Priority=Urgent"], "1"],
    ["the id that a word means", ["Priority=P2"], "2,3"],
    ["a role by its name", ["priority=p2"], "2,3"],
    ["a role, negated", ["priority!=P2"], "1"],
    ["a region's id", ["region=japan"], "1"],
    ["a region that a flag fills", ["region=emea"], "2,3"],
    ["a region's own word", ["Region=Tokyo"], "1"],
    ["a plan that a flag fills", ["plan=business"], "1,2,3"],
    ["another plan", ["plan=standard"], ""],
    ["a role mapped from another header", ["id=1,3"], "1,3"],
    ["an empty cell", ["Region="], "2"],
    ["a cell that is not empty", ["Region!="], "1,3"],
    ["a word that is in no row", ["priority=Bogus"], ""],
  ])("%s", async (_, conditions, ids) => expect(await chosen(file, conditions)).toBe(ids));

  test("a column that is not there is an error with the nearest", async () => {
    const { code, stdout, stderr } = await type(["deadline", "--input", file, ...meaning, "--where", "tem=A"], {
      files,
    });
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toContain(`${file} is missing column tem.`);
    expect(stderr).toContain("Did you mean Team?");
  });
});

test.each([
  ["deadline", ["--input", "t.csv"]],
  ["audit", ["t.csv", "--map", "responded=Created at"]],
  ["watch", ["t.csv", "--once"]],
])("%s leaves the same rows out, and counts them", async (command, flags) => {
  const { code, stderr } = await type([command, ...flags, ...meaning, "--where", "priority=P2"], { files });
  expect(code).toBe(0);
  expect(stderr).toContain("Left out by filters: 1 row");
});

test("a row that is left out is no bad row", async () => {
  const broken = { "t.csv": `${text}4,High,soon,,Open,C\n` };
  const line = ["deadline", "--input", "t.csv", ...meaning];
  expect((await type([...line, "--where", "Team=A,B"], { files: broken })).code).toBe(0);
  expect((await type([...line, "--where", "Team=C"], { files: broken })).code).toBe(3);
});

test.each(["Team", "=A", ""])("--where %j is no condition", async (condition) => {
  const { code, stderr } = await type(["audit", "t.csv", ...meaning, "--where", condition], { files });
  expect(code).toBe(2);
  expect(stderr).toContain("status=Open,Pending");
});

test.each([
  ["deadline", ["--input", "t.csv"]],
  ["audit", ["t.csv", "--map", "responded=Created at"]],
  ["watch", ["t.csv", "--once"]],
])("%s refuses a span that ends before it begins", async (command, flags) => {
  const span = ["--from", "2026-11-25", "--to", "2026-11-24"];
  const { code, stderr } = await type([command, ...flags, ...meaning, ...span], { files });
  expect(code).toBe(2);
  expect(stderr).toContain("--from (2026-11-25) is not before --to (2026-11-24)");
});

test("the plan of a row counts where several plans are compared", async () => {
  const own = { "t.csv": "id,plan,priority,opened\n1,business,P1,2026-11-19T10:00Z\n2,Elite,P1,2026-11-19T10:00Z\n" };
  const line = ["deadline", "--input", "t.csv", "-p", "business,elite", "--no-config", "--format", "jsonl"];
  for (const [condition, id] of [
    ["plan=business", "1"],
    ["plan=elite", "2"],
    ["plan!=business", "2"],
  ] as const) {
    const { stdout } = await type([...line, "--where", condition], { files: own });
    const rows = stdout
      .trim()
      .split("\n")
      .map((row) => JSON.parse(row));
    expect(rows.filter(({ status_business }) => status_business !== null).map((row) => row.id)).toEqual([id]);
  }
});

test.each([
  ["priority=P1", 'unknown-region: unknown region: region ""Atlantis""'],
  ["priority!=P1", ""],
  ["priority=P2", ""],
])("a word means its id beside one that means none: %s", async (condition, error) => {
  const { stdout } = await type(
    [
      ...["deadline", "--input", "t.csv", "-p", "business", "--no-config", "--priority-map", "urgent=P1"],
      ...["--where", condition],
    ],
    { files: { "t.csv": "id,priority,region,opened\n1,urgent,Atlantis,2026-11-19T10:00Z\n" } },
  );
  expect(stdout.split("\n")[1]).toBe(`1,urgent,Atlantis,2026-11-19T10:00Z,,,${error && `"${error}"`}`);
});

test("values that no ticket has are named, but for zones, which may be those of regions", async () => {
  const flags = ["--where", "team=B,C", "--where", "priority!=P3", "--where", "zone!=Asia/Tokyo"];
  const { stderr } = await type(["deadline", "--input", "t.csv", ...meaning, ...flags], { files });
  expect(stderr).toContain("No ticket has team=c or priority=p3.");
});

test("a region that need not be named is that of its tickets", async () => {
  const datasets = ["--dataset", "canonical-ubuntu-pro", "--dataset", "github-premium-support", "--zone", "Asia/Tokyo"];
  const line = ["deadline", "--input", "t.csv", "-p", "weekday", ...datasets, "--no-config", "--where"];
  const setting = { files: { "t.csv": "id,priority,opened\n1,S1,2026-11-19T10:00Z\n" } };
  const chosen = await type([...line, "region=customer"], setting);
  expect(chosen.stdout).toContain("1,S1,2026-11-19T10:00Z,2026-");
  expect(chosen.stderr).not.toContain("No ticket has");
  expect((await type([...line, "region!=customer"], setting)).stdout).toContain("1,S1,2026-11-19T10:00Z,,,");
});
