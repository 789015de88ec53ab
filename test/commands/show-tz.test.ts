/** `--show-tz`: a second zone in text, and the one zone of bare output. */
import { expect, test } from "vitest";
import { type } from "../terminal.js";

const berlin = ["--show-tz", "Europe/Berlin"];
const deadline = ["deadline", "-p", "business", "-P", "P2", "-r", "japan", "--opened", "2026-11-20T16:40+09:00"];
const now = ["--now", "2026-11-20T17:00+09:00"];

test("deadline shows each time in both zones, the ledger too", async () => {
  const { stdout } = await type([...deadline, ...now, ...berlin, "--explain", "--width", "160"]);
  expect(stdout).toContain("Mon 2026-11-23 10:10 +09:00 (Asia/Tokyo) = Mon 2026-11-23 02:10 +01:00 (Europe/Berlin)");
  expect(stdout).toContain("Fri 2026-11-20 16:40 +09:00 = Fri 2026-11-20 08:40 +01:00 (Europe/Berlin)");
  expect(stdout).toContain("Fri 2026-11-20 17:00 +09:00 = Fri 2026-11-20 09:00 +01:00 (Europe/Berlin)");
  expect(stdout).toContain("From (Europe/Berlin)");
  expect(stdout.replaceAll("\u00a0", " ")).toMatch(
    /Fri 11-20 16:40 .*Fri 11-20 17:30 .*Fri 11-20 08:40 .*Fri 11-20 09:30/,
  );
});

test("several plans show both zones", async () => {
  const { stdout } = await type(["deadline", "-P", "P2", ...deadline.slice(5), ...now, ...berlin, "--width", "160"]);
  expect(stdout).toContain("Mon 2026-11-23 12:10 +09:00 = Mon 2026-11-23 04:10 +01:00");
});

test("bare output is in that zone alone", async () => {
  const bare = [...deadline, ...now, ...berlin];
  expect((await type([...bare, "-q"])).stdout).toBe("2026-11-23T02:10:00+01:00\n");
  expect((await type([...bare, "--format", "iso"])).stdout).toBe("2026-11-23T02:10:00+01:00\n");
  expect((await type([...deadline, ...now, "--show-tz", "region", "-q"])).stdout).toBe("2026-11-23T10:10:00+09:00\n");
});

test("the zone that times have already is not repeated", async () => {
  for (const zone of ["Asia/Tokyo", "region"]) {
    const own = await type([...deadline, ...now, "--explain", "--show-tz", zone]);
    expect(own.stdout).toBe((await type([...deadline, ...now, "--explain"])).stdout);
  }
});

test("elapsed shows both ends and its ledger in both zones", async () => {
  const line = ["elapsed", "-r", "japan", "--from", "2026-11-20T16:40+09:00", "--to", "2026-11-20T17:00+09:00"];
  const { stdout } = await type([...line, ...berlin, "--explain", "--width", "160"]);
  expect(stdout).toContain("Fri 2026-11-20 17:00 +09:00 = Fri 2026-11-20 09:00 +01:00 (Europe/Berlin)");
  expect(stdout).toContain("To (Europe/Berlin)");
});

test("hours shows it in place of the user's zone, and its calendar in both", async () => {
  const line = ["hours", "japan", ...now, ...berlin, "--tz", "Asia/Taipei"];
  const { stdout } = await type([...line, "--calendar", "--width", "160"]);
  expect(stdout).toContain("= Fri 2026-11-20 09:00 +01:00 (Europe/Berlin)");
  expect(stdout).not.toContain("Asia/Taipei");
  expect(stdout).toContain("From (Europe/Berlin)");
  expect((await type([...line, "-q"])).stdout).toBe("japan open 2026-11-20T09:30:00+01:00\n");
});

test("an unknown zone is refused", async () => {
  for (const line of [deadline, ["hours"], ["elapsed", "-r", "japan", "--from", "@0"]])
    expect((await type([...line, "--show-tz", "Europe/Berln"])).code).toBe(2);
});

test("watch writes deadlines in it, else in each ticket's own zone", async () => {
  const files = {
    "t.csv": "id,priority,region,opened\n1,P2,japan,2026-11-20T16:40+09:00\n2,P2,emea,2026-11-20T16:40Z\n",
  };
  const line = ["watch", "t.csv", "-p", "business", ...now, "--tz", "UTC"];
  const own = await type(line, { files, seconds: 1 });
  expect(own.stdout).toContain("2026-11-23T10:10:00+09:00");
  const shown = await type([...line, ...berlin], { files, seconds: 1 });
  expect(shown.stdout).toContain("2026-11-23T02:10:00+01:00");
  expect(shown.stdout).not.toContain("+09:00");
});
