/** `holidays list|show`, and `--holidays` with regions, names and half days. */
import { describe, expect, test } from "vitest";
import { type, wordsOf } from "../terminal.js";

const run = async (line: string, setting: Parameters<typeof type>[1] = {}) => type(wordsOf(line), setting);
const json = async (line: string, setting: Parameters<typeof type>[1] = {}) =>
  JSON.parse((await run(`${line} --json`, setting)).stdout);

describe("holidays list", () => {
  test("has every country with its parts", async () => {
    const { places } = await json("holidays list");
    const germany = places.find(({ code }: { code: string }) => code === "DE");
    expect(germany.name).toBe("Germany");
    expect(germany.parts.map(({ code }: { code: string }) => code)).toContain("DE-BY");
    expect(places.length).toBeGreaterThan(150);
  });
  test("of a place has its parts, under any of its names", async () => {
    expect((await run("holidays list 英國 --format csv")).stdout.split("\n").slice(0, 3)).toEqual([
      "code,name,part_of",
      "GB,United Kingdom,",
      "GB-ALD,Alderney,GB",
    ]);
    expect((await run("holidays list gb -q")).stdout).toContain("GB-SCT\n");
    expect((await run("holidays list GB --lang zh-TW")).stdout).toContain("蘇格蘭");
    expect((await run("holidays list")).stdout).toContain("JP");
  });
  test.each([
    ["holidays list nowhere", 2, "No holiday data for nowhere"],
    ["holidays list --format ics", 2, "Valid values: text, json, csv."],
    ["holidays shwo", 2, "show"],
    ["holidays show", 2, "Missing required argument: place"],
    ["holidays show XY", 2, "No holiday data for XY"],
    ["holidays show JP --year 26", 2, "Expected a year"],
    ["holidays show JP --year 2026 --from 2026-01-01", 2, "--year and --from"],
    ["holidays show JP --year 2026 --to 2026-01-01", 2, "--year and --to"],
    ["holidays show JP --from today", 2, "Expected a date"],
    ["holidays show JP --from 2026-02-01 --to 2026-01-01", 2, "--from (2026-02-01)"],
    ["holidays show JP --from 1800-01-01 --to 2026-01-01", 2, "more than 100 years"],
  ])("%s is refused", async (line, code, text) => {
    const outcome = await run(line);
    expect(outcome.code, outcome.stderr).toBe(code);
    expect(outcome.stderr).toContain(text);
  });
});

describe("holidays show", () => {
  test("each date has its kind and source", async () => {
    const { holidays, confirmed, package: version } = await json("holidays show TW --year 2024");
    expect(confirmed).toEqual({ from: 2024, to: 2027 });
    expect(version).toMatch(/^3\./);
    const worked = holidays.find(({ date }: { date: string }) => date === "2024-02-17");
    expect(worked).toMatchObject({ kind: "working-day", closed: false });
    expect(worked.source).toMatchObject({ url: expect.stringContaining("dgpa.gov.tw"), retrieved: "2026-11-26" });
    const { holidays: japan } = await json("holidays show 日本 --year 2026");
    expect(japan[0]).toEqual({
      date: "2026-01-01",
      name: "New Year's Day",
      kind: "public",
      closed: true,
      source: { title: "date-holidays 3.37.0" },
    });
  });
  test("is this year's in the zone, or of a span, of which one end is enough", async () => {
    const quiet = async (line: string) => (await run(`holidays show JP -q ${line}`)).stdout.trim().split("\n");
    expect(await quiet("--now 2026-12-31T16:00Z --tz Asia/Tokyo")).toContain("2027-01-01");
    expect(await quiet("--now 2026-12-31T16:00Z --tz UTC")).toContain("2026-01-01");
    expect(await quiet("--from 2026-12-01 --to 2027-01-31")).toEqual(["2027-01-01", "2027-01-11"]);
    expect((await quiet("--from 2026-12-01")).length).toBe(17);
    expect((await quiet("--to 2026-12-01")).length).toBe(18);
  });
  test("a file of dates is shown from its first date to its last", async () => {
    const files = { "d.txt": "2031-01-01/2031-01-02\n2024-05-01\n", "none.txt": "# none yet\n" };
    expect((await run("holidays show d.txt -q", { files })).stdout).toBe("2024-05-01\n2031-01-01\n2031-01-02\n");
    expect((await run("holidays show d.txt -q --year 2031", { files })).stdout).toBe("2031-01-01\n2031-01-02\n");
    expect((await run("holidays show none.txt", { files })).stdout).toContain("No holidays in this period.");
  });
  test("dates are in order where those of a part come after its country's", async () => {
    const dates = (await run("holidays show DE-BY --year 2026 -q")).stdout.trim().split("\n");
    expect(dates).toContain("2026-01-06");
    expect(dates).toEqual([...dates].sort());
  });
  test("a file closes dates in the zone of the region", async () => {
    const ics = [
      "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:a\nDTSTART:20260518T150000Z",
      "DTEND:20260519T150000Z\nSUMMARY:Founding day\nEND:VEVENT\nEND:VCALENDAR\n",
    ].join("\n");
    const files = { "c.ics": ics };
    expect((await run("holidays show c.ics -r japan --year 2026 -q", { files })).stdout).toBe("2026-05-19\n");
    expect((await run("holidays show c.ics --zone UTC --year 2026 -q", { files })).stdout).toBe(
      "2026-05-18\n2026-05-19\n",
    );
    expect((await json("holidays show c.ics --year 2026 --tz Asia/Tokyo", { files })).zone).toBe("Asia/Tokyo");
    expect((await run("holidays show c.ics --year 2025", { files })).stdout).toContain("No holidays in this period.");
  });
  test("a file of dates has its half days with their hours", async () => {
    const files = { "d.txt": "2026-12-24 09:00-12:00 Christmas Eve\n2026-12-28/2026-12-29 Break\n" };
    expect((await run("holidays show d.txt --year 2026", { files })).stdout).toContain("half day (09:00-12:00)");
    expect((await run("holidays show d.txt --year 2026 --format csv", { files })).stdout.split("\n")).toEqual([
      "date,name,kind,closed,hours,source,source_url,source_retrieved",
      "2026-12-24,Christmas Eve,half-day,false,09:00-12:00,d.txt,,",
      "2026-12-28,Break,public,true,,d.txt,,",
      "2026-12-29,Break,public,true,,d.txt,,",
      "",
    ]);
  });
  test("its calendar file closes the same dates", async () => {
    const ics = (await run("holidays show TW --year 2026 --format ics")).stdout;
    const dates = (await run("holidays show TW --year 2026 -q")).stdout;
    expect((await run("holidays show tw.ics --year 2026 -q", { files: { "tw.ics": ics } })).stdout).toBe(dates);
  });
});

describe("--holidays", () => {
  const ticket = "deadline -p business -P P2 --quiet";
  test("region=source is for that region, in place of the general ones", async () => {
    const of = (holidays: string) =>
      run(`${ticket} -r japan --opened 2026-11-20T16:40+09:00 --holidays ${holidays}`).then(({ stdout }) =>
        stdout.trim(),
      );
    expect(await of("japan=JP")).toBe("2026-11-24T10:10:00+09:00");
    expect(await of("emea=JP")).toBe("2026-11-23T10:10:00+09:00");
    expect(await of("JP,japan=GB-ENG")).toBe("2026-11-23T10:10:00+09:00");
    expect(await of("none")).toBe("2026-11-23T10:10:00+09:00");
    expect((await run(`${ticket} -r japan --opened 2026-11-20T16:40+09:00 --holidays jpan=JP`)).stderr).toContain(
      "japan",
    );
  });
  test("hours without a region keep a country's holidays to its own", async () => {
    const { regions, warnings, assumptions } = await json("hours --holidays JP --now 2026-11-23T03:00Z");
    expect(assumptions.map(({ code }: { code: string }) => code)).not.toContain("no-holidays");
    const open = Object.fromEntries(regions.map(({ id, reason }: { id: string; reason?: string }) => [id, reason]));
    expect(open).toMatchObject({ japan: "holiday: Labor Thanksgiving Day" });
    expect(Object.values(open).filter((reason) => `${reason}`.startsWith("holiday"))).toHaveLength(1);
    const { text } = warnings.find(({ code }: { code: string }) => code === "holidays-left-out");
    expect(text).toContain(
      "elsewhere: Americas; Europe, Middle East & Africa; Asia Pacific. To apply them to a region, name it",
    );
    const named = await json("hours emea --holidays JP --now 2026-11-23T10:00Z");
    expect(named.regions[0].reason).toBe("holiday: Labor Thanksgiving Day");
    const own = await json("hours --holidays emea=JP --now 2026-11-23T10:00Z");
    expect(own.regions.find(({ id }: { id: string }) => id === "emea").reason).toBe("holiday: Labor Thanksgiving Day");
    const files = { "d.txt": "2026-11-23 Closed\n" };
    const all = await json("hours --holidays d.txt --now 2026-11-23T10:00Z", { files });
    expect(
      all.regions.every(
        ({ reason }: { reason?: string }) => reason === undefined || reason === "holiday: Closed" || reason === "night",
      ),
    ).toBe(true);
  });
  test("a half day has its hours, and they beat a closure", async () => {
    const files = { "d.txt": "2026-11-23 10:00-12:00 Half day\n" };
    const of = (holidays: string) =>
      run(`${ticket} -r japan --opened 2026-11-20T16:40+09:00 --holidays ${holidays}`, { files });
    expect((await of("JP,d.txt")).stdout).toBe("2026-11-23T11:10:00+09:00\n");
  });
  test("a file of tickets warns of years that were not compared", async () => {
    const files = { "t.csv": "id,priority,opened\n1,P2,2026-11-20T10:00Z\n2,P2,2040-11-20T10:00Z\n" };
    const line = "deadline -p business -r emea --input t.csv --now 2026-11-21T00:00Z --holidays";
    expect((await run(`${line} GB-ENG`, { files })).stderr).toContain("for 2015 to 2034 only");
    expect(
      (await run(`${line} GB-ENG`, { files: { "t.csv": "id,priority,opened\n1,P2,2026-11-20T10:00Z\n" } })).stderr,
    ).not.toContain("official");
    expect((await run(`${line} GB-ENG`, { files: { "t.csv": "id,priority,opened\n1,P2,?\n" } })).stderr).not.toContain(
      "official",
    );
  });
});
