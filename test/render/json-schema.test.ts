/** Every JSON answer against its published schema, the schemas against their last form, and answers that are not as they should be. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { commands } from "../../src/options.js";
import { answerJsonSchema, answerSchemas } from "../../src/render/json-schema.js";
import { type, wordsOf } from "../terminal.js";

type Name = keyof typeof answerSchemas;
const names = Object.keys(answerSchemas) as Name[];

/** What does not fit, in words. */
function issuesOf(name: Name, value: unknown): unknown {
  const read = answerSchemas[name].safeParse(value);
  return read.success ? [] : read.error.issues;
}

describe("published schemas", () => {
  // A change here is a change of the contract: it needs a line in the changelog. `vitest -u` regenerates these files.
  test.each(names)("%s is as it was", async (name) => {
    await expect(`${JSON.stringify(answerJsonSchema(name), null, 2)}\n`).toMatchFileSnapshot(
      `../../fixtures/schema/${name}.json`,
    );
  });

  test("the build puts them into the package", () => {
    for (const name of names)
      expect(readFileSync(`dist/schema/${name}.json`, "utf8")).toBe(
        readFileSync(`fixtures/schema/${name}.json`, "utf8"),
      );
    const { exports, files } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(exports["./schema/*.json"]).toBe("./dist/schema/*.json");
    expect(files).toContain("dist/schema");
  });

  test("there is one for every command that answers in JSON", () => {
    const answering = Object.entries(commands).filter(([, { formats }]) =>
      (formats as readonly string[]).includes("json"),
    );
    for (const [name] of answering) expect(names).toContain(name);
  });
});

describe("golden sessions fit", () => {
  const sessions = readdirSync("fixtures/sessions")
    .filter((name) => name.endsWith(".txt"))
    .map((name) => readFileSync(`fixtures/sessions/${name}`, "utf8"))
    .map((text) => {
      const [, line = "", stdout = "", stderr = ""] =
        /^\$ (.*)\n[\s\S]*?--- stdout\n([\s\S]*?)--- stderr\n([\s\S]*)$/.exec(text) ?? [];
      return { line, stdout, stderr };
    })
    .filter(({ line }) => /--json|--format json\b|\.json$/.test(line));
  test("there are some", () => expect(sessions.length).toBeGreaterThan(5));
  test.each(sessions)("$line", ({ line, stdout, stderr }) => {
    const isLines = line.startsWith("support-cli watch");
    for (const text of isLines ? stdout.trim().split("\n") : [stdout, stderr]) {
      if (!text.startsWith("{")) continue;
      const value = JSON.parse(text);
      const name = isLines ? "watch" : value.error ? "error" : value.command;
      expect(issuesOf(name, value)).toEqual([]);
    }
  });
});

describe("answers that no session shows fit", () => {
  const history = "fixtures/tickets/autumn.csv";
  test.each([
    "compare --all --json --dataset fixtures/datasets/unusual.json",
    "compare --all --json --dataset fixtures/datasets/redhat.json --lang ja",
    "compare --json --lang zh-TW",
    "deadline -P P4 -r japan --opened 2026-11-20T16:40+09:00 --explain --json",
    "deadline -P P1 --json --tz Asia/Tokyo",
    "deadline -P P2 -r emea --opened 2020-01-01T00:00Z --responded 2020-01-01T00:00:00.001Z --explain --json",
    `deadline --input ${history} -p business -r emea --json`,
    "deadline --input broken.csv -p business -r emea --json",
    "elapsed -r japan --from 2026-11-24T10:00Z --to 2026-11-20T00:00:00.5Z --clock 24x7 --json",
    "elapsed -r japan --from 2026-10-25T01:30 --to 2026-10-26T01:30 --clock 24x5 --json --tz Europe/London",
    "hours --json --holidays JP --now 2026-11-23T01:00Z",
    "hours --calendar --from 2026-01-01T00:00Z --to 2026-02-01T00:00Z --json",
    "recommend --need live-telephone --contacts 5 --within P2=2h --within P4=1d@24x7 --budget included --json",
    "recommend --product commerce --language ja --region japan --json",
    `recommend --tickets ${history} -r emea --json`,
    `audit ${history} -p business -r emea --json`,
    "audit broken.csv -p business -r emea --json",
    "dataset list --json",
    "dataset show --json",
    "dataset validate fixtures/datasets/minimal.json --json",
    "config show --json",
  ])("%s", async (line) => {
    const files = {
      "broken.csv":
        "id,priority,opened,responded\n1,P2,soon,\n2,P9,2026-11-20T10:00Z,2026-11-20T11:00Z\n3,P2,2026-11-20T10:00Z,2026-11-20T19:00Z\n",
    };
    const { code, stdout, stderr } = await type(wordsOf(line), { files });
    expect([0, 3], stderr).toContain(code);
    const value = JSON.parse(stdout);
    expect(issuesOf(value.command, value)).toEqual([]);
  });

  test("a line of JSON for one ticket", async () => {
    const { stdout } = await type(wordsOf("deadline -P P2 -r japan --format jsonl"));
    for (const line of stdout.trimEnd().split("\n")) expect(issuesOf("ticket", JSON.parse(line))).toEqual([]);
  });
});

test("a key too many, one too few and a value of another kind do not fit", async () => {
  const { stdout } = await type(wordsOf("deadline -P P2 -r japan --json"));
  const value = JSON.parse(stdout);
  expect(issuesOf("deadline", value)).toEqual([]);
  const { tzdata: _, ...without } = value;
  for (const broken of [
    { ...value, extra: 1 },
    without,
    { ...value, now: "soon" },
    { ...value, tickets: [{ ...value.tickets[0], status: "late" }] },
  ]) {
    expect(issuesOf("deadline", broken)).not.toEqual([]);
  }
});
