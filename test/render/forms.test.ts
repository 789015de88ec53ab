/** Each form of an answer where there is little, or everything, to say: nothing judged, no plan, one plan, no hours, names that are not known. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseCsv } from "../parse-csv.js";
import { type Setting, type } from "../terminal.js";

const header = "id,priority,region,opened,responded\n";
const tickets = `${header}1,P2,japan,2026-11-16T10:00+09:00,2026-11-16T18:00+09:00\n2,P1,,2026-11-16T10:00+09:00,2026-11-16T10:30+09:00\n`;
const undecided = `${header}1,P4,japan,2026-11-22T08:00Z,\n`;
const files = {
  "tickets.csv": tickets,
  "undecided.csv": undecided,
  "minimal.json": readFileSync("fixtures/datasets/minimal.json", "utf8"),
  "whole.json": readFileSync("fixtures/datasets/whole.json", "utf8"),
};

async function said(line: string, setting: Setting = {}) {
  const { code, stdout, stderr } = await type(line.split(" "), { ...setting, files: { ...files, ...setting.files } });
  expect([0, 3], `${line}: ${stderr}`).toContain(code);
  expect(stdout, line).not.toMatch(/undefined|\bNaN\b|\[object/);
  return stdout;
}

describe("an audit", () => {
  test.each(["text", "html", "markdown", "csv"])("without one evaluated ticket: %s", async (format) => {
    const stdout = await said(`audit undecided.csv -p business --format ${format}`);
    if (format !== "csv") expect(stdout).toContain("no tickets to evaluate");
    expect(stdout).not.toMatch(/0\.0 ?%|Infinity/);
  });

  test.each(["text", "html", "markdown", "csv", "json"])(
    "of tickets without a region counts them as such: %s",
    async (format) => {
      const stdout = await said(`audit tickets.csv -p business --format ${format}`);
      if (format === "text") expect(stdout).toMatch(/none +│/);
      if (format === "json")
        expect(JSON.parse(stdout).groups.map(({ region }: { region: string | null }) => region)).toContain(null);
    },
  );

  test.each(["text", "html", "markdown"])("under the only plan there is compares with no other: %s", async (format) => {
    const stdout = await said(`audit tickets.csv -p only --dataset minimal.json --format ${format}`);
    expect(stdout).not.toContain("under the other plans");
  });

  test("of tickets with plans of their own names each", async () => {
    const mixed = `id,priority,region,opened,responded,plan\n${["standard", "business"]
      .map((plan, i) => `${i},P2,japan,2026-11-16T10:00+09:00,2026-11-1${7 + i}T18:00+09:00,${plan}`)
      .join("\n")}\n`;
    for (const format of ["text", "html", "json"]) {
      const stdout = await said(`audit mixed.csv --format ${format}`, { files: { "mixed.csv": mixed } });
      expect(stdout).toMatch(/[Ss]tandard/);
      expect(stdout).toMatch(/[Bb]usiness/);
    }
  });

  test("of a folder's file is titled by the file alone on a page", async () => {
    const stdout = await said("audit in/a/tickets.csv -p business --format html", {
      files: { "in/a/tickets.csv": tickets },
    });
    expect(stdout).toContain("<title>Audit of tickets.csv");
  });
});

describe("a deadline that has passed at closing", () => {
  test("is overdue, but late by nothing until the next opening", async () => {
    const line = "deadline -p business -P P2 -r japan --opened 2026-11-20T15:30+09:00";
    expect(await said(`${line} --now 2026-11-20T20:00+09:00`)).toContain(
      "overdue: late by 0 business hours (2 h 30 min by the clock)\n",
    );
    expect(await said(`${line} --now 2026-11-23T09:01+09:00`)).toContain(
      "overdue: late by 1 min in business hours (2 d 16 h by the clock)\n",
    );
  });
});

describe("a response less than a second too late", () => {
  const opened = "--opened 2026-11-20T00:00Z --responded";
  test.each([
    [`-P P1 ${opened} 2026-11-20T01:00:00.001Z`, "en", "missed: late by 1 s\n"],
    [`-P P2 -r japan ${opened} 2026-11-20T02:00:00.4Z`, "en", "missed: late by 1 s in business hours\n"],
    [
      `-P P2 -r japan ${opened} 2026-11-20T08:30:00.4Z`,
      "en",
      "late by 6 h 30 min in business hours (6 h 30 min 1 s by the clock)\n",
    ],
    [`-P P1 ${opened} 2026-11-20T01:00:00.001Z`, "ja", "未達成: 1 秒の遅れ\n"],
    [`-P P1 ${opened} 2026-11-20T01:00:00.001Z`, "zh-TW", "未達成：晚了 1 秒\n"],
  ])("is late by a second: %s %s", async (flags, lang, status) => {
    expect(await said(`deadline -p business ${flags} --lang ${lang} --width 120`)).toContain(status);
  });
});

describe("a recommendation", () => {
  test.each(["text", "markdown", "html"])("without a need has no table of needs: %s", async (format) => {
    const stdout = await said(`recommend --budget any --dataset minimal.json --format ${format}`);
    expect(stdout).not.toContain("wanted");
    expect(stdout).toContain("Only");
  });

  test.each(["text", "markdown", "html"])("measured from tickets shows what was measured: %s", async (format) => {
    const stdout = await said(`recommend --tickets tickets.csv --format ${format}`);
    expect(stdout).toMatch(/Measured from (?:1 ticket|\d+ tickets) in /);
  });

  test("names the reason where no candidate is within budget", async () => {
    const paid = JSON.parse(files["minimal.json"]);
    paid.plans.only.paid = true;
    const given = { files: { "paid.json": JSON.stringify(paid) } };
    expect(await said("recommend --budget included --dataset paid.json", given)).toContain(
      "Only is paid, and you asked for an included plan.",
    );
    expect(await said("recommend --budget included --dataset paid.json --format html", given)).toContain(
      "Only is paid, and you asked for an included plan.",
    );
    expect(await said("recommend --budget included --dataset paid.json --quiet", given)).toBe("none\n");
  });

  test("quotes what a shell would read otherwise", async () => {
    const whole = JSON.parse(files["whole.json"]);
    const stdout = await said("recommend --contacts 1 --dataset it's.json", {
      files: { "it's.json": JSON.stringify(whole) },
    });
    expect(stdout).toContain("'it'\\''s.json'");
  });
});

describe("a comparison", () => {
  test.each(["text", "markdown", "html", "csv", "tsv"])("of a dataset with nothing but a plan: %s", async (format) => {
    const stdout = await said(`compare --dataset minimal.json --format ${format}`);
    expect(stdout).toMatch(/only/i);
  });

  test.each(["text", "markdown", "html"])("of a dataset with one of everything: %s", async (format) => {
    const stdout = await said(`compare --dataset whole.json --notes all --format ${format}`);
    for (const name of ["Phone", "People", "Here", "A note"]) expect(stdout).toContain(name);
  });

  test("of plans that no source knows a target of shows that it is not known", async () => {
    const more = JSON.parse(files["minimal.json"]);
    more.plans.other = { name: { en: "Other" }, rank: 2, paid: true };
    more.targets.other = {};
    more.priorities.P2 = { name: { en: "Two" } };
    for (const format of ["text", "markdown", "html", "csv"]) {
      expect(
        await said(`compare --dataset more.json --format ${format}`, { files: { "more.json": JSON.stringify(more) } }),
      ).toContain("Two");
    }
  });
});

describe("hours", () => {
  const never = {
    ...JSON.parse(files["minimal.json"]),
    regions: {
      here: {
        name: { en: "Here" },
        zone: "Asia/Tokyo",
        hours: Object.fromEntries(
          ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => [day, [["00:00", "24:00"]]]),
        ),
      },
    },
  };
  test.each(["text", "json", "csv"])("that never close have no next change: %s", async (format) => {
    const stdout = await said(`hours --dataset always.json --format ${format}`, {
      files: { "always.json": JSON.stringify(never) },
    });
    if (format === "text") expect(stdout).toContain("never closes");
    if (format === "csv")
      expect(parseCsv(stdout.trimEnd())[1]?.filter((cell) => cell === "").length).toBeGreaterThan(2);
    expect(
      await said("hours --quiet --dataset always.json", { files: { "always.json": JSON.stringify(never) } }),
    ).toContain("open");
  });

  test.each(["text", "csv"])("of a holiday name it: %s", async (format) => {
    expect(await said(`hours japan --holidays JP --now 2026-11-23T03:00Z --format ${format}`)).toContain(
      "Labor Thanksgiving Day",
    );
  });
});

describe("one deadline", () => {
  test("without a region lies on the clock that never stops", async () => {
    for (const format of ["text", "html", "csv", "ics"]) {
      const stdout = await said(`deadline -P P1 --opened 2026-11-22T08:30Z --tz UTC --format ${format}`);
      expect(stdout).toMatch(/09:30|093000|2026-11-22T09:30/);
    }
  });

  test("of a ticket that comes later warns, and nothing of it is used", async () => {
    const { stderr, stdout } = await type(
      ["deadline", "-P", "P1", "--opened", "2026-11-23T08:30Z", "--tz", "UTC", "--json"],
      {},
    );
    expect(JSON.parse(stdout).warnings.map(({ code }: { code: string }) => code)).toContain("opened-in-future");
    expect(stderr).toBe("");
  });

  test("of a plan without a target for the priority names those that there are", async () => {
    const two = JSON.parse(files["minimal.json"]);
    two.priorities.P2 = { name: { en: "Two" } };
    const { code, stderr } = await type(["deadline", "-P", "P2", "--dataset", "two.json"], {
      files: { "two.json": JSON.stringify(two) },
    });
    expect([code, stderr]).toEqual([2, expect.stringContaining("P1")]);
  });

  test("of a budget of nothing is due at once, wholly used", async () => {
    const zero = JSON.parse(files["minimal.json"]);
    zero.targets.only.P1.amount = 0;
    const given = { files: { "zero.json": JSON.stringify(zero) } };
    for (const format of ["text", "html", "json"]) {
      const stdout = await said(
        `deadline -P P1 --opened 2026-11-22T08:30Z --tz UTC --dataset zero.json --format ${format}`,
        given,
      );
      expect(stdout).toMatch(/08:30/);
    }
  });

  test("with --explain has a page with its ledger and the dates counted", async () => {
    const day = await said(
      "deadline -P P4 -p business -r japan --opened 2026-11-20T16:40+09:00 --explain --format html",
    );
    expect(day).toContain("How it is calculated");
    expect(
      await said(
        "deadline -P P2 -r japan --opened 2026-11-20T16:40+09:00 --responded 2026-11-20T17:00+09:00 --format csv",
      ),
    ).toContain("met");
    expect(
      await said(
        "deadline -P P2 -r japan --opened 2026-11-20T16:40+09:00 --responded 2026-11-26T17:00+09:00 --explain --format html",
      ),
    ).toContain("missed");
  });

  test("has no alarm without --alarm", async () => {
    const line = "deadline -P P2 -p business -r japan --opened 2026-11-20T16:40+09:00 --format ics";
    expect(await said(`${line} --alarm none`)).not.toContain("VALARM");
  });
});

describe("open tickets", () => {
  const line = "watch tickets.csv -p business --now 2026-11-22T09:00Z";
  const screen = { columns: 60, rows: 12, seconds: 2 };
  test("an empty list is stated; tickets without an id are named by their line; errors are counted", async () => {
    const answered = await type(line.split(" "), { ...screen, files });
    expect(answered.frames[0]).toContain("No open tickets.");
    const nameless =
      "id,priority,opened,responded\n,P1,2026-11-22T08:30Z,\n,P1,2026-11-22T08:30Z,\n,P9,2026-11-22T08:30Z,\n";
    const shown = await type(line.split(" "), { ...screen, columns: 120, files: { "tickets.csv": nameless } });
    expect(shown.frames[0]).toContain("1 with errors");
    const printed = await type(line.split(" "), { seconds: 2, files: { "tickets.csv": nameless } });
    expect(printed.stdout.trimEnd().split("\n")).toHaveLength(2);
  });

  test("keys that mean nothing do nothing", async () => {
    const { frames, code } = await type(line.split(" "), {
      ...screen,
      files,
      later: { 1: (press) => ["x", "down", "up", "first", "last", "page-down", "page-up", "q"].forEach(press) },
    });
    expect(code).toBe(0);
    expect(frames.at(-1)).toBe("closed");
  });
});

describe("tables", () => {
  test("on a narrow terminal fit it, or become lists", async () => {
    for (const line of [
      "compare --dataset whole.json",
      "audit tickets.csv -p business",
      "recommend --contacts 2",
      "config show",
    ]) {
      const stdout = await said(`${line} --color never`, { columns: 30 });
      const tables = stdout.split("\n").filter((text) => /[┌│├└]/.test(text));
      expect(tables.filter((text) => [...text].length > 30)).toEqual([]);
    }
  });
});

describe("configuration and datasets", () => {
  test("the files that were read are named", async () => {
    const folder = { folder: "/own", files: { "/own/support-cli.json": '{"plan": "business"}' } };
    expect(await said("config show", folder)).toContain("/own/support-cli.json");
  });

  test("a dataset without regions has none", async () => {
    expect(await said("dataset validate minimal.json")).toMatch(/^ +Region +none$/m);
  });

  test("a valid dataset is reported as valid, and not at all with --quiet", async () => {
    expect(await said("dataset validate minimal.json")).toContain("valid");
    expect(await said("dataset validate minimal.json --quiet")).toBe("");
  });

  test("help of a topic has its notes", async () => {
    expect(await said("help formats")).toContain("--output infers the format");
  });
});

test("a timeline on which nothing counts has no empty line for its legend", async () => {
  const zero = JSON.parse(files["minimal.json"]);
  zero.targets.only.P1 = { clock: "business-hours", amount: 0, unit: "hours" };
  zero.regions = { here: { name: { en: "Here" }, zone: "UTC", hours: { mon: [["09:00", "17:00"]] } } };
  const line = "deadline -P P1 -r here --opened 2026-11-21T16:00Z --dataset zero.json";
  const stdout = await said(line, { files: { "zero.json": JSON.stringify(zero) } });
  expect(stdout).toContain("Sat 11-21");
  expect(stdout).not.toMatch(/^ +$/m);
});

describe("a ledger over a clock change", () => {
  const clocks = { ...JSON.parse(files["minimal.json"]), regions: {} };
  for (const [id, hours] of Object.entries({
    night: [["22:00", "06:00"]],
    early: [["00:00", "02:30"]],
    office: [["09:00", "17:00"]],
  })) {
    clocks.regions[id] = { name: { en: id }, zone: "Europe/Amsterdam", hours: { sat: hours, sun: hours, mon: hours } };
  }
  const ledger = (region: string, from: string, to: string) =>
    said(`elapsed -r ${region} --from ${from} --to ${to} --explain --color never --dataset clocks.json`, {
      columns: 130,
      files: { "clocks.json": JSON.stringify(clocks) },
    });

  test("says why an open stretch is longer or shorter than its ends", async () => {
    const autumn = await ledger("night", "2026-10-24T12:00Z", "2026-10-25T12:00Z");
    expect(autumn).toMatch(/Sat 10-24 22:00 │ Sun 10-25 06:00 │ 9 h +│ 9 h +│ clocks go from \+02:00 to \+01:00 +│/);
    const spring = await ledger("night", "2026-03-28T12:00Z", "2026-03-29T12:00Z");
    expect(spring).toMatch(/Sat 03-28 22:00 │ Sun 03-29 06:00 │ 7 h +│ 7 h +│ clocks go from \+01:00 to \+02:00 +│/);
  });

  test("says why a closed stretch ends before it begins", async () => {
    const autumn = await ledger("early", "2026-10-24T22:00Z", "2026-10-25T12:00Z");
    expect(autumn).toMatch(/Sun 10-25 02:30 │ Sun 10-25 02:00 │ - +│ +│ night, clocks go from \+02:00 to \+01:00 +│/);
    expect(autumn).toMatch(/Sun 10-25 02:00 │ Sun 10-25 02:30 │ 30 min +│ 3 h +│ +│/);
  });

  test("does not mention a change in the night, of which no time counts", async () => {
    expect(await ledger("office", "2026-10-24T08:00Z", "2026-10-26T16:00Z")).not.toContain("clocks go");
  });
});
