/**
 * Writes dist/exe: one executable per platform, with Node inside. Node comes from npm packages of one exact version, verified by
 * the checksums below; pkg makes a blob of the program and injects it. A blob fits only the version of Node that made it, so
 * this runs on Linux x64. On a Mac, `macos` wraps and signs the Mac's own Node.
 *
 *   npm run build:exe [-- linux-x64 linux-arm64 win-x64 | macos]
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { together } from "./bundling.mjs";

const { default: sea } = createRequire(import.meta.url)("@yao-pkg/pkg/lib-es5/sea.js");

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const out = join(root, "dist/exe");
const work = join(out, "work");
const built = join(work, "parts");

/** A maintained release line with a current time-zone database. */
const nodeVersion = "24.21.0";
const bases = {
  "linux-x64": {
    file: "bin/node",
    pkgPlatform: "linux",
    sha512: "3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==",
  },
  "linux-arm64": {
    file: "bin/node",
    pkgPlatform: "linux",
    sha512: "FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==",
  },
  "win-x64": {
    file: "bin/node.exe",
    pkgPlatform: "win",
    sha512: "0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==",
  },
};

const chosen = process.argv.slice(2);
const targets = chosen.length > 0 ? chosen : Object.keys(bases);
if (!targets.includes("macos") && (process.platform !== "linux" || process.arch !== "x64")) {
  throw new Error("Executables for other platforms are built on Linux x64.");
}
mkdirSync(work, { recursive: true });
// pkg runs postject from its temporary folder, and finds the pinned version only inside the project.
process.env.TMPDIR = work;

// Built by the Node that goes in, because the saved time-zone offsets are valid for its database only.
const own = targets.includes("macos") ? process.execPath : base("linux-x64");
execFileSync(own, [join(root, ".build/code.mjs"), "--out", built], { stdio: "inherit" });

// The parts of the package in one file: the everyday parts form the script that Node compiles ahead of time, and the
// others are assets that load on demand.
const parts = readdirSync(built).filter((name) => name.endsWith(".cjs") && !name.startsWith("library"));
const always = Object.keys(together).map((name) => `${name}.cjs`);
const assets = Object.fromEntries(
  parts.filter((name) => !always.includes(name)).map((name) => [name, join(built, name)]),
);
const script = join(work, "support-cli.cjs");
writeFileSync(
  script,
  `const made={${always.map((name) => `"./${name}"(module,exports,require){${readFileSync(join(built, name), "utf8")}\n}`).join(",")}};
const loaded={};
function load(name){
if(!name.startsWith("./"))return require(name);
let module=loaded[name];
if(!module){
module=loaded[name]={exports:{}};
const make=made[name]??require("node:vm").compileFunction(require("node:sea").getAsset(name.slice(2),"utf8"),["module","exports","require"],{filename:name});
make(module,module.exports,load);
}
return module.exports;
}
const{processIo,start}=load("./start.cjs");
start(process.argv.slice(2),processIo(process)).then((code)=>{process.exitCode=code});
`,
);
copyFileSync(join(built, "THIRD-PARTY-LICENSES.txt"), join(out, "THIRD-PARTY-LICENSES.txt"));

if (targets.includes("macos")) await wrapOwnNode();
else {
  process.env.PATH = `${dirname(own)}${delimiter}${process.env.PATH}`;
  for (const target of targets) await wrap(target);
}
rmSync(work, { recursive: true, force: true });

/** The path of a platform's Node, downloaded from npm and verified by its checksum. */
function base(target) {
  const { file, sha512 } =
    bases[target] ?? fail(`There is no executable for ${target}: ${Object.keys(bases).join(", ")} and macos are.`);
  const folder = join(work, target);
  const path = join(folder, "package", file);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  execFileSync("npm", ["pack", `node-${target}@${nodeVersion}`, "--silent", "--pack-destination", folder], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const archive = join(folder, `node-${target}-${nodeVersion}.tgz`);
  const found = createHash("sha512").update(readFileSync(archive)).digest("base64");
  if (found !== sha512) fail(`node-${target}@${nodeVersion} has the checksum ${found}`);
  execFileSync("tar", ["xzf", archive, "-C", folder]);
  chmodSync(path, 0o755);
  return path;
}

async function wrap(target) {
  const node = base(target);
  const bare = join(work, `${target}-${target.startsWith("win") ? "node.exe" : "node"}`);
  copyFileSync(node, bare);
  const isStripped = target.startsWith("linux") && strip(bare);
  const output = join(out, `support-cli-${target}${target.startsWith("win") ? ".exe" : ""}`);
  rmSync(output, { force: true });
  await sea(script, {
    nodePath: bare,
    // A code cache is valid for one processor architecture only.
    seaConfig: { disableExperimentalSEAWarning: true, useCodeCache: target === "linux-x64", assets },
    targets: [
      { nodeRange: `node${nodeVersion}`, platform: bases[target].pkgPlatform, arch: target.split("-")[1], output },
    ],
  });
  check(output, statSync(bare).size);
  console.log(
    `${output.slice(root.length + 1)}  ${megabytes(output)}  Node ${nodeVersion}${isStripped ? ", stripped" : ""}`,
  );
}

async function wrapOwnNode() {
  const output = join(out, `support-cli-macos-${process.arch}`);
  rmSync(output, { force: true });
  await sea(script, {
    useLocalNode: true,
    signature: true,
    seaConfig: { disableExperimentalSEAWarning: true, useCodeCache: true, assets },
    targets: [{ nodeRange: `node${process.versions.node}`, platform: "macos", arch: process.arch, output }],
  });
  check(output, statSync(process.execPath).size);
  console.log(`${output.slice(root.length + 1)}  ${megabytes(output)}  Node ${process.versions.node}`);
}

/** Strips 12 MB of symbols from Node; false where no tool for its platform is installed. */
function strip(path) {
  for (const tool of ["llvm-strip", "aarch64-linux-gnu-strip", "strip"]) {
    try {
      execFileSync(tool, [path], { stdio: "ignore" });
      return true;
    } catch {
      // Another tool may support the processor.
    }
  }
  return false;
}

/** Checks that the program was injected, because pkg reports success even where it left a plain Node. */
function check(output, plainSize) {
  const blown = Buffer.from("NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2:1");
  if (!existsSync(output)) fail(`${output} was not written`);
  if (statSync(output).size <= plainSize || !readFileSync(output).includes(blown)) fail(`${output} is a plain Node`);
  chmodSync(output, 0o755);
}

function megabytes(path) {
  return `${(statSync(path).size / 1e6).toFixed(1)} MB`;
}

function fail(message) {
  throw new Error(message);
}
