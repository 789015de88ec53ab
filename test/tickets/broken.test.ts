/**
 * Two hundred broken files, made from sound ones by ten kinds of damage. Each ends with a clear message or with a complete answer that names its
 * errors: nothing crashes, hangs or loses a row in silence.
 */
import { describe, expect, test } from "vitest";
import { parseCsv } from "../parse-csv.js";
import { type } from "../terminal.js";

/** The same numbers for the same seed. */
function dice(seed: number): (below: number) => number {
  let state = seed * 2654435761;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const header = "id,priority,region,opened,subject";

function soundRows(roll: (below: number) => number): string[] {
  return Array.from({ length: 5 + roll(30) }, (_, i) => {
    const subject = ["plain", '"quoted, with comma"', '"two\nlines"', '"say ""hi"""', "日本"][roll(5)];
    return `row-${i},P${1 + roll(4)},japan,2026-11-${10 + roll(20)}T1${roll(10)}:00Z,${subject}`;
  });
}

type Damage = (rows: string[], roll: (below: number) => number) => Uint8Array;

const bytesOf = (text: string) => new TextEncoder().encode(text);
const join = (rows: readonly string[], top = header) => bytesOf(`${[top, ...rows].join("\n")}\n`);

const damages: Readonly<Record<string, Damage>> = {
  truncated: (rows, roll) => {
    const whole = join(rows);
    return whole.subarray(0, roll(whole.length));
  },
  "mixed line ends": (rows, roll) =>
    bytesOf([header, ...rows].map((row) => row + ["\n", "\r\n", "\r", "\n\n", "\r\n\n"][roll(5)]).join("")),
  "wrong quotes": (rows, roll) =>
    join(
      rows
        .map((row) => (roll(4) > 0 ? row : `${row.slice(0, roll(row.length))}"${row.slice(roll(row.length))}`))
        .map((row, i) => (roll(6) > 0 ? row : `"${row}${i}`)),
    ),
  "a huge field": (rows, roll) => {
    const quote = roll(2) === 0 ? '"' : "";
    return join([
      ...rows,
      `huge,P1,japan,2026-11-20T10:00Z,${quote}${"x".repeat(200_000 + roll(400_000))}${quote}`,
      ...rows,
    ]);
  },
  binary: (rows, roll) => {
    const whole = join(rows);
    for (let i = 0; i < 20; i++) whole[roll(whole.length)] = roll(256);
    return whole;
  },
  "wrong encoding": (rows, roll) => {
    const text = new TextDecoder().decode(join(rows));
    return roll(2) === 0
      ? Buffer.from(text, "utf16le")
      : Buffer.from(text.replaceAll("日本", "\u0093\u00fa\u0096\u007b"), "latin1");
  },
  empty: (_, roll) => bytesOf(["", "\n", "\r\n\r\n", "\uFEFF", " ", "\n\n\n "][roll(6)] as string),
  "header only": (_, roll) =>
    bytesOf([header, `${header}\n`, `\uFEFF${header}\r\n`, `"${header.replaceAll(",", '","')}"`][roll(4)] as string),
  "a duplicate header": (rows, roll) =>
    join(rows, header.replace(["subject", "region"][roll(2)] as string, ["opened", "id", "note"][roll(3)] as string)),
  "one column": (rows, roll) =>
    join(
      rows.map((row) => row.split(",")[0] as string),
      ["id", header][roll(2)] as string,
    ),
  "10,000 columns": (rows, roll) => {
    const more = Array.from({ length: 9_995 }, (_, i) => `c${i}`).join(",");
    return join(
      rows.slice(0, 6).map((row) => (roll(3) === 0 ? row : `${row}${",".repeat(9_995)}`)),
      `${header},${more}`,
    );
  },
};
const each = Math.ceil(200 / Object.keys(damages).length);
const cases = Object.entries(damages).flatMap(([name, damage]) =>
  Array.from({ length: each }, (_, seed) => ({ name, damage, seed })),
);

/** The ids of sound rows in the text of the file, wherever they are. */
function idsIn(bytes: Uint8Array): string[] {
  return new TextDecoder().decode(bytes).match(/(?<![\w-])row-\d+(?=,)/g) ?? [];
}

describe("broken files", () => {
  test("there are two hundred", () => expect(cases.length).toBeGreaterThanOrEqual(200));

  test.each(cases)("$name ($seed)", async ({ damage, seed }) => {
    const roll = dice(seed + 1);
    const file = damage(soundRows(roll), roll);
    const argv = ["deadline", "--input", "t.csv", "-p", "business"];
    const { code, stdout, stderr } = await type(argv, { files: { "t.csv": file }, blockSize: 2000 + roll(60_000) });
    expect([0, 3]).toContain(code);
    if (stdout === "") {
      // A message: what is wrong, where, and what to do.
      expect(stderr).toMatch(/^Error: t\.csv\S* .+\nHint: .+\n$/);
      return;
    }
    const rows = parseCsv(stdout.trimEnd());
    const width = rows[0]?.length as number;
    const bad = rows.slice(1).filter((cells) => cells.at(-1) !== "");
    // Every row is as wide as the header, has a deadline or an error, and is counted.
    expect(rows.filter((cells) => cells.length !== width)).toEqual([]);
    expect(rows.slice(1).filter((cells) => (cells.at(-3) === "") === (cells.at(-1) === ""))).toEqual([]);
    expect(stderr).toContain(
      bad.length === 0 ? `${rows.length - 1} ticket` : `${bad.length} of ${rows.length - 1} ticket`,
    );
    expect(code).toBe(bad.length === 0 ? 0 : 3);
    for (const cells of bad) expect(cells.at(-1)).toMatch(/^[a-z-]+: \S/);
    // The content of the file is in the output.
    const seen = new Set(stdout.match(/row-\d+/g));
    for (const id of idsIn(file)) expect(seen).toContain(id);
  });
});
