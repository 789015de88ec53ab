/** Command lines that cannot be understood, and options of ticket files with a value that has no meaning: what stderr says. */
import { expect, test } from "vitest";
import { type, wordsOf } from "../terminal.js";

const files = {
  "t.csv":
    "id,priority,opened,responded,status\nT-1,P2,2026-11-19T10:00+09:00,2026-11-19T11:00+09:00,Open\n" +
    "T-2,P2,2026-11-19T10:00+09:00,,Done\nT-3,P2,2026-11-19T10:00+09:00,,Closed\n",
};
const audit = "audit t.csv -p business -r japan --no-config";

test.each([
  ["deadline --input", "--input <file|-> requires a value."],
  ["deadline a b c", "Unexpected arguments: a, b, c."],
  ["audit -p business", "Missing required argument: file."],
  ["bogus x", "Unknown command: bogus."],
  ["help nothing", "Unknown command or topic: nothing."],
  ["--width 60 deadline --width 80", "Conflicting values for --width: 60, 80."],
  ["-q=true deadline", "-q does not accept a value: true."],
  ["deadline -jq=true", "Unknown option: -jq."],
  ["deadline --json=true", "--json does not accept a value: true."],
  ["deadline --nothing=true", "Unknown option: --nothing."],
  [`${audit} --percentile 0`, "Invalid value for --percentile: 0."],
  [`${audit} --map nothing`, "Invalid value for --map: nothing."],
  [`${audit} --map colour=closed`, "Invalid value for --map: colour."],
  [`${audit} --map responded= --map responded=status`, 'Conflicting values for --map responded: "", status.'],
  [`${audit} --priority-map a`, "Invalid value for --priority-map: a."],
  [`${audit} --priority-map =P1`, "Invalid value for --priority-map: =P1."],
  [`${audit} --source-tz UTC --source-tz Asia/Tokyo`, "Conflicting values for --source-tz: UTC, Asia/Tokyo."],
  [
    `${audit} --source-tz opened=UTC --source-tz opened=Asia/Tokyo`,
    "Conflicting values for --source-tz opened: UTC, Asia/Tokyo.",
  ],
  [`${audit} --source-tz due=UTC`, "Invalid value for --source-tz: due."],
  [`${audit} --where status`, "Invalid value for --where: status."],
])("%s", async (line, message) => {
  const { code, stdout, stderr } = await type(wordsOf(line), { files });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr.split("\n")[0]).toBe(`Error: ${message}`);
});

test("lists before and after the command add up", async () => {
  const line = "--dataset adobe-success-plans compare --dataset auth0-support --json --no-config";
  const { stdout } = await type(wordsOf(line));
  expect(JSON.parse(stdout).datasets.map(({ id }: { id: string }) => id)).toEqual([
    "adobe-success-plans",
    "auth0-support",
  ]);
});

test.each([
  ["--closed-when status=Done", 1],
  ["--closed-when status=Done --closed-when status=Closed", 2],
  ["--closed-when status=Done --closed-when status!=Closed", 1],
])("%s closes %i tickets", async (flags, closed) => {
  const { stderr } = await type(wordsOf(`${audit} ${flags}`), { files, now: "2026-11-20T00:00Z" });
  expect(stderr).toContain(`Without a response: 2 rows; ${closed} closed`);
});

test("a length of the response may be named as one in minutes", async () => {
  const file = "id,priority,opened,took\nT-1,P2,2026-11-19T10:00+09:00,90\n";
  const { stdout } = await type(
    wordsOf(`${audit} --json --map response-minutes=took --map response-minutes=took --response-clock business`),
    { files: { "t.csv": file }, now: "2026-11-20T00:00Z" },
  );
  expect(JSON.parse(stdout).responseSeconds.P2.median).toBe(5400);
});

test.each([
  ["audit - -p business -r japan --no-config --by nope", "stdin is missing column nope."],
  [
    "audit - -p business -r japan --no-config --map responded=",
    "stdin has no column of first responses, so attainment cannot be calculated.",
  ],
])("standard input is called stdin: %s", async (line, message) => {
  const { code, stderr } = await type(wordsOf(line), { stdin: files["t.csv"] });
  expect(code).toBe(3);
  expect(stderr).toContain(`Error: ${message}\n`);
});

test("the report of standard input calls it stdin", async () => {
  const { stdout } = await type(wordsOf("audit - -p business -r japan --no-config --json"), { stdin: files["t.csv"] });
  expect(JSON.parse(stdout).path).toBe("stdin");
});
