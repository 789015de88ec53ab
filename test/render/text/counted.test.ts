/**
 * Late, used and remaining times name the clock that counted them, in each form and language.
 */
import { describe, expect, test } from "vitest";
import { en } from "../../../src/i18n/en/index.js";
import { formatCounted, roughlyCounted } from "../../../src/render/text/counted.js";
import { type } from "../../terminal.js";

const hour = 3_600_000;

describe("a counted time", () => {
  test.each([
    [{ clock: "business-hours", ms: 2 * hour }, 3.733_333 * hour, "2 business hours (3 h 44 min by the clock)"],
    [{ clock: "business-hours", ms: hour }, hour, "1 business hour"],
    [{ clock: "business-hours", ms: 1.5 * hour }, 18 * hour, "1 h 30 min in business hours (18 h by the clock)"],
    [{ clock: "business-hours", ms: 420 * hour }, 1728 * hour, "420 business hours (72 d by the clock)"],
    [{ clock: "business-hours", ms: 0 }, 2.5 * hour, "0 business hours (2 h 30 min by the clock)"],
    [{ clock: "24x5", ms: 5 * hour }, 53 * hour, "5 h on the 24x5 clock (2 d 5 h by the clock)"],
    [{ clock: "24x5", ms: 5 * hour }, 5 * hour, "5 h on the 24x5 clock"],
    [{ clock: "24x7", ms: 47 * hour + 3_599_000 }, 47 * hour + 3_599_000, "47 h 59 min 59 s"],
    [{ clock: "24x7", ms: 48 * hour }, 48 * hour, "2 d"],
    [{ clock: "24x7", ms: 74 * hour }, 74 * hour, "3 d 2 h"],
    [{ clock: "24x7", ms: 5799.8 * hour }, 5799.8 * hour, "241 d 16 h"],
    [
      { clock: "business-days", ms: 20 * hour, days: { count: 2, restMs: 4 * hour } },
      74 * hour,
      "2 business days 4 h (3 d 2 h by the clock)",
    ],
    [
      { clock: "business-days", ms: 8 * hour, days: { count: 1, restMs: 0 } },
      24 * hour,
      "1 business day (24 h by the clock)",
    ],
    [{ clock: "business-days", ms: 2 * hour, days: { count: 0, restMs: 2 * hour } }, 2 * hour, "2 business hours"],
    [{ clock: "business-days", ms: 2 * hour, days: undefined }, 3 * hour, "2 business hours (3 h by the clock)"],
  ] as const)("%j", (time, wallMs, text) => expect(formatCounted(time, Math.round(wallMs), en)).toBe(text));

  test("loses its seconds from an hour on where a table wants it rough", () => {
    const time = roughlyCounted({
      clock: "business-days",
      ms: 2 * hour + 1000,
      days: { count: 1, restMs: hour + 29_000 },
    });
    expect(time).toEqual({ clock: "business-days", ms: 2 * hour, days: { count: 1, restMs: hour } });
  });
});

describe("a ticket's status", () => {
  const statusOf = async (line: string) => {
    const { stdout } = await type(["deadline", ...line.split(" "), "--width", "200"], {});
    return /(?:Status|狀態|状況) +(.*)/.exec(stdout)?.[1];
  };
  const late = "-p business -P P2 -r emea --opened 2026-11-25T13:00Z --now 2026-11-25T18:44Z";

  test.each([
    [late, "overdue: late by 2 business hours (3 h 44 min by the clock)"],
    [`${late} --responded 2026-11-25T16:30Z`, "missed: late by 1 h 30 min in business hours"],
    [`${late} --lang zh-TW`, "逾期：晚了 2 小時（營業時間，實際 3 小時 44 分鐘）"],
    [`${late} --lang ja`, "期限超過: 2 時間（営業時間、実時間 3 時間 44 分）の遅れ"],
    ["-p business -P P1 --opened 2026-11-20T10:00Z --now 2026-11-25T13:00Z", "overdue: late by 5 d 2 h"],
    ["-p business -P P1 --opened 2026-11-20T10:00Z --now 2026-11-20T10:15Z", "open: 15 min used, 45 min left"],
    [
      "-p business -P P2 -r emea --opened 2026-11-25T13:00Z --now 2026-11-25T14:00Z",
      "open: 1 h used, 1 h left (business hours)",
    ],
    [
      "-p standard -P P4 -r emea --opened 2026-11-20T10:00Z --now 2026-11-24T12:00Z",
      "at risk: 2 business days 2 h used, 6 h left (business hours)",
    ],
    [
      "-p standard -P P4 -r emea --opened 2026-11-20T10:00Z --now 2026-11-23T10:00Z",
      "open: 1 business day used, 2 business days left",
    ],
    [
      "-p standard -P P4 -r emea --opened 2026-11-02T10:00Z --now 2026-11-25T12:00Z",
      "overdue: late by 14 business days 2 h (20 d 2 h by the clock)",
    ],
    [
      "-p standard -P P4 -r emea --opened 2026-11-20T10:00Z --responded 2026-11-20T11:00Z",
      "met: 1 h used (business hours)",
    ],
  ])("%s", async (line, status) => expect(await statusOf(line)).toBe(status));

  test.each(["text", "html"])("is the same as %s", async (format) => {
    const { stdout } = await type(["deadline", ...late.split(" "), "--format", format, "--width", "200"], {});
    expect(stdout).toContain("late by 2 business hours (3 h 44 min by the clock)");
  });
});

test.each([
  ["2026-11-25T13:50Z", "41.7%"],
  ["2026-11-25T14:59:59Z", "99.9%"],
  ["2026-11-25T15:00Z", "100.0%"],
  ["2026-11-26T15:00Z", "100.0%"],
])("the page of a deadline says how much of its target was used by %s: %s", async (now, share) => {
  const line = `deadline -p business -P P2 -r emea --opened 2026-11-25T13:00Z --now ${now} --format html`;
  expect((await type(line.split(" "), {})).stdout).toContain(`aria-label="${share} of the target used"`);
});

describe("an audit", () => {
  const files = {
    "t.csv": [
      "id,priority,region,opened,responded",
      "A,P2,emea,2026-11-20T13:00Z,2026-11-20T18:35Z",
      "B,P1,,2026-11-20T10:00Z,2026-11-23T13:10Z",
      "C,P4,emea,2026-11-02T10:00Z,2026-11-11T12:00Z",
    ].join("\n"),
  };

  test.each(["text", "markdown", "html"])("names the clocks of late times and medians as %s", async (format) => {
    const { stdout } = await type(["audit", "t.csv", "-p", "business", "--format", format, "--width", "200"], {
      files,
    });
    for (const text of [
      "2 business hours (3 h 35 min by the clock)",
      "3 d 2 h",
      "6 business days 2 h (8 d 2 h by the clock)",
    ])
      expect(stdout).toContain(text);
    const cells = stdout.replace(/<\/?t[dhr][^>]*>/g, "|").replaceAll("│", "|");
    expect(cells).toMatch(/P2\s*\|+ *1 *\|+ *business hours *\|+ *4 h *\|/);
    expect(cells).toMatch(/P1\s*\|+ *1 *\|+ *24x7 *\|+ *3 d 3 h *\|/);
  });
});

test("the history of a recommendation names the clocks of its times, and gives differences between deadlines in days", async () => {
  const files = {
    "t.csv":
      "id,priority,region,opened,responded\nA,P2,emea,2026-11-20T13:00Z,2026-11-20T18:35Z\nB,P1,,2026-11-20T10:00Z,2026-11-23T13:10Z\n",
  };
  const { stdout } = await type(["recommend", "--tickets", "t.csv", "--no-input", "--width", "200"], { files });
  expect(stdout).toMatch(/P2 +│ 1 +│ 50\.0% +│ business hours │ 4 h/);
  expect(stdout).toMatch(/P1 +│ 1 +│ 50\.0% +│ 24x7 +│ 3 d 3 h/);
});

test.each([
  ["2026-11-24T12:00Z", "4 d 2 h (24x7)"],
  ["2026-11-17T09:00Z", "-3 d 1 h (24x7)"],
  ["2026-11-20T11:30Z", "1 h 30 min (24x7)"],
])("elapsed on the clock 24x7 until %s is %s", async (to, text) => {
  const { stdout } = await type(`elapsed -r emea --clock 24x7 --from 2026-11-20T10:00Z --to ${to}`.split(" "), {});
  expect(stdout).toContain(text);
});

test("a watch names the clock of each countdown", async () => {
  const files = {
    "t.csv": "id,priority,region,opened,responded\nA,P2,emea,2026-11-20T13:00Z,\nB,P1,,2026-11-22T08:30Z,\n",
  };
  const { frames } = await type(["watch", "t.csv", "-p", "business"], { files, columns: 120, rows: 10, seconds: 1 });
  expect(frames[0]).toMatch(/-\d+:\d\d:\d\d +business hours +overdue/);
  expect(frames[0]).toMatch(/0:30:00 +24x7 +/);
});
