/** run(argv, io): streams, colour, output files, and what every kind of bad input ends with. */
import { describe, expect, test } from "vitest";
import { type, wordsOf } from "./terminal.js";

const ticket = "deadline -p business -P P2 -r japan --opened 2026-11-20T16:40+09:00";
const csi = "\u001b[";

describe("streams", () => {
  test("run can be called twice and keeps nothing", async () => {
    const first = await type(wordsOf(`${ticket} --json`));
    expect(await type(wordsOf(`${ticket} --json`))).toEqual(first);
  });

  test("warnings go to stderr, and remarks not at all with --quiet", async () => {
    const early = wordsOf("deadline -P P1 --opened 2026-11-22T10:00Z --now 2026-11-22T09:00Z");
    expect((await type(early)).stderr).toBe(
      "Warning: The ticket's opening time is in the future, so no time has been used.\n",
    );
    expect((await type([...early, "--quiet"])).stderr).toBe("");
  });

  test("--output takes the format of its ending and leaves stdout empty", async () => {
    const { stdout, written } = await type(wordsOf(`${ticket} -o due.json`));
    expect(stdout).toBe("");
    expect(JSON.parse(written["due.json"] as string).command).toBe("deadline");
  });

  test("--output with an ending the command cannot write is refused", async () => {
    expect(await type(wordsOf("elapsed -r japan --from now --to now -o x.csv"))).toMatchObject({
      code: 2,
      written: {},
    });
  });

  test("no command prints the help", async () => {
    const { code, stdout } = await type([]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Usage: support-cli/m);
  });
});

describe("colour", () => {
  test.each([
    ["a terminal", { columns: 80 }, [], true],
    ["a pipe", {}, [], false],
    ["NO_COLOR on a terminal", { columns: 80, env: { NO_COLOR: "1" } }, [], false],
    ["an empty NO_COLOR on a terminal", { columns: 80, env: { NO_COLOR: "" } }, [], true],
    ["TERM=dumb", { columns: 80, env: { TERM: "dumb" } }, [], false],
    ["FORCE_COLOR in a pipe", { env: { FORCE_COLOR: "1" } }, [], true],
    ["FORCE_COLOR=0 on a terminal", { columns: 80, env: { FORCE_COLOR: "0" } }, [], false],
    ["--color always in a pipe", {}, ["--color", "always"], true],
    ["--color never on a terminal", { columns: 80 }, ["--color", "never"], false],
    ["--color always over NO_COLOR", { env: { NO_COLOR: "1" } }, ["--color", "always"], true],
  ])("%s", async (_, setting, flags, colored) => {
    const { stdout } = await type([...wordsOf(ticket), ...flags], setting);
    expect(stdout.includes(csi)).toBe(colored);
  });

  test("a file gets no colour", async () => {
    const { written } = await type(wordsOf(`${ticket} -o due.txt --color always`), { columns: 80 });
    expect(written["due.txt"]).not.toContain(csi);
  });
});

describe("bad input", () => {
  test.each([
    ["deadlin", 2, "unknown-command"],
    ["help nope", 2, "unknown-command"],
    ["deadline --frob", 2, "unknown-option"],
    ["deadline", 2, "missing-option"],
    ["deadline -P P2", 2, "missing-option"],
    ["deadline -P", 2, "missing-value"],
    ["deadline -P P2 -r japan extra", 2, "excess-arguments"],
    ["deadline -P P7 -r japan", 2, "unknown-value"],
    ["deadline -p gold -P P2 -r japan", 2, "unknown-value"],
    ["deadline -P P2 -r mars", 2, "unknown-value"],
    ["deadline -P P2 -r japan --count-days never", 2, "unknown-value"],
    ["deadline -P P2 -r japan --format iso9660", 2, "unknown-value"],
    ["compare --lang fr", 2, "unknown-value"],
    ["compare --all standard", 2, "conflicting-options"],
    ["deadline -P P2 -r japan --opened 2026-11-20", 2, "bad-time"],
    ["deadline -P P2 -r japan --opened 2026-02-30T10:00Z", 2, "bad-time"],
    ["deadline -P P2 -r japan --opened 2026-11-20T23:59:60Z", 2, "bad-time"],
    ["deadline -P P2 -r japan --opened 0000-01-01T00:00Z", 2, "bad-time"],
    ["deadline -P P2 -r japan --opened @99999999999999", 2, "bad-time"],
    ["deadline -P P2 -r japan --now soon", 2, "bad-time"],
    ["deadline -P P2 -r japan --opened now --responded 2020-01-01T00:00Z", 2, "response-before-opened"],
    ["deadline -P P2 -r japan --pause 2026-11-20T10:00Z", 2, "bad-value"],
    ["deadline -P P2 -r japan --pause 2026-11-20T10:00Z/2026-11-20T09:00Z", 2, "bad-value"],
    ["deadline -P P2 -r japan --at-risk 101", 2, "bad-value"],
    ["deadline -P P2 -r japan --zone JST", 2, "unknown-zone"],
    ["deadline -P P2 -r japan --zone +09:00", 2, "fixed-offset-zone"],
    ["deadline -P P1 --tz UTC+8", 2, "fixed-offset-zone"],
    ["deadline -P P2 -r japan --holidays ZZ", 2, "unknown-holidays"],
    ["deadline -P P2 -r japan --holidays nowhere.ics", 3, "unreadable-file"],
    ["deadline -P P2 -r japan --holidays bad.txt", 3, "bad-holiday-line"],
    ["deadline -P P2 -r japan --holidays bad.ics", 3, "bad-ics"],
    ["compare --dataset nothing", 2, "unknown-dataset"],
    ["compare --dataset nothing.json", 3, "unreadable-file"],
    ["compare --dataset src", 3, "unreadable-file"],
    ["compare --dataset latin1.json", 3, "unreadable-file"],
    ["compare --dataset cut.json", 3, "invalid-json"],
    ["compare --dataset empty.json", 3, "invalid-dataset"],
    ["deadline --dataset fixtures/datasets/broken/never-open.json -P P1 -r japan", 3, "invalid-dataset"],
    ["recommend", 2, "missing-answers"],
    ["recommend --contacts many", 2, "bad-value"],
    ["recommend --within P2", 2, "bad-value"],
    ["recommend --within P2=2h@noon", 2, "unknown-value"],
    ["recommend --answers answers.json", 3, "invalid-answers"],
    ["elapsed -r japan", 2, "missing-option"],
    ["elapsed --from 2026-11-20T10:00Z --dataset fixtures/datasets/aws.json", 2, "no-regions"],
    ["hours japan --calendar --from 2026-11-25 --to 2026-11-20 --tz UTC", 2, "reversed-range"],
    ["dataset frob", 2, "unknown-value"],
    ["dataset validate", 2, "missing-argument"],
  ])("support-cli %s exits with %i (%s)", async (line, code, faultCode) => {
    const files = {
      "bad.txt": "2026-01-01\n2026-13-01 Never\n",
      "bad.ics": "BEGIN:VCALENDAR\nnot a line\n",
      "latin1.json": new Uint8Array([0x7b, 0xff, 0x7d]),
      "cut.json": '{\n  "id": ',
      "empty.json": "{}",
      "answers.json": '{"features": ["telepathy"]}',
    };
    const plain = await type(wordsOf(line), { files });
    expect(plain.code, plain.stderr).toBe(code);
    expect(plain.stdout).toBe("");
    expect(plain.stderr).toMatch(/^Error: \S[\s\S]*\nHint: \S.*\n$/);
    expect(plain.stderr).not.toMatch(/\bat .*:\d+:\d+|undefined|\[object/);

    const json = await type([...wordsOf(line), "--json"], { files });
    const { error } = JSON.parse(json.stderr);
    expect({ code: json.code, fault: error.code }).toEqual({ code, fault: faultCode });
    expect(error.message).not.toBe("");
    expect(error.hint).not.toBe("");
  });

  test("a bad line of a file is named by its number, in text and in JSON", async () => {
    const files = { "bad.txt": "2026-01-01\n2026-13-01 Never\n" };
    const line = [...wordsOf(ticket), "--holidays", "bad.txt"];
    expect((await type(line, { files })).stderr).toContain("bad.txt:2");
    expect(JSON.parse((await type([...line, "--json"], { files })).stderr).error).toMatchObject({
      path: "bad.txt",
      line: 2,
    });
  });
});

const broken = {
  get stdin(): string {
    throw new Error("a stream that fails");
  },
};
test("a bug is an internal error, with a stack only for --debug", async () => {
  const plain = await type(["audit", "-", "-p", "business"], broken);
  expect(plain.code).toBe(70);
  expect(plain.stderr).toContain("Internal error");
  expect(plain.stderr).not.toMatch(/^\s+at /m);
  const debugged = await type(["audit", "-", "-p", "business", "--debug"], broken);
  expect(debugged.stderr).toMatch(/^\s+at /m);
});
