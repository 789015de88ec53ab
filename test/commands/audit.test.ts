/**
 * `audit` and `recommend --tickets`: their numbers are recomputed here from the rows that deadline --input writes, by other means.
 */
import { describe, expect, test } from "vitest";
import { calendarOf } from "../../src/data/calendars.js";
import { deadline, elapsed, loadDataset, targetFor } from "../../src/index.js";
import { parseRecords } from "../parse-csv.js";
import { type } from "../terminal.js";

const now = "2026-11-22T09:00:00Z";
const regions = ["americas", "emea", "apac", "japan"];

/** Tickets of half a year, the same every time: some late, some unanswered, some not yet due, some broken. */
function makeTickets(count: number): string {
  let state = 11;
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const rows = Array.from({ length: count }, (_, i) => {
    const opened = Date.UTC(2026, 5, 1) + random(175 * 1440) * 60_000;
    const responded =
      random(12) === 0 ? "" : new Date(opened + Math.floor(Math.exp(random(1100) / 110) * 60_000)).toISOString();
    const region = i % 97 === 0 ? "nowhere" : (regions[random(4)] as string);
    return `T-${i},P${1 + random(4)},${region},${new Date(opened).toISOString()},${responded},"x, y"`;
  });
  return `id,priority,region,opened,responded,subject\n${rows.join("\n")}\n`;
}

const file = makeTickets(1500);
const files = { "tickets.csv": file };

async function rowsUnder(plan: string): Promise<Record<string, string>[]> {
  const { stdout } = await type(["deadline", "--input", "tickets.csv", "-p", plan], { files, now });
  return parseRecords(stdout.trimEnd());
}

async function audited(argv: readonly string[] = [], setting = {}) {
  const { stdout, stderr, code } = await type(["audit", "tickets.csv", "-p", "business", "--json", ...argv], {
    files,
    now,
    ...setting,
  });
  return { code, stderr, audit: JSON.parse(stdout) };
}

const isJudged = (row: Record<string, string>) => ["met", "missed", "overdue"].includes(row.status as string);

describe("audit", () => {
  test("lines of JSON that never say when tickets were answered are refused like rows without that column", async () => {
    const line = '{"id":1,"priority":"P2","region":"japan","opened":"2026-11-18T10:00Z"}\n';
    const answered = line.replace("}", ',"responded":"2026-11-18T11:00Z"}');
    const refused = await type(["audit", "t.jsonl", "-p", "business", "--json"], {
      files: { "t.jsonl": line.repeat(3) },
    });
    expect([refused.code, refused.stdout, JSON.parse(refused.stderr).error.code]).toEqual([3, "", "no-responses"]);
    const late = await type(["audit", "t.jsonl", "-p", "business", "--json"], {
      files: { "t.jsonl": `${line.repeat(2000)}${answered}` },
    });
    expect(JSON.parse(late.stdout)).toMatchObject({ tickets: { judged: 2001 }, unanswered: { overdue: 2000 } });
  });

  test("its counts are those of the rows", async () => {
    const rows = await rowsUnder("business");
    const { audit, code } = await audited();
    expect(audit.tickets).toEqual({
      read: 1500,
      judged: rows.filter(isJudged).length,
      unjudged: rows.filter(({ status }) => status === "open" || status === "at-risk").length,
      bad: rows.filter(({ error }) => error !== "").length,
    });
    expect(audit.tickets.judged + audit.tickets.unjudged + audit.tickets.bad).toBe(1500);
    expect(audit.unanswered.overdue).toBe(rows.filter(({ status }) => status === "overdue").length);
    expect(code).toBe(3);
  });

  test("each group's met and judged are those of the rows", async () => {
    const dataset = await loadDataset("adobe-experience-cloud-2022", async () => "");
    const rows = (await rowsUnder("business")).filter(({ error }) => error === "");
    const { audit } = await audited();
    const monthOf = (row: Record<string, string>) => {
      const offset = calendarOf(dataset.regions[row.region as string]!).zone.offsetAt(Date.parse(row.opened as string));
      return new Date(Date.parse(row.opened as string) + offset).toISOString().slice(0, 7);
    };
    for (const { priority, region, month, met, judged, attainment } of audit.groups) {
      const same = rows.filter((row) => row.priority === priority && row.region === region && monthOf(row) === month);
      expect([met, judged]).toEqual([
        same.filter(({ status }) => status === "met").length,
        same.filter(isJudged).length,
      ]);
      expect(attainment).toBe(judged === 0 ? null : met / judged);
    }
    const sum = (key: "met" | "judged") =>
      audit.groups.reduce((total: number, group: Record<string, number>) => total + group[key]!, 0);
    expect(sum("judged")).toBe(audit.tickets.judged);
    expect(audit.overall).toEqual({ met: sum("met"), judged: sum("judged"), attainment: sum("met") / sum("judged") });
  });

  test("response times and the worst misses are counted on the target's clock", async () => {
    const dataset = await loadDataset("adobe-experience-cloud-2022", async () => "");
    const rows = (await rowsUnder("business")).filter(({ error }) => error === "");
    const { audit } = await audited();
    const calendars = Object.fromEntries(regions.map((region) => [region, calendarOf(dataset.regions[region]!)]));
    const on = (row: Record<string, string>, from: number, to: number) => {
      const { clock } = targetFor(dataset, "business", row.priority as string, row.region)!;
      return elapsed(calendars[row.region as string]!, from, to, {
        clock: clock === "business-days" ? "business-hours" : clock,
      });
    };
    for (const priority of ["P1", "P2", "P3", "P4"]) {
      const seconds = rows
        .filter((row) => row.priority === priority && row.responded !== "")
        .map((row) => Math.floor(on(row, Date.parse(row.opened as string), Date.parse(row.responded as string)) / 1000))
        .sort((a, b) => a - b);
      const rank = (percent: number) => seconds[Math.ceil((seconds.length * percent) / 100) - 1] as number;
      const { answered, median, p90, max } = audit.responseSeconds[priority];
      expect([answered, median, max]).toEqual([seconds.length, rank(50), seconds.at(-1)]);
      expect(Math.abs(p90 - rank(90))).toBeLessThanOrEqual(rank(90) < 172_800 ? 0 : rank(90) / 1000);
    }
    const late = rows
      .filter(({ status }) => status === "missed" || status === "overdue")
      .map((row) => Math.ceil(on(row, Date.parse(row.deadline as string), Date.parse(row.responded || now)) / 1000))
      .sort((a, b) => b - a);
    expect(audit.worst.map(({ lateSeconds }: { lateSeconds: number }) => lateSeconds)).toEqual(late.slice(0, 10));
    const worst = rows.find(({ id }) => id === audit.worst[0].id);
    expect(worst).toMatchObject({ priority: audit.worst[0].priority, deadline: audit.worst[0].deadline });
  });

  test("the what-if is the audit under the other plan", async () => {
    const own = await rowsUnder("business");
    const { audit } = await audited();
    expect(audit.whatIf.map(({ plan }: { plan: string }) => plan)).toEqual(["standard", "enterprise", "elite"]);
    for (const { plan, met, judged, medianEarlierSeconds } of audit.whatIf) {
      const rows = await rowsUnder(plan);
      expect([met, judged]).toEqual([
        rows.filter(({ status }) => status === "met").length,
        rows.filter(isJudged).length,
      ]);
      const earlier = rows
        .flatMap((row, i) =>
          row.deadline === "" ? [] : [(Date.parse(own[i]!.deadline!) - Date.parse(row.deadline!)) / 1000],
        )
        .sort((a, b) => a - b);
      expect(medianEarlierSeconds).toBe(earlier[Math.ceil(earlier.length / 2) - 1]);
    }
  });

  test("--min-attainment is a finding, which outweighs a bad row; stderr reports both", async () => {
    const sound = {
      files: {
        "tickets.csv": file
          .split("\n")
          .filter((row) => !row.includes("nowhere"))
          .join("\n"),
      },
    };
    expect((await audited(["--min-attainment", "99"], sound)).code).toBe(1);
    expect((await audited(["--min-attainment", "1"], sound)).code).toBe(0);
    const both = await type(["audit", "tickets.csv", "-p", "business", "--min-attainment", "99", "--quiet"], {
      files,
      now,
    });
    expect(both.code).toBe(1);
    expect(both.stderr).toMatch(/an error:[\s\S]*below\s--min-attainment\s99%/);
    expect((await audited(["--min-attainment", "1"])).code).toBe(3);
    expect((await type(["audit", "tickets.csv", "-p", "business", "--min-attainment", "lots"], sound)).code).toBe(2);
  });

  test("a file without times of responses cannot be audited", async () => {
    const { code, stderr } = await type(["audit", "a.csv", "-p", "business"], {
      files: { "a.csv": "id,priority,opened\n1,P1,now\n" },
    });
    expect(stderr).toContain("deadline --input");
    expect(code).toBe(3);
  });

  test.each(["text", "markdown", "csv", "html"])("%s says the same share", async (format) => {
    const { stdout } = await type(["audit", "tickets.csv", "-p", "business", "--format", format], { files, now });
    const { audit } = await audited();
    if (format === "csv") {
      const rows = parseRecords(stdout.trimEnd());
      expect(rows.reduce((sum, { met }) => sum + Number(met), 0)).toBe(audit.overall.met);
    } else
      expect(stdout).toContain(`${(Math.round((audit.overall.met / audit.overall.judged) * 1000) / 10).toFixed(1)}%`);
  });
});

describe("recommend --tickets", () => {
  test("measures needs, names their source, and gives the same plan by its command line", async () => {
    const asked = await type(["recommend", "--tickets", "tickets.csv", "--json"], { files, now });
    const found = JSON.parse(asked.stdout);
    expect(asked.code).toBe(3);
    expect(found.history.tickets.read).toBe(1500);
    expect(
      found.history.priorities
        .map(({ tickets }: { tickets: number }) => tickets)
        .reduce((a: number, b: number) => a + b),
    ).toBe(found.history.tickets.used);
    const again = await type([...found.commandLine.split(" ").slice(1), "--json"], { now });
    expect(JSON.parse(again.stdout)).toMatchObject({ recommended: found.recommended, candidates: found.candidates });
  });

  test("a need typed beside the file counts instead of the measured one", async () => {
    const { stdout } = await type(["recommend", "--tickets", "tickets.csv", "--within", "P2=2h", "--json"], {
      files,
      now,
    });
    expect(JSON.parse(stdout).answers.within.P2).toEqual({ amount: 2, unit: "hours" });
  });

  test("how often each plan would have promised sooner is counted over the rows", async () => {
    const { stdout } = await type(["recommend", "--tickets", "tickets.csv", "--json"], { files, now });
    const own = await rowsUnder("standard");
    for (const { plan, earlier, compared } of JSON.parse(stdout).history.plans) {
      const rows = await rowsUnder(plan);
      const both = rows.flatMap((row, i) =>
        row.deadline === "" ? [] : [Date.parse(own[i]!.deadline!) - Date.parse(row.deadline!)],
      );
      expect([earlier, compared]).toEqual([both.filter((ms) => ms > 0).length, both.length]);
    }
  });
});

test("a ticket's deadline in a file is that of the engine", async () => {
  const dataset = await loadDataset("adobe-experience-cloud-2022", async () => "");
  for (const row of (await rowsUnder("enterprise")).filter(({ error }) => error === "").slice(0, 300)) {
    const target = targetFor(dataset, "enterprise", row.priority as string, row.region)!;
    const due = deadline(calendarOf(dataset.regions[row.region as string]!), Date.parse(row.opened as string), target);
    expect(Date.parse(row.deadline as string)).toBe(due);
  }
});

describe("a required share", () => {
  const rows = (met: number, late: number) =>
    [
      "id,priority,region,opened,responded",
      ...Array.from({ length: met }, (_, i) => `A${i},P2,japan,2026-11-17T10:00+09:00,2026-11-17T10:30+09:00`),
      ...Array.from({ length: late }, (_, i) => `B${i},P2,japan,2026-11-17T10:00+09:00,2026-11-17T16:30+09:00`),
    ].join("\n");
  const auditOf = (met: number, late: number, required: string, ...argv: string[]) =>
    type(["audit", "t.csv", "-p", "business", "--min-attainment", required, ...argv], {
      files: { "t.csv": rows(met, late) },
      now,
    });

  test.each([
    [29, 21, "58", 0],
    [57, 43, "57", 0],
    [29, 71, "29", 0],
    [954, 46, "95.4", 0],
    [953, 47, "95.4", 1],
    [2, 1, "66.7", 1],
    [2, 1, "66.6%", 0],
    [0, 3, "0", 0],
    [3, 0, "100", 0],
  ])("%i met and %i late against %s ends with %i", async (met, late, required, code) => {
    expect((await auditOf(met, late, required, "-q")).code).toBe(code);
  });

  test.each([
    [2, 1, "50", "66.7%"],
    [949_6, 50_4, "95", "94.9%"],
    [1999, 1, "99", "99.9%"],
    [1, 15, "6.3", "6.2%"],
  ])("%i met and %i late against %s shows %s in every form", async (met, late, required, shown) => {
    for (const format of ["text", "markdown", "html"]) {
      const { stdout } = await auditOf(met, late, required, "--format", format);
      expect(stdout).toContain(shown);
      if (format === "html") expect(stdout).toContain(`>${shown.replace(" %", "")}</text>`);
    }
  });
});

const teams = [
  "id,priority,region,team,opened,responded",
  "1,P2,japan,Red,2026-11-15T23:30:00Z,2026-11-16T01:00:00Z",
  "2,P2,japan,Blue,2026-11-15T02:00:00Z,2026-11-16T00:30:00Z",
  "3,P2,emea,Red,2026-11-15T23:30:00Z,2026-11-17T16:00:00Z",
  "4,P9,emea,Red,2026-11-15T23:30:00Z,2026-11-17T16:00:00Z",
  "5,P2,emea,,2026-09-30T23:30:00Z,2026-10-02T16:00:00Z",
];

function auditTeams(argv: readonly string[]) {
  return type(["audit", "teams.csv", "-p", "business", ...argv], {
    files: { "teams.csv": `${teams.join("\n")}\n` },
    now,
  });
}

describe("groups of an audit", () => {
  test("periods are of dates in the region's zone, and weeks are those of ISO", async () => {
    const { groups, span } = JSON.parse((await auditTeams(["--json", "--period", "week"])).stdout);
    expect(groups.map((group: Record<string, unknown>) => [group.region, group.period, group.month])).toEqual([
      ["emea", "2026-W40", undefined],
      ["emea", "2026-W46", undefined],
      ["japan", "2026-W46", undefined],
      ["japan", "2026-W47", undefined],
    ]);
    expect(span).toEqual({ from: "2026-10-01", to: "2026-11-16" });
  });

  test("--show-tz sets the zone of the periods", async () => {
    const lines = (await auditTeams(["--format", "csv", "--period", "day", "--show-tz", "UTC"])).stdout.split("\n");
    expect(lines).toEqual([
      "plan,priority,region,month,met,judged,unjudged,attainment,period",
      "business,P2,emea,,0,1,0,0,2026-09-30",
      "business,P2,emea,,0,1,0,0,2026-11-15",
      "business,P2,japan,,2,2,0,1,2026-11-15",
      "",
    ]);
  });

  test("--by adds a column, whose values are the cells", async () => {
    const lines = (await auditTeams(["--format", "csv", "--by", "Team"])).stdout.split("\n");
    expect(lines.slice(0, 3)).toEqual([
      "plan,priority,region,month,met,judged,unjudged,attainment,by",
      "business,P2,emea,2026-10,0,1,0,0,",
      "business,P2,emea,2026-11,0,1,0,0,Red",
    ]);
    const json = JSON.parse((await auditTeams(["--json", "--by", "region", "--period", "year"])).stdout);
    expect(json.groups.map(({ by, period }: Record<string, unknown>) => [by, period])).toEqual([
      ["emea", "2026"],
      ["japan", "2026"],
    ]);
  });

  test("an empty cell and a flag in place of cells have a value as well", async () => {
    const text = (await auditTeams(["--by", "team"])).stdout;
    expect(text).toContain("(empty)");
    for (const [role, value] of [
      ["plan", "business"],
      ["zone", "Asia/Tokyo"],
      ["region", "japan"],
      ["priority", "P1"],
    ] as const) {
      const bare = teams.slice(0, 4).map((line) => line.replace(/^(\w+),\w+,\w+/, "$1"));
      const argv = ["audit", "bare.csv", "-p", "business", "-r", "japan", "-P", "P1", "--json", "--by", role];
      const { stdout } = await type(argv, { files: { "bare.csv": `${bare.join("\n")}\n` }, now });
      const { groups } = JSON.parse(stdout);
      expect(groups.map(({ by }: { by: string }) => by)).toContain(value);
    }
  });

  test("an unknown column is an error with the nearest header", async () => {
    const { code, stderr } = await auditTeams(["--by", "taem"]);
    expect(code).toBe(3);
    expect(stderr).toContain("Did you mean team?");
  });

  test("more groups than the limit are an error", async () => {
    const rows = Array.from({ length: 100_001 }, (_, i) => `${i},P2,japan,2026-11-15T23:30:00Z,2026-11-16T01:00:00Z`);
    const many = `id,priority,region,opened,responded\n${rows.join("\n")}\n`;
    const argv = ["audit", "many.csv", "-p", "business", "--by", "id"];
    const { code, stderr } = await type(argv, { files: { "many.csv": many }, now });
    expect(code).toBe(3);
    expect(stderr).toContain("more than 100,000 groups");
  });
});

describe("what an audit shows", () => {
  test("the heading has the days of --from and --to, the last one included", async () => {
    const argv = ["--from", "2026-11-01", "--to", "2026-12-01"];
    expect((await auditTeams(argv)).stdout).toContain("2026-11-01 to 2026-11-30");
    expect((await auditTeams(["--from", "2027-01-01", "--to", "2027-02-01"])).stdout).toContain(
      "2027-01-01 to 2027-01-31",
    );
  });

  test("percentiles are those asked for, and JSON has the usual ones besides", async () => {
    const argv = ["--percentile", "99.5", "--percentile", "75,99.5"];
    const text = (await auditTeams(argv)).stdout;
    expect(text).toContain("75% within");
    expect(text).not.toContain("90% within");
    const { responseSeconds } = JSON.parse((await auditTeams([...argv, "--json"])).stdout);
    expect(Object.keys(responseSeconds.P2)).toEqual(["answered", "median", "p90", "p75", "p99.5", "max", "exact"]);
  });

  test.each([
    ["--percentile", "0"],
    ["--percentile", "101"],
    ["--worst", "-1"],
    ["--worst", "10001"],
    ["--period", "fortnight"],
  ])("%s %s is refused", async (option, value) => {
    expect((await auditTeams([option, value])).code).toBe(2);
  });

  test("--worst limits the list of delays, from the longest", async () => {
    const worst = async (count: string) =>
      JSON.parse((await auditTeams(["--json", "--worst", count])).stdout).worst.map(({ id }: { id: string }) => id);
    const all = await worst("10000");
    expect(all).toHaveLength(2);
    expect(await worst("1")).toEqual(all.slice(0, 1));
    expect(await worst("0")).toEqual([]);
  });

  test("rows left out are in every format with their reasons, but for rows of CSV", async () => {
    const argv = ["--where", "team!=Blue"];
    for (const format of ["text", "markdown", "html"]) {
      const { stdout } = await auditTeams([...argv, "--format", format]);
      for (const text of ["Not chosen by --where", "P9"]) expect(stdout, format).toContain(text);
    }
    const { leftOut } = JSON.parse((await auditTeams([...argv, "--json"])).stdout);
    expect(leftOut).toMatchObject({ filtered: 1, errors: [{ code: "unknown-priority", rows: 1, line: 5 }] });
  });

  test("the page has the trend and the hours with their numbers", async () => {
    const { stdout } = await auditTeams(["--format", "html", "--period", "week"]);
    expect(stdout).toContain("Attainment over time, in percent; 2026-W40: 0.0%; W41: no tickets to evaluate");
    expect(stdout).toContain("When tickets are opened (local time of each region)");
    expect(stdout).toContain('<th scope="row">08:00</th>');
    const inUtc = (await auditTeams(["--format", "html", "--show-tz", "UTC", "--period", "year"])).stdout;
    expect(inUtc).toContain("When tickets are opened (UTC)");
  });
});

test.each(["--min-attainment", "--percentile"])(
  "%s of less than 1 needs its sign, as it may be a share",
  async (option) => {
    const line = ["audit", "tickets.csv", "-p", "business", "-q", "--format", "csv", option];
    const share = await type([...line, "0.95"], { files, now });
    expect([share.code, share.stdout]).toEqual([2, ""]);
    expect(share.stderr).toContain(`Invalid value for ${option}: 0.95.`);
    expect(share.stderr).toContain("with its sign if it is below 1, such as 0.5%");
    // Some rows of the file are bad.
    expect((await type([...line, "0.95%"], { files, now })).code).toBe(3);
    expect((await type([...line, "1"], { files, now })).code).toBe(3);
  },
);

describe("tickets that were closed without a response", () => {
  const closed = [
    "id,priority,opened,responded,state",
    "1,P2,2026-11-18T10:00+09:00,2026-11-18T10:30+09:00,Closed",
    "2,P2,2026-11-18T10:00+09:00,,Closed",
    "3,P2,2026-11-18T10:00+09:00,,Open",
    "4,P2,2026-11-20T17:00+09:00,,Open",
  ];
  const setting = { files: { "t.csv": `${closed.join("\n")}\n` }, now };
  const options = ["t.csv", "-p", "business", "-r", "japan", "--closed-when", "state=Closed"];

  test("are counted by themselves, not as not yet due", async () => {
    const { stdout } = await type(["audit", ...options, "--json"], setting);
    const { tickets, unanswered } = JSON.parse(stdout);
    expect({ tickets, unanswered }).toEqual({
      tickets: { read: 4, judged: 2, unjudged: 2, bad: 0 },
      unanswered: { overdue: 1, open: 1, closed: 1 },
    });
  });

  test.each([
    ["en", "4 read, 2 evaluated, 1 not yet due, 1 closed", "1 not yet due and 1 closed, not evaluated"],
    ["zh-TW", "讀取 4 件，評估 2 件，尚未到期 1 件，已結案 1 件", "1 件尚未到期、1 件已結案，不予評估"],
    ["ja", "読み取り 4 件、評価 2 件、期限前 1 件、クローズ 1 件", "期限前 1 件とクローズ 1 件は評価対象外"],
  ])("have their own words in %s", async (lang, counts, unanswered) => {
    const { stdout } = await type(["audit", ...options, "--lang", lang, "--width", "120"], setting);
    expect(stdout).toContain(counts);
    expect(stdout).toContain(unanswered);
  });

  test.each([
    [
      "en",
      "(--now); otherwise, or if it was closed (1 ticket), it is not evaluated.",
      "otherwise it is not evaluated.",
    ],
    ["zh-TW", "即計為未達成，其餘案件及已結案者（1 件）不予評估。", "即計為未達成，否則不予評估。"],
    [
      "ja",
      "未達成とし、それ以外とクローズ済みのチケット（1 件）は評価しません。",
      "未達成とし、それ以外は評価しません。",
    ],
  ])("are in the assumption about tickets without a response, in %s", async (lang, withClosed, without) => {
    const sentenceOf = async (argv: readonly string[]) => {
      const { stdout } = await type(["audit", ...argv, "--lang", lang, "--json"], setting);
      return JSON.parse(stdout).assumptions.find(({ code }: { code: string }) => code === "unanswered");
    };
    expect(await sentenceOf(options)).toMatchObject({ closed: 1, text: expect.stringContaining(withClosed) });
    const none = await sentenceOf(options.slice(0, -2));
    expect(none.text).toContain(without);
    expect(none).not.toHaveProperty("closed");
  });

  test.each([
    ["en", "1 overdue · 1 open · 1 answered · 1 closed\n"],
    ["zh-TW", "1 逾期 · 1 等待回應 · 已回應 1 件 · 已結案 1 件\n"],
    ["ja", "1 期限超過 · 1 応答待ち · 応答済み 1 件 · クローズ 1 件\n"],
  ])("are no answered ones of watch in %s", async (lang, counts) => {
    const { stdout } = await type(["watch", ...options, "--once", "--lang", lang], setting);
    expect(stdout).toContain(counts);
  });
});
