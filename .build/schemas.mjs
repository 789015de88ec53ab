/**
 * src/schema -> dist/schema: the JSON Schema of every JSON answer, one file each, for scripts and validators.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const target = join(root, "dist", "schema");
mkdirSync(target, { recursive: true });
const folder = mkdtempSync(join(root, "dist", ".schema-"));
try {
  const outfile = join(folder, "answers.mjs");
  await build({
    absWorkingDir: root,
    entryPoints: ["src/schema/answers.ts"],
    bundle: true,
    format: "esm",
    platform: "node",
    outfile,
    logLevel: "error",
  });
  const { answerSchemas, answerJsonSchema } = await import(pathToFileURL(outfile).href);
  for (const name of Object.keys(answerSchemas)) {
    writeFileSync(join(target, `${name}.json`), `${JSON.stringify(answerJsonSchema(name), null, 2)}\n`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
