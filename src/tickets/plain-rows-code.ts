/**
 * The compiled code of `src/wasm/plain-rows.ts`. In the sources it is that of the last build, where there was one.
 * The build replaces this file by one that loads its own part (.build/bundling.mjs).
 */
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** The code as WebAssembly; undefined where nothing was built, so that all rows go the usual way. */
export function plainRowsCode(): Uint8Array | undefined {
  try {
    return Buffer.from(require("../../dist/plain-rows.cjs") as string, "base64");
  } catch {
    return undefined;
  }
}
