/** Command lines: options given twice, lists, values where none belong, and what is suggested. */
import { describe, expect, test } from "vitest";
import { type, wordsOf } from "../terminal.js";

const ticket = "deadline -P P2 -r japan --opened 2026-11-20T16:40+09:00";

async function faultOf(
  line: string,
  setting = {},
): Promise<{ code: number; error: { code: string; message: string; hint: string } }> {
  const { code, stdout, stderr } = await type([...wordsOf(line), "--json"], setting);
  expect(stdout).toBe("");
  return { code, error: JSON.parse(stderr).error };
}

describe("an option given twice", () => {
  test.each([
    [`${ticket} -p business --tz UTC --tz Asia/Tokyo`, "--tz", "UTC, Asia/Tokyo"],
    [`--tz UTC ${ticket} --tz=Asia/Tokyo`, "--tz", "UTC, Asia/Tokyo"],
    [`${ticket} --priority P1`, "--priority", "P2, P1"],
    [`${ticket} --region emea`, "--region", "japan, emea"],
    [
      "recommend --dataset adobe-success-plans --dataset adobe-experience-cloud-2022",
      "--dataset",
      "adobe-success-plans, adobe-exp",
    ],
    ["compare -o a.csv --output b.csv", "--output", "a.csv, b.csv"],
    ["recommend --within P2=1h --within P2=2h", "--within P2", "1h, 2h"],
    [
      "deadline --input t.csv --priority-map urgent=P1,high=P2 --priority-map Urgent=P2",
      "--priority-map Urgent",
      "P1, P2",
    ],
  ])("%s", async (line, option, values) => {
    const { code, error } = await faultOf(line, { files: { "t.csv": "id,priority,opened\n1,P1,now\n" } });
    expect(error.message).toContain(`Conflicting values for ${option}: ${values}`);
    expect(error.code).toBe("repeated-option");
    expect(code).toBe(2);
  });

  test("the same value twice is one", async () => {
    const once = await type(wordsOf(`${ticket} -p business -q`));
    expect(await type(wordsOf(`--tz UTC ${ticket} -p business -q -q --tz UTC --priority P2 -r japan`))).toEqual(once);
  });

  test("--json and another --format are two values of one option", async () => {
    expect(await type(wordsOf("compare --json --format csv"))).toMatchObject({ code: 2, stdout: "" });
    expect((await type(wordsOf("compare --json --format json"))).code).toBe(0);
  });
});

describe("comma lists and repeats add up", () => {
  test.each([
    [`${ticket} -p business,elite -q`, `${ticket} -p business -p elite -q`],
    [`-q ${ticket} --plan=business, -p elite`, `${ticket} -p business -p elite -q`],
    [`${ticket} -p business --holidays JP,US-CA --json`, `${ticket} -p business --holidays JP --holidays US-CA --json`],
    ["compare --group experts,field --format csv", "compare --group experts --group field --format csv"],
    ["recommend --within P2=1h,P1=30m --json", "recommend --within P2=1h --within P1=30m --json"],
    [
      `${ticket} -p business --pause 2026-11-20T16:50+09:00/2026-11-20T17:00+09:00,2026-11-20T17:10+09:00/2026-11-20T17:20+09:00 -q`,
      `${ticket} -p business --pause 2026-11-20T16:50+09:00/2026-11-20T17:00+09:00 --pause 2026-11-20T17:10+09:00/2026-11-20T17:20+09:00 -q`,
    ],
  ])("%s", async (line, repeated) => {
    const outcome = await type(wordsOf(line));
    expect(outcome.code, outcome.stderr).toBe(0);
    expect(outcome).toEqual(await type(wordsOf(repeated)));
  });

  test("--group shows each group named", async () => {
    const { stdout } = await type(wordsOf("compare --group experts --group field --format csv"));
    const groups = new Set(
      stdout
        .split("\n")
        .filter((row) => row.startsWith("feature"))
        .map((row) => row.split(",")[1]),
    );
    expect([...groups].sort()).toEqual(["experts", "field"]);
  });

  test("help environment explains lists in variables", async () => {
    expect((await type(wordsOf("help environment"))).stdout.match(/comma-separated/g)).toHaveLength(3);
    expect((await type(wordsOf("help environment --lang zh-TW"))).stdout).toContain("以逗號分隔");
    expect((await type(wordsOf("help environment --lang ja"))).stdout).toContain("コンマ区切り");
  });
});

describe("a value where none belongs", () => {
  test.each([
    ["compare --json=true", "--json", "true"],
    ["compare --json=", "--json", '""'],
    ["compare -q=1", "-q", "1"],
    ["compare --only-differences=yes", "--only-differences", "yes"],
    ["compare --no-input=false", "--no-input", "false"],
    [`${ticket} --explain=all`, "--explain", "all"],
    ["compare --help=me", "--help", "me"],
  ])("%s", async (line, option, value) => {
    const { code, stderr } = await type(wordsOf(line));
    expect(stderr).toContain(`Error: ${option} does not accept a value: ${value}.`);
    expect(code).toBe(2);
  });
});

describe("--output - is the standard output", () => {
  test.each([
    "compare",
    "compare --format csv",
    "hours japan --json",
    "elapsed -r emea --from 2026-11-20T16:00Z --to 2026-11-23T10:30Z",
    "dataset list",
    "sql --dialect duckdb -r japan --from 2026-11-20T16:00Z --to 2026-11-23T10:30Z",
    "completion bash",
    "deadline -p business -r japan --input t.csv",
    "deadline -p business -r japan --input t.csv --format json",
    "audit a.csv -p business -r japan",
  ])("%s", async (line) => {
    const files = {
      "t.csv": "id,priority,opened\n1,P2,2026-11-20T08:00Z\n",
      "a.csv": "id,priority,opened,responded\n1,P2,2026-11-20T08:00Z,2026-11-20T08:30Z\n",
    };
    const plain = await type(wordsOf(line), { files, columns: 100 });
    expect(plain.code, plain.stderr).toBe(0);
    expect(await type([...wordsOf(line), "-o", "-"], { files, columns: 100 })).toEqual(plain);
    expect(await type([...wordsOf(line), "-o=-"], { files, columns: 100 })).toEqual(plain);
    expect(plain.written).toEqual({});
  });
});

describe("hints", () => {
  test.each([
    ["compare --foo", "See support-cli compare --help."],
    ["deadline --opend now", "Did you mean --opened?"],
    ["-v", "Did you mean --version?"],
    ["version", "Did you mean --version?"],
    ["deadline --all", "This option belongs to compare and recommend."],
    ["compare --dialect duckdb", "This option belongs to sql."],
    ["deadline -P P2 -r japan --holidays XX", "Use a country"],
    ["hours --format pdf", "text, json, csv, ics, html"],
    ["audit t.csv --format iso", "text, json, csv, markdown, html"],
    ["deadline", "See support-cli deadline --help."],
  ])("%s", async (line, hint) => {
    const { code, stderr } = await type(wordsOf(line));
    expect(stderr.split("Hint: ")[1]).toContain(hint);
    expect(stderr).not.toMatch(/mean (MX|--now|--no-input)/);
    expect(code).toBe(2);
  });
});

describe("missing options", () => {
  test.each([
    ["deadline", "Missing required options: --priority, --region."],
    ["deadline -r japan", "Missing required option: --priority."],
    ["deadline -P P2", "Missing required option: --region."],
    ["elapsed --to now", "Missing required options: --region, --from."],
    ["sql --dialect duckdb", "Missing required options: --from, --to."],
  ])("%s", async (line, message) => {
    const { code, stderr } = await type(wordsOf(line));
    expect(stderr).toContain(`Error: ${message}`);
    expect(code).toBe(2);
  });
});

describe("--from and --to", () => {
  test.each([
    "hours --calendar --tz UTC --from 2026-11-25 --to 2026-11-20",
    "sql --dialect duckdb -r japan --tz UTC --from 2026-11-25 --to 2026-11-20",
  ])("%s names both values", async (line) => {
    const { code, stderr } = await type(wordsOf(line));
    expect(stderr).toContain("Error: --from (2026-11-25) is not before --to (2026-11-20).");
    expect(code).toBe(2);
  });

  test("elapsed counts up to now without --to", async () => {
    const line = "elapsed -r japan --from 2026-11-20T10:00Z --now 2026-11-23T01:00Z --format json";
    expect((await type(wordsOf(line))).stdout).toBe((await type(wordsOf(`${line} --to now`))).stdout);
  });
});

describe("what help and settings say of -p", () => {
  test.each(["audit", "watch"])("%s works with one plan, and names the option for several", async (command) => {
    const help = (await type([command, "--help"], { columns: 300 })).stdout;
    expect(help).toContain("required if the file has no plan column");
    expect(help).not.toContain("default: the dataset's candidates");
    const files = { "t.csv": "id,priority,opened,responded\n1,P1,2026-11-20T08:00Z,\n" };
    const { code, stderr } = await type([command, "t.csv", "-p", "business,elite"], { files });
    expect(stderr).toContain(`support-cli ${command} accepts one value for --plan.`);
    expect(code).toBe(2);
  });

  test("config show names the source of the default candidates", async () => {
    expect((await type(wordsOf("config show"), { columns: 120 })).stdout).toMatch(
      /plan +│ standard, business +│ default of deadline/,
    );
  });
});

describe("flags beside columns", () => {
  const file = [
    "id,priority,region,plan,opened,responded",
    "1,P2,japan,business,2026-11-20T08:00Z,",
    "2,P2,,business,2026-11-20T08:00Z,2026-11-20T08:05Z",
    "3,,emea,,2026-11-20T08:00Z,2026-11-20T08:05Z",
    "",
  ].join("\n");

  test.each([
    ["deadline --input t.csv -r emea -P P3"],
    ["audit t.csv -p business -r emea -P P3"],
    ["recommend --tickets t.csv -r emea"],
    ["watch t.csv -p business -r emea -P P3"],
  ])("%s fills empty cells only, and reports how many", async (line) => {
    const files = { "t.csv": file };
    const { stderr } = await type(wordsOf(line), { files, seconds: 1 });
    expect(stderr).toMatch(/-r filled 1 empty cell; [12] rows? ha(s|ve) (its|their) own region\./);
    if (line.includes("-P")) expect(stderr).toMatch(/-P filled [01] empty cells?; 2 rows have their own priority\./);
  });

  test("a filled cell wins", async () => {
    const { stdout } = await type(wordsOf("deadline --input t.csv -p elite -r emea -P P3 --format json"), {
      files: { "t.csv": file },
    });
    const tickets = JSON.parse(stdout).tickets.map((t: Record<string, string>) => [t.plan, t.priority, t.region]);
    expect(tickets).toEqual([
      ["business", "P2", "japan"],
      ["business", "P2", "emea"],
      ["elite", "P3", "emea"],
    ]);
  });

  test("no message with --quiet, nor about a column the file does not have", async () => {
    const files = { "t.csv": file, "bare.csv": "id,priority,opened\n1,P2,2026-11-20T08:00Z\n" };
    expect((await type(wordsOf("deadline --input t.csv -p elite -r emea -P P3 -q"), { files })).stderr).not.toContain(
      "filled",
    );
    expect((await type(wordsOf("deadline --input bare.csv -p elite -r emea"), { files })).stderr).not.toContain(
      "filled",
    );
  });
});

describe("corners of a command line", () => {
  test("words after -- are arguments as they are", async () => {
    const { code, stderr } = await type(["compare", "--", "-o=x"]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("-o=x")]);
  });

  test("a list of nothing but commas is a value that is not known", async () => {
    const { code, stderr } = await type(["compare", "--group", ","]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("--group")]);
  });

  test.each([
    ["-q=1", "-q"],
    ["-pq=1", "-p"],
  ])("a short option with a value it does not have: %s", async (word, option) => {
    const { code, stderr } = await type(["hours", word]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(option)]);
  });
});

describe("an empty name", () => {
  const span = ["--from", "2026-01-01T00:00Z", "--to", "2026-02-01T00:00Z"];

  test.each<[string, readonly string[]]>([
    ["--output", ["compare", "--output", ""]],
    ["--input", ["deadline", "-p", "business", "--input", ""]],
    ["--tickets", ["recommend", "--tickets", " "]],
    ["--answers", ["recommend", "--answers="]],
    ["--seeds", ["sql", ...span, "--seeds", ""]],
    ["--dbt", ["sql", ...span, "--dbt", ""]],
    ["--by", ["audit", "t.csv", "--by", ""]],
    ["--sheet", ["audit", "t.csv", "--sheet", ""]],
    ["--exec", ["watch", "t.csv", "--once", "--exec", ""]],
  ])("of %s is a missing value, and nothing is written", async (option, line) => {
    const { code, stderr, written } = await type(line);
    expect([code, stderr]).toEqual([2, expect.stringContaining(`${option} requires a value.`)]);
    expect(written).toEqual({});
  });

  test.each(["audit", "watch"])("of the file of %s is a missing argument", async (command) => {
    const { code, stderr } = await type([command, "", "-p", "business"]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("Missing required argument: file.")]);
  });
});

describe("options about a ticket file", () => {
  test.each([
    [`${ticket} --source-tz UTC`, "--source-tz", "deadline --input"],
    [`${ticket} --where a=b`, "--where", "deadline --input"],
    [`${ticket} --from 2026-11-01`, "--from", "deadline --input"],
    [`${ticket} --no-header`, "--no-header", "deadline --input"],
    [`${ticket} --formulas keep`, "--formulas", "deadline --input"],
    ["recommend --budget any --no-input --map id=x", "--map", "recommend --tickets"],
    [
      "workbook --from 2026-01-01T00:00Z --to 2026-02-01T00:00Z -o x.xlsx --preset jira",
      "--preset",
      "workbook --input",
    ],
  ])("belong to that file: %s", async (line, option, owner) => {
    const { code, error } = await faultOf(line);
    expect([code, error.message, error.hint]).toEqual([
      2,
      `Unknown option: ${option}.`,
      `This option belongs to ${owner}.`,
    ]);
  });

  test("are accepted from settings, and where they mean something else", async () => {
    const files = { "/nowhere/project/support-cli.json": '{"tickets": {"source-tz": "UTC"}}' };
    const setting = { folder: "/nowhere/project", files };
    expect((await type(wordsOf(`${ticket} -q`), setting)).code).toBe(0);
    expect((await type(wordsOf(`${ticket} -q --show-tz UTC`))).code).toBe(0);
  });
});
