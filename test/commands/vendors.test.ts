/** Plans of several datasets side by side. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { langs } from "../../src/data/dataset.js";
import { widthOf } from "../../src/render/text/width.js";
import { type } from "../terminal.js";

const files = { "customer.json": readFileSync("fixtures/datasets/customer.json", "utf8") };
const run = (line: string) => type(line.split(" "), { files });
const two = "--dataset github-premium-support --dataset cloudflare-support";
const json = async (line: string) => JSON.parse((await run(`${line} --json`)).stdout);

describe("compare with several datasets", () => {
  test("puts the targets of all in one table, by the place of the priority", async () => {
    const report = await json(`compare ${two}`);
    expect(report.dataset).toMatchObject({ id: "github-premium-support" });
    expect(report.datasets.map(({ id }: { id: string }) => id)).toEqual([
      "github-premium-support",
      "cloudflare-support",
    ]);
    expect(Object.keys(report.targets)).toEqual([
      "github-premium-support:premium",
      "premium-plus",
      "business",
      "enterprise",
      "cloudflare-support:premium",
    ]);
    expect(report.targets.enterprise.urgent).toEqual({ clock: "24x7", amount: 2, unit: "hours" });
    expect(report.targets.business.urgent).toBeNull();
    expect(report.ownPriorities.enterprise.urgent).toBe("P1 Urgent");
    expect(report.ownPriorities["premium-plus"]).toEqual({});
  });

  test("an id that is the name in small letters is not repeated", async () => {
    expect((await run(`compare ${two}`)).stdout).toMatch(/│ Urgent +│ 30/);
    const other = await json("compare --dataset cloudflare-support --dataset github-premium-support");
    expect(other.ownPriorities["premium-plus"].P1).toBe("Urgent");
  });

  test("a list that is shorter has no target at the last places, whichever comes first", async () => {
    const later = await json("compare --dataset cloudflare-support --dataset clickhouse-cloud");
    expect(later.targets["clickhouse-cloud:enterprise"]).toMatchObject({ P3: { clock: "business-days" }, P4: null });
    const first = await json("compare --dataset clickhouse-cloud --dataset cloudflare-support");
    expect(first.priorities.map(({ id }: { id: string }) => id)).toEqual(["S1", "S2", "S3", "P4"]);
    expect(first.targets["clickhouse-cloud:enterprise"].P4).toBeNull();
  });

  test("a plan is named with its dataset, or alone where only one has it", async () => {
    const report = await json(`compare ${two} cloudflare-support:premium premium-plus`);
    expect(report.plans.map(({ id }: { id: string }) => id)).toEqual(["cloudflare-support:premium", "premium-plus"]);
    const { code, stderr } = await run(`compare ${two} premium`);
    expect(code).toBe(2);
    expect(stderr).toContain("github-premium-support:premium");
    expect(stderr).toContain("cloudflare-support:premium");
    expect((await run(`compare ${two} gold`)).code).toBe(2);
  });

  test("--all shows every plan, dataset by dataset", async () => {
    const { plans } = await json(`compare ${two} --all`);
    expect(plans.map(({ id }: { id: string }) => id)).toEqual([
      ...["github-premium-support:premium", "premium-plus", "free", "pro", "business", "enterprise"],
      "cloudflare-support:premium",
    ]);
  });

  test("regions of the same id carry their dataset's, and sources too", async () => {
    const report = await json("compare --dataset canonical-ubuntu-pro --dataset auth0-support --notes all");
    expect(report.regions.map(({ id }: { id: string }) => id)).toEqual([
      "canonical-ubuntu-pro:customer",
      "auth0-support:customer",
    ]);
    expect(report.sources.map(({ id }: { id: string }) => id)).toContain("auth0-support:page");
    expect(report.notes[0]).toMatchObject({ id: "canonical-ubuntu-pro:severity-1-hours" });
  });

  test("clock overrides keep to their priorities", async () => {
    const report = await json("compare --dataset github-premium-support --dataset adobe-success-plans");
    const overrides = report.regions.flatMap((region: { clockOverrides?: unknown[] }) => region.clockOverrides ?? []);
    for (const { priorities } of overrides)
      expect(["urgent", "high", "normal", "low"]).toEqual(expect.arrayContaining(priorities));
  });

  test("the same dataset twice is one; two datasets of one id are an error, and so are two for another command", async () => {
    expect((await json("compare --dataset cloudflare-support --dataset cloudflare-support")).datasets).toBeUndefined();
    const copy = { "copy.json": files["customer.json"], ...files };
    const both = await type("compare --dataset customer.json --dataset copy.json".split(" "), { files: copy });
    expect(both.code).toBe(2);
    expect(both.stderr).toContain("support-cli dataset diff customer.json copy.json");
    const { code, stderr } = await run(`hours ${two}`);
    expect(code).toBe(2);
    expect(stderr).toContain("--dataset");
  });

  test.each(langs.flatMap((lang) => [80, 200].map((width) => [lang, width] as const)))(
    "fits in %s at %d columns",
    async (lang, width) => {
      const { stdout, code } = await run(`compare ${two} --lang ${lang} --width ${width}`);
      expect(code).toBe(0);
      for (const line of stdout.split("\n")) expect(widthOf(line), line).toBeLessThanOrEqual(width);
      expect(stdout).toContain("P1");
    },
  );
});
