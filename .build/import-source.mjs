/**
 * Sources in TypeScript for scripts that are not: bundled into one module in memory and imported.
 */
import { build } from "esbuild";

/** What `code` exports, which may import from sources below `folder`. */
export async function importSource(code, folder) {
  const bundled = await build({
    stdin: { contents: code, resolveDir: folder },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    write: false,
    logLevel: "error",
  });
  return import(`data:text/javascript,${encodeURIComponent(bundled.outputFiles[0].text)}`);
}
