/**
 * Files that appear whole or not at all: a temporary file beside the path, then a rename. Temporary files of a killed process
 * are removed by the next one that writes the same output.
 */
import { createHash, randomBytes } from "node:crypto";
import { readdirSync, rmSync, type Stats, statSync } from "node:fs";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { unwritable } from "./file-error.js";

/** A file under construction. */
export interface Replacement {
  /** Throws `unwritable-file`, and removes the file. */
  write(block: Uint8Array): Promise<void>;
  /** Puts the file in its place. Throws `unwritable-file`. */
  commit(): Promise<void>;
  abandon(): Promise<void>;
}

/** Temporary files of this process, removed on a signal. */
const unfinished = new Set<string>();

export function removeUnfinished(): void {
  for (const path of unfinished) rmSync(path, { force: true });
  unfinished.clear();
}

/** Starts a file at `path`, a path without links; `shown` is the path in errors. */
export async function replaceFile(path: string, existing: Stats | undefined, shown: string): Promise<Replacement> {
  const prefix = temporaryPrefix(path);
  const temporary = join(dirname(path), `${prefix}${process.pid}-${randomBytes(4).toString("hex")}`);
  let file: FileHandle | undefined;

  const remove = async () => {
    // Errors here repeat an earlier one, or concern a file that was never created.
    await file?.close().catch(() => {});
    file = undefined;
    await rm(temporary, { force: true }).catch(() => {});
    unfinished.delete(temporary);
  };
  const orFail = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      await remove();
      throw unwritable(shown, error);
    }
  };

  unfinished.add(temporary);
  await orFail(async () => {
    file = await open(temporary, "wx", existing ? 0o600 : 0o666);
    if (existing) await keepOwnerAndMode(file, existing);
  });
  return {
    write: (block) =>
      orFail(async () => {
        for (let at = 0; at < block.length; ) at += (await (file as FileHandle).write(block, at)).bytesWritten;
      }),
    commit: () =>
      orFail(async () => {
        await file?.sync();
        await file?.close();
        file = undefined;
        await rename(temporary, path);
        unfinished.delete(temporary);
        removeStale(dirname(path), prefix);
      }),
    abandon: remove,
  };
}

/** The owner where the system allows it, and the mode whatever the umask. */
async function keepOwnerAndMode(file: FileHandle, { uid, gid, mode }: Stats): Promise<void> {
  const own = await file.stat();
  const isOwn = own.uid === uid && own.gid === gid;
  const isKept =
    isOwn ||
    (await file.chown(uid, gid).then(
      () => true,
      () => false,
    ));
  // Set-user-ID bits are only for the same owner.
  await file.chmod(isKept ? mode & 0o7777 : mode & 0o777);
}

/** Short, however long the file's name is, and the same for each process of this machine that writes the file. */
function temporaryPrefix(path: string): string {
  const digest = createHash("sha256")
    .update(`${hostname()}\0${basename(path)}`)
    .digest("hex");
  return `.support-cli-${digest.slice(0, 12)}-`;
}

/** Removes temporary files of the same output and user whose process is gone. */
function removeStale(folder: string, prefix: string): void {
  const user = process.getuid?.();
  try {
    for (const name of readdirSync(folder)) {
      const pid = name.startsWith(prefix)
        ? Number(/^(\d+)-[0-9a-f]{8}$/.exec(name.slice(prefix.length))?.[1])
        : Number.NaN;
      if (Number.isNaN(pid) || isRunning(pid)) continue;
      const path = join(folder, name);
      if (user === undefined || statSync(path).uid === user) rmSync(path, { force: true });
    }
  } catch {
    // The output is in its place; leftovers are no error.
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
