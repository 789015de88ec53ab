/**
 * The machine's zone: which values of TZ name one, and what each command does where none is named. The values are tried on the runtime
 * itself, which reads TZ again whenever it is set.
 */
import { afterEach, describe, expect, test } from "vitest";
import { ianaOfWindows } from "../../src/core/windows-zones.js";
import { isZone } from "../../src/core/zone.js";
import { langs } from "../../src/data/dataset.js";
import { systemZoneOf } from "../../src/io/system-zone.js";
import { type Setting, type } from "../terminal.js";

const before = process.env.TZ;
afterEach(() => {
  process.env.TZ = before;
});

function systemZone(tz: string): string | undefined {
  process.env.TZ = tz;
  return systemZoneOf(tz, isZone);
}

describe("the system's zone", () => {
  test.each([
    "JST-9",
    "<+09>-9",
    "<+0545>-5:45",
    "UTC+5",
    "UTC0",
    "UTC-0",
    "GMT-14",
    "EST5",
    "EST5EDT,M3.2.0,M11.1.0",
    "CET-1CEST",
    "+09:00",
    "+0900",
    "9",
    "/usr/share/zoneinfo/Asia/Tokyo",
    ":/usr/share/zoneinfo/Asia/Tokyo",
    "posix/Asia/Tokyo",
    "right/Asia/Tokyo",
    "posixrules",
    "localtime",
    "Foo/Bar",
    "Europe/Tokyo",
    "Asia/tokyo",
    "asia/tokyo",
    "ASIA/TOKYO",
    "utc",
    "Utc",
    "japan",
    "Asia/Tokyo ",
    " Asia/Tokyo",
    "Asia/Tokyo\n",
    ": Asia/Tokyo",
    "::Asia/Tokyo",
    " ",
    "JST",
    "PST",
    "IST",
    "SystemV/EST5",
    "Etc/Unknown",
    "Factory",
    "Tokyo Standard Time",
    "Asia/Tokyo,Europe/London",
  ])("%j names none", (tz) => expect(systemZone(tz)).toBeUndefined());

  test.each([
    ["Asia/Tokyo", "Asia/Tokyo"],
    [":Asia/Tokyo", "Asia/Tokyo"],
    ["Asia/Kolkata", "Asia/Kolkata"],
    ["Asia/Kolkata", "Asia/Kolkata"],
    ["Japan", "Japan"],
    ["US/Pacific", "US/Pacific"],
    ["America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"],
    ["UTC", "UTC"],
    [":UTC", "UTC"],
    ["GMT", "GMT"],
    ["GMT0", "GMT0"],
    ["Zulu", "Zulu"],
    ["Etc/UTC", "Etc/UTC"],
    ["Etc/GMT+5", "Etc/GMT+5"],
    ["Etc/GMT-14", "Etc/GMT-14"],
    ["EST", "EST"],
    ["CET", "CET"],
    ["EST5EDT", "EST5EDT"],
    ["", "UTC"],
    [":", "UTC"],
  ])("%j is %s", (tz, zone) => expect(systemZone(tz)).toBe(zone));

  test("every name that the runtime lists is one", () => {
    expect(Intl.supportedValuesOf("timeZone").filter((name) => systemZone(name) !== name)).toEqual([]);
  });

  test("without TZ it is the machine's own, if that has a name", () => {
    process.env.TZ = "Europe/Paris";
    expect(systemZoneOf(undefined, isZone)).toBe("Europe/Paris");
    process.env.TZ = "JST-9";
    expect(systemZoneOf(undefined, isZone)).toBeUndefined();
  });
});

const nowhere: Setting = { zone: null, env: { TZ: "JST-9" }, now: "2026-11-22T09:00:00Z" };
const header = "id,priority,region,opened,responded";
const files = {
  "local.csv": `${header}\nA,P2,japan,2026-11-20T12:00,2026-11-20T13:00\n`,
  "german.csv": `${header}\nA,P2,japan,20.11.2026 12:00,20.11.2026 13:00\n`,
  "late.csv": `${header}\n${"A,P2,japan,2026-11-20T12:00Z,2026-11-20T13:00Z\n".repeat(5)}B,P2,japan,2026-11-20T12:00Z,2026-11-20T13:00\n`,
  "local.jsonl":
    '{"id":1,"priority":"P2","region":"japan","opened":"2026-11-20 12:00","responded":"2026-11-20 13:00"}\n',
  "offset.csv": `${header}\nA,P2,japan,2026-11-20T12:00+09:00,@1795146000\nB,P1,,"20 Nov 2026 12:00 +0900",\n`,
};

describe("a system that names no zone", () => {
  test.each([
    "deadline -p business -P P2 -r japan --opened 2026-11-20T12:00 -q",
    "deadline -p business -P P2 -r japan --opened 2026-11-20T12:00Z --responded 2026-11-20T13:00",
    "deadline -p business -P P2 -r japan --opened now --pause 2026-11-20T12:00/2026-11-20T13:00Z",
    "deadline -p business -P P2 -r japan --opened now --pause 2026-11-20T12:00Z/2026-11-20T13:00",
    "deadline -p business -P P2 -r japan --now 2026-11-20T12:00",
    "compare --now 2026-11-20T12:00",
    "elapsed -r japan --from 2026-11-20T12:00 --to now",
    "elapsed -r japan --from 2026-11-20T12:00Z --to 2026-11-20T13:00",
    "hours japan --calendar --from 2026-11-20T12:00",
    "hours japan --now 2026-11-20T12:00",
    "sql --dialect duckdb -r japan --from 2026-01-01T00:00 --to 2027-01-01T00:00Z",
    "deadline -p business --input local.csv --pause 2026-11-20T12:00/now",
    "deadline -p business --input local.csv",
    "deadline -p business --input german.csv",
    "deadline -p business --input late.csv",
    "deadline -p business --input local.jsonl",
    "deadline -p business --input local.csv --json",
    "audit local.csv -p business",
    "watch local.csv -p business",
    "recommend --tickets local.csv --no-input",
  ])("%s is refused", async (line) => {
    const { code, stderr } = await type(line.split(" "), { ...nowhere, files });
    expect(code).toBe(2);
    expect(stderr).toContain("JST-9");
    expect(stderr).toContain("--tz");
    if (/--input (?!.*--pause)|audit|watch|--tickets/.test(line)) expect(stderr).toContain("--source-tz");
  });

  test.each(langs)("the error has a code of its own, the value and the flag in %s", async (lang) => {
    const line = ["elapsed", "-r", "japan", "--from", "2026-11-20T12:00", "--to", "now", "--lang", lang];
    const { error } = JSON.parse((await type([...line, "--json"], nowhere)).stderr);
    expect(error.code).toBe("unknown-system-zone");
    expect(error.message).toContain("TZ=JST-9");
    expect(error.hint).toContain("--tz");
    const unset = JSON.parse((await type([...line, "--json"], { ...nowhere, env: {} })).stderr).error;
    expect(unset.message).not.toContain("TZ=");
    const padded = JSON.parse(
      (await type([...line, "--json"], { ...nowhere, env: { TZ: "Asia/Tokio " } })).stderr,
    ).error;
    expect(padded.message).toContain('TZ="Asia/Tokio "');
    expect(padded.hint).toContain("--tz Asia/Tokyo");
  });

  test.each([
    ["UTC+5", "Asia/Tokyo"],
    ["Foo/Bar", "Asia/Tokyo"],
    ["europe/paris", "Europe/Paris"],
    [":/usr/share/zoneinfo/Europe/Paris", "Europe/Paris"],
    ["America/New_Yorck", "America/New_York"],
  ])("for TZ=%s the hint is --tz %s", async (tz, zone) => {
    const { stderr } = await type(["deadline", "-P", "P1", "--opened", "2026-11-20T12:00"], {
      ...nowhere,
      env: { TZ: tz },
    });
    expect(stderr).toContain(`such as --tz ${zone},`);
  });

  test.each([
    "deadline -p business -P P2 -r japan --opened 2026-11-20T12:00+09:00 -q",
    "deadline -p business -P P2 -r japan --opened now",
    "deadline -p business -P P2 -r japan --opened @1795146000",
    "deadline -p business -P P2 -r japan --opened 2026-11-20T12:00 --tz Asia/Tokyo",
    "compare",
    "elapsed -r japan --from 2026-11-20T12:00Z --to now",
    "sql --dialect duckdb -r japan --from 2026-01-01T00:00Z --to 2027-01-01T00:00Z",
    "config show",
    "deadline -p business --input offset.csv",
    "deadline -p business --input local.csv --source-tz Asia/Tokyo",
    "deadline -p business --input local.csv --tz Asia/Tokyo",
    "audit offset.csv -p business",
    "audit german.csv -p business --source-tz Asia/Tokyo",
  ])("%s needs none", async (line) => {
    expect(await type(line.split(" "), { ...nowhere, files })).toMatchObject({ code: 0 });
  });

  test("output that would be in its zone is in UTC, with a notice", async () => {
    const assumed = (stdout: string) =>
      JSON.parse(stdout).assumptions.filter(({ code }: { code: string }) => code.endsWith("system-zone"));
    const utc = [
      { code: "unknown-system-zone", variable: "JST-9", zone: "UTC", text: expect.stringContaining("TZ=JST-9") },
    ];
    const line = "deadline -p business -P P1 --opened 2026-11-20T12:00+09:00".split(" ");
    expect((await type([...line, "-q"], nowhere)).stdout).toBe("2026-11-20T04:00:00+00:00\n");
    expect(assumed((await type([...line, "--json"], nowhere)).stdout)).toEqual(utc);
    expect(assumed((await type(["hours", "japan", "--json"], nowhere)).stdout)).toEqual(utc);
    expect(
      assumed((await type(["audit", "offset.csv", "-p", "business", "--json"], { ...nowhere, files })).stdout),
    ).toEqual(utc);
    expect(assumed((await type([...line, "--json", "--tz", "Asia/Tokyo"], nowhere)).stdout)).toEqual([]);
  });
});

describe("looking up the system's zone", () => {
  test("happens once in a run, and not at all where no time needs it", async () => {
    const rows = Array.from({ length: 50 }, (_, i) => `A${i},P2,japan,20.11.2026 12:${10 + (i % 50)},20.11.2026 13:00`);
    const many = { "many.csv": [header, ...rows].join("\n"), ...files };
    const asked: string[] = [];
    const counted = async (line: string) => {
      asked.length = 0;
      await type(line.split(" "), { files: many, onSystemZone: () => asked.push("asked") });
      return asked.length;
    };
    expect(await counted("deadline -p business --input many.csv")).toBe(1);
    expect(await counted("audit many.csv -p business --now 2026-11-20T12:00")).toBe(1);
    expect(await counted("hours --from 2026-11-20T12:00 --calendar")).toBe(1);
    expect(await counted("deadline -p business -P P2 -r japan --opened 2026-11-20T12:00+09:00")).toBe(0);
    expect(await counted("deadline -p business --input local.csv --tz Asia/Tokyo")).toBe(0);
  });
});

test.each([
  ["Tokyo Standard Time", "Asia/Tokyo"],
  ["w. europe standard time", "Europe/Berlin"],
  ["India Standard Time", "Asia/Kolkata"],
  ["Pacific Standard Time", "America/Los_Angeles"],
])("the Windows name %s is refused with the IANA name", async (name, zone) => {
  const flag = await type(["deadline", "-p", "business", "-P", "P1", "--opened", "now", "--tz", name]);
  expect([flag.code, flag.stderr]).toEqual([2, expect.stringContaining(`Did you mean ${zone}?`)]);
});

test("every Windows name means a zone that there is", () => {
  expect(ianaOfWindows.size).toBeGreaterThan(130);
  expect([...ianaOfWindows.values()].filter((zone) => !isZone(zone))).toEqual([]);
});
