/**
 * The code that V8 compiled under a Node that did not build the package (bin/user-cache.js): kept in the user's cache folder, used where
 * nobody else can have written it, and never a reason to fail.
 */
import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

const report = resolve("test/verify/package/compiled.cjs");
const node = `${process.version}-${process.platform}-${process.arch}`;
const ticket =
  "deadline -p business -P P2 -r japan --opened 2026-11-20T16:40+09:00 --no-config --now 2026-11-22T09:00Z";
const allUsed = "taken: start main deadline; refused: \n";
const noneUsed = "taken: ; refused: \n";

let folder: string;
/** The program as another Node finds it: without compiled code. */
let program: string;
let expected: string;
/** $XDG_CACHE_HOME, new for each test. */
let cache: string;

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "support-cli-user-cache-")));
  program = join(folder, "program");
  cpSync("bin", join(program, "bin"), { recursive: true });
  cpSync("package.json", join(program, "package.json"));
  cpSync("dist", join(program, "dist"), {
    recursive: true,
    filter: (path) => !["exe", "compiled"].includes(basename(path)),
  });
  expected = start({ NODE_DISABLE_COMPILE_CACHE: "1" }).stdout;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  cache = mkdtempSync(join(folder, "cache-"));
});

type Environment = Readonly<Record<string, string>>;

const words = (require: readonly string[]) => [
  ...require.flatMap((path) => ["--require", path]),
  join(program, "bin/support-cli.js"),
  ...ticket.split(" "),
];

function start(
  env: Environment,
  require: readonly string[] = [],
): { readonly stdout: string; readonly stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, words([report, ...require]), {
    encoding: "utf8",
    cwd: folder,
    env: { PATH: process.env.PATH, ...env },
  });
  expect(status).toBe(0);
  if (expected !== undefined) expect(stdout).toBe(expected);
  return { stdout, stderr };
}

/** What the start says of the compiled code, with the test's cache folder. */
function used(require: readonly string[] = []): string {
  return start({ XDG_CACHE_HOME: cache }, require).stderr;
}

const own = () => join(cache, "support-cli", node);

/** All files and folders of a folder. */
function entries(path: string): readonly string[] {
  return readdirSync(path, { recursive: true, encoding: "utf8" }).sort();
}

test("the first start compiles, and later starts use that", () => {
  expect(used()).toBe(noneUsed);
  expect(readdirSync(own()).sort()).toEqual(["deadline.bin", "main.bin", "recommend.bin", "start.bin"]);
  expect(used()).toBe(allUsed);
});

test("others can neither read nor write it, and it has no path of the machine", () => {
  used();
  expect([join(cache, "support-cli"), own()].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o700]);
  for (const name of readdirSync(own())) {
    expect(statSync(join(own(), name)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(own(), name), "latin1")).not.toContain(folder);
  }
});

test("a build of other sources does not use what an earlier build left", () => {
  used();
  const main = join(program, "dist/main.cjs");
  const text = readFileSync(main, "utf8");
  try {
    writeFileSync(main, text.replace(/^\/\/[0-9a-f]{16}/, "//0123456789abcdef"));
    expect(used()).toBe("taken: start deadline recommend; refused: \n");
    expect(used()).toBe(allUsed);
  } finally {
    writeFileSync(main, text);
  }
});

test("NODE_DISABLE_COMPILE_CACHE turns it off", () => {
  expect(start({ XDG_CACHE_HOME: cache, NODE_DISABLE_COMPILE_CACHE: "1" }).stderr).toBe(noneUsed);
  expect(entries(cache)).toEqual([]);
});

test("a command that fails leaves nothing", () => {
  const env = { PATH: process.env.PATH, XDG_CACHE_HOME: cache };
  expect(spawnSync(process.execPath, [join(program, "bin/support-cli.js"), "no-such"], { env }).status).toBe(2);
  expect(entries(cache)).toEqual([]);
});

test.each([
  { what: "the folder of a Node is a link", spoil: () => link(own()) },
  { what: "the program's folder is a link", spoil: () => link(dirname(own())) },
  { what: "others may write to the folder of a Node", spoil: () => chmodSync(own(), 0o722) },
  { what: "a group may write to the program's folder", spoil: () => chmodSync(dirname(own()), 0o770) },
  { what: "anybody may write to the cache folder, as to /tmp", spoil: () => chmodSync(cache, 0o1777) },
])("$what: nothing there is used or changed", ({ spoil }) => {
  used();
  spoil();
  const before = entries(folder);
  writeFileSync(join(realpathSync(own()), "main.bin"), "planted");
  expect(used()).toBe(noneUsed);
  expect(readFileSync(join(own(), "main.bin"), "utf8")).toBe("planted");
  expect(entries(folder)).toEqual(before);
});

/** Replaces a folder by a link to it at another place. */
function link(path: string): void {
  const moved = join(cache, "elsewhere");
  renameSync(path, moved);
  symlinkSync(moved, path);
}

test("another user's folder is not used, and another user's home gets none", () => {
  used();
  const other = join(folder, "other-user.cjs");
  writeFileSync(other, "process.geteuid = () => 4_000_000;");
  const before = entries(cache);
  expect(used([other])).toBe(noneUsed);
  expect(entries(cache)).toEqual(before);
  const home = mkdtempSync(join(folder, "home-"));
  expect(start({ HOME: home }, [other]).stderr).toBe(noneUsed);
  expect(entries(home)).toEqual([]);
});

test.each([
  { what: "a link", spoil: (path: string) => linkFile(path) },
  { what: "writable by others", spoil: (path: string) => chmodSync(path, 0o622) },
  { what: "cut short", spoil: (path: string) => truncateSync(path, 5000) },
  { what: "empty", spoil: (path: string) => truncateSync(path) },
  { what: "something else", spoil: (path: string) => writeFileSync(path, "not bytecode at all") },
  { what: "changed by one bit", spoil: (path: string) => flip(path) },
])("a file that is $what is not used, and is replaced", ({ spoil }) => {
  used();
  for (const name of readdirSync(own())) spoil(join(own(), name));
  expect(used()).toBe(noneUsed);
  expect(used()).toBe(allUsed);
});

function linkFile(path: string): void {
  renameSync(path, join(cache, basename(path)));
  symlinkSync(join(cache, basename(path)), path);
}

function flip(path: string): void {
  const bytes = readFileSync(path);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 1;
  writeFileSync(path, bytes);
}

test.each([
  { what: "is a file", place: (): Environment => ({ XDG_CACHE_HOME: file() }) },
  { what: "is below a file", place: (): Environment => ({ XDG_CACHE_HOME: join(file(), "cache") }) },
  { what: "is missing, as is the folder above it", place: (): Environment => ({ HOME: join(cache, "no", "home") }) },
  { what: "is not named", place: (): Environment => ({}) },
  { what: "is not an absolute path", place: (): Environment => ({ XDG_CACHE_HOME: "cache", HOME: "home" }) },
])("a cache folder that $what is no reason to fail", ({ place }) => {
  const env = place();
  const before = entries(folder);
  for (let i = 0; i < 2; i++) expect(start(env).stderr).toBe(noneUsed);
  expect(entries(folder)).toEqual(before);
});

function file(): string {
  writeFileSync(join(cache, "file"), "");
  return join(cache, "file");
}

test("a folder in place of a file stays, and the others are used", () => {
  used();
  rmSync(join(own(), "main.bin"));
  mkdirSync(join(own(), "main.bin"));
  for (let i = 0; i < 2; i++) expect(used()).toBe("taken: start deadline recommend; refused: \n");
  expect(readdirSync(own()).sort()).toEqual(["deadline.bin", "main.bin", "recommend.bin", "start.bin"]);
});

test("without $XDG_CACHE_HOME it is in ~/.cache, which is made where it is missing", () => {
  start({ HOME: cache });
  expect(existsSync(join(cache, ".cache/support-cli", node, "main.bin"))).toBe(true);
  expect(start({ HOME: cache }).stderr).toBe(allUsed);
});

test.each([
  { platform: "darwin", place: "Library/Caches", env: (): Environment => ({ HOME: cache }) },
  { platform: "win32", place: ".", env: (): Environment => ({ LOCALAPPDATA: cache }) },
])("on $platform it is in the folder for caches there", ({ platform, place, env }) => {
  const other = join(folder, `${platform}.cjs`);
  writeFileSync(other, `Object.defineProperty(process, "platform", { value: "${platform}" });`);
  mkdirSync(join(cache, "Library"), { recursive: true });
  start(env(), [other]);
  const files = readdirSync(join(cache, place, "support-cli", node.replace(process.platform, platform)));
  expect(files.sort()).toEqual(["deadline.bin", "main.bin", "recommend.bin", "start.bin"]);
});

/** Makes a folder with files that are as old, beside that of this Node. */
function place(name: string, files: readonly string[], days: number, mode = 0o700): void {
  const path = join(dirname(own()), name);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const changed = new Date(Date.now() - days * 86_400_000);
  for (const file of files) {
    writeFileSync(join(path, file), "");
    utimesSync(join(path, file), changed, changed);
  }
  chmodSync(path, mode);
  utimesSync(path, changed, changed);
}

const leftIn = (name: string) => entries(join(dirname(own()), name));

test("a start that compiles removes what killed starts and other Nodes left a month ago", () => {
  place(node, [".main.bin.123", ".notes"], 31);
  place(node, [".start.bin.124"], 29);
  place("v18.0.0-linux-x64", ["main.bin", ".main.bin.123"], 31);
  place("v19.0.0-linux-x64", ["main.bin", ".main.bin.123"], 29);
  place("v21.0.0-linux-x64", ["main.bin", "notes.txt"], 31);
  expect(used()).toBe(noneUsed);
  expect(leftIn(".")).not.toContain("v18.0.0-linux-x64");
  expect(leftIn("v19.0.0-linux-x64")).toEqual([".main.bin.123", "main.bin"]);
  expect(leftIn("v21.0.0-linux-x64")).toEqual(["notes.txt"]);
  expect(leftIn(node).filter((file) => file.startsWith("."))).toEqual([".notes", ".start.bin.124"]);
});

test("a start that finds its code removes nothing", () => {
  used();
  place("v18.0.0-linux-x64", ["main.bin"], 31);
  expect(used()).toBe(allUsed);
  expect(leftIn("v18.0.0-linux-x64")).toEqual(["main.bin"]);
});

test("what is no folder of compiled code, or may be another user's, stays", () => {
  place("notes", ["main.bin"], 31);
  place("v18.0.0-linux-x64", ["main.bin"], 31, 0o770);
  place("v19.0.0-linux-x64", ["main.bin"], 31);
  const linked = join(dirname(own()), "v19.0.0-linux-x64");
  link(linked);
  used();
  for (const path of ["notes", "v18.0.0-linux-x64", realpathSync(linked)])
    expect(readdirSync(resolve(dirname(own()), path))).toEqual(["main.bin"]);
});

test("starts at the same time write whole files", async () => {
  const env = { PATH: process.env.PATH, XDG_CACHE_HOME: cache };
  const codes = Array.from({ length: 6 }, () => {
    const child = spawn(process.execPath, words([]), { cwd: folder, env, stdio: "ignore" });
    return new Promise((resolve) => child.on("close", resolve));
  });
  expect(await Promise.all(codes)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(readdirSync(own()).sort()).toEqual(["deadline.bin", "main.bin", "recommend.bin", "start.bin"]);
  expect(used()).toBe(allUsed);
});
