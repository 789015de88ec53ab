/**
 * Golden sessions: each file in fixtures/sessions is a command line with what it printed and its exit code.
 * `npm run golden` regenerates them; the diff is then read.
 */
import { describe, expect, test } from "vitest";
import { dayLines } from "./session-lines.js";
import { type Setting, type, wordsOf } from "./terminal.js";

const sessions: [line: string, setting?: Setting][] = [
  ["compare"],
  ["compare --lang zh-TW"],
  ["compare standard business enterprise elite --only-differences"],
  ["compare --all --format markdown"],
  ["compare --only-differences --group field --lang zh-TW"],
  ["compare --all --group business-features --lang ja"],
  ["compare --format csv"],
  ["compare --json"],
  ["compare --dataset adobe-success-plans"],
  ["compare --dataset fixtures/datasets/redhat.json"],
  ["compare --dataset github-premium-support --dataset cloudflare-support"],
  [
    "deadline --dataset github-premium-support --dataset canonical-ubuntu-pro -P high --zone Asia/Tokyo --opened 2026-11-20T16:40+09:00",
  ],
  ["deadline --dataset github-premium-support --dataset canonical-ubuntu-pro -P S2"],
  ["deadline --dataset github-premium-support --dataset canonical-ubuntu-pro -P high --opened 2026-11-20T16:40+09:00"],
  ["deadline --dataset github-premium-support --dataset cloudflare-support -P urgent -p premium"],
  ["deadline --dataset github-premium-support -p premium -P low --opened 2026-11-20T16:40+09:00"],
  ["audit fixtures/tickets/vendors.csv --dataset github-premium-support --dataset cloudflare-support -p premium-plus"],
  ["deadline -p business -P P2 -r japan --opened 2026-11-20T16:40+09:00"],
  ["deadline -p business -P P2 -r japan --opened 2026-11-20T16:40+09:00 --quiet"],
  ["deadline -p business -P P2 -r japan --opened 2026-11-20T16:40+09:00 --holidays JP --quiet"],
  ["deadline -p business -P P2 -r japan --opened 2026-11-20T16:40+09:00 --holidays JP --explain"],
  ["deadline -p business -P P2 -r japan --opened 2026-11-20T16:40+09:00 --holidays JP --explain --json"],
  [
    "deadline -P P3 -r americas --opened 2026-11-20T16:40 --tz America/New_York --pause 2026-11-23T15:00Z/2026-11-23T16:30Z --explain",
  ],
  ["deadline -P P4 -r japan --opened 2026-11-20T16:40+09:00 --holidays JP --explain"],
  ["deadline -P P4 -p standard -r emea --opened 2026-11-20T22:00Z --count-days end-of-day --explain"],
  ["deadline -P P1 --opened 2026-11-22T08:30Z --tz Asia/Tokyo"],
  ["deadline -P P1 --opened 2026-11-22T08:30Z --format epoch"],
  ["deadline -p enterprise -P P2 -r emea --opened 2026-11-20T23:30Z --explain"],
  ["deadline -p business -P P2 -r japan --opened 2026-11-19T10:00+09:00 --responded 2026-11-19T13:30+09:00 --check"],
  ["deadline -P P2 -r apac --opened 2026-11-20T09:00+08:00 --format csv"],
  [
    "deadline -p business -P P2 -r japan --opened 2026-11-20T16:40+09:00 --holidays JP --format ics --alarm 30m --lang ja",
  ],
  ["hours emea japan --holidays fixtures/holidays/company.ics --format ics"],
  ["elapsed -r emea --from 2026-11-20T16:00Z --to 2026-11-23T10:30Z --explain"],
  ["elapsed -r emea --from 2026-11-23T10:30Z --to 2026-11-20T16:00Z --format iso"],
  ["elapsed -r japan --from 2026-11-20T16:00+09:00 --to 2026-11-24T10:30+09:00 --holidays JP --json --explain"],
  ["hours japan --holidays JP --tz Asia/Taipei --now 2026-11-20T07:00Z"],
  ["hours"],
  ["hours --quiet"],
  ["hours --format csv"],
  ["hours emea --json"],
  ["hours emea --calendar --from 2026-12-24T12:00Z --to 2027-01-04T12:00Z --holidays GB"],
  ["hours japan --calendar --from 2026-11-20T16:40+09:00 --to 2026-11-25T12:00+09:00 --format csv"],
  ["hours --from 2026-12-24T12:00Z"],
  ["recommend --need live-telephone --contacts 5 --within P2=2h"],
  ["recommend --need named-support-engineer --within P1=30m@24x7 --budget any"],
  ["recommend --contacts 3 --budget included --json"],
  ["recommend --need live-telephone --contacts 5 --within P2=2h --budget included --lang zh-TW"],
  ["recommend --need live-telephone --need technical-account-manager --budget any --lang ja"],
  ["recommend --product commerce --language ja --format markdown"],
  ["recommend"],
  [
    "audit fixtures/tickets/history.csv -p business -r emea --events --responded-when state!=New --pause-when 'state=On hold' --now 2026-11-22T09:00Z",
  ],
  ["config show"],
  ["config show --plan business --lang ja --json"],
  ["completion bash"],
  ["completion tcsh"],
  ["dataset list"],
  ["dataset diff fixtures/datasets/changes/desk-1.0.0.json fixtures/datasets/changes/desk-1.1.0.json"],
  ["dataset show adobe-success-plans"],
  ["dataset validate fixtures/datasets/aws.json"],
  ["dataset validate fixtures/datasets/broken/unknown-clock.json"],
  [
    "sql --dialect postgres -r japan --holidays JP --from 2026-11-01T00:00+09:00 --to 2026-11-15T00:00+09:00 --table helpdesk.tickets",
  ],
  ["sql --dialect duckdb"],
  [
    "workbook -p business -r japan --input fixtures/tickets/autumn.csv --from 2026-01-01T00:00Z --to 2028-01-01T00:00Z -o sla.xlsx",
  ],
  ["workbook -p business -o sla.xlsx --lang ja"],
  ["workbook --help --lang zh-TW"],
  ...dayLines.map((line): [string] => [line]),
  ["dataset init"],
  ["--help"],
  ["deadline --help"],
  ["help exit-codes"],
  ["help time-rules"],
  ["help formats"],
  ["help environment"],
  ["help time-rule"],
  ["deadlin"],
  ["deadline --opend now"],
  ["deadline -P P2 -r japn"],
  ["deadline -P P2 -r japan --opened 2026-02-30T10:00Z --json"],
  ["deadline -P P2 -r japan --opened 2026-11-20"],
  ["deadline -P P1 --tz UTC+8"],
  ["deadline -P P2 -r emea --zone Europe/Londn"],
  ["deadline -P P2 -r americas --opened 2026-11-01T01:30 --tz America/New_York --quiet"],
];

/** A file name that still reads as the command line. */
function fileNameOf(line: string): string {
  return line.replace(/[^\w=.@+-]+/g, "_").slice(0, 150);
}

describe("golden sessions", () => {
  test.each(sessions)("support-cli %s", async (line, setting) => {
    const { code, stdout, stderr } = await type(wordsOf(line), setting);
    const session = `$ support-cli ${line}\n[exit ${code}]\n--- stdout\n${stdout}--- stderr\n${stderr}`;
    await expect(session).toMatchFileSnapshot(`../fixtures/sessions/${fileNameOf(line)}.txt`);
  });
});
