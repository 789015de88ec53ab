/**
 * What is shipped, as its users have it: packs the package, looks at what is in it, installs it into an empty folder and
 * replays the golden sessions from there on each Node it names; builds the executables and runs what this machine can.
 *
 *   npm run package [-- package | executables]
 */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { differenceOf, readSessions } from "./sessions.mjs";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const here = fileURLToPath(new URL("./", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "support-cli-package-"));
const sessions = readSessions(new URL("../../../fixtures/sessions/", import.meta.url));
const parts = process.argv.slice(2);
let passed = 0;
const failures = [];
const skipped = [];

/** What steers a terminal: colours and the place of the cursor. */
const escapes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;?]*[A-Za-z]`, "g");

/** What a process is given of this machine: as little as the sessions had. */
const env = { PATH: process.env.PATH, HOME: join(folder, "home"), TZ: "UTC", LC_CTYPE: "C.UTF-8" };
mkdirSync(env.HOME);

try {
  if (parts.length === 0 || parts.includes("package")) await checkPackage();
  if (parts.length === 0 || parts.includes("executables")) await checkExecutables();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const reason of skipped) console.log(`skipped: ${reason}`);
for (const failure of failures) console.error(`failed: ${failure}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;

/** One thing that must hold; `problem` is empty where it does. */
function hold(what, problem) {
  if (problem === undefined || problem === "" || problem === false) passed++;
  else failures.push(`${what}: ${problem === true ? "it does not" : problem}`);
}

async function checkPackage() {
  checkAudit();
  run("npm", ["run", "--silent", "build"], root);
  const [packed] = JSON.parse(run("npm", ["pack", "--json", "--pack-destination", folder], root).stdout);
  const archive = join(folder, packed.filename);
  console.log(
    `${packed.filename}: ${packed.entryCount} files, ${kilobytes(packed.size)} packed, ${kilobytes(packed.unpackedSize)} unpacked`,
  );
  const expected =
    /^(bin\/(package\.json|(support-cli|parts|compile|user-cache)\.js)|dist\/([\w-]+\.cjs|compiled\/v[\d.]+-\w+-\w+\/[\w-]+\.bin|index\.js|([\w-]+\/)*[\w-]+\.d\.ts|THIRD-PARTY-LICENSES\.txt|man\/support-cli\.1|schema\/\w+\.json)|package\.json|README(\.[\w-]+)?\.md|docs\/[\w-]+\.md|CONTRIBUTING\.md|LICENSE|CHANGELOG\.md)$/;
  hold(
    "only what runs is packed",
    packed.files
      .map(({ path }) => path)
      .filter((path) => !expected.test(path))
      .join(", "),
  );
  hold("the package stays under 7.5 MB", packed.unpackedSize > 7_500_000 && `${packed.unpackedSize} bytes`);

  // From the sources alone, no package's install script run: the same program comes out.
  const sources = join(folder, "sources");
  for (const part of [".build", ".npmrc", "bin", "src", "package.json", "package-lock.json", "tsconfig.json"]) {
    cpSync(join(root, part), join(sources, part), { recursive: true });
  }
  run("npm", ["ci", "--ignore-scripts", "--silent"], sources);
  run("npm", ["run", "--silent", "build"], sources);
  const programOf = (place) =>
    JSON.stringify(
      readdirSync(join(place, "dist"))
        .filter((name) => /\.(cjs|js|txt)$/.test(name))
        .sort()
        .map((name) => [name, readFileSync(join(place, "dist", name), "utf8")]),
    );
  hold(
    "no install script is needed to build the same program",
    programOf(sources) !== programOf(root) && "another comes out",
  );

  const home = join(folder, "installed");
  mkdirSync(home);
  writeFileSync(join(home, "package.json"), '{ "private": true, "type": "module" }\n');
  symlinkSync(join(root, "fixtures"), join(home, "fixtures"));
  run("npm", ["install", "--no-audit", "--no-fund", "--silent", archive], home);
  const others = readdirSync(join(home, "node_modules")).filter(
    (name) => !name.startsWith(".") && name !== "support-cli",
  );
  hold("it needs no other package", others.join(", "));
  const everywhere = join(folder, "global");
  run("npm", ["install", "--global", "--prefix", everywhere, "--no-audit", "--no-fund", "--silent", archive], home);
  const linked =
    process.platform === "win32" ? ["support-cli.cmd"] : ["bin/support-cli", "share/man/man1/support-cli.1"];
  hold(
    "a global install brings the command and its manual page",
    linked.filter((name) => !existsSync(join(everywhere, name))).join(", "),
  );
  const texts = packed.files.map(({ path }) => readFileSync(join(home, "node_modules/support-cli", path), "latin1"));
  hold(
    "it knows no folder of the machine it was built on",
    texts.some((text) => text.includes(root)),
  );

  const { publint } = await import("publint");
  const { messages } = await publint({ pkgDir: join(home, "node_modules/support-cli"), strict: true });
  hold("publint has nothing to say", messages.map((message) => JSON.stringify(message)).join("\n"));
  const { checkPackage: checkTypes, createPackageFromTarballData } = await import("@arethetypeswrong/core");
  const { problems, types } = await checkTypes(createPackageFromTarballData(readFileSync(archive)));
  // The library is for import; that require() of it needs a newer Node is known.
  const wrong = (problems ?? []).filter(
    ({ kind, resolutionKind }) => kind !== "CJSResolvesToESM" && resolutionKind !== "node10",
  );
  hold(
    "the types are found and right",
    types ? wrong.map((problem) => JSON.stringify(problem)).join("\n") : "there are none",
  );

  const known = {
    cwd: home,
    env: { ...env, NODE_OPTIONS: `--require ${join(here, "compiled.cjs")}` },
    encoding: "utf8",
  };
  const start = spawnSync(
    process.execPath,
    [join(home, "node_modules/support-cli/bin/support-cli.js"), "compare"],
    known,
  );
  hold("what was compiled when it was built is taken", start.stderr.includes("taken: start main") ? "" : start.stderr);

  const library = `import { compileCalendar, deadline, loadDataset, targetFor } from "support-cli";
const dataset = await loadDataset();
const { zone, hours } = dataset.regions.japan;
const due = deadline(compileCalendar({ zone, hours }), Date.parse("2026-11-20T07:40Z"), targetFor(dataset, "business", "P2", "japan"));
console.log(new Date(due).toISOString());`;
  writeFileSync(join(home, "library.js"), library);

  for (const [version, node] of nodes()) {
    const reached = `${dirname(node)}${delimiter}${env.PATH}`;
    hold(
      `library on Node ${version}`,
      spawnSync(node, ["library.js"], { cwd: home, env, encoding: "utf8" }).stdout !== "2026-11-23T01:10:00.000Z\n",
    );
    const command = join(home, "node_modules/.bin/support-cli");
    await replay(`Node ${version}`, command, home, {
      ...env,
      PATH: reached,
      NODE_OPTIONS: `--require ${join(here, "clock.cjs")}`,
    });
  }
}

/** Known holes in what the lockfile pins, where the package server tells them. */
function checkAudit() {
  const { stdout } = spawnSync("npm", ["audit", "--json"], { cwd: root, encoding: "utf8" });
  const { vulnerabilities, statusCode } = JSON.parse(stdout || "{}");
  if (!vulnerabilities)
    skipped.push(`npm audit, which this package server does not answer${statusCode ? ` (${statusCode})` : ""}`);
  else hold("npm audit knows of nothing", Object.keys(vulnerabilities).join(", "));
}

/** The Nodes that the package is for, as far as they are here: the one that runs this, and npm's. */
function nodes() {
  const own = [process.versions.node, process.execPath];
  const others = ["node-22", "node-24"].map((name) => join(here, "node_modules", name, "bin/node"));
  const found = others
    .filter((path) => existsSync(path))
    .map((path) => [run(path, ["-p", "process.versions.node"], here).stdout.trim(), path]);
  if (found.length < others.length) skipped.push("Node 22 and 24, which npm has for Linux x64");
  return [own, ...found];
}

/** Every session, two at a time. */
async function replay(where, command, cwd, environment) {
  const waiting = [...sessions];
  const work = async () => {
    for (let session = waiting.shift(); session; session = waiting.shift()) {
      const answer = await runAside(command, session.words, { cwd, env: environment });
      hold(`${where}: support-cli ${session.line}`, differenceOf(session, answer));
    }
  };
  await Promise.all([work(), work()]);
  console.log(`${where}: ${sessions.length} sessions`);
}

async function checkExecutables() {
  if (process.platform !== "linux" || process.arch !== "x64") {
    skipped.push("executables, which are built on Linux x64");
    return;
  }
  process.stdout.write(run("npm", ["run", "--silent", "build:exe"], root).stdout.replace(/^>.*\n/gm, ""));
  const out = join(root, "dist/exe");
  const own = join(out, "support-cli-linux-x64");
  const arm = join(out, "support-cli-linux-arm64");
  const windows = join(out, "support-cli-win-x64.exe");
  const cwd = join(folder, "executable");
  mkdirSync(cwd);
  symlinkSync(join(root, "fixtures"), join(cwd, "fixtures"));
  hold("linux-x64 is an ELF file for x86-64", formatOf(own) !== "elf 3e");
  hold("linux-arm64 is an ELF file for AArch64", formatOf(arm) !== "elf b7");
  hold("win-x64 is a PE file for x86-64", formatOf(windows) !== "pe 8664");

  smoke("linux-x64", own, [], cwd);
  hold("linux-x64: a prompt in a terminal", await promptProblem(own, cwd));
  await replay("linux-x64", own, cwd, { ...env, NODE_OPTIONS: `--require ${join(here, "clock.cjs")}` });

  const emulator = ["qemu-aarch64-static", "qemu-aarch64"].find((name) => spawnSync(name, ["--version"]).status === 0);
  const libraries = "/usr/aarch64-linux-gnu";
  if (emulator && existsSync(libraries)) smoke("linux-arm64 in qemu", emulator, ["-L", libraries, arm], cwd);
  else
    skipped.push(
      "running linux-arm64, for which Debian has qemu-user-static, libc6-arm64-cross and libstdc++6-arm64-cross",
    );
  skipped.push("running win-x64, for which there is no Windows here");
}

/** The answers that show that an executable is whole: its version, plans, one deadline, a batch, holidays, a dataset's schema. */
function smoke(where, program, before, cwd) {
  const one = [
    "deadline",
    "-p",
    "business",
    "-P",
    "P2",
    "-r",
    "japan",
    "--opened",
    "2026-11-20T16:40+09:00",
    "--quiet",
  ];
  const tickets = "id,priority,opened,region\n1,P2,2026-11-20T16:40+09:00,japan\n2,P1,2026-11-20T16:40+09:00,japan\n";
  writeFileSync(join(cwd, "tickets.csv"), tickets);
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const expected = [
    [["--version"], (text) => text === `${version}\n`],
    [["compare"], (text) => text.includes("Business Support") && text.includes("└")],
    [["compare", "--lang", "ja"], (text) => text.includes("└")],
    [one, (text) => text === "2026-11-23T10:10:00+09:00\n"],
    [[...one, "--holidays", "JP"], (text) => text === "2026-11-24T10:10:00+09:00\n"],
    [
      ["deadline", "-p", "business", "--input", "tickets.csv"],
      (text) => text.includes("2026-11-23T01:10:00Z") && text.includes("2026-11-20T08:40:00Z"),
    ],
    [["dataset", "validate", "fixtures/datasets/aws.json"], (text) => text.includes("aws")],
  ];
  for (const [words, isRight] of expected) {
    const { status, stdout, stderr } = spawnSync(program, [...before, ...words], { cwd, env, encoding: "utf8" });
    hold(
      `${where}: ${words.join(" ")}`,
      status === 0 && isRight(stdout) ? "" : `exit code ${status}\n${stdout}${stderr}`,
    );
  }
  console.log(`${where}: ${expected.length} commands`);
}

/** Answers each question of `recommend` with Enter once it is shown, in a pseudo-terminal of util-linux's `script`. */
async function promptProblem(program, cwd) {
  if (spawnSync("script", ["--version"]).status !== 0) {
    skipped.push("the prompt, which needs script from util-linux");
    return undefined;
  }
  const child = spawn("script", ["-qec", `${program} recommend`, "/dev/null"], { cwd, env: { ...env, TERM: "xterm" } });
  let shown = "";
  const answered = new Set();
  child.stdout.on("data", (data) => {
    shown += data;
    const plain = shown.replace(escapes, "");
    for (const [question] of plain.matchAll(/\? (?:\d+\/\d+|Is this correct)/g)) {
      if (answered.has(question)) continue;
      answered.add(question);
      child.stdin.write("\r");
    }
  });
  const late = setTimeout(() => child.kill(), 300_000);
  const status = await new Promise((resolve) => child.on("close", resolve));
  clearTimeout(late);
  return status === 0 && shown.includes("--within") && shown.includes("support-cli recommend")
    ? ""
    : `exit code ${status}\n${shown}`;
}

/** What kind of program a file is, by its first bytes: `elf 3e`, `pe 8664`. */
function formatOf(path) {
  const bytes = Buffer.alloc(4096);
  readSync(openSync(path), bytes, 0, bytes.length, 0);
  if (bytes.readUInt32BE(0) === 0x7f454c46) return `elf ${bytes.readUInt16LE(18).toString(16)}`;
  const header = bytes.readUInt32LE(0x3c);
  if (bytes.toString("latin1", 0, 2) === "MZ" && bytes.toString("latin1", header, header + 4) === "PE\0\0")
    return `pe ${bytes.readUInt16LE(header + 4).toString(16)}`;
  return "unknown";
}

function run(program, words, cwd) {
  try {
    return {
      stdout: execFileSync(program, words, {
        cwd,
        encoding: "utf8",
        maxBuffer: 1 << 26,
        stdio: ["ignore", "pipe", "pipe"],
      }),
    };
  } catch (error) {
    throw new Error(`${program} ${words.join(" ")} failed:\n${error.stdout}${error.stderr}`);
  }
}

async function runAside(program, words, options) {
  const child = spawn(program, words, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  const text = async (stream) => {
    stream.setEncoding("utf8");
    let all = "";
    for await (const piece of stream) all += piece;
    return all;
  };
  const [stdout, stderr, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise((resolve) => child.on("close", resolve)),
  ]);
  return { stdout, stderr, status };
}

function kilobytes(bytes) {
  return `${Math.round(bytes / 1000)} kB`;
}
