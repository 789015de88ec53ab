/**
 * The end of an output path after its links: a file that is replaced as a whole, or something that is written directly.
 */
import { lstatSync, readlinkSync, realpathSync, type Stats, statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";

export type Destination =
  /** A regular file, or none yet. */
  | { readonly kind: "file"; readonly path: string; readonly existing: Stats | undefined }
  /** A pipe, a device or a socket. */
  | { readonly kind: "special"; readonly isPipe: boolean }
  /** One of the process's own descriptors. */
  | { readonly kind: "descriptor"; readonly descriptor: number };

const maxLinks = 40;

/** Throws the system's errors, for a folder too. */
export function destinationOf(path: string): Destination {
  let at = path;
  for (let links = 0; links <= maxLinks; links++) {
    const descriptor = ownDescriptor(at);
    if (descriptor !== undefined) return { kind: "descriptor", descriptor };
    const next = linkedFrom(at);
    if (next === undefined) return endOf(at);
    at = next;
  }
  throw Object.assign(new Error(), { code: "ELOOP" });
}

/** The target of a link; undefined for anything else, and for targets without a path, such as the pipe of a process. */
function linkedFrom(path: string): string | undefined {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return undefined;
  const next = resolve(realpathSync(dirname(path)), readlinkSync(path));
  const isDangling = statSync(path, { throwIfNoEntry: false }) === undefined;
  return isDangling || lstatSync(next, { throwIfNoEntry: false }) ? next : undefined;
}

function endOf(path: string): Destination {
  const existing = statSync(path, { throwIfNoEntry: false });
  if (existing?.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
  if (existing && !existing.isFile()) return { kind: "special", isPipe: existing.isFIFO() };
  return { kind: "file", path, existing };
}

/** The descriptor that a path such as `/dev/fd/3` names, not followed further. */
export function ownDescriptor(path: string): number | undefined {
  const name = basename(path);
  if (!/^\d{1,9}$/.test(name)) return undefined;
  try {
    const folder = realpathSync(dirname(path));
    return folder === "/dev/fd" || folder === `${realpathSync("/proc/self")}/fd` ? Number(name) : undefined;
  } catch {
    return undefined;
  }
}
