/** Tickets at the edges of what a file can say: rows of each fault, files that decide nothing, and the commands that read them alike. */
import { describe, expect, test } from "vitest";
import { type Setting, type } from "../terminal.js";

const header = "id,priority,region,opened,responded";
const good = "1,P2,japan,2026-11-20T10:00Z,";
const csv = (...rows: readonly string[]) => `${rows.join("\n")}\n`;

async function errorsOf(
  argv: readonly string[],
  text: string,
  name = "t.csv",
  setting: Setting = {},
): Promise<string[]> {
  const { stdout } = await type(["deadline", "--input", name, "--json", ...argv], {
    ...setting,
    files: { [name]: text, ...setting.files },
  });
  return JSON.parse(stdout).tickets.map(({ error }: { error?: { code: string } }) => error?.code ?? "");
}

describe("a row's fault", () => {
  test.each<[string, string, string[], string[]]>([
    ["a plan that is not known", csv(`${header},plan`, `${good},gold`, `${good},business`), [], ["unknown-plan", ""]],
    ["no plan where the column has none", csv(`${header},plan`, `${good},`), [], ["missing-cell"]],
    [
      "a zone that is none",
      csv(`${header},zone`, `${good},Japan Time`, `${good},Asia/Tokyo`),
      ["-p", "business"],
      ["unknown-zone", ""],
    ],
    [
      "a plan without a target",
      csv("id,priority,opened,plan", "1,L5,2026-11-20T10:00Z,premium"),
      ["--dataset", "short.json"],
      ["no-target"],
    ],
    [
      "a date that can be read in two orders",
      csv(header, "1,P2,japan,05/03/2026 10:00,"),
      ["-p", "business", "--date-order", "dmy"],
      [""],
    ],
  ])("%s", async (_, text, argv, expected) => {
    const short = {
      schemaVersion: 1,
      id: "short",
      version: "1",
      title: { en: "Short" },
      plans: { premium: { name: { en: "Premium" }, rank: 1, paid: true } },
      priorities: { L1: { name: { en: "One" } }, L5: { name: { en: "Five" } } },
      targets: { premium: { L1: { clock: "24x7", amount: 1, unit: "hours" } } },
    };
    expect(await errorsOf(argv, text, "t.csv", { files: { "short.json": JSON.stringify(short) } })).toEqual(expected);
  });

  test("a deadline that the calendar never reaches, in each command that reads tickets", async () => {
    const never = {
      schemaVersion: 1,
      id: "never",
      version: "1",
      title: { en: "Never" },
      plans: { only: { name: { en: "Only" }, rank: 1, paid: false } },
      priorities: { P2: { name: { en: "Two" } } },
      targets: { only: { P2: { clock: "business-hours", amount: 4000, unit: "hours" } } },
      regions: {
        japan: {
          name: { en: "Japan" },
          zone: "Asia/Tokyo",
          hours: {},
          exceptions: { "2026-12-01": [["09:00", "10:00"]] },
        },
      },
    };
    const files = { "never.json": JSON.stringify(never), "t.csv": csv(header, good) };
    const rows = await type(["deadline", "--input", "t.csv", "-p", "only", "--dataset", "never.json"], { files });
    expect([rows.code, rows.stderr]).toEqual([3, expect.stringMatching(/beyond-horizon|is not valid|never-open/)]);
    const audit = await type(["audit", "t.csv", "-p", "only", "--dataset", "never.json"], { files });
    expect(audit.code).toBe(3);
    const watch = await type(["watch", "t.csv", "-p", "only", "--dataset", "never.json"], { files, seconds: 1 });
    expect(watch.code).not.toBe(70);
  });

  test("a response before the opening, in minutes or as a time", async () => {
    const text = csv(header, "1,P2,japan,2026-11-20T10:00Z,2026-11-20T09:00Z");
    expect(await errorsOf(["-p", "business"], text)).toEqual(["responded-before-opened"]);
  });
});

describe("more rows with errors than are named", () => {
  const many = csv(header, good, ...Array.from({ length: 40 }, (_, i) => `${i},P2,japan,soon,`));
  test.each([
    ["deadline", ["deadline", "--input", "t.csv", "-p", "business"]],
    ["audit", ["audit", "t.csv", "-p", "business"]],
    ["recommend", ["recommend", "--tickets", "t.csv"]],
    ["watch", ["watch", "t.csv", "-p", "business"]],
  ])("%s names the first and counts the others", async (_, line) => {
    const { code, stderr } = await type(line, { files: { "t.csv": many }, seconds: 1 });
    expect(stderr).toContain("40 of 41 tickets have an error");
    expect(stderr).toMatch(/and \d+ more/);
    expect([3, 130]).toContain(code);
  });
});

describe("JSON lines", () => {
  const line = (row: object) => JSON.stringify(row);
  const rows = [
    line({
      id: 1,
      priority: "P2",
      region: "japan",
      opened: "2026-11-20T10:00Z",
      note: { a: [1] },
      done: false,
      gone: null,
    }),
    line({ priority: "P2", region: "japan", opened: "2026-11-20T11:00Z", responded: null }),
  ].join("\n");
  test("values that are no texts are read as they are written", async () => {
    const { stdout } = await type(["deadline", "--input", "t.jsonl", "-p", "business"], { files: { "t.jsonl": rows } });
    expect(JSON.parse(stdout.split("\n")[0] as string)).toMatchObject({
      id: 1,
      note: { a: [1] },
      done: false,
      gone: null,
      status: "open",
    });
    const { stdout: table } = await type(["deadline", "--input", "t.jsonl", "-p", "business", "--format", "csv"], {
      files: { "t.jsonl": rows },
    });
    expect(table).toContain('"{""a"":[1]}"');
  });

  test.each([["audit"], ["watch"]])("%s names a ticket by its id, and one without by its line", async (name) => {
    const { stdout, code } = await type([name, "t.jsonl", "-p", "business"], {
      files: { "t.jsonl": rows },
      seconds: 1,
    });
    expect([0, 130]).toContain(code);
    expect(stdout).toContain("P2");
  });
});

describe("the order of dates", () => {
  const dated = (...rows: readonly (readonly [string, string])[]) =>
    csv(header, ...rows.map(([opened, responded], i) => `${i},P2,japan,${opened},${responded}`));
  test("comes from the responses where the openings leave it open", async () => {
    const text = csv(header, "1,P2,japan,2026-03-05T10:00Z,05/30/2026 10:00", "2,P2,japan,2026-03-05T10:00Z,");
    expect(await errorsOf(["-p", "business", "--source-tz", "UTC"], text)).toEqual(["", ""]);
    expect(await errorsOf(["-p", "business"], dated(["05/03/2026 10:00", "30/03/2026 10:00"]))).toEqual([""]);
  });

  test("does not matter where each date is the same in every order", async () => {
    expect(await errorsOf(["-p", "business"], dated(["05/05/2026 10:00", ""]))).toEqual([""]);
  });

  test("is required where the column leaves it open, and rejected where it contradicts itself", async () => {
    const ambiguous = await type(["deadline", "--input", "t.csv", "-p", "business"], {
      files: { "t.csv": dated(["05/03/2026 10:00", ""]) },
    });
    expect([ambiguous.code, ambiguous.stderr]).toEqual([3, expect.stringContaining("--date-order")]);
    const late = dated(["2026-03-05T10:00Z", "05/06/2026 10:00"]);
    expect((await type(["deadline", "--input", "t.csv", "-p", "business"], { files: { "t.csv": late } })).code).toBe(3);
    const mixed = dated(["30/03/2026 10:00", ""], ["03/30/2026 10:00", ""]);
    const { code, stderr } = await type(["deadline", "--input", "t.csv", "-p", "business"], {
      files: { "t.csv": mixed },
    });
    expect([code, stderr]).toEqual([3, expect.stringContaining("03/30/2026")]);
  });

  test("local times at a change of clocks are read, with a warning", async () => {
    const text = dated(["29/03/2026 01:30", ""], ["25/10/2026 01:30", ""]);
    const { stderr } = await type(["deadline", "--input", "t.csv", "-p", "business", "--source-tz", "Europe/London"], {
      files: { "t.csv": text },
    });
    expect(stderr.replace(/\s+/g, " ")).toContain(
      "2 local times fall in a clock change in Europe/London, first on line 2: 1 skipped",
    );
  });
});

describe("a file's form", () => {
  const line = ["deadline", "--input", "t.csv", "-p", "business"];
  test("UTF-16 is known by its byte order mark, either way round", async () => {
    const text = `\ufeff${csv(header, good)}`;
    const little = Buffer.from(text, "utf16le");
    const plain = await type(line, { files: { "t.csv": csv(header, good) } });
    for (const bytes of [little, Buffer.from(little).swap16()]) {
      const { code, stdout } = await type(line, { files: { "t.csv": new Uint8Array(bytes) } });
      expect([code, stdout.replace("\ufeff", "")]).toEqual([0, plain.stdout]);
    }
  });

  test("tabs become commas, and commas tabs, for another format", async () => {
    const tabs = csv(header, good).replaceAll(",", "\t");
    const { stdout: asCsv } = await type(["deadline", "--input", "t.tsv", "-p", "business", "--format", "csv"], {
      files: { "t.tsv": tabs },
    });
    const { stdout: asTsv } = await type([...line, "--format", "tsv"], { files: { "t.csv": csv(header, good) } });
    expect(asCsv.split("\n")[0]).toBe(`${header},deadline,status,error`);
    expect(asTsv).toBe(asCsv.replaceAll(",", "\t"));
  });
});

describe("files that say little", () => {
  const zendesk = "Id,Priority,Created at,First reply time in minutes\n";
  test("a header of very many columns is shown by those that are likely", async () => {
    const wide = `${Array.from({ length: 40 }, (_, i) => `c${i}`).join(",")},openned\n${"x,".repeat(40)}x\n`;
    const { code, stderr } = await type(["deadline", "--input", "t.csv", "-p", "business"], {
      files: { "t.csv": wide },
    });
    expect(code).toBe(3);
    expect(stderr).toContain("openned");
    expect(stderr).not.toContain("c39");
  });

  test("an export's empty marks are no words", async () => {
    const text = `${zendesk}1,-,2026-11-20 10:00,-\n2,High,2026-11-20 10:00,"1,200"\n3,High,2026-11-20 10:00,soon\n`;
    const argv = ["-p", "business", "-r", "japan", "--source-tz", "UTC", "--preset", "zendesk"];
    expect(await errorsOf(argv, text)).toEqual(["missing-cell", "", "bad-duration"]);
  });

  test.each([
    ["audit", ["audit", "t.csv", "-p", "business", "-r", "japan", "--source-tz", "UTC"]],
    ["recommend", ["recommend", "--tickets", "t.csv", "-r", "japan", "--source-tz", "UTC"]],
    ["watch", ["watch", "t.csv", "-p", "business", "-r", "japan", "--source-tz", "UTC"]],
  ])("%s names the export that it detected", async (_, line) => {
    const text = `${zendesk}1,High,2026-11-20 10:00,5\n2,High,2026-11-22 08:59,\n`;
    const { stdout, stderr } = await type(line, { files: { "t.csv": text }, seconds: 1 });
    expect(`${stdout}${stderr}`).toContain("zendesk");
  });

  test("a measured history of the standard input, without one response", async () => {
    const { stdout, code } = await type(["recommend", "--tickets", "-", "--json"], { stdin: csv(header, good) });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).history).toMatchObject({ path: "stdin", tickets: { read: 1, answered: 0 } });
  });
});
