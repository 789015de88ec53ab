/** Times and pauses of options, as commands read them. */
import { describe, expect, test } from "vitest";
import { type } from "../terminal.js";

const deadline = ["deadline", "-p", "business", "-P", "P2", "-r", "japan", "-q", "--now", "2026-11-20T16:40+09:00"];
const tokyo = ["--tz", "Asia/Tokyo"];

describe("a pause without an end", () => {
  test("lasts until now in a deadline", async () => {
    const opened = ["--opened", "2026-11-20T09:00+09:00", "--pause"];
    const open = await type([...deadline, ...opened, "2026-11-20T10:00+09:00/"]);
    const closed = await type([...deadline, ...opened, "2026-11-20T10:00+09:00/2026-11-20T16:40+09:00"]);
    expect(open).toEqual(closed);
    expect(open.stdout).toBe("2026-11-23T09:10:00+09:00\n");
  });

  test("lasts until now in elapsed time, and may be written in any form of a time", async () => {
    const line = [
      "elapsed",
      "-r",
      "japan",
      "--from",
      "2026-11-20T09:00+09:00",
      "-q",
      "--now",
      "2026-11-20T16:40+09:00",
    ];
    for (const pause of ["2026-11-20T10:00+09:00/", "6 hours 40 min ago/", "Fri, 20 Nov 2026 10:00:00 +0900/ "])
      expect((await type([...line, "--pause", pause])).stdout, pause).toBe("3600\n");
    const two = "Fri, 20 Nov 2026 10:00:00 +0900/Fri, 20 Nov 2026 11:00:00 +0900,2026-11-20T12:00+09:00/";
    expect((await type([...line, "--pause", two])).stdout).toBe("7200\n");
  });

  test("lasts until now for the tickets of a file", async () => {
    const files = { "t.csv": "id,priority,opened\n1,P2,2026-11-20T09:00+09:00\n" };
    const line = [...deadline.slice(0, 3), "-r", "japan", "--now", "2026-11-20T16:40+09:00", "--input", "t.csv"];
    const open = await type([...line, "--format", "csv", "--pause", "2026-11-20T10:00+09:00/"], { files });
    expect(open.stdout).toContain("2026-11-23T00:10:00Z");
  });

  test("is refused where it begins after now, or has no beginning", async () => {
    for (const pause of ["2026-11-20T17:00+09:00/", "/2026-11-20T17:00+09:00", "/", "a/b/c"]) {
      const { code, stderr } = await type([...deadline, "--pause", pause]);
      expect(code, pause).toBe(2);
      expect(stderr).toContain("START/ for a pause until now");
    }
  });
});

describe("typed times", () => {
  test("a time without a date is of today in --tz, with an assumption", async () => {
    const { stdout, stderr } = await type([...deadline, ...tokyo, "--opened", "16:10"]);
    expect(stdout).toBe("2026-11-23T09:40:00+09:00\n");
    expect(stderr).toContain("--opened 16:10 is interpreted as 2026-11-20T16:10:00+09:00. [date-from-now]");
    const withOffset = await type([...deadline, ...tokyo, "--opened", "07:10Z"]);
    expect(withOffset.stderr).toContain("2026-11-20T07:10:00Z");
  });

  test("a length from now needs no zone and no assumption", async () => {
    expect(await type([...deadline, "--opened", "30m ago"])).toMatchObject({
      stdout: "2026-11-23T09:40:00+09:00\n",
      stderr: "",
    });
  });

  test("the name of a day is its start in --from and --to, and no time elsewhere", async () => {
    const line = ["elapsed", "-r", "japan", ...tokyo, "-q", "--now", "2026-11-20T16:40+09:00"];
    expect((await type([...line, "--from", "yesterday", "--to", "today"])).stdout).toBe("30600\n");
    const { code, stderr } = await type([...deadline, ...tokyo, "--opened", "yesterday"]);
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining("date without a time") });
  });

  test("two readings are refused with both", async () => {
    const { code, stderr } = await type([...deadline, ...tokyo, "--opened", "4:10"]);
    expect(code).toBe(2);
    expect(stderr).toContain("Use 04:10 or 16:10.");
  });
});
