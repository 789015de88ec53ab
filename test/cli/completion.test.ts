/**
 * Completion: the candidates for the shells, and bash itself. The other shells run in test/verify/terminal/shells.
 */
import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { type Setting, type } from "../terminal.js";

/** The values offered for the last word of a line; the text after a bar is that word. */
async function offered(line: string, setting: Setting = {}): Promise<string[]> {
  const words = line.split(" ");
  const { stdout, stderr, code } = await type(["__complete", "--", ...words], setting);
  expect([code, stderr]).toEqual([0, ""]);
  return stdout.split("\n").flatMap((text) => (text === "" ? [] : [text.split("\t")[0] as string]));
}

describe("completion offers", () => {
  test.each([
    ["de", ["deadline"]],
    ["compare b", ["business"]],
    ["deadline --nothing=x", []],
    ["deadline --dataset fixtures/datasets/redhat.json --explain -P sev1 --tz UTC -p st", ["standard"]],
    ["--vers", ["--version"]],
    ["help co", ["compare", "config", "completion"]],
    ["help compare ", []],
    ["completion b", ["bash"]],
    ["completion bash ", []],
    ["config ", ["show"]],
    ["config show ", []],
    ["dataset list ", []],
    ["--format ic", ["ics"]],
    ["compare --group serv", ["services"]],
    ["recommend --product comm", ["commerce"]],
    ["recommend --language j", ["ja"]],
    ["deadline --opened ", ["now"]],
    ["deadline --at-risk ", []],
    ["compare --dataset missing.json b", []],
    ["compare business ", ["standard", "enterprise", "elite"]],
    ["deadline -p s", ["standard"]],
    ["deadline --plan=bu", ["--plan=business"]],
    ["deadline -P ", ["P1", "P2", "P3", "P4"]],
    ["deadline -r ja", ["japan"]],
    ["deadline --dataset adobe-success-plans -p ", ["expert", "ultimate"]],
    ["deadline --dataset=fixtures/datasets/redhat.json -P ", ["sev1", "sev2", "sev3", "sev4"]],
    ["--dataset adobe-s", ["adobe-success-plans", ":files"]],
    ["deadline --tz Asia/Tok", ["Asia/Tokyo"]],
    ["deadline --zone=Asia/Tok", ["--zone=Asia/Tokyo"]],
    ["deadline --count-days ", ["same-time", "end-of-day"]],
    ["deadline --expl", ["--explain"]],
    ["deadline --explain --expl", []],
    ["elapsed --format ", ["text", "json", "iso"]],
    ["recommend --within P", ["P1=", "P2=", "P3=", "P4=", ":nospace"]],
    ["recommend --need live-t", ["live-telephone"]],
    ["recommend --budget ", ["included", "any"]],
    ["hours a", ["americas", "apac"]],
    ["deadline --holidays J", ["JE", "JM", "JP", ":files"]],
    ["deadline --opened ", ["now"]],
    ["completion ", ["bash", "zsh", "fish", "powershell"]],
    ["config ", ["show"]],
    ["holidays s", ["show"]],
    ["holidays show GB-", ["GB-ENG", "GB-NIR", ":files"]],
    ["holidays list GB-S", ["GB-SCT"]],
    ["holidays list GB x", []],
    ["dataset va", ["validate"]],
    ["dataset validate x", [":files"]],
    ["help time", ["time-rules"]],
    ["--lang ", ["en", "zh-TW", "ja"]],
    ["deadline --nonsense ", []],
    ["nonsense ", []],
    ["deadline --dataset missing.json -p ", []],
  ])("%s", async (line, expected) => expect(await offered(line)).toEqual(expect.arrayContaining(expected)));

  test("nothing that does not fit", async () => {
    expect(await offered("deadline --explain --expl")).toEqual([]);
    expect(await offered("deadline -r ja")).toEqual(["japan"]);
    expect(await offered("compare b")).toEqual(["business"]);
  });

  test("names in the reader's language, and the dataset of the settings", async () => {
    const { stdout } = await type(["__complete", "--", "deadline", "-r", "ja"], { env: { LANG: "ja_JP.UTF-8" } });
    expect(stdout).toBe("japan\t日本\n");
    expect(await offered("deadline -p ", { env: { SUPPORT_CLI_DATASET: "adobe-success-plans" } })).toEqual([
      "expert",
      "ultimate",
    ]);
  });
});

test("bash completes with the script", () => {
  const folder = mkdtempSync(join(tmpdir(), "support-cli-"));
  const program = join(folder, "support-cli");
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${resolve("bin/support-cli.js")}" "$@"\n`);
  chmodSync(program, 0o755);
  const ask = `
    eval "$(support-cli completion bash)"
    eval "$(support-cli completion bash)"
    complete -p support-cli
    reply() { COMP_LINE="$1"; COMP_POINT=\${#COMP_LINE}; COMPREPLY=(); _support_cli; (IFS=,; echo "\${COMPREPLY[*]}"); }
    reply "support-cli deadl"
    reply "support-cli deadline -r ja"
    reply "support-cli deadline -P "
    reply "support-cli deadline --zone=Asia/Tok"
    reply "support-cli dataset validate packag"
    reply "support-cli deadline -r nowhere"
  `;
  const env = { PATH: `${folder}:${process.env.PATH}`, HOME: folder, LANG: "C" };
  const output = execFileSync("bash", ["--noprofile", "--norc", "-c", ask], { env, encoding: "utf8" });
  expect(output.split("\n")).toEqual([
    "complete -F _support_cli support-cli",
    "deadline",
    "japan",
    "P1,P2,P3,P4",
    "Asia/Tokyo",
    "package-lock.json,package.json",
    "",
    "",
  ]);
});
