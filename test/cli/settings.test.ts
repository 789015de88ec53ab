/**
 * Where settings come from: flag, environment, project file, user file; the output of `config show`; the errors of a bad file.
 */
import { describe, expect, test } from "vitest";
import { configFolderOf } from "../../src/io/io.js";
import { type Setting, type, wordsOf } from "../terminal.js";

const project = "/nowhere/project/support-cli.json";
const user = "/nowhere/home/.config/support-cli/support-cli.json";

async function shown(setting: Setting, line = "config show --json") {
  const { stdout, stderr, code } = await type(wordsOf(line), setting);
  expect(code, stderr).toBe(0);
  const { settings, files } = JSON.parse(stdout);
  const by = Object.fromEntries(settings.map((one: { key: string }) => [one.key, one]));
  return { by, files };
}

describe("settings", () => {
  test("with nothing set, the defaults and where they come from", async () => {
    const { by, files } = await shown({ zone: "Asia/Taipei", env: { LANG: "C" } });
    expect(by.plan).toMatchObject({
      value: ["standard", "business"],
      from: "default",
      where: null,
      flag: "--plan",
      variable: "SUPPORT_CLI_PLAN",
    });
    expect(by.region).toMatchObject({ value: null, from: "default" });
    expect(by.lang).toMatchObject({ value: "en", from: "environment", where: "LANG" });
    expect(by.tz).toMatchObject({ value: "Asia/Taipei", from: "system" });
    expect(by.dataset).toMatchObject({ value: "adobe-experience-cloud-2022", from: "default" });
    expect(files).toEqual([]);
  });

  test("an earlier source beats a later one, key by key", async () => {
    const setting: Setting = {
      env: { SUPPORT_CLI_REGION: "emea", SUPPORT_CLI_HOLIDAYS: "JP, US-CA" },
      files: {
        [project]: JSON.stringify({ region: "apac", tz: "Asia/Tokyo", plan: "business" }),
        [user]: JSON.stringify({ region: "americas", tz: "UTC", plan: ["elite"], dataset: "./own.json", $schema: "x" }),
        "/nowhere/home/.config/support-cli/own.json": "",
      },
    };
    const { by, files } = await shown({
      ...setting,
      files: { ...setting.files, [user]: '{"region": "americas", "lang": "en"}' },
    });
    expect(by.region).toMatchObject({ value: "emea", from: "environment", where: "SUPPORT_CLI_REGION" });
    expect(by.holidays).toMatchObject({ value: ["JP", "US-CA"], from: "environment" });
    expect(by.tz).toMatchObject({ value: "Asia/Tokyo", from: "project", where: project });
    expect(by.plan).toMatchObject({ value: ["business"], from: "project" });
    expect(by.lang).toMatchObject({ value: "en", from: "user", where: user });
    expect(files).toEqual([
      { kind: "project", path: project },
      { kind: "user", path: user },
    ]);
    const flagged = await shown(
      setting,
      "config show --json --region japan --dataset adobe-success-plans --plan expert",
    );
    expect(flagged.by.region).toMatchObject({ value: "japan", from: "flag" });
    expect(flagged.by.plan).toMatchObject({ value: ["expert"], from: "flag" });
  });

  test("the nearest file upwards is the project's", async () => {
    const files = { "/a/support-cli.json": '{"region": "emea"}', "/a/b/support-cli.json": '{"region": "apac"}' };
    expect((await shown({ folder: "/a/b/c", files })).by.region).toMatchObject({
      value: "apac",
      where: "/a/b/support-cli.json",
    });
    expect((await shown({ folder: "/a", files })).by.region.value).toBe("emea");
  });

  test("settings answer for flags, and --no-config leaves the files out", async () => {
    const line = "deadline -P P2 --opened 2026-11-20T16:40+09:00 --quiet";
    const files = {
      [project]: '{"plan": "business", "region": "japan", "holidays": "days.txt"}',
      "/nowhere/project/days.txt": "2026-11-23\n",
    };
    expect((await type(wordsOf(line), { files })).stdout).toBe("2026-11-24T10:10:00+09:00\n");
    const ofRegion = files[project].replace("days.txt", "japan=days.txt");
    expect((await type(wordsOf(line), { files: { ...files, [project]: ofRegion } })).stdout).toBe(
      "2026-11-24T10:10:00+09:00\n",
    );
    expect((await type(wordsOf(`${line} -p standard`), { files })).stdout).toBe("2026-11-24T12:10:00+09:00\n");
    expect((await type(wordsOf(`${line} --no-config`), { files })).code).toBe(2);
    const env = { SUPPORT_CLI_REGION: "japan", SUPPORT_CLI_PLAN: "business" };
    expect((await type(wordsOf(`${line} --no-config`), { files, env })).stdout).toBe("2026-11-23T10:10:00+09:00\n");
  });

  test("a plan of one's own does not narrow what recommend chooses from", async () => {
    const line = "recommend --need live-telephone --json";
    const plain = await type(wordsOf(line));
    expect((await type(wordsOf(line), { env: { SUPPORT_CLI_PLAN: "standard" } })).stdout).toBe(plain.stdout);
  });

  test("a dataset set in a file is meant from that file's folder", async () => {
    const { by } = await shown({
      files: { [project]: '{"dataset": "../own.json"}', "/nowhere/own.json": await aws() },
    });
    expect(by.dataset.value).toBe("/nowhere/own.json");
  });
});

async function aws(): Promise<string> {
  const { readFile } = await import("node:fs/promises");
  return await readFile("fixtures/datasets/aws.json", "utf8");
}

describe("a bad configuration", () => {
  test.each([
    ["{", 3, `${project}:1:2`, ""],
    ["[]", 3, "invalid value: []", '{"plan": "business"'],
    ['{"reigon": "japan"}', 3, `${project}: unknown setting: reigon`, "Did you mean region?"],
    ['{"region": 5}', 3, "invalid value for region: 5", '"region": "…"'],
    ['{"holidays": [1]}', 3, "invalid value for holidays: [1]", '"holidays": ["…", "…"]'],
    ['{"region": "japn"}', 2, "Invalid value for --region: japn", `The value is set in ${project} (region).`],
    ['{"tz": "Asia/Tokio"}', 2, "Asia/Tokio is not a time zone", `${project} (tz)`],
    ['{"lang": "fr"}', 2, "Invalid value for --lang: fr", `${project} (lang)`],
    ['{"dataset": "adobe"}', 2, "Unknown dataset: adobe", `${project} (dataset)`],
  ])("%s", async (text, code, message, hint) => {
    const outcome = await type(wordsOf("deadline -P P2 --opened 2026-11-20T16:40+09:00"), {
      files: { [project]: text },
    });
    expect(outcome.code).toBe(code);
    expect(outcome.stderr).toContain(message);
    expect(outcome.stderr).toContain(hint);
    // Help and version need no settings.
    expect((await type(["--version"], { files: { [project]: text } })).code).toBe(0);
    expect((await type(["config", "show", "--no-config"], { files: { [project]: text } })).code).toBe(0);
  });

  test.each([
    ["a date that is none", '{"holidays": "days.txt"}', { "days.txt": "2026-02-30\n" }, "holidays"],
    [
      "a calendar file that is none",
      '{"holidays": ["JP", "own.ics"]}',
      { "own.ics": "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" },
      "holidays",
    ],
    ["a holiday file that is missing", '{"holidays": "gone.txt"}', {}, "holidays"],
    ["a code of no country", '{"holidays": "XX"}', {}, "holidays"],
    ["a region of holidays that is none", '{"holidays": "japn=JP"}', {}, "holidays"],
    ["a code of no country for a region", '{"holidays": "japan=XX"}', {}, "holidays"],
    ["a dataset with a fault", '{"dataset": "own.json"}', { "own.json": "{}" }, "dataset"],
    ["a dataset that is no JSON", '{"dataset": "own.json"}', { "own.json": "{" }, "dataset"],
    ["a dataset that is missing", '{"dataset": "own.json"}', {}, "dataset"],
    ["a plan of another dataset", '{"plan": "expert"}', {}, "plan"],
  ])("%s is traced to the settings file", async (_, text, beside, key) => {
    const files = Object.fromEntries(
      Object.entries(beside).map(([name, content]) => [`/nowhere/project/${name}`, content]),
    );
    const line = wordsOf("deadline -P P2 -r japan --opened 2026-11-20T16:40+09:00");
    const { code, stderr } = await type(line, { files: { ...files, [project]: text } });
    expect(code).toBeGreaterThan(1);
    expect(stderr).toContain(`The value is set in ${project} (${key}).`);
  });

  test("two plans for a command of one are traced to it", async () => {
    const files = {
      [project]: '{"plan": ["standard", "business"]}',
      "t.csv": "id,priority,opened,responded\n1,P1,2026-11-20T10:00Z,\n",
    };
    expect((await type(wordsOf("audit t.csv"), { files })).stderr).toContain(`The value is set in ${project} (plan).`);
  });

  test("a value of the command line is not traced to it", async () => {
    const files = { [project]: '{"region": "emea", "holidays": "japn"}' };
    const { stderr } = await type(wordsOf("deadline -P P2 --region japn --holidays none"), { files });
    expect(stderr).not.toContain("The value is set in");
    expect(
      (await type(wordsOf("deadline -P P2 --opened emea"), { files: { [project]: '{"region": "emea"}' } })).stderr,
    ).not.toContain("The value is set in");
  });

  test("a variable is named too", async () => {
    const { stderr } = await type(wordsOf("deadline -P P2"), { env: { SUPPORT_CLI_REGION: "japn" } });
    expect(stderr).toContain("The value is set in SUPPORT_CLI_REGION (region).");
  });
});

test("the configuration folder of each system", () => {
  expect(configFolderOf({ APPDATA: "C:\\Users\\x\\AppData\\Roaming" }, "win32")).toBe("C:\\Users\\x\\AppData\\Roaming");
  expect(configFolderOf({ XDG_CONFIG_HOME: "/x", HOME: "/h" }, "linux")).toBe("/x");
  expect(configFolderOf({ XDG_CONFIG_HOME: "relative", HOME: "/h" }, "linux")).toBe("/h/.config");
  expect(configFolderOf({}, "linux")).toBeUndefined();
});

describe("the options about ticket files", () => {
  const rows = "id,priority,Created at\n1,urgent,05/03/2026 10:00\n";
  const line = "deadline --input t.csv -p business -r japan";
  const run = (tickets: unknown, flags = "") =>
    type(wordsOf(`${line} ${flags}`), {
      folder: "/nowhere/project",
      files: { "t.csv": rows, [project]: JSON.stringify({ tickets }) },
    });
  const good = {
    map: ["opened=Created at"],
    "source-tz": "Asia/Tokyo",
    "priority-map": ["urgent=P1"],
    "date-order": "dmy",
  };

  test("are set by their long names, and flags come before them", async () => {
    const { stdout, stderr } = await run(good);
    expect(stdout).toContain("2026-03-05T02:00:00Z");
    expect(stderr).toContain(`tickets is set in ${project}`);
    expect((await run(good, "--date-order mdy")).stdout).toContain("2026-05-03T02:00:00Z");
  });

  test.each([
    [{ mapp: "x" }, "unknown setting: tickets.mapp"],
    ["x", "invalid value for tickets"],
    [{ map: [] }, "invalid value for tickets.map"],
    [{ era: ["roc"] }, "invalid value for tickets.era"],
    [{ "no-header": "yes" }, "invalid value for tickets.no-header"],
    [{ events: "yes" }, "invalid value for tickets.events"],
    [{ era: "meiji" }, "Invalid value for --era: meiji"],
    [{ events: "true" }, "Expected true or false, without quotes."],
  ])("%j is refused", async (tickets, text) => {
    const { stderr, code } = await run(tickets);
    expect([stderr.includes(text), code === 0]).toEqual([true, false]);
  });

  test.each([
    ["era", "meiji"],
    ["source-tz", "Mars/Olympus"],
    ["source-tz", ["opened=+09:00"]],
    ["map", "opened=Nope"],
    ["map", ["opnd=Created at"]],
    ["priority-map", ["urgent=P9"]],
    ["priority-map", ["urgent=P1", "urgent=P2"]],
    ["where", "nope=1"],
    ["where", "nope"],
    ["to", "2026-13-01"],
    ["show-tz", "Mars/Olympus"],
    ["encoding", "klingon"],
  ])("an error in the value of %s names the file: %j", async (name, value) => {
    const { stderr, code } = await run({ ...good, [name]: value });
    expect(code).not.toBe(0);
    expect(stderr).toContain(`The value is set in ${project} (tickets.${name}).`);
    expect((await run({ ...good, [name]: value }, "--no-config")).stderr).not.toContain("The value is set in");
  });

  test("a value of another file is not blamed for what a flag says", async () => {
    const { stderr } = await run(good, "--source-tz Mars/Olympus");
    expect(stderr).toContain("Mars/Olympus is not a time zone.");
    expect(stderr).not.toContain("The value is set in");
  });

  test("are not read by commands without a ticket file", async () => {
    const files = { [project]: JSON.stringify({ tickets: { era: "meiji" } }) };
    expect((await type(["compare", "-q"], { folder: "/nowhere/project", files })).code).toBe(0);
  });

  test("flags without a value may be false", async () => {
    const { stdout } = await run({ ...good, events: false, "no-header": false });
    expect(stdout).toContain("2026-03-05T02:00:00Z");
  });

  test("are shown by config show with their file", async () => {
    const files = { [project]: JSON.stringify({ tickets: { ...good, "no-header": false } }) };
    const show = (flags: string) =>
      type(wordsOf(`config show --no-input ${flags}`), { folder: "/nowhere/project", files });
    const { settings } = JSON.parse((await show("--json")).stdout);
    expect(settings.find(({ key }: { key: string }) => key === "tickets.map")).toEqual({
      key: "tickets.map",
      value: ["opened=Created at"],
      from: "project",
      where: project,
      flag: "--map",
      variable: null,
    });
    const { stdout } = await show("-q");
    expect(stdout).toContain("tickets.source-tz=Asia/Tokyo\n");
    expect(stdout).toContain("tickets.no-header=false\n");
  });
});
