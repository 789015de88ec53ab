/**
 * The file system with descriptors 0 to 2 of a kind that the test sets. For `vi.mock`, so it imports nothing of node:fs.
 */

/** The kind of the descriptors, and the effect of writing to them: the number of bytes written, all without a function. */
export const descriptors = {
  kind: "file" as "file" | "pipe" | "socket" | "terminal" | "closed",
  write: undefined as undefined | ((bytes: Uint8Array) => number),
  opensTwice: true,
};

export function resetDescriptors(): void {
  Object.assign(descriptors, { kind: "file", write: undefined, opensTwice: true });
}

export function mockDescriptors(real: typeof import("node:fs")): object {
  const errno = (code: string) => Object.assign(new Error(code), { code });
  return {
    ...real,
    fstatSync(descriptor: number) {
      if (descriptor > 2) return real.fstatSync(descriptor);
      const { kind } = descriptors;
      if (kind === "closed") throw errno("EBADF");
      return { isFile: () => kind === "file", isFIFO: () => kind === "pipe", isSocket: () => kind === "socket" };
    },
    openSync(path: string, ...more: [number]) {
      const own = /^\/proc\/self\/fd\/([12])$/.exec(path)?.[1];
      if (own === undefined) return real.openSync(path, ...more);
      if (!["pipe", "terminal"].includes(descriptors.kind) || !descriptors.opensTwice) throw errno("ENXIO");
      return Number(own);
    },
    writeSync(descriptor: number, bytes: Uint8Array, offset = 0, length = bytes.length - offset) {
      return descriptor > 2
        ? real.writeSync(descriptor, bytes, offset, length)
        : (descriptors.write?.(bytes.subarray(offset, offset + length)) ?? length);
    },
  };
}
