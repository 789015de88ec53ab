/**
 * Attacks on what the program opens, reads, writes and waits for, on every command that does. Each is a real process over what
 * `npm run build` made. The count of attacks and survivals is printed at the end.
 */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  closeSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { commands } from "../../../src/options.js";
import { before, type Ended, hearsSignals, inFolder, killOnce, namesIn, type Start, start } from "./process.js";

const count = { attacks: 0, survived: 0 };
afterAll(() => console.log(`${count.attacks} attacks, ${count.survived} survived`));

/** One attack, in a folder with a few files; it counts as survived if nothing is thrown. */
function attack(name: string, run: (at: (name: string) => string, folder: string) => Promise<void>): void {
  test(name, async () => {
    count.attacks++;
    await inFolder(async (folder) => {
      const at = (file: string) => join(folder, file);
      writeFileSync(at("tickets.csv"), header + row);
      writeFileSync(at("answers.json"), '{"contacts": 5}');
      writeFileSync(at("days.txt"), "2026-11-23 A day\n");
      await run(at, folder);
    });
    count.survived++;
  });
}

const header = "id,priority,region,opened,responded\n";
const row = "1,P2,emea,2026-11-20T10:00Z,2026-11-20T10:30Z\n";
/** Rows whose order of day and month is known only when all are read, so that a pipe is kept in the temporary folder. */
const twice = `id,priority,region,opened\n${"1,P2,emea,05/11/2026 10:00\n".repeat(40_000)}2,P2,emea,20/11/2026 10:00\n`;

const plan = ["-p", "business", "--tz", "UTC", "--no-config"];
const ticket = [
  "deadline",
  "-P",
  "P2",
  "-r",
  "japan",
  "--opened",
  "2026-11-20T16:40+09:00",
  "--now",
  "2026-11-22T09:00Z",
  ...plan,
];
const batch = (...more: string[]) => ["deadline", "--now", "2026-11-22T09:00Z", ...plan, "--input", ...more];
/** Output of some megabytes. */
const long = [
  "hours",
  "--calendar",
  "--from",
  "1990-01-01T00:00Z",
  "--to",
  "2049-01-01T00:00Z",
  "--json",
  "--no-config",
];

/** A line for each command, in a folder of `attack`. */
const lines: readonly (readonly string[])[] = [
  ["compare", "--no-config"],
  ticket,
  batch("tickets.csv"),
  ["elapsed", "-r", "emea", "--from", "2026-11-20T10:00Z", "--to", "2026-11-24T10:00Z", "--no-config"],
  ["audit", "tickets.csv", "--now", "2026-11-22T09:00Z", ...plan],
  ["hours", "--now", "2026-11-22T09:00Z", "--no-config"],
  ["recommend", "--answers", "answers.json", "--no-config"],
  ["recommend", "--tickets", "tickets.csv", "--tz", "UTC", "--no-config"],
  ["config", "show", "--no-config"],
  ["dataset", "list", "--no-config"],
  [
    "sql",
    "--dialect",
    "duckdb",
    "-r",
    "japan",
    "--from",
    "2026-01-01T00:00Z",
    "--to",
    "2026-02-01T00:00Z",
    "--no-config",
  ],
  ["completion", "bash"],
].filter(([name = ""]) => name in commands);
const named = lines.map((line) => [line.slice(0, 3).join(" "), line] as const);

/** An error for people: exit code 3, no stack, and what it must name. */
function expectRefusal({ code, stderr }: Ended, ...says: readonly RegExp[]): void {
  expect(code, stderr).toBe(3);
  expect(stderr).toMatch(/^Error: \S/m);
  expect(stderr).not.toMatch(/^\s+at /m);
  for (const text of says) expect(stderr).toMatch(text);
}

function makePipe(path: string): void {
  execFileSync("mkfifo", [path]);
}

/** Uses a descriptor and closes it. */
async function withOpen<T>(path: string, flags: string | number, use: (descriptor: number) => Promise<T>): Promise<T> {
  const descriptor = openSync(path, flags);
  try {
    return await use(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

const isRoot = process.getuid?.() === 0;
const isLinux = process.platform === "linux";

/** A file system of 64 kB, where this user may mount one. */
async function inSmallDisk(options: string, use: (folder: string) => Promise<void>): Promise<void> {
  await inFolder(async (folder) => {
    const disk = join(folder, "disk");
    mkdirSync(disk);
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=64k${options}`, "support-cli-attack", disk]);
    try {
      await use(disk);
    } finally {
      execFileSync("umount", [disk]);
    }
  });
}
const mayMount = isRoot && canMount();
function canMount(): boolean {
  try {
    execFileSync("unshare", ["-m", "mount", "-t", "tmpfs", "none", "/mnt"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

test("every command that ends by itself has a line here", () => {
  const names = new Set(lines.map(([name]) => name));
  const others = ["watch", "workbook", "holidays"];
  expect(Object.keys(commands).filter((name) => !names.has(name) && !others.includes(name))).toEqual([]);
});

describe.runIf(existsSync("/dev/full"))("messages that cannot be written change neither output nor exit code", () => {
  const withCodes: readonly (readonly [string, readonly string[]])[] = [
    ...named,
    ["a met --check", [...ticket, "--responded", "2026-11-20T17:00+09:00", "--check"]],
    ["a missed --check", [...ticket, "--responded", "2026-11-27T17:00+09:00", "--check"]],
    ["a usage error", ["compare", "--nonsense"]],
    ["an unknown command", ["nonsense"]],
    ["a missing file", ["compare", "--dataset", "./missing.json"]],
    ["a bad row", batch("bad.csv")],
  ];
  for (const [name, line] of withCodes) {
    attack(name, async (at, cwd) => {
      writeFileSync(at("bad.csv"), `${header}1,P9,emea,2026-11-20T10:00Z,\n`);
      const usual = await start(line, { cwd });
      const full = await withOpen("/dev/full", "w", (stderr) => start(line, { cwd, stderr }));
      expect({ code: full.code, stdout: full.stdout }).toEqual({ code: usual.code, stdout: usual.stdout });
    });
  }
  attack("-o", async (at, cwd) => {
    const { code } = await withOpen("/dev/full", "w", (stderr) =>
      start(["compare", "-o", "out.html", "--no-config"], { cwd, stderr }),
    );
    expect(code).toBe(0);
    expect(readFileSync(at("out.html"), "utf8")).toContain("</html>");
  });
});

describe.runIf(existsSync("/dev/full"))("a full standard output: exit code 3 with a reason", () => {
  const more: readonly (readonly [string, readonly string[]])[] = [
    ["--version", ["--version"]],
    ["--help", ["--help"]],
    ["help compare", ["help", "compare"]],
    ["help man", ["help", "man"]],
    ["no command", []],
    ["__complete", ["__complete", "--", "comp"]],
    ["watch", ["watch", "open.csv", ...plan]],
  ];
  for (const [name, line] of [...named, ...more]) {
    attack(name, async (at, cwd) => {
      writeFileSync(at("open.csv"), `${header}1,P2,emea,2026-11-20T10:00Z,\n`);
      const ended = await withOpen("/dev/full", "w", (stdout) => start(line, { cwd, stdout }));
      expectRefusal(ended, /stdout cannot be written: the disk is full/);
    });
  }
});

describe("output files", () => {
  for (const [name, line] of named) {
    attack(`${name}: a link stays, the file at its end is replaced, its mode is kept`, async (at, cwd) => {
      writeFileSync(at("real.out"), "old");
      chmodSync(at("real.out"), 0o666);
      if (isRoot) chownSync(at("real.out"), 12345, 12345);
      symlinkSync("real.out", at("middle"));
      symlinkSync("middle", at("link"));
      const { code, stderr } = await start([...line, "-o", "link"], { cwd, node: before("process.umask(0o077)") });
      expect(code, stderr).toBe(0);
      expect([lstatSync(at("link")).isSymbolicLink(), lstatSync(at("middle")).isSymbolicLink()]).toEqual([true, true]);
      const { mode, uid, gid } = statSync(at("real.out"));
      expect(mode & 0o777).toBe(0o666);
      if (isRoot) expect([uid, gid]).toEqual([12345, 12345]);
      expect(readFileSync(at("real.out"), "utf8")).not.toBe("old");
    });
    attack(`${name}: names of 255 bytes`, async (at, cwd) => {
      for (const long of ["x".repeat(255), "x".repeat(242), "件".repeat(85)]) {
        expect((await start([...line, "-o", long], { cwd })).code).toBe(0);
        expect(statSync(at(long)).size).toBeGreaterThan(0);
        rmSync(at(long));
      }
      expect(namesIn(cwd)).toEqual(["answers.json", "days.txt", "tickets.csv"]);
    });
  }
  attack("a link that leads nowhere yet: its target is made", async (at, cwd) => {
    symlinkSync("new.csv", at("link.csv"));
    expect((await start(batch("tickets.csv", "-o", "link.csv"), { cwd })).code).toBe(0);
    expect(lstatSync(at("link.csv")).isSymbolicLink()).toBe(true);
    expect(readFileSync(at("new.csv"), "utf8")).toContain("2026-11-20");
  });
  attack("links in a circle are named as such", async (at, cwd) => {
    symlinkSync("b", at("a"));
    symlinkSync("a", at("b"));
    expectRefusal(await start(["compare", "-o", "a", "--no-config"], { cwd }), /too many levels of symbolic links/);
  });
  for (const name of isLinux ? ["/dev/stdout", "/proc/self/fd/1", "/dev/fd/1"] : []) {
    attack(`${name} is written to, whatever it is`, async (at, cwd) => {
      const usual = await start(batch("tickets.csv"), { cwd });
      const viaPipe = await start(batch("tickets.csv", "-o", name), { cwd });
      expect(viaPipe).toMatchObject({ code: 0, stdout: usual.stdout });
      const link = lstatSync("/dev/stdout").isSymbolicLink();
      await withOpen(at("out.csv"), "w", (stdout) => start(batch("tickets.csv", "-o", name), { cwd, stdout }));
      expect(readFileSync(at("out.csv"), "utf8")).toBe(usual.stdout);
      expect(lstatSync("/dev/stdout").isSymbolicLink()).toBe(link);
    });
  }
  if (isLinux) {
    attack("/dev/fd/3 is written to", async (at, cwd) => {
      await withOpen(at("out.csv"), "w", (third) => start(batch("tickets.csv", "-o", "/dev/fd/3"), { cwd, third }));
      expect(readFileSync(at("out.csv"), "utf8")).toBe((await start(batch("tickets.csv"), { cwd })).stdout);
    });
  }
  attack("a pipe is written to", async (at, cwd) => {
    makePipe(at("pipe"));
    const reading = readToEnd(at("pipe"));
    expect((await start([...long, "-o", "pipe"], { cwd })).code).toBe(0);
    expect(JSON.parse(await reading)).toHaveProperty("command", "hours");
    expect(statSync(at("pipe")).isFIFO()).toBe(true);
  });
});

/** What comes out of a pipe until its writer closes it. */
async function readToEnd(path: string): Promise<string> {
  const { execFile } = await import("node:child_process");
  return await new Promise((done, fail) =>
    execFile("cat", [path], { maxBuffer: 1 << 28 }, (error, stdout) => (error ? fail(error) : done(stdout))),
  );
}

describe("output into what is being read", () => {
  const refused = /it is the input file/;
  attack("deadline --input s.csv >> s.csv", async (at, cwd) => {
    const ended = await withOpen(at("tickets.csv"), "a", (stdout) => start(batch("tickets.csv"), { cwd, stdout }));
    expectRefusal(ended, refused);
    expect(readFileSync(at("tickets.csv"), "utf8")).toBe(header + row);
  });
  attack("deadline --input - < s.csv >> s.csv", async (at, cwd) => {
    const ended = await withOpen(at("tickets.csv"), "r", (input) =>
      withOpen(at("tickets.csv"), "a", (stdout) => start(batch("-"), { cwd, input, stdout })),
    );
    expectRefusal(ended, refused);
  });
  attack("audit s.csv >> s.csv", async (at, cwd) => {
    const ended = await withOpen(at("tickets.csv"), "a", (stdout) =>
      start(["audit", "tickets.csv", ...plan], { cwd, stdout }),
    );
    expectRefusal(ended, refused);
  });
  attack("-o /dev/fd/3 that is the input", async (at, cwd) => {
    const ended = await withOpen(at("tickets.csv"), "a", (third) =>
      start(batch("tickets.csv", "-o", "/dev/fd/3"), { cwd, third }),
    );
    expectRefusal(ended, refused);
  });
  attack("-o on the input itself replaces it whole", async (at, cwd) => {
    expect((await start(batch("tickets.csv", "-o", "tickets.csv"), { cwd })).code).toBe(0);
    expect(readFileSync(at("tickets.csv"), "utf8").split("\n")).toHaveLength(3);
  });
});

describe("files that change or fail while they are read", () => {
  const readers: readonly (readonly [string, readonly string[]])[] = [
    ["deadline --input", batch("big.csv")],
    ["audit", ["audit", "big.csv", ...plan]],
    ["recommend --tickets", ["recommend", "--tickets", "big.csv", "--tz", "UTC", "--no-config"]],
    ["watch", ["watch", "big.csv", ...plan]],
  ];
  /** Runs lines at the second block that is read of the file. */
  const atSecondRead = (lines: string) =>
    before(`import fs from "node:fs"; const { read } = fs; let count = 0;
      fs.read = (...args) => { if (++count === 3) { ${lines} } return read(...args); };
      // What promises are made with.
      Object.defineProperties(fs.read, Object.getOwnPropertyDescriptors(read));`);
  for (const [name, line] of readers) {
    attack(`${name}: a file that becomes shorter is an error`, async (at, cwd) => {
      writeFileSync(at("big.csv"), header + row.repeat(60_000));
      const cut = header.length + row.length * 12_000;
      const ended = await start(line, { cwd, node: atSecondRead(`fs.truncateSync("big.csv", ${cut});`) });
      expectRefusal(ended, /big\.csv cannot be read: it became shorter/);
    });
    attack(`${name}: a read error names the file`, async (at, cwd) => {
      writeFileSync(at("big.csv"), header + row.repeat(60_000));
      const ended = await start(line, {
        cwd,
        node: atSecondRead(`args[0] = -5; return read(9999, ...args.slice(1));`),
      });
      expectRefusal(ended, /big\.csv cannot be read/);
    });
  }
  attack("deadline --input: a file that grows is read as it was, and one that vanishes to its end", async (at, cwd) => {
    for (const change of [`fs.appendFileSync("big.csv", "x".repeat(1000));`, `fs.rmSync("big.csv");`]) {
      writeFileSync(at("big.csv"), header + row.repeat(60_000));
      const { code, stdout } = await start(batch("big.csv", "-q"), { cwd, node: atSecondRead(change) });
      expect([code, stdout.split("\n").length]).toEqual([0, 60_002]);
    }
  });
});

describe("the temporary folder", () => {
  const piped: readonly (readonly [string, readonly string[]])[] = [
    ["deadline --input -", batch("-")],
    ["audit -", ["audit", "-", ...plan]],
    ["recommend --tickets -", ["recommend", "--tickets", "-", "--tz", "UTC", "--no-config"]],
    ["watch -", ["watch", "-", ...plan]],
  ];
  const responded = twice.replaceAll("10:00\n", "10:00,05/11/2026 11:00\n").replace("opened\n", "opened,responded\n");
  for (const [name, line] of piped) {
    attack(`${name}: missing`, async (_, cwd) => {
      const ended = await start(line, { cwd, stdin: responded, env: { TMPDIR: "/nonexistent" } });
      expectRefusal(ended, /temporary folder \/nonexistent cannot be used: it does not exist/, /TMPDIR/);
    });
    attack(`${name}: a limit for the size of files`, async (_, cwd) => {
      const program = [process.execPath, resolve("bin/support-cli.js"), ...line].map((word) => `'${word}'`).join(" ");
      const limited = { ...process.env, TMPDIR: cwd, LANG: "C.UTF-8" };
      const { status, stderr } = spawnSync("sh", ["-c", `ulimit -f 100; exec ${program}`], {
        cwd,
        env: limited,
        input: responded,
        encoding: "utf8",
      });
      expectRefusal({ code: status, signal: null, stdout: "", stderr }, /temporary folder .* cannot be used/);
      expect(namesIn(cwd)).toEqual(["answers.json", "days.txt", "tickets.csv"]);
    });
    if (mayMount) {
      attack(`${name}: full`, () =>
        inSmallDisk("", async (disk) => {
          const ended = await start(line, { stdin: responded, env: { TMPDIR: disk } });
          expectRefusal(ended, /temporary folder .*disk cannot be used: the disk is full/);
          expect(namesIn(disk)).toEqual([]);
        }),
      );
      attack(`${name}: full at its very end, so that a write is cut short`, () =>
        inSmallDisk("", async (disk) => {
          const text = responded.slice(0, responded.indexOf("\n", 66_000) + 1);
          const whole = await start(line, { stdin: text });
          const ended = await start(line, { stdin: text, env: { TMPDIR: disk } });
          // All of it or an error, never a part with exit code 0.
          if (ended.code === 3) expectRefusal(ended, /disk cannot be used/);
          else expect(ended).toEqual(whole);
        }),
      );
    }
  }
});

describe.runIf(mayMount)("outputs on a file system that refuses", () => {
  for (const [name, line] of named) {
    attack(`${name}: full`, (_, cwd) =>
      inSmallDisk("", async (disk) => {
        writeFileSync(join(disk, "out"), "what was there");
        writeFileSync(join(disk, "filler"), Buffer.alloc(60_000));
        const { code, stderr } = await start([...line, "-o", join(disk, "out")], { cwd });
        if (code !== 0)
          expectRefusal({ code, stderr, stdout: "", signal: null }, /disk\/out cannot be written: the disk is full/);
        expect(namesIn(disk)).toEqual(["filler", "out"]);
        if (code !== 0) expect(readFileSync(join(disk, "out"), "utf8")).toBe("what was there");
      }),
    );
    attack(`${name}: read-only`, (_, cwd) =>
      inSmallDisk(",ro", async (disk) => {
        expectRefusal(await start([...line, "-o", join(disk, "out")], { cwd }), /the file system is read-only/);
      }),
    );
  }
});

describe("documents: files and pipes of at most 16 MB", () => {
  const documents: readonly (readonly [
    string,
    (path: string) => readonly string[],
    Readonly<Record<string, string>>?,
  ])[] = [
    ["--dataset", (path) => ["compare", "--dataset", path, "--no-config"]],
    ["--holidays", (path) => [...ticket, "--holidays", path]],
    ["--answers", (path) => ["recommend", "--answers", path, "--no-config"]],
    ["dataset validate", (path) => ["dataset", "validate", path, "--no-config"]],
  ];
  for (const [name, line] of documents) {
    attack(`${name}: a device is refused`, async (_, cwd) => {
      expectRefusal(await start(line("/dev/zero"), { cwd }), /\/dev\/zero cannot be read: it is not a regular file/);
    });
    attack(`${name}: a link to a device is refused`, async (at, cwd) => {
      symlinkSync("/dev/zero", at("endless.json"));
      expectRefusal(await start(line("./endless.json"), { cwd }), /endless\.json cannot be read/);
    });
    attack(`${name}: more than 16 MB is refused, from a file and from a pipe`, async (at, cwd) => {
      const large = Buffer.alloc((16 << 20) + 1, "#");
      writeFileSync(at("large.json"), large);
      expectRefusal(await start(line("./large.json"), { cwd }), /large\.json cannot be read: it is larger than 16 MB/);
      expectRefusal(
        await start(line("/dev/stdin"), { cwd, stdin: large }),
        /stdin cannot be read: it is larger than 16 MB/,
      );
    });
  }
  attack("the environment's dataset", async (_, cwd) => {
    expectRefusal(
      await start(["compare", "--no-config"], { cwd, env: { SUPPORT_CLI_DATASET: "/dev/zero" } }),
      /\/dev\/zero/,
    );
  });
  for (const kind of ["a pipe", "a device", "a folder"]) {
    attack(`${kind} as settings: refused for a command, and no hindrance to help and completion`, async (at, cwd) => {
      const settings = at("support-cli.json");
      if (kind === "a pipe") makePipe(settings);
      else if (kind === "a device") symlinkSync("/dev/zero", settings);
      else mkdirSync(settings);
      expectRefusal(await start(["compare"], { cwd }), /support-cli\.json cannot be read/);
      expect((await start(["--help"], { cwd })).code).toBe(0);
      expect(await start(["__complete", "--", "compa"], { cwd })).toMatchObject({
        code: 0,
        stdout: expect.stringContaining("compare"),
      });
    });
  }
});

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

describe.runIf(isLinux)("signals end whatever is waited for, with 130", () => {
  /** Sends signals once the process listens. One that waits on is killed, and then has no code. */
  const stopped = (line: readonly string[], signal: NodeJS.Signals, how: Start) =>
    start(line, {
      ...how,
      meanwhile(child) {
        killOnce(() => hearsSignals(child), child, signal);
        const limit = setTimeout(() => child.kill("SIGKILL"), 20_000);
        child.on("close", () => clearTimeout(limit));
      },
    });
  const readers: readonly (readonly [string, readonly string[]])[] = [
    ["deadline --input", batch("pipe")],
    ["audit", ["audit", "pipe", ...plan]],
    ["recommend --tickets", ["recommend", "--tickets", "pipe", "--tz", "UTC", "--no-config"]],
    ["watch", ["watch", "pipe", ...plan]],
    ["--dataset", ["compare", "--dataset", "./pipe", "--no-config"]],
    ["--holidays", [...ticket, "--holidays", "./pipe"]],
    ["--answers", ["recommend", "--answers", "pipe", "--no-config"]],
    ["dataset validate", ["dataset", "validate", "pipe", "--no-config"]],
  ];
  for (const signal of signals) {
    for (const [name, line] of readers) {
      attack(`${signal}: ${name} on a pipe that nobody writes`, async (at, cwd) => {
        makePipe(at("pipe"));
        const { code, stderr } = await stopped(line, signal, { cwd });
        expect(code, stderr).toBe(130);
        expect(stderr).toContain("Stopped.");
      });
      attack(`${signal}: ${name} on a pipe whose writer stalls`, async (at, cwd) => {
        makePipe(at("pipe"));
        await withOpen(at("pipe"), constants.O_RDWR, async () => {
          expect((await stopped(line, signal, { cwd })).code).toBe(130);
        });
      });
    }
    for (const [name, line] of named) {
      attack(`${signal}: ${name} -o on a pipe that nobody reads`, async (at, cwd) => {
        makePipe(at("pipe"));
        const { code, stderr } = await stopped([...line, "-o", "pipe"], signal, { cwd });
        expect(code, stderr).toBe(130);
      });
    }
    const writers: readonly (readonly [string, readonly string[]])[] = [
      ["a long text", long],
      ["many tickets", batch("big.csv")],
    ];
    for (const [name, line] of writers) {
      for (const how of ["stdout", "-o", "both streams"] as const) {
        attack(`${signal}: ${name}, whose reader stalls (${how})`, async (at, cwd) => {
          writeFileSync(at("big.csv"), header + row.repeat(60_000));
          makePipe(at("pipe"));
          // Open for reading too, so that it can be opened and filled.
          await withOpen(at("pipe"), constants.O_RDWR, async (pipe) => {
            const streams = how === "-o" ? {} : how === "stdout" ? { stdout: pipe } : { stdout: pipe, stderr: pipe };
            const { code } = await stopped(how === "-o" ? [...line, "-o", "pipe"] : line, signal, { cwd, ...streams });
            expect(code).toBe(130);
          });
        });
      }
    }
  }
  attack("a second signal ends it where the first does not", async (at, cwd) => {
    makePipe(at("pipe"));
    // No wait ends, since nothing listens for the abort.
    const stubborn =
      before(`const { addEventListener } = AbortSignal.prototype; AbortSignal.prototype.addEventListener = () => {};
      globalThis.setTimeout = () => ({ unref() {} });`);
    const { code, signal } = await start(["compare", "--dataset", "./pipe", "--no-config"], {
      cwd,
      node: stubborn,
      meanwhile(child) {
        const timer = setInterval(() => {
          if (hearsSignals(child)) child.kill("SIGTERM");
        }, 20);
        child.on("close", () => clearInterval(timer));
      },
    });
    expect(signal ?? code).toBe("SIGTERM");
  });
  // util-linux has `script`, which gives a command a terminal.
  if (spawnSync("script", ["--version"]).status === 0) {
    for (const [name, line, shown] of [
      ["recommend", ["recommend", "--no-config"], "1/9"],
      ["watch", ["watch", "open.csv", ...plan], "\u001b[?25l"],
    ] as const) {
      attack(`${name}: a terminal that is closed ends it by SIGHUP, without an abort`, async (at, cwd) => {
        writeFileSync(at("open.csv"), `${header}1,P2,emea,2026-11-20T10:00Z,\n`);
        const command = JSON.stringify([resolve("bin/support-cli.js"), ...line]);
        writeFileSync(
          at("parent.mjs"),
          `import { spawn } from "node:child_process";
          import { renameSync, writeFileSync } from "node:fs";
          process.on("SIGHUP", () => {});
          spawn(process.execPath, ${command}, { stdio: "inherit" }).on("exit", (code, signal) => {
            writeFileSync("ended.tmp", String(signal ?? code));
            renameSync("ended.tmp", "ended");
            process.exit();
          });`,
        );
        const terminal = spawn("script", ["-qfc", `'${process.execPath}' parent.mjs`, "/dev/null"], {
          cwd,
          env: { PATH: process.env.PATH, HOME: "/nonexistent", TZ: "UTC", LANG: "C.UTF-8", TERM: "xterm" },
        });
        let drawn = "";
        terminal.stdout.on("data", (chunk) => {
          drawn += chunk;
          if (drawn.includes(shown)) terminal.kill("SIGKILL");
        });
        await vi.waitUntil(() => existsSync(at("ended")), { timeout: 60_000, interval: 20 });
        expect(readFileSync(at("ended"), "utf8")).toBe("SIGHUP");
      });
    }
  }
  attack("SIGQUIT and SIGXCPU leave no temporary file", async (at, cwd) => {
    for (const signal of ["SIGQUIT", "SIGXCPU"] as const) {
      const { code } = await start(batch("-", "--input-format", "csv", "-o", "out.csv"), {
        cwd,
        meanwhile(child) {
          child.stdin?.write(header + row.repeat(40_000));
          killOnce(() => namesIn(cwd).some((name) => name.startsWith(".support-cli-")), child, signal);
        },
      });
      expect(code).toBe(130);
      expect(namesIn(cwd)).not.toContain("out.csv");
      expect(namesIn(cwd).filter((name) => name.startsWith("."))).toEqual([]);
    }
    expect(existsSync(at("out.csv"))).toBe(false);
  });
  attack(
    "what a killed process left of an output is removed by the next good run of it, and nothing else",
    async (_, cwd) => {
      const hidden = () => namesIn(cwd).filter((name) => name.startsWith("."));
      const kill = (output: string) =>
        start(batch("-", "--input-format", "csv", "-o", output), {
          cwd,
          meanwhile(child) {
            child.stdin?.write(header + row.repeat(40_000));
            const already = hidden().length;
            killOnce(() => hidden().length > already, child, "SIGKILL");
          },
        });
      await kill("out.csv");
      await kill("other.csv");
      expect(hidden()).toHaveLength(2);
      expect((await start(batch("missing.csv", "-o", "out.csv"), { cwd })).code).toBe(3);
      expect(hidden()).toHaveLength(2);
      expect((await start(batch("tickets.csv", "-o", "out.csv"), { cwd })).code).toBe(0);
      expect(hidden()).toHaveLength(1);
      expect((await start(batch("tickets.csv", "-o", "other.csv"), { cwd })).code).toBe(0);
      expect(hidden()).toEqual([]);
    },
  );
});

describe("watch", () => {
  attack("a file that is removed, broken and restored is reported each time, once", async (at, cwd) => {
    const open = `${header}1,P2,emea,2026-11-20T10:00Z,\n`;
    writeFileSync(at("open.csv"), open);
    const steps: readonly (readonly [RegExp, () => void])[] = [
      [/^1\t|\t1\t/m, () => rmSync(at("open.csv"))],
      [/no such file/, () => writeFileSync(at("open.csv"), open)],
      [/is readable again/, () => mkdirSync(at("folder"))],
    ];
    let step = 0;
    const { code, stderr } = await start(["watch", "open.csv", ...plan], {
      cwd,
      meanwhile(child) {
        let text = "";
        const next = (chunk: Buffer) => {
          text += chunk;
          const [wanted, act] = steps[step] ?? [];
          if (!wanted?.test(text)) return;
          step++;
          act?.();
          if (step === steps.length) child.kill("SIGTERM");
        };
        child.stdout?.on("data", next);
        child.stderr?.on("data", next);
      },
    });
    expect(code).toBe(130);
    expect(stderr.match(/no such file/g)).toHaveLength(1);
    expect(stderr.match(/is readable again/g)).toHaveLength(1);
  });
});
