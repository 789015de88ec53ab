/**
 * Exports of well-known systems, good and broken, as they come: which system it is, and every row's deadline or error.
 */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { presetNames } from "../../src/tickets/names.js";
import { presets } from "../../src/tickets/presets.js";
import { parseRecords } from "../parse-csv.js";
import { type, wordsOf } from "../terminal.js";

async function run(file: string, argv: readonly string[] = []) {
  const path = `fixtures/tickets/${file}`;
  const ran = await type(["deadline", "--input", path, "-p", "business", "-r", "japan", ...argv]);
  const rows = parseRecords(ran.stdout.trimEnd());
  return { ...ran, rows, error: (i: number) => rows[i]?.error?.split(":")[0], given: readFileSync(path, "utf8") };
}

const tokyo = ["--source-tz", "Asia/Tokyo"];

describe("exports", () => {
  test("Zendesk: minutes to the first reply, the account's zone, empty marks", async () => {
    const { stderr, rows, code, error } = await run("zendesk.csv", tokyo);
    expect(stderr).toContain("an export from zendesk");
    expect(rows.map((row) => row.sla_status ?? row.status)).toEqual(["met", "missed", "overdue", "met", "", "", ""]);
    expect(rows[0]).toMatchObject({ Id: "4101", deadline: "2026-11-17T02:10:00Z" });
    expect([4, 5, 6].map(error)).toEqual(["missing-cell", "bad-duration", "bad-time"]);
    expect(code).toBe(3);
    const dash = { "t.csv": "Id,Created at,Priority,Tags\n1,2026-11-17 09:10,High,-\n2,2026-11-17 09:10,-,-\n" };
    const zendesk = [...tokyo, "--preset", "zendesk"];
    const { stdout } = await type(["deadline", "--input", "t.csv", "-p", "business", "-r", "japan", ...zendesk], {
      files: dash,
    });
    expect(stdout).toMatch(/^1,2026-11-17 09:10,High,-,2026.*\n2,2026-11-17 09:10,-,-,,,missing-cell/m);
  });

  test("Jira: day/month-name/year, translated headers, an SLA cell that is no time", async () => {
    const english = await run("jira.csv", tokyo);
    expect(english.stderr).toContain("an export from jira");
    expect(english.rows[0]).toMatchObject({
      "Issue key": "SUP-1",
      Created: "05/Mar/24 3:15 PM",
      deadline: "2024-03-05T08:15:00Z",
    });
    expect(english.rows.map(({ status, sla_status }) => sla_status ?? status)).toEqual([
      "met",
      "missed",
      "overdue",
      "",
    ]);
    expect(english.error(3)).toBe("bad-time");
    const german = await run("jira-de.csv", tokyo);
    expect(german.stderr).toContain("an export from jira");
    expect(german.rows[0]?.deadline).toBe("2024-03-05T08:15:00Z");
  });

  test.each(["Custom field", "Campo personalizado", "Champs personnalisés", "カスタムフィールド"])(
    "Jira: the first response where custom fields are called %s",
    async (word) => {
      const header = `Issue key,Priority,Created,${word} ([CHART] Date of First Response)`;
      const file = `${header}\nSUP-1,High,18/Nov/26 3:15 PM,18/Nov/26 3:45 PM\n`;
      const { stdout } = await type(["deadline", "--input", "t.csv", "-p", "business", "-r", "japan", ...tokyo], {
        files: { "t.csv": file },
      });
      expect(stdout).toContain("3:45 PM,2026-11-18T08:15:00Z,met,");
    },
  );

  test("ServiceNow: lists have the user's zone, ? is nothing; audit exports write the day first", async () => {
    const list = await run("servicenow.csv", tokyo);
    expect(list.stderr).toContain("an export from servicenow (number, opened_at)");
    expect(list.stderr).toContain("  Times: opened: Asia/Tokyo (--source-tz)\n");
    expect(list.rows[0]).toMatchObject({ number: "INC0010001", deadline: "2026-11-18T02:00:00Z" });
    const inNewYork = JSON.parse((await run("servicenow.csv", ["--json", "--tz", "America/New_York"])).stdout);
    expect(inNewYork.reading.times).toEqual([
      { role: "opened", column: "opened_at", zones: [{ zone: "America/New_York", why: "tz" }], numbers: null },
    ]);
    expect(list.error(2)).toBe("missing-cell");
    const log = await run("servicenow-audit.csv");
    expect(log.rows[0]).toMatchObject({ opened_at: "29/2/2016 01:16", deadline: "2016-02-29T03:16:00Z" });
    expect(log.rows[1]?.deadline).toBe("2016-03-01T02:00:00Z");
  });

  test("Salesforce: the API's +0000, and reports in the user's locale", async () => {
    const api = await run("salesforce-api.csv");
    expect(api.stderr).toContain("an export from salesforce");
    expect(api.rows[0]?.deadline).toBe("2026-11-18T03:15:00Z");
    const report = await run("salesforce.csv", tokyo);
    expect(report.rows[0]).toMatchObject({
      "Date/Time Opened": "11/18/2026 3:15 PM",
      deadline: "2026-11-18T08:15:00Z",
    });
    expect([3, 4].map(report.error)).toEqual(["bad-time", "missing-cell"]);
    expect(report.code).toBe(3);
  });

  test("Adobe's portal gives deadlines, and audit reports that it has no responses", async () => {
    const { stderr, rows, error } = await run("adobe.csv", tokyo);
    expect(stderr).toContain("an export from adobe");
    expect([2, 3].map(error)).toEqual(["bad-time", "unknown-priority"]);
    expect(rows[0]).toMatchObject({ "Case Number": "E-000801", deadline: "2026-11-18T03:30:00Z" });
    const audit = await type(["audit", "fixtures/tickets/adobe.csv", "-p", "business", "-r", "japan"]);
    expect(audit.stderr).toContain("has no column of first responses (adobe)");
    expect(audit.code).toBe(3);
  });

  test("a column that was mistyped is suggested", async () => {
    const argv = ["deadline", "--input", "t.csv", "-p", "business", "--map", "opened=Opend at", "--lang", "en"];
    const { stderr, code } = await type(argv, {
      files: { "t.csv": "id,priority,Opened at\n1,P1,2026-11-18T10:00Z\n" },
    });
    expect(stderr).toContain("is missing column Opend at");
    expect(stderr).toContain("Did you mean Opened at?");
    expect(code).toBe(3);
  });

  test("of two headers that differ in case, --map names the one that is meant", async () => {
    const files = { "t.csv": "id,priority,Opened,opened\n1,P1,x,2026-11-18T10:00Z\n" };
    const argv = ["deadline", "--input", "t.csv", "-p", "business"];
    expect((await type(argv, { files })).stderr).toContain("more than one column opened");
    const { stdout, code } = await type([...argv, "--map", "opened=opened"], { files });
    expect([code, stdout]).toEqual([0, expect.stringContaining("2026-11-18T11:00:00Z")]);
  });

  test("a header that fits two systems is an error that names the flag", async () => {
    const { stderr, code } = await type(["deadline", "--input", "t.csv", "-p", "business"], {
      files: { "t.csv": "Number,Key,Opened,Created,Priority\n1,SUP-1,2026-11-18T10:00Z,2026-11-18T10:00Z,High\n" },
    });
    expect(stderr).toContain("--preset jira");
    expect(code).toBe(3);
  });

  test("a preset that is named is used without a notice", async () => {
    const { stderr } = await run("zendesk.csv", [...tokyo, "--preset", "zendesk"]);
    expect(stderr).not.toContain("export from");
  });

  test.each(presetNames)("%s maps each priority name to one of four levels", (name) => {
    for (const [word, level] of Object.entries(presets[name].levels)) {
      expect(word).toBe(word.toLowerCase());
      expect([1, 2, 3, 4]).toContain(level);
    }
  });
});

describe("the recipe for exports works on an export of each system", () => {
  const pages = { readme: readFileSync("README.md", "utf8"), files: readFileSync("docs/files.md", "utf8") };
  const [recipe = ""] = /^support-cli audit zendesk\.csv [^#\n]*/m.exec(pages.readme) ?? [];
  const formats: Readonly<Record<string, string>> = { intercom: "jsonl", github: "json" };
  /** The options that docs/files.md lists for a system. */
  const moreOf = (preset: string) => {
    const [, options = ""] = new RegExp(`^\\| \`${preset}\` \\| \`(--[^\`]*)\` \\|`, "m").exec(pages.files) ?? [];
    return [...options.matchAll(/(?:[^\s"]|"[^"]*")+/g)].map(([word]) => word.replaceAll('"', ""));
  };

  test.each(presetNames)("%s", async (preset) => {
    const name = `${preset}.${formats[preset] ?? "csv"}`;
    const files = { [name]: readFileSync(`fixtures/tickets/exports/${name}`, "utf8") };
    const setting = { files, now: "2026-11-18T12:00Z" };
    const line = wordsOf(recipe.trim().replace("support-cli ", "").replace("zendesk.csv", name));
    const argv = line.map((word) => (word === "zendesk" ? preset : word));
    const more = ["--source-tz", "Europe/London", ...moreOf(preset)];
    const page = await type([...argv, ...more], setting);
    expect([page.code, page.written["audit.html"]]).toEqual([0, expect.stringContaining("<!doctype html>")]);
    const audited = JSON.parse((await type(["audit", name, ...argv.slice(2, -2), ...more, "--json"], setting)).stdout);
    expect(audited.tickets).toMatchObject({ read: 3, judged: 2, unjudged: 1, bad: 0 });

    // Without --preset the system is detected, and the tickets are the same.
    const own = ["-p", "business", "-r", "emea", ...more];
    const batch = await type(["deadline", "--input", name, ...own, "--json"], setting);
    const { tickets, reading } = JSON.parse(batch.stdout);
    expect(batch.code).toBe(0);
    expect(reading.preset).toEqual({ name: preset, header: expect.any(String) });
    expect(tickets.map(({ opened }: { opened: string }) => opened)).toEqual([
      "2026-11-17T09:10:00Z",
      "2026-11-16T16:40:00Z",
      "2026-11-18T10:05:00Z",
    ]);
    expect(tickets.map(({ responded }: { responded?: string }) => responded?.slice(0, 16))).toEqual([
      "2026-11-17T09:55",
      "2026-11-17T11:05",
      undefined,
    ]);
    for (const command of [
      ["watch", name, "--once"],
      ["recommend", "--tickets", name, "-r", "emea", "--no-input"],
    ])
      expect((await type([...command, ...(command[0] === "watch" ? own : more)], setting)).code).toBe(0);
  });
});
