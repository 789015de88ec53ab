/**
 * What the world does to a program, and the promise kept in each case. Every test is a real process over what `npm run build` made;
 * its name states the promise.
 */
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { before, inFolder, killOnce, namesIn, program, start } from "./process.js";

const ticket = [
  "deadline",
  "-p",
  "business",
  "-P",
  "P2",
  "-r",
  "japan",
  "--opened",
  "2026-11-20T16:40+09:00",
  "--no-config",
];
const due = "2026-11-23T10:10:00+09:00\n";
/** An answer of some megabytes. */
const long = [
  "hours",
  "--calendar",
  "--from",
  "1950-01-01T00:00Z",
  "--to",
  "2049-01-01T00:00Z",
  "--json",
  "--no-config",
];

/** A message for people: what is wrong and what to do, no stack, no other output. */
function expectMessage(
  { code, stdout, stderr }: { code: number | null; stdout: string; stderr: string },
  exit: number,
  says: RegExp,
): void {
  expect({ code, stdout }, stderr).toEqual({ code: exit, stdout: "" });
  expect(stderr).toMatch(/^(?:Warning: .*\n)*Error: \S[\s\S]*\nHint: \S.*\n$/);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stderr).toMatch(says);
}

describe("files that cannot be read: a message that names the file, exit code 3", () => {
  const readers: readonly (readonly [string, (path: string) => string[]])[] = [
    ["--dataset", (path) => ["compare", "--dataset", path]],
    ["--holidays", (path) => [...ticket, "--holidays", path]],
    ["--answers", (path) => ["recommend", "--answers", path]],
    ["--input", (path) => ["deadline", "-p", "business", "-r", "japan", "--input", path]],
    ["audit", (path) => ["audit", path, "-p", "business", "-r", "japan"]],
    ["dataset validate", (path) => ["dataset", "validate", path]],
  ];

  test.each(readers)("%s: a missing file", async (_, line) => {
    expectMessage(await start([...line("./no/such.json"), "--no-config"]), 3, /no\/such\.json/);
  });
  test.each(readers)("%s: a folder in place of a file", async (_, line) => {
    expectMessage(await start([...line("./src"), "--no-config"]), 3, /\.\/src/);
  });
  test.each(readers)("%s: bytes that are no text in the encoding", (_, line) =>
    inFolder(async (folder) => {
      const path = join(folder, "bytes.csv");
      writeFileSync(path, Uint8Array.from([0x69, 0x64, 0xff, 0xfe, 0x00, 0xd8, 0x0a, 0xc3, 0x28]));
      const { code, stderr } = await start([...line(path), "--no-config"]);
      expect(code, stderr).toBe(3);
      expect(stderr).toMatch(/^Error: \S/);
      expect(stderr).not.toMatch(/^\s+at /m);
    }),
  );
  test.each(readers)("%s: an empty file", (_, line) =>
    inFolder(async (folder) => {
      const path = join(folder, "empty.json");
      writeFileSync(path, "");
      const { code, stderr } = await start([...line(path), "--no-config"]);
      // A list of holidays may be empty, and so may a file of tickets.
      expect(stderr).not.toMatch(/^\s+at |undefined/m);
      if (code !== 0) expect(stderr).toMatch(/^Error: \S/);
      expect([0, 3]).toContain(code);
    }),
  );
  test.each(readers.filter(([name]) => !["--input", "audit"].includes(name)))(
    "%s: a file of four gigabytes is not read into memory",
    (_, line) =>
      inFolder(async (folder) => {
        const path = join(folder, "huge.json");
        const file = openSync(path, "w");
        ftruncateSync(file, 2 ** 32);
        closeSync(file);
        expectMessage(
          await start([...line(path), "--no-config"], { node: ["--max-old-space-size=256"] }),
          3,
          /huge\.json/,
        );
      }),
  );
  test.each(readers.filter(([name]) => ["--input", "audit"].includes(name)))(
    "%s: four gigabytes of nothing on one line end with a message",
    (_, line) =>
      inFolder(async (folder) => {
        const path = join(folder, "huge.csv");
        writeFileSync(path, "id,priority,opened\n");
        const file = openSync(path, "r+");
        ftruncateSync(file, 2 ** 32);
        closeSync(file);
        const { code, stderr } = await start([...line(path), "--no-config"], { node: ["--max-old-space-size=256"] });
        expect(code, stderr.slice(0, 2000)).toBe(3);
        expect(stderr).not.toMatch(/^\s+at |heap|abort/im);
      }),
  );
  // A superuser may read everything, so that the refusal is made for one.
  const refusing = `
    import fs, { promises } from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    for (const [owner, name] of [[fs, "openSync"], [fs, "readFileSync"], [promises, "open"]]) {
      const real = owner[name];
      owner[name] = (path, ...rest) => {
        if (String(path).endsWith("secret.json")) throw Object.assign(new Error("permission denied"), { code: "EACCES" });
        return real.call(owner, path, ...rest);
      };
    }
    syncBuiltinESMExports();
  `;
  test.each(readers)("%s: a file that may not be read", (_, line) =>
    inFolder(async (folder) => {
      const path = join(folder, "secret.json");
      writeFileSync(path, "{}");
      chmodSync(path, 0);
      const node = process.getuid?.() === 0 ? before(refusing) : [];
      expectMessage(await start([...line(path), "--no-config"], { node }), 3, /secret\.json/);
    }),
  );
});

describe("files that cannot be written: a message that names the file, exit code 3, nothing left", () => {
  const writers: readonly (readonly [string, readonly string[]])[] = [
    ["one answer", ticket],
    [
      "many tickets",
      [
        "deadline",
        "-p",
        "business",
        "-r",
        "emea",
        "--input",
        join(process.cwd(), "fixtures/tickets/autumn.csv"),
        "--no-config",
      ],
    ],
  ];

  test.each(writers)("%s: a folder that is not there", (_, line) =>
    inFolder(async (folder) => {
      expectMessage(
        await start([...line, "-o", join(folder, "no/out.csv")]),
        3,
        /no\/out\.csv cannot be written: its folder does not exist/,
      );
      expect(namesIn(folder)).toEqual([]);
    }),
  );
  test.each(writers)("%s: a folder in place of the file", (_, line) =>
    inFolder(async (folder) => {
      mkdirSync(join(folder, "out.csv"));
      expectMessage(await start([...line, "-o", join(folder, "out.csv")]), 3, /out\.csv/);
      expect(namesIn(folder)).toEqual(["out.csv"]);
    }),
  );
  // A superuser may write anywhere but to a file system that is mounted for reading.
  test.each(writers)("%s: a folder that may only be read", (_, line) =>
    inFolder(async (folder) => {
      const place = process.getuid?.() === 0 ? "/proc/self" : folder;
      if (place === folder) chmodSync(folder, 0o555);
      expectMessage(await start([...line, "-o", join(place, "out.csv")]), 3, /out\.csv/);
      if (place === folder) chmodSync(folder, 0o755);
      expect(namesIn(folder)).toEqual([]);
    }),
  );
  test("a file of a name that is too long", () =>
    inFolder(async (folder) => {
      expectMessage(await start([...ticket, "-o", join(folder, `${"x".repeat(300)}.json`)]), 3, /xxx/);
      expect(namesIn(folder)).toEqual([]);
    }));

  function mountSmall(folder: string): boolean {
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "support-cli-full-disk", folder], { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  }
  /** Where no disk can be mounted, files that hold 64 KiB and no more. */
  const filling = `
    import { promises } from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    const { open } = promises;
    promises.open = async (...args) => {
      const file = await open(...args);
      const { write } = file;
      let room = 1 << 16;
      file.write = async (bytes, ...rest) => {
        room -= bytes.length;
        if (room < 0) throw Object.assign(new Error("no space left"), { code: "ENOSPC" });
        return write.call(file, bytes, ...rest);
      };
      return file;
    };
    syncBuiltinESMExports();
  `;
  test("a full disk: the file that was there stays whole, and no part of the new one", () =>
    inFolder(async (folder) => {
      const small = join(folder, "small");
      mkdirSync(small);
      const isMounted = mountSmall(small);
      try {
        writeFileSync(join(small, "out.json"), "what was there");
        const line = [...long.filter((word) => word !== "--json"), "--format", "csv", "-o", join(small, "out.json")];
        expectMessage(await start(line, { node: isMounted ? [] : before(filling) }), 3, /out\.json/);
        expect(namesIn(small)).toEqual(["out.json"]);
        expect(readFileSync(join(small, "out.json"), "utf8")).toBe("what was there");
      } finally {
        if (isMounted) execFileSync("umount", [small]);
      }
    }));
  test.runIf(existsSync("/dev/full"))("a full disk on stdout: a message, exit code 3", async () => {
    const full = openSync("/dev/full", "w");
    try {
      for (const line of [ticket, ["compare", "--no-config"], ["--help"]]) {
        const { code, stderr } = await start(line, { stdout: full });
        expect(code, stderr).toBe(3);
        expect(stderr).toMatch(/^Error: \S/m);
        expect(stderr).not.toMatch(/^\s+at /m);
      }
    } finally {
      closeSync(full);
    }
  });
  test("a device is written to and stays a device", async () => {
    expect(await start([...ticket, "--quiet", "-o", "/dev/null"])).toMatchObject({ code: 0, stdout: "", stderr: "" });
    expect(existsSync("/dev/null") && !readFileSync("/dev/null").length).toBe(true);
    const line = [process.execPath, program, ...ticket, "--quiet", "-o", "/dev/stdout"]
      .map((word) => `'${word}'`)
      .join(" ");
    expect(execFileSync("sh", ["-c", `${line} | cat`], { encoding: "utf8" })).toBe(due);
  });
});

describe("a reader or a user who has enough", () => {
  test.each([
    ["an answer", ["compare", "--no-config"]],
    ["a long answer", long],
    ["help", ["--help"]],
  ])("a closed stdout ends %s silently, exit code 0", async (_, line) => {
    const { code, stderr } = await start(line, { meanwhile: (child) => child.stdout?.destroy() });
    expect({ code, stderr: stderr.replace(/^Warning: .*\n/gm, "") }).toEqual({ code: 0, stderr: "" });
  });
  test("a closed stderr does not change the answer", async () => {
    const { code, stdout } = await start(["compare", "--format", "csv", "--no-config"], {
      stdin: "",
      meanwhile: (child) => child.stderr?.destroy(),
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^section,/);
  });

  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "%s while tickets are read from a pipe: exit code 130, no part of the file",
    (signal) =>
      inFolder(async (folder) => {
        const line = [
          "deadline",
          "-p",
          "business",
          "-r",
          "emea",
          "--input",
          "-",
          "--input-format",
          "csv",
          "-o",
          join(folder, "out.csv"),
          "--no-config",
        ];
        const { code, stderr } = await start(line, {
          meanwhile(child) {
            child.stdin?.write(`id,priority,opened\n${"1,P2,2026-11-20T10:00Z\n".repeat(60_000)}`);
            // The temporary file is there once the first block has gone through.
            killOnce(() => namesIn(folder).length > 0, child, signal);
          },
        });
        expect(code, stderr).toBe(130);
        expect(namesIn(folder)).toEqual([]);
      }),
  );
  test.each(["SIGINT", "SIGTERM"] as const)(
    "%s at any moment of writing an answer: the whole file or what was there, nothing beside it",
    (signal) =>
      inFolder(async (folder) => {
        const path = join(folder, "out.json");
        const sizes = () =>
          namesIn(folder).map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0);
        const moments = {
          "before it runs": () => true,
          "a temporary file is there": () => sizes().length > 1,
          "half of it is written": () => Math.max(...sizes()) > 1 << 20,
          "it is in its place": () => sizes().length === 1 && Math.max(...sizes()) > 1 << 20,
        };
        const ends = new Set<string>();
        for (const isNow of Object.values(moments)) {
          writeFileSync(path, "what was there");
          const { code, signal: by } = await start([...long, "-o", path], {
            meanwhile: (child) => killOnce(isNow, child, signal),
          });
          ends.add(String(code ?? by));
          expect(namesIn(folder)).toEqual(["out.json"]);
          const text = readFileSync(path, "utf8");
          // A signal may also come between the whole file's rename and the end of the process.
          if (code === 0 || text !== "what was there") expect(JSON.parse(text)).toHaveProperty("command", "hours");
        }
        expect([...ends].every((end) => ["0", "130", signal].includes(end))).toBe(true);
      }),
  );
});

describe("clocks: an answer for every year, or a message", () => {
  const at = (now: string, ...more: string[]) => start([...ticket.slice(0, 7), "--now", now, "--no-config", ...more]);
  test.each([
    ["before 1970", "1965-03-05T10:00Z"],
    ["at the start of 1970", "1970-01-01T00:00Z"],
    ["after 2038", "2038-01-19T03:14:08Z"],
    ["after 2100", "2150-07-01T10:00Z"],
    ["long ago", "0002-01-01T00:00Z"],
    ["far away", "9990-01-01T00:00Z"],
  ])("%s", async (_, now) => {
    const { code, stdout, stderr } = await at(now, "--json");
    expect(code, stderr).toBe(0);
    const { now: told, tickets } = JSON.parse(stdout);
    expect(Date.parse(told)).toBe(Date.parse(now));
    expect(Date.parse(tickets[0].deadline)).toBeGreaterThan(Date.parse(now));
  });
  test.each(["0000-01-01T00:00Z", "10000-01-01T00:00Z", "@99999999999999", "@-99999999999999"])(
    "%s is outside of what can be answered",
    async (now) => {
      expectMessage(await at(now), 2, /--now/);
    },
  );
  test.each([
    ["compare", "--json"],
    ["deadline", "-P", "P2", "-r", "japan", "--json"],
    ["elapsed", "-r", "japan", "--from", "2026-11-20T00:00Z", "--to", "now"],
    ["hours"],
    ["recommend", "--contacts", "5"],
    ["dataset", "list"],
    ["config", "show"],
    ["sql", "--dialect", "duckdb", "-r", "japan", "--from", "2026-01-01T00:00Z", "--to", "2026-02-01T00:00Z"],
    ["deadline", "-p", "business", "-r", "emea", "--input", "fixtures/tickets/autumn.csv"],
    ["audit", "fixtures/tickets/autumn.csv", "-p", "business", "-r", "emea"],
  ])("with --now the machine's clock changes nothing: %s %s %s", async (...line) => {
    for (const now of ["1960-05-05T10:00Z", "2120-05-05T10:00Z"]) {
      const [early, late] = await Promise.all(
        [0, 4_000_000_000_000].map((ms) => {
          return start([...line, "--now", now, "--no-config"], { node: before(`Date.now = () => ${ms};`) });
        }),
      );
      expect(early).toEqual(late);
      expect([0, 3]).toContain(early?.code);
      expect(early?.stderr).not.toMatch(/^\s+at /m);
    }
  });
});
