import { describe, expect, test } from "vitest";
import { type AuditOptions, audit, loadDataset, type TicketInput } from "../../src/index.js";
import { type } from "../terminal.js";

const dataset = await loadDataset();
const at = "2026-11-25T00:00Z";
const now = Date.parse(at);
const file = "tickets.csv";
const text = `id,priority,opened,responded
${Array.from({ length: 40 }, (_, i) => `${i},P${(i % 4) + 1},2026-${String((i % 10) + 1).padStart(2, "0")}-12T01:00Z,${i % 7 === 0 ? "" : `2026-${String((i % 10) + 1).padStart(2, "0")}-12T0${(i % 9) + 1}:30Z`}`).join("\n")}
`;

const run = (input: TicketInput, options: Partial<AuditOptions> = {}) =>
  audit(input, { dataset, now, plan: "business", ...options });

describe("audit", () => {
  test("counts what the command counts", async () => {
    const line = ["audit", file, "-p", "business", "--now", at, "--json", "--period", "quarter", "--percentile", "75"];
    const { stdout } = await type([...line, "--worst", "3", "-r", "japan"], { files: { [file]: text } });
    const printed = JSON.parse(stdout);
    const result = await run(text, { period: "quarter", percentiles: [75], worst: 3, region: "japan" });
    expect((await run(text, { percentiles: [0.5], region: "japan" })).judged).toBe(result.judged);
    expect(result.tickets).toEqual(printed.tickets);
    expect(
      result.groups.map(({ plan, priority, region, period, met, judged }) => [
        plan,
        priority,
        region,
        period,
        met,
        judged,
      ]),
    ).toEqual(
      printed.groups.map((group: Record<string, unknown>) =>
        ["plan", "priority", "region", "period", "met", "judged"].map((key) => group[key]),
      ),
    );
    expect(result.whatIf).toEqual(printed.whatIf);
    expect(result.worst.map(({ id }) => id)).toEqual(printed.worst.map(({ id }: { id: string }) => id));
    expect(result.worst.length).toBeLessThanOrEqual(3);
    expect(result.tickets.judged).toBeGreaterThan(0);
    expect(result).not.toHaveProperty("command");
  });

  test("business days and the dates of periods are counted as the options say", async () => {
    const days = `id,priority,opened,responded\n1,P4,2026-10-30T10:00+09:00,2026-11-02T16:00+09:00\n`;
    const region = "japan";
    expect((await run(days, { region })).met).toBe(0);
    expect((await run(days, { region, countDays: "end-of-day" })).met).toBe(1);
    const late = days.replace("10-30T10", "11-01T01");
    expect((await run(late, { region })).groups[0]?.period).toBe("2026-11");
    expect((await run(late, { region, showTz: "UTC" })).groups[0]?.period).toBe("2026-10");
    // Callers without types.
    const wrong = { countDays: "noon" } as unknown as Partial<AuditOptions>;
    await expect(run(days, wrong)).rejects.toThrow(RangeError);
    await expect(run(days, { showTz: "Mars/Olympus" })).rejects.toThrow("Mars/Olympus is not a time zone");
  });

  test("tickets are grouped by a column, in a stream of blocks", async () => {
    const records = ["Blue", "Red", "Red"].map((team, i) => ({
      ...{ id: i, priority: "P2", opened: "2026-11-20T16:40+09:00", responded: "2026-11-20T17:40+09:00", team },
    }));
    const bytes = Buffer.from(JSON.stringify(records));
    const { groups } = await run([bytes.subarray(0, 50), bytes.subarray(50)], { by: "team", region: "japan" });
    expect(groups.map(({ by, period, met }) => [by, period, met])).toEqual([
      ["Blue", "2026-11", 1],
      ["Red", "2026-11", 2],
    ]);
  });

  test("the next response is counted from the events that await it", async () => {
    const metrics = await loadDataset("fixtures/datasets/metrics.json");
    const events = ["09:00,Customer", "09:30,Agent", "10:00,Customer", "13:00,Agent"].map(
      (event) => `1,S1,2026-11-20T${event.replace(",", ":00Z,")}`,
    );
    const log = `id,priority,at,author\n${events.join("\n")}\n`;
    const options = { dataset: metrics, plan: "premium", metric: "next-response", events: true };
    const respondedWhen = ["author=Agent"];
    const found = await run(log, { ...options, respondedWhen, customerWhen: ["author=Customer"] });
    expect(found).toMatchObject({ metric: "next-response", groups: [{ met: 1, judged: 2 }] });
    await expect(run(log, { ...options, respondedWhen })).rejects.toThrow(
      expect.objectContaining({ error: expect.objectContaining({ options: ["--customer-when"] }) }),
    );
    const wrong = { customerWhen: "author=Customer" } as unknown as Partial<AuditOptions>;
    await expect(run(log, { ...options, ...wrong })).rejects.toThrow(RangeError);
  });

  test("an input that cannot be counted is a failure", async () => {
    const code = (code: string) => expect.objectContaining({ error: expect.objectContaining({ code }) });
    const open = "id,priority,opened\n1,P2,2026-11-20T10:00Z\n";
    await expect(run(open)).rejects.toThrow(code("no-responses"));
    const local = "id,priority,opened,responded\n1,P2,2026-11-20 10:00,2026-11-20 11:00\n";
    await expect(run(local)).rejects.toThrow("sourceTz is required");
    await expect(audit(text, { dataset, now })).rejects.toThrow(code("missing-option"));
    await expect(run(text, { by: "no such column" })).rejects.toThrow(code("missing-column"));
    await expect(run(text, { worst: 1e6 })).rejects.toThrow(code("bad-value"));
  });

  test.each([
    [{ period: "decade" }, "period must be one of day"],
    [{ by: 1 }, "by must be a text"],
    [{ worst: "3" }, "worst must be a number"],
    [{ percentiles: 90 }, "percentiles must be a list"],
    [{ percentiles: ["90"] }, "percentiles[0] must be a number"],
  ])("%o is refused", async (options, message) => {
    await expect(run(text, options as never)).rejects.toThrow(RangeError);
    await expect(run(text, options as never)).rejects.toThrow(message);
  });
});
