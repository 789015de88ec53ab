/** Reading fixtures, and the fault that a promise or a call ends in. */
import { readFile } from "node:fs/promises";
import type { Dataset } from "../../src/data/dataset.js";
import { loadDataset } from "../../src/data/load.js";
import { CliError, type ErrorInfo } from "../../src/errors.js";

export function fixturePath(name: string): string {
  return new URL(`../../fixtures/${name}`, import.meta.url).pathname;
}

export function readFixture(name: string): Promise<string> {
  return readFile(fixturePath(name), "utf8");
}

/** Reads like the program does: a file that is not there is a failure of its own kind. */
export async function read(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch {
    throw new CliError({ code: "unreadable-file", path, reason: "missing" });
  }
}

export function loadFixture(name: string): Promise<Dataset> {
  return loadDataset(fixturePath(`datasets/${name}.json`), read);
}

/** What a call or promise fails with; fails itself where that does not happen. */
export async function faultOf(action: (() => unknown) | Promise<unknown>): Promise<ErrorInfo> {
  try {
    await (typeof action === "function" ? action() : action);
  } catch (error) {
    if (error instanceof CliError) return error.fault;
    throw error;
  }
  throw new Error("expected a failure, and there was none");
}
