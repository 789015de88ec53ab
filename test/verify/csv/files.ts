/**
 * Ticket files as people have them and as nobody should: quotes, line ends, encodings, blank lines, broken rows, words and dates of every
 * kind. The same file for the same number.
 */
export interface GeneratedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Words of the command line besides the file. */
  readonly options: readonly string[];
  readonly blockSize: number;
  /** The one kind of line end between the rows of sound text; undefined where there are several. */
  readonly lineEnd: string | undefined;
}

type Roll = (below: number) => number;

export function dice(seed: number): Roll {
  let state = Math.imul(seed + 1, 2654435761) >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const pick = <T>(roll: Roll, list: readonly T[]): T => list[roll(list.length)] as T;

const isoTimes = [
  "2026-11-20T16:40+09:00",
  "2026-11-20T16:40:59.250Z",
  "2026-11-20 16:40",
  "2026-11-20T16:40",
  "2024-02-29T23:59:59-08:00",
  "2026-03-08 02:30",
  "2026-11-01 01:30",
  "2026-11-01T01:30:00+0900",
];
const namedTimes = [
  "20/Nov/26 3:15 PM",
  "1/Mar/26 12:00 AM",
  "20/Nov/2026 15:15",
  "Nov 20, 2026, 3:15 PM",
  "29/Mar/26 1:30 AM",
];
const dayFirst = ["20/11/2026 15:15", "05/03/2026 10:00", "31.12.26 9:05", "5/5/2026 3:15 pm", "29/03/2026 01:30:30"];
const monthFirst = ["11/20/2026 15:15", "03/05/2026 10:00", "1/2/26 9:05 AM", "11/01/2026 1:30 AM"];
const oddTimes = [
  "",
  " ",
  "tomorrow",
  "2026-11-20",
  "20/Nov/26",
  "2023-02-29T10:00Z",
  "2026-11-20T24:00Z",
  "2026-11-20T10:00:60Z",
  "2026-11-20T10:00:00.5Z",
  "0999-12-31T10:00Z",
  "9999-12-31T23:59:59Z",
  "9999-12-31 10:00",
  "31/Feb/26 3:15 PM",
  "20/Nov/26 13:15 PM",
  "20/Nov/26 0:15 AM",
  "20/Nov/26 24:00",
  "20/Nov/26 3:15 P",
  "20/Nov/26  3:15 PM ",
  "20/Nov/26 3:75 PM",
  "20/Nov/26 x3:15",
  "20/Nov/26 :15",
  "@1700000000",
  "now",
  "2026-11-20T10:00+25:00",
  "1 2.34 3:15",
];
const words = {
  priority: ["P1", "P2", "P3", "P4", "P2", "P3", "p2", " P3 ", "P9", "", "Critical", "P\u00a02", "日本"],
  region: ["japan", "emea", "apac", "americas", "Japan", "", "mars", "japan "],
  plan: ["business", "enterprise", "standard", "", "gold"],
  zone: ["", "", "Asia/Tokyo", "Europe/London", "Nowhere/Else"],
};
const subjects = [
  "plain",
  "a b",
  "",
  "日本",
  "café",
  '5" disk',
  "with, comma",
  "semi;colon",
  "tab\there",
  'say "hi"',
  "two\nlines",
  "two\r\nlines",
  "two\rlines",
  "=1+1",
  "-5",
  "-",
  "-2:30",
  "@x",
  "＝1",
  " =1",
  "\n=1+1",
  "\t=1",
  "\u00a0=2",
  " y",
  "y ",
  "\ufeffmark",
  "x".repeat(300),
  '"',
  '""',
];

interface Style {
  readonly separator: string;
  readonly quoting: number;
  readonly lineEnds: readonly string[];
  readonly times: readonly string[];
  readonly oddness: number;
}

/** A cell as a program writes it, with quotes where they are needed, and sometimes where not. */
function written(roll: Roll, text: string, { separator, quoting }: Style): string {
  const needs = text.includes(separator) || /^"|[\r\n]/.test(text);
  if (!needs && roll(10) >= quoting) return text;
  return `"${text.replaceAll('"', '""')}"${roll(40) === 0 ? " ".repeat(1 + roll(3)) : ""}`;
}

/** A cell that no program should write. */
function broken(roll: Roll, text: string): string {
  return pick(roll, [`"${text}`, `${text}"`, `"${text}"x`, `"a"b"${text}"`, `""${text}`, `"${text}""`, ` "${text}"`]);
}

function rowOf(roll: Roll, columns: readonly string[], style: Style, id: number): string {
  const end = pick(roll, style.lineEnds);
  if (roll(15) === 0) return pick(roll, [end, ` ${end}`, `${style.separator}${end}`, `""${end}`]);
  const time = () => pick(roll, roll(style.oddness) === 0 ? oddTimes : style.times);
  const textOf = (column: string): string => {
    if (column === "id") return `row-${id}`;
    if (column === "opened") return time();
    if (column === "responded") return roll(3) > 0 ? "" : time();
    const list = (words as Readonly<Record<string, readonly string[]>>)[column];
    return list ? pick(roll, roll(style.oddness) === 0 ? list : list.slice(0, 4)) : pick(roll, subjects);
  };
  const cells = columns.map((column) => written(roll, textOf(column), style));
  const damage = roll(style.oddness * 3);
  if (damage === 0) cells.pop();
  if (damage === 1) cells.push("more", '"and, more"');
  if (damage === 2) {
    const at = roll(cells.length);
    cells[at] = broken(roll, cells[at] as string);
  }
  return cells.join(style.separator) + end;
}

function encoded(roll: Roll, text: string): Pick<GeneratedFile, "bytes" | "options"> & { isSound?: boolean } {
  const kind = roll(14);
  if (kind === 0) return { bytes: Buffer.from(`\ufeff${text}`, "utf16le"), options: [] };
  if (kind === 1) return { bytes: Buffer.from(`\ufeff${text}`, "utf16le").swap16(), options: [] };
  if (kind === 2) return { bytes: Buffer.from(`\ufeff${text}`), options: [] };
  if (kind === 3) return { bytes: Buffer.from(text, "latin1"), options: roll(2) === 0 ? ["--encoding", "latin1"] : [] };
  const bytes = Buffer.from(text);
  if (kind === 4) for (let i = 0; i < 3; i++) bytes[roll(bytes.length)] = 0x80 + roll(128);
  if (kind === 5) for (let i = 0; i < 2; i++) bytes[roll(bytes.length)] = roll(256);
  if (kind === 6) return { bytes: bytes.subarray(0, roll(bytes.length)), options: [] };
  return { bytes, options: [], isSound: kind > 6 };
}

export function generateFile(number: number): GeneratedFile {
  const roll = dice(number);
  const kind = roll(4);
  const style: Style = {
    separator: pick(roll, [",", ",", ",", ";", "\t", "|", "^", "¤"]),
    quoting: pick(roll, [0, 0, 2, 5, 10]),
    lineEnds: pick(roll, [["\n"], ["\r\n"], ["\r"], ["\n", "\r\n", "\r"], ["\n", "\n", "\n\n"]]),
    times: [isoTimes, namedTimes, dayFirst, monthFirst][kind] as readonly string[],
    oddness: pick(roll, [4, 12, 50]),
  };
  const optional = ["plan", "zone", "responded", "subject", "note"].filter(() => roll(2) === 0);
  const columns = ["id", "priority", "region", "opened", ...optional];
  if (roll(3) === 0) columns.sort(() => roll(3) - 1);
  const jira = kind === 1 && roll(2) === 0;
  const jiraNames: Readonly<Record<string, string>> = { id: "Issue key", priority: "Priority", opened: "Created" };
  const header = columns.map((name) => written(roll, (jira && jiraNames[name]) || name, style)).join(style.separator);
  const lead = roll(20) === 0 ? pick(roll, ["\n", "\r\n\n"]) : "";
  let text = `${lead}${header}${pick(roll, style.lineEnds)}`;
  for (let i = roll(25); i > 0; i--) text += rowOf(roll, columns, style, i);
  if (roll(3) === 0) text = text.trimEnd();
  const { bytes, options, isSound } = encoded(roll, text);
  const kinds = new Set(style.lineEnds.map((end) => end.replace("\n\n", "\n")));
  const zone = pick(roll, [
    [],
    ["--source-tz", "Europe/London"],
    ["--source-tz", "America/New_York"],
    ["--tz", "Asia/Tokyo"],
  ]);
  const order = kind > 1 && roll(3) === 0 ? ["--date-order", pick(roll, ["dmy", "mdy"])] : [];
  const format = pick(roll, [[], [], [], ["--format", "csv"], ["--format", "tsv"], ["--format", "jsonl"], ["--json"]]);
  return {
    name: style.separator === "\t" && roll(2) === 0 ? "t.tsv" : "t.csv",
    bytes,
    options: [...options, ...zone, ...order, ...format],
    blockSize: pick(roll, [1, 2, 3, 7, 64, 1000, 1 << 19]),
    lineEnd: isSound && lead === "" && kinds.size === 1 ? [...kinds][0] : undefined,
  };
}
