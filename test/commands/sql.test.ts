/** `sql`: what its command line requires and rejects. Its table is in test/core, and the statements are run in databases by test/verify/databases. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type } from "../terminal.js";

describe("the statements", () => {
  const line = [
    "sql",
    "--dialect",
    "duckdb",
    "-r",
    "japan",
    "--from",
    "2026-01-01T00:00Z",
    "--to",
    "2026-02-01T00:00Z",
  ];

  test.each(["dialect", "from", "to"])("without --%s names it", async (key) => {
    const { code, stderr } = await type(line.toSpliced(line.indexOf(`--${key}`), 2));
    expect(code).toBe(2);
    expect(stderr).toContain(`--${key}`);
  });

  test("a span that ends before it begins, and a name that is no table's, are refused", async () => {
    expect((await type([...line, "--to", "2025-01-01T00:00Z"])).code).toBe(2);
    expect((await type([...line, "--table", "tickets\n; drop table tickets"])).code).toBe(2);
    expect((await type([...line, "--table", "a.b.c.d"])).code).toBe(2);
    expect((await type([...line, "--table", "desk."])).code).toBe(2);
    expect((await type([...line, "--json"])).code).toBe(2);
  });

  test("text from a dataset stays a literal, and a comment stays one line", async () => {
    const dataset = JSON.parse(readFileSync("src/data/bundled/adobe-experience-cloud-2022.json", "utf8"));
    dataset.version = "1.0.0'\n; drop table tickets";
    const { stdout } = await type([...line, "--dataset", "mine.json", "--holidays", "a\nb.txt"], {
      files: { "mine.json": JSON.stringify(dataset), "a\nb.txt": "2026-01-01\n" },
    });
    expect(stdout.split("\n").filter((text) => /^;|^b\.txt/.test(text))).toEqual([]);
  });

  test("a table's name is quoted where it is more than letters, as its dialect quotes", async () => {
    const from = async (dialect: string) => {
      const { stdout } = await type(
        [...line, "--dialect", dialect, "--table", 'desk."a`\\; drop table x'].toSpliced(1, 2),
      );
      return /^ {2}from (.*) sla_t$/m.exec(stdout)?.[1];
    };
    for (const dialect of ["duckdb", "postgres", "trino"])
      expect(await from(dialect)).toBe('"desk"."""a`\\; drop table x"');
    expect(await from("snowflake")).toBe('desk."""a`\\; drop table x"');
    expect(await from("spark")).toBe('`desk`.`"a``\\; drop table x`');
    for (const dialect of ["clickhouse", "bigquery"])
      expect(await from(dialect)).toBe('`desk`.`"a\\`\\\\; drop table x`');
  });

  test("a word of SQL is quoted, but not where the database would look for another case of it", async () => {
    const from = async (dialect: string, table: string) => {
      const { stdout } = await type([...line, "--dialect", dialect, "--table", table].toSpliced(1, 2));
      return /^ {2}from (.*) sla_t$/m.exec(stdout)?.[1];
    };
    expect(await from("postgres", "order")).toBe('"order"');
    expect(await from("postgres", "Tickets")).toBe("Tickets");
    expect(await from("snowflake", "order")).toBe("order");
    expect(await from("snowflake", "ORDER")).toBe('"ORDER"');
    expect(await from("duckdb", "Order")).toBe('"Order"');
  });

  test("every region of the dataset is there unless some are named, and a region's keys do not depend on which", async () => {
    const bases = async (...regions: string[]) => {
      const { stdout } = await type([...line.toSpliced(line.indexOf("-r"), 2), ...regions]);
      const rows = stdout.matchAll(
        /^ {2}\('adobe-experience-cloud-2022', '\w+', '(\w+)', '([\w-]+)', .*, (\d+), \d+, \d+\)/gm,
      );
      return [...rows].map(([, region, clock, base]) => [region, clock, base]);
    };
    const all = await bases();
    expect(all.map(([region]) => region)).toEqual(["americas", "emea", "apac", "japan"].flatMap((id) => [id, id]));
    expect(new Set(all.map(([, , base]) => base)).size).toBe(8);
    const each = [await bases("-r", "japan"), await bases("-r", "apac"), await bases("-r", "emea", "-r", "americas")];
    expect(each.flat().toSorted()).toEqual(all.toSorted());
  });

  test("the first statement after its table fails where the regions come in another order, but not for one added at the end", async () => {
    const dataset = JSON.parse(readFileSync("src/data/bundled/adobe-experience-cloud-2022.json", "utf8"));
    const { japan, ...others } = dataset.regions;
    const digests = async (regions: object) => {
      const files = { "mine.json": JSON.stringify({ ...dataset, regions }) };
      const { stdout } = await type([...line, "--dataset", "mine.json"], { files });
      const [, refusal = ""] = stdout.split(/^-- Fails where.*$/m);
      return [...refusal.matchAll(/region = '(\w+)' and digest = '(\w+)'/g)].map(([, id, digest]) => `${id} ${digest}`);
    };
    const before = await digests({ ...others, japan });
    expect(before).toHaveLength(4);
    expect((await digests({ ...others, japan, more: japan })).slice(0, 4)).toEqual(before);
    const reordered = await digests({ japan, ...others });
    expect(reordered.filter((place) => before.includes(place))).toEqual([]);
  });

  test("--seeds writes the tables as CSV, without an empty text, and needs no dialect", async () => {
    const { code, stdout, written } = await type([...line.toSpliced(1, 2), "--seeds", "out"]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(Object.keys(written).sort()).toEqual(
      ["sla_at", "sla_clock", "sla_day", "sla_goal", "sla_target"].map((name) => `out/${name}.csv`),
    );
    const [head, ...rows] = (written["out/sla_target.csv"] ?? "").trim().split("\n");
    expect(head).toBe("region,metric,plan,priority,clock,number,budget_us,days,count_days");
    expect(rows).toContain("japan,first-response,business,P2,business-hours,1,7200000000,,");
    expect(rows).toContain("*,first-response,business,P1,24x7,1,3600000000,,");
    expect(rows.filter((row) => row.startsWith(","))).toEqual([]);
  });

  test("a target that is stated not to be there is a row without a clock; one of which nothing is stated has no row", async () => {
    const dataset = JSON.parse(readFileSync("src/data/bundled/adobe-experience-cloud-2022.json", "utf8"));
    const { P1, P2: _unstated, ...others } = dataset.targets.elite;
    const targets = { ...dataset.targets, elite: { ...others, P1, P3: null } };
    const { stdout, stderr, code } = await type([...line, "--dataset", "mine.json"], {
      files: { "mine.json": JSON.stringify({ ...dataset, targets, productTargets: {} }) },
    });
    expect({ code, stderr: code === 0 ? "" : stderr }).toEqual({ code: 0, stderr: "" });
    const rows = [...stdout.matchAll(/^ {2}\('(japan|\*)', 'first-response', 'elite', '(P\d)', (.*?), \d/gm)];
    expect(rows.map(([, region, priority, clock]) => [region, priority, clock])).toEqual([
      ["japan", "P1", "'24x7'"],
      ["japan", "P3", "null"],
      ["japan", "P4", expect.stringMatching(/^'/)],
      ["*", "P1", "'24x7'"],
      ["*", "P3", "null"],
    ]);
    expect(stdout).toContain("('japan', 'first-response', 'elite', 'P3', null, 3, null, null, null)");
  });

  test("the assumptions are those of the targets", async () => {
    const plain = line.filter((word, i) => word !== "-r" && line[i - 1] !== "-r");
    const [around, office] = await Promise.all(
      ["cloudflare-support", "fixtures/datasets/customer.json"].map(
        async (dataset) => (await type([...plain, "--dataset", dataset, "--zone", "Asia/Tokyo"])).stdout,
      ),
    );
    expect(around).not.toContain("[clock-start]");
    expect(office).toContain("[clock-start]");
    expect(office).toContain("[clock-prioritised]");
  });

  test("other metrics read the column resolved, but the next response is of no table of tickets", async () => {
    const dataset = JSON.parse(readFileSync("src/data/bundled/adobe-experience-cloud-2022.json", "utf8"));
    const target = { clock: "24x7", amount: 8, unit: "hours", source: "sheet" };
    const ofMetric = { business: { P1: target } };
    const metrics = Object.fromEntries(["resolution", "next-response"].map((id) => [id, { name: { en: id } }]));
    const metricTargets = { resolution: ofMetric, "next-response": ofMetric };
    const files = { "mine.json": JSON.stringify({ ...dataset, metrics, metricTargets }) };
    const { stdout } = await type([...line, "--dataset", "mine.json"], { files });
    expect(stdout).toContain("when 'first-response' then sla_t.responded when 'resolution' then sla_t.resolved end");
    expect(stdout).toContain("('japan', 'resolution', 'business', 'P1', '24x7', ");
    expect(stdout).not.toContain("next-response");
    const [ownView] = stdout.slice(stdout.indexOf("view sla_deadlines")).split("view sla_metric_deadlines");
    expect(ownView).not.toContain("resolved");
  });

  test.each([
    ["--seeds", "--dbt"],
    ["--seeds", "--output"],
    ["--dbt", "--output"],
  ])("%s and %s are two places, and nothing is written", async (one, other) => {
    const { code, stderr, written } = await type([...line, one, "a", other, "b.sql"]);
    expect([code, written]).toEqual([2, {}]);
    expect(stderr).toContain(one);
    expect(stderr).toContain(other);
  });

  describe("--dbt", () => {
    const packageLine = [...line.toSpliced(1, 2), "--dbt", "out"];

    test("writes a package that tests itself with golden tickets, some without a region or with pauses", async () => {
      const { code, stdout, written } = await type(packageLine);
      expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
      const names = Object.keys(written);
      expect(names.filter((name) => !name.startsWith("out/seeds/")).sort()).toEqual(
        [
          "README.md",
          "dbt_project.yml",
          "macros/dialects.sql",
          "macros/sla_deadlines.sql",
          "models/sla_deadlines.sql",
          "tests/sla_golden_tickets.sql",
          "tests/sla_regions_in_order.sql",
        ].map((name) => `out/${name}`),
      );
      expect(names).toHaveLength(15);
      const golden = (written["out/seeds/sla_golden_ticket.csv"] ?? "").trimEnd().split("\n").slice(1);
      expect(golden).toHaveLength(1000);
      const cells = golden.map((row) => row.split(","));
      expect(cells.filter(([, , , region]) => region === "")).toHaveLength(500);
      expect(cells.filter((row) => row.at(-1) === "outside-calendar").length).toBeGreaterThan(10);
      expect((written["out/seeds/sla_golden_pause.csv"] ?? "").split("\n").length).toBeGreaterThan(300);
    });

    test("a package made before is replaced, and another project is not", async () => {
      const { written } = await type(packageLine);
      const own = written["out/dbt_project.yml"] as string;
      expect((await type(packageLine, { files: { "out/dbt_project.yml": own } })).code).toBe(0);
      const refused = await type(packageLine, { files: { "out/dbt_project.yml": "name: warehouse\n" } });
      expect(refused.code).toBe(2);
      expect(refused.stderr).toContain("out/dbt_project.yml is of another dbt project");
      expect(refused.written).toEqual({});
    });

    test("ids that dbt loads as empty cells are refused, but other words for nothing are not", async () => {
      const dataset = JSON.parse(readFileSync("src/data/bundled/adobe-experience-cloud-2022.json", "utf8"));
      const { japan } = dataset.regions;
      const withIds = (own: object) => ({
        files: { "mine.json": JSON.stringify({ ...dataset, ...own }) },
      });
      const mine = [...packageLine, "--dataset", "mine.json"];
      const refused = await type(
        mine,
        withIds({ id: "null", regions: { ...dataset.regions, NULL: japan, none: japan } }),
      );
      expect(refused.code).toBe(2);
      expect(refused.stderr).toContain("/id and /regions/NULL.");
      expect(refused.written).toEqual({});
      expect((await type(mine, withIds({ regions: { ...dataset.regions, none: japan, NA: japan } }))).code).toBe(0);
      expect((await type([...line, "--dataset", "mine.json"], withIds({ id: "null" }))).code).toBe(0);
    });

    test("the same command line gives the same golden tickets", async () => {
      const [first, second] = [await type(packageLine), await type(packageLine)];
      expect(first.written).toEqual(second.written);
    });

    test("a macro is never called inside another's argument, where its braces would be text", async () => {
      const { written } = await type(packageLine);
      const query = written["out/macros/sla_deadlines.sql"] ?? "";
      const calls = [...query.matchAll(/\{\{(.*?)\}\}/gs)].map(([, text = ""]) => text);
      expect(calls.length).toBeGreaterThan(50);
      expect(calls.filter((text) => text.includes("{"))).toEqual([]);
    });

    test("a dataset without targets has no golden tickets", async () => {
      const dataset = JSON.parse(readFileSync("src/data/bundled/adobe-experience-cloud-2022.json", "utf8"));
      const targets = Object.fromEntries(Object.keys(dataset.targets).map((plan) => [plan, {}]));
      const files = { "mine.json": JSON.stringify({ ...dataset, targets, productTargets: {} }) };
      const { code, stderr, written } = await type([...packageLine, "--dataset", "mine.json"], { files });
      expect({ code, stderr: code === 0 ? "" : stderr }).toEqual({ code: 0, stderr: "" });
      expect((written["out/seeds/sla_golden_ticket.csv"] ?? "").trimEnd().split("\n")).toHaveLength(1);
    });
  });
});
