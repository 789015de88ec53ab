/**
 * Imports TypeScript from JavaScript: bundles it in memory and imports the bundle.
 */
import { build } from "esbuild";

/** The exports of `code`, whose imports are resolved in `folder`. */
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
