/**
 * `watch` with a clock of the test's own: the next deadline comes first, time counts down, changes are reported once.
 */
import { describe, expect, test } from "vitest";
import { widthOf } from "../../src/render/text/width.js";
import { type } from "../terminal.js";

const header = "id,priority,region,opened,responded\n";
const tickets = `${header}T-1,P2,japan,2026-11-20T16:40+09:00,
T-2,P1,japan,2026-11-22T17:30+09:00,
T-3,P3,emea,2026-11-20T10:00Z,2026-11-20T11:00Z
T-4,P1,emea,2026-11-22T08:00:02Z,
`;
const line = ["watch", "tickets.csv", "-p", "business"];
const cells = (stdout: string) =>
  stdout
    .trimEnd()
    .split("\n")
    .map((text) => text.split("\t").slice(0, 3).join(" "));

describe("where there is no screen", () => {
  test("each open ticket is printed once, the next deadline first, and again when its status changes", async () => {
    const { stdout, code } = await type(line, { files: { "tickets.csv": tickets }, seconds: 5 });
    expect(cells(stdout)).toEqual([
      "2026-11-22T09:00:00Z T-4 at-risk",
      "2026-11-22T09:00:00Z T-2 open",
      "2026-11-22T09:00:00Z T-1 open",
      "2026-11-22T09:00:03Z T-4 overdue",
    ]);
    expect(stdout.split("\n")[2]).toBe(
      "2026-11-22T09:00:00Z\tT-1\topen\tbusiness\tP2\tjapan\t2026-11-23T10:10:00+09:00\t4200",
    );
    expect(code).toBe(130);
  });

  test("a changed file is read again: new tickets are printed, answered ones disappear, a broken one changes nothing", async () => {
    const files: Record<string, string> = { "tickets.csv": tickets };
    const later = {
      2: () => {
        files["tickets.csv"] = "";
      },
      3: () => {
        files["tickets.csv"] =
          `${tickets.replace("17:30+09:00,", "17:30+09:00,2026-11-22T17:50+09:00")}T-9,P1,japan,2026-11-22T09:00:01Z,\n`;
      },
    };
    const { stdout } = await type(line, { files, seconds: 4, later });
    expect(cells(stdout).slice(3)).toEqual([
      "2026-11-22T09:00:03Z T-4 overdue",
      "2026-11-22T09:00:03Z T-9 open",
      "2026-11-22T09:00:03Z T-2 gone",
    ]);
  });

  test("trouble with the file is reported once, and once when it is over", async () => {
    const files: Record<string, string> = { "tickets.csv": tickets };
    const identities: Record<string, string> = { "tickets.csv": "first" };
    const bad = `${tickets}T-5,P9,emea,2026-11-22T08:00:02Z,\n`;
    const later = {
      2: () => delete files["tickets.csv"],
      4: () => Object.assign(files, { "tickets.csv": tickets }),
      5: () => Object.assign(files, { "tickets.csv": "nonsense" }),
      6: () => Object.assign(files, { "tickets.csv": bad }),
      7: () => Object.assign(files, { "tickets.csv": `${bad}T-6,P9,emea,2026-11-22T08:00:02Z,\n` }),
      8: () => Object.assign(files, { "tickets.csv": tickets }),
      9: () => {
        identities["tickets.csv"] = "second";
        files["tickets.csv"] = `${tickets}\n`;
      },
    };
    const { stderr, stdout } = await type(line, { files, identities, seconds: 10, later });
    const reported = stderr.split("\n").filter((text) => /^(Warning: (?!Dataset)|Note: tickets)/.test(text));
    expect(reported).toEqual([
      "Warning: tickets.csv cannot be read: no such file. Still showing the tickets read earlier.",
      "Note: tickets.csv is readable again.",
      expect.stringMatching(/^Warning: tickets\.csv.* Still showing the tickets read earlier\.$/),
      expect.stringMatching(/^Warning: .*1 .*5/),
      "Note: tickets.csv is readable again.",
      "Note: tickets.csv was replaced; now watching the new file.",
    ]);
    expect(stdout).not.toContain("gone");
  });

  test("trouble is shown in the head of the screen as long as it lasts", async () => {
    const files: Record<string, string> = { "tickets.csv": tickets };
    const later = {
      2: () => delete files["tickets.csv"],
      4: () => Object.assign(files, { "tickets.csv": tickets }),
    };
    const { frames, stderr } = await type(line, { files, columns: 100, rows: 10, seconds: 6, later });
    const second = frames.map((frame) => frame.split("\n")[1] ?? "");
    expect(second.filter((text) => text.includes("no such file")).length).toBeGreaterThanOrEqual(2);
    expect(second.at(-2)).not.toContain("no such file");
    expect(frames.every((frame) => frame.split("\n").length <= 10)).toBe(true);
    expect(stderr).not.toContain("no such file");
  });

  test("a stream ends when nothing can change any more", async () => {
    const stdin = `${header}T-4,P1,emea,2026-11-22T08:00:02Z,\n`;
    const { code, stdout } = await type(["watch", "-", "-p", "business"], { stdin, seconds: 60 });
    expect(cells(stdout)).toEqual(["2026-11-22T09:00:00Z T-4 at-risk", "2026-11-22T09:00:03Z T-4 overdue"]);
    expect(code).toBe(0);
  });

  test("unusable rows are reported with --quiet too", async () => {
    const stdin = `${header}T-4,P9,emea,2026-11-22T08:00:02Z,\n`;
    const { code, stderr } = await type(["watch", "-", "-p", "business", "-q"], { stdin, seconds: 60 });
    expect(stderr).toContain("P9");
    expect(code).toBe(3);
  });

  test("--now sets the clock, which goes on from there; bad rows are named and end in 3", async () => {
    const stdin = `${header}T-4,P1,emea,2026-11-22T08:00:02Z,\nT-5,P9,emea,2026-11-22T08:00:02Z,\n`;
    const { code, stdout, stderr } = await type(["watch", "-", "-p", "business", "--now", "2026-11-22T09:00:01Z"], {
      stdin,
      seconds: 60,
    });
    expect(cells(stdout)[1]).toBe("2026-11-22T09:00:03Z T-4 overdue");
    expect(stderr).toContain("P9");
    expect(code).toBe(3);
  });

  test("what it cannot do is refused", async () => {
    const files = { "tickets.csv": tickets };
    for (const more of [
      ["-o", "x.txt"],
      ["--format", "csv"],
      ["-p", "standard"],
    ])
      expect((await type([...line, ...more], { files })).code).toBe(2);
    expect((await type(["watch", "nowhere.csv", "-p", "business"])).code).toBe(3);
  });
});

describe("on a screen", () => {
  const many = `${header}${Array.from({ length: 30 }, (_, i) => `T-${i + 1},P1,japan,2026-11-22T08:${String(i + 10)}:00Z,\n`).join("")}`;
  const screen = { columns: 80, rows: 12 };

  test("the time left counts down each second, stops with its region, and q ends it", async () => {
    const { frames, code, stdout } = await type([...line, "--color", "never"], {
      ...screen,
      files: { "tickets.csv": tickets },
      seconds: 60,
      later: { 4: (press) => press("q") },
    });
    const left = (frame: string | undefined) =>
      frame
        ?.split("\n")
        .slice(2, 5)
        .map((text) => text.split("  ")[0]);
    expect(frames.slice(0, 4).map(left)).toEqual([
      ["0:00:02", "0:30:00", "1:10:00"],
      ["0:00:01", "0:29:59", "1:10:00"],
      ["0:00:00", "0:29:58", "1:10:00"],
      ["-0:00:01", "0:29:57", "1:10:00"],
    ]);
    expect(frames[0]).toContain("open, clock paused");
    expect(frames.at(-1)).toBe("closed");
    expect(stdout).toBe("");
    expect(code).toBe(0);
  });

  test.each([
    [20, 6],
    [40, 10],
    [80, 24],
    [200, 50],
  ])("%i columns by %i lines hold it", async (columns, rows) => {
    for (const lang of ["en", "zh-TW", "ja"]) {
      const { frames } = await type([...line, "--lang", lang], { columns, rows, files: { "tickets.csv": many } });
      const lines = (frames[0] ?? "").split("\n");
      expect(lines.length).toBeLessThanOrEqual(rows);
      expect(lines.filter((text) => widthOf(text) > columns)).toEqual([]);
      expect(lines[2]).toMatch(/0:10:00/);
    }
  });

  test("what does not fit is scrolled to, and no further than the end", async () => {
    const later = { 1: (press: (key: string) => void) => ["down", "page-down", "last", "first", "up"].forEach(press) };
    const { frames } = await type([...line, "--color", "never"], {
      ...screen,
      files: { "tickets.csv": many },
      seconds: 1,
      later,
    });
    const firsts = frames.map((frame) => /T-\d+/.exec(frame)?.[0]);
    expect(firsts.slice(0, 6)).toEqual(["T-1", "T-2", "T-10", "T-23", "T-1", "T-1"]);
  });

  test("Ctrl-C ends with 130, and the screen is given back", async () => {
    const later = { 1: (press: (key: string) => void) => press("interrupt") };
    const { frames, code } = await type(line, { ...screen, files: { "tickets.csv": many }, seconds: 9, later });
    expect(frames.at(-1)).toBe("closed");
    expect(code).toBe(130);
  });

  test("text from the file cannot steer the terminal", async () => {
    const { frames } = await type(line, {
      ...screen,
      files: { "tickets.csv": `${header}"\u001b[2Jx",P1,japan,2026-11-22T08:30Z,\n` },
    });
    expect(frames[0]).toContain("\\u001b[2Jx");
  });
});
