/** What the program may reach: no network, no file but those named and its own, nothing written but `-o`. Real processes over the build. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commands } from "../../../src/options.js";
import { before, namesIn, start } from "./process.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "support-cli-reach-"));
  writeFileSync(join(folder, "answers.json"), '{"contacts": 5}');
  writeFileSync(join(folder, "days.txt"), "2026-11-23 A day\n");
  writeFileSync(
    join(folder, "tickets.csv"),
    "id,priority,opened,responded\n1,P2,2026-11-20T10:00Z,2026-11-20T11:00Z\n",
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A line for each command, with every way to name a file. */
const lines: readonly (readonly string[])[] = [
  ["compare"],
  ["compare", "--dataset", resolve("fixtures/datasets/redhat.json")],
  ["deadline", "-P", "P2", "-r", "japan", "--holidays", "JP", "--explain"],
  ["deadline", "-P", "P2", "-r", "japan", "--holidays", "days.txt", "--format", "ics"],
  ["deadline", "-p", "business", "-r", "emea", "--input", "tickets.csv"],
  ["elapsed", "-r", "emea", "--from", "2026-11-20T10:00Z", "--to", "2026-11-24T10:00Z"],
  ["audit", "tickets.csv", "-p", "business", "-r", "emea"],
  ["hours"],
  ["recommend", "--answers", "answers.json"],
  ["recommend", "--tickets", "tickets.csv", "-r", "emea"],
  ["config", "show"],
  ["holidays", "list"],
  ["holidays", "show", "JP"],
  ["holidays", "show", "days.txt"],
  ["dataset", "list"],
  ["dataset", "validate", resolve("fixtures/datasets/aws.json")],
  ["sql", "--dialect", "duckdb", "-r", "japan", "--from", "2026-01-01T00:00Z", "--to", "2026-02-01T00:00Z"],
  ["workbook", "-p", "business", "-r", "japan", "--from", "2026-01-01T00:00Z", "--to", "2026-02-01T00:00Z"],
  ["completion", "bash"],
  // A file is watched for ever, a stream until nothing can change.
  ["watch", "-", "-p", "business", "-r", "emea"],
  ["help"],
  ["--version"],
].filter(([name = ""]) => name in commands || ["help", "--version"].includes(name));

/** What comes on the standard input, where a line reads it. */
const stdin = "id,priority,opened,responded\n1,P2,2026-11-20T10:00Z,2026-11-20T11:00Z\n";

const noNetwork = `
const refuse = (name) => () => { throw new Error("network: " + name); };
const { createRequire } = process.getBuiltinModule?.("module") ?? (await import("node:module"));
const require = createRequire("file:///");
const net = require("node:net");
net.Socket.prototype.connect = refuse("connect");
net.connect = net.createConnection = refuse("connect");
net.Server.prototype.listen = refuse("listen");
for (const name of ["http", "https"]) for (const call of ["request", "get"]) require("node:" + name)[call] = refuse(name);
require("node:http2").connect = refuse("http2");
require("node:tls").connect = refuse("tls");
const dns = require("node:dns");
for (const key of Object.keys(dns)) if (typeof dns[key] === "function" && /^(lookup|resolve|reverse)/.test(key)) dns[key] = refuse(key);
for (const key of Object.keys(dns.promises)) if (/^(lookup|resolve|reverse)/.test(key)) dns.promises[key] = refuse(key);
require("node:dgram").createSocket = refuse("dgram");
globalThis.fetch = refuse("fetch");
require("node:child_process").spawn = refuse("spawn");
`;

test("every command has a line here", () => {
  expect(new Set(lines.map(([name]) => name))).toEqual(new Set([...Object.keys(commands), "help", "--version"]));
});

describe("no network, ever, and no other program", () => {
  test.each(lines.map((line) => [line.join(" "), line] as const))("%s", async (_, line) => {
    const output = line[0] === "workbook" ? ["-o", "w.xlsx"] : [];
    const { code, stderr } = await start([...line, ...output], {
      cwd: folder,
      stdin,
      node: before(noNetwork),
    });
    expect(stderr).not.toMatch(/network:|^\s+at /m);
    expect(code, stderr).toBe(0);
  });
});

describe("reads its own files and those named, writes only what -o names", () => {
  // Node's permission model refuses whatever is not allowed; its flag has another name from Node 24 on.
  const flag = process.allowedNodeEnvironmentFlags.has("--permission") ? "--permission" : "--experimental-permission";
  const own = ["bin", "dist", "node_modules", "package.json"].map(
    (name) => `--allow-fs-read=${resolve(name)}${name.includes(".") ? "" : "/*"}`,
  );
  test.each(lines.map((line) => [line.join(" "), line] as const))("%s", async (_, line) => {
    const named = line
      .filter((word) => /\.\w+$/.test(word) && !word.startsWith("-"))
      .map((word) => `--allow-fs-read=${resolve(folder, word)}`);
    const name = line[0] === "workbook" ? "out.xlsx" : "out";
    const output = join(folder, name);
    const writes = ["help", "--version", "watch"].includes(line[0] ?? "") ? [] : ["-o", output];
    // The result takes its place from a temporary file beside it, and so the folder of -o is what may be written to.
    const node = [
      flag,
      "--no-warnings",
      ...own,
      ...named,
      ...(writes.length > 0
        ? [`--allow-fs-read=${output}`, `--allow-fs-read=${folder}/.support-cli-*`, `--allow-fs-write=${folder}/*`]
        : []),
    ];
    const before = namesIn(folder);
    const { code, stderr } = await start(
      [...line, ...writes, "--no-config"].filter((word) => line[0] !== "--version" || word !== "--no-config"),
      { cwd: folder, stdin, node },
    );
    expect(stderr).not.toMatch(/ERR_ACCESS_DENIED|may not|^\s+at /m);
    expect(code, stderr).toBe(0);
    expect(namesIn(folder)).toEqual([...before, ...(writes.length > 0 ? [name] : [])].sort());
    rmSync(output, { force: true });
  });
});
