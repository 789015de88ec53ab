/**
 * The golden sessions, replayed by a real process: same words, same clock, same stdout, stderr and exit code.
 */
import { readdirSync, readFileSync } from "node:fs";

/** Each session of a folder and the folders in it: its words, what it printed and how it ended. */
export function readSessions(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .map((file) => {
      const text = readFileSync(new URL(file, folder), "utf8");
      const match = /^\$ support-cli (.*)\n\[exit (\d+)\]\n--- stdout\n([\s\S]*)--- stderr\n([\s\S]*)$/.exec(text);
      if (!match) throw new Error(`${file} is not a session`);
      const [, line, code, stdout, stderr] = match;
      return { line, words: wordsOf(line), code: Number(code), stdout, stderr };
    });
}

/** Words of a command line as a shell reads it: blanks part them, quotes hold them together. */
function wordsOf(line) {
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
}

/** How a process's answer differs from a session's; undefined where it does not. The version of the time-zone database may. */
export function differenceOf(session, { status, stdout, stderr }) {
  const same = (a, b) => withoutTzdata(a) === withoutTzdata(b);
  if (status !== session.code) return `exit code ${status}, not ${session.code}: ${stderr}`;
  if (!same(stdout, session.stdout)) return `stdout:\n${stdout}\nnot:\n${session.stdout}`;
  if (!same(stderr, session.stderr)) return `stderr:\n${stderr}\nnot:\n${session.stderr}`;
  return undefined;
}

function withoutTzdata(text) {
  return text.replace(/\b20\d\d[a-z]\b/g, "(tzdata)");
}
