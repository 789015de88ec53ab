/**
 * `deadline --input` in a script: rows in order, the shape of the file kept, bad rows reported and kept, exit codes.
 */
import { describe, expect, test } from "vitest";
import { widthOf } from "../../src/render/text/width.js";
import { type } from "../terminal.js";

const head = "id,priority,region,opened";
const good = "1,P2,japan,2026-11-20T16:40+09:00";
const due = "2026-11-23T01:10:00Z";

async function deadlines(
  file: string | Uint8Array,
  argv: readonly string[] = ["-p", "business"],
  path = "tickets.csv",
  more = {},
) {
  return type(["deadline", "--input", path, ...argv], { files: { [path]: file }, ...more });
}

describe("deadline --input", () => {
  test("adds deadline, status and error to every row, in order", async () => {
    const { code, stdout, stderr } = await deadlines(`${head}\n${good}\n2,P1,,2026-11-22T08:30Z\n`);
    expect(stdout).toBe(
      `${head},deadline,status,error\n${good},${due},open,\n2,P1,,2026-11-22T08:30Z,2026-11-22T09:30:00Z,open,\n`.replace(
        "09:30:00Z,open",
        "09:30:00Z,open",
      ),
    );
    expect(stderr).toContain("2 tickets.");
    expect(code).toBe(0);
  });

  test("keeps mark, line ends, quotes and separator as they were", async () => {
    const { stdout } = await deadlines(
      `\uFEFF${head};subject\r\n`.replaceAll(",", ";") + `${good};"a;\r\n""b"""\r\n`.replaceAll(",", ";"),
    );
    expect(stdout).toBe(
      `\uFEFFid;priority;region;opened;subject;deadline;status;error\r\n1;P2;japan;2026-11-20T16:40+09:00;"a;\r\n""b""";${due};open;\r\n`,
    );
  });

  test("a row that begins with a mark, as where files were put together, keeps it", async () => {
    const { stdout } = await deadlines(`\uFEFF${head}\n\uFEFF"1",P9,japan,=1\n\uFEFF2,P9,japan,=1\n`, [
      "-p",
      "business",
    ]);
    expect(stdout.split("\n").slice(1, 3)).toEqual([
      expect.stringMatching(/^"?\uFEFF"*1"*,P9,japan,'=1,,,"unknown-priority/),
      expect.stringMatching(/^\uFEFF2,P9,japan,'=1,,,"unknown-priority/),
    ]);
  });

  test("a bad row keeps its columns, has its error, and makes the exit code 3", async () => {
    const { code, stdout, stderr } = await deadlines(
      `${head}\n1,P2,japan,2026-13-01T00:00Z\n${good}\n3,P2\n4,P2,japan,${"x,".repeat(2)}\n`,
    );
    const rows = stdout.split("\n");
    expect(rows[1]).toBe(
      '1,P2,japan,2026-13-01T00:00Z,,,"bad-time: opened ""2026-13-01T00:00Z"" is not a valid date or time"',
    );
    expect(rows[2]).toBe(`${good},${due},open,`);
    expect(rows[3]).toBe('3,P2,,,,,"cell-count: the row has 2 cells, but the header has 4"');
    expect(rows[4]).toBe('4,P2,japan,"x,x,",,,"cell-count: the row has 6 cells, but the header has 4"');
    expect(stderr).toContain("3 of 4 tickets have an error:\n  line 2: bad-time");
    expect(code).toBe(3);
  });

  test("a quote that is never closed costs its own line only", async () => {
    const { stdout } = await deadlines(
      `${head},subject\n1,P2,japan,2026-11-20T16:40+09:00,"open\n${good},fine\n${good},"fine"\n`,
    );
    expect(stdout.split("\n").map((row) => row.split(",").at(-2))).toEqual([
      "status",
      '"bad-quotes: unclosed quote',
      "open",
      "open",
      undefined,
    ]);
    expect(stdout).toContain("bad-quotes");
  });

  test.each([
    ["=1+1", "'=1+1"],
    ["+1+1", "'+1+1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["-2+3", "'-2+3"],
    ["＝1", "'＝1"],
    ['"=1,1"', `"'=1,1"`],
    ["-5", "-5"],
    ["+5.25", "+5.25"],
    ["a=1", "a=1"],
  ])("a cell %s is written %s", async (cell, written) => {
    const { stdout } = await deadlines(`${head},subject\n${good},${cell}\n`);
    expect(stdout).toBe(`${head},subject,deadline,status,error\n${good},${written},${due},open,\n`);
  });

  test("several plans give a pair of columns each", async () => {
    const { stdout } = await deadlines(`${head}\n${good}\n`, ["-p", "business", "-p", "standard"]);
    expect(stdout).toBe(
      `${head},deadline_business,status_business,deadline_standard,status_standard,error\n${good},${due},open,2026-11-23T03:10:00Z,open,\n`,
    );
  });

  test("a plan column counts, and the flag fills its empty cells", async () => {
    const { stdout } = await deadlines(`${head},plan\n${good},standard\n${good},\n`);
    expect(stdout).toContain(`${good},standard,2026-11-23T03:10:00Z,open,\n${good},,${due},open,\n`);
  });

  test("no plan at all is an error that names the flag", async () => {
    const { code, stderr } = await deadlines(`${head}\n${good}\n`, []);
    expect(stderr).toContain("--plan");
    expect(code).toBe(2);
  });

  test("a column that is there already is not overwritten", async () => {
    const { stdout, stderr } = await deadlines(`${head},status,error\n${good},closed,none\n`);
    expect(stdout).toBe(`${head},status,error,sla_deadline,sla_status,sla_error\n${good},closed,none,${due},open,\n`);
    expect(stderr).toContain("sla_deadline, sla_status and sla_error");
  });

  test.each([
    ["deadline,deadline", "deadline,deadline_2,sla_deadline,sla_status,sla_error"],
    ["sla_status,status", "sla_status,status,sla_deadline_2,sla_status_2,sla_error_2"],
    ["x,x,x", "x,x_2,x_3,deadline,status,error"],
    ["x_2,x,x", "x_2,x,x_3,deadline,status,error"],
    [",,", ",_2,_3,deadline,status,error"],
  ])("no two columns have one name: %s", async (more, header) => {
    const cells = more.replaceAll(/[^,]+/g, "1");
    const { stdout } = await deadlines(`${head},${more}\n${good},${cells}\n`);
    expect(stdout.split("\n")[0]).toBe(`${head},${header}`);
    const json = await deadlines(`${head},${more}\n${good},${cells}\n`, ["-p", "business", "--format", "jsonl"]);
    const keys = [...json.stdout.matchAll(/"([^"]*)":/g)].map(([, key]) => key);
    expect(keys.slice(-header.split(",").length).join()).toBe(header);
  });

  test("JSON lines keep their values as they were written", async () => {
    const line =
      '{"id": 1.50, "priority":"P2","region":"japan","opened":"2026-11-20T16:40+09:00","n":12345678901234567890}';
    const { code, stdout } = await deadlines(
      `${line}\n\nnot json\n{"id":2,"priority":"P2","region":"japan","opened":"2026-11-20T16:40+09:00","responded":"2026-11-23T01:10:00Z"}\n`,
      undefined,
      "tickets.jsonl",
    );
    const rows = stdout.split("\n");
    expect(rows[0]).toBe(`${line.slice(0, -1)},"deadline":"${due}","status":"open","error":null}`);
    expect(JSON.parse(rows[1] as string)).toEqual({
      line: 3,
      text: "not json",
      deadline: null,
      status: null,
      error: "bad-json: not a JSON object",
    });
    expect(JSON.parse(rows[2] as string)).toMatchObject({ id: 2, status: "met" });
    expect(code).toBe(3);
  });

  describe("lines of JSON with other keys each", () => {
    const line = (more: Record<string, unknown>) =>
      JSON.stringify({ id: 1, priority: "P2", region: "japan", opened: "2026-11-20T16:40+09:00", ...more });
    const inCsv = ["-p", "business", "--format", "csv"];

    test("every key is a column of CSV, wherever it first comes, and no row is bad for it", async () => {
      const filler = Array.from({ length: 2000 }, () => line({}));
      const { code, stdout } = await deadlines(
        [...filler, line({ late: "x", constructor: 2 })].join("\n"),
        inCsv,
        "tickets.jsonl",
      );
      const rows = stdout.split("\n");
      expect(rows[0]).toBe(`${head},late,constructor,deadline,status,error`);
      expect(rows[1]).toBe(`${good},,,${due},open,`);
      expect(rows[2001]).toBe(`${good},x,2,${due},open,`);
      expect(code).toBe(0);
    });

    test("values come into cells as they were written", async () => {
      const text =
        '{ "n\\"o" : 12345678901234567890,"a":1.10 , "b" : {"c": [1.50, "}"]},"e":true,"a":1e400,"f":null,"s":"x\\ty",';
      const { stdout } = await deadlines(`${text}${line({}).slice(1)}`, inCsv, "tickets.jsonl");
      expect(stdout.split("\n")[1]).toBe(
        `12345678901234567890,1e400,"{""c"": [1.50, ""}""]}",true,,x\ty,${good},${due},open,`,
      );
      const big = line({}).replace('"id":1', '"id":12345678901234567890');
      const { stdout: json } = await deadlines(big, ["-p", "business", "--json"], "tickets.jsonl");
      expect(JSON.parse(json).tickets[0].id).toBe("12345678901234567890");
      const audit = await type(["audit", "t.jsonl", "-p", "business", "--json"], {
        files: { "t.jsonl": big.replace("}", ',"responded":"2026-11-30T00:00Z"}') },
      });
      expect(JSON.parse(audit.stdout).worst[0].id).toBe("12345678901234567890");
    });

    test("a line that is no object is in the first column of CSV", async () => {
      const { code, stdout } = await deadlines(`${line({})}\n{"cut":\n`, inCsv, "tickets.jsonl");
      expect(stdout.split("\n")[2]).toBe('"{""cut"":",,,,,,bad-json: not a JSON object');
      expect(code).toBe(3);
    });

    test("the first line may lack what others have, or be no object", async () => {
      const { stdout } = await deadlines(`oops\n{"id":9}\n${line({})}\n`, undefined, "tickets.jsonl");
      const rows = stdout.trimEnd().split("\n");
      expect(rows.map((row) => JSON.parse(row).error?.split(":")[0] ?? null)).toEqual([
        "bad-json",
        "missing-cell",
        null,
      ]);
    });

    test.each([
      ["an array of them", `[\n${line({})},\n${line({})}\n]\n`, "tickets.json"],
      [
        "an array under a key",
        `{"count": 2, "next": null, "tickets": [\n${line({})},${line({})}\n], "x": [1]}\n`,
        "tickets",
      ],
      ["an array on one line", `{"tickets":[${line({})},${line({})}]}`, "tickets.jsonl"],
      ["objects over several lines", `[{\n${line({}).slice(1)},{\n  ${line({}).slice(1)}]`, "tickets.json"],
    ])("%s comes out as lines", async (_, text, path) => {
      for (const blockSize of [7, 1 << 19]) {
        const { code, stdout } = await type(["deadline", "--input", path, "-p", "business"], {
          files: { [path]: text },
          blockSize,
        });
        const row = `${line({}).slice(0, -1)},"deadline":"2026-11-23T01:10:00Z","status":"open","error":null}\n`;
        expect([code, stdout]).toEqual([0, row.repeat(2)]);
      }
    });

    test.each([
      ["an array that is cut off", `[${line({})},\n${line({})}`, "tickets.json:2: the JSON document is cut off here."],
      ["two arrays", `{"a":[${line({})}],\n"b":[{}]}`, "tickets.json:2: a second array of objects"],
      ["text after the array", `[${line({})}]\nx`, "tickets.json:2: not an array of JSON objects."],
      ["an array of numbers", "[1,2]", "tickets.json:1: not an array of JSON objects."],
    ])("%s is refused with the place", async (_, text, message) => {
      const { code, stderr } = await deadlines(text, undefined, "tickets.json");
      expect(code).toBe(3);
      expect(stderr).toContain(message);
    });

    test("a missing key is not reported as present", async () => {
      const { stderr } = await deadlines('{"id":1,"opened":"2026-11-20T16:40+09:00"}\n', undefined, "tickets.jsonl");
      expect(stderr).toContain("is missing column priority");
      expect(stderr).toContain("Columns found: id, opened.");
    });

    test("a line's own status stays its own, and what is added to it is named otherwise", async () => {
      const own = line({ status: "closed" });
      const early = await deadlines(`${line({})}\r\n${own}\r\n`, undefined, "tickets.jsonl");
      expect(early.stdout).toContain(
        `${own.slice(0, -1)},"sla_deadline":"${due}","sla_status":"open","sla_error":null}\r\n`,
      );
      expect(early.stdout).toContain(
        `${line({}).slice(0, -1)},"sla_deadline":"${due}","sla_status":"open","sla_error":null}\r\n`,
      );
      const filler = Array.from({ length: 2000 }, () => line({}));
      const late = await deadlines([...filler, own].join("\n"), undefined, "tickets.jsonl");
      const last = late.stdout.trimEnd().split("\n").at(-1) as string;
      expect(last).toContain(
        `${own.slice(0, -1)},"sla_deadline":"${due}","sla_status":"open","sla_error":"key-conflict: the object already has status`,
      );
      expect(late.code).toBe(3);
    });

    test("how the blocks fall changes nothing", async () => {
      const text = [
        ...Array.from({ length: 900 }, (_, i) => line({ i })),
        line({ status: "closed", late: 1 }),
        '{"id":2}',
      ].join("\n");
      const whole = await deadlines(text, undefined, "tickets.jsonl");
      for (const blockSize of [7, 1000, 65_536]) {
        expect((await deadlines(text, undefined, "tickets.jsonl", { blockSize })).stdout).toBe(whole.stdout);
      }
    });

    test("a file whose every line has keys of its own is refused as a table, and comes out as lines of JSON", async () => {
      const text = Array.from({ length: 300 }, (_, n) =>
        line(Object.fromEntries(Array.from({ length: 60 }, (_, k) => [`k${n}_${k}`, 1]))),
      ).join("\n");
      const { code, stdout, stderr } = await deadlines(text, inCsv, "tickets.jsonl");
      expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
      expect(stderr).toContain("tickets.jsonl:274: more than 16,384 columns");
      expect(await deadlines(text, undefined, "tickets.jsonl")).toMatchObject({ code: 0 });
    });

    test("a table of more columns than a spreadsheet has is refused", async () => {
      const wide = (count: number) => `${head}${",x".repeat(count - 4)}\n${good}${",1".repeat(count - 4)}\n`;
      expect(await deadlines(wide(16_384))).toMatchObject({ code: 0 });
      const { code, stderr } = await deadlines(wide(16_385));
      expect(code).toBe(3);
      expect(stderr).toContain("tickets.csv:1: more than 16,384 columns");
    });
  });

  test.each([
    [
      "tsv",
      "id\tpriority\tregion\topened\tsubject\n1\tP2\tjapan\t2026-11-20T16:40+09:00\ta, b\n",
      `a, b\t${due}\topen\t\n`,
    ],
    ["csv", `${head}\n${good}\n`, `${good},${due},open,\n`],
  ])("%s in is %s out", async (format, text, end) => {
    const { stdout } = await deadlines(text, undefined, `tickets.${format}`);
    expect(stdout.endsWith(end)).toBe(true);
  });

  test("a file of tabs that is not called one keeps its tabs, in UTF-16 as spreadsheets write it, too", async () => {
    const text = `${head}\n${good}\n`.replaceAll(",", "\t");
    const kept = `${good}\t${due}\topen\t\n`.replaceAll(",", "\t");
    for (const file of [text, Buffer.from(`\uFEFF${text}`, "utf16le")]) {
      for (const path of ["tickets.txt", "tickets.csv"]) {
        expect((await deadlines(file, undefined, path)).stdout.endsWith(kept)).toBe(true);
        expect(
          (await deadlines(file, ["-p", "business", "--format", "csv"], path)).stdout.endsWith(
            `${good},${due},open,\n`,
          ),
        ).toBe(true);
      }
    }
  });

  test("the ending of --output and --format decide the form; --json is the answer of the contract", async () => {
    const { written } = await deadlines(`${head}\n${good}\n`, ["-p", "business", "-o", "out.jsonl"]);
    expect(JSON.parse(written["out.jsonl"] as string)).toMatchObject({ id: "1", deadline: due, error: null });
    const { stdout } = await deadlines(`${head}\n${good}\n9,P9,japan,now\n`, ["-p", "business", "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({
      schemaVersion: 1,
      command: "deadline",
      tickets: [
        {
          id: "1",
          line: 2,
          plan: "business",
          deadline: due,
          deadlineLocal: "2026-11-23T10:10:00+09:00",
          status: "open",
        },
        { id: "9", line: 3, error: { code: "unknown-priority" } },
      ],
      rows: { read: 2, bad: 1 },
    });
    for (const argv of [
      ["--format", "iso"],
      ["-o", "out.md"],
      ["-o", "out.html"],
    ]) {
      const refused = await deadlines(`${head}\n`, ["-p", "business", ...argv]);
      expect([refused.code, refused.stderr]).toEqual([
        2,
        expect.stringContaining("Valid values: csv, tsv, jsonl, json, ics, xlsx."),
      ]);
    }
    expect((await deadlines(`${head}\nx\n`)).stdout).toContain("the row has 1 cell, but the header has 4");
  });

  test.each([
    ["tsv", `1\tP2\tjapan\t2026-11-20T16:40+09:00\ta, b\t${due}\topen\t\n`],
    [
      "jsonl",
      `{"id":"1","priority":"P2","region":"japan","opened":"2026-11-20T16:40+09:00","subject":"a, b","deadline":"${due}","status":"open","error":null}\n`,
    ],
    ["csv", `${good},"a, b",${due},open,\n`],
  ])("plain rows of CSV come out whole as %s", async (format, end) => {
    const { stdout } = await deadlines(`${head},subject\n${good},"a, b"\n`, ["-p", "business", "--format", format]);
    expect(stdout.endsWith(end)).toBe(true);
  });

  test("other encodings are read by name, and UTF-16 by its mark", async () => {
    const sjis = Buffer.concat([
      Buffer.from(`${head},subject\n${good},`),
      Buffer.from([0x93, 0xfa, 0x96, 0x7b]),
      Buffer.from("\n"),
    ]);
    expect((await deadlines(sjis, ["-p", "business", "--encoding", "shift_jis"])).stdout).toContain(`,日本,${due}`);
    const unnamed = await deadlines(sjis);
    expect(unnamed.stderr).toContain("1 row has bytes that are not text in the file's encoding, first on line 2.");
    expect(unnamed.code).toBe(0);
    const utf16 = Buffer.from(`\uFEFF${head}\n${good}\n`, "utf16le");
    expect((await deadlines(utf16)).stdout).toContain(`${good},${due}`);
    expect((await deadlines(sjis, ["-p", "business", "--encoding", "klingon"])).code).toBe(2);
  });

  test.each([
    ["the last row, which no line end follows", "\n", ""],
    ["a file of carriage returns alone", "\r", "\r"],
  ])("bytes that are no text are found in %s", async (_, between, last) => {
    const rows = [`${head},subject`, `${good},caf`].join(between);
    const { code, stdout, stderr } = await deadlines(
      Buffer.concat([Buffer.from(rows), Buffer.from([0xe9]), Buffer.from(last)]),
    );
    expect(stdout).toContain(`${good},caf\uFFFD,${due}`);
    expect(stderr).toContain("1 row has bytes that are not text");
    expect(code).toBe(0);
  });

  test("--map, --priority-map and --source-tz read a file of any house", async () => {
    const { code, stdout } = await deadlines("Ref,Sev,When,Where\n7,urgent,2026-11-20 16:40,japan\n", [
      ...[
        "-p",
        "business",
        "--map",
        "id=Ref",
        "--map",
        "priority=Sev",
        "--map",
        "opened=When",
        "--map",
        "region=Where",
      ],
      ...["--priority-map", "urgent=P2,high=P3", "--source-tz", "Asia/Tokyo"],
    ]);
    expect(stdout).toContain(`7,urgent,2026-11-20 16:40,japan,${due},open,\n`);
    expect(code).toBe(0);
  });

  test("the order of dates comes from the whole column, or is required", async () => {
    const rows = (...dates: string[]) => `${head}\n${dates.map((date, i) => `${i},P1,,${date}`).join("\n")}\n`;
    const filler = Array.from({ length: 200 }, () => "05/11/2026 10:00");
    expect((await deadlines(rows(...filler, "20/11/2026 10:00"))).stdout).toContain(
      "05/11/2026 10:00,2026-11-05T11:00:00Z",
    );
    expect((await deadlines(rows(...filler, "11/20/2026 10:00"))).stdout).toContain(
      "05/11/2026 10:00,2026-05-11T11:00:00Z",
    );
    const open = await deadlines(rows(...filler));
    expect(open.stderr).toContain("--date-order");
    expect(open.code).toBe(3);
    expect((await deadlines(rows("20/11/2026 10:00", "11/20/2026 10:00"))).stderr).toContain("different orders");
    expect((await deadlines(rows(...filler), ["-p", "business", "--date-order", "mdy"])).stdout).toContain(
      "2026-05-11T11:00:00Z",
    );
  });

  test("--check finds late tickets, which outweigh a bad row; stderr reports both", async () => {
    const late = `${head}\n1,P1,,2026-11-20T08:30Z\n`;
    expect((await deadlines(late, ["-p", "business", "--check"])).code).toBe(1);
    const both = await deadlines(`${late}2,P9,,now\n`, ["-p", "business", "--check", "--quiet"]);
    expect(both.code).toBe(1);
    expect(both.stderr).toMatch(/1 of 2 tickets has an error:[\s\S]*Check failed: 0 missed, 1 overdue\./);
    expect(
      (await deadlines(`${head}\n${good}\n2,P9,,now\n`, ["-p", "business", "--check", "--now", "2026-11-20T09:00Z"]))
        .code,
    ).toBe(3);
  });

  test("flags for a single ticket are refused", async () => {
    expect((await deadlines(`${head}\n${good}\n`, ["-p", "business", "--opened", "now"])).code).toBe(2);
    expect((await deadlines(`${head}\n${good}\n`, ["-p", "business", "--explain"])).code).toBe(2);
  });

  test.each([
    ["nothing", "", "empty"],
    ["a mark only", "\uFEFF", "empty"],
    ["a header without what is needed", "a,b,c\n1,2,3\n", "is missing columns id, priority and opened"],
    ["two columns of one name", `${head},Opened\n${good},x\n`, "more than one column"],
    ["binary", new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 10]), "not a text row or a JSON object"],
    ["another encoding in its header", Buffer.from([0x93, 0xfa, 10, 10]), "not UTF-8"],
  ])("a file of %s is refused with exit code 3", async (_, file, said) => {
    const { code, stdout, stderr } = await deadlines(file);
    expect(stderr).toContain(said);
    expect(stdout).toBe("");
    expect(code).toBe(3);
  });

  test("a header alone gives a header", async () => {
    const { code, stdout } = await deadlines(`${head}\n`);
    expect(stdout).toBe(`${head},deadline,status,error\n`);
    expect(code).toBe(0);
  });

  test("a terminal shows the progress of a long run, a pipe does not", async () => {
    const file = `${head}\n${`${good}\n`.repeat(3000)}`;
    const long = { blockSize: 10_000, tickMs: 400 };
    const watched = await deadlines(file, undefined, undefined, { ...long, columns: 70, terminals: ["stderr"] });
    expect(watched.stderr).toMatch(/\r[\d,]+ tickets · [\d,]+\/s · \d+% read · \d+ s left/);
    expect(watched.stderr).toContain("\r\u001b[K");
    expect((await deadlines(file, undefined, undefined, long)).stderr).not.toContain("% read");
    const dated = `${head}\n${"1,P2,japan,20/11/2026 16:40\n".repeat(3000)}`;
    const twice = (await deadlines(dated, undefined, undefined, { ...long, columns: 70, terminals: ["stderr"] }))
      .stderr;
    const shares = [...twice.matchAll(/(\d+)% read/g)].map(([, share]) => Number(share));
    expect(shares.some((share) => share < 40)).toBe(true);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(twice).toMatch(/\r\d+% read · \d+ s left/);
    expect((await deadlines(file, ["-p", "business", "-q"], undefined, { ...long, columns: 70 })).stderr).not.toContain(
      "% read",
    );
  });

  test.each(["en", "zh-TW", "ja"])("the progress in %s stays on its line", async (lang) => {
    const file = `${head}\n${`${good}\n`.repeat(3000)}`;
    const narrow = { blockSize: 10_000, tickMs: 400, columns: 30, terminals: ["stderr"] } as const;
    const { stderr } = await deadlines(file, ["-p", "business", "--lang", lang], undefined, narrow);
    const lines = stderr
      .split("\r")
      .flatMap((part) => (part.endsWith("\u001b[K") ? part.slice(0, -"\u001b[K".length) : []));
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.filter((line) => widthOf(line) > 29)).toEqual([]);
  });

  test("standard input works, and its reader may go away", async () => {
    const rows = `${head}\n${`${good}\n`.repeat(1000)}`;
    expect(
      (await type(["deadline", "--input", "-", "-p", "business", "-q"], { stdin: rows })).stdout.split("\n"),
    ).toHaveLength(1002);
    const { code, stdout, stderr } = await type(["deadline", "--input", "-", "-p", "business"], {
      stdin: rows,
      blockSize: 100,
      readerTakes: 300,
    });
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout.length).toBeLessThan(1000);
  });
});

test.each(["P1", "P2"])(
  "the clock of a %s ticket starts after a pause, in a file as for one ticket",
  async (priority) => {
    const common = ["-p", "business", "--pause", "2026-11-20T16:00+09:00/2026-11-20T17:00+09:00", "--json"];
    const opened = "2026-11-20T16:40+09:00";
    const one = await type(["deadline", "-P", priority, "-r", "japan", "--opened", opened, ...common]);
    const many = await deadlines(`${head}\n1,${priority},japan,${opened}\n`, common);
    const [single, row] = [one, many].map(({ stdout }) => JSON.parse(stdout).tickets[0]);
    expect(single.clockStarts).toBe("2026-11-20T08:00:00Z");
    expect(row.clockStarts).toBe(single.clockStarts);
  },
);

test("controls in cells reach a file as they are, and no terminal", async () => {
  const file = `${head},note\r\n${good},"a\u001b[31mb\u009bc\u202ed\te"\r\n`;
  const files = { "t.csv": file };
  const line = ["deadline", "--input", "t.csv", "-p", "business"];
  const piped = await type(line, { files });
  expect(piped.stdout).toContain("\u001b[31mb\u009bc\u202ed\te");
  const shown = await type(line, { files, columns: 200 });
  expect(shown.stdout).toContain('"a\\u001b[31mb\\u009bc\\u202ed\te"');
  expect(shown.stdout.split("\r\n")).toHaveLength(3);
  const written = await type([...line, "-o", "out.csv"], { files, columns: 200 });
  expect(written.written["out.csv"]).toBe(piped.stdout);
});
