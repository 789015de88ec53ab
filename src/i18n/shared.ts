/**
 * What the languages share: messages by code, durations by unit, and the lookup of a value's name. No messages are here.
 */
import type { TimeUnit } from "../core/target.js";
import type { DatasetIssue } from "../errors.js";
import type { RecommendReport } from "../report.js";

/** An error's message, and a hint on what to type or do instead. */
export interface ErrorText {
  readonly message: string;
  readonly hint: string;
}

/** An instant in an error, in UTC; one that no date can show in milliseconds, and what is no number, from untyped programs, as text. */
export function instantText(instant: number): string {
  if (typeof instant !== "number") return String(instant);
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? `${instant} ms` : date.toISOString();
}

/** A progress line. */
export interface ProgressState {
  readonly rows: number;
  /** Rows a second. */
  readonly rate: number;
  readonly share: number | undefined;
  readonly secondsLeft: number | undefined;
}

/** For each code of a union, the text of a member with that code. */
export type ByCode<T extends { readonly code: string }, Text, Rest extends unknown[] = []> = {
  readonly [Code in T["code"]]: (member: T & { readonly code: Code }, ...rest: Rest) => Text;
};

/** The text of any member, from a map that has every code. */
export function byCode<T extends { readonly code: string }, Text, Rest extends unknown[] = []>(
  texts: ByCode<T, Text, Rest>,
): (member: T, ...rest: Rest) => Text {
  return (member, ...rest) => texts[member.code as T["code"]](member, ...rest);
}

type ByProblem = {
  readonly [Problem in DatasetIssue["problem"]]: (
    issue: Extract<DatasetIssue, { readonly problem: Problem }>,
    where: string,
  ) => string;
};

/** The line for any problem of a dataset: where it is, then what. */
export function byProblem(texts: ByProblem): (issue: DatasetIssue) => string {
  return (issue) => (texts[issue.problem] as (issue: DatasetIssue, where: string) => string)(issue, issue.path || "/");
}

/** A whole number with its thousands separated. */
export function grouped(n: number): string {
  const digits = String(n);
  const first = digits.length % 3 || 3;
  return [digits.slice(0, first), ...(digits.slice(first).match(/\d{3}/g) ?? [])].join(",");
}

const longestQuoted = 60;

/** Text from a file, short enough for a message and on one line. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > longestQuoted ? `${line.slice(0, longestQuoted)}…` : line;
}

/** Two texts side by side, with a blank between Chinese or Japanese and Latin letters or digits. */
function beside(left: string, right: string): string {
  const isAscii = (c: string | undefined) => c !== undefined && /[!-~]/.test(c);
  const needsBlank = isAscii(left.at(-1)) || isAscii(right[0]);
  const isPunctuated = /[\s，。、；：（「]$/.test(left) || /^[\s，。、；：）」]/.test(right);
  return left === "" || right === "" || !needsBlank || isPunctuated ? `${left}${right}` : `${left} ${right}`;
}

/** Chinese or Japanese texts joined by {@link beside}. */
export function join(...parts: readonly string[]): string {
  return parts.reduce(beside, "");
}

/** A Chinese or Japanese name, in quotes if it has the comma that lists have. */
export function quotedName(name: string): string {
  return name.includes("、") ? `「${name}」` : name;
}

/** The signs of a language's units of time. */
interface Units {
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
}

/** Durations in a language's units, without those that are zero; `gap` separates number, unit and parts. */
export function durationsIn({ day, hour, minute, second }: Units, gap: string) {
  const shown = (parts: readonly (readonly [number, string])[]): string =>
    parts
      .filter(([n]) => n > 0)
      .map(([n, unit]) => `${n}${gap}${unit}`)
      .join(gap);
  const nothing = `0${gap}${minute}`;
  /** A duration without days, its seconds only where there are any: `25 h 30 min`. A negative one has a minus sign. */
  function duration(ms: number): string {
    const seconds = Math.round(Math.abs(ms) / 1000);
    const text = shown([
      [Math.floor(seconds / 3600), hour],
      [Math.floor(seconds / 60) % 60, minute],
      [seconds % 60, second],
    ]);
    return text === "" ? nothing : `${ms < 0 ? "-" : ""}${text}`;
  }
  return {
    duration,
    /** A duration by the clock on the wall, from 48 hours on in days and hours: `3 d 2 h`. */
    clockTime(ms: number): string {
      if (Math.abs(ms) < 172_800_000) return duration(ms);
      const hours = Math.round(Math.abs(ms) / 3_600_000);
      const text = shown([
        [Math.floor(hours / 24), day],
        [hours % 24, hour],
      ]);
      return `${ms < 0 ? "-" : ""}${text}`;
    },
    /** A duration on the clock on the wall, with days: `2 d 15 h`. */
    span(ms: number): string {
      const minutes = Math.max(0, Math.ceil(ms / 60_000));
      const text = shown([
        [Math.floor(minutes / 1440), day],
        [Math.floor(minutes / 60) % 24, hour],
        [minutes % 60, minute],
      ]);
      return text || nothing;
    },
  };
}

const maxListed = 8;

/** Codes in a row: the first few, and how many more there are. */
export function someOf(codes: readonly string[]): string {
  const more = codes.length - maxListed;
  return `${codes.slice(0, maxListed).join(", ")}${more > 0 ? `, … (+${more})` : ""}`;
}

/** A value, in quotes if it is empty or has spaces. */
export function quoted(text: string): string {
  return /\s|^$/.test(text) ? `"${text}"` : text;
}

const maxIssues = 20;

/** A line for each of the first problems of a dataset, and one that counts the rest. */
export function issueLines(
  issues: readonly DatasetIssue[],
  sentence: (issue: DatasetIssue) => string,
  more: (count: number) => string,
): string[] {
  const lines = withoutRepeats(issues.slice(0, maxIssues)).map((issue) => `  ${sentence(issue)}`);
  return issues.length > maxIssues ? [...lines, `  ${more(issues.length - maxIssues)}`] : lines;
}

/** The problems of a dataset, with the allowed keys named once where several keys of one place are unknown. */
function withoutRepeats(issues: readonly DatasetIssue[]): readonly DatasetIssue[] {
  const seen = new Set<string>();
  return issues.map((issue) => {
    if (issue.problem !== "unknown-key") return issue;
    const isSeen = seen.has(issue.path);
    seen.add(issue.path);
    return isSeen ? { ...issue, allowed: [] } : issue;
  });
}

/** Minutes above two hours, and seconds above two minutes, which need a larger unit. */
export function isLong(amount: number, unit: TimeUnit): boolean {
  return (unit === "minutes" || unit === "seconds") && amount > 120;
}

type NamesById = Readonly<Record<string, string>>;

/** The name of a value that is a word: a budget's, a clock's, a feature's, or a language's; the value itself where it has none. */
export function nameOfWord(
  word: string,
  kind: string | undefined,
  {
    budgets,
    clocks,
    features,
  }: { readonly budgets: NamesById; readonly clocks: NamesById; readonly features: NamesById },
  names: RecommendReport["names"],
): string {
  if (kind === "budget") return budgets[word] ?? word;
  if (kind === "coverage") return clocks[word] ?? word;
  return features[word] ?? budgets[word] ?? names.languages[word] ?? word;
}

/** The flags that fill empty cells, by column. */
export const cellFlags = { plan: "-p", priority: "-P", region: "-r", zone: "--zone" } as const;

/** The flags that make recommend consider plans that are over budget or outside the candidates. */
export function flagsFor({
  overBudget,
  outside,
}: {
  readonly overBudget: readonly string[];
  readonly outside: readonly string[];
}): string {
  return [...(overBudget.length > 0 ? ["--budget any"] : []), ...(outside.length > 0 ? ["--all"] : [])].join(" ");
}

/** Whether the first line of a file looks like a row: a cell of digits only, or a time, is rarely the name of a column. */
export function looksLikeRow(cells: readonly string[]): boolean {
  return cells.some((cell) => /^\d[\dTZ.:/+ -]*$/.test(cell));
}
