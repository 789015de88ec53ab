/**
 * The inputs that once failed, a small file each, with the command line, what stands around it, the seed that found it and what was
 * wrong. They run before anything random does. A run that fails writes its smallest input here.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Case } from "./cases.js";

const folder = "fixtures/fuzz";

export interface KeptCase extends Case {
  /** Undefined for one that was found by hand. */
  readonly seed?: number;
  readonly faults: readonly string[];
}

export function keptCases(): readonly (readonly [string, KeptCase])[] {
  return readdirSync(folder)
    .sort()
    .map((name) => [name, JSON.parse(readFileSync(`${folder}/${name}`, "utf8")) as KeptCase]);
}

/** Writes an input that failed; the same input always has the same name. */
export function keepCase({ argv, setting, seed, faults }: KeptCase): string {
  const name = createHash("sha256")
    .update(JSON.stringify([argv, setting]))
    .digest("hex")
    .slice(0, 12);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${name}.json`, `${JSON.stringify({ seed, faults, argv, setting }, undefined, 2)}\n`);
  return `${folder}/${name}.json`;
}
