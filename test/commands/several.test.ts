/** Deadlines and audits under plans of several datasets. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { langs } from "../../src/data/dataset.js";
import { widthOf } from "../../src/render/text/width.js";
import { type } from "../terminal.js";

const own = JSON.parse(readFileSync("fixtures/datasets/customer.json", "utf8"));
const places = {
  schemaVersion: 1,
  ...{ id: "places", version: "1", title: { en: "Places" } },
  plans: { gold: { name: { en: "Gold" }, rank: 1, paid: true }, office: { name: { en: "Desk" }, rank: 2, paid: true } },
  priorities: { A: { name: { en: "First" } }, B: { name: { en: "Second" } } },
  targets: {
    gold: { A: { clock: "business-hours", amount: 1, unit: "hours" }, B: { clock: "24x5", amount: 3, unit: "hours" } },
    office: { A: { clock: "24x7", amount: 1, unit: "hours" }, B: { clock: "24x7", amount: 9, unit: "hours" } },
  },
  regions: {
    tokyo: { name: { en: "Tokyo" }, zone: "Asia/Tokyo", zoneAssumed: false, hours: { fri: [["09:00", "17:00"]] } },
    paris: {
      ...{ name: { en: "Paris" }, zone: "Europe/Paris", zoneAssumed: false, hours: { fri: [["09:00", "17:00"]] } },
      clockOverrides: [{ priorities: ["B"], from: "24x5", to: "business-hours" }],
    },
  },
};
const other = { ...places, id: "more", plans: { best: places.plans.gold }, targets: { best: places.targets.gold } };
const tickets =
  "id,priority,opened,responded\n1,urgent,2026-11-20T02:00Z,2026-11-20T02:45Z\n2,low,2026-11-20T02:00Z,\n";
const files = {
  "customer.json": JSON.stringify(own),
  "places.json": JSON.stringify(places),
  "more.json": JSON.stringify(other),
  "t.csv": tickets,
  "r.csv":
    "id,priority,region,opened,plan\n1,A,paris,2026-11-20T10:00Z,office\n2,B,more:tokyo,2026-11-20T02:00Z,best\n",
};
const run = (line: string) => type([...line.split(" "), "--now", "2026-11-20T12:00Z"], { files });
const json = async (line: string) => JSON.parse((await run(`${line} --json`)).stdout);
const two = "--dataset github-premium-support --dataset cloudflare-support";
const three = `${two} --dataset auth0-support`;

interface Ticket {
  readonly plan: string;
  readonly deadline: string | null;
  readonly deadlineLocal: string;
}
const deadlines = (found: readonly Ticket[]) => Object.fromEntries(found.map(({ plan, deadline }) => [plan, deadline]));

describe("deadline", () => {
  test("has the candidates of every dataset, each with the priority at the same place", async () => {
    const report = await json(`deadline ${two} -P high --opened 2026-11-20T10:00Z`);
    expect(report.dataset.id).toBe("github-premium-support");
    expect(report.datasets.map(({ id }: { id: string }) => id)).toEqual([
      "github-premium-support",
      "cloudflare-support",
    ]);
    expect(deadlines(report.tickets)).toEqual({
      "github-premium-support:premium": "2026-11-20T14:00:00Z",
      "premium-plus": "2026-11-20T14:00:00Z",
      business: null,
      enterprise: "2026-11-20T14:00:00Z",
      "cloudflare-support:premium": "2026-11-20T12:00:00Z",
    });
    expect(report.tickets.map(({ ownPriority }: { ownPriority?: string }) => ownPriority)).toEqual([
      ...[undefined, undefined, "P2 High", "P2 High", "P2 High"],
    ]);
    expect(report.tickets[2].status).toBe("no-target");
  });

  test("a plan of several datasets needs its dataset's name", async () => {
    const { stderr, code } = await run(`deadline ${two} -P urgent -p premium`);
    expect(code).toBe(2);
    expect(stderr).toContain("Use github-premium-support:premium or cloudflare-support:premium.");
    const named = await json(
      `deadline ${two} -P urgent -p cloudflare-support:premium,GitHub-Premium-Support:premium-plus`,
    );
    expect(named.tickets.map(({ plan }: Ticket) => plan)).toEqual(["cloudflare-support:premium", "premium-plus"]);
  });

  test("a priority of another dataset is an error that names the first one's", async () => {
    const { stderr, code } = await run(`deadline ${two} -P P2`);
    expect(code).toBe(2);
    expect(stderr).toContain("Did you mean high?");
    expect((await run(`deadline ${two} -P P9`)).stderr).toContain("urgent, high, normal, low");
  });

  test("--priority-map dataset:priority=own places another priority there", async () => {
    const report = await json(
      `deadline ${two} -P high --opened 2026-11-20T10:00Z --priority-map cloudflare-support:high=P1`,
    );
    expect(deadlines(report.tickets)["cloudflare-support:premium"]).toBe("2026-11-20T11:00:00Z");
    for (const [entry, valid] of [
      ["cloudflare-support:hihg=P1", "high"],
      ["cloudflare-support:high=P7", "P1, P2, P3, P4"],
    ])
      expect((await run(`deadline ${two} -P high --priority-map ${entry}`)).stderr).toContain(valid);
    const twice = "--priority-map cloudflare-support:high=P1,cloudflare-support:high=P2";
    expect((await run(`deadline ${two} -P high ${twice}`)).code).toBe(2);
  });

  test("--zone dataset=zone is for one, --zone zone for the others", async () => {
    const line = "deadline --dataset canonical-ubuntu-pro --dataset auth0-support -P S2 -p weekday,self-service";
    const asked = `${line} --opened 2026-11-20T00:00Z`;
    const without = await run(asked);
    expect(without.code).toBe(2);
    expect(without.stderr).toContain("--zone canonical-ubuntu-pro=Asia/Tokyo");
    const zones = async (options: string) =>
      (await json(`${asked} ${options}`)).tickets.map(({ zone }: { zone: string }) => zone);
    expect(await zones("--zone Asia/Tokyo")).toEqual(["Asia/Tokyo", "Asia/Tokyo"]);
    expect(await zones("--zone Asia/Tokyo --zone auth0-support=Europe/Paris")).toEqual(["Asia/Tokyo", "Europe/Paris"]);
    const half = await run(`${asked} --zone auth0-support=Europe/Paris`);
    expect(half.stderr).toContain("--zone canonical-ubuntu-pro=Asia/Tokyo");
    expect((await run(`${asked} --zone Asia/Tokyo,Asia/Taipei`)).code).toBe(2);
    expect((await run(`${asked} --zone auth0=Asia/Tokyo`)).stderr).toContain("auth0-support");
    expect((await run(`${asked} --zone auth0-support=Mars`)).stderr).toContain("Mars");
  });

  test("a target around the clock needs no customer's zone", async () => {
    expect((await run(`deadline ${three} -P urgent -p gold -q`)).code).toBe(0);
    expect((await run(`deadline ${three} -P urgent -p gold,self-service -q`)).code).toBe(2);
    const { tickets: found } = await json(`deadline ${three} -P urgent -p gold --zone Asia/Tokyo`);
    expect(found[0]).toMatchObject({ zone: "Asia/Tokyo", region: "customer" });
  });

  test("-r names a region, of a dataset, or one of each", async () => {
    const line = "deadline --dataset places.json --dataset more.json -P A --opened 2026-11-20T00:00Z";
    const zones = async (region: string) =>
      (await json(`${line} -p places:gold,best -r ${region}`)).tickets.map(
        ({ region: found }: { region: string }) => found,
      );
    expect(await zones("tokyo")).toEqual(["places:tokyo", "more:tokyo"]);
    expect(await zones("places:tokyo,more:paris")).toEqual(["places:tokyo", "more:paris"]);
    const one = await run(`${line} -p gold,best -r places:tokyo`);
    expect(one.stderr).toContain("more:tokyo, more:paris");
    expect((await run(`${line} -p gold,best -r places:tokyo,places:paris`)).code).toBe(2);
    expect((await run(`${line} -p gold,best -r places:rome`)).code).toBe(2);
    expect((await run(`${line} -p office,best`)).stderr).toContain("--region");
  });

  test("clock overrides and holidays are those of each dataset", async () => {
    const line = "deadline --dataset github-premium-support --dataset places.json -P high --opened 2026-11-20T07:00Z";
    expect(deadlines((await json(`${line} -p gold -r tokyo`)).tickets).gold).toBe("2026-11-20T10:00:00Z");
    expect(deadlines((await json(`${line} -p gold -r paris`)).tickets).gold).toBe("2026-11-20T11:00:00Z");
    const off = await json(`${line} -p gold -r places:paris --holidays places:paris=FR`);
    expect(off.assumptions.map(({ code }: { code: string }) => code)).toContain("holiday-source");
  });

  test("a missing priority is named without a region", async () => {
    expect((await run(`deadline ${three}`)).stderr).toContain("--priority");
    expect((await run(`deadline ${two} -P urgent --product commerce`)).stderr).toContain("--product");
  });

  test.each(langs.flatMap((lang) => [80, 200].map((width) => [lang, width] as const)))(
    "reads well in %s at %d columns",
    async (lang, width) => {
      const zones = "--zone Asia/Tokyo --zone canonical-ubuntu-pro=Europe/London";
      const line = `deadline ${three} --dataset canonical-ubuntu-pro -P high ${zones} --explain --opened 2026-11-20T02:00Z`;
      const { stdout, code } = await run(`${line} --lang ${lang} --width ${width}`);
      expect(code).toBe(0);
      expect(stdout).not.toMatch(/undefined|high High/);
      for (const text of stdout.split("\n")) expect(widthOf(text), text).toBeLessThanOrEqual(width);
      expect(stdout).toContain("Europe/London");
      expect(stdout).toContain("S2");
      expect((await run(`${line} --lang ${lang} --format html`)).stdout).toContain("S2");
    },
  );
});

describe("the customer's zone in settings", () => {
  const settingsFor = (zone: unknown) => ({
    files: { ...files, "/nowhere/project/support-cli.json": JSON.stringify({ zone }) },
  });
  const line = "deadline --dataset customer.json -p gold -P P2 -r office --opened 2026-11-20T01:00Z -q";
  const typed = (text: string, zone: unknown) =>
    type([...text.split(" "), "--now", "2026-11-20T12:00Z"], settingsFor(zone));

  test("is used where the hours are the customer's, and named", async () => {
    const { stdout, stderr } = await typed(line, "Asia/Tokyo");
    expect(stdout).toBe("2026-11-20T12:00:00+09:00\n");
    expect(stderr).toContain("zone");
    expect((await typed(`${line} --zone Europe/Paris`, "Asia/Tokyo")).stdout).toContain("+01:00");
    expect((await typed("hours --json", "Asia/Tokyo")).stdout).not.toContain("project-settings");
    const tokyo = await typed("deadline --dataset places.json -p gold -P A -r paris -q", "Asia/Tokyo");
    expect(tokyo.stdout).toContain("+01:00");
  });

  test("may be one of several datasets", async () => {
    const { stdout } = await typed(line, ["auth0-support=Europe/Paris", `${own.id}=Asia/Tokyo`]);
    expect(stdout).toContain("+09:00");
  });

  test("an unknown one is an error that names the file", async () => {
    const { stderr, code } = await typed(line, "Asia/Tokio");
    expect(code).toBe(2);
    expect(stderr).toContain("support-cli.json");
  });

  test("is in the environment too, and in config show", async () => {
    const { stdout } = await type(line.split(" "), { files, env: { SUPPORT_CLI_ZONE: "Asia/Tokyo" } });
    expect(stdout).toContain("+09:00");
    const { settings } = JSON.parse((await typed("config show --json", "Asia/Tokyo")).stdout);
    expect(settings).toContainEqual(expect.objectContaining({ key: "zone", value: ["Asia/Tokyo"], from: "project" }));
  });
});

describe("deadline --input", () => {
  test("has the columns of each plan", async () => {
    const { stdout, code } = await run(`deadline ${two} -p premium-plus,business,enterprise --input t.csv`);
    expect(code).toBe(0);
    const [head, first, second] = stdout.split("\n");
    expect(head).toContain(
      "deadline_premium-plus,status_premium-plus,deadline_business,status_business,deadline_enterprise",
    );
    expect(first).toContain(",2026-11-20T02:30:00Z,missed,,no-target,2026-11-20T04:00:00Z,met,");
    expect(second).toContain(",,no-target,,no-target,2026-11-22T02:00:00Z,open,");
  });

  test("reads plans and regions of any dataset, and priorities of the first", async () => {
    const report = await json("deadline --dataset places.json --dataset more.json --input r.csv");
    expect(report.datasets).toHaveLength(2);
    expect(report.tickets).toMatchObject([
      { plan: "office", region: "places:paris", zone: "Europe/Paris", deadline: "2026-11-20T11:00:00Z" },
      { plan: "best", region: "more:tokyo", zone: "Asia/Tokyo", deadline: "2026-11-20T05:00:00Z" },
    ]);
    const bad = { ...files, "b.csv": "id,priority,opened,plan\n1,P1,2026-11-20T10:00Z,premium\n" };
    const { stderr, code } = await type(`deadline ${two} --input b.csv`.split(" "), { files: bad });
    expect(code).toBe(3);
    expect(stderr).toContain("premium");
    const mapped = `deadline ${two} --input b.csv --plan-map premium=cloudflare-support:premium --priority-map P1=urgent`;
    const both = `${mapped},cloudflare-support:urgent=P3 --format csv`;
    expect((await type(both.split(" "), { files: bad })).stdout).toContain(",2026-11-21T10:00:00Z,");
  });

  test("maps words to regions of each dataset", async () => {
    const report = await json(
      "deadline --dataset places.json --dataset more.json --input r.csv --region-map paris=tokyo",
    );
    expect(report.tickets[0]).toMatchObject({ region: "places:tokyo" });
  });

  test("--show-tz region is each plan's own zone", async () => {
    const zones = "--zone Asia/Tokyo --zone canonical-ubuntu-pro=Europe/London";
    const line = `deadline --dataset auth0-support --dataset canonical-ubuntu-pro -p gold,weekday ${zones}`;
    const { stdout } = await type(`${line} --input a.csv --show-tz region --now 2026-11-20T12:00Z`.split(" "), {
      files: { "a.csv": "id,priority,opened\n1,P2,2026-11-20T10:00Z\n" },
    });
    expect(stdout).toContain("2026-11-20T20:00:00+09:00");
    expect(stdout).toContain("2026-11-23T09:00:00+00:00");
  });
});

describe("audit", () => {
  test("judges under one plan, and asks what the others would have given", async () => {
    const report = await json(`audit t.csv ${two} -p premium-plus`);
    expect(report.datasets).toHaveLength(2);
    expect(report.tickets).toMatchObject({ read: 2, judged: 1, unjudged: 1 });
    const whatIf = Object.fromEntries(
      report.whatIf.map(({ plan, met, judged }: { plan: string; met: number; judged: number }) => [
        plan,
        [met, judged],
      ]),
    );
    expect(whatIf).toMatchObject({
      "github-premium-support:premium": [0, 1],
      enterprise: [1, 1],
      "cloudflare-support:premium": [1, 1],
      business: [0, 0],
    });
    expect(Object.keys(whatIf)[1]).toBe("free");
  });

  test.each(langs)("reads well in %s", async (lang) => {
    const { stdout, code } = await run(`audit t.csv ${two} -p premium-plus --lang ${lang}`);
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/undefined|NaN/);
  });
});

test.each(["hours", "recommend --budget any", "watch t.csv -p premium-plus", "elapsed -r customer --from now", "sql"])(
  "%s takes one dataset",
  async (line) => {
    const { stderr, code } = await run(`${line} ${two}`);
    expect(code).toBe(2);
    expect(stderr).toContain("--dataset");
  },
);
