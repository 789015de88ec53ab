/** `--metric`: targets beyond the first response, for plans, one ticket and files. */
import { describe, expect, test } from "vitest";
import { type Setting, type } from "../terminal.js";

const dataset = ["--dataset", "fixtures/datasets/metrics.json"];
const resolution = [...dataset, "--metric", "resolution"];
const tickets = "fixtures/tickets/resolutions.csv";
const file = [...resolution, "-p", "premium", "-r", "office", "--map", "id=Ticket", "--closed-when", "State=Closed"];
const opened = ["-P", "S1", "-r", "office", "--opened", "2026-11-20T14:00+01:00"];

async function jsonOf(argv: readonly string[], setting: Setting = {}) {
  return JSON.parse((await type([...argv, "--json"], setting)).stdout);
}

describe("compare", () => {
  test("shows the targets of the metric; one that is not stated stays unknown", async () => {
    const { metric, targets } = await jsonOf(["compare", ...resolution]);
    expect(metric).toBe("resolution");
    expect(targets.basic).toEqual({ S1: { clock: "business-days", amount: 2, unit: "days" } });
    const { stdout } = await type(["compare", ...resolution, "--lang", "zh-TW"]);
    expect(stdout).toContain("解決的目標");
    expect(stdout).toMatch(/S2 Impaired +│ \?/);
  });

  test("has the first response by default, and by its name", async () => {
    const { metric, targets } = await jsonOf(["compare", ...dataset, "--metric", "first-response"]);
    expect(metric).toBeUndefined();
    expect(targets).toEqual((await jsonOf(["compare", ...dataset])).targets);
  });

  test("of several datasets shows those that have the metric", async () => {
    const { targets } = await jsonOf(["compare", "--dataset", "fixtures/datasets/minimal.json", ...resolution]);
    // A priority that its list lacks has no target there.
    expect(targets.only).toEqual({ S2: null });
    expect(targets.premium.P1).toEqual({ clock: "24x7", amount: 8, unit: "hours" });
  });
});

describe("deadline", () => {
  test("is that of the metric, under its name in three languages", async () => {
    const shown = async (lang: string) => (await type(["deadline", ...resolution, ...opened, "--lang", lang])).stdout;
    expect(await shown("en")).toMatch(/Resolution by +│ Status/);
    expect(await shown("zh-TW")).toMatch(/解決期限 +│/);
    expect(await shown("ja")).toMatch(/解決の期限 +│/);
    const { metric, tickets } = await jsonOf(["deadline", ...resolution, ...opened, "-p", "premium"]);
    expect(metric).toBe("resolution");
    expect(tickets[0].deadline).toBe("2026-11-20T21:00:00Z");
  });

  test("is none where the metric has no target", async () => {
    const line = ["deadline", ...dataset, "--metric", "Next response", ...opened, "-p", "basic,premium", "-q"];
    expect((await type(line)).stdout).toBe("none\n2026-11-20T16:00:00+01:00\n");
  });

  test("is another event of a calendar than that of the first response", async () => {
    const uid = async (options: readonly string[]) =>
      /^UID:(.*)$/m.exec(
        (await type(["deadline", ...options, ...opened, "-p", "premium", "--format", "ics"])).stdout,
      )?.[1];
    expect(await uid(resolution)).toContain("metrics-desk/resolution/premium");
    expect(await uid(dataset)).not.toContain("resolution");
  });

  test.each([
    ["solution", "Valid values: first-response, next-response, resolution."],
    ["resolutoin", "Did you mean resolution?"],
  ])("%s is no metric", async (word, hint) => {
    const { code, stderr } = await type(["deadline", ...dataset, "--metric", word, ...opened]);
    expect(code).toBe(2);
    expect(stderr).toContain(`Invalid value for --metric: ${word}.`);
    expect(stderr).toContain(hint);
  });
});

describe("files", () => {
  test("have their resolution in the column of that name", async () => {
    const { code, stdout } = await type(["deadline", "--input", tickets, ...file]);
    expect(code).toBe(0);
    const states = stdout
      .trim()
      .split("\n")
      .slice(1)
      .map((row) => row.split(",")[7]);
    expect(states).toEqual(["met", "missed", "met", "overdue", "closed", "open"]);
    const document = await jsonOf(["deadline", "--input", tickets, ...file]);
    expect(document.metric).toBe("resolution");
    expect(document.tickets[0].responded).toBe("2026-11-16T14:05:00Z");
    expect(document.reading.columns).toContainEqual({ role: "resolved", headers: ["Resolved"], from: "name" });
  });

  test("do not show that column where the first response is measured", async () => {
    const { reading } = await jsonOf(["deadline", "--input", tickets, ...dataset, ...file.slice(4)]);
    expect(reading.columns.map(({ role }: { role: string }) => role)).not.toContain("resolved");
  });

  test("are audited by the metric, which every group names", async () => {
    const { metric, groups, tickets: counts, responseSeconds } = await jsonOf(["audit", tickets, ...file]);
    expect(metric).toBe("resolution");
    expect(counts).toEqual({ read: 6, judged: 4, unjudged: 2, bad: 0 });
    expect(groups[0]).toMatchObject({ plan: "premium", priority: "S1", metric: "resolution", met: 1, judged: 2 });
    expect(responseSeconds.S1.median).toBe(21300);
    const { stdout } = await type(["audit", tickets, ...file, "--format", "csv", "--by", "State"]);
    expect(stdout.split("\n")[0]).toBe("plan,priority,region,month,met,judged,unjudged,attainment,by,metric");
    expect(stdout.split("\n")[1]).toMatch(/,Closed,resolution$/);
  });

  test.each([
    ["en", "Resolution: audit of", "Resolution time, on the target's clock"],
    ["zh-TW", "案件成效（解決）：", "解決時間（依目標的計時方式）"],
    ["ja", "チケットの実績（解決）: ", "解決までの時間（目標の計時方法による）"],
  ])("have reports in %s that name the metric", async (lang, title, times) => {
    const text = (await type(["audit", tickets, ...file, "--lang", lang])).stdout;
    expect(text).toContain(title);
    expect(text).toContain(times);
    const page = (await type(["audit", tickets, ...file, "--lang", lang, "--format", "html"])).stdout;
    expect(page).toContain(title);
  });

  test("are watched until the metric is reached", async () => {
    const { stdout } = await type(["watch", tickets, "--once", "--json", ...file]);
    const lines = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ id, metric, state }) => [id, metric, state])).toEqual([
      ["1004", "resolution", "overdue"],
      ["1006", "resolution", "open"],
    ]);
    const { stdout: list } = await type(["watch", tickets, "--once", ...file, "--lang", "ja"]);
    expect(list).toContain("完了 4 件");
  });

  test("without the column are an error in audits that names what looks like it, and an assumption elsewhere", async () => {
    const files = { "t.csv": "id,priority,opened,Closed on\n1,S1,2026-11-20T10:00:00Z,2026-11-20T11:00:00Z\n" };
    const line = ["t.csv", ...resolution, "-p", "premium", "-r", "office"];
    const audit = await type(["audit", ...line], { files });
    expect(audit.code).toBe(3);
    expect(audit.stderr).toContain("t.csv has no column of times for resolution, so attainment cannot be calculated.");
    expect(audit.stderr).toContain('Map it with --map resolved="Closed on".');
    for (const [lang, text] of [
      ["en", "No column has times for Resolution"],
      ["zh-TW", "沒有任何欄位載明解決的時間"],
      ["ja", "解決の時刻の列がない"],
    ] as const) {
      const { stderr } = await type(["deadline", "--input", ...line, "--lang", lang], { files });
      expect(stderr).toContain(text);
    }
    const mapped = await type(["deadline", "--input", ...line, "--map", "resolved=Closed on"], { files });
    expect(mapped.stdout).toContain(",met,");
  });

  test("with a resolution before the opening have a bad row; a closing time alone is no resolution", async () => {
    const rows = ["1,S1,2026-11-20T10:00Z,2026-11-20T09:00Z,", "2,S1,2026-11-20T10:00Z,,2026-11-20T11:00Z"];
    const files = { "t.csv": `id,priority,opened,resolved,closed\n${rows.join("\n")}\n` };
    const line = ["deadline", "--input", "t.csv", ...resolution, "-p", "premium", "-r", "office"];
    const { code, stdout } = await type(line, { files });
    expect(code).toBe(3);
    expect(stdout).toMatch(/^1,.*responded-before-opened: resolved/m);
    expect(stdout).toMatch(/^2,.*,closed,$/m);
  });

  test("have no times of a next response", async () => {
    for (const lang of ["en", "zh-TW", "ja"]) {
      const line = ["audit", tickets, ...dataset, "--metric", "next-response", "-p", "premium", "--lang", lang];
      const { code, stderr } = await type(line);
      expect(code).toBe(2);
      expect(stderr).toContain("deadline --metric next-response --opened");
    }
  });

  test.each(["Resolved at", "Erledigt", "Fecha de resolución", "Date de résolution", "解決日時", "已解決", "해결일"])(
    "have it in the column %s",
    async (header) => {
      const files = { "t.csv": `id,priority,opened,${header}\n1,S1,2026-11-20T10:00Z,2026-11-20T11:00Z\n` };
      const { stdout } = await type(["deadline", "--input", "t.csv", ...resolution, "-p", "premium"], { files });
      expect(stdout).toContain(",met,");
    },
  );

  test.each([
    ["Ticket ID,Priority,Created time,Initial response time,Resolved time", "2026-11-20 10:00:00", "freshdesk"],
    ["incident_number,priority_name,created_on,seconds_to_first_ack,resolved_on", "2026-11-20T10:00:00Z", "pagerduty"],
    ["number,priority,opened_at,x,resolved_at", "2026-11-20 10:00:00", "servicenow"],
  ])("have it where a preset does: %s", async (header, time, preset) => {
    const files = { "t.csv": `${header}\n1,P1,${time},,${time.replace("10:", "11:")}\n` };
    const options = ["--priority-map", "P1=S1", "--preset", preset, "--tz", "UTC"];
    const { stdout } = await type(["deadline", "--input", "t.csv", ...resolution, "-p", "premium", ...options], {
      files,
    });
    expect(stdout).toContain(",met,");
  });
});

describe("the next response of a log of events", () => {
  const event = (id: number, time: string, author: string) => `${id},S1,2026-11-20T${time}:00Z,${author}`;
  const log = [
    ...[event(1, "09:00", "Customer"), event(1, "09:30", "Agent")],
    // Of several messages, the first is the one that awaits the response.
    ...[event(1, "10:00", "Customer"), event(1, "10:10", "Customer"), event(1, "13:00", "Agent")],
    ...[event(2, "08:00", "Agent"), event(3, "11:00", "Customer"), event(3, "11:30", "Agent")],
    event(3, "15:00", "Customer"),
  ];
  const files = { "log.csv": `id,priority,at,author\n${log.join("\n")}\n` };
  const when = ["--events", "--responded-when", "author=Agent", "--customer-when", "author=Customer"];
  const next = [...dataset, "-p", "premium", "--metric", "next-response"];
  const setting = { files, now: "2026-11-20T16:00:00Z" };

  test("is the latest one in deadline and watch, answered or not", async () => {
    const { stdout } = await type(["deadline", "--input", "log.csv", ...next, ...when], setting);
    expect(stdout.split("\n").slice(1)).toEqual([
      "1,S1,2026-11-20T09:00:00Z,2026-11-20T12:00:00Z,missed,",
      "2,S1,2026-11-20T08:00:00Z,,,",
      "3,S1,2026-11-20T11:00:00Z,2026-11-20T17:00:00Z,open,",
      "",
    ]);
    const { stdout: lines } = await type(["watch", "log.csv", "--once", "--json", ...next, ...when], setting);
    expect(JSON.parse(lines)).toMatchObject({ id: "3", opened: "2026-11-20T15:00:00Z", state: "open" });
  });

  test("is every one in audit", async () => {
    const { tickets: counts, groups } = await jsonOf(["audit", "log.csv", ...next, ...when], setting);
    expect(counts).toMatchObject({ judged: 3, unjudged: 1, bad: 0 });
    expect(groups[0]).toMatchObject({ metric: "next-response", met: 2, judged: 3 });
  });

  test("is in lists of events inside tickets too", async () => {
    const comments = log.slice(0, 5).map((row) => {
      const [, , at, author] = row.split(",");
      return { at, author };
    });
    const json = { "t.jsonl": `${JSON.stringify({ id: 1, priority: "S1", opened: comments[0]?.at, comments })}\n` };
    const line = ["audit", "t.jsonl", ...next, "--events-in", "comments", ...when.slice(1)];
    const { groups } = await jsonOf(line, { ...setting, files: json });
    expect(groups[0]).toMatchObject({ met: 1, judged: 2 });
  });

  test.each([
    [[...next, ...when.slice(0, 3)], "--customer-when"],
    [[...next, "--events", ...when.slice(3)], "--responded-when"],
    [[...dataset, "-p", "premium", ...when], "--metric next-response"],
    [[...next, ...when.slice(1)], "--events"],
    [[...next, "--events"], "Missing required options: --responded-when, --customer-when."],
    [[...next, ...when.slice(0, 3)], "Missing required option: --customer-when."],
    [[...next, "--events-in", "comments"], "Missing required options: --responded-when, --customer-when."],
    [[...next], "Use a log of events, with --events, --responded-when and --customer-when."],
  ])("%j is an error that names %s", async (options, flag) => {
    const { code, stderr } = await type(["audit", "log.csv", ...options], setting);
    expect(code).toBe(2);
    expect(stderr).toContain(flag);
  });

  test.each([
    [["adobe-success-plans"], "adobe-success-plans"],
    [["adobe-success-plans", "github-premium-support"], "adobe-success-plans or github-premium-support"],
  ])("is not suggested where %j lack it", async (datasets, listed) => {
    const line = ["audit", "log.csv", ...datasets.flatMap((id) => ["--dataset", id]), ...when];
    const { code, stderr } = await type(line, setting);
    expect(code).toBe(2);
    expect(stderr).toBe(
      `Error: --customer-when is for the metric next-response, which is not in ${listed}.\nHint: Omit --customer-when, or use a dataset that has this metric.\n`,
    );
  });

  test.each([
    ["recommend", "--tickets"],
    ["workbook", "--input"],
  ])("is no metric of %s, which has no option for it", async (command, option) => {
    const { code, stderr } = await type([command, option, "log.csv", ...dataset, ...when], setting);
    expect(code).toBe(2);
    expect(stderr).toContain("Unknown option: --customer-when.");
    expect(stderr).toContain("This option belongs to deadline, audit and watch.");
  });

  test("may be set in a settings file that serves the first response too", async () => {
    const settings = { events: true, "responded-when": "author=Agent", "customer-when": "author=Customer" };
    const written = { ...files, "/nowhere/project/support-cli.json": JSON.stringify({ tickets: settings }) };
    const run = (line: readonly string[]) =>
      jsonOf(["audit", "log.csv", ...line, "--tz", "UTC"], { ...setting, folder: "/nowhere/project", files: written });
    expect((await run(next)).groups[0]).toMatchObject({ metric: "next-response", met: 2, judged: 3 });
    expect((await run([...dataset, "-p", "premium"])).tickets).toMatchObject({ read: 3, bad: 0 });
  });

  test("is suggested where one of several datasets has it", async () => {
    const line = ["audit", "log.csv", "--dataset", "adobe-success-plans", ...dataset, ...when];
    expect((await type(line, setting)).stderr).toContain("Missing required option: --metric next-response.");
  });
});
